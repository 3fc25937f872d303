//! Small multiples: a range of reports for each part, one block below the other on the same scale.
//!
//! Entry points: [`draw`], [`title`], [`table`]. Each block has its own axis, so that a reader of
//! the tenth part need not look back to the first; the scale is shared, so that parts compare.

use super::axis::Axis;
use super::ink::Ink;
use super::key;
use super::paper::Paper;
use super::ranges::{ends, entries, extent, head, one, reading};
use super::spans::{from_to, span};
use super::spec::{About, Multiples, Part, RangeRow};
use super::table::{Cell, Table};
use super::words::{first_short, in_sentence, unsaid};

/// Draws a block for each part, and the key.
pub fn draw(paper: &mut Paper, multiples: &Multiples) {
    let plot = paper.plot(Axis::figures(extent(rows(multiples).map(|row| &row.quantity))));
    head(paper, &plot, &multiples.unit.axis);
    paper.y -= paper.line;
    for part in &multiples.parts {
        paper.y += paper.gap;
        paper.heading(Ink::Label, &part.name);
        paper.y += paper.line;
        let top = paper.y;
        for row in &part.rows {
            paper.y += paper.gap / 2;
            let start = paper.y;
            let label = label(row);
            one(paper, &plot, ((Ink::Note, &label), ""), row);
            paper.link_rows(start, &row.href, format!("{}, {label}: {}", part.name, row.words));
        }
        paper.grid(&plot, top);
    }
    paper.y += paper.gap;
    key::draw(paper, &entries(rows(multiples).map(|row| row.quantity.number.hedge)));
}

fn rows(multiples: &Multiples) -> impl Iterator<Item = &RangeRow> {
    multiples.parts.iter().flat_map(|part| &part.rows)
}

fn label(row: &RangeRow) -> String {
    if row.label.is_empty() { row.group.clone() } else { format!("{}; {}", row.group, row.label) }
}

/// The lowest and the highest figure, with their parts.
pub fn title(about: &About, multiples: &Multiples) -> String {
    let measure = &about.measure;
    let all: Vec<(&Part, &RangeRow)> =
        multiples.parts.iter().flat_map(|part| part.rows.iter().map(move |row| (part, row))).collect();
    let figures: Vec<RangeRow> = all.iter().map(|(_, row)| (*row).clone()).collect();
    if figures.len() < 2 {
        return first_short([format!("{measure}: one figure"), "One figure for one part".to_owned()]);
    }
    let [lowest, highest] = span(&figures);
    let part_of =
        |row| all.iter().find(|(_, other)| *other == row).map_or("", |(part, _)| part.name.as_str());
    let (least, most) = (part_of(lowest), part_of(highest));
    let noun = unsaid(&multiples.unit.noun, measure);
    let (low, high) = (&lowest.words, in_sentence(highest, noun));
    if from_to([lowest, highest], noun).is_none() {
        return first_short([
            format!("{measure}: lowest {low} ({least}), highest {high} ({most})"),
            format!("{measure}: lowest {low}, highest {high}"),
            format!("Lowest {low}, highest {high}"),
        ]);
    }
    first_short([
        format!("{measure}: from {low} ({least}) to {high} ({most})"),
        format!("{measure}: from {low} to {high}"),
        format!("From {low} ({least}) to {high} ({most})"),
        format!("From {low} to {high}"),
    ])
}

/// The same figures as a table.
pub fn table(multiples: &Multiples) -> Table {
    let mut table = Table::new(&["Part", "Source", "Detail", "Words", "From", "To", "Read as"]);
    for part in &multiples.parts {
        part.rows.iter().for_each(|row| push(&mut table, part, row));
    }
    table
}

/// Adds a row for a claim on a part.
pub fn push(table: &mut Table, part: &Part, row: &RangeRow) {
    let [from, to] = ends(&row.quantity);
    let mut cells: Vec<_> =
        [&part.name, &row.group, &row.label, &row.words].map(|text| Cell::text(text)).into();
    cells.extend([from, to, Cell::text(reading(row.quantity.number.hedge))]);
    table.push(&row.href, cells);
}
