//! `variorum add claim`: one more answer in a fact sheet, with its comments and layout as they are.
//!
//! What would make the project faulty is not written; only verification may still be due.

use camino::{Utf8Path, Utf8PathBuf};

use super::args::{AddCommand, AddOptions, ClaimOptions, Format, Talk};
use super::{Outcome, report};
use crate::author::{NewClaim, NewReading, Refused, add_claim};
use crate::diag::{Code, Diagnostic, Level, nearest};
use crate::disk::{Folder, replace_file};
use crate::model::Id;
use crate::parse::{RawEntity, parse};
use crate::pipeline::{self, Options};
use crate::resolve::Selection;
use crate::source::{self, FileId, Loaded};
use crate::yaml::Located;

/// Where entities stand with the facts about them.
const ENTITIES: &str = "content/entities.yaml";

/// Adds what is asked for.
pub(super) fn add(project: &Utf8Path, options: &AddOptions) -> anyhow::Result<Outcome> {
    match &options.what {
        AddCommand::Claim(claim) => add_to_sheet(project, claim),
    }
}

fn add_to_sheet(project: &Utf8Path, options: &ClaimOptions) -> anyhow::Result<Outcome> {
    let loaded = source::load(project)?;
    let Some((path, file, entity)) = owner(&loaded, options) else {
        let known = owners(&loaded);
        let near = nearest(options.event.as_str(), known.iter().map(String::as_str));
        let help = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        report::say(&format!(
            "error: there is no event, no question and no entity `{}`{help}\n",
            options.event
        ));
        return Ok(Outcome::Misused);
    };
    let claim = claim(options, entity);
    let text = match add_claim(&loaded.sources.file(file).text, &claim) {
        Ok(text) => text,
        Err(refused) => return say_refused(project, &loaded, (&path, &claim), refused),
    };
    let changed = Loaded { sources: loaded.sources.clone().with_text(file, text.clone()), ..loaded.clone() };
    let before = errors(&loaded);
    let mut found = errors(&changed);
    let n_unverified =
        |faults: &[Diagnostic]| faults.iter().filter(|fault| fault.code == Code::QuoteUnverified).count();
    let unverified = n_unverified(&found) > n_unverified(&before);
    found.retain(|fault| !before.iter().any(|old| old.code == fault.code && old.message == fault.message));
    found.retain(|fault| fault.code != Code::QuoteUnverified);
    if !found.is_empty() {
        report::faults(project, &found, &changed.sources, &TALK)?;
        report::say("nothing was written\n");
        return Ok(Outcome::Faulty);
    }
    let on_disk = project.join(&path);
    let folder = Folder::open(project)?;
    let has_mark =
        folder.read(&path, source::TEXT_BYTES_MAX).is_ok_and(|old| old.starts_with(b"\xEF\xBB\xBF"));
    let mark = if has_mark { "\u{feff}" } else { "" };
    replace_file(&folder, &path, format!("{mark}{text}").as_bytes())?;
    report::say(&format!("{on_disk}: `{}` answers `{}`\n", claim.source, claim.fact));
    if unverified {
        report::say("the quote is not verified yet: run `variorum verify --captures DIR`\n");
    }
    Ok(Outcome::Fine)
}

/// Faults that the claim would bring are shown to a person.
const TALK: Talk = Talk { format: Some(Format::Human), strict: false, quiet: false };

/// The file whose facts are meant: a sheet's own, or entities.yaml with the entity.
fn owner(loaded: &Loaded, options: &ClaimOptions) -> Option<(Utf8PathBuf, FileId, Option<Id>)> {
    let sheet = ["events", "questions"].iter().find_map(|folder| {
        let path = Utf8PathBuf::from(format!("content/{folder}/{}.yaml", options.event));
        loaded.sources.find(&path).map(|file| (path, file, None))
    });
    sheet.or_else(|| {
        let path = Utf8PathBuf::from(ENTITIES);
        let file = loaded.sources.find(&path)?;
        let (parsed, _) = parse(&loaded.sources);
        let is_known = |(key, _): &(Located<String>, RawEntity)| key.value == options.event.as_str();
        parsed.entities?.1.0.iter().any(is_known).then(|| (path, file, Some(options.event.clone())))
    })
}

/// The ids of everything that has facts.
fn owners(loaded: &Loaded) -> Vec<String> {
    let (parsed, _) = parse(&loaded.sources);
    let sheets = parsed.events.iter().chain(&parsed.questions).map(|(id, _, _)| id.to_string());
    let entities =
        parsed.entities.iter().flat_map(|(_, entities)| &entities.0).map(|(key, _)| key.value.clone());
    sheets.chain(entities).collect()
}

fn claim(options: &ClaimOptions, entity: Option<Id>) -> NewClaim {
    NewClaim {
        entity,
        fact: options.fact.clone(),
        source: options.source.clone(),
        value: options.value.clone(),
        parts: options.part.clone(),
        reading: options.read_as.clone().map(|words| NewReading {
            words,
            by: options.read_by.clone(),
            note: options.read_note.clone(),
        }),
        currency: options.currency.clone(),
        quote: options.quote.clone(),
        via: options.via.clone(),
        as_of: options.as_of.clone(),
        note: options.note.clone(),
    }
}

/// Every error of the project, drafts included.
fn errors(loaded: &Loaded) -> Vec<Diagnostic> {
    let selection = Selection { as_of: None, drafts: true };
    let (_, mut faults) = pipeline::judge(loaded, &Options { selection, ..Options::default() });
    faults.retain(|fault| fault.level == Level::Error);
    faults
}

fn say_refused(
    project: &Utf8Path,
    loaded: &Loaded,
    (path, claim): (&Utf8Path, &NewClaim),
    refused: Refused,
) -> anyhow::Result<Outcome> {
    match refused {
        // The same faults, at their places in the project.
        Refused::Unreadable(_) => {
            report::faults(project, &errors(loaded), &loaded.sources, &TALK)?;
            Ok(Outcome::Faulty)
        }
        Refused::NoFact(near) => {
            let help = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            report::say(&format!("error: `{path}` has no fact `{}`{help}\n", claim.fact));
            Ok(Outcome::Misused)
        }
        Refused::Layout => {
            report::say(&format!(
                "error: the claims of `{}` are laid out in a way that nothing can be added to safely; write `- source: …` lines below `claims:`\n",
                claim.fact
            ));
            Ok(Outcome::Faulty)
        }
    }
}
