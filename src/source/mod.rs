//! The project's files as text with ids and spans; entry point [`load`].
//!
//! Ids come from the sorted paths, so they do not depend on the order in which a disk lists
//! files. After loading nothing reads the disk again.

mod load;
mod walk;
mod decode;
mod fault;
mod capture_files;
mod span;

pub use capture_files::{CaptureFile, CaptureFiles, load_captures};
pub use decode::turns_around;
pub use fault::{LoadFault, LoadFaultKind};
pub use load::{ASSET_BYTES_MAX, Asset, Loaded, TEXT_BYTES_MAX, load};
pub use span::{FileId, Place, SourceFile, Sources, Span};
