//! Currencies by sign, ISO 4217 code, abbreviation and name, before a figure or after it.
//!
//! Many signs and words belong to several countries (`$`, `Rs`, `pounds`): what is read then is all that
//! they can mean, and `money` decides. Codes count in capitals only, so that no ordinary word is taken
//! for one. Words in English stand in `iso4217`, signs and abbreviations in `signs`.

use super::super::lexicon::Role;
use super::super::scan::{Cursor, Placed, Token, fold, is_dash, is_glued};
use super::signs::{DOLLAR, before_figure, of_abbreviation, of_code, of_dollar, of_symbol};
use super::{iso4217, magnitude};

/// What a sign or a word says of the currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value) struct Currency {
    /// The codes it can mean, the most usual first; never empty.
    pub(in crate::value) codes: &'static [&'static str],
    /// The one that is meant where nothing says otherwise.
    pub(in crate::value) usual: Option<&'static str>,
    /// The word, where it also means other things than money: `pounds`, `won`.
    pub(in crate::value) noun: Option<&'static str>,
}

impl Currency {
    /// One that is meant by these codes alone.
    pub(super) const fn of(codes: &'static [&'static str]) -> Self {
        Self { codes, usual: None, noun: None }
    }

    /// One that means the first of these codes unless a place says otherwise.
    pub(super) const fn usually(codes: &'static [&'static str]) -> Self {
        Self { codes, usual: Some(codes[0]), noun: None }
    }

    /// The only one it can mean.
    pub(in crate::value) fn only(self) -> Option<&'static str> {
        if let [code] = self.codes { Some(code) } else { None }
    }

    /// The one that stands for it where only its being money matters.
    pub(in crate::value) fn likeliest(self) -> &'static str {
        self.usual.or_else(|| self.codes.first().copied()).unwrap_or("XXX")
    }

    /// What two marks of one figure say together; `None` where they contradict each other.
    pub(super) fn join(self, other: Self) -> Option<Self> {
        let within = |inner: &Self, outer: &Self| inner.codes.iter().all(|code| outer.codes.contains(code));
        let (inner, outer) = if within(&self, &other) { (self, other) } else { (other, self) };
        let usual = inner.usual.or(outer.usual.filter(|code| inner.codes.contains(code)));
        within(&inner, &outer).then_some(Self { usual, noun: None, ..inner })
    }
}

/// The currency that stands here before a figure, and the place behind it.
pub(super) fn before(cursor: Cursor<'_>) -> Option<(Currency, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Symbol('$' | '＄' | '﹩') => Some(behind_dollar(rest).unwrap_or((DOLLAR, rest))),
        Token::Symbol(symbol) => Some((of_symbol(symbol)?, rest)),
        Token::Word(word) => {
            let (next, _) = rest.next()?;
            let found = || named_before(cursor).or_else(|| of_country(word, cursor));
            match next.token {
                // No sign or figure: nearly every word ends here.
                Token::Symbol(',' | ';' | ':' | '(' | ')' | '"' | '?' | '!') => named_before(cursor),
                Token::Word(_) => found().or_else(|| coded(word, rest)),
                Token::Symbol(_) | Token::Digits(_) => prefixed(word, rest)
                    .or_else(found)
                    .or_else(|| coded(word, rest))
                    .or_else(|| abbreviated(word, rest)),
            }
        }
        Token::Digits(_) => None,
    }
}

/// `Rp 5 juta`, `人民币5万`: a word of the text's language directly before the digits.
fn named_before(cursor: Cursor<'_>) -> Option<(Currency, Cursor<'_>)> {
    let (currency, rest) = named(cursor)?;
    let word = cursor.text()[cursor.start()..rest.offset()].trim();
    // One sign of a script without spaces is the end of many words: `公元500年`.
    let is_whole = !word.starts_with(is_glued) || word.chars().count() > 1;
    let digits = rest.next().is_some_and(|(next, _)| matches!(next.token, Token::Digits(_)));
    (is_whole && digits).then_some((currency, rest))
}

/// A currency in the words of the text's language.
fn named(cursor: Cursor<'_>) -> Option<(Currency, Cursor<'_>)> {
    let (ix, rest) = cursor.role(|role| match role {
        Role::Currency(ix) => Some(ix),
        _ => None,
    })?;
    let (_, codes) = cursor.lexicon().data.currencies.get(usize::from(ix))?;
    Some((Currency { usual: usual(codes), ..Currency::of(codes) }, rest)).filter(|_| !codes.is_empty())
}

/// `40 millones de euros`
fn linked(cursor: Cursor<'_>) -> Option<(Currency, Cursor<'_>)> {
    named(cursor.is(Role::Filler)?)
}

