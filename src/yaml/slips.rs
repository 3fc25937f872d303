//! Slips of a line that YAML takes for something else: marks at the start of a value, quotation
//! marks inside one, lines that went astray; entry point [`told`].

use super::syntax::{escaped, indent, line_of};

/// What is wrong and what to do, at the bytes where the slip is.
pub(super) struct Slip {
    pub(super) at: usize,
    pub(super) message: String,
    pub(super) help: String,
}

/// The slip behind an error that the parser met at byte `at`, where it is one of these.
pub(super) fn told(text: &str, at: usize, info: &str) -> Option<Slip> {
    if let Some(slip) = wide_space(text, at) {
        return Some(slip);
    }
    if ["unexpected character", "cannot start any token", "mapping keys are not"]
        .iter()
        .any(|said| info.contains(said))
    {
        return mark_at_start(text, at);
    }
    if info.contains("block scalar") {
        return sign_before_value(text, at);
    }
    if info.contains("block sequence entries") {
        return dash_before_value(text, at);
    }
    if info.contains("unknown anchor") {
        return unknown_anchor(text, at);
    }
    if info.contains("trailing content after") {
        return quoted_too_soon(text, at);
    }
    if info.contains("'-' indicator") {
        return dash_without_space(text, at)
            .or_else(|| field_among_items(text, at))
            .or_else(|| shifted(text, at));
    }
    if info.contains("did not find expected key") || info.contains("expected <block end>") {
        return shifted(text, at);
    }
    if info.contains("simple key expect") || info.contains("mapping values") {
        return dash_without_space(text, at)
            .or_else(|| line_of_no_field(text, at, info))
            .or_else(|| line_before_fields(text, at))
            .or_else(|| shifted(text, at));
    }
    None
}

/// A no-break or typographic space in the indentation of the line of a fault or of one of the two before it.
fn wide_space(text: &str, at: usize) -> Option<Slip> {
    let (mut start, mut line) = line_of(text, at);
    for _ in 0..3 {
        let indent = line.len() - line.trim_start().len();
        if let Some(space) = line[..indent].find(|c: char| !matches!(c, ' ' | '\t' | '\r')) {
            let message = "a no-break space stands where YAML takes plain spaces only".to_owned();
            let help = "delete the space before the field, and indent it with plain spaces".to_owned();
            return Some(Slip { at: start + space, message, help });
        }
        if start == 0 {
            break;
        }
        (start, line) = line_of(text, start - 1);
    }
    None
}

/// A value that begins with a mark that YAML keeps to itself: `@police`, `%of`, `?`.
fn mark_at_start(text: &str, at: usize) -> Option<Slip> {
    let mark = text[at..].chars().next().filter(|mark| matches!(mark, '@' | '`' | '%' | '?'))?;
    let value = in_quotes(text[at..].lines().next().unwrap_or_default());
    let mark = if mark == '`' { "a backtick".to_owned() } else { format!("`{mark}`") };
    let message = format!("a value cannot begin with {mark} without quotes");
    Some(Slip { at, message, help: format!("put the value in quotes: {value}") })
}

/// `value: >1,500`, where `>` would begin a text of several lines.
fn sign_before_value(text: &str, at: usize) -> Option<Slip> {
    let (start, line) = line_of(text, at);
    let value = line
        .split_once(": ")
        .map(|(name, _)| name.len() + 2)
        .or_else(|| line.find("- ").map(|dash| dash + 2))?;
    let sign = line[value..].trim_start().chars().next().filter(|sign| matches!(sign, '>' | '|'))?;
    let at = start + line.len() - line[value..].trim_start().len();
    let message =
        format!("a value cannot begin with `{sign}` without quotes: it announces lines of text below it");
    Some(Slip {
        at,
        message,
        help: format!("put the value in quotes: {}", in_quotes(&text[at..start + line.len()])),
    })
}

