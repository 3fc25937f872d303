//! Findings: where the sources agree, differ or fall silent. Data for readers, never an error.

use std::fmt;

use super::{ArticleIx, ClaimIx, EntityIx, FactIx, RulingIx, SheetIx};

/// One record: a rule that applies between claims, or to a fact or sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Permanent id, built from sheet, facts, part and sources.
    pub id: FindingId,
    /// The sheet whose page lists it.
    pub sheet: SheetIx,
    /// The facts concerned; more than one for order and sums.
    pub facts: Vec<FactIx>,
    /// The part of a breakdown.
    pub part: Option<EntityIx>,
    /// What kind of difference it is.
    pub class: Class,
    /// The rule that found it.
    pub rule: Rule,
    /// What raises it or changes its wording.
    pub modifiers: Vec<Modifier>,
    /// How much it matters.
    pub severity: Severity,
    /// One plain sentence with the figures in it, ending in a full stop.
    pub reason: String,
    /// The sides, each of claims that agree, in the order in which they are told: one for agreement,
    /// two for what differs, more where several answers fit together, none for a gap.
    ///
    /// Of thousands of claims a side lists some, and of a running total’s rise the two ends;
    /// [`Finding::represents`] counts all pairs of the record’s own rule.
    pub sides: Vec<Vec<ClaimIx>>,
    /// Articles concerned, in order of id; of a gap the first few.
    pub sources: Vec<ArticleIx>,
    /// How many pairs of claims the record stands for; of a gap, how many sources are silent.
    pub represents: usize,
    /// Independent origins among the sources.
    pub independent_origins: usize,
    /// The gravest record of the dispute that it belongs to; `None` where it is no dispute.
    pub dispute: Option<FindingId>,
    /// The curator's ruling on it.
    pub ruling: Option<RulingIx>,
    /// How many records there are where it belongs, itself counted.
    pub crowd: Crowd,
}

/// How many records there are in an edition, in a sheet and on a question of it: long lists of records are
/// divided by these, wherever one of them is linked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Crowd {
    /// In the edition.
    pub in_edition: usize,
    /// In the sheet whose page lists the record.
    pub in_sheet: usize,
    /// On the record's first question, and the part of it.
    pub on_question: usize,
}

impl Finding {
    /// What it is called and counted as.
    pub fn difference(&self) -> Difference {
        match self.class {
            Class::Agree => Difference::Agree,
            Class::Gap => Difference::Gap,
            Class::Compatible => Difference::Compatible,
            Class::Scope => Difference::Scope,
            Class::Update => Difference::Update,
            Class::Variant => Difference::Variant,
            Class::Contradict if self.modifiers.contains(&Modifier::ReportedDispute) => Difference::Reported,
            Class::Contradict => Difference::Contradict,
        }
    }
}

/// A finding's permanent id, safe in anchors.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingId(pub String);

impl fmt::Display for FindingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// Every one, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The permanent name used in files and data.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The one with this permanent name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|item| item.as_str() == name)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

named! {
    /// Kinds of difference, least to most serious.
    Class {
        /// The same answer.
        Agree = "agree",
        /// A listed source does not answer.
        Gap = "gap",
        /// Answers that can both be true.
        Compatible = "compatible",
        /// Answers about different things.
        Scope = "scope",
        /// A later figure of a running total.
        Update = "update",
        /// One thing under two names.
        Variant = "variant",
        /// Answers that cannot both be true.
        Contradict = "contradict",
    }
}

impl Class {
    /// Whether a finding counts as a dispute: answers that cannot both be true, or two names of
    /// one thing.
    pub fn is_dispute(self) -> bool {
        match self {
            Self::Variant | Self::Contradict => true,
            Self::Agree | Self::Gap | Self::Compatible | Self::Scope | Self::Update => false,
        }
    }
}

