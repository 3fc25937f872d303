//! Looks at built pages from outside: the HTML checker, a real browser, screenshots for people.

use crate::command::{command, output, run};
use crate::{edition, tools};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The HTML checker finds no error in any page or drawing.
pub fn html(root: &Path, site: &Path) -> Result<()> {
    let site = built(site)?;
    println!("{} pages in {}", n_pages(&site)?, site.display());
    html_of(root, &site, &["--skip-non-html", "--also-check-svg", "."])
}

/// The HTML checker on what these words name, below the site.
pub fn html_of(root: &Path, site: &Path, named: &[&str]) -> Result<()> {
    tools::install(root)?;
    let jar = root.join("xtask/browser/node_modules/vnu-jar/build/dist/vnu.jar");
    let jar = jar.to_str().context("the repository's path is not UTF-8")?;
    let options = ["-Xss4m", "-jar", jar, "--errors-only"];
    run(command(site, "java", &[options.as_slice(), named].concat()))
}

/// Every page in a browser; what is looked at is told in xtask/browser/check.mjs.
pub fn browser(root: &Path, site: &Path) -> Result<()> {
    let site = built(site)?;
    tools::install(root)?;
    let folder = root.join("xtask/browser");
    run(command(&folder, "node", &["--test", "--test-reporter=spec", "self-test.mjs"]))
        .context("the browser checks miss a broken page")?;
    let check = |site: &Path, passes: &[&str]| {
        let mut check = command(&folder, "node", &["check.mjs"]);
        check.arg(site).args(passes);
        run(check)
    };
    check(&site, &[])?;
    let trial = search_trial(root)?;
    let mut test = command(&folder, "node", &["--test", "--test-reporter=spec", "self-test-walks.mjs"]);
    test.env("EDITION", &site).env("SEARCH_TRIAL", &trial);
    run(test).context("the walks or the search check miss a broken edition")?;
    check(&site, &["walks"])?;
    check(&trial, &["search", "search-served"])
}

/// The made-up edition of which it is known what a search should find.
fn search_trial(root: &Path) -> Result<PathBuf> {
    let output = root.join("target/search-trial");
    let path = output.to_str().context("the repository's path is not UTF-8")?;
    let project = "tests/search/project";
    let build = ["run", "--quiet", "--locked", "--", "--project", project, "build", "--output", path];
    run(command(root, "cargo", &build))?;
    Ok(output)
}

/// A page in the browser follows the edits of its project while `serve` shows it.
pub fn served(root: &Path) -> Result<()> {
    tools::install(root)?;
    run(command(root, "cargo", &["build", "--quiet", "--locked"]))?;
    let project = root.join("target/served");
    if project.exists() {
        fs::remove_dir_all(&project).with_context(|| format!("clear {}", project.display()))?;
    }
    let program = root.join("target/debug/variorum");
    let program = program.to_str().context("the repository's path is not UTF-8")?;
    run(command(root, program, &["new", "project", "target/served"]))?;
    let mut check = command(&root.join("xtask/browser"), "node", &["served.mjs", program]);
    check.arg(&project);
    run(check)
}

/// The edition as GitHub Pages gets it, with addresses: what the committed one leaves out is valid
/// too, and a page that is missing knows its way back.
pub fn published(root: &Path) -> Result<()> {
    let site = published_edition(root)?;
    html(root, &site)?;
    let mut check = command(&root.join("xtask/browser"), "node", &["check.mjs"]);
    check.arg(site).args(["sub-path", "not-found"]);
    run(check)
}

/// Below which path that edition is published.
const PUBLISHED_PATH: &str = "/some/project/";

/// Builds it, or what has changed of it: each step that needs it makes it.
fn published_edition(root: &Path) -> Result<PathBuf> {
    let output = "target/published";
    let address = format!("https://example.org{PUBLISHED_PATH}");
    let build = ["run", "--quiet", "--locked", "--", "build", "--base-url", &address, "--output", output];
    run(command(root, "cargo", &build))?;
    built(&root.join(output))
}

