//! A long list under the first letters of its names; entry point [`by_initial`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::text::initial;

/// Up to so many entries a list is taken in at a glance, and headings would only be in the way.
pub const N_UNDIVIDED_MAX: usize = 24;

/// The same for bare names, which stand in columns.
pub const N_NAMES_UNDIVIDED_MAX: usize = 60;

/// The entries whose names begin alike.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Initial<T> {
    /// Anchor.
    pub id: String,
    /// The letter; empty where the list is not divided.
    pub letter: String,
    /// How many entries there are.
    pub n: usize,
    /// The entries, in the order they came in.
    pub entries: Vec<T>,
}

/// The entries under their letters, or all of them under none where they are at most so many.
pub fn by_initial<T>(
    entries: Vec<T>,
    n_undivided: usize,
    list: &str,
    name: impl Fn(&T) -> &str,
) -> Vec<Initial<T>> {
    if entries.len() <= n_undivided {
        let whole = Initial { id: list.to_owned(), letter: String::new(), n: entries.len(), entries };
        return if whole.n == 0 { Vec::new() } else { vec![whole] };
    }
    let mut letters: BTreeMap<String, Vec<T>> = BTreeMap::new();
    for entry in entries {
        letters.entry(initial(name(&entry))).or_default().push(entry);
    }
    let section = |(letter, entries): (String, Vec<T>)| Initial {
        id: format!("{list}-{}", letter.to_lowercase()),
        letter,
        n: entries.len(),
        entries,
    };
    letters.into_iter().map(section).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_list_stands_under_no_letter() {
        let sections = by_initial(vec!["Beta", "Alpha"], 2, "names", |name| name);
        assert_eq!(sections.len(), 1);
        assert_eq!((sections[0].letter.as_str(), sections[0].n), ("", 2));
        assert!(by_initial(Vec::<&str>::new(), 2, "names", |name| name).is_empty());
    }

    #[test]
    fn a_long_list_stands_under_its_letters_with_their_counts() {
        let names = ["beta", "Álpha", "Apt", "7 Days"].repeat(7);
        let sections = by_initial(names, 27, "names", |name| name);
        let told: Vec<_> = sections.iter().map(|one| (one.id.as_str(), one.letter.as_str(), one.n)).collect();
        assert_eq!(told, [("names-0–9", "0–9", 7), ("names-a", "A", 14), ("names-b", "B", 7)]);
    }
}
