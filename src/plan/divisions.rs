//! Long lists on pages of their own, so that no page grows with the edition; entry point [`divisions`].
//!
//! The page of a list stays where it is, counts, and leads to its divisions. A list is divided by what it is ordered by:
//! events by year, those of a long year by month and day; sources by the letter of their outlet, then by date.

use std::collections::BTreeMap;

use super::Route;
use crate::model::{Article, Corpus, DateValue, Day, SheetKind};
use crate::text::initial;

/// The most entries of a list that stand on one page: an entry takes some 700 bytes, so that these take 175 KB.
const N_ON_PAGE: usize = 250;

/// A list that is divided where it is long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// The events.
    Events,
    /// The sources.
    Sources,
}

/// What the entries of a division have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
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
}

/// A page with some of the entries of a long list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPart {
    /// Of which list.
    pub listing: Listing,
    /// What its entries have in common, from the largest division to the smallest.
    pub path: Vec<Step>,
    /// Its entries: positions of sheets or articles, in the order of the corpus.
    pub members: Vec<u32>,
}

impl Listing {
    /// The page that counts the entries and leads to them.
    pub fn route(self) -> &'static str {
        match self {
            Self::Events => "events/index.html",
            Self::Sources => "sources/index.html",
        }
    }
}

impl ListPart {
    /// Where the page stands; two hyphens stand in no id.
    pub fn route(&self) -> Route {
        let steps: Vec<String> = self.path.iter().map(Step::slug).collect();
        let folder = self.listing.route().trim_end_matches(".html");
        Route::new(format!("{folder}--{}.html", steps.join("-")))
    }
}

impl Step {
    fn slug(&self) -> String {
        match self {
            Self::Letter(letter) if letter.chars().all(|c| c.is_ascii_alphanumeric()) => {
                letter.to_lowercase()
            }
            Self::Letter(letter) => letter.chars().map(|c| format!("u{:x}", u32::from(c))).collect(),
            Self::Year(year) => format!("{year:04}"),
            Self::Month(part) | Self::Day(part) => format!("{part:02}"),
            Self::Undated => "undated".to_owned(),
        }
    }
}

/// The divisions of a list; none where it is short enough for one page.
pub fn divisions(corpus: &Corpus, listing: Listing) -> Vec<ListPart> {
    let entries: Vec<(Vec<Step>, u32)> = match listing {
        Listing::Events => {
            let sheets = (0_u32..).zip(&corpus.sheets).filter(|(_, sheet)| sheet.kind == SheetKind::Event);
            sheets.map(|(i, sheet)| (dated(sheet.date.as_ref()), i)).collect()
        }
        Listing::Sources => {
            (0_u32..).zip(&corpus.articles).map(|(i, article)| (lettered(article), i)).collect()
        }
    };
    let mut found = Vec::new();
    if entries.len() > N_ON_PAGE {
        divide(listing, 0, entries, &mut found);
    }
    found
}

/// Entries that share the steps above this depth, divided by the next one.
fn divide(listing: Listing, depth: usize, entries: Vec<(Vec<Step>, u32)>, found: &mut Vec<ListPart>) {
    let mut groups: BTreeMap<Option<Step>, Vec<(Vec<Step>, u32)>> = BTreeMap::new();
    for entry in entries {
        groups.entry(entry.0.get(depth).cloned()).or_default().push(entry);
    }
    for (step, entries) in groups {
        if entries.len() > N_ON_PAGE && step.is_some() {
            divide(listing, depth + 1, entries, found);
            continue;
        }
        let n_steps = depth + usize::from(step.is_some());
        let path = entries.first().map(|(path, _)| path[..n_steps].to_vec()).unwrap_or_default();
        let members = entries.into_iter().map(|(_, member)| member).collect();
        found.push(ListPart { listing, path, members });
    }
}

fn lettered(article: &Article) -> Vec<Step> {
    let name = if article.has_outlet() { article.outlet.as_str() } else { "" };
    std::iter::once(Step::Letter(initial(name))).chain(dated(article.published.as_ref())).collect()
}

/// The year, and as much more of a date as is stated.
fn dated(date: Option<&DateValue>) -> Vec<Step> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(entries: &[(&[Step], usize)], expected: &[(&str, usize)]) {
        let entries = entries.iter().flat_map(|(path, n)| std::iter::repeat_n(path.to_vec(), *n));
        let mut found = Vec::new();
        divide(Listing::Events, 0, entries.zip(0..).collect(), &mut found);
        let found: Vec<(String, usize)> =
            found.iter().map(|one| (one.route().to_string(), one.members.len())).collect();
        let expected: Vec<(String, usize)> =
            expected.iter().map(|(id, n)| (format!("events/index--{id}.html"), *n)).collect();
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
    fn a_letter_of_any_script_makes_a_plain_file_name() {
        let slug = |letter: &str| Step::Letter(letter.to_owned()).slug();
        assert_eq!([slug("T"), slug("0–9"), slug("ភ")], ["t", "u30u2013u39", "u1797"]);
    }
}
