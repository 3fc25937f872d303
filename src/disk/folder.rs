//! One folder by its handle: [`Folder`].

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use camino::{Utf8Path, Utf8PathBuf};
use cap_fs_ext::{DirExt as _, FollowSymlinks, OpenOptionsFollowExt as _};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, File, FileType, Metadata, OpenOptions};

use super::system;

/// A folder that is held open. Its path serves messages only.
#[derive(Debug)]
pub struct Folder {
    pub(super) dir: Dir,
    path: Utf8PathBuf,
}

/// What stands under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Which file it is, whatever its name.
    pub identity: FileIdentity,
    /// Its length in bytes.
    pub len: u64,
}

/// What kind of thing stands under a name; links are not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A regular file.
    File,
    /// A pipe, a device or a socket.
    Special,
}

/// Device and inode number of a file; zeros on systems without them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileIdentity {
    pub(super) device: u64,
    pub(super) inode: u64,
}

impl FileIdentity {
    /// Whether these are the numbers.
    pub fn is(self, device: u64, inode: u64) -> bool {
        (self.device, self.inode) == (device, inode)
    }
}

/// Why a file was not read.
#[derive(Debug)]
pub enum ReadError {
    /// The system refused, in its own words.
    Io(io::Error),
    /// It is a folder, a pipe, a device or a socket.
    NotRegular,
    /// It holds more than so many bytes.
    TooLarge {
        /// The limit.
        bytes_max: u64,
    },
}

impl Folder {
    /// Opens a folder by a path that the caller was told; links on the way are followed.
    pub fn open(path: &Utf8Path) -> io::Result<Self> {
        let dir = Dir::open_ambient_dir(path, ambient_authority())
            .map_err(|error| system::named(error, "open folder", path))?;
        Ok(Self { dir, path: path.to_owned() })
    }

    /// The path it was opened by, for messages.
    pub fn path(&self) -> &Utf8Path {
        &self.path
    }

    /// Opens a folder below this one; a link in the last place is refused.
    pub fn sub(&self, below: impl AsRef<Path>) -> io::Result<Self> {
        let below = below.as_ref();
        let dir =
            self.dir.open_dir_nofollow(below).map_err(|error| self.named(error, "open folder", below))?;
        Ok(Self { dir, path: self.shown(below) })
    }

    /// Opens a folder below this one; links are followed as long as they stay below this one.
    pub fn sub_through_links(&self, below: impl AsRef<Path>) -> io::Result<Self> {
        let below = below.as_ref();
        let dir = self.dir.open_dir(below).map_err(|error| self.named(error, "open folder", below))?;
        Ok(Self { dir, path: self.shown(below) })
    }

    /// Makes a folder that must not be there yet, and opens it.
    pub fn make(&self, below: impl AsRef<Path>) -> io::Result<Self> {
        let below = below.as_ref();
        self.dir.create_dir(below).map_err(|error| self.named(error, "make folder", below))?;
        self.sub(below)
    }

    /// Makes a folder and its parents where they are missing.
    pub fn make_all(&self, below: impl AsRef<Path>) -> io::Result<()> {
        let below = below.as_ref();
        self.dir.create_dir_all(below).map_err(|error| self.named(error, "make folder", below))
    }

    /// What stands under a path, `None` where nothing does; a link in the last place is not followed.
    pub fn entry(&self, below: impl AsRef<Path>) -> io::Result<Option<Entry>> {
        let below = below.as_ref();
        match self.dir.symlink_metadata(below) {
            Ok(metadata) => Ok(Some(Entry::of(&metadata))),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(self.named(error, "look at", below)),
        }
    }

    /// Names in this folder and what they stand for, in the order of names.
    pub fn entries(&self) -> io::Result<Vec<(PathBuf, EntryKind)>> {
        let listed = self.dir.entries().map_err(|error| self.named(error, "list", Path::new("")))?;
        let mut entries = Vec::new();
        for entry in listed {
            let entry = entry.map_err(|error| self.named(error, "list", Path::new("")))?;
            let kind = EntryKind::of(
                entry
                    .file_type()
                    .map_err(|error| self.named(error, "look at", Path::new(&entry.file_name())))?,
            );
            entries.push((PathBuf::from(entry.file_name()), kind));
        }
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(entries)
    }

