//! Articles that rest on others: circles, and chains that nobody follows; entry point [`check`].

use std::collections::BTreeMap;

use super::article::origin;
use super::entity::Cast;
use crate::diag::{Code, Diagnostic};
use crate::model::{Article, ArticleIx, Id, Origin};
use crate::parse::{Document, RawArticle};
use crate::yaml::Located;

/// How many articles may rest one on another: each is asked for all that are behind it.
const ORIGINS_DEEP_MAX: usize = 256;

/// Refuses articles that rest on themselves through others, each at the origin that leads back, and
/// those behind which too many others stand, one behind the other.
pub(super) fn check(
    articles: &mut [Article],
    kept: &[&Document<RawArticle>],
    (ids, cast): (&BTreeMap<Id, ArticleIx>, &Cast),
    faults: &mut Vec<Diagnostic>,
) {
    let rings = rings(articles);
    let written = |i: usize, meant: &dyn Fn(ArticleIx) -> bool| -> Option<&Located<String>> {
        let leads = |words: &&Located<String>| match origin(words, ids, cast) {
            Origin::Article(next) => meant(next),
            Origin::Entity(_) | Origin::Named(_) => false,
        };
        kept[i].front.rests_on.iter().flatten().find(leads)
    };
    for (i, article) in articles.iter().enumerate() {
        let leads_back = |next: ArticleIx| next.index() == i || rings[next.index()] == rings[i];
        let Some(words) = written(i, &leads_back) else { continue };
        let message = if words.value == article.id.as_str() {
            format!("`{}` rests on itself", article.id)
        } else {
            format!("`{}` rests on `{}`, which goes back to `{}`", article.id, words.value, article.id)
        };
        faults.push(
            Diagnostic::error(Code::ReferenceCircular, words.span, message)
                .help("remove one of the `rests_on` of the circle"),
        );
    }
    for (i, next) in deep(articles, &rings) {
        let Some(words) = written(i, &|ix| ix == next) else { continue };
        let message = format!(
            "`{}` rests on more than {ORIGINS_DEEP_MAX} articles, one behind the other",
            articles[i].id
        );
        faults.push(
            Diagnostic::error(Code::ValueUnsuited, words.span, message)
                .help("let it rest on an article that is nearer to the origin"),
        );
        articles[i].rests_on.clear();
    }
}

fn next(origin: &Origin) -> Option<usize> {
    if let Origin::Article(ix) = origin { Some(ix.index()) } else { None }
}

/// The articles whose chain of origins is one step too long, with the origin that makes it so.
fn deep(articles: &[Article], rings: &[usize]) -> Vec<(usize, ArticleIx)> {
    let mut depths = vec![0_usize; articles.len()];
    let mut found = Vec::new();
    // Rings are numbered from the origins on: whatever an article rests on has a smaller number.
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by_key(|&i| rings[i]);
    for i in order {
        let behind = articles[i].rests_on.iter().filter_map(next).filter(|&n| rings[n] != rings[i]);
        let Some(deepest) = behind.max_by_key(|&n| depths[n]) else { continue };
        depths[i] = depths[deepest] + 1;
        if depths[i] > ORIGINS_DEEP_MAX {
            found.push((i, ArticleIx(deepest as u32)));
            depths[i] = 0;
        }
    }
    found
}

/// A number for each article, the same for two that rest on each other, each after what it rests on
/// (the strongly connected components of Tarjan, without recursion).
fn rings(articles: &[Article]) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let n = articles.len();
    let (mut index, mut low, mut ring) = (vec![UNSEEN; n], vec![0; n], vec![UNSEEN; n]);
    let (mut open, mut n_seen, mut n_rings) = (Vec::new(), 0, 0);
    for start in 0..n {
        if index[start] != UNSEEN {
            continue;
        }
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some((at, step)) = path.pop() {
            if step == 0 {
                (index[at], low[at]) = (n_seen, n_seen);
                n_seen += 1;
                open.push(at);
            }
            match articles[at].rests_on.get(step) {
                Some(origin) => {
                    path.push((at, step + 1));
                    match next(origin) {
                        Some(to) if index[to] == UNSEEN => path.push((to, 0)),
                        Some(to) if ring[to] == UNSEEN => low[at] = low[at].min(index[to]),
                        Some(_) | None => {}
                    }
                }
                None => {
                    if low[at] == index[at] {
                        while let Some(member) = open.pop() {
                            ring[member] = n_rings;
                            if member == at {
                                break;
                            }
                        }
                        n_rings += 1;
                    }
                    if let Some(&(parent, _)) = path.last() {
                        low[parent] = low[parent].min(low[at]);
                    }
                }
            }
        }
    }
    ring
}
