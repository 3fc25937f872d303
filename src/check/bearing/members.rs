//! A list that leaves out a name standing among its members in the quote: [`fault`].

use super::{Mention, Quoted};
use crate::check::quotes::lexicon;
use crate::diag::{Code, Diagnostic};
use crate::model::EntityIx;
use crate::value::lexicon::Data;

/// A list whose quote names one more thing of the same kind, between two members or joined to one.
pub fn fault(quoted: &Quoted) -> Option<Diagnostic> {
    let (corpus, claim) = (quoted.corpus, quoted.claim);
    let members: Option<Vec<EntityIx>> = claim.reading.items()?.iter().map(|item| item.entity).collect();
    let members = members.filter(|members| !members.is_empty())?;
    let kind = corpus[members[0]].kind;
    if members.iter().any(|&member| corpus[member].kind != kind) {
        return None;
    }
    let is_member = |mention: &Mention| members.contains(&mention.entity);
    let is_other = |mention: &Mention| {
        let related = |&member: &EntityIx| {
            corpus.contains(mention.entity, member) || corpus.contains(member, mention.entity)
        };
        corpus[mention.entity].kind == kind && !is_member(mention) && !members.iter().any(related)
    };
    let words = &lexicon(corpus, claim).data;
    let joined = quoted.mentions.windows(2).find_map(|pair| {
        let between = &quoted.quote()[pair[0].range.end..pair[1].range.start];
        let other = match (is_member(&pair[0]), is_member(&pair[1])) {
            (true, false) => &pair[1],
            (false, true) => &pair[0],
            (true, true) | (false, false) => return None,
        };
        (is_other(other) && joins(between, words)).then_some(other)
    })?;
    let name = &corpus[joined.entity].name;
    let message = format!("the quote lists {name} too, and the list leaves it out");
    let help = format!("add `{name}` to the list, or quote only what the question asks for");
    let fault = if claim.complete == Some(true) {
        Diagnostic::error(Code::MemberMissing, claim.span, message)
    } else {
        Diagnostic::warning(Code::MemberMissing, claim.span, message)
    };
    Some(fault.help(help))
}

/// Whether words between two names make them members of one list, in the language of the quote.
fn joins(between: &str, words: &Data) -> bool {
    let is_of = |list: &[String], word: &str| list.iter().any(|known| *known == word);
    let mut found = between.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let between_lower = between.to_lowercase();
    let has_join = between.contains([',', '،', '、', '，'])
        || between_lower.split(|c: char| !c.is_alphabetic()).any(|word| is_of(&words.list_words, word));
    let has_end = between.contains(['.', ';', '(', ')', '—', '–', '。']);
    let is_listed = |word: &str| {
        let word = word.to_lowercase();
        is_of(&words.list_words, &word) || is_of(&words.list_articles, &word)
    };
    has_join && !has_end && found.all(is_listed)
}
