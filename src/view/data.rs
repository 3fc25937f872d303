//! The data files with what stands in them; entry point [`data`].

use schemars::JsonSchema;
use serde::Serialize;

use super::Here;
use crate::export::{self, DataFile, OtherFile};
use crate::model::Export;

/// The data files.
#[derive(Debug, JsonSchema, Serialize)]
pub struct DataView {
    /// The files.
    pub files: Vec<File>,
    /// What else there is for machines.
    pub others: Vec<Other>,
}

/// A file for machines that is no data file, or a kind of them.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Other {
    /// Its path below the root.
    pub path: &'static str,
    /// Where it is; none for a kind of files.
    pub href: Option<String>,
    /// What it is.
    pub about: &'static str,
}

/// A column or field of a data file.
#[derive(Debug, JsonSchema, Serialize)]
pub struct FieldView {
    /// Its path.
    pub path: String,
    /// What it holds.
    pub about: Vec<Piece>,
}

/// Words, or something to be typed as it is.
#[derive(Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Piece {
    /// The characters.
    pub text: String,
    /// Whether they are typed as they are.
    pub is_code: bool,
}

/// A data file.
#[derive(Debug, JsonSchema, Serialize)]
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
    /// For a table, where its description for tools is, if the edition has one.
    pub description: Option<String>,
    /// Its media type.
    pub media_type: &'static str,
    /// Name for readers.
    pub title: &'static str,
    /// What it holds.
    pub text: &'static str,
    /// Its columns or fields, with what they hold.
    pub fields: Vec<FieldView>,
}

/// The data files.
pub fn data(here: Here<'_>) -> DataView {
    let is_written = |path: &str| {
        path == "briefing.md" || here.edition.files().iter().any(|(route, _)| route.as_str() == path)
    };
    DataView {
        files: export::catalogue(here.edition.corpus).into_iter().map(|file| data_file(here, file)).collect(),
        others: export::others(is_written).into_iter().map(|file| other(here, file)).collect(),
    }
}

fn other(here: Here<'_>, file: OtherFile) -> Other {
    let is_one = !file.path.contains('<');
    Other { path: file.path, href: is_one.then(|| here.to(file.path)), about: file.about }
}

fn data_file(here: Here<'_>, file: DataFile) -> File {
    let edition = here.edition;
    let written = edition.files().iter().find(|(route, _)| *route == file.route);
    let bytes = written.map_or(&[][..], |(_, bytes)| bytes.as_ref());
    let is_table = file.media_type == "text/csv";
    File {
        name: file.route.as_str().trim_start_matches("data/").to_owned(),
        href: here.to(file.route.as_str()),
        schema: here.to(file.schema.as_str()),
        n_records: export::n_records(edition.corpus, edition.findings, (&file.route, bytes)),
        n_kilobytes: bytes.len().div_ceil(1_000),
        description: (is_table && edition.corpus.settings.exports.contains(&Export::Csvw))
            .then(|| here.to(&format!("{}-metadata.json", file.route))),
        media_type: file.media_type,
        title: file.title,
        text: file.about,
        fields: file
            .fields
            .into_iter()
            .map(|field| FieldView { path: field.path, about: pieces(&field.about) })
            .collect(),
    }
}

/// Words with what stands between backticks set apart.
fn pieces(about: &str) -> Vec<Piece> {
    let pieces = about.split('`').enumerate();
    let pieces = pieces.map(|(i, text)| Piece { text: text.to_owned(), is_code: i % 2 == 1 });
    pieces.filter(|piece| !piece.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_as_it_is_stands_apart() {
        let read = |about: &str| {
            pieces(about).into_iter().map(|piece| (piece.text, piece.is_code)).collect::<Vec<_>>()
        };
        assert_eq!(
            read("`closed` or `none`, likewise."),
            [
                ("closed".to_owned(), true),
                (" or ".to_owned(), false),
                ("none".to_owned(), true),
                (", likewise.".to_owned(), false)
            ]
        );
        assert_eq!(read("Its page."), [("Its page.".to_owned(), false)]);
    }
}
