//! Words that a spreadsheet would calculate: [`guarded`].

use std::borrow::Cow;

/// The first characters that make a spreadsheet calculate, also in their wide forms.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Puts an apostrophe before words that a spreadsheet would calculate.
///
/// Words are other people's and can hold a formula. The apostrophe can be taken back exactly: it
/// also goes before words that already begin with apostrophes and such a character, and only there.
pub fn guarded(words: &str) -> Cow<'_, str> {
    if words.trim_start_matches('\'').starts_with(FORMULA_STARTS) {
        Cow::from(format!("'{words}"))
    } else {
        Cow::from(words)
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn wide_forms_are_guarded_as_narrow_ones_are() {
        for words in ["=1+1", "+1", "-1", "@a", "＝1", "＋1", "－1", "＠a", "\t=1", "'=1"] {
            assert_eq!(guarded(words), format!("'{words}"));
        }
        assert_eq!(guarded("1,208 people"), "1,208 people");
    }
}
