//! Range of reports: a row per claim on one axis, grouped by source.
//!
//! Entry points: [`draw`], [`table`]; the title stands in `spans`. No row is weighted and none is left out; the
//! chart has no middle, only what each source says.

use rust_decimal::Decimal;

use super::axis::{Axis, Extent};
use super::dense;
use super::figures::place;
use super::hedged;
use super::ink::Ink;
use super::key;
use super::marks::{RADIUS, Shape};
use super::paper::{Beside, INDENT, Paper, Plot};
use super::spec::{RangeRow, Ranges, Whole};
use super::table::{Cell, Table};
use crate::model::{Bound, Hedge, Quantity};

/// Half the height of what lies above a whole.
const ABOVE: i32 = 30;

/// Draws the axis, the rows and the key.
pub fn draw(paper: &mut Paper, ranges: &Ranges) {
    if ranges.rows.is_empty() {
        return paper.paragraph(Ink::Note, "No source gives a figure.", 1);
    }
    let axis = Axis::figures(extent(ranges.rows.iter().map(|row| &row.quantity)));
    let plot = paper.plot(axis);
    let top = head(paper, &plot, &ranges.unit.axis);
    rows(paper, &plot, &ranges.rows);
    paper.grid(&plot, top);
    key::draw(paper, &entries(ranges.rows.iter().map(|row| row.quantity.number.hedge)));
}

/// Writes the unit above the axis and leaves room for its labels; says where the grid begins.
pub fn head(paper: &mut Paper, plot: &Plot, unit: &str) -> i32 {
    let note = plot.as_coord_spec().x_spec().scale_note();
    let scale = note.map_or_else(|| unit.to_owned(), |note| format!("{unit}, {note}"));
    paper.paragraph(Ink::Note, &scale, 2);
    paper.y += paper.line;
    paper.y
}

/// Draws rows under a heading for each group of them.
pub fn rows(paper: &mut Paper, plot: &Plot, rows: &[RangeRow]) {
    if dense::is_dense(rows.len()) {
        return unnamed(paper, plot, rows);
    }
    let mut group: Option<&str> = None;
    for (i, row) in rows.iter().enumerate() {
        let follows = group == Some(row.group.as_str());
        let alone = !follows && rows.get(i + 1).is_none_or(|next| next.group != row.group);
        paper.y += if follows { paper.gap / 3 } else { paper.gap };
        let top = paper.y;
        if !follows && !alone {
            paper.heading(Ink::Label, &row.group);
        }
        let (name, detail) = if alone {
            ((Ink::Label, row.group.as_str()), row.label.as_str())
        } else {
            ((Ink::Note, row.label.as_str()), "")
        };
        one(paper, plot, (name, detail), row);
        paper.link_rows(top, &row.href, link_name(row));
        group = Some(&row.group);
    }
    paper.y += paper.gap;
}

/// What stands at the left of a row: its name, and what sets it apart.
pub type Names<'a> = ((Ink, &'a str), &'a str);

/// Draws a row with its mark, set in under the figure of the larger place above it.
pub fn one(paper: &mut Paper, plot: &Plot, names: Names, row: &RangeRow) {
    under(paper, plot, (names, row), |_, _| {});
}

/// The same, with something below the mark.
pub fn under(
    paper: &mut Paper,
    plot: &Plot,
    ((name, detail), row): (Names, &RangeRow),
    below: impl FnOnce(&Paper, i32),
) {
    indent(paper, row);
    paper.hue = row.hue;
    let whole = row.whole.as_ref().filter(|whole| exceeds(row, whole));
    let alert = whole.map(|whole| format!("more than the whole: {}", whole.name));
    let beside = Beside { name: Some(name), detail, alert: alert.as_deref(), words: &row.words };
    paper.row(beside, |paper, y| {
        below(paper, y);
        if let Some(whole) = whole {
            over(paper, plot, y, (row, whole));
        }
        hedged::quantity(paper, plot, y, &row.quantity);
    });
    paper.hue = None;
}

/// Sets a row in under the figure of the larger place above it.
fn indent(paper: &mut Paper, row: &RangeRow) {
    paper.indent = i32::from(row.depth.min(3)) * INDENT;
    if paper.indent > 0 {
        let (x, y) = (paper.text + paper.indent - INDENT + 30, paper.y + paper.line / 2);
        paper.line(Ink::Bracket, &[(x, paper.y - 10), (x, y), (x + INDENT - 70, y)]);
    }
}

