//! Who says what, whom each source relays, where figures differ, and of what days each speaks: charts that show
//! the whole edition at once.
//!
//! Entry points: [`who_says_what`], [`who_relays_whom`], [`spread`], [`lanes`]. Each is bounded: what is left out is counted.

use std::collections::{BTreeMap, BTreeSet};

use super::edition::{about, answers, most_heard};
use super::fact::{claims, is_alike, row, unit};
use super::{Asked, ClaimHref, FactHref, SourceHref, labels, nest};
use crate::chart::ink::N_HUES;
use crate::chart::spec::{ChartSpec, DateRow, Plot};
use crate::chart::wide_spec::{
    Cited, Citing, Lane, Relays, Said, SourceLanes, Spread, SpreadRow, Voices, VoicesRow, VoicesSource,
};
use crate::model::{
    ArticleIx, ClaimIx, Class, Corpus, Difference, EntityIx, FactIx, FactKind, Finding, Origin, Severity,
    Voice, letter,
};
use crate::value::date;

/// The most questions, sources, names and dates that one drawing of the edition holds.
const N_QUESTIONS_MAX: usize = 28;
const N_LISTED_MAX: usize = 200;
const N_SOURCES_MAX: usize = 12;
const N_CITED_MAX: usize = 20;
const N_SPREADS_MAX: usize = 8;
const N_DATES_MAX: usize = 120;

fn sources(corpus: &Corpus) -> Vec<ArticleIx> {
    let mut sources = most_heard(corpus);
    sources.truncate(N_SOURCES_MAX);
    sources
}

/// Questions by sources, those on which sources contradict each other first; `None` where no two sources answer one.
pub fn who_says_what(asked: Asked, findings: &[Finding], href: FactHref) -> Option<ChartSpec> {
    let Asked { corpus, joined, .. } = asked;
    let sources = sources(corpus);
    let mut contradicted: BTreeSet<FactIx> = BTreeSet::new();
    let mut standing: BTreeMap<(FactIx, ArticleIx), Said> = BTreeMap::new();
    for finding in findings {
        let said = match finding.difference() {
            Difference::Contradict => Said::Contradicts,
            Difference::Variant => Said::Differs,
            // What a source only reports of others is not what it says itself.
            Difference::Reported
            | Difference::Agree
            | Difference::Compatible
            | Difference::Scope
            | Difference::Update
            | Difference::Gap => continue,
        };
        let claims = || finding.sides.iter().flatten();
        let voices: BTreeSet<ArticleIx> = claims().map(|&ix| corpus[ix].source).collect();
        // A source that contradicts itself is marked; sources that contradict each other are counted.
        if said == Said::Contradicts && voices.len() > 1 {
            contradicted.extend(claims().map(|&ix| joined.first(corpus[ix].fact)));
        }
        for &ix in claims() {
            let place = (joined.first(corpus[ix].fact), corpus[ix].source);
            let before = standing.entry(place).or_insert(said);
            *before = (*before).max(said);
        }
    }
    let answered = answers(asked);
    contradicted.retain(|fact| answered.get(fact).is_some_and(|voices| voices.len() > 1));
    let rows = answered.into_iter().filter(|(_, voices)| voices.len() > 1).map(|(fact, voices)| {
        let said = sources.iter().map(|source| {
            let own = standing.get(&(fact, *source)).copied();
            own.unwrap_or(if voices.contains(source) { Said::Answers } else { Said::Nothing })
        });
        let sheet = corpus[corpus[fact].sheet].title.clone();
        VoicesRow { question: corpus[fact].label.clone(), sheet, said: said.collect(), href: href(fact) }
    });
    let mut rows: Vec<VoicesRow> = rows.collect();
    let n_of = |row: &VoicesRow, kind: Said| row.said.iter().filter(|said| **said == kind).count();
    let n_contradicted = contradicted.len();
    rows.sort_by_key(|row| {
        let [contradict, differ, answer] =
            [Said::Contradicts, Said::Differs, Said::Answers].map(|kind| n_of(row, kind));
        std::cmp::Reverse((contradict, differ, answer))
    });
    let n_left_out = rows.len().saturating_sub(N_LISTED_MAX);
    rows.truncate(N_LISTED_MAX);
    let n_drawn = if sources.len() > N_HUES { N_QUESTIONS_MAX * 4 / 7 } else { N_QUESTIONS_MAX };
    let of = |(rank, &ix): (usize, &ArticleIx)| VoicesSource {
        siglum: letter(rank),
        name: labels::source(asked, ix).to_owned(),
        hue: labels::hue(corpus, ix),
    };
    let sources = sources.iter().enumerate().map(of).collect();
    let about = about(asked, "chart-answers", "Who answers which question");
    let is_shown = !rows.is_empty();
    let voices = Voices { sources, rows, n_drawn, n_left_out, n_contradicted };
    is_shown.then_some(ChartSpec { about, plot: Plot::Voices(voices) })
}

