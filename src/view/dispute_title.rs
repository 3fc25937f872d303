//! What a dispute is called: its question with the answers between which it is, or what is wrong with the
//! answers; entry points [`title`], [`question`] and [`tell_apart`].

use std::collections::{BTreeMap, BTreeSet};

use super::Here;
use super::discrepancy::DiscrepancyView;
use super::readings;
use super::speakers::speaker;
use crate::language::Key;
use crate::model::{ClaimIx, Finding, Modifier, Reading, Rule};
use crate::text::clip;

/// The most characters of one answer.
const N_CHARS_MAX: usize = 70;

/// What a record is called: `Who gave the order: Hun Manet or Hun Sen`; a difference that is no dispute by what
/// it is about.
pub fn title(here: Here<'_>, finding: &Finding) -> String {
    let asked = about(here, finding);
    if !finding.class.is_dispute() {
        return asked;
    }
    ruled(here, finding).or_else(|| whole(here, finding)).unwrap_or_else(|| {
        let fault = fault(here, finding).or_else(|| one_source(here, finding));
        of_question(here, &asked, &fault.unwrap_or_else(|| list(here, &answers(here, finding), Key::ListOr)))
    })
}

/// The same without the answers, for a table that shows them beside it.
pub fn question(here: Here<'_>, finding: &Finding) -> String {
    let asked = about(here, finding);
    if !finding.class.is_dispute() {
        return asked;
    }
    let fault = || fault(here, finding).map(|fault| of_question(here, &asked, &fault));
    ruled(here, finding).or_else(|| whole(here, finding)).or_else(fault).unwrap_or(asked)
}

/// Records of one page that are called alike, each with its sources behind it.
pub fn tell_apart<'a>(here: Here<'_>, records: impl Iterator<Item = &'a mut DiscrepancyView>) {
    let mut records: Vec<&mut DiscrepancyView> = records.collect();
    let mut n_called: BTreeMap<String, usize> = BTreeMap::new();
    records.iter().for_each(|record| *n_called.entry(record.title.clone()).or_default() += 1);
    for record in records.iter_mut().filter(|record| n_called[&record.title] > 1) {
        let names = record.sides.iter().flat_map(|side| &side.claims).map(|claim| &claim.source_name);
        let mut seen: BTreeSet<&String> = BTreeSet::new();
        let sources: Vec<String> = names.filter(|&name| seen.insert(name)).cloned().collect();
        record.title = format!("{} ({})", record.title, list(here, &sources, Key::ListAnd));
    }
}

/// What the curator calls it.
fn ruled(here: Here<'_>, finding: &Finding) -> Option<String> {
    here.edition.corpus[finding.ruling?].title.clone()
}

/// A question with what is told of it; one that ends in a mark of its own needs no other.
fn of_question(here: Here<'_>, asked: &str, told: &str) -> String {
    if asked.ends_with(['?', '？', '؟']) {
        return format!("{asked} {told}");
    }
    here.fill(Key::DisputeOfQuestion, &[("question", asked), ("answers", told)])
}

/// A dispute whose title names more than its question.
fn whole(here: Here<'_>, finding: &Finding) -> Option<String> {
    let corpus = here.edition.corpus;
    let names = || list(here, &answers(here, finding), Key::ListAnd);
    match finding.rule {
        Rule::OrderViolated => {
            let label = |side: usize| {
                let claim = finding.sides.get(side).and_then(|side| side.first())?;
                Some(corpus[corpus[*claim].fact].label.as_str())
            };
            let source = corpus[*finding.sources.first()?].short_name();
            let values = [("source", source), ("first", label(0)?), ("then", label(1)?)];
            Some(here.fill(Key::DisputeOrder, &values))
        }
        Rule::NameVariant => Some(here.fill(Key::DisputeNames, &[("names", &names())])),
        Rule::TitleVariant => Some(here.fill(Key::DisputeTitles, &[("names", &names())])),
        _ => None,
    }
}

