//! The layers of templates as one set; entry point [`TemplateSet::new`].

use tera::{Context, ErrorKind, Kwargs, State, Tera};

use super::assets::{self, Assets};
use super::layer::{Layers, Template};
use super::{apart::tagged, budget, compact::compact, fault, fields, growing, nesting, steps, strings};
use crate::diag::Diagnostic;
use crate::language::{Language, OPEN, Read};
use crate::model::Settings;
use crate::source::{Sources, Span};
use crate::view::{PageView, template};

/// Every template, parsed and joined.
pub struct TemplateSet {
    tera: Tera,
    layers: Layers,
    /// The tag of English, where the edition is in another language.
    english: Option<&'static str>,
}

impl TemplateSet {
    /// Parses the project's, the theme's and the built-in templates; or says what is wrong with
    /// each of them.
    ///
    /// Templates say strings by name, ask for assets by name, and name the fields of what their pages are
    /// given; a name that leads to nothing is a fault here already.
    pub fn new(
        sources: &Sources,
        settings: &Settings,
        words: &Read,
        assets: &Assets,
    ) -> Result<Self, Vec<Diagnostic>> {
        let layers = Layers::of(sources, settings);
        let mut faults = syntax_faults(&layers, &words.language, assets);
        faults.extend(strings::check(&layers, words));
        faults.extend(assets::check(&layers, assets));
        if !faults.is_empty() {
            return Err(faults);
        }
        let deep = nesting::too_deep(&layers);
        let mut tera = engine(&words.language, assets);
        let joined = tera
            .set_fallback_prefixes(["theme/", "builtin/"])
            .and_then(|()| tera.add_raw_templates(layers.for_engine()));
        if let Err(error) = joined {
            return Err(fault::diagnostics(&error, &layers));
        }
        if !deep.is_empty() {
            return Err(deep);
        }
        let unknown = fields::unknown(&layers);
        if !unknown.is_empty() {
            return Err(unknown);
        }
        Ok(Self { tera, layers, english: words.language.tag_of_checker() })
    }

    /// Templates that no page uses.
    pub fn unused(&self) -> Vec<Diagnostic> {
        self.layers.unused()
    }

    /// Whether no template is the project's or its theme's.
    pub(super) fn is_built_in(&self) -> bool {
        self.layers.of_project().next().is_none()
    }

    /// One page as HTML.
    pub(super) fn render(&self, page: &PageView) -> Result<String, Vec<Diagnostic>> {
        let name = template(&page.view);
        let faulty = |error: tera::Error| self.blamed(fault::diagnostics(&error, &self.layers), name);
        let context = Context::from_serialize(page).map_err(faulty)?;
        let (made, bytes) = budget::with_budget(&context, |out| self.tera.render_to(name, &context, out));
        let Some(bytes) = bytes else { return Err(self.blamed(vec![fault::endless()], name)) };
        made.map_err(faulty)?;
        let html = String::from_utf8_lossy(&bytes);
        let html = compact(&html);
        Ok(match self.english {
            Some(tag) => tagged(&html, tag),
            None => html,
        })
    }
}

impl TemplateSet {
    /// Faults met inside built-in templates, which fit the program, laid to the author's template
    /// that gave them something else than they take.
    fn blamed(&self, faults: Vec<Diagnostic>, page: &str) -> Vec<Diagnostic> {
        let own = self.layers.own(page).or_else(|| self.layers.own("base.html"));
        let place = own.map(|template| Span::start_of(template.file));
        faults.into_iter().map(|fault| Diagnostic { span: fault.span.or(place), ..fault }).collect()
    }
}

/// The template engine with our own filters.
fn engine(language: &Language, assets: &Assets) -> Tera {
    let mut tera = Tera::new();
    strings::register(&mut tera, language);
    assets::register(&mut tera, assets);
    budget::register(&mut tera);
    growing::register(&mut tera);
    tera.register_filter("capitalize_first", capitalize_first);
    tera.register_filter("lower_first", lower_first);
    tera
}

/// The templates that cannot be parsed, each by itself: joined, they would end at the first.
fn syntax_faults(layers: &Layers, language: &Language, assets: &Assets) -> Vec<Diagnostic> {
    let parsed = |(name, template): (&str, &Template)| {
        engine(language, assets).add_raw_templates([(name, steps::counted(&template.text))]).err()
    };
    let errors = layers.of_project().filter_map(parsed);
    errors
        .filter(|error| matches!(error.kind(), ErrorKind::SyntaxError(_)))
        .flat_map(|error| fault::diagnostics(&error, layers))
        .collect()
}

/// The text with its first letter in upper case; the engine's own filter lowers the others.
fn capitalize_first(text: &str, _: Kwargs, _: &State) -> String {
    first_letter(text, |first, rest| first.to_uppercase().collect::<String>() + rest)
}

/// The text with its first letter in lower case, for a heading in the middle of a sentence.
fn lower_first(text: &str, _: Kwargs, _: &State) -> String {
    first_letter(text, |first, rest| first.to_lowercase().collect::<String>() + rest)
}

/// The text with its first letter changed, behind the mark that may stand before English words.
fn first_letter(text: &str, change: impl Fn(char, &str) -> String) -> String {
    let (mark, words) = text.split_at(text.len() - text.trim_start_matches(OPEN).len());
    let mut chars = words.chars();
    chars.next().map(|first| mark.to_owned() + &change(first, chars.as_str())).unwrap_or_default()
}
