//! `order-violated`: a source whose own dates are out of the stated order; entry point [`find`].
#![doc = include_str!("order_violated.md")]

use std::collections::BTreeMap;

use crate::check::byline::Bylines;
use crate::check::record::Observation;
use crate::check::speaker::{Subject, citing, divided};
use crate::model::{
    ArticleIx, Claim, ClaimIx, Class, Corpus, DateValue, FactIx, OrderChain, Rule, Severity, Sheet, Wording,
};
use crate::value::date::words;

/// One record for each source and each two facts of a chain that it dates the wrong way round.
pub fn find(corpus: &Corpus, sheet: &Sheet, bylines: &Bylines) -> Vec<Observation> {
    sheet.order.iter().flat_map(|chain| in_chain(corpus, chain, bylines)).collect()
}

/// Facts next to each other among those that the source dates: a source that is silent on the
/// middle of a chain still has to keep its ends in order.
fn in_chain(corpus: &Corpus, chain: &OrderChain, bylines: &Bylines) -> Vec<Observation> {
    // Of each source its claims, fact by fact of those that it dates.
    let mut dated: BTreeMap<ArticleIx, Vec<(FactIx, Vec<ClaimIx>)>> = BTreeMap::new();
    for &fact in &chain.facts {
        for &ix in &corpus[fact].claims {
            let own = dated.entry(corpus[ix].source).or_default();
            match own.last_mut() {
                Some((last, claims)) if *last == fact => claims.push(ix),
                Some(_) | None => own.push((fact, vec![ix])),
            }
        }
    }
    let next = dated.values().flat_map(|own| own.windows(2));
    next.filter_map(|next| violation(corpus, &next[0].1, &next[1].1, bylines)).collect()
}

/// The two claims of a source that are out of order, if no reading of its claims is in order.
fn violation(
    corpus: &Corpus,
    earlier: &[ClaimIx],
    later: &[ClaimIx],
    bylines: &Bylines,
) -> Option<Observation> {
    let first =
        earlier.iter().copied().min_by_key(|&ix| corpus[ix].reading.date().and_then(DateValue::earliest))?;
    let last = later.iter().copied().max_by_key(|&ix| {
        let begins = corpus[ix].reading.date().and_then(DateValue::begins_latest);
        // An open end is later than any day.
        (begins.is_none(), begins)
    })?;
    let (a, b) = (&corpus[first], &corpus[last]);
    if !is_after(a.reading.date()?, b.reading.date()?) {
        return None;
    }
    let mut facts = vec![a.fact, b.fact];
    facts.sort();
    facts.dedup();
    Some(Observation {
        facts,
        part: None,
        class: Class::Contradict,
        rule: Rule::OrderViolated,
        modifiers: divided(corpus, [&[first], &[last]]),
        severity: if announced(a).is_some() { Severity::Minor } else { Severity::Major },
        reason: reason(corpus, a, b, bylines)?,
        sides: vec![vec![first], vec![last]],
        sources: Vec::new(),
        represents: 1,
    })
}

/// Whether the earliest day of one date lies after the latest day on which the other can begin.
///
/// Years that one source leaves unspecified are taken as the same; a date with a year and one
/// without cannot be put in order.
fn is_after(a: &DateValue, b: &DateValue) -> bool {
    a.year_known == b.year_known
        && a.earliest().zip(b.begins_latest()).is_some_and(|(earliest, latest)| earliest > latest)
}

fn announced(claim: &Claim) -> Option<&'static str> {
    match claim.worded? {
        Wording::Announced => Some("announced"),
        Wording::Published => Some("published"),
        Wording::Reported => Some("reported"),
        Wording::Corrected => None,
    }
}

