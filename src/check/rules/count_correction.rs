//! `count-correction`: a running total that shrank; entry point [`judge`].
#![doc = include_str!("count_correction.md")]

use super::count_update::dated;
use crate::check::figures::{Figures, later_and_earlier};
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
use crate::model::{Class, Rule, Severity, Wording};

/// A cumulative series whose later figure is lower: corrected, or in contradiction to the earlier.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let (later, earlier) = later_and_earlier(pair)?;
    let figures = Figures::of(later, earlier)?;
    if later.worded == Some(Wording::Corrected) && figures.is_lower() {
        return Some(Verdict::new(Rule::CountCorrection, Class::Update, Severity::Info));
    }
    (figures.is_lower() && !figures.meet_strictly())
        .then(|| Verdict::new(Rule::CountCorrection, Class::Contradict, Severity::Major))
}

/// Who says what as of when, and whether the later source calls it a correction.
pub fn reason(telling: &Telling) -> String {
    let later = later_and_earlier(&telling.pair).map(|(later, _)| later);
    let dated = dated(telling);
    match later.map(|later| (later.worded == Some(Wording::Corrected), telling.who(later))) {
        Some((true, who)) => format!("{dated}: {who} words its lower figure as a correction"),
        Some((false, who)) => {
            format!(
                "{dated}: a running total cannot shrink, and {who} does not word its figure as a correction"
            )
        }
        None => dated,
    }
}
