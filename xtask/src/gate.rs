//! The gate: all steps in order, each timed, a summary at the end; entry point [`run`].
//!
//! Each step makes or installs what it needs itself, so that it runs alone on a fresh clone.
//! A failed step does not stop the later ones: one run shows everything that is wrong.

use crate::{cargo, deny, deployments, edition, growth, large, packages, pages, quotes, tidy, tools};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// One check of the gate.
struct Step {
    name: &'static str,
    run: fn(&Path) -> Result<()>,
}

/// Cheap ones first: a slip in the format is known in a second.
const STEPS: &[Step] = &[
    Step { name: "tidy", run: tidy::run },
    Step { name: "format", run: cargo::format },
    Step { name: "clippy", run: cargo::clippy },
    Step { name: "docs", run: cargo::docs },
    Step { name: "deny", run: deny::check },
    Step { name: "systems", run: packages::systems },
    Step { name: "tests", run: cargo::tests },
    Step { name: "golden", run: edition::golden },
    Step { name: "quotes", run: quotes::verify },
    Step { name: "packages", run: packages::check },
    Step { name: "growth", run: growth::check },
    Step { name: "install", run: tools::install },
    Step { name: "deployments", run: deployments::check },
    Step { name: "html", run: |root| pages::html(root, &edition::site(root)?) },
    Step { name: "browser", run: |root| pages::browser(root, &edition::site(root)?) },
    Step { name: "served", run: pages::served },
    Step { name: "published", run: pages::published },
    Step { name: "themed", run: pages::themed },
    Step { name: "edges", run: pages::edges },
    Step { name: "large", run: large::check },
    Step { name: "lighthouse", run: pages::lighthouse },
];

/// Runs the named steps, or all of them, and says which failed.
pub fn run(root: &Path, names: &[&str]) -> Result<ExitCode> {
    let steps = chosen(names)?;
    let outcomes: Vec<Outcome> = steps.into_iter().map(|step| perform(root, step)).collect();
    summarise(&outcomes);
    let all_passed = outcomes.iter().all(|outcome| outcome.error.is_none());
    Ok(if all_passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

struct Outcome {
    name: &'static str,
    took: Duration,
    error: Option<anyhow::Error>,
}

fn chosen(names: &[&str]) -> Result<Vec<&'static Step>> {
    if names.is_empty() {
        return Ok(STEPS.iter().collect());
    }
    let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(name)) {
        bail!("no step `{unknown}`; there are {}", known.join(", "));
    }
    Ok(STEPS.iter().filter(|step| names.contains(&step.name)).collect())
}

fn perform(root: &Path, step: &Step) -> Outcome {
    println!("\n==== {} ====", step.name);
    let start = Instant::now();
    let error = (step.run)(root).err();
    if let Some(error) = &error {
        println!("{} failed: {error:#}", step.name);
    }
    Outcome { name: step.name, took: start.elapsed(), error }
}

fn summarise(outcomes: &[Outcome]) {
    println!("\n==== summary ====");
    for outcome in outcomes {
        let word = if outcome.error.is_some() { "FAILED" } else { "ok" };
        let reason = outcome.error.as_ref().map(|error| format!("  {error:#}")).unwrap_or_default();
        println!("{:<11} {word:<6} {:>7.1} s{reason}", outcome.name, outcome.took.as_secs_f64());
    }
    let failed = outcomes.iter().filter(|outcome| outcome.error.is_some()).count();
    println!("\n{} passed, {failed} failed", outcomes.len() - failed);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_names_mean_every_step() {
        assert_eq!(chosen(&[]).unwrap().len(), STEPS.len());
    }

    #[test]
    fn named_steps_run_in_the_order_of_the_gate() {
        let names: Vec<&str> = chosen(&["html", "tidy"]).unwrap().iter().map(|step| step.name).collect();
        assert_eq!(names, ["tidy", "html"]);
    }

    #[test]
    fn an_unknown_step_is_refused() {
        assert!(chosen(&["tidy", "tdiy"]).is_err());
    }

    #[test]
    fn a_step_that_errs_is_a_failure() {
        let step = Step { name: "bad", run: |_| bail!("it broke") };
        assert!(perform(Path::new("."), &step).error.is_some());
    }
}
