//! Every quote of a corpus against its capture; entry point [`verify`].

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::coverage::{OpenFigure, cover};
use super::lock::{Lock, LockedArticle};
use super::look_up::{Haystack, look_up};
use crate::diag::{self, Code, Diagnostic};
use crate::digest::Digest;
use crate::model::{Article, ArticleIx, Capture, Claim, Corpus, TextMode};
use crate::source::{CaptureFile, CaptureFiles};
use crate::text::Prepared;

/// What verification came to.
#[derive(Clone, Debug, Default)]
pub struct Verification {
    /// What to write into content/captures.lock.yaml.
    pub lock: Lock,
    /// The faults of quotes and captures, in order of place.
    pub diagnostics: Vec<Diagnostic>,
    /// Figures that no claim uses, article by article, in the order of the capture.
    pub open: Vec<OpenFigure>,
}

/// The file names of the captures that a corpus rests on.
pub fn captures_needed(corpus: &Corpus) -> BTreeSet<String> {
    captured(corpus).map(|(_, _, capture)| capture.file.clone()).collect()
}

/// Looks up every quote of every article that has a capture.
///
/// An article whose capture cannot be read, or is another one than recorded, keeps what the lock
/// of an earlier verification says of it.
pub fn verify(corpus: &Corpus, captures: &CaptureFiles, earlier: &Lock) -> Verification {
    let claims = claims_by_article(corpus);
    let checked: Vec<Checked> = captured(corpus)
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|(ix, article, capture)| {
            let claims = claims.get(&ix).map_or(&[][..], Vec::as_slice);
            match readable(article, capture, captures) {
                Ok((file, text)) => check(corpus, (article, capture), (claims, file, text)),
                Err(fault) => Checked {
                    locked: earlier.articles.get(&article.id).cloned(),
                    diagnostics: vec![fault],
                    open: vec![],
                },
            }
        })
        .collect();
    let mut verification = Verification::default();
    for ((_, article, _), checked) in captured(corpus).zip(checked) {
        verification.lock.articles.extend(checked.locked.map(|locked| (article.id.clone(), locked)));
        verification.diagnostics.extend(checked.diagnostics);
        verification.open.extend(checked.open);
    }
    diag::sort(&mut verification.diagnostics);
    verification
}

/// Articles whose quotes stand in a capture.
fn captured(corpus: &Corpus) -> impl Iterator<Item = (ArticleIx, &Article, &Capture)> {
    corpus.articles.iter().enumerate().filter_map(|(i, article)| match article.text {
        TextMode::Digest => Some((ArticleIx(i as u32), article, article.capture.as_ref()?)),
        TextMode::Full => None,
    })
}

/// The claims of each article, in the order written.
fn claims_by_article(corpus: &Corpus) -> BTreeMap<ArticleIx, Vec<&Claim>> {
    let mut claims: BTreeMap<ArticleIx, Vec<&Claim>> = BTreeMap::new();
    for claim in &corpus.claims {
        claims.entry(claim.source).or_default().push(claim);
    }
    claims
}

/// What came of one article.
struct Checked {
    locked: Option<LockedArticle>,
    diagnostics: Vec<Diagnostic>,
    open: Vec<OpenFigure>,
}

fn check(
    corpus: &Corpus,
    (article, capture): (&Article, &Capture),
    (claims, file, text): (&[&Claim], &CaptureFile, &str),
) -> Checked {
    let haystack = Haystack {
        text: Prepared::of_language(text, &article.language),
        name: format!("the capture `{}`", capture.file),
        language: &article.language,
    };
    let mut locked = BTreeMap::new();
    let mut diagnostics = vec![];
    for quote in claims.iter().map(|claim| &claim.quote) {
        let (found, faults) = look_up(quote, &haystack);
        locked.extend(found.map(|found| (quote.digest, found)));
        diagnostics.extend(faults);
    }
    diagnostics.extend(idle_set_aside(article, &haystack));
    let (figures, open) = cover(corpus, article, claims, &haystack.text);
    let locked = LockedArticle {
        file: capture.file.clone(),
        sha256: capture.sha256,
        n_bytes: file.n_bytes,
        quotes: locked,
        set_aside: article.set_aside.iter().map(|figure| Digest::of(figure.words.as_bytes())).collect(),
        figures,
    };
    Checked { locked: Some(locked), diagnostics, open }
}

/// Words that an article sets aside although its capture does not have them.
fn idle_set_aside(article: &Article, haystack: &Haystack<'_>) -> Vec<Diagnostic> {
    let idle = article
        .set_aside
        .iter()
        .filter(|figure| crate::text::find_all(&figure.words, None, None, &haystack.text).is_empty());
    idle.map(|figure| {
        let message = format!("the words `{}` set aside do not stand in {}", figure.words, haystack.name);
        Diagnostic::error(Code::QuoteMissing, figure.span, message)
            .help("copy the words from the source, or remove the entry")
    })
    .collect()
}

/// The capture's text, where it is the one recorded.
fn readable<'a>(
    article: &Article,
    capture: &Capture,
    captures: &'a CaptureFiles,
) -> Result<(&'a CaptureFile, &'a str), Diagnostic> {
    let fault = |message: String, help: String| {
        Diagnostic::error(Code::CaptureMismatch, capture.span, message).help(help)
    };
    let Some(file) = captures.get(&capture.file) else {
        let message =
            format!("the capture `{}` of `{}` is not in the folder given", capture.file, article.id);
        return Err(fault(message, "give the folder that holds it with `--captures`".to_owned()));
    };
    let text = match &file.text {
        Ok(text) => text,
        Err(why) => {
            let message = format!("the capture `{}` cannot be read: {why}", capture.file);
            return Err(fault(
                message,
                "captures are UTF-8 text; convert it and record the new digest".to_owned(),
            ));
        }
    };
    if file.sha256 != capture.sha256 {
        let message = format!("the capture `{}` is not the one recorded", capture.file);
        return Err(fault(message, format!("if this one is right, record `sha256: {}`", file.sha256)));
    }
    Ok((file, text))
}
