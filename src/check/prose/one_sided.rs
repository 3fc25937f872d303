//! Whether prose tells a dispute as a fact; entry point [`fault`].
//!
//! A disputed fact may be told with a hedge, as a range, by naming a source in the sentence, or by
//! saying that the sources differ. A link to one source's answer names it to the generator, not to
//! readers, but its citation does: it is let through.

use super::languages::Languages;
use super::supported::{says_date, says_name};
use crate::check::names;
use crate::check::summary::Disputes;
use crate::diag::{Code, Diagnostic};
use crate::model::{ArticleIx, Binding, Claim, ClaimIx, Corpus, Hedge, Number, Prose, Reading, Voice};
use crate::value::in_quote::{self, Found};

/// What is wrong with a link that tells one side of a dispute.
pub(super) fn fault(
    corpus: &Corpus,
    disputes: &Disputes,
    (prose, binding): (&Prose, &Binding),
    claims: &[ClaimIx],
) -> Option<Diagnostic> {
    if binding.source.is_some() || binding.words.trim().is_empty() {
        return None;
    }
    let dispute = disputes.of(binding.fact, binding.part).next()?;
    let claims: Vec<&Claim> = claims.iter().map(|&ix| &corpus[ix]).collect();
    let sentence = sentence_around(prose, binding);
    let languages = Languages::of(&corpus.settings.language, &binding.words, &prose.markdown);
    if is_open(corpus, (&binding.words, languages), &claims)
        || names_source(corpus, sentence, &claims)
        || languages.leave_open(sentence)
    {
        return None;
    }
    let sources: Vec<&str> = dispute.sources.iter().map(|&ix| corpus[ix].id.as_str()).collect();
    let example = sources.first().copied().unwrap_or("source");
    Some(
        Diagnostic::error(
            Code::ProseOneSided,
            binding.span,
            format!("`{}` is disputed, and the sentence does not say so", binding.words),
        )
        .help(format!(
            "{} Name the source in the sentence, give a range, hedge it, or bind one answer: `@{example}`",
            dispute.reason
        )),
    )
}

/// Whether the words themselves hedge, give a range or tell both sides.
pub(super) fn is_open(corpus: &Corpus, (words, languages): (&str, Languages), claims: &[&Claim]) -> bool {
    let Some(first) = claims.first() else { return false };
    match &first.reading {
        Reading::Quantity(_) => {
            let figures = languages.figures(words);
            let is_hedged = |number: Number| number.hedge != Hedge::Exact;
            let mut said = figures.iter().map(|figure| figure.words.as_str()).chain([words]);
            figures.len() > 1 || said.any(|words| languages.number(words).is_some_and(is_hedged))
        }
        Reading::Date(_) => several(
            claims,
            |claim| says_date((words, languages), claim),
            |claim| claim.compared_words().to_owned(),
        ),
        Reading::Entity(_) => several(
            claims,
            |claim| says_name(corpus, words, claim),
            |claim| match claim.reading.entity() {
                Some(Some(entity)) => format!("{entity:?}"),
                Some(None) | None => claim.compared_words().to_owned(),
            },
        ),
        Reading::Set(_) | Reading::Position(_) | Reading::Text | Reading::YesNo(_) => {
            languages.leave_open(words)
        }
    }
}

/// Whether the words say what more than one claim says.
fn several(claims: &[&Claim], says: impl Fn(&Claim) -> bool, answer: impl Fn(&Claim) -> String) -> bool {
    let mut said: Vec<String> =
        claims.iter().filter(|claim| says(claim)).map(|claim| answer(claim)).collect();
    said.sort();
    said.dedup();
    said.len() > 1
}

/// Whether a sentence names one of the articles, its outlet or author, or one whom it cites.
pub(super) fn names_source(corpus: &Corpus, sentence: &str, claims: &[&Claim]) -> bool {
    let mut articles: Vec<ArticleIx> = claims.iter().map(|claim| claim.source).collect();
    articles.sort();
    articles.dedup();
    let named = |name: &str| in_quote::name(name, sentence) == Found::Yes;
    let of_article = |ix: ArticleIx| {
        let article = &corpus[ix];
        let outlet = Some(article.outlet.as_str()).filter(|outlet| *outlet != "unknown");
        let curated = article.outlet_entity.into_iter().flat_map(|entity| names::all(&corpus[entity]));
        let mut known = outlet
            .into_iter()
            .chain([article.title.as_str()])
            .chain(article.author.as_deref())
            .chain(curated);
        known.any(named)
    };
    let cited = claims.iter().flat_map(|claim| &claim.via).any(|voice| match voice {
        Voice::Entity(entity) => names::all(&corpus[*entity]).any(named),
        Voice::Article(article) => of_article(*article),
    });
    cited || articles.into_iter().any(of_article)
}

/// Whether words say, in the edition's language or English, that a matter is not settled.
pub(super) fn leaves_open(corpus: &Corpus, words: &str) -> bool {
    Languages::of(&corpus.settings.language, words, words).leave_open(words)
}

/// The sentence that a link stands in.
pub(super) fn sentence_around<'a>(prose: &'a Prose, binding: &Binding) -> &'a str {
    let text = prose.markdown.as_str();
    let (start, end) = (binding.range.start.min(text.len()), binding.range.end.min(text.len()));
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let from = ends(before).last().unwrap_or(0);
    let to = ends(after).next().unwrap_or(after.len());
    text.get(from..end + to).unwrap_or(text)
}

/// Where sentences end: at a full stop and the like before white space, and at an empty line. A
/// full stop after a single letter belongs to an abbreviation.
pub(super) fn ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().filter_map(|(at, c)| {
        let rest = &text[at + c.len_utf8()..];
        let in_abbreviation = || {
            let word = text[..at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            word.chars().count() == 1
        };
        let stops = matches!(c, '.' | '!' | '?' | '。' | '។')
            && (rest.is_empty() || rest.starts_with(char::is_whitespace));
        let is_end = (stops && !(c == '.' && in_abbreviation())) || (c == '\n' && rest.starts_with('\n'));
        is_end.then_some(at + c.len_utf8())
    })
}
