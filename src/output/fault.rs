//! What is wrong with a finished file: [`TreeFault`].

use super::OutPath;

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

impl TreeFault {
    pub(super) fn plain(path: &OutPath, message: String) -> Self {
        Self { path: path.clone(), message, link: None, target: None }
    }

    pub(super) fn of_link(page: &OutPath, link: &str, reason: &str, target: Option<DeadEnd>) -> Self {
        let message = format!("the link `{link}` {reason}");
        Self { link: Some(link.to_owned()), target, ..Self::plain(page, message) }
    }
}
