//! What the entries of a long list are divided by, and the dividing; entry point [`divide`].
//!
//! A list is divided by what it is ordered by, as far down as it has to be: a long year by month, a
//! long month by day. Where nothing is left to divide by, digits of a digest of each entry's id do
//! it, so that no part is heavy and no entry moves because of another.

use std::collections::BTreeMap;

use crate::digest::Digest;
use crate::model::{Article, Corpus, DateValue, Day, EntityKind, SheetIx};
use crate::text::initial;

/// The most bytes of entries on one page; what stands around them takes up to 40 KB.
pub const N_BYTES_MAX: usize = 175_000;

/// What the entries of a division have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A kind of entity.
    Kind(EntityKind),
    /// A name that begins with this letter.
    Letter(String),
    /// A year.
    Year(i32),
    /// A month of the year.
    Month(u8),
    /// A day of the month.
    Day(u8),
    /// No date.
    Undated,
    /// The next digit of the digests of the entries' ids.
    Digest(char),
}

impl Step {
    /// Its part of an address; a digit of a digest is the only single one.
    pub fn slug(&self) -> String {
        match self {
            Self::Kind(kind) => kind_slug(*kind).to_owned(),
            Self::Letter(letter) if letter.chars().all(|c| c.is_ascii_alphanumeric()) => {
                letter.to_lowercase()
            }
            Self::Letter(letter) => letter.chars().map(|c| format!("u{:x}", u32::from(c))).collect(),
            Self::Year(year) => format!("{year:04}"),
            Self::Month(part) | Self::Day(part) => format!("{part:02}"),
            Self::Undated => "undated".to_owned(),
            Self::Digest(digit) => format!("x{digit}"),
        }
    }
}

fn kind_slug(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
        EntityKind::Group => "group",
        EntityKind::Office => "office",
        EntityKind::Outlet => "outlet",
    }
}

/// One entry of a list that is to be divided.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is divided by, from the largest division to the smallest.
    pub path: Vec<Step>,
    /// What it takes on its page.
    pub n_bytes: usize,
    /// Its position in the list of its kind.
    pub member: u32,
}

/// Some of the entries of a list, with what they have in common.
pub type Division = (Vec<Step>, Vec<u32>);

/// The divisions of a list, each of them small enough for a page; all of it as one where it is short.
pub fn divide(entries: Vec<Entry>, id: &dyn Fn(u32) -> String) -> Vec<Division> {
    divide_to(&|_| true, entries, id)
}

/// The same, divided as far as a path has to go even where its entries fit on a page.
pub fn divide_to(
    is_far: &dyn Fn(&[Step]) -> bool,
    entries: Vec<Entry>,
    id: &dyn Fn(u32) -> String,
) -> Vec<Division> {
    let mut found = Vec::new();
    descend(Vec::new(), is_far, entries, &mut |path, entries| by_digest(path, entries, id, &mut found));
    found
}

/// Entries that share the steps of a path, divided by the next ones.
fn descend(
    path: Vec<Step>,
    is_far: &dyn Fn(&[Step]) -> bool,
    entries: Vec<Entry>,
    found: &mut dyn FnMut(Vec<Step>, Vec<Entry>),
) {
    let depth = path.len();
    let is_done = is_far(&path) && is_light(&entries);
    let is_at_its_end = entries.iter().all(|entry| entry.path.len() <= depth);
    if is_done || is_at_its_end {
        return found(path, entries);
    }
    let mut groups: BTreeMap<Option<Step>, Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        groups.entry(entry.path.get(depth).cloned()).or_default().push(entry);
    }
    for (step, entries) in groups {
        let is_last = step.is_none();
        let path = path.iter().cloned().chain(step).collect();
        if is_last {
            found(path, entries);
        } else {
            descend(path, is_far, entries, found);
        }
    }
}

/// Entries that nothing else tells apart, divided by the digits of their ids' digests where they are heavy.
fn by_digest(path: Vec<Step>, entries: Vec<Entry>, id: &dyn Fn(u32) -> String, found: &mut Vec<Division>) {
    if is_light(&entries) {
        found.push((path, entries.into_iter().map(|entry| entry.member).collect()));
        return;
    }
    let digits = |member: u32| Digest::of(id(member).as_bytes()).to_string();
    let on = |entry: Entry| {
        let digits = digits(entry.member);
        Entry { path: path.iter().cloned().chain(digits.chars().map(Step::Digest)).collect(), ..entry }
    };
    let entries = entries.into_iter().map(on).collect();
    descend(path, &|_| true, entries, &mut |path, entries| {
        found.push((path, entries.into_iter().map(|entry| entry.member).collect()));
    });
}

