//! Axes as plotters coordinates: figures on a linear or logarithmic scale, days on a calendar.
//!
//! Entry points: [`Axis::figures`], [`Axis::days`], [`Axis::calendar`]. Positions are binary floats,
//! only ever used to place a mark; they use basic arithmetic alone, which every machine rounds
//! in the same way. Printed figures never come from here.

use std::ops::Range;

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};

use super::calendar::{self, Civil};
use super::figures::scaled;
use super::letters;

/// A horizontal axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Where the marks and grid lines stand.
    pub ticks: Vec<Tick>,
    /// What the axis leaves out, in order: nothing lies there.
    pub breaks: Vec<Break>,
    scale: Scale,
    first: f64,
    last: f64,
}

/// A stretch that an axis leaves out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// The last value before it.
    pub from: f64,
    /// The first value after it.
    pub to: f64,
    /// How much of the axis stands for it, in values.
    width: f64,
}

/// A labelled place on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The value.
    pub at: f64,
    /// What stands there.
    pub label: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Scale {
    Linear,
    /// Powers of ten, `stride` of them to a tick; zero has a place of its own at this position.
    Log {
        zero: f64,
        stride: usize,
    },
}

/// What the figures on an axis span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Smallest figure.
    pub low: f64,
    /// Largest figure.
    pub high: f64,
    /// Smallest figure above zero.
    pub least: Option<f64>,
    /// Whether some claim has no upper end, so that an arrow needs room.
    pub open_above: bool,
    /// Whether some claim has no lower end.
    pub open_below: bool,
    /// Whether all figures are whole, so that no tick lies between.
    pub whole: bool,
}

impl Extent {
    /// Counts from zero to `high`.
    pub fn counts(high: usize) -> Self {
        let high = high as f64;
        Self { low: 0.0, high, least: Some(high), open_above: false, open_below: false, whole: true }
    }
}

/// From this ratio of largest to smallest figure a linear scale would hide the small ones.
const LOG_FROM: f64 = 100.0;

/// How much of what a broken axis shows each break takes.
const BREAK: f64 = 0.14;

impl Axis {
    /// An axis for figures: linear from zero, or logarithmic where the spread asks for it.
    pub fn figures(extent: Extent) -> Self {
        match extent.least {
            Some(least) if extent.low >= 0.0 && extent.high / least >= LOG_FROM => Self::log(extent, least),
            Some(_) | None => Self::linear(extent),
        }
    }

    /// A linear axis that contains zero.
    pub fn linear(extent: Extent) -> Self {
        let (mut low, mut high) = (extent.low.min(0.0), extent.high.max(0.0));
        if low == high {
            high = 1.0;
        }
        let room = (high - low) * 0.12;
        high += if extent.open_above { room } else { 0.0 };
        low -= if extent.open_below { room } else { 0.0 };
        let least = |most: i32| ((high - low) / f64::from(most)).max(if extent.whole { 1.0 } else { 0.0 });
        let axis = |most| linear_ticks(low, high, least(most));
        (1..=5).rev().map(axis).find(fits).unwrap_or_else(|| axis(1))
    }

    fn log(extent: Extent, least: f64) -> Self {
        let from = log10(least).floor();
        let mut to = log10(extent.high).ceil();
        if extent.open_above && to - log10(extent.high) < 0.2 {
            to += 1.0;
        }
        let stride = ((to - from) / 6.0).ceil().max(1.0) as usize;
        let mut ticks: Vec<Tick> = ((from as i32)..=(to as i32))
            .step_by(stride)
            .map(|exponent| Tick { at: power_of_ten(exponent), label: scaled(1, exponent) })
            .collect();
        let zero = from - (to - from) * 0.15;
        let first = if extent.low <= 0.0 { zero } else { from };
        if extent.low <= 0.0 {
            ticks.insert(0, Tick { at: 0.0, label: "0".to_owned() });
        }
        Self { ticks, breaks: Vec::new(), scale: Scale::Log { zero, stride }, first, last: to }
    }

    /// A calendar axis from one day to another, given as days since 1970.
    pub fn days(first: i32, last: i32) -> Self {
        let room = last.saturating_sub(first) / 24 + 1;
        Self::unbroken(first.saturating_sub(room), last.saturating_add(room))
    }

    fn unbroken(first: i32, last: i32) -> Self {
        let ticks = calendar::ticks(first, last, 6);
        let (first, last) = (f64::from(first), f64::from(last));
        Self { ticks, breaks: Vec::new(), scale: Scale::Linear, first, last }
    }

