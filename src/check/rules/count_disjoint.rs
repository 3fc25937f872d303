//! `count-disjoint`: figures that cannot both be true; entry point [`judge`].
#![doc = include_str!("count_disjoint.md")]

use crate::check::figures::Figures;
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
use crate::model::{Class, Rule, Severity};

/// The hard intervals are apart; how far decides the severity.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let figures = Figures::of(pair.a, pair.b)?;
    let tolerances = &pair.corpus.settings.tolerances;
    let severity = match figures.gap_percent() {
        Some(gap) if gap <= tolerances.minor_gap_percent => Severity::Minor,
        Some(gap) if gap <= tolerances.moderate_gap_percent => Severity::Moderate,
        Some(_) | None => Severity::Major,
    };
    Some(Verdict::new(Rule::CountDisjoint, Class::Contradict, severity))
}

/// Who says what, and how far apart.
pub fn reason(telling: &Telling) -> String {
    let gap = Figures::of(telling.pair.a, telling.pair.b).and_then(Figures::gap_words);
    match gap {
        Some(gap) => format!("{}, {}{gap} apart", telling.statements(), telling.up_to()),
        None => format!("{}, which cannot {} be true", telling.statements(), telling.both()),
    }
}
