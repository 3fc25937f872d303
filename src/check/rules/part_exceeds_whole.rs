//! `part-exceeds-whole`: a source whose part is larger than its whole; entry point [`find`].
#![doc = include_str!("part_exceeds_whole.md")]

use std::collections::BTreeSet;

use crate::check::byline::Bylines;
use crate::check::joined::Joined;
use crate::check::record::Observation;
use crate::check::speaker::{Subject, citing, divided};
use crate::check::whole::{Parts, breakdowns, containers, sum};
use crate::check::wording::{entities, group_name};
use crate::model::{Claim, ClaimIx, Class, Corpus, FactIx, Interval, Rule, Severity};
use crate::value::number::group_digits;

/// Parts of a breakdown against its total, all parts together against it, and a place against the
/// one around it.
pub fn find(corpus: &Corpus, joined: &Joined, fact: FactIx, bylines: &Bylines) -> Vec<Observation> {
    let mut found = Vec::new();
    for parts in breakdowns(corpus, joined, fact) {
        let before = found.len();
        let larger = parts.parts.iter().filter(|&&part| exceeds(corpus, part, parts.whole));
        found.extend(larger.map(|&part| of_part(corpus, part, parts.whole, bylines)));
        if found.len() == before {
            found.extend(together(corpus, &parts, bylines));
        }
    }
    let places = containers(corpus, fact);
    let larger = places.into_iter().filter(|&(inner, outer)| exceeds(corpus, inner, outer));
    found.extend(larger.map(|(inner, outer)| of_place(corpus, inner, outer, bylines)));
    found
}

fn of_part(corpus: &Corpus, part: ClaimIx, whole: ClaimIx, bylines: &Bylines) -> Observation {
    let (inner, outer) = (&corpus[part], &corpus[whole]);
    let name = inner.part.map_or("a part", |part| group_name(corpus, part));
    let [part_cites, whole_cites] = cited_apart(corpus, inner, outer);
    let (who, says, it_gives) = subject(corpus, bylines, inner, outer);
    let reason = format!(
        "{who} {says} {} for {name}{part_cites}, more than the {} that {it_gives} as the total{whole_cites}",
        inner.words, outer.words
    );
    observation(corpus, vec![part], whole, reason)
}

fn of_place(corpus: &Corpus, inner: ClaimIx, outer: ClaimIx, bylines: &Bylines) -> Observation {
    let (part, whole) = (&corpus[inner], &corpus[outer]);
    let (inside, around) = (entities(corpus, &part.scope.places), entities(corpus, &whole.scope.places));
    let verb = if part.scope.places.len() == 1 { "lies" } else { "lie" };
    let [part_cites, whole_cites] = cited_apart(corpus, part, whole);
    let (who, says, it_gives) = subject(corpus, bylines, part, whole);
    let reason = format!(
        "{who} {says} {} for {inside}{part_cites}, more than the {} that {it_gives} for \
         {around}{whole_cites}, in which {inside} {verb}",
        part.words, whole.words
    );
    observation(corpus, vec![inner], outer, reason)
}

/// Who says both figures, and its verbs: the source, or those whom it cites for both.
fn subject(
    corpus: &Corpus,
    bylines: &Bylines,
    part: &Claim,
    whole: &Claim,
) -> (String, &'static str, &'static str) {
    if part.via != whole.via {
        return (bylines.of_claim(corpus, part).to_owned(), "says", "it gives");
    }
    let who = Subject::one(corpus, bylines, part);
    let (says, it_gives) = (who.verb("says", "say"), who.verb("it gives", "they give"));
    (who.words, says, it_gives)
}

/// Whom the two figures are taken from, where they are not taken from the same people.
fn cited_apart(corpus: &Corpus, part: &Claim, whole: &Claim) -> [String; 2] {
    if part.via == whole.via {
        return [String::new(), String::new()];
    }
    [citing(corpus, part), citing(corpus, whole)]
}

/// Parts that are each small enough, but not all of them together.
fn together(corpus: &Corpus, parts: &Parts, bylines: &Bylines) -> Option<Observation> {
    let is_complete = parts.parts.iter().all(|&ix| corpus[ix].complete == Some(true));
    // Complete parts are added up by another rule; a part within a part would count twice.
    if is_complete || is_nested(corpus, &parts.parts) {
        return None;
    }
    let sum = sum(corpus, &parts.parts)?;
    let whole = &corpus[parts.whole];
    if !whole.reading.quantity()?.hard.is_below(&sum) {
        return None;
    }
    let cites = citing(corpus, whole);
    let reason = format!(
        "the parts that {} gives add up to {}, more than the {} that it gives as the total{cites}",
        bylines.of_claim(corpus, whole),
        sum_words(&sum),
        whole.words
    );
    Some(observation(corpus, parts.parts.clone(), parts.whole, reason))
}

