//! data/statements.ftm.jsonl: the edition as FollowTheMoney statements, one on each line; entry
//! point [`write`].
//!
//! Each source is a dataset of its own, so that a tool which merges them still knows who says what,
//! and what the curator says is the dataset `curated`. A claim is a note on what it is about: the
//! vocabulary has no property for how many people were held, and none is bent to hold it. Nobody is
//! called involved in an event because a text names them beside it.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};

use super::ftm_things::things;
use super::schema::{boolean, list, nullable, object, pattern, text};
use super::{days, names};
use crate::digest::sha1;
use crate::model::{ArticleIx, ClaimIx, Corpus, FactKind, Finding, Reading, SheetKind};

/// Where the file stands.
pub const ROUTE: &str = "data/statements.ftm.jsonl";

/// The dataset of what the curator says.
const CURATED: &str = "curated";

/// A statement in the fields of the format, in its order.
#[derive(Serialize)]
struct Line {
    canonical_id: String,
    entity_id: String,
    prop: &'static str,
    schema: &'static str,
    value: String,
    dataset: String,
    lang: Option<&'static str>,
    original_value: Option<String>,
    first_seen: Option<String>,
    last_seen: Option<String>,
    external: bool,
    origin: Option<String>,
    id: String,
}

/// One thing that is said of an entity.
pub struct Statement {
    /// Whom it is about.
    pub entity: String,
    /// The type of that.
    pub schema: &'static str,
    /// The property.
    pub prop: &'static str,
    /// Its value.
    pub value: String,
}

/// The bytes of the file.
pub fn write(corpus: &Corpus, findings: &[Finding]) -> Vec<u8> {
    let curated =
        things(corpus, findings).into_iter().map(|statement| line(CURATED.to_owned(), None, statement));
    let claims = (0..corpus.claims.len() as u32).flat_map(|i| of_claim(corpus, ClaimIx(i)));
    let mut ids = BTreeSet::new();
    let mut out = Vec::new();
    // Two claims that say the same of the same are one statement to the format.
    for line in curated.chain(claims).filter(|line| ids.insert(line.id.clone())) {
        serde_json::to_writer(&mut out, &line).expect("writing to memory does not fail");
        out.push(b'\n');
    }
    out
}

/// What a source says: the claim as a note, and the name it uses for somebody.
fn of_claim(corpus: &Corpus, ix: ClaimIx) -> Vec<Line> {
    let claim = &corpus[ix];
    let (fact, article) = (&corpus[claim.fact], &corpus[claim.source]);
    let (entity, schema) = subject(corpus, ix);
    let note = Statement { entity, schema, prop: "notes", value: names::statement(corpus, ix) };
    let mut statements = vec![(note, language(&article.language))];
    if matches!((&fact.kind, &claim.reading), (FactKind::Entity { .. }, Reading::Entity(_))) {
        let entity = article_id(corpus, claim.source);
        let value = claim.words.clone();
        // A name has no language here: the format keeps it for words that could be translated.
        statements.push((Statement { entity, schema: "Article", prop: "namesMentioned", value }, None));
    }
    let seen = days::of_article(corpus, claim.source).map(|stated| stated.to_string());
    let said = |(statement, lang)| Line {
        original_value: Some(claim.quote.exact.clone()),
        first_seen: seen.clone(),
        last_seen: seen.clone(),
        origin: Some(format!("{}/{}", names::owner(corpus, fact.sheet), claim.anchor)),
        ..line(dataset(article.id.as_str()), lang, statement)
    };
    statements.into_iter().map(said).collect()
}

fn line(dataset: String, lang: Option<&'static str>, statement: Statement) -> Line {
    let Statement { entity, schema, prop, value } = statement;
    let language = lang.map(|lang| format!("@{lang}")).unwrap_or_default();
    Line {
        id: sha1(&format!("{dataset}.{entity}.{prop}.{value}{language}")),
        canonical_id: entity.clone(),
        entity_id: entity,
        prop,
        schema,
        value,
        dataset,
        lang,
        original_value: None,
        first_seen: None,
        last_seen: None,
        external: false,
        origin: None,
    }
}

/// What a claim is about: an event or somebody, else the question as a note.
fn subject(corpus: &Corpus, ix: ClaimIx) -> (String, &'static str) {
    let sheet = &corpus[corpus[corpus[ix].fact].sheet];
    match sheet.kind {
        SheetKind::Event => (format!("event-{}", sheet.id), "Event"),
        SheetKind::Question => (format!("question-{}", sheet.id), "Note"),
        SheetKind::Entity(entity) => super::ftm_things::sheet_subject(corpus, entity),
    }
}

/// The id of an article's entity.
pub fn article_id(corpus: &Corpus, article: ArticleIx) -> String {
    format!("source-{}", corpus[article].id)
}

/// The name of a source's dataset, in the letters that names of datasets have.
fn dataset(article: &str) -> String {
    format!("source_{}", article.replace('-', "_"))
}

/// The ISO 639-3 code of a language, which the format wants; none where it is not among these.
pub fn language(tag: &str) -> Option<&'static str> {
    const CODES: [(&str, &str); 24] = [
        ("ar", "ara"),
        ("de", "deu"),
        ("en", "eng"),
        ("es", "spa"),
        ("fa", "fas"),
        ("fr", "fra"),
        ("hi", "hin"),
        ("id", "ind"),
        ("it", "ita"),
        ("ja", "jpn"),
        ("km", "khm"),
        ("ko", "kor"),
        ("lo", "lao"),
        ("ms", "msa"),
        ("my", "mya"),
        ("nl", "nld"),
        ("pl", "pol"),
        ("pt", "por"),
        ("ru", "rus"),
        ("th", "tha"),
        ("tr", "tur"),
        ("uk", "ukr"),
        ("vi", "vie"),
        ("zh", "zho"),
    ];
    let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    CODES.iter().find(|(short, long)| *short == primary || *long == primary).map(|(_, long)| *long)
}

/// The schema of the file: its lines.
pub fn schema() -> Value {
    let day = |about: &str| nullable(text(about));
    let mut line = object(
        "A statement.",
        vec![
            ("canonical_id", text("Whom it is about, after merging; the same as `entity_id`.")),
            ("entity_id", text("Whom it is about: `event-<id>`, `source-<id>`, `entity-<id>` and the like.")),
            ("prop", text("The property; `id` says that the entity exists.")),
            ("schema", text("The type of the entity.")),
            ("value", text("The value; for a claim the question and the answer.")),
            ("dataset", text("Who says it: `source_<article id>` with `_` for `-`, or `curated`.")),
            ("lang", nullable(pattern("ISO 639-3 code of the value's language.", "^[a-z]{3}$"))),
            ("original_value", nullable(text("The words that a claim rests on."))),
            ("first_seen", day("Last day known of the source: published or retrieved.")),
            ("last_seen", day("The same.")),
            ("external", boolean("Always false.")),
            ("origin", nullable(text("The claim: `<owner>/<claim>`."))),
            ("id", pattern("SHA-1 of dataset, entity, property, value and language.", "^[0-9a-f]{40}$")),
        ],
    );
    line["properties"]["external"]["const"] = json!(false);
    list("The lines, each as an object.", line)
}
