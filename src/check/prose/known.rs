//! The figures and dates that claims record, to be looked up; entry points [`Knowns::new`] and [`Known::has`].
//!
//! A figure is known with its hedge and its currency, a date as precisely as it is recorded or less so. Everything is
//! read once, when it is first asked for, and a look-up walks nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rust_decimal::Decimal;

use crate::check::quotes::lexicon;
use crate::language::reading;
use crate::model::{ArticleIx, Claim, Corpus, DateValue, Hedge, Number, Sheet, SheetIx, SheetKind, Tenure};
use crate::value::date;
use crate::value::in_quote::{Figure, FigureKind, figures};
use crate::value::lexicon::Lexicon;

/// A figure as it is compared: its currency, whether it is a share, and its hedge with both ends.
type Key = (Option<String>, bool, Hedge, Decimal, Decimal);

/// Figures and dates that are recorded somewhere.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    numbers: BTreeSet<Key>,
    /// The ends of figures, for a range between two of them.
    lows: BTreeSet<(Option<String>, bool, Decimal)>,
    highs: BTreeSet<(Option<String>, bool, Decimal)>,
    /// Dates, and their months and years, as expressions.
    dates: BTreeSet<String>,
    /// How a figure of this size is worded where it is recorded.
    worded: BTreeMap<Decimal, String>,
}

impl Known {
    /// Whether a figure or date is recorded as it is said.
    pub(super) fn has(&self, figure: &Figure) -> bool {
        let is_date = figure.date.as_ref().is_some_and(|date| self.has_date(&date.edtf));
        let is_year = || figure.number.as_ref().is_some_and(|number| self.is_year(number));
        let is_day =
            || figure.kind == FigureKind::Date && figure.date.is_none() && self.has_days(&figure.words);
        is_date
            || is_day()
            || figure.number.as_ref().is_some_and(|number| self.has_number(number))
            || is_year()
    }

    /// Whether words name days of the month alone, `the 14th to the 16th`, all of which are recorded.
    fn has_days(&self, words: &str) -> bool {
        let days = words.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        let has = |day: &str| self.dates.contains(&format!("XXXX-XX-{day:0>2}"));
        days.clone().next().is_some() && days.clone().all(has)
    }

    /// How a figure of the same size is recorded, with another hedge.
    pub(super) fn worded(&self, figure: &Figure) -> Option<&str> {
        let number = figure.number.as_ref()?;
        self.worded
            .get(&number.low.normalize())
            .or_else(|| self.worded.get(&number.high.normalize()))
            .map(String::as_str)
    }

    fn has_number(&self, number: &Number) -> bool {
        let end = |end: Decimal| (number.currency.clone(), number.percent, end.normalize());
        self.numbers.contains(&key(number))
            || number.hedge == Hedge::Range
                && self.lows.contains(&end(number.low))
                && self.highs.contains(&end(number.high))
    }

    /// Whether a bare number is a year that is recorded.
    fn is_year(&self, number: &Number) -> bool {
        let is_bare = number.hedge == Hedge::Exact && number.currency.is_none() && !number.percent;
        is_bare && self.dates.contains(&format!("{:0>4}", number.low.normalize()))
    }

    /// Whether an expression is recorded, or each of those that it joins.
    fn has_date(&self, edtf: &str) -> bool {
        let members = members(edtf);
        let has = |member: &&str| self.dates.contains(*member) || matches!(*member, ".." | "");
        self.dates.contains(plain(edtf).as_str())
            || members.len() > 1 && members.iter().all(|member| has(&member.as_str()))
    }

    fn add_number(&mut self, number: &Number, words: &str) {
        let end = |end: Decimal| (number.currency.clone(), number.percent, end.normalize());
        self.lows.insert(end(number.low));
        self.highs.insert(end(number.high));
        self.worded.entry(number.low.normalize()).or_insert_with(|| words.trim().to_owned());
        self.numbers.insert(key(number));
    }

