//! A quote that gives the word to somebody whom `via` does not name: [`fault`].

use super::{Mention, Quoted};
use crate::check::quotes::lexicon;
use crate::diag::{Code, Diagnostic};
use crate::model::{EntityIx, EntityKind, Voice};
use crate::text::is_unspaced;

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

/// Whether the words around a name say that its bearer speaks, in the language of the quote.
fn speaks(quoted: &Quoted, mention: &Mention) -> bool {
    if !matches!(quoted.corpus[mention.entity].kind, EntityKind::Person | EntityKind::Organisation) {
        return false;
    }
    let words = &lexicon(quoted.corpus, quoted.claim).data;
    let (before, behind) = quoted.quote().split_at(mention.range.start);
    let behind = behind[mention.range.len()..].trim_start().to_lowercase();
    let before = before.to_lowercase();
    let before = without_articles(&before, &words.list_articles);
    words.said_behind.iter().any(|said| begins(&behind, said))
        || words.said_before.iter().any(|said| ends(before, said))
}

/// Words without `the` and the like at their end.
fn without_articles<'t>(before: &'t str, articles: &[String]) -> &'t str {
    let apart = |text: &'t str| text.trim_end().trim_end_matches(['\'', '’']);
    let mut before = apart(before);
    while let Some(article) = articles.iter().find(|article| ends(before, article)) {
        before = apart(&before[..before.len() - article.len()]);
    }
    before
}

/// Whether a text begins with a phrase, and with no longer word.
fn begins(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| !is_letter_beside(rest.chars().next(), phrase))
}

/// Whether a text ends in a phrase, and in no longer word.
fn ends(text: &str, phrase: &str) -> bool {
    text.strip_suffix(phrase).is_some_and(|rest| !is_letter_beside(rest.chars().next_back(), phrase))
}

/// Whether a letter beside a phrase makes a longer word of it; in scripts without spaces none does.
fn is_letter_beside(letter: Option<char>, phrase: &str) -> bool {
    !phrase.starts_with(is_unspaced) && letter.is_some_and(char::is_alphabetic)
}
