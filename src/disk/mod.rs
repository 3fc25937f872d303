//! Folders held by handles, below which files are read and written; entry point [`Folder`].
//!
//! Every path that is handed to a [`Folder`] stays below it, whatever links somebody puts in its
//! way and whenever (`openat2` with `RESOLVE_BENEATH` on Linux, by way of cap-std). Only regular
//! files are opened: a pipe or a device is refused at once instead of being waited for. Nothing
//! here knows what an edition or a project is.

mod folder;
mod replace;
mod access;
mod remove;
mod system;

pub use access::{Access, Kept};
pub use folder::{Entry, EntryKind, FileIdentity, Folder, ReadError};
pub use replace::{WriteRefused, create_folders, replace_file};
pub use system::{cannot_exchange, is_full_or_broken};