/// Whom each source cites or rests on; `None` where nobody cites anybody.
pub fn who_relays_whom(
    asked: Asked,
    entity: &dyn Fn(EntityIx) -> String,
    source: SourceHref,
) -> Option<ChartSpec> {
    let corpus = asked.corpus;
    let mut citing: BTreeMap<Origin, BTreeMap<ArticleIx, usize>> = BTreeMap::new();
    for claim in &corpus.claims {
        for voice in &claim.via {
            let origin = match voice {
                Voice::Entity(ix) => Origin::Entity(*ix),
                Voice::Article(ix) => Origin::Article(*ix),
            };
            *citing.entry(origin).or_default().entry(claim.source).or_default() += 1;
        }
    }
    for ix in (0..corpus.articles.len() as u32).map(ArticleIx) {
        for origin in &corpus[ix].rests_on {
            citing.entry(origin.clone()).or_default().entry(ix).or_default();
        }
    }
    let mut cited: Vec<(Origin, BTreeMap<ArticleIx, usize>)> = citing.into_iter().collect();
    let n_claims = |by: &BTreeMap<ArticleIx, usize>| by.values().sum::<usize>();
    cited.sort_by_key(|(_, by)| std::cmp::Reverse((by.len(), n_claims(by))));
    let n_left_out = cited.len().saturating_sub(N_CITED_MAX);
    cited.truncate(N_CITED_MAX);
    let mut all: Vec<ArticleIx> =
        cited.iter().flat_map(|(_, by)| by.keys().copied()).collect::<BTreeSet<_>>().into_iter().collect();
    all.truncate(N_SOURCES_MAX);
    // Those cited by the same sources stand together, so that fewer lines cross.
    cited.sort_by_key(|(_, by)| {
        (
            by.keys().filter_map(|ix| all.iter().position(|one| one == ix)).sum::<usize>() * 100
                / by.len().max(1),
            by.len(),
        )
    });
    let mut edges = Vec::new();
    for (at, (_, by)) in cited.iter().enumerate() {
        edges.extend(by.keys().filter_map(|ix| Some((at, all.iter().position(|one| one == ix)?))));
    }
    let name = |(origin, by): &(Origin, BTreeMap<ArticleIx, usize>)| {
        let (name, href) = match origin {
            Origin::Entity(ix) => (corpus[*ix].name.clone(), entity(*ix)),
            Origin::Article(ix) => (labels::source(asked, *ix).to_owned(), source(*ix)),
            Origin::Named(name) => (name.clone(), String::new()),
        };
        Cited { name, href, n_claims: n_claims(by) }
    };
    let mut relayed = vec![0_usize; corpus.articles.len()];
    corpus
        .claims
        .iter()
        .filter(|claim| !claim.via.is_empty())
        .for_each(|claim| relayed[claim.source.index()] += 1);
    let sources = all.iter().map(|&ix| Citing {
        name: labels::source(asked, ix).to_owned(),
        hue: labels::hue(corpus, ix),
        n_claims: relayed[ix.index()],
        href: source(ix),
    });
    let relays =
        Relays { sources: sources.collect(), cited: cited.iter().map(name).collect(), edges, n_left_out };
    let about = about(asked, "chart-relays", "Whom each source cites or rests on");
    (relays.sources.len() > 1).then_some(ChartSpec { about, plot: Plot::Relays(relays) })
}

/// A question, and the part of a breakdown that it is asked of.
type Question = (FactIx, Option<EntityIx>);

