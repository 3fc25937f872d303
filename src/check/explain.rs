//! The text of every rule and modifier, for people; entry point [`explain`].

use super::{modifiers, rules};
use crate::model::{Modifier, Rule};

/// The Markdown text of the rule or modifier with this name.
///
/// ```
/// let text = variorum::check::explain("count-disjoint").expect("a rule");
/// assert!(text.starts_with("# "));
/// assert!(variorum::check::explain("no-such-rule").is_none());
/// ```
pub fn explain(name: &str) -> Option<&'static str> {
    Rule::from_name(name).map(rule_text).or_else(|| Modifier::from_name(name).map(modifier_text))
}

/// The Markdown text of a rule.
pub fn rule_text(rule: Rule) -> &'static str {
    rules::text(rule)
}

/// The heading of a rule's text.
pub fn rule_title(rule: Rule) -> &'static str {
    title(rule_text(rule))
}

/// The Markdown text of a modifier.
pub fn modifier_text(modifier: Modifier) -> &'static str {
    modifiers::text(modifier)
}

/// The heading of a modifier's text.
pub fn modifier_title(modifier: Modifier) -> &'static str {
    title(modifier_text(modifier))
}

fn title(text: &'static str) -> &'static str {
    text.lines().next().unwrap_or_default().trim_start_matches("# ").trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECTIONS: [&str; 4] =
        ["## What it finds", "## Why it matters", "## Example", "## When to rule it explained"];

    fn check(name: &str, text: &str) {
        let mut rest = text;
        for section in SECTIONS {
            let (before, after) =
                rest.split_once(section).unwrap_or_else(|| panic!("{name} lacks {section}"));
            assert!(!before.trim().is_empty(), "{name}: empty section before {section}");
            rest = after;
        }
        assert!(rest.trim().len() > 10, "{name}: {rest}");
        assert!(text.starts_with("# "), "{name} has no heading");
    }

    #[test]
    fn every_rule_and_modifier_has_the_four_sections() {
        Rule::ALL.iter().for_each(|&rule| check(rule.as_str(), rule_text(rule)));
        Modifier::ALL.iter().for_each(|&modifier| check(modifier.as_str(), modifier_text(modifier)));
    }

    #[test]
    fn titles_are_told_apart() {
        let mut titles: Vec<&str> = Rule::ALL.iter().map(|&rule| rule_title(rule)).collect();
        titles.extend(Modifier::ALL.iter().map(|&modifier| modifier_title(modifier)));
        let count = titles.len();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), count);
    }
}
