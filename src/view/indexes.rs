//! Lists of pages: events, questions, and everything; entry points [`sheets`] and [`everything`].

use std::cmp::Reverse;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::outlet;
use super::initials::N_UNDIVIDED_MAX;
use super::parts::{self, Part};
use super::search::Group;
use super::timeline::{Moment, in_order, of_kind};
use super::{Here, Link};
use crate::language::Key;
use crate::model::{ArticleIx, EntityIx, SheetIx, SheetKind};
use crate::plan::{ListPart, Listing, Tag, page_route};

/// All sheets of a kind.
#[derive(Debug, JsonSchema, Serialize)]
pub struct SheetIndexView {
    /// The sheets under their years, latest year first; questions stand under no year.
    pub groups: Vec<Year>,
    /// How many there are.
    pub n: usize,
    /// Whether they are events; a question does not count the questions in it.
    pub is_dated: bool,
    /// Heading of those under no year.
    pub no_year: String,
    /// Very many events instead on pages of their own.
    pub parts: Vec<Part>,
}

/// The sheets of one year.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Year {
    /// Anchor.
    pub id: String,
    /// The year; `None` where it is not known.
    pub year: Option<String>,
    /// How many there are.
    pub n: usize,
    /// The sheets, unless they stand under their months.
    pub moments: Vec<Moment>,
    /// The months of a long year, latest first.
    pub months: Vec<Month>,
}

/// The sheets of one month.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Month {
    /// Anchor.
    pub id: String,
    /// Month and year, or that the month is not known.
    pub heading: String,
    /// How many there are.
    pub n: usize,
    /// The sheets.
    pub moments: Vec<Moment>,
}

/// All sheets of a kind.
pub fn sheets(here: Here<'_>, kind: SheetKind) -> SheetIndexView {
    let parts =
        parts::parts(here, if kind == SheetKind::Event { Listing::Events } else { Listing::Questions });
    let moments = if parts.is_empty() { of_kind(here, kind) } else { Vec::new() };
    SheetIndexView { parts, ..listed(here, kind, moments) }
}

/// Some of very many sheets.
pub fn of_division(here: Here<'_>, kind: SheetKind, division: &ListPart) -> SheetIndexView {
    let sheets = division.members.iter().map(|&i| SheetIx(i)).collect();
    listed(here, kind, in_order(here, sheets))
}

fn listed(here: Here<'_>, kind: SheetKind, mut moments: Vec<Moment>) -> SheetIndexView {
    // The latest event comes first; questions keep the order of their ids.
    if kind == SheetKind::Event {
        moments.reverse();
    }
    let no_year = match kind {
        SheetKind::Event => here.say(Key::YearUnknown),
        SheetKind::Question | SheetKind::Entity(_) => here.say(Key::All),
    };
    SheetIndexView {
        n: moments.len(),
        groups: by_year(here, moments),
        is_dated: kind == SheetKind::Event,
        no_year,
        parts: Vec::new(),
    }
}

/// Sheets under their years, latest year first.
fn by_year(here: Here<'_>, moments: Vec<Moment>) -> Vec<Year> {
    let mut by_year: Vec<(Option<i32>, Vec<Moment>)> = Vec::new();
    for moment in moments {
        match by_year.iter_mut().find(|(year, _)| *year == moment.year) {
            Some((_, moments)) => moments.push(moment),
            None => by_year.push((moment.year, vec![moment])),
        }
    }
    by_year.sort_by_key(|(year, _)| std::cmp::Reverse(*year));
    by_year.into_iter().map(|(year, moments)| self::year(here, year, moments)).collect()
}

/// All labels.
#[derive(Debug, JsonSchema, Serialize)]
pub struct TagIndexView {
    /// The labels, in order.
    pub tags: Vec<TagItem>,
    /// Very many labels instead on pages of their own.
    pub parts: Vec<Part>,
}

/// One label.
#[derive(Debug, JsonSchema, Serialize)]
pub struct TagItem {
    /// Its page.
    pub link: Link,
    /// How many events and questions bear it.
    pub n: usize,
}

/// All labels.
pub fn tags(here: Here<'_>) -> TagIndexView {
    let parts = parts::parts(here, Listing::Tags);
    let tags = if parts.is_empty() { &*here.edition.plan.tags } else { &[] };
    TagIndexView { tags: tags.iter().map(|tag| tag_item(here, tag)).collect(), parts }
}

