//! A quote that gives the word to somebody whom `via` does not name: [`fault`].

use super::{Mention, Quoted};
use crate::diag::{Code, Diagnostic};
use crate::model::{EntityIx, EntityKind, Voice};

/// A claim whose quote says `… said` of somebody, where `via` is not given or
/// names others of the same kind.
pub fn fault(quoted: &Quoted) -> Option<Diagnostic> {
    let (corpus, claim) = (quoted.corpus, quoted.claim);
    let mut via: Vec<EntityIx> = Vec::new();
    for voice in &claim.via {
        match voice {
            Voice::Entity(entity) => via.push(*entity),
            Voice::Article(_) => return None,
        }
    }
    let outlet = corpus[claim.source].outlet_entity;
    let is_named = quoted.mentions.iter().any(|mention| via.contains(&mention.entity));
    let speaker = quoted.mentions.iter().find(|mention| speaks(quoted, mention))?;
    let is_answer = claim.reading.entity() == Some(Some(speaker.entity));
    let is_speaker = via.contains(&speaker.entity) || outlet == Some(speaker.entity) || is_answer;
    let rivals = via.iter().filter(|&&voice| corpus[voice].kind == corpus[speaker.entity].kind);
    if is_speaker || is_named || !via.is_empty() && rivals.count() == 0 {
        return None;
    }
    let (name, id) = (&corpus[speaker.entity].name, &corpus[speaker.entity].id);
    let list: Vec<String> = via.iter().map(|&voice| format!("`{}`", corpus[voice].id)).collect();
    let others =
        if via.is_empty() { "is not given".to_owned() } else { format!("names {}", list.join(", ")) };
    let message = format!("the quote gives the word to {name}, and `via` {others}");
    let help = if via.is_empty() {
        format!("write `via: [{id}]`")
    } else {
        format!("write `via: [{id}]`, or quote the words that name the speaker")
    };
    Some(Diagnostic::warning(Code::ViaNotInQuote, claim.span, message).help(help))
}

/// Whether the words around a name say that its bearer speaks.
fn speaks(quoted: &Quoted, mention: &Mention) -> bool {
    if !matches!(quoted.corpus[mention.entity].kind, EntityKind::Person | EntityKind::Organisation) {
        return false;
    }
    let mut before = quoted.before(mention.range.start);
    let is_source = before.next().is_some_and(|word| word == "to")
        && before.next().is_some_and(|word| word == "according");
    let said = quoted.behind(mention.range.end).next().is_some_and(|word| SAID.contains(&word.as_str()));
    let said_before =
        quoted.before(mention.range.start).next().is_some_and(|word| word == "said" || word == "says");
    is_source || said || said_before
}

/// What a speaker does.
const SAID: [&str; 10] =
    ["said", "says", "told", "stated", "announced", "reported", "confirmed", "added", "claimed", "declared"];
