//! Range of reports: a row per claim on one axis, grouped by source.
//!
//! Entry points: [`draw`], [`title`], [`table`]. No row is weighted and none is left out; the
//! chart has no middle, only what each source says.

use super::axis::{Axis, Extent};
use super::dense;
use super::figures::{counted, exact, place};
use super::ink::Ink;
use super::key;
use super::marks::{self, Shape};
use super::paper::{GAP, LINE, Paper, Plot, STRIP};
use super::spec::{About, RangeRow, Ranges};
use super::table::{Cell, Table};
use super::words::{first_short, in_sentence, unsaid, with_noun};
use crate::model::{Bound, Hedge, Quantity};

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
    paper.y += LINE;
    paper.y
}

/// Draws rows under a heading for each group of them.
pub fn rows(paper: &mut Paper, plot: &Plot, rows: &[RangeRow]) {
    if dense::is_dense(rows.len()) {
        return unnamed(paper, plot, rows);
    }
    let mut group: Option<&str> = None;
    for (i, row) in rows.iter().enumerate() {
        let alone = rows.get(i + 1).is_none_or(|next| next.group != row.group) && group != Some(&row.group);
        paper.y += if group == Some(&row.group) { GAP / 3 } else { GAP };
        let top = paper.y;
        match (group == Some(row.group.as_str()), alone) {
            (_, true) => paper.label_and_words(Ink::Label, &row.group, &row.words),
            (false, false) => paper.paragraph(Ink::Label, &row.group, 6),
            (true, false) => {}
        }
        if !alone {
            paper.label_and_words(Ink::Note, &row.label, &row.words);
        } else if !row.label.is_empty() {
            paper.paragraph(Ink::Note, &row.label, 6);
        }
        paper.y += STRIP;
        marks::quantity(paper, plot, paper.y - STRIP / 2, &row.quantity);
        paper.link_rows(top, &row.href, link_name(row));
        group = Some(&row.group);
    }
    paper.y += GAP;
}

/// Draws a mark for each of very many rows, the smallest figure first.
pub fn unnamed(paper: &mut Paper, plot: &Plot, rows: &[RangeRow]) {
    let mut by_size: Vec<&Quantity> = rows.iter().map(|row| &row.quantity).collect();
    by_size.sort_by_key(|quantity| (quantity.number.low, quantity.number.high));
    dense::rows(paper, "answers by size", &by_size, |paper, y, quantity| {
        marks::quantity(paper, plot, y, quantity);
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
        let ends = [quantity.hard.lower(), quantity.hard.upper()].into_iter().flatten();
        for value in ends.chain([quantity.number.low, quantity.number.high]) {
            extent.whole &= value.is_integer();
            let value = place(value);
            extent.low = extent.low.min(value);
            extent.high = extent.high.max(value);
            if value > 0.0 {
                extent.least = Some(extent.least.map_or(value, |least| least.min(value)));
            }
        }
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

/// The finding in at most twelve words.
pub fn title(about: &About, ranges: &Ranges) -> String {
    let measure = &about.measure;
    let noun = ranges.unit.noun.as_str();
    // After the measure, the unit is said only where the measure does not say it already.
    let beside = unsaid(noun, measure);
    let rows = &ranges.rows;
    match rows.as_slice() {
        [] => first_short([
            format!("{measure}: no source gives a figure"),
            "No source gives a figure".to_owned(),
        ]),
        [row] => first_short([
            format!("{measure}: only {} gives a figure, {}", row.group, in_sentence(row, beside)),
            format!("{measure}: one source gives a figure, {}", in_sentence(row, beside)),
            format!("{measure}: one source says {}", in_sentence(row, beside)),
            format!("One source gives a figure: {}", in_sentence(row, noun)),
            "One source gives a figure".to_owned(),
        ]),
        [first, rest @ ..] if rest.iter().all(|row| row.quantity.number == first.quantity.number) => {
            let voices = counted(about.sources.len(), "source");
            let agree = match about.sources.len() {
                1 => "one source, one figure:".to_owned(),
                _ => format!("{voices} agree on"),
            };
            first_short([
                format!("{measure}: {agree} {}", in_sentence(first, beside)),
                format!("Reports agree on {}", in_sentence(first, noun)),
                "Reports agree".to_owned(),
            ])
        }
        [_, ..] => span_title(about, rows, (noun, beside)),
    }
}

/// What differing figures span: from the lowest to the highest, in the sources' words.
fn span_title(about: &About, rows: &[RangeRow], (noun, beside): (&str, &str)) -> String {
    let measure = &about.measure;
    let sources = about.sources.len();
    let is_lower_bound =
        |row: &RangeRow| matches!(row.quantity.number.hedge, Hedge::MoreThan | Hedge::AtLeast);
    let [lowest, highest] = span(rows);
    if rows.iter().all(is_lower_bound) {
        let low = exact(lowest.quantity.number.low);
        return first_short([
            format!("{measure}: {} say {} or more", counted(sources, "source"), with_noun(&low, beside)),
            format!("Reports say {} or more", with_noun(&low, noun)),
        ]);
    }
    let beyond =
        |row: &RangeRow| row.quantity.hard.high == Bound::Unbounded && row != lowest && row != highest;
    let more = if rows.iter().any(beyond) { " or more" } else { "" };
    let from_to = |noun: &str| format!("from {} to {}{more}", lowest.words, in_sentence(highest, noun));
    if sources == 1 {
        return first_short([
            format!("{measure}: one source gives figures {}", from_to(beside)),
            format!("{measure}: {} in one source", from_to(beside)),
            format!("{measure}: {}", from_to(beside)),
            format!("One source gives figures {}", from_to(noun)),
            "One source gives several figures".to_owned(),
        ]);
    }
    let [low, high] = [lowest.quantity.number.low, highest.quantity.number.high].map(exact);
    first_short([
        format!("{measure}: reports range {}", from_to(beside)),
        format!("{measure}: {}", from_to(beside)),
        format!("Reports range {}", from_to(noun)),
        format!("Reports range from {low} to {}", with_noun(&high, noun)),
    ])
}

/// The rows with the lowest and the highest figure.
pub fn span(rows: &[RangeRow]) -> [&RangeRow; 2] {
    let lowest = rows.iter().reduce(|a, b| if b.quantity.number.low < a.quantity.number.low { b } else { a });
    let highest =
        rows.iter().reduce(|a, b| if b.quantity.number.high >= a.quantity.number.high { b } else { a });
    [lowest, highest].map(|row| row.expect("a span is asked of two rows or more"))
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
