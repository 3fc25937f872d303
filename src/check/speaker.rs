//! Who says what a claim says; entry point [`speaker`].
//!
//! A claim that its source takes from somebody else is that one's word, and the source only passes
//! it on. Every sentence, table and file names the speaker by the functions here.

use std::collections::BTreeSet;

use super::byline::Bylines;
use super::question::LISTED_CLAIMS;
use super::wording::{join, list};
use crate::model::{Claim, ClaimIx, Corpus, EntityKind, Modifier, Voice};

/// How many speakers a sentence names for one answer before it counts the rest.
const TOLD_SPEAKERS: usize = 3;

/// `China’s foreign ministry, via China Daily Brief`: whom a source cites, and the source, which is
/// named as `byline`; the source alone where it cites nobody.
pub fn speaker(corpus: &Corpus, claim: &Claim, byline: &str) -> String {
    passed_on(&names(corpus, &claim.via), byline)
}

/// Whose word a claim is, before it is put in words.
pub struct Speaking<'a> {
    /// Whom the source cites.
    pub cited: Vec<&'a str>,
    /// Whether their names say who passes their word on: `Analysts cited by China Daily Brief`.
    pub names_source: bool,
}

/// Whose word a claim is, for pages in any language.
pub fn speaking<'a>(corpus: &'a Corpus, claim: &Claim, byline: &str) -> Speaking<'a> {
    let cited = names(corpus, &claim.via);
    Speaking { names_source: name_source(&cited, byline), cited }
}

/// Those who stand on the sides of a finding, in the order in which they are told, each once.
pub fn speakers(corpus: &Corpus, sides: &[Vec<ClaimIx>]) -> String {
    let mut seen = BTreeSet::new();
    let first = sides.iter().filter_map(|side| side.first()).map(|&ix| &corpus[ix]);
    let names = first.map(|claim| speaker(corpus, claim, corpus[claim.source].short_name()));
    let names: Vec<String> = names.filter(|name| seen.insert(name.clone())).collect();
    let told = &names[..names.len().min(TOLD_SPEAKERS)];
    let rest = names.len() - told.len();
    let others = if rest > 0 { format!("; {rest} more") } else { String::new() };
    format!("{}{others}", told.join("; "))
}

/// Whom a claim cites, as a list of names; `None` where it cites nobody.
pub fn voices(corpus: &Corpus, via: &[Voice]) -> Option<String> {
    let names = names(corpus, via);
    (!names.is_empty()).then(|| list(&names, TOLD_SPEAKERS, "others"))
}

/// Whom somebody cites, and who passes it on, unless the name itself says so.
fn passed_on(cited: &[&str], byline: &str) -> String {
    if cited.is_empty() {
        return byline.to_owned();
    }
    let voices = list(cited, TOLD_SPEAKERS, "others");
    if name_source(cited, byline) {
        return voices;
    }
    format!("{voices}, via {byline}")
}

/// Whether the names of those whom a source cites say who passes their word on: people without a
/// name are curated as `Analysts cited by …`.
fn name_source(cited: &[&str], byline: &str) -> bool {
    let outlet = byline.strip_prefix("the untitled ").unwrap_or(byline);
    let passers = [format!(" by {outlet}"), format!(" by the {outlet}")];
    !cited.is_empty() && cited.iter().all(|name| passers.iter().any(|by| name.contains(by)))
}

/// Those who give one answer, as the subject of a sentence.
pub(super) struct Subject {
    /// Their names, the last ones counted, with the comma that closes `via …`.
    pub words: String,
    /// Whether the verb is that of several.
    pub is_plural: bool,
}

impl Subject {
    /// One claim’s speaker.
    pub fn one(corpus: &Corpus, bylines: &Bylines, claim: &Claim) -> Self {
        Self::of(corpus, bylines, &[claim])
    }

