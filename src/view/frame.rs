//! What every page shares: its heading, its place in the edition, who publishes it; entry point
//! [`frame`].

use schemars::JsonSchema;
use serde::Serialize;

use super::address::{Address, Elsewhere, address, elsewhere};
use super::namesakes::Named;
use super::{Edition, Here, Link, standing};
use crate::export;
use crate::language::Key;
use crate::model::{BriefingNotes, Corpus, DateValue, MENU, ProsePage};
use crate::output::base_path;
use crate::plan::{Page, PageKind, Route, linked_route, moved_route, page_route};

/// What stands around a page's content.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Frame {
    /// Where the page is written.
    pub route: String,
    /// Heading of the page.
    pub title: String,
    /// The heading with what tells the page from others of that name, for search engines and tabs.
    pub name: String,
    /// One sentence for search engines and shared links, of its own for every page.
    pub description: String,
    /// BCP 47 tag of the edition.
    pub language: String,
    /// `rtl` where the edition's language runs from right to left.
    pub direction: &'static str,
    /// Title of the edition.
    pub edition: String,
    /// `../` for every folder above the page; on the page for missing addresses, the base path.
    pub root: String,
    /// What needs the page's absolute address, where the edition has one.
    pub address: Option<Address>,
    /// The page in the edition's other languages.
    pub elsewhere: Vec<Elsewhere>,
    /// What the page says of itself to search engines, as JSON-LD; safe inside a script element.
    pub json_ld: Option<String>,
    /// Where the page's linked data stand in full.
    pub linked: Option<String>,
    /// The file that holds the data of the page.
    pub data: Option<Link>,
    /// The latest date that the page's sources and rulings state.
    pub last_changed: Option<String>,
    /// The main pages.
    pub nav: Vec<NavItem>,
    /// The pages about the edition itself.
    pub colophon: Vec<NavItem>,
    /// The day the edition speaks for.
    pub as_of: Option<String>,
    /// Who publishes the edition.
    pub publisher: Option<PublisherView>,
    /// Licence of the edition's words and data.
    pub licence: Option<String>,
    /// Where the project's files can be read.
    pub repository: Option<String>,
}

/// A page in a list of pages.
#[derive(Debug, JsonSchema, Serialize)]
pub struct NavItem {
    /// Where it leads.
    pub link: Link,
    /// `page` where it is this page, `true` where this page belongs under it.
    pub current: Option<&'static str>,
}

/// Who publishes the edition.
#[derive(Debug, JsonSchema, Serialize)]
pub struct PublisherView {
    /// Name.
    pub name: String,
    /// Home page.
    pub url: Option<String>,
    /// An e-mail address or URL.
    pub contact: Option<Link>,
}

/// The frame of a page.
pub fn frame(here: Here<'_>, page: &Page, named: Named) -> Frame {
    let settings = &here.edition.corpus.settings;
    let is_lost = page.kind == PageKind::NotFound;
    let root = match (is_lost, settings.base_url.as_deref()) {
        (true, Some(url)) => base_path(Some(url)).to_owned(),
        // Without an address the page finds its links by a script of its own.
        (true, None) => String::new(),
        (false, _) => page.route.root(),
    };
    // An old address is another name of the page that it leads to.
    let placed = match page.kind {
        PageKind::Moved(i) => {
            Page { route: moved_route(here.edition.corpus, here.edition.corpus.moved[i].to), kind: page.kind }
        }
        _ => page.clone(),
    };
    Frame {
        route: page.route.to_string(),
        title: named.heading.title,
        name: named.name,
        description: named.heading.description,
        language: settings.language.clone(),
        direction: if here.edition.language.is_right_to_left() { "rtl" } else { "ltr" },
        edition: settings.title.clone(),
        address: address(settings, &placed)
            .map(|address| Address { atom: here.edition.has_atom_feed, ..address }),
        elsewhere: elsewhere(settings, &placed),
        json_ld: export::json_ld_block(here.edition.corpus, here.edition.disputes(), &page.route, page.kind),
        linked: linked(here, page.kind),
        data: standing::data(here, page.kind),
        last_changed: standing::last_changed(here, page.kind),
        nav: rooted(here, nav(here), &root, page),
        colophon: rooted(here, colophon(here, page.kind), &root, page),
        root,
        as_of: as_of(here.edition).map(|(words, _)| words),
        publisher: settings.publisher.as_ref().map(|publisher| PublisherView {
            name: publisher.name.clone(),
            url: publisher.url.clone(),
            contact: publisher.contact.as_deref().map(contact),
        }),
        licence: settings.licence.clone(),
        repository: settings.repository.clone(),
    }
}

