//! `variorum eject`: a file that is part of the program, as text to be changed.

use super::args::EjectOptions;
use super::{Outcome, report};
use crate::diag::nearest;
use crate::language::BUILTIN;
use crate::render::{BUILTIN_TEMPLATES, BUILTIN_THEME};

/// Prints a built-in file and says where a changed one takes its place; without a name, lists them all.
pub(super) fn eject(options: &EjectOptions) -> anyhow::Result<Outcome> {
    let files = files();
    let Some(name) = &options.name else {
        let lines = files.iter().map(|file| format!("{:<26}{}\n", file.name, file.place));
        report::print(&lines.collect::<String>())?;
        return Ok(Outcome::Fine);
    };
    let Some(file) =
        files.iter().find(|file| file.name == *name || file.place.ends_with(&format!("/{name}")))
    else {
        let near = nearest(name, files.iter().map(|file| file.name.as_str()));
        let help = near.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default();
        report::say(&format!("error: nothing built in is called `{name}`{help}\n"));
        return Ok(Outcome::Misused);
    };
    report::print(&file.text)?;
    report::say(&format!("changed, it takes the place of the built-in one as `{}`\n", file.place));
    Ok(Outcome::Fine)
}

/// A file that is part of the program.
struct BuiltIn {
    name: String,
    /// Where a project has its own.
    place: String,
    text: String,
}

fn files() -> Vec<BuiltIn> {
    let templates = BUILTIN_TEMPLATES.iter().map(|(name, text)| BuiltIn {
        name: (*name).to_owned(),
        place: format!("templates/{name}"),
        text: (*text).to_owned(),
    });
    let theme = BUILTIN_THEME.iter().map(|(path, bytes)| BuiltIn {
        name: path.rsplit('/').next().unwrap_or(path).to_owned(),
        place: format!("themes/NAME/static/{path}"),
        text: String::from_utf8_lossy(bytes).into_owned(),
    });
    let words = BUILTIN.iter().map(|(tag, text)| BuiltIn {
        name: format!("{tag}.yaml"),
        place: format!("strings/{tag}.yaml"),
        text: (*text).to_owned(),
    });
    templates.chain(theme).chain(words).collect()
}
