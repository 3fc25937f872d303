//! The `author` stage.
