//! A project to begin with: two reports that agree, vary and contradict each other, with every
//! kind of file; entry point [`new_project`].

use super::NewFile;
use crate::parse::schemas;

/// The starter's files, by path.
const STARTER: [(&str, &str); 7] = [
    ("variorum.yaml", include_str!("starter/variorum.yaml")),
    ("content/entities.yaml", include_str!("starter/content/entities.yaml")),
    ("content/articles/harbour-gazette.md", include_str!("starter/content/articles/harbour-gazette.md")),
    ("content/articles/coast-radio.md", include_str!("starter/content/articles/coast-radio.md")),
    ("content/events/pier-9-fire.yaml", include_str!("starter/content/events/pier-9-fire.yaml")),
    ("content/briefing.md", include_str!("starter/content/briefing.md")),
    ("content/pages/about.md", include_str!("starter/content/pages/about.md")),
];

/// Every file of a new project, its schemas for editors included.
pub fn new_project() -> Vec<NewFile> {
    let starter =
        STARTER.iter().map(|(path, text)| NewFile { path: (*path).into(), text: (*text).to_owned() });
    let schemas = schemas()
        .into_iter()
        .map(|schema| NewFile { path: format!("schemas/{}", schema.file).into(), text: schema.text() });
    starter.chain(schemas).collect()
}
