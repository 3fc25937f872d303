//! Addresses that pages had before.

use super::{ArticleIx, SheetIx};
use crate::source::Span;

/// An old address that leads readers on.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The old path below the root.
    pub from: String,
    /// What stood there.
    pub to: MovedTo,
    /// Where the old address is written.
    pub span: Span,
}

/// What a reader of an old address looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MovedTo {
    /// An event or a question.
    Sheet(SheetIx),
    /// A source document.
    Article(ArticleIx),
    /// A page of content/pages/, by position.
    Page(usize),
}
