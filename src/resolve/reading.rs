//! Values: from words to what the fact's kind takes.

use std::sync::Arc;

use super::directory::Directory;
use super::money;
use crate::diag::{Code, Diagnostic, nearest};
use crate::language::reading;
use crate::model::{
    ArticleIx, DateValue, FactKind, Hedge, Id, Number, Position, Quantity, Reading, SetItem, Tolerances,
};
use crate::parse::RawValue;
use crate::source::Span;
use crate::value::number::Local;
use crate::value::{ValueFault, date as dates, in_quote, measure, number};
use crate::yaml::{Located, Words};

/// What values are read by.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) directory: &'a Directory,
    pub(super) tolerances: &'a Tolerances,
    /// The language of each article, by position.
    pub(super) languages: &'a [String],
    /// The language of the article whose answers are read.
    pub(super) language: &'a str,
    /// Whether an unhedged figure is meant as it stands.
    pub(super) exact: bool,
}

/// A value's words with what they mean.
pub(super) type Read = (String, Reading);

impl Reader<'_> {
    /// The same for the answers of an article.
    pub(super) fn of(self, article: ArticleIx) -> Self {
        Self { language: self.languages.get(article.0 as usize).map_or("", String::as_str), ..self }
    }

    /// The same for the editors' words, which are in the language of the pages.
    pub(super) fn in_english(self) -> Self {
        Self { language: "en", ..self }
    }

    /// Reads a claim's value.
    pub(super) fn value(
        self,
        (kind, local): (&FactKind, &Local),
        raw: &RawValue,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Read> {
        match (kind, raw) {
            (FactKind::Set, RawValue::List(items)) => {
                if items.value.is_empty() {
                    faults.push(
                        Diagnostic::error(Code::ValueEmpty, items.span, "the list is empty")
                            .help("name what the source lists"),
                    );
                    return None;
                }
                let members: Vec<SetItem> = items.value.iter().map(|item| self.member(item)).collect();
                let words: Vec<&str> = members.iter().map(|member| member.words.as_str()).collect();
                Some((words.join(", "), Reading::Set(members)))
            }
            (FactKind::Set, RawValue::Words(words)) => {
                let member = self.member(words);
                Some((member.words.clone(), Reading::Set(vec![member])))
            }
            (_, RawValue::List(items)) => {
                faults.push(
                    Diagnostic::error(Code::TypeMismatch, items.span, "only a set fact takes a list")
                        .help("write one value; a source that answers twice makes two claims"),
                );
                None
            }
            (_, RawValue::Words(words)) => {
                self.words((kind, local), words, faults).map(|reading| (words.value.0.clone(), reading))
            }
        }
    }

    /// Reads a single value, such as a part of a breakdown.
    pub(super) fn words(
        self,
        (kind, local): (&FactKind, &Local),
        words: &Located<Words>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Reading> {
        match kind {
            FactKind::Count { unit, .. } => {
                let number = self.figure(words, faults)?;
                if let Some(fault) = miscount(&number, unit, words) {
                    faults.push(fault);
                    return None;
                }
                Some(self.count(&number))
            }
            FactKind::Money { .. } => {
                let unread = |fault: &ValueFault| unreadable(Code::NumberUnreadable, fault.clone(), words);
                let own = reading::lexicon(self.language, words);
                match number::read_money(words, local, (own, reading::english())) {
                    Ok(number) => Some(self.quantity(&number)),
                    Err(fault) => {
                        faults.push(money::fault(&fault, words, unread));
                        None
                    }
                }
            }
            FactKind::Percent { .. } => {
                let number = self.figure(words, faults)?;
                if !number.percent {
                    let is_points = number
                        .unit
                        .as_deref()
                        .is_some_and(|unit| measure::same_unit(unit, "percentage points"));
                    let help = if is_points {
                        "percentage points are not per cent: use a fact of kind `measure` with `unit: percentage points`"
                    } else {
                        "write the share with its sign or word: `25 %`, `a quarter of`"
                    };
                    faults.push(unsuited("a share needs a per cent sign", words).help(help));
                    return None;
                }
                Some(self.quantity(&number))
            }
            FactKind::Measure { unit, .. } => self.measure(words, unit, faults),
            FactKind::Date => self.date(words, faults).map(Reading::Date),
            FactKind::Entity { .. } => Some(Reading::Entity(self.directory.names.find(words))),
            FactKind::Set => Some(Reading::Set(vec![self.member(words)])),
            FactKind::Position { positions, .. } => position(positions, words, faults),
            FactKind::Text => Some(Reading::Text),
            FactKind::YesNo => match words.value.0.as_str() {
                "yes" => Some(Reading::YesNo(true)),
                "no" => Some(Reading::YesNo(false)),
                _ => {
                    let message = format!("`{}` is neither `yes` nor `no`", words.value.0);
                    faults.push(
                        Diagnostic::error(Code::ValueUnknown, words.span, message)
                            .help("write `yes` or `no`"),
                    );
                    None
                }
            },
        }
    }

    /// Reads a figure in the words of its article or in English ones, in which units and pages tell it.
    fn figure(self, words: &Located<Words>, faults: &mut Vec<Diagnostic>) -> Option<Number> {
        let own = reading::lexicon(self.language, words);
        number::read_in_either(words, own, reading::english())
            .map_err(|fault| faults.push(unreadable(Code::NumberUnreadable, fault, words)))
            .ok()
    }

    /// Reads a date in EDTF, or in the words of its article or in English ones.
    fn date(self, words: &Located<Words>, faults: &mut Vec<Diagnostic>) -> Option<DateValue> {
        let own = reading::lexicon(self.language, words);
        let worded = || {
            let own = in_quote::whole_date(words, own);
            own.or_else(|| in_quote::whole_date(words, reading::english()))
        };
        match dates::read(words) {
            Ok(date) => Some(date),
            Err(fault) => worded().or_else(|| {
                faults.push(unreadable(Code::DateUnreadable, fault, words));
                None
            }),
        }
    }

    fn measure(self, words: &Located<Words>, unit: &str, faults: &mut Vec<Diagnostic>) -> Option<Reading> {
        // A fact without a unit has an error of its own.
        if unit.is_empty() {
            return None;
        }
        let own = reading::lexicon(self.language, words);
        let read = measure::read_in_either(words, unit, own, reading::english());
        let fault = |fault| faults.push(unreadable(Code::NumberUnreadable, fault, words));
        Some(self.as_it_stands(read.map_err(fault).ok()?.quantity(unit, self.tolerances)))
    }

    fn quantity(self, figure: &Number) -> Reading {
        self.as_it_stands(number::quantity(figure, self.tolerances))
    }

    /// A number of things, whose ends are whole: nobody counts a quarter of a province.
    fn count(self, figure: &Number) -> Reading {
        let Quantity { number, hard, plausible } = number::quantity(figure, self.tolerances);
        self.as_it_stands(Quantity { number, hard: hard.whole(), plausible: plausible.whole() })
    }

    /// A figure, not taken as rounded where the fact says that its figures are exact.
    fn as_it_stands(self, quantity: Quantity) -> Reading {
        let figure = &quantity.number;
        let as_it_stands = self.exact && figure.hedge == Hedge::Exact && figure.plausible.is_none();
        let plausible = if as_it_stands { quantity.hard } else { quantity.plausible };
        Reading::Quantity(Quantity { plausible, ..quantity })
    }

    /// A member of a list: an entity by its id or its name, or else just words.
    fn member(self, words: &Located<Words>) -> SetItem {
        let by_id = Id::new(words).ok().and_then(|id| self.directory.peek_entity(&id));
        let named = self.directory.names.find(words);
        let (words, entity) = match (by_id, named) {
            (Some(ix), _) if named != by_id => (self.directory.entities[ix.index()].name.clone(), by_id),
            (_, entity) => (words.value.0.clone(), entity.or(by_id)),
        };
        let name = Arc::new(self.directory.names.take_apart(&words, entity));
        SetItem { words, entity, name }
    }
}

/// Reads a date, pointing at the part that cannot be read.
pub(super) fn date(words: &Located<Words>, faults: &mut Vec<Diagnostic>) -> Option<DateValue> {
    dates::read(words).map_err(|fault| faults.push(unreadable(Code::DateUnreadable, fault, words))).ok()
}

/// The position that words name by its id.
fn position(positions: &[Position], words: &Located<Words>, faults: &mut Vec<Diagnostic>) -> Option<Reading> {
    let found = positions.iter().position(|position| position.id.as_str() == words.value.0);
    if found.is_none() && !positions.is_empty() {
        let known = || positions.iter().map(|position| position.id.as_str());
        let labelled = positions.iter().find(|one| one.label.eq_ignore_ascii_case(words));
        let near = labelled.map(|one| one.id.as_str()).or_else(|| nearest(words, known()));
        let help = match near {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("the positions are {}", known().collect::<Vec<_>>().join(", ")),
        };
        let message = format!("`{}` is not one of the fact's positions", words.value.0);
        faults.push(Diagnostic::error(Code::ValueUnknown, words.span, message).help(help));
    }
    found.map(Reading::Position)
}

/// Why a figure cannot be a count of these units.
fn miscount(number: &Number, unit: &str, words: &Located<Words>) -> Option<Diagnostic> {
    let typed = &words.value.0;
    if number.currency.is_some() || number.percent {
        let what = if number.percent { "a share" } else { "an amount of money" };
        let message = format!("`{typed}` is {what}, and the fact counts {unit}");
        return Some(unsuited(&message, words).help("use a fact of kind `money` or `percent`"));
    }
    if let Some(named) = &number.unit
        && !number::unit_matches(named, unit)
    {
        let message = format!("`{typed}` does not count {unit}");
        return Some(unsuited(&message, words).help("write the figure alone, or correct the fact's `unit`"));
    }
    let whole = number.hedge == Hedge::Vague || (number.low.is_integer() && number.high.is_integer());
    let message = format!("`{typed}` is not a whole number of {unit}");
    let help = || match (number.low == number.high).then(|| number::group_digits(number.low)) {
        Some(figure) if !typed.contains(&figure) => {
            format!("it is read as {figure}; write the whole number that the source gives")
        }
        Some(_) | None => {
            "write a whole number; what is measured, with decimals, stands in a fact of kind `measure`"
                .to_owned()
        }
    };
    (!whole).then(|| unsuited(&message, words).help(help()))
}

fn unsuited(message: &str, words: &Located<Words>) -> Diagnostic {
    Diagnostic::error(Code::ValueUnsuited, words.span, message)
}

/// A fault of reading at its place; in a quoted scalar the words begin after the quotation mark.
fn unreadable(code: Code, fault: ValueFault, words: &Located<Words>) -> Diagnostic {
    let Span { start, end, file } = words.span;
    let quotes = (end - start).saturating_sub(words.value.len() as u32);
    let span = match quotes {
        0 | 2 => {
            let first = start + quotes / 2;
            let from = first + fault.range.start as u32;
            Span { file, start: from, end: (first + fault.range.end as u32).max(from) }
        }
        _ => words.span,
    };
    let diagnostic = Diagnostic::error(code, span, fault.message);
    match fault.help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}
