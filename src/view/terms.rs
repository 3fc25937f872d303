//! The words that readers meet instead of the machine's names, each with its explanation.
//!
//! Entry points: [`difference`], [`severity`], [`modifier`] and the kinds of things.

use schemars::JsonSchema;
use serde::Serialize;

use crate::language::{Key, Language};
use crate::model::{
    ArticleKind, Class, Difference, EntityKind, Finding, Modifier, Rule, Ruling, RulingStatus, Severity,
};

/// Name of the verdict where only one source answers.
pub const SINGLE: &str = "single";

/// A name of the machine's with the words that stand for it.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Term {
    /// The permanent name, used in class attributes and data.
    pub id: &'static str,
    /// The words readers see.
    pub label: String,
    /// One sentence of explanation.
    pub text: String,
}

impl Term {
    fn new(language: &Language, id: &'static str, label: Key, text: Key) -> Self {
        Self { id, label: language.say(label), text: language.say(text) }
    }
}

/// What a kind of difference is called.
pub fn difference(language: &Language, difference: Difference) -> Term {
    let (label, text) = match difference {
        Difference::Agree => (Key::ClassAgree, Key::ClassAgreeText),
        Difference::Gap => (Key::ClassGap, Key::ClassGapText),
        Difference::Compatible => (Key::ClassCompatible, Key::ClassCompatibleText),
        Difference::Scope => (Key::ClassScope, Key::ClassScopeText),
        Difference::Update => (Key::ClassUpdate, Key::ClassUpdateText),
        Difference::Variant => (Key::ClassVariant, Key::ClassVariantText),
        Difference::Reported => (Key::ModifierReportedDispute, Key::ModifierReportedDisputeText),
        Difference::Contradict => (Key::ClassContradict, Key::ClassContradictText),
    };
    Term::new(language, difference.as_str(), label, text)
}

/// What kind of difference a finding is, but for wordings that are not compared.
pub fn finding(language: &Language, finding: &Finding) -> Term {
    if finding.rule == Rule::TextUncompared {
        return uncompared(language);
    }
    if finding.rule == Rule::Equal && finding.class == Class::Compatible {
        return Term::new(language, "same-figure", Key::ClassSameFigure, Key::ClassSameFigureText);
    }
    difference(language, finding.difference())
}

/// The verdict where only one source answers.
pub fn single(language: &Language) -> Term {
    Term::new(language, SINGLE, Key::ClassSingle, Key::ClassSingleText)
}

/// The verdict where several sources answer and no rule compares what they say.
pub fn uncompared(language: &Language) -> Term {
    Term::new(language, "text", Key::ClassText, Key::ClassTextText)
}

/// How much a difference matters.
pub fn severity(language: &Language, severity: Severity) -> Term {
    let (label, text) = match severity {
        Severity::Major => (Key::SeverityMajor, Key::SeverityMajorText),
        Severity::Moderate => (Key::SeverityModerate, Key::SeverityModerateText),
        Severity::Minor => (Key::SeverityMinor, Key::SeverityMinorText),
        Severity::Info => (Key::SeverityInfo, Key::SeverityInfoText),
    };
    Term::new(language, severity.as_str(), label, text)
}

/// What raises a difference or changes its wording.
pub fn modifier(language: &Language, modifier: Modifier) -> Term {
    let (label, text) = match modifier {
        Modifier::SelfContradiction => (Key::ModifierSelfContradiction, Key::ModifierSelfContradictionText),
        Modifier::ReportedDispute => (Key::ModifierReportedDispute, Key::ModifierReportedDisputeText),
        Modifier::MisquotedOrigin => (Key::ModifierMisquotedOrigin, Key::ModifierMisquotedOriginText),
        Modifier::OneVoice => (Key::ModifierOneVoice, Key::ModifierOneVoiceText),
        Modifier::ScopeUnstated => (Key::ModifierScopeUnstated, Key::ModifierScopeUnstatedText),
        Modifier::UnitSuspected => (Key::ModifierUnitSuspected, Key::ModifierUnitSuspectedText),
    };
    Term::new(language, modifier.as_str(), label, text)
}

/// Where a ruled disagreement stands; an open one may lean to one side.
pub fn status(language: &Language, ruling: &Ruling) -> Term {
    let (id, label, text) = match ruling.status {
        RulingStatus::Open if ruling.prefer.is_some() => {
            ("leaning", Key::StatusLeaning, Key::StatusLeaningText)
        }
        RulingStatus::Open => ("open", Key::StatusOpen, Key::StatusOpenText),
        RulingStatus::Explained => ("explained", Key::StatusExplained, Key::StatusExplainedText),
        RulingStatus::Settled => ("settled", Key::StatusSettled, Key::StatusSettledText),
    };
    Term::new(language, id, label, text)
}

/// What kind of text an article is.
pub fn article_kind(kind: ArticleKind) -> Key {
    match kind {
        ArticleKind::Report => Key::KindReport,
        ArticleKind::Statement => Key::KindStatement,
        ArticleKind::Analysis => Key::KindAnalysis,
        ArticleKind::SocialPost => Key::KindSocialPost,
    }
}

/// What an entity is, and the anchor and heading of its kind in the index.
pub fn entity_kind(kind: EntityKind) -> (Key, &'static str, Key) {
    match kind {
        EntityKind::Person => (Key::EntityPerson, "person", Key::EntitiesPerson),
        EntityKind::Organisation => (Key::EntityOrganisation, "organisation", Key::EntitiesOrganisation),
        EntityKind::Place => (Key::EntityPlace, "place", Key::EntitiesPlace),
        EntityKind::Group => (Key::EntityGroup, "group", Key::EntitiesGroup),
        EntityKind::Office => (Key::EntityOffice, "office", Key::EntitiesOffice),
        EntityKind::Outlet => (Key::EntityOutlet, "outlet", Key::EntitiesOutlet),
    }
}
