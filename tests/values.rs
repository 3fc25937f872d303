//! Values read and compared, against the vectors in tests/values/.
//!
//! Each file is a list of lines with columns between bars; its first lines say what they mean. Every
//! line that fails is reported, not only the first.

#[path = "values/table.rs"]
mod table;
#[path = "values/properties.rs"]
mod properties;

use table::{check, optional};
use variorum::language::reading;
use variorum::model::{DateValue, Day, Hedge, Number, Tolerances};
use variorum::value::in_quote::{self, FigureKind, Found};
use variorum::value::name::{NameDoubt, NameRelation, NameVariant};
use variorum::value::{date, measure, name, number};

#[test]
fn figures_are_read_with_their_hedge_and_intervals() {
    check(include_str!("values/numbers.txt"), |[words, _, _, _, _]| {
        let number = read_number(words)?;
        let quantity = number::quantity(&number, &Tolerances::default());
        let hedge = hedge(number.hedge);
        Ok(format!("{hedge} | {} | {} | {}", quantity.hard, quantity.plausible, marks(&number)))
    });
}

#[test]
fn figures_are_told_in_words() {
    check(include_str!("values/number_words.txt"), |[words, _]| Ok(number::words(&read_number(words)?)));
}

#[test]
fn changes_are_read_and_told_with_their_direction() {
    check(include_str!("values/changes.txt"), |[words, _, _]| {
        let number = read_number(words)?;
        let hard = number::quantity(&number, &Tolerances::default()).hard;
        let told = number::words(&number);
        let again = read_number(&told)?;
        assert_eq!(number::quantity(&again, &Tolerances::default()).hard, hard, "{words}: {told}");
        Ok(format!("{hard} | {told}"))
    });
}

#[test]
fn a_quote_states_a_change_a_level_or_a_share() {
    check(include_str!("values/changes_in_quotes.txt"), |[words, quote, _, detail]| {
        Ok(found(in_quote::number(&read_number(words)?, None, quote, reading::english()), detail))
    });
}

#[test]
fn measures_are_read_in_the_unit_of_their_fact() {
    check(include_str!("values/measures.txt"), |[words, unit, ..]: [&str; 4]| {
        let read = measure::read(words, unit, reading::english()).map_err(|fault| fault.message)?;
        let quantity = read.quantity(unit, &Tolerances::default());
        Ok(format!("{} | {}", quantity.hard, quantity.plausible))
    });
}

#[test]
fn measures_are_found_in_quotes_in_their_own_unit_or_not() {
    check(include_str!("values/measures_in_quotes.txt"), |[words, unit, quote, _, detail]| {
        let english = reading::english();
        let read = measure::read(words, unit, english).map_err(|fault| fault.message)?;
        Ok(found(measure::in_quote(&read, unit, quote, english), detail))
    });
}

#[test]
fn figures_about_a_power_of_ten_apart_are_known() {
    check(include_str!("values/folds.txt"), |[a, b, _]| {
        let (a, b) = (read_number(a)?, read_number(b)?);
        assert_eq!(number::fold_factor(&a, &b), number::fold_factor(&b, &a));
        Ok(number::fold_factor(&a, &b).map_or_else(|| "none".to_owned(), |factor| factor.to_string()))
    });
}

#[test]
fn amounts_are_read_in_the_currency_that_is_meant_or_asked_about() {
    let english = (reading::english(), reading::english());
    check(include_str!("values/money.txt"), |[words, stated, places, _]| {
        let code = |code: &str| number::currency_code(code).expect("a code of ISO 4217");
        let local = number::Local {
            own: None,
            shared: optional(stated).map(code),
            places: optional(places).iter().flat_map(|places| places.split(' ')).map(code).collect(),
        };
        Ok(match number::read_money(words, &local, english) {
            Ok(number) => {
                let currency = number.currency.unwrap_or_default();
                let hedge = if number.hedge == Hedge::Exact { "" } else { hedge(number.hedge) };
                let unit = number.unit.unwrap_or_default();
                format!("{hedge} {currency} {} {unit}", number::group_digits(number.low)).trim().to_owned()
            }
            Err(number::MoneyFault::Unclear(codes)) => {
                format!("asks {}", codes[..codes.len().min(3)].join(" "))
            }
            Err(number::MoneyFault::Unnamed) => "unnamed".to_owned(),
            Err(number::MoneyFault::Otherwise(_)) => "otherwise".to_owned(),
            Err(number::MoneyFault::Unread(_)) => "unread".to_owned(),
        })
    });
}

