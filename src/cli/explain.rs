//! `variorum explain`: what a rule or a code means, and what a template is given.

use super::Outcome;
use super::args::ExplainOptions;
use super::report;
use crate::diag::{self, Code, nearest};
use crate::model::{Modifier, Rule};
use crate::render;

/// The name under which all templates are listed.
const TEMPLATES: &str = "templates";

/// Prints the text of a rule, a modifier or a code, or what a template is given; without a name, lists them all.
pub(super) fn explain(options: &ExplainOptions) -> anyhow::Result<Outcome> {
    let Some(name) = &options.name else {
        report::print(&list())?;
        return Ok(Outcome::Fine);
    };
    let code = || Code::from_name(name).map(diag::explain);
    let templates = || (name == TEMPLATES).then(render::inventory).or_else(|| render::given(name));
    if let Some(text) = crate::check::explain(name).map(str::to_owned).or_else(code).or_else(templates) {
        report::print(&format!("{}\n", text.trim_end()))?;
        return Ok(Outcome::Fine);
    }
    let rules = Rule::ALL.iter().map(|rule| rule.as_str());
    let modifiers = Modifier::ALL.iter().map(|modifier| modifier.as_str());
    let codes = Code::ALL.iter().map(|code| code.as_str());
    let names = rules.chain(modifiers).chain(codes).chain([TEMPLATES]).chain(render::page_templates());
    let help = nearest(name, names).map(|name| format!("; did you mean `{name}`?")).unwrap_or_default();
    report::say(&format!("error: there is no rule, code or template `{name}`{help}\n"));
    Ok(Outcome::Misused)
}

fn list() -> String {
    let mut text = String::from("Rules:\n");
    Rule::ALL.iter().for_each(|rule| text.push_str(&format!("  {rule}\n")));
    text.push_str("Modifiers:\n");
    Modifier::ALL.iter().for_each(|modifier| text.push_str(&format!("  {modifier}\n")));
    text.push_str("Codes:\n");
    Code::ALL.iter().for_each(|code| text.push_str(&format!("  {code}\n")));
    text.push_str("Templates:\n");
    text.push_str(&format!(
        "  {TEMPLATES}: their names, blocks and components; or the name of a page's template\n"
    ));
    text
}
