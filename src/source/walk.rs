//! Which files of a project folder are read, and as what; entry point [`list`].
//!
//! Links are followed inside the folder that they stand in only: content/, a theme, templates/ or
//! strings/. What is left out is left out by name or with a
//! word to the author, never silently because of where a disk happens to list it.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::{DirEntry, WalkDir};

use super::fault::{LoadFaultKind, RawFault};
use crate::disk::is_full_or_broken;

/// A file that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Path below the project's root.
    pub path: Utf8PathBuf,
    /// What it is read as.
    pub role: Role,
}

/// What a path is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// UTF-8 text with spans.
    Text,
    /// Bytes that are copied as they are.
    Asset,
    /// Almost a file of ours; the second word is the ending it should have.
    Misnamed(&'static str),
    /// In content/, but nothing that an edition is made of.
    Stray,
    /// Not ours: hidden files, editors' copies, a theme's own papers.
    Ignored,
}

/// Every file that is read, and what stood in the way of reading more; an error is the machine's.
pub(super) fn list(root: &Utf8Path) -> io::Result<(Vec<Found>, Vec<RawFault>)> {
    let mut listing = Listing {
        root,
        real_root: real(root.as_std_path()),
        entered: BTreeSet::new(),
        found: vec![],
        faults: vec![],
        broken: None,
    };
    for top in ["variorum.yaml", "content", "templates", "strings", "themes"] {
        if !is_missing(&root.join(top)) {
            listing.walk(&root.join(top));
        }
    }
    match listing.broken {
        Some(error) => Err(error),
        None => Ok((listing.found, listing.faults)),
    }
}

/// Whether nothing stands under a path; where that cannot be known, the walk says why.
pub(super) fn is_missing(path: &Utf8Path) -> bool {
    path.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// The folder of a project that a path lies in and that its links must not leave.
pub(super) fn area(path: &Utf8Path) -> Option<&Utf8Path> {
    let mut parts = path.components().map(|part| part.as_str());
    let n_bytes = match (parts.next()?, parts.next()) {
        ("themes", Some(name)) => "themes/".len() + name.len(),
        (top @ ("content" | "templates" | "strings"), _) => top.len(),
        _ => return None,
    };
    Some(Utf8Path::new(&path.as_str()[..n_bytes]))
}

/// What the path of a file, or of a folder, is read as.
fn role(path: &Utf8Path) -> Role {
    let parts: Vec<&str> = path.components().map(|part| part.as_str()).collect();
    let name = path.file_name().unwrap_or_default();
    let in_static = matches!(parts[..], ["content", "static", ..] | ["themes", _, "static", ..]);
    if in_static {
        return if matches!(name, ".DS_Store" | "Thumbs.db") { Role::Ignored } else { Role::Asset };
    }
    if name.starts_with(['.', '#']) || name.ends_with('~') {
        return Role::Ignored;
    }
    match parts[..] {
        ["variorum.yaml"]
        | ["templates" | "strings", ..]
        | ["themes", _, "templates" | "strings" | "theme.yaml", ..] => Role::Text,
        ["content", ..] => content_role(path.extension().unwrap_or_default()),
        _ => Role::Ignored,
    }
}

fn content_role(extension: &str) -> Role {
    match extension {
        "md" | "yaml" => Role::Text,
        other if ["md", "markdown"].iter().any(|known| other.eq_ignore_ascii_case(known)) => {
            Role::Misnamed("md")
        }
        other if ["yaml", "yml"].iter().any(|known| other.eq_ignore_ascii_case(known)) => {
            Role::Misnamed("yaml")
        }
        _ => Role::Stray,
    }
}

struct Listing<'a> {
    root: &'a Utf8Path,
    real_root: Option<PathBuf>,
    /// Real paths of folders that links led to: each is read through one link, so that links
    /// between folders do not multiply what is read.
    entered: BTreeSet<PathBuf>,
    found: Vec<Found>,
    faults: Vec<RawFault>,
    /// The first error that is the disk's own.
    broken: Option<io::Error>,
}

