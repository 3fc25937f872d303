//! What a query makes a browser load, by the rule of assets/search-index.js; entry point [`weigh`].

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use variorum::output::OutputTree;
use variorum::text::terms;

/// How many results of a group are shown at first.
const N_SHOWN: usize = 5;

/// The files of one query, with their sizes.
pub struct Weight {
    /// How many results there are.
    pub n_found: usize,
    /// Every file it loads, by name.
    pub files: BTreeMap<String, usize>,
}

impl Weight {
    /// All of them together.
    pub fn bytes(&self) -> usize {
        self.files.values().sum()
    }
}

/// Answers a query of spaced words as the search page does.
pub fn weigh(tree: &OutputTree, query: &str) -> Weight {
    let mut files = BTreeMap::new();
    let mut load = |name: String| {
        let script = tree.get(&format!("search/{name}.js")).expect("the index is complete");
        files.insert(name, script.len());
        data(script)
    };
    let index = load("index".to_owned());
    let n_shards = index["shards"].as_u64().expect("a number");
    let mut found: Option<BTreeMap<usize, usize>> = None;
    for term in terms(query) {
        let shard = load(format!("t{}", shard(&term, n_shards)));
        let own = holding(shard.as_str().expect("a text"), &term);
        found = Some(match found {
            None => own,
            Some(before) => {
                before.into_iter().filter_map(|(at, fit)| Some((at, fit + own.get(&at)?))).collect()
            }
        });
    }
    let mut found: Vec<(usize, usize)> = found.unwrap_or_default().into_iter().collect();
    found.sort_by_key(|&(at, fit)| (std::cmp::Reverse(fit), at));
    let (starts, ends) = (numbers(&index["blocks"]), numbers(&index["ends"]));
    let mut begin = 0;
    for &end in &ends {
        let share = found.iter().filter(|(at, _)| (begin..end).contains(at)).take(N_SHOWN);
        let blocks: BTreeSet<usize> =
            share.map(|(at, _)| starts.partition_point(|start| start <= at) - 1).collect();
        for block in blocks {
            load(format!("d{block}"));
        }
        begin = end;
    }
    Weight { n_found: found.len(), files }
}

/// What a script of the index hands over.
fn data(script: &[u8]) -> Value {
    let script = std::str::from_utf8(script).expect("scripts are UTF-8");
    let (_, data) = script.split_once(',').expect("a call with a name and data");
    serde_json::from_str(data.trim_end().trim_end_matches(");")).expect("the data is JSON")
}

fn shard(term: &str, n_shards: u64) -> u32 {
    let hash = term.chars().take(2).fold(0_u32, |sum, c| sum.wrapping_mul(31).wrapping_add(u32::from(c)));
    hash % u32::try_from(n_shards).expect("the shards are few")
}

/// The documents of every word that begins so, each with how well it fits.
fn holding(shard: &str, term: &str) -> BTreeMap<usize, usize> {
    let mut found = BTreeMap::new();
    for line in shard.lines() {
        let mut fields = line.split(' ');
        let word = fields.next().unwrap_or_default();
        if word != term && (term.chars().count() == 1 || !word.starts_with(term)) {
            continue;
        }
        for (list, fit) in fields.zip([3, 1]) {
            let mut at = 0;
            for distance in list.split(',').filter(|distance| !distance.is_empty()) {
                at += usize::from_str_radix(distance, 36).expect("base 36");
                let best = found.entry(at).or_insert(0);
                *best = (fit + usize::from(word == term)).max(*best);
            }
        }
    }
    found
}

fn numbers(list: &Value) -> Vec<usize> {
    serde_json::from_value(list.clone()).expect("a list of numbers")
}
