//! `variorum verify`: quotes against captures, and the lock.

use camino::Utf8Path;

use super::args::VerifyOptions;
use super::{Outcome, build, report};
use crate::capture::{self, Lock, OpenFigure, Verification};
use crate::diag;
use crate::disk::{Folder, replace_file};
use crate::model::FigureUse;
use crate::pipeline::{self, Options};
use crate::resolve::Selection;
use crate::source::{self, Loaded};

/// Where the lock is kept, below the project's root.
const LOCK: &str = "content/captures.lock.yaml";
/// Where `variorum schema` puts the lock's schema, below the project's root.
const SCHEMA: &str = "schemas/lock.schema.json";
/// By this line an editor finds the schema, as in every file that `new` writes.
const MODELINE: &str = "# yaml-language-server: $schema=../schemas/lock.schema.json\n";

/// Checks every quote that has a capture, drafts included, and writes what was found.
pub(super) fn verify(project: &Utf8Path, options: &VerifyOptions) -> anyhow::Result<Outcome> {
    let loaded = source::load(project)?;
    let selection = Selection { as_of: None, drafts: true };
    let everything = Options { selection, ..Options::default() };
    let resolved = pipeline::resolved(&loaded, &everything);
    let mut diagnostics = resolved.faults;
    let accepted =
        resolved.corpus.as_ref().map(|corpus| corpus.settings.accepted.clone()).unwrap_or_default();
    let (Some(corpus), false) = (&resolved.corpus, diag::has_errors(&diagnostics)) else {
        pipeline::taken_out(&accepted, &loaded.sources, &mut diagnostics);
        diag::sort(&mut diagnostics);
        report::faults(project, &diagnostics, &loaded.sources, &options.talk)?;
        report::say("nothing was verified; the lock stands as it was\n");
        return Ok(Outcome::Faulty);
    };
    let captures = source::load_captures(&options.captures, &capture::captures_needed(corpus))?;
    let verification = capture::verify(corpus, &captures, &resolved.lock.unwrap_or_default());
    diagnostics.extend(verification.diagnostics.iter().cloned());
    let n_accepted = pipeline::taken_out(&accepted, &loaded.sources, &mut diagnostics).iter().sum();
    diag::sort(&mut diagnostics);
    let outcome = report::faults(project, &diagnostics, &loaded.sources, &options.talk)?;
    let changed = write_lock(project, &loaded, &verification.lock)?;
    if options.coverage {
        report::say(&verification.open.iter().map(open_figure).collect::<String>());
    }
    if !options.talk.quiet {
        let n_by_editors = corpus.claims.iter().filter(|claim| claim.editors.is_some()).count();
        report::say(&build::accepted(n_accepted));
        report::say(&closing_line(&verification, changed));
        if n_by_editors > 0 {
            report::say(&format!(
                "values read by the editors, not by the program: {n_by_editors}; `variorum check` lists them\n"
            ));
        }
    }
    Ok(outcome)
}

/// Writes the lock where it changed; quotes that were not found are not in it.
fn write_lock(project: &Utf8Path, loaded: &Loaded, lock: &Lock) -> anyhow::Result<bool> {
    let mut text = lock.to_yaml();
    if project.join(SCHEMA).is_file() {
        text.insert_str(0, MODELINE);
    }
    let standing = loaded.sources.find(Utf8Path::new(LOCK)).map(|file| &loaded.sources.file(file).text);
    if standing == Some(&text) {
        return Ok(false);
    }
    replace_file(&Folder::open(project)?, Utf8Path::new(LOCK), text.as_bytes())?;
    Ok(true)
}

fn open_figure(figure: &OpenFigure) -> String {
    format!(
        "{}:{}: {} is recorded by no claim: {}\n",
        figure.article, figure.line, figure.words, figure.sentence
    )
}

fn closing_line(verification: &Verification, changed: bool) -> String {
    let articles = &verification.lock.articles;
    let n_quotes: usize = articles.values().map(|article| article.quotes.len()).sum();
    let count = |state: FigureUse| {
        articles.values().flat_map(|article| &article.figures).filter(|figure| figure.state == state).count()
    };
    let written = if changed { "written" } else { "unchanged" };
    let stand = if n_quotes == 1 { "1 quote stands".to_owned() } else { format!("{n_quotes} quotes stand") };
    let captures =
        if articles.len() == 1 { "1 capture".to_owned() } else { format!("{} captures", articles.len()) };
    format!(
        "{stand} in {captures}; of the figures there {} claimed, {} set aside, {} open; {LOCK} {written}\n",
        count(FigureUse::Claimed),
        count(FigureUse::SetAside),
        count(FigureUse::Open),
    )
}
