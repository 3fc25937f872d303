//! Reads content/captures.lock.yaml; entry point [`read_lock`].
//!
//! The file is the program's own, so its first fault refuses it as a whole: half a lock would let
//! an edited quote pass.

use std::collections::BTreeMap;

use super::lock::{Lock, LockedArticle, LockedFigure, LockedQuote};
use crate::diag::{Code, Diagnostic};
use crate::digest::Digest;
use crate::parse::{RawLock, RawLockedArticle, RawLockedFigure, RawLockedQuote};
use crate::source::Span;
use crate::yaml::{Decode, Located, Node};

/// Reads a lock, or says where it is not what this program writes.
pub fn read_lock(node: &Node) -> Result<Lock, Diagnostic> {
    let mut faults = Vec::new();
    let raw = RawLock::decode(node, &mut faults);
    let first = faults.into_iter().min_by_key(|fault| fault.span.map(|span| span.start));
    match (raw, first) {
        (Some(raw), None) => lock(raw),
        (_, Some(first)) => Err(fault(first.span.unwrap_or(node.span), first.message)),
        (None, None) => Err(fault(node.span, "this is no lock")),
    }
}

fn lock(raw: RawLock) -> Result<Lock, Diagnostic> {
    let articles = raw.articles.0.into_iter().map(|(key, locked)| {
        let id = key.id().ok_or_else(|| fault(key.span, "this is no article's id"))?;
        Ok((id, article(locked)?))
    });
    Ok(Lock { articles: articles.collect::<Result<_, _>>()? })
}

fn article(raw: RawLockedArticle) -> Result<LockedArticle, Diagnostic> {
    Ok(LockedArticle {
        file: raw.capture,
        sha256: raw.sha256,
        n_bytes: raw.bytes.0,
        quotes: raw.quotes.0.into_iter().map(quote).collect::<Result<BTreeMap<_, _>, _>>()?,
        set_aside: raw.set_aside.into_iter().flatten().collect(),
        figures: raw.figures.iter().map(figure).collect(),
    })
}

fn quote((key, raw): (Located<String>, RawLockedQuote)) -> Result<(Digest, LockedQuote), Diagnostic> {
    let digest = Digest::from_hex(&key)
        .ok_or_else(|| fault(key.span, "a quote is named by a digest of 64 hexadecimal digits"))?;
    Ok((digest, LockedQuote { rung: raw.found, offset: raw.offset.0 }))
}

fn figure(raw: &RawLockedFigure) -> LockedFigure {
    LockedFigure { offset: raw.offset.0, kind: raw.kind, state: raw.state }
}

fn fault(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(Code::LockInvalid, span, message)
        .help("delete the file and run `variorum verify --captures DIR` to write it again")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FigureUse, Id};
    use crate::source::FileId;
    use crate::text::Rung;
    use crate::value::in_quote::FigureKind;
    use crate::yaml::{Origin, parse};

    fn read(text: &str) -> Result<Lock, String> {
        let node = parse(text, Origin { file: FileId(0), offset: 0 }).unwrap();
        read_lock(&node).map_err(|fault| {
            let span = fault.span.unwrap();
            format!("{}..{}: {}", span.start, span.end, fault.message)
        })
    }

    fn lock() -> Lock {
        let article = LockedArticle {
            file: "odd \"name\\\tភ្នំ: #.txt".into(),
            sha256: Digest::of(b"a"),
            n_bytes: 42,
            quotes: [
                (Digest::of(b"q"), LockedQuote { rung: Rung::Exact, offset: 7 }),
                (Digest::of(b"r"), LockedQuote { rung: Rung::CaseFolded, offset: 0 }),
            ]
            .into(),
            set_aside: [Digest::of(b"s")].into(),
            figures: vec![
                LockedFigure { offset: 1, kind: FigureKind::Date, state: FigureUse::Claimed },
                LockedFigure { offset: 9, kind: FigureKind::Money, state: FigureUse::Open },
            ],
        };
        let bare = LockedArticle {
            quotes: [].into(),
            set_aside: [].into(),
            figures: vec![],
            file: "b.txt".into(),
            ..article.clone()
        };
        Lock { articles: [(Id::new("a-1").unwrap(), article), (Id::new("b").unwrap(), bare)].into() }
    }

    #[test]
    fn a_lock_reads_back_as_it_was_written() {
        assert_eq!(read(&lock().to_yaml()), Ok(lock()));
        assert_eq!(read(&Lock::default().to_yaml()), Ok(Lock::default()));
    }

    #[test]
    fn the_text_of_a_lock_is_stable() {
        insta::assert_snapshot!(lock().to_yaml(), @r#"
    # What `variorum verify` found: written by the program, not by hand.
    version: 1
    articles:
      a-1:
        capture: "odd \"name\\\u0009ភ្នំ: #.txt"
        sha256: "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
        bytes: 42
        quotes:
          "454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1": {found: case-folded, offset: 0}
          "8e35c2cd3bf6641bdb0e2050b76932cbb2e6034a0ddacc1d9bea82a6ba57f7cf": {found: exact, offset: 7}
        set_aside: ["043a718774c572bd8a25adbeb1bfcd5c0256ae11cecf9f9c3f925d0e52beaf89"]
        figures:
          - {offset: 1, kind: date, state: claimed}
          - {offset: 9, kind: money, state: open}
      b:
        capture: "b.txt"
        sha256: "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
        bytes: 42
        quotes: {}
        figures: []
    "#);
    }

    #[test]
    fn a_lock_that_the_program_did_not_write_is_refused_where_it_differs() {
        for (text, expected) in [
            ("", "0..0: a lock needs the fields `version` and `articles`"),
            ("version: 2\narticles: {}", "9..10: the lock was written by another version of the program"),
            ("version: 1\narticles: []", "21..23: expected a mapping, found a list"),
            ("version: 1\narticles: {A: {}}", "22..23: `A` is not an id"),
        ] {
            assert_eq!(read(text), Err(expected.to_owned()));
        }
        let text = lock().to_yaml();
        for (from, to) in
            [("found: exact", "found: perhaps"), ("offset: 7", "offset: -7"), ("bytes: 42", "words: 42")]
        {
            assert!(read(&text.replacen(from, to, 1)).is_err(), "{to}");
        }
    }
}
