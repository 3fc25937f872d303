//! Reads content/captures.lock.yaml; entry point [`read_lock`].
//!
//! The file is the program's own, so its first fault refuses it as a whole: half a lock would let
//! an edited quote pass.

use std::collections::BTreeMap;

use super::lock::{KINDS, Lock, LockedArticle, LockedFigure, LockedQuote, RUNGS, STATES, VERSION};
use crate::diag::{Code, Diagnostic};
use crate::digest::Digest;
use crate::model::Id;
use crate::source::Span;
use crate::yaml::{Entry, Node, NodeKind};

/// Reads a lock, or says where it is not what this program writes.
pub fn read_lock(node: &Node) -> Result<Lock, Diagnostic> {
    let [version, articles] = fields(node, ["version", "articles"])?;
    if scalar(version)? != VERSION {
        return Err(fault(version.span, "the lock was written by another version of the program"));
    }
    let articles = entries(articles)?.iter().map(|entry| {
        let id = Id::new(&entry.key).map_err(|_| fault(entry.key_span, "this is no article's id"))?;
        Ok((id, article(&entry.value)?))
    });
    Ok(Lock { articles: articles.collect::<Result<_, _>>()? })
}

fn article(node: &Node) -> Result<LockedArticle, Diagnostic> {
    let [file, sha256, n_bytes, quotes, figures] =
        fields(node, ["capture", "sha256", "bytes", "quotes", "figures"])?;
    let NodeKind::List(figures) = &figures.kind else {
        return Err(fault(figures.span, "a list is expected here"));
    };
    Ok(LockedArticle {
        file: scalar(file)?.to_owned(),
        sha256: digest(scalar(sha256)?, sha256.span)?,
        n_bytes: number(n_bytes)?,
        quotes: entries(quotes)?.iter().map(quote).collect::<Result<BTreeMap<_, _>, _>>()?,
        figures: figures.iter().map(figure).collect::<Result<_, _>>()?,
    })
}

fn quote(entry: &Entry) -> Result<(Digest, LockedQuote), Diagnostic> {
    let [rung, offset] = fields(&entry.value, ["found", "offset"])?;
    let quote = LockedQuote { rung: named(&RUNGS, rung)?, offset: number(offset)? };
    Ok((digest(&entry.key, entry.key_span)?, quote))
}

fn figure(node: &Node) -> Result<LockedFigure, Diagnostic> {
    let [offset, kind, state] = fields(node, ["offset", "kind", "state"])?;
    Ok(LockedFigure { offset: number(offset)?, kind: named(&KINDS, kind)?, state: named(&STATES, state)? })
}

/// The values of a mapping that has exactly these keys, in this order.
fn fields<'a, const N: usize>(node: &'a Node, keys: [&str; N]) -> Result<[&'a Node; N], Diagnostic> {
    let entries = entries(node)?;
    let found: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
    if found != keys {
        return Err(fault(node.span, format!("the fields `{}` are expected here", keys.join("`, `"))));
    }
    Ok(std::array::from_fn(|i| &entries[i].value))
}

fn entries(node: &Node) -> Result<&[Entry], Diagnostic> {
    match &node.kind {
        NodeKind::Map(entries) => Ok(entries),
        NodeKind::List(_) | NodeKind::Scalar(_) => Err(fault(node.span, "a mapping is expected here")),
    }
}

fn scalar(node: &Node) -> Result<&str, Diagnostic> {
    match &node.kind {
        NodeKind::Scalar(scalar) => Ok(&scalar.text),
        NodeKind::List(_) | NodeKind::Map(_) => Err(fault(node.span, "a single value is expected here")),
    }
}

fn number(node: &Node) -> Result<usize, Diagnostic> {
    scalar(node)?.parse().map_err(|_| fault(node.span, "a whole number is expected here"))
}

fn digest(text: &str, span: Span) -> Result<Digest, Diagnostic> {
    Digest::from_hex(text).ok_or_else(|| fault(span, "a digest of 64 hexadecimal digits is expected here"))
}

fn named<T: Copy>(names: &[(&str, T)], node: &Node) -> Result<T, Diagnostic> {
    let text = scalar(node)?;
    let value = names.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
    value.ok_or_else(|| fault(node.span, format!("`{text}` is not known here")))
}

fn fault(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(Code::LockInvalid, span, message)
        .help("delete the file and run `variorum verify --captures DIR` to write it again")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::FigureState;
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
            file: "odd \"name\\\u{1}ភ្នំ: #.txt".into(),
            sha256: Digest::of(b"a"),
            n_bytes: 42,
            quotes: [
                (Digest::of(b"q"), LockedQuote { rung: Rung::Exact, offset: 7 }),
                (Digest::of(b"r"), LockedQuote { rung: Rung::CaseFolded, offset: 0 }),
            ]
            .into(),
            figures: vec![
                LockedFigure { offset: 1, kind: FigureKind::Date, state: FigureState::Claimed },
                LockedFigure { offset: 9, kind: FigureKind::Money, state: FigureState::Open },
            ],
        };
        let bare =
            LockedArticle { quotes: [].into(), figures: vec![], file: "b.txt".into(), ..article.clone() };
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
        capture: "odd \"name\\\u0001ភ្នំ: #.txt"
        sha256: "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
        bytes: 42
        quotes:
          "454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1": {found: case-folded, offset: 0}
          "8e35c2cd3bf6641bdb0e2050b76932cbb2e6034a0ddacc1d9bea82a6ba57f7cf": {found: exact, offset: 7}
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
            ("", "0..0: the fields `version`, `articles` are expected here"),
            ("version: 2\narticles: {}", "9..10: the lock was written by another version of the program"),
            ("version: 1\narticles: []", "21..23: a mapping is expected here"),
            ("version: 1\narticles: {A: {}}", "22..23: this is no article's id"),
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
