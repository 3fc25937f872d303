//! What pages say of a fact in short: [`Disputes`], and [`ranges_of_reports`] for its figures.
//!
//! A range of reports runs from the lowest to the highest figure that a source gives. Nothing is
//! averaged, and figures of different scope never share a range.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::joined::Joined;
use super::pair::Pair;
use super::scope::difference;
use super::wording::telling_order;
use crate::language::{Key, Language};
use crate::model::{
    ArticleIx, Claim, ClaimIx, Class, Corpus, EntityIx, Fact, FactIx, Finding, Hedge, Number, Series,
};

/// The figures that sources give for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRange {
    /// The range in words, with the hedges of its ends: `more than 1,000`, `270–271`.
    pub words: String,
    /// The claims whose figures are its ends: one where all give the same.
    pub ends: (ClaimIx, ClaimIx),
    /// The claims it is made of, in the order in which they are told.
    pub claims: Vec<ClaimIx>,
    /// The articles that give them, in order of id.
    pub sources: Vec<ArticleIx>,
    /// How many independent origins they have.
    pub independent_origins: usize,
}

/// The contradictions of an edition by the question that they are about.
pub struct Disputes<'a> {
    joined: Joined,
    by_question: BTreeMap<FactIx, Vec<&'a Finding>>,
}

impl<'a> Disputes<'a> {
    /// Looks up which contradictions are about which facts.
    pub fn new(corpus: &Corpus, findings: &'a [Finding]) -> Self {
        let joined = Joined::new(corpus);
        let mut by_question: BTreeMap<FactIx, Vec<&Finding>> = BTreeMap::new();
        for finding in findings.iter().filter(|finding| finding.class == Class::Contradict) {
            let questions: BTreeSet<FactIx> = finding.facts.iter().map(|&fact| joined.first(fact)).collect();
            questions.into_iter().for_each(|fact| by_question.entry(fact).or_default().push(finding));
        }
        Self { joined, by_question }
    }

    /// Which facts ask the same question.
    pub fn joined(&self) -> &Joined {
        &self.joined
    }

    /// The contradictions between the answers to a fact, or to one of its parts.
    pub fn of(&self, fact: FactIx, part: Option<EntityIx>) -> impl Iterator<Item = &'a Finding> {
        let disputes = self.by_question.get(&self.joined.first(fact)).map_or(&[][..], Vec::as_slice);
        disputes.iter().copied().filter(move |finding| part.is_none() || finding.part == part)
    }
}

/// Up to this many scopes, a claim that leaves something open is held against each.
const ALL_SCOPES: usize = 64;

/// The range of reports of a fact's figures, or of those of a part: one for each scope.
pub fn ranges_of_reports(
    corpus: &Corpus,
    (fact, part): (FactIx, Option<EntityIx>),
    language: &Language,
) -> Vec<ReportRange> {
    let mut claims: Vec<ClaimIx> = corpus[fact].claims.clone();
    claims.retain(|&ix| corpus[ix].part == part && corpus[ix].reading.quantity().is_some());
    telling_order(corpus, &mut claims);
    // Claims that are about the same are compared once for all of them.
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut scopes: Vec<(Vec<ClaimIx>, Vec<ClaimIx>)> = Vec::new();
    for ix in claims {
        let about = about(&corpus[ix], &corpus[corpus[ix].fact]);
        if let Some(&scope) = known.get(&about) {
            scopes[scope].1.push(ix);
            continue;
        }
        let fits = |(differing, _): &(Vec<ClaimIx>, _)| {
            differing.iter().all(|&other| difference(&Pair::new(corpus, other, ix)).is_none())
        };
        // Of very many occasions none fits another.
        let scope = match scopes.len() > ALL_SCOPES {
            true => scopes.len(),
            false => scopes.iter().position(fits).unwrap_or(scopes.len()),
        };
        if scope == scopes.len() {
            scopes.push((Vec::new(), Vec::new()));
        }
        scopes[scope].0.push(ix);
        scopes[scope].1.push(ix);
        known.insert(about, scope);
    }
    scopes.into_iter().map(|(_, claims)| range(corpus, claims, language)).collect()
}

/// What a claim is about, as far as [`difference`] looks at it.
fn about(claim: &Claim, fact: &Fact) -> String {
    let number = claim.reading.quantity().map(|quantity| &quantity.number);
    let measure = number.map(|number| (&number.currency, number.percent));
    // Only where each figure stands for its own occasion is another day another matter.
    let is_of_occasion = fact.kind.series() == Some(Series::New);
    let as_of = claim.as_of.as_ref().filter(|_| is_of_occasion).map(|day| &day.edtf);
    format!("{:?} {as_of:?} {measure:?}", claim.scope)
}

fn range(corpus: &Corpus, claims: Vec<ClaimIx>, language: &Language) -> ReportRange {
    let mut sources: Vec<ArticleIx> = claims.iter().map(|&ix| corpus[ix].source).collect();
    sources.sort();
    sources.dedup();
    let telling = telling(corpus, &claims);
    let numbers: Vec<&Number> = telling.iter().filter_map(|&ix| number(corpus, ix)).collect();
    let independent_origins = super::origins::independent(corpus, claims.iter().copied());
    ReportRange {
        words: words(&numbers, language),
        ends: ends(corpus, &telling),
        claims,
        sources,
        independent_origins,
    }
}

fn number(corpus: &Corpus, claim: ClaimIx) -> Option<&Number> {
    corpus[claim].reading.quantity().map(|quantity| &quantity.number)
}