/// What is wrong with the answers, where that is more than that they differ.
fn fault(here: Here<'_>, finding: &Finding) -> Option<String> {
    match finding.rule {
        Rule::SumMismatch => Some(here.say(Key::DisputeSum)),
        Rule::PartExceedsWhole => Some(here.say(Key::DisputePart)),
        Rule::SetDiffers => Some(here.say(Key::DisputeList)),
        Rule::CountCorrection => outlier(here, finding).or_else(|| match answers(here, finding).as_slice() {
            [a, b] => Some(here.fill(Key::DisputeCorrection, &[("a", a), ("b", b)])),
            _ => None,
        }),
        _ => None,
    }
}

/// The figure of a running total that stands out between its two neighbours, with the neighbours.
fn outlier(here: Here<'_>, finding: &Finding) -> Option<String> {
    let corpus = here.edition.corpus;
    let day = |claim: ClaimIx| corpus[claim].day();
    let is_between = |before: ClaimIx, at: ClaimIx, after: ClaimIx| matches!((day(before), day(at), day(after)), (Some(a), Some(b), Some(c)) if a < b && b < c);
    let (before, at, after) = match finding.sides.as_slice() {
        [one, other] => match (one.as_slice(), other.as_slice()) {
            (&[before, after], &[at]) | (&[at], &[before, after]) => (before, at, after),
            _ => return None,
        },
        _ => return None,
    };
    let [before, at, after] = if is_between(before, at, after) {
        [before, at, after].map(|claim| answer(here, claim))
    } else {
        return None;
    };
    Some(here.fill(Key::DisputeOutlier, &[("figure", &at), ("before", &before), ("after", &after)]))
}

/// Two answers of one voice, which is named.
fn one_source(here: Here<'_>, finding: &Finding) -> Option<String> {
    let key = |modifier: &Modifier| match modifier {
        Modifier::SelfContradiction => Some(Key::DisputeOwn),
        Modifier::ReportedDispute => Some(Key::DisputeReported),
        Modifier::MisquotedOrigin
        | Modifier::OneVoice
        | Modifier::ScopeUnstated
        | Modifier::UnitSuspected => None,
    };
    let key = finding.modifiers.iter().find_map(key)?;
    let source = here.edition.corpus[*finding.sources.first()?].short_name();
    let answers = list(here, &answers(here, finding), Key::ListAnd);
    match one_voice(here, finding) {
        Some(speaker) if key == Key::DisputeOwn => {
            Some(here.fill(Key::DisputeOwnVoice, &[("speaker", &speaker), ("answers", &answers)]))
        }
        Some(_) | None => Some(here.fill(key, &[("source", source), ("answers", &answers)])),
    }
}

/// Whom the one source of a finding cites for all of its answers, and the source.
fn one_voice(here: Here<'_>, finding: &Finding) -> Option<String> {
    let corpus = here.edition.corpus;
    let mut claims = finding.sides.iter().flatten().map(|&claim| &corpus[claim]);
    let first = claims.next().filter(|claim| !claim.via.is_empty())?;
    claims.all(|claim| claim.via == first.via && claim.source == first.source).then(|| speaker(here, first))
}

/// The first answer of each side, each once.
fn answers(here: Here<'_>, finding: &Finding) -> Vec<String> {
    let mut answers: Vec<String> = Vec::new();
    for &claim in finding.sides.iter().filter_map(|side| side.first()) {
        let answer = answer(here, claim);
        if !answers.contains(&answer) {
            answers.push(answer);
        }
    }
    answers
}

/// Positions in quotation marks, because they are whole sentences at times.
fn answer(here: Here<'_>, claim: ClaimIx) -> String {
    let claim = &here.edition.corpus[claim];
    let words = clip(&readings::headline(here, claim), N_CHARS_MAX);
    match claim.reading {
        Reading::Position(_) => format!("“{words}”"),
        Reading::YesNo(is_so) => here.say(if is_so { Key::SaidYes } else { Key::SaidNo }),
        Reading::Quantity(_) | Reading::Date(_) | Reading::Entity(_) | Reading::Set(_) | Reading::Text => {
            words
        }
    }
}

fn list(here: Here<'_>, all: &[String], key: Key) -> String {
    here.edition.language.list(all, key)
}

