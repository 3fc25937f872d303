//! How templates name the files of a theme: `{{ page.root }}{{ "pages.css" | asset }}`; entry points
//! [`register`] and [`check`].
//!
//! A file is named in quotes, so that every name can be looked up before a page is made.

use std::collections::BTreeMap;

use tera::{Error, Kwargs, State, Tera};

use super::Assets;
use crate::diag::{Code, Diagnostic};
use crate::render::fault::among;
use crate::render::layer::{Layers, Template};
use crate::render::tag::{Word, WordKind, tags};
use crate::source::{FileId, Span};

/// Gives templates the filter `asset`: the path from the root that a file is published at, by its name
/// below `assets/`.
pub(in crate::render) fn register(tera: &mut Tera, assets: &Assets) {
    let paths: BTreeMap<String, String> =
        assets.by_name().map(|(name, file)| (name.to_owned(), file.path.clone())).collect();
    tera.register_filter("asset", move |name: &str, _: Kwargs, _: &State| {
        paths.get(name).cloned().ok_or_else(|| Error::message(format!("there is no asset `{name}`")))
    });
}

/// Files that the project's templates ask for and the edition does not have.
pub(in crate::render) fn check(layers: &Layers, assets: &Assets) -> Vec<Diagnostic> {
    let known: Vec<&str> = assets.by_name().map(|(name, _)| name).collect();
    layers.of_project().flat_map(|(_, Template { file, text })| faults(*file, text, &known)).collect()
}

fn faults(file: FileId, text: &str, known: &[&str]) -> Vec<Diagnostic> {
    let tags = tags(text);
    let asked = tags.iter().flat_map(|tag| tag.words.windows(3)).filter_map(asked_for);
    let fault = |word: &Word<'_>| match word.kind {
        WordKind::Text if known.contains(&word.text) => None,
        WordKind::Text => {
            let message = format!("there is no asset `{}`", word.text);
            let span = Span::new(file, word.at..word.at + word.text.len());
            let help = among(&message, "assets", known);
            Some(Diagnostic::error(Code::TemplateInvalid, span, message).help(help))
        }
        WordKind::Name | WordKind::Number | WordKind::Mark => {
            let span = Span::new(file, word.at..word.at + word.text.len());
            let message = "`asset` takes a name in quotes, so that it is looked up before a page is made";
            let help = "write the name in the template, as in `{{ \"pages.css\" | asset }}`";
            Some(Diagnostic::error(Code::TemplateInvalid, span, message).help(help))
        }
    };
    asked.filter_map(fault).collect()
}

/// What stands before `| asset`.
fn asked_for<'a, 'w>(words: &'w [Word<'a>]) -> Option<&'w Word<'a>> {
    match words {
        [asked, bar, name] if bar.text == "|" && name.text == "asset" && name.kind == WordKind::Name => {
            Some(asked)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = faults(FileId(0), text, &["pages.css", "search.js"]);
        let found: Vec<String> = found
            .iter()
            .map(|fault| format!("{}; {}", fault.message, fault.help.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_name_that_leads_to_nothing_is_told_with_the_nearest() {
        check("{{ \"pages.css\" | asset }}{{ view.asset }}", &[]);
        check(
            "{{ page.root }}{{ \"page.css\" | asset }}",
            &[
                "there is no asset `page.css`; did you mean `pages.css`? The assets here are pages.css, search.js",
            ],
        );
    }

    #[test]
    fn a_name_that_is_known_only_when_a_page_is_made_is_refused() {
        let found = faults(FileId(0), "{% set x = view.title | asset %}", &[]);
        assert!(found[0].message.starts_with("`asset` takes a name in quotes"), "{found:?}");
    }
}
