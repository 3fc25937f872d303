//! Removes a whole folder without following a link: [`Folder::remove_all`].

use std::io;
use std::path::Path;

use super::{Access, EntryKind, Folder};

impl Folder {
    /// Removes whatever stands under a name: a file, a link itself, or a folder with all that is in it.
    ///
    /// Folders that forbid writing in them are opened up first; nothing there is no error.
    pub fn remove_all(&self, name: impl AsRef<Path>) -> io::Result<()> {
        let name = name.as_ref();
        match self.entry(name)?.map(|entry| entry.kind) {
            None => Ok(()),
            Some(EntryKind::Link | EntryKind::File | EntryKind::Special) => self.remove_file(name),
            Some(EntryKind::Folder) => {
                // Where the mode cannot be set the removal below says why.
                drop(self.sub(name).and_then(|folder| Access::set_mode(&folder, Path::new(""), 0o700)));
                let folder = self.sub(name)?;
                for (entry, _) in folder.entries()? {
                    folder.remove_all(entry)?;
                }
                self.remove_folder(name)
            }
        }
    }
}