/// The question that a finding is about, with the part; several where they are compared with each other.
pub fn about(here: Here<'_>, finding: &Finding) -> String {
    let corpus = here.edition.corpus;
    let mut labels: Vec<&str> = Vec::new();
    for fact in finding.facts.iter().map(|&fact| &corpus[fact]) {
        if !labels.contains(&fact.label.as_str()) {
            labels.push(&fact.label);
        }
    }
    let about = match finding.facts.first() {
        None => here.sheet(finding.sheet).text,
        Some(&fact) => here.under_its_sheet(fact, &labels.join(", ")),
    };
    match finding.part {
        Some(part) => format!("{about}: {}", corpus[part].name),
        None => about,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::model::{Class, Severity};
    use crate::plan::{Route, plan};
    use crate::view::discrepancy::full;
    use crate::view::{Edition, fixture};

    #[track_caller]
    fn check(change: impl Fn(&mut Finding), expected: &str) {
        let (corpus, mut findings, language) = (fixture::corpus(), fixture::findings(), Language::english());
        findings[1].modifiers.clear();
        change(&mut findings[1]);
        let plan = plan(&corpus, &findings);
        let edition = Edition::new(&corpus, &findings, &plan, &language);
        let here = Here { edition: &edition, route: &Route::new("index.html") };
        assert_eq!(title(here, &findings[1]), expected);
    }

    #[test]
    fn a_title_has_the_answers_between_which_a_dispute_is() {
        check(|_| {}, "Who gave the order: Hun Manet or Hun Sen");
    }

    #[test]
    fn a_title_says_that_one_source_gives_both_answers() {
        let own = |finding: &mut Finding| finding.modifiers.push(Modifier::SelfContradiction);
        check(own, "Who gave the order: Post says both Hun Manet and Hun Sen");
        let reported = |finding: &mut Finding| finding.modifiers.push(Modifier::ReportedDispute);
        check(reported, "Who gave the order: Post reports both Hun Manet and Hun Sen");
    }

    #[test]
    fn a_title_says_what_is_wrong_with_names_and_parts() {
        let names =
            |finding: &mut Finding| (finding.class, finding.rule) = (Class::Variant, Rule::NameVariant);
        check(names, "One name in several forms: Hun Manet and Hun Sen");
        let part = |finding: &mut Finding| finding.rule = Rule::PartExceedsWhole;
        check(part, "Who gave the order: a part is larger than the whole");
    }

    #[test]
    fn a_title_is_what_the_curator_calls_the_dispute() {
        let (mut corpus, findings, language) = (fixture::corpus(), fixture::findings(), Language::english());
        corpus.rulings[0].title = Some("Two men are said to have given one order".into());
        let plan = plan(&corpus, &findings);
        let edition = Edition::new(&corpus, &findings, &plan, &language);
        let here = Here { edition: &edition, route: &Route::new("index.html") };
        let ruled = findings.iter().find(|finding| finding.ruling.is_some()).expect("one is ruled on");
        assert_eq!(title(here, ruled), "Two men are said to have given one order");
        assert_eq!(question(here, ruled), title(here, ruled));
    }

    #[test]
    fn records_that_are_called_alike_are_told_apart_by_their_sources() {
        let (corpus, findings, language) = (fixture::corpus(), fixture::findings(), Language::english());
        let plan = plan(&corpus, &findings);
        let edition = Edition::new(&corpus, &findings, &plan, &language);
        let here = Here { edition: &edition, route: &Route::new("index.html") };
        let mut records = [&findings[1], &findings[1], &findings[0]].map(|finding| full(here, finding));
        let alone = records[2].title.clone();
        tell_apart(here, records.iter_mut());
        assert!(records[0].title.ends_with(" (Post and Paper)"), "{}", records[0].title);
        assert_eq!(records[2].title, alone);
    }

    #[test]
    fn what_is_no_dispute_is_called_by_its_question_alone() {
        let fits = |finding: &mut Finding| {
            (finding.class, finding.severity, finding.dispute) = (Class::Compatible, Severity::Info, None);
        };
        check(fits, "Who gave the order");
    }
}