/// The currency that is meant by a word of several countries where nothing says otherwise.
fn usual(codes: &[&'static str]) -> Option<&'static str> {
    codes.first().copied().filter(|code| codes.len() > 1 && matches!(*code, "RUB" | "KRW"))
}

/// Whether the words of English are those of the text: its language is English, or one whose currencies
/// nothing is known of.
fn is_english(cursor: Cursor<'_>) -> bool {
    cursor.lexicon().tag == "en" || cursor.lexicon().data.currencies.is_empty()
}

/// `$US40 million`, as Australian papers write it.
fn behind_dollar(cursor: Cursor<'_>) -> Option<(Currency, Cursor<'_>)> {
    match cursor.next()? {
        (Placed { token: Token::Word(country), glued: true, .. }, rest) => Some((of_dollar(country)?, rest)),
        _ => None,
    }
}

/// `C$`, `CAD$`, `CN¥`, `E£`: letters glued to a sign.
fn prefixed<'a>(word: &str, rest: Cursor<'a>) -> Option<(Currency, Cursor<'a>)> {
    let (sign, rest) = rest.next().filter(|(next, _)| next.glued)?;
    let Token::Symbol(sign) = sign.token else { return None };
    let currency = match (word, sign) {
        (_, '$' | '＄' | '﹩') => of_dollar(word)?,
        ("CN" | "RMB", '¥' | '￥') => Currency::of(&["CNY"]),
        ("JP", '¥' | '￥') => Currency::of(&["JPY"]),
        ("E" | "LE", '£') => Currency::of(&["EGP"]),
        ("LL" | "L", '£') => Currency::of(&["LBP"]),
        ("GB" | "UK", '£') => Currency::of(&["GBP"]),
        ("S", '£') => Currency::of(&["SYP", "SDG"]),
        ("SS", '£') => Currency::of(&["SSP"]),
        ("GH", '₵') => Currency::of(&["GHS"]),
        _ => return None,
    };
    Some((currency, rest))
}

/// `US $40 million`, `Canadian $40 million`.
fn of_country<'a>(word: &str, cursor: Cursor<'a>) -> Option<(Currency, Cursor<'a>)> {
    let short = [("NZ", "NZD"), ("HK", "HKD"), ("NT", "TWD"), ("AU", "AUD")];
    if let Some((_, code)) = short.iter().find(|(country, _)| *country == word) {
        let rest = cursor.next()?.1.symbol('$')?;
        return Some((coded(code, rest)?.0, rest));
    }
    iso4217::of_adjective(cursor).find_map(|(codes, rest)| {
        let (sign, rest) = rest.next()?;
        let Token::Symbol(sign) = sign.token else { return None };
        Some((Currency::of(codes).join(of_symbol(sign)?)?, rest))
    })
}

/// `USD 40 million`, `CAD $40 million`, `RMB 5m`.
fn coded<'a>(word: &str, rest: Cursor<'a>) -> Option<(Currency, Cursor<'a>)> {
    let code = of_code(word).filter(|_| !is_word(word, rest))?;
    let signed = rest.next().and_then(|(next, after)| match next.token {
        Token::Symbol(symbol) => of_symbol(symbol)?.join(code).map(|_| after),
        Token::Word(_) | Token::Digits(_) => None,
    });
    Some((code, signed.unwrap_or(rest)))
}

/// `Rs 5 crore`, `Rs. 500`, `kr 40`, `N40 million`.
fn abbreviated<'a>(word: &str, rest: Cursor<'a>) -> Option<(Currency, Cursor<'a>)> {
    let digits = |rest: Cursor<'a>| rest.next().filter(|(next, _)| matches!(next.token, Token::Digits(_)));
    if let Some(currency) = of_abbreviation(word).or_else(|| before_figure(word)) {
        let rest = rest.symbol('.').filter(|rest| digits(*rest).is_some()).unwrap_or(rest);
        return digits(rest).map(|_| (currency, rest));
    }
    // One letter is the name of a road or a form, unless the figure is in millions.
    let currency = match word {
        "N" => Currency::of(&["NGN"]),
        "R" => Currency::of(&["ZAR"]),
        "P" => Currency::of(&["PHP", "BWP"]),
        "K" => Currency::of(&["ZMW", "PGK", "MMK", "MWK"]),
        _ => return None,
    };
    let (figure, behind) = digits(rest).filter(|(figure, _)| figure.glued)?;
    let is_large = magnitude::after(behind).is_some() && !figure.token.eq(&Token::Digits("0"));
    is_large.then_some((currency, rest))
}

/// Whether letters glued before digits are those of a currency: `USD40`, `Rs500`.
pub(in crate::value) fn may_stand_before(word: &str, digits: Cursor<'_>) -> bool {
    coded(word, digits).is_some() || abbreviated(word, digits).is_some()
}

