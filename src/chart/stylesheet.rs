//! The charts' stylesheet, as a page takes it and with every property resolved for files.
//!
//! Entry points: [`css`], [`literal`]. Both come from chart.css. Programs that show SVG files
//! often know no custom properties, so a file gets literal colours in two palettes.

use std::fmt::Write as _;
use std::sync::LazyLock;

const CSS: &str = include_str!("chart.css");

/// The stylesheet of the drawings in pages.
pub fn css() -> &'static str {
    CSS
}

/// The stylesheet that a file embeds: the rules for the classes that its drawing has.
pub fn literal(drawing: &str) -> String {
    static LITERAL: LazyLock<String> = LazyLock::new(resolve);
    let mut out = String::with_capacity(LITERAL.len());
    for line in LITERAL.lines().filter(|line| is_used(line, drawing)) {
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// Whether a line of the stylesheet is no rule, or one for something in the drawing.
fn is_used(line: &str, drawing: &str) -> bool {
    let Some((selectors, _)) = line.split_once(" { ") else { return true };
    let mut classes = selectors.split(['.', ' ', ',', ':', '+']).filter(|word| word.starts_with("vc-"));
    let is_in_drawing = |class: &str| drawing.contains(&format!("class=\"{class}\""));
    let first = classes.next();
    first.is_none_or(is_in_drawing) || classes.any(is_in_drawing)
}

/// A palette: the names of properties and their values.
pub type Palette = Vec<(&'static str, &'static str)>;

/// The palette of the first block that follows `start`.
pub fn palette(start: &str) -> Palette {
    let Some((_, rest)) = CSS.split_once(start) else { return Vec::new() };
    rest.lines()
        .skip_while(|line| !line.trim_start().starts_with("--vc"))
        .map_while(|line| line.trim().strip_suffix(';')?.split_once(": "))
        .collect()
}

/// The plain rules in light colours, those that use a colour again in dark ones, and the larger
/// lettering of narrow screens.
fn resolve() -> String {
    let (light, dark) = (palette(":where(.vc) {"), palette("prefers-color-scheme: dark"));
    let rules: Vec<_> = CSS.lines().filter(|line| line.starts_with(".vc") && line.ends_with('}')).collect();
    let mut out = String::from("\n");
    for rule in &rules {
        let _ = writeln!(out, "{}", substituted(rule, &light));
    }
    out.push_str("@media (prefers-color-scheme: dark) {\n");
    for rule in rules.iter().filter(|rule| rule.contains("var(")) {
        let (selector, body) = rule.split_once(" { ").unwrap_or((rule, ""));
        let coloured =
            body.trim_end_matches('}').split("; ").filter(|declaration| declaration.contains("var("));
        let coloured = coloured
            .map(|declaration| declaration.trim_end_matches([';', ' ']))
            .collect::<Vec<_>>()
            .join("; ");
        let _ = writeln!(out, "{}", substituted(&format!("{selector} {{ {coloured} }}"), &dark));
    }
    out.push_str("}\n");
    out.push_str(block("@media (max-width"));
    out
}

/// A block of chart.css from its first line to its closing brace.
fn block(start: &str) -> &'static str {
    let Some(at) = CSS.find(start) else { return "" };
    CSS[at..].find("\n}\n").map_or("", |end| &CSS[at..at + end + 3])
}

fn substituted(rule: &str, palette: &Palette) -> String {
    palette.iter().fold(rule.to_owned(), |rule, (name, value)| rule.replace(&format!("var({name})"), value))
}

#[cfg(test)]
mod tests {
    use super::super::ink::Ink;
    use super::super::paper;
    use super::super::svg::WIDTH;
    use super::*;

    const PALETTES: [&str; 3] = [":where(.vc) {", "prefers-color-scheme: dark", "@media print"];

    /// WCAG 2.2 relative luminance of `#rrggbb`.
    fn luminance(hex: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn check(pairs: &[(&str, &str)], least: f64) {
        for start in PALETTES {
            let palette = palette(start);
            let colour = |name: &str| {
                palette.iter().find(|(key, _)| key.strip_prefix("--vc-") == Some(name)).unwrap().1
            };
            for (a, b) in pairs {
                let contrast = contrast(colour(a), colour(b));
                assert!(contrast >= least, "{start} {a} on {b}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn text_stands_out_from_what_is_behind_it() {
        let on_paper = [("ink", "paper"), ("soft", "paper"), ("alert", "paper")];
        check(&on_paper, 4.5);
        check(&[("on-dark", "cell2"), ("on-dark", "cell3"), ("soft", "cell0"), ("soft", "cell1")], 4.5);
    }

    #[test]
    fn marks_stand_out_from_the_paper() {
        check(
            &[("mark", "paper"), ("bar", "paper"), ("major", "paper"), ("alert", "paper"), ("base", "paper")],
            3.0,
        );
    }

    /// Hatched and outlined fillings are paper with lines, so that they differ from any solid one.
    #[test]
    fn fillings_that_lie_side_by_side_stand_out_from_each_other() {
        check(
            &[("major", "bar"), ("bar", "paper"), ("mark", "paper"), ("cell2", "cell0"), ("cell3", "cell0")],
            3.0,
        );
    }

    #[test]
    fn every_class_of_a_drawing_has_a_rule_and_every_rule_a_class() {
        for ink in Ink::ALL {
            assert!(
                CSS.contains(&format!(".{} ", ink.class())) || CSS.contains(&format!(".{},", ink.class())),
                "{ink:?}"
            );
        }
        let known: Vec<_> =
            Ink::ALL.iter().map(|ink| ink.class()).chain(["vc-hatching", "vc-paper"]).collect();
        for (at, _) in CSS.match_indices(".vc-") {
            let name = &CSS[at + 1..].split([' ', ',', '{', ':']).next().unwrap();
            assert!(known.contains(name), "{name}");
        }
    }

    /// Narrow lettering is what paper.rs measures with, and 12 pixels at 320 pixels of width.
    #[test]
    fn lettering_is_as_large_as_was_measured() {
        let narrow = block("@media (max-width");
        let points = |ink: Ink| format!("font-size: {}px", paper::size(ink) / 10);
        assert!(narrow.contains(&points(Ink::Note)) && narrow.contains(&points(Ink::Headline)));
        assert!(paper::size(Ink::Tick) * 320 / WIDTH >= 12);
    }

    #[test]
    fn a_file_has_no_custom_property_left_and_both_palettes() {
        let css = literal("<path class=\"vc-mark\"/>");
        assert!(!css.contains("var("), "{css}");
        assert!(css.contains(".vc-mark") && !css.contains(".vc-cell3"), "{css}");
        assert!(css.contains("prefers-color-scheme: dark") && css.contains("max-width: 34em"));
        assert!(css.matches('{').count() == css.matches('}').count());
    }
}