    /// Those who make these claims: one claim of each speaker.
    pub fn of(corpus: &Corpus, bylines: &Bylines, claims: &[&Claim]) -> Self {
        let mut by_source: Vec<(&Claim, Vec<&str>)> = Vec::new();
        for claim in claims {
            let names = names(corpus, &claim.via);
            // Several whom one source cites are named together.
            let is_same = |(other, cited): &&mut (&Claim, Vec<&str>)| {
                other.source == claim.source && !cited.is_empty() && !names.is_empty()
            };
            match by_source.iter_mut().find(is_same) {
                Some((_, cited)) => cited.extend(names),
                None => by_source.push((claim, names)),
            }
        }
        let n_named = if by_source.len() > TOLD_SPEAKERS { TOLD_SPEAKERS - 1 } else { by_source.len() };
        let named = by_source[..n_named]
            .iter()
            .map(|(claim, cited)| passed_on(cited, bylines.of_claim(corpus, claim)));
        let mut told: Vec<String> = named.collect();
        let rest = by_source.len() - n_named;
        if rest > 0 {
            // A record lists no more than so many claims of one answer.
            let at_least = if claims.len() >= LISTED_CLAIMS { "at least " } else { "" };
            told.push(format!("{at_least}{rest} others"));
        }
        let is_plural = by_source.len() > 1 || is_plural(corpus, by_source.first());
        Self { words: subjects(&told), is_plural }
    }

    /// The verb that goes with them.
    pub fn verb<'v>(&self, one: &'v str, many: &'v str) -> &'v str {
        if self.is_plural { many } else { one }
    }
}

/// Whether those whom one source cites are several, or a group.
fn is_plural(corpus: &Corpus, speaker: Option<&(&Claim, Vec<&str>)>) -> bool {
    let Some((claim, cited)) = speaker else { return false };
    let is_group = |voice: &Voice| match voice {
        Voice::Entity(entity) => corpus[*entity].kind == EntityKind::Group,
        Voice::Article(_) => false,
    };
    cited.len() > 1 || claim.via.iter().any(is_group)
}

/// Names in a row; one that ends in `via …` is closed by a comma or a semicolon.
fn subjects(told: &[String]) -> String {
    let cites = |name: &String| name.contains(", via ");
    let close = |name: &String| if cites(name) { "," } else { "" };
    match told {
        [one, other] => format!("{one}{} and {other}{}", close(one), close(other)),
        [first @ .., last] if told.len() > 2 && told.iter().any(cites) => {
            format!("{}; and {last}{}", first.join("; "), close(last))
        }
        [only] => format!("{only}{}", close(only)),
        [] | [..] => join(told),
    }
}

/// Whom one source has an answer from, in brackets behind it; empty where it cites nobody.
pub(super) fn citing(corpus: &Corpus, claim: &Claim) -> String {
    citing_all(corpus, &[claim])
}

/// Whom one source has an answer from that it gives several times.
pub(super) fn citing_all(corpus: &Corpus, claims: &[&Claim]) -> String {
    let mut seen = BTreeSet::new();
    let names: Vec<&str> = claims.iter().flat_map(|claim| names(corpus, &claim.via)).collect();
    let names: Vec<&str> = names.into_iter().filter(|name| seen.insert(*name)).collect();
    if names.is_empty() {
        return String::new();
    }
    let sources = if names.len() == 1 { "source" } else { "sources" };
    format!(" (its {sources}: {})", list(&names, TOLD_SPEAKERS, "others"))
}

/// What figures or dates of one source are that cannot go together, where it cites different people
/// for the two sides, and each side has one voice.
///
/// What the source says itself is not the other side of what it cites: the two answer different
/// questions, and it is the source that puts them together.
pub(super) fn divided(corpus: &Corpus, sides: [&[ClaimIx]; 2]) -> Vec<Modifier> {
    let voices = |ix: &ClaimIx| corpus[*ix].via.iter().copied().collect::<BTreeSet<Voice>>();
    let voice = |side: &[ClaimIx]| {
        let first = side.first().map(voices).filter(|first| !first.is_empty())?;
        side.iter().all(|ix| voices(ix) == first).then_some(first)
    };
    match sides.map(voice) {
        [Some(one), Some(other)] if one.is_disjoint(&other) => vec![Modifier::ReportedDispute],
        _ => Vec::new(),
    }
}

fn names<'a>(corpus: &'a Corpus, via: &[Voice]) -> Vec<&'a str> {
    let name = |voice: &Voice| match voice {
        Voice::Entity(entity) => corpus[*entity].name.as_str(),
        Voice::Article(article) => corpus[*article].short_name(),
    };
    via.iter().map(name).collect()
}
