//! Where a file of the edition stands, and how one links to another.

use std::fmt;

/// A path below the edition's root, with forward slashes: `events/raids.html`.
///
/// ```
/// use variorum::plan::Route;
/// let event = Route::new("events/raids.html");
/// assert_eq!(event.to(&Route::new("index.html")), "../index.html");
/// assert_eq!(event.to(&Route::new("events/index.html")), "index.html");
/// assert_eq!(Route::new("index.html").to(&event), "events/raids.html");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(String);

impl Route {
    /// A route from ids and fixed names, which hold nothing that needs escaping.
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The path below the root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The document-relative link from this page to a file.
    pub fn to(&self, target: &Route) -> String {
        self.link(&target.0)
    }

    /// The document-relative link to a path that may carry a fragment.
    pub fn link(&self, target: &str) -> String {
        let here: Vec<&str> = self.0.split('/').collect();
        let there: Vec<&str> = target.split('/').collect();
        let folders = here.len() - 1;
        let shared =
            here[..folders].iter().zip(&there[..there.len() - 1]).take_while(|(a, b)| a == b).count();
        let mut link = "../".repeat(folders - shared);
        link.push_str(&there[shared..].join("/"));
        link
    }

    /// The folder it stands in, empty at the root, and its name without the ending.
    ///
    /// ```
    /// use variorum::plan::Route;
    /// assert_eq!(Route::new("events/raids.html").folder_and_stem(), ("events", "raids"));
    /// assert_eq!(Route::new("about.html").folder_and_stem(), ("", "about"));
    /// ```
    pub fn folder_and_stem(&self) -> (&str, &str) {
        let (folder, file) = self.0.rsplit_once('/').unwrap_or(("", &self.0));
        (folder, file.rsplit_once('.').map_or(file, |(stem, _)| stem))
    }

    /// `../` for every folder the page stands in; empty at the root.
    pub fn root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
