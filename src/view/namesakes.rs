//! Pages that are called alike or say the same of themselves; entry point [`tell_apart`].
//!
//! In a list of tabs or results only the name and the description show, so that each page has both
//! for itself.

use std::collections::BTreeMap;

use super::heading::{Heading, N_CHARS_MAX};
use crate::plan::Route;
use crate::text::clip;

/// A page's heading with the name that no other page has.
#[derive(Clone, Debug)]
pub struct Named {
    /// What the page is called.
    pub heading: Heading,
    /// The same, and what tells it from others that are called so.
    pub name: String,
}

/// Gives each page a name and a description of its own.
pub fn tell_apart(pages: Vec<(&Route, Heading)>) -> Vec<Named> {
    let (routes, headings): (Vec<&Route>, Vec<Heading>) = pages.into_iter().unzip();
    let mut all: Vec<Named> =
        headings.into_iter().map(|heading| Named { name: heading.title.clone(), heading }).collect();
    for i in shared(&all, |page| &page.name) {
        let Named { heading, name } = &mut all[i];
        if !heading.mark.is_empty() {
            *name = format!("{} ({})", heading.title, heading.mark);
        }
    }
    for i in shared(&all, |page| &page.name) {
        all[i].name = format!("{} ({})", all[i].name, stem(routes[i]));
    }
    for i in shared(&all, |page| &page.heading.description) {
        let Named { heading, name } = &mut all[i];
        heading.description = clip(&format!("{name}: {}", heading.description), N_CHARS_MAX);
    }
    for i in shared(&all, |page| &page.heading.description) {
        let description = &mut all[i].heading.description;
        *description = clip(&format!("{}: {description}", stem(routes[i])), N_CHARS_MAX);
    }
    all
}

/// The pages that have something in common with another.
fn shared(all: &[Named], what: impl Fn(&Named) -> &String) -> Vec<usize> {
    let mut groups: BTreeMap<&String, Vec<usize>> = BTreeMap::new();
    for (i, page) in all.iter().enumerate() {
        groups.entry(what(page)).or_default().push(i);
    }
    groups.into_values().filter(|group| group.len() > 1).flatten().collect()
}

fn stem(route: &Route) -> &str {
    route.as_str().trim_end_matches(".html")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pages: &[(&str, [&str; 3])], expected: &[(&str, &str)]) {
        let routes: Vec<Route> = pages.iter().map(|(route, _)| Route::new(*route)).collect();
        let headings = pages.iter().map(|(_, [title, description, mark])| Heading {
            title: (*title).to_owned(),
            description: (*description).to_owned(),
            mark: (*mark).to_owned(),
        });
        let named = tell_apart(routes.iter().zip(headings).collect());
        let found: Vec<(&str, &str)> =
            named.iter().map(|page| (page.name.as_str(), page.heading.description.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_told_apart_already_stays_as_it_is() {
        check(
            &[("a.html", ["A", "First.", "x"]), ("b.html", ["B", "Second.", "x"])],
            &[("A", "First."), ("B", "Second.")],
        );
    }

    #[test]
    fn namesakes_are_told_apart_by_their_marks() {
        check(
            &[
                ("events/a.html", ["Raid", "First.", "May 2025"]),
                ("events/b.html", ["Raid", "Second.", "June 2025"]),
            ],
            &[("Raid (May 2025)", "First."), ("Raid (June 2025)", "Second.")],
        );
    }

    #[test]
    fn namesakes_with_one_mark_are_told_apart_by_their_addresses() {
        check(
            &[("events/a.html", ["Raid", "First.", "May"]), ("events/b.html", ["Raid", "Second.", "May"])],
            &[("Raid (May) (events/a)", "First."), ("Raid (May) (events/b)", "Second.")],
        );
    }

    #[test]
    fn pages_that_say_the_same_begin_with_their_names() {
        check(
            &[
                ("a.html", ["A", "Police held 200 people.", ""]),
                ("b.html", ["B", "Police held 200 people.", ""]),
            ],
            &[("A", "A: Police held 200 people."), ("B", "B: Police held 200 people.")],
        );
    }
}
