//! How the edition is made: the rules and factors in force; entry point [`methodology`].

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

use super::editors::n_read_by_editors;
use super::terms::{self, Term};
use super::{Here, Link, claim, dispute_counts};
use crate::check;
use crate::language::{Key, Language, Value, reading};
use crate::markdown::{self, Headings, LinkMarkup};
use crate::model::{Difference, Modifier, Rule, Severity, Tolerances};
use crate::plan::{self, Listing};

/// How the edition is made.
#[derive(Debug, JsonSchema, Serialize)]
pub struct MethodologyView {
    /// The page that says kind by kind what is checked.
    pub checked: Link,
    /// The languages in which figures and dates are read, in a row.
    pub languages: String,
    /// Factors of reading and comparing, as they are in force.
    pub factors: Vec<Factor>,
    /// Words of size and hedges, with what they are read as.
    pub hedges: Vec<Hedge>,
    /// The classes, worst first.
    pub classes: Vec<Term>,
    /// The severities, worst first.
    pub severities: Vec<Term>,
    /// What raises a difference or changes its wording.
    pub modifiers: Vec<Term>,
    /// The rules, with their texts.
    pub rules: Vec<RuleText>,
    /// How quotes were verified, source by source.
    pub verification: Vec<Verified>,
    /// Of very many sources how many are left out because every quote of theirs was found.
    pub n_found_whole: usize,
    /// Of the others how many there is no room for.
    pub n_more: usize,
    /// How many values of the edition the editors read, not the program.
    pub n_by_editors: usize,
    /// How many different discrepancies there are.
    pub totals: Vec<dispute_counts::Total>,
}

/// A factor in force.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Factor {
    /// Its name in variorum.yaml.
    pub key: &'static str,
    /// What it decides.
    pub text: String,
    /// Its value, with the unit.
    pub value: String,
    /// Whether it differs from the default.
    pub changed: bool,
}

/// Words with what they are read as.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Hedge {
    /// The words.
    pub words: String,
    /// What they strictly allow.
    pub hard: String,
    /// What a reader would take them to mean.
    pub plausible: String,
}

/// A rule with its text.
#[derive(Debug, JsonSchema, Serialize)]
pub struct RuleText {
    /// Permanent name.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// The text below the heading, as HTML.
    pub html: String,
    /// How many findings it made.
    pub n: usize,
}

/// One source's verified quotes.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Verified {
    /// The source.
    pub source: Link,
    /// How many claims.
    pub n_claims: usize,
    /// How many of them rest on a quote that was found.
    pub n_verified: usize,
    /// How many of them the editors read, not the program.
    pub n_by_editors: usize,
    /// The capture's SHA-256.
    pub sha256: Option<String>,
}

/// How the edition is made.
pub fn methodology(here: Here<'_>) -> MethodologyView {
    let tolerances = &here.edition.corpus.settings.tolerances;
    let language = here.edition.language;
    let verified = verification(here);
    let n_sources = verified.len();
    let n_by_editors = verified.iter().map(|one| one.n_by_editors).sum();
    let is_divided = here.edition.plan.is_divided(Listing::Sources);
    let is_told = |one: &Verified| !is_divided || one.n_verified < one.n_claims || one.n_by_editors > 0;
    let mut verified: Vec<Verified> = verified.into_iter().filter(is_told).collect();
    let n_told = verified.len();
    verified.truncate(N_VERIFIED_MAX);
    MethodologyView {
        checked: here.link(language.say(Key::CheckedMore), plan::CHECKED),
        languages: languages(language),
        factors: factors(language, tolerances),
        hedges: hedges(language, tolerances),
        classes: Difference::ALL.iter().rev().map(|&kind| terms::difference(language, kind)).collect(),
        severities: Severity::ALL.iter().rev().map(|&severity| terms::severity(language, severity)).collect(),
        modifiers: Modifier::ALL.iter().map(|&modifier| terms::modifier(language, modifier)).collect(),
        rules: Rule::ALL.iter().map(|&rule| rule_text(here, rule)).collect(),
        n_by_editors,
        n_found_whole: n_sources - n_told,
        n_more: n_told - verified.len(),
        verification: verified,
        totals: dispute_counts::totals(here, &here.edition.discrepancies),
    }
}

/// The most sources whose quotes are counted one by one.
const N_VERIFIED_MAX: usize = 300;

fn languages(language: &Language) -> String {
    let mut names: Vec<String> = reading::languages().map(|tag| language.name_of(tag)).collect();
    names.sort();
    language.list(&names, Key::ListAnd)
}

