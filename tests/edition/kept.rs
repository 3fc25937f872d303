//! A project that is read again after an edit says what one says that is read for the first time;
//! one file of it is parsed, the quotes of one article are looked up, and the claims of one sheet are compared.

use std::sync::{Arc, Mutex};

use camino::{Utf8Path, Utf8PathBuf};
use variorum::diag;
use variorum::pipeline::{self, Kept, Options};
use variorum::source::{FileId, Loaded, SourceFile, Sources, load};

use super::repository;

fn files() -> Vec<SourceFile> {
    files_of(&repository().join("tests/faults/sound"))
}

fn files_of(folder: &Utf8Path) -> Vec<SourceFile> {
    let loaded = load(folder).unwrap();
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
        variorum::parse::parse_again(&parsed.sources, &mut kept.lock().unwrap().files);
        kept.lock().unwrap().files.n_parsed
    };
    assert_eq!(n_parsed(&files), files.len());
    assert_eq!(n_parsed(&files), 0);
    for file in [FileId(3), FileId(6), FileId(6)] {
        files[file.0 as usize].text.push('\n');
        assert_eq!(n_parsed(&files), 1);
    }
}

/// One edit of a random file: a sign or a line changed, added or left out; the file renamed, removed, or as it was.
fn edit(files: &mut Vec<SourceFile>, all: &[SourceFile], mut random: impl FnMut(usize) -> usize) -> String {
    let original = &all[random(all.len())];
    let path = original.path.clone();
    let place = files.iter().position(|file| file.path == path);
    let (kind, Some(place)) = (random(8), place) else {
        files.push(original.clone());
        return format!("{path} comes back");
    };
    let text = &mut files[place].text;
    let lines: Vec<&str> = text.lines().collect();
    let line = random(lines.len().max(1));
    let with = |new: &[&str]| {
        [&lines[..line], new, &lines[(line + 1).min(lines.len())..]].concat().join("\n") + "\n"
    };
    let here = lines.get(line).copied().unwrap_or_default();
    match kind {
        0 => *text = with(&[&here.replace(|c: char| c.is_ascii_digit(), "7")]),
        1 => *text = with(&[&here.replace(" the ", " a ")]),
        2 => *text = with(&[here, here]),
        3 => *text = with(&[]),
        4 => *text = with(&["", here]),
        5 => {
            let other: Utf8PathBuf = path.as_str().replace(".yaml", "-2.yaml").replace(".md", "-2.md").into();
            files.retain(|file| file.path != other);
            files.iter_mut().filter(|file| file.path == path).for_each(|file| file.path.clone_from(&other));
        }
        6 => drop(files.remove(place)),
        _ => text.clone_from(&original.text),
    }
    format!("{path}, line {line}, edit {kind}")
}

#[test]
fn any_sequence_of_edits_leaves_nothing_out_of_date() {
    let example = |name: &str| files_of(&repository().join("examples").join(name));
    let projects = [
        ("ferry", example("ferry")),
        ("filings", example("filings")),
        ("march", example("march")),
        ("marches", marches()),
    ];
    for ((example, all), seed) in projects.into_iter().zip(1..) {
        let mut files = all.clone();
        let kept = Arc::default();
        let mut state: u64 = seed;
        let mut random = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        for _ in 0..40 {
            let what = edit(&mut files, &all, &mut random);
            files.sort_by(|a, b| a.path.cmp(&b.path));
            assert_eq!(told(&files, Some(Arc::clone(&kept))), told(&files, None), "{example}: {what}");
        }
    }
}

#[test]
fn an_edit_of_one_article_looks_its_quotes_up_and_no_others() {
    let mut files = files_of(&repository().join("examples/ferry"));
    let kept: Arc<Mutex<Kept>> = Arc::default();
    let n_looked_up = |files: &[SourceFile]| {
        told(files, Some(Arc::clone(&kept)));
        kept.lock().unwrap().quotes.n_looked_up
    };
    let all = n_looked_up(&files);
    assert_eq!(n_looked_up(&files), 0);
    let article = files.iter_mut().find(|file| file.path.ends_with("gazette-0513.md")).unwrap();
    article.text.push_str("\nOne more sentence.\n");
    let n = n_looked_up(&files);
    assert!(0 < n && n < all, "{n} of {all}");
}

/// A project of four sheets that say the same; the last joins a question to the first sheet's.
fn marches() -> Vec<SourceFile> {
    let mut files = files_of(&repository().join("examples/march"));
    let sheet = files.iter().find(|file| file.path.ends_with("harbour-march.yaml")).unwrap().text.clone();
    let joined =
        sheet.replacen("    kind: count\n", "    kind: count\n    same_as: harbour-march/marched\n", 1);
    for (name, text) in [("h", &sheet), ("n", &sheet), ("z", &joined)] {
        let path = format!("content/events/{name}-march.yaml").into();
        files.push(SourceFile { path, text: text.clone() });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn sheet<'a>(files: &'a mut [SourceFile], name: &str) -> &'a mut String {
    &mut files.iter_mut().find(|file| file.path.ends_with(name)).unwrap().text
}

#[test]
fn an_edit_of_one_value_compares_its_sheet_and_joined_ones_and_reads_the_quotes_of_its_claims() {
    let mut files = marches();
    let kept: Arc<Mutex<Kept>> = Arc::default();
    let counted = |files: &[SourceFile]| {
        told(files, Some(Arc::clone(&kept)));
        let kept = kept.lock().unwrap();
        (kept.checks.n_compared, kept.checks.n_read, kept.checks.n_worded)
    };
    let (_, all, texts) = counted(&files);
    // Two sheets that ask one question are compared every time, and what is about no sheet is read every time.
    let (n_compared, n_read, others) = counted(&files);
    assert_eq!((n_compared, n_read), (2, 0));
    let text = sheet(&mut files, "n-march.yaml");
    *text = text.replacen("{Around 18,000} people", "{18,000} people", 1);
    assert_eq!(counted(&files), (3, all / 4, others + (texts - others) / 4));
}

#[test]
fn a_question_that_moves_those_of_other_sheets_leaves_them_as_they_are() {
    let mut files = marches();
    let kept: Arc<Mutex<Kept>> = Arc::default();
    let counted = |files: &[SourceFile]| {
        let told_again = told(files, Some(Arc::clone(&kept)));
        assert_eq!(told_again, told(files, None));
        let kept = kept.lock().unwrap();
        (kept.checks.n_compared, kept.checks.n_read)
    };
    let (_, all) = counted(&files);
    let text = sheet(&mut files, "h-march.yaml");
    let arrests = text.find("  arrests:").unwrap();
    text.truncate(arrests);
    let (n_compared, n_read) = counted(&files);
    assert_eq!(n_compared, 3);
    assert!(n_read < all / 4, "{n_read} of {all}");
}