/// Some of very many labels.
pub fn tags_of_division(here: Here<'_>, part: &ListPart) -> TagIndexView {
    let tags = part.members.iter().map(|&i| &here.edition.plan.tags[i as usize]);
    TagIndexView { tags: tags.map(|tag| tag_item(here, tag)).collect(), parts: Vec::new() }
}

fn tag_item(here: Here<'_>, tag: &Tag) -> TagItem {
    TagItem { link: here.link(&tag.name, tag.route.as_str()), n: tag.sheets.len() }
}

/// What bears a label: events under their years, then questions.
pub fn tagged(here: Here<'_>, i: usize) -> SheetIndexView {
    let parts = parts::parts(here, Listing::Tagged(i as u32));
    let sheets = if parts.is_empty() { here.edition.plan.tags[i].sheets.as_slice() } else { &[] };
    SheetIndexView { parts, ..labelled(here, sheets) }
}

/// Some of very much that bears a label.
pub fn tagged_of_division(here: Here<'_>, part: &ListPart) -> SheetIndexView {
    let sheets: Vec<SheetIx> = part.members.iter().map(|&i| SheetIx(i)).collect();
    labelled(here, &sheets)
}

fn labelled(here: Here<'_>, sheets: &[SheetIx]) -> SheetIndexView {
    let corpus = here.edition.corpus;
    let (events, questions): (Vec<SheetIx>, Vec<SheetIx>) =
        sheets.iter().partition(|&&ix| corpus[ix].kind == SheetKind::Event);
    let mut events = in_order(here, events);
    events.reverse();
    let mut groups = by_year(here, events);
    if !questions.is_empty() {
        let moments = in_order(here, questions);
        groups.push(Year {
            id: "questions".to_owned(),
            year: Some(here.say(Key::Questions)),
            n: moments.len(),
            moments,
            months: Vec::new(),
        });
    }
    SheetIndexView {
        groups,
        n: sheets.len(),
        is_dated: true,
        no_year: here.say(Key::YearUnknown),
        parts: Vec::new(),
    }
}

/// Dated sheets under their years and months, earliest first.
pub fn earliest_first(here: Here<'_>, moments: Vec<Moment>) -> Vec<Year> {
    let mut by_year: BTreeMap<Option<i32>, Vec<Moment>> = BTreeMap::new();
    for moment in moments {
        by_year.entry(moment.year).or_default().push(moment);
    }
    // A day of a year that is not stated comes after all years.
    let unplaced = by_year.remove_entry(&None);
    let mut years: Vec<Year> =
        by_year.into_iter().chain(unplaced).map(|(year, moments)| self::year(here, year, moments)).collect();
    years.iter_mut().for_each(|year| year.months.reverse());
    years
}

/// One year's sheets; many are under their months.
fn year(here: Here<'_>, year: Option<i32>, moments: Vec<Moment>) -> Year {
    let id = year.map_or_else(|| "undated".to_owned(), |year| format!("year-{year}"));
    let n = moments.len();
    let said = year.map(|year| here.edition.language.year(year));
    match year.filter(|_| n > N_UNDIVIDED_MAX) {
        Some(year) => Year { months: months(here, year, moments), id, year: said, n, moments: Vec::new() },
        None => Year { id, year: said, n, moments, months: Vec::new() },
    }
}

/// The months of a year, latest first; what is dated by the year alone comes last.
fn months(here: Here<'_>, year: i32, moments: Vec<Moment>) -> Vec<Month> {
    let mut by_month: BTreeMap<Reverse<Option<u8>>, Vec<Moment>> = BTreeMap::new();
    for moment in moments {
        by_month.entry(Reverse(moment.month)).or_default().push(moment);
    }
    let month = |(Reverse(month), moments): (Reverse<Option<u8>>, Vec<Moment>)| Month {
        id: month.map_or_else(|| format!("year-{year}-only"), |month| format!("month-{year}-{month:02}")),
        heading: month
            .map_or_else(|| here.say(Key::MonthUnknown), |month| here.edition.language.month(year, month)),
        n: moments.len(),
        moments,
    };
    by_month.into_iter().map(month).collect()
}

