//! What verification found, as it is kept between builds: [`Lock`].
//!
//! The text is the same for the same findings, one line for each, so that a review sees what
//! changed. It holds no word of a capture and none of a quote.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::digest::Digest;
use crate::model::{FigureUse, Id};
use crate::parse::RawLockVersion;
use crate::text::Rung;
use crate::value::in_quote::FigureKind;
use crate::yaml::word_of;

/// What verification found, by article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// Every article with a capture.
    pub articles: BTreeMap<Id, LockedArticle>,
}

/// What verification found in one capture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedArticle {
    /// The capture's file name.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: Digest,
    /// Its length.
    pub n_bytes: usize,
    /// The quotes that stand in it, by their digest.
    pub quotes: BTreeMap<Digest, LockedQuote>,
    /// The digests of the words that the article sets aside.
    pub set_aside: BTreeSet<Digest>,
    /// Its figures, in order.
    pub figures: Vec<LockedFigure>,
}

/// A quote that stands in a capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockedQuote {
    /// How far down the ladder it was found.
    pub rung: Rung,
    /// Where it begins, in bytes of the capture's text.
    pub offset: usize,
}

/// A figure of a capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LockedFigure {
    /// Where it begins, in bytes of the capture's text.
    pub offset: usize,
    /// What it is.
    pub kind: FigureKind,
    /// Whether a claim uses it.
    pub state: FigureUse,
}

/// How many figures of a capture are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Figures that a claim records.
    pub n_claimed: usize,
    /// Figures that the article sets aside.
    pub n_set_aside: usize,
    /// Other figures.
    pub n_open: usize,
}

impl LockedArticle {
    /// How many of the capture's figures are used.
    pub fn coverage(&self) -> Coverage {
        let count = |state| self.figures.iter().filter(|figure| figure.state == state).count();
        Coverage {
            n_claimed: count(FigureUse::Claimed),
            n_set_aside: count(FigureUse::SetAside),
            n_open: count(FigureUse::Open),
        }
    }
}

impl Lock {
    /// The text of content/captures.lock.yaml.
    pub fn to_yaml(&self) -> String {
        let mut out = String::from("# What `variorum verify` found: written by the program, not by hand.\n");
        write!(out, "version: {}", RawLockVersion::NUMBER).expect("writing to a String cannot fail");
        out.push_str(if self.articles.is_empty() { "\narticles: {}\n" } else { "\narticles:\n" });
        for (id, article) in &self.articles {
            write_article(&mut out, id, article).expect("writing to a String cannot fail");
        }
        out
    }
}

fn write_article(out: &mut String, id: &Id, article: &LockedArticle) -> std::fmt::Result {
    writeln!(out, "  {id}:")?;
    writeln!(out, "    capture: {}", quoted(&article.file))?;
    writeln!(out, "    sha256: \"{}\"", article.sha256)?;
    writeln!(out, "    bytes: {}", article.n_bytes)?;
    writeln!(out, "    quotes:{}", if article.quotes.is_empty() { " {}" } else { "" })?;
    for (digest, quote) in &article.quotes {
        let rung = word_of(quote.rung);
        writeln!(out, "      \"{digest}\": {{found: {rung}, offset: {}}}", quote.offset)?;
    }
    if !article.set_aside.is_empty() {
        let digests: Vec<String> = article.set_aside.iter().map(|digest| format!("\"{digest}\"")).collect();
        writeln!(out, "    set_aside: [{}]", digests.join(", "))?;
    }
    writeln!(out, "    figures:{}", if article.figures.is_empty() { " []" } else { "" })?;
    for figure in &article.figures {
        let (kind, state) = (word_of(figure.kind), word_of(figure.state));
        writeln!(out, "      - {{offset: {}, kind: {kind}, state: {state}}}", figure.offset)?;
    }
    Ok(())
}

/// A text as a YAML scalar in double quotes.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let code = c as u32;
                write!(out, "\\u{code:04X}").expect("writing to a String cannot fail");
            }
            c => out.push(c),
        }
    }
    out + "\""
}
