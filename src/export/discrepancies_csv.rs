//! data/discrepancies.csv: one row for each discrepancy; entry point [`write`].

use super::csv::{self, Cell, Column, Values, column, typed};
use super::discrepancies_json::listed;
use super::names;
use super::words::status;
use crate::model::{ClaimIx, Corpus, Finding, Ruling};
use crate::plan::finding_href;

/// Where the file stands.
pub const ROUTE: &str = "data/discrepancies.csv";

/// A discrepancy with what it belongs to.
pub struct Row<'a> {
    corpus: &'a Corpus,
    finding: &'a Finding,
    ruling: Option<&'a Ruling>,
}

/// The bytes of the file.
pub fn write(corpus: &Corpus, findings: &[Finding]) -> Vec<u8> {
    let rows =
        listed(findings).map(|finding| Row { corpus, finding, ruling: finding.ruling.map(|ix| &corpus[ix]) });
    csv::write(&columns(), rows)
}

/// The columns, in order.
pub fn columns<'a>() -> Vec<Column<Row<'a>>> {
    let mut columns = Vec::from(matter());
    columns.extend(verdict());
    columns.extend(sides());
    columns.extend(curator());
    columns
}

/// What it is about.
fn matter<'a>() -> [Column<Row<'a>>; 7] {
    [
        column("id", "Permanent id, the anchor on discrepancies.html.", |row| {
            Cell::token(Some(&row.finding.id))
        }),
        column(
            "dispute",
            "Id of the gravest record of the same dispute; empty for what is neither a contradiction nor a variant.",
            |row| Cell::token(row.finding.dispute.as_ref()),
        ),
        column("owner", "`<sheet kind>/<sheet id>`; kinds are event, question and entity.", |row| {
            Cell::Token(names::owner(row.corpus, row.finding.sheet))
        }),
        column("title", "Title of that sheet.", |row| {
            Cell::Text(row.corpus[row.finding.sheet].title.clone())
        }),
        typed(
            Values::Lists,
            "facts",
            "Ids of the facts concerned, `;` between them; `<owner>/<fact>` for a fact of another owner.",
            |row| {
                let facts = row.finding.facts.iter();
                Cell::tokens(facts.map(|&fact| names::fact(row.corpus, row.finding.sheet, fact)))
            },
        ),
        column("labels", "What those facts ask, ` | ` between them.", |row| {
            let labels = row.finding.facts.iter().map(|&fact| row.corpus[fact].label.as_str());
            Cell::Text(labels.collect::<Vec<_>>().join(" | "))
        }),
        column("part", "Entity id of the part of a breakdown.", |row| {
            Cell::token(row.finding.part.map(|part| names::entity(row.corpus, part)))
        }),
    ]
}

/// How the program types it.
fn verdict<'a>() -> [Column<Row<'a>>; 7] {
    [
        column(
            "class",
            "What kind of difference it is: compatible, scope, update, variant, contradict.",
            |row| Cell::token(Some(row.finding.class)),
        ),
        column("rule", "The rule that found it.", |row| Cell::token(Some(row.finding.rule))),
        column("severity", "How much it matters: info, minor, moderate, major.", |row| {
            Cell::token(Some(row.finding.severity))
        }),
        typed(
            Values::Lists,
            "modifiers",
            "What raises it or changes its wording, `;` between them, such as reported-dispute.",
            |row| Cell::tokens(row.finding.modifiers.iter()),
        ),
        column("reason", "One sentence of reason.", |row| Cell::Text(row.finding.reason.clone())),
        typed(
            Values::Counts,
            "represents",
            "How many pairs of claims of its own rule the record stands for.",
            |row| Cell::token(Some(row.finding.represents)),
        ),
        typed(
            Values::Counts,
            "independent_origins",
            "How many independent origins the sources have.",
            |row| Cell::token(Some(row.finding.independent_origins)),
        ),
    ]
}

/// Who says what.
fn sides<'a>() -> [Column<Row<'a>>; 6] {
    [
        typed(Values::Lists, "sources", "Article ids of the sources concerned, `;` between them.", |row| {
            Cell::tokens(row.finding.sources.iter().map(|&source| &row.corpus[source].id))
        }),
        typed(
            Values::Lists,
            "claims",
            "Claim ids as in claims.csv, `;` between them; `<owner>/<claim>` for a claim of another owner.",
            |row| {
                let claims = names::claims_of(row.finding);
                Cell::tokens(claims.map(|claim| names::claim(row.corpus, row.finding.sheet, claim)))
            },
        ),
        column("speakers", "Whose word each claim is, ` | ` between them.", |row| {
            let claims = names::claims_of(row.finding);
            let speakers = claims.map(|ix| names::speaker(row.corpus, &row.corpus[ix]));
            Cell::Text(speakers.collect::<Vec<_>>().join(" | "))
        }),
        column(
            "answers",
            "`<article id>: <answer>` of each claim, a position by its label, ` | ` between them.",
            |row| said(row, names::answer),
        ),
        column(
            "read_as",
            "`<article id>: <reading>` of each claim whose value the editors read, ` | ` between them.",
            |row| {
                let claims = names::claims_of(row.finding).map(|ix| &row.corpus[ix]);
                let readings: Vec<String> = claims
                    .filter_map(|claim| Some((claim.source, claim.editors.as_ref()?)))
                    .map(|(source, editors)| format!("{}: {}", row.corpus[source].id, editors.words))
                    .collect();
                Cell::text((!readings.is_empty()).then(|| readings.join(" | ")).as_deref())
            },
        ),
        column("quotes", "`<article id>: <quoted words>` of each claim, ` | ` between them.", |row| {
            said(row, |corpus, claim| &corpus[claim].quote.exact)
        }),
    ]
}

/// The curator's word on it.
fn curator<'a>() -> [Column<Row<'a>>; 4] {
    [
        column(
            "ruling_status",
            "Where the matter stands for the editors: open, explained, settled.",
            |row| Cell::token(row.ruling.map(|ruling| status(ruling.status))),
        ),
        column("ruling_prefer", "Article id of the answer that the editors prefer.", |row| {
            Cell::token(row.ruling.and_then(|ruling| ruling.prefer).map(|source| &row.corpus[source].id))
        }),
        column("ruling_note", "The editors' reasons.", |row| {
            Cell::text(row.ruling.map(|ruling| ruling.note.as_str()))
        }),
        typed(Values::Addresses, "link", "The discrepancy on the site.", |row| {
            Cell::Token(names::link(row.corpus, &finding_href(row.corpus, row.finding)))
        }),
    ]
}

fn said(row: &Row<'_>, words: fn(&Corpus, ClaimIx) -> &str) -> Cell {
    let answers = names::claims_of(row.finding)
        .map(|ix| format!("{}: {}", row.corpus[row.corpus[ix].source].id, words(row.corpus, ix)));
    Cell::Text(answers.collect::<Vec<_>>().join(" | "))
}
