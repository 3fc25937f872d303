//! Reads a run of digits with its separators as an exact decimal: [`read`].
//!
//! A separator is read only where one reading is possible: groups of three (or the Indian 1,00,000)
//! are thousands, a lone dot before other than three digits is a decimal point, and where both occur
//! the last one is the decimal mark. `1.000` and `12,5` are read where the language leaves no doubt
//! ([`Separators`]); everything else is a fault that asks.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::ValueFault;
use super::super::lexicon::Separators;
use super::super::scan;

/// A run of digits as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeral {
    /// One reading.
    Value(Decimal),
    /// `1.234`, or `1,234` in German: a fraction if a magnitude follows, else thousands or a fraction.
    Dotted(Decimal),
}

/// Reads a run of digits; `range` is where it stands, for faults.
pub(super) fn read(text: &str, range: Range<usize>, separators: Separators) -> Result<Numeral, ValueFault> {
    let Some(groups) = Groups::of(text) else { return Err(too_large(text, range)) };
    let decimals = match groups.meaning(separators) {
        Meaning::Whole => 0,
        Meaning::Fraction(digits) => digits,
        Meaning::Unclear => return Err(unclear(text, range)),
    };
    if groups.leading_zero && groups.lengths[0] > 1 {
        return Err(ValueFault::new(range, format!("`{text}` begins with a zero"))
            .help("write the number without leading zeros"));
    }
    let mut value = Decimal::from(groups.mantissa);
    if value.set_scale(decimals).is_err() {
        return Err(too_large(text, range));
    }
    let could_be_thousands = decimals == 3 && groups.n == 2 && groups.by_three() && !groups.leading_zero;
    // By rule `1,234` is a fraction where commas begin one, but English thousands are quoted everywhere.
    Ok(if could_be_thousands { Numeral::Dotted(value) } else { Numeral::Value(value) })
}

/// A number with more digits than can be kept exactly.
pub(super) fn too_large(text: &str, range: Range<usize>) -> ValueFault {
    ValueFault::new(range, format!("`{text}` is larger than any figure that can be kept exactly"))
        .help("numbers up to 10^24 are read")
}

/// The fault for `1.000`, which is a thousand in some countries and one in others.
pub(super) fn ambiguous(text: &str, range: Range<usize>) -> ValueFault {
    let (whole, fraction) = text.split_once(is_mark).unwrap_or((text, ""));
    let short = fraction.trim_end_matches('0');
    let short = if short.is_empty() { "0" } else { short };
    ValueFault::new(range, format!("`{text}` can be read in two ways"))
        .help(format!("write `{whole},{fraction}` for thousands or `{whole}.{short}0` for a fraction"))
}

fn unclear(text: &str, range: Range<usize>) -> ValueFault {
    let plain: String = text.chars().filter(|&c| scan::digit(c).is_some()).collect();
    let fault = ValueFault::new(range, format!("the separators of `{text}` leave its value open"));
    match text.rsplit_once(',') {
        Some((whole, fraction)) if !whole.contains(is_mark) => {
            fault.help(format!("write `{whole}.{fraction}` for a fraction or `{plain}` for a whole number"))
        }
        _ => fault.help("group digits by three, as in `1,000`, and use a dot for a fraction, as in `1.5`"),
    }
}

fn is_mark(c: char) -> bool {
    scan::digit(c).is_none()
}

/// What the separators of a numeral do.
enum Meaning {
    /// They group the digits of a whole number.
    Whole,
    /// The last one begins a fraction of so many digits.
    Fraction(u32),
    /// More than one reading is possible, or none.
    Unclear,
}

/// Groups of digits and the separators between them.
struct Groups {
    mantissa: u128,
    leading_zero: bool,
    lengths: [u32; Self::MOST],
    separators: [char; Self::MOST],
    n: usize,
}

impl Groups {
    /// Nine groups of three are more than can be kept exactly.
    const MOST: usize = 10;

    fn of(text: &str) -> Option<Self> {
        let mut groups = Self {
            mantissa: 0,
            leading_zero: false,
            lengths: [0; Self::MOST],
            separators: [' '; Self::MOST],
            n: 1,
        };
        let mut n_digits = 0;
        for c in text.chars() {
            if let Some(digit) = scan::digit(c) {
                groups.leading_zero |= n_digits == 0 && digit == 0;
                groups.mantissa = groups.mantissa.checked_mul(10)?.checked_add(u128::from(digit))?;
                groups.lengths[groups.n - 1] += 1;
                n_digits += 1;
            } else {
                *groups.separators.get_mut(groups.n - 1)? = plain(c);
                groups.n += 1;
                *groups.lengths.get_mut(groups.n - 1)? = 0;
            }
        }
        // A decimal has 28 digits at most.
        (n_digits <= 27).then_some(groups)
    }

    fn meaning(&self, separators: Separators) -> Meaning {
        let has_thousands = self.by_three() && !self.leading_zero;
        match &self.separators[..self.n - 1] {
            [] => Meaning::Whole,
            ['.'] if separators == Separators::Comma && has_thousands => Meaning::Whole,
            ['.'] => Meaning::Fraction(self.lengths[1]),
            [','] if separators.has_comma_fraction() => Meaning::Fraction(self.lengths[1]),
            separators @ [first, ..] if separators.iter().all(|separator| separator == first) => {
                let indian = *first == ',' && self.in_lakhs();
                if !self.leading_zero && (self.by_three() || indian) {
                    Meaning::Whole
                } else {
                    Meaning::Unclear
                }
            }
            [grouping @ .., '.' | ','] if grouping.iter().all(|separator| separator == &grouping[0]) => {
                let whole = &self.lengths[..self.n - 1];
                if are_threes(whole) { Meaning::Fraction(self.lengths[self.n - 1]) } else { Meaning::Unclear }
            }
            _ => Meaning::Unclear,
        }
    }

    fn by_three(&self) -> bool {
        are_threes(&self.lengths[..self.n])
    }

    /// 1,00,000: three digits last, two in every group before.
    fn in_lakhs(&self) -> bool {
        match &self.lengths[..self.n] {
            [1..=2, middle @ .., 3] => middle.iter().all(|length| *length == 2),
            _ => false,
        }
    }
}

fn are_threes(lengths: &[u32]) -> bool {
    match lengths {
        [1..=3, rest @ ..] => rest.iter().all(|length| *length == 3),
        _ => false,
    }
}

/// One sign for each kind of separator.
fn plain(c: char) -> char {
    match c {
        '\u{2019}' => '\'',
        '\u{66c}' => ',',
        '\u{66b}' => '.',
        c if scan::is_space(c) => ' ',
        c => c,
    }
}
