//! How deep templates extend and include each other, before any of them runs; entry point [`too_deep`].
//!
//! The engine refuses circles, and calls itself for each template that extends or includes another: a
//! long chain of them would end the program.

use std::collections::BTreeMap;

use super::layer::Layers;
use super::tag::{WordKind, tags};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// Templates that extend or include each other, one behind the other.
const CHAIN_MAX: usize = 24;

/// The templates of the project that begin a chain that is too long, at the tag that does.
pub(super) fn too_deep(layers: &Layers) -> Vec<Diagnostic> {
    let texts: BTreeMap<String, &str> = layers.texts().into_iter().collect();
    let named = |text: &str| -> Vec<(usize, String)> {
        let statements = tags(text).into_iter().filter(|tag| tag.is_statement);
        let names = statements.filter_map(|tag| match tag.words.as_slice() {
            [first, name, ..] if matches!(first.text, "extends" | "include") => {
                (name.kind == WordKind::Text).then(|| (name.at, name.text.to_owned()))
            }
            _ => None,
        });
        names.collect()
    };
    let leads_to = |name: &str| -> Option<&str> {
        let known = [name.to_owned(), format!("theme/{name}"), format!("builtin/{name}")];
        known.iter().find_map(|name| texts.get_key_value(name).map(|(name, _)| name.as_str()))
    };
    let all: BTreeMap<&str, Vec<(usize, &str)>> = texts
        .iter()
        .map(|(name, text)| {
            let next = named(text).into_iter();
            (name.as_str(), next.filter_map(|(at, next)| Some((at, leads_to(&next)?))).collect())
        })
        .collect();
    // How long the chain behind each is: as often repeated as a chain may be long, so that a circle,
    // of which the engine tells, comes to an end here.
    let mut lengths: BTreeMap<&str, usize> = all.keys().map(|name| (*name, 0)).collect();
    for _ in 0..=CHAIN_MAX {
        let behind = |next: &[(usize, &str)]| next.iter().map(|(_, next)| lengths[next] + 1).max();
        lengths = all.iter().map(|(name, next)| (*name, behind(next).unwrap_or(0))).collect();
    }
    let faults = layers.of_project().filter_map(|(name, template)| {
        let (at, next) = all.get(name)?.iter().find(|(_, next)| lengths[next] >= CHAIN_MAX)?;
        let message = format!("more than {CHAIN_MAX} templates extend or include each other behind `{next}`");
        let span = Span::new(template.file, *at..*at + next.len().min(template.text.len() - at));
        Some(Diagnostic::error(Code::TemplateInvalid, span, message).help("join some of them into one"))
    });
    faults.collect()
}
