//! From articles and captures to the lock, and from the lock to what a build accepts.

#![allow(clippy::unwrap_used, reason = "a test whose project cannot be read has nothing to say")]

use std::collections::BTreeMap;

use variorum::capture::{Lock, read_lock, settle, verify};
use variorum::diag::{Diagnostic, short, sort};
use variorum::digest::Digest;
use variorum::model::{Corpus, FigureUse, QuoteState};
use variorum::parse::parse;
use variorum::resolve::{Selection, resolve};
use variorum::source::{CaptureFile, CaptureFiles, SourceFile, Sources};
use variorum::yaml::{Origin, parse as parse_yaml};

const CAPTURE: &str = "Police arrested 1,208 people on 14 July, but most were freed.\n\
                       The raids cost $40 million. Hun Manet praised them.\n\
                       Officials freed 27 Chinese. Later they freed 27 Thais.\n";

struct Desk {
    sources: Sources,
    corpus: Corpus,
    captures: CaptureFiles,
}

/// A project with one digest `a`, one full text `b`, and these claims as `source: quote`.
fn desk(claims: &[(&str, &str)]) -> Desk {
    desk_with(claims, "set_aside: [{words: 27 Thais, reason: test}]", CAPTURE)
}

fn desk_with(claims: &[(&str, &str)], more: &str, capture: &str) -> Desk {
    let digest = Digest::of(CAPTURE.as_bytes());
    let head = "outlet: Test\npublished: 2025-07-16\nlanguage: en\nkind: report";
    let mut facts = String::new();
    for (i, (source, quote)) in claims.iter().enumerate() {
        facts.push_str(&format!(
            "  f{i}:\n    label: L\n    kind: text\n    claims:\n      - source: {source}\n        value: '1,208 or $40 million'\n        quote: {quote}\n"
        ));
    }
    let file = |path: &str, text: String| SourceFile { path: path.into(), text };
    let sources = Sources::new(vec![
        file("variorum.yaml", "title: T\ndescription: D.\nlanguage: en\n".into()),
        file(
            "content/articles/a.md",
            format!(
                "---\ntitle: A\n{head}\ntext: digest\ncapture: {{file: a.txt, sha256: {digest}}}\n{more}\n---\nOurs.\n"
            ),
        ),
        file(
            "content/articles/b.md",
            format!(
                "---\ntitle: B\n{head}\ntext: full\n---\n## Raids\n\nThey *arrested* over **1,000** people \\*\nin Poipet.\n"
            ),
        ),
        file(
            "content/events/e.yaml",
            format!(
                "title: E\ndate: 2025-07-14\nsummary: S.\nsources: {{a: {{}}, b: {{}}}}\nfacts:\n{facts}"
            ),
        ),
    ]);
    let (parsed, faults) = parse(&sources);
    assert_eq!(faults, []);
    let (corpus, faults) = resolve(&parsed, &sources, Selection::default());
    assert_eq!(faults, []);
    let read = CaptureFile {
        sha256: Digest::of(capture.as_bytes()),
        n_bytes: capture.len(),
        text: Ok(capture.to_owned()),
    };
    Desk { sources, corpus: corpus.unwrap(), captures: [("a.txt".to_owned(), read)].into() }
}

/// `line: level[code]: message; help` of each diagnostic, without the path.
fn lines(desk: &Desk, mut diagnostics: Vec<Diagnostic>) -> Vec<String> {
    sort(&mut diagnostics);
    let line = |diagnostic: &Diagnostic| {
        let text = short(diagnostic, &desk.sources);
        let message =
            text.split_once(": ").filter(|(place, _)| place.contains('/')).map_or(&*text, |(_, rest)| rest);
        format!("{message}; {}", diagnostic.help.as_deref().unwrap_or_default())
    };
    diagnostics.iter().map(line).collect()
}

#[track_caller]
fn check(quote: &str, expected: &[&str]) {
    let desk = desk(&[("a", quote)]);
    let found = verify(&desk.corpus, &desk.captures, &Lock::default());
    assert_eq!(lines(&desk, found.diagnostics), expected);
}

