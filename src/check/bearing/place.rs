//! A quote that names another place than the claim's scope: [`fault`].

use super::{Mention, Quoted};
use crate::diag::{Code, Diagnostic};
use crate::model::{EntityIx, EntityKind};

/// A claim whose quote names places, none of which lies in the scope's places or around them.
pub fn fault(quoted: &Quoted) -> Option<Diagnostic> {
    let (corpus, claim) = (quoted.corpus, quoted.claim);
    let places = &claim.scope.places;
    let named = || quoted.mentions.iter().filter(|mention| corpus[mention.entity].kind == EntityKind::Place);
    let fits = |place: EntityIx| {
        places.iter().any(|&own| corpus.contains(own, place) || corpus.contains(place, own))
    };
    if places.is_empty() || named().any(|mention| fits(mention.entity)) {
        return None;
    }
    let other = named().find(|mention| !answers(quoted, mention.entity) && is_where(quoted, mention))?;
    let list: Vec<String> = places.iter().map(|&place| format!("`{}`", corpus[place].id)).collect();
    let (name, id) = (&corpus[other.entity].name, &corpus[other.entity].id);
    let message = format!("the quote speaks of {name}, and the scope is {}", list.join(", "));
    let help = format!(
        "write `scope: {{place: {id}}}`, quote the words that name the scope, or say with `in` in entities.yaml where {name} lies"
    );
    Some(Diagnostic::warning(Code::ScopeNotInQuote, claim.span, message).help(help))
}

/// Whether the claim's own value or part is this place.
fn answers(quoted: &Quoted, place: EntityIx) -> bool {
    let claim = quoted.claim;
    let in_list =
        claim.reading.items().is_some_and(|items| items.iter().any(|item| item.entity == Some(place)));
    claim.part == Some(place) || claim.reading.entity() == Some(Some(place)) || in_list
}

/// Whether a place is where something happens: a town is, wherever it is named, unless somebody
/// goes there; a country must be said to be.
fn is_where(quoted: &Quoted, mention: &Mention) -> bool {
    let before = quoted.before(mention.range.start).next().unwrap_or_default();
    if GOING.contains(&before.as_str()) {
        return false;
    }
    if quoted.quote()[mention.range.end..].starts_with(['\'', '’']) {
        return false;
    }
    let lies_in_another = quoted.corpus[mention.entity].within.is_some();
    lies_in_another || WITHIN.contains(&before.as_str())
}

/// Words before a place that somebody or something comes from or goes to.
const GOING: [&str; 14] = [
    "to", "from", "of", "towards", "toward", "via", "into", "with", "between", "de", "vers", "hacia", "nach",
    "aus",
];

/// Words before a place where something is.
const WITHIN: [&str; 15] = [
    "in",
    "at",
    "near",
    "across",
    "around",
    "throughout",
    "inside",
    "outside",
    "within",
    "en",
    "à",
    "au",
    "dans",
    "bei",
    "em",
];
