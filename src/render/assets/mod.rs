//! Files that are published as they are, and under which names; entry point [`Assets::of`].
//!
//! A style sheet, script, font or picture of a theme has a digest of its bytes in its name, so that a
//! host may let browsers keep it for ever. Files of content/static/ keep their names.

mod filter;
mod script;
mod sheet;

pub(in crate::render) use filter::{check, register};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::builtin::{BUILTIN_THEME, CHART_FRAME};
use super::compact::compact_css;
use crate::chart;
use crate::diag::{Code, Diagnostic};
use crate::digest::Digest;
use crate::output::{path_of, redirected};
use crate::source::{Asset, FileId, Span};
use crate::text::slug;

/// The folder of a theme's style sheets, scripts, fonts and pictures.
const FOLDER: &str = "assets/";
/// Endings of the files whose published names have a digest.
const DIGESTED: [&str; 16] = [
    "css", "js", "mjs", "woff2", "woff", "ttf", "otf", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif",
    "ico", "cur",
];
/// Hexadecimal digits of a digest in a name.
const N_DIGITS: usize = 8;

/// The files of the theme over those of the built-in one, and the project's own.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    theme: BTreeMap<String, Published>,
    own: Vec<(String, Published)>,
}

/// A file as it is published.
#[derive(Clone, Debug)]
pub struct Published {
    /// Its path in the edition.
    pub path: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// The author's file; `None` for one of the built-in theme.
    pub file: Option<FileId>,
}

impl Assets {
    /// The files of an edition with this theme, and what is wrong with their names and references.
    pub fn of(assets: &[Asset], theme: &str) -> (Self, Vec<Diagnostic>) {
        let mut written: BTreeMap<String, Written> = BTreeMap::new();
        let built_in =
            BUILTIN_THEME.iter().map(|(path, bytes)| ((*path).to_owned(), Arc::from(*bytes), None));
        // What stands around a drawing, then the drawing itself.
        let charts = format!("{CHART_FRAME}\n{}", chart::css());
        let charts = [(format!("{FOLDER}charts.css"), Arc::from(charts.into_bytes()), None)];
        let theme_folder = format!("themes/{theme}/static/");
        let of_theme = below(assets, &theme_folder);
        for (path, bytes, file) in built_in.chain(charts).chain(of_theme) {
            written.insert(path.clone(), Written::new(&path, bytes, file));
        }
        let (theme, mut faults) = published(written);
        faults.extend(theme.iter().filter_map(|(path, script)| script::fault(path, script, &theme)));
        let own: Vec<_> = below(assets, "content/static/")
            .map(|(path, bytes, file)| (path.clone(), Published { path, bytes, file }))
            .collect();
        let taken =
            own.iter().filter(|(path, own)| theme.get(path).is_some_and(|theme| theme.path != own.path));
        faults.extend(taken.filter_map(|(path, own)| Some(name_taken(path, own.file?))));
        (Self { theme, own }, faults)
    }

    /// Every file, those of the theme first, in order of their paths.
    pub fn files(&self) -> impl Iterator<Item = &Published> {
        self.by_path().map(|(_, published)| published)
    }

    /// Every file by the path that it has in its folder.
    pub fn by_path(&self) -> impl Iterator<Item = (&str, &Published)> {
        let all = self.theme.iter().chain(self.own.iter().map(|(path, own)| (path, own)));
        all.map(|(path, published)| (path.as_str(), published))
    }

    /// Every file below the folder of assets by the name that templates ask for it with.
    pub fn by_name(&self) -> impl Iterator<Item = (&str, &Published)> {
        self.by_path().filter_map(|(path, published)| Some((path.strip_prefix(FOLDER)?, published)))
    }

    /// The name by which templates ask for the file that a theme has at a path; `None` where that is its path in the edition.
    pub fn name_of(&self, path: &str) -> Option<&str> {
        let (known, published) = self.theme.get_key_value(path)?;
        (published.path != path).then(|| known.strip_prefix(FOLDER)).flatten()
    }
}

/// A file of a theme before it has its published name.
struct Written {
    bytes: Arc<[u8]>,
    file: Option<FileId>,
    /// Paths of other files that it names.
    names: BTreeSet<String>,
}

