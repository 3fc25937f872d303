//! The curator's rulings beside the findings they answer; entry points [`attach`] and [`stale`].

use super::question::root;
use crate::diag::{Code, Diagnostic};
use crate::model::{Class, Corpus, Finding, Ruling, RulingIx};

/// Attaches to each finding the ruling that answers it most exactly.
pub fn attach(corpus: &Corpus, findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|finding| is_answerable(finding.class)) {
        let answering = rulings(corpus).filter(|&ix| answers(corpus, &corpus[ix], finding));
        finding.ruling = answering.max_by_key(|&ix| {
            let ruling = &corpus[ix];
            (ruling.part.is_some(), ruling.between.len(), ix)
        });
    }
}

/// Rulings whose finding is gone, or of another class than they expect.
pub fn stale(corpus: &Corpus, findings: &[Finding]) -> Vec<Diagnostic> {
    corpus.rulings.iter().filter_map(|ruling| stale_ruling(corpus, findings, ruling)).collect()
}

fn stale_ruling(corpus: &Corpus, findings: &[Finding], ruling: &Ruling) -> Option<Diagnostic> {
    let answered = findings.iter().filter(|finding| answers(corpus, ruling, finding));
    let worst = answered.max_by_key(|finding| (finding.class, finding.severity));
    let (expect, fact) = (ruling.expect, &corpus[ruling.fact].id);
    match worst {
        Some(finding) if finding.class == expect => None,
        Some(finding) => Some(
            Diagnostic::error(
                Code::RulingStale,
                ruling.span,
                format!(
                    "this ruling expects `{expect}`, but the worst finding on `{fact}` is `{}`",
                    finding.class
                ),
            )
            .help(format!(
                "it is now `{}`: {} Read it again, then set `expect: {}` or remove the ruling",
                finding.rule, finding.reason, finding.class
            )),
        ),
        None => Some(
            Diagnostic::error(
                Code::RulingStale,
                ruling.span,
                format!(
                    "this ruling expects `{expect}`, but the sources it names no longer differ on `{fact}`"
                ),
            )
            .help("remove the ruling, or correct its `fact`, `part` or `between`"),
        ),
    }
}

fn rulings(corpus: &Corpus) -> impl Iterator<Item = RulingIx> {
    (0..corpus.rulings.len() as u32).map(RulingIx)
}

/// Whether a ruling is about a finding: its fact or one joined to it, its part and its sources.
fn answers(corpus: &Corpus, ruling: &Ruling, finding: &Finding) -> bool {
    let asked = root(corpus, ruling.fact);
    finding.facts.iter().any(|&fact| fact == ruling.fact || root(corpus, fact) == asked)
        && (ruling.part.is_none() || ruling.part == finding.part)
        && ruling.between.iter().all(|source| finding.sources.contains(source))
}

/// Agreement and silence need no ruling.
fn is_answerable(class: Class) -> bool {
    match class {
        Class::Agree | Class::Gap => false,
        Class::Compatible | Class::Scope | Class::Update | Class::Variant | Class::Contradict => true,
    }
}
