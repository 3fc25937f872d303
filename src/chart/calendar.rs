//! Ticks on a calendar axis, and distances in days as words.
//!
//! Entry points: [`ticks`], [`distance`]. The proleptic Gregorian calendar by arithmetic on whole
//! days; no time zone, no clock.

use super::axis::Tick;
use super::figures::counted;
use crate::model::Day;

/// Short names of the months.
pub const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A day by year, month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// Astronomical year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl Civil {
    /// Days since 1970-01-01; years are counted from March so that leap days come last.
    pub fn days(self) -> i32 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let month = i64::from((self.month + 9) % 12);
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
        days.clamp(i32::MIN.into(), i32::MAX.into()) as i32
    }

    /// The day this many days after 1970-01-01.
    pub fn of(days: i32) -> Self {
        let (year, month, day) = Day(days).civil();
        Self { year, month: month.into(), day: day.into() }
    }

    fn month_name(self) -> &'static str {
        MONTHS[(self.month as usize - 1) % 12]
    }
}

/// A day as it stands along an axis: `18 Jul`, or with its year.
pub fn told(day: i32, with_year: bool) -> String {
    let civil = Civil::of(day);
    let year = if with_year { format!(" {}", civil.year) } else { String::new() };
    format!("{} {}{year}", civil.day, civil.month_name())
}

/// A distance in the largest unit that reads naturally: `two days`, `four months`, `200 years`.
pub fn distance(days: i32) -> String {
    let days = days.unsigned_abs() as usize;
    match days {
        0..=45 => counted(days, "day"),
        46..=700 => counted((days + 15) / 30, "month"),
        _ => counted((days + 182) / 365, "year"),
    }
}

/// The stretches of days that are drawn: one, or where most of the time between first and last day
/// is empty, what lies before and after the emptiness.
pub fn stretches(spans: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let mut spans: Vec<(i32, i32)> = spans.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
    spans.sort_unstable();
    let mut stretches: Vec<(i32, i32)> = Vec::new();
    for (first, last) in spans {
        match stretches.last_mut() {
            Some(before) if first <= before.1 => before.1 = before.1.max(last),
            Some(_) | None => stretches.push((first, last)),
        }
    }
    let (Some(first), Some(last)) = (stretches.first(), stretches.last()) else { return stretches };
    let whole = (first.0, last.1);
    let total = i64::from(whole.1) - i64::from(whole.0);
    let gap = |pair: &[(i32, i32)]| i64::from(pair[1].0) - i64::from(pair[0].1);
    let mut gaps: Vec<i64> = stretches.windows(2).map(gap).collect();
    gaps.sort_unstable_by(|a, b| b.cmp(a));
    // The widest gaps go, one or two, where what remains is a sixth of the time or less.
    let enough = (1..=gaps.len().min(N_BREAKS_MAX)).find(|&n| {
        let left_out: i64 = gaps[..n].iter().sum();
        (total - left_out) * 6 <= total && gaps[n - 1] > EMPTY_DAYS_MIN
    });
    let Some(least) = enough.map(|n| gaps[n - 1]) else { return vec![whole] };
    let mut drawn: Vec<(i32, i32)> = Vec::new();
    for span in stretches {
        match drawn.last_mut() {
            Some(before) if i64::from(span.0) - i64::from(before.1) < least => before.1 = span.1,
            Some(_) | None => drawn.push(span),
        }
    }
    drawn
}

/// A calendar is broken so often at most, and over no less than so many days.
const N_BREAKS_MAX: usize = 2;
const EMPTY_DAYS_MIN: i64 = 14;

/// About `most` ticks between two days, at starts of days, months, years or centuries, or on round days.
pub fn ticks(first: i32, last: i32, most: i32) -> Vec<Tick> {
    let span = last.saturating_sub(first);
    if span <= most * 12 {
        return day_ticks(first, last, most);
    }
    const STEPS: [i32; 14] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000];
    let step = STEPS.into_iter().find(|months| span / (months * 30) < most).unwrap_or(span / 30 / most);
    let from = Civil::of(first);
    let mut months = (from.year * 12 + from.month as i32 - 1).div_euclid(step) * step;
    let mut ticks = Vec::new();
    loop {
        let civil = Civil { year: months.div_euclid(12), month: months.rem_euclid(12) as u32 + 1, day: 1 };
        let at = civil.days();
        if at > last || at == i32::MAX {
            return ticks;
        }
        if at >= first {
            let label = match (step >= 12, ticks.is_empty() || civil.month == 1) {
                (true, _) => civil.year.to_string(),
                (false, true) => format!("{} {}", civil.month_name(), civil.year),
                (false, false) => civil.month_name().to_owned(),
            };
            ticks.push(Tick { at: f64::from(at), label });
        }
        months += step;
    }
}

