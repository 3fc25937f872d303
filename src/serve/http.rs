//! Connections: how many, how long, and who answers them; entry point [`run`].

use std::convert::Infallible;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use camino::Utf8PathBuf;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::sync::{Semaphore, watch};

use super::answer::answer;
use super::editor::Editor;
use super::state::State;
use super::{Refused, Say};

/// Connections that are open at one time; further ones wait.
const CONNECTIONS_MAX: usize = 1_000;
/// How long a client may take to send the head of a request.
const HEAD_MAX: Duration = Duration::from_secs(10);
/// How long a connection lasts; a page that listens for changes connects again by itself.
const CONNECTION_MAX: Duration = Duration::from_secs(600);
/// Bytes of the head of a request.
const HEAD_BYTES_MAX: usize = 16 * 1024;
const N_THREADS: usize = 2;

/// What every request is answered from.
pub(super) struct Served {
    pub(super) states: watch::Receiver<State>,
    pub(super) project: Utf8PathBuf,
    pub(super) editor: Option<Editor>,
    pub(super) token: String,
    pub(super) say: Say,
}

/// Answers requests until the program ends.
pub(super) fn run(listener: TcpListener, served: Served) -> anyhow::Result<Refused> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(N_THREADS)
        .enable_io()
        .enable_time()
        .build()
        .context("cannot start the threads of the server")?;
    listener.set_nonblocking(true).context("cannot prepare the socket")?;
    let served = Arc::new(served);
    runtime.block_on(async move {
        let listener = tokio::net::TcpListener::from_std(listener).context("cannot prepare the socket")?;
        let free = Arc::new(Semaphore::new(CONNECTIONS_MAX));
        loop {
            let place = Arc::clone(&free).acquire_owned().await.context("cannot count connections")?;
            let Ok((socket, _)) = listener.accept().await else {
                // Out of handles: those that are open end some day.
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            };
            let served = Arc::clone(&served);
            tokio::spawn(async move {
                let _place = place;
                let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
                    let served = Arc::clone(&served);
                    async move {
                        let (head, _) = request.into_parts();
                        Ok::<_, Infallible>(answer(&served, &head).await)
                    }
                });
                let connection = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .header_read_timeout(HEAD_MAX)
                    .max_buf_size(HEAD_BYTES_MAX)
                    .serve_connection(TokioIo::new(socket), service);
                // A reader who leaves, or is too slow, needs no answer.
                let _ = tokio::time::timeout(CONNECTION_MAX, connection).await;
            });
        }
    })
}
