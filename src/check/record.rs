//! Findings as they are published: with sources, origins, rulings and permanent ids; entry points
//! [`findings`] and [`finish`].

use std::cmp::Reverse;

use rayon::prelude::*;

use super::byline::Bylines;
use super::finding_id;
use super::modifiers::one_voice;
use super::once::named_once;
use super::{crowd, dispute, origins, ruling};
use crate::model::{
    ArticleIx, ClaimIx, Class, Corpus, Crowd, EntityIx, FactIx, Finding, FindingId, Modifier, Rule, Severity,
};

/// What a rule found, before it is numbered among the others.
pub struct Observation {
    /// The facts concerned; never empty.
    pub facts: Vec<FactIx>,
    /// The part of a breakdown.
    pub part: Option<EntityIx>,
    /// What kind of difference it is.
    pub class: Class,
    /// The rule.
    pub rule: Rule,
    /// What raises it or changes its wording.
    pub modifiers: Vec<Modifier>,
    /// How much it matters.
    pub severity: Severity,
    /// One sentence without its full stop.
    pub reason: String,
    /// The claims, in the order in which they are told.
    pub sides: Vec<Vec<ClaimIx>>,
    /// Articles concerned that give no claim; of those that are silent on a question, the first.
    pub sources: Vec<ArticleIx>,
    /// How many pairs of claims it stands for, or how many sources that are silent.
    pub represents: usize,
}

/// Turns the observations of a sheet into findings that have no id yet.
pub fn findings(corpus: &Corpus, bylines: &Bylines, observations: Vec<Observation>) -> Vec<Finding> {
    let observations = observations.into_par_iter().filter(|observation| !is_idle(corpus, observation));
    observations.map(|observation| finding(corpus, bylines, observation)).collect()
}

/// The findings of all sheets as they are published, in their order.
pub fn finish(corpus: &Corpus, of_sheets: Vec<Vec<Finding>>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = of_sheets.into_iter().flatten().collect();
    finding_id::assign(corpus, &mut findings);
    ruling::attach(corpus, &mut findings);
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    dispute::group(corpus, &mut findings);
    crowd::count(&mut findings);
    findings
}

/// One source whose answers fit together is no news.
fn is_idle(corpus: &Corpus, observation: &Observation) -> bool {
    let fits = match observation.class {
        Class::Agree | Class::Compatible | Class::Scope => true,
        Class::Gap | Class::Update | Class::Variant | Class::Contradict => false,
    };
    fits && observation.severity == Severity::Info && sources(corpus, observation).len() < 2
}

fn finding(corpus: &Corpus, bylines: &Bylines, observation: Observation) -> Finding {
    let sheet = corpus[observation.facts[0]].sheet;
    let sources = sources(corpus, &observation);
    let claims = observation.sides.iter().flatten().copied();
    let independent_origins = match observation.sides.is_empty() {
        // Of sources that are silent the record names the first.
        true => observation.represents,
        false => origins::independent(corpus, claims),
    };
    let mut reason = match observation.sides.is_empty() {
        // Of sources that are silent each is named once already.
        true => observation.reason,
        false => named_once(corpus, bylines, (sheet, &sources), &observation.reason),
    };
    let mut modifiers = observation.modifiers;
    if one_voice::applies(observation.class, sources.len(), independent_origins) {
        modifiers.push(Modifier::OneVoice);
        reason.push_str(&one_voice::clause(sources.len(), independent_origins));
    }
    Finding {
        id: FindingId(String::new()),
        sheet,
        facts: observation.facts,
        part: observation.part,
        class: observation.class,
        rule: observation.rule,
        modifiers,
        severity: observation.severity,
        reason: sentence(&reason),
        sides: observation.sides,
        sources,
        represents: observation.represents,
        independent_origins,
        dispute: None,
        ruling: None,
        crowd: Crowd::default(),
    }
}

/// Articles are in order of id, and so are their positions.
fn sources(corpus: &Corpus, observation: &Observation) -> Vec<ArticleIx> {
    let claims = observation.sides.iter().flatten().map(|&ix| corpus[ix].source);
    let mut sources: Vec<ArticleIx> = claims.chain(observation.sources.iter().copied()).collect();
    sources.sort();
    sources.dedup();
    sources
}

fn order(finding: &Finding) -> impl Ord + '_ {
    let gravity = Reverse((finding.severity, finding.class));
    (finding.sheet, &finding.facts, finding.part, gravity, finding.rule, &finding.id)
}

/// Begins with a capital and ends with a full stop.
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", chars.as_str())
}
