//! One source's answer in facts.json: the claim, what it is about and the words it rests on.

use serde::Serialize;
use serde_json::Value;

use super::reading::{self, ReadingView};
use super::schema::{boolean, choice, count, object, optional, optional_list, pattern, text};
use super::{names, words};
use crate::check;
use crate::model::{Claim, ClaimIx, Corpus, Quote, QuoteState, Scope};
use crate::plan::{claim_href, quote_href};

/// What an answer is about.
#[derive(Serialize)]
pub struct ScopeView<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    window: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    population: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted_by: Option<&'a str>,
}

/// One source's answer.
#[derive(Serialize)]
pub struct ClaimView<'a> {
    id: &'a str,
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a str>,
    value: &'a str,
    reading: ReadingView<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    editors: Option<EditorsView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    derived: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    out_of_office: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<ScopeView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    via: Vec<String>,
    speaker: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    complete: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    worded: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    quote: QuoteView<'a>,
    link: String,
}

/// Who read a value, and as what, where it was not the program.
#[derive(Serialize)]
pub struct EditorsView<'a> {
    r#as: &'a str,
    by: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct QuoteView<'a> {
    exact: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    prefix: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suffix: Option<&'a str>,
    digest: String,
    verified: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<usize>,
    link: String,
}

/// The view of a claim.
pub fn claim_view(corpus: &Corpus, ix: ClaimIx) -> ClaimView<'_> {
    let claim = &corpus[ix];
    ClaimView {
        id: &claim.anchor,
        source: corpus[claim.source].id.as_str(),
        part: claim.part.map(|part| names::entity(corpus, part)),
        value: &claim.words,
        reading: reading::view(corpus, &corpus[claim.fact].kind, &claim.reading),
        editors: editors_view(claim),
        derived: check::derivation(corpus, claim),
        out_of_office: check::out_of_office(corpus, claim),
        as_of: claim.as_of.as_ref().map(|date| date.edtf.as_str()),
        scope: scope_view(corpus, &claim.scope),
        via: claim.via.iter().map(|&voice| names::voice(corpus, voice)).collect(),
        speaker: names::speaker(corpus, claim),
        complete: claim.complete,
        worded: claim.worded.map(words::wording),
        note: claim.note.as_deref(),
        quote: quote_view(corpus, ix, claim),
        link: names::link(corpus, &claim_href(corpus, ix)),
    }
}

/// The view of what the editors read.
pub fn editors_view(claim: &Claim) -> Option<EditorsView<'_>> {
    let editors = claim.editors.as_ref()?;
    Some(EditorsView { r#as: &editors.words, by: &editors.by, note: editors.note.as_deref() })
}

/// The schema of [`EditorsView`].
pub fn editors_schema() -> Value {
    let fields = vec![
        ("as", text("The value that is compared.")),
        ("by", text("Who read it: `editors`, or a name.")),
        ("note", optional(text("How they came to read it so."))),
    ];
    object("Who read the value, and as what, where it was not the program.", fields)
}

fn quote_view<'a>(corpus: &Corpus, ix: ClaimIx, claim: &'a Claim) -> QuoteView<'a> {
    let quote: &Quote = &claim.quote;
    QuoteView {
        exact: &quote.exact,
        prefix: quote.prefix.as_deref(),
        suffix: quote.suffix.as_deref(),
        digest: quote.digest.to_string(),
        verified: words::quote_state(quote.state),
        offset: match quote.state {
            QuoteState::InBody(offset) | QuoteState::Locked(offset) => Some(offset),
            QuoteState::Unverified => None,
        },
        link: names::link(corpus, &quote_href(corpus, ix)),
    }
}

/// The view of a scope that says anything.
pub fn scope_view<'a>(corpus: &'a Corpus, scope: &'a Scope) -> Option<ScopeView<'a>> {
    if scope.is_empty() {
        return None;
    }
    Some(ScopeView {
        places: names::places(corpus, scope).collect(),
        window: scope.window.as_deref(),
        population: scope.population.as_deref(),
        basis: scope.basis.as_deref(),
        counted_by: scope.counted_by.as_deref(),
    })
}

/// The schema of [`ClaimView`].
pub fn claim_schema() -> Value {
    object(
        "One source's answer, or one part of it.",
        vec![
            ("id", text("Id in its owner, the anchor on the owner's page.")),
            ("source", text("Article id of the source.")),
            ("part", optional(text("Entity id of the part of a breakdown."))),
            ("value", text("The answer in the source's words; for a position its id.")),
            ("reading", reading::schema()),
            ("editors", optional(editors_schema())),
            ("derived", optional(text("What the reading takes from beyond the quote, and from where."))),
            (
                "out_of_office",
                optional(text("What the editors’ record says against a holder named out of office.")),
            ),
            ("as_of", optional(text("When the answer holds (EDTF)."))),
            ("scope", optional(scope_schema("What the answer is about, where that is stated."))),
            ("via", optional_list("Whom the source cites.", text("`entity/<id>` or `source/<article id>`."))),
            ("speaker", text("Whose word it is: `<whom the source cites>, via <source>`, else the source.")),
            ("complete", optional(boolean("Whether a list or breakdown is said to be complete."))),
            (
                "worded",
                optional(choice("How the source words the answer, where that matters.", words::WORDINGS)),
            ),
            ("note", optional(text("The editors' remark."))),
            ("quote", quote_schema()),
            ("link", text("The claim on the site.")),
        ],
    )
}

fn quote_schema() -> Value {
    object(
        "The words it rests on.",
        vec![
            ("exact", text("The words, verbatim; `...` joins parts of one passage.")),
            ("prefix", optional(text("Words just before, where passages repeat."))),
            ("suffix", optional(text("Words just after, where passages repeat."))),
            (
                "digest",
                pattern(
                    "SHA-256 of the quote with prefix and suffix, its key in the lock.",
                    "^[0-9a-f]{64}$",
                ),
            ),
            (
                "verified",
                choice(
                    "Where it was found: in the article's published text, in the text kept by the desk, or not.",
                    words::QUOTE_STATES,
                ),
            ),
            ("offset", optional(count("Its first byte there."))),
            ("link", text("The quoted words on their source's page.")),
        ],
    )
}

/// The schema of [`ScopeView`].
pub fn scope_schema(about: &str) -> Value {
    object(
        about,
        vec![
            ("places", optional_list("Where.", text("Entity id."))),
            ("window", optional(text("In which period."))),
            ("population", optional(text("Whom or what."))),
            ("basis", optional(text("On what definition."))),
            ("counted_by", optional(text("Who counted."))),
        ],
    )
}
