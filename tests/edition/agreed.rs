//! What the agreement page and its chart count is what the data files hold, and every name with a page is
//! spoken of.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::tree::{self, Tree};

fn data(site: &Tree, name: &str) -> Value {
    serde_json::from_slice(&site[name]).unwrap()
}

fn built() -> Option<Tree> {
    let example = crate::example()?;
    let dir = tempfile::tempdir().unwrap();
    let out = camino::Utf8Path::from_path(dir.path()).unwrap().join("site");
    crate::build(example, &out, &[]);
    Some(tree::read(&out))
}

/// Two sources, in order of id.
type Two = (String, String);

fn two(a: &str, b: &str) -> Two {
    (a.min(b).to_owned(), a.max(b).to_owned())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The questions that two sources both answer, of facts that ask the same taken once.
fn shared(facts: &Value) -> BTreeMap<Two, usize> {
    let mut questions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for fact in facts["facts"].as_array().unwrap() {
        let own = format!("{}/{}", text(&fact["owner"]), text(&fact["id"]));
        let question = fact["same_as"].as_str().map_or(own, str::to_owned);
        let sources = fact["claims"].as_array().unwrap().iter().map(|claim| text(&claim["source"]));
        questions.entry(question).or_default().extend(sources);
    }
    let mut shared = BTreeMap::new();
    for sources in questions.values() {
        for a in sources {
            for b in sources.iter().filter(|b| *b > a) {
                *shared.entry(two(a, b)).or_default() += 1;
            }
        }
    }
    shared
}

/// The questions on which two sources contradict each other.
fn contradicting(discrepancies: &Value) -> BTreeMap<Two, usize> {
    let mut pairs: BTreeMap<Two, BTreeSet<String>> = BTreeMap::new();
    for record in discrepancies["discrepancies"].as_array().unwrap() {
        let claims = record["claims"].as_array().unwrap();
        let question = format!("{}/{}", text(&record["owner"]), text(&record["facts"][0]));
        let is_one = record["facts"].as_array().unwrap().len() == 1;
        for (a, b) in claims.iter().flat_map(|a| claims.iter().map(move |b| (a, b))) {
            let differ = a["source"] != b["source"] && a["value"] != b["value"];
            if record["class"] == "contradict" && is_one && differ {
                let pair = two(&text(&a["source"]), &text(&b["source"]));
                pairs.entry(pair).or_default().insert(question.clone());
            }
        }
    }
    pairs.into_iter().map(|(pair, questions)| (pair, questions.len())).collect()
}

/// The number before a word in a cell, 0 without it.
fn count(cell: &str, word: &str) -> usize {
    let words: Vec<&str> = cell.split(['<', '>', ' ']).collect();
    let at = words.windows(2).find(|two| two[1] == word && two[0].parse::<usize>().is_ok());
    at.map_or(0, |two| two[0].parse().unwrap())
}

#[test]
fn every_count_of_agreement_is_that_of_the_data() {
    let Some(site) = built() else { return };
    let (facts, discrepancies) = (data(&site, "data/facts.json"), data(&site, "data/discrepancies.json"));
    let ids: Vec<String> =
        facts["sources"].as_array().unwrap().iter().map(|source| text(&source["id"])).collect();
    let page = std::str::from_utf8(&site["agreement.html"]).unwrap();
    let matrix = page.split("<table class=\"matrix\">").nth(1).unwrap().split("</table>").next().unwrap();
    let rows: Vec<&str> = matrix.split("<tbody>").nth(1).unwrap().split("<tr>").skip(1).collect();
    let (shared, contradicting) = (shared(&facts), contradicting(&discrepancies));
    for (i, row) in rows.iter().enumerate() {
        for (j, cell) in row.split("<td>").skip(1).enumerate().filter(|(j, _)| *j != i) {
            let pair = two(&ids[i], &ids[j]);
            let told = ["contradict", "differ", "agree", "not"].map(|word| count(cell, word));
            let n_shared = shared.get(&pair).copied().unwrap_or_default();
            assert_eq!(told.iter().sum::<usize>(), n_shared, "{pair:?}: {cell}");
            assert_eq!(told[0], contradicting.get(&pair).copied().unwrap_or_default(), "{pair:?}: {cell}");
        }
    }
    let words = ["contradict", "differ otherwise", "agree", "not comparable"];
    let chart = std::str::from_utf8(&site["charts/agreement.svg"]).unwrap();
    for word in words {
        assert!(page.contains(word) && chart.contains(word), "{word}");
    }
}

#[test]
fn every_name_with_a_page_is_spoken_of() {
    let Some(site) = built() else { return };
    let pages = site.iter().filter(|(name, _)| name.starts_with("entities/") && name.ends_with(".html"));
    for (name, bytes) in pages {
        let page = std::str::from_utf8(bytes).unwrap();
        assert!(!page.contains("No recorded claim speaks of"), "{name}");
    }
    assert!(!site.contains_key("entities/asia.html"), "no text names it");
    let country = std::str::from_utf8(&site["entities/indonesia.html"]).unwrap();
    assert!(country.contains("271") && !site.contains_key("entities/indonesian.html"), "one entry");
}

#[test]
fn a_letter_stands_for_one_source_throughout_the_page_of_agreement() {
    let Some(site) = built() else { return };
    let html = String::from_utf8_lossy(&site["agreement.html"]);
    let mut named: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for rest in html.split("<b class=\"siglum\">").skip(1) {
        let (letter, rest) = rest.split_once("</b>").expect("a letter ends");
        let (name, _) = rest.split_once("</th>").expect("a letter stands in the head of a row");
        let name = name.trim().trim_end_matches("</a>");
        named.entry(letter).or_default().insert(name.rsplit('>').next().unwrap_or(name));
    }
    assert!(named.len() > 2, "{named:?}");
    let shared: Vec<_> = named.iter().filter(|(_, names)| names.len() > 1).collect();
    assert!(shared.is_empty(), "{shared:?}");
}
