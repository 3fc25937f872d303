//! The terms by which a text is found in a search; entry point [`terms`].
//!
//! Case and diacritics are folded. Scripts that put spaces between words are cut into words; the
//! others into pairs of characters, so that any stretch of them is found. A figure behind the sign of
//! a currency is a term with the sign, and one without. The page's own script,
//! assets/search.js, does the same to what a reader types: tests/search/vectors.json holds both to it.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::fold::is_invisible;

/// Every term of a text, once.
///
/// ```
/// let terms: Vec<String> = variorum::text::terms("Phnôm Penh: ១ពាន់").into_iter().collect();
/// assert_eq!(terms, ["penh", "phnom", "ន់", "ពា", "ាន", "១ព"]);
/// ```
pub fn terms(text: &str) -> BTreeSet<String> {
    let folded = folded(text);
    let mut terms = BTreeSet::new();
    let mut rest = folded.as_str();
    while let Some(start) = rest.find(is_word) {
        let token = &rest[start..];
        let spaced = token.chars().next().is_some_and(|c| !is_unspaced(c));
        let ends = |c: char| !is_word(c) || is_unspaced(c) == spaced;
        let (token, after) = token.split_at(token.find(ends).unwrap_or(token.len()));
        if spaced {
            let sign = rest[..start].chars().next_back().filter(|&c| is_currency(c));
            if let Some(sign) = sign.filter(|_| token.starts_with(|c: char| c.is_ascii_digit())) {
                terms.insert(format!("{sign}{token}"));
            }
            terms.insert(token.to_owned());
        } else {
            pairs(token, &mut terms);
        }
        rest = after;
    }
    terms
}

/// The pairs of neighbours in a run, and each character that is a word of its own.
fn pairs(run: &str, terms: &mut BTreeSet<String>) {
    let chars: Vec<char> = run.chars().collect();
    terms.extend(chars.windows(2).map(|pair| pair.iter().collect::<String>()));
    terms.extend(chars.iter().filter(|&&c| is_ideograph(c)).map(ToString::to_string));
}

/// The text as it is searched: compatibility forms undone, lower case, no accents on letters.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let in_number = c == ',' && out.ends_with(|c: char| c.is_ascii_digit());
        if is_invisible(c) || in_number && chars.peek().is_some_and(char::is_ascii_digit) {
            continue;
        }
        for lower in std::iter::once(c).nfkd().flat_map(char::to_lowercase) {
            match lower {
                '\u{300}'..='\u{36F}' => {}
                'ß' => out.push_str("ss"),
                'æ' => out.push_str("ae"),
                'œ' => out.push_str("oe"),
                'þ' => out.push_str("th"),
                'ø' => out.push('o'),
                'đ' | 'ð' => out.push('d'),
                'ł' => out.push('l'),
                'ħ' => out.push('h'),
                'ı' => out.push('i'),
                'ς' => out.push('σ'),
                other => out.push(other),
            }
        }
    }
    out
}

/// Whether a character is the sign of a currency that stands before its figure.
fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '฿' | '៛' | '\u{20A0}'..='\u{20CF}')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Whether a character belongs to a script without spaces between words.
pub fn is_unspaced(c: char) -> bool {
    is_ideograph(c)
        || matches!(
            c,
            '\u{E00}'..='\u{FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{1950}'..='\u{19FF}'
                | '\u{1A20}'..='\u{1AAF}' | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AADF}'
        )
}

/// Chinese characters and kana, of which a single one can be a word.
fn is_ideograph(c: char) -> bool {
    matches!(
        c,
        '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
            | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the page's script is tried on as well.
    const VECTORS: &str = include_str!("../../tests/search/vectors.json");

    #[test]
    fn texts_are_cut_as_the_shared_vectors_say() {
        let vectors: Vec<(String, Vec<String>)> = serde_json::from_str(VECTORS).unwrap();
        assert!(vectors.len() > 20);
        for (text, expected) in vectors {
            let found: Vec<String> = terms(&text).into_iter().collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
