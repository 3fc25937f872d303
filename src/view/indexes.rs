//! Lists of pages: events, questions, and everything; entry points [`sheets`] and [`everything`].

use serde::Serialize;

use super::search::Group;
use super::timeline::{Moment, of_kind};
use super::{Here, Link};
use crate::language::Key;
use crate::model::{ArticleIx, EntityIx, SheetKind};
use crate::plan::page_route;

/// All sheets of a kind.
#[derive(Debug, Serialize)]
pub struct SheetIndexView {
    /// The sheets under their years, latest year first; questions stand under no year.
    pub groups: Vec<Year>,
    /// How many there are.
    pub n: usize,
    /// Heading of those under no year.
    pub no_year: String,
}

/// The sheets of one year.
#[derive(Debug, Serialize)]
pub struct Year {
    /// The year; `None` where it is not known.
    pub year: Option<String>,
    /// The sheets.
    pub moments: Vec<Moment>,
}

/// All sheets of a kind.
pub fn sheets(here: Here<'_>, kind: SheetKind) -> SheetIndexView {
    let moments = of_kind(here, kind);
    let n = moments.len();
    let mut by_year: Vec<(Option<i32>, Vec<Moment>)> = Vec::new();
    for moment in moments.into_iter().rev() {
        match by_year.iter_mut().find(|(year, _)| *year == moment.year) {
            Some((_, moments)) => moments.push(moment),
            None => by_year.push((moment.year, vec![moment])),
        }
    }
    by_year.sort_by_key(|(year, _)| std::cmp::Reverse(*year));
    let said = |year| here.edition.language.year(year);
    let groups = by_year.into_iter().map(|(year, moments)| Year { year: year.map(said), moments }).collect();
    let no_year = match kind {
        SheetKind::Event => here.say(Key::YearUnknown),
        SheetKind::Question | SheetKind::Entity(_) => here.say(Key::All),
    };
    SheetIndexView { groups, n, no_year }
}

/// The search page: headings for results, and every page of the edition as plain lists.
#[derive(Debug, Serialize)]
pub struct EverythingView {
    /// The headings over groups of results, in their order.
    pub groups: Vec<String>,
    /// The lists.
    pub lists: Vec<List>,
}

/// One list of pages.
#[derive(Debug, Serialize)]
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
    let sheets =
        |kind| of_kind(here, kind).into_iter().map(|moment| (moment.event, moment.date.unwrap_or_default()));
    let articles = (0..corpus.articles.len() as u32).map(ArticleIx);
    let entities = (0..corpus.entities.len() as u32).map(EntityIx);
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
        list("events", here.say(Key::Events), sheets(SheetKind::Event).collect()),
        list("questions", here.say(Key::Questions), sheets(SheetKind::Question).collect()),
        list(
            "sources",
            here.say(Key::Sources),
            articles.map(|ix| (here.article(ix), corpus[ix].outlet.clone())).collect(),
        ),
        list(
            "names",
            here.say(Key::PeoplePlacesOrganisations),
            entities.map(|ix| (here.entity(ix), names(ix))).collect(),
        ),
    ];
    let groups = Group::ALL.map(|group| here.say(group.heading())).to_vec();
    EverythingView { groups, lists: lists.into_iter().filter(|list| !list.pages.is_empty()).collect() }
}
