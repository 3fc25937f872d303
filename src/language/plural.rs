//! Plural forms: which form of a string goes with a number; entry point [`form`].
//!
//! The rules are those of CLDR for whole numbers. A language that CLDR does not know has one form.

use icu_plurals::{PluralCategory, PluralRules};

use super::tag::locale;

/// A plural form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Arabic and Welsh have their own words for none.
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
    let rules = locale(tag).and_then(|locale| PluralRules::try_new_cardinal((&locale).into()).ok());
    match rules.map_or(PluralCategory::Other, |rules| rules.category_for(n)) {
        PluralCategory::Zero => Form::Zero,
        PluralCategory::One => Form::One,
        PluralCategory::Two => Form::Two,
        PluralCategory::Few => Form::Few,
        PluralCategory::Many => Form::Many,
        PluralCategory::Other => Form::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::Form::{self, Few, Many, One, Other, Two, Zero};
    use super::form;

    #[track_caller]
    fn check(tag: &str, expected: &[(usize, Form)]) {
        for (n, form_of_n) in expected {
            assert_eq!(form(tag, *n), *form_of_n, "{tag} {n}");
        }
    }

    #[test]
    fn english_has_two_forms_and_khmer_one() {
        check("en", &[(0, Other), (1, One), (2, Other), (21, Other)]);
        check("en-GB", &[(1, One), (2, Other)]);
        check("km", &[(1, Other), (2, Other)]);
    }

    #[test]
    fn other_languages_have_their_own() {
        check("fr", &[(0, One), (1, One), (2, Other)]);
        check("ru", &[(1, One), (21, One), (3, Few), (12, Many), (25, Many)]);
        check("ar", &[(0, Zero), (1, One), (2, Two), (103, Few), (11, Many), (100, Other)]);
        check("pl", &[(1, One), (2, Few), (22, Few), (5, Many), (12, Many), (21, Many), (0, Many)]);
        check("cs", &[(1, One), (2, Few), (4, Few), (5, Other), (22, Other)]);
        check("he", &[(1, One), (2, Two), (3, Other), (20, Other)]);
        check("cy", &[(0, Zero), (1, One), (2, Two), (3, Few), (6, Many), (7, Other)]);
        check("pl-PL", &[(2, Few)]);
    }

    #[test]
    fn a_language_that_nobody_knows_has_one_form() {
        check("xx", &[(1, Other), (2, Other)]);
        check("und", &[(1, Other)]);
        check("not a tag", &[(1, Other)]);
    }
}
