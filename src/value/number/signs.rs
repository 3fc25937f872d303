//! Signs and abbreviations of currencies, in any language: [`of_symbol`], [`of_dollar`], [`of_code`],
//! [`of_abbreviation`] and [`before_figure`].

use super::currency::Currency;
use super::iso4217;

/// `$` alone.
pub(super) const DOLLAR: Currency = Currency::usually(&[
    "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP", "CUP", "BBD",
    "BMD", "BND", "BSD", "BZD", "CVE", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "NIO", "SBD", "SRD", "TTD",
    "XCD", "ZWG",
]);

/// What a sign can mean.
pub(super) fn of_symbol(symbol: char) -> Option<Currency> {
    let codes: &'static [&'static str] = match symbol {
        '$' | '＄' | '﹩' => return Some(DOLLAR),
        '£' | '￡' => {
            return Some(Currency::usually(&["GBP", "EGP", "LBP", "SYP", "SDG", "SSP", "FKP", "GIP", "SHP"]));
        }
        '¥' | '￥' => return Some(Currency::usually(&["JPY", "CNY"])),
        '₩' | '￦' => return Some(Currency::usually(&["KRW", "KPW"])),
        '₨' => RUPEES,
        '﷼' => &["IRR", "SAR", "YER", "OMR", "QAR"],
        '€' => &["EUR"],
        '元' => &["CNY"],
        '円' => &["JPY"],
        '៛' => &["KHR"],
        '฿' => &["THB"],
        '₫' => &["VND"],
        '₭' => &["LAK"],
        '₹' => &["INR"],
        '₱' => &["PHP"],
        '₽' => &["RUB"],
        '₴' => &["UAH"],
        '₺' => &["TRY"],
        '₪' => &["ILS"],
        '₦' => &["NGN"],
        '৳' => &["BDT"],
        '₡' => &["CRC"],
        '₲' => &["PYG"],
        '₵' => &["GHS"],
        '₸' => &["KZT"],
        '₮' => &["MNT"],
        '₼' => &["AZN"],
        '₾' => &["GEL"],
        '֏' => &["AMD"],
        '؋' => &["AFN"],
        '⃀' => &["KGS"],
        _ => return None,
    };
    Some(Currency::of(codes))
}

const RUPEES: &[&str] = &["INR", "PKR", "LKR", "NPR", "MUR", "SCR"];

/// The country before a dollar sign.
pub(super) fn of_dollar(word: &str) -> Option<Currency> {
    let codes: &'static [&'static str] = match word {
        "US" => &["USD"],
        "A" | "AU" | "Au" | "Aus" => &["AUD"],
        "C" | "CA" | "Ca" | "Can" | "Cdn" | "CDN" => &["CAD"],
        "HK" => &["HKD"],
        "NT" => &["TWD"],
        "NZ" => &["NZD"],
        "S" | "SG" => &["SGD"],
        "R" => &["BRL"],
        "Mex" | "MX" | "Mx" => &["MXN"],
        "AR" | "Arg" => &["ARS"],
        "CL" | "CLP" => &["CLP"],
        "COL" | "Col" => &["COP"],
        "RD" => &["DOP"],
        "UY" | "U" => &["UYU"],
        "B" | "BN" => &["BND", "BSD"],
        "BZ" => &["BZD"],
        "Bds" => &["BBD"],
        "BM" => &["BMD"],
        "CI" => &["KYD"],
        "EC" => &["XCD"],
        "FJ" | "F" => &["FJD"],
        "G" | "GY" => &["GYD"],
        "J" => &["JMD"],
        "L" | "LD" => &["LRD"],
        "MOP" => &["MOP"],
        "N" => &["NAD"],
        "SI" => &["SBD"],
        "Sr" => &["SRD"],
        "T" => &["TOP"],
        "TT" => &["TTD"],
        "WS" => &["WST"],
        "Z" | "ZW" => &["ZWG"],
        _ => return of_code(word).filter(|code| code.join(DOLLAR).is_some()),
    };
    Some(Currency::of(codes))
}

/// The code of an active currency.
pub(super) fn of_code(word: &str) -> Option<Currency> {
    match word {
        "RMB" | "CNH" => Some(Currency::of(&["CNY"])),
        _ => Some(Currency::of(std::slice::from_ref(iso4217::code(word)?))),
    }
}

/// The abbreviations in common use, before a figure and behind it.
pub(super) fn of_abbreviation(word: &str) -> Option<Currency> {
    let codes: &'static [&'static str] = match word {
        "Rs" | "rs" | "Re" | "Rupees" | "Rupee" => RUPEES,
        "RM" => &["MYR"],
        "Rp" => &["IDR"],
        "kr" | "Kr" => &["SEK", "NOK", "DKK", "ISK"],
        "Nkr" | "NKr" => &["NOK"],
        "Skr" | "SKr" => &["SEK"],
        "Dkr" | "DKr" => &["DKK"],
        "Kč" | "kč" | "Kc" => &["CZK"],
        "zł" | "zl" | "Zł" => &["PLN"],
        "Ft" => &["HUF"],
        "Tk" => &["BDT"],
        "TL" => &["TRY"],
        "Fr" | "SFr" | "sFr" | "Sfr" | "Fr." => &["CHF"],
        "Dh" | "Dhs" | "dhs" => &["AED", "MAD"],
        "Ksh" | "KSh" | "Kshs" => &["KES"],
        "TSh" | "Tsh" => &["TZS"],
        "USh" | "Ush" => &["UGX"],
        "лв" => &["BGN"],
        "руб" => &["RUB", "BYN"],
        _ => return None,
    };
    Some(Currency::of(codes))
}

/// Nouns that also stand before a figure: `Rupees 5 crore`, `naira 40 million`.
pub(super) fn before_figure(word: &str) -> Option<Currency> {
    const NOUNS: [&str; 9] =
        ["baht", "birr", "naira", "ringgit", "rupees", "rupiah", "shillings", "taka", "yuan"];
    let known = NOUNS.iter().any(|noun| word.eq_ignore_ascii_case(noun));
    known.then(|| Currency::of(iso4217::of_noun(word)))
}
