//! Whether words can be lifted out at a place without tearing a word or a number; entry point
//! [`is_clean`].

use super::fold::{extends, is_invisible};

/// Whether a quote may begin or end at this offset.
///
/// `27` does not stand in `127`, nor `1` in `1,000`, nor `arrest` in `arrested`. Scripts without
/// spaces between words have no such border, and a letter of another alphabet is taken for
/// damage in the text rather than for part of the word.
pub(super) fn is_clean(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev().filter(|c| !is_invisible(*c));
    let mut after = text[at..].chars().filter(|c| !is_invisible(*c));
    let (Some(prev), Some(next)) = (before.next(), after.next()) else {
        return true;
    };
    if extends(next) || (stacks(prev) && next.is_alphabetic()) {
        return false;
    }
    if joins_digits(prev) && next.is_numeric() {
        return !before.next().is_some_and(char::is_numeric);
    }
    if prev.is_numeric() && joins_digits(next) {
        return !after.next().is_some_and(char::is_numeric);
    }
    if begins_sentence(prev, next, after.next()) {
        return true;
    }
    !(is_of_word(prev) && is_of_word(next) && (prev.is_ascii() == next.is_ascii() || is_digits(prev, next)))
}

/// Signs that put the next letter below the one before: Khmer coeng, Myanmar virama.
fn stacks(c: char) -> bool {
    matches!(c, '\u{17D2}' | '\u{1039}')
}

/// Marks that stand between the digits of one number.
fn joins_digits(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’' | '·' | '٫' | '٬' | '，' | '．')
}

/// Two texts run together where a line break was lost: `compoundsIn a`.
fn begins_sentence(prev: char, next: char, after: Option<char>) -> bool {
    !prev.is_uppercase() && next.is_uppercase() && after.is_some_and(char::is_lowercase)
}

fn is_digits(a: char, b: char) -> bool {
    a.is_numeric() && b.is_numeric()
}

/// Digits, and letters of scripts that put spaces between words.
fn is_of_word(c: char) -> bool {
    let without_spaces = matches!(
        c,
        '\u{0E00}'..='\u{0FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{1100}'..='\u{11FF}'
            | '\u{2E80}'..='\u{A4CF}' | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}'
            | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..
    );
    c.is_numeric() || (c.is_alphabetic() && !without_spaces)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The `|` marks the place.
    #[track_caller]
    fn check(marked: &str, expected: bool) {
        let at = marked.find('|').unwrap();
        assert_eq!(is_clean(&marked.replace('|', ""), at), expected, "{marked}");
    }

    #[test]
    fn a_letter_that_is_written_below_another_stays_with_it() {
        check("ប្|រទេស", false);
        check("ប្រ|ទេស", true);
    }

    #[test]
    fn numbers_are_not_torn() {
        for torn in
            ["1|27 Chinese", "1|,000", "1,|000", "1.|5", "2|½", "1'|000", "1|bn", "2|7", "៧|៥", "1\u{ad}|0"]
        {
            check(torn, false);
        }
        for whole in
            ["|27", "over |1,000", "1,000| held", "in 2025,| 27", "14|-16", "$|40", "25|%", "2025|. In"]
        {
            check(whole, true);
        }
    }

    #[test]
    fn words_are_not_torn_where_words_have_spaces() {
        for torn in ["arrest|ed", "Cambodia|n", "пере|вод", "e|\u{301}", "tele|\u{ad}com", "ភ|្នំ"]
        {
            check(torn, false);
        }
        for whole in [
            "raids| in",
            "“|raids",
            "ភ្នំ|ពេញ",
            "西哈|努克",
            "중국|이",
            "Arrested|š",
            "compounds|In a",
            "2025|In a",
        ] {
            check(whole, true);
        }
    }
}
