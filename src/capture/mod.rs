//! The `capture` stage.
