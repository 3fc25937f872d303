//! The `yaml` stage.
