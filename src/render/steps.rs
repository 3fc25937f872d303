//! Templates that come to an end: each turn of a loop in a template of the project or its theme is a
//! step, and a page has so many; entry points [`counted`], [`register`] and [`with_budget`].
//!
//! A call that counts is put behind each `{% for … %}`, so that places of faults have to be told as
//! if it were not there: [`original`].

use std::cell::Cell;
use std::io::{Error, Write};

use tera::{Kwargs, State, Tera, TeraResult};

use super::tag::tags;

/// Far more than the largest page of a large edition takes.
const STEPS_MAX: u64 = 1_000_000;
/// No browser shows a page as large as this.
const BYTES_MAX: usize = 64 << 20;

thread_local! {
    /// What is left of the page that this thread makes.
    static STEPS_LEFT: Cell<u64> = const { Cell::new(STEPS_MAX) };
}

/// The template with a call behind each loop that begins.
pub(super) fn counted(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut from = 0;
    for (at, call) in calls(template) {
        out.push_str(&template[from..at]);
        out.push_str(call);
        from = at;
    }
    out + &template[from..]
}

/// The byte of the template that a byte of the counted one stands for.
pub(super) fn original(template: &str, byte: usize) -> usize {
    let mut shift = 0;
    for (at, call) in calls(template) {
        if at + shift >= byte {
            break;
        }
        // Inside a call stands nothing of the author's.
        shift += call.len().min(byte - at - shift);
    }
    (byte - shift).min(template.len())
}

fn calls(template: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let loops = tags(template).into_iter().filter(|tag| {
        tag.is_statement
            && tag.words.first().is_some_and(|word| word.text == "for")
            && template[..tag.end].ends_with("%}")
    });
    // What cuts white space behind the loop's tag cuts it behind the call.
    loops.map(|tag| {
        (tag.end, if template[..tag.end].ends_with("-%}") { "{{ step() -}}" } else { "{{ step() }}" })
    })
}

/// Gives templates the function that counts.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function("step", |_: Kwargs, _: &State| -> TeraResult<String> {
        STEPS_LEFT.with(|left| {
            let Some(rest) = left.get().checked_sub(1) else {
                let message = format!("the loops of this page take more than {STEPS_MAX} turns");
                return Err(tera::Error::message(message));
            };
            left.set(rest);
            Ok(String::new())
        })
    });
}

/// What a page is made with, from the first step on; `None` where it grows without end.
pub(super) fn with_budget<T>(make: impl FnOnce(&mut Page) -> T) -> (T, Option<Vec<u8>>) {
    STEPS_LEFT.with(|left| left.set(STEPS_MAX));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_put_behind_loops_and_places_are_told_without_them() {
        let text = "{% for a in b %}x{% endfor %}{% for c in d -%} y{% endfor %}{{ z }}";
        let counted = counted(text);
        assert_eq!(
            counted,
            "{% for a in b %}{{ step() }}x{% endfor %}{% for c in d -%}{{ step() -}} y{% endfor %}{{ z }}"
        );
        for sign in ["x{", "y{", "z }", "for a", "for c", "endfor"] {
            assert_eq!(original(text, counted.find(sign).unwrap()), text.find(sign).unwrap(), "{sign}");
        }
        assert_eq!(original(text, counted.len()), text.len());
    }
}