/// The file that tells in linked data what a page tells in words.
fn linked(here: Here<'_>, kind: PageKind) -> Option<String> {
    match kind {
        PageKind::Briefing | PageKind::Data => Some(here.to(export::LINKED_DATA)),
        PageKind::Event(sheet) | PageKind::Question(sheet) => {
            linked_route(here.edition.corpus, sheet).map(|route| here.to(route.as_str()))
        }
        PageKind::EventIndex
        | PageKind::ListPart(_)
        | PageKind::QuestionIndex
        | PageKind::SourceIndex
        | PageKind::Source(_)
        | PageKind::EntityIndex
        | PageKind::Entity(_)
        | PageKind::Discrepancies
        | PageKind::ForTheRecord
        | PageKind::SheetDiscrepancies(_)
        | PageKind::FactDiscrepancies(..)
        | PageKind::Timeline
        | PageKind::Agreement
        | PageKind::Methodology
        | PageKind::Checked
        | PageKind::Search
        | PageKind::Prose(_)
        | PageKind::TagIndex
        | PageKind::Tag(_)
        | PageKind::Moved(_)
        | PageKind::Removed(_)
        | PageKind::NotFound => None,
    }
}

/// The day the edition speaks for: as the curator says, else the latest date of any source or claim.
pub fn as_of(edition: &Edition<'_>) -> Option<(String, DateValue)> {
    let stated = edition.corpus.briefing.as_ref().and_then(|notes: &BriefingNotes| notes.as_of.as_ref());
    let date = stated.or(edition.last_date.as_ref())?;
    Some((edition.language.date(date), date.clone()))
}

/// The pages of every menu. How many things they list stands on them alone, so that one more event changes no
/// other page.
fn nav(here: Here<'_>) -> Vec<Link> {
    let settings = &here.edition.corpus.settings;
    if settings.menu.is_empty() {
        return FIXED[..N_USUAL].iter().filter_map(|(_, page)| fixed(here, page)).collect();
    }
    settings.menu.iter().filter_map(|name| named(here, name)).collect()
}

/// How many of the author's own pages stand at the foot of every page.
const N_AT_FOOT_MAX: usize = 40;

/// The pages at the foot: all that no menu leads to. Of very many pages of the author's own the first stand on every page, and all of them
/// at the foot of the first page.
fn colophon(here: Here<'_>, kind: PageKind) -> Vec<Link> {
    let corpus = here.edition.corpus;
    let menu = &corpus.settings.menu;
    let is_left = |name: &str| !menu.iter().any(|listed| listed == name);
    let first = if menu.is_empty() { N_USUAL } else { 0 };
    let fixed =
        FIXED[first..].iter().filter(|(name, _)| is_left(name)).filter_map(|(_, page)| fixed(here, page));
    let n_in_menu = menu.iter().filter(|name| own_page(corpus, name).is_some()).count();
    let n_left = corpus.pages.len() - n_in_menu;
    let n_told = if kind == PageKind::Briefing { n_left } else { n_left.min(N_AT_FOOT_MAX) };
    let pages = corpus.pages.iter().filter(|page| is_left(page.id.as_str())).take(n_told);
    let pages = pages.map(|page| here.link(&page.title, page_route(&page.id).as_str()));
    let more = (n_left > n_told).then(|| {
        let href = format!("index.html#{FOOT}");
        Link { text: here.count(Key::NMorePages, n_left - n_told), href: here.to(&href) }
    });
    fixed.chain(pages).chain(more).collect()
}

/// The anchor of the list at the foot.
const FOOT: &str = "colophon";

/// How many of [`FIXED`] the usual menu has; the others stand at the foot.
const N_USUAL: usize = 8;

/// The pages that every edition may have, by their names in `menu`.
const FIXED: [(&str, (Key, &str)); MENU.len()] = [
    (MENU[0], (Key::Briefing, "index.html")),
    (MENU[1], (Key::Events, "events/index.html")),
    (MENU[2], (Key::Questions, "questions/index.html")),
    (MENU[3], (Key::Discrepancies, "discrepancies.html")),
    (MENU[4], (Key::Sources, "sources/index.html")),
    (MENU[5], (Key::Names, "entities/index.html")),
    (MENU[6], (Key::Timeline, "timeline.html")),
    (MENU[7], (Key::Search, "search.html")),
    (MENU[8], (Key::Agreement, "agreement.html")),
    (MENU[9], (Key::Methodology, "methodology.html")),
    (MENU[10], (Key::Data, "data.html")),
    (MENU[11], (Key::Tags, "tags/index.html")),
];

