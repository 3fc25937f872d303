//! The JSON Schemas of every format, for editors; entry point [`schemas`].

use serde_json::Value;

use super::lock::RawLock;
use super::record::{RawArticle, RawBriefing, RawEntity, RawPage, RawSheet};
use super::settings::RawSettings;
use super::theme::RawTheme;
use crate::language::RawLanguage;
use crate::yaml::{Decode, Entries, schema};

/// The schema of one format.
#[derive(Clone, Debug)]
pub struct FormatSchema {
    /// Name of the schema's file.
    pub file: &'static str,
    /// Which files of a project it is for, below the project's root; `*` stands for an id.
    pub files: &'static [&'static str],
    /// The schema.
    pub schema: Value,
}

impl FormatSchema {
    /// The schema's file.
    pub fn text(&self) -> String {
        format!("{:#}\n", self.schema)
    }
}

/// Every format with its schema; of a Markdown file it is that of the front matter.
pub fn schemas() -> Vec<FormatSchema> {
    vec![
        of::<RawSettings>("variorum.schema.json", &["variorum.yaml"], "Settings of a project"),
        of::<RawArticle>("article.schema.json", &["content/articles/*.md"], "Front matter of an article"),
        of::<RawSheet>(
            "sheet.schema.json",
            &["content/events/*.yaml", "content/questions/*.yaml"],
            "What is asked, and what each source answers",
        ),
        of::<Entries<RawEntity>>(
            "entities.schema.json",
            &["content/entities.yaml"],
            "Who and what is named, by id",
        ),
        of::<RawBriefing>("briefing.schema.json", &["content/briefing.md"], "Front matter of the briefing"),
        of::<RawTheme>("theme.schema.json", &["themes/*/theme.yaml"], "What a theme says of itself"),
        of::<RawLanguage>(
            "strings.schema.json",
            &["strings/*.yaml", "themes/*/strings/*.yaml"],
            "Words of a language, or those that a theme or a project changes",
        ),
        of::<RawLock>(
            "lock.schema.json",
            &["content/captures.lock.yaml"],
            "What `variorum verify` found; written by the program, not by hand",
        ),
        of::<RawPage>("page.schema.json", &["content/pages/*.md"], "Front matter of a page"),
    ]
}

fn of<T: Decode>(file: &'static str, files: &'static [&'static str], description: &str) -> FormatSchema {
    FormatSchema { file, files, schema: schema(files[0], description, &T::shape()) }
}
