//! What figures span, as a title says it: in the sources' words, where those make a sentence.
//!
//! Entry points: [`title`], [`from_to`], [`span`]. "From fewer than 3 to up to 10" is no English: words that limit a
//! figure are listed, and only figures, with or without "about", run from one to another.

use super::figures::{capitalised, counted, exact};
use super::spec::{About, RangeRow, Ranges};
use super::words::{first_short, in_sentence, unsaid, with_noun};
use crate::model::{Bound, Hedge, Number};

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
            only_one(measure, row, beside),
            format!("{measure}: one source gives a figure, {}", in_sentence(row, beside)),
            format!("{measure}: one source says {}", in_sentence(row, beside)),
            format!("One source gives a figure: {}", in_sentence(row, noun)),
            "One source gives a figure".to_owned(),
        ]),
        [first, rest @ ..] if rest.iter().all(|row| row.quantity.number == first.quantity.number) => {
            let voices = counted(about.sources.len(), "source");
            let told = in_sentence(first, beside);
            // The same figure of another place or day is no agreement.
            if !ranges.is_alike {
                return first_short([
                    format!("{measure}: {told}, of different places or dates"),
                    format!("{}, of different places or dates", capitalised(&in_sentence(first, noun))),
                    "The same figure, of different places or dates".to_owned(),
                ]);
            }
            let agree = match about.sources.len() {
                1 => "one source, one figure:".to_owned(),
                _ => format!("{voices} agree on"),
            };
            first_short([
                format!("{measure}: {agree} {told}"),
                format!("Reports agree on {}", in_sentence(first, noun)),
                "Reports agree".to_owned(),
            ])
        }
        [_, ..] => span_title(about, rows, (noun, beside)),
    }
}

/// A single figure with whose word it is.
fn only_one(measure: &str, row: &RangeRow, beside: &str) -> String {
    let told = in_sentence(row, beside);
    if row.speaker == row.group {
        return format!("{measure}: only {} gives a figure, {told}", row.group);
    }
    format!("{measure}: only one figure, {told} ({})", row.speaker)
}

/// What differing figures span: from the lowest to the highest, in the sources' words.
fn span_title(about: &About, rows: &[RangeRow], (noun, beside): (&str, &str)) -> String {
    let measure = &about.measure;
    let sources = about.sources.len();
    let ends = span(rows);
    let [low, high] = [ends[0].quantity.number.low, ends[1].quantity.number.high].map(exact);
    let is_open = rows.iter().any(|row| row.quantity.hard.high == Bound::Unbounded);
    let more = if is_open { " or more" } else { "" };
    let bare = |noun: &str| format!("from {low} to {}{more}", with_noun(&high, noun));
    let whose = if sources == 1 { ["one source", "One source"] } else { ["reports", "Reports"] };
    let said = |whose: &str, noun: &str| {
        let range = if is_open { None } else { from_to(ends, noun) };
        let verb = match (range.is_some(), sources) {
            (true, 1) => "gives figures",
            (true, _) => "range",
            (false, 1) => "says",
            (false, _) => "say",
        };
        range.or_else(|| listed(rows, noun)).map(|words| format!("{whose} {verb} {words}"))
    };
    let beside_measure = said(whose[0], beside).map(|words| format!("{measure}: {words}"));
    let short = listed(rows, beside).map(|words| format!("{measure}: {words}"));
    let bare =
        [format!("{measure}: figures {}", bare(beside)), format!("The figures named run {}", bare(noun))];
    first_short(beside_measure.into_iter().chain(said(whose[1], noun)).chain(short).chain(bare))
}

/// "From 3 to about 10 people", where both ends are figures and not limits.
pub fn from_to([lowest, highest]: [&RangeRow; 2], noun: &str) -> Option<String> {
    let is_figure = |row: &RangeRow| match row.quantity.number.hedge {
        Hedge::Exact | Hedge::About | Hedge::Nearly | Hedge::Vague => true,
        Hedge::MoreThan | Hedge::AtLeast | Hedge::UpTo | Hedge::FewerThan | Hedge::Range => false,
    };
    // "From dozens to dozens" says nothing.
    let differ = lowest.quantity.number != highest.quantity.number;
    let fits = is_figure(lowest) && is_figure(highest) && differ;
    fits.then(|| format!("from {} to {}", lowest.words, in_sentence(highest, noun)))
}

/// "Fewer than 3, up to 10 or more than 12 people": every wording once, the lowest first, where they are few.
fn listed(rows: &[RangeRow], noun: &str) -> Option<String> {
    let mut rows: Vec<&RangeRow> = rows.iter().collect();
    rows.sort_by_key(|row| (row.quantity.number.low, row.quantity.number.high));
    rows.dedup_by(|a, b| a.quantity.number == b.quantity.number);
    let [firsts @ .., last] = rows.as_slice() else { return None };
    let firsts: Vec<&str> = firsts.iter().map(|row| row.words.as_str()).collect();
    (firsts.len() < 4).then(|| format!("{} or {}", firsts.join(", "), in_sentence(last, noun)))
}

/// The rows with the lowest and the highest figure; a word for a size that others say more exactly is neither.
pub fn span(rows: &[RangeRow]) -> [&RangeRow; 2] {
    let number = |row: &RangeRow| row.quantity.number.clone();
    let numbers: Vec<Number> = rows.iter().map(number).collect();
    let is_telling = |row: &&RangeRow| !row.quantity.number.is_said_better_by(numbers.iter());
    let rows = || rows.iter().filter(is_telling);
    let lowest = rows().reduce(|a, b| if b.quantity.number.low < a.quantity.number.low { b } else { a });
    let highest = rows().reduce(|a, b| if b.quantity.number.high >= a.quantity.number.high { b } else { a });
    [lowest, highest].map(|row| row.expect("a span is asked of two rows or more"))
}