impl Listing<'_> {
    fn walk(&mut self, top: &Utf8Path) {
        let mut walk = WalkDir::new(top).follow_links(true).sort_by_file_name().into_iter();
        while let Some(next) = walk.next() {
            let entry = match next {
                Ok(entry) => entry,
                Err(error) if error.io_error().is_some_and(is_full_or_broken) => {
                    self.broken = self.broken.take().or(Some(error.into()));
                    continue;
                }
                Err(error) => {
                    self.walk_fault(&error);
                    continue;
                }
            };
            let Some(path) = self.relative(entry.path()) else {
                continue;
            };
            if self.enters(&entry, path) == Enter::No && entry.file_type().is_dir() {
                walk.skip_current_dir();
            }
        }
    }

    /// Records one entry; says whether to go on into it, should it be a folder.
    fn enters(&mut self, entry: &DirEntry, path: Utf8PathBuf) -> Enter {
        let role = role(&path);
        let is_folder = entry.file_type().is_dir();
        if is_folder && matches!(path.as_str(), "content" | "templates" | "strings" | "themes") {
            return self.follows(entry, path);
        }
        if is_folder && path.starts_with("themes") && path.components().count() == 2 {
            return if hidden(&path) { Enter::No } else { self.follows(entry, path) };
        }
        if role == Role::Ignored {
            return Enter::No;
        }
        if self.follows(entry, path.clone()) == Enter::No {
            return Enter::No;
        }
        if is_folder {
            return self.folder(role, path);
        }
        if entry.file_type().is_file() {
            self.file(role, path);
        } else {
            self.fault(path, "this is a device, a pipe or a socket, not a file", "remove it");
        }
        Enter::No
    }

    fn folder(&mut self, role: Role, path: Utf8PathBuf) -> Enter {
        let named_as_file = path.file_name() == Some("theme.yaml")
            || path == "variorum.yaml"
            || (path.starts_with("content") && matches!(role, Role::Text | Role::Misnamed(_)));
        if named_as_file {
            self.fault(path, "this is a folder; a file is expected under this name", "rename the folder");
            return Enter::No;
        }
        Enter::Yes
    }

    fn file(&mut self, role: Role, path: Utf8PathBuf) {
        match role {
            Role::Text | Role::Asset => self.found.push(Found { path, role }),
            Role::Misnamed(ending) => {
                let help = format!("rename it to `{}`", path.with_extension(ending));
                let message = format!("this file is not read: its name does not end in `.{ending}`");
                self.faults.push(RawFault::new(LoadFaultKind::Misnamed, path, message).help(help));
            }
            Role::Stray => {
                let help = "put files to be published in `content/static/`, others outside `content/`";
                let message = "this file is not read: it is neither Markdown nor YAML";
                self.faults.push(RawFault::new(LoadFaultKind::Stray, path, message).help(help));
            }
            Role::Ignored => {}
        }
    }

    /// Records a link that is not followed: out of its folder, to something hidden, back to where
    /// it came from, or to a folder that another link leads to.
    fn follows(&mut self, entry: &DirEntry, path: Utf8PathBuf) -> Enter {
        if !entry.path_is_symlink() {
            return Enter::Yes;
        }
        let target = real(entry.path());
        let folder = entry.path().parent().and_then(real);
        let (Some(target), Some(folder)) = (target, folder) else {
            self.leads_out(path, "the project", "copy the target into the project");
            return Enter::No;
        };
        if folder.starts_with(&target) {
            self.loop_fault(path);
            return Enter::No;
        }
        let (limit, shown) = match area(&path).filter(|area| *area != path) {
            Some(area) => (real(self.root.join(area).as_std_path()), format!("`{area}/`")),
            None => (self.real_root.clone(), "the project".to_owned()),
        };
        let Some(below) = limit.and_then(|limit| target.strip_prefix(limit).ok().map(Path::to_owned)) else {
            let help = format!("copy the target into {shown}");
            self.leads_out(path, &shown, &help);
            return Enter::No;
        };
        if below.iter().any(|part| part.to_string_lossy().starts_with('.')) {
            let message = "this link leads to something hidden, so its target is not read";
            self.fault(path, message, "copy the target under a name that does not begin with a dot");
            return Enter::No;
        }
        if entry.file_type().is_dir() && !self.entered.insert(target) {
            let message = "another link leads to the same folder, so it is not read a second time here";
            self.fault(path, message, "copy the folder, or remove one of the links");
            return Enter::No;
        }
        Enter::Yes
    }

    fn leads_out(&mut self, path: Utf8PathBuf, of: &str, help: &str) {
        self.fault(path, format!("this link leads out of {of}, so its target is not read"), help);
    }

    fn loop_fault(&mut self, path: Utf8PathBuf) {
        self.fault(path, "this link leads back to a folder that contains it", "remove the link");
    }

    fn walk_fault(&mut self, error: &walkdir::Error) {
        let Some(path) = error.path().and_then(|path| self.relative(path)) else {
            return;
        };
        if role(&path) == Role::Ignored {
            return;
        }
        if error.loop_ancestor().is_some() {
            self.loop_fault(path);
        } else if error.path().is_some_and(std::path::Path::is_symlink) {
            self.fault(path, "this link leads to nothing that can be read", "remove or mend the link");
        } else {
            let why =
                error.io_error().map_or_else(|| "unknown reason".to_owned(), |io| io.kind().to_string());
            let message = format!("this folder or file cannot be listed: {why}");
            self.fault(path, message, "check its permissions");
        }
    }

    fn relative(&mut self, path: &Path) -> Option<Utf8PathBuf> {
        let below = path.strip_prefix(self.root).unwrap_or(path);
        match Utf8Path::from_path(below) {
            Some(below) => Some(slashed(below)),
            None => {
                let shown = Utf8PathBuf::from(below.to_string_lossy().into_owned());
                self.fault(shown, "this file's name is not UTF-8", "rename it");
                None
            }
        }
    }

    fn fault(&mut self, path: Utf8PathBuf, message: impl Into<String>, help: &str) {
        self.faults.push(RawFault::new(LoadFaultKind::Unreadable, path, message).help(help));
    }
}

