//! Addresses in prose that name something by its id, `fact:` and pages of the edition; entry point [`links`].

use std::collections::BTreeSet;
use std::ops::Range;

use super::reference::Target;
use crate::model::Id;

/// The ids of the facts of the sheet that prose stands in.
pub(super) type OwnFacts<'a> = Option<(&'a str, &'a BTreeSet<String>)>;

/// The places in a text where an address names the target.
pub(super) fn links(text: &str, own: OwnFacts<'_>, target: &Target) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for scheme in ["fact:", "chart:"] {
        for (at, _) in text.match_indices(scheme) {
            if opens_address(&text[..at]) {
                let start = at + scheme.len();
                found.extend(
                    of_fact(address(&text[start..]), own, target)
                        .into_iter()
                        .map(|range| shifted(range, start)),
                );
            }
        }
    }
    found.extend(of_page(text, target));
    found.sort_by_key(|range| range.start);
    found
}

/// Whether an address of a link begins behind this text.
fn opens_address(before: &str) -> bool {
    before.ends_with("](") || before.ends_with("](<") || before.ends_with("]: ")
}

fn address(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "-/@".contains(c)));
    &text[..end.unwrap_or(text.len())]
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// `fact`, `fact/part`, `sheet/fact` or `sheet/fact/part`, each with `@source` or without.
fn of_fact(address: &str, own: OwnFacts<'_>, target: &Target) -> Vec<Range<usize>> {
    let (path, source) = address.split_once('@').map_or((address, None), |(path, at)| (path, Some(at)));
    let source_start = path.len() + 1;
    let is_own = |fact: &str| own.is_some_and(|(_, facts)| facts.contains(fact));
    let own_id = own.map_or("", |(id, _)| id);
    let parts: Vec<&str> = path.split('/').collect();
    // The sheet and its start, the fact and its start, the part and its start.
    let (sheet, fact, part) = match parts.as_slice() {
        [fact] => ((own_id, None), (*fact, 0), None),
        [first, second] if is_own(first) => ((own_id, None), (*first, 0), Some((*second, first.len() + 1))),
        [sheet, fact] => ((*sheet, Some(0)), (*fact, sheet.len() + 1), None),
        [sheet, fact, part] => {
            let at = sheet.len() + 1;
            ((*sheet, Some(0)), (*fact, at), Some((*part, at + fact.len() + 1)))
        }
        _ => return Vec::new(),
    };
    let range = |(words, start): (&str, usize)| start..start + words.len();
    let is = |words: &str, id: &Id| words == id.as_str();
    let mut found = Vec::new();
    match target {
        Target::Article(id) => {
            found.extend(source.filter(|words| is(words, id)).map(|words| range((words, source_start))));
        }
        Target::Sheet(id) | Target::Entity(id) => {
            found.extend(sheet.1.filter(|_| is(sheet.0, id)).map(|start| range((sheet.0, start))));
            let is_entity = matches!(target, Target::Entity(_));
            found.extend(part.filter(|(words, _)| is_entity && is(words, id)).map(range));
        }
        Target::Fact(owner, id) if is(sheet.0, owner) && is(fact.0, id) => found.push(range(fact)),
        Target::Fact(..) | Target::Page(_) => {}
    }
    found
}

/// Links to the target's own page: `events/raids.html`.
fn of_page(text: &str, target: &Target) -> Vec<Range<usize>> {
    let folders: &[&str] = match target {
        Target::Article(_) => &["sources/"],
        Target::Sheet(_) => &["events/", "questions/"],
        Target::Entity(_) => &["entities/"],
        Target::Page(_) => &[""],
        Target::Fact(..) => &[],
    };
    let id = target.id().as_str();
    let mut found = Vec::new();
    for folder in folders {
        for (at, _) in text.match_indices(&format!("{folder}{id}.html")) {
            let before = text[..at].trim_end_matches("../");
            let behind = text[at + folder.len() + id.len() + ".html".len()..].chars().next();
            if opens_address(before) && behind.is_none_or(|c| ")#?> \n".contains(c)) {
                let start = at + folder.len();
                found.push(start..start + id.len());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, target: &Target) -> Vec<String> {
        let facts = BTreeSet::from(["held".to_owned()]);
        let ranges = links(text, Some(("raid", &facts)), target);
        let marked = |range: Range<usize>| {
            format!("{}|{}", &text[range.clone()], &text[range.end..][..3.min(text.len() - range.end)])
        };
        ranges.into_iter().map(marked).collect()
    }

    #[test]
    fn an_address_names_a_sheet_a_fact_a_part_and_a_source() {
        let id = |id: &str| Id::new(id).unwrap();
        let text = "[a](fact:held/thai@post) [b](fact:raid/held/thai) fact:raid/held [c](events/raid.html#x)\n\n[d]: fact:raid/held\n";
        assert_eq!(found(text, &Target::Article(id("post"))), ["post|) ["]);
        assert_eq!(found(text, &Target::Sheet(id("raid"))), ["raid|/he", "raid|.ht", "raid|/he"]);
        assert_eq!(found(text, &Target::Entity(id("thai"))), ["thai|@po", "thai|) f"]);
        let fact = Target::Fact(id("raid"), id("held"));
        assert_eq!(found(text, &fact), ["held|/th", "held|/th", "held|\n"]);
        assert!(found(text, &Target::Page(id("raid"))).is_empty());
    }
}