/// The currency that stands here behind a figure, and the place behind it.
pub(in crate::value) fn after(cursor: Cursor<'_>) -> Option<(Currency, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        // `a 40 million-dollar fraud`
        Token::Symbol(dash) if is_dash(dash) && placed.glued => {
            let (next, _) = rest.next().filter(|(next, _)| next.glued)?;
            if !matches!(next.token, Token::Word(_)) {
                return None;
            }
            by_name(rest)
        }
        Token::Symbol('(') => {
            let (found, rest) = by_name(rest).or_else(|| adjective_alone(rest)).or_else(|| in_money(rest))?;
            Some((found, rest.symbol(')')?))
        }
        Token::Symbol(symbol) => {
            let sign = of_symbol(symbol)?;
            match adjective_alone(rest).and_then(|(of, rest)| Some((of.join(sign)?, rest))) {
                Some((currency, rest)) if is_followed_by_nothing(rest) => Some((currency, rest)),
                Some(_) | None => Some((sign, rest)),
            }
        }
        Token::Word(_) => {
            let named = by_name(cursor).or_else(|| linked(cursor)).or_else(|| in_money(cursor));
            named.map(|(found, rest)| of_whom(found, rest).unwrap_or((found, rest)))
        }
        Token::Digits(_) => None,
    }
}

/// Whether a word behind a figure, of no phrase of the language, names its currency.
pub(super) fn is_named_by(word: &str, cursor: Cursor<'_>, rest: Cursor<'_>) -> bool {
    by_plain_name(word, cursor, rest).is_some() || in_money(cursor).is_some()
}

/// `40 million in Canadian money`, `in Canadian dollars`.
fn in_money(cursor: Cursor<'_>) -> Option<(Currency, Cursor<'_>)> {
    let inner = cursor.word("in").filter(|_| is_english(cursor))?;
    if let Some(found) = by_name(inner) {
        return Some(found);
    }
    let (codes, rest) = iso4217::of_adjective(inner).next()?;
    let rest = ["money", "currency", "funds", "terms"].iter().find_map(|word| rest.word(word))?;
    Some((Currency::of(codes), rest))
}

/// `40 million dollars (Canadian)`, `dollars, in Canadian money`: whose the money is, behind its name.
fn of_whom(found: Currency, rest: Cursor<'_>) -> Option<(Currency, Cursor<'_>)> {
    let inner = rest.symbol('(');
    let (of, end) = match inner {
        Some(inner) => {
            let (of, end) = adjective_alone(inner).or_else(|| by_name(inner)).or_else(|| in_money(inner))?;
            (of, end.symbol(')')?)
        }
        None => in_money(rest.symbol(',').unwrap_or(rest))?,
    };
    Some((of.join(found)?, end))
}

fn adjective_alone(cursor: Cursor<'_>) -> Option<(Currency, Cursor<'_>)> {
    let (codes, rest) = iso4217::of_adjective(cursor).next()?;
    Some((Currency::of(codes), rest))
}

fn is_followed_by_nothing(rest: Cursor<'_>) -> bool {
    !rest.next().is_some_and(|(next, _)| matches!(next.token, Token::Word(_) | Token::Digits(_)))
}

/// A currency by words: `Canadian dollars`, `CAD`, `zł`, `pounds sterling`, `naira`.
fn by_name(cursor: Cursor<'_>) -> Option<(Currency, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    let Token::Word(word) = placed.token else { return None };
    named(cursor).or_else(|| by_plain_name(word, cursor, rest))
}

/// The same of a word that the language of the text does not list.
fn by_plain_name<'a>(word: &str, cursor: Cursor<'a>, rest: Cursor<'a>) -> Option<(Currency, Cursor<'a>)> {
    if !is_english(cursor) {
        return written(word, rest);
    }
    let of_country = iso4217::of_adjective(cursor).find_map(|(codes, rest)| {
        let (next, behind) = rest.next()?;
        let named = match next.token {
            Token::Word(noun) => Currency::of(iso4217::of_noun(noun)),
            Token::Symbol(symbol) => of_symbol(symbol)?,
            Token::Digits(_) => return None,
        };
        let of = named.codes.iter().position(|code| codes.contains(code))?;
        let code = named.codes.get(of..=of)?;
        let both = if codes.len() > 1 { codes } else { code };
        Some((Currency::of(both), behind))
    });
    if of_country.is_some() {
        return of_country;
    }
    if let Some(found) = written(word, rest) {
        return Some(found);
    }
    if word.eq_ignore_ascii_case("sterling") {
        return Some((Currency::of(&["GBP"]), rest));
    }
    let mut buffer = [0; 16];
    let codes = iso4217::of_noun(word);
    if codes.is_empty() || NEVER_ALONE.contains(&fold(word, &mut buffer)) {
        return None;
    }
    if let Some(rest) = rest.word("sterling").filter(|_| codes.contains(&"GBP")) {
        return Some((Currency::of(&["GBP"]), rest));
    }
    let noun = AMBIGUOUS.iter().find(|noun| word.eq_ignore_ascii_case(noun)).copied();
    if noun.is_some() && is_no_money(word, cursor, rest) {
        return None;
    }
    Some((Currency { codes, usual: usual(codes), noun }, rest))
}