#[test]
fn a_quote_that_stands_is_locked_with_its_place() {
    let desk = desk(&[
        ("a", "The raids cost $40 million"),
        ("a", "police arrested\n          1,208 people on 14 July"),
    ]);
    let found = verify(&desk.corpus, &desk.captures, &Lock::default());
    assert_eq!(
        lines(&desk, found.diagnostics),
        [
            "warning[quote-cut]: the quote stops just before `but`; quote on, so that the qualification is not lost"
        ]
    );
    let article = found.lock.articles.values().next().unwrap();
    let mut quotes: Vec<String> = article.quotes.values().map(|quote| format!("{quote:?}")).collect();
    quotes.sort();
    assert_eq!(
        quotes,
        ["LockedQuote { rung: CaseFolded, offset: 0 }", "LockedQuote { rung: Exact, offset: 62 }"]
    );
    assert_eq!((article.file.as_str(), article.n_bytes), ("a.txt", CAPTURE.len()));
}

#[test]
fn a_quote_that_does_not_stand_is_an_error_with_the_nearest_passage() {
    check(
        "Police arrested 1,280 people",
        &["error[quote-missing]: these words do not stand in the capture `a.txt`; \
           the passage most like it is “Police arrested 1,208 people”"],
    );
    check(
        "nothing of the kind anywhere",
        &["error[quote-missing]: these words do not stand in the capture `a.txt`; \
           copy the words from the source; `...` joins parts of one passage"],
    );
    check(
        "{exact: The raids cost, prefix: not there}",
        &[
            "error[quote-missing]: these words stand in the capture `a.txt`, but not with the words around them \
           given here; copy `prefix` and `suffix` from right before and after the passage",
        ],
    );
}

#[test]
fn weak_quotes_are_warned_of() {
    check(
        "freed 27",
        &["warning[quote-ambiguous]: these words stand in 2 different passages of the capture `a.txt`; \
           add `prefix` or `suffix` with the words around the passage that is meant"],
    );
    check("{exact: freed 27, suffix: Thais}", &[]);
    check(
        "Hun Manet",
        &["warning[quote-short]: a quote of 2 words and no figure proves little; quote more of the sentence"],
    );
    check(
        "The raids cost $40",
        &[
            "warning[quote-cut]: the quote stops just before `million`; quote on, so that the qualification is not lost",
        ],
    );
}

#[test]
fn every_figure_is_claimed_set_aside_or_open() {
    let desk = desk(&[
        ("a", "arrested 1,208 people on 14 July ... most were freed"),
        ("a", "raids cost $40 million"),
    ]);
    let found = verify(&desk.corpus, &desk.captures, &Lock::default());
    let article = found.lock.articles.values().next().unwrap();
    let words = |offset: usize| CAPTURE[offset..].split([' ', ',', '.']).next().unwrap();
    let states: Vec<String> =
        article.figures.iter().map(|figure| format!("{} {:?}", words(figure.offset), figure.state)).collect();
    assert_eq!(states, ["1 Claimed", "14 Open", "$40 Claimed", "27 Open", "27 SetAside"]);
    let coverage = article.coverage();
    assert_eq!((coverage.n_claimed, coverage.n_set_aside, coverage.n_open), (2, 1, 2));
    let open: Vec<String> =
        found.open.iter().map(|open| format!("{}: {}", open.line, open.sentence)).collect();
    assert_eq!(
        open,
        [
            "1: Police arrested 1,208 people on 14 July, but most were freed.",
            "3: Officials freed 27 Chinese."
        ]
    );
}

#[test]
fn words_set_aside_must_stand_in_the_capture() {
    let desk = desk_with(
        &[("a", "The raids cost $40 million")],
        "set_aside: [{words: 28 Thais, reason: test}]",
        CAPTURE,
    );
    let found = verify(&desk.corpus, &desk.captures, &Lock::default());
    assert_eq!(
        lines(&desk, found.diagnostics),
        ["error[quote-missing]: the words `28 Thais` set aside do not stand in the capture `a.txt`; \
          copy the words from the source, or remove the entry"]
    );
}

#[test]
fn a_missing_or_changed_capture_is_an_error_and_keeps_the_earlier_lock() {
    let quotes = [("a", "The raids cost $40 million")];
    let mut desk = desk(&quotes);
    let earlier = verify(&desk.corpus, &desk.captures, &Lock::default()).lock;
    desk.captures = BTreeMap::new();
    let found = verify(&desk.corpus, &desk.captures, &earlier);
    assert_eq!(
        lines(&desk, found.diagnostics),
        ["error[capture-mismatch]: the capture `a.txt` of `a` is not in the folder given; \
          give the folder that holds it with `--captures`"]
    );
    assert_eq!(found.lock, earlier);
    let changed = desk_with(&quotes, "", "The raids cost $40 million.");
    let found = verify(&changed.corpus, &changed.captures, &earlier);
    assert_eq!(
        lines(&changed, found.diagnostics),
        [format!(
            "error[capture-mismatch]: the capture `a.txt` is not the one recorded; if this one is right, record `sha256: {}`",
            Digest::of(b"The raids cost $40 million.")
        )]
    );
    assert_eq!(found.lock, earlier);
}

