//! A project that is read again after an edit says what one says that is read for the first time, and
//! one file of it is parsed.

use std::sync::{Arc, Mutex};

use variorum::diag;
use variorum::parse::Kept;
use variorum::pipeline::{self, Options};
use variorum::source::{FileId, Loaded, SourceFile, Sources, load};

use super::repository;

fn files() -> Vec<SourceFile> {
    let loaded = load(&repository().join("tests/faults/sound")).unwrap();
    loaded.sources.iter().map(|(_, file)| file.clone()).collect()
}

fn loaded(files: &[SourceFile]) -> Loaded {
    Loaded { sources: Sources::new(files.to_vec()), ..Loaded::default() }
}

/// Everything that judging comes to.
fn told(files: &[SourceFile], kept: Option<Arc<Mutex<Kept>>>) -> String {
    let loaded = loaded(files);
    let (judged, mut faults) = pipeline::judge(&loaded, &Options { kept, ..Options::default() });
    diag::sort(&mut faults);
    format!("{faults:#?}\n{judged:#?}")
}

/// Edits that name, break, mend, add and remove, by the position of a file and its new text; `None` removes it.
fn edits(files: &[SourceFile]) -> Vec<(usize, Option<String>)> {
    let at = |path: &str| files.iter().position(|file| file.path == path).unwrap();
    let (raid, article) = (at("content/events/raid.yaml"), at("content/articles/alpha.md"));
    let settings = at("variorum.yaml");
    let text = |i: usize| files[i].text.clone();
    vec![
        (raid, Some(text(raid).replacen("title: ", "title: Anew ", 1))),
        (raid, Some(text(raid).replacen("title:", "title", 1))),
        (raid, Some(text(raid))),
        (article, Some(format!("{}\nOne more sentence.\n", text(article)))),
        (article, None),
        (article, Some(text(article))),
        (settings, Some(text(settings).replacen("language: en", "language: de", 1))),
        (settings, Some(text(settings))),
    ]
}

#[test]
fn a_project_read_again_says_what_a_project_says_that_is_read_anew() {
    let all = files();
    let mut files = all.clone();
    let kept = Arc::default();
    assert_eq!(told(&files, Some(Arc::clone(&kept))), told(&files, None));
    for (i, text) in edits(&all) {
        let path = &all[i].path;
        files.retain(|file| file.path != *path);
        files.extend(text.map(|text| SourceFile { path: path.clone(), text }));
        assert_eq!(told(&files, Some(Arc::clone(&kept))), told(&files, None), "after an edit of {path}");
    }
}

#[test]
fn an_edit_of_one_file_parses_one_file() {
    let mut files = files();
    let kept: Arc<Mutex<Kept>> = Arc::default();
    let n_parsed = |files: &[SourceFile]| {
        let parsed = loaded(files);
        variorum::parse::parse_again(&parsed.sources, &mut kept.lock().unwrap());
        kept.lock().unwrap().n_parsed
    };
    assert_eq!(n_parsed(&files), files.len());
    assert_eq!(n_parsed(&files), 0);
    for file in [FileId(3), FileId(6), FileId(6)] {
        files[file.0 as usize].text.push('\n');
        assert_eq!(n_parsed(&files), 1);
    }
}
