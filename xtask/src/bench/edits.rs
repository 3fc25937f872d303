//! Edits of a day at the desk, in the middle of the corpus; entry point [`edits`].

use super::corpus;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// A file with other words in it.
pub struct Edit {
    file: PathBuf,
    text: Option<String>,
}

impl Edit {
    /// Writes it, and gives what puts the file back.
    pub fn apply(&self) -> Result<Edit> {
        let before = fs::read_to_string(&self.file).ok();
        match &self.text {
            Some(text) => {
                if let Some(folder) = self.file.parent() {
                    fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
                }
                fs::write(&self.file, text).with_context(|| format!("write {}", self.file.display()))?;
            }
            None => fs::remove_file(&self.file).with_context(|| format!("remove {}", self.file.display()))?,
        }
        Ok(Edit { file: self.file.clone(), text: before })
    }
}

/// A value in a sheet, an article's body, a template and a colour.
pub fn edits(project: &Path, n: usize) -> Result<Vec<(&'static str, Edit)>> {
    let middle = n / 2 + 1;
    let (sheet, value) = corpus::edited_sheet(middle);
    let article = project.join(format!("content/articles/ev-{middle:05}-a1.md"));
    let body = fs::read_to_string(&article).with_context(|| format!("read {}", article.display()))?;
    let template = "{% extends \"builtin/404.html\" %}{% block content %}<h1>Not here</h1>{% endblock %}";
    let edit = |file: PathBuf, text: &str| Edit { file, text: Some(text.to_owned()) };
    Ok(vec![
        ("a value in a sheet", edit(project.join(sheet), &value)),
        ("an article's body", edit(article, &format!("{body}\nOne more sentence.\n"))),
        ("a template", edit(project.join("templates/404.html"), template)),
        ("a colour", edit(project.join("themes/default/static/assets/own.css"), ":root { --ink: #123 }\n")),
    ])
}
