//! Where places are: a mark and a name each, over land and borders.
//!
//! Entry points: [`draw`], [`title`], [`table`]. A place without coordinates has no mark and stands in the table; one
//! whose questions are disputed is a hollow diamond instead of a filled circle.

use super::figures::{capitalised, counted, spelled};
use super::ink::Ink;
use super::land;
use super::marks::{self, RADIUS};
use super::outlines::outlines;
use super::paper::{Anchor, Layout, Paper};
use super::place_names::{Named, set};
use super::svg::Link;
use super::table::{Cell, Table};
use super::wide_spec::{Locator, Place};
use super::window::Window;
use crate::model::Coordinates;

/// How the map is to be read.
pub const HOW_TO_READ: &str = "Each mark is a place at the coordinates that the editors give it. A hollow diamond is a place of which the \
     sources contradict each other here; a filled circle is one of which they do not. A place without coordinates has no mark, and \
     stands in the table. Land and borders are those of Natural Earth, 1:50 million: they say where borders are in effect, \
     not whose they should be. Each mark links to the page of the place.";

/// Draws the map and the names.
pub fn draw(paper: &mut Paper, locator: &Locator) {
    let size = match paper.layout {
        Layout::Narrow => (4_800, 4_000),
        Layout::Wide => (8_000, 4_200),
    };
    let all: Vec<Coordinates> = locator.places.iter().filter_map(|place| place.at).collect();
    let window = Window::around(&all, size);
    let top = paper.y;
    let moved = |&(x, y): &(i32, i32)| (x, y + top);
    let shown = land::cut(outlines(), &window);
    for ring in &shown.land {
        paper.shape(Ink::Land, &ring.iter().map(moved).collect::<Vec<_>>());
    }
    for border in &shown.borders {
        paper.line(Ink::Border, &border.iter().map(moved).collect::<Vec<_>>());
    }
    let corners = [(0, 0), (size.0, 0), size, (0, size.1), (0, 0)];
    paper.line(Ink::Frame, &corners.iter().map(moved).collect::<Vec<_>>());
    let marked: Vec<(&Place, (i32, i32))> =
        locator.places.iter().filter_map(|place| Some((place, window.place(place.at?)))).collect();
    let points: Vec<((i32, i32), i32)> =
        marked.iter().map(|(place, at)| (*at, paper.text_width(Ink::Label, &place.name))).collect();
    let names = set(&points, (size, paper.line));
    for ((place, at), name) in marked.iter().zip(&names) {
        mark(paper, place, moved(at), name.as_ref().map(|name| Named { at: moved(&name.at), ..*name }));
    }
    paper.y = top + size.1 + paper.gap;
    paper.paragraph(Ink::Note, "Land and borders: Natural Earth, 1:50 million.", 1);
    let unnamed: Vec<&str> = marked
        .iter()
        .zip(&names)
        .filter(|(_, name)| name.is_none())
        .map(|((place, _), _)| place.name.as_str())
        .collect();
    if !unnamed.is_empty() {
        paper.paragraph(Ink::Note, &format!("Without room for their names: {}.", unnamed.join(", ")), 3);
    }
    if marked.iter().any(|(place, _)| place.is_disputed) {
        paper.y += paper.gap;
        let y = paper.y + paper.line / 2;
        marks::diamond(paper, Ink::Disputed, (paper.text + RADIUS, y));
        paper.indent = 4 * RADIUS;
        paper.paragraph(
            Ink::Note,
            "Disputed: sources contradict each other on a question about this place",
            3,
        );
        paper.indent = 0;
    }
}

fn mark(paper: &Paper, place: &Place, at: (i32, i32), name: Option<Named>) {
    if place.is_disputed {
        marks::diamond(paper, Ink::Disputed, at);
    } else {
        paper.circle(Ink::Mark, at, RADIUS);
    }
    let (mut from, mut to) = ((at.0 - 2 * RADIUS, at.1 - 2 * RADIUS), (at.0 + 2 * RADIUS, at.1 + 2 * RADIUS));
    if let Some(name) = name {
        if name.is_led {
            paper.line(Ink::Bracket, &[at, (name.at.0, name.at.1)]);
        }
        paper.text(Ink::Label, &place.name, Anchor::left(name.at.0, name.at.1));
        let half = paper.line / 2;
        from = (from.0.min(name.at.0), from.1.min(name.at.1 - half));
        to = (to.0.max(name.at.0 + name.width), to.1.max(name.at.1 + half));
    }
    paper.link_area(from, to, Link { href: place.href.clone(), name: place.name.clone() });
}

/// The finding in at most twelve words.
pub fn title(locator: &Locator) -> String {
    let n = locator.places.iter().filter(|place| place.at.is_some()).count();
    let n_disputed = locator.places.iter().filter(|place| place.at.is_some() && place.is_disputed).count();
    let places = capitalised(&counted(n, "place"));
    match n_disputed {
        0 => format!("{places} on the map"),
        n => format!("{places} on the map, {} of them disputed", spelled(n)),
    }
}

/// The same places as a table, those without coordinates included.
pub fn table(locator: &Locator) -> Table {
    let mut table = Table::new(&["Place", "Latitude", "Longitude", "A question about it is disputed"]);
    for place in &locator.places {
        let degrees = |at: fn(Coordinates) -> i32| {
            place.at.map_or_else(|| "no coordinates".to_owned(), |all| degrees(at(all)))
        };
        let cells = vec![
            Cell::text(&place.name),
            Cell::text(&degrees(|at| at.latitude)),
            Cell::text(&degrees(|at| at.longitude)),
            Cell::text(if place.is_disputed { "yes" } else { "no" }),
        ];
        table.push(&place.href, cells);
    }
    table
}

/// Millionths of a degree as a decimal.
fn degrees(millionths: i32) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let (whole, rest) = (millionths.unsigned_abs() / 1_000_000, millionths.unsigned_abs() % 1_000_000);
    let digits = format!("{sign}{whole}.{rest:06}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::degrees;

    #[test]
    fn degrees_have_the_digits_that_were_written() {
        for (millionths, expected) in
            [(11_560_000, "11.56"), (-500_000, "-0.5"), (0, "0"), (180_000_000, "180"), (1, "0.000001")]
        {
            assert_eq!(degrees(millionths), expected);
        }
    }
}