/// Whether entries fit on one page; a single one is never divided.
fn is_light(entries: &[Entry]) -> bool {
    entries.len() < 2 || entries.iter().map(|entry| entry.n_bytes).sum::<usize>() <= N_BYTES_MAX
}

/// The first letter of an outlet, then the date of publication.
pub fn of_article(article: &Article) -> Vec<Step> {
    let name = if article.has_outlet() { article.outlet.as_str() } else { "" };
    std::iter::once(Step::Letter(initial(name))).chain(dated(article.published.as_ref())).collect()
}

/// The date of a sheet, then the first letter of its title.
pub fn of_sheet(corpus: &Corpus, sheet: SheetIx) -> Vec<Step> {
    let sheet = &corpus[sheet];
    dated(sheet.date.as_ref()).into_iter().chain([Step::Letter(initial(&sheet.title))]).collect()
}

/// The year, and as much more of a date as is stated.
pub fn dated(date: Option<&DateValue>) -> Vec<Step> {
    let Some(date) = date.filter(|date| date.year_known) else { return vec![Step::Undated] };
    let Some((year, _, _)) = date.earliest().map(Day::civil) else { return vec![Step::Undated] };
    let mut steps = vec![Step::Year(year)];
    if let (Some(first), Some(last)) = (date.begins.first.map(Day::civil), date.begins.last.map(Day::civil))
        && (first.0, first.1) == (last.0, last.1)
    {
        steps.push(Step::Month(first.1));
        steps.extend((first == last).then_some(Step::Day(first.2)));
    }
    steps
}

/// A day.
pub fn of_day(day: Day) -> Vec<Step> {
    let (year, month, day) = day.civil();
    vec![Step::Year(year), Step::Month(month), Step::Day(day)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Entries of 700 bytes, of which 250 fit on a page.
    fn check(entries: &[(&[Step], usize)], expected: &[(&str, usize)]) {
        let entries = entries.iter().flat_map(|(path, n)| std::iter::repeat_n(path.to_vec(), *n));
        let entries = entries.zip(0..).map(|(path, member)| Entry { path, n_bytes: 700, member });
        let found = divide(entries.collect(), &|member| member.to_string());
        let slug = |path: &[Step]| path.iter().map(Step::slug).collect::<Vec<_>>().join("-");
        let found: Vec<(String, usize)> =
            found.iter().map(|(path, members)| (slug(path), members.len())).collect();
        let expected: Vec<(String, usize)> = expected.iter().map(|(id, n)| ((*id).to_owned(), *n)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_long_year_is_divided_by_month_and_a_long_month_by_day() {
        use Step::{Day, Month, Undated, Year};
        check(
            &[
                (&[Year(2024), Month(2)], 250),
                (&[Year(2025), Month(1), Day(3)], 200),
                (&[Year(2025), Month(3), Day(4)], 200),
                (&[Year(2025), Month(3), Day(5)], 100),
                (&[Year(2025)], 7),
                (&[Undated], 3),
            ],
            &[
                ("2024", 250),
                ("2025", 7),
                ("2025-01", 200),
                ("2025-03-04", 200),
                ("2025-03-05", 100),
                ("undated", 3),
            ],
        );
    }

    #[test]
    fn what_nothing_tells_apart_is_divided_by_digits_of_its_ids() {
        let entries = (0..1_000).map(|member| Entry { path: vec![Step::Undated], n_bytes: 700, member });
        let found = divide(entries.collect(), &|member| member.to_string());
        assert_eq!(found.iter().map(|(_, members)| members.len()).sum::<usize>(), 1_000);
        assert_eq!(found.len(), 16);
        assert!(found.iter().all(|(path, members)| path.len() == 2 && members.len() <= 250));
    }

    #[test]
    fn a_letter_of_any_script_makes_a_plain_file_name() {
        let slug = |letter: &str| Step::Letter(letter.to_owned()).slug();
        assert_eq!([slug("T"), slug("0–9"), slug("ភ")], ["t", "u30u2013u39", "u1797"]);
    }
}
