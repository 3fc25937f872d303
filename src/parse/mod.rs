//! The `parse` stage.