/// A sum in words: its lower end, and `at least` where there is more to it.
pub(super) fn sum_words(sum: &Interval) -> String {
    match (sum.lower(), sum.upper()) {
        (Some(low), Some(high)) if low == high => group_digits(low),
        (Some(low), Some(high)) => format!("{} to {}", group_digits(low), group_digits(high)),
        (Some(low), None) => format!("at least {}", group_digits(low)),
        (None, Some(high)) => format!("at most {}", group_digits(high)),
        (None, None) => "an unknown number".to_owned(),
    }
}

fn observation(corpus: &Corpus, parts: Vec<ClaimIx>, whole: ClaimIx, reason: String) -> Observation {
    let claims: Vec<ClaimIx> = parts.iter().copied().chain([whole]).collect();
    let facts: BTreeSet<FactIx> = claims.iter().map(|&ix| corpus[ix].fact).collect();
    let part = match parts.as_slice() {
        [only] => corpus[*only].part,
        _ => None,
    };
    Observation {
        facts: facts.into_iter().collect(),
        part,
        class: Class::Contradict,
        rule: Rule::PartExceedsWhole,
        modifiers: divided(corpus, [&parts, &[whole]]),
        severity: Severity::Major,
        reason,
        represents: parts.len(),
        sides: vec![parts, vec![whole]],
        sources: Vec::new(),
    }
}

fn exceeds(corpus: &Corpus, part: ClaimIx, whole: ClaimIx) -> bool {
    let figures = corpus[part].reading.quantity().zip(corpus[whole].reading.quantity());
    figures.is_some_and(|(part, whole)| whole.hard.is_below(&part.hard))
}

fn is_nested(corpus: &Corpus, parts: &[ClaimIx]) -> bool {
    let parts: BTreeSet<_> = parts.iter().filter_map(|&ix| corpus[ix].part).collect();
    parts.iter().any(|&part| {
        let mut around = corpus[part].within;
        while let Some(ix) = around {
            if parts.contains(&ix) {
                return true;
            }
            around = corpus[ix].within;
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn a_part_above_the_total() {
        check(&Case::of(people()).says("alpha", "200").fact("parts", people()).broken_down().says("alpha", "270").part("indonesian"), "
            contradict part-exceeds-whole major: Alpha News says 270 for Indonesians, more than the 200 that it gives as the total.
            ");
    }

    #[test]
    fn a_part_below_an_open_total() {
        check(
            &Case::of(people())
                .says("alpha", "over 200")
                .fact("parts", people())
                .broken_down()
                .says("alpha", "270")
                .part("indonesian"),
            "",
        );
    }

    #[test]
    fn parts_that_are_too_many_together() {
        check(&Case::of(people()).says("alpha", "200").fact("parts", people()).broken_down().says("alpha", "150").part("indonesian").says("alpha", "75").part("chinese"), "
            contradict part-exceeds-whole major: The parts that Alpha News gives add up to 225, more than the 200 that it gives as the total.
            ");
    }

    #[test]
    fn a_part_within_a_part_is_not_counted_twice() {
        check(
            &Case::of(people())
                .says("alpha", "200")
                .fact("parts", people())
                .broken_down()
                .says("alpha", "150")
                .part("indonesian")
                .says("alpha", "75")
                .part("women"),
            "",
        );
    }

    #[test]
    fn another_period_is_no_measure() {
        check(
            &Case::of(people())
                .says("alpha", "200")
                .fact("parts", people())
                .broken_down()
                .says("alpha", "270")
                .part("indonesian")
                .with(|c| c.scope.window = Some("since 2022".to_owned())),
            "",
        );
    }

    #[test]
    fn a_place_above_the_place_around_it() {
        check(&Case::of(people()).says("alpha", "270").at(&["cambodia"]).says("alpha", "271").at(&["poipet"]), "
            contradict part-exceeds-whole major: Alpha News says 271 for Poipet, more than the 270 that it gives for Cambodia, in which Poipet lies.
            ");
    }

    #[test]
    fn a_place_below_the_place_around_it() {
        check(
            &Case::of(people()).says("alpha", "270").at(&["cambodia"]).says("alpha", "63").at(&["poipet"]),
            "",
        );
    }
}
