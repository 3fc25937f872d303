//! data/claims.csv: one row for each claim, with its reading spelled out; entry point [`write`].

use super::csv::{self, Cell, Column, Values, column, typed};
use super::reading::{end, exact};
use super::{days, names, words};
use crate::check;
use crate::model::{Article, Claim, ClaimIx, Corpus, DateValue, Day, Fact, Reading, SetItem};
use crate::plan::{claim_href, quote_href};

/// Where the file stands.
pub const ROUTE: &str = "data/claims.csv";

/// A claim with what it belongs to.
pub struct Row<'a> {
    corpus: &'a Corpus,
    ix: ClaimIx,
    claim: &'a Claim,
    fact: &'a Fact,
    article: &'a Article,
}

/// The bytes of the file.
pub fn write(corpus: &Corpus) -> Vec<u8> {
    let rows = (0..corpus.claims.len() as u32).map(ClaimIx).map(|ix| {
        let claim = &corpus[ix];
        Row { corpus, ix, claim, fact: &corpus[claim.fact], article: &corpus[claim.source] }
    });
    csv::write(&columns(), rows)
}

/// The columns, in order.
pub fn columns<'a>() -> Vec<Column<Row<'a>>> {
    let mut columns = Vec::from(identity());
    columns.extend(answer());
    columns.extend(bounds());
    columns.extend(circumstances());
    columns.extend(evidence());
    columns
}

/// Which claim it is.
fn identity<'a>() -> [Column<Row<'a>>; 10] {
    [
        column(
            "owner",
            "Where the fact belongs: `<sheet kind>/<sheet id>`; kinds are event, question and entity.",
            |row| Cell::Token(names::owner(row.corpus, row.fact.sheet)),
        ),
        column(
            "claim",
            "Id of the claim in its owner, the anchor on the owner's page; owner and claim are a row's key.",
            |row| Cell::Token(row.claim.anchor.clone()),
        ),
        column("title", "Title of the owner.", |row| Cell::Text(row.corpus[row.fact.sheet].title.clone())),
        column("fact", "Id of the fact in its owner.", |row| Cell::token(Some(&row.fact.id))),
        column("label", "What the fact asks.", |row| Cell::Text(row.fact.label.clone())),
        column(
            "kind",
            "Kind of answer: count, money, percent, measure, date, entity, set, position, text, yes-no.",
            |row| Cell::token(Some(row.fact.kind.as_str())),
        ),
        column("part", "Entity id of the part of a breakdown.", |row| {
            Cell::token(row.claim.part.map(|part| names::entity(row.corpus, part)))
        }),
        column("source", "Article id of the source.", |row| Cell::token(Some(&row.article.id))),
        column("outlet", "Its outlet, or `unknown`.", |row| Cell::Text(row.article.outlet.clone())),
        column("published", "Its day of publication (EDTF); empty where unknown.", |row| {
            Cell::token(row.article.published.as_ref().map(|date| &date.edtf))
        }),
    ]
}

