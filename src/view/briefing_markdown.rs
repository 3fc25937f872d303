//! The briefing as Markdown, for mail and for print; entry point [`briefing_markdown`].
//!
//! It says what the page says, in the same order; links lead to the pages beside it.

use std::fmt::Write as _;

use super::briefing::{BriefingView, KeyFigure, briefing};
use super::discrepancy::DiscrepancyView;
use super::prose::{Answer, Citations, Note};
use super::unknown::{Unknown, Unsettled};
use super::{Edition, Here, Link, figure};
use crate::language::Key;
use crate::markdown::without_marks;
use crate::model::{Binding, PlacedChart, PlacedPicture, Prose};
use crate::plan::{Route, picture_route};

/// The briefing, for `briefing.md` in the edition's root.
pub fn briefing_markdown(edition: &Edition<'_>) -> String {
    let route = Route::new("briefing.md");
    let here = Here { edition, route: &route };
    let view = briefing(here);
    let mut out = String::new();
    head(&mut out, here, &view);
    let mut citations = Citations::new(here);
    highlights(&mut out, here, &mut citations);
    let first = (!view.key_figures.is_empty()).then(|| here.say(Key::KeyFiguresAbout));
    let figures = view.key_figures.iter().map(key_figure);
    section_about(&mut out, &here.say(Key::KeyFigures), figures, Paragraphs { first, last: None });
    overview(&mut out, here, &mut citations);
    open_disputes(&mut out, here, &view);
    not_known(&mut out, here, &view);
    timeline(&mut out, here, &view);
    how_we_know(&mut out, here, &view);
    section(&mut out, &here.say(Key::Notes), view.notes.iter().map(note));
    let contact =
        view.contact.as_ref().map(|contact| format!("{} {}", here.say(Key::Contact), link(contact)));
    section(&mut out, &here.say(Key::Cite), [escape(&view.citation)].into_iter().chain(contact));
    out
}

fn open_disputes(out: &mut String, here: Here<'_>, view: &BriefingView) {
    let first = view.disputes.is_empty().then(|| view.no_disputes.clone());
    let last = (view.n_more > 0).then(|| {
        let more =
            Link { text: here.count(Key::NMoreDisputes, view.n_more), href: here.to("discrepancies.html") };
        link(&more)
    });
    let disputes = view.disputes.iter().map(|one| dispute(here, one));
    section_about(out, &here.say(Key::OpenDisputes), disputes, Paragraphs { first, last });
}

fn not_known(out: &mut String, here: Here<'_>, view: &BriefingView) {
    let Unknown { unsettled, undecided, untold } = &view.unknown;
    let settled = |one: &Unsettled| {
        let values = [("dispute", link(&one.dispute)), ("settles", escape(&one.settles))];
        here.fill(Key::UnknownSettledBy, &values.each_ref().map(|(name, text)| (*name, text.as_str())))
    };
    let listed = |all: &[Unsettled], key: Key| {
        let items: String = all.iter().map(|one| format!("- {}\n", settled(one))).collect();
        (!all.is_empty()).then(|| format!("{}\n\n{}", here.say(key), items.trim_end()))
    };
    let untold = untold.iter().map(|one| format!("{} {}", escape(&one.text), links(&one.links)));
    let lists =
        [listed(unsettled, Key::UnknownUnsettled), listed(undecided, Key::UnknownUndecided)].into_iter();
    let parts: Vec<String> = lists.flatten().chain(untold).collect();
    let first = (!parts.is_empty()).then(|| parts.join("\n\n"));
    section_about(out, &here.say(Key::NotKnown), std::iter::empty(), Paragraphs { first, last: None });
}

fn timeline(out: &mut String, here: Here<'_>, view: &BriefingView) {
    let unknown_date = here.say(Key::DateUnknownEvent);
    let dated = view.timeline.iter().map(|moment| {
        format!("{}: {}", moment.date_told.as_deref().unwrap_or(&unknown_date), link(&moment.event))
    });
    if view.timeline.is_empty() {
        let first = Some(here.say(Key::NoEventDated));
        section_about(out, &here.say(Key::Timeline), dated, Paragraphs { first, last: None });
        return;
    }
    let last = (view.n_undated > 0).then(|| here.count(Key::NUndated, view.n_undated));
    section_about(out, &here.say(Key::Timeline), dated, Paragraphs { first: None, last });
}

