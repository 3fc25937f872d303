//! Who of those listed for a sheet does not answer its questions; entry points [`Answering::new`] and [`unanswered`].
//!
//! What is looked up follows the claims and the listings. Sources and questions that have nothing to do with each other are counted and
//! never laid side by side: a sheet of n sources and n questions has nearly n times n of such pairs.

use std::collections::{BTreeMap, BTreeSet};

use super::joined::Joined;
use crate::model::{ArticleIx, Corpus, FactIx, Sheet, SheetIx};

/// Who answers each question, under the first fact that asks it.
pub struct Answering<'a> {
    joined: &'a Joined,
    sources: BTreeMap<FactIx, BTreeSet<ArticleIx>>,
}

/// The listed sources that do not answer a question.
pub struct Silent {
    /// The first of them, in order of id.
    pub first: Vec<ArticleIx>,
    /// How many there are.
    pub n: usize,
}

/// What a source does not answer of the questions of the sheets that list it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Unanswered {
    /// The first of the questions, in the order of the sheets.
    pub first: Vec<FactIx>,
    /// How many there are.
    pub n: usize,
    /// The sheets that ask them.
    pub sheets: Vec<SheetIx>,
}

impl<'a> Answering<'a> {
    /// Looks up who answers what.
    pub fn new(corpus: &Corpus, joined: &'a Joined) -> Self {
        let mut sources: BTreeMap<FactIx, BTreeSet<ArticleIx>> = BTreeMap::new();
        for claim in &corpus.claims {
            sources.entry(joined.first(claim.fact)).or_default().insert(claim.source);
        }
        Self { joined, sources }
    }

    /// The listed sources that do not answer a question, the first `n_told` of them by name.
    pub fn silent(&self, listed: &BTreeSet<ArticleIx>, fact: FactIx, n_told: usize) -> Silent {
        let first = listed.iter().copied().filter(|&source| !self.answers(source, fact)).take(n_told);
        Silent { first: first.collect(), n: listed.len() - self.heard(listed, fact).len() }
    }

    fn answers(&self, source: ArticleIx, fact: FactIx) -> bool {
        self.of(fact).is_some_and(|answering| answering.contains(&source))
    }

    /// The listed sources that answer, found by walking the shorter of the two lists.
    fn heard(&self, listed: &BTreeSet<ArticleIx>, fact: FactIx) -> Vec<ArticleIx> {
        let Some(answering) = self.of(fact) else { return Vec::new() };
        let (short, long) =
            if answering.len() < listed.len() { (answering, listed) } else { (listed, answering) };
        short.iter().copied().filter(|source| long.contains(source)).collect()
    }

    fn of(&self, fact: FactIx) -> Option<&BTreeSet<ArticleIx>> {
        self.sources.get(&self.joined.first(fact))
    }
}

/// The sources that a sheet lists.
pub fn listed(sheet: &Sheet) -> BTreeSet<ArticleIx> {
    sheet.sources.iter().map(|source| source.article).collect()
}

/// What each source leaves unanswered, the first `n_told` questions of it by name; a source that answers everything is left out.
pub fn unanswered(corpus: &Corpus, joined: &Joined, n_told: usize) -> BTreeMap<ArticleIx, Unanswered> {
    let answering = Answering::new(corpus, joined);
    let mut all: BTreeMap<ArticleIx, Unanswered> = BTreeMap::new();
    for (i, sheet) in (0_u32..).zip(&corpus.sheets) {
        let listed = listed(sheet);
        let mut n_heard: BTreeMap<ArticleIx, usize> = BTreeMap::new();
        for &fact in &sheet.facts {
            answering.heard(&listed, fact).into_iter().for_each(|one| *n_heard.entry(one).or_default() += 1);
        }
        for source in listed {
            let n = sheet.facts.len() - n_heard.get(&source).copied().unwrap_or_default();
            if n == 0 {
                continue;
            }
            let one = all.entry(source).or_default();
            let open = sheet.facts.iter().copied().filter(|&fact| !answering.answers(source, fact));
            let room = n_told.saturating_sub(one.first.len());
            one.first.extend(open.take(room));
            one.n += n;
            one.sheets.push(SheetIx(i));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::*;

    fn two_questions() -> Case {
        Case::of(people()).says("alpha", "27").fact("other", people()).says("bravo", "5")
    }

    #[test]
    fn what_a_source_leaves_unanswered_is_counted_and_some_of_it_named() {
        let case = two_questions().listed(&["alpha", "bravo", "charlie"]);
        let joined = Joined::new(&case.corpus);
        let all = unanswered(&case.corpus, &joined, 1);
        let of = |id: &str| all.get(&case.article(id)).map(|one| (one.first.clone(), one.n));
        assert_eq!(of("alpha"), Some((vec![FactIx(1)], 1)));
        assert_eq!(of("bravo"), Some((vec![FactIx(0)], 1)));
        assert_eq!(of("charlie"), Some((vec![FactIx(0)], 2)));
        assert_eq!(of("delta"), None);
    }

    #[test]
    fn those_silent_on_a_question_are_counted_and_some_of_them_named() {
        let case = two_questions();
        let joined = Joined::new(&case.corpus);
        let listed = ["alpha", "bravo", "charlie", "delta"].map(|id| case.article(id)).into();
        let silent = Answering::new(&case.corpus, &joined).silent(&listed, FactIx(0), 2);
        assert_eq!(silent.first, ["bravo", "charlie"].map(|id| case.article(id)));
        assert_eq!(silent.n, 3);
    }

    #[test]
    fn a_question_that_another_sheet_asks_too_is_answered_there() {
        let mut case = two_questions().listed(&["alpha", "bravo"]);
        case.corpus.facts[1].same_as = Some(FactIx(0));
        let joined = Joined::new(&case.corpus);
        assert_eq!(unanswered(&case.corpus, &joined, 9), BTreeMap::new());
        let listed = listed(&case.corpus.sheets[0]);
        let silent = Answering::new(&case.corpus, &joined).silent(&listed, FactIx(0), 9);
        assert_eq!((silent.first, silent.n), (Vec::new(), 0));
    }
}
