//! `variorum serve`.

use std::sync::Arc;

use camino::Utf8Path;

use super::args::ServeOptions;
use super::build::pipeline_options;
use super::{Outcome, report};
use crate::serve::{self, Refused};

/// Serves the project until it is stopped.
pub(super) fn serve(project: &Utf8Path, options: &ServeOptions) -> anyhow::Result<Outcome> {
    let asked = serve::Options {
        project: project.to_owned(),
        address: options.address,
        port: options.port,
        open: options.open,
        editor: options.editor.clone(),
        poll: options.poll,
        captures: options.captures.clone(),
        edition: pipeline_options(&options.selecting),
    };
    let refused = match serve::serve(&asked, Arc::new(report::say))? {
        Refused::PortTaken(address) => {
            let port = address.port();
            format!(
                "another program listens on {address}: another `variorum serve`, or a server of Jekyll, Phoenix or \
                 the like; `--port 0` takes a free port, and {} tells which program it is",
                who_listens(port)
            )
        }
        Refused::Editor(why) => format!("`--editor`: {why}"),
    };
    report::say(&format!("error: {refused}\n"));
    Ok(Outcome::Misused)
}

/// The command by which this system tells who listens on a port.
fn who_listens(port: u16) -> String {
    if cfg!(windows) {
        format!("`netstat -ano | findstr :{port}`")
    } else if cfg!(target_os = "macos") {
        format!("`lsof -i :{port}`")
    } else {
        format!("`ss -ltnp 'sport = :{port}'`")
    }
}
