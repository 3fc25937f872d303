//! What an edition may lack only because something could not be read; entry point [`Doubt::of`].
//!
//! Whatever holds an error is left out of the pages, so a link to it looks broken though nothing
//! is wrong with the link. Such links are not judged until the error is mended; all others are.

use crate::diag::{Diagnostic, Level};
use crate::output::DeadEnd;
use crate::plan::{Route, file_of_page};
use crate::source::Sources;

/// The files with errors.
#[derive(Clone, Debug, Default)]
pub struct Doubt {
    files: Vec<String>,
    /// The sheets with their texts, to see what they would ask if everything could be read.
    sheets: Vec<(String, String)>,
}

impl Doubt {
    /// What the errors so far leave in doubt.
    pub fn of(diagnostics: &[Diagnostic], sources: &Sources) -> Self {
        let errors = diagnostics.iter().filter(|fault| fault.level == Level::Error);
        // Without a place it is the project as a whole that is in doubt.
        let path = |fault: &Diagnostic| {
            fault.span.map_or_else(String::new, |span| sources.file(span.file).path.to_string())
        };
        let mut files: Vec<String> = errors.map(path).collect();
        let outside = files.iter().filter_map(|file| without_folders(file)).collect::<Vec<_>>();
        files.extend(outside);
        let is_sheet =
            |path: &str| path.starts_with("content/events/") || path.starts_with("content/questions/");
        let texts = sources.iter().filter(|(_, file)| !files.is_empty() && is_sheet(file.path.as_str()));
        let sheets = texts.map(|(_, file)| (file.path.to_string(), file.text.clone())).collect();
        Self { files, sheets }
    }

    /// Whether nothing is.
    pub(super) fn is_none(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether a file of the edition, or an anchor in it, may be lacking for an error elsewhere.
    pub(super) fn covers(&self, missing: &DeadEnd) -> bool {
        match missing {
            DeadEnd::File(path) => self.covers_file(path),
            DeadEnd::Anchor(path, id) => self.covers_anchor(path, id),
        }
    }

    fn covers_file(&self, path: &str) -> bool {
        if let Some(file) = file_of_page(path) {
            return self.has(&file);
        }
        match Route::new(path).folder_and_stem().0 {
            // Names and charts are made of whatever the sheets say.
            "entities" | "charts" => self.has_facts(),
            _ => self.has(&format!("content/static/{path}")),
        }
    }

    fn covers_anchor(&self, path: &str, id: &str) -> bool {
        match Route::new(path).folder_and_stem() {
            ("events" | "questions", _) => {
                let may_ask = || self.has_shared() && self.may_ask(path, id);
                self.covers_file(path) || may_ask() || (of_claim(id) && self.has_facts())
            }
            ("sources" | "entities", _) => self.has_facts(),
            // A page of the author's own has its headings, whatever is wrong elsewhere.
            ("", stem) => is_of_edition(stem) && self.has_facts(),
            _ => false,
        }
    }

    /// Whether the sheet of a page has a fact of this id, which an error elsewhere may leave out.
    fn may_ask(&self, page: &str, id: &str) -> bool {
        let sheet = format!("content/{}.yaml", page.trim_end_matches(".html"));
        self.sheets.iter().any(|(path, text)| *path == sheet && text.contains(&format!("{id}:")))
    }

    /// Whether there is an error in a file, which its name may be: `raid.yml` is a `raid.yaml`.
    fn has(&self, path: &str) -> bool {
        let stem = |path: &str| path.rsplit_once('.').map_or(path.len(), |(stem, _)| stem.len());
        self.files.iter().any(|file| file[..stem(file)] == path[..stem(path)])
    }

    /// Whether there is an error in what every sheet rests on: articles, names, settings.
    fn has_shared(&self) -> bool {
        self.files.iter().any(|file| {
            file.starts_with("content/articles/")
                || matches!(file.as_str(), "" | "content/entities.yaml" | "variorum.yaml")
        })
    }

    /// Whether there is an error in what claims are made of.
    fn has_facts(&self) -> bool {
        let is_sheet =
            |file: &String| file.starts_with("content/events/") || file.starts_with("content/questions/");
        self.has_shared() || self.files.iter().any(is_sheet)
    }
}

/// Whether a page at the root is one of the edition's own, which shows what the sheets say.
fn is_of_edition(stem: &str) -> bool {
    matches!(
        stem,
        "index"
            | "discrepancies"
            | "timeline"
            | "agreement"
            | "methodology"
            | "what-is-checked"
            | "data"
            | "search"
    )
}

/// Whether an anchor is that of a claim, which an error elsewhere may leave out.
fn of_claim(anchor: &str) -> bool {
    anchor.contains("--")
}

/// Where a file would stand that stands in a folder in which nothing is read: `content/events/2025/raid.yaml`.
fn without_folders(file: &str) -> Option<String> {
    let mut parts = file.splitn(3, '/');
    let (content, folder, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let name = rest.rsplit_once('/')?.1;
    (content == "content" && folder != "static").then(|| format!("{content}/{folder}/{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(faulty: &str, target: &str, expected: bool) {
        let sheet = ("content/events/raid.yaml".to_owned(), "facts:\n  arrests:\n".to_owned());
        let doubt = Doubt { files: vec![faulty.to_owned()], sheets: vec![sheet] };
        let missing = match target.split_once('#') {
            Some((path, id)) => DeadEnd::Anchor(path.to_owned(), id.to_owned()),
            None => DeadEnd::File(target.to_owned()),
        };
        assert_eq!(doubt.covers(&missing), expected, "{target} after an error in {faulty}");
    }

    #[test]
    fn the_page_of_a_faulty_file_may_be_lacking() {
        check("content/events/raid.yaml", "events/raid.html", true);
        check("content/events/raid.yml", "events/raid.html", true);
        check("content/events/raid.yaml", "events/raid.html#arrests", true);
        check("content/articles/alpha.md", "sources/alpha.html", true);
        check("content/pages/about.md", "about.html", true);
    }

    #[test]
    fn a_link_to_something_else_is_judged() {
        check("content/events/raid.yaml", "events/raids.html", false);
        check("content/events/a.yaml", "events/raid.html#arests", false);
        check("content/articles/alpha.md", "events/raid.html#arests", false);
        check("content/articles/alpha.md", "events/raid.html#arrests", true);
        check("content/pages/about.md", "about-us.html", false);
        check("content/pages/about.md", "about.html#method", false);
        check("templates/base.html", "events/raid.html", false);
    }

    #[test]
    fn anchors_that_many_files_make_are_in_doubt_after_an_error_in_any() {
        check("content/events/a.yaml", "discrepancies.html#raid--arrests--alpha--beta", true);
        check("content/articles/alpha.md", "events/raid.html#arrests--alpha", true);
        check("content/articles/alpha.md", "events/raid.html", false);
        check("content/pages/about.md", "discrepancies.html#x", false);
    }
}
