//! A source's answer as a heading shows it; entry point [`Language::answer`].

use super::{Key, Language};
use crate::model::{Claim, Corpus, Reading, SetItem};

impl Language {
    /// The words of a claim as a heading shows them: a position by its label, EDTF dates and
    /// yes or no in the edition's language, anything else as written; what the editors read stays the source's words.
    pub fn answer(&self, corpus: &Corpus, claim: &Claim) -> String {
        if claim.editors.is_some() {
            return claim.words.clone();
        }
        match &claim.reading {
            Reading::Position(_) => {
                let position = claim.reading.position(&corpus[claim.fact].kind);
                position.map_or(&claim.words, |position| &position.label).clone()
            }
            Reading::Date(_) if claim.has_own_date_words() => claim.words.clone(),
            Reading::Date(date) => self.bare_date(date),
            Reading::Set(items) => members(corpus, items).join(&self.say(Key::ListComma)),
            Reading::YesNo(true) => self.say(Key::AnswerYes),
            Reading::YesNo(false) => self.say(Key::AnswerNo),
            Reading::Quantity(_) | Reading::Entity(_) | Reading::Text => claim.words.clone(),
        }
    }
}

/// The members of a list as its source names them; an entity's key is no word of anybody's.
fn members(corpus: &Corpus, items: &[SetItem]) -> Vec<String> {
    let name = |item: &SetItem| match item.entity {
        Some(entity) if corpus[entity].id.as_str() == item.words => corpus[entity].name.clone(),
        Some(_) | None => item.words.clone(),
    };
    items.iter().map(name).collect()
}
