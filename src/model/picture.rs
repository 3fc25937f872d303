//! Pictures that prose shows.

use std::ops::Range;

use crate::digest::Digest;
use crate::source::Span;

/// A file of content/static/ that prose shows as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its path below content/static/.
    pub path: String,
    /// Its bytes.
    pub digest: Digest,
    /// The ending that its format goes by.
    pub ending: &'static str,
    /// Its width as it is shown.
    pub width_px: u32,
    /// Its height as it is shown.
    pub height_px: u32,
}

/// A picture where prose shows it.
#[derive(Clone, Debug)]
pub struct PlacedPicture {
    /// The image in [`super::Prose::markdown`], in bytes.
    pub range: Range<usize>,
    /// Which of the links and images of the prose it is, from 0.
    pub nth: usize,
    /// Its file; `None` where that cannot be shown, which is an error.
    pub picture: Option<Picture>,
    /// What it shows, in words, for who does not see it.
    pub description: String,
    /// The words under it; none where there are none.
    pub caption: String,
    /// Whether it has a paragraph for itself.
    pub is_alone: bool,
    /// Where the image is written.
    pub span: Span,
}
