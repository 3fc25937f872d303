//! Figures with the marks and digits of a language; entry point [`Numerals::figure`].

use rust_decimal::Decimal;

use super::Language;

/// How a language writes figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numerals {
    /// What stands between thousands.
    pub group: String,
    /// What stands before the fraction.
    pub decimal: String,
    /// The ten digits, from nought.
    pub digits: [char; 10],
}

impl Default for Numerals {
    fn default() -> Self {
        let digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
        Self { group: ",".to_owned(), decimal: ".".to_owned(), digits }
    }
}

impl Numerals {
    /// A figure with its thousands apart.
    pub fn figure(&self, value: Decimal) -> String {
        let text = value.normalize().to_string();
        let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(a, b)| (a, Some(b)));
        let mut out = sign.to_owned();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                out.push_str(&self.group);
            }
            out.push(self.digit(digit));
        }
        if let Some(fraction) = fraction {
            out.push_str(&self.decimal);
            out.push_str(&self.ungrouped(fraction));
        }
        out
    }

    /// Digits as they stand, as in years and days of a month.
    pub fn ungrouped(&self, digits: &str) -> String {
        digits.chars().map(|digit| self.digit(digit)).collect()
    }

    fn digit(&self, digit: char) -> char {
        digit.to_digit(10).map_or(digit, |value| self.digits[value as usize])
    }
}

impl Language {
    /// A figure with its thousands apart.
    pub fn figure(&self, value: Decimal) -> String {
        self.numerals.figure(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Numerals;

    fn check(numerals: &Numerals, text: &str, expected: &str) {
        assert_eq!(numerals.figure(text.parse().unwrap()), expected);
    }

    #[test]
    fn figures_are_grouped_by_thousands() {
        let english = Numerals::default();
        check(&english, "1208", "1,208");
        check(&english, "40000000000", "40,000,000,000");
        check(&english, "999", "999");
        check(&english, "-1234.50", "-1,234.5");
    }

    #[test]
    fn a_language_has_its_own_marks_and_digits() {
        let khmer = ['០', '១', '២', '៣', '៤', '៥', '៦', '៧', '៨', '៩'];
        let numerals = Numerals { group: ".".into(), decimal: ",".into(), digits: khmer };
        check(&numerals, "1234.5", "១.២៣៤,៥");
        assert_eq!(numerals.ungrouped("2025"), "២០២៥");
    }
}
