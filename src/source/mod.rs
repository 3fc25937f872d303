//! The project's files as text with ids and spans; entry point [`load`].
//!
//! Ids come from the sorted paths, so they do not depend on the order in which a disk lists
//! files. After loading nothing reads the disk again.

mod load;
mod span;

pub use load::{Loaded, load};
pub use span::{FileId, Place, SourceFile, Sources, Span};
