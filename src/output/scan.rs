//! What verification keeps of a file whose bytes are gone: [`Scan`].
//!
//! A link that leads to another file is kept as the [`key`] of its target, eight bytes, and so is every id. Where a key
//! turns out to be missing, the file is made again and read for its words, which only a faulty edition needs.

use std::collections::BTreeSet;

use super::fault::TreeFault;
use super::reference::{Addressing, Contents, Root, Target, resolve};
use super::{OutPath, css, html, xml};
use crate::digest::key;

/// The page that a server shows for addresses that do not exist.
const NOT_FOUND: &str = "404.html";

/// What is known of a finished file without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Its length.
    pub(super) n_bytes: u64,
    /// Keys of the ids that others may link to.
    pub(super) ids: Box<[u64]>,
    /// Keys of what it links to, each once, its own ids left out.
    pub(super) links: Box<[u64]>,
    /// What is wrong with the file by itself.
    pub(super) faults: Vec<TreeFault>,
}

/// A link into the edition.
pub(super) struct Inside {
    /// The path of the file.
    pub(super) path: String,
    /// The id in it, where the file has ids.
    pub(super) id: Option<String>,
}

impl Scan {
    /// Reads a finished file; `base_url` is where the edition will stand.
    pub fn of(path: &OutPath, bytes: &[u8], base_url: Option<&str>) -> Self {
        let n_bytes = bytes.len() as u64;
        let contents = match contents(path, bytes) {
            Ok(contents) => contents,
            Err(message) => {
                let faults = vec![TreeFault::plain(path, message)];
                return Self { n_bytes, ids: [].into(), links: [].into(), faults };
            }
        };
        let ids: BTreeSet<u64> = contents.ids.iter().map(|id| anchor_key(path.as_str(), id)).collect();
        let mut faults: Vec<TreeFault> =
            repeated(&contents.ids).into_iter().map(|message| TreeFault::plain(path, message)).collect();
        let mut links = BTreeSet::new();
        for link in &contents.links {
            match inside(path, link, base_url) {
                Ok(None) => {}
                Ok(Some(inside)) => {
                    links.insert(inside.key());
                }
                Err(reason) => faults.push(TreeFault::of_link(path, link, &reason, None)),
            }
        }
        let links = links.difference(&ids).copied().collect();
        Self { n_bytes, ids: ids.into_iter().collect(), links, faults }
    }
}

impl Inside {
    /// What stands for the target in a table.
    pub(super) fn key(&self) -> u64 {
        match &self.id {
            Some(id) => anchor_key(&self.path, id),
            None => key(&self.path),
        }
    }
}

/// No path holds a `#`, so no file and no anchor are one text.
pub(super) fn anchor_key(path: &str, id: &str) -> u64 {
    key(&format!("{path}#{id}"))
}

/// The ids and links of a file, or why it cannot be shown.
pub(super) fn contents(path: &OutPath, bytes: &[u8]) -> Result<Contents, String> {
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

/// Where in the edition a link leads, `None` where it leads out of it; or why it leads nowhere.
pub(super) fn inside(page: &OutPath, link: &str, base_url: Option<&str>) -> Result<Option<Inside>, String> {
    let addressing = match (page.as_str() == NOT_FOUND, base_url) {
        (true, Some(_)) => Addressing::FromRoot,
        (true, None) => Addressing::Anywhere,
        (false, _) => Addressing::Relative,
    };
    match resolve(page.as_str(), link, addressing, Root { url: base_url }) {
        Target::Outside => Ok(None),
        Target::Fault(reason) => Err(reason),
        Target::Inside { path, fragment } => {
            let id = fragment.filter(|_| has_ids(&path));
            Ok(Some(Inside { path, id }))
        }
    }
}

/// Whether a fragment of this file is the id of an element.
fn has_ids(path: &str) -> bool {
    [".html", ".svg", ".xml"].iter().any(|ending| path.ends_with(ending))
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
