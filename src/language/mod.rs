//! The words of the pages in the edition's language; entry points [`read`] and [`Language::say`].
//!
//! One YAML file per language is embedded in the program; a theme and a project may lay their own
//! over it, string by string. What a language lacks is said in English, set apart and with a warning. The
//! checker's sentences (reasons, rule texts) are no strings: they are English everywhere.

mod key;
mod plural;
mod message;
mod figures;
mod file;
mod direction;
mod tag;
mod apart;
mod autonym;
mod layers;
mod numbers;
mod dates;
mod calendar_names;
mod answer;
pub mod reading;

pub use apart::{CLOSE, OPEN};
pub use autonym::autonym;
pub use calendar_names::{month_names, weekday_names};
pub use direction::is_right_to_left;
pub use file::{RawForms, RawLanguage};
pub use key::Key;
pub use layers::{Added, BUILTIN, Read, read, unknown};
pub use message::Value;
pub use tag::{help_with_tag, is_tag};

use std::collections::BTreeMap;

use message::Message;
use numbers::Numerals;

/// The language in which the program's own sentences are written.
pub const CHECKER_LANGUAGE: &str = "en";

/// The words, numbers and dates of one language, with English where it has none.
#[derive(Clone, Debug)]
pub struct Language {
    /// BCP 47 tag of the edition.
    pub tag: String,
    strings: BTreeMap<String, Message>,
    /// The strings that only English has, sorted.
    fallen_back: Vec<String>,
    months: Vec<String>,
    /// Whether the months are English for want of others.
    has_english_months: bool,
    names: BTreeMap<String, String>,
    numerals: Numerals,
}

impl Language {
    /// The built-in English.
    pub fn english() -> Self {
        layers::builtin(CHECKER_LANGUAGE)
    }

    /// Whether the edition's language runs from right to left.
    pub fn is_right_to_left(&self) -> bool {
        is_right_to_left(&self.tag)
    }

    /// The tag of the checker's sentences, where that is not the edition's own language.
    pub fn tag_of_checker(&self) -> Option<&'static str> {
        (direction::primary(&self.tag) != CHECKER_LANGUAGE).then_some(CHECKER_LANGUAGE)
    }

    /// A string without figures.
    pub fn say(&self, key: Key) -> String {
        self.fill(key, &[])
    }

    /// A string with its figures and names filled in; a figure named `n` chooses the plural form.
    pub fn fill(&self, key: Key, values: &[(&str, Value<'_>)]) -> String {
        self.fill_named(key.as_str(), |name| {
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
        })
        .unwrap_or_default()
    }

    /// A string about this many things.
    pub fn count(&self, key: Key, n: usize) -> String {
        self.fill(key, &[("n", Value::Count(n))])
    }

    /// A string by its name in the files, for templates; `None` where no language has it.
    pub fn fill_named<'v>(&self, name: &str, value: impl Fn(&str) -> Option<Value<'v>>) -> Option<String> {
        let message = self.strings.get(name)?;
        let is_english = self.fallen_back.binary_search_by(|known| known.as_str().cmp(name)).is_ok();
        // English has a form for one thing, whatever the edition's language does.
        let tag = if is_english { CHECKER_LANGUAGE } else { &self.tag };
        let text = message.fill(tag, &value, &self.numerals);
        Some(if is_english { apart::set_apart(text) } else { text })
    }

    /// Whether the edition's language has no words for a string, so that it stays English.
    pub(super) fn lacks(&self, key: Key) -> bool {
        self.fallen_back.binary_search_by(|known| known.as_str().cmp(key.as_str())).is_ok()
    }

    /// Whether a string of this name exists.
    pub fn has(&self, name: &str) -> bool {
        self.strings.contains_key(name)
    }

    /// The name of every string.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.strings.keys().map(String::as_str)
    }

    /// A language by its name; a tag that has none stands for itself.
    pub fn name_of(&self, tag: &str) -> String {
        let known = self.names.get(tag).or_else(|| self.names.get(direction::primary(tag)));
        known.cloned().unwrap_or_else(|| tag.to_owned())
    }

    /// Names in a row: `a`, `a and b`, `a, b and c`.
    pub fn list(&self, items: &[String], join: Key) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => {
                let most = most.join(&self.say(Key::ListComma));
                self.fill(join, &[("most", Value::Text(&most)), ("last", Value::Text(last))])
            }
        }
    }
}

#[cfg(test)]
mod tests;
