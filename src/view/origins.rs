//! How many independent origins a group of articles has; entry point [`count`].
//!
//! An article that relays others is as independent as they are together; articles that share an
//! origin count as one voice.

use std::collections::BTreeSet;

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
    let mut roots = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![Origin::Article(article)];
    while let Some(origin) = open.pop() {
        let relays = match &origin {
            Origin::Article(ix) if seen.insert(*ix) => corpus[*ix].rests_on.as_slice(),
            Origin::Article(_) => continue,
            Origin::Entity(_) | Origin::Named(_) => &[],
        };
        if relays.is_empty() {
            roots.insert(origin);
        } else {
            open.extend_from_slice(relays);
        }
    }
    roots
}
