//! Who relays whom: those who are cited at the left, the sources that cite them at the right.
//!
//! Entry points: [`draw`], [`title`], [`table`]. Lines that meet at the left are one origin behind several sources:
//! what these agree on has been said once.

use super::figures::{capitalised, counted, spelled};
use super::ink::Ink;
use super::letters;
use super::paper::{Anchor, Layout, Paper};
use super::table::{Cell, Table};
use super::wide_spec::Relays;
use super::words::first_short;

/// Draws the names and a line for each citation, in the hue of the source that cites.
pub fn draw(paper: &mut Paper, relays: &Relays) {
    paper.paragraph(
        Ink::Note,
        "Who is cited, and the sources that cite them; in brackets, for how many claims:",
        2,
    );
    paper.y += paper.gap;
    let (left_end, right_start) = match paper.layout {
        Layout::Narrow => (1900, 2950),
        Layout::Wide => (3000, 5200),
    };
    let top = paper.y;
    let left: Vec<i32> = relays
        .cited
        .iter()
        .map(|cited| {
            let ink = if n_sources(relays, &cited.name) > 1 { Ink::Label } else { Ink::Note };
            name(paper, (ink, &cited.name), (paper.text, left_end), &cited.href)
        })
        .collect();
    let bottom = paper.y;
    paper.y = top;
    let n = i32::try_from(relays.sources.len()).unwrap_or(1).max(1);
    let mut right = Vec::with_capacity(relays.sources.len());
    for (i, source) in relays.sources.iter().enumerate() {
        let share = top + (bottom - top) * i32::try_from(i).unwrap_or(0) / n;
        paper.y = paper.y.max(share);
        let label = format!("{} ({})", source.name, source.n_claims);
        right.push(name(paper, (Ink::Label, &label), (right_start, paper.width() - 60), &source.href));
    }
    paper.y = paper.y.max(bottom) + paper.gap;
    for &(cited, source) in &relays.edges {
        let (Some(&from), Some(&to)) = (left.get(cited), right.get(source)) else { continue };
        paper.hue = relays.sources[source].hue;
        let (x, end) = (left_end + 60, right_start - 60);
        paper.line(Ink::Line, &[(x, from), (x + 120, from), (end - 120, to), (end, to)]);
    }
    paper.hue = None;
    if relays.n_left_out > 0 {
        let more = counted(relays.n_left_out, "further name");
        paper.paragraph(Ink::Note, &format!("Not drawn: {more}."), 2);
    }
}

/// Writes a name between two ends, links it, and says at what height a line meets it; moves down.
fn name(paper: &mut Paper, (ink, text): (Ink, &str), (start, end): (i32, i32), href: &str) -> i32 {
    let top = paper.y;
    let clean = letters::clean(text);
    let lines = letters::wrap(&clean, (end - start) * 90 / paper.layout.size(ink), 3);
    for line in &lines {
        paper.text(ink, line, Anchor::left(start, paper.y + paper.line / 2));
        paper.y += paper.line;
    }
    let link = super::svg::Link { href: href.to_owned(), name: text.to_owned() };
    paper.link_area((start - 40, top), (end + 40, paper.y), link);
    let middle = i32::midpoint(top, paper.y);
    paper.y += paper.gap / 2;
    middle
}

fn n_sources(relays: &Relays, cited: &str) -> usize {
    relays.edges.iter().filter(|(at, _)| relays.cited.get(*at).is_some_and(|one| one.name == cited)).count()
}

/// How the chart is to be read.
pub const HOW_TO_READ: &str = "Each name at the left is cited by the sources that its lines lead to, or is what they rest on. A bold name stands \
     behind more than one source: where these agree, the same has been said once. The number counts the claims of a \
     source that cite somebody. Each name links to its page.";

/// The finding in at most twelve words.
pub fn title(relays: &Relays) -> String {
    let n_shared = relays.cited.iter().filter(|cited| n_sources(relays, &cited.name) > 1).count();
    let all = relays.cited.len() + relays.n_left_out;
    match n_shared {
        0 => first_short([
            format!("{}, each behind one source only", capitalised(&counted(all, "cited voice"))),
            "Each cited voice stands behind one source only".to_owned(),
        ]),
        1 => format!("One of {} cited voices stands behind several sources", spelled(all)),
        n => format!(
            "{} of {} cited voices stand behind several sources",
            capitalised(&spelled(n)),
            spelled(all)
        ),
    }
}

/// The same citations as a table.
pub fn table(relays: &Relays) -> Table {
    let mut table = Table::new(&["Cited", "Cited by", "Claims"]);
    for cited in &relays.cited {
        let by = relays.edges.iter().filter(|(at, _)| relays.cited[*at].name == cited.name);
        let by: Vec<&str> = by.map(|(_, source)| relays.sources[*source].name.as_str()).collect();
        let cells = vec![Cell::text(&cited.name), Cell::text(&by.join("; ")), Cell::count(cited.n_claims)];
        table.push(&cited.href, cells);
    }
    table
}
