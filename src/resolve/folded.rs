//! Where the characters of a value over several lines stand in its file; entry point [`places`].
//!
//! YAML folds such a value: indentation and line breaks become single spaces, or go. All else is
//! written as it is read, so that the two texts can be laid side by side without their white space.

use std::sync::Arc;

/// The byte of the file for each byte of the value, and for its end; `start` is where `written` begins.
///
/// `None` where the two differ in more than white space, as with the escapes of quoted values.
///
/// ```text
/// >-           Police held
///   Police     [20](fact:held) people.
///   held [20]  …
/// ```
pub(super) fn places(value: &str, written: &str, start: usize) -> Option<Arc<[u32]>> {
    let header = if written.starts_with(['>', '|']) { written.find('\n')? + 1 } else { 0 };
    let mut rest = written[header..].char_indices().map(|(at, c)| (start + header + at, c)).peekable();
    let mut places = Vec::with_capacity(value.len() + 1);
    let mut end = start + header;
    for c in value.chars() {
        let at = if c.is_whitespace() {
            end
        } else {
            let (at, same) = rest.find(|(_, c)| !c.is_whitespace())?;
            if same != c {
                return None;
            }
            end = at + c.len_utf8();
            at
        };
        // Within a character, each byte stands as far from its first as in the file.
        let shift = |i: usize| if c.is_whitespace() { at } else { at + i };
        for i in 0..c.len_utf8() {
            places.push(u32::try_from(shift(i)).ok()?);
        }
    }
    places.push(u32::try_from(end).ok()?);
    Some(places.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A value as it is written, the value as it is read, and a word whose place is asked for.
    fn check(written: &str, value: &str, word: &str) {
        let places = places(value, written, 100).expect("only white space differs");
        let start = value.find(word).unwrap();
        let at = |i: usize| places[i] as usize - 100;
        assert_eq!(&written[at(start)..at(start + word.len())], word);
    }

    #[test]
    fn a_word_of_a_folded_value_is_found_in_its_line() {
        check(
            ">-\n  Police held\n  [20](fact:a) people.\n",
            "Police held [20](fact:a) people.",
            "[20](fact:a)",
        );
        check("|\n  ប៉ូលិស\n\n  held 20\n", "ប៉ូលិស\n\nheld 20\n", "held");
        check("Police\n    held 20", "Police held 20", "20");
    }

    #[test]
    fn a_value_that_is_not_read_as_it_is_written_has_no_places() {
        assert_eq!(places("a\tb", "\"a\\tb\"", 0), None);
        assert_eq!(places("more than is written", ">\n  more\n", 0), None);
    }
}
