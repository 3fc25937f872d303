//! One file of an edition on the disk; entry points [`write`], [`read`] and [`holds`].

use std::io;
use std::path::Path;

use crate::digest::Checksum;
use crate::disk::{Access, Folder, ReadError};

/// Writes a file that must not be there yet, readable for everybody.
pub(super) fn write(folder: &Folder, path: &Path, bytes: &[u8]) -> io::Result<()> {
    folder.write_new(path, bytes)?;
    Access::set_mode(folder, path, 0o644)
}

/// The bytes of a file of any length.
pub(super) fn read(folder: &Folder, path: &Path) -> io::Result<Vec<u8>> {
    folder.read(path, u64::MAX).map_err(|error| match error {
        ReadError::Io(error) => error,
        ReadError::NotRegular | ReadError::TooLarge { .. } => {
            io::Error::other(format!("`{}` in `{}` is no file any more", path.display(), folder.path()))
        }
    })
}

/// Whether a file has the bytes of a checksum.
pub(super) fn holds(folder: &Folder, path: &Path, checksum: Checksum) -> bool {
    read(folder, path).is_ok_and(|bytes| Checksum::of(&bytes) == checksum)
}