/// `label: - People`, where the dash would begin a list.
fn dash_before_value(text: &str, at: usize) -> Option<Slip> {
    let (start, line) = line_of(text, at);
    let value = text[at..start + line.len()].trim_end();
    let words = value.strip_prefix("- ")?;
    let name = field_of(line)?;
    let message = "a dash begins an item of a list, and here a value begins".to_owned();
    let help = format!(
        "put the value in quotes: {}; or begin the list on a line of its own, below `{name}:`: `- {words}`",
        in_quotes(value)
    );
    Some(Slip { at, message, help })
}

/// A field or an item that stands further left or right than those it belongs to.
fn shifted(text: &str, at: usize) -> Option<Slip> {
    let is_text = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let (mut start, mut line) = line_of(text, at);
    // The parser may notice it one line further down.
    for _ in 0..2 {
        if is_text(line)
            && let Some(slip) = shifted_line(text, (start, line))
        {
            return Some(slip);
        }
        loop {
            if start == 0 {
                return None;
            }
            (start, line) = line_of(text, start - 1);
            if is_text(line) {
                break;
            }
        }
    }
    None
}

/// A line whose neighbours of the same sort, items above it or fields below it, stand at another indent.
fn shifted_line(text: &str, (start, line): (usize, &str)) -> Option<Slip> {
    let own = indent(line);
    let is_text = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let spaces = |n: usize| if n == 1 { "1 space".to_owned() } else { format!("{n} spaces") };
    let at = start + own;
    if is_item(line) {
        let mut above = text[..start].lines().rev().filter(is_text);
        let other = above.find(|above| is_item(above) || indent(above) <= own)?;
        let by = indent(other);
        if is_item(other) && by != own {
            let message =
                format!("this item is indented by {}, the one above it by {}", spaces(own), spaces(by));
            let help = format!("indent it by {} where it belongs to the same list", spaces(by));
            return Some(Slip { at, message, help });
        }
        let is_among_fields = by == own && field_of(other).is_some() && !other.trim_end().ends_with(':');
        return is_among_fields.then(|| Slip {
            at,
            message: "an item of a list stands among fields".to_owned(),
            help: "write a field as the line above it, `name: …`, or remove the line".to_owned(),
        });
    }
    let name = field_of(line)?;
    let above = text[..start].lines().rev().find(is_text)?;
    let below = text[start..].lines().skip(1).find(is_text)?;
    let (before, after) = (indent(above), indent(below));
    let is_key = |line: &str| field_of(line).is_some() && !line.trim_start().starts_with("- ");
    // `kind:` below a field that has a value already: that one should stand beside it.
    if is_key(below)
        && after > own
        && !line.trim_end().ends_with(':')
        && (before == after || above.trim_end().ends_with(':'))
    {
        let message =
            format!("`{name}:` is indented by {}, the fields below it by {}", spaces(own), spaces(after));
        return Some(Slip {
            at,
            message,
            help: format!("indent it by {} where it belongs to them", spaces(after)),
        });
    }
    let higher = text[..start].lines().rev().filter(is_text).nth(1).unwrap_or_default();
    if is_key(above) && own > before && indent(higher) == before && higher.trim_end().ends_with(':') {
        let stray = field_of(above)?;
        let at = text[..start].rfind(above)? + before;
        let message =
            format!("`{stray}:` is indented by {}, the fields below it by {}", spaces(before), spaces(own));
        let help = format!("indent it by {} where it belongs to `{}`", spaces(own), higher.trim());
        return Some(Slip { at, message, help });
    }
    if is_key(above) && own > before && !above.trim_end().ends_with(':') {
        let message = format!(
            "`{name}:` is indented by {}, the field above it by {}, and that one has a value",
            spaces(own),
            spaces(before)
        );
        return Some(Slip {
            at,
            message,
            help: format!("indent it by {}, as the field above it", spaces(before)),
        });
    }
    None
}

/// A `*` before words, which YAML takes for the name of an anchor.
fn unknown_anchor(text: &str, at: usize) -> Option<Slip> {
    let value = text[at..].lines().next().unwrap_or_default().trim_end();
    let name = value.strip_prefix('*')?;
    // A bare name may have been meant as one.
    let is_prose = name.contains([' ', '*']) && ![", ", "}", "]"].iter().any(|mark| name.contains(mark));
    let help = if is_prose {
        format!("put the value in quotes: {}", in_quotes(value))
    } else {
        "write the value out".to_owned()
    };
    let name = name.split([' ', '*', ',', '}', ']']).next().unwrap_or_default();
    Some(Slip { at, message: format!("`*{name}` stands for an anchor `&{name}`, and there is none"), help })
}

