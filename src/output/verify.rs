//! The last look at an edition before it is published; entry point [`verify`].
//!
//! Whatever stands here is a fault of the program or of a template, since content was checked
//! before: links and anchors that lead nowhere, ids given twice, XML that a browser refuses, paths
//! that collide on some disk.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::reference::{Addressing, Contents, Root, Target, resolve};
use super::{OutPath, OutputTree, css, html, xml};

/// Something wrong with a file of the edition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TreeFault {
    /// The file.
    pub path: OutPath,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// The link that leads nowhere, as it stands in the file.
    pub link: Option<String>,
    /// What it would lead to in the edition.
    pub target: Option<DeadEnd>,
}

/// What a link of the edition misses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeadEnd {
    /// A file.
    File(String),
    /// An id in a file that is there.
    Anchor(String, String),
}

/// The page that a server shows for addresses that do not exist.
const NOT_FOUND: &str = "404.html";

/// Every fault of the edition, in order of path; `base_url` is where it will stand.
pub fn verify(tree: &OutputTree, base_url: Option<&str>) -> Vec<TreeFault> {
    let root = Root { url: base_url };
    let scanned: Vec<(&OutPath, Result<Contents, String>)> = tree
        .iter()
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|(path, bytes)| (path, scan(path, bytes)))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> = scanned
        .iter()
        .filter_map(|(path, contents)| {
            let ids = contents.as_ref().ok()?.ids.iter().map(String::as_str).collect();
            Some((path.as_str(), ids))
        })
        .collect();
    let mut faults: Vec<TreeFault> = scanned
        .par_iter()
        .flat_map_iter(|(path, contents)| {
            let (messages, dead) = match contents {
                Err(message) => (vec![message.clone()], vec![]),
                Ok(contents) => (repeated(&contents.ids), dead_links(path, &contents.links, root, &ids)),
            };
            let plain = messages.into_iter().map(|message| plain_fault(path, message));
            let dead = dead.into_iter().map(|dead| TreeFault {
                link: Some(dead.link),
                target: dead.target,
                ..plain_fault(path, dead.message)
            });
            plain.chain(dead).collect::<Vec<_>>()
        })
        .collect();
    faults.extend(buried(tree));
    faults.sort();
    faults.dedup();
    faults
}

fn plain_fault(path: &OutPath, message: String) -> TreeFault {
    TreeFault { path: path.clone(), message, link: None, target: None }
}

/// The ids and links of a file, or why it cannot be shown.
fn scan(path: &OutPath, bytes: &[u8]) -> Result<Contents, String> {
    let extension = path.extension();
    if !matches!(extension, "html" | "svg" | "xml" | "css") {
        return Ok(Contents::default());
    }
    let text = std::str::from_utf8(bytes).map_err(|error| format!("is not UTF-8: {error}"))?;
    match extension {
        "html" => Ok(html::scan(text)),
        "css" => Ok(Contents { ids: vec![], links: css::scan(text) }),
        _ => xml::check(text).map_err(|reason| format!("is not well-formed XML: {reason}")),
    }
}

fn repeated(ids: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut messages = vec![];
    for id in ids {
        if id.is_empty() || id.contains(char::is_whitespace) {
            messages.push(format!("the id `{id}` is empty or holds a space"));
        } else if !seen.insert(id) {
            messages.push(format!("the id `{id}` is given twice"));
        }
    }
    messages
}

/// A link that leads nowhere.
struct DeadLink {
    link: String,
    message: String,
    target: Option<DeadEnd>,
}

fn dead_links(
    page: &OutPath,
    links: &[String],
    root: Root<'_>,
    ids: &BTreeMap<&str, BTreeSet<&str>>,
) -> Vec<DeadLink> {
    let addressing = match (page.as_str() == NOT_FOUND, root.url) {
        (true, Some(_)) => Addressing::FromRoot,
        (true, None) => Addressing::Anywhere,
        (false, _) => Addressing::Relative,
    };
    let dead = |link: &String| {
        let (message, target) = match resolve(page.as_str(), link, addressing, root) {
            Target::Outside => return None,
            Target::Fault(reason) => (reason, None),
            Target::Inside { path, fragment } => match (ids.get(path.as_str()), fragment) {
                (None, _) => (format!("leads to `{path}`, which is not there"), Some(DeadEnd::File(path))),
                (Some(ids), Some(id)) if has_ids(&path) && !ids.contains(id.as_str()) => (
                    format!("leads to `#{id}`, which `{path}` does not have"),
                    Some(DeadEnd::Anchor(path, id)),
                ),
                (Some(_), _) => return None,
            },
        };
        Some(DeadLink { link: link.clone(), message: format!("the link `{link}` {message}"), target })
    };
    links.iter().filter_map(dead).collect()
}

