//! How many independent origins a group of articles has as a whole; entry point [`count`].
//!
//! An article that relays others is as independent as they are together; articles that share an
//! origin count as one voice. Single claims may cite others besides; see [`check::origins`].

use std::collections::BTreeSet;

use crate::check;
use crate::model::{ArticleIx, Corpus, Origin};

/// The number of groups of articles that share no origin with another group.
pub fn count(corpus: &Corpus, articles: &[ArticleIx]) -> usize {
    let mut groups: Vec<BTreeSet<Origin>> = Vec::new();
    for &article in articles {
        let mut own = roots(corpus, article);
        groups.retain(|group| {
            let shared = !group.is_disjoint(&own);
            if shared {
                own.extend(group.iter().cloned());
            }
            !shared
        });
        groups.push(own);
    }
    groups.len()
}

/// What an article rests on in the end: itself where it relays nothing.
pub fn roots(corpus: &Corpus, article: ArticleIx) -> BTreeSet<Origin> {
    check::origins::roots(corpus, article, &[])
}
