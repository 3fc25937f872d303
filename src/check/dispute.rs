//! Which records are about one underlying dispute; entry point [`group`].
//!
//! Records of one question are one dispute, and so are an order of dates and the dates in it. An
//! office with two holders and what the two are said to have done in it are one; so are a name and
//! the title beside it, and two questions that a source answers by the same words.

use std::collections::{BTreeMap, BTreeSet};

use super::joined::Joined;
use super::question::answer_key;
use crate::model::{
    ArticleIx, Claim, ClaimIx, Class, Corpus, EntityIx, FactIx, Finding, FindingId, QuoteState, Rule,
    SheetIx, SheetKind,
};

/// How many claims of each side are looked at for shared words.
const CLAIMS_OF_A_SIDE: usize = 4;

/// Gives each contradiction and each variant the id of the gravest record of its dispute; findings
/// are in the order in which they are published.
pub fn group(corpus: &Corpus, findings: &mut [Finding]) {
    let joined = Joined::new(corpus);
    let counted: Vec<usize> = (0..findings.len()).filter(|&i| findings[i].class.is_dispute()).collect();
    let mut groups = Groups((0..findings.len()).collect());
    let mut by_question: BTreeMap<(FactIx, Option<EntityIx>), usize> = BTreeMap::new();
    for &i in &counted {
        for question in questions(corpus, &joined, &findings[i]) {
            let first = *by_question.entry(question).or_insert(i);
            groups.join(first, i);
        }
    }
    holders(corpus, findings, &counted, &mut groups);
    names(corpus, findings, &counted, &mut groups);
    passages(corpus, findings, &counted, &mut groups);
    let mut leads: BTreeMap<usize, usize> = BTreeMap::new();
    for &i in &counted {
        let lead = leads.entry(groups.first(i)).or_insert(i);
        let gravity = |i: usize| (findings[i].severity, findings[i].class);
        if gravity(i) > gravity(*lead) {
            *lead = i;
        }
    }
    let ids: Vec<(usize, FindingId)> =
        counted.iter().map(|&i| (i, findings[leads[&groups.first(i)]].id.clone())).collect();
    for (i, id) in ids {
        findings[i].dispute = Some(id);
    }
}

/// What a finding is about: each question, with the part, that its claims answer.
fn questions(corpus: &Corpus, joined: &Joined, finding: &Finding) -> BTreeSet<(FactIx, Option<EntityIx>)> {
    let claims = finding.sides.iter().flatten().map(|&ix| &corpus[ix]);
    claims.map(|claim| (joined.first(claim.fact), claim.part)).collect()
}

/// An office that two people are said to hold, and what those two are said to have done.
fn holders(corpus: &Corpus, findings: &[Finding], counted: &[usize], groups: &mut Groups) {
    let mut by_people: BTreeMap<Vec<EntityIx>, Vec<usize>> = BTreeMap::new();
    for &i in
        counted.iter().filter(|&&i| matches!(findings[i].rule, Rule::RoleConflict | Rule::EntityDiffers))
    {
        let claims = findings[i].sides.iter().filter_map(|side| side.first());
        let people: BTreeSet<EntityIx> =
            claims.filter_map(|&ix| corpus[ix].reading.entity().flatten()).collect();
        if people.len() > 1 {
            by_people.entry(people.into_iter().collect()).or_default().push(i);
        }
    }
    for records in by_people.values() {
        let Some(&office) = records.iter().find(|&&i| findings[i].rule == Rule::RoleConflict) else {
            continue;
        };
        for &i in records.iter().filter(|&&i| shares_source(&findings[office], &findings[i])) {
            groups.join(office, i);
        }
    }
}

/// Variants in the sheet of one entity: its name, and the titles beside it.
fn names(corpus: &Corpus, findings: &[Finding], counted: &[usize], groups: &mut Groups) {
    let mut by_sheet: BTreeMap<SheetIx, usize> = BTreeMap::new();
    for &i in counted {
        let finding = &findings[i];
        let is_of_entity = matches!(corpus[finding.sheet].kind, SheetKind::Entity(_));
        if finding.class != Class::Variant || !is_of_entity {
            continue;
        }
        let first = *by_sheet.entry(finding.sheet).or_insert(i);
        if shares_source(&findings[first], finding) {
            groups.join(first, i);
        }
    }
}

fn shares_source(a: &Finding, b: &Finding) -> bool {
    a.sources.iter().any(|source| b.sources.binary_search(source).is_ok())
}

/// A claim of a record, by where its words stand.
struct Passage {
    start: usize,
    end: usize,
    record: usize,
    claim: ClaimIx,
}

