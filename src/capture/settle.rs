//! What a build without captures accepts; entry point [`settle`].
//!
//! A quote of a full text is looked up in what a reader sees of the article's own body, every time. A quote of a digest
//! is accepted where the lock holds it for the capture that the article records.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::kept::Kept;
use super::lock::{Lock, LockedQuote};
use super::look_up::{Haystack, look_up, short};
use crate::diag::{Code, Diagnostic, Level};
use crate::digest::Digest;
use crate::markdown::visible;
use crate::model::{Article, ArticleIx, Capture, Corpus, FigureUse, Quote, QuoteState, TextMode};
use crate::text::{MASK, Prepared};

/// What the lock says of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was found in the capture.
    Found(LockedQuote),
    /// It was not, or was edited since.
    NotFound,
    /// The lock knows another capture, or none, for this article.
    OtherCapture,
}

/// What the lock says of a quote, by its digest.
pub fn state_of(lock: &Lock, article: &Article, quote: &Digest) -> Standing {
    let locked = lock.articles.get(&article.id);
    let recorded = article.capture.as_ref();
    match (locked, recorded) {
        (Some(locked), Some(capture)) if locked.sha256 == capture.sha256 => {
            locked.quotes.get(quote).map_or(Standing::NotFound, |quote| Standing::Found(*quote))
        }
        _ => Standing::OtherCapture,
    }
}

/// Gives every quote of the corpus its state; `None` where there is no lock.
pub fn settle(corpus: Corpus, lock: Option<&Lock>) -> (Corpus, Vec<Diagnostic>) {
    settled(corpus, lock, None)
}

/// The same for a corpus that is read again and again: quotes that were found before are not looked up.
pub fn settle_again(corpus: Corpus, lock: Option<&Lock>, kept: &mut Kept) -> (Corpus, Vec<Diagnostic>) {
    kept.begin(&corpus.articles);
    settled(corpus, lock, Some(kept))
}

fn settled(
    mut corpus: Corpus,
    lock: Option<&Lock>,
    mut kept: Option<&mut Kept>,
) -> (Corpus, Vec<Diagnostic>) {
    let mut diagnostics = vec![];
    let bodies = Bodies::of(&corpus.articles);
    let haystacks: Vec<OnceCell<Haystack<'_>>> = corpus.articles.iter().map(|_| OnceCell::new()).collect();
    let empty = Lock::default();
    let mut unlocked = BTreeSet::new();
    let claims = corpus.claims.iter_mut().map(|claim| (claim.source, &mut claim.quote));
    let alone = corpus.quotes_alone.iter_mut().map(|(source, quote)| (*source, quote));
    for (source, quote) in claims.chain(alone) {
        let article = &corpus.articles[source.index()];
        quote.state = match article.text {
            TextMode::Full => {
                let known = kept.as_ref().and_then(|kept| kept.place(article, quote));
                let place = known.or_else(|| {
                    let haystack = haystacks[source.index()].get_or_init(|| bodies.haystack(source));
                    let (found, faults) = look_up(quote, haystack);
                    if let Some(kept) = &mut kept {
                        kept.looked_up(article, quote, found.filter(|_| faults.is_empty()));
                    }
                    diagnostics.extend(faults);
                    found.map(|found| found.offset)
                });
                place.map_or(QuoteState::Unverified, QuoteState::InBody)
            }
            TextMode::Digest => match state_of(lock.unwrap_or(&empty), article, &quote.digest) {
                Standing::Found(found) => {
                    diagnostics.extend(short(quote));
                    QuoteState::Locked(found.offset)
                }
                Standing::NotFound => {
                    diagnostics.push(unverified(quote, article));
                    QuoteState::Unverified
                }
                Standing::OtherCapture => {
                    unlocked.insert(source);
                    QuoteState::Unverified
                }
            },
        };
    }
    diagnostics.extend(unlocked_articles(&corpus, &unlocked, lock));
    diagnostics.extend(lock.into_iter().flat_map(|lock| no_longer_set_aside(&corpus, lock)));
    diagnostics.extend(lock.into_iter().flat_map(|lock| newly_set_aside(&corpus, lock)));
    (corpus, diagnostics)
}

/// What a reader sees of full texts, made for those in which a quote is looked up.
struct Bodies<'a> {
    articles: &'a [Article],
    texts: Vec<OnceCell<String>>,
}

impl<'a> Bodies<'a> {
    fn of(articles: &'a [Article]) -> Self {
        Self { articles, texts: articles.iter().map(|_| OnceCell::new()).collect() }
    }

