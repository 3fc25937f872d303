//! The engine's filters and functions that make much of little, each within the page's budget; entry
//! point [`register`]. They do what the engine's own do.

#![expect(clippy::needless_pass_by_value, reason = "the engine hands values to its filters")]

use std::borrow::Cow;

use tera::{Error, Kwargs, State, StringInput, Tera, TeraResult, Value};

use super::budget::{made, size, worked};

/// Puts them in the place of the engine's own.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("replace", replace);
    tera.register_filter("join", join);
    tera.register_filter("indent", indent);
    tera.register_filter("split", split);
    tera.register_filter("str", str);
    tera.register_filter("unique", unique);
    tera.register_function("range", range);
}

/// What a list or another value comes to as text; the engine escapes a letter to six at most.
fn printed(value: &Value) -> TeraResult<u64> {
    let most = 1 << 40;
    size(value, most).ok_or_else(|| Error::message("values lie too deep in each other to be written"))
}

fn replace(val: StringInput, kwargs: Kwargs, state: &State) -> TeraResult<Value> {
    let from = kwargs.must_get::<&str>("from")?;
    let to = kwargs.must_get::<StringInput>("to")?;
    let is_safe = state.autoescaping_enabled() && (val.is_safe() || to.is_safe());
    let (text, to) = if is_safe {
        (val.rendered(state)?, to.rendered(state)?)
    } else {
        (Cow::Borrowed(val.as_str()), Cow::Borrowed(to.as_str()))
    };
    let n_found = text.matches(from).count() as u64;
    made((text.len() as u64).saturating_add(n_found.saturating_mul(to.len() as u64)))?;
    let replaced = text.replace(from, &to);
    Ok(if is_safe { Value::safe_string(&replaced) } else { Value::from(replaced) })
}

fn join(val: &[Value], kwargs: Kwargs, state: &State) -> TeraResult<Value> {
    let between = kwargs.get::<StringInput>("sep")?;
    let is_safe = state.autoescaping_enabled()
        && (val.iter().any(|item| item.is_string() && item.is_safe())
            || between.as_ref().is_some_and(StringInput::is_safe));
    let between = match &between {
        Some(between) if is_safe => between.rendered(state)?,
        Some(between) => Cow::Borrowed(between.as_str()),
        None => Cow::Borrowed(""),
    };
    let mut parts = Vec::with_capacity(val.len());
    for item in val {
        made(printed(item)?.saturating_add(between.len() as u64))?;
        parts.push(match item {
            item if !is_safe => item.to_string(),
            item if item.is_undefined() => String::new(),
            item => state.escape_if_needed(item)?,
        });
    }
    let joined = parts.join(&between);
    Ok(if is_safe { Value::safe_string(&joined) } else { Value::from(joined) })
}

fn indent(val: StringInput, kwargs: Kwargs, state: &State) -> TeraResult<Value> {
    let width = kwargs.get::<usize>("width")?.unwrap_or(4).min(1000);
    let sign = kwargs.get::<StringInput>("indentation")?;
    let is_first = kwargs.get::<bool>("first")?.unwrap_or(false);
    let is_blank = kwargs.get::<bool>("blank")?.unwrap_or(false);
    if sign.as_ref().is_some_and(|sign| sign.as_str().chars().count() != 1) {
        return Err(Error::message("The `indentation` argument must contain exactly one character"));
    }
    let is_safe =
        state.autoescaping_enabled() && (val.is_safe() || sign.as_ref().is_some_and(StringInput::is_safe));
    let text = if is_safe { val.rendered(state)? } else { Cow::Borrowed(val.as_str()) };
    let sign = match &sign {
        Some(sign) if is_safe => sign.rendered(state)?,
        Some(sign) => Cow::Borrowed(sign.as_str()),
        None => Cow::Borrowed(" "),
    };
    let margin = sign.repeat(width);
    let n_lines = text.lines().count() as u64;
    made((text.len() as u64).saturating_add(n_lines.saturating_mul(margin.len() as u64)))?;
    let mut indented = String::with_capacity(text.len() * 2);
    for (n, line) in text.lines().enumerate() {
        if n > 0 {
            indented.push('\n');
        }
        if if n == 0 { is_first } else { is_blank || !line.is_empty() } {
            indented.push_str(&margin);
        }
        indented.push_str(line);
    }
    if text.ends_with('\n') {
        indented.push('\n');
    }
    Ok(if is_safe { Value::safe_string(&indented) } else { Value::from(indented) })
}

fn split(val: &str, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
    let at = kwargs.must_get::<&str>("pat")?;
    let n_parts = val.matches(at).count() as u64;
    made((val.len() as u64).saturating_add(n_parts.saturating_mul(64)))?;
    Ok(val.split(at).map(Value::from).collect::<Vec<_>>().into())
}

fn str(val: Value, _: Kwargs, _: &State) -> TeraResult<String> {
    made(printed(&val)?)?;
    Ok(val.to_string())
}

fn unique(val: &[Value], _: Kwargs, _: &State) -> TeraResult<Vec<Value>> {
    let mut found: Vec<Value> = Vec::new();
    for value in val {
        worked(found.len() as u64 * 1024)?;
        if !found.contains(value) {
            found.push(value.clone());
        }
    }
    Ok(found)
}

fn range(kwargs: Kwargs, _: &State) -> TeraResult<Vec<i128>> {
    const LENGTH_MAX: i128 = 100_000;
    let start = kwargs.get::<i128>("start")?.unwrap_or_default();
    let end = kwargs.must_get::<i128>("end")?;
    let step = kwargs.get::<i128>("step_by")?.unwrap_or(1);
    let unbounded = || Error::message("the numbers of `range` are too large");
    let length = match step {
        0 => return Err(Error::message("`range` has a `step_by` of 0")),
        1.. if start > end => return Err(Error::message("`range` has a `start` greater than its `end`")),
        _ if (step > 0) == (start > end) || start == end => 0,
        _ => {
            let span = end.checked_sub(start).and_then(i128::checked_abs).ok_or_else(unbounded)?;
            let step = step.checked_abs().ok_or_else(unbounded)?;
            span / step + i128::from(span % step != 0)
        }
    };
    if length > LENGTH_MAX {
        let message = format!("`range` would come to {length} numbers; {LENGTH_MAX} are the most");
        return Err(Error::message(message));
    }
    worked(u64::try_from(length).unwrap_or_default() * 1024)?;
    Ok((0..length).map(|n| start + n * step).collect())
}
