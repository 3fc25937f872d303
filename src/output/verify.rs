//! The last look at an edition before it is published; entry point [`Scans::verify`].
//!
//! Whatever stands here is a fault of the program or of a template, since content was checked
//! before: links and anchors that lead nowhere, ids given twice, XML that a browser refuses, paths
//! that collide on some disk. Only small tables are looked at: the files themselves are gone by then.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::fault::{DeadEnd, TreeFault};
use super::scan::{Scan, anchor_key, contents, inside};
use super::{OutPath, OutputTree};
use crate::digest::key;

/// Every file of an edition, without its bytes.
#[derive(Clone, Debug, Default)]
pub struct Scans {
    files: BTreeMap<OutPath, Scan>,
    /// Keys of all files and of all ids in them, in order.
    known: Vec<u64>,
}

impl Scans {
    /// The table of all files, each path once.
    pub fn of(scanned: Vec<(OutPath, Scan)>) -> Self {
        let n_keys = scanned.iter().map(|(_, scan)| 1 + scan.ids.len()).sum();
        let mut known = Vec::with_capacity(n_keys);
        let mut files = BTreeMap::new();
        for (path, mut scan) in scanned {
            known.push(key(path.as_str()));
            known.extend(std::mem::take(&mut scan.ids));
            files.insert(path, scan);
        }
        known.par_sort_unstable();
        Self { files, known }
    }

    /// How many files there are.
    pub fn n_files(&self) -> usize {
        self.files.len()
    }

    /// Whether there is a file at a path.
    pub fn has(&self, path: &str) -> bool {
        OutPath::new(path).is_ok_and(|path| self.files.contains_key(&path))
    }

    /// The path of every file and how many bytes it has, in order of path.
    pub fn sizes(&self) -> impl Iterator<Item = (&OutPath, u64)> {
        self.files.iter().map(|(path, scan)| (path, scan.n_bytes))
    }

    /// Every fault of the edition, in order of path; `base_url` is where it will stand.
    ///
    /// `read` makes a file again: it is asked for files that hold links to nowhere, and for no others.
    pub fn verify(
        &self,
        base_url: Option<&str>,
        read: &(dyn Fn(&str) -> Option<Arc<[u8]>> + Sync),
    ) -> Vec<TreeFault> {
        let of_file = |(path, scan): (&OutPath, &Scan)| {
            let mut faults = scan.faults.clone();
            if scan.links.iter().any(|link| !self.knows(*link)) {
                faults.extend(self.dead_links(path, &read(path.as_str()).unwrap_or_default(), base_url));
            }
            faults
        };
        let mut faults: Vec<TreeFault> = self.files.par_iter().flat_map_iter(of_file).collect();
        faults.extend(self.buried());
        faults.sort();
        faults.dedup();
        faults
    }

    fn knows(&self, key: u64) -> bool {
        self.known.binary_search(&key).is_ok()
    }

    /// The links of a file that lead to a file or an id that is not there.
    fn dead_links(&self, page: &OutPath, bytes: &[u8], base_url: Option<&str>) -> Vec<TreeFault> {
        let links = contents(page, bytes).unwrap_or_default().links;
        let dead = |link: &String| {
            let target = inside(page, link, base_url).ok()??;
            let (path, id) = (target.path, target.id);
            let (reason, missing) = match id {
                _ if !self.has(&path) => {
                    (format!("leads to `{path}`, which is not there"), DeadEnd::File(path))
                }
                Some(id) if !self.knows(anchor_key(&path, &id)) => {
                    (format!("leads to `#{id}`, which `{path}` does not have"), DeadEnd::Anchor(path, id))
                }
                Some(_) | None => return None,
            };
            Some(TreeFault::of_link(page, link, &reason, Some(missing)))
        };
        links.iter().filter_map(dead).collect()
    }

    /// Files that would have to stand below a file.
    fn buried(&self) -> Vec<TreeFault> {
        let below = |path: &OutPath| {
            let folder = path.folders().find(|folder| self.has(folder))?;
            Some(TreeFault::plain(path, format!("`{folder}` is a file, so nothing can stand below it")))
        };
        self.files.keys().filter_map(below).collect()
    }

    /// Paths, or folders on the way to them, that some disk would take for one; `on_disk` is what such a
    /// disk makes of a name.
    pub fn collisions(&self, on_disk: impl Fn(&str) -> String) -> Vec<TreeFault> {
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        let mut faults = vec![];
        for path in self.files.keys() {
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
            let message = format!("`{known}` differs {way}, which some disks take for one {what}");
            faults.push(TreeFault::plain(path, message));
        }
        faults
    }
}

/// Every fault of an edition that is held in memory, in order of path.
pub fn verify(tree: &OutputTree, base_url: Option<&str>) -> Vec<TreeFault> {
    let read = |path: &str| tree.get(path).map(Arc::from);
    scans(tree, base_url).verify(base_url, &read)
}

fn scans(tree: &OutputTree, base_url: Option<&str>) -> Scans {
    let files: Vec<_> = tree.iter().collect();
    let scanned = files.into_par_iter().map(|(path, bytes)| (path.clone(), Scan::of(path, bytes, base_url)));
    Scans::of(scanned.collect())
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
        let found: Vec<String> = scans(&tree, None)
            .collisions(str::to_lowercase)
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