/// Words behind a quotation mark that closed the value before its end: `"the "big" raid"`.
fn quoted_too_soon(text: &str, at: usize) -> Option<Slip> {
    let before = text[..at].trim_end_matches(' ');
    let mark = before.chars().next_back().filter(|mark| matches!(mark, '"' | '\''))?;
    let at = before.len() - 1;
    let (start, line) = line_of(text, at);
    let opening = opening_of(&line[..at - start], mark)?;
    let Some(last) = closing_of(line, at - start, mark) else {
        // `quote: "arrested" 1,208 people`: the closing mark came too early, or belongs at the end.
        let rest = &line[at - start + 1..];
        let end = if line[..opening].contains('{') {
            [", ", "}"].iter().filter_map(|end| rest.find(end)).min()?
        } else {
            rest.len()
        };
        let whole = format!("{}{}", &line[opening + 1..at - start], &rest[..end]);
        let message = "the value ends at this quotation mark, and more words follow it".to_owned();
        let other = if mark == '"' { '\'' } else { '"' };
        let quoted =
            format!("{other}{mark}{}{mark}{}{other}", &line[opening + 1..at - start], rest[..end].trim_end());
        let help = format!(
            "move the mark behind the last word: `{mark}{}{mark}`; or, where the marks belong to the words: `{quoted}`",
            whole.trim_end()
        );
        return Some(Slip { at, message, help });
    };
    let escape = escaped(mark);
    let inner = line[opening + 1..last].replace(mark, escape);
    let message = "the value ends at this quotation mark, and more words follow it".to_owned();
    let help = format!("a `{mark}` inside the value is written `{escape}`: `{mark}{inner}{mark}`");
    Some(Slip { at, message, help })
}

/// Where the value begins that ends too soon: behind the last opening that a colon, a comma, a dash or a bracket leads.
fn opening_of(before: &str, mark: char) -> Option<usize> {
    let is_led = |at: &usize| {
        let led = before[..*at].trim_end();
        led.is_empty() || led.ends_with([':', ',', '-', '[', '{'])
    };
    before.match_indices(mark).map(|(at, _)| at).rfind(is_led)
}

/// The last mark of the same value, behind its early end: what stands behind the next comma is another one in braces.
fn closing_of(line: &str, end: usize, mark: char) -> Option<usize> {
    let rest = &line[end + 1..];
    let limit =
        if line[..end].contains(['{', '[']) { rest.find(": ").unwrap_or(rest.len()) } else { rest.len() };
    rest[..limit].rfind(mark).map(|at| end + 1 + at)
}

/// `-source: alpha`, in the line of a fault or one of the two above it.
fn dash_without_space(text: &str, at: usize) -> Option<Slip> {
    let (mut start, mut line) = line_of(text, at);
    for _ in 0..3 {
        let entry = line.trim_start();
        let name = entry
            .strip_prefix('-')
            .filter(|name| name.starts_with(|c: char| c.is_alphabetic() || matches!(c, '{' | '[')));
        if let Some(name) = name.filter(|name| name.contains(": ")) {
            return Some(Slip {
                at: start + line.len() - entry.len(),
                message: "a space is missing after the dash".to_owned(),
                help: format!("write `- {}`", name.trim_end()),
            });
        }
        if start == 0 {
            break;
        }
        (start, line) = line_of(text, start - 1);
    }
    None
}

