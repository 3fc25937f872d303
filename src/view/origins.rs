//! How many independent origins a group of articles has as a whole; entry point [`count`].
//!
//! An article that relays others is as independent as they are together; articles that share an
//! origin count as one voice. Single claims may cite others besides; see [`check::origins`].

use std::collections::{BTreeMap, BTreeSet};

use crate::check;
use crate::model::{ArticleIx, Corpus, Origin};

/// The number of groups of articles that share no origin with another group.
pub fn count(corpus: &Corpus, articles: &[ArticleIx]) -> usize {
    // Each article points towards another of its group, the last at itself.
    let mut towards: Vec<usize> = (0..articles.len()).collect();
    let mut first_with: BTreeMap<Origin, usize> = BTreeMap::new();
    for (i, &article) in articles.iter().enumerate() {
        for origin in roots(corpus, article) {
            let other = *first_with.entry(origin).or_insert(i);
            let (a, b) = (last(&mut towards, i), last(&mut towards, other));
            towards[a] = b;
        }
    }
    (0..towards.len()).filter(|&i| towards[i] == i).count()
}

/// The last of a group; what is passed on the way is pointed closer to it.
fn last(towards: &mut [usize], mut i: usize) -> usize {
    while towards[i] != i {
        towards[i] = towards[towards[i]];
        i = towards[i];
    }
    i
}

/// What an article rests on in the end: itself where it relays nothing.
pub fn roots(corpus: &Corpus, article: ArticleIx) -> BTreeSet<Origin> {
    check::origins::roots(corpus, article, &[])
}