/// What the source answers, and how it is read.
fn answer<'a>() -> [Column<Row<'a>>; 10] {
    [
        column("value", "The answer in the source's words; for a position its id.", |row| {
            Cell::Text(row.claim.words.clone())
        }),
        column(
            "reading",
            "The answer as read: the figure (`low..high` for two), the date (EDTF), an entity id, members \
             of a list (entity id, or words in double quotes) with `;` between them, a position id, yes or no.",
            |row| reading(row),
        ),
        column(
            "read_as",
            "What the editors read the value as, where no program reads its words; empty where the program did.",
            |row| Cell::text(row.claim.editors.as_ref().map(|editors| editors.words.as_str())),
        ),
        column("read_by", "Who read it so, where it was not the program.", |row| {
            Cell::text(row.claim.editors.as_ref().map(|editors| editors.by.as_str()))
        }),
        column("read_note", "How they came to read it so.", |row| {
            Cell::text(row.claim.editors.as_ref().and_then(|editors| editors.note.as_deref()))
        }),
        column("derived", "What the reading takes from beyond the quote, and from where.", |row| {
            Cell::Text(check::derivation(row.corpus, row.claim).unwrap_or_default())
        }),
        column(
            "hedge",
            "How the source qualifies a figure: exact, about, more-than, at-least, nearly, up-to, fewer-than, \
             range, vague.",
            |row| {
                Cell::token(row.claim.reading.quantity().map(|quantity| words::hedge(quantity.number.hedge)))
            },
        ),
        column(
            "change",
            "Which way a change goes: rise, or fall, which is below zero; empty for a level or a share.",
            |row| {
                Cell::token(
                    row.claim
                        .reading
                        .quantity()
                        .and_then(|quantity| quantity.number.change.map(words::change)),
                )
            },
        ),
        column("currency", "ISO 4217 code, where the words name a currency.", |row| {
            Cell::token(row.claim.reading.quantity().and_then(|quantity| quantity.number.currency.as_ref()))
        }),
        column(
            "unit",
            "What is counted; for money what it is per, for per cent of what, for a measure the unit of its figures.",
            |row| Cell::text(row.fact.kind.unit()),
        ),
    ]
}

/// The values that the answer allows.
fn bounds<'a>() -> [Column<Row<'a>>; 10] {
    [
        typed(Values::Decimals, "hard_low", "Lowest number that the words strictly allow.", |row| {
            Cell::token(row.claim.reading.quantity().and_then(|quantity| end(quantity.hard.low).0))
        }),
        column(
            "hard_low_end",
            "`closed` if it is allowed itself, `open` if not, `none` without a lower end.",
            |row| Cell::token(row.claim.reading.quantity().map(|quantity| end(quantity.hard.low).1)),
        ),
        typed(Values::Decimals, "hard_high", "Highest number that the words strictly allow.", |row| {
            Cell::token(row.claim.reading.quantity().and_then(|quantity| end(quantity.hard.high).0))
        }),
        column("hard_high_end", "`closed`, `open` or `none`, likewise.", |row| {
            Cell::token(row.claim.reading.quantity().map(|quantity| end(quantity.hard.high).1))
        }),
        typed(
            Values::Decimals,
            "plausible_low",
            "Lowest number that a reader would take the words to mean.",
            |row| {
                Cell::token(row.claim.reading.quantity().and_then(|quantity| end(quantity.plausible.low).0))
            },
        ),
        column("plausible_low_end", "`closed`, `open` or `none`, likewise.", |row| {
            Cell::token(row.claim.reading.quantity().map(|quantity| end(quantity.plausible.low).1))
        }),
        typed(
            Values::Decimals,
            "plausible_high",
            "Highest number that a reader would take the words to mean.",
            |row| {
                Cell::token(row.claim.reading.quantity().and_then(|quantity| end(quantity.plausible.high).0))
            },
        ),
        column("plausible_high_end", "`closed`, `open` or `none`, likewise.", |row| {
            Cell::token(row.claim.reading.quantity().map(|quantity| end(quantity.plausible.high).1))
        }),
        column(
            "date_first",
            "First day that a date covers; `--MM-DD` where the year is unspecified, empty for an open beginning.",
            |row| day(row, DateValue::earliest),
        ),
        column("date_last", "Last day that a date covers, likewise.", |row| day(row, DateValue::latest)),
    ]
}

