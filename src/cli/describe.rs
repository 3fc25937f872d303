//! What the program says of itself for other programs: `schema`, `completions` and `man`.

use camino::Utf8Path;
use clap::CommandFactory as _;

use super::args::{Args, CompletionOptions, SchemaOptions};
use super::{Outcome, report};
use crate::disk::{Folder, create_folders, replace_file};
use crate::parse::schemas;

/// Writes the JSON Schema of every format.
pub(super) fn schema(project: &Utf8Path, options: &SchemaOptions) -> anyhow::Result<Outcome> {
    let folder = match &options.output {
        // A folder that was named may be anywhere.
        Some(output) => {
            fs_err::create_dir_all(output)?;
            Folder::open(output)?
        }
        None => create_folders(&Folder::open(project)?, Utf8Path::new("schemas"))?,
    };
    for schema in schemas() {
        replace_file(&folder, Utf8Path::new(schema.file), schema.text().as_bytes())?;
        report::say(&format!("{}: {}\n", folder.path().join(schema.file), schema.files.join(", ")));
    }
    Ok(Outcome::Fine)
}

/// Prints what a shell needs to complete commands and flags.
pub(super) fn completions(options: &CompletionOptions) -> anyhow::Result<Outcome> {
    let mut text = Vec::new();
    clap_complete::generate(options.shell, &mut Args::command(), "variorum", &mut text);
    report::print(&String::from_utf8_lossy(&text))?;
    Ok(Outcome::Fine)
}

/// Prints the manual page.
pub(super) fn man() -> anyhow::Result<Outcome> {
    let mut text = Vec::new();
    clap_mangen::Man::new(Args::command()).render(&mut text)?;
    report::print(&String::from_utf8_lossy(&text))?;
    Ok(Outcome::Fine)
}
