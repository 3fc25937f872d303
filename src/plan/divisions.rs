//! Long lists on pages of their own, so that no page grows with the edition; entry point [`divisions`].
//!
//! The page of a list stays where it is, counts, and leads to its divisions. Events are divided by
//! date; sources by the letter of their outlet, then by date; questions and names by their letters;
//! what a source says and what names an entity by the dates of the sheets; answers as
//! [`super::answers`] says.

use super::listing::{ListPart, Listing, N_STATEMENT_BYTES, parts};
use super::naming::Naming;
use super::routes::{entity_route, sheet_route};
use super::step::{self, Entry, Step, divide};
use super::{Route, Tag, answers, quotes};
use crate::model::{ArticleIx, ClaimIx, Corpus, EntityIx, SheetIx, SheetKind};
use crate::text::initial;

/// An entry of an index: its name, its date and its counts take this.
const N_ENTRY_BYTES: usize = 700;

/// A name in a list of names.
const N_NAME_BYTES: usize = 200;

/// The parts of every list of a corpus that is too long for its page.
pub fn divisions(corpus: &Corpus, tags: &[Tag], naming: &Naming) -> Vec<ListPart> {
    let mut all = of_indexes(corpus, tags, naming);
    all.extend((0..corpus.sheets.len() as u32).map(SheetIx).flat_map(|sheet| witnesses(corpus, sheet)));
    all.extend(answers::divisions(corpus));
    all.extend(quotes::divisions(corpus));
    all.extend(naming.entries().flat_map(|entity| of_entity(corpus, naming, entity)));
    all
}

fn of_indexes(corpus: &Corpus, tags: &[Tag], naming: &Naming) -> Vec<ListPart> {
    let mut all = Vec::new();
    let sheets = |kind| (0_u32..).zip(&corpus.sheets).filter(move |(_, sheet)| sheet.kind == kind);
    let of_sheet =
        |i: u32| entry(i, step::of_sheet(corpus, SheetIx(i)), opened(&corpus[SheetIx(i)].summary.markdown));
    let events = sheets(SheetKind::Event).map(|(i, _)| of_sheet(i)).collect();
    all.extend(index(Listing::Events, "events/index.html", events, &|i| corpus[SheetIx(i)].id.to_string()));
    let by_title = |(i, sheet): (u32, &crate::model::Sheet)| {
        entry(i, vec![Step::Letter(initial(&sheet.title))], opened(&sheet.summary.markdown))
    };
    let questions = sheets(SheetKind::Question).map(by_title).collect();
    all.extend(index(Listing::Questions, "questions/index.html", questions, &|i| {
        corpus[SheetIx(i)].id.to_string()
    }));
    let articles = (0_u32..).zip(&corpus.articles);
    let articles = articles.map(|(i, one)| entry(i, step::of_article(one), opened(&one.body.markdown)));
    all.extend(index(Listing::Sources, "sources/index.html", articles.collect(), &|i| {
        corpus[ArticleIx(i)].id.to_string()
    }));
    let names = naming.entries().map(|ix| {
        let one = &corpus[ix];
        let n_bytes = N_NAME_BYTES + one.aliases.iter().map(|alias| alias.len() + 2).sum::<usize>();
        let path = vec![Step::Kind(one.kind), Step::Letter(initial(&one.name))];
        Entry { path, n_bytes, member: ix.0 }
    });
    all.extend(index(Listing::Names, "entities/index.html", names.collect(), &|i| {
        corpus[EntityIx(i)].id.to_string()
    }));
    let labels = (0_u32..).zip(tags).map(|(member, tag)| {
        let path = vec![Step::Letter(initial(&tag.name))];
        Entry { path, n_bytes: N_NAME_BYTES + 2 * tag.name.len(), member }
    });
    all.extend(index(Listing::Tags, "tags/index.html", labels.collect(), &|i| tags[i as usize].name.clone()));
    for (i, tag) in (0_u32..).zip(tags) {
        let sheets = tag.sheets.iter().map(|ix| of_sheet(ix.0)).collect();
        all.extend(index(Listing::Tagged(i), tag.route.as_str(), sheets, &|i| {
            corpus[SheetIx(i)].id.to_string()
        }));
    }
    all
}

