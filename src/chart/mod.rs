//! Charts: what the sources say, drawn as they say it.
//!
//! Entry points: [`draw`] turns a [`ChartSpec`] into a [`Drawing`]; [`standalone`] makes a file
//! of it; [`table`], [`csv`] and [`how_to_read`] give what stands beside it; [`css`] is the
//! stylesheet. plotters maps coordinates and draws elements through an own backend.
//!
//! A drawing has a viewBox and no size, real text, and classes instead of colours. Deliberately
//! absent: averages, confidence bands, smoothing, fonts, style attributes, scripts.
//!
//! A page that shows drawings includes [`css`] in its stylesheet. It may set the custom
//! properties anew (`--vc-paper`, `--vc-ink`, `--vc-soft`, `--vc-grid`, `--vc-base`, `--vc-mark`,
//! `--vc-bar`, `--vc-alert`, `--vc-sev0` to `--vc-sev3`, `--vc-h1` to `--vc-h8`, `--vc-cell0` to `--vc-cell3`, `--vc-on-dark`); `--vc-paper` must be the colour behind
//! the chart. A drawing stands in a page twice, narrow and wide; its parent should have
//! `container-type: inline-size`, so that the width of the column decides which is seen. The classes
//! are listed at [`Ink`] and [`Hue`].

mod rows;
mod wide_spec;
mod spec;
mod build;
mod draw;
mod describe;
mod words;
mod dense;
mod ranges;
mod spans;
mod multiples;
mod breakdown;
mod dates;
mod apart;
mod years;
mod timeline;
mod matrix;
mod totals;
mod coverage;
mod series;
mod voices;
mod relays;
mod spread;
mod source_lanes;
mod locator;
mod place_names;
mod land;
mod window;
mod outlines;
mod line;
mod table;
mod key;
mod hedged;
mod days;
mod marks;
mod orders;
mod paper;
mod lettering;
mod axis;
mod calendar;
mod figures;
mod letters;
mod ink;
mod path;
mod svg;
mod stylesheet;

pub use build::{
    Asked, ClaimHref, EntityHref, FactHref, SheetHref, SourceHref, Undrawn, coverage, faults, is_long, lanes,
    matrix, most_heard, of_dates, of_fact, places_of_edition, places_of_sheet, spread, timeline, totals,
    who_relays_whom, who_says_what,
};
pub use describe::{brief_table, how_to_read, table};
pub use draw::{Credit, Drawing, Layouts, draw, standalone};
pub use ink::{Hue, Ink, N_HUES};
pub use spec::{
    About, Breakdown, Cell, ChartSpec, Coverage, CoverageRow, DateRow, Dates, Grouping, Kept, Lettered,
    Matrix, Multiples, Order, Part, Plot, RangeRow, Ranges, Remainder, Series, SeriesPoint, Step, Timeline,
    TotalRow, Totals, Unit, Whole,
};
pub use stylesheet::css;
pub use table::{Cell as TableCell, Table, TableRow};
pub use wide_spec::{
    Cited, Citing, Lane, Locator, Place, Relays, Said, SourceLanes, Spread, SpreadRow, Voices, VoicesRow,
    VoicesSource,
};

/// The chart's figures as comma-separated values.
pub fn csv(spec: &ChartSpec) -> String {
    table::csv(&describe::table(spec))
}