    /// The text of an article, made ready for looking quotes up.
    fn haystack(&self, source: ArticleIx) -> Haystack<'_> {
        let article = &self.articles[source.index()];
        let body = self.texts[source.index()].get_or_init(|| visible(&article.body.markdown, MASK));
        Haystack {
            text: Prepared::of_language(body, &article.language),
            name: format!("the text of `{}`", article.id),
            language: &article.language,
        }
    }
}

/// Articles that set figures aside when they were verified and no longer do: what the lock says of
/// their figures is not so any more.
fn no_longer_set_aside(corpus: &Corpus, lock: &Lock) -> Vec<Diagnostic> {
    let removed = |article: &Article| {
        let capture = article.capture.as_ref()?;
        let locked = lock.articles.get(&article.id).filter(|locked| locked.sha256 == capture.sha256)?;
        let own: BTreeSet<Digest> =
            article.set_aside.iter().map(|figure| Digest::of(figure.words.as_bytes())).collect();
        // A lock without digests was written before they were kept.
        let is_any = locked.figures.iter().any(|figure| figure.state == FigureUse::SetAside);
        let n_removed = match locked.set_aside.difference(&own).count() {
            0 if locked.set_aside.is_empty() && own.is_empty() && is_any => 1,
            n_removed => n_removed,
        };
        let (what, are) = if n_removed == 1 { ("an entry", "is") } else { ("entries", "are") };
        let message = format!(
            "{what} of `set_aside` that the lock knows of `{}` {are} no longer there, so its figures are not accounted for",
            article.id
        );
        (n_removed > 0)
            .then(|| Diagnostic::error(Code::QuoteUnverified, capture.span, message).help(RUN_VERIFY))
    };
    corpus.articles.iter().filter_map(removed).collect()
}

/// Figures set aside since the article was verified: nobody has looked whether its text has them.
fn newly_set_aside(corpus: &Corpus, lock: &Lock) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for article in &corpus.articles {
        let Some(capture) = &article.capture else { continue };
        let verified = lock.articles.get(&article.id).filter(|locked| locked.sha256 == capture.sha256);
        let Some(locked) = verified else { continue };
        // A lock without digests was written before they were kept.
        let is_older = locked.set_aside.is_empty()
            && locked.figures.iter().any(|figure| figure.state == FigureUse::SetAside);
        let is_new = |words: &str| !locked.set_aside.contains(&Digest::of(words.as_bytes()));
        for figure in article.set_aside.iter().filter(|figure| !is_older && is_new(&figure.words)) {
            let message =
                format!("the words `{}` were set aside after `{}` was verified", figure.words, article.id);
            found.push(Diagnostic::warning(Code::QuoteUnverified, figure.span, message).help(RUN_VERIFY));
        }
    }
    found
}

const RUN_VERIFY: &str = "run `variorum verify --captures DIR` where the captures are, and commit the lock";

fn unverified(quote: &Quote, article: &Article) -> Diagnostic {
    let message = format!("this quote has not been found in the capture of `{}`", article.id);
    Diagnostic::error(Code::QuoteUnverified, quote.span, message).help(RUN_VERIFY)
}

/// One word for each article without a lock, or for all of them where there is none.
fn unlocked_articles(
    corpus: &Corpus,
    unlocked: &BTreeSet<ArticleIx>,
    lock: Option<&Lock>,
) -> Vec<Diagnostic> {
    let Some(lock) = lock else {
        let message = "no quote is verified: there is no `content/captures.lock.yaml`";
        // An article without a capture has a fault of its own.
        let capture = unlocked.iter().find_map(|ix| corpus[*ix].capture.as_ref());
        let fault = |capture: &Capture| {
            Diagnostic::error(Code::QuoteUnverified, capture.span, message).help(RUN_VERIFY)
        };
        return capture.map(fault).into_iter().collect();
    };
    let fault = |ix: &ArticleIx| {
        let article = &corpus[*ix];
        let message = match lock.articles.get(&article.id) {
            Some(_) => format!("the quotes of `{}` were verified in another capture than this", article.id),
            None => format!("no quote of `{}` is verified", article.id),
        };
        let fault = match &article.capture {
            Some(capture) => Diagnostic::error(Code::QuoteUnverified, capture.span, message),
            None => Diagnostic::without_place(Code::QuoteUnverified, Level::Error, message),
        };
        fault.help(RUN_VERIFY)
    };
    unlocked.iter().map(fault).collect()
}
