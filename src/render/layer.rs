//! The layers of templates by name, before the engine reads them; entry point [`Layers::of`].

use std::collections::{BTreeMap, BTreeSet};

use super::builtin::BUILTIN_TEMPLATES;
use super::steps;
use crate::diag::{Code, Diagnostic};
use crate::model::{Overrides, Settings};
use crate::source::{FileId, Sources, Span};

/// A template of the project or of its theme.
pub(super) struct Template {
    pub(super) file: FileId,
    pub(super) text: String,
}

/// Every template: `<name>` is the project's, `theme/<name>` its theme's, `builtin/<name>` ours.
#[derive(Default)]
pub(super) struct Layers {
    own: BTreeMap<String, Template>,
}

impl Layers {
    /// The templates that take part in an edition.
    pub(super) fn of(sources: &Sources, settings: &Settings) -> Self {
        let theme_folder = format!("themes/{}/", settings.theme);
        let own = sources.iter().filter_map(|(file, source)| {
            let name = layer_name(source.path.as_str(), &theme_folder, settings.overrides)?;
            Some((name, Template { file, text: source.text.clone() }))
        });
        Self { own: own.collect() }
    }

    /// Every template with its text.
    pub(super) fn texts(&self) -> Vec<(String, &str)> {
        let built_in = BUILTIN_TEMPLATES.iter().map(|(name, text)| (format!("builtin/{name}"), *text));
        built_in.chain(self.own.iter().map(|(name, own)| (name.clone(), own.text.as_str()))).collect()
    }

    /// Every template as the engine gets it: those of the project with their loops counted.
    pub(super) fn for_engine(&self) -> Vec<(String, String)> {
        let built_in =
            BUILTIN_TEMPLATES.iter().map(|(name, text)| (format!("builtin/{name}"), (*text).to_owned()));
        built_in.chain(self.own.iter().map(|(name, own)| (name.clone(), steps::counted(&own.text)))).collect()
    }

    /// The templates that are not built in.
    pub(super) fn of_project(&self) -> impl Iterator<Item = (&str, &Template)> {
        self.own.iter().map(|(name, template)| (name.as_str(), template))
    }

    /// A template that is not built in.
    pub(super) fn own(&self, name: &str) -> Option<&Template> {
        self.own.get(name).or_else(|| self.own.get(&format!("theme/{name}")))
    }

    /// A template that is not built in, by its name with that of its layer.
    pub(super) fn own_exactly(&self, name: &str) -> Option<&Template> {
        self.own.get(name)
    }

    /// What templates can be extended or included.
    pub(super) fn names(&self) -> Vec<&str> {
        let built_in = BUILTIN_TEMPLATES.iter().map(|(name, _)| *name);
        let own = self.own.keys().map(|name| base_name(name));
        built_in.chain(own).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The components that are defined anywhere.
    pub(super) fn components(&self) -> Vec<&str> {
        self.defined("component")
    }

    /// The blocks that are defined anywhere in the built-in templates.
    pub(super) fn blocks(&self) -> Vec<&str> {
        let texts = BUILTIN_TEMPLATES.iter().map(|(_, text)| *text);
        texts.flat_map(|text| words_after(text, "block")).collect::<BTreeSet<_>>().into_iter().collect()
    }

    fn defined(&self, keyword: &str) -> Vec<&str> {
        let built_in = BUILTIN_TEMPLATES.iter().map(|(_, text)| *text);
        let texts = built_in.chain(self.own.values().map(|own| own.text.as_str()));
        texts.flat_map(|text| words_after(text, keyword)).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Templates that no page uses, which would otherwise be passed over in silence.
    pub(super) fn unused(&self) -> Vec<Diagnostic> {
        let is_page = |name: &str| BUILTIN_TEMPLATES.iter().any(|(known, _)| *known == name);
        let is_named = |name: &str| {
            let quoted = [format!("\"{name}\""), format!("'{name}'"), format!("/{name}\"")];
            self.own.values().any(|own| quoted.iter().any(|quoted| own.text.contains(quoted.as_str())))
        };
        let is_unused = |(name, own): &(&String, &Template)| {
            let name = base_name(name);
            !is_page(name) && !is_named(name) && words_after(&own.text, "component").next().is_none()
        };
        let told = |(name, own): (&String, &Template)| {
            let message = format!("no page uses the template `{}`", base_name(name));
            let help = super::fault::near(&message, "templates", &self.pages());
            Diagnostic::warning(Code::TemplateInvalid, Span::start_of(own.file), message).help(help)
        };
        self.own.iter().filter(is_unused).map(told).collect()
    }

    fn pages(&self) -> Vec<&'static str> {
        BUILTIN_TEMPLATES.iter().map(|(name, _)| *name).collect()
    }
}

/// The name by which a template is asked for, whatever layer it is in.
pub(super) fn base_name(name: &str) -> &str {
    name.strip_prefix("theme/").unwrap_or(name)
}

/// A template's name in the set; `None` for a file that is none, or takes no part.
fn layer_name(path: &str, theme_folder: &str, overrides: Overrides) -> Option<String> {
    if let Some(rest) = path.strip_prefix(theme_folder) {
        return rest.strip_prefix("templates/").map(|name| format!("theme/{name}"));
    }
    match overrides {
        Overrides::Templates => path.strip_prefix("templates/").map(str::to_owned),
        Overrides::None => None,
    }
}

/// The names that follow `{% keyword` in a template.
fn words_after<'a>(text: &'a str, keyword: &str) -> impl Iterator<Item = &'a str> {
    let tags = text.split("{%").skip(1).map(|tag| tag.trim_start_matches('-').trim_start());
    let names = tags.filter_map(move |tag| tag.strip_prefix(keyword)?.strip_prefix(' '));
    names.map(|rest| {
        let rest = rest.trim_start();
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').unwrap_or(rest.len());
        &rest[..end]
    })
}
