//! Workflows, the action and the scripts of hosts: linted, and run as their hosts run them; entry point [`check`].

use crate::command::{command, output, run};
use crate::packages::{bare, emptied, filled, packed, version, word};
use crate::tools;
use anyhow::{Context as _, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every workflow passes actionlint, and what a host would run does its work in an empty environment.
pub fn check(root: &Path) -> Result<()> {
    let version = version(root)?;
    let packages = packed(root)?;
    workflows(root, &version)?;
    action(root, &packages, &version)?;
    hosts(root, &packages, &version)
}

/// The workflows of this repository and the one that a new project gets.
fn workflows(root: &Path, version: &str) -> Result<()> {
    tools::install(root)?;
    let written = emptied(root, "deployments")?.join("pages.yml");
    fs::write(&written, filled(root, "pages.yml", version)?).context("write pages.yml")?;
    let own = fs::read_dir(root.join(".github/workflows")).context("list .github/workflows")?;
    let mut paths: Vec<PathBuf> = own.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.push(written);
    paths.sort();
    let words = paths.iter().map(|path| word(path)).collect::<Result<Vec<_>>>()?;
    run(command(&root.join("xtask/browser"), "node", &[&["workflows.mjs"], words.as_slice()].concat()))
}

/// The steps of action.yml, one after another, on a clean clone of the repository and a project of its own.
fn action(root: &Path, packages: &Path, version: &str) -> Result<()> {
    let place = emptied(root, "deployments-action")?;
    let clone = place.join("action");
    run(command(
        root,
        "git",
        &["clone", "--quiet", "--depth", "1", &format!("file://{}", word(root)?), word(&clone)?],
    ))?;
    let said = fs::read_to_string(root.join("action.yml")).context("read action.yml")?;
    let steps = ["names", "install", "run"];
    for step in steps {
        let line = format!("run: bash \"$GITHUB_ACTION_PATH/packaging/action.sh\" {step}\n");
        ensure!(said.contains(&line), "action.yml has no step `{step}`");
    }
    // What is tried is what stands here, committed or not.
    for path in ["packaging/action.sh", "packaging/problem-matcher.json", "src/author/deployment/variorum.sh"]
    {
        fs::create_dir_all(clone.join(path).parent().context("a file has a folder")?)
            .context("make a folder")?;
        fs::copy(root.join(path), clone.join(path)).with_context(|| format!("copy {path}"))?;
    }
    let step = |name: &str| -> Command {
        let mut command = bare(&place, Path::new("bash"), &["action/packaging/action.sh", name]);
        command.env("GITHUB_OUTPUT", place.join("output")).env("GITHUB_PATH", place.join("path"));
        command.env("RUNNER_TEMP", &place).env("RUNNER_TOOL_CACHE", place.join("cache"));
        command.env("GITHUB_ACTIONS", "true");
        command
    };
    let mut names = step("names");
    names.env("ACTION_REF", format!("v{version}")).env("ACTION_REPOSITORY", "desk/variorum");
    run(names)?;
    let outputs = fs::read_to_string(place.join("output")).context("read the outputs")?;
    ensure!(
        outputs.contains(&format!("version={version}\nrepository=desk/variorum\n")),
        "the action names {outputs}"
    );
    let mut install = step("install");
    install.env("VARIORUM_VERSION", version).env("VARIORUM_REPOSITORY", "desk/variorum");
    install.env("VARIORUM_CACHE", place.join("cache/variorum"));
    install.env("VARIORUM_DOWNLOADS", format!("file://{}", packages.display()));
    let matcher = output(install)?;
    ensure!(matcher.contains("::add-matcher::"), "the action adds no problem matcher: {matcher}");
    let installed = fs::read_to_string(place.join("path")).context("read the path")?;
    let program = Path::new(installed.trim()).join("variorum");
    run(bare(&place, &program, &["new", "project", "project"]))?;
    let ran = |words: &str, summary: &str| {
        let mut ran = step("run");
        ran.env("COMMAND", words).env("DIRECTORY", "project").env("GITHUB_STEP_SUMMARY", place.join(summary));
        ran.env("PATH", format!("{}:/usr/bin:/bin", installed.trim()));
        ran
    };
    run(ran("check --strict", "fine"))?;
    // Words of the input are no command of the shell.
    let misused = ran("check ; touch harmed", "misused").output().context("start the action")?;
    ensure!(!misused.status.success() && !place.join("harmed").exists(), "the input is run by a shell");
    fs::write(place.join("project/content/pages/broken.md"), "No front matter.\n").context("write a page")?;
    let refused = ran("check --strict", "summary").output().context("start the action")?;
    ensure!(
        refused.status.code() == Some(1)
            && String::from_utf8_lossy(&refused.stdout).contains("::error file="),
        "a broken page is not annotated: {refused:?}"
    );
    let summary = fs::read_to_string(place.join("summary")).context("read the summary")?;
    ensure!(summary.contains("front-matter-invalid"), "the summary of the job says {summary}");
    Ok(())
}

/// What Netlify, Cloudflare Pages, GitLab and a desk run, each in a project that the program made.
fn hosts(root: &Path, packages: &Path, version: &str) -> Result<()> {
    let program = root.join("target/packed-program");
    for host in ["netlify", "cloudflare", "gitlab", "static"] {
        let place = emptied(root, &format!("deployments-{host}"))?;
        run(bare(&place, &program, &["new", "project", "."]))?;
        run(bare(&place, &program, &["new", "deployment", host, "--program", "desk/variorum"]))?;
        let script = match host {
            "netlify" => quoted(&place.join("netlify.toml"), "  command = ")?,
            "gitlab" => quoted(&place.join(".gitlab-ci.yml"), "    - sh tools/variorum.sh build")?,
            "cloudflare" => "sh tools/cloudflare.sh".to_owned(),
            _ => "sh tools/publish.sh https://desk.test/ s3://bucket".to_owned(),
        };
        stand_in(&place)?;
        let mut shell = bare(&place, Path::new("sh"), &["-c", &script]);
        shell.env("VARIORUM_DOWNLOADS", format!("file://{}", packages.display()));
        shell.env("VARIORUM_CACHE", place.join("cache"));
        shell.env("PATH", format!("{}:/usr/bin:/bin", place.join("bin").display()));
        for name in ["URL", "CF_PAGES_URL", "CI_PAGES_URL"] {
            shell.env(name, "https://desk.test");
        }
        run(shell)?;
        let map = fs::read_to_string(place.join("public/sitemap.xml")).context("read the sitemap")?;
        ensure!(map.contains("https://desk.test/"), "{host}: the site does not know its address");
        if host == "static" {
            let calls =
                fs::read_to_string(place.join("aws-calls")).context("read what `aws` was asked for")?;
            ensure!(
                calls.lines().last() == Some("s3 sync public s3://bucket --delete"),
                "aws was asked for {calls}"
            );
        }
    }
    println!("{version}: netlify, cloudflare, gitlab and static run");
    Ok(())
}

/// An `aws` that keeps what it is asked for.
fn stand_in(place: &Path) -> Result<()> {
    let folder = place.join("bin");
    fs::create_dir_all(&folder).context("make bin/")?;
    let path = folder.join("aws");
    fs::write(&path, "#!/bin/sh\necho \"$*\" >>aws-calls\n").context("write aws")?;
    run(command(place, "chmod", &["+x", word(&path)?]))
}

/// The command in the first line of a file that begins so, without its quotation marks.
fn quoted(path: &Path, start: &str) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("read {}", path.display()))?;
    let line = text.lines().find(|line| line.starts_with(start)).with_context(|| format!("no `{start}`"))?;
    let words = line.trim().trim_start_matches("command = ").trim_start_matches("- ");
    Ok(words.trim_matches('"').replace("\\\"", "\""))
}
