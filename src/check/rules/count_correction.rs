//! `count-correction`: a running total that shrank; entry point [`judge`].
#![doc = include_str!("count_correction.md")]

use super::count_update::dated;
use crate::check::figures::{Figures, later_and_earlier};
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::{Answer, Slot, Telling};
use crate::check::wording::{join, value_at};
use crate::model::{Claim, Class, DateValue, Rule, Severity, Wording};
use crate::value::date;

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

/// Who says what as of when, and whether the later source calls it a correction; of a figure that
/// stands out, that its neighbours fit each other.
pub fn reason(telling: &Telling) -> String {
    if let Some(outlier) = telling.outlier {
        return standing_out(telling, outlier);
    }
    let later = later_and_earlier(&telling.pair).map(|(later, _)| later);
    let dated = dated(telling);
    match later.map(|later| (later.worded == Some(Wording::Corrected), telling.subject(later))) {
        Some((true, who)) => {
            let (who, words) = (&who.words, who.verb("words its", "word their"));
            format!("{dated}: {who} {words} lower figure as a correction")
        }
        Some((false, who)) => {
            let (who, word) = (&who.words, who.verb("does not word its", "do not word their"));
            format!("{dated}: a running total cannot shrink, and {who} {word} figure as a correction")
        }
        None => dated,
    }
}

/// One figure that fits neither the figures before it nor those after it.
fn standing_out(telling: &Telling, outlier: &Claim) -> String {
    let says = |claim: &Claim, slot| {
        let day = claim.as_of.as_ref().map_or_else(String::new, |day| format!(" as of {}", date::words(day)));
        format!("{}{day}", value_at(&telling.pair, claim, slot))
    };
    let day = |claim: &Claim| claim.as_of.as_ref().and_then(DateValue::earliest);
    let (own, others): (Vec<_>, Vec<_>) = telling
        .answers
        .iter()
        .partition(|answer| std::ptr::eq(answer.claim, outlier) || answer.claim.as_of == outlier.as_of);
    let who = telling.who(outlier);
    let told = |answer: &&Answer| match telling.who(answer.claim) {
        same if same == who => says(answer.claim, Slot::Later),
        other => format!("{} ({other})", says(answer.claim, Slot::Later)),
    };
    let beside = |is_before: bool| {
        let beside = others.iter().filter(|answer| (day(answer.claim) < day(outlier)) == is_before);
        join(&beside.map(&told).collect::<Vec<_>>())
    };
    // Their day is one: it is said with the last.
    let figures: Vec<String> = own
        .iter()
        .enumerate()
        .map(|(i, answer)| {
            let who = telling.subject(answer.claim);
            let figure = match i + 1 == own.len() {
                true => says(answer.claim, Slot::First),
                false => value_at(&telling.pair, answer.claim, Slot::First),
            };
            format!("{} {} {figure}", who.words, who.verb("says", "say"))
        })
        .collect();
    let high = own.iter().any(|answer| {
        others.iter().any(|other| {
            day(other.claim) > day(answer.claim)
                && Figures::of(answer.claim, other.claim).is_some_and(Figures::is_higher)
        })
    });
    let way = if high { "too high" } else { "too low" };
    format!(
        "{}: {way} for a running total with {} before it and {} after it, which fit each other",
        join(&figures),
        beside(true),
        beside(false)
    )
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::Wording;

    #[test]
    fn a_later_lower_total_contradicts() {
        check(&Case::of(running_total()).says("alpha", "1,208").on_day("2025-07-14").says("bravo", "1,100").on_day("2025-07-16"), "
            contradict count-correction major: Alpha News says 1,208 people as of 14 July 2025 and Bravo Post 1,100 as of 16 July 2025: a running total cannot shrink, and Bravo Post does not word its figure as a correction.
            ");
    }

    #[test]
    fn a_worded_correction_is_an_update() {
        check(&Case::of(running_total()).says("alpha", "1,208").on_day("2025-07-14").says("bravo", "1,100").on_day("2025-07-16").with(|c| c.worded = Some(Wording::Corrected)), "
            update count-correction info: Alpha News says 1,208 people as of 14 July 2025 and Bravo Post 1,100 as of 16 July 2025: Bravo Post words its lower figure as a correction.
            ");
    }

    #[test]
    fn a_lower_figure_that_a_bound_allows_is_none() {
        check(&Case::of(running_total()).says("alpha", "up to 2,000").on_day("2025-07-14").says("bravo", "501").on_day("2025-07-16"), "
            compatible count-bounds minor: Alpha News says up to 2,000 people and Bravo Post 501: taken strictly, one number can fit both, but a reader would not take the words to mean the same.
            ");
    }
}
