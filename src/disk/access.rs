//! Owner, group, mode, access lists and other attributes of a folder: [`Kept`], and [`Access`] to exchange.

use std::io;
use std::path::Path;

#[cfg(unix)]
use cap_fs_ext::{FollowSymlinks, OpenOptionsFollowExt as _};

use super::Folder;

/// What a folder has besides its content, so that a folder in its place can have it too.
///
/// Access lists (ACL) are extended attributes on Linux.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    owner: Option<(u32, u32)>,
    mode: Option<u32>,
    attributes: Vec<(Vec<u8>, Vec<u8>)>,
}

/// The calls that need more than cap-std offers.
#[derive(Clone, Copy, Debug)]
pub struct Access;

/// The attribute that holds the access list (POSIX ACL) of new files in a folder.
#[cfg(unix)]
const GIVEN: &str = "system.posix_acl_default";

#[cfg(unix)]
impl Kept {
    /// Reads it of a folder.
    pub fn of(folder: &Folder) -> io::Result<Self> {
        use cap_std::fs::MetadataExt as _;
        let metadata =
            folder.dir.dir_metadata().map_err(|error| folder.named(error, "look at", Path::new("")))?;
        Ok(Self {
            owner: Some((metadata.uid(), metadata.gid())),
            mode: Some(metadata.mode() & 0o7777),
            attributes: attributes(folder)?,
        })
    }

    /// Gives owner, group and attributes to a folder; an error where the system does not allow it.
    pub fn give_all_but_mode(&self, folder: &Folder) -> io::Result<()> {
        let now = Self::of(folder)?;
        let handle = opened(folder)?;
        if let Some((uid, gid)) = self.owner.filter(|owner| Some(*owner) != now.owner) {
            let (uid, gid) = (rustix::fs::Uid::from_raw(uid), rustix::fs::Gid::from_raw(gid));
            rustix::fs::fchown(&handle, Some(uid), Some(gid))
                .map_err(|error| folder.named(error.into(), "give an owner to", Path::new("")))?;
        }
        for (name, _) in now.attributes.iter().filter(|(name, _)| !self.has(name)) {
            rustix::fs::fremovexattr(&handle, name.as_slice())
                .map_err(|error| folder.named(error.into(), "take attributes from", Path::new("")))?;
        }
        for (name, value) in self.attributes.iter().filter(|attribute| !now.attributes.contains(attribute)) {
            rustix::fs::fsetxattr(&handle, name.as_slice(), value, rustix::fs::XattrFlags::empty())
                .map_err(|error| folder.named(error.into(), "give attributes to", Path::new("")))?;
        }
        Ok(())
    }

    /// Gives a folder the access list that this one gives to new files, or takes its own away.
    pub fn give_list(&self, folder: &Folder) -> io::Result<()> {
        let handle = opened(folder)?;
        let named =
            |error: rustix::io::Errno| folder.named(error.into(), "give an access list to", Path::new(""));
        match self.given_list() {
            Some(list) => {
                rustix::fs::fsetxattr(&handle, GIVEN, list, rustix::fs::XattrFlags::empty()).map_err(named)
            }
            None => match rustix::fs::fremovexattr(&handle, GIVEN) {
                Ok(()) | Err(rustix::io::Errno::NODATA) => Ok(()),
                Err(error) => Err(named(error)),
            },
        }
    }

    /// Gives the mode to a folder, which may forbid to write in it from then on.
    pub fn give_mode(&self, folder: &Folder) -> io::Result<()> {
        let Some(mode) = self.mode else { return Ok(()) };
        Access::set_mode(folder, Path::new(""), mode)
    }

    /// The owner and group for files in the folder, where they are not the ones that new files get.
    pub fn owner_to_give(&self) -> Option<(u32, u32)> {
        let (uid, gid) = (rustix::process::geteuid().as_raw(), rustix::process::getegid().as_raw());
        self.owner.filter(|owner| *owner != (uid, gid))
    }

    /// Whether new files in both folders get the same access list (POSIX ACL) from them.
    pub fn gives_the_same_access(&self, other: &Self) -> bool {
        self.given_list() == other.given_list()
    }

    fn given_list(&self) -> Option<&[u8]> {
        let is_given = |(name, _): &&(Vec<u8>, Vec<u8>)| name == GIVEN.as_bytes();
        self.attributes.iter().find(is_given).map(|(_, list)| list.as_slice())
    }

    fn has(&self, name: &[u8]) -> bool {
        self.attributes.iter().any(|(known, _)| known == name)
    }
}

