//! The tables of titles, bodies, places, first names and family names, read once: [`tables`].
//!
//! They are text files in data/, one thing a line with its spellings, so that a spelling is added
//! without touching code. Each spelling is found by its first word.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::fold::pieces;
use crate::model::{Gender, GenderedTitle, WordKind};

/// What is spelt in which words, by the first of them; the longest spelling first.
type Spellings<T> = BTreeMap<String, Vec<(Vec<String>, T)>>;

/// All tables.
pub(super) struct Tables {
    titles: Spellings<Title>,
    /// What several spellings are read as: words of a body.
    same: Spellings<Vec<String>>,
    places: Spellings<Place>,
    kinds: BTreeMap<String, WordKind>,
    legal: BTreeSet<String>,
    small: BTreeSet<String>,
    first_names: BTreeMap<String, ([u16; 4], Option<Gender>)>,
}

/// A title as it is spelt.
#[derive(Clone, Copy, Debug)]
pub(super) struct Title {
    /// Of whom it is a title, where it says so.
    pub(super) of: Option<GenderedTitle>,
    /// What may stand before and behind it.
    pub(super) sort: Sort,
    /// How much an abbreviation needs its full stop.
    pub(super) stop: Stop,
}

/// What may stand before and behind a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A word of respect.
    Respect,
    /// A word of time, such as `former`.
    Time,
    /// A word of rank before an office, such as `deputy`.
    Rank,
    /// An office, which other words may precede.
    Office,
}

/// How much an abbreviation needs its full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Not at all.
    Free,
    /// Unless two words follow.
    Before,
    /// Always.
    Always,
}

/// A place as it is spelt.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Its line in the table.
    pub(super) number: u16,
    /// Whether the spelling says that something belongs to it: `Cambodian`.
    pub(super) belongs: bool,
}

/// The tables.
pub(super) fn tables() -> &'static Tables {
    static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);
    &TABLES
}

impl Tables {
    /// The longest title at the start of these words, with how many words it has.
    pub(super) fn title(&self, words: &[&str]) -> Option<(usize, Title)> {
        longest(self.titles.get(*words.first()?)?, words).map(|(n, title)| (n, *title))
    }

    /// The longest place at the start of these words, with how many words it has.
    pub(super) fn place(&self, words: &[&str]) -> Option<(usize, Place)> {
        longest(self.places.get(*words.first()?)?, words).map(|(n, place)| (n, *place))
    }

    /// What the words at the start are read as, with how many words they are.
    pub(super) fn same(&self, words: &[&str]) -> Option<(usize, &[String])> {
        longest(self.same.get(*words.first()?)?, words).map(|(n, read)| (n, read.as_slice()))
    }

    /// What a single word is in a name.
    pub(super) fn kind(&self, word: &str) -> Option<WordKind> {
        self.kinds.get(word).copied()
    }

    /// Whether a word is a legal form.
    pub(super) fn is_legal(&self, word: &str) -> bool {
        self.legal.contains(word)
    }

    /// Whether a word is left out between the words of a body.
    pub(super) fn is_small(&self, word: &str) -> bool {
        self.small.contains(word)
    }

    /// The groups of a first name, and of whom it is one; a family name told apart from others is a group of its own.
    pub(super) fn first_name(&self, word: &str) -> ([u16; 4], Option<Gender>) {
        self.first_names.get(word).copied().unwrap_or_default()
    }

    fn read() -> Self {
        let mut tables = Self {
            titles: BTreeMap::new(),
            same: BTreeMap::new(),
            places: BTreeMap::new(),
            kinds: BTreeMap::new(),
            legal: BTreeSet::new(),
            small: BTreeSet::new(),
            first_names: BTreeMap::new(),
        };
        lines(include_str!("data/titles.txt")).for_each(|line| tables.add_titles(line));
        lines(include_str!("data/bodies.txt")).for_each(|line| tables.add_bodies(line));
        for (number, line) in lines(include_str!("data/places.txt")).enumerate() {
            tables.add_place(number as u16, line);
        }
        let family = include_str!("data/family.txt");
        for (number, line) in lines(include_str!("data/first.txt")).chain(lines(family)).enumerate() {
            tables.add_first_names(number as u16 + 1, line);
        }
        tables.titles.values_mut().for_each(|all| all.sort_by_key(|(words, _)| usize::MAX - words.len()));
        tables.same.values_mut().for_each(|all| all.sort_by_key(|(words, _)| usize::MAX - words.len()));
        tables.places.values_mut().for_each(|all| all.sort_by_key(|(words, _)| usize::MAX - words.len()));
        tables
    }