/// Questions on which two sources or more give figures that differ, the gravest first; `None` where there is none.
pub fn spread(asked: Asked, findings: &[Finding], href: ClaimHref) -> Option<ChartSpec> {
    let Asked { corpus, joined, .. } = asked;
    let mut gravest: BTreeMap<Question, (bool, Severity)> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.class != Class::Gap) {
        for &ix in finding.sides.iter().flatten() {
            let grave = (finding.class == Class::Contradict, finding.severity);
            let before = gravest.entry((joined.first(corpus[ix].fact), corpus[ix].part)).or_insert(grave);
            *before = (*before).max(grave);
        }
    }
    let firsts = (0..corpus.facts.len() as u32).map(FactIx).filter(|&ix| joined.first(ix) == ix);
    let mut questions: Vec<(Question, Vec<ClaimIx>)> = Vec::new();
    for fact in firsts.filter(|&ix| is_spread(&corpus[ix].kind)) {
        let mut parts: BTreeMap<Option<EntityIx>, Vec<ClaimIx>> = BTreeMap::new();
        claims(asked, fact).into_iter().for_each(|ix| parts.entry(corpus[ix].part).or_default().push(ix));
        questions.extend(parts.into_iter().map(|(part, claims)| ((fact, part), claims)));
    }
    questions.retain(|(_, claims)| differ(corpus, claims));
    questions.sort_by_key(|(question, _)| (std::cmp::Reverse(gravest.get(question).copied()), *question));
    let rows = questions.iter().filter_map(|((fact, part), claims)| {
        let rows = nest::rows(asked, claims, |ix| row(asked, ix, href))?;
        let unit = unit(&corpus[*fact].kind, rows.iter().map(|row| &row.quantity))?;
        let part = part.map(|part| format!(": {}", corpus[part].name)).unwrap_or_default();
        let question = format!("{}{part}", corpus[*fact].label);
        Some(SpreadRow {
            question,
            unit: unit.axis,
            href: href(*claims.first()?),
            is_alike: is_alike(corpus, claims),
            rows,
        })
    });
    let mut rows: Vec<SpreadRow> = rows.collect();
    let n_left_out = rows.len().saturating_sub(N_SPREADS_MAX);
    rows.truncate(N_SPREADS_MAX);
    let about = about(asked, "chart-spread", "Where figures differ");
    (rows.len() > 1).then_some(ChartSpec { about, plot: Plot::Spread(Spread { rows, n_left_out }) })
}

fn is_spread(kind: &FactKind) -> bool {
    match kind {
        FactKind::Count { .. }
        | FactKind::Money { .. }
        | FactKind::Percent { .. }
        | FactKind::Measure { .. } => true,
        FactKind::Date
        | FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => false,
    }
}

/// Whether two sources give figures that are not the same.
fn differ(corpus: &Corpus, claims: &[ClaimIx]) -> bool {
    let figures: Vec<_> = claims
        .iter()
        .filter_map(|&ix| Some((corpus[ix].source, &corpus[ix].reading.quantity()?.number)))
        .collect();
    let Some(first) = figures.first() else { return false };
    figures.iter().any(|figure| figure.0 != first.0 && figure.1 != first.1)
}

/// A lane for each source: its publication and the dates that it states; `None` where fewer than two have any.
pub fn lanes(asked: Asked, href: ClaimHref, source: SourceHref) -> Option<ChartSpec> {
    let corpus = asked.corpus;
    let sources = sources(corpus);
    let mut dates: BTreeMap<ArticleIx, Vec<DateRow>> = BTreeMap::new();
    let mut n = 0;
    for fact in corpus.facts.iter().filter(|fact| fact.kind == FactKind::Date) {
        for &ix in &fact.claims {
            let claim = &corpus[ix];
            let Some(stated) = claim.reading.date() else { continue };
            n += 1;
            dates.entry(claim.source).or_default().push(DateRow {
                group: format!("{}: {}", corpus[fact.sheet].title, fact.label),
                label: String::new(),
                words: date::words(stated),
                date: Some(stated.clone()),
                hue: None,
                href: href(ix),
            });
        }
    }
    let lane = |&ix: &ArticleIx| Lane {
        name: labels::source(asked, ix).to_owned(),
        hue: labels::hue(corpus, ix),
        published: corpus[ix].published.clone(),
        dates: dates.remove(&ix).unwrap_or_default(),
        href: source(ix),
    };
    let lanes: Vec<Lane> = sources.iter().map(lane).collect();
    let n_dated = lanes.iter().filter(|lane| !lane.dates.is_empty()).count();
    let about = about(asked, "chart-lanes", "When each source was published, and of what days it speaks");
    (n_dated > 1 && n <= N_DATES_MAX).then_some(ChartSpec { about, plot: Plot::Lanes(SourceLanes { lanes }) })
}