#[cfg(unix)]
impl Access {
    /// Sets a mode, whatever the umask of the caller is; an empty path is the folder itself.
    ///
    /// It goes by the folder itself or by an open file. cap-std goes by `/proc`, and ends in a panic where the system
    /// fails to show that.
    pub fn set_mode(folder: &Folder, below: &Path, mode: u32) -> io::Result<()> {
        use rustix::fs::{AtFlags, Mode, RawMode, chmodat, fchmod};
        let mode = Mode::from_raw_mode(mode as RawMode);
        let set = if below.as_os_str().is_empty() {
            chmodat(&folder.dir, ".", mode, AtFlags::empty()).map_err(io::Error::from)
        } else {
            let mut options = cap_std::fs::OpenOptions::new();
            options.read(true).follow(FollowSymlinks::No);
            super::system::without_waiting(&mut options);
            let file = folder.dir.open_with(below, &options);
            file.and_then(|file| fchmod(&file, mode).map_err(io::Error::from))
        };
        set.map_err(|error| folder.named(error, "set the mode of", below))
    }

    /// Gives a file below a folder to an owner and a group.
    pub fn set_owner(folder: &Folder, below: &Path, (uid, gid): (u32, u32)) -> io::Result<()> {
        use rustix::fs::{AtFlags, Gid, Uid};
        let (uid, gid) = (Uid::from_raw(uid), Gid::from_raw(gid));
        rustix::fs::chownat(&folder.dir, below, Some(uid), Some(gid), AtFlags::SYMLINK_NOFOLLOW)
            .map_err(|error| folder.named(error.into(), "give an owner to", below))
    }

    /// Exchanges two names of a folder in one step.
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    pub fn exchange(folder: &Folder, a: &str, b: &str) -> io::Result<()> {
        use rustix::fs::{RenameFlags, renameat_with};
        renameat_with(&folder.dir, a, &folder.dir, b, RenameFlags::EXCHANGE)
            .map_err(|error| folder.named(error.into(), "exchange the edition in", Path::new("")))
    }

    /// This system has no call for it that keeps both names.
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    pub fn exchange(_folder: &Folder, _a: &str, _b: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Waits until everything that was written to the folder's disk is on it.
    pub fn sync_disk(folder: &Folder) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        let synced = rustix::fs::syncfs(opened(folder)?);
        #[cfg(not(target_os = "linux"))]
        let synced: rustix::io::Result<()> = {
            rustix::fs::sync();
            Ok(())
        };
        synced.map_err(|error| folder.named(error.into(), "bring to the disk", Path::new("")))
    }
}

/// A handle that attributes can be read by, which the one of a path cannot.
#[cfg(unix)]
fn opened(folder: &Folder) -> io::Result<std::os::fd::OwnedFd> {
    use rustix::fs::{Mode, OFlags, openat};
    openat(&folder.dir, ".", OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())
        .map_err(|error| folder.named(error.into(), "open folder", Path::new("")))
}

/// The extended attributes of a folder; none on disks that have none.
#[cfg(unix)]
fn attributes(folder: &Folder) -> io::Result<Vec<(Vec<u8>, Vec<u8>)>> {
    let named =
        |error: rustix::io::Errno| folder.named(error.into(), "read the attributes of", Path::new(""));
    let handle = opened(folder)?;
    let mut names = vec![0_u8; 64 << 10];
    let n_bytes = match rustix::fs::flistxattr(&handle, &mut names) {
        Ok(n_bytes) => n_bytes,
        Err(error) if error == rustix::io::Errno::NOTSUP => return Ok(Vec::new()),
        Err(error) => return Err(named(error)),
    };
    names.truncate(n_bytes);
    let mut attributes = Vec::new();
    for name in names.split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let mut value = vec![0_u8; 64 << 10];
        let n_bytes = rustix::fs::fgetxattr(&handle, name, &mut value).map_err(named)?;
        value.truncate(n_bytes);
        attributes.push((name.to_vec(), value));
    }
    attributes.sort();
    Ok(attributes)
}

#[cfg(not(unix))]
impl Kept {
    /// Nothing is known of it on this system.
    pub fn of(_folder: &Folder) -> io::Result<Self> {
        Ok(Self::default())
    }

    /// Nothing is known of it on this system.
    pub fn give_all_but_mode(&self, _folder: &Folder) -> io::Result<()> {
        Ok(())
    }

    /// There are no access lists of this kind.
    pub fn give_list(&self, _folder: &Folder) -> io::Result<()> {
        Ok(())
    }

    /// Nothing is known of it on this system.
    pub fn give_mode(&self, _folder: &Folder) -> io::Result<()> {
        Ok(())
    }

    /// Nothing is known of it on this system.
    pub fn owner_to_give(&self) -> Option<(u32, u32)> {
        None
    }

    /// There are no access lists of this kind.
    pub fn gives_the_same_access(&self, _other: &Self) -> bool {
        true
    }
}

#[cfg(not(unix))]
impl Access {
    /// This system has no modes.
    pub fn set_mode(_folder: &Folder, _below: &Path, _mode: u32) -> io::Result<()> {
        Ok(())
    }

    /// Owners are not given here.
    pub fn set_owner(_folder: &Folder, _below: &Path, _owner: (u32, u32)) -> io::Result<()> {
        Ok(())
    }

    /// This system cannot exchange two folders.
    pub fn exchange(_folder: &Folder, _a: &str, _b: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// There is no call for a whole disk here.
    pub fn sync_disk(_folder: &Folder) -> io::Result<()> {
        Ok(())
    }
}