/// Ticks a day or two apart, or on round days of each month.
fn day_ticks(first: i32, last: i32, most: i32) -> Vec<Tick> {
    let span = last - first;
    let few = [1, 2].into_iter().find(|step| span / step < most);
    let days: Vec<i32> = match few {
        Some(step) => (first..=last).filter(|at| at.rem_euclid(step) == 0).collect(),
        None => {
            let round: &[u32] = match span / most {
                ..3 => &[1, 6, 11, 16, 21, 26],
                3..8 => &[1, 11, 21],
                8.. => &[1, 16],
            };
            (first..=last).filter(|&at| round.contains(&Civil::of(at).day)).collect()
        }
    };
    let tick = |(i, at): (usize, i32)| {
        let civil = Civil::of(at);
        let year = if i == 0 { format!(" {}", civil.year) } else { String::new() };
        Tick { at: f64::from(at), label: format!("{} {}{year}", civil.day, civil.month_name()) }
    };
    days.into_iter().enumerate().map(tick).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(year: i32, month: u32, day: u32) -> Day {
        Day(Civil { year, month, day }.days())
    }

    #[test]
    fn days_and_dates_are_inverse() {
        assert_eq!(days(1970, 1, 1).0, 0);
        assert_eq!(days(2000, 2, 29).0, 11_016);
        for at in (-800_000..800_000).step_by(37) {
            assert_eq!(Civil::of(at).days(), at);
        }
    }

    #[test]
    fn distances_use_the_unit_that_reads_naturally() {
        assert_eq!(distance(1), "one day");
        assert_eq!(distance(-123), "four months");
        assert_eq!(distance(73_050), "200 years");
    }

    #[test]
    fn a_calendar_is_broken_only_across_emptiness_that_is_most_of_it() {
        let day = |month, day| days(2025, month, day).0;
        let july_and_november =
            [(day(11, 14), day(11, 16)), (day(7, 14), day(7, 16)), (day(7, 15), day(7, 15))];
        assert_eq!(stretches(&july_and_november), [(day(7, 14), day(7, 16)), (day(11, 14), day(11, 16))]);
        let through_the_year = [1, 4, 6, 9, 12].map(|month| (day(month, 1), day(month, 3)));
        assert_eq!(stretches(&through_the_year), [(day(1, 1), day(12, 3))]);
        let bridged = [(day(7, 14), day(7, 16)), (day(7, 1), day(11, 20)), (day(11, 14), day(11, 16))];
        assert_eq!(stretches(&bridged), [(day(7, 1), day(11, 20))]);
        assert_eq!(stretches(&[(i32::MIN, i32::MIN), (i32::MAX, i32::MAX)]).len(), 2);
    }

    #[test]
    fn the_ends_of_time_have_ticks_too() {
        assert!(ticks(i32::MIN, i32::MAX, 6).len() < 20);
        assert!(ticks(i32::MAX - 3, i32::MAX, 6).len() < 20);
    }

    #[test]
    fn ticks_fall_on_starts_of_months_or_years() {
        let labels = |from: Day, to: Day| {
            ticks(from.0, to.0, 6).into_iter().map(|tick| tick.label).collect::<Vec<_>>()
        };
        assert_eq!(labels(days(2025, 6, 20), days(2025, 11, 20)), ["Jul 2025", "Aug", "Sep", "Oct", "Nov"]);
        assert_eq!(labels(days(1820, 1, 1), days(2030, 1, 1)), ["1850", "1900", "1950", "2000"]);
        assert_eq!(labels(days(2025, 7, 14), days(2025, 7, 16)), ["14 Jul 2025", "15 Jul", "16 Jul"]);
        let month = labels(days(2025, 8, 30), days(2025, 10, 2));
        assert_eq!(month, ["1 Sep 2025", "11 Sep", "21 Sep", "1 Oct"]);
    }
}
