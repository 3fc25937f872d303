//! A page's own place, from which every link is written; entry point [`Here`].

use schemars::JsonSchema;
use serde::Serialize;

use super::Edition;
use crate::language::{Key, Value};
use crate::model::{ArticleIx, ClaimIx, DateValue, EntityIx, FactIx, SheetIx, SheetKind};
use crate::plan::{self, Route};

/// The page being made: what it draws from, and where it stands.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    /// What the page draws from.
    pub edition: &'a Edition<'a>,
    /// Where the page stands.
    pub route: &'a Route,
}

/// Words that lead somewhere.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Link {
    /// The words.
    pub text: String,
    /// Document-relative address.
    pub href: String,
}

impl Here<'_> {
    /// A string in the edition's language.
    pub fn say(&self, key: Key) -> String {
        self.edition.language.say(key)
    }

    /// A string about this many things.
    pub fn count(&self, key: Key, n: usize) -> String {
        self.edition.language.count(key, n)
    }

    /// A string with its places filled in.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        let values: Vec<(&str, Value<'_>)> =
            values.iter().map(|&(name, text)| (name, Value::Text(text))).collect();
        self.edition.language.fill(key, &values)
    }

    /// A date in the edition's language.
    pub fn date(&self, date: &DateValue) -> String {
        self.edition.language.date(date)
    }

    /// An address below the root, made relative to this page; a bare fragment on this page itself.
    pub fn to(&self, target: &str) -> String {
        match target.split_once('#') {
            Some((path, fragment)) if path == self.route.as_str() => format!("#{fragment}"),
            Some(_) | None => self.route.link(target),
        }
    }

    /// A link to a fixed page.
    pub fn link(&self, text: impl Into<String>, target: &str) -> Link {
        Link { text: text.into(), href: self.to(target) }
    }

    /// An article, by its title, with its outlet where another has the same.
    pub fn article(&self, ix: ArticleIx) -> Link {
        let corpus = self.edition.corpus;
        self.link(&self.edition.article_names[ix.index()], plan::article_route(corpus, ix).as_str())
    }

    /// An entity, by its preferred name; without an address where nothing speaks of it.
    pub fn entity(&self, ix: EntityIx) -> Link {
        let corpus = self.edition.corpus;
        if !self.edition.has_page(ix) {
            return Link { text: corpus[ix].name.clone(), href: String::new() };
        }
        self.link(&corpus[ix].name, plan::entity_route(corpus, ix).as_str())
    }

    /// A sheet, by its title.
    pub fn sheet(&self, ix: SheetIx) -> Link {
        let corpus = self.edition.corpus;
        let title = match corpus[ix].kind {
            SheetKind::Event | SheetKind::Question => &corpus[ix].title,
            SheetKind::Entity(entity) => &corpus[entity].name,
        };
        self.link(title, plan::sheet_route(corpus, ix).as_str())
    }

    /// A fact, by its label.
    pub fn fact(&self, ix: FactIx) -> Link {
        let corpus = self.edition.corpus;
        self.link(&corpus[ix].label, &plan::fact_href(corpus, ix))
    }

    /// The sheet that asks.
    pub fn fact_sheet(&self, ix: FactIx) -> Link {
        self.sheet(self.edition.corpus[ix].sheet)
    }

    /// Words on a fact, under the title of its sheet where other sheets ask by the same label and the page is not
    /// about that sheet alone: eight questions for an age are no list.
    pub fn under_its_sheet(&self, ix: FactIx, words: &str) -> String {
        let corpus = self.edition.corpus;
        let sheet = corpus[ix].sheet;
        let of_sheet = plan::sheet_route(corpus, sheet);
        let stem = of_sheet.as_str().trim_end_matches(".html");
        let rest = self.route.as_str().trim_start_matches("discrepancies/").strip_prefix(stem);
        let is_own = rest.is_some_and(|rest| rest.starts_with(['.', '/']));
        if is_own || !self.edition.is_asked_elsewhere(ix) {
            return words.to_owned();
        }
        self.fill(Key::QuestionOfSheet, &[("sheet", &self.sheet(sheet).text), ("question", words)])
    }

    /// The address of a claim.
    pub fn claim(&self, ix: ClaimIx) -> String {
        self.to(&plan::claim_href(self.edition.corpus, ix))
    }

    /// The address of a claim's quoted words in its source.
    pub fn quote(&self, ix: ClaimIx) -> String {
        self.to(&plan::quote_href(self.edition.corpus, ix))
    }
}