    pub(super) fn add_date(&mut self, value: &DateValue) {
        self.dates.insert(plain(&value.edtf));
        let members = members(&value.edtf);
        members.iter().for_each(|member| self.dates.extend(coarser(member)));
    }

    /// When somebody held an office.
    pub(super) fn add_tenure(&mut self, tenure: &Tenure) {
        tenure.from.iter().chain(&tenure.to).for_each(|date| self.add_date(date));
    }

    /// What some words state; money only where its currency is known otherwise.
    pub(super) fn add_words(&mut self, words: &str, lexicon: &'static Lexicon) {
        for figure in figures(words, lexicon) {
            figure.date.iter().for_each(|date| self.add_date(date));
            let number = figure.number.as_ref().filter(|_| figure.kind != FigureKind::Money);
            number.into_iter().for_each(|number| self.add_number(number, &figure.words));
        }
    }

    /// What a quote states, money as its words read.
    pub(super) fn add_quote(&mut self, words: &str, lexicon: &'static Lexicon) {
        self.add_words(words, lexicon);
        let numbers =
            figures(words, lexicon).into_iter().filter_map(|figure| Some((figure.number?, figure.words)));
        numbers.for_each(|(number, words)| self.add_number(&number, &words));
    }

    /// What a claim records: its value, when it holds and what it is about.
    fn add_claim(&mut self, corpus: &Corpus, claim: &Claim) {
        let language = &corpus[claim.source].language;
        self.add_words(&claim.words, reading::lexicon(language, &claim.words));
        if let Some(quantity) = claim.reading.quantity() {
            self.add_number(&quantity.number.size(), claim.compared_words());
        }
        claim.reading.date().into_iter().chain(&claim.as_of).for_each(|date| self.add_date(date));
        let scope = &claim.scope;
        let words = [&scope.window, &scope.population, &scope.basis, &scope.counted_by];
        for words in words.into_iter().flatten() {
            date::read(words).iter().for_each(|date| self.add_date(date));
            self.add_words(words, reading::lexicon(&corpus.settings.language, words));
        }
    }
}

fn key(number: &Number) -> Key {
    let (low, high) = (number.low.normalize(), number.high.normalize());
    (number.currency.clone(), number.percent, number.hedge, low, high)
}

/// An expression without the marks of what is approximate or uncertain.
fn plain(edtf: &str) -> String {
    edtf.replace(['~', '?', '%'], "")
}

/// The expressions that one joins: the ends of an interval, the members of a set.
fn members(edtf: &str) -> Vec<String> {
    plain(edtf.trim_matches(['{', '}', '[', ']'])).split(['/', ',']).map(str::to_owned).collect()
}

/// A day with its month and year, each with and without the year; a month and a year likewise.
fn coarser(member: &str) -> Vec<String> {
    let mut found = vec![member.to_owned()];
    let parts: Vec<&str> = member.split('-').collect();
    match parts.as_slice() {
        [year, month, day] => {
            found.extend([
                format!("{year}-{month}"),
                format!("XXXX-{month}-{day}"),
                format!("XXXX-{month}"),
                format!("XXXX-XX-{day}"),
                (*year).to_owned(),
            ]);
        }
        [year, month] => found.extend([format!("XXXX-{month}"), (*year).to_owned()]),
        _ => {}
    }
    if let Some(decade) = parts.first().and_then(|year| year.get(..3)).filter(|_| member.len() >= 4) {
        found.push(format!("{decade}X"));
    }
    found
}

/// What the claims of each sheet, of each article and of the edition record.
pub(super) struct Knowns<'a> {
    corpus: &'a Corpus,
    sheets: Vec<Lazy>,
    articles: Vec<Lazy>,
    edition: Lazy,
    by_article: OnceLock<Vec<Vec<&'a Claim>>>,
}

/// What the values record, and what the quotes say.
#[derive(Default)]
struct Lazy {
    values: OnceLock<Known>,
    quotes: OnceLock<Known>,
}

/// Whose claims are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whose {
    Sheet(SheetIx),
    Article(ArticleIx),
    Edition,
}

