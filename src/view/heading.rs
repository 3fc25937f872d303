//! What a page is called, and one sentence on it from what it holds; entry point [`heading`].
//!
//! The sentence stands in search engines and shared links, which show no more than about
//! [`N_CHARS_MAX`] characters, and on indexes under their heading.

use super::{Here, claim, days, discrepancies, parts, prose, prose_page, sheet, terms};
use crate::check;
use crate::language::Key;
use crate::model::{ArticleIx, EntityIx, FactIx, MovedTo, Prose, SheetIx, SheetKind};
use crate::plan::{self, ListPart, Listing, PageKind, Step, Tag};
use crate::text::clip;

/// What search engines show of a description.
pub const N_CHARS_MAX: usize = 160;

/// What a page says of itself in its frame.
#[derive(Clone, Debug, Default)]
pub struct Heading {
    /// Heading of the page.
    pub title: String,
    /// One sentence.
    pub description: String,
    /// What tells the page from another of that title, where it is known.
    pub mark: String,
}

/// What a page is called, and one sentence on it.
pub fn heading(here: Here<'_>, kind: PageKind) -> Heading {
    let corpus = here.edition.corpus;
    match kind {
        PageKind::Briefing => written(&corpus.settings.title, &corpus.settings.description),
        PageKind::Prose(i) => {
            let page = &corpus.pages[i];
            written(&page.title, &first_sentence(here, &page.body))
        }
        PageKind::Event(ix) | PageKind::Question(ix) => of_sheet(here, ix),
        PageKind::Source(ix) => of_source(here, ix),
        PageKind::Entity(ix) => of_entity(here, ix),
        PageKind::SheetDiscrepancies(ix) => {
            of_records(here, here.edition.of_sheet(ix).len(), &here.sheet(ix).text)
        }
        PageKind::FactDiscrepancies(fact, part, source) => of_records_on(here, fact, part, source),
        PageKind::ForTheRecord => counted(here, Key::ForTheRecord, Key::ForTheRecordAbout),
        PageKind::ListPart(i) => of_division(here, &here.edition.plan.divisions[i as usize]),
        PageKind::EventIndex => counted(here, Key::Events, Key::EventsAbout),
        PageKind::QuestionIndex => counted(here, Key::Questions, Key::QuestionsAbout),
        PageKind::SourceIndex => counted(here, Key::Sources, Key::SourcesAbout),
        PageKind::EntityIndex => counted(here, Key::Names, Key::NamesAbout),
        PageKind::Discrepancies => counted(here, Key::Discrepancies, Key::DiscrepanciesAbout),
        PageKind::Timeline => counted(here, Key::Timeline, Key::TimelineAbout),
        PageKind::Agreement => counted(here, Key::Agreement, Key::AgreementAbout),
        PageKind::Methodology => counted(here, Key::Methodology, Key::MethodologyAbout),
        PageKind::Checked => counted(here, Key::MethodChecked, Key::CheckedAbout),
        PageKind::Data => counted(here, Key::Data, Key::DataAbout),
        PageKind::Search => counted(here, Key::Search, Key::SearchAbout),
        PageKind::TagIndex => counted(here, Key::Tags, Key::TagsAbout),
        PageKind::Tag(i) => of_tag(here, &here.edition.plan.tags[i]),
        PageKind::Moved(i) => of_moved(here, corpus.moved[i].to),
        PageKind::Removed(_) => counted(here, Key::PageRemoved, Key::PageRemovedAbout),
        PageKind::NotFound => counted(here, Key::NotFound, Key::NotFoundAbout),
    }
}

/// In the author's own words.
fn written(title: &str, description: &str) -> Heading {
    let described = if description.trim().is_empty() { title } else { description };
    Heading { title: title.to_owned(), description: clip(described, N_CHARS_MAX), mark: String::new() }
}

