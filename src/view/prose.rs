//! Bound prose as HTML: every `fact:` link keeps its words and gains a numbered citation that
//! leads to the claims; entry point [`Citations::blocks`].

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::short_name;
use super::figure::{self, Figure};
use super::heading_ids::heading_ids;
use super::{Edition, Here, Link, readings};
use crate::check;
use crate::markdown::{self, ASIDE, Headings, LinkMarkup, Piece};
use crate::model::{ArticleIx, Binding, ClaimIx, FactIx, Picture, PlacedChart, PlacedPicture, Prose};
use crate::plan;

/// The numbers of a page's citations, one for each fact, in order of first mention.
pub struct Citations<'a> {
    here: Here<'a>,
    facts: Vec<FactIx>,
    charts: Vec<FactIx>,
}

/// A stretch of prose on a page.
#[derive(Debug, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// Paragraphs, lists and tables.
    Html(String),
    /// A chart.
    Figure(Box<Figure>),
}

/// One line of the notes below cited prose.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Note {
    /// The citation's number.
    pub number: usize,
    /// The fact.
    pub fact: Link,
    /// The sheet that asks it.
    pub sheet: Link,
    /// What each source answers.
    pub answers: Vec<Answer>,
}

/// One source's answer in a note.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Answer {
    /// The source's letter where the page is that of its sheet, else its name.
    pub siglum: String,
    /// Its words.
    pub words: String,
    /// Whether those are the editors' words, not the source's.
    pub is_label: bool,
    /// The quoted words in the source.
    pub href: String,
}

impl<'a> Citations<'a> {
    /// A page's citations, before its prose.
    pub fn new(here: Here<'a>) -> Self {
        Self { here, facts: Vec::new(), charts: Vec::new() }
    }

    /// The prose as blocks of HTML and the charts between them, its highest heading at this level.
    pub fn blocks(&mut self, prose: &Prose, top: u8) -> Vec<Block> {
        let mut n_bindings = 0;
        let ids = heading_ids(self.here, &markdown::headings(&prose.markdown));
        let headings = Headings { top, ids: &ids };
        let pieces = markdown::pieces(&prose.markdown, headings, &mut |nth, address| {
            self.markup(prose, &mut n_bindings, (nth, address))
        });
        let mut charts = prose.charts.iter();
        let block = |piece| match piece {
            Piece::Html(html) => Some(Block::Html(html)),
            Piece::Apart => self.chart(charts.next()?).map(Block::Figure),
        };
        pieces.into_iter().filter_map(block).collect()
    }

    /// A chart, under an id that those above it do not have.
    fn chart(&mut self, chart: &PlacedChart) -> Option<Box<Figure>> {
        let earlier = self.charts.iter().filter(|&&fact| fact == chart.fact).count();
        self.charts.push(chart.fact);
        figure::placed(self.here, chart, earlier).map(Box::new)
    }

    /// The prose of one paragraph, without the paragraph.
    pub fn inline_html(&mut self, prose: &Prose) -> String {
        let mut n_bindings = 0;
        markdown::inline_html(&prose.markdown, &mut |nth, address| {
            self.markup(prose, &mut n_bindings, (nth, address))
        })
    }

    /// Every fact cited so far.
    pub fn facts(&self) -> &[FactIx] {
        &self.facts
    }

    /// Every fact cited so far, with its answers.
    pub fn notes(&self) -> Vec<Note> {
        self.facts.iter().enumerate().map(|(i, &fact)| self.note(i + 1, fact)).collect()
    }

    /// A fact's number: the one it has, or the next.
    pub fn number(&mut self, fact: FactIx) -> usize {
        match self.facts.iter().position(|&one| one == fact) {
            Some(position) => position + 1,
            None => {
                self.facts.push(fact);
                self.facts.len()
            }
        }
    }

    fn note(&self, number: usize, fact: FactIx) -> Note {
        let corpus = self.here.edition.corpus;
        let sheet = corpus[fact].sheet;
        let is_own = *self.here.route == plan::sheet_route(corpus, sheet);
        let source = |source: ArticleIx| match is_own {
            true => self.here.edition.sigla.siglum(sheet, source),
            false => short_name(&corpus[source]),
        };
        let answer = |&ix: &ClaimIx| Answer {
            siglum: source(corpus[ix].source),
            words: claim_words(self.here, ix),
            is_label: readings::is_label(&corpus[ix]),
            href: self.here.quote(ix),
        };
        Note {
            number,
            fact: self.here.fact(fact),
            sheet: self.here.sheet(corpus[fact].sheet),
            answers: corpus[fact].claims.iter().map(answer).collect(),
        }
    }