named! {
    /// What a finding is called and counted as: its class, and a contradiction between two parties
    /// whom one source reports apart from the others. Least to most serious.
    Difference {
        /// The same answer.
        Agree = "agree",
        /// A listed source does not answer.
        Gap = "gap",
        /// Answers that can both be true.
        Compatible = "compatible",
        /// Answers about different things.
        Scope = "scope",
        /// A later figure of a running total.
        Update = "update",
        /// One thing under two names.
        Variant = "variant",
        /// Two parties whom one source reports, and who contradict each other.
        Reported = "reported-dispute",
        /// Answers that cannot both be true.
        Contradict = "contradict",
    }
}

impl Difference {
    /// Whether it is counted by dispute, and not by record.
    pub fn is_dispute(self) -> bool {
        match self {
            Self::Variant | Self::Reported | Self::Contradict => true,
            Self::Agree | Self::Gap | Self::Compatible | Self::Scope | Self::Update => false,
        }
    }

    /// Whether it is a difference at all.
    pub fn is_listed(self) -> bool {
        match self {
            Self::Compatible
            | Self::Scope
            | Self::Update
            | Self::Variant
            | Self::Reported
            | Self::Contradict => true,
            Self::Agree | Self::Gap => false,
        }
    }
}

named! {
    /// How much a finding matters.
    Severity {
        /// For completeness.
        Info = "info",
        /// A detail.
        Minor = "minor",
        /// Changes the picture.
        Moderate = "moderate",
        /// Changes the story.
        Major = "major",
    }
}

named! {
    /// The rules; each is one file in check/rules with its text.
    Rule {
        /// Both state a scope key, or have different parts, and it differs.
        DifferentScope = "different-scope",
        /// Equal after normalising, same hedge.
        Equal = "equal",
        /// A later, higher figure of a running total.
        CountUpdate = "count-update",
        /// A later, lower figure of a running total.
        CountCorrection = "count-correction",
        /// Plausible intervals meet.
        CountOverlap = "count-overlap",
        /// Only the hard intervals meet.
        CountBounds = "count-bounds",
        /// The intervals are apart.
        CountDisjoint = "count-disjoint",
        /// One date contains the other.
        DateContained = "date-contained",
        /// One is the date of an announcement shortly after the other.
        DateReported = "date-reported",
        /// The dates are apart.
        DateDisjoint = "date-disjoint",
        /// The same name after normalising.
        NameEqual = "name-equal",
        /// One entity under two names.
        NameVariant = "name-variant",
        /// Two different entities.
        EntityDiffers = "entity-differs",
        /// Two holders of a one-holder office.
        RoleConflict = "role-conflict",
        /// One person, differently worded office or body.
        TitleVariant = "title-variant",
        /// One list contains the other.
        SetContained = "set-contained",
        /// Lists share some members.
        SetOverlap = "set-overlap",
        /// A complete list leaves out what the other has.
        SetDiffers = "set-differs",
        /// Different positions.
        PositionDiffers = "position-differs",
        /// Yes against no.
        AnswerDiffers = "answer-differs",
        /// Words shown side by side.
        TextUncompared = "text-uncompared",
        /// Complete parts do not add up to the total.
        SumMismatch = "sum-mismatch",
        /// A part is larger than the whole.
        PartExceedsWhole = "part-exceeds-whole",
        /// A source's dates are out of the stated order.
        OrderViolated = "order-violated",
        /// A listed source does not answer.
        Gap = "gap",
    }
}

named! {
    /// What raises a contradiction or changes its wording.
    Modifier {
        /// One source contradicts itself.
        SelfContradiction = "self-contradiction",
        /// One source reports two parties who contradict each other.
        ReportedDispute = "reported-dispute",
        /// A source reports another of the corpus differently from its own words.
        MisquotedOrigin = "misquoted-origin",
        /// Agreeing claims share an origin.
        OneVoice = "one-voice",
        /// One of the two states a scope that the other leaves open.
        ScopeUnstated = "scope-unstated",
        /// About ten-, thousand- or million-fold apart: perhaps a unit slipped.
        UnitSuspected = "unit-suspected",
    }
}
