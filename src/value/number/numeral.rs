//! Reads a run of digits with its separators as an exact decimal: [`read`].
//!
//! A separator is read only where one reading is possible: groups of three (or the Indian 1,00,000)
//! are thousands, a lone dot before other than three digits is a decimal point, and where both occur
//! the last one is the decimal mark. Everything else, above all `1.000`, is a fault that asks.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::ValueFault;
use super::super::scan;

/// A run of digits as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeral {
    /// One reading.
    Value(Decimal),
    /// `1.234`: a decimal fraction if a magnitude follows, else thousands or a fraction.
    Dotted(Decimal),
}

/// Reads a run of digits; `range` is where it stands, for faults.
pub(super) fn read(text: &str, range: Range<usize>) -> Result<Numeral, ValueFault> {
    let shape = Shape::of(text);
    let decimals = match shape.decimal_mark() {
        Mark::None => 0,
        Mark::Fraction(digits) => digits,
        Mark::Unclear => return Err(unclear(text, range)),
    };
    if shape.leading_zero || (shape.zero_first && decimals == 0 && shape.n_groups > 0) {
        return Err(ValueFault::new(range, format!("`{text}` begins with a zero"))
            .help("write the number without leading zeros"));
    }
    if shape.n_digits > 27 {
        return Err(too_large(text, range));
    }
    let mut value = Decimal::from(shape.mantissa);
    if value.set_scale(decimals).is_err() {
        return Err(too_large(text, range));
    }
    if shape.only_dot && decimals == 3 && shape.mantissa >= 1000 && shape.groups[0] <= 3 {
        return Ok(Numeral::Dotted(value));
    }
    Ok(Numeral::Value(value))
}

/// A number with more digits than can be kept exactly.
pub(super) fn too_large(text: &str, range: Range<usize>) -> ValueFault {
    ValueFault::new(range, format!("`{text}` is larger than any figure that can be kept exactly"))
        .help("numbers up to 10^24 are read")
}

/// The fault for `1.000`, which is a thousand in some countries and one in others.
pub(super) fn ambiguous(text: &str, range: Range<usize>) -> ValueFault {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let short = fraction.trim_end_matches('0');
    let short = if short.is_empty() { "0" } else { short };
    ValueFault::new(range, format!("`{text}` can be read in two ways"))
        .help(format!("write `{whole},{fraction}` for thousands or `{whole}.{short}0` for a fraction"))
}

fn unclear(text: &str, range: Range<usize>) -> ValueFault {
    let plain: String = text.chars().filter(|&c| scan::digit(c).is_some()).collect();
    let fault = ValueFault::new(range, format!("the separators of `{text}` leave its value open"));
    match text.rsplit_once([',', '\u{66c}']) {
        Some((whole, fraction)) if !whole.contains([',', '.']) => {
            fault.help(format!("write `{whole}.{fraction}` for a fraction or `{plain}` for a whole number"))
        }
        _ => fault.help("group digits by three, as in `1,000`, and use a dot for a fraction, as in `1.5`"),
    }
}

/// What a decimal mark leaves behind it.
enum Mark {
    None,
    Fraction(u32),
    Unclear,
}

/// Groups of digits and the separators between them.
struct Shape {
    mantissa: u128,
    n_digits: usize,
    leading_zero: bool,
    zero_first: bool,
    /// Digits in the first groups; later ones are only checked as they pass.
    groups: [u32; 2],
    n_groups: usize,
    last_group: u32,
    middle_threes: bool,
    middle_twos: bool,
    /// Every separator but the last is this one.
    first_separator: Option<char>,
    last_separator: Option<char>,
    mixed: bool,
    only_dot: bool,
}

impl Shape {
    fn of(text: &str) -> Self {
        let mut shape = Self::empty();
        let mut group = 0;
        for c in text.chars() {
            if let Some(digit) = scan::digit(c) {
                shape.zero_first |= shape.n_digits == 0 && digit == 0;
                shape.leading_zero |= shape.n_digits == 1 && shape.mantissa == 0 && shape.n_groups == 0;
                shape.mantissa = shape.mantissa.saturating_mul(10).saturating_add(u128::from(digit));
                shape.n_digits += 1;
                group += 1;
            } else {
                shape.close(group);
                shape.separate(c);
                group = 0;
            }
        }
        shape.last_group = group;
        shape.only_dot = shape.n_groups == 1 && shape.last_separator == Some('.');
        shape
    }

    fn empty() -> Self {
        Self {
            mantissa: 0,
            n_digits: 0,
            leading_zero: false,
            zero_first: false,
            groups: [0; 2],
            n_groups: 0,
            last_group: 0,
            middle_threes: true,
            middle_twos: true,
            first_separator: None,
            last_separator: None,
            mixed: false,
            only_dot: false,
        }
    }

    /// A group that is not the last one has ended.
    fn close(&mut self, digits: u32) {
        if let Some(slot) = self.groups.get_mut(self.n_groups) {
            *slot = digits;
        }
        if self.n_groups > 0 {
            self.middle_threes &= digits == 3;
            self.middle_twos &= digits == 2;
        }
        self.n_groups += 1;
    }

    fn separate(&mut self, c: char) {
        let c = match c {
            '\u{2019}' => '\'',
            '\u{66c}' => ',',
            '\u{66b}' => '.',
            c if scan::is_space(c) => ' ',
            c => c,
        };
        if let Some(last) = self.last_separator {
            self.mixed |= self.first_separator.is_some_and(|first| first != last);
            self.first_separator.get_or_insert(last);
        }
        self.last_separator = Some(c);
    }

    fn decimal_mark(&self) -> Mark {
        let Some(last) = self.last_separator else { return Mark::None };
        let first_fits = (1..=3).contains(&self.groups[0]);
        if self.mixed {
            return Mark::Unclear;
        }
        match self.first_separator {
            None if last == '.' => Mark::Fraction(self.last_group),
            None if self.last_group == 3 && first_fits => Mark::None,
            None => Mark::Unclear,
            Some(first) if first == last => {
                let by_three = self.middle_threes && first_fits;
                let indian = last == ',' && self.middle_twos && self.groups[0] <= 2;
                if self.last_group == 3 && (by_three || indian) { Mark::None } else { Mark::Unclear }
            }
            Some(_) if self.middle_threes && first_fits && matches!(last, '.' | ',') => {
                Mark::Fraction(self.last_group)
            }
            Some(_) => Mark::Unclear,
        }
    }
}
