//! Whether GitHub Pages would take an edition; entry point [`faults`].

use crate::diag::{Code, Diagnostic};
use crate::output::{GITHUB_PAGES, Kind, Limits, Overweight, Scans, heavy};
use crate::source::{FileId, Span};

/// What of an edition is too large, or soon will be.
pub(super) fn faults(scans: &Scans, settings: Option<FileId>) -> Vec<Diagnostic> {
    let files = scans.sizes().map(|(path, n_bytes)| (path.as_str(), n_bytes));
    let found = heavy(files, GITHUB_PAGES);
    settings
        .map(|file| found.iter().map(|found| fault(found, GITHUB_PAGES, file)).collect())
        .unwrap_or_default()
}

fn fault(found: &Overweight, limits: Limits, settings: FileId) -> Diagnostic {
    let (message, help) = match found {
        Overweight::Edition { bytes, largest } => {
            let kinds: Vec<String> = largest.iter().map(kind).collect();
            let message = format!(
                "the edition has {}, and GitHub Pages publishes at most {}; the most is in {}",
                megabytes(*bytes),
                megabytes(limits.edition),
                kinds.join(", ")
            );
            let help = "move large pictures and films elsewhere, take names out of `exports:`, or publish with a host that \
                takes more";
            (message, help)
        }
        Overweight::File { path, bytes } => {
            let message = format!(
                "`{path}` has {}, and GitHub takes no file of more than {} MiB",
                megabytes(*bytes),
                limits.file >> 20
            );
            (message, "publish with a host that takes larger files")
        }
    };
    Diagnostic::warning(Code::EditionLarge, Span::start_of(settings), message).help(help)
}

fn kind(kind: &Kind) -> String {
    let files = if kind.n_files == 1 { "file" } else { "files" };
    format!("`{}` ({}, {} {files})", kind.pattern, megabytes(kind.bytes), kind.n_files)
}

/// Rounded up, so that nothing has 0 MB.
fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1_000_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_that_is_large_is_told_with_what_is_largest() {
        let files =
            [("charts/a.svg", 500_000_000), ("charts/b.svg", 200_000_000), ("data/facts.json", 110_000_000)];
        let found = heavy(files, GITHUB_PAGES);
        let told: Vec<String> =
            found.iter().map(|found| fault(found, GITHUB_PAGES, FileId(0)).message).collect();
        assert_eq!(
            told,
            [
                "the edition has 810 MB, and GitHub Pages publishes at most 1000 MB; the most is in `charts/*.svg` \
                 (700 MB, 2 files), `data/*.json` (110 MB, 1 file)",
                "`charts/a.svg` has 500 MB, and GitHub takes no file of more than 100 MiB",
                "`charts/b.svg` has 200 MB, and GitHub takes no file of more than 100 MiB",
                "`data/facts.json` has 110 MB, and GitHub takes no file of more than 100 MiB"
            ]
        );
    }
}
