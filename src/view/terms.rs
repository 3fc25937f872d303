//! The words that readers meet instead of the machine's names, each with its explanation.
//!
//! Entry points: [`class`], [`severity`], [`modifier`] and the kinds of things.

use serde::Serialize;

use crate::model::{ArticleKind, Class, EntityKind, Finding, Modifier, Rule, RulingStatus, Severity};

/// A name of the machine's with the words that stand for it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Term {
    /// The permanent name, used in class attributes and data.
    pub id: &'static str,
    /// The words readers see.
    pub label: &'static str,
    /// One sentence of explanation.
    pub text: &'static str,
}

/// What a class of difference is called.
pub fn class(class: Class) -> Term {
    let (label, text) = match class {
        Class::Agree => ("Sources agree", "The sources give the same answer."),
        Class::Gap => ("No answer", "A source that reports on the event does not answer."),
        Class::Compatible => (
            "Can both be true",
            "The answers differ in words or precision, but no answer rules the other out.",
        ),
        Class::Scope => (
            "Different scope",
            "The answers are about different places, periods or groups, so they are not compared as one.",
        ),
        Class::Update => ("Update", "A later report of a running total gives a higher figure."),
        Class::Variant => ("Variant name", "One person, office or thing appears under two names or titles."),
        Class::Contradict => ("Contradiction", "The answers cannot both be true."),
    };
    Term { id: class.as_str(), label, text }
}

/// What kind of difference a finding is: its class, but for wordings that are not compared.
pub fn finding(finding: &Finding) -> Term {
    if finding.rule == Rule::TextUncompared {
        return Term {
            id: "text",
            label: "Not compared",
            text: "Free wording, shown side by side; no rule can say whether it differs in substance.",
        };
    }
    class(finding.class)
}

/// How much a difference matters.
pub fn severity(severity: Severity) -> Term {
    let (label, text) = match severity {
        Severity::Major => ("Major", "It changes what happened, who acted or how many were affected."),
        Severity::Moderate => ("Moderate", "It changes the picture, but not the story."),
        Severity::Minor => ("Minor", "A detail that an editor should know."),
        Severity::Info => ("For the record", "Listed for completeness; nothing needs to be resolved."),
    };
    Term { id: severity.as_str(), label, text }
}

/// What raises a difference or changes its wording.
pub fn modifier(modifier: Modifier) -> Term {
    let (label, text) = match modifier {
        Modifier::SelfContradiction => ("Contradicts itself", "One and the same source gives both answers."),
        Modifier::MisquotedOrigin => (
            "Differs from the source it cites",
            "The source it cites is part of this edition and says something else.",
        ),
        Modifier::OneVoice => ("One voice", "The agreeing sources share an origin and count as one."),
        Modifier::ScopeUnstated => {
            ("Scope not stated", "One source states a place, period or group that the other leaves open.")
        }
        Modifier::UnitSuspected => {
            ("Perhaps a slip of units", "The figures are apart by about ten, a thousand or a million times.")
        }
    };
    Term { id: modifier.as_str(), label, text }
}

/// Where a ruled disagreement stands.
pub fn status(status: RulingStatus) -> Term {
    let (id, label, text) = match status {
        RulingStatus::Open => ("open", "Open", "The editors have not resolved it."),
        RulingStatus::Explained => ("explained", "Explained", "The reason for the difference is known."),
        RulingStatus::Settled => ("settled", "Settled", "One answer is established."),
    };
    Term { id, label, text }
}

/// What kind of text an article is.
pub fn article_kind(kind: ArticleKind) -> &'static str {
    match kind {
        ArticleKind::Report => "news report",
        ArticleKind::Statement => "statement",
        ArticleKind::Analysis => "analysis",
        ArticleKind::SocialPost => "social media post",
    }
}

/// What an entity is, and the heading of its kind in the index.
pub fn entity_kind(kind: EntityKind) -> (&'static str, &'static str) {
    match kind {
        EntityKind::Person => ("person", "People"),
        EntityKind::Organisation => ("organisation", "Organisations"),
        EntityKind::Place => ("place", "Places"),
        EntityKind::Group => ("group", "Groups"),
        EntityKind::Office => ("office", "Offices"),
        EntityKind::Outlet => ("outlet", "Outlets"),
    }
}

/// A language by its English name; a tag that is not in the list stands for itself.
pub fn language(tag: &str) -> &str {
    let primary = tag.split('-').next().unwrap_or(tag);
    let names = [
        ("ar", "Arabic"),
        ("de", "German"),
        ("en", "English"),
        ("es", "Spanish"),
        ("fa", "Persian"),
        ("fr", "French"),
        ("he", "Hebrew"),
        ("id", "Indonesian"),
        ("ja", "Japanese"),
        ("km", "Khmer"),
        ("ko", "Korean"),
        ("lo", "Lao"),
        ("ms", "Malay"),
        ("my", "Burmese"),
        ("pt", "Portuguese"),
        ("ru", "Russian"),
        ("th", "Thai"),
        ("uk", "Ukrainian"),
        ("ur", "Urdu"),
        ("vi", "Vietnamese"),
        ("zh", "Chinese"),
    ];
    names.iter().find(|(known, _)| *known == primary).map_or(tag, |(_, name)| name)
}

/// `1 source`, `2 sources`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}