impl<'a> Knowns<'a> {
    pub(super) fn new(corpus: &'a Corpus) -> Self {
        let lazies = |n: usize| (0..n).map(|_| Lazy::default()).collect();
        Self {
            corpus,
            sheets: lazies(corpus.sheets.len()),
            articles: lazies(corpus.articles.len()),
            edition: Lazy::default(),
            by_article: OnceLock::new(),
        }
    }

    /// What values, dates and scopes record.
    pub(super) fn values(&self, whose: Whose) -> &Known {
        self.lazy(whose).values.get_or_init(|| {
            let mut known = Known::default();
            self.claims(whose).for_each(|claim| known.add_claim(self.corpus, claim));
            around(self.corpus, whose, &mut known);
            known
        })
    }

    /// What the quotes say.
    pub(super) fn quotes(&self, whose: Whose) -> &Known {
        self.lazy(whose).quotes.get_or_init(|| {
            let mut known = Known::default();
            for claim in self.claims(whose) {
                known.add_words(&claim.quote.exact, lexicon(self.corpus, claim));
            }
            known
        })
    }

    fn lazy(&self, whose: Whose) -> &Lazy {
        match whose {
            Whose::Sheet(sheet) => &self.sheets[sheet.index()],
            Whose::Article(article) => &self.articles[article.index()],
            Whose::Edition => &self.edition,
        }
    }

    fn claims(&self, whose: Whose) -> Box<dyn Iterator<Item = &'a Claim> + '_> {
        let corpus = self.corpus;
        match whose {
            Whose::Sheet(sheet) => {
                let facts = corpus[sheet].facts.iter();
                Box::new(
                    facts.flat_map(move |&fact| corpus[fact].claims.iter().map(move |&claim| &corpus[claim])),
                )
            }
            Whose::Article(article) => {
                let by_article = self.by_article.get_or_init(|| by_article(corpus));
                Box::new(by_article[article.index()].iter().copied())
            }
            Whose::Edition => Box::new(corpus.claims.iter()),
        }
    }
}

/// What is recorded beside the claims: when the sheet dates itself, when its sources appeared, who was in office, and
/// what an article sets aside.
fn around(corpus: &Corpus, whose: Whose, known: &mut Known) {
    let mut sheets: Vec<&Sheet> = Vec::new();
    let mut articles: BTreeSet<ArticleIx> = BTreeSet::new();
    match whose {
        Whose::Sheet(sheet) => {
            sheets.push(&corpus[sheet]);
            let claims = corpus[sheet].facts.iter().flat_map(|&fact| &corpus[fact].claims);
            articles.extend(claims.map(|&claim| corpus[claim].source));
        }
        Whose::Article(article) => {
            articles.insert(article);
            let article = &corpus[article];
            let lexicon = reading::lexicon(&article.language, &article.title);
            article.set_aside.iter().for_each(|figure| known.add_words(&figure.words, lexicon));
        }
        Whose::Edition => {
            sheets.extend(&corpus.sheets);
            articles.extend((0..corpus.articles.len() as u32).map(ArticleIx));
            let as_of = corpus.briefing.iter().filter_map(|notes| notes.as_of.as_ref());
            as_of.for_each(|date| known.add_date(date));
        }
    }
    for sheet in sheets {
        let sources = sheet.sources.iter().filter_map(|source| source.as_of.as_ref());
        sheet.date.iter().chain(sources).for_each(|date| known.add_date(date));
        if let SheetKind::Entity(entity) = sheet.kind {
            corpus[entity].holders.iter().for_each(|tenure| known.add_tenure(tenure));
        }
    }
    for article in articles.into_iter().map(|ix| &corpus[ix]) {
        article.published.iter().chain(&article.retrieved).for_each(|date| known.add_date(date));
    }
}

fn by_article(corpus: &Corpus) -> Vec<Vec<&Claim>> {
    let mut claims: Vec<Vec<&Claim>> = vec![Vec::new(); corpus.articles.len()];
    corpus.claims.iter().for_each(|claim| claims[claim.source.index()].push(claim));
    claims
}
