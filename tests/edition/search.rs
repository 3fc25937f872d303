//! The search index leads only to what is there, and says nothing that is held back.

use crate::{build, committed, repository, tree};
use camino::Utf8Path;
use serde_json::Value;

/// What a script of the index hands over.
fn data(script: &[u8]) -> Value {
    let script = std::str::from_utf8(script).expect("scripts are UTF-8");
    let (_, data) = script.split_once(',').expect("a call with a name and data");
    serde_json::from_str(data.trim_end().trim_end_matches(");")).expect("the data is JSON")
}

/// Every result of an edition: address, title, context, text.
fn results(site: &tree::Tree) -> Vec<Vec<String>> {
    let blocks = site.iter().filter(|(name, _)| name.starts_with("search/d"));
    blocks
        .flat_map(|(_, script)| serde_json::from_value::<Vec<Vec<String>>>(data(script)))
        .flatten()
        .collect()
}

#[test]
fn every_result_leads_to_an_anchor_that_is_there() {
    let Some(site) = committed() else { return };
    let results = results(&site);
    assert!(results.len() > 400, "{} results", results.len());
    for result in results {
        let (path, anchor) = result[0].split_once('#').unwrap_or((&result[0], ""));
        let page = site.get(path).unwrap_or_else(|| unreachable!("no {path}"));
        let page = String::from_utf8_lossy(page);
        assert!(anchor.is_empty() || page.contains(&format!("id=\"{anchor}\"")), "no {}", result[0]);
    }
}

#[test]
fn drafts_and_embargoed_sources_are_not_found() {
    let folder = tempfile::tempdir().expect("a folder for tests can be made");
    let project = Utf8Path::from_path(folder.path()).expect("it is UTF-8").join("project");
    tree::write(&tree::read(&repository().join("tests/search/project")), &project);
    let hold_back = |name: &str, how: &str| {
        let path = project.join("content/articles").join(name);
        let text = fs_err::read_to_string(&path).expect("it was just written");
        fs_err::write(&path, text.replacen("text: full", &format!("text: full\n{how}"), 1))
            .expect("it is ours");
    };
    hold_back("chinese.md", "draft: true");
    hold_back("thai.md", "embargo: 2030-01-01");
    build(&project, &project.join("site"), &[]);
    let site = tree::read(&project.join("site"));
    let index: String = site
        .iter()
        .filter(|(name, _)| name.starts_with("search/"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    assert!(index.contains("ឃ្លាំង"), "what is not held back is found");
    for held_back in ["chinese", "示例报", "仓库", "仓", "thai", "ตัวอย่าง", "โกดัง"]
    {
        assert!(!index.contains(held_back), "{held_back} is in the index");
    }
}
