//! `one-voice`: agreement that comes from one origin; entry point [`applies`].
#![doc = include_str!("one_voice.md")]

use crate::model::Class;

/// Whether agreeing sources have fewer origins than they are.
pub fn applies(class: Class, n_sources: usize, n_origins: usize) -> bool {
    class == Class::Agree && n_origins < n_sources
}

/// How many sources count as how many.
pub fn clause(n_sources: usize, n_origins: usize) -> String {
    let sources = if n_sources == 2 { "the two".to_owned() } else { format!("the {n_sources} sources") };
    let origins = if n_origins == 1 { "one" } else { "only" };
    match n_origins {
        1 => format!("; {sources} share an origin and count as {origins} independent source"),
        _ => format!("; some of {sources} share an origin, and {origins} {n_origins} are independent"),
    }
}