    /// The bytes of a regular file; links are followed as long as they stay below this folder.
    ///
    /// The limit also holds where a file grows while it is read.
    pub fn read(&self, below: impl AsRef<Path>, bytes_max: u64) -> Result<Vec<u8>, ReadError> {
        let below = below.as_ref();
        let mut options = OpenOptions::new();
        options.read(true);
        system::without_waiting(&mut options);
        let file = self.dir.open_with(below, &options).map_err(|error| self.named(error, "open", below))?;
        let metadata = file.metadata().map_err(|error| self.named(error, "look at", below))?;
        if !metadata.is_file() {
            return Err(ReadError::NotRegular);
        }
        let size = metadata.len().min(bytes_max);
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
        file.take(bytes_max.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| self.named(error, "read", below))?;
        if bytes.len() as u64 > bytes_max { Err(ReadError::TooLarge { bytes_max }) } else { Ok(bytes) }
    }

    /// Whether a regular file, itself and no link, holds exactly these bytes.
    pub fn holds(&self, below: impl AsRef<Path>, bytes: &[u8]) -> bool {
        let below = below.as_ref();
        let same_length = |entry: Entry| entry.kind == EntryKind::File && entry.len == bytes.len() as u64;
        self.entry(below).ok().flatten().is_some_and(same_length)
            && self.read(below, bytes.len() as u64).is_ok_and(|found| found == bytes)
    }

    /// Writes a file that must not be there yet.
    pub fn write_new(&self, below: impl AsRef<Path>, bytes: &[u8]) -> io::Result<()> {
        let below = below.as_ref();
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).follow(FollowSymlinks::No);
        let mut file =
            self.dir.open_with(below, &options).map_err(|error| self.named(error, "make", below))?;
        file.write_all(bytes).map_err(|error| self.named(error, "write", below))
    }

    /// Opens a regular file for writing without changing it, and makes it where it is missing.
    pub fn open_lock(&self, below: impl AsRef<Path>) -> io::Result<fs_err::File> {
        let below = below.as_ref();
        let mut options = OpenOptions::new();
        options.write(true).create(true).follow(FollowSymlinks::No);
        system::without_waiting(&mut options);
        let file: File =
            self.dir.open_with(below, &options).map_err(|error| self.named(error, "open", below))?;
        Ok(fs_err::File::from_parts(file.into_std(), self.shown(below).into_std_path_buf()))
    }

    /// Gives a file or folder another name, in this folder or in another; whatever has the name goes.
    pub fn rename(&self, from: impl AsRef<Path>, to: (&Self, &Path)) -> io::Result<()> {
        let (from, (folder, name)) = (from.as_ref(), to);
        self.dir.rename(from, &folder.dir, name).map_err(|error| self.named(error, "rename", from))
    }

    /// Gives a file a second name.
    pub fn hard_link(&self, from: impl AsRef<Path>, to: (&Self, &Path)) -> io::Result<()> {
        let (from, (folder, name)) = (from.as_ref(), to);
        self.dir.hard_link(from, &folder.dir, name).map_err(|error| self.named(error, "link", from))
    }

    /// What a link says, however wrong.
    pub fn link_target(&self, below: impl AsRef<Path>) -> io::Result<PathBuf> {
        let below = below.as_ref();
        self.dir.read_link_contents(below).map_err(|error| self.named(error, "read link", below))
    }

    /// Removes a file or a link; what a link leads to stays.
    pub fn remove_file(&self, below: impl AsRef<Path>) -> io::Result<()> {
        let below = below.as_ref();
        self.dir.remove_file_or_symlink(below).map_err(|error| self.named(error, "remove", below))
    }

    /// Removes an empty folder.
    pub fn remove_folder(&self, below: impl AsRef<Path>) -> io::Result<()> {
        let below = below.as_ref();
        self.dir.remove_dir(below).map_err(|error| self.named(error, "remove", below))
    }

    pub(super) fn named(&self, error: io::Error, action: &str, below: &Path) -> io::Error {
        system::named(error, action, &self.shown(below))
    }

    fn shown(&self, below: &Path) -> Utf8PathBuf {
        if below.as_os_str().is_empty() {
            return self.path.clone();
        }
        self.path.join(below.to_string_lossy().as_ref())
    }
}

impl Entry {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self {
            kind: EntryKind::of(metadata.file_type()),
            identity: system::identity(metadata),
            len: metadata.len(),
        }
    }
}

impl EntryKind {
    fn of(file_type: FileType) -> Self {
        if file_type.is_dir() {
            Self::Folder
        } else if file_type.is_symlink() {
            Self::Link
        } else if file_type.is_file() {
            Self::File
        } else {
            Self::Special
        }
    }
}

/// Whether an error says that nothing stands there; a file in a folder's place counts.
fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
