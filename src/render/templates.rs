//! The layers of templates as one set; entry point [`TemplateSet::new`].

use std::collections::BTreeMap;

use tera::{Context, Kwargs, State, Tera};

use super::builtin::BUILTIN_TEMPLATES;
use super::{compact::compact, fault, strings};
use crate::diag::{Code, Diagnostic, Level};
use crate::language::Read;
use crate::model::{Overrides, Settings};
use crate::source::{FileId, Sources};
use crate::view::{Body, PageView};

/// Name of the theme that is part of the program.
const BUILTIN_THEME_NAME: &str = "default";

/// Every template, parsed and joined.
pub struct TemplateSet {
    tera: Tera,
    files: BTreeMap<String, FileId>,
}

impl TemplateSet {
    /// Parses the project's, the theme's and the built-in templates; or says what is wrong.
    ///
    /// Templates say strings by name; one that the language does not know is a fault here already.
    pub fn new(sources: &Sources, settings: &Settings, words: &Read) -> Result<Self, Vec<Diagnostic>> {
        let mut set = Self { tera: Tera::new(), files: BTreeMap::new() };
        set.tera.register_filter("capitalize_first", capitalize_first);
        set.tera.register_filter("lower_first", lower_first);
        strings::register(&mut set.tera, &words.language);
        let mut texts: Vec<(String, String)> = Vec::new();
        for (name, text) in BUILTIN_TEMPLATES {
            texts.push((format!("builtin/{name}"), (*text).to_owned()));
        }
        let theme_folder = format!("themes/{}/", settings.theme);
        let mut has_theme = settings.theme == BUILTIN_THEME_NAME;
        for (id, file) in sources.iter() {
            let path = file.path.as_str();
            has_theme |= path.starts_with(&theme_folder);
            if let Some(name) = layer_name(path, &theme_folder, settings.overrides) {
                set.files.insert(name.clone(), id);
                texts.push((name, file.text.clone()));
            }
        }
        if !has_theme {
            return Err(vec![missing_theme(&settings.theme)]);
        }
        strings::check(&texts, &set.files, words)?;
        set.tera
            .set_fallback_prefixes(["theme/", "builtin/"])
            .and_then(|()| set.tera.add_raw_templates(texts))
            .map_err(|error| vec![fault::diagnostic(&error, &set.files)])?;
        Ok(set)
    }

    /// One page as HTML.
    pub(super) fn render(&self, page: &PageView) -> Result<Vec<u8>, Diagnostic> {
        let html = Context::from_serialize(page)
            .and_then(|context| self.tera.render(template(&page.view), &context))
            .map_err(|error| fault::diagnostic(&error, &self.files))?;
        Ok(compact(&html).into_bytes())
    }
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

/// The text with its first letter in upper case; the engine's own filter lowers the others.
fn capitalize_first(text: &str, _: Kwargs, _: &State) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The text with its first letter in lower case, for a heading in the middle of a sentence.
fn lower_first(text: &str, _: Kwargs, _: &State) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn missing_theme(name: &str) -> Diagnostic {
    let message = format!("there is no theme `{name}`");
    Diagnostic::without_place(Code::ThemeInvalid, Level::Error, message)
        .help(format!("make the folder `themes/{name}/`, or set `theme: {BUILTIN_THEME_NAME}`"))
}

/// The template of a page.
fn template(body: &Body) -> &'static str {
    match body {
        Body::Briefing(_) => "briefing.html",
        Body::EventIndex(_) => "event-index.html",
        Body::Event(_) => "event.html",
        Body::QuestionIndex(_) => "question-index.html",
        Body::Question(_) => "question.html",
        Body::SourceIndex(_) => "source-index.html",
        Body::Source(_) => "source.html",
        Body::EntityIndex(_) => "entity-index.html",
        Body::Entity(_) => "entity.html",
        Body::Discrepancies(_) => "discrepancies.html",
        Body::Timeline(_) => "timeline.html",
        Body::Agreement(_) => "agreement.html",
        Body::Methodology(_) => "methodology.html",
        Body::Data(_) => "data.html",
        Body::Search(_) => "search.html",
        Body::Prose(_) => "prose.html",
        Body::NotFound {} => "404.html",
    }
}