/// Records of the same sources that rest on the same words.
fn passages(corpus: &Corpus, findings: &[Finding], counted: &[usize], groups: &mut Groups) {
    let mut by_source: BTreeMap<ArticleIx, Vec<Passage>> = BTreeMap::new();
    for &record in counted {
        let sides = findings[record].sides.iter().flat_map(|side| side.iter().take(CLAIMS_OF_A_SIDE));
        for &claim in sides {
            let (QuoteState::InBody(start) | QuoteState::Locked(start)) = corpus[claim].quote.state else {
                continue;
            };
            let end = start + corpus[claim].quote.exact.len();
            by_source.entry(corpus[claim].source).or_default().push(Passage { start, end, record, claim });
        }
    }
    // How many of its sources have the one record's words within the other's.
    let mut nested: BTreeMap<(usize, usize), BTreeSet<ArticleIx>> = BTreeMap::new();
    for (source, mut passages) in by_source {
        passages.sort_by_key(|passage| (passage.start, passage.record, passage.claim));
        for (i, a) in passages.iter().enumerate() {
            for b in passages[i + 1..].iter().take_while(|b| b.start < a.end).take(NEAR_PASSAGES) {
                if a.record == b.record || findings[a.record].sources != findings[b.record].sources {
                    continue;
                }
                let [one, other] = [&corpus[a.claim], &corpus[b.claim]];
                if is_same_answer(findings, [a.record, b.record], [one, other]) {
                    groups.join(a.record, b.record);
                } else if holds_words(one, other) || holds_words(other, one) {
                    let key = (a.record.min(b.record), a.record.max(b.record));
                    nested.entry(key).or_default().insert(source);
                }
            }
        }
    }
    for ((a, b), sources) in nested {
        if sources.len() == findings[a].sources.len() {
            groups.join(a, b);
        }
    }
}

/// How many overlapping passages each passage is held against.
const NEAR_PASSAGES: usize = 64;

/// Whether one rule found both records, and a source gives both questions one answer.
fn is_same_answer(findings: &[Finding], [a, b]: [usize; 2], [one, other]: [&Claim; 2]) -> bool {
    let (a, b) = (&findings[a], &findings[b]);
    (a.rule, a.sheet) == (b.rule, b.sheet)
        && one.fact != other.fact
        && one.reading.date().is_some()
        && answer_key(one) == answer_key(other)
}

/// Whether one name holds the other, as a title holds the name of a body.
fn holds_words(long: &Claim, short: &Claim) -> bool {
    let is_name = |claim: &Claim| claim.reading.entity().is_some();
    is_name(long) && is_name(short) && long.words.to_lowercase().contains(&short.words.to_lowercase())
}

/// Records joined into groups: each points towards an earlier one of its group.
struct Groups(Vec<usize>);

impl Groups {
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.0[a.max(b)] = a.min(b);
    }

    fn first(&mut self, mut i: usize) -> usize {
        while self.0[i] != i {
            self.0[i] = self.0[self.0[i]];
            i = self.0[i];
        }
        i
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::check::findings;
    use crate::check::testing::*;
    use crate::model::FactKind;

    /// How many records there are, and how many disputes.
    #[track_caller]
    fn check(case: &Case, expected: (usize, usize)) {
        let found = findings(&case.corpus);
        let disputes: Vec<_> = found.iter().filter_map(|finding| finding.dispute.as_ref()).collect();
        let ids: BTreeSet<_> = disputes.iter().collect();
        assert_eq!(
            (disputes.len(), ids.len()),
            expected,
            "{:#?}",
            found.iter().map(line).collect::<Vec<_>>()
        );
        assert!(ids.iter().all(|id| found.iter().any(|finding| finding.id == ***id)));
    }

    #[test]
    fn records_of_one_question_are_one_dispute() {
        check(&Case::of(people()).says("alpha", "271").says("bravo", "293").says("charlie", "350"), (3, 1));
    }

    #[test]
    fn two_questions_are_two_disputes() {
        let case = Case::of(people()).says("alpha", "271").says("bravo", "293");
        check(&case.fact("wounded", people()).says("alpha", "27").says("bravo", "35"), (2, 2));
    }

    #[test]
    fn an_order_and_its_dates_are_one_dispute() {
        let case = Case::of(FactKind::Date).says("alpha", "2025-07-15").says("bravo", "2025-07-01");
        let case = case.fact("raid", FactKind::Date).says("alpha", "2025-07-10").says("bravo", "2025-07-20");
        check(&case.in_order(), (3, 1));
    }

    #[test]
    fn an_office_and_its_holder_are_one_dispute() {
        let case = Case::of(somebody()).says("alpha", "Hun Sen").says("bravo", "Hun Manet");
        let office = case.entity("prime-minister");
        let case = case.fact("holder", FactKind::Entity { office: Some(office) });
        check(&case.says("alpha", "Hun Sen").says("bravo", "Hun Manet"), (2, 1));
    }

    #[test]
    fn two_deeds_of_the_same_two_people_are_two_disputes() {
        let case = Case::of(somebody()).says("alpha", "Hun Sen").says("bravo", "Hun Manet");
        let case = case.fact("speaker", somebody()).says("alpha", "Hun Sen").says("bravo", "Hun Manet");
        check(&case, (2, 2));
    }
}
