//! No input makes the program panic, and what it accepts it can publish. Bounded runs; the corpus
//! in tests/fuzz/ and inputs that once failed, in tests/fuzz.regressions, are tried as well.
//!
//! `VARIORUM_FUZZ=50 cargo test --profile fuzz --test fuzz` tries fifty times as many, optimised but
//! with every overflow a panic: some 3 minutes on one core.

mod mutation;

use std::sync::LazyLock;

use camino::Utf8Path;
use mutation::{Mutation, mutation};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof, proptest};
use proptest::sample::select;
use proptest::test_runner::{Config, FileFailurePersistence};
use variorum::diag;
use variorum::language::reading;
use variorum::markdown::{self, Headings, LinkMarkup};
use variorum::output::{self, OutPath, OutputTree};
use variorum::pipeline::{self, Built, Options};
use variorum::source::{self, FileId, Loaded, SourceFile, Sources};
use variorum::value::{date, in_quote, number};
use variorum::yaml;

fn config(cases: u32) -> Config {
    let cases = cases * times();
    let kept = FileFailurePersistence::Direct("tests/fuzz.regressions");
    Config { cases, failure_persistence: Some(Box::new(kept)), max_shrink_iters: 200, ..Config::default() }
}

#[expect(clippy::disallowed_methods, reason = "the person who runs the test asks in this way")]
fn times() -> u32 {
    std::env::var("VARIORUM_FUZZ").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// Pieces of a language, and whatever else.
fn text(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = prop_oneof![6 => select(pieces).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from), 1 => "[a-z0-9 ]{1,6}"];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

const YAML: &[&str] = &[
    "a",
    "b: ",
    "- ",
    "\n",
    "  ",
    "    ",
    "\t",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ": ",
    "? ",
    "&x ",
    "*x",
    "!t ",
    "|\n",
    ">-\n",
    "---\n",
    "...\n",
    "#",
    "~",
    "null",
    "1,000",
    "2025-07-14",
    "ភ្នំ",
    "💥",
    "\r\n",
    "\\",
    "%",
    "@",
    "`",
];
const NUMBERS: &[&str] = &[
    "1",
    "0",
    "12",
    ",",
    ".",
    "-",
    "–",
    "%",
    "$",
    "€",
    "US$",
    " ",
    "over ",
    "about ",
    "nearly ",
    "at least ",
    "million",
    "billion",
    "dozens",
    "a ",
    "half ",
    "third",
    "one",
    "twenty",
    "hundred",
    "thousand",
    "between ",
    " and ",
    " to ",
    "៣",
    "三",
    "万",
    "lakh",
    "people",
    "/",
    "(",
    "+",
    "999999999999999999999999999999",
];
const DATES: &[&str] = &[
    "2025", "-", "07", "14", "/", "..", "~", "?", "%", "X", "XX", "XXXX", "[", "]", "{", "}", ",", "T", "Z",
    "0", "99", "Y", "E", "S2", "unknown", " July ", "the ", "last ", "Monday", "21", "-0001", "+",
];
const QUOTES: &[&str] = &[
    "2025",
    "年",
    "7",
    "月",
    "14",
    "日",
    "号",
    "16",
    "至",
    "和",
    "、",
    "-",
    "初",
    "中",
    "前",
    "起",
    "约",
    "近",
    "超过",
    "不超过",
    "至少",
    "1000",
    "1,000",
    "多",
    "余",
    "以上",
    "左右",
    "人",
    "万",
    "亿",
    "千",
    "%",
    "¥",
    " ",
    "码头工会",
    "中国",
    "CDC",
    "Hun",
    "Hunter",
    "フン",
    "・",
    "ー",
    "々",
    "نيسان",
    "أبريل",
    "/",
    "(",
    ")",
    "قبل",
    "و",
    "กรกฎาคม",
    "2568",
    "พ.ศ.",
    "ก่อน",
    "เ",
    "ั",
    "ខែ",
    "កក្កដា",
    "ឆ្នាំ",
    "២០២៥",
    "្",
    "\u{200b}",
    "、",
    "February ",
    "to ",
    "about ",
];
const MARKDOWN: &[&str] = &[
    "# ",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[",
    "]",
    "(",
    ")",
    "](fact:a/b)",
    "](javascript:x)",
    "<b>",
    "</b>",
    "<script>",
    "![",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "|",
    "|-|-|\n",
    "[^1]",
    "[^1]: ",
    "~~",
    "\\",
    "&amp;",
    "&",
    "<!--",
    "-->",
    "ភ្នំពេញ",
    "    ",
];

const FILES: &[&str] = &[
    "<",
    ">",
    "</",
    "/>",
    "<a href=",
    "<img src=",
    " srcset=",
    " id=",
    " style=",
    "\"",
    "'",
    "=",
    "&",
    "&amp;",
    "&#",
    ";",
    "<!--",
    "-->",
    "<!",
    "<?",
    "<![CDATA[",
    "]]>",
    "<style>",
    "</style>",
    "<script>",
    "</script>",
    "<svg>",
    "<title>",
    "url(",
    ")",
    "@import ",
    "/*",
    "*/",
    "\\",
    "{",
    "}",
    "x.png",
    "#a",
    "../",
    "//",
    "javascript:",
    "?",
    "%",
    "%2",
    "%ff",
    " ",
    "\n",
    "\0",
    "ភ្នំ",
    "💥",
    "xmlns:",
    "<!DOCTYPE ",
    "<!ENTITY a \"",
    "&a;",
];

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn files_that_are_published_as_they_are_are_scanned_or_refused(text in text(FILES)) {
        try_file(&text);
    }

    #[test]
    fn yaml_is_read_or_refused_at_a_place_of_the_text(text in text(YAML)) {
        try_yaml(&text);
    }

    #[test]
    fn numbers_are_read_or_refused_within_their_words(words in text(NUMBERS)) {
        try_number(&words);
    }

    #[test]
    fn dates_are_read_or_refused_within_their_words(words in text(DATES)) {
        try_date(&words);
    }

    #[test]
    fn quotes_in_any_script_are_read_and_hold_what_was_read(quote in text(QUOTES), name in text(QUOTES)) {
        try_quote(&quote, &name);
    }

    #[test]
    fn markdown_never_becomes_markup_of_the_authors(text in text(MARKDOWN)) {
        try_markdown(&text);
    }
}

#[test]
fn the_corpus_is_read_or_refused() {
    type Target = fn(&str);
    let targets: [(&str, Target); 5] = [
        ("yaml", try_yaml),
        ("number", try_number),
        ("date", try_date),
        ("markdown", try_markdown),
        ("file", try_file),
    ];
    for (name, target) in targets {
        let folder = root().join("tests/fuzz");
        let text = fs_err::read_to_string(folder.join(format!("{name}.txt"))).unwrap();
        let inputs: Vec<&str> = text.split("\n=====\n").collect();
        assert!(inputs.len() > 10, "{name}");
        inputs.into_iter().for_each(target);
    }
}

fn try_yaml(text: &str) {
    let faults = match yaml::parse(text, yaml::Origin { file: FileId(0), offset: 0 }) {
        Ok(node) => {
            assert!(text.get(node.span.start as usize..node.span.end as usize).is_some());
            return;
        }
        Err(faults) => faults,
    };
    assert!(!faults.is_empty());
    for span in faults.iter().filter_map(|fault| fault.span) {
        assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
    }
}

fn try_number(words: &str) {
    match number::read(words, reading::english()) {
        Ok(figure) => assert!(figure.low <= figure.high),
        Err(fault) => assert!(words.get(fault.range.clone()).is_some(), "{fault:?}"),
    }
    for figure in in_quote::figures(words, reading::english()) {
        assert!(words.get(figure.range.clone()).is_some());
    }
}

fn try_date(words: &str) {
    match date::read(words) {
        Ok(date) => assert!(date.earliest().zip(date.latest()).is_none_or(|(first, last)| first <= last)),
        Err(fault) => assert!(words.get(fault.range.clone()).is_some(), "{fault:?}"),
    }
}

fn try_quote(quote: &str, name: &str) {
    for figure in in_quote::figures(quote, reading::english()) {
        assert!(quote.get(figure.range.clone()) == Some(figure.words.as_str()));
    }
    let day = date::read("2025-07-14").unwrap();
    let number = number::read("about 1,000", reading::english()).unwrap();
    let _ = in_quote::named(quote, reading::english());
    let _ = (
        in_quote::date(&day, quote, Some(&day), reading::english()),
        in_quote::number(&number, None, quote, reading::english()),
    );
    let _ = (in_quote::name(name, quote), date::read(quote));
}

fn try_markdown(text: &str) {
    let html = markdown::html(text, Headings { top: 2, ids: &[] }, &mut |_, address| {
        LinkMarkup::Address(address.to_owned())
    });
    assert!(!html.contains("<script") && !html.contains("<!--"), "{html}");
    for link in markdown::links(text) {
        assert!(text.get(link.range.clone()).is_some());
    }
    for raw in markdown::raw_html(text) {
        assert!(text.get(raw.range.clone()).is_some());
    }
    markdown::plain_text(text);
}

/// A file of `content/static/` in each format whose links are looked at.
fn try_file(text: &str) {
    for name in ["a.css", "a.html", "a.svg", "a.xml"] {
        let mut tree = OutputTree::default();
        tree.insert(OutPath::new(name).unwrap(), text.as_bytes()).unwrap();
        for fault in output::verify(&tree, Some(BASE_URL)) {
            assert_eq!(fault.path.as_str(), name);
        }
    }
}

fn root() -> &'static Utf8Path {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files that people write; the others are templates.
fn written(loaded: &Loaded) -> Vec<FileId> {
    let is_content = |path: &Utf8Path| path.starts_with("content") || path == "variorum.yaml";
    loaded.sources.iter().filter(|(_, file)| is_content(&file.path)).map(|(id, _)| id).collect()
}

fn mutate(loaded: &Loaded, mutation: &Mutation) -> Loaded {
    let files = written(loaded);
    let id = *mutation.file.get(&files);
    let text = &loaded.sources.file(id).text;
    let text = mutation.of_text(text);
    Loaded { sources: loaded.sources.clone().with_text(id, text), ..loaded.clone() }
}

const BASE_URL: &str = "https://example.org/edition/";

/// Builds; whatever is said of it can be shown.
fn try_faults(loaded: &Loaded) -> Built {
    let base_url = Some(BASE_URL.to_owned());
    let built = pipeline::build(loaded, &Options { base_url, ..Options::default() });
    assert_eq!(built.edition.is_none(), diag::has_errors(&built.diagnostics));
    for fault in &built.diagnostics {
        diag::render(fault, &loaded.sources, diag::Style::Plain);
        diag::short(fault, &loaded.sources);
    }
    built
}

/// Builds; what is accepted has to be an edition without a dead link.
fn try_build(loaded: &Loaded) {
    if let Some(edition) = try_faults(loaded).edition {
        assert_eq!(output::verify(&edition.tree, Some(BASE_URL)), []);
    }
}

/// The project below the case folders.
static SMALL: LazyLock<Loaded> = LazyLock::new(|| source::load(&root().join("tests/faults/sound")).unwrap());
/// The repository's own project.
static CORPUS: LazyLock<Loaded> = LazyLock::new(|| source::load(root()).unwrap());
/// The built-in templates, as a project's own.
static TEMPLATES: LazyLock<Vec<SourceFile>> = LazyLock::new(|| {
    let templates = CORPUS.sources.iter().filter(|(_, file)| file.path.starts_with("templates"));
    templates.map(|(_, file)| file.clone()).collect()
});

/// A project with one of its templates changed.
fn with_template(loaded: &Loaded, mutations: &[Mutation]) -> Loaded {
    let template = mutations[0].file.get(&TEMPLATES);
    let text = mutations.iter().fold(template.text.clone(), |text, mutation| mutation.of_text(&text));
    let changed = SourceFile { path: template.path.clone(), text };
    let files = loaded.sources.iter().map(|(_, file)| file.clone()).chain([changed]);
    Loaded { sources: Sources::new(files.collect()), ..loaded.clone() }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn a_mutated_small_project_is_built_or_refused(mutations in vec(mutation(), 1..4)) {
        try_build(&mutations.iter().fold(SMALL.clone(), |loaded, mutation| mutate(&loaded, mutation)));
    }
}

proptest! {
    #![proptest_config(config(30))]

    #[test]
    fn a_mutated_template_is_rendered_or_refused(mutations in vec(mutation(), 1..4)) {
        try_faults(&with_template(&SMALL, &mutations));
    }
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn the_mutated_corpus_is_built_or_refused(mutation in mutation()) {
        try_build(&mutate(&CORPUS, &mutation));
    }
}
