//! Rulings: what the curator decided, about which answers.

use super::directory::{Directory, Found};
use super::remarks::shown;
use super::{doubt, reading};
use crate::diag::{Code, Diagnostic};
use crate::model::{ArticleIx, Corpus, FactIx, Id, Ruling, SheetIx};
use crate::parse::RawRuling;
use crate::yaml::Located;

/// Resolves a ruling; one on facts or sources that are held back is left out.
pub(super) fn resolve(
    raw: &RawRuling,
    sheet: SheetIx,
    (directory, corpus): (&Directory, &Corpus),
    faults: &mut Vec<Diagnostic>,
) -> Option<Ruling> {
    let sheet_id = &corpus[sheet].id;
    let fact = match directory.fact((sheet, sheet_id), &raw.fact, faults) {
        Found::Here(fact) => Some(fact),
        Found::HeldBack => return None,
        Found::Unknown => None,
    };
    let part = raw.part.as_ref().map(|part| directory.entity(part, faults));
    let decided = reading::date(&raw.decided, faults);
    let mut between = Vec::new();
    for id in raw.between.iter().flatten() {
        match directory.article(id, faults) {
            Found::Here(article) => between.push(article),
            Found::HeldBack => return None,
            Found::Unknown => {}
        }
    }
    let prefer = match raw.prefer.as_ref().map(|id| (directory.article(id, faults), id)) {
        Some((Found::Here(article), id)) => {
            fact.and_then(|fact| answers((directory, corpus), fact, (article, id), faults))
        }
        Some((Found::HeldBack, _)) => return None,
        Some((Found::Unknown, _)) | None => None,
    };
    if part.is_some_and(|part| part.is_none()) || directory.is_hurt(raw.span) {
        return None;
    }
    Some(Ruling {
        fact: fact?,
        part: part.flatten(),
        between,
        prefer,
        status: raw.status,
        title: raw.title.as_ref().map(shown),
        note: shown(&raw.note),
        decided: decided?,
        expect: raw.expect,
        would_settle: raw.would_settle.as_ref().map(shown),
        span: raw.span,
    })
}

/// The preferred source, where it answers the fact at all.
fn answers(
    (directory, corpus): (&Directory, &Corpus),
    fact: FactIx,
    (article, id): (ArticleIx, &Located<Id>),
    faults: &mut Vec<Diagnostic>,
) -> Option<ArticleIx> {
    let answers = corpus[fact].claims.iter().any(|claim| corpus[*claim].source == article);
    let is_lost = directory.has_lost_article(id.value.as_str())
        || doubt::has_lost_claims(fact, (directory, corpus), faults);
    if !answers && !is_lost {
        let message =
            format!("`{}` does not answer `{}`, so it cannot be preferred", id.value, corpus[fact].id);
        faults.push(
            Diagnostic::error(Code::ReferenceUnknown, id.span, message)
                .help("prefer a source that makes a claim"),
        );
    }
    answers.then_some(article)
}
