//! content/captures.lock.yaml, as the program writes it and reads it again; entry point [`RawLock`].
//!
//! Whoever looks into the file in an editor finds there what each field means; what the program
//! does with it is said in `capture`.

use crate::diag::{Code, Diagnostic};
use crate::digest::Digest;
use crate::model::FigureUse;
use crate::text::Rung;
use crate::value::in_quote::FigureKind;
use crate::yaml::{Count, Decode, Entries, Names, Node, Shape, Text, record};

record! {
    /// What verification found. Written by `variorum verify`, never by hand.
    RawLock ("a lock") {
        /// Version of this format.
        required version: RawLockVersion = "1",
        /// Every article with a capture, by its id.
        required articles: Entries<RawLockedArticle>,
    }
}

record! {
    /// What verification found in one capture.
    RawLockedArticle ("an article of the lock") {
        /// The capture's file name, without folders.
        required capture: Text = "2025-08-raids.txt",
        /// SHA-256 of its bytes, in hexadecimal.
        required sha256: Digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        /// Its length in bytes.
        required bytes: Count = "4359",
        /// The quotes that stand in it, by the SHA-256 of their words.
        required quotes: Names<RawLockedQuote> = "{9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08: {found: exact, offset: 2215}}",
        /// The SHA-256 of the words that the article sets aside, in order.
        optional set_aside: Vec<Digest> = "[9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08]",
        /// Its figures, in order.
        required figures: Vec<RawLockedFigure>,
    }
}

record! {
    /// A quote that stands in a capture.
    RawLockedQuote ("a quote of the lock") {
        /// How it was found.
        required found: Rung,
        /// The byte of the capture at which it begins.
        required offset: Count = "2215",
    }
}

record! {
    /// A figure of a capture; its words stand in the capture alone.
    RawLockedFigure ("a figure of the lock") {
        /// The byte of the capture at which it begins.
        required offset: Count = "448",
        /// What it is.
        required kind: FigureKind,
        /// Whether a claim uses it.
        required state: FigureUse,
    }
}

/// The version of the lock's format, written first, so that a later program knows what it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawLockVersion;

impl RawLockVersion {
    /// The version that this program writes, and the only one that it reads.
    pub const NUMBER: usize = 1;
}

impl Decode for RawLockVersion {
    fn shape() -> Shape {
        Shape::Exactly(Self::NUMBER)
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let Count(number) = Count::decode(node, faults)?;
        if number != Self::NUMBER {
            let message = "the lock was written by another version of the program";
            faults.push(
                Diagnostic::error(Code::LockInvalid, node.span, message)
                    .help(format!("this program writes version {}", Self::NUMBER)),
            );
            return None;
        }
        Some(Self)
    }
}