/// Whether a walk goes on into a folder.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Enter {
    Yes,
    No,
}

fn hidden(path: &Utf8Path) -> bool {
    path.file_name().is_some_and(|name| name.starts_with('.'))
}

fn real(path: &Path) -> Option<PathBuf> {
    fs_err::canonicalize(path).ok()
}

/// The path with forward slashes, whatever the machine uses.
fn slashed(path: &Utf8Path) -> Utf8PathBuf {
    path.components().map(|part| part.as_str()).collect::<Vec<_>>().join("/").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: Role) {
        assert_eq!(role(Utf8Path::new(path)), expected, "{path}");
    }

    #[test]
    fn a_path_says_what_a_file_is_read_as() {
        check("variorum.yaml", Role::Text);
        check("content/events/raids.yaml", Role::Text);
        check("content/captures.lock.yaml", Role::Text);
        check("content/static/.well-known/x.yaml", Role::Asset);
        check("content/static/.DS_Store", Role::Ignored);
        check("templates/page.html", Role::Text);
        check("themes/plain/theme.yaml", Role::Text);
        check("themes/plain/strings/km.yaml", Role::Text);
        check("strings/km.yaml", Role::Text);
        check("themes/plain/static/plain.css", Role::Asset);
        check("themes/plain/README.md", Role::Ignored);
        check("content/articles/.x.md.swp", Role::Ignored);
        check("content/articles/x.md~", Role::Ignored);
    }

    #[test]
    fn a_slip_in_the_ending_is_not_passed_over() {
        check("content/events/raids.yml", Role::Misnamed("yaml"));
        check("content/events/raids.YAML", Role::Misnamed("yaml"));
        check("content/articles/a.markdown", Role::Misnamed("md"));
        check("content/articles/a.txt", Role::Stray);
    }
}