fn fixed(here: Here<'_>, (text, target): &(Key, &str)) -> Option<Link> {
    here.edition.plan.position(target).map(|_| here.link(here.say(*text), target))
}

/// A page that the menu names; none where the edition holds it back or has nothing to list there.
fn named(here: Here<'_>, name: &str) -> Option<Link> {
    if let Some((_, page)) = FIXED.iter().find(|(known, _)| *known == name) {
        return fixed(here, page);
    }
    let page = own_page(here.edition.corpus, name)?;
    Some(here.link(&page.title, page_route(&page.id).as_str()))
}

fn own_page<'a>(corpus: &'a Corpus, id: &str) -> Option<&'a ProsePage> {
    let i = corpus.pages.binary_search_by(|page| page.id.as_str().cmp(id)).ok()?;
    Some(&corpus.pages[i])
}

/// Marks the current page and the index that it belongs to, and gives the page for missing addresses links that work anywhere.
fn rooted(here: Here<'_>, links: Vec<Link>, root: &str, page: &Page) -> Vec<NavItem> {
    let is_lost = page.kind == PageKind::NotFound;
    let item = |mut link: Link| {
        let current = current(here, &link.href, page);
        if is_lost {
            link.href = format!("{root}{}", link.href);
        }
        NavItem { link, current }
    };
    links.into_iter().map(item).collect()
}

fn current(here: Here<'_>, href: &str, page: &Page) -> Option<&'static str> {
    let index = match page.kind {
        PageKind::ListPart(i) => return part_of(here, href, &here.edition.plan.divisions[i as usize].page),
        PageKind::Event(_) => "events/index.html",
        PageKind::Question(_) => "questions/index.html",
        PageKind::Source(_) => "sources/index.html",
        PageKind::Entity(_) => "entities/index.html",
        PageKind::ForTheRecord | PageKind::SheetDiscrepancies(_) | PageKind::FactDiscrepancies(..) => {
            "discrepancies.html"
        }
        PageKind::Checked => "methodology.html",
        PageKind::Tag(_) => "tags/index.html",
        PageKind::Briefing
        | PageKind::EventIndex
        | PageKind::QuestionIndex
        | PageKind::SourceIndex
        | PageKind::EntityIndex
        | PageKind::Discrepancies
        | PageKind::Timeline
        | PageKind::Agreement
        | PageKind::Methodology
        | PageKind::Data
        | PageKind::Search
        | PageKind::TagIndex
        | PageKind::Prose(_) => return (href == here.to(page.route.as_str())).then_some("page"),
        PageKind::Moved(_) | PageKind::Removed(_) | PageKind::NotFound => return None,
    };
    (href == here.to(index)).then_some("true")
}

/// Whether a part of a page belongs under an index: that page, or the one of its folder.
fn part_of(here: Here<'_>, href: &str, page: &Route) -> Option<&'static str> {
    let (folder, _) = page.folder_and_stem();
    (href == here.to(&format!("{folder}/index.html"))).then_some("true")
}

/// An e-mail address or the address of a page, as a link.
pub fn contact(contact: &str) -> Link {
    let is_address = contact.contains('@') && !contact.contains("://");
    Link {
        text: contact.trim_start_matches("mailto:").to_owned(),
        href: if is_address && !contact.starts_with("mailto:") {
            format!("mailto:{contact}")
        } else {
            contact.to_owned()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::plan::plan;
    use crate::view::fixture;

    #[test]
    fn a_page_is_marked_in_the_lists_of_pages_and_its_index_as_what_it_belongs_to() {
        let (corpus, findings, language) = (fixture::corpus(), fixture::findings(), Language::english());
        let plan = plan(&corpus, &findings);
        let edition = Edition::new(&corpus, &findings, &plan, &language);
        let marked = |route: &str| {
            let page = plan.pages.iter().find(|page| page.route.as_str() == route).unwrap();
            let here = Here { edition: &edition, route: &Route::new(route) };
            let items = [nav(here), colophon(here, page.kind)].map(|links| rooted(here, links, "", page));
            let items = items.into_iter().flatten();
            items.filter_map(|item| Some((item.link.text, item.current?))).collect::<Vec<_>>()
        };
        assert_eq!(marked("events/index.html"), [("Events".to_owned(), "page")]);
        assert_eq!(marked("events/raids.html"), [("Events".to_owned(), "true")]);
        assert_eq!(marked("index.html"), [("Briefing".to_owned(), "page")]);
        assert_eq!(marked("agreement.html"), [("Who agrees with whom".to_owned(), "page")]);
        assert_eq!(marked("404.html"), []);
    }
}
