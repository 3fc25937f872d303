//! What differs from system to system, and the numbers of its errors.

use std::fmt;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};
use cap_std::fs::{Metadata, OpenOptions};

use super::FileIdentity;

/// An error of the system with what was tried, and on which path.
#[derive(Debug)]
struct Named {
    action: String,
    path: Utf8PathBuf,
    error: io::Error,
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}", self.action, self.path, self.error)
    }
}

impl std::error::Error for Named {}

/// The error with what was tried; its kind and its number stay.
pub(super) fn named(error: io::Error, action: &str, path: &Utf8Path) -> io::Error {
    io::Error::new(error.kind(), Named { action: action.to_owned(), path: path.to_owned(), error })
}

/// The system's number of an error, also below the words that were added to it.
fn number(error: &io::Error) -> Option<i32> {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<Named>());
    inner.map_or_else(|| error.raw_os_error(), |named| named.error.raw_os_error())
}

/// Whether the disk is full, broken or over its quota: errors of the machine, not of the author's files.
pub fn is_full_or_broken(error: &io::Error) -> bool {
    use io::ErrorKind::{QuotaExceeded, StaleNetworkFileHandle, StorageFull, TimedOut};
    matches!(error.kind(), StorageFull | QuotaExceeded | StaleNetworkFileHandle | TimedOut)
        || unix::is_input_output(number(error))
}

/// Whether an error says that two folders cannot be exchanged here.
pub fn cannot_exchange(error: &io::Error) -> bool {
    use io::ErrorKind::{CrossesDevices, ResourceBusy, Unsupported};
    matches!(error.kind(), CrossesDevices | ResourceBusy | Unsupported) || unix::is_unsupported(number(error))
}

pub(super) use unix::{identity, without_waiting};

#[cfg(unix)]
mod unix {
    use super::{FileIdentity, Metadata, OpenOptions};
    use cap_std::fs::{MetadataExt as _, OpenOptionsExt as _};
    use rustix::fs::OFlags;
    use rustix::io::Errno;

    /// Opening a pipe returns at once, so that it can be refused.
    pub fn without_waiting(options: &mut OpenOptions) {
        options.custom_flags(OFlags::NONBLOCK.bits().cast_signed());
    }

    pub fn identity(metadata: &Metadata) -> FileIdentity {
        FileIdentity { device: metadata.dev(), inode: metadata.ino() }
    }

    pub fn is_input_output(number: Option<i32>) -> bool {
        number == Some(Errno::IO.raw_os_error())
    }

    pub fn is_unsupported(number: Option<i32>) -> bool {
        let unsupported = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::BUSY, Errno::XDEV];
        number.is_some_and(|number| unsupported.iter().any(|errno| errno.raw_os_error() == number))
    }
}

#[cfg(not(unix))]
mod unix {
    use super::{FileIdentity, Metadata, OpenOptions};

    pub fn without_waiting(_options: &mut OpenOptions) {}

    pub fn identity(_metadata: &Metadata) -> FileIdentity {
        FileIdentity::default()
    }

    pub fn is_input_output(_number: Option<i32>) -> bool {
        false
    }

    pub fn is_unsupported(_number: Option<i32>) -> bool {
        false
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use rustix::io::Errno;

    #[test]
    fn an_error_keeps_its_number_below_the_words_that_are_added() {
        let error = |errno: Errno| named(errno.into(), "read", Utf8Path::new("a"));
        assert!(is_full_or_broken(&error(Errno::IO)));
        assert!(is_full_or_broken(&error(Errno::NOSPC)));
        assert!(!is_full_or_broken(&error(Errno::ACCESS)));
        assert!(cannot_exchange(&error(Errno::BUSY)) && cannot_exchange(&error(Errno::XDEV)));
        assert!(!cannot_exchange(&error(Errno::NOSPC)));
        assert_eq!(error(Errno::IO).to_string(), "cannot read `a`: Input/output error (os error 5)");
    }
}
