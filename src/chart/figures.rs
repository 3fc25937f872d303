//! Figures and counts as words of a chart: separators, magnitudes, small numbers spelled.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::value::number::group_digits;

/// A whole number times a power of ten, short enough for an axis: `2,000`, `0.4`, `40bn`.
pub fn scaled(digits: i64, exponent: i32) -> String {
    if digits == 0 {
        return "0".to_owned();
    }
    let sign = if digits < 0 { "−" } else { "" };
    let mut text = digits.unsigned_abs().to_string();
    if exponent < 0 {
        let decimals = exponent.unsigned_abs() as usize;
        if text.len() <= decimals {
            text.insert_str(0, &"0".repeat(decimals + 1 - text.len()));
        }
        let (whole, fraction) = text.split_at(text.len() - decimals);
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        return format!("{sign}{}{point}{fraction}", grouped(whole));
    }
    text.push_str(&"0".repeat(exponent as usize));
    for (zeros, name) in [(12, "trn"), (9, "bn"), (6, "m")] {
        if text.len() > zeros && text.ends_with(&"0".repeat(zeros)) {
            return format!("{sign}{}{name}", grouped(&text[..text.len() - zeros]));
        }
    }
    format!("{sign}{}", grouped(&text))
}

/// A decimal with separators, exactly as it is.
pub fn exact(value: Decimal) -> String {
    group_digits(value).replacen('-', "−", 1)
}

fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A count in words up to twelve, as in running text.
pub fn spelled(count: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    WORDS.get(count).map_or_else(|| grouped(&count.to_string()), |word| (*word).to_owned())
}

/// A count with its noun: `one source`, `three sources`.
pub fn counted(count: usize, singular: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{} {singular}{ending}", spelled(count))
}

/// The text with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Where a decimal is drawn.
pub fn place(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axis_figures_are_short() {
        assert_eq!(scaled(2, 3), "2,000");
        assert_eq!(scaled(40, 9), "40bn");
        assert_eq!(scaled(-15, -1), "−1.5");
        assert_eq!(scaled(4, -2), "0.04");
        assert_eq!(scaled(1000, -2), "10");
        assert_eq!(scaled(1, 15), "1,000trn");
    }

    #[test]
    fn decimals_keep_every_digit() {
        assert_eq!(exact(Decimal::new(-123_456_789, 3)), "−123,456.789");
        assert_eq!(exact(Decimal::new(12_500, 1)), "1,250");
    }
}
