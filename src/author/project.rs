//! A project to begin with; entry point [`new_project`].
//!
//! The sample holds two reports that agree, vary and contradict each other, with every kind of file; on request also a
//! digest whose text stays in a capture. A bare project has no sample.

use super::NewFile;
use crate::parse::schemas;

/// What a new project holds.
#[derive(Clone, Debug)]
pub struct NewProject {
    /// No sample.
    pub bare: bool,
    /// The sample shows a digest, and the capture in which its quotes are verified.
    pub captures: bool,
    /// BCP 47 tag of the edition's language.
    pub language: String,
}

/// Files by path.
type Files = &'static [(&'static str, &'static str)];

const STARTER: Files = &[
    ("variorum.yaml", include_str!("starter/variorum.yaml")),
    ("content/entities.yaml", include_str!("starter/content/entities.yaml")),
    ("content/articles/harbour-gazette.md", include_str!("starter/content/articles/harbour-gazette.md")),
    ("content/articles/coast-radio.md", include_str!("starter/content/articles/coast-radio.md")),
    ("content/events/pier-9-fire.yaml", include_str!("starter/content/events/pier-9-fire.yaml")),
    ("content/briefing.md", include_str!("starter/content/briefing.md")),
    ("content/pages/about.md", include_str!("starter/content/pages/about.md")),
];

const WITH_CAPTURES: Files = &[
    ("content/articles/northern-wire.md", include_str!("with-captures/content/articles/northern-wire.md")),
    ("content/questions/cause.yaml", include_str!("with-captures/content/questions/cause.yaml")),
    ("content/captures.lock.yaml", include_str!("with-captures/content/captures.lock.yaml")),
    ("captures/northern-wire.txt", include_str!("with-captures/captures/northern-wire.txt")),
];

const BARE: Files = &[
    ("variorum.yaml", include_str!("bare/variorum.yaml")),
    ("content/entities.yaml", include_str!("bare/content/entities.yaml")),
];

const AROUND: Files = &[
    (".gitignore", include_str!("around/gitignore")),
    (".vscode/extensions.json", include_str!("around/vscode/extensions.json")),
    (".vscode/variorum.code-snippets", include_str!("around/vscode/variorum.code-snippets")),
    ("README.md", include_str!("around/README.md")),
];

/// Every file of a new project, what editors need included.
pub fn new_project(project: &NewProject) -> Vec<NewFile> {
    let content = if project.bare { BARE } else { STARTER };
    let captures: Files = if project.captures && !project.bare { WITH_CAPTURES } else { &[] };
    let title = if project.bare { "An edition" } else { "The fire at Pier 9" };
    let files = content.iter().chain(captures).chain(AROUND).map(|(path, text)| {
        let text = match *path {
            "variorum.yaml" => text.replace("language: en", &format!("language: {}", project.language)),
            "README.md" => text.replace("{{title}}", title),
            _ => (*text).to_owned(),
        };
        NewFile { path: (*path).into(), text }
    });
    let schemas = schemas()
        .into_iter()
        .map(|schema| NewFile { path: format!("schemas/{}", schema.file).into(), text: schema.text() });
    files.chain(schemas).chain([editor_settings()]).collect()
}

/// Which schema the editor holds which file against; those of front matter are for other extensions.
fn editor_settings() -> NewFile {
    let is_yaml = |file: &&&str| file.ends_with(".yaml");
    let associations: serde_json::Map<String, serde_json::Value> = schemas()
        .into_iter()
        .filter_map(|schema| {
            let files: Vec<String> =
                schema.files.iter().filter(is_yaml).map(|file| format!("/{file}")).collect();
            (!files.is_empty()).then(|| (format!("./schemas/{}", schema.file), files.into()))
        })
        .collect();
    let settings = serde_json::json!({ "yaml.schemas": associations });
    NewFile { path: ".vscode/settings.json".into(), text: format!("{settings:#}\n") }
}
