//! A large edition looked at from outside: a page of each sort, the largest, through the HTML checker
//! and the browser; entry point [`check`].
//!
//! Five hundred events that two hundred sources tell have twelve hundred pages, which are alike but
//! for their words: to look at all of them would take an hour and show nothing more.

use crate::command::{command, run};
use crate::pages::{built, html_of};
use crate::tools;
use anyhow::{Context as _, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Events, articles, and how many articles tell of the first event; tests/scale has the same.
const SIZE: [&str; 3] = ["500", "200", "60"];

/// Makes the project and its edition, and looks at the largest page of each sort.
pub fn check(root: &Path) -> Result<()> {
    tools::install(root)?;
    let project = "target/large";
    let content = root.join(project).join("content");
    if content.exists() {
        fs::remove_dir_all(&content).with_context(|| format!("clear {}", content.display()))?;
    }
    let write = ["run", "--quiet", "--locked", "--example", "generated", "--", project];
    run(command(root, "cargo", &[write.as_slice(), &SIZE].concat()))?;
    run(command(root, "cargo", &["run", "--quiet", "--locked", "--", "--project", project, "build"]))?;
    let site = built(&root.join(project).join("site"))?;
    let mut sizes = Vec::new();
    collect(&site, "", &mut sizes)?;
    let sample = largest_of_each_sort(sizes);
    for (path, bytes) in &sample {
        println!("{bytes:>9} {path}");
    }
    let pages: Vec<&str> = sample.iter().map(|(path, _)| path.as_str()).collect();
    html_of(root, &site, &pages)?;
    let mut check = command(&root.join("xtask/browser"), "node", &["check.mjs"]);
    check.arg(&site).args(["root", "--pages"]).args(pages);
    run(check)
}

/// Every page below a folder, by its path from the root of the site, with its size.
fn collect(site: &Path, folder: &str, pages: &mut Vec<(String, u64)>) -> Result<()> {
    let here = site.join(folder);
    for entry in fs::read_dir(&here).with_context(|| format!("list {}", here.display()))? {
        let entry = entry.with_context(|| format!("list {}", here.display()))?;
        let name = entry.file_name();
        let name = name.to_str().with_context(|| format!("{} is not UTF-8", entry.path().display()))?;
        let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let about = entry.metadata().with_context(|| format!("look at {path}"))?;
        if about.is_dir() {
            collect(site, &path, pages)?;
        } else if path.ends_with(".html") && path != "404.html" {
            pages.push((path, about.len()));
        }
    }
    if pages.is_empty() {
        bail!("{} holds no pages", here.display());
    }
    Ok(())
}

/// The largest page of each folder, those of a sheet's own folder taken together, and each page that is
/// one of its sort.
fn largest_of_each_sort(mut pages: Vec<(String, u64)>) -> Vec<(String, u64)> {
    pages.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
    let mut largest: BTreeMap<String, (String, u64)> = BTreeMap::new();
    for page in pages {
        largest.entry(sort_of(&page.0)).or_insert(page);
    }
    largest.into_values().collect()
}

fn sort_of(path: &str) -> String {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        [page] => (*page).to_owned(),
        [.., "index.html"] => path.to_owned(),
        [folders @ .., _] => {
            let named = folders.iter().take(2).copied().collect::<Vec<_>>().join("/");
            format!("{named}, {} deep", folders.len())
        }
        [] => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_each_sort_the_largest_page_is_looked_at() {
        let pages = [
            ("index.html", 3),
            ("timeline.html", 2),
            ("events/index.html", 1),
            ("events/a.html", 5),
            ("events/b.html", 9),
            ("discrepancies/events/a.html", 4),
            ("discrepancies/events/a/when.html", 6),
            ("discrepancies/events/b/when.html", 7),
        ];
        let pages = pages.map(|(path, bytes)| (path.to_owned(), bytes)).to_vec();
        let mut sample: Vec<String> = largest_of_each_sort(pages).into_iter().map(|page| page.0).collect();
        sample.sort();
        let expected = [
            "discrepancies/events/a.html",
            "discrepancies/events/b/when.html",
            "events/b.html",
            "events/index.html",
            "index.html",
            "timeline.html",
        ];
        assert_eq!(sample, expected);
    }
}
