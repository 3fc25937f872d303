//! Diagnostics as a terminal shows them.
use super::Diagnostic;
use crate::source::Sources;
/// Whether colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// No escapes.
    Plain,
    /// ANSI colours.
    Coloured,
}
/// Renders one diagnostic.
pub fn render(_d: &Diagnostic, _s: &Sources, _style: Style) -> String {
    String::new()
}
/// The closing line.
pub fn summary(_d: &[Diagnostic]) -> String {
    String::new()
}
