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

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn two_that_cite_one_person() {
        check(&Case::of(people()).says("alpha", "27").via("police").says("bravo", "27").via("police"), "
            agree equal info [one-voice]: National Police, via Alpha News, and National Police, via Bravo Post, say 27 people; the two share an origin and count as one independent source.
            ");
    }

    #[test]
    fn two_of_three_that_share_an_origin() {
        check(&Case::of(people()).says("alpha", "27").via("police").says("bravo", "27").via("police").says("charlie", "27"), "
            agree equal info [one-voice]: National Police, via Alpha News; National Police, via Bravo Post; and Charlie Times say 27 people; some of the 3 sources share an origin, and only 2 are independent.
            ");
    }

    #[test]
    fn independent_sources() {
        check(
            &Case::of(people()).says("alpha", "27").via("police").says("bravo", "27").via("hun-sen"),
            "
            agree equal info: National Police, via Alpha News, and Hun Sen, via Bravo Post, say 27 people.
            ",
        );
    }
}