fn entry(member: u32, path: Vec<Step>, n_bytes: usize) -> Entry {
    Entry { path, n_bytes, member }
}

/// What an entry takes that opens with the first paragraph of prose.
fn opened(markdown: &str) -> usize {
    let opening = markdown.split("\n\n").next().unwrap_or_default();
    N_ENTRY_BYTES.max(N_ENTRY_BYTES - 200 + opening.len())
}

/// The parts of a list on its own page; none where it is short enough for that.
fn index(listing: Listing, page: &str, entries: Vec<Entry>, id: &dyn Fn(u32) -> String) -> Vec<ListPart> {
    let divisions = divide(entries, id);
    if divisions.len() < 2 {
        return Vec::new();
    }
    parts(listing, &Route::new(page), &format!("{}--", page.trim_end_matches(".html")), divisions)
}

/// The most sources that the page of a sheet describes one by one.
const N_WITNESSES_MAX: usize = 60;

fn witnesses(corpus: &Corpus, sheet: SheetIx) -> Vec<ListPart> {
    let listed = corpus[sheet].sources.iter().map(|source| source.article);
    let claims = corpus[sheet].facts.iter().flat_map(|&fact| &corpus[fact].claims);
    let mut all: Vec<ArticleIx> = listed.chain(claims.map(|&claim| corpus[claim].source)).collect();
    all.sort();
    all.dedup();
    if all.len() <= N_WITNESSES_MAX {
        return Vec::new();
    }
    let entries =
        all.iter().map(|&ix| entry(ix.0, step::of_article(&corpus[ix]), opened(&corpus[ix].body.markdown)));
    let page = sheet_route(corpus, sheet);
    let folder = format!("{}--sources-", page.as_str().trim_end_matches(".html"));
    let divisions = divide(entries.collect(), &|i| corpus[ArticleIx(i)].id.to_string());
    parts(Listing::Witnesses(sheet), &page, &folder, divisions)
}

/// The most bytes of each list on the page of an entity.
const N_LIST_BYTES_MAX: usize = 60_000;

/// A link in a list of links.
const N_LINK_BYTES: usize = 130;

fn of_entity(corpus: &Corpus, naming: &Naming, entity: EntityIx) -> Vec<ListPart> {
    let page = entity_route(corpus, entity);
    let folder = format!("{}--", page.as_str().trim_end_matches(".html"));
    let list = |listing, folder: &str, entries: Vec<Entry>, id: &dyn Fn(u32) -> String| {
        let n_bytes: usize = entries.iter().map(|entry| entry.n_bytes).sum();
        if n_bytes <= N_LIST_BYTES_MAX {
            return Vec::new();
        }
        parts(listing, &page, folder, divide(entries, id))
    };
    let claims = naming.claims(entity).iter().map(|&ix| {
        let n_bytes = N_STATEMENT_BYTES + corpus[ix].words.len();
        entry(ix.0, step::of_sheet(corpus, corpus[corpus[ix].fact].sheet), n_bytes)
    });
    let sheets =
        naming.happened(entity).iter().map(|&ix| entry(ix.0, step::of_sheet(corpus, ix), N_LINK_BYTES));
    let works = naming
        .works(entity)
        .iter()
        .map(|&ix| entry(ix.0, step::dated(corpus[ix].published.as_ref()), N_LINK_BYTES));
    let within = naming
        .within(entity)
        .iter()
        .map(|&ix| entry(ix.0, vec![Step::Letter(initial(&corpus[ix].name))], N_LINK_BYTES));
    let mut all = list(Listing::Naming(entity), &folder, claims.collect(), &|i| {
        let claim = &corpus[ClaimIx(i)];
        format!("{}/{}", corpus[corpus[claim.fact].sheet].id, claim.anchor)
    });
    let id = |i: u32| corpus[SheetIx(i)].id.to_string();
    all.extend(list(Listing::Happened(entity), &format!("{folder}events-"), sheets.collect(), &id));
    let id = |i: u32| corpus[ArticleIx(i)].id.to_string();
    all.extend(list(Listing::Works(entity), &format!("{folder}texts-"), works.collect(), &id));
    let id = |i: u32| corpus[EntityIx(i)].id.to_string();
    all.extend(list(Listing::Within(entity), &format!("{folder}places-"), within.collect(), &id));
    all
}