    /// A calendar axis over these stretches of days, which leaves out what is empty between them
    /// where that is most of the time.
    pub fn calendar(spans: &[(i32, i32)]) -> Self {
        let stretches = calendar::stretches(spans);
        let (Some(first), Some(last)) = (stretches.first(), stretches.last()) else {
            return Self::days(0, 0);
        };
        if stretches.len() == 1 {
            return Self::days(first.0, last.1);
        }
        let drawn: i32 = stretches.iter().map(|(first, last)| last - first).sum();
        let room = drawn / 12 + 1;
        let wide: Vec<(i32, i32)> =
            stretches.iter().map(|(first, last)| (first - room, last + room)).collect();
        let drawn: i32 = wide.iter().map(|(first, last)| last - first).sum();
        let width = f64::from(drawn) * BREAK;
        let breaks: Vec<Break> = wide
            .windows(2)
            .map(|pair| Break { from: f64::from(pair[0].1), to: f64::from(pair[1].0), width })
            .collect();
        let ticks = wide.iter().zip(&stretches).enumerate().flat_map(|(i, (&(first, last), stretch))| {
            let most = (6 * (last - first) / drawn.max(1)).max(3);
            // Beside a break there is no room for a label.
            let (from, to) =
                (if i == 0 { first } else { stretch.0 }, if i + 1 == wide.len() { last } else { stretch.1 });
            let is_free = move |tick: &Tick| (f64::from(from)..=f64::from(to)).contains(&tick.at);
            calendar::ticks(first, last, most).into_iter().filter(is_free)
        });
        let (ticks, scale) = (ticks.collect(), Scale::Linear);
        let mut axis = Self { ticks, breaks, scale, first: f64::from(wide[0].0), last: 0.0 };
        axis.last = axis.position(f64::from(wide[wide.len() - 1].1));
        axis
    }

    /// An axis for days reckoned in the year 2000, which stands for a year that nobody states.
    pub fn of_year(first: i32, last: i32) -> Self {
        let day = |month, day| Civil { year: 2000, month, day }.days();
        let mut axis = Self::days(first.max(day(1, 1)), last.min(day(12, 31)));
        axis.take_year();
        axis
    }

    /// Takes the year off the labels of a calendar that shows days or months of one year only.
    pub fn take_year(&mut self) -> Option<i32> {
        let mut years = self.ticks.iter().map(|tick| Civil::of(tick.at as i32).year);
        let year = years.next().filter(|year| years.all(|other| other == *year))?;
        let suffix = format!(" {year}");
        self.ticks.iter().any(|tick| tick.label.ends_with(&suffix)).then(|| {
            for tick in &mut self.ticks {
                tick.label.truncate(tick.label.trim_end_matches(&suffix).len());
            }
            year
        })
    }

    /// What the scale has to be told apart by, where it is not linear.
    pub fn scale_note(&self) -> Option<String> {
        match self.scale {
            Scale::Linear => None,
            Scale::Log { stride, .. } => {
                Some(format!("logarithmic: each line is {} times the one before", scaled(1, stride as i32)))
            }
        }
    }

    /// The value at the left end.
    pub fn start(&self) -> f64 {
        match self.scale {
            Scale::Linear => self.first,
            Scale::Log { zero, .. } if zero == self.first => 0.0,
            Scale::Log { .. } => power_of_ten(self.first as i32),
        }
    }

    fn position(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Linear => self.breaks.iter().fold(value, |at, gap| at - gap.left_out(value)),
            Scale::Log { zero, .. } if value <= 0.0 => zero,
            Scale::Log { .. } => log10(value),
        }
    }
}

impl Break {
    /// How much of what lies before a value the axis leaves out.
    fn left_out(&self, value: f64) -> f64 {
        let share = ((value - self.from) / (self.to - self.from)).clamp(0.0, 1.0);
        (self.to - self.from - self.width) * share
    }
}

impl Ranged for Axis {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (left, right): (i32, i32)) -> i32 {
        let share = (self.position(*value) - self.first) / (self.last - self.first);
        left + (f64::from(right - left) * share.clamp(0.0, 1.0)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.iter().map(|tick| tick.at).collect()
    }

    fn range(&self) -> Range<f64> {
        self.first..self.last
    }
}

/// Rows down the page: positions are tenths of a unit already.
#[derive(Clone, Copy, Debug)]
pub struct Rows;

impl Ranged for Rows {
    type FormatOption = DefaultFormatting;
    type ValueType = i32;