/// When, where and by whom.
fn circumstances<'a>() -> [Column<Row<'a>>; 11] {
    [
        column("as_of", "When the answer holds (EDTF).", |row| {
            Cell::token(row.claim.as_of.as_ref().map(|date| &date.edtf))
        }),
        typed(
            Values::Lists,
            "scope_place",
            "Entity ids of the places it is about, `;` between them.",
            |row| Cell::tokens(names::places(row.corpus, &row.claim.scope)),
        ),
        column("scope_window", "Period of time it is about.", |row| {
            Cell::text(row.claim.scope.window.as_deref())
        }),
        column("scope_population", "Whom or what it is about.", |row| {
            Cell::text(row.claim.scope.population.as_deref())
        }),
        column("scope_basis", "On what definition.", |row| Cell::text(row.claim.scope.basis.as_deref())),
        column("scope_counted_by", "Who counted.", |row| Cell::text(row.claim.scope.counted_by.as_deref())),
        typed(
            Values::Lists,
            "via",
            "Whom the source cites: `entity/<id>` or `source/<article id>`, `;` between them.",
            |row| Cell::tokens(row.claim.via.iter().map(|&voice| names::voice(row.corpus, voice))),
        ),
        column(
            "speaker",
            "Whose word it is: `<whom the source cites>, via <source>`, else the source.",
            |row| Cell::Text(names::speaker(row.corpus, row.claim)),
        ),
        typed(
            Values::Truths,
            "complete",
            "Whether a list or breakdown is said to be complete: true or false.",
            |row| Cell::token(row.claim.complete),
        ),
        column(
            "worded",
            "How the source words the answer, where that matters: announced, published, reported, corrected.",
            |row| Cell::token(row.claim.worded.map(words::wording)),
        ),
        column("note", "The editors' remark.", |row| Cell::text(row.claim.note.as_deref())),
    ]
}

/// The words it rests on.
fn evidence<'a>() -> [Column<Row<'a>>; 7] {
    [
        column("quote", "The words it rests on, verbatim; `...` joins parts of one passage.", |row| {
            Cell::Text(row.claim.quote.exact.clone())
        }),
        column("quote_prefix", "Words just before, where passages repeat.", |row| {
            Cell::text(row.claim.quote.prefix.as_deref())
        }),
        column("quote_suffix", "Words just after, where passages repeat.", |row| {
            Cell::text(row.claim.quote.suffix.as_deref())
        }),
        column(
            "quote_verified",
            "Where the quote was found: `body` (the article's published text), `capture` (the text kept by the \
             desk) or `no`.",
            |row| Cell::token(Some(words::quote_state(row.claim.quote.state))),
        ),
        column("quote_digest", "SHA-256 of the quote with prefix and suffix, its key in the lock.", |row| {
            Cell::token(Some(row.claim.quote.digest))
        }),
        typed(Values::Addresses, "link", "The claim on the site.", |row| {
            Cell::Token(names::link(row.corpus, &claim_href(row.corpus, row.ix)))
        }),
        typed(Values::Addresses, "quote_link", "The quoted words on their source's page.", |row| {
            Cell::Token(names::link(row.corpus, &quote_href(row.corpus, row.ix)))
        }),
    ]
}

fn day(row: &Row<'_>, choose: fn(&DateValue) -> Option<Day>) -> Cell {
    match &row.claim.reading {
        Reading::Date(date) => Cell::token(choose(date).map(|day| days::iso(date, day))),
        Reading::Quantity(_)
        | Reading::Entity(_)
        | Reading::Set(_)
        | Reading::Position(_)
        | Reading::Text
        | Reading::YesNo(_) => Cell::Empty,
    }
}

fn reading(row: &Row<'_>) -> Cell {
    let id = |entity| names::entity(row.corpus, entity);
    match &row.claim.reading {
        Reading::Quantity(quantity) => {
            let (low, high) = (exact(quantity.number.low), exact(quantity.number.high));
            Cell::Token(if low == high { low } else { format!("{low}..{high}") })
        }
        Reading::Date(date) => Cell::token(Some(&date.edtf)),
        Reading::Entity(entity) => Cell::token(entity.map(id)),
        Reading::Set(items) => {
            let member =
                |item: &SetItem| item.entity.map_or(format!("\"{}\"", item.words), |ix| id(ix).to_owned());
            Cell::tokens(items.iter().map(member))
        }
        Reading::Position(_) => {
            Cell::token(row.claim.reading.position(&row.fact.kind).map(|position| position.id.as_str()))
        }
        Reading::Text => Cell::Empty,
        Reading::YesNo(answer) => Cell::token(Some(if *answer { "yes" } else { "no" })),
    }
}
