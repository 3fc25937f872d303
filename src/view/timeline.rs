//! Dated events in order; entry points [`timeline`] and [`moments`].

use schemars::JsonSchema;
use serde::Serialize;

use super::fact::basis;
use super::figure::{self, Figure, Plotted};
use super::indexes::{Year, earliest_first};
use super::initials::N_UNDIVIDED_MAX;
use super::parts::{self, Part};
use super::sheet::{self, articles};
use super::{Here, Link, prose};
use crate::language::Key;
use crate::model::{DateValue, Day, SheetIx, SheetKind};
use crate::plan::Listing;

/// The page of dated events.
#[derive(Debug, JsonSchema, Serialize)]
pub struct TimelineView {
    /// The events, earliest first.
    pub moments: Vec<Moment>,
    /// Many of them instead under their years and months.
    pub years: Vec<Year>,
    /// Heading of days whose year is not stated.
    pub no_year: String,
    /// Events whose date nobody states.
    pub undated: Vec<Moment>,
    /// The timeline as a chart.
    pub figures: Vec<Figure>,
    /// Very many events instead on pages of their own.
    pub parts: Vec<Part>,
}

/// One event.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Moment {
    /// The event.
    pub event: Link,
    /// Its date: the curator's reading, or every answer where the sources contradict each other.
    pub date: Option<String>,
    /// Whether its date is disputed.
    pub is_date_disputed: bool,
    /// Its date with that remark, for places without markup.
    pub date_told: Option<String>,
    /// The year it belongs under, where one is known.
    pub year: Option<i32>,
    /// The month it began in, where one is known.
    pub month: Option<u8>,
    /// Where.
    pub places: Vec<Link>,
    /// What happened, in one paragraph without markup.
    pub summary: String,
    /// How many sources and origins report it.
    pub basis: String,
    /// How many headline discrepancies it has.
    pub n_headline: usize,
    /// How many questions it asks.
    pub n_facts: usize,
}

/// The page of dated events.
pub fn timeline(here: Here<'_>) -> TimelineView {
    let parts = parts::parts(here, Listing::Events);
    let all = if parts.is_empty() { moments(here) } else { Vec::new() };
    let (undated, moments): (Vec<Moment>, Vec<Moment>) =
        all.into_iter().partition(|moment| moment.date.is_none());
    let (moments, years): (Vec<Moment>, _) = match moments {
        many if many.len() > N_UNDIVIDED_MAX => (Vec::new(), earliest_first(here, many)),
        few => (few, Vec::new()),
    };
    let figures = figure::figures(here, &[Plotted::Timeline, Plotted::Lanes]);
    TimelineView { moments, years, no_year: here.say(Key::YearUnknown), undated, figures, parts }
}

/// Every event, earliest first, undated ones last.
pub fn moments(here: Here<'_>) -> Vec<Moment> {
    of_kind(here, SheetKind::Event)
}

/// Every sheet of a kind, earliest first, undated ones last.
pub fn of_kind(here: Here<'_>, kind: SheetKind) -> Vec<Moment> {
    let corpus = here.edition.corpus;
    let sheets = (0..corpus.sheets.len() as u32).map(SheetIx);
    in_order(here, sheets.filter(|&ix| corpus[ix].kind == kind).collect())
}

/// These sheets, earliest first, undated ones last.
pub fn in_order(here: Here<'_>, mut sheets: Vec<SheetIx>) -> Vec<Moment> {
    let corpus = here.edition.corpus;
    sheets.sort_by_key(|&ix| {
        // A day without a year cannot be placed among dated ones.
        let date = corpus[ix].date.as_ref();
        let day = date.and_then(DateValue::earliest).filter(|_| date.is_some_and(|date| date.year_known));
        (date.is_none(), day.is_none(), day, ix)
    });
    sheets.into_iter().map(|ix| moment(here, ix)).collect()
}

fn moment(here: Here<'_>, ix: SheetIx) -> Moment {
    let sheet = &here.edition.corpus[ix];
    let articles = articles(here, ix);
    Moment {
        event: here.sheet(ix),
        date: sheet::date(here, ix),
        is_date_disputed: sheet::date_dispute(here, ix).is_some(),
        date_told: sheet::date_told(here, ix),
        year: sheet
            .date
            .as_ref()
            .filter(|date| date.year_known)
            .and_then(DateValue::earliest)
            .map(|day| day.civil().0),
        month: sheet.date.as_ref().filter(|date| date.year_known).and_then(month_of_beginning),
        places: sheet.places.iter().map(|&place| here.entity(place)).collect(),
        summary: prose::opening(here.edition, &sheet.summary),
        basis: basis(here, articles.len(), here.edition.origins(&articles)),
        n_headline: here.edition.headline(&here.edition.of_sheet(ix)),
        n_facts: sheet.facts.len(),
    }
}

/// The month that a date begins in; a year alone names none.
fn month_of_beginning(date: &DateValue) -> Option<u8> {
    let month = |day: Day| (day.civil().0, day.civil().1);
    let (first, last) = (month(date.begins.first?), month(date.begins.last?));
    (first == last).then_some(first.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::plan::{Route, plan};
    use crate::view::{Edition, fixture};

    #[test]
    fn what_happened_is_told_with_the_links_filled_in_that_their_author_left_empty() {
        let (corpus, findings, language) = (fixture::corpus(), fixture::findings(), Language::english());
        let plan = plan(&corpus, &findings);
        let edition = Edition::new(&corpus, &findings, &plan, &language);
        let route = Route::new("timeline.html");
        let moments = moments(Here { edition: &edition, route: &route });
        assert_eq!(moments[0].summary, "Police held over 1,000 people; Hun Manet or Hun Sen ordered it.");
    }
}
