//! Pictures in prose: files of content/static/, measured; entry point [`Binder::picture`].

use camino::Utf8Path;

use super::prose::{Binder, FACT};
use crate::diag::{Code, Diagnostic, nearest};
use crate::digest::Digest;
use crate::markdown::{Link, links, without_marks};
use crate::model::{Picture, PlacedPicture};
use crate::picture::{FORMATS, Unusable, measure};
use crate::source::{Asset, Span};

/// Where the files stand that are published as they are.
const FOLDER: &str = "content/static/";
/// How prose writes that folder.
const WRITTEN: &str = "static/";

/// Whether an image is a picture of another site, which no page shows.
pub(super) fn is_remote(link: &Link) -> bool {
    link.is_image && ["http:", "https:", "//"].iter().any(|start| link.destination.starts_with(start))
}

/// A picture of another site. Each reader's browser would ask that site for it.
pub(super) fn remote(link: &Link, span: Span) -> Diagnostic {
    let message = "a picture of another site is not shown: each reader's browser would ask that site for it";
    let words = described(link);
    let address = link
        .destination
        .strip_prefix("//")
        .map_or_else(|| link.destination.clone(), |rest| format!("https://{rest}"));
    let file = address.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).unwrap_or_default();
    let file = if file.contains('.') { file } else { "picture.jpg" };
    let help = format!(
        "save the file as `{FOLDER}{file}` and write `![{words}]({WRITTEN}{file})`, or link to it: `[{words}]({address})`"
    );
    Diagnostic::error(Code::PictureUnusable, span, message).help(help)
}

/// The words of an image, or words to begin with.
fn described(link: &Link) -> &str {
    let words = link.words.trim();
    if words.is_empty() { "what it shows" } else { words }
}

impl Binder<'_> {
    /// The picture that an image shows; the `nth` of the links and images of its prose.
    pub(super) fn picture(&mut self, nth: usize, link: &Link, span: Span) -> PlacedPicture {
        let picture = self.path_of(link, span).and_then(|path| self.measured(&path, span));
        if picture.is_some() {
            self.check_words(link, span);
        }
        PlacedPicture {
            range: link.range.clone(),
            nth,
            picture,
            description: link.words.trim().to_owned(),
            caption: without_marks(&link.title).into_owned(),
            is_alone: link.is_alone,
            span,
        }
    }

    /// What a picture is told with.
    fn check_words(&mut self, link: &Link, span: Span) {
        let fault = |message: &str| Diagnostic::error(Code::PictureUnusable, span, message);
        let written = &link.destination;
        if link.words.trim().is_empty() {
            let help =
                format!("say what it shows in the square brackets: `![A map of the border]({written})`");
            let message = "a picture without a description is lost on readers who cannot see it";
            self.faults.push(fault(message).help(help));
        }
        if !link.title.is_empty() && !link.is_alone {
            let help = format!(
                "put the picture between two blank lines, in no list, table or quotation, or write `![{}]({written})`",
                described(link)
            );
            let message = "a picture within a paragraph, a list or a table has no room for a caption";
            self.faults.push(fault(message).help(help));
        }
        if links(&link.title).iter().any(|mark| mark.destination.starts_with(FACT)) {
            let message = "a caption has no room for a citation";
            let help = "write the figure as a claim has it, without a link, or say it in the text";
            self.faults.push(fault(message).help(help));
        }
    }

    /// The path of a picture's file below content/static/.
    fn path_of(&mut self, link: &Link, span: Span) -> Option<String> {
        let destination = decoded(&link.destination);
        let written = destination.strip_prefix("../").unwrap_or(&destination).strip_prefix(WRITTEN);
        if let Some(path) = written.filter(|path| self.asset(path).is_some()) {
            return Some(path.to_owned());
        }
        let lost = |path: &str| self.parsed.lost.contains(Utf8Path::new(&format!("{FOLDER}{path}")));
        if written.is_some_and(lost) {
            return None;
        }
        // As other generators and file managers write the same place.
        let slashed = destination.replace('\\', "/");
        let bare = slashed.trim_start_matches(['.', '/']);
        let bare = ["content/static/", "public/", WRITTEN]
            .iter()
            .find_map(|start| bare.strip_prefix(start))
            .unwrap_or(bare);
        let own = || self.parsed.assets.iter().filter_map(|asset| asset.path.as_str().strip_prefix(FOLDER));
        let name = bare.rsplit('/').next().unwrap_or(bare);
        let named = || own().find(|path| path.rsplit('/').next() == Some(name));
        let near = own().find(|path| *path == bare).or_else(named).or_else(|| nearest(bare, own()));
        let words = described(link);
        let (message, help) = match near {
            Some(near) if written.is_none() => (
                format!("`{}` is no path of a picture", link.destination),
                format!("write `![{words}]({})`", encoded(near)),
            ),
            Some(near) => (
                format!("there is no file `{FOLDER}{bare}`"),
                format!("did you mean `![{words}]({})`?", encoded(near)),
            ),
            None => (
                format!("there is no file `{FOLDER}{bare}`"),
                format!("put the picture there, and write `![{words}]({})`", encoded(bare)),
            ),
        };
        self.faults.push(Diagnostic::error(Code::PictureUnusable, span, message).help(help));
        None
    }

    fn asset(&self, path: &str) -> Option<&Asset> {
        Asset::at(&self.parsed.assets, &format!("{FOLDER}{path}"))
    }

    /// A picture's file, measured once however often it is shown.
    fn measured(&mut self, path: &str, span: Span) -> Option<Picture> {
        if let Some(known) = self.pictures.get(path) {
            return known.clone();
        }
        let bytes = self.asset(path)?.bytes.clone();
        let picture = match measure(&bytes) {
            Ok(size) => Some(Picture {
                path: path.to_owned(),
                digest: Digest::of(&bytes),
                ending: size.ending,
                width_px: size.width_px,
                height_px: size.height_px,
            }),
            Err(unusable) => {
                self.faults.push(unusable_file(path, unusable, span));
                None
            }
        };
        self.pictures.insert(path.to_owned(), picture.clone());
        picture
    }
}

fn unusable_file(path: &str, unusable: Unusable, span: Span) -> Diagnostic {
    let (message, help) = match unusable {
        Unusable::OtherFormat => (
            format!("`{FOLDER}{path}` is no picture that every browser shows"),
            format!("convert it to {FORMATS}, or link to it as to a document"),
        ),
        Unusable::NoSize => (
            format!("`{FOLDER}{path}` does not say how large it is"),
            "save it again from a program for pictures; a drawing in SVG needs a `viewBox`, or `width` and `height` in pixels"
                .to_owned(),
        ),
    };
    Diagnostic::error(Code::PictureUnusable, span, message).help(help)
}

/// A path as prose writes it: white space needs pointed brackets.
fn encoded(path: &str) -> String {
    let path = format!("{WRITTEN}{path}");
    if path.contains([' ', '(', ')']) { format!("<{path}>") } else { path }
}

/// A path with `%20` and its like as characters.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = (*first == b'%').then(|| std::str::from_utf8(after.get(..2)?).ok()).flatten();
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}
