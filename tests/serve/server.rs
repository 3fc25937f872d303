//! A server of a project of its own, and a client that speaks HTTP by hand.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};

/// Longer than anything takes on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A running server; it ends with the test.
pub struct Server {
    pub project: Utf8PathBuf,
    /// `127.0.0.1:PORT`.
    pub address: String,
    said: Arc<Mutex<String>>,
    child: Child,
    _folder: tempfile::TempDir,
}

/// An answer, its head in lower case.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

#[expect(clippy::disallowed_methods, reason = "how long a test waits shows in no result")]
pub fn now() -> Instant {
    Instant::now()
}

/// A folder with the project that `variorum new project` makes.
pub fn sample() -> (tempfile::TempDir, Utf8PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let project = Utf8PathBuf::from_path_buf(folder.path().join("desk")).unwrap();
    let made = variorum().args(["new", "project", project.as_str()]).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    (folder, project)
}

pub fn variorum() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
    command.env_remove("GITHUB_ACTIONS");
    command
}

/// The program as a terminal starts it: what runs in the background inherits that Ctrl-C is ignored.
#[cfg(target_os = "linux")]
fn in_foreground() -> Command {
    let mut command = Command::new("env");
    command.args(["--default-signal=INT", env!("CARGO_BIN_EXE_variorum")]);
    command
}

#[cfg(not(target_os = "linux"))]
fn in_foreground() -> Command {
    variorum()
}

impl Server {
    /// Serves the sample, once it was read: an edit before that is part of the first edition.
    pub fn of_sample(options: &[&str]) -> Self {
        let (folder, project) = sample();
        let server = Self::of((folder, project), options);
        server.await_said("ready");
        server
    }

    /// Serves the project in a folder, which ends with the server.
    pub fn of((folder, project): (tempfile::TempDir, Utf8PathBuf), options: &[&str]) -> Self {
        let mut child = in_foreground()
            .args(["--project", project.as_str(), "serve", "--port", "0"])
            .args(options)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let (lines, heard) = (BufReader::new(child.stderr.take().unwrap()), Arc::clone(&said));
        std::thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                let _ = writeln!(heard.lock().unwrap(), "{line}");
            }
        });
        let mut server = Self { project, address: String::new(), said, child, _folder: folder };
        server.address = server.await_said("http://").split(['/', ' ']).next().unwrap().to_owned();
        server
    }

    /// What stands behind these words on the terminal, once they stand there.
    pub fn await_said(&self, words: &str) -> String {
        let begun = now();
        loop {
            if let Some((_, rest)) = self.said.lock().unwrap().split_once(words)
                && rest.contains('\n')
            {
                return rest.to_owned();
            }
            assert!(begun.elapsed() < PATIENCE, "never said {words:?}: {}", self.said());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    pub fn ask(&self, method: &str, path: &str, headers: &[&str]) -> Answer {
        let mut request = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|header| header.starts_with("Host:")) {
            let _ = write!(request, "Host: {}\r\n", self.address);
        }
        headers.iter().for_each(|header| {
            let _ = write!(request, "{header}\r\n");
        });
        request += "\r\n";
        let mut socket = self.connect();
        socket.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        // A server that refuses early may close before everything was sent.
        let _ = socket.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer");
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    pub fn connect(&self) -> TcpStream {
        let socket = TcpStream::connect(&self.address).unwrap();
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        socket
    }

    /// The events of a page, as a browser hears them that just loaded it.
    pub fn listen(&self, path: &str) -> Events {
        let page = self.get(path).text();
        let print = page.split_once("data-print=\"").unwrap().1.split('"').next().unwrap().to_owned();
        let mut socket = self.connect();
        let path = path.replace('/', "%2F");
        let request = format!(
            "GET /.variorum/events?path={path}&print={print} HTTP/1.1\r\nHost: {}\r\n\r\n",
            self.address
        );
        socket.write_all(request.as_bytes()).unwrap();
        Events { lines: BufReader::new(socket) }
    }

    pub fn read(&self, file: &str) -> String {
        fs_err::read_to_string(self.project.join(file)).unwrap()
    }

    pub fn write(&self, file: &str, text: &str) {
        let path = self.project.join(file);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, text).unwrap();
    }

    /// Writes a file with other words in one place.
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} does not say {from:?}");
        self.write(file, &text.replacen(from, to, 1));
    }

    /// Sends the program the signal of Ctrl-C, and waits for its end.
    #[cfg(unix)]
    pub fn interrupt(mut self) -> std::process::ExitStatus {
        let pid = rustix::process::Pid::from_raw(i32::try_from(self.child.id()).unwrap()).unwrap();
        rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
        self.child.wait().unwrap()
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What the server tells a page.
pub struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// The next event: its name and its data.
    pub fn next(&mut self) -> (String, String) {
        let (mut name, begun) = (String::new(), now());
        loop {
            // The server says now and then that it is still there.
            assert!(begun.elapsed() < PATIENCE, "no event in time");
            let mut line = String::new();
            assert_ne!(self.lines.read_line(&mut line).expect("an event in time"), 0, "the stream ended");
            if let Some(found) = line.strip_prefix("event: ") {
                name = found.trim().to_owned();
            } else if let Some(data) = line.strip_prefix("data: ").or_else(|| line.strip_prefix("data:"))
                && !name.is_empty()
            {
                return (name, data.trim().to_owned());
            }
        }
    }

    /// The next state of which something is true; the names of other events in between are given too.
    pub fn await_state(
        &mut self,
        is_it: impl Fn(&serde_json::Value) -> bool,
    ) -> (serde_json::Value, Vec<String>) {
        let mut others = Vec::new();
        loop {
            let (name, data) = self.next();
            if name != "state" {
                others.push(name);
                continue;
            }
            let state: serde_json::Value = serde_json::from_str(&data).unwrap();
            if is_it(&state) {
                return (state, others);
            }
        }
    }

    /// The data of the next event of this name.
    pub fn await_event(&mut self, wanted: &str) -> String {
        loop {
            let (name, data) = self.next();
            if name == wanted {
                return data;
            }
        }
    }
}

/// Every file below a folder with its bytes, by path.
pub fn files(folder: &Utf8Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(one) = folders.pop() {
        for entry in one.read_dir_utf8().unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path().to_owned());
            } else {
                let path = entry.path().strip_prefix(folder).unwrap().to_string();
                found.push((path, fs_err::read(entry.path()).unwrap()));
            }
        }
    }
    found.sort();
    found
}