/// The search page: headings for results, and every page of the edition as plain lists.
#[derive(Debug, JsonSchema, Serialize)]
pub struct EverythingView {
    /// The headings over groups of results, in their order.
    pub groups: Vec<String>,
    /// The lists.
    pub lists: Vec<List>,
}

/// One list of pages.
#[derive(Debug, JsonSchema, Serialize)]
pub struct List {
    /// Anchor.
    pub id: &'static str,
    /// Heading.
    pub heading: String,
    /// The pages, with what else they are known by.
    pub pages: Vec<(Link, String)>,
}

/// Every page of the edition.
pub fn everything(here: Here<'_>) -> EverythingView {
    let corpus = here.edition.corpus;
    let sheets = |kind| {
        of_kind(here, kind).into_iter().map(|moment| (moment.event, moment.date_told.unwrap_or_default()))
    };
    let articles = (0..corpus.articles.len() as u32).map(ArticleIx);
    // Of what is divided, the parts are listed.
    let divided = |listing, pages: &dyn Fn() -> Vec<(Link, String)>| {
        let parts = parts::parts(here, listing);
        if parts.is_empty() {
            pages()
        } else {
            parts.into_iter().map(|part| (part.link, part.n.to_string())).collect()
        }
    };
    let mut entities: Vec<EntityIx> = here.edition.entries().collect();
    entities.sort_by_cached_key(|&ix| corpus[ix].name.to_lowercase());
    let names = |ix: EntityIx| {
        let entity = &corpus[ix];
        let mut names: Vec<&str> = entity.native.iter().map(String::as_str).collect();
        names.extend(entity.aliases.iter().map(String::as_str));
        names.join(", ")
    };
    let fixed = [
        (Key::Briefing, "index.html"),
        (Key::Discrepancies, "discrepancies.html"),
        (Key::Timeline, "timeline.html"),
        (Key::Agreement, "agreement.html"),
        (Key::Methodology, "methodology.html"),
        (Key::Data, "data.html"),
    ];
    let own = corpus.pages.iter().map(|page| here.link(&page.title, page_route(&page.id).as_str()));
    let edition = fixed.into_iter().map(|(text, target)| here.link(here.say(text), target)).chain(own);
    let list = |id, heading, pages: Vec<(Link, String)>| List { id, heading, pages };
    let lists = [
        list("edition", here.say(Key::TheEdition), edition.map(|link| (link, String::new())).collect()),
        list(
            "events",
            here.say(Key::Events),
            divided(Listing::Events, &|| sheets(SheetKind::Event).collect()),
        ),
        list(
            "questions",
            here.say(Key::Questions),
            divided(Listing::Questions, &|| sheets(SheetKind::Question).collect()),
        ),
        list(
            "sources",
            here.say(Key::Sources),
            divided(Listing::Sources, &|| {
                articles.clone().map(|ix| (here.article(ix), outlet(here, &corpus[ix]))).collect()
            }),
        ),
        list(
            "names",
            here.say(Key::PeoplePlacesOrganisations),
            divided(Listing::Names, &|| entities.iter().map(|&ix| (here.entity(ix), names(ix))).collect()),
        ),
        list(
            "tags",
            here.say(Key::Tags),
            divided(Listing::Tags, &|| {
                tags(here).tags.into_iter().map(|tag| (tag.link, String::new())).collect()
            }),
        ),
    ];
    let groups = Group::ALL.map(|group| here.say(group.heading())).to_vec();
    EverythingView { groups, lists: lists.into_iter().filter(|list| !list.pages.is_empty()).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::model::Sheet;
    use crate::plan::{Route, plan};
    use crate::view::{Edition, fixture};

    #[test]
    fn questions_stand_in_the_order_of_their_ids() {
        let (mut corpus, findings, language) = (fixture::corpus(), fixture::findings(), Language::english());
        corpus.sheets[0].kind = SheetKind::Question;
        let second = Sheet { id: fixture::id("second"), facts: vec![], ..corpus.sheets[0].clone() };
        corpus.sheets.push(second);
        let plan = plan(&corpus, &findings);
        let edition = Edition::new(&corpus, &findings, &plan, &language);
        let route = Route::new("questions/index.html");
        let view = sheets(Here { edition: &edition, route: &route }, SheetKind::Question);
        let told: Vec<_> = view.groups[0].moments.iter().map(|moment| moment.event.href.as_str()).collect();
        assert_eq!(told, ["raids.html", "second.html"]);
    }
}
