//! What a sheet's own date and places say beside the answers that they are read from; entry points
//! [`dating`] and [`are_places_disputed`].
//!
//! A header, an index or a card tells the date of an event in few words. Where the sources contradict
//! each other on it, those words have to be all of their answers.

use super::joined::Joined;
use super::summary::Disputes;
use crate::model::{Corpus, DateValue, FactIx, Rule, SheetIx};
use crate::value::date::{self, DateRelation};

/// When a sheet says that it happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dating {
    /// The one date, or every answer where they contradict each other, the curator's own first.
    pub dates: Vec<DateValue>,
    /// The fact that it is read from.
    pub fact: Option<FactIx>,
    /// Whether its answers contradict each other.
    pub is_disputed: bool,
}

/// The date of a sheet, or all that the sources give where they contradict each other.
pub fn dating(corpus: &Corpus, disputes: &Disputes<'_>, ix: SheetIx) -> Dating {
    let sheet = &corpus[ix];
    let own = sheet.date.as_ref();
    let Some(fact) = sheet.date_of.or_else(|| supposed(corpus, disputes, ix)) else {
        return Dating { dates: own.cloned().into_iter().collect(), ..Dating::default() };
    };
    let is_disputed = is_date_disputed(disputes, fact);
    let dates = match own {
        Some(own) if !is_disputed => vec![own.clone()],
        _ => told(answers(corpus, disputes.joined(), fact), own),
    };
    Dating { dates, fact: Some(fact), is_disputed }
}

/// Whether the sources contradict each other on where it happened.
pub fn are_places_disputed(corpus: &Corpus, disputes: &Disputes<'_>, ix: SheetIx) -> bool {
    corpus[ix].places_of.is_some_and(|fact| disputes.of(fact, None).next().is_some())
}

/// A disputed date fact of the sheet to which one answer is the sheet's own date, where no fact is named.
pub(super) fn supposed(corpus: &Corpus, disputes: &Disputes<'_>, ix: SheetIx) -> Option<FactIx> {
    let own = corpus[ix].date.as_ref()?;
    let gives = |&fact: &FactIx| {
        answers(corpus, disputes.joined(), fact).any(|date| date::relation(date, own) == DateRelation::Equal)
    };
    corpus[ix].facts.iter().copied().filter(|&fact| is_date_disputed(disputes, fact)).find(gives)
}

/// Whether two answers to a question of date cannot both be true; an order that one source breaks is
/// another matter.
pub(super) fn is_date_disputed(disputes: &Disputes<'_>, fact: FactIx) -> bool {
    disputes.of(fact, None).any(|finding| finding.rule == Rule::DateDisjoint)
}

/// The dates that sources give for a fact, and for those joined to it.
fn answers<'a>(corpus: &'a Corpus, joined: &'a Joined, fact: FactIx) -> impl Iterator<Item = &'a DateValue> {
    let claims = joined.group(fact).iter().flat_map(|&fact| &corpus[fact].claims);
    claims.filter_map(|&claim| corpus[claim].reading.date())
}

/// Each date once, without those that hold a more precise one, the curator's own first.
fn told<'a>(answers: impl Iterator<Item = &'a DateValue>, own: Option<&DateValue>) -> Vec<DateValue> {
    let all: Vec<&DateValue> = answers.collect();
    let mut told: Vec<DateValue> = Vec::new();
    for date in &all {
        let is_coarse = all.iter().any(|other| holds(date, other));
        let is_told = told.iter().any(|known| date::relation(known, date) == DateRelation::Equal);
        if !is_coarse && !is_told {
            told.push((*date).clone());
        }
    }
    told.sort_by_key(|date| own.is_none_or(|own| date::relation(date, own) != DateRelation::Equal));
    told
}

/// Whether all days of the one date are among those of the other, which has more.
fn holds(coarse: &DateValue, fine: &DateValue) -> bool {
    coarse.year_known == fine.year_known
        && date::relation(coarse, fine) == DateRelation::Contains
        && coarse.earliest() <= fine.earliest()
        && fine.latest() <= coarse.latest()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::findings;
    use crate::check::testing::*;
    use crate::model::FactKind;
    use crate::value::date::words;

    #[track_caller]
    fn check(case: &Case, expected: (&[&str], bool)) {
        let found = findings(&case.corpus);
        let dating = dating(&case.corpus, &Disputes::new(&case.corpus, &found), SheetIx(0));
        let told: Vec<String> = dating.dates.iter().map(words).collect();
        assert_eq!(
            (told.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), dating.is_disputed),
            expected
        );
    }

    fn dated(own: &str, named: bool) -> Case {
        let mut case = Case::of(FactKind::Date);
        case.corpus.sheets[0].date = Some(day(own));
        case.corpus.sheets[0].date_of = named.then_some(FactIx(0));
        case
    }

    #[test]
    fn a_disputed_date_is_every_answer() {
        let both = (&["14–16 July 2025", "14 November 2025"][..], true);
        let case = |named| {
            let case = dated("2025-07-14/2025-07-16", named);
            case.says("alpha", "2025-11-14").says("bravo", "2025-07-14/2025-07-16").says("charlie", "2025-07")
        };
        check(&case(true), both);
        check(&case(false), both);
    }

    #[test]
    fn an_agreed_date_is_the_one_that_the_curator_writes() {
        let case = dated("2025-07-14", true).says("alpha", "2025-07-14").says("bravo", "2025-07");
        check(&case, (&["14 July 2025"], false));
    }

    #[test]
    fn another_date_that_is_disputed_does_not_touch_it() {
        let case = dated("2025-07-20", false).says("alpha", "2025-07-14").says("bravo", "2025-11-14");
        check(&case, (&["20 July 2025"], false));
    }
}
