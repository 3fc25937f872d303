//! A project served while it is edited; entry point [`serve()`].
//!
//! One thread reads the project again whenever a file of it changes (`desk`), and puts what came of it
//! into a `state::State`. Every edition has a thread of its own that makes the files that readers ask
//! for (`generation`). Readers are answered from these two over HTTP (`http`), and a script in each page
//! (`events`) hears of every change. Nothing is written to the disk.

mod fault;
mod change;
mod going;
mod generation;
mod state;
mod watch;
mod prints;
mod desk;
mod address;
mod page;
mod editor;
mod events;
mod answer;
mod http;

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc;

use anyhow::Context as _;
use camino::Utf8PathBuf;

use crate::output::base_path;
use crate::pipeline;

/// What to serve, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The project's folder.
    pub project: Utf8PathBuf,
    /// On which address of this machine.
    pub address: IpAddr,
    /// On which port; 0 takes a free one.
    pub port: u16,
    /// Whether a browser is opened on the first page.
    pub open: bool,
    /// The command that opens a file in an editor, with `{file}`, `{line}` and `{column}`.
    pub editor: Option<String>,
    /// Whether files are looked at again and again instead of waiting for the system's word.
    pub poll: bool,
    /// Folder of captured texts, by which quotes are verified after each change.
    pub captures: Option<Utf8PathBuf>,
    /// What the edition takes in.
    pub edition: pipeline::Options,
}

/// Says a line to the person at the terminal.
pub type Say = Arc<dyn Fn(&str) + Send + Sync>;

/// Why a server cannot be started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Another program listens on the port.
    PortTaken(SocketAddr),
    /// The editor's command cannot be read.
    Editor(String),
}

/// Serves the project until the program is stopped; comes back only where it cannot.
pub fn serve(options: &Options, say: Say) -> anyhow::Result<Refused> {
    let editor = match options.editor.as_deref().map(editor::Editor::read).transpose() {
        Ok(editor) => editor,
        Err(why) => return Ok(Refused::Editor(why)),
    };
    let asked = SocketAddr::new(options.address, options.port);
    let listener = match TcpListener::bind(asked) {
        Ok(listener) => listener,
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => return Ok(Refused::PortTaken(asked)),
        Err(error) => return Err(error).with_context(|| format!("cannot listen on {asked}")),
    };
    let listening = listener.local_addr().context("cannot tell the port")?;
    let project = camino::absolute_utf8(&options.project)
        .with_context(|| format!("cannot tell where `{}` is", options.project))?;
    let base = base_path(options.edition.base_url.as_deref());
    let (changed, changes) = mpsc::channel();
    let watching =
        watch::Watching::start(&project, options.captures.as_deref(), options.poll, changed.clone());
    say(&format!(
        "serving {} at http://{listening}{base} ({}); Ctrl-C stops it\n",
        options.project,
        watching.how()
    ));
    if !options.address.is_loopback() {
        say(
            "warning: everybody who reaches this machine can read the edition, drafts included where `--drafts` is given\n",
        );
    }
    let (state, states) = state::channel();
    let read = Options { project: project.clone(), ..options.clone() };
    let desk = desk::Desk::new(&read, Arc::clone(&say), state, (changed, watching));
    std::thread::spawn(move || desk.work(&changes));
    if options.open {
        editor::open_browser(&format!("http://{listening}{base}"), &say);
    }
    let served = http::Served { states, project, editor, token: editor::token(), say };
    http::run(listener, served)
}