fn reason(corpus: &Corpus, a: &Claim, b: &Claim, bylines: &Bylines) -> Option<String> {
    let (before, after) = (&corpus[a.fact].label, &corpus[b.fact].label);
    let (first, last) = (words(a.reading.date()?), words(b.reading.date()?));
    let worded = announced(a).map_or_else(String::new, |word| format!(", the day on which it was {word},"));
    let is_one_voice = a.via == b.via;
    let [first_cites, last_cites] =
        [a, b].map(|claim| if is_one_voice { String::new() } else { citing(corpus, claim) });
    let who = if is_one_voice {
        Subject::one(corpus, bylines, a)
    } else {
        Subject { words: bylines.of_claim(corpus, a).to_owned(), is_plural: false }
    };
    let (who, dates) = (&who.words, who.verb("dates", "date"));
    Some(format!(
        "{who} {dates} “{before}” to {first}{first_cites}{worded} and “{after}” to {last}{last_cites}, \
         although the first should come before the second"
    ))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::{FactKind, Wording};

    #[test]
    fn an_announcement_after_the_beginning_is_minor() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07-15").with(|c| c.worded = Some(Wording::Announced)).fact("raids", FactKind::Date).says("alpha", "2025-07-14/2025-07-16").in_order(), "
            contradict order-violated minor: Alpha News dates “The asked” to 15 July 2025, the day on which it was announced, and “The raids” to 14–16 July 2025, although the first should come before the second.
            ");
    }

    #[test]
    fn an_order_after_the_first_day_is_major() {
        check(&Case::of(FactKind::Date).says("alpha", "XXXX-11-15").fact("raids", FactKind::Date).says("alpha", "{XXXX-11-14,XXXX-11-16}").in_order(), "
            contradict order-violated major: Alpha News dates “The asked” to 15 November (year not stated) and “The raids” to 14 and 16 November (year not stated), although the first should come before the second.
            ");
    }

    #[test]
    fn the_same_day_is_in_order() {
        check(
            &Case::of(FactKind::Date)
                .says("alpha", "2025-07-14")
                .fact("raids", FactKind::Date)
                .says("alpha", "2025-07-14/2025-07-16")
                .in_order(),
            "",
        );
    }

    #[test]
    fn a_month_leaves_room() {
        check(
            &Case::of(FactKind::Date)
                .says("alpha", "2025-07-15")
                .fact("raids", FactKind::Date)
                .says("alpha", "2025-07")
                .in_order(),
            "",
        );
    }

    #[test]
    fn the_dates_of_two_sources_are_not_mixed() {
        check(
            &Case::of(FactKind::Date)
                .says("alpha", "2025-07-15")
                .fact("raids", FactKind::Date)
                .says("bravo", "2025-07-14")
                .in_order(),
            "",
        );
    }

    #[test]
    fn a_year_left_open_cannot_be_ordered() {
        check(
            &Case::of(FactKind::Date)
                .says("alpha", "2025-11-15")
                .fact("raids", FactKind::Date)
                .says("alpha", "XXXX-11-14")
                .in_order(),
            "",
        );
    }

    #[test]
    fn a_second_answer_in_order_is_enough() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07-15").says("alpha", "2025-07-13").fact("raids", FactKind::Date).says("alpha", "2025-07-14").in_order(), "
            contradict date-disjoint major [self-contradiction]: Alpha News itself gives both 15 July 2025 and 13 July 2025, 2 days apart.
            ");
    }

    /// An order and raids, each dated by one of these.
    fn dated(order: Option<&str>, raids: Option<&str>) -> Case {
        let via = |case: Case, who: Option<&str>| match who {
            Some(who) => case.via(who),
            None => case,
        };
        let order = via(Case::of(FactKind::Date).says("alpha", "2025-07-15"), order);
        via(order.fact("raids", FactKind::Date).says("alpha", "2025-07-14"), raids).in_order()
    }

    #[test]
    fn two_parties_whom_a_source_cites_are_in_dispute() {
        check(&dated(Some("police"), Some("hun-sen")), "
            contradict order-violated major [reported-dispute]: Alpha News dates “The asked” to 15 July 2025 (its source: National Police) and “The raids” to 14 July 2025 (its source: Hun Sen), although the first should come before the second.
            ");
    }

    #[test]
    fn a_source_that_adds_its_own_date_to_a_cited_one_is_in_no_dispute() {
        check(&dated(Some("police"), None), "
            contradict order-violated major: Alpha News dates “The asked” to 15 July 2025 (its source: National Police) and “The raids” to 14 July 2025, although the first should come before the second.
            ");
    }
}
