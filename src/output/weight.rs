//! Whether an edition is too large for a host, and what makes it so; entry point [`heavy`].
//!
//! Only paths and sizes are looked at, so an edition that is streamed to the disk is weighed as well.

use std::collections::BTreeMap;

/// What a host takes, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest edition.
    pub edition: u64,
    /// The largest file.
    pub file: u64,
}

/// The limits of GitHub Pages: a site of 1 GB, and a file of 100 MiB in a repository.
pub const GITHUB_PAGES: Limits = Limits { edition: 1_000_000_000, file: 100 << 20 };

/// From this share of a limit on, in per cent, an edition is told to be large.
const TOLD_FROM_PERCENT: u64 = 80;

/// How many kinds of file are named.
const N_KINDS: usize = 3;

/// Something of an edition that a host does not take, or soon will not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overweight {
    /// The whole edition.
    Edition {
        /// Its size in bytes.
        bytes: u64,
        /// Its largest kinds of file, the largest first.
        largest: Vec<Kind>,
    },
    /// One file.
    File {
        /// Its path.
        path: String,
        /// Its size in bytes.
        bytes: u64,
    },
}

/// Files of one ending in one folder, those below it included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// `charts/*.svg`.
    pub pattern: String,
    /// How many there are.
    pub n_files: usize,
    /// Their size in bytes.
    pub bytes: u64,
}

/// What is too large, by the path and size of every file.
pub fn heavy<'a>(files: impl IntoIterator<Item = (&'a str, u64)>, limits: Limits) -> Vec<Overweight> {
    let mut kinds: BTreeMap<String, Kind> = BTreeMap::new();
    let mut found = Vec::new();
    let mut whole = 0;
    for (path, bytes) in files {
        whole += bytes;
        if bytes > limits.file {
            found.push(Overweight::File { path: path.to_owned(), bytes });
        }
        let pattern = pattern(path);
        let kind = kinds.entry(pattern.clone()).or_insert_with(|| Kind { pattern, n_files: 0, bytes: 0 });
        kind.n_files += 1;
        kind.bytes += bytes;
    }
    if u128::from(whole) * 100 >= u128::from(limits.edition) * u128::from(TOLD_FROM_PERCENT) {
        let mut largest: Vec<Kind> = kinds.into_values().collect();
        largest.sort_by(|a, b| (b.bytes, &a.pattern).cmp(&(a.bytes, &b.pattern)));
        largest.truncate(N_KINDS);
        found.insert(0, Overweight::Edition { bytes: whole, largest });
    }
    found
}

/// The first folder of a path, and the ending of its name.
fn pattern(path: &str) -> String {
    let folder = path.split_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map(|(_, ending)| format!(".{ending}")).unwrap_or_default();
    format!("{folder}*{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { edition: 1_000, file: 300 };
    const FILES: [(&str, u64); 5] = [
        ("charts/a.svg", 100),
        ("charts/b.svg", 200),
        ("events/a.html", 50),
        ("discrepancies/events/a.html", 40),
        ("index.html", 9),
    ];

    #[test]
    fn a_small_edition_is_not_spoken_of() {
        assert_eq!(heavy([], LIMITS), []);
        assert_eq!(heavy(FILES, LIMITS), []);
        assert_eq!(heavy([("charts/a.svg", 300)], LIMITS), [], "a file as large as the limit is taken");
    }

    #[test]
    fn from_four_fifths_of_the_limit_on_the_largest_kinds_are_named() {
        let bare = heavy(FILES.into_iter().chain([("data/facts.json", 300), ("CNAME", 100)]), LIMITS);
        assert_eq!(bare, [], "one byte below four fifths");
        let told = heavy(FILES.into_iter().chain([("data/facts.json", 300), ("CNAME", 101)]), LIMITS);
        let kind = |pattern: &str, n_files, bytes| Kind { pattern: pattern.to_owned(), n_files, bytes };
        let largest = vec![kind("charts/*.svg", 2, 300), kind("data/*.json", 1, 300), kind("*", 1, 101)];
        assert_eq!(told, [Overweight::Edition { bytes: 800, largest }]);
    }

    #[test]
    fn a_file_above_the_limit_of_a_file_is_named() {
        let found = heavy([("data/facts.json", 301), ("data/claims.csv", 20)], LIMITS);
        assert_eq!(found, [Overweight::File { path: "data/facts.json".to_owned(), bytes: 301 }]);
    }
}
