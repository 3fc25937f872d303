//! From a saved file to the word that reaches the open page, in `variorum serve`.

use super::{corpus, path};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How often the value is changed; the middle one of the times counts.
pub const N_EDITS: usize = 5;
pub const PATIENCE: Duration = Duration::from_secs(300);
const PAGE: &str = "/events/ev-00001.html";

/// Prints how long the first page takes, and the median of some edits.
pub fn measure(program: &Path, project: &Path) -> Result<()> {
    let begun = Instant::now();
    let mut server = Command::new(program)
        .args(["--project", path(project)?, "serve", "--port", "0"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .context("start the server")?;
    let measured = with(&mut server, project, begun);
    server.kill().context("stop the server")?;
    server.wait().context("stop the server")?;
    let (first, edit, megabytes) = measured?;
    println!("{:<28} {first:>8.2} {:>8} {megabytes:>8.0}   from start to the first page", "serve", "");
    println!("{:<28} {edit:>8.3}   from a saved value to the reload event", "serve, an edit");
    Ok(())
}

fn with(server: &mut Child, project: &Path, begun: Instant) -> Result<(f64, f64, f64)> {
    let mut said = BufReader::new(server.stderr.take().context("hear the server")?);
    let mut line = String::new();
    said.read_line(&mut line).context("hear the server")?;
    let address = line.split_once("http://").and_then(|(_, rest)| rest.split('/').next());
    let address = address.with_context(|| format!("the server said no address: {line}"))?.to_owned();
    // What it says later is not looked at, and must not keep it waiting.
    std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
    let mut print = print_of_page(&address)?;
    let first = begun.elapsed().as_secs_f64();
    let (sheet, edited) = corpus::edited_sheet(1);
    let sheet = project.join(sheet);
    let before = fs::read_to_string(&sheet).with_context(|| format!("read {}", sheet.display()))?;
    let mut took = Vec::new();
    for i in 0..N_EDITS {
        let mut events = listen(&address, &print)?;
        // The first word of a stream says how things stand.
        wait_for(&mut events, "event: state")?;
        let text = if i % 2 == 0 { &edited } else { &before };
        let saved = Instant::now();
        fs::write(&sheet, text).with_context(|| format!("write {}", sheet.display()))?;
        wait_for(&mut events, "event: reload")?;
        took.push(saved.elapsed().as_secs_f64());
        print = print_of_page(&address)?;
    }
    fs::write(&sheet, before).with_context(|| format!("write {}", sheet.display()))?;
    Ok((first, median(took), megabytes(server.id())))
}

/// The middle one.
pub fn median(mut seconds: Vec<f64>) -> f64 {
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}

/// Asks a server for a path.
pub fn request(address: &str, path: &str) -> Result<TcpStream> {
    let mut socket = TcpStream::connect(address).context("reach the server")?;
    socket.set_read_timeout(Some(PATIENCE)).context("prepare the socket")?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    socket.write_all(request.as_bytes()).context("ask the server")?;
    Ok(socket)
}

fn print_of_page(address: &str) -> Result<String> {
    let mut answer = String::new();
    request(address, PAGE)?.read_to_string(&mut answer).context("read the page")?;
    let print = answer.split_once("data-print=\"").and_then(|(_, rest)| rest.split('"').next());
    print
        .map(str::to_owned)
        .with_context(|| format!("the page has no script: {}", answer.get(..200).unwrap_or(&answer)))
}

fn listen(address: &str, print: &str) -> Result<BufReader<TcpStream>> {
    let path = format!("/.variorum/events?path={}&print={print}", PAGE.replace('/', "%2F"));
    request(address, &path).map(BufReader::new)
}

fn wait_for(events: &mut BufReader<TcpStream>, words: &str) -> Result<()> {
    let mut line = String::new();
    while !line.starts_with(words) {
        line.clear();
        if events.read_line(&mut line).context("hear of the edit")? == 0 {
            bail!("the server ended its stream");
        }
    }
    Ok(())
}

/// The most memory, in megabytes, that a process held so far; nothing where the system does not tell.
pub fn megabytes(pid: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes =
        line.and_then(|line| line.split_whitespace().next()).and_then(|word| word.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1_000.0
}
