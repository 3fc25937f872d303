//! What data files call sheets, facts, claims and voices, and how they link to them.
//!
//! Inside its owner a thing has the short name that its page uses as anchor. From elsewhere it
//! carries the owner in front, so that a name never means two things.

use crate::check;
use crate::model::{Claim, ClaimIx, Corpus, EntityIx, FactIx, Finding, Scope, SheetIx, SheetKind, Voice};
use crate::plan::claim_anchor;

/// `<sheet kind>/<sheet id>`: the owner of facts, claims and discrepancies.
pub fn owner(corpus: &Corpus, sheet: SheetIx) -> String {
    let sheet = &corpus[sheet];
    format!("{}/{}", kind(sheet.kind), sheet.id)
}

/// The permanent name of a kind of sheet.
pub fn kind(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Event => "event",
        SheetKind::Question => "question",
        SheetKind::Entity(_) => "entity",
    }
}

/// A fact's id in its owner, `<owner>/<fact>` elsewhere.
pub fn fact(corpus: &Corpus, home: SheetIx, fact: FactIx) -> String {
    let fact = &corpus[fact];
    if fact.sheet == home {
        fact.id.to_string()
    } else {
        format!("{}/{}", owner(corpus, fact.sheet), fact.id)
    }
}

/// A claim's anchor in its owner, `<owner>/<anchor>` elsewhere.
pub fn claim(corpus: &Corpus, home: SheetIx, claim: ClaimIx) -> String {
    let sheet = corpus[corpus[claim].fact].sheet;
    let anchor = claim_anchor(corpus, claim);
    if sheet == home { anchor.to_owned() } else { format!("{}/{anchor}", owner(corpus, sheet)) }
}

/// The claims that a finding is about, side by side.
pub fn claims_of(finding: &Finding) -> impl Iterator<Item = ClaimIx> {
    finding.sides.iter().flatten().copied()
}

/// What a claim answers, for readers: a position by its label, all else in its words.
pub fn answer(corpus: &Corpus, claim: ClaimIx) -> &str {
    let claim = &corpus[claim];
    let position = claim.reading.position(&corpus[claim.fact].kind);
    position.map_or(claim.words.as_str(), |position| position.label.as_str())
}

/// What a claim says, in one line: the question, the part and the answer, and whom its article cites.
pub fn statement(corpus: &Corpus, ix: ClaimIx) -> String {
    let claim = &corpus[ix];
    let part = claim.part.map(|part| format!(" ({})", corpus[part].name)).unwrap_or_default();
    let cited = check::voices(corpus, &claim.via).map(|cited| format!(" (its source: {cited})"));
    let read_by = read_by(claim);
    format!(
        "{}{part}: {}{read_by}{}",
        corpus[claim.fact].label,
        answer(corpus, ix),
        cited.unwrap_or_default()
    )
}

/// ` (read by the editors as …)`, where it was not the program that read a value.
fn read_by(claim: &Claim) -> String {
    claim.editors.as_ref().map_or_else(String::new, |editors| match editors.is_by_editors() {
        true => format!(" (read by the editors as {})", editors.words),
        false => format!(" (read by {} as {})", editors.by, editors.words),
    })
}

/// `entity/<id>` or `source/<id>`, since one id can name both an article and an entity.
pub fn voice(corpus: &Corpus, voice: Voice) -> String {
    match voice {
        Voice::Entity(ix) => format!("entity/{}", corpus[ix].id),
        Voice::Article(ix) => format!("source/{}", corpus[ix].id),
    }
}

/// Whose word a claim is, for readers: `<whom the article cites>, via <article>`, else the article.
pub fn speaker(corpus: &Corpus, claim: &Claim) -> String {
    check::speaker(corpus, claim, corpus[claim.source].short_name())
}

/// An entity's id.
pub fn entity(corpus: &Corpus, ix: EntityIx) -> &str {
    corpus[ix].id.as_str()
}

/// The ids of a scope's places.
pub fn places<'a>(corpus: &'a Corpus, scope: &'a Scope) -> impl Iterator<Item = &'a str> {
    scope.places.iter().map(|&place| entity(corpus, place))
}

/// A link for people and programs away from the site: absolute where the edition has an address,
/// else a path from its root.
pub fn link(corpus: &Corpus, href: &str) -> String {
    format!("{}{href}", corpus.settings.base_url.as_deref().unwrap_or_default())
}
