//! Variorum turns articles and curated fact sheets into a static website that shows where the
//! sources disagree.
//!
//! Data moves one way: load → parse → resolve → check → plan → chart, view, export → render →
//! write; [`pipeline`] shows them all on one screen. ARCHITECTURE.md lists the modules in layers.

pub mod digest;
pub mod disk;
pub mod progress;
pub mod source;
pub mod diag;
pub mod output;
pub mod model;
pub mod yaml;
pub mod language;
pub mod markdown;
pub mod picture;
pub mod text;
pub mod value;
pub mod config;
pub mod parse;
pub mod resolve;
pub mod check;
pub mod chart;
pub mod capture;
pub mod plan;
pub mod card;
pub mod view;
pub mod search;
pub mod export;
pub mod render;
pub mod author;
pub mod pipeline;
pub mod serve;
pub mod cli;
