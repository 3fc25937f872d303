//! Style sheets of pages lay out along the writing direction, so that a page from right to left is
//! the mirror of one from left to right: no `margin-left`, no `width`; entry point [`check`].

use super::{Fault, Tree};

/// Properties that name a side of the screen instead of a side of the text.
const PHYSICAL: &[&str] = &[
    "left",
    "right",
    "top",
    "bottom",
    "width",
    "height",
    "min-width",
    "max-width",
    "min-height",
    "max-height",
    "margin-left",
    "margin-right",
    "margin-top",
    "margin-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "padding-bottom",
    "border-left",
    "border-right",
    "border-top",
    "border-bottom",
];

/// Looks at every declaration of the themes' style sheets.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let sheets = tree.texts().filter(|(path, _)| path.starts_with("themes/") && path.ends_with(".css"));
    sheets
        .flat_map(|(path, text)| {
            text.lines().enumerate().flat_map(move |(index, line)| {
                declarations(line).filter_map(move |(property, value)| {
                    let wrong = physical(property, value)?;
                    Some(Fault::error(
                        path,
                        index + 1,
                        format!(
                            "`{wrong}` is physical: say which side of the text, as in `margin-inline-start`"
                        ),
                    ))
                })
            })
        })
        .collect()
}

/// The declarations of a line, property and value; conditions in parentheses are none.
fn declarations(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let line = if line.trim_start().starts_with("@media") {
        line.split_once('{').map_or("", |(_, rest)| rest)
    } else {
        line
    };
    line.split(['{', '}', ';']).filter_map(|part| {
        let (property, value) = part.split_once(':')?;
        Some((property.trim(), value.trim()))
    })
}

fn physical(property: &str, value: &str) -> Option<String> {
    let is_side = PHYSICAL.contains(&property);
    let aligns = matches!(property, "text-align" | "float" | "clear") && matches!(value, "left" | "right");
    // Four values name all four sides of the screen; only equal sides are the same in every script.
    let sides: Vec<&str> = value.split(' ').collect();
    let is_lopsided =
        matches!(property, "margin" | "padding" | "inset") && sides.len() == 4 && sides[1] != sides[3];
    (is_side || aligns || is_lopsided).then(|| format!("{property}: {value}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    fn check_line(line: &str, n_faults: usize) {
        assert_eq!(messages(check, &[("themes/x/static/x.css", line)]).len(), n_faults, "{line}");
    }

    #[test]
    fn a_side_of_the_screen_is_caught() {
        check_line("p { margin-left: 1rem; }", 1);
        check_line("p { padding: 0 1rem 0 0; text-align: right; }", 2);
        check_line("@media (min-width: 40rem) { p { width: 3rem; } }", 1);
    }

    #[test]
    fn a_side_of_the_text_is_not() {
        check_line("p { margin-inline-start: 1rem; inset-block-start: 0; text-align: start; }", 0);
        check_line("@media (min-width: 40rem) { p { padding: 0 1rem; vertical-align: top; } }", 0);
    }
}
