//! A code in full, as a rule is told: what it finds, why it matters, an example and what to do; entry point [`explain`].

use super::Code;

/// Sections by code; what a code means stands beside its name.
const TEXTS: &str = include_str!("codes.md");

/// The text of a code, as Markdown.
pub fn explain(code: Code) -> String {
    let head = format!("\n# {code}\n");
    let rest = TEXTS.split_once(&head).map(|(_, rest)| rest.split("\n# ").next().unwrap_or_default());
    let meaning = code.meaning().split_whitespace().collect::<Vec<_>>().join(" ");
    format!("# {code}\n\n## What it finds\n\n{meaning}\n\n{}\n", rest.unwrap_or_default().trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_told_as_fully_as_a_rule() {
        for code in Code::ALL {
            let text = explain(*code);
            let heads: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
            assert_eq!(
                heads,
                ["## What it finds", "## Why it matters", "## Example", "## What to do"],
                "{code}"
            );
            let bodies = text.split("\n\n").filter(|block| !block.starts_with('#'));
            assert!(
                bodies.clone().count() == 4 && bodies.clone().all(|body| body.trim().ends_with(['.', '`'])),
                "{text}"
            );
        }
        let n_sections = TEXTS.lines().filter(|line| line.starts_with("# ")).count();
        assert_eq!(n_sections, Code::ALL.len(), "a section without a code");
    }
}