/// Whether a fragment of this file is the id of an element.
fn has_ids(path: &str) -> bool {
    [".html", ".svg", ".xml"].iter().any(|ending| path.ends_with(ending))
}

/// Files that would have to stand below a file.
fn buried(tree: &OutputTree) -> Vec<TreeFault> {
    let below = |path: &OutPath| {
        let folder = path.folders().find(|folder| tree.get(folder).is_some())?;
        Some(plain_fault(path, format!("`{folder}` is a file, so nothing can stand below it")))
    };
    tree.iter().filter_map(|(path, _)| below(path)).collect()
}

/// Paths, or folders on the way to them, that some disk would take for one; `on_disk` is what such a
/// disk makes of a name.
pub fn collisions(tree: &OutputTree, on_disk: impl Fn(&str) -> String) -> Vec<TreeFault> {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    let mut faults = vec![];
    for (path, _) in tree.iter() {
        let parts = path.folders().chain([path.as_str()]);
        let taken = parts.filter_map(|part| {
            let known = *names.entry(on_disk(part)).or_insert(part);
            (known != part).then_some((known, part))
        });
        let Some((known, part)) = taken.take(1).next() else { continue };
        let way = if known.to_lowercase() == part.to_lowercase() {
            "in case only"
        } else {
            "only in case or in how its letters are encoded"
        };
        let what = if part == path.as_str() { "file" } else { "folder" };
        faults.push(plain_fault(
            path,
            format!("`{known}` differs {way}, which some disks take for one {what}"),
        ));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[&str]) {
        let mut tree = OutputTree::default();
        for (path, text) in files {
            tree.insert(OutPath::new(*path).unwrap(), text.as_bytes()).unwrap();
        }
        let faults = verify(&tree, Some("https://desk.org/v/"));
        let found: Vec<String> =
            faults.iter().map(|fault| format!("{}: {}", fault.path, fault.message)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sound_edition_has_no_fault() {
        check(
            &[
                ("index.html", "<a href='events/a.html#x'>a</a><img src='charts/c.svg'>"),
                ("events/a.html", "<p id=x><a href='../index.html'><a href='../data/a.csv#row=2'>"),
                ("charts/c.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
                ("data/a.csv", "a"),
                ("style.css", "b { background: url(charts/c.svg) }"),
                ("404.html", "<a href='/v/index.html'>"),
                ("sitemap.xml", "<urlset><url><loc>https://desk.org/v/events/a.html</loc></url></urlset>"),
            ],
            &[],
        );
    }

    #[test]
    fn links_and_anchors_that_lead_nowhere_are_named() {
        check(
            &[
                ("a.html", "<a href='b.html'><a href='c.html#y'><a href='#z'>"),
                ("c.html", "<p id=x>"),
                ("feed.xml", "<feed><link href='https://desk.org/v/gone.html'/></feed>"),
                ("s.css", "a { background: url(gone.png) }"),
            ],
            &[
                "a.html: the link `#z` leads to `#z`, which `a.html` does not have",
                "a.html: the link `b.html` leads to `b.html`, which is not there",
                "a.html: the link `c.html#y` leads to `#y`, which `c.html` does not have",
                "feed.xml: the link `https://desk.org/v/gone.html` leads to `gone.html`, which is not there",
                "s.css: the link `gone.png` leads to `gone.png`, which is not there",
            ],
        );
    }

    #[test]
    fn an_id_given_twice_is_named_once() {
        check(&[("a.html", "<p id=x><p id=x><p id=x>")], &["a.html: the id `x` is given twice"]);
    }

    #[test]
    fn broken_xml_is_a_fault() {
        check(
            &[("c.svg", "<svg>"), ("d.html", "\u{0}")],
            &["c.svg: is not well-formed XML: `<svg>` is never closed"],
        );
    }

    #[test]
    fn nothing_stands_below_a_file() {
        check(&[("x", ""), ("x/y", "")], &["x/y: `x` is a file, so nothing can stand below it"]);
    }

    #[test]
    fn paths_that_collide_on_some_disk_are_faults() {
        let mut tree = OutputTree::default();
        for path in ["A.html", "a.html", "Kit/a", "kit/b", "kit/c"] {
            tree.insert(OutPath::new(path).unwrap(), *b"").unwrap();
        }
        let found: Vec<String> = collisions(&tree, str::to_lowercase)
            .into_iter()
            .map(|fault| format!("{}: {}", fault.path, fault.message))
            .collect();
        assert_eq!(
            found,
            [
                "a.html: `A.html` differs in case only, which some disks take for one file",
                "kit/b: `Kit` differs in case only, which some disks take for one folder",
                "kit/c: `Kit` differs in case only, which some disks take for one folder",
            ]
        );
    }
}
