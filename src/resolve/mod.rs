//! The `resolve` stage.