/// Claims without those whose word for a size (`tens of thousands`) only says less exactly what another's figure does:
/// the ends of what such a word may mean are figures that nobody gave.
fn telling(corpus: &Corpus, claims: &[ClaimIx]) -> Vec<ClaimIx> {
    let numbers: Vec<&Number> = claims.iter().filter_map(|&ix| number(corpus, ix)).collect();
    let is_telling =
        |ix: &ClaimIx| number(corpus, *ix).is_none_or(|own| !own.is_said_better_by(numbers.iter().copied()));
    claims.iter().copied().filter(is_telling).collect()
}

/// The claims with the lowest and the highest figure.
fn ends(corpus: &Corpus, claims: &[ClaimIx]) -> (ClaimIx, ClaimIx) {
    let lowest =
        claims.iter().copied().min_by_key(|&ix| number(corpus, ix).map(|number| (number.low, number.hedge)));
    let highest = claims.iter().copied().max_by_key(|&ix| {
        number(corpus, ix).map(|number| (number.high, is_open_above(number.hedge), number.hedge))
    });
    let first = claims[0];
    (lowest.unwrap_or(first), highest.unwrap_or(first))
}

/// From the lowest to the highest figure, each with what hedges it.
fn words(numbers: &[&Number], language: &Language) -> String {
    let lowest = numbers.iter().min_by_key(|number| (number.low, number.hedge));
    let highest =
        numbers.iter().max_by_key(|number| (number.high, is_open_above(number.hedge), number.hedge));
    let (Some(lowest), Some(highest)) = (lowest, highest) else { return String::new() };
    let alike = |number: &&&Number| {
        (number.hedge, number.low, number.high) == (lowest.hedge, lowest.low, lowest.high)
    };
    if numbers.iter().filter(alike).count() == numbers.len() {
        return language.number(lowest);
    }
    let one = |number: &Number, figure: Decimal, hedge: Hedge| {
        language.number(&Number { hedge, low: figure, high: figure, plausible: None, ..number.clone() })
    };
    if lowest.low == highest.high {
        return of_one_figure(numbers, language, |hedge| one(lowest, lowest.low, hedge));
    }
    let low = one(lowest, lowest.low, end_hedge(lowest.hedge));
    language.from_to(&low, &one(highest, highest.high, end_hedge(highest.hedge)))
}

/// One figure under several hedges: `n` and `over n` are `at least n`, others stand beside each other.
fn of_one_figure(numbers: &[&Number], language: &Language, words: impl Fn(Hedge) -> String) -> String {
    let hedges: BTreeSet<Hedge> = numbers.iter().map(|number| number.hedge).collect();
    let from_there_on = |hedge: &Hedge| *hedge == Hedge::Exact || is_open_above(*hedge);
    if hedges.iter().all(from_there_on) {
        return words(Hedge::AtLeast);
    }
    let told: Vec<String> = hedges.into_iter().map(words).collect();
    told.join(&language.say(Key::DateOr))
}

fn is_open_above(hedge: Hedge) -> bool {
    match hedge {
        Hedge::MoreThan | Hedge::AtLeast => true,
        Hedge::Exact
        | Hedge::About
        | Hedge::Nearly
        | Hedge::UpTo
        | Hedge::FewerThan
        | Hedge::Range
        | Hedge::Vague => false,
    }
}

/// What is left of a hedge at one end of a range.
fn end_hedge(hedge: Hedge) -> Hedge {
    match hedge {
        Hedge::Range | Hedge::Vague => Hedge::Exact,
        Hedge::Exact
        | Hedge::About
        | Hedge::MoreThan
        | Hedge::AtLeast
        | Hedge::Nearly
        | Hedge::UpTo
        | Hedge::FewerThan => hedge,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::*;

    #[track_caller]
    fn check(case: &Case, expected: &[&str]) {
        let ranges = ranges_of_reports(&case.corpus, (FactIx(0), None), &Language::english());
        let words: Vec<&str> = ranges.iter().map(|range| range.words.as_str()).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn one_figure_keeps_its_hedge() {
        check(
            &Case::of(people()).says("alpha", "over 1,000").says("bravo", "more than 1,000"),
            &["more than 1,000"],
        );
    }

    #[test]
    fn a_word_for_a_size_is_no_end_of_a_range_that_figures_give() {
        let three = |words: &str| {
            Case::of(people()).says("alpha", words).says("bravo", "around 18,000").says("charlie", "60,000")
        };
        check(&three("tens of thousands"), &["about 18,000 to 60,000"]);
    }

    #[test]
    fn a_range_runs_from_the_lowest_to_the_highest_report() {
        check(
            &Case::of(people()).says("alpha", "293").says("bravo", "271").says("charlie", "280"),
            &["271 to 293"],
        );
    }

    #[test]
    fn the_ends_keep_their_hedges() {
        check(
            &Case::of(people()).says("alpha", "about 950").says("bravo", "over 1,000"),
            &["about 950 to more than 1,000"],
        );
        check(&Case::of(people()).says("alpha", "1,000").says("bravo", "over 1,000"), &["at least 1,000"]);
    }

    #[test]
    fn money_keeps_its_currency() {
        check(
            &Case::of(money()).says("alpha", "$11 billion").says("bravo", "$40 billion"),
            &["$11 billion to $40 billion"],
        );
    }

    #[test]
    fn figures_of_different_scope_do_not_share_a_range() {
        let case =
            Case::of(people()).says("alpha", "270").at(&["cambodia"]).says("bravo", "271").at(&["poipet"]);
        check(&case, &["270", "271"]);
    }
}