impl Written {
    fn new(path: &str, bytes: Arc<[u8]>, file: Option<FileId>) -> Self {
        let Some(sheet) = sheet(path, &bytes) else { return Self { bytes, file, names: BTreeSet::new() } };
        let compact = compact_css(sheet);
        let mut names = BTreeSet::new();
        // Read as it will be rewritten, so that both see the same addresses.
        redirected(&compact, |link| {
            names.extend(path_of(path, link));
            None
        });
        Self { bytes: Arc::from(compact.into_bytes()), file, names }
    }

    /// The file under its published name, once those that it names have theirs.
    fn published(self, path: &str, done: &BTreeMap<String, Published>) -> Published {
        let bytes = match sheet(path, &self.bytes) {
            None => self.bytes,
            Some(sheet) => {
                let other = |link: &str| sheet::renamed(link, &done.get(&path_of(path, link)?)?.path);
                Arc::from(redirected(sheet, other).into_bytes())
            }
        };
        Published { path: with_digest(path, &bytes), bytes, file: self.file }
    }
}

/// Files below a folder, by their paths from there.
fn below<'a>(
    assets: &'a [Asset],
    folder: &'a str,
) -> impl Iterator<Item = (String, Arc<[u8]>, Option<FileId>)> + 'a {
    assets.iter().filter_map(move |asset| {
        let path = asset.path.as_str().strip_prefix(folder)?.to_owned();
        Some((path, asset.bytes.clone(), Some(asset.file)))
    })
}

/// A file after those that it names: their names, and so their digests, are part of it.
fn published(mut written: BTreeMap<String, Written>) -> (BTreeMap<String, Published>, Vec<Diagnostic>) {
    let paths: BTreeSet<String> = written.keys().cloned().collect();
    let mut waiting: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut named_by: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, file) in &written {
        let names: BTreeSet<String> = file.names.intersection(&paths).cloned().collect();
        names.iter().for_each(|name| named_by.entry(name.clone()).or_default().push(path.clone()));
        waiting.insert(path.clone(), names);
    }
    let mut ready: Vec<String> = paths.into_iter().filter(|path| waiting[path].is_empty()).collect();
    let mut done = BTreeMap::new();
    while let Some(path) = ready.pop() {
        let Some(file) = written.remove(&path) else { continue };
        done.insert(path.clone(), file.published(&path, &done));
        for other in named_by.remove(&path).unwrap_or_default() {
            let names = waiting.entry(other.clone()).or_default();
            names.remove(&path);
            if names.is_empty() {
                ready.push(other);
            }
        }
    }
    let faults = written.iter().filter_map(|(path, file)| Some(in_a_circle(path, file.file?))).collect();
    // The edition is not made, but its pages are looked at.
    done.extend(
        written
            .into_iter()
            .map(|(path, Written { bytes, file, .. })| (path.clone(), Published { path, bytes, file })),
    );
    (done, faults)
}

/// The text of a style sheet.
fn sheet<'a>(path: &str, bytes: &'a [u8]) -> Option<&'a str> {
    std::str::from_utf8(bytes).ok().filter(|_| path.ends_with(".css"))
}

/// The published path of a file of a theme.
fn with_digest(path: &str, bytes: &[u8]) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let parts = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty() && path.starts_with(FOLDER));
    let Some((stem, ending)) = parts.filter(|(_, ending)| DIGESTED.contains(&ending.to_lowercase().as_str()))
    else {
        return path.to_owned();
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    // Other signs would need escapes in links.
    let stem = if stem.chars().all(is_plain) { stem.to_owned() } else { slug(stem) };
    let stem = if stem.is_ascii() && !stem.is_empty() { stem.as_str() } else { "asset" };
    let digest = Digest::of(bytes).to_string();
    format!("{folder}/{stem}-{}.{ending}", &digest[..N_DIGITS])
}

fn name_taken(path: &str, file: FileId) -> Diagnostic {
    let message = format!("`{path}` is the path of a file of the theme");
    Diagnostic::error(Code::RouteDuplicate, Span::start_of(file), message)
        .help("give the file another name; a theme's `static/` replaces the files of the built-in theme")
}

