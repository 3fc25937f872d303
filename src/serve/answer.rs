//! One request and its answer; entry point [`answer`].

use std::sync::Arc;

use http_body_util::{Either, Full};
use hyper::body::Bytes;
use hyper::header::{self, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};

use super::address::{self, Place};
use super::events::{self, Stream};
use super::generation::{Generation, Made};
use super::http::Served;
use super::page;
use super::state::State;

/// A whole body, or the stream that tells a page of changes.
pub(super) type Body = Either<Full<Bytes>, Stream>;

const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("page.css");

/// The answer to a request.
pub(super) async fn answer(served: &Arc<Served>, request: &Parts) -> Response<Body> {
    let host = request.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    if !host.is_some_and(address::is_own_host) {
        return refused(
            StatusCode::FORBIDDEN,
            "this server answers to localhost and to addresses of this machine\n",
        );
    }
    if request.method != Method::GET && request.method != Method::HEAD {
        let mut response = refused(StatusCode::METHOD_NOT_ALLOWED, "this server answers GET and HEAD\n");
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let path = request.uri.path();
    if let Some(own) = path.strip_prefix(page::OWN) {
        return of_server(served, own, request);
    }
    let Some(path) = address::decoded(path) else {
        return refused(StatusCode::BAD_REQUEST, "this is no path of a file of the edition\n");
    };
    let mut states = served.states.clone();
    // The first edition is on its way.
    let Ok(state) = states.wait_for(|state| state.number > 0).await.map(|state| state.clone()) else {
        return refused(StatusCode::SERVICE_UNAVAILABLE, "the server is about to end\n");
    };
    of_edition(&state, &path).await
}

/// A file of the edition on show.
async fn of_edition(state: &State, path: &str) -> Response<Body> {
    let Some(edition) = &state.edition else {
        return html(StatusCode::SERVICE_UNAVAILABLE, page::without_edition(&state.told.errors));
    };
    let file = match address::place(path, &edition.base, &edition.routes) {
        Place::Folder(folder) => return redirect(&folder),
        Place::File(file) => file,
    };
    let root = if path.starts_with(edition.base.trim_start_matches('/')) { &edition.base } else { "/" };
    match made(state, edition, &file).await {
        Made::File(bytes) => of_file(edition, (&file, &bytes), StatusCode::OK, root),
        Made::Faulty(faults) => html(StatusCode::INTERNAL_SERVER_ERROR, page::without_edition(&faults)),
        Made::Missing => match edition.file("404.html").await {
            Made::File(bytes) => of_file(edition, ("404.html", &bytes), StatusCode::NOT_FOUND, root),
            Made::Missing | Made::Faulty(_) => {
                refused(StatusCode::NOT_FOUND, "the edition has no such file\n")
            }
        },
    }
}

/// A file, from the edition before where the newest cannot make its page; that page's style sheets, too.
pub(super) async fn made(state: &State, edition: &Generation, file: &str) -> Made {
    let made = edition.file(file).await;
    let is_of_before = match &made {
        Made::Faulty(_) => true,
        Made::Missing => file.starts_with("assets/"),
        Made::File(_) => false,
    };
    if let Some(before) = state.before.as_ref().filter(|_| is_of_before)
        && let earlier @ Made::File(_) = before.file(file).await
    {
        return earlier;
    }
    made
}

/// The server's own files, and what the script in a page asks for.
fn of_server(served: &Arc<Served>, path: &str, request: &Parts) -> Response<Body> {
    let query = request.uri.query().unwrap_or_default();
    match path {
        "page.js" => of_bytes(StatusCode::OK, "page.js", SCRIPT.as_bytes()),
        "page.css" => of_bytes(StatusCode::OK, "page.css", STYLE.as_bytes()),
        "events" if request.method == Method::GET => {
            let mut response = Response::new(Either::Right(events::stream(served, query)));
            head(&mut response, "text/event-stream");
            response
        }
        "open" if request.method == Method::GET => open(served, query, request),
        _ => refused(StatusCode::NOT_FOUND, "the server has no such file\n"),
    }
}

/// Opens the place of a fault in the editor; only a page of this server knows the token.
fn open(served: &Arc<Served>, query: &str, request: &Parts) -> Response<Body> {
    let site = request.headers.get("sec-fetch-site").and_then(|site| site.to_str().ok());
    let is_own = site.is_none_or(|site| site == "same-origin");
    let value = |name: &str| events::parameter(query, name);
    let (token, place) = (value("token"), value("place").unwrap_or_default());
    let told = Arc::clone(&served.states.borrow().told);
    let is_told = told.errors.iter().chain(&told.warnings).any(|fault| fault.place == place);
    if !is_own || token.as_deref() != Some(served.token.as_str()) || place.is_empty() || !is_told {
        return refused(StatusCode::FORBIDDEN, "only places of faults on show can be opened\n");
    }
    match served.editor.as_ref().map(|editor| editor.open(&served.project, &place)) {
        Some(Ok(())) => refused(StatusCode::OK, "opened\n"),
        Some(Err(error)) => {
            (served.say)(&format!("warning: the editor could not be started: {error}\n"));
            refused(StatusCode::INTERNAL_SERVER_ERROR, "the editor could not be started\n")
        }
        None => refused(StatusCode::NOT_FOUND, "the server was started without `--editor`\n"),
    }
}

/// A file of the edition; a page gets the script.
fn of_file(
    edition: &Generation,
    (path, bytes): (&str, &[u8]),
    status: StatusCode,
    root: &str,
) -> Response<Body> {
    if path.ends_with(".html")
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return html(status, page::development(text, &edition.print(bytes), root));
    }
    of_bytes(status, path, bytes)
}

fn of_bytes(status: StatusCode, path: &str, bytes: &[u8]) -> Response<Body> {
    plain(status, page::media_type(path), Bytes::copy_from_slice(bytes))
}

fn html(status: StatusCode, page: page::Development) -> Response<Body> {
    let mut response = plain(status, page::media_type(".html"), Bytes::from(page.html));
    if let Ok(policy) = HeaderValue::from_str(&page.policy)
        && !page.policy.is_empty()
    {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn redirect(to: &str) -> Response<Body> {
    let mut response = refused(StatusCode::FOUND, "");
    if let Ok(to) = HeaderValue::from_str(&escaped(to)) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

/// A path as a header may hold it.
fn escaped(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'/' | b'-' | b'_' | b'.' | b'~' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                (byte as char).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

pub(super) fn refused(status: StatusCode, words: &'static str) -> Response<Body> {
    plain(status, "text/plain; charset=utf-8", Bytes::from_static(words.as_bytes()))
}

fn plain(status: StatusCode, media_type: &'static str, bytes: Bytes) -> Response<Body> {
    let mut response = Response::new(Either::Left(Full::new(bytes)));
    *response.status_mut() = status;
    head(&mut response, media_type);
    response
}

fn head(response: &mut Response<Body>, media_type: &'static str) {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
}
