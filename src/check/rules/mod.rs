//! The rules: one file each, with its text beside it; entry points [`of_kind`], [`reason`] and
//! [`text`].
//!
//! A pair rule has a `judge` that looks at two claims and a `reason` that words the record. Rules
//! over a fact or a sheet have a `find`. The order in [`of_kind`] is the contract's: the first
//! match decides.

pub mod different_scope;
pub mod equal;
pub mod count_update;
pub mod count_correction;
pub mod count_overlap;
pub mod count_bounds;
pub mod count_disjoint;
pub mod date_contained;
pub mod date_reported;
pub mod date_disjoint;
pub mod name_equal;
pub mod name_variant;
pub mod entity_differs;
pub mod role_conflict;
pub mod title_variant;
pub mod set_contained;
pub mod set_overlap;
pub mod set_differs;
pub mod position_differs;
pub mod answer_differs;
pub mod text_uncompared;
pub mod sum_mismatch;
pub mod part_exceeds_whole;
pub mod order_violated;
pub mod gap;

use super::pair::{Pair, Verdict};
use super::telling::Telling;
use crate::model::{FactKind, Rule};

/// Looks at two claims.
pub type Judge = fn(&Pair) -> Option<Verdict>;

const FIGURES: &[Judge] = &[
    count_update::judge,
    count_correction::judge,
    count_overlap::judge,
    count_bounds::judge,
    count_disjoint::judge,
];
const DATES: &[Judge] = &[date_contained::judge, date_reported::judge, date_disjoint::judge];
const ENTITIES: &[Judge] = &[
    name_equal::judge,
    title_variant::judge,
    name_variant::judge,
    role_conflict::judge,
    entity_differs::judge,
];
const SETS: &[Judge] = &[set_differs::judge, set_contained::judge, set_overlap::judge];

/// The rules of a kind, in the order in which they are asked.
pub fn of_kind(kind: &FactKind) -> &'static [Judge] {
    match kind {
        FactKind::Count { .. }
        | FactKind::Money { .. }
        | FactKind::Percent { .. }
        | FactKind::Measure { .. } => FIGURES,
        FactKind::Date => DATES,
        FactKind::Entity { .. } => ENTITIES,
        FactKind::Set => SETS,
        FactKind::Position { .. } => &[position_differs::judge],
        FactKind::YesNo => &[answer_differs::judge],
        FactKind::Text => &[text_uncompared::judge],
    }
}

/// What a pair rule says of the answers of one record, without the closing full stop.
pub fn reason(rule: Rule, telling: &Telling) -> String {
    match rule {
        Rule::DifferentScope => different_scope::reason(telling),
        Rule::Equal => equal::reason(telling),
        Rule::CountUpdate => count_update::reason(telling),
        Rule::CountCorrection => count_correction::reason(telling),
        Rule::CountOverlap => count_overlap::reason(telling),
        Rule::CountBounds => count_bounds::reason(telling),
        Rule::CountDisjoint => count_disjoint::reason(telling),
        Rule::DateContained => date_contained::reason(telling),
        Rule::DateReported => date_reported::reason(telling),
        Rule::DateDisjoint => date_disjoint::reason(telling),
        Rule::NameEqual => name_equal::reason(telling),
        Rule::NameVariant => name_variant::reason(telling),
        Rule::EntityDiffers => entity_differs::reason(telling),
        Rule::RoleConflict => role_conflict::reason(telling),
        Rule::TitleVariant => title_variant::reason(telling),
        Rule::SetContained => set_contained::reason(telling),
        Rule::SetOverlap => set_overlap::reason(telling),
        Rule::SetDiffers => set_differs::reason(telling),
        Rule::PositionDiffers => position_differs::reason(telling),
        Rule::AnswerDiffers => answer_differs::reason(telling),
        Rule::TextUncompared => text_uncompared::reason(telling),
        Rule::SumMismatch | Rule::PartExceedsWhole | Rule::OrderViolated | Rule::Gap => telling.statements(),
    }
}

/// The Markdown text of a rule: what it finds, why it matters, an example, when to rule it explained.
pub fn text(rule: Rule) -> &'static str {
    match rule {
        Rule::DifferentScope => include_str!("different_scope.md"),
        Rule::Equal => include_str!("equal.md"),
        Rule::CountUpdate => include_str!("count_update.md"),
        Rule::CountCorrection => include_str!("count_correction.md"),
        Rule::CountOverlap => include_str!("count_overlap.md"),
        Rule::CountBounds => include_str!("count_bounds.md"),
        Rule::CountDisjoint => include_str!("count_disjoint.md"),
        Rule::DateContained => include_str!("date_contained.md"),
        Rule::DateReported => include_str!("date_reported.md"),
        Rule::DateDisjoint => include_str!("date_disjoint.md"),
        Rule::NameEqual => include_str!("name_equal.md"),
        Rule::NameVariant => include_str!("name_variant.md"),
        Rule::EntityDiffers => include_str!("entity_differs.md"),
        Rule::RoleConflict => include_str!("role_conflict.md"),
        Rule::TitleVariant => include_str!("title_variant.md"),
        Rule::SetContained => include_str!("set_contained.md"),
        Rule::SetOverlap => include_str!("set_overlap.md"),
        Rule::SetDiffers => include_str!("set_differs.md"),
        Rule::PositionDiffers => include_str!("position_differs.md"),
        Rule::AnswerDiffers => include_str!("answer_differs.md"),
        Rule::TextUncompared => include_str!("text_uncompared.md"),
        Rule::SumMismatch => include_str!("sum_mismatch.md"),
        Rule::PartExceedsWhole => include_str!("part_exceeds_whole.md"),
        Rule::OrderViolated => include_str!("order_violated.md"),
        Rule::Gap => include_str!("gap.md"),
    }
}
