//! Currencies by symbol, ISO 4217 code and name, before a figure or after it.
//!
//! `$` alone is the United States dollar and `¥` alone the yen, as their ISO names have it; a source
//! that means another dollar, or yuan, is recorded with its code. Codes count in capitals only, so
//! that no ordinary word is taken for one.

use super::super::scan::{Cursor, Token, fold};

/// The ISO code of the currency that stands here before a figure, and the place behind it.
pub(super) fn before(cursor: Cursor<'_>) -> Option<(&'static str, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Symbol(symbol) => Some((of_symbol(symbol)?, rest)),
        Token::Word(word) => {
            if let Some((after, rest)) = rest.next().filter(|(next, _)| next.glued) {
                match (word, after.token) {
                    (_, Token::Symbol('$')) => return Some((of_dollar(word)?, rest)),
                    ("CN" | "RMB", Token::Symbol('¥' | '￥')) => return Some(("CNY", rest)),
                    ("JP", Token::Symbol('¥' | '￥')) => return Some(("JPY", rest)),
                    _ => {}
                }
            }
            let code = of_code(word)?;
            let rest = rest
                .next()
                .and_then(|(next, after)| match next.token {
                    Token::Symbol(symbol) if of_symbol(symbol).is_some() => Some(after),
                    _ => None,
                })
                .unwrap_or(rest);
            Some((code, rest))
        }
        Token::Digits(_) => None,
    }
}

/// The ISO code of the currency that stands here behind a figure, and the place behind it.
pub(super) fn after(cursor: Cursor<'_>) -> Option<(&'static str, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Symbol(symbol) => Some((of_symbol(symbol)?, rest)),
        Token::Word(word) if word.eq_ignore_ascii_case("us") => named(rest, "USD"),
        Token::Word("U") => named(rest.symbol('.')?.word("S")?.symbol('.')?, "USD"),
        Token::Word(word) => Some((of_code(word).or_else(|| of_name(word))?, rest)),
        Token::Digits(_) => None,
    }
}

/// `dollars` behind the name of a country.
fn named<'a>(cursor: Cursor<'a>, code: &'static str) -> Option<(&'static str, Cursor<'a>)> {
    let rest = cursor.word("dollars").or_else(|| cursor.word("dollar")).or_else(|| cursor.symbol('$'))?;
    Some((code, rest))
}

fn of_symbol(symbol: char) -> Option<&'static str> {
    Some(match symbol {
        '$' | '＄' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' | '￥' => "JPY",
        '元' => "CNY",
        '៛' => "KHR",
        '฿' => "THB",
        '₫' => "VND",
        '₭' => "LAK",
        '₹' => "INR",
        '₩' => "KRW",
        '₱' => "PHP",
        '₽' => "RUB",
        '₴' => "UAH",
        '₺' => "TRY",
        '₪' => "ILS",
        '₦' => "NGN",
        '৳' => "BDT",
        _ => return None,
    })
}

/// The country before a dollar sign.
fn of_dollar(word: &str) -> Option<&'static str> {
    Some(match word {
        "US" | "USD" => "USD",
        "A" | "AU" => "AUD",
        "C" | "CA" => "CAD",
        "HK" => "HKD",
        "NT" => "TWD",
        "NZ" => "NZD",
        "S" | "SG" => "SGD",
        "R" => "BRL",
        _ => return None,
    })
}

/// ISO 4217 codes that are read, and the abbreviations in common use.
fn of_code(word: &str) -> Option<&'static str> {
    const CODES: [&str; 46] = [
        "AED", "AFN", "AUD", "BDT", "BND", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EGP", "EUR", "GBP",
        "HKD", "HUF", "IDR", "ILS", "INR", "IRR", "JPY", "KES", "KHR", "KRW", "LAK", "LKR", "MMK", "MXN",
        "MYR", "NGN", "NOK", "NPR", "NZD", "PHP", "PKR", "PLN", "RUB", "SAR", "SEK", "SGD", "THB", "TRY",
        "TWD", "UAH", "USD", "VND",
    ];
    if word.len() != 3 {
        return None;
    }
    match word {
        "RMB" => Some("CNY"),
        "ZAR" => Some("ZAR"),
        _ => CODES.binary_search(&word).ok().map(|at| CODES[at]),
    }
}

/// Currencies whose name leaves no doubt about the country.
fn of_name(word: &str) -> Option<&'static str> {
    let mut buffer = [0; 16];
    Some(match fold(word, &mut buffer) {
        "dollar" | "dollars" => "USD",
        "euro" | "euros" => "EUR",
        "yen" => "JPY",
        "yuan" | "renminbi" => "CNY",
        "riel" | "riels" => "KHR",
        "baht" => "THB",
        "dong" => "VND",
        "kip" => "LAK",
        "kyat" | "kyats" => "MMK",
        "ringgit" => "MYR",
        "rupiah" => "IDR",
        "taka" => "BDT",
        "hryvnia" => "UAH",
        "rouble" | "roubles" | "ruble" | "rubles" => "RUB",
        _ => return None,
    })
}
