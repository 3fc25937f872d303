//! Who agrees with whom, source by source and question by question; entry point [`agreement`].

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::short_name;
use super::fact::{basis, verdict};
use super::figure::{self, Figure, Plotted};
use super::readings;
use super::sheet::{N_ORIGINS_LISTED, rests_on};
use super::terms::Term;
use super::{Here, Link};
use crate::chart;
use crate::check::standing::{self, Standing};
use crate::language::Key;
use crate::model::{ArticleIx, ClaimIx, FactIx, FactKind, SheetIx, letter};
use crate::plan;

/// Who agrees with whom.
#[derive(Debug, JsonSchema, Serialize)]
pub struct AgreementView {
    /// The sources, in the order of rows and columns.
    pub sources: Vec<Witness>,
    /// How many sources there are; of many, those that say most are shown.
    pub n_sources: usize,
    /// A row for each source.
    pub rows: Vec<Row>,
    /// The matrix as a chart.
    pub figures: Vec<Figure>,
    /// The questions that more than one source answers, sheet by sheet.
    pub sheets: Vec<Questions>,
    /// Whether these are so many that each stands on the page of its sheet only.
    pub is_elsewhere: bool,
    /// What can be compared, and how many sources are independent.
    pub intro: String,
}

/// A source as the head of a row or a column.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Witness {
    /// Its letter.
    pub siglum: String,
    /// The source.
    pub source: Link,
    /// The source in a word or two.
    pub name: String,
    /// What it relays in the end.
    pub rests_on: Vec<Link>,
}

/// One source against the others.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Row {
    /// The source.
    pub witness: Witness,
    /// A cell for each source; `None` against itself.
    pub cells: Vec<Option<Cell>>,
}

/// Two sources against each other.
#[derive(Clone, Copy, Debug, Default, JsonSchema, Serialize)]
pub struct Cell {
    /// Questions that both answer.
    pub n_shared: usize,
    /// Of these, with answers that cannot both be true.
    pub n_contradict: usize,
    /// Of these, with other differences.
    pub n_differ: usize,
    /// Of these, with the same answer.
    pub n_agree: usize,
    /// Of these, with answers that are not compared.
    pub n_uncompared: usize,
}

/// The shared questions of one sheet.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Questions {
    /// The sheet.
    pub sheet: Link,
    /// The sources that answer in it, in the order of columns.
    pub sources: Vec<Witness>,
    /// Its questions.
    pub facts: Vec<Question>,
}

/// One question, with what each source answers.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Question {
    /// The question.
    pub fact: Link,
    /// How the answers stand to each other.
    pub verdict: Term,
    /// How many sources answer, and how many of them are independent.
    pub basis: String,
    /// For each column, the source's answers.
    pub answers: Vec<Vec<Answer>>,
}

/// One answer.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Answer {
    /// The words.
    pub words: String,
    /// Whether those are the editors' words, not the source's.
    pub is_label: bool,
    /// The claim.
    pub href: String,
}

/// Who agrees with whom.
pub fn agreement(here: Here<'_>) -> AgreementView {
    let corpus = here.edition.corpus;
    let all: Vec<ArticleIx> = (0..corpus.articles.len() as u32).map(ArticleIx).collect();
    let shown = chart::most_heard(corpus);
    let standings = standing::standings(corpus, &here.edition.joined, here.edition.findings);
    let cell =
        |a: ArticleIx, b: ArticleIx| cell(standings.get(&(a.min(b), a.max(b))).copied().unwrap_or_default());
    let witness = |(rank, &ix): (usize, &ArticleIx)| witness(here, ix, letter(rank));
    let row = |(rank, a): (usize, &ArticleIx)| Row {
        witness: witness((rank, a)),
        cells: shown.iter().map(|&b| (*a != b).then(|| cell(*a, b))).collect(),
    };
    let is_comparable = all.len() > 1;
    // In a large edition each event's page has its own.
    let is_elsewhere = plan::is_large(corpus) || table_bytes(here) > N_TABLE_BYTES_MAX;
    AgreementView {
        sources: shown.iter().enumerate().map(witness).collect(),
        n_sources: all.len(),
        rows: shown.iter().enumerate().filter(|_| is_comparable).map(row).collect(),
        figures: figure::figures(
            here,
            &[Plotted::Answers, Plotted::Agreement, Plotted::Relays, Plotted::Spread, Plotted::Coverage],
        ),
        sheets: if is_elsewhere { Vec::new() } else { shared_questions(here, &all) },
        is_elsewhere,
        intro: if is_comparable { intro(here, &all) } else { here.say(Key::OneSourceOnly) },
    }
}

/// The most that the tables of questions take on the page.
const N_TABLE_BYTES_MAX: usize = 110_000;

