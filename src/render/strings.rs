//! How templates say strings: `{{ "n-sources" | say(n=3) }}`; entry points [`register`] and
//! [`check`].
//!
//! A string is named in quotes, so that every name can be looked up before a page is made.

use std::collections::BTreeSet;

use tera::{Kwargs, State, Tera};

use super::layer::Layers;
use crate::diag::Diagnostic;
use crate::language::{self, Language, Read, Value};
use crate::source::Span;

/// Gives templates the filters `say` and `figure`, and `checker()`: the language attribute of what the checker
/// wrote, where the edition's language is another.
pub fn register(tera: &mut Tera, language: &Language) {
    let own = language.clone();
    tera.register_filter("say", move |name: &str, values: Kwargs, _: &State| {
        let given: Vec<(String, Given)> =
            values.iter().map(|(name, value)| (name.to_string(), Given::of(value))).collect();
        let value =
            |place: &str| given.iter().find(|(name, _)| name == place).map(|(_, given)| given.value());
        own.fill_named(name, value).unwrap_or_default()
    });
    let own = language.clone();
    tera.register_filter("figure", move |n: u64, _: Kwargs, _: &State| own.figure(n.into()));
    let attribute = language.tag_of_checker().map(|tag| format!(" lang=\"{tag}\" dir=\"ltr\""));
    tera.register_function("checker", move |_: Kwargs, _: &State| attribute.clone().unwrap_or_default());
}

/// What a template fills a place with.
enum Given {
    Count(usize),
    Text(String),
}

impl Given {
    fn of(value: &tera::Value) -> Self {
        let count = value.as_u64().and_then(|n| usize::try_from(n).ok());
        count.map_or_else(|| Self::Text(value.to_string()), Self::Count)
    }

    fn value(&self) -> Value<'_> {
        match self {
            Self::Count(n) => Value::Count(*n),
            Self::Text(text) => Value::Text(text),
        }
    }
}

/// Strings that a template says and the language does not know, and such as a theme adds and no
/// template says.
pub(super) fn check(layers: &Layers, words: &Read) -> Vec<Diagnostic> {
    let texts = layers.texts();
    let mut said: BTreeSet<&str> = BTreeSet::new();
    let mut faults = Vec::new();
    for (template, text) in &texts {
        for (at, name) in names(text) {
            said.insert(name);
            if let Some(own) = layers.own(template).filter(|_| !words.language.has(name)) {
                let span = Span::new(own.file, at..at + name.len());
                faults.push(language::unknown(&words.language, name, span));
            }
        }
    }
    let unsaid = words.added.iter().filter(|added| !said.contains(added.name.as_str()));
    faults.extend(unsaid.map(|added| language::unknown(&words.language, &added.name, added.span)));
    faults
}

/// The names of strings that a template says, with their places.
pub fn names(template: &str) -> impl Iterator<Item = (usize, &str)> {
    template.match_indices("| say").filter_map(|(at, _)| {
        let before = template[..at].trim_end().strip_suffix(['"', '\''])?;
        let start = before.rfind(['"', '\''])? + 1;
        Some((start, &before[start..]))
    })
}