fn in_a_circle(path: &str, file: FileId) -> Diagnostic {
    let message = format!("`{path}` imports itself, directly or by way of other style sheets");
    Diagnostic::error(Code::FileUnpublishable, Span::start_of(file), message)
        .help("take one `@import` out of the circle")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets(files: &[(&str, &str)]) -> (Assets, Vec<String>) {
        let asset = |(path, text): &(&str, &str)| Asset {
            path: path.into(),
            bytes: Arc::from(text.as_bytes()),
            file: FileId(7),
        };
        let files: Vec<Asset> = files.iter().map(asset).collect();
        let (assets, faults) = Assets::of(&files, "desk");
        (assets, faults.into_iter().map(|fault| fault.message).collect())
    }

    fn published<'a>(assets: &'a Assets, name: &str) -> (&'a str, &'a str) {
        let (_, file) = assets.by_name().find(|(known, _)| *known == name).unwrap();
        (&file.path, std::str::from_utf8(&file.bytes).unwrap())
    }

    #[test]
    fn a_name_has_the_digest_of_the_bytes_that_are_published() {
        let (assets, _) = assets(&[("themes/desk/static/assets/a.css", "a { b: c }")]);
        let digest = Digest::of(b"a{b:c}").to_string();
        assert_eq!(
            published(&assets, "a.css"),
            (format!("assets/a-{}.css", &digest[..8]).as_str(), "a{b:c}")
        );
        assert_eq!(assets.name_of("assets/a.css"), Some("a.css"));
        assert_eq!(assets.name_of("assets/b.css"), None);
    }

    #[test]
    fn files_that_are_fetched_by_their_names_keep_them() {
        let files = [
            ("themes/desk/static/assets/a.json", "{}"),
            ("themes/desk/static/CNAME", "a.example"),
            ("themes/desk/static/b.css", ""),
            ("content/static/assets/own.css", ""),
        ];
        let (assets, faults) = assets(&files);
        let paths: Vec<&str> = assets.files().map(|file| file.path.as_str()).collect();
        for path in ["assets/a.json", "CNAME", "b.css", "assets/own.css"] {
            assert!(paths.contains(&path), "{path}: {paths:?}");
        }
        assert!(faults.is_empty(), "{faults:?}");
    }

    #[test]
    fn a_style_sheet_names_its_fonts_and_pictures_as_they_are_published() {
        let font = "themes/desk/static/assets/fonts/Plain Sans.woff2";
        let sheet =
            "@import 'base.css';@font-face{src:url(\"fonts/Plain Sans.woff2#a\")}b{c:url(data:x)url(/d.png)}";
        let files = [
            (font, "1"),
            ("themes/desk/static/assets/a.css", sheet),
            ("themes/desk/static/assets/base.css", "b{background:url(no.png)}"),
        ];
        let (before, _) = assets(&files);
        let (path, text) = published(&before, "a.css");
        let base = published(&before, "base.css").0.rsplit('/').next().unwrap();
        let name = published(&before, "fonts/Plain Sans.woff2").0;
        assert!(name.starts_with("assets/fonts/plain-sans-"), "{name}");
        let name = name.strip_prefix("assets/").unwrap();
        let expected =
            format!("@import '{base}';@font-face{{src:url(\"{name}#a\")}}b{{c:url(data:x)url(/d.png)}}");
        assert_eq!(text, expected);
        let (after, _) = assets(&[(font, "2"), files[1], files[2]]);
        assert_ne!(published(&after, "a.css").0, path, "a sheet with another font is another sheet");
    }

    #[test]
    fn style_sheets_that_import_each_other_are_refused() {
        let files = [
            ("themes/desk/static/assets/a.css", "@import \"b.css\";"),
            ("themes/desk/static/assets/b.css", "@import \"./a.css\";"),
        ];
        let (_, faults) = assets(&files);
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults[0].contains("`assets/a.css` imports itself"), "{faults:?}");
    }

    #[test]
    fn a_file_of_the_project_does_not_pass_for_one_of_the_theme() {
        let (_, faults) = assets(&[("content/static/assets/variorum.css", "")]);
        assert_eq!(faults, ["`assets/variorum.css` is the path of a file of the theme"]);
    }
}