/// About what they take: an answer with its link, a cell without one, a question with its verdict.
fn table_bytes(here: Here<'_>) -> usize {
    let corpus = here.edition.corpus;
    let of_fact = |fact: &FactIx| {
        let n_sources = here.edition.sources_of(*fact).len();
        let n_columns = here.edition.sigla.n_articles(corpus[*fact].sheet);
        if n_sources < 2 { 0 } else { 300 + 120 * corpus[*fact].claims.len() + 35 * n_columns }
    };
    corpus.sheets.iter().flat_map(|sheet| &sheet.facts).map(of_fact).sum()
}

fn cell(standing: Standing) -> Cell {
    Cell {
        n_shared: standing.n_shared(),
        n_contradict: standing.n_contradict,
        n_differ: standing.n_differ,
        n_agree: standing.n_agree,
        n_uncompared: standing.n_uncompared,
    }
}

fn intro(here: Here<'_>, all: &[ArticleIx]) -> String {
    let [sources, origins] =
        [here.count(Key::NSources, all.len()), here.count(Key::NOrigins, here.edition.origins(all))];
    here.fill(Key::AgreementIntro, &[("sources", &sources), ("origins", &origins)])
}

fn witness(here: Here<'_>, ix: ArticleIx, siglum: String) -> Witness {
    Witness {
        siglum,
        source: here.article(ix),
        name: short_name(&here.edition.corpus[ix]),
        rests_on: rests_on(here, ix, N_ORIGINS_LISTED),
    }
}

fn lettered(here: Here<'_>, sheet: SheetIx, ix: ArticleIx) -> Witness {
    witness(here, ix, here.edition.sigla.siglum(sheet, ix))
}

fn shared_questions(here: Here<'_>, all: &[ArticleIx]) -> Vec<Questions> {
    let sheets = (0..here.edition.corpus.sheets.len() as u32).map(SheetIx);
    sheets.map(|sheet| questions(here, sheet, all)).filter(|questions| !questions.facts.is_empty()).collect()
}

fn questions(here: Here<'_>, sheet: SheetIx, all: &[ArticleIx]) -> Questions {
    let facts = here.edition.corpus[sheet].facts.iter().copied();
    let shared: Vec<FactIx> = facts.filter(|&fact| here.edition.sources_of(fact).len() > 1).collect();
    let answers =
        |source: &ArticleIx| shared.iter().any(|&fact| here.edition.sources_of(fact).contains(source));
    let sources: Vec<ArticleIx> = all.iter().copied().filter(|source| answers(source)).collect();
    Questions {
        sheet: here.sheet(sheet),
        sources: sources.iter().map(|&source| lettered(here, sheet, source)).collect(),
        facts: shared.iter().map(|&fact| question(here, fact, &sources)).collect(),
    }
}

/// More columns than this, or more answers in a row, are no table that anybody reads across.
const N_COLUMNS_MAX: usize = 8;
const N_ANSWERS_MAX: usize = 24;

/// More questions than this are no overview.
const N_ROWS_MAX: usize = 80;

/// The questions of one sheet that several sources answer, contradictions first, but for those answered in words that
/// nothing compares; none where the table would be too wide.
pub fn of_sheet(here: Here<'_>, sheet: SheetIx, sources: &[ArticleIx]) -> Option<Questions> {
    let corpus = here.edition.corpus;
    let facts = corpus[sheet].facts.iter().copied();
    let is_readable =
        |fact: &FactIx| corpus[*fact].claims.len() <= N_ANSWERS_MAX && corpus[*fact].kind != FactKind::Text;
    let mut shared: Vec<FactIx> =
        facts.filter(|&fact| here.edition.sources_of(fact).len() > 1).filter(is_readable).collect();
    let worst = |fact: &FactIx| {
        let found = here.edition.of_fact(*fact).iter().map(|&i| &here.edition.findings[i]);
        std::cmp::Reverse(found.map(|finding| (finding.class, finding.severity)).max())
    };
    shared.sort_by_key(worst);
    let is_fit = !shared.is_empty() && sources.len() <= N_COLUMNS_MAX && shared.len() <= N_ROWS_MAX;
    is_fit.then(|| Questions {
        sheet: here.sheet(sheet),
        sources: sources.iter().map(|&source| lettered(here, sheet, source)).collect(),
        facts: shared.iter().map(|&fact| question(here, fact, sources)).collect(),
    })
}

fn question(here: Here<'_>, fact: FactIx, all: &[ArticleIx]) -> Question {
    let corpus = here.edition.corpus;
    let answer = |&ix: &ClaimIx| {
        let part = corpus[ix].part.map(|part| format!("{}: ", corpus[part].name)).unwrap_or_default();
        Answer {
            words: format!("{part}{}", readings::headline(here, &corpus[ix])),
            is_label: readings::is_label(&corpus[ix]),
            href: here.to(&plan::claim_href(corpus, ix)),
        }
    };
    let answers = |&source: &ArticleIx| {
        corpus[fact].claims.iter().filter(|&&ix| corpus[ix].source == source).map(answer).collect()
    };
    Question {
        fact: here.fact(fact),
        verdict: verdict(here, fact),
        basis: basis(here, here.edition.sources_of(fact).len(), here.edition.origins_of(fact)),
        answers: all.iter().map(answers).collect(),
    }
}