#[test]
fn amounts_are_found_in_quotes_in_a_currency_that_the_words_can_mean() {
    let english = (reading::english(), reading::english());
    check(include_str!("values/money_in_quotes.txt"), |[words, quote, _, detail]| {
        let number = number::read_money(words, &number::Local::default(), english)
            .map_err(|fault| format!("{fault:?}"))?;
        Ok(found(in_quote::number(&number, None, quote, reading::english()), detail))
    });
}

#[test]
fn words_that_are_no_figure_are_refused_with_what_to_write() {
    check(include_str!("values/number_faults.txt"), |[words, message, help]| {
        let fault = number::read(words, reading::lexicon("en", words)).err().ok_or("read as a number")?;
        assert!(words.get(fault.range.clone()).is_some(), "{words}: the range cuts a character");
        Ok(table::contains(&fault.message, message)
            + " | "
            + &table::contains(&fault.help.unwrap_or_default(), help))
    });
}

#[test]
fn units_suit_a_fact_or_do_not() {
    check(include_str!("values/units.txt"), |[words, unit, _]| {
        Ok(if number::unit_matches(words, unit) { "yes" } else { "no" }.to_owned())
    });
}

#[test]
fn dates_are_read_and_told_in_words() {
    check(include_str!("values/dates.txt"), |[edtf, ..]: [&str; 4]| {
        let date = date::read(edtf).map_err(|fault| fault.to_string())?;
        Ok(format!("{} | {} | {}", date::words(&date), day(date.earliest()), day(date.latest())))
    });
}

#[test]
fn dates_begin_on_their_first_day_or_on_some_day() {
    check(include_str!("values/beginnings.txt"), |[edtf, _, _]| {
        let date = read_date(edtf)?;
        Ok(format!("{} | {}", day(date.begins_earliest()), day(date.begins_latest())))
    });
}

#[test]
fn dates_are_moved_by_days() {
    check(include_str!("values/shifts.txt"), |[edtf, days, _]| {
        let days = days.parse().map_err(|_| "not a number of days".to_owned())?;
        Ok(date::shift(&read_date(edtf)?, days).edtf)
    });
}

#[test]
fn words_that_are_no_date_are_refused_with_what_to_write() {
    check(include_str!("values/date_faults.txt"), |[words, message, help]| {
        let fault = date::read(words).err().ok_or("read as a date")?;
        assert!(words.get(fault.range.clone()).is_some(), "{words}: the range cuts a character");
        Ok(table::contains(&fault.message, message)
            + " | "
            + &table::contains(&fault.help.unwrap_or_default(), help))
    });
}

#[test]
fn dates_lie_to_each_other_the_same_from_both_sides() {
    check(include_str!("values/date_relations.txt"), |[a, b, _]| {
        let (a, b) = (read_date(a)?, read_date(b)?);
        let relation = date::relation(&a, &b);
        assert_eq!(relation, date::relation(&b, &a), "{} and {}", a.edtf, b.edtf);
        Ok(match relation {
            date::DateRelation::Equal => "equal".to_owned(),
            date::DateRelation::Contains => "contains".to_owned(),
            date::DateRelation::Overlap => "overlap".to_owned(),
            date::DateRelation::Disjoint { days } => format!("{days} days apart"),
        })
    });
}

#[test]
fn names_lie_to_each_other_the_same_from_both_sides() {
    check(include_str!("values/names.txt"), |[a, b, _]| {
        let (x, y) = (name::read(a), name::read(b));
        let relation = name::relation(&x, &y);
        assert_eq!(relation, name::relation(&y, &x), "{a} and {b}");
        Ok(match relation {
            NameRelation::Same => "same".to_owned(),
            NameRelation::Different => "different".to_owned(),
            NameRelation::Undecided(NameDoubt::Scripts) => "open scripts".to_owned(),
            NameRelation::Undecided(NameDoubt::Number) => "open number".to_owned(),
            NameRelation::Undecided(NameDoubt::Several) => "open several".to_owned(),
            NameRelation::Variant(NameVariant::Suffix) => "suffix".to_owned(),
            NameRelation::Variant(NameVariant::ShortForm) => "short form".to_owned(),
            NameRelation::Variant(NameVariant::OtherName) => "other name".to_owned(),
            NameRelation::Variant(NameVariant::Acronym) => "acronym".to_owned(),
            NameRelation::Variant(NameVariant::Script) => "script".to_owned(),
            NameRelation::Variant(NameVariant::TokenSubset) => "subset".to_owned(),
            NameRelation::Variant(NameVariant::Initials) => "initials".to_owned(),
            NameRelation::Variant(NameVariant::Transliteration) => "transliteration".to_owned(),
            NameRelation::Variant(NameVariant::Spelling(letters)) => format!("spelling {letters}"),
        })
    });
}

