//! The data files with what stands in them; entry point [`data`].

use serde::Serialize;

use super::Here;
use crate::export::{self, DataFile};

/// The data files.
#[derive(Debug, Serialize)]
pub struct DataView {
    /// The files.
    pub files: Vec<File>,
}

/// A data file.
#[derive(Debug, Serialize)]
pub struct File {
    /// Its name in the folder.
    pub name: String,
    /// Where it is.
    pub href: String,
    /// Where its JSON Schema is.
    pub schema: String,
    /// How many records it holds.
    pub n_records: usize,
    /// How large it is in kilobytes, rounded up.
    pub n_kilobytes: usize,
    /// For a table, where its description for tools is.
    pub description: Option<String>,
    /// Its media type.
    pub media_type: &'static str,
    /// Name for readers.
    pub title: &'static str,
    /// What it holds.
    pub text: &'static str,
    /// Its columns or fields, with what they hold.
    pub fields: Vec<(String, String)>,
}

/// The data files.
pub fn data(here: Here<'_>) -> DataView {
    DataView { files: export::catalogue().into_iter().map(|file| data_file(here, file)).collect() }
}

fn data_file(here: Here<'_>, file: DataFile) -> File {
    let edition = here.edition;
    let written = edition.files.iter().find(|(route, _)| *route == file.route);
    let bytes = written.map_or(&[][..], |(_, bytes)| bytes);
    let is_table = file.media_type == "text/csv";
    File {
        name: file.route.as_str().trim_start_matches("data/").to_owned(),
        href: here.to(file.route.as_str()),
        schema: here.to(file.schema.as_str()),
        n_records: export::n_records(edition.corpus, edition.findings, (&file.route, bytes)),
        n_kilobytes: bytes.len().div_ceil(1_000),
        description: is_table.then(|| here.to(&format!("{}-metadata.json", file.route))),
        media_type: file.media_type,
        title: file.title,
        text: file.about,
        fields: file.fields.into_iter().map(|field| (field.path, field.about)).collect(),
    }
}
