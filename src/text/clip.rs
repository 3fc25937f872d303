//! A text cut to a length; entry point [`clip`].

use super::boundary::is_clean;

/// The text, or as much of its beginning as has room, ending with a whole word and an ellipsis.
///
/// ```
/// use variorum::text::clip;
/// assert_eq!(clip("Police held 1,208 people.", 25), "Police held 1,208 people.");
/// assert_eq!(clip("Police held 1,208 people.", 16), "Police held…");
/// assert_eq!(clip("ក្នុងប្រទេសកម្ពុជា", 8), "ក្នុង…");
/// ```
pub fn clip(text: &str, n_chars_max: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= n_chars_max {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).take(n_chars_max).collect();
    let whole = ends.iter().copied().rev().find(|&at| at > 0 && is_clean(text, at));
    // One word that is longer than the room is cut within.
    let end = whole.or(ends.last().copied()).unwrap_or(0);
    let kept =
        text[..end].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '–'));
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::clip;

    fn check(text: &str, n_chars_max: usize, expected: &str) {
        let clipped = clip(text, n_chars_max);
        assert_eq!(clipped, expected);
        assert!(clipped.chars().count() <= n_chars_max, "{clipped}");
    }

    #[test]
    fn what_has_room_stays_whole() {
        check("one two", 7, "one two");
        check("", 0, "");
    }

    #[test]
    fn the_last_word_is_whole_and_no_comma_stands_before_the_ellipsis() {
        check("one, two, three", 13, "one, two…");
        check("one two three", 7, "one…");
    }

    #[test]
    fn no_number_is_cut() {
        check("over 1,208 people", 9, "over…");
    }

    #[test]
    fn a_word_longer_than_the_room_is_cut() {
        check("Telekommunikationsbetrug", 6, "Telek…");
    }

    #[test]
    fn letters_of_scripts_without_spaces_stay_whole() {
        check("ប្រទេសកម្ពុជា", 7, "ប្រទេស…");
    }
}