/// Marks what of a part lies above its whole.
fn over(paper: &Paper, plot: &Plot, y: i32, (row, whole): (&RangeRow, &Whole)) {
    let x = |value| plot.map_coordinate(&(place(value), y)).0;
    let (most, figure) = (x(whole.most), x(row.quantity.number.low));
    paper.bar(Ink::Above, (most, y - ABOVE), (figure.max(most + 15), y + ABOVE));
    paper.line(Ink::AlertLine, &[(most, y - 2 * RADIUS), (most, y + 2 * RADIUS)]);
}

/// Whether even the least that a part can be is more than the most that its whole can be.
fn exceeds(row: &RangeRow, whole: &Whole) -> bool {
    match row.quantity.hard.low {
        Bound::Closed(least) => least > whole.most,
        Bound::Open(least) => least >= whole.most,
        Bound::Unbounded => false,
    }
}

/// Draws a mark for each of very many rows, the smallest figure first.
pub fn unnamed(paper: &mut Paper, plot: &Plot, rows: &[RangeRow]) {
    let mut by_size: Vec<&Quantity> = rows.iter().map(|row| &row.quantity).collect();
    by_size.sort_by_key(|quantity| (quantity.number.low, quantity.number.high));
    dense::rows(paper, "answers by size", &by_size, |paper, y, quantity| {
        hedged::quantity(paper, plot, y, quantity);
    });
}

fn link_name(row: &RangeRow) -> String {
    if row.label.is_empty() {
        format!("{}: {}", row.group, row.words)
    } else {
        format!("{} ({}): {}", row.group, row.label, row.words)
    }
}

/// What the figures span.
pub fn extent<'a>(quantities: impl Iterator<Item = &'a Quantity>) -> Extent {
    let mut extent = Extent {
        low: f64::MAX,
        high: f64::MIN,
        least: None,
        open_above: false,
        open_below: false,
        whole: true,
    };
    for quantity in quantities {
        let intervals = [&quantity.hard, &quantity.plausible];
        let ends = intervals.into_iter().flat_map(|ends| [ends.lower(), ends.upper()]).flatten();
        for value in ends.chain([quantity.number.low, quantity.number.high]) {
            let value = place(value);
            extent.low = extent.low.min(value);
            extent.high = extent.high.max(value);
            if value > 0.0 {
                extent.least = Some(extent.least.map_or(value, |least| least.min(value)));
            }
        }
        extent.whole &= [quantity.number.low, quantity.number.high].iter().all(Decimal::is_integer);
        extent.open_above |= quantity.hard.high == Bound::Unbounded;
        extent.open_below |= quantity.hard.low == Bound::Unbounded;
    }
    if extent.low > extent.high {
        (extent.low, extent.high) = (0.0, 0.0);
    }
    extent
}

/// What each shape that occurs means.
pub fn entries(hedges: impl Iterator<Item = Hedge>) -> Vec<(Shape, String)> {
    let mut hedges: Vec<_> = hedges.map(|hedge| (Shape::of_hedge(hedge), hedge)).collect();
    hedges.sort_unstable();
    hedges.dedup();
    let meanings = |group: &[(Shape, Hedge)]| {
        group.iter().map(|entry| reading(entry.1)).collect::<Vec<_>>().join(" or ")
    };
    hedges.chunk_by(|a, b| a.0 == b.0).map(|group| (group[0].0, meanings(group))).collect()
}

/// What a hedge says of its figure.
pub fn reading(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Exact => "as stated",
        Hedge::About => "about",
        Hedge::MoreThan => "more than",
        Hedge::AtLeast => "at least",
        Hedge::Nearly => "nearly",
        Hedge::UpTo => "up to",
        Hedge::FewerThan => "fewer than",
        Hedge::Range => "from one to another",
        Hedge::Vague => "a word for a size",
    }
}

/// The same figures as a table.
pub fn table(ranges: &Ranges) -> Table {
    let mut table = Table::new(&["Source", "Detail", "Words", "From", "To", "Read as"]);
    for row in &ranges.rows {
        let [from, to] = ends(&row.quantity);
        let read = Cell::text(reading(row.quantity.number.hedge));
        table.push(
            &row.href,
            vec![Cell::text(&row.group), Cell::text(&row.label), Cell::text(&row.words), from, to, read],
        );
    }
    table
}

/// The strict ends of a figure.
pub fn ends(quantity: &Quantity) -> [Cell; 2] {
    [quantity.hard.lower(), quantity.hard.upper()].map(|end| end.map_or(Cell::text("no limit"), Cell::Number))
}