    fn map(&self, value: &i32, _: (i32, i32)) -> i32 {
        *value
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<i32> {
        Vec::new()
    }

    fn range(&self) -> Range<i32> {
        0..i32::MAX
    }
}

/// Steps of 1, 2 or 5 times a power of ten, none smaller than `least`.
fn linear_ticks(low: f64, high: f64, least: f64) -> Axis {
    let mut exponent = log10(least).floor() as i32;
    let mut factor =
        [1_i64, 2, 5].into_iter().find(|&factor| factor as f64 * power_of_ten(exponent) >= least * 0.999_999);
    if factor.is_none() {
        exponent += 1;
        factor = Some(1);
    }
    let factor = factor.unwrap_or(1);
    let step = factor as f64 * power_of_ten(exponent);
    let (from, to) = ((low / step + 1e-9).floor() as i64, (high / step - 1e-9).ceil() as i64);
    let ticks =
        (from..=to).map(|n| Tick { at: n as f64 * step, label: scaled(n * factor, exponent) }).collect();
    Axis {
        ticks,
        breaks: Vec::new(),
        scale: Scale::Linear,
        first: from as f64 * step,
        last: to as f64 * step,
    }
}

/// Whether the labels stand beside each other in the widest lettering.
fn fits(axis: &Axis) -> bool {
    let widest = axis.ticks.iter().map(|tick| letters::width(&tick.label)).max().unwrap_or(0) + 80;
    widest * axis.ticks.len() as i32 <= 2900
}

/// Ten to a whole power, by multiplication.
fn power_of_ten(exponent: i32) -> f64 {
    let power = (0..exponent.unsigned_abs().min(300)).fold(1.0, |power, _| power * 10.0);
    if exponent < 0 { 1.0 / power } else { power }
}

/// The decimal logarithm from basic arithmetic; that of the platform differs in the last bit.
fn log10(value: f64) -> f64 {
    if !(value.is_finite() && value > 0.0) {
        return 0.0;
    }
    let (mut mantissa, mut exponent) = (value, 0.0);
    while mantissa >= 10.0 {
        mantissa /= 10.0;
        exponent += 1.0;
    }
    while mantissa < 1.0 {
        mantissa *= 10.0;
        exponent -= 1.0;
    }
    if mantissa == 1.0 {
        return exponent;
    }
    // ln m = 2 artanh((m - √10) / (m + √10)) + ln √10, so that the series starts below 0.52.
    let root = 3.162_277_660_168_379_5;
    let ratio = (mantissa - root) / (mantissa + root);
    let square = ratio * ratio;
    let series = (0..24).rev().fold(0.0, |sum, n| sum * square + 1.0 / f64::from(2 * n + 1));
    exponent + 0.5 + 2.0 * ratio * series / std::f64::consts::LN_10
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(low: f64, high: f64) -> Extent {
        let least = [low, high].into_iter().filter(|&value| value > 0.0).reduce(f64::min);
        Extent { low, high, least, open_above: false, open_below: false, whole: true }
    }

    fn check(axis: &Axis, expected: &[&str]) {
        let labels: Vec<_> = axis.ticks.iter().map(|tick| tick.label.as_str()).collect();
        assert_eq!(labels, expected);
    }

    #[test]
    fn figures_start_at_zero() {
        check(&Axis::figures(extent(850.0, 1208.0)), &["0", "500", "1,000", "1,500"]);
    }

    #[test]
    fn negative_figures_keep_zero_in_sight() {
        check(&Axis::figures(extent(-4.0, 3.0)), &["−4", "−2", "0", "2", "4"]);
    }

    #[test]
    fn nothing_but_zero_still_has_an_axis() {
        check(&Axis::figures(extent(0.0, 0.0)), &["0", "1"]);
    }

    #[test]
    fn a_wide_spread_asks_for_a_logarithmic_scale() {
        check(&Axis::figures(extent(1.0, 1e12)), &["1", "100", "10,000", "1m", "100m", "10bn", "1trn"]);
    }

    #[test]
    fn zero_has_a_place_on_a_logarithmic_scale() {
        let axis = Axis::figures(Extent { least: Some(3.0), ..extent(0.0, 900.0) });
        check(&axis, &["0", "1", "10", "100", "1,000"]);
        assert_eq!(axis.map(&0.0, (0, 1000)), 0);
        assert_eq!(axis.start(), 0.0);
    }

    #[test]
    fn logarithms_agree_with_the_platform() {
        for value in [1e-7, 0.5, 1.0, 2.0, 3.2, 9.999, 10.0, 27.0, 1e12] {
            assert!((log10(value) - f64::log10(value)).abs() < 1e-12, "{value}");
        }
    }
}
