//! Files of content/static/ that run scripts on the site; entry point [`published`].

use crate::diag::{Code, Diagnostic};
use crate::output::script_in;
use crate::source::{Asset, Loaded, Span};

/// A warning for each file that a browser shows as a page and that runs a script. Scripts of a theme
/// are its own.
pub(super) fn published(loaded: &Loaded) -> Vec<Diagnostic> {
    let own = loaded.assets.iter().filter(|asset| asset.path.starts_with("content/static"));
    own.filter_map(|asset| fault(loaded, asset)).collect()
}

fn fault(loaded: &Loaded, asset: &Asset) -> Option<Diagnostic> {
    let extension = asset.path.extension()?.to_lowercase();
    if !matches!(extension.as_str(), "html" | "htm" | "xhtml" | "xht" | "svg" | "xml") {
        return None;
    }
    let text = String::from_utf8_lossy(&asset.bytes);
    let at = script_in(&text)?;
    // The text of some files is not kept, and then the file as a whole is the place.
    let kept = loaded.sources.file(asset.file).text.as_str();
    let at = if kept.len() == text.len() { at } else { 0 };
    let message = "this file runs a script, with the rights of every page of the site";
    let help = "take the script out, or publish the file at another address, if it is not your own work";
    Some(Diagnostic::warning(Code::ScriptPublished, Span::new(asset.file, at..at), message).help(help))
}