    fn markup(&mut self, prose: &Prose, n_bindings: &mut usize, (nth, address): (usize, &str)) -> LinkMarkup {
        if let Some(picture) = prose.pictures.iter().find(|picture| picture.nth == nth) {
            return match &picture.picture {
                Some(file) => LinkMarkup::Instead(shown(self.here, picture, file)),
                // A picture that cannot be shown is an error of its own.
                None => LinkMarkup::Around(String::new(), String::new()),
            };
        }
        if address.starts_with("chart:") {
            return LinkMarkup::Apart;
        }
        if address.starts_with(ASIDE) {
            return LinkMarkup::Around(String::new(), String::new());
        }
        if !address.starts_with("fact:") {
            return LinkMarkup::Address(plan::prose_href(self.here.route, address));
        }
        let binding = prose.bindings.get(*n_bindings);
        *n_bindings += 1;
        // A link that was not resolved is an error of its own, so its words are all that is left.
        let Some(binding) = binding else { return LinkMarkup::Around(String::new(), String::new()) };
        let citation = self.citation(binding);
        if binding.words.is_empty() {
            return LinkMarkup::Instead(format!(
                "{}{citation}",
                markdown::escaped(&self.here.edition.fill(binding))
            ));
        }
        LinkMarkup::Around(String::new(), citation)
    }

    fn citation(&mut self, binding: &Binding) -> String {
        let number = self.number(binding.fact);
        let corpus = self.here.edition.corpus;
        let target = match meant(self.here, binding).as_slice() {
            [only] => plan::claim_href(corpus, *only),
            [] | [..] => plan::fact_href(corpus, binding.fact),
        };
        let label = markdown::escaped(&corpus[binding.fact].label);
        format!(
            "\u{202f}<sup><a class=\"cite\" href=\"{}\" aria-label=\"{number}: {label}\">[{number}]</a></sup>",
            markdown::escaped(&self.here.to(&target)),
        )
    }
}

/// A picture, under its caption where it has a paragraph for itself. The size keeps its place on the page
/// until the file is there.
fn shown(here: Here<'_>, placed: &PlacedPicture, file: &Picture) -> String {
    let Picture { width_px, height_px, .. } = file;
    let image = format!(
        "<img src=\"{}\" alt=\"{}\" width=\"{width_px}\" height=\"{height_px}\" loading=\"lazy\" decoding=\"async\">",
        markdown::escaped(&here.route.to(&plan::picture_route(file))),
        markdown::escaped(&placed.description),
    );
    if !placed.is_alone {
        return image;
    }
    let caption = match placed.caption.trim() {
        "" => String::new(),
        words => format!("<figcaption>{}</figcaption>", markdown::escaped(words)),
    };
    format!("</p>\n<figure class=\"picture\">{image}{caption}</figure>\n<p>")
}

/// The prose in plain words, what its author left empty filled in.
pub fn plain(edition: &Edition<'_>, prose: &Prose) -> String {
    markdown::plain_text(&filled(edition, prose))
}

/// The first paragraph of it.
pub fn opening(edition: &Edition<'_>, prose: &Prose) -> String {
    markdown::plain_text(filled(edition, prose).split("\n\n").next().unwrap_or_default())
}

/// The plain words from the first paragraph on, past the headings that stand before it.
pub fn beginning(edition: &Edition<'_>, prose: &Prose) -> String {
    let filled = filled(edition, prose);
    let blocks: Vec<&str> =
        filled.split("\n\n").skip_while(|block| block.trim_start().starts_with('#')).collect();
    markdown::plain_text(&blocks.join("\n\n"))
}

/// The Markdown as it is told without its citations.
fn filled(edition: &Edition<'_>, prose: &Prose) -> String {
    check::prose::told(edition.corpus, edition.disputes(), prose, edition.language)
}

/// Markdown of a field that cannot hold `fact:` links, as one line of HTML.
pub fn remark_html(markdown: &str) -> String {
    markdown::inline_html(markdown, &mut |_, address| LinkMarkup::Address(address.to_owned()))
}

/// The claims that a link means: of its part and its source, where it names them.
fn meant(here: Here<'_>, binding: &Binding) -> Vec<ClaimIx> {
    let corpus = here.edition.corpus;
    let is_meant = |ix: &ClaimIx| {
        let claim = &corpus[*ix];
        binding.source.is_none_or(|source| claim.source == source)
            && (binding.part.is_none() || binding.part == claim.part)
    };
    corpus[binding.fact].claims.iter().copied().filter(is_meant).collect()
}

/// A claim's words, with the part they are about.
fn claim_words(here: Here<'_>, ix: ClaimIx) -> String {
    let corpus = here.edition.corpus;
    let words = readings::headline(here, &corpus[ix]);
    match corpus[ix].part {
        Some(part) => format!("{}: {words}", corpus[part].name),
        None => words,
    }
}
