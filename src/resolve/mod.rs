//! From what authors wrote to the [`Corpus`]: every reference looked up, every value read; entry
//! point [`resolve`].
//!
//! Nothing is judged here. A reference or value that cannot be resolved is a fault, and what
//! depends on it is left out, so that one run reports everything. Quotes are not yet verified;
//! `capture` does that.

mod selection;
mod names;
mod money;
mod coordinates;
mod entity;
mod office;
mod article;
mod origins;
mod directory;
mod scope;
mod fact;
mod folded;
mod garbled;
mod claim;
mod reading;
mod editors;
mod chronology;
mod relative;
mod joins;
mod frame;
mod sheet;
mod ruling;
mod prose;
mod picture;
mod remarks;
mod moved;
mod slips;
mod placeholder;
mod plain;
mod theme;
mod withheld;
mod doubt;

pub use doubt::{doubtful, may_be_lost};
pub use selection::{Selection, blame, may_hold_back};

use std::collections::{BTreeMap, BTreeSet};

use crate::config::{config, unread};
use crate::diag::{Code, Diagnostic, Level};
use crate::model::{BriefingNotes, Corpus, ProsePage, SheetKind};
use crate::parse::Parsed;
use crate::source::{Sources, Span};

use directory::{Directory, Losses};

/// Resolves a project; `None` where there is nothing to begin with.
///
/// What could not be read is left out, and so is whatever holds a fault; references to it are
/// taken to be right, so that one fault is not reported as many. What the edition holds back is
/// read as the rest is, and its faults are reported: nothing faulty waits for its day.
pub fn resolve(
    parsed: &Parsed,
    sources: &Sources,
    selection: Selection,
) -> (Option<Corpus>, Vec<Diagnostic>) {
    let (corpus, mut faults) = edition(parsed, sources, selection);
    let Some(corpus) = corpus else { return (None, faults) };
    if corpus.settings.drafts || !may_hold_back(parsed) {
        return (Some(corpus), faults);
    }
    let (whole, of_whole) = edition(parsed, sources, Selection { drafts: true, ..selection });
    let named = |fault: &Diagnostic| (fault.span, fault.message.clone());
    let (in_edition, in_whole): (BTreeSet<_>, BTreeSet<_>) =
        (faults.iter().map(named).collect(), of_whole.iter().map(named).collect());
    faults.iter_mut().filter(|fault| !in_whole.contains(&named(fault))).for_each(blame);
    faults.extend(of_whole.into_iter().filter(|fault| !in_edition.contains(&named(fault))));
    (whole.map(|whole| withheld::without(corpus, whole)), faults)
}

/// Resolves what this selection takes in.
fn edition(parsed: &Parsed, sources: &Sources, selection: Selection) -> (Option<Corpus>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    if parsed.settings.is_none() && parsed.events.is_empty() && parsed.questions.is_empty() {
        return (None, faults);
    }
    let mut settings = parsed.settings.as_ref().map_or_else(unread, |(_, raw)| config(raw, &mut faults));
    theme::check(parsed, sources, &mut faults);
    settings.drafts |= selection.drafts;
    let selection = Selection { drafts: settings.drafts, ..selection };

    let cast = entity::resolve(parsed, &mut faults);
    let (articles, held_back) = article::resolve(parsed, &cast, selection, &mut faults);
    let mut directory = Directory::new(&articles, held_back, cast, Losses::of(parsed));
    let drafts = sheet::list(parsed, selection, &mut directory, &mut faults);
    let mut corpus = Corpus::new(settings);
    corpus.articles = articles;
    corpus.entities.clone_from(&directory.entities);
    let mut corpus = sheet::resolve(&drafts, corpus, &directory, &mut faults);

    let mut prose = prose::Binder {
        sources,
        parsed,
        directory: &directory,
        corpus: &corpus,
        pictures: BTreeMap::new(),
        faults: &mut faults,
    };
    let bound = prose.bind_all(parsed, selection);
    let remarks = prose.remarks(parsed, &bound.pages);
    let briefing = parsed.briefing.as_ref().map(|briefing| BriefingNotes {
        as_of: briefing.front.as_of.as_ref().and_then(|words| reading::date(words, &mut Vec::new())),
        key_figures: bound.key_figures,
        highlights: bound.highlights,
        body: bound.briefing,
    });
    if let Some(words) = parsed.briefing.as_ref().and_then(|briefing| briefing.front.as_of.as_ref())
        && let Some(as_of) = reading::date(words, &mut faults)
    {
        chronology::edition((&as_of, words.span), &corpus, &mut faults);
    }
    let documents: BTreeMap<_, _> =
        parsed.articles.iter().map(|(id, document)| (id, document.file)).collect();
    for file in corpus.articles.iter().filter_map(|article| documents.get(&article.id)) {
        garbled::article(*file, sources, &mut faults);
    }
    for (sheet, summary) in corpus.sheets.iter_mut().zip(bound.summaries) {
        sheet.summary = summary;
    }
    for (article, body) in corpus.articles.iter_mut().zip(bound.articles) {
        article.body = body;
    }
    corpus.briefing = briefing;
    corpus.remarks = remarks;
    corpus.pages = bound.pages.into_iter().map(|(id, title, body)| ProsePage { id, title, body }).collect();
    corpus.pages.sort_by(|a, b| a.id.cmp(&b.id));
    corpus.moved = moved::moved(parsed, &corpus, &mut faults);
    moved::menu(parsed, &mut faults);
    let asks = corpus.sheets.iter().any(|sheet| !matches!(sheet.kind, SheetKind::Entity(_)));
    let lost = parsed.lost_ids("content/events").chain(parsed.lost_ids("content/questions"));
    // A sheet that an error keeps from being read is there.
    let is_held_back = !parsed.events.is_empty() || !parsed.questions.is_empty();
    let has_error = faults.iter().any(|fault| fault.level == Level::Error) || !parsed.lost.is_empty();
    if !asks && lost.count() == 0 && !(is_held_back && has_error) {
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
    .help(match (parsed.events.first(), parsed.questions.first()) {
        (None, None) => "begin one with `variorum new event ID`, which writes content/events/ID.yaml",
        (Some(_), _) | (_, Some(_)) => {
            "all of them are held back: remove `draft` or `embargo`, or build with `--drafts`"
        }
    });
    fault.span = parsed.settings.as_ref().map(|(file, _)| Span::start_of(*file));
    fault
}
