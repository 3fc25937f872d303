//! What to do where the machine forbids publishing; entry point [`forward`].

use std::io;

use camino::Utf8Path;

/// The error with a way forward behind it, where the rights of the caller or the disk are what stops it.
pub(super) fn forward(error: anyhow::Error, dir: &Utf8Path) -> anyhow::Error {
    let kinds = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
    let way = kinds.into_iter().find_map(way);
    let told = format!("{error:#}");
    match way.filter(|_| !told.contains("; use `--publish")) {
        Some(way) => anyhow::anyhow!("{told}; {}", way.replace("DIR", dir.as_str())),
        None => error,
    }
}

fn way(kind: io::ErrorKind) -> Option<&'static str> {
    match kind {
        io::ErrorKind::PermissionDenied => Some(
            "give whoever builds the right to read and write `DIR` and what is in it, build as its owner, or publish \
             into another folder with `--output`",
        ),
        io::ErrorKind::ReadOnlyFilesystem => {
            Some("the disk of `DIR` can only be read; publish into a folder of another disk with `--output`")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_machine_forbids_is_told_with_a_way_forward() {
        let told = |kind: io::ErrorKind, before: &str| {
            let error = anyhow::Error::new(io::Error::from(kind)).context(before.to_owned());
            forward(error, Utf8Path::new("site")).to_string()
        };
        let denied = told(io::ErrorKind::PermissionDenied, "cannot stage");
        assert!(denied.starts_with("cannot stage: permission denied; give whoever builds"), "{denied}");
        let read_only = told(io::ErrorKind::ReadOnlyFilesystem, "cannot stage");
        assert!(read_only.ends_with("with `--output`"), "{read_only}");
        assert_eq!(told(io::ErrorKind::StorageFull, "cannot stage"), "cannot stage");
        assert!(!told(io::ErrorKind::PermissionDenied, "no; use `--publish in-place`").contains("--output"));
    }
}
