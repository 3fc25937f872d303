//! Plural forms: which form of a string goes with a number; entry point [`form`].
//!
//! The categories and rules are those of the Unicode plural rules for whole numbers. A language
//! that is not in the table has the forms of English.

use super::direction::primary;

/// A plural form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Arabic has its own words for none.
    Zero,
    /// One thing, and in Slavic languages 21, 31 and so on.
    One,
    /// Two things.
    Two,
    /// A few: 2 to 4 in Slavic languages, 3 to 10 in Arabic.
    Few,
    /// Many, where a language tells them from others.
    Many,
    /// All other numbers; in languages without plural forms, all numbers.
    Other,
}

/// The form that goes with a number in a language.
pub fn form(tag: &str, n: usize) -> Form {
    let (tens, ones) = (n % 100, n % 10);
    match primary(tag) {
        "id" | "ja" | "km" | "ko" | "lo" | "ms" | "my" | "th" | "vi" | "zh" => Form::Other,
        "ar" => match n {
            0 => Form::Zero,
            1 => Form::One,
            2 => Form::Two,
            _ if (3..=10).contains(&tens) => Form::Few,
            _ if tens >= 11 => Form::Many,
            _ => Form::Other,
        },
        "ru" | "uk" => match (tens, ones) {
            (11..=14, _) => Form::Many,
            (_, 1) => Form::One,
            (_, 2..=4) => Form::Few,
            _ => Form::Many,
        },
        "fr" | "pt" | "fa" | "hi" if n == 0 => Form::One,
        _ if n == 1 => Form::One,
        _ => Form::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, form};

    #[test]
    fn english_has_two_forms_and_khmer_one() {
        assert_eq!([form("en", 0), form("en", 1), form("en-GB", 2)], [Form::Other, Form::One, Form::Other]);
        assert_eq!([form("km", 1), form("km", 2)], [Form::Other; 2]);
    }

    #[test]
    fn other_languages_have_their_own() {
        assert_eq!([form("fr", 0), form("fr", 2)], [Form::One, Form::Other]);
        assert_eq!([form("ru", 21), form("ru", 3), form("ru", 12)], [Form::One, Form::Few, Form::Many]);
        assert_eq!(
            [form("ar", 0), form("ar", 2), form("ar", 103), form("ar", 11), form("ar", 100)],
            [Form::Zero, Form::Two, Form::Few, Form::Many, Form::Other]
        );
    }
}
