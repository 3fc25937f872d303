//! What the templates of a page may take: turns, work and memory; entry points [`with_budget`] and
//! [`register`]. [`super::steps`] puts the calls that count into the templates of a project.
//!
//! Every value that a template makes and gives a name is held to a size, so that what one tag makes
//! of named values is bounded too: the engine bounds how long an expression is. What a page is given
//! is the author's own and is not counted, however often it is looked at.

use std::cell::Cell;
use std::io::{Error, Write};

use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

/// Far more than the largest page of a large edition takes.
const STEPS_MAX: u64 = 1_000_000;
/// No browser shows a page as large as this.
const BYTES_MAX: usize = 64 << 20;
/// What all values and texts of a page may come to, in bytes.
const MADE_MAX: u64 = 256 << 20;
/// What one value may come to beyond what its page is given, in bytes.
const VALUE_MAX: u64 = 2 << 20;
/// Values lie in each other at most so deep.
const DEPTH_MAX: usize = 64;
/// Words of tags that are run, times the size of the largest value that a template made.
const WORK_MAX: u64 = 20_000_000_000;
/// The size of a value that is small, in bytes.
const SMALL: u64 = 64;

/// What is left of the page that a thread makes.
#[derive(Clone, Copy, Debug)]
struct Budget {
    steps: u64,
    made: u64,
    work: u64,
    /// The size of what the page is given.
    given: u64,
    /// The size of the largest value that a template made, without what it was given.
    largest: u64,
}

impl Budget {
    fn of(given: u64) -> Self {
        Self { steps: STEPS_MAX, made: MADE_MAX, work: WORK_MAX, given, largest: 0 }
    }
}

thread_local! {
    static LEFT: Cell<Budget> = Cell::new(Budget::of(0));
}

/// What a page is made with, from the first step on; `None` where it grows without end.
pub(super) fn with_budget<T>(given: &Context, make: impl FnOnce(&mut Page) -> T) -> (T, Option<Vec<u8>>) {
    let values = ["page", "view"].into_iter().filter_map(|name| given.get(name));
    let given = values.filter_map(|value| size(value, u64::MAX)).sum();
    LEFT.with(|left| left.set(Budget::of(given)));
    let mut page = Page { bytes: Vec::new(), is_full: false };
    let made = make(&mut page);
    (made, (!page.is_full).then_some(page.bytes))
}

/// A page up to a size.
pub(super) struct Page {
    bytes: Vec<u8>,
    is_full: bool,
}

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.bytes.len() + bytes.len() > BYTES_MAX {
            self.is_full = true;
            return Err(Error::other("the page is too large"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Gives templates the functions that count.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function("step", |told: Kwargs, _: &State| -> TeraResult<String> {
        let number = |name: &str| told.get::<u64>(name).map(Option::unwrap_or_default);
        spend(number("turns")?, number("text")?, number("words")?)?;
        told.get::<Value>("of")?.map_or(Ok(()), |value| hold(&value))?;
        Ok(String::new())
    });
    tera.register_function("kept", |told: Kwargs, _: &State| -> TeraResult<Value> {
        let value = told.get::<Value>("of")?.unwrap_or_else(Value::undefined);
        hold(&value)?;
        Ok(value)
    });
    tera.register_function("each", |told: Kwargs, _: &State| -> TeraResult<Value> {
        let list = told.get::<Value>("of")?.unwrap_or_else(Value::undefined);
        let n_items = list.len().unwrap_or_default() as u64;
        let words = told.get::<u64>("words")?.unwrap_or_default();
        spend(n_items, n_items * SMALL, words.saturating_mul(n_items))?;
        Ok(list)
    });
}

/// Takes turns of loops, bytes of text and words of tags from what is left of the page.
fn spend(turns: u64, text: u64, words: u64) -> TeraResult<()> {
    let mut left = LEFT.with(Cell::get);
    left.steps = left.steps.checked_sub(turns).ok_or_else(|| {
        tera::Error::message(format!("the loops and parts of this page take more than {STEPS_MAX} turns"))
    })?;
    let work = words.saturating_mul(left.largest.max(SMALL));
    left.work = left.work.checked_sub(work).ok_or_else(|| {
        let size = left.largest >> 10;
        tera::Error::message(format!("the loops of this page work on values of {size} KB in too many turns"))
    })?;
    LEFT.with(|budget| budget.set(left));
    made(text)
}

/// Takes bytes that are about to be made from what is left of the page.
pub(super) fn made(bytes: u64) -> TeraResult<()> {
    let mut left = LEFT.with(Cell::get);
    left.made = left.made.checked_sub(bytes).ok_or_else(|| {
        let most = MADE_MAX >> 20;
        tera::Error::message(format!("the values and texts of this page come to more than {most} MB"))
    })?;
    LEFT.with(|budget| budget.set(left));
    Ok(())
}

/// Takes work that is about to be done, in bytes, from what is left of the page.
pub(super) fn worked(bytes: u64) -> TeraResult<()> {
    let words = bytes.div_ceil(LEFT.with(Cell::get).largest.max(SMALL));
    spend(0, 0, words)
}

/// Takes a value that a template made from what is left of the page, and refuses one too large.
fn hold(value: &Value) -> TeraResult<()> {
    let given = LEFT.with(Cell::get).given;
    let deep = || tera::Error::message(format!("values lie in each other more than {DEPTH_MAX} deep here"));
    let size = size(value, given.saturating_add(VALUE_MAX).saturating_add(1)).ok_or_else(deep)?;
    let beyond = size.saturating_sub(given);
    if beyond > VALUE_MAX {
        let most = VALUE_MAX >> 20;
        return Err(tera::Error::message(format!("a value grows by more than {most} MB here")));
    }
    LEFT.with(|left| {
        let now = left.get();
        left.set(Budget { largest: now.largest.max(beyond), ..now });
    });
    let own = value.len().unwrap_or_default() as u64 * if value.is_string() { 1 } else { SMALL };
    made(beyond.max(own))
}

/// The size of a value with all that is in it, in bytes, or where it is larger some size above `most`;
/// `None` where it is too deep.
pub(super) fn size(value: &Value, most: u64) -> Option<u64> {
    let mut total = 0;
    add_size(value, most, DEPTH_MAX, &mut total)?;
    Some(total)
}

fn add_size(value: &Value, most: u64, depth_left: usize, total: &mut u64) -> Option<()> {
    let depth_left = depth_left.checked_sub(1)?;
    *total += value.as_str().map_or(SMALL / 4, |text| text.len() as u64);
    let items = value.as_array().into_iter().flatten();
    for item in items.chain(value.as_map().into_iter().flat_map(|map| map.values())) {
        if *total > most {
            return Some(());
        }
        add_size(item, most, depth_left, total)?;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_value_counts_what_is_in_it() {
        let value = Value::from(vec![Value::from("abcd"), Value::from(vec![Value::from("ef")])]);
        assert_eq!(size(&value, u64::MAX), Some(2 * 16 + 6));
        assert_eq!(size(&value, 1), Some(16));
    }

    #[test]
    fn values_in_each_other_are_counted_down_to_a_depth() {
        let nested = |n: usize| (0..n).fold(Value::from(1), |inner, _| Value::from(vec![inner]));
        assert!(size(&nested(63), u64::MAX).is_some());
        assert!(size(&nested(64), u64::MAX).is_none());
    }
}
