//! How many independent origins claims have; entry points [`independent`], and [`of_articles`] for articles as a
//! whole.
//!
//! A claim comes from those whom it cites and from those on whom its article rests, in the end
//! from those who rest on nobody. Claims that share any of these are one origin: the count is
//! the number of groups that share nothing, so it errs on the low side.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ArticleIx, ClaimIx, Corpus, Origin, Voice};

/// The number of groups of claims that share no origin with another group.
pub fn independent(corpus: &Corpus, claims: impl Iterator<Item = ClaimIx>) -> usize {
    let mut groups = Groups::default();
    let mut seen = BTreeSet::new();
    for ix in claims {
        let claim = &corpus[ix];
        if !seen.insert((claim.source, &claim.via)) {
            continue;
        }
        let own = groups.number(Origin::Article(claim.source));
        groups.speaking.insert(own);
        let via = claim.via.iter().map(origin);
        groups.follow(corpus, own, via.chain(corpus[claim.source].rests_on.iter().cloned()).collect());
    }
    groups.join_outlets(corpus);
    groups.count()
}

/// The number of groups of articles, as a whole, that share no origin with another group; what single claims cite besides is left out.
pub fn of_articles(corpus: &Corpus, articles: &[ArticleIx]) -> usize {
    let mut groups = Groups::default();
    for &article in articles {
        let own = groups.number(Origin::Article(article));
        groups.speaking.insert(own);
        groups.follow(corpus, own, corpus[article].rests_on.clone());
    }
    groups.count()
}

/// Whom an article's claim comes from in the end; the article itself where it cites nobody and
/// rests on nobody.
pub fn roots(corpus: &Corpus, article: ArticleIx, via: &[Voice]) -> BTreeSet<Origin> {
    let reached = reached(corpus, article, via);
    let rests_on_others = |origin: &Origin| match origin {
        Origin::Article(ix) => !corpus[*ix].rests_on.is_empty(),
        Origin::Entity(_) | Origin::Named(_) => false,
    };
    reached.into_iter().filter(|origin| !rests_on_others(origin)).collect()
}

/// Whom an article's claim comes from, directly or through others.
fn reached(corpus: &Corpus, article: ArticleIx, via: &[Voice]) -> BTreeSet<Origin> {
    let mut open: Vec<Origin> = via.iter().map(origin).chain(corpus[article].rests_on.clone()).collect();
    if open.is_empty() {
        return BTreeSet::from([Origin::Article(article)]);
    }
    let mut reached = BTreeSet::new();
    while let Some(origin) = open.pop() {
        match &origin {
            Origin::Article(ix) if !reached.contains(&origin) => {
                open.extend_from_slice(&corpus[*ix].rests_on);
            }
            Origin::Article(_) | Origin::Entity(_) | Origin::Named(_) => {}
        }
        reached.insert(origin);
    }
    reached
}

fn origin(voice: &Voice) -> Origin {
    match voice {
        Voice::Entity(entity) => Origin::Entity(*entity),
        Voice::Article(article) => Origin::Article(*article),
    }
}

/// Origins joined into groups: each points towards another of its group, the last at itself.
#[derive(Default)]
struct Groups {
    numbers: BTreeMap<Origin, usize>,
    towards: Vec<usize>,
    /// Articles that make a claim; only their groups count.
    speaking: BTreeSet<usize>,
    /// Those whose own origins are joined with them already, and theirs.
    followed: BTreeSet<usize>,
}

impl Groups {
    fn number(&mut self, origin: Origin) -> usize {
        let next = self.towards.len();
        let number = *self.numbers.entry(origin).or_insert(next);
        if number == next {
            self.towards.push(next);
        }
        number
    }

    /// Joins somebody with those he comes from and with whom these come from, each asked once: in a circle nobody is the last.
    fn follow(&mut self, corpus: &Corpus, own: usize, origins: Vec<Origin>) {
        let mut open = vec![(own, origins)];
        while let Some((own, origins)) = open.pop() {
            for origin in origins {
                let number = self.number(origin.clone());
                self.join(own, number);
                if let Origin::Article(article) = origin
                    && self.followed.insert(number)
                {
                    open.push((number, corpus[article].rests_on.clone()));
                }
            }
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.last(a), self.last(b));
        self.towards[a] = b;
    }