/// What the edition rests on, and its sources by their letters.
fn how_we_know(out: &mut String, here: Here<'_>, view: &BriefingView) {
    let works = Link { text: here.say(Key::HowThisWorks), href: here.to("methodology.html") };
    let first = Some(format!("{} {}", escape(&view.how_we_know), link(&works)));
    let sources = view
        .sources
        .iter()
        .map(|source| format!("{}. {}, {}.", link(&source.source), escape(&source.outlet), source.published));
    section_about(out, &here.say(Key::HowWeKnow), sources, Paragraphs { first, last: None });
}

fn head(out: &mut String, here: Here<'_>, view: &BriefingView) {
    let settings = &here.edition.corpus.settings;
    let _ = writeln!(out, "# {}\n\n{}", escape(&settings.title), escape(&view.standfirst));
    let as_of = view
        .as_of
        .as_ref()
        .map(|date| format!("{} ", here.fill(Key::CiteAsOf, &[("date", date)])))
        .unwrap_or_default();
    let stale = view.stale.iter().map(|text| format!(" {text}")).collect::<String>();
    let _ = writeln!(
        out,
        "\n{as_of}{}, {}.{stale}",
        view.basis,
        here.count(Key::NDiscrepancies, view.n_headline)
    );
}

/// The author's highlights, each bound word with the number of its note.
fn highlights(out: &mut String, here: Here<'_>, citations: &mut Citations<'_>) {
    let Some(notes) = &here.edition.corpus.briefing else { return };
    let highlights: Vec<String> =
        notes.highlights.iter().map(|prose| numbered(here, citations, prose)).collect();
    section(out, &here.say(Key::InBrief), highlights.into_iter());
}

/// The author's prose, whose notes go on from those of the highlights.
fn overview(out: &mut String, here: Here<'_>, citations: &mut Citations<'_>) {
    let Some(notes) = &here.edition.corpus.briefing else { return };
    let body = numbered(here, citations, &notes.body);
    if !body.is_empty() {
        let _ = writeln!(out, "\n## {}\n\n{body}", here.say(Key::Overview));
    }
}

/// Prose whose `fact:` links are their words, followed by the number of the note, and whose charts and
/// pictures are the files beside it.
fn numbered(here: Here<'_>, citations: &mut Citations<'_>, prose: &Prose) -> String {
    let bound = prose.bindings.iter().map(|binding| (&binding.range, Part::Bound(binding)));
    let charts = prose.charts.iter().map(|chart| (&chart.range, Part::Chart(chart)));
    let pictures = prose.pictures.iter().map(|picture| (&picture.range, Part::Picture(picture)));
    let mut parts: Vec<_> = bound.chain(charts).chain(pictures).collect();
    parts.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(prose.markdown.len());
    let mut done = 0;
    for (range, part) in parts {
        let Some(before) = prose.markdown.get(done..range.start) else { continue };
        out.push_str(before);
        match part {
            Part::Bound(binding) => {
                let filled = || here.edition.fill(binding);
                let words = if binding.words.is_empty() { filled() } else { binding.words.clone() };
                let _ = write!(out, "{} [{}]", escape(&words), citations.number(binding.fact));
            }
            Part::Chart(chart) => out.push_str(&image(here, chart)),
            Part::Picture(placed) => out.push_str(&picture(here, placed)),
        }
        done = range.end;
    }
    out.push_str(prose.markdown.get(done..).unwrap_or_default());
    without_marks(out.trim()).into_owned()
}

