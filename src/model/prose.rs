//! Prose bound to facts, as Markdown with resolved `fact:` links.

use std::ops::Range;
use std::sync::Arc;

use super::{ArticleIx, ChartTitle, DateValue, EntityIx, FactIx, Id, PlacedPicture, SheetIx};
use crate::source::{FileId, Span};

/// Markdown whose `fact:` links are resolved.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// The Markdown as written.
    pub markdown: String,
    /// Its `fact:` links, in order of appearance.
    pub bindings: Vec<Binding>,
    /// The charts that it places, in order of appearance.
    pub charts: Vec<PlacedChart>,
    /// The pictures that it shows, in order of appearance.
    pub pictures: Vec<PlacedPicture>,
    /// Its other links and images, in order of appearance.
    pub links: Vec<ProseLink>,
    /// Where it is written; `None` for what no file holds.
    pub place: Option<ProsePlace>,
}

/// Where a piece of Markdown stands, as far as its place is known byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProsePlace {
    /// The Markdown begins at this byte of the file.
    Byte(FileId, usize),
    /// Folding changed its white space: the byte of the file for each byte of it, and for its end.
    Folded(FileId, Arc<[u32]>),
    /// Somewhere in this span: it is written with escapes.
    Within(Span),
}

impl ProsePlace {
    /// Where a stretch of the Markdown is written.
    pub fn span(&self, range: Range<usize>) -> Span {
        match self {
            Self::Byte(file, start) => Span::new(*file, start + range.start..start + range.end),
            Self::Folded(file, places) => {
                let at = |byte: usize| places[byte.min(places.len() - 1)] as usize;
                Span::new(*file, at(range.start)..at(range.end))
            }
            Self::Within(span) => *span,
        }
    }
}

/// A chart that stands in prose, in a paragraph of its own.
#[derive(Clone, Debug)]
pub struct PlacedChart {
    /// The image in [`Prose::markdown`], in bytes.
    pub range: Range<usize>,
    /// The fact whose chart it is.
    pub fact: FactIx,
    /// A title in place of the chart's own.
    pub title: Option<ChartTitle>,
    /// Where the image is written.
    pub span: Span,
}

/// A link of prose to anything but a fact.
#[derive(Clone, Debug)]
pub struct ProseLink {
    /// Where it leads: an address on the web, or a path of the edition from its root.
    pub destination: String,
    /// Where the link is written.
    pub span: Span,
}

/// Words of the desk that pages show beside the prose: a title, a label, a note.
#[derive(Clone, Debug)]
pub struct Remark {
    /// What they are about.
    pub owner: RemarkOwner,
    /// The words as written, with their marks.
    pub prose: Prose,
}

/// What a remark is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkOwner {
    /// A fact sheet, its facts, claims and rulings.
    Sheet(SheetIx),
    /// An entity.
    Entity(Id),
    /// A page of content/pages/.
    Page(Id),
    /// The edition as a whole.
    Edition,
}

/// One `fact:` link.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The whole link in [`Prose::markdown`], in bytes.
    pub range: Range<usize>,
    /// The link's words; empty where the generator is to fill them in.
    pub words: String,
    /// The fact.
    pub fact: FactIx,
    /// The part of a breakdown.
    pub part: Option<EntityIx>,
    /// The one source meant.
    pub source: Option<ArticleIx>,
    /// Where the link is written.
    pub span: Span,
}

/// What content/briefing.md adds to the generated briefing.
#[derive(Clone, Debug)]
pub struct BriefingNotes {
    /// The day the edition speaks for.
    pub as_of: Option<DateValue>,
    /// The figures that the briefing leads with, the first of them above all; empty where the desk chooses none.
    pub key_figures: Vec<FactIx>,
    /// Two to five sentences.
    pub highlights: Vec<Prose>,
    /// Prose below them.
    pub body: Prose,
}

/// A page of content/pages/.
#[derive(Clone, Debug)]
pub struct ProsePage {
    /// File stem.
    pub id: Id,
    /// Heading.
    pub title: String,
    /// The Markdown body.
    pub body: Prose,
}