/// A page on the whole edition: what it is for, with how much the edition holds.
fn counted(here: Here<'_>, title: Key, about: Key) -> Heading {
    let edition = here.edition;
    let corpus = edition.corpus;
    let sheets = |kind| corpus.sheets.iter().filter(|sheet| sheet.kind == kind).count();
    let counts = [
        ("events", here.count(Key::NEvents, sheets(SheetKind::Event))),
        ("questions", here.count(Key::NQuestions, sheets(SheetKind::Question))),
        ("sources", here.count(Key::NSources, corpus.articles.len())),
        ("names", here.count(Key::NNames, edition.entries().count())),
        ("claims", here.count(Key::NClaims, corpus.claims.len())),
        ("discrepancies", here.count(Key::NDiscrepancies, edition.n_headline)),
        ("pages", here.count(Key::NPages, edition.plan.pages.len())),
    ];
    let counts: Vec<(&str, &str)> = counts.iter().map(|(name, words)| (*name, words.as_str())).collect();
    Heading { title: here.say(title), description: here.fill(about, &counts), mark: String::new() }
}

fn of_sheet(here: Here<'_>, ix: SheetIx) -> Heading {
    let sheet = &here.edition.corpus[ix];
    let description = described(here, ix).unwrap_or_else(|| {
        let sources = here.count(Key::NSources, sheet::articles(here, ix).len());
        let questions = here.count(Key::NQuestions, sheet.facts.len());
        let counts = [("sources", sources.as_str()), ("questions", questions.as_str())];
        fitted(here, Key::SheetAbout, ("title", &sheet.title), &counts)
    });
    let mark = sheet::date_told(here, ix).unwrap_or_default();
    Heading { title: sheet.title.clone(), description, mark }
}

/// The first sentence of what happened, unless the room for it leaves out what hedges it.
fn described(here: Here<'_>, ix: SheetIx) -> Option<String> {
    let corpus = here.edition.corpus;
    let told = first_sentence(here, &corpus[ix].summary);
    let kept = clip(&told, N_CHARS_MAX);
    let cut_off = told.get(kept.trim_end_matches('…').len()..).unwrap_or_default();
    let is_whole = kept == told || !check::prose::loses_a_hedge(corpus, ix, cut_off);
    (!kept.is_empty() && is_whole).then_some(kept)
}

fn of_source(here: Here<'_>, ix: ArticleIx) -> Heading {
    let article = &here.edition.corpus[ix];
    let claims = here.count(Key::NClaims, here.edition.claims_of(ix).len());
    Heading {
        title: article.title.clone(),
        description: fitted(here, Key::SourceAbout, ("title", &article.title), &[("claims", &claims)]),
        mark: format!("{}, {}", claim::outlet(here, article), sheet::published(here, ix)),
    }
}

fn of_entity(here: Here<'_>, ix: EntityIx) -> Heading {
    let entity = &here.edition.corpus[ix];
    let kind = here.say(terms::entity_kind(entity.kind).0);
    let name = ("name", entity.name.as_str());
    let description = match here.edition.claims_naming(ix).len() {
        0 => fitted(here, Key::EntityUnnamed, name, &[("kind", &kind)]),
        n => fitted(here, Key::EntityAbout, name, &[("claims", &here.count(Key::NClaims, n))]),
    };
    Heading { title: entity.name.clone(), description, mark: kind }
}

/// What bears a label.
fn of_tag(here: Here<'_>, tag: &Tag) -> Heading {
    let n = here.count(Key::NTagged, tag.sheets.len());
    Heading {
        title: tag.name.clone(),
        description: fitted(here, Key::TagAbout, ("tag", &tag.name), &[("tagged", &n)]),
        mark: here.say(Key::Tag),
    }
}

/// An old address of a page.
fn of_moved(here: Here<'_>, to: MovedTo) -> Heading {
    let title = prose_page::moved(here, to).text;
    Heading {
        description: fitted(here, Key::PageMovedAbout, ("title", &title), &[]),
        title: here.fill(Key::PageMoved, &[("title", &title)]),
        mark: String::new(),
    }
}

