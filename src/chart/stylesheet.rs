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

/// The stylesheet that a file embeds.
pub fn literal() -> &'static str {
    static LITERAL: LazyLock<String> = LazyLock::new(resolve);
    &LITERAL
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
    let (light, dark) = (palette(".vc {"), palette("prefers-color-scheme: dark"));
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