/// A code or an abbreviation: `CAD`, `zł`.
fn written<'a>(word: &str, rest: Cursor<'a>) -> Option<(Currency, Cursor<'a>)> {
    let currency = of_code(word).or_else(|| of_abbreviation(word))?;
    Some((currency, rest.symbol('.').filter(|rest| rest.is_done()).unwrap_or(rest)))
}

/// Words that are money only behind the name of a country: `real people`, `full marks`.
const NEVER_ALONE: [&str; 8] = ["mark", "marks", "real", "reals", "sol", "soles", "colons", "english"];

/// Words that mean other things as well.
const AMBIGUOUS: [&str; 16] = [
    "pound", "pounds", "won", "crown", "crowns", "dram", "drams", "guarani", "guaranis", "kip", "kips",
    "lek", "lev", "leva", "quetzals", "dong",
];

/// Whether the words around tell that a weight or a verb is meant: `40 pounds of rice`, `won the prize`.
fn is_no_money(word: &str, figure_end: Cursor<'_>, rest: Cursor<'_>) -> bool {
    if word.eq_ignore_ascii_case("won") {
        const BEHIND: [&str; 24] = [
            "a", "and", "as", "at", "because", "but", "by", "each", "for", "from", "had", "has", "have",
            "in", "is", "of", "on", "or", "per", "to", "was", "were", "with", "worth",
        ];
        return match rest.next() {
            Some((Placed { token: Token::Word(next), .. }, after)) => {
                // `a year` is what money is per; `a prize` is won.
                let per = ["year", "month", "week", "day"];
                let is_per = next != "a" || per.iter().any(|period| after.word(period).is_some());
                !is_per || !BEHIND.iter().any(|known| next.eq_ignore_ascii_case(known))
            }
            Some((Placed { token: Token::Digits(_), .. }, _)) => true,
            _ => false,
        };
    }
    if !word.eq_ignore_ascii_case("pounds") && !word.eq_ignore_ascii_case("pound") {
        return false;
    }
    let before = &figure_end.text()[..figure_end.offset()];
    let clause = before.rsplit(['.', ';', '!', '?']).next().unwrap_or(before).to_ascii_lowercase();
    let weighed = clause.split(' ').rev().take(8).any(|word| word.starts_with("weigh"));
    let of_goods = rest.word("of").is_some_and(|of| match of.next() {
        Some((Placed { token: Token::Word(what), .. }, _)) => {
            let mut buffer = [0; 16];
            !MONEY.contains(&fold(what, &mut buffer))
        }
        _ => true,
    });
    let heavy = ["heavier", "lighter", "overweight", "underweight", "per"];
    weighed
        || of_goods
        || rest.phrase(&["in", "weight"]).is_some()
        || heavy.iter().any(|word| rest.word(word).is_some())
}

/// What pounds are of where they are money.
const MONEY: [&str; 18] = [
    "aid",
    "assets",
    "cash",
    "compensation",
    "damage",
    "damages",
    "debt",
    "debts",
    "fines",
    "funding",
    "funds",
    "investment",
    "losses",
    "money",
    "profit",
    "public",
    "savings",
    "taxpayers",
];

/// The place behind cents, of which a figure before them is a part: `$5 and 50 cents`, `5 euro cents`.
pub(super) fn minor<'a>(rest: Cursor<'a>) -> Option<Cursor<'a>> {
    let minor = |at: Cursor<'a>| at.symbol('¢').or_else(|| at.is(Role::Minor));
    let joined = rest.word("and").or_else(|| rest.is(Role::Joiner)).unwrap_or(rest);
    let counted = joined.next().filter(|(next, _)| matches!(next.token, Token::Digits(_)));
    minor(rest).or_else(|| minor(counted?.1))
}

/// The end of a word behind a figure that makes it hundredths of some money: `50 pence`.
pub(in crate::value) fn minor_behind(figure: Cursor<'_>) -> Option<usize> {
    Some(figure.symbol('¢').or_else(|| figure.is(Role::Minor))?.offset())
}

/// Codes that are words in a headline in capitals, or a row of conferences: they count nothing.
fn is_word(word: &str, rest: Cursor<'_>) -> bool {
    let is_large = || rest.next().is_some_and(|(_, behind)| magnitude::after(behind).is_some());
    match word {
        "ALL" | "TOP" | "CUP" => true,
        "COP" => !is_large(),
        _ => false,
    }
}