/// A field on a line of its own below the items of a list.
fn field_among_items(text: &str, at: usize) -> Option<Slip> {
    let (start, line) = line_of(text, at);
    let name = field_of(line).filter(|_| !is_item(line))?;
    // What belongs to an item is indented further.
    let belongs = |above: &&str| above.trim().is_empty() || indent(above) > indent(line);
    let item = text[..start].lines().rev().find(|above| !belongs(above)).filter(|above| is_item(above))?;
    let help = match field_of(item) {
        Some(first) if indent(item) == indent(line) && item.trim_end().ends_with(':') => {
            format!("take the dash away from before `{first}:`, or write one before `{name}:` too")
        }
        _ => format!("write `- ` before `{name}:` too, or `name: …` for the items above it"),
    };
    (indent(item) == indent(line)).then(|| Slip {
        at: start + indent(line),
        message: "a field stands among the items of a list".to_owned(),
        help,
    })
}

/// A line without a colon where fields stand: the rest of a value that went on too far left.
fn line_of_no_field(text: &str, at: usize, info: &str) -> Option<Slip> {
    if !info.contains("simple key expect") {
        return None;
    }
    let (mut start, mut line) = line_of(text, at);
    while line.trim().is_empty() || line.trim_start().starts_with('#') || field_of(line).is_some() {
        if start == 0 {
            return None;
        }
        (start, line) = line_of(text, start - 1);
    }
    let field = text[..start].lines().rev().find_map(field_of)?;
    let help = other_colon(line).unwrap_or_else(|| {
        format!(
            "indent it further than `{field}:` where it goes on with that value, or make it a field: `name: words`"
        )
    });
    Some(Slip { at: start + indent(line), message: "this line belongs to no field".to_owned(), help })
}

/// A line without a colon right above a field, which YAML takes for the first words of its name.
fn line_before_fields(text: &str, at: usize) -> Option<Slip> {
    let (mut start, field) = line_of(text, at);
    let name = field_of(field).filter(|name| start + indent(field) + name.len() == at)?;
    let mut stray = None;
    while start > 0 {
        let (before, line) = line_of(text, start - 1);
        let is_stray = indent(line) == indent(field) && !line.trim().is_empty() && !line.contains(": ");
        if !is_stray || line.trim_start().starts_with(['#', '-']) || line.trim_end().ends_with(':') {
            break;
        }
        stray = Some((before, line.trim()));
        start = before;
    }
    let (start, line) = stray?;
    let help = other_colon(line)
        .unwrap_or_else(|| format!("make it a field, `name: words`, or indent `{name}:` where it belongs"));
    Some(Slip { at: start + indent(field), message: "this line belongs to no field".to_owned(), help })
}

/// How a field is written whose name another sign than a colon follows: `unit = people`, `unit：people`.
fn other_colon(line: &str) -> Option<String> {
    let (name, value) = line.trim().split_once(['\u{FF1A}', '='])?;
    let name = name.trim_end();
    let is_name =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'));
    is_name.then(|| format!("write a colon and a space: `{name}: {}`", value.trim()))
}

/// What a value in quotes that runs into the next line lacks there, where it only stands too far left.
pub(super) fn goes_on(text: &str, opening: usize) -> Option<String> {
    let mark = text[opening..].chars().next()?;
    let (start, line) = line_of(text, opening);
    let field = field_of(line)?;
    let field_indent =
        line[..opening - start].len() - line[..opening - start].trim_start_matches([' ', '-']).len();
    let n_before = text[..start].lines().count() + 1;
    for (i, line) in text[start..].lines().enumerate().skip(1).take(8) {
        let words = line.split(mark).next().unwrap_or_default();
        if words.contains(": ") || words.ends_with(':') {
            return None;
        }
        if !line.trim().is_empty() && indent(line) <= field_indent {
            let line = n_before + i;
            return Some(format!("line {line} goes on with the value: indent it further than `{field}:`"));
        }
        if line.contains(mark) {
            return None;
        }
    }
    None
}

/// Whether a line begins an item of a list.
fn is_item(line: &str) -> bool {
    line.trim_start().strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The name of the field that a line begins.
fn field_of(line: &str) -> Option<&str> {
    let entry = line.trim_start().trim_start_matches("- ").trim_start();
    let (name, _) = entry.split_once(':')?;
    (!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')))
        .then_some(name)
}

/// Words as a value in quotes that can be copied.
fn in_quotes(words: &str) -> String {
    format!("`\"{}\"`", words.trim_end().replace('\\', "\\\\").replace('"', "\\\""))
}