    fn add_titles(&mut self, line: &str) {
        let Some((flags, spellings)) = line.split_once(':') else { return };
        let has_forms = flags.contains('g');
        let of = flags.split(' ').find_map(gender).map(|gender| match has_forms {
            true => GenderedTitle::Form(gender),
            false => GenderedTitle::Address(gender),
        });
        let sort = if flags.contains('h') {
            Sort::Respect
        } else if flags.contains('t') {
            Sort::Time
        } else if flags.contains('r') {
            Sort::Rank
        } else {
            Sort::Office
        };
        for spelling in spellings.split('|').map(str::trim) {
            let stop = match spelling {
                _ if spelling.ends_with("..") => Stop::Always,
                _ if spelling.ends_with('.') => Stop::Before,
                _ => Stop::Free,
            };
            add(&mut self.titles, spelling, Title { of, sort, stop });
        }
    }

    fn add_bodies(&mut self, line: &str) {
        let Some((what, list)) = line.split_once(':') else { return };
        let spellings = || list.split('|').map(str::trim);
        let kind = match what {
            "form" => WordKind::Form,
            "body" => WordKind::Body,
            "mark" => WordKind::Mark,
            "particle" => WordKind::Particle,
            "legal" => return self.legal.extend(spellings().map(str::to_owned)),
            "small" => return self.small.extend(spellings().map(str::to_owned)),
            _ => {
                let read: Vec<String> = spellings().next().map(words).unwrap_or_default();
                spellings().skip(1).for_each(|spelling| add(&mut self.same, spelling, read.clone()));
                return;
            }
        };
        spellings().for_each(|word| {
            self.kinds.entry(word.to_owned()).or_insert(kind);
        });
    }

    fn add_place(&mut self, number: u16, line: &str) {
        let (names, belonging) = line.split_once(';').unwrap_or((line, ""));
        for (list, belongs) in [(names, false), (belonging, true)] {
            for spelling in list.split('|').filter(|spelling| !spelling.trim().is_empty()) {
                add(&mut self.places, spelling, Place { number, belongs });
            }
        }
    }

    fn add_first_names(&mut self, number: u16, line: &str) {
        let Some((of, spellings)) = line.split_once(':') else { return };
        for word in spellings.split('|').flat_map(words) {
            let fresh = !self.first_names.contains_key(&word);
            let (groups, person) = self.first_names.entry(word).or_default();
            if let Some(free) = groups.iter_mut().find(|group| **group == 0 || **group == number) {
                *free = number;
            }
            *person = if fresh { gender(of) } else { person.filter(|known| gender(of) == Some(*known)) };
        }
    }
}

/// The longest spelling with which words begin.
fn longest<'t, T>(spellings: &'t [(Vec<String>, T)], words: &[&str]) -> Option<(usize, &'t T)> {
    let begins = |spelling: &[String]| {
        spelling.len() <= words.len() && spelling.iter().zip(words).all(|(wanted, word)| wanted == word)
    };
    spellings.iter().find(|(spelling, _)| begins(spelling)).map(|(spelling, thing)| (spelling.len(), thing))
}

fn add<T>(table: &mut Spellings<T>, spelling: &str, thing: T) {
    let words = words(spelling);
    if let Some(first) = words.first() {
        table.entry(first.clone()).or_default().push((words, thing));
    }
}

fn words(spelling: &str) -> Vec<String> {
    pieces(spelling).into_iter().map(|piece| piece.folded).collect()
}

fn gender(flag: &str) -> Option<Gender> {
    match flag.trim() {
        "m" => Some(Gender::Man),
        "f" => Some(Gender::Woman),
        _ => None,
    }
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
