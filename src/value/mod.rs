//! The `value` stage.
