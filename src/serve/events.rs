//! Server-sent events: each open page hears what changed for it; entry point [`stream`].

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame};
use serde::Serialize;
use tokio::sync::mpsc;

use super::address::{self, Place};
use super::answer::made;
use super::generation::{Asset, Generation, Made};
use super::http::Served;
use super::state::{State, Told};
use crate::diag;

/// A proxy or a sleeping laptop takes a silent stream for a dead one.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// A body that goes on for as long as the page is open.
#[derive(Debug)]
pub(super) struct Stream {
    lines: mpsc::Receiver<Bytes>,
}

impl Body for Stream {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.lines.poll_recv(context).map(|line| line.map(|line| Ok(Frame::data(line))))
    }
}

/// What a page says of the server's state, with what it needs to open files.
#[derive(Serialize)]
struct Message<'a> {
    #[serde(flatten)]
    told: &'a Told,
    token: &'a str,
    has_editor: bool,
}

/// Everything that happens to the page that asks, from now on.
pub(super) fn stream(served: &Arc<Served>, query: &str) -> Stream {
    let (send, lines) = mpsc::channel(16);
    let path = parameter(query, "path").unwrap_or_default();
    let known = parameter(query, "print").unwrap_or_default();
    tokio::spawn(follow(Arc::clone(served), Shown { path, print: known, assets: None }, send));
    Stream { lines }
}

/// What the reader has before them.
struct Shown {
    /// Path of the page, as it was asked for.
    path: String,
    print: String,
    /// Style sheets and scripts since the stream began.
    assets: Option<BTreeMap<String, Asset>>,
}

async fn follow(served: Arc<Served>, mut shown: Shown, send: mpsc::Sender<Bytes>) {
    let mut states = served.states.clone();
    loop {
        let state = states.borrow_and_update().clone();
        let mut lines = String::new();
        if state.number > 0 {
            lines = news(&state, &mut shown).await;
            let message =
                Message { told: &state.told, token: &served.token, has_editor: served.editor.is_some() };
            lines += &event("state", &serde_json::to_string(&message).unwrap_or_default());
        }
        if !lines.is_empty() && send.send(Bytes::from(lines)).await.is_err() {
            return;
        }
        loop {
            match tokio::time::timeout(HEARTBEAT, states.changed()).await {
                Ok(Ok(())) => break,
                Ok(Err(_)) => return,
                Err(_) if send.send(Bytes::from_static(b": still here\n\n")).await.is_err() => return,
                Err(_) => {}
            }
        }
    }
}

/// What the reader has to do: nothing, take other styles, or load the page again.
async fn news(state: &State, shown: &mut Shown) -> String {
    let Some(edition) = &state.edition else { return String::new() };
    let Some(path) = address::decoded(&shown.path) else { return String::new() };
    let assets = shown.assets.replace(edition.assets.clone());
    let Place::File(file) = address::place(&path, &edition.base, &edition.routes) else {
        return String::new();
    };
    let (bytes, is_missing) = match made(state, edition, &file).await {
        Made::File(bytes) => (Some(bytes), false),
        // Whoever looks at the page for missing ones waits for one that comes.
        Made::Missing => match edition.file("404.html").await {
            Made::File(bytes) => (Some(bytes), true),
            Made::Missing | Made::Faulty(_) => (None, true),
        },
        Made::Faulty(_) => return String::new(),
    };
    let is_same = bytes.as_deref().is_some_and(|bytes| edition.print(bytes) == shown.print);
    if is_missing && !is_same {
        return event("gone", &nearest(edition, &file));
    }
    let changed = assets.map(|assets| changed_assets(&assets, &edition.assets)).unwrap_or_default();
    let (styles, others): (Vec<String>, Vec<String>) =
        changed.into_iter().partition(|path| path.ends_with(".css"));
    let names_one = || {
        let html = bytes.as_deref().map(String::from_utf8_lossy).unwrap_or_default();
        others.iter().any(|path| html.contains(path.rsplit('/').next().unwrap_or(path)))
    };
    if !is_same || names_one() {
        return event("reload", "");
    }
    if styles.is_empty() { String::new() } else { event("styles", &styles.join(" ")) }
}

/// The paths in the edition of those that are others than before.
fn changed_assets(before: &BTreeMap<String, Asset>, now: &BTreeMap<String, Asset>) -> Vec<String> {
    let changed = now.iter().filter(|(path, asset)| before.get(*path) != Some(asset));
    changed.map(|(_, asset)| asset.path.clone()).collect()
}

/// The page that is called most like one that is gone, or the index of its folder.
fn nearest(edition: &Generation, file: &str) -> String {
    let folder = file.rsplit_once('/').map(|(folder, _)| format!("{folder}/"));
    let beside = edition.routes.iter().map(String::as_str);
    let in_folder = beside.filter(|route| folder.as_ref().is_none_or(|folder| route.starts_with(folder)));
    let index = || folder.as_ref().map(|folder| format!("{folder}index.html"));
    let index = || index().filter(|index| edition.routes.contains(index));
    let near = diag::nearest(file, in_folder).map(str::to_owned).or_else(index);
    near.unwrap_or_else(|| "index.html".to_owned())
}

fn event(name: &str, data: &str) -> String {
    format!("event: {name}\ndata: {data}\n\n")
}

/// The value of a parameter of a query, with its escapes read.
pub(super) fn parameter(query: &str, name: &str) -> Option<String> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.into_iter().find(|(known, _)| *known == name)?;
    // Read as a path is, and once only: a path in it has its own escapes.
    address::decoded(&format!("/{value}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Digest;

    #[test]
    fn parameters_are_read_with_their_escapes() {
        let query = "path=%2Fevents%2Fa%2520b.html&print=abc";
        assert_eq!(parameter(query, "path").as_deref(), Some("/events/a%20b.html"));
        assert_eq!(parameter(query, "print").as_deref(), Some("abc"));
        assert_eq!(parameter(query, "other"), None);
    }

    #[test]
    fn only_what_is_another_is_told_by_its_path_in_the_edition() {
        let asset = |path: &str, bytes: &[u8]| Asset { path: path.to_owned(), digest: Digest::of(bytes) };
        let of = |style: &str| {
            let style = asset(&format!("a-{style}.css"), style.as_bytes());
            BTreeMap::from([("a.css".to_owned(), style), ("b.js".to_owned(), asset("b.js", b"x"))])
        };
        assert_eq!(changed_assets(&of("1"), &of("2")), ["a-2.css"]);
        assert!(changed_assets(&of("1"), &of("1")).is_empty());
    }
}