/// What stands otherwise in the briefing than it is written.
enum Part<'a> {
    Bound(&'a Binding),
    Chart(&'a PlacedChart),
    Picture(&'a PlacedPicture),
}

/// A picture as an image of its file, its caption below it.
fn picture(here: Here<'_>, placed: &PlacedPicture) -> String {
    let Some(file) = &placed.picture else { return escape(&placed.description) };
    let href = here.route.to(&picture_route(file));
    let image = format!("!{}", link(&Link { text: placed.description.clone(), href }));
    if placed.caption.is_empty() { image } else { format!("{image}\n\n{}", escape(&placed.caption)) }
}

/// A chart as an image of its file, under its title.
fn image(here: Here<'_>, chart: &PlacedChart) -> String {
    figure::placed(here, chart, 0).map_or_else(String::new, |figure| format!("!{}", link(&figure.link())))
}

/// What stands over and under the list of a section.
struct Paragraphs {
    first: Option<String>,
    last: Option<String>,
}

fn section(out: &mut String, heading: &str, items: impl Iterator<Item = String>) {
    section_about(out, heading, items, Paragraphs { first: None, last: None });
}

/// A section with its list between two paragraphs; nothing where there is none of them.
fn section_about(out: &mut String, heading: &str, items: impl Iterator<Item = String>, about: Paragraphs) {
    let list: String = items.map(|item| format!("- {}\n", item.trim())).collect();
    let list = (!list.is_empty()).then_some(list);
    let ended = |text: String| format!("{text}\n");
    let parts = [about.first.map(ended), list, about.last.map(ended)].into_iter().flatten();
    let parts: Vec<String> = parts.collect();
    if !parts.is_empty() {
        let _ = write!(out, "\n## {heading}\n\n{}", parts.join("\n"));
    }
}

fn key_figure(figure: &KeyFigure) -> String {
    let ranges: Vec<String> = figure
        .ranges
        .iter()
        .map(|range| {
            let unit = figure.unit.iter().flat_map(|unit| [" ", unit]).collect::<String>();
            let mut text = format!("{}{unit}", range.words);
            let about = range.scope.iter().chain(&range.basis).chain([&range.speakers]);
            about.for_each(|part| text = format!("{text}, {part}"));
            text
        })
        .collect();
    let verdict = figure.verdict.label.to_lowercase();
    format!("{}: {} ({verdict})", link(&figure.fact), escape(&ranges.join("; ")))
}

fn dispute(here: Here<'_>, dispute: &DiscrepancyView) -> String {
    let heading = Link { text: dispute.title.clone(), href: dispute.href.clone() };
    let mut out = format!("{}. {}", link(&heading), escape(&dispute.reason));
    for side in &dispute.sides {
        for claim in &side.claims {
            let quote = Link { text: format!("“{}”", claim.quote), href: claim.quote_href.clone() };
            let name = escape(&claim.speaker);
            let _ = write!(out, "\n  - {name}: {}, {}", escape(&claim.words), link(&quote));
        }
        if side.n_more > 0 {
            let _ = write!(out, "\n  - {}", here.count(Key::NMoreClaims, side.n_more));
        }
    }
    if let Some(settles) = dispute.ruling.as_ref().and_then(|ruling| ruling.would_settle.as_ref()) {
        let _ = write!(out, "\n  - {} {}", here.say(Key::RulingWouldSettle), escape(settles));
    }
    out
}

fn note(note: &Note) -> String {
    let answer = |answer: &Answer| {
        let words = Link { text: answer.words.clone(), href: answer.href.clone() };
        format!("{} {}", answer.siglum, link(&words))
    };
    let answers: Vec<String> = note.answers.iter().map(answer).collect();
    format!("[{}] {}: {}", note.number, link(&note.fact), answers.join("; "))
}

fn links(all: &[Link]) -> String {
    all.iter().map(link).collect::<Vec<_>>().join(", ")
}

fn link(link: &Link) -> String {
    if link.href.is_empty() { escape(&link.text) } else { format!("[{}]({})", escape(&link.text), link.href) }
}

/// Text in which nothing is markup.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BriefingNotes, FactIx};
    use crate::plan::plan;
    use crate::source::{FileId, Span};
    use crate::view::fixture;

    #[test]
    fn bound_words_carry_the_number_of_their_note() {
        let mut corpus = fixture::corpus();
        let span = Span { file: FileId(0), start: 0, end: 0 };
        let binding = Binding {
            range: 5..31,
            words: "over 1,000".into(),
            fact: FactIx(0),
            part: None,
            source: None,
            span,
        };
        let prose = Prose {
            markdown: "Held [over 1,000](fact:arrests) there.".into(),
            bindings: vec![binding],
            ..Prose::default()
        };
        corpus.briefing = Some(BriefingNotes {
            as_of: None,
            key_figures: Vec::new(),
            highlights: vec![prose],
            body: Prose::default(),
        });
        let findings = fixture::findings();
        let (plan, language) = (plan(&corpus, &findings), crate::language::Language::english());
        let text = briefing_markdown(&Edition::new(&corpus, &findings, &plan, &language));
        assert!(text.starts_with("# Raids & rulings\n\nWhat the sources say.\n"), "{text}");
        assert!(text.contains("- Held over 1,000 [1] there.\n"), "{text}");
        assert!(text.contains("- [1] [People arrested](events/raids.html#arrests): Post [over 1,000](sources/a-post.html#quote-"), "{text}");
        assert!(text.contains("## Open disputes\n\n- [Who gave the order: Post says both Hun Manet and Hun Sen](discrepancies.html#raids--fact-1). The two differ."), "{text}");
    }
}