#[test]
fn a_build_accepts_what_the_lock_holds_and_nothing_else() {
    let before = desk(&[("a", "The raids cost $40 million")]);
    let lock = verify(&before.corpus, &before.captures, &Lock::default()).lock;
    let (corpus, faults) = settle(before.corpus.clone(), Some(&lock));
    assert_eq!(faults, []);
    assert_eq!(corpus.claims[0].quote.state, QuoteState::Locked(62));

    let edited = desk(&[("a", "The raids cost $41 million")]);
    let (corpus, faults) = settle(edited.corpus.clone(), Some(&lock));
    assert_eq!(corpus.claims[0].quote.state, QuoteState::Unverified);
    let verify_help = "run `variorum verify --captures DIR` where the captures are, and commit the lock";
    assert_eq!(
        lines(&edited, faults),
        [format!(
            "error[quote-unverified]: this quote has not been found in the capture of `a`; {verify_help}"
        )]
    );

    let (_, faults) = settle(before.corpus.clone(), Some(&Lock::default()));
    assert_eq!(
        lines(&before, faults),
        [format!("error[quote-unverified]: no quote of `a` is verified; {verify_help}")]
    );
    let (_, faults) = settle(before.corpus.clone(), None);
    assert_eq!(
        lines(&before, faults),
        [format!(
            "error[quote-unverified]: no quote is verified: there is no `content/captures.lock.yaml`; {verify_help}"
        )]
    );
    let mut other = lock;
    other.articles.values_mut().next().unwrap().sha256 = Digest::of(b"other");
    let (_, faults) = settle(before.corpus.clone(), Some(&other));
    assert_eq!(
        lines(&before, faults),
        [format!(
            "error[quote-unverified]: the quotes of `a` were verified in another capture than this; {verify_help}"
        )]
    );
}

#[test]
fn quotes_of_a_full_text_are_looked_up_in_its_body() {
    let desk = desk(&[
        ("b", "Raids They arrested over 1,000 people * in Poipet"),
        ("b", "They arrested over 2,000 people"),
    ]);
    let (corpus, faults) = settle(desk.corpus.clone(), None);
    assert!(matches!(corpus.claims[0].quote.state, QuoteState::InBody(_)));
    assert_eq!(
        lines(&desk, faults),
        ["error[quote-missing]: these words do not stand in the text of `b`; \
          the passage most like it is “They arrested over 1,000 people”"]
    );
}

#[test]
fn a_lock_survives_being_written_and_read() {
    let desk = desk(&[("a", "The raids cost $40 million"), ("a", "Hun Manet praised them")]);
    let lock = verify(&desk.corpus, &desk.captures, &Lock::default()).lock;
    assert!(lock.articles.values().any(|article| article.figures.iter().any(|f| f.state == FigureUse::Open)));
    let text = lock.to_yaml();
    let file = desk.sources.iter().next().unwrap().0;
    assert_eq!(read_lock(&parse_yaml(&text, Origin { file, offset: 0 }).unwrap()), Ok(lock));
    for word in ["raids", "praised", "Hun", "1,208"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn a_build_notices_that_an_entry_of_set_aside_was_removed_or_added() {
    let quotes = [("a", "The raids cost $40 million")];
    let before = desk(&quotes);
    let lock = verify(&before.corpus, &before.captures, &Lock::default()).lock;
    let after = |more: &str| {
        let desk = desk_with(&quotes, more, CAPTURE);
        let (_, found) = settle(desk.corpus.clone(), Some(&lock));
        lines(&desk, found)
    };
    assert_eq!(after("set_aside: [{words: 27 Thais, reason: another}]"), [""; 0]);
    let removed = after("");
    assert!(
        removed.len() == 1 && removed[0].starts_with("error[quote-unverified]: an entry of `set_aside`"),
        "{removed:?}"
    );
    let added = after("set_aside: [{words: 27 Thais, reason: test}, {words: 14 July, reason: test}]");
    assert!(added.len() == 1 && added[0].starts_with("warning[quote-unverified]"), "{added:?}");
}
