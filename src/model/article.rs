//! Source documents.

use super::{ArticleIx, DateValue, EntityIx, Id, Prose};
use crate::digest::Digest;
use crate::source::Span;

/// The letter of a rank in a list of sources: `A` to `Z`, then `AA`, `AB` and so on, as editors mark their
/// witnesses.
pub fn letter(rank: usize) -> String {
    let last = char::from(b'A' + (rank % 26) as u8);
    match rank / 26 {
        0 => last.to_string(),
        higher => letter(higher - 1) + &last.to_string(),
    }
}

/// One source document: who said it, when, and what is kept of it.
#[derive(Clone, Debug)]
pub struct Article {
    /// File stem in content/articles/.
    pub id: Id,
    /// Headline, or the curator's name for an untitled text.
    pub title: String,
    /// Name of the outlet as written, or `unknown`.
    pub outlet: String,
    /// The curated outlet behind that name.
    pub outlet_entity: Option<EntityIx>,
    /// Byline.
    pub author: Option<String>,
    /// Day of publication; `None` is unknown.
    pub published: Option<DateValue>,
    /// Day the text was retrieved.
    pub retrieved: Option<DateValue>,
    /// Where it was published.
    pub url: Option<String>,
    /// An archived copy.
    pub archived_url: Option<String>,
    /// BCP 47 tag of the text.
    pub language: String,
    /// What kind of text it is.
    pub kind: ArticleKind,
    /// What it relays.
    pub rests_on: Vec<Origin>,
    /// Whether the body is the source's text or the curator's digest.
    pub text: TextMode,
    /// The file that quotes are verified in, for digests.
    pub capture: Option<Capture>,
    /// Figures of the text that are deliberately not recorded.
    pub set_aside: Vec<SetAside>,
    /// The Markdown body.
    pub body: Prose,
}

impl Article {
    /// What articles write where nobody knows the outlet.
    pub const UNKNOWN_OUTLET: &str = "unknown";

    /// Whether it is known who published it.
    pub fn has_outlet(&self) -> bool {
        self.outlet != Self::UNKNOWN_OUTLET
    }

    /// The article in a word or two: its outlet where that is known, else its title.
    pub fn short_name(&self) -> &str {
        if self.has_outlet() { &self.outlet } else { &self.title }
    }
}

/// What kind of text an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticleKind {
    /// News reporting.
    Report,
    /// A statement by a party.
    Statement,
    /// Analysis or opinion.
    Analysis,
    /// A post on a social platform.
    SocialPost,
}

/// What an article relays.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Another article of the corpus.
    Article(ArticleIx),
    /// A curated outlet or person outside the corpus.
    Entity(EntityIx),
    /// An outlet that is not curated, by name.
    Named(String),
}

/// What the body of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextMode {
    /// The source's own text; quotes are verified in it.
    Full,
    /// The curator's summary; quotes are verified in the capture.
    Digest,
}

/// The text file that a digest's quotes are verified in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// File name, without folders.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: Digest,
    /// Where the digest is written.
    pub span: Span,
}

/// A figure of the text that is deliberately not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The words, as they stand in the text.
    pub words: String,
    /// Why no claim records them.
    pub reason: String,
    /// Where that is written.
    pub span: Span,
}

/// Whether a claim uses a figure of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureUse {
    /// It stands in a quote.
    Claimed,
    /// The article says why it is not recorded.
    SetAside,
    /// Neither.
    Open,
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 702].map(letter), ["A", "Z", "AA", "AAA"]);
    }
}
