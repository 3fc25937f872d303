//! Where a file of the edition stands: [`OutPath`].

use std::fmt;

/// A path below the edition's root that every disk, server and URL can hold.
///
/// ```
/// use variorum::output::OutPath;
/// assert_eq!(OutPath::new("events/raids.html").unwrap().as_str(), "events/raids.html");
/// assert!(OutPath::new("../secret").is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(String);

/// Why a text is no [`OutPath`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathFault {
    /// The text.
    pub path: String,
    /// What is wrong with it, as the end of a sentence.
    pub reason: &'static str,
}

impl OutPath {
    /// The manifest that [`super::publish`] keeps; no other file may have its name.
    pub const MANIFEST: &'static str = ".variorum-manifest";

    /// How the names begin that publishing keeps for itself at the top of a published folder.
    const OWN_PREFIX: &'static str = ".variorum-";

    /// Reads a path: relative, forward slashes, no `.` or `..`.
    pub fn new(path: impl Into<String>) -> Result<Self, PathFault> {
        let path = path.into();
        match fault(&path) {
            None => Ok(Self(path)),
            Some(reason) => Err(PathFault { path, reason }),
        }
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text after the last dot of the file name.
    pub fn extension(&self) -> &str {
        let name = self.0.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Every folder that the path passes through, outermost first.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.match_indices('/').map(|(i, _)| &self.0[..i])
    }
}

fn fault(path: &str) -> Option<&'static str> {
    // The narrowest limits of the usual disks: 255 bytes a name, and room for the folder's own path.
    if path.len() > 1024 {
        return Some("it is longer than 1024 bytes");
    }
    if path.starts_with(OutPath::OWN_PREFIX) {
        return Some("the name is kept for what publishing needs");
    }
    path.split('/').find_map(segment_fault)
}

fn segment_fault(segment: &str) -> Option<&'static str> {
    if segment.is_empty() {
        return Some("a name in it is empty");
    }
    if matches!(segment, "." | "..") {
        return Some("it leads through `.` or `..`");
    }
    if segment.len() > 255 {
        return Some("a name in it is longer than 255 bytes");
    }
    if segment.contains(['\\', ':', '*', '?', '"', '<', '>', '|', '#']) || segment.contains(char::is_control)
    {
        return Some("it holds a character that some disk or server cannot");
    }
    if segment.ends_with(['.', ' ']) || segment.starts_with(' ') {
        return Some("a name in it begins or ends with a space, or ends with a dot");
    }
    if is_device(segment) {
        return Some("Windows keeps a name in it for a device");
    }
    None
}

/// Whether Windows takes a file name for a device, whatever follows its first dot: `con.html`, `NUL`.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |port: &str| {
        let number = stem.strip_prefix(port).unwrap_or_default();
        matches!(number, "¹" | "²" | "³")
            || number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || numbered("com")
        || numbered("lpt")
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

impl fmt::Display for PathFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` cannot be a file of the edition: {}", self.path, self.reason)
    }
}

impl std::error::Error for PathFault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contracts_file_names_are_paths() {
        for path in [
            "index.html",
            "console.html",
            "com.html",
            "com10.html",
            "pro-con.html",
            "events/index.html",
            ".nojekyll",
            "data/claims.csv",
            ".well-known/x",
            "ឯកសារ.pdf",
        ] {
            assert_eq!(OutPath::new(path).unwrap().as_str(), path);
        }
    }

    #[test]
    fn what_leads_out_or_cannot_be_stored_is_refused() {
        for path in [
            "",
            "/etc/passwd",
            "../a",
            "a/../b",
            "a//b",
            "a/",
            "./a",
            "C:/a",
            "a\\b",
            "a\nb",
            "a?b",
            "a.",
            "a ",
            "con.html",
            "x/NUL",
            "CON.txt",
            "aux .b",
            "com1.csv",
            "LPT¹",
        ] {
            assert!(OutPath::new(path).is_err(), "{path}");
        }
        assert!(OutPath::new(".variorum-manifest").is_err());
        assert!(OutPath::new("x".repeat(256)).is_err());
    }

    #[test]
    fn folders_and_extension_are_read_from_the_text() {
        let path = OutPath::new("a/b.c/d.tar.gz").unwrap();
        assert_eq!(path.folders().collect::<Vec<_>>(), ["a", "a/b.c"]);
        assert_eq!(path.extension(), "gz");
        assert_eq!(OutPath::new("a.b/c").unwrap().extension(), "");
    }
}
