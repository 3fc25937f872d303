//! What the program says of itself for other programs: `schema`, `completions` and `man`.

use camino::Utf8Path;
use clap::CommandFactory as _;

use super::args::{Args, CompletionOptions, SchemaOptions};
use super::{Outcome, report};
use crate::output::write_file;
use crate::parse::schemas;

/// Writes the JSON Schema of every format.
pub(super) fn schema(project: &Utf8Path, options: &SchemaOptions) -> anyhow::Result<Outcome> {
    let folder = options.output.clone().unwrap_or_else(|| project.join("schemas"));
    fs_err::create_dir_all(&folder)?;
    for schema in schemas() {
        let path = folder.join(schema.file);
        write_file(&path, schema.text().as_bytes())?;
        report::say(&format!("{path}: {}\n", schema.files.join(", ")));
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
