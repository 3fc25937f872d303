//! Words that qualify a figure, before it or behind it, as one of the contract's hedges.

use super::super::scan::{Cursor, Token, fold, is_dash};
use crate::model::Hedge;

/// The hedge that the words before a figure state, and the place behind them.
pub(super) fn before(cursor: Cursor<'_>) -> Option<(Hedge, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Symbol(symbol) => of_symbol(symbol, rest),
        Token::Word(word) => {
            let mut buffer = [0; 16];
            of_words(fold(word, &mut buffer), rest)
        }
        Token::Digits(_) => None,
    }
}

fn of_symbol(symbol: char, rest: Cursor<'_>) -> Option<(Hedge, Cursor<'_>)> {
    match symbol {
        '~' | '≈' | '∼' | '±' => Some((Hedge::About, rest)),
        '≥' | '⩾' => Some((Hedge::AtLeast, rest)),
        '≤' | '⩽' => Some((Hedge::UpTo, rest)),
        '>' => Some(rest.symbol('=').map_or((Hedge::MoreThan, rest), |rest| (Hedge::AtLeast, rest))),
        '<' => Some(rest.symbol('=').map_or((Hedge::FewerThan, rest), |rest| (Hedge::UpTo, rest))),
        _ => None,
    }
}

fn of_words<'a>(first: &str, rest: Cursor<'a>) -> Option<(Hedge, Cursor<'a>)> {
    use Hedge::{About, AtLeast, FewerThan, MoreThan, Nearly, UpTo};
    let follow =
        |tails: &[&[&str]], hedge| tails.iter().find_map(|tail| rest.phrase(tail)).map(|rest| (hedge, rest));
    match first {
        "about" | "around" | "roughly" | "approximately" | "some" | "circa" => Some((About, rest)),
        "approx" | "ca" | "c" | "est" => Some((About, rest.symbol('.').unwrap_or(rest))),
        "an" => follow(&[&["estimated"]], About),
        "estimated" => follow(&[&["at"]], About).or(Some((About, rest))),
        "over" | "above" | "exceeding" => Some((MoreThan, rest)),
        "more" | "greater" | "higher" => follow(&[&["than"]], MoreThan),
        "upwards" | "upward" => follow(&[&["of"]], MoreThan),
        "in" => follow(&[&["excess", "of"]], MoreThan),
        "well" | "slightly" | "far" => follow(&[&["over"], &["above"], &["more", "than"]], MoreThan)
            .or_else(|| follow(&[&["under"], &["below"], &["fewer", "than"], &["less", "than"]], FewerThan)),
        "a" => follow(&[&["little", "over"], &["little", "more", "than"]], MoreThan)
            .or_else(|| follow(&[&["minimum", "of"]], AtLeast))
            .or_else(|| follow(&[&["maximum", "of"]], UpTo))
            .or_else(|| follow(&[&["little", "under"], &["little", "less", "than"]], FewerThan)),
        "just" => follow(&[&["over"]], MoreThan)
            .or_else(|| follow(&[&["under"], &["below"]], FewerThan))
            .or_else(|| follow(&[&["about"]], About)),
        "minimum" => follow(&[&["of"]], AtLeast),
        "maximum" => follow(&[&["of"]], UpTo),
        "at" => follow(&[&["least"], &["the", "very", "least"], &["the", "least"]], AtLeast)
            .or_else(|| follow(&[&["most"], &["the", "very", "most"], &["the", "most"]], UpTo)),
        "min" => Some((AtLeast, rest.symbol('.').unwrap_or(rest))),
        "max" => Some((UpTo, rest.symbol('.').unwrap_or(rest))),
        "no" | "not" => follow(&[&["fewer", "than"], &["less", "than"]], AtLeast)
            .or_else(|| follow(&[&["more", "than"]], UpTo)),
        "nearly" | "almost" | "approaching" | "nearing" => Some((Nearly, rest)),
        "close" => follow(&[&["to"]], Nearly),
        "up" => follow(&[&["to"]], UpTo),
        "as" => follow(&[&["many", "as"], &["much", "as"]], UpTo)
            .or_else(|| follow(&[&["few", "as"], &["little", "as"]], AtLeast)),
        "fewer" | "less" | "lower" => follow(&[&["than"]], FewerThan),
        "under" | "below" => Some((FewerThan, rest)),
        _ => None,
    }
}

/// The hedge that stands behind a figure: `or more`, `+`, `-odd`.
pub(super) fn after(cursor: Cursor<'_>) -> Option<(Hedge, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Symbol('+') => Some((Hedge::AtLeast, rest)),
        Token::Symbol(dash) if is_dash(dash) && placed.glued => rest
            .word("odd")
            .map(|rest| (Hedge::About, rest))
            .or_else(|| rest.word("plus").map(|rest| (Hedge::AtLeast, rest))),
        Token::Word(word) if word.eq_ignore_ascii_case("or") => [
            (&["more"][..], Hedge::AtLeast),
            (&["so"], Hedge::About),
            (&["fewer"], Hedge::UpTo),
            (&["less"], Hedge::UpTo),
        ]
        .iter()
        .find_map(|(tail, hedge)| rest.phrase(tail).map(|rest| (*hedge, rest))),
        Token::Word(word) if word.eq_ignore_ascii_case("at") => rest
            .word("least")
            .map(|rest| (Hedge::AtLeast, rest))
            .or_else(|| rest.word("most").map(|rest| (Hedge::UpTo, rest))),
        _ => None,
    }
}

/// The place behind words that add nothing to a figure: `a total of`, `only`, `the`.
pub(super) fn neutral(cursor: Cursor<'_>) -> Cursor<'_> {
    let Some((placed, rest)) = cursor.next() else { return cursor };
    let Token::Word(word) = placed.token else { return cursor };
    let mut buffer = [0; 16];
    let behind = match fold(word, &mut buffer) {
        "another" | "only" | "just" | "the" | "these" | "those" => Some(rest),
        "all" => rest.word("of").or(Some(rest)),
        "a" => rest
            .phrase(&["total", "of"])
            .or_else(|| ["combined", "further", "record"].iter().find_map(|word| rest.word(word))),
        "an" => rest.word("additional"),
        "in" => rest.word("total"),
        _ => None,
    };
    behind.unwrap_or(cursor)
}

/// The place behind a word that rules out rounding: `exactly`.
pub(super) fn exactly(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    cursor.word("exactly").or_else(|| cursor.word("precisely"))
}

/// The words of a hedge as the generator writes them.
pub(super) fn words(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Exact | Hedge::Range | Hedge::Vague => "",
        Hedge::About => "about ",
        Hedge::MoreThan => "more than ",
        Hedge::AtLeast => "at least ",
        Hedge::Nearly => "nearly ",
        Hedge::UpTo => "up to ",
        Hedge::FewerThan => "fewer than ",
    }
}
