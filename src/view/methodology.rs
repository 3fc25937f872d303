//! How the edition is made: the rules and factors in force; entry point [`methodology`].

use serde::Serialize;

use super::readings::figure;
use super::terms::{self, Term};
use super::{Here, Link, claim, discrepancies};
use crate::check;
use crate::markdown::{self, Headings, LinkMarkup};
use crate::model::{Class, Modifier, Rule, Severity, Tolerances};

/// How the edition is made.
#[derive(Debug, Serialize)]
pub struct MethodologyView {
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
    /// How many different discrepancies there are.
    pub totals: Vec<discrepancies::Total>,
}

/// A factor in force.
#[derive(Debug, Serialize)]
pub struct Factor {
    /// Its name in variorum.yaml.
    pub key: &'static str,
    /// What it decides.
    pub text: &'static str,
    /// Its value, with the unit.
    pub value: String,
    /// Whether it differs from the default.
    pub changed: bool,
}

/// Words with what they are read as.
#[derive(Debug, Serialize)]
pub struct Hedge {
    /// The words.
    pub words: &'static str,
    /// What they strictly allow.
    pub hard: String,
    /// What a reader would take them to mean.
    pub plausible: String,
}

/// A rule with its text.
#[derive(Debug, Serialize)]
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
#[derive(Debug, Serialize)]
pub struct Verified {
    /// The source.
    pub source: Link,
    /// How many claims.
    pub n_claims: usize,
    /// How many of them rest on a quote that was found.
    pub n_verified: usize,
    /// The capture's SHA-256.
    pub sha256: Option<String>,
}

/// How the edition is made.
pub fn methodology(here: Here<'_>) -> MethodologyView {
    let tolerances = &here.edition.corpus.settings.tolerances;
    MethodologyView {
        factors: factors(tolerances),
        hedges: hedges(tolerances),
        classes: Class::ALL.iter().rev().map(|&class| terms::class(class)).collect(),
        severities: Severity::ALL.iter().rev().map(|&severity| terms::severity(severity)).collect(),
        modifiers: Modifier::ALL.iter().map(|&modifier| terms::modifier(modifier)).collect(),
        rules: Rule::ALL.iter().map(|&rule| rule_text(here, rule)).collect(),
        verification: verification(here),
        totals: discrepancies::totals(here),
    }
}

fn factors(in_force: &Tolerances) -> Vec<Factor> {
    let of = |tolerances: &Tolerances| {
        let percent = |value| format!("{} per cent", figure(value));
        let days = |n: i32| terms::count(n.unsigned_abs() as usize, "day", "days");
        [
            (
                "round_percent",
                "A round bare figure may be off by at most this share",
                percent(tolerances.round_percent),
            ),
            (
                "about_percent",
                "“About n” allows this share to either side",
                percent(tolerances.about_percent),
            ),
            (
                "about_least",
                "“About n” allows at least this much to either side",
                figure(tolerances.about_least),
            ),
            (
                "above_percent",
                "“More than n” plausibly reaches this share above n",
                percent(tolerances.above_percent),
            ),
            ("nearly_percent", "“Nearly n” begins this share below n", percent(tolerances.nearly_percent)),
            (
                "up_to_percent",
                "“Up to n” plausibly begins at this share of n",
                percent(tolerances.up_to_percent),
            ),
            (
                "minor_gap_percent",
                "Figures apart by up to this share contradict each other in a minor way",
                percent(tolerances.minor_gap_percent),
            ),
            (
                "moderate_gap_percent",
                "Figures apart by up to this share contradict each other moderately",
                percent(tolerances.moderate_gap_percent),
            ),
            (
                "announcement_days",
                "An announcement may lie this long after what it announces",
                days(tolerances.announcement_days),
            ),
            (
                "minor_gap_days",
                "Dates apart by up to this much contradict each other in a minor way",
                days(tolerances.minor_gap_days),
            ),
        ]
    };
    let defaults = of(&Tolerances::default());
    let own = of(in_force).into_iter().zip(defaults);
    own.map(|((key, text, value), (_, _, default))| Factor { key, text, changed: value != default, value })
        .collect()
}

fn hedges(tolerances: &Tolerances) -> Vec<Hedge> {
    let share = |value| format!("{} per cent", figure(value));
    let same = || "the same".to_owned();
    let about = format!(
        "n, give or take {} but at least {}",
        share(tolerances.about_percent),
        figure(tolerances.about_least)
    );
    let above = format!(
        "up to {} above n, or one step of its last non-zero digit if that is more",
        share(tolerances.above_percent)
    );
    let below = share(tolerances.up_to_percent);
    let rows = [
        ("1,208", "exactly that".to_owned(), same()),
        (
            "1,000 (a round figure)",
            "exactly that".to_owned(),
            format!("give or take half its last non-zero digit, at most {}", share(tolerances.round_percent)),
        ),
        ("about, around, some, roughly, approximately", about, same()),
        ("more than, over", "above n, no upper limit".to_owned(), above.clone()),
        ("at least, no fewer than", "n or above, no upper limit".to_owned(), above),
        (
            "nearly, almost",
            format!("from {} below n, up to n but not n itself", share(tolerances.nearly_percent)),
            same(),
        ),
        ("up to, as many as, at most", "0 to n".to_owned(), format!("from {below} of n to n")),
        (
            "fewer than, under",
            "0 to n, but not n itself".to_owned(),
            format!("from {below} of n to n, but not n itself"),
        ),
        ("between n and m, n to m", "n to m".to_owned(), same()),
        ("a couple", "2 to 3".to_owned(), "2".to_owned()),
        ("several, a handful", "2 to 9".to_owned(), "3 to 9".to_owned()),
        ("dozens", "12 to 99".to_owned(), "24 to 99".to_owned()),
        ("scores", "20 to 99".to_owned(), "40 to 99".to_owned()),
        ("hundreds", "100 to 999".to_owned(), "200 to 999".to_owned()),
        ("thousands", "1,000 to 9,999".to_owned(), "2,000 to 9,999".to_owned()),
        ("tens of thousands", "10,000 to 99,999".to_owned(), "20,000 to 99,999".to_owned()),
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
            sha256: corpus[ix].capture.as_ref().map(|capture| capture.sha256.to_string()),
        }
    })
    .collect()
}
