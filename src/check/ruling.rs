//! The curator's rulings beside the findings they answer; entry points [`attach`] and [`stale`].

use std::collections::BTreeMap;

use super::joined::Joined;
use crate::diag::{Code, Diagnostic};
use crate::model::{Class, Corpus, FactIx, Finding, Ruling, RulingIx};

/// Attaches to each finding the ruling that answers it most exactly.
pub fn attach(corpus: &Corpus, findings: &mut [Finding]) {
    let joined = Joined::new(corpus);
    let mut rulings: BTreeMap<FactIx, Vec<RulingIx>> = BTreeMap::new();
    for (i, ruling) in corpus.rulings.iter().enumerate() {
        rulings.entry(joined.first(ruling.fact)).or_default().push(RulingIx(i as u32));
    }
    for finding in findings.iter_mut().filter(|finding| is_answerable(finding.class)) {
        let asked = finding.facts.iter().filter_map(|&fact| rulings.get(&joined.first(fact)));
        let answering = asked.flatten().copied().filter(|&ix| answers(&corpus[ix], finding));
        finding.ruling = answering.max_by_key(|&ix| {
            let ruling = &corpus[ix];
            (ruling.part.is_some(), ruling.between.len(), ix)
        });
    }
}

/// Rulings whose finding is gone, or of another class than they expect.
pub fn stale(corpus: &Corpus, findings: &[Finding]) -> Vec<Diagnostic> {
    let joined = Joined::new(corpus);
    let mut by_question: BTreeMap<FactIx, Vec<&Finding>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| is_answerable(finding.class)) {
        for &fact in &finding.facts {
            by_question.entry(joined.first(fact)).or_default().push(finding);
        }
    }
    let asked = |ruling: &Ruling| by_question.get(&joined.first(ruling.fact)).map_or(&[][..], Vec::as_slice);
    corpus.rulings.iter().filter_map(|ruling| stale_ruling(corpus, asked(ruling), ruling)).collect()
}

fn stale_ruling(corpus: &Corpus, findings: &[&Finding], ruling: &Ruling) -> Option<Diagnostic> {
    let answered = findings.iter().filter(|finding| answers(ruling, finding));
    let worst = answered.max_by_key(|finding| (finding.class, finding.severity));
    let (expect, fact) = (ruling.expect, &corpus[ruling.fact].id);
    let error = |message: String| Diagnostic::error(Code::RulingStale, ruling.span, message);
    match worst {
        Some(finding) if finding.class == expect => None,
        Some(finding) => {
            let class = finding.class;
            let fault = error(format!(
                "this ruling expects `{expect}`, but the worst finding on `{fact}` is `{class}`"
            ));
            Some(fault.help(format!(
                "it is now `{}`: {} Read it again, then set `expect: {class}` or remove the ruling",
                finding.rule, finding.reason
            )))
        }
        None => {
            let fault = error(format!(
                "this ruling expects `{expect}`, but the sources it is about do not differ on `{fact}`"
            ));
            Some(fault.help("remove the ruling, or correct its `fact`, `part` or `between`; a ruling `between` sources is held back with them"))
        }
    }
}

/// Whether a ruling on a finding's question is about its part and its sources.
fn answers(ruling: &Ruling, finding: &Finding) -> bool {
    (ruling.part.is_none() || ruling.part == finding.part)
        && ruling.between.iter().all(|source| finding.sources.contains(source))
}

/// Agreement and silence need no ruling.
fn is_answerable(class: Class) -> bool {
    match class {
        Class::Agree | Class::Gap => false,
        Class::Compatible | Class::Scope | Class::Update | Class::Variant | Class::Contradict => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::findings;
    use crate::check::testing::*;
    use crate::model::RulingStatus;

    fn ruled(mut case: Case, between: &[&str], expect: Class) -> Case {
        let between = between.iter().map(|source| case.article(source)).collect();
        case.corpus.rulings.push(Ruling {
            fact: crate::model::FactIx(0),
            part: None,
            between,
            prefer: None,
            status: RulingStatus::Open,
            title: None,
            note: String::new(),
            decided: day("2025-08-01"),
            expect,
            would_settle: None,
            span: SPAN,
        });
        case
    }

    fn disputed() -> Case {
        Case::of(people()).says("alpha", "271").says("bravo", "293").says("charlie", "350")
    }

    fn attached(case: &Case) -> Vec<Option<RulingIx>> {
        findings(&case.corpus).iter().map(|finding| finding.ruling).collect()
    }

    #[test]
    fn the_ruling_between_two_sources_goes_before_that_on_the_whole_fact() {
        let case = ruled(ruled(disputed(), &["alpha", "bravo"], Class::Contradict), &[], Class::Contradict);
        let (whole, between) = (Some(RulingIx(1)), Some(RulingIx(0)));
        let mut found = attached(&case);
        found.sort();
        assert_eq!(found, [between, whole, whole]);
        assert_eq!(stale(&case.corpus, &findings(&case.corpus)), []);
    }

    #[test]
    fn agreement_is_not_ruled_on() {
        let case = ruled(Case::of(people()).says("alpha", "27").says("bravo", "27"), &[], Class::Contradict);
        assert_eq!(attached(&case), [None]);
        assert_eq!(stale(&case.corpus, &findings(&case.corpus)).len(), 1);
    }

    #[test]
    fn the_worst_class_must_be_the_expected_one() {
        let case = ruled(disputed(), &[], Class::Compatible);
        let faults = stale(&case.corpus, &findings(&case.corpus));
        assert_eq!(
            faults[0].message,
            "this ruling expects `compatible`, but the worst finding on `asked` is `contradict`"
        );
    }
}
