//! The `output` stage.
