//! What raises a contradiction or changes its wording, one file each; entry point [`text`].

pub mod self_contradiction;
pub mod reported_dispute;
pub mod misquoted_origin;
pub mod one_voice;
pub mod scope_unstated;
pub mod unit_suspected;

use crate::model::Modifier;

/// The Markdown text of a modifier, built like that of a rule.
pub fn text(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::SelfContradiction => include_str!("self_contradiction.md"),
        Modifier::ReportedDispute => include_str!("reported_dispute.md"),
        Modifier::MisquotedOrigin => include_str!("misquoted_origin.md"),
        Modifier::OneVoice => include_str!("one_voice.md"),
        Modifier::ScopeUnstated => include_str!("scope_unstated.md"),
        Modifier::UnitSuspected => include_str!("unit_suspected.md"),
    }
}
