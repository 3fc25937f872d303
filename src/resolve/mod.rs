//! From what authors wrote to the [`Corpus`]: every reference looked up, every value read; entry
//! point [`resolve`].
//!
//! Nothing is judged here. A reference or value that cannot be resolved is a fault, and what
//! depends on it is left out, so that one run reports everything. Quotes are not yet verified;
//! `capture` does that.

mod names;
mod entity;
mod article;
mod directory;
mod scope;
mod fact;
mod claim;
mod reading;
mod relative;
mod sheet;
mod ruling;
mod prose;

use crate::config::config;
use crate::diag::{Code, Diagnostic, Level};
use crate::model::{BriefingNotes, Corpus, Day, ProsePage, SheetKind};
use crate::parse::Parsed;
use crate::source::{Sources, Span};

use directory::Directory;

/// What an edition leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The day the edition is made for; embargoes that end later hold. `None` holds them all.
    pub as_of: Option<Day>,
    /// Whether drafts are taken in, whatever variorum.yaml says.
    pub drafts: bool,
}

/// Resolves a project; `None` where there are no settings to begin with.
pub fn resolve(
    parsed: &Parsed,
    sources: &Sources,
    selection: Selection,
) -> (Option<Corpus>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let Some((_, raw)) = &parsed.settings else { return (None, faults) };
    let mut settings = config(raw, &mut faults);
    settings.drafts |= selection.drafts;
    let selection = Selection { drafts: settings.drafts, ..selection };

    let cast = entity::resolve(parsed.entities.as_ref(), &mut faults);
    let (articles, held_back) = article::resolve(&parsed.articles, &cast, selection, &mut faults);
    let mut directory = Directory::new(&articles, held_back, cast);
    let drafts = sheet::list(parsed, &mut directory, &mut faults);
    let mut corpus = Corpus::new(settings);
    corpus.articles = articles;
    corpus.entities.clone_from(&directory.entities);
    let mut corpus = sheet::resolve(&drafts, corpus, &directory, &mut faults);

    let mut prose = prose::Binder { sources, directory: &directory, corpus: &corpus, faults: &mut faults };
    let bound = prose.bind_all(parsed);
    let briefing = parsed.briefing.as_ref().map(|briefing| BriefingNotes {
        as_of: briefing.front.as_of.as_ref().and_then(|words| reading::date(words, &mut Vec::new())),
        highlights: bound.highlights,
        body: bound.briefing,
    });
    if let Some(words) = parsed.briefing.as_ref().and_then(|briefing| briefing.front.as_of.as_ref()) {
        reading::date(words, &mut faults);
    }
    for (sheet, summary) in corpus.sheets.iter_mut().zip(bound.summaries) {
        sheet.summary = summary;
    }
    for (article, body) in corpus.articles.iter_mut().zip(bound.articles) {
        article.body = body;
    }
    corpus.briefing = briefing;
    corpus.pages = bound.pages.into_iter().map(|(id, title, body)| ProsePage { id, title, body }).collect();
    corpus.pages.sort_by(|a, b| a.id.cmp(&b.id));
    if !corpus.sheets.iter().any(|sheet| !matches!(sheet.kind, SheetKind::Entity(_))) {
        faults.push(empty(parsed));
    }
    (Some(corpus), faults)
}

/// A project in which nothing is asked.
fn empty(parsed: &Parsed) -> Diagnostic {
    let mut fault = Diagnostic::without_place(
        Code::ProjectEmpty,
        Level::Error,
        "the project has no event and no question",
    )
    .help("add a fact sheet as content/events/<id>.yaml");
    fault.span = parsed.settings.as_ref().map(|(file, _)| Span::start_of(*file));
    fault
}