/// The records of one event or question, in a large edition.
fn of_records(here: Here<'_>, n: usize, about: &str) -> Heading {
    let records = here.count(Key::NRecords, n);
    Heading {
        title: format!("{}: {about}", here.say(Key::Discrepancies)),
        description: fitted(here, Key::RecordsOf, ("title", about), &[("records", &records)]),
        mark: String::new(),
    }
}

/// Those on one question of it, or on one part of that.
fn of_records_on(here: Here<'_>, fact: FactIx, part: Option<EntityIx>, source: Option<ArticleIx>) -> Heading {
    let edition = here.edition;
    let corpus = edition.corpus;
    let n = discrepancies::on_question(here, fact, part, source).len();
    let part = part.map_or_else(String::new, |part| format!(", {}", corpus[part].name));
    let sheet = here.sheet(corpus[fact].sheet).text;
    let source =
        source.map_or_else(String::new, |source| format!(", {}", edition.article_names[source.index()]));
    of_records(here, n, &format!("{sheet}: {}{part}{source}", corpus[fact].label))
}

/// Some of the entries of a long list.
fn of_division(here: Here<'_>, division: &ListPart) -> Heading {
    let corpus = here.edition.corpus;
    let own = |title: String, count, mark: String| {
        let title = format!("{title}: {}", parts::name(here, &division.path));
        let description = format!("{title}. {}.", here.count(count, division.members.len()));
        Heading { title, description: clip(&description, N_CHARS_MAX), mark }
    };
    let list = |list, count| own(here.say(list), count, String::new());
    let name = |ix: EntityIx| corpus[ix].name.clone();
    match division.listing {
        Listing::Events => list(Key::Events, Key::NEvents),
        Listing::Questions => list(Key::Questions, Key::NQuestions),
        Listing::Sources => list(Key::Sources, Key::NSources),
        Listing::Names => list(Key::Names, Key::NNames),
        Listing::Tags => list(Key::Tags, Key::NTags),
        Listing::Tagged(i) => {
            own(here.edition.plan.tags[i as usize].name.clone(), Key::NTagged, here.say(Key::Tag))
        }
        Listing::Asked(sheet) => own(here.sheet(sheet).text, Key::NQuestions, String::new()),
        Listing::Answers(fact) if plan::is_by_day(corpus, fact) => of_days(here, fact, &division.path),
        Listing::Answers(fact) => own(corpus[fact].label.clone(), Key::NClaims, here.fact_sheet(fact).text),
        Listing::Witnesses(sheet) => own(here.sheet(sheet).text, Key::NSources, String::new()),
        Listing::Sayings(article) => {
            own(here.edition.article_names[article.index()].clone(), Key::NClaims, String::new())
        }
        Listing::Naming(entity) => own(name(entity), Key::NClaims, String::new()),
        Listing::Happened(entity) => own(name(entity), Key::NEvents, String::new()),
        Listing::Works(entity) => own(name(entity), Key::NSources, String::new()),
        Listing::Within(entity) => own(name(entity), Key::NNames, String::new()),
    }
}

/// What sources say of one question in one month.
fn of_days(here: Here<'_>, fact: FactIx, path: &[Step]) -> Heading {
    let (label, month) = (&here.edition.corpus[fact].label, days::month(here, path));
    let sheet = here.fact_sheet(fact).text;
    Heading {
        title: format!("{label}: {month}"),
        description: fitted(here, Key::DaysAbout, ("title", &sheet), &[("label", label), ("month", &month)]),
        mark: sheet,
    }
}

/// A sentence in which one name takes the room that the rest of it leaves.
fn fitted(here: Here<'_>, key: Key, (name, text): (&str, &str), others: &[(&str, &str)]) -> String {
    let told = |text: &str| here.fill(key, &[&[(name, text)], others].concat());
    let n_taken = told("").chars().count();
    told(&clip(text, N_CHARS_MAX.saturating_sub(n_taken)))
}

/// The first sentence of prose without markup, past a heading that it opens with.
fn first_sentence(here: Here<'_>, prose: &Prose) -> String {
    check::prose::first_sentence(prose::beginning(here.edition, prose).trim()).to_owned()
}
