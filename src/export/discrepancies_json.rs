//! data/discrepancies.json: every finding that is neither agreement nor gap; entry point [`write`].
//!
//! A record has every field, `null` where it says nothing: few fields of few records do.

use serde::Serialize;
use serde_json::Value;

use super::answer::{EditorsView, editors_schema, editors_view};
use super::schema::{choice, count, list, nullable, object, optional, text};
use super::words::status;
use super::{json, names};
use crate::model::{Class, Corpus, Finding, Modifier, Rule, Severity};

/// Where the file stands.
pub const ROUTE: &str = "data/discrepancies.json";

#[derive(Serialize)]
struct File<'a> {
    discrepancies: Vec<Discrepancy<'a>>,
}

#[derive(Serialize)]
struct Discrepancy<'a> {
    id: String,
    dispute: Option<&'a str>,
    owner: String,
    facts: Vec<String>,
    part: Option<&'a str>,
    class: &'static str,
    rule: &'static str,
    severity: &'static str,
    modifiers: Vec<&'static str>,
    reason: &'a str,
    sources: Vec<&'a str>,
    claims: Vec<Claim<'a>>,
    represents: usize,
    independent_origins: usize,
    ruling: Option<Ruling<'a>>,
}

#[derive(Serialize)]
struct Claim<'a> {
    id: String,
    source: &'a str,
    via: Vec<String>,
    speaker: String,
    value: &'a str,
    /// Only where the editors read the value, so that other claims keep their shape.
    #[serde(skip_serializing_if = "Option::is_none")]
    editors: Option<EditorsView<'a>>,
    quote: &'a str,
}

#[derive(Serialize)]
struct Ruling<'a> {
    status: &'static str,
    prefer: Option<&'a str>,
    note: &'a str,
}

/// The bytes of the file.
pub fn write(corpus: &Corpus, findings: &[Finding]) -> Vec<u8> {
    json::write(&File {
        discrepancies: listed(findings).map(|finding| discrepancy(corpus, finding)).collect(),
    })
}

/// The findings that count as discrepancies.
pub fn listed(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(|finding| match finding.class {
        Class::Agree | Class::Gap => false,
        Class::Compatible | Class::Scope | Class::Update | Class::Variant | Class::Contradict => true,
    })
}

fn discrepancy<'a>(corpus: &'a Corpus, finding: &'a Finding) -> Discrepancy<'a> {
    Discrepancy {
        id: finding.id.to_string(),
        dispute: finding.dispute.as_ref().map(|dispute| dispute.0.as_str()),
        owner: names::owner(corpus, finding.sheet),
        facts: finding.facts.iter().map(|&fact| names::fact(corpus, finding.sheet, fact)).collect(),
        part: finding.part.map(|part| names::entity(corpus, part)),
        class: finding.class.as_str(),
        rule: finding.rule.as_str(),
        severity: finding.severity.as_str(),
        modifiers: finding.modifiers.iter().map(|modifier| modifier.as_str()).collect(),
        reason: &finding.reason,
        sources: finding.sources.iter().map(|&source| corpus[source].id.as_str()).collect(),
        claims: claims(corpus, finding),
        represents: finding.represents,
        independent_origins: finding.independent_origins,
        ruling: finding.ruling.map(|ix| {
            let ruling = &corpus[ix];
            Ruling {
                status: status(ruling.status),
                prefer: ruling.prefer.map(|source| corpus[source].id.as_str()),
                note: &ruling.note,
            }
        }),
    }
}

fn claims<'a>(corpus: &'a Corpus, finding: &Finding) -> Vec<Claim<'a>> {
    names::claims_of(finding)
        .map(|ix| {
            let claim = &corpus[ix];
            Claim {
                id: names::claim(corpus, finding.sheet, ix),
                source: corpus[claim.source].id.as_str(),
                via: claim.via.iter().map(|&voice| names::voice(corpus, voice)).collect(),
                speaker: names::speaker(corpus, claim),
                value: &claim.words,
                editors: editors_view(claim),
                quote: &claim.quote.exact,
            }
        })
        .collect()
}

/// The schema of the file.
pub fn schema() -> Value {
    let ruling = object(
        "The editors' word on it, which never changes the class.",
        vec![
            ("status", choice("Where the matter stands.", ["open", "explained", "settled"])),
            ("prefer", nullable(text("Id of the article whose answer the editors prefer."))),
            ("note", text("The reasons.")),
        ],
    );
    let classes = Class::ALL.iter().filter(|class| !matches!(class, Class::Agree | Class::Gap));
    let discrepancy = object(
        "One disagreement: a rule that applies between claims, or to a fact or sheet.",
        vec![
            ("id", text("Permanent id, the anchor on discrepancies.html.")),
            (
                "dispute",
                nullable(text(
                    "Id of the gravest record of the same dispute, its own where that is this one; null for what is \
                     neither a contradiction nor a variant. The headline counts these ids.",
                )),
            ),
            ("owner", text("`<sheet kind>/<sheet id>`; kinds are event, question and entity.")),
            (
                "facts",
                list("The facts concerned.", text("Fact id; `<owner>/<fact>` for a fact of another owner.")),
            ),
            ("part", nullable(text("Entity id of the part of a breakdown."))),
            ("class", choice("What kind of difference it is.", classes.map(|class| class.as_str()))),
            ("rule", choice("The rule that found it.", Rule::ALL.iter().map(|rule| rule.as_str()))),
            (
                "severity",
                choice("How much it matters.", Severity::ALL.iter().map(|severity| severity.as_str())),
            ),
            (
                "modifiers",
                list(
                    "What raises it or changes its wording.",
                    choice("A modifier.", Modifier::ALL.iter().map(|modifier| modifier.as_str())),
                ),
            ),
            ("reason", text("One sentence of reason.")),
            ("sources", list("The sources concerned.", text("Article id."))),
            ("claims", list("The claims that take part, side by side.", claim_schema())),
            ("represents", count("How many pairs of claims of its own rule the record stands for.")),
            ("independent_origins", count("How many independent origins the sources have.")),
            ("ruling", nullable(ruling)),
        ],
    );
    let list = list("Everything that is neither agreement nor gap.", discrepancy);
    object("Where the sources disagree.", vec![("discrepancies", list)])
}

fn claim_schema() -> Value {
    object(
        "A claim that takes part.",
        vec![
            (
                "id",
                text(
                    "The claim's anchor on its owner's page; `<owner>/<anchor>` for a claim of another owner.",
                ),
            ),
            ("source", text("Id of the article that says it.")),
            ("via", list("Whom that article cites for it.", text("`entity/<id>` or `source/<article id>`."))),
            (
                "speaker",
                text("Whose word it is: `<whom the article cites>, via <article>`, else the article."),
            ),
            ("value", text("The answer in the source's words; for a position its id.")),
            ("editors", optional(editors_schema())),
            ("quote", text("The quoted words, verbatim; `...` joins parts of one passage.")),
        ],
    )
}
