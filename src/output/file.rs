//! One file replaced as a whole; entry point [`write_file`].

use std::io::Write as _;

use anyhow::Context as _;
use camino::Utf8Path;

/// Writes a file so that whoever reads it meets the old bytes or the new, whole.
///
/// A link stays a link: what it points to is replaced.
pub fn write_file(path: &Utf8Path, bytes: &[u8]) -> anyhow::Result<()> {
    let real = match path.canonicalize_utf8() {
        Ok(real) => real,
        Err(_) => path.to_owned(),
    };
    let name = real.file_name().with_context(|| format!("`{path}` names no file"))?;
    let beside = real.with_file_name(format!(".{name}.variorum-new"));
    let written = write_new(&beside, bytes)
        .and_then(|()| match fs_err::metadata(&real) {
            Ok(old) => fs_err::set_permissions(&beside, old.permissions()),
            Err(_) => Ok(()),
        })
        .and_then(|()| fs_err::rename(&beside, &real));
    if written.is_err() {
        // What was begun is of no use to anybody; the first fault is the one to report.
        drop(fs_err::remove_file(&beside));
    }
    written.with_context(|| format!("cannot replace `{path}`; it is as it was"))
}

fn write_new(path: &Utf8Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = fs_err::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
