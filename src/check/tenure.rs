//! Holders of an office beside the curator's own record; entry points [`held`] and [`out_of_office`].

use super::wording::join;
use crate::model::{Claim, Corpus, DateValue, EntityIx, SheetKind};
use crate::value::date;

/// When a person held an office, by the curator's own record: `Hun Sen held it until August 2023`.
pub fn held(corpus: &Corpus, office: EntityIx, person: EntityIx) -> Option<String> {
    Some(format!("{} held it {}", corpus[person].name, periods(corpus, office, person)?))
}

/// What the curator's record says against a claim that names a holder for a time at which that
/// person was not in office.
///
/// It is a remark and no finding, since no second source is needed for it and none disagrees.
pub fn out_of_office(corpus: &Corpus, claim: &Claim) -> Option<String> {
    let office = corpus[claim.fact].kind.office()?;
    let person = claim.reading.entity()??;
    let time = time_of(corpus, claim).filter(|time| time.year_known)?;
    let mut tenures = corpus[office].holders.iter().filter(|tenure| tenure.person == person).peekable();
    tenures.peek()?;
    if tenures.any(|tenure| tenure.covers(time)) {
        return None;
    }
    let (name, periods) = (&corpus[person].name, periods(corpus, office, person)?);
    let time = date::words(time);
    Some(format!("By the editors’ record {name} held the office {periods}, and this answer is for {time}"))
}

/// The periods of a person in an office, in words.
fn periods(corpus: &Corpus, office: EntityIx, person: EntityIx) -> Option<String> {
    let periods: Vec<String> = corpus[office]
        .holders
        .iter()
        .filter(|tenure| tenure.person == person)
        .filter_map(|tenure| date::period_words(tenure.from.as_ref(), tenure.to.as_ref()))
        .collect();
    (!periods.is_empty()).then(|| join(&periods))
}

/// The time that a claim speaks of: its own, that of its event, or else that of its article.
fn time_of<'a>(corpus: &'a Corpus, claim: &'a Claim) -> Option<&'a DateValue> {
    let sheet = &corpus[corpus[claim.fact].sheet];
    let of_event = match sheet.kind {
        SheetKind::Event => sheet.date.as_ref(),
        SheetKind::Question | SheetKind::Entity(_) => None,
    };
    claim.as_of.as_ref().or(of_event).or(corpus[claim.source].published.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::*;
    use crate::model::{ClaimIx, FactKind, Tenure};

    /// What is said of Hun Sen, in office until August 2023, named for a day.
    fn remark(day_named: &str) -> Option<String> {
        let case = Case::of(somebody());
        let office = case.entity("prime-minister");
        let mut case = case.where_fact(|fact| fact.kind = FactKind::Entity { office: Some(office) });
        let person = case.entity("hun-sen");
        case.corpus.entities[office.index()].holders =
            vec![Tenure { person, from: None, to: Some(day("2023-08")) }];
        let case = case.says("alpha", "Hun Sen").on_day(day_named);
        out_of_office(&case.corpus, &case.corpus[ClaimIx(0)])
    }

    #[test]
    fn a_holder_after_the_end_of_the_period_is_remarked_on() {
        assert_eq!(
            remark("2025-11-14").as_deref(),
            Some(
                "By the editors’ record Hun Sen held the office until August 2023, and this answer is for 14 November 2025"
            )
        );
    }

    #[test]
    fn a_holder_in_office_is_not() {
        assert_eq!(remark("2023-08-10"), None);
        assert_eq!(remark("2020"), None);
    }

    #[test]
    fn a_day_without_a_year_says_nothing_against_it() {
        assert_eq!(remark("XXXX-11-14"), None);
    }
}