    /// The last of a group; what is passed on the way is pointed closer to it.
    fn last(&mut self, mut number: usize) -> usize {
        while self.towards[number] != number {
            self.towards[number] = self.towards[self.towards[number]];
            number = self.towards[number];
        }
        number
    }

    /// Joins an article with its outlet where somebody else cites that outlet.
    fn join_outlets(&mut self, corpus: &Corpus) {
        let named: BTreeMap<String, usize> = self
            .numbers
            .iter()
            .filter_map(|(origin, &number)| match origin {
                Origin::Named(name) => Some((name.to_lowercase(), number)),
                Origin::Article(_) | Origin::Entity(_) => None,
            })
            .collect();
        let articles: Vec<(ArticleIx, usize)> = self
            .numbers
            .iter()
            .filter_map(|(origin, &number)| match origin {
                Origin::Article(ix) => Some((*ix, number)),
                Origin::Entity(_) | Origin::Named(_) => None,
            })
            .collect();
        for (ix, number) in articles {
            let article = &corpus[ix];
            let curated = article.outlet_entity.and_then(|outlet| self.numbers.get(&Origin::Entity(outlet)));
            let outlets: Vec<usize> = curated
                .copied()
                .into_iter()
                .chain(named.get(&article.outlet.to_lowercase()).copied())
                .collect();
            outlets.into_iter().for_each(|outlet| self.join(number, outlet));
        }
    }

    fn count(mut self) -> usize {
        let speaking = std::mem::take(&mut self.speaking);
        speaking.into_iter().map(|number| self.last(number)).collect::<BTreeSet<_>>().len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::*;

    #[track_caller]
    fn check(case: &Case, expected: usize) {
        let claims = (0..case.corpus.claims.len() as u32).map(ClaimIx);
        assert_eq!(independent(&case.corpus, claims), expected);
    }

    fn two() -> Case {
        Case::of(people()).says("alpha", "27").says("bravo", "27")
    }

    #[test]
    fn articles_that_cite_nobody_are_independent() {
        check(&two(), 2);
    }

    #[test]
    fn an_article_counts_once() {
        check(&Case::of(people()).says("alpha", "27").says("alpha", "28").via("police"), 1);
    }

    #[test]
    fn a_shared_voice_is_one_origin() {
        check(&Case::of(people()).says("alpha", "27").via("police").says("bravo", "27").via("police"), 1);
        check(&Case::of(people()).says("alpha", "27").via("police").says("bravo", "27").via("hun-sen"), 2);
    }

    #[test]
    fn an_article_that_rests_on_another_is_no_second_origin() {
        check(&two().resting("bravo", "alpha"), 1);
    }

    #[test]
    fn resting_is_followed_to_the_end() {
        check(&two().resting("alpha", "charlie").resting("charlie", "delta").resting("bravo", "delta"), 1);
        check(&two().resting("alpha", "charlie").resting("bravo", "delta"), 2);
    }

    #[test]
    fn a_circle_ends() {
        check(&two().resting("alpha", "bravo").resting("bravo", "alpha"), 1);
    }

    #[test]
    fn citing_an_outlet_is_citing_its_article() {
        let mut case = Case::of(people()).says("alpha", "27").via("bravo-post").says("bravo", "27");
        check(&case, 2);
        let outlet = case.entity("bravo-post");
        let bravo = case.article("bravo");
        case.corpus.articles[bravo.index()].outlet_entity = Some(outlet);
        check(&case, 1);
    }

    #[test]
    fn an_uncurated_outlet_is_known_by_its_name() {
        let mut case = two();
        let alpha = case.article("alpha");
        case.corpus.articles[alpha.index()].rests_on.push(Origin::Named("BRAVO POST".to_owned()));
        check(&case, 1);
    }
}