/// The repository's own project in its second theme is valid HTML.
pub fn themed(root: &Path) -> Result<()> {
    tools::install(root)?;
    let project = root.join("target/themed");
    if project.exists() {
        fs::remove_dir_all(&project).with_context(|| format!("clear {}", project.display()))?;
    }
    fs::create_dir_all(&project).with_context(|| format!("create {}", project.display()))?;
    for part in ["content", "themes"] {
        run(command(root, "cp", &["-R", part, "target/themed/"]))?;
    }
    let settings = fs::read_to_string(root.join("variorum.yaml")).context("read variorum.yaml")?;
    fs::write(project.join("variorum.yaml"), settings.replace("theme: default", "theme: wire"))
        .context("write the settings of the second theme")?;
    let build = ["run", "--quiet", "--locked", "--", "--project", "target/themed", "build"];
    run(command(root, "cargo", &build))?;
    html(root, &project.join("site"))
}

/// Editions at the edges, of one report, of names without end and from right to left, are valid HTML and
/// fine in the browser.
pub fn edges(root: &Path) -> Result<()> {
    tools::install(root)?;
    for name in ["one", "names", "arabic"] {
        let (project, output) = (format!("tests/edges/{name}"), root.join("target/edges").join(name));
        let path = output.to_str().context("the repository's path is not UTF-8")?;
        let build = ["run", "--quiet", "--locked", "--", "--project", &project, "build", "--output", path];
        run(command(root, "cargo", &build))?;
        html(root, &output)?;
        let mut check = command(&root.join("xtask/browser"), "node", &["check.mjs"]);
        check.arg(built(&output)?).arg("root");
        run(check)?;
    }
    Ok(())
}

/// What Lighthouse thinks of the edition as it is published, after it has found faults made for it.
pub fn lighthouse(root: &Path) -> Result<()> {
    tools::install(root)?;
    let site = published_edition(root)?;
    let folder = root.join("xtask/browser");
    run(command(&folder, "node", &["--test", "--test-reporter=spec", "self-test-lighthouse.mjs"]))
        .context("Lighthouse misses a broken page")?;
    let mut look = command(&folder, "node", &["lighthouse.mjs"]);
    look.arg(site).arg(PUBLISHED_PATH);
    run(look)
}

/// Pictures of the chosen pages, or of one page of each sort, in a folder outside the repository.
pub fn shots(root: &Path, folder: &Path, pages: &[&str]) -> Result<()> {
    let site = built(&edition::site(root)?)?;
    fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))?;
    let folder = folder.canonicalize()?;
    if folder.starts_with(root) && !folder.starts_with(root.join("target")) {
        bail!("screenshots do not belong in the repository: choose a folder outside it");
    }
    tools::install(root)?;
    tools::install_pdftoppm(root)?;
    let mut shots = command(&root.join("xtask/browser"), "node", &["shots.mjs"]);
    shots.arg(site).arg(folder).args(pages);
    run(shots)
}

/// The pictures of README: a page of the edition in light and dark.
pub fn pictures(root: &Path) -> Result<()> {
    let site = built(&edition::site(root)?)?;
    tools::install(root)?;
    let mut pictures = command(&root.join("xtask/browser"), "node", &["pictures.mjs"]);
    pictures.arg(site).arg(root.join("docs/pictures"));
    run(pictures)
}

/// A folder that holds an edition.
pub fn built(site: &Path) -> Result<PathBuf> {
    let site = site.canonicalize().with_context(|| format!("{} is not built", site.display()))?;
    if !site.join("index.html").is_file() {
        bail!("{} holds no index.html", site.display());
    }
    Ok(site)
}

fn n_pages(site: &Path) -> Result<usize> {
    Ok(output(command(site, "find", &[".", "-name", "*.html"]))?.lines().count())
}