fn factors(language: &Language, in_force: &Tolerances) -> Vec<Factor> {
    let of = |tolerances: &Tolerances| {
        let percent = |value| share(language, value);
        let days = |n: i32| language.count(Key::NDays, n.unsigned_abs() as usize);
        [
            ("round_percent", Key::FactorRoundPercent, percent(tolerances.round_percent)),
            ("about_percent", Key::FactorAboutPercent, percent(tolerances.about_percent)),
            ("about_least", Key::FactorAboutLeast, language.figure(tolerances.about_least)),
            ("above_percent", Key::FactorAbovePercent, percent(tolerances.above_percent)),
            ("nearly_percent", Key::FactorNearlyPercent, percent(tolerances.nearly_percent)),
            ("up_to_percent", Key::FactorUpToPercent, percent(tolerances.up_to_percent)),
            ("minor_gap_percent", Key::FactorMinorGapPercent, percent(tolerances.minor_gap_percent)),
            ("moderate_gap_percent", Key::FactorModerateGapPercent, percent(tolerances.moderate_gap_percent)),
            ("announcement_days", Key::FactorAnnouncementDays, days(tolerances.announcement_days)),
            ("minor_gap_days", Key::FactorMinorGapDays, days(tolerances.minor_gap_days)),
        ]
    };
    let defaults = of(&Tolerances::default());
    let own = of(in_force).into_iter().zip(defaults);
    let factor = |((key, text, value), (_, _, default))| Factor {
        key,
        text: language.say(text),
        changed: value != default,
        value,
    };
    own.map(factor).collect()
}

fn share(language: &Language, value: Decimal) -> String {
    language.fill(Key::Percent, &[("figure", Value::Text(&language.figure(value)))])
}

fn hedges(language: &Language, tolerances: &Tolerances) -> Vec<Hedge> {
    let with = |key, part: Decimal| {
        let share = share(language, part);
        language.fill(key, &[("share", Value::Text(&share))])
    };
    let figure = |n: i64| language.figure(n.into());
    let from_to = |low, high| {
        let (low, high) = (figure(low), figure(high));
        language.fill(Key::FromTo, &[("low", Value::Text(&low)), ("high", Value::Text(&high))])
    };
    let say = |key| language.say(key);
    let about = language.fill(
        Key::ReadAbout,
        &[
            ("share", Value::Text(&share(language, tolerances.about_percent))),
            ("least", Value::Text(&language.figure(tolerances.about_least))),
        ],
    );
    let round = language.fill(Key::WordsRound, &[("figure", Value::Text(&figure(1000)))]);
    let above = with(Key::ReadAbove, tolerances.above_percent);
    let up_to = tolerances.up_to_percent;
    let vague = |words, hard, plausible| {
        let (a, b) = hard;
        let (c, d) = plausible;
        (say(words), from_to(a, b), if c == d { figure(c) } else { from_to(c, d) })
    };
    let rows = [
        (figure(1208), say(Key::ReadExactly), say(Key::ReadSame)),
        (round, say(Key::ReadExactly), with(Key::ReadRound, tolerances.round_percent)),
        (share(language, 33.into()), say(Key::ReadExactly), say(Key::ReadLastDigit)),
        (say(Key::WordsAbout), about, say(Key::ReadSame)),
        (say(Key::WordsAbove), say(Key::ReadAboveStrictly), above.clone()),
        (say(Key::WordsAtLeast), say(Key::ReadAtLeastStrictly), above),
        (say(Key::WordsNearly), with(Key::ReadNearly, tolerances.nearly_percent), say(Key::ReadSame)),
        (say(Key::WordsUpTo), say(Key::ReadUpToStrictly), with(Key::ReadUpTo, up_to)),
        (say(Key::WordsFewer), say(Key::ReadFewerStrictly), with(Key::ReadFewer, up_to)),
        (say(Key::WordsRange), say(Key::ReadRange), say(Key::ReadSame)),
        vague(Key::WordsCouple, (2, 3), (2, 2)),
        vague(Key::WordsSeveral, (2, 9), (3, 9)),
        vague(Key::WordsDozens, (12, 99), (24, 99)),
        vague(Key::WordsScores, (20, 99), (40, 99)),
        vague(Key::WordsHundreds, (100, 999), (200, 999)),
        vague(Key::WordsThousands, (1_000, 9_999), (2_000, 9_999)),
        vague(Key::WordsTensOfThousands, (10_000, 99_999), (20_000, 99_999)),
    ];
    rows.into_iter().map(|(words, hard, plausible)| Hedge { words, hard, plausible }).collect()
}

fn rule_text(here: Here<'_>, rule: Rule) -> RuleText {
    // The page's own heading names the rule.
    let body = check::rule_text(rule).split_once('\n').map_or("", |(_, body)| body);
    RuleText {
        id: rule.as_str(),
        title: check::rule_title(rule),
        html: markdown::html(body, Headings { top: 3, ids: &[] }, &mut |_, address| {
            LinkMarkup::Address(address.to_owned())
        }),
        n: here.edition.findings.iter().filter(|finding| finding.rule == rule).count(),
    }
}

fn verification(here: Here<'_>) -> Vec<Verified> {
    let corpus = here.edition.corpus;
    let all = (0..corpus.articles.len() as u32).map(crate::model::ArticleIx);
    all.map(|ix| {
        let claims = here.edition.claims_of(ix);
        Verified {
            source: here.article(ix),
            n_claims: claims.len(),
            n_verified: claims.iter().filter(|&&one| claim::is_verified(&corpus[one])).count(),
            n_by_editors: n_read_by_editors(here, claims),
            sha256: corpus[ix].capture.as_ref().map(|capture| capture.sha256.to_string()),
        }
    })
    .collect()
}
