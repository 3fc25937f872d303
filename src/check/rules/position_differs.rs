//! `position-differs`: two readings of the same matter; entry point [`judge`].
#![doc = include_str!("position_differs.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::model::{Class, Reading, Rule, Severity};

/// Two labels, which cannot or can be held at once.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let (Reading::Position(_), Reading::Position(_)) = (&pair.a.reading, &pair.b.reading) else {
        return None;
    };
    let (class, severity) = if pair.fact.kind.exclusive() == Some(true) {
        (Class::Contradict, Severity::Moderate)
    } else {
        (Class::Compatible, Severity::Minor)
    };
    Some(Verdict::new(Rule::PositionDiffers, class, severity))
}

/// Who holds what, and whether both can be held.
pub fn reason(telling: &Telling) -> String {
    let told = telling.statements();
    let both = telling.both();
    if telling.pair.fact.kind.exclusive() == Some(true) {
        format!("{told}, which cannot {both} be held at once")
    } else {
        format!("{told}: different readings, which can {both} be held at once")
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn exclusive_positions_contradict() {
        check(&Case::of(positions(true)).says("alpha", "works").says("bravo", "fails"), "
            contradict position-differs moderate: Alpha News holds “It is working” and Bravo Post holds “It changes nothing”, which cannot both be held at once.
            ");
    }

    #[test]
    fn others_can_be_held_at_once() {
        check(&Case::of(positions(false)).says("alpha", "works").says("bravo", "fails"), "
            compatible position-differs minor: Alpha News holds “It is working” and Bravo Post holds “It changes nothing”: different readings, which can both be held at once.
            ");
    }

    #[test]
    fn the_same_position_is_agreement() {
        check(
            &Case::of(positions(true)).says("alpha", "works").says("bravo", "works"),
            "
            agree equal info: Alpha News and Bravo Post hold “It is working”.
            ",
        );
    }
}
