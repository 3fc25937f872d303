//! `variorum doctor`: what is wrong around a project, which no file of it can tell.

use camino::{Utf8Path, Utf8PathBuf};

use super::{Outcome, report};
use crate::disk::Folder;
use crate::model::TextMode;
use crate::parse::{Parsed, parse, schemas};
use crate::source::{self, Loaded};

/// A line of the report.
enum Line {
    Fine(String),
    /// Something to look at, and what to do.
    Doubt(String, &'static str),
    /// Something that stops a build, and what to do.
    Wrong(String, &'static str),
}

/// Looks at the program, the folder, the settings and what editors and git use, and says a line of each.
pub(super) fn doctor(project: &Utf8Path) -> anyhow::Result<Outcome> {
    let mut lines = vec![Line::Fine(format!("variorum {}", env!("CARGO_PKG_VERSION")))];
    let loaded = source::load(project)?;
    let (parsed, _) = parse(&loaded.sources);
    if parsed.settings.is_none() {
        let message = format!("there is no variorum.yaml in `{project}` that can be read");
        lines.push(Line::Wrong(
            message,
            "name the folder with `--project DIR`, or begin with `variorum new project DIR`",
        ));
    } else {
        lines.push(writable(project));
        lines.push(address(&parsed));
        lines.push(schemas_of(project));
        lines.extend(captures(project, &parsed));
        lines.extend(long_paths(project, &loaded));
    }
    let mut text = String::new();
    for line in &lines {
        text.push_str(&match line {
            Line::Fine(message) => format!("ok       {message}\n"),
            Line::Doubt(message, help) => format!("warning  {message}\n         {help}\n"),
            Line::Wrong(message, help) => format!("error    {message}\n         {help}\n"),
        });
    }
    report::print(&text)?;
    let is_wrong = lines.iter().any(|line| matches!(line, Line::Wrong(..)));
    Ok(if is_wrong { Outcome::Faulty } else { Outcome::Fine })
}

/// Whether a build can put a folder beside the old edition.
fn writable(project: &Utf8Path) -> Line {
    const PROBE: &str = ".doctor.variorum-probe";
    let tried = Folder::open(project).and_then(|folder| {
        drop(folder.make(PROBE)?);
        folder.remove_folder(PROBE)
    });
    match tried {
        Ok(()) => Line::Fine(format!("`{project}` can be written to")),
        Err(error) => Line::Wrong(
            format!("nothing can be written in `{project}`: {}", error.kind()),
            "check the permissions of the folder, or build into another one: `build --output DIR`",
        ),
    }
}

/// Whether the edition has an address of its own.
fn address(parsed: &Parsed) -> Line {
    const HELP: &str = "write the address in variorum.yaml, or give it to the build: `--base-url URL`";
    let base_url = parsed.settings.as_ref().and_then(|(_, settings)| settings.base_url.as_ref());
    match base_url.map(|url| url.value.as_str()) {
        None => Line::Doubt("no `base_url`: no feed, no sitemap, no cards for shared links".to_owned(), HELP),
        Some(url)
            if ["://example.", "://your.address", "://www.example."]
                .iter()
                .any(|host| url.contains(host)) =>
        {
            Line::Doubt(format!("`base_url` is {url}, which is nobody's address"), HELP)
        }
        Some(url) => Line::Fine(format!("published under {url}")),
    }
}

/// Whether the editor's schemas are those of this program.
fn schemas_of(project: &Utf8Path) -> Line {
    let folder = project.join("schemas");
    if !folder.is_dir() {
        return Line::Doubt(
            "no `schemas/`, by which editors complete fields".to_owned(),
            "run `variorum schema`",
        );
    }
    let stale = schemas().into_iter().find(|schema| {
        fs_err::read_to_string(folder.join(schema.file)).ok().is_none_or(|text| text != schema.text())
    });
    match stale {
        Some(schema) => Line::Doubt(
            format!("`schemas/{}` is missing or of another version of the program", schema.file),
            "run `variorum schema`",
        ),
        None => Line::Fine("the schemas for editors are of this version".to_owned()),
    }
}

/// Whether digests have their lock, and whether other people's texts would be committed.
fn captures(project: &Utf8Path, parsed: &Parsed) -> Vec<Line> {
    let is_digest = |text: &TextMode| *text == TextMode::Digest;
    let n_digests =
        parsed.articles.iter().filter(|(_, article)| is_digest(&article.front.text.value)).count();
    let mut lines = Vec::new();
    if n_digests > 0 && parsed.lock.is_none() {
        lines.push(Line::Doubt(
            format!(
                "{n_digests} digests, and no content/captures.lock.yaml: none of their quotes is verified"
            ),
            "run `variorum verify --captures DIR`",
        ));
    }
    if project.join("captures").is_dir() {
        let ignored = fs_err::read_to_string(project.join(".gitignore")).unwrap_or_default();
        let is_ignored = ignored.lines().any(|line| line.trim().trim_matches('/') == "captures");
        lines.push(match is_ignored {
            true => Line::Fine("git ignores `captures/`".to_owned()),
            false => Line::Doubt(
                "`captures/` holds other people's texts, and .gitignore does not name it".to_owned(),
                "add a line `/captures/` to .gitignore",
            ),
        });
    }
    lines
}

/// Paths that Windows cannot make in a folder of a usual length.
fn long_paths(project: &Utf8Path, loaded: &Loaded) -> Vec<Line> {
    const LENGTH_MAX: usize = 180;
    let texts = loaded.sources.iter().map(|(_, file)| &file.path);
    let mut long: Vec<&Utf8PathBuf> = texts
        .chain(loaded.assets.iter().map(|asset| &asset.path))
        .filter(|path| path.as_str().len() > LENGTH_MAX)
        .collect();
    long.sort();
    let line = |path: &&Utf8PathBuf| {
        Line::Doubt(
            format!(
                "`{}` is longer than {LENGTH_MAX} bytes, and Windows takes 260 with the folders above",
                project.join(path)
            ),
            "give it a shorter id: `variorum rename OLD NEW`",
        )
    };
    long.first().iter().map(|path| line(path)).collect()
}
