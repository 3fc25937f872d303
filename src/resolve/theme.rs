//! Whether the theme that variorum.yaml names is there, and whether themes are what they say; entry
//! point [`check`].

use std::collections::BTreeSet;

use camino::Utf8PathBuf;

use crate::diag::{Code, Diagnostic, nearest};
use crate::parse::{Parsed, ParsedTheme};
use crate::source::Sources;
use crate::yaml::Located;

/// Name of the theme that is part of the program.
const BUILT_IN: &str = "default";

/// Reports a theme that is not there or not complete, and themes under another's name.
pub(super) fn check(parsed: &Parsed, sources: &Sources, faults: &mut Vec<Diagnostic>) {
    faults.extend(parsed.themes.iter().filter_map(misnamed));
    let chosen = parsed.settings.as_ref().and_then(|(_, raw)| raw.theme.as_ref());
    faults.extend(chosen.and_then(|theme| missing(theme, parsed, sources)));
}

/// A theme whose name is not its folder's, by which it is chosen.
fn misnamed((folder, _, raw): &ParsedTheme) -> Option<Diagnostic> {
    // A name that could not be read was reported where it stands.
    if raw.name.is_empty() || raw.name.value == *folder {
        return None;
    }
    let message = format!("this theme is called `{}`, but its folder is `themes/{folder}/`", raw.name.value);
    let help = format!("write `name: {folder}`, or rename the folder");
    Some(Diagnostic::error(Code::ThemeInvalid, raw.name.span, message).help(help))
}

/// A theme that is neither built in nor in the project, or of which the project has a part only.
fn missing(theme: &Located<String>, parsed: &Parsed, sources: &Sources) -> Option<Diagnostic> {
    let name = theme.value.as_str();
    // A name that is none was reported with the settings.
    if name == BUILT_IN || name.is_empty() || name.contains(['/', '\\']) {
        return None;
    }
    let folders: BTreeSet<&str> = sources
        .iter()
        .filter_map(|(_, file)| file.path.as_str().strip_prefix("themes/")?.split_once('/'))
        .map(|(folder, _)| folder)
        .collect();
    let fault = |message: String| Diagnostic::error(Code::ThemeInvalid, theme.span, message);
    if !folders.contains(name) {
        let help = match nearest(name, folders.iter().copied().chain([BUILT_IN])) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("make the folder `themes/{name}/`, or write `{BUILT_IN}`"),
        };
        return Some(fault(format!("there is no theme `{name}`")).help(help));
    }
    let path = Utf8PathBuf::from(format!("themes/{name}/theme.yaml"));
    let is_there = sources.find(&path).is_some() || parsed.lost.contains(&path);
    (!is_there).then(|| {
        fault(format!("the theme `{name}` has no `theme.yaml`"))
            .help(format!("add `{path}` with the line `name: {name}`"))
    })
}