#[test]
fn numbers_are_found_in_quotes_with_their_hedge_or_not() {
    check(include_str!("values/numbers_in_quotes.txt"), |[words, quote, _, detail]| {
        let number = read_number(words)?;
        Ok(found(in_quote::number(&number, None, quote, reading::lexicon("en", quote)), detail))
    });
}

#[test]
fn dates_are_found_in_quotes_or_not() {
    check(include_str!("values/dates_in_quotes.txt"), |[edtf, published, quote, _, detail]| {
        let date = read_date(edtf)?;
        let published = optional(published).map(read_date).transpose()?;
        Ok(found(in_quote::date(&date, quote, published.as_ref(), reading::lexicon("en", quote)), detail))
    });
}

#[test]
fn dates_in_figures_are_read_by_the_language_of_their_article() {
    check(include_str!("values/dates_by_language.txt"), |[edtf, language, quote, _, detail]| {
        let lexicon = reading::lexicon(language, quote);
        Ok(found(in_quote::date(&read_date(edtf)?, quote, None, lexicon), detail))
    });
}

#[test]
fn distances_between_dates_are_found_in_quotes_or_not() {
    check(include_str!("values/days_apart.txt"), |[days, quote, _, detail]| {
        let days = days.parse().map_err(|_| "not a number of days".to_owned())?;
        Ok(found(in_quote::days_apart(days, quote, reading::english()), detail))
    });
}

#[test]
fn names_are_found_in_quotes_or_not() {
    check(include_str!("values/names_in_quotes.txt"), |[words, quote, _, detail]| {
        Ok(found(in_quote::name(words, quote), detail))
    });
}

#[test]
fn every_figure_of_a_text_is_found_once() {
    check(include_str!("values/figures.txt"), |[text, _]| {
        let figures = in_quote::figures(text, reading::lexicon("en", text));
        assert!(figures.iter().all(|figure| text[figure.range.clone()] == figure.words), "{text}");
        let figure = |figure: &in_quote::Figure| format!("{} {}", kind(figure.kind), figure.words);
        Ok(figures.iter().map(figure).collect::<Vec<_>>().join("; "))
    });
}

fn read_number(words: &str) -> Result<Number, String> {
    number::read(words, reading::english()).map_err(|fault| fault.to_string())
}

fn day(day: Option<Day>) -> String {
    day.map_or_else(|| "open".to_owned(), |day| day.to_string())
}

fn read_date(edtf: &str) -> Result<DateValue, String> {
    date::read(edtf).map_err(|fault| fault.to_string())
}

fn hedge(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Exact => "exact",
        Hedge::About => "about",
        Hedge::MoreThan => "more-than",
        Hedge::AtLeast => "at-least",
        Hedge::Nearly => "nearly",
        Hedge::UpTo => "up-to",
        Hedge::FewerThan => "fewer-than",
        Hedge::Range => "range",
        Hedge::Vague => "vague",
    }
}

fn marks(number: &Number) -> String {
    let percent = number.percent.then_some("%");
    let marks = [number.currency.as_deref(), percent, number.unit.as_deref()];
    marks.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn kind(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Number => "number",
        FigureKind::Date => "date",
        FigureKind::Money => "money",
        FigureKind::Percent => "percent",
    }
}

fn found(found: Found, detail: &str) -> String {
    match found {
        Found::Yes => "yes | ".to_owned(),
        Found::Derived(how) => format!("derived | {}", table::contains(&how, detail)),
        Found::Unread { reason } => format!("unread | {}", table::contains(&reason, detail)),
        Found::No { reason, nearest } => {
            let text =
                nearest.map_or_else(|| reason.clone(), |nearest| format!("{reason}; nearest: {nearest}"));
            format!("no | {}", table::contains(&text, detail))
        }
    }
}
