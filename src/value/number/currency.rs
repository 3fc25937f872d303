//! Currencies by symbol, ISO 4217 code and name, before a figure or after it.
//!
//! `$` alone is the United States dollar and `¥` alone the yen, as their ISO names have it; a source
//! that means another dollar, or yuan, is recorded with its code. Codes count in capitals only, so
//! that no ordinary word is taken for one.

use super::super::scan::{Cursor, Placed, Token, fold};

/// The ISO code of the currency that stands here before a figure, and the place behind it.
pub(super) fn before(cursor: Cursor<'_>) -> Option<(&'static str, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Symbol('$') => Some(behind_dollar(rest).unwrap_or(("USD", rest))),
        Token::Symbol(symbol) => Some((of_symbol(symbol)?, rest)),
        Token::Word(word) if word.len() <= 3 => {
            if let Some((after, rest)) = rest.next().filter(|(next, _)| next.glued) {
                match (word, after.token) {
                    (_, Token::Symbol('$')) => return Some((of_dollar(word)?, rest)),
                    ("CN" | "RMB", Token::Symbol('¥' | '￥')) => return Some(("CNY", rest)),
                    ("JP", Token::Symbol('¥' | '￥')) => return Some(("JPY", rest)),
                    _ => {}
                }
            }
            let code = of_code(word).filter(|code| !is_word(code))?;
            let rest = rest
                .next()
                .and_then(|(next, after)| match next.token {
                    Token::Symbol(symbol) if of_symbol(symbol).is_some() => Some(after),
                    _ => None,
                })
                .unwrap_or(rest);
            Some((code, rest))
        }
        Token::Word(_) | Token::Digits(_) => None,
    }
}

/// `$US40 million`, as Australian papers write it.
fn behind_dollar(cursor: Cursor<'_>) -> Option<(&'static str, Cursor<'_>)> {
    match cursor.next()? {
        (Placed { token: Token::Word(country), glued: true, .. }, rest) => Some((of_dollar(country)?, rest)),
        _ => None,
    }
}

/// The ISO code of the currency that stands here behind a figure, and the place behind it.
pub(in crate::value) fn after(cursor: Cursor<'_>) -> Option<(&'static str, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Symbol(symbol) => Some((of_symbol(symbol)?, rest)),
        Token::Word(word) if word.eq_ignore_ascii_case("us") => named(rest, "USD"),
        Token::Word("U") => named(rest.symbol('.')?.word("S")?.symbol('.')?, "USD"),
        Token::Word(word) => {
            of_phrase(cursor).or_else(|| Some((of_code(word).or_else(|| of_name(word))?, rest)))
        }
        Token::Digits(_) => None,
    }
}

/// Currencies that several countries have, behind the name of one.
fn of_phrase(cursor: Cursor<'_>) -> Option<(&'static str, Cursor<'_>)> {
    const PHRASES: [(&[&str], &[&str], &str); 19] = [
        (&["american"], &["dollars", "dollar"], "USD"),
        (&["australian"], &["dollars", "dollar"], "AUD"),
        (&["canadian"], &["dollars", "dollar"], "CAD"),
        (&["hong", "kong"], &["dollars", "dollar"], "HKD"),
        (&["new", "taiwan"], &["dollars", "dollar"], "TWD"),
        (&["new", "zealand"], &["dollars", "dollar"], "NZD"),
        (&["singapore"], &["dollars", "dollar"], "SGD"),
        (&["pounds"], &["sterling"], "GBP"),
        (&["british"], &["pounds", "pound"], "GBP"),
        (&["egyptian"], &["pounds", "pound"], "EGP"),
        (&["indian"], &["rupees", "rupee"], "INR"),
        (&["nepalese"], &["rupees", "rupee"], "NPR"),
        (&["pakistani"], &["rupees", "rupee"], "PKR"),
        (&["sri", "lankan"], &["rupees", "rupee"], "LKR"),
        (&["mexican"], &["pesos", "peso"], "MXN"),
        (&["philippine"], &["pesos", "peso"], "PHP"),
        (&["korean"], &["won"], "KRW"),
        (&["south", "korean"], &["won"], "KRW"),
        (&["swiss"], &["francs", "franc"], "CHF"),
    ];
    let (placed, _) = cursor.next()?;
    let Token::Word(first) = placed.token else { return None };
    let mut begun = PHRASES.iter().filter(|(country, ..)| first.eq_ignore_ascii_case(country[0]));
    begun.find_map(|(country, names, code)| {
        let rest = cursor.phrase(country)?;
        Some((*code, names.iter().find_map(|name| rest.word(name))?))
    })
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

/// The code of an active currency, and the abbreviations in common use.
fn of_code(word: &str) -> Option<&'static str> {
    match word {
        "RMB" => Some("CNY"),
        "RM" => Some("MYR"),
        "Rp" => Some("IDR"),
        _ if word.len() != 3 => None,
        _ => CODES.split(' ').find(|code| *code == word),
    }
}

/// Codes that are words in a headline in capitals: before a figure they count nothing.
fn is_word(code: &str) -> bool {
    matches!(code, "ALL" | "TOP" | "CUP")
}

/// ISO 4217.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP \
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
    GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP \
    LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN \
    PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS \
    TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

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
