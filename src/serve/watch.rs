//! Which files changed: by the system's word, or by looking again and again; entry point [`Watching::start`].

use std::path::Path;
use std::sync::mpsc::Sender;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::desk::Event;

/// Folders of a project that an edition is made of.
const FOLDERS: [&str; 4] = ["content", "templates", "themes", "strings"];

/// Between two looks, where the system tells nothing.
const POLL_EVERY: Duration = Duration::from_millis(500);

/// The folders that are watched.
pub(super) struct Watching {
    project: Utf8PathBuf,
    captures: Option<Utf8PathBuf>,
    watcher: Option<Box<dyn Watcher + Send>>,
    /// Why files are looked at again and again.
    polls_because: Option<String>,
    is_asked_to_poll: bool,
    changed: Sender<Event>,
    /// Which folder of each name was there when the watch began.
    seen: Vec<Option<u64>>,
}

impl Watching {
    /// Watches a project, and the captures it was verified by.
    pub(super) fn start(
        project: &Utf8Path,
        captures: Option<&Utf8Path>,
        poll: bool,
        changed: Sender<Event>,
    ) -> Self {
        let mut watching = Self {
            project: project.to_owned(),
            captures: captures.map(Utf8Path::to_owned),
            watcher: None,
            polls_because: poll.then(|| "as `--poll` asks".to_owned()),
            is_asked_to_poll: poll,
            changed,
            seen: Vec::new(),
        };
        watching.begin();
        watching
    }

    /// How changes are noticed, in words.
    pub(super) fn how(&self) -> String {
        match &self.polls_because {
            Some(why) => format!("files are looked at twice a second, {why}"),
            None => "a change of any file is seen at once".to_owned(),
        }
    }

    /// Begins anew where a folder came, went or was put in another's place; true where it did.
    pub(super) fn renew(&mut self) -> bool {
        let is_changed = self.identities() != self.seen;
        if is_changed {
            self.begin();
        }
        is_changed
    }

    fn begin(&mut self) {
        self.seen = self.identities();
        // The old one first: two would tell everything twice.
        self.watcher = None;
        if !self.is_asked_to_poll {
            self.polls_because = on_network(self.project.as_std_path());
        }
        if self.polls_because.is_none() {
            match self.watch_by_system() {
                Ok(watcher) => self.watcher = Some(Box::new(watcher)),
                Err(why) => self.polls_because = Some(format!("since this system cannot tell: {why}")),
            }
        }
        if self.watcher.is_none() {
            // By their bytes: its times have whole seconds, in which a file is saved twice. What cannot be looked at now is
            // tried again when it is there.
            let config = Config::default().with_poll_interval(POLL_EVERY).with_compare_contents(true);
            let watcher = PollWatcher::new(self.tell(), config);
            self.watcher = watcher.ok().map(|mut watcher| {
                let _ = self.add_all(&mut watcher);
                Box::new(watcher) as Box<dyn Watcher + Send>
            });
        }
    }

    fn watch_by_system(&self) -> notify::Result<RecommendedWatcher> {
        let mut watcher = RecommendedWatcher::new(self.tell(), Config::default())?;
        self.add_all(&mut watcher)?;
        Ok(watcher)
    }

    fn tell(&self) -> impl Fn(notify::Result<notify::Event>) + Send + 'static {
        let changed = self.changed.clone();
        move |event| {
            let is_read = |event: &notify::Event| matches!(event.kind, notify::EventKind::Access(_));
            if !event.as_ref().is_ok_and(is_read) {
                // The desk has gone when the program ends.
                let _ = changed.send(Event::Changed);
            }
        }
    }

    fn add_all(&self, watcher: &mut dyn Watcher) -> notify::Result<()> {
        // The folder itself for variorum.yaml and for folders that come and go; not what lies below it,
        // where an edition and a repository may be.
        let mut result = watcher.watch(self.project.as_std_path(), RecursiveMode::NonRecursive);
        let folders = self.folders().into_iter().filter(|folder| folder.is_dir());
        for folder in folders {
            result = result.and(watcher.watch(folder.as_std_path(), RecursiveMode::Recursive));
        }
        match result {
            Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => Ok(()),
            result => result,
        }
    }

    fn folders(&self) -> Vec<Utf8PathBuf> {
        let own = FOLDERS.iter().map(|name| self.project.join(name));
        own.chain(self.captures.clone()).collect()
    }

    fn identities(&self) -> Vec<Option<u64>> {
        let own = [self.project.clone()].into_iter().chain(self.folders());
        own.map(|folder| identity(folder.as_std_path())).collect()
    }
}

/// What tells a folder from another of its name; `None` where there is none.
#[cfg(unix)]
fn identity(folder: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt as _;
    fs_err::metadata(folder).ok().filter(std::fs::Metadata::is_dir).map(|found| found.ino())
}

#[cfg(not(unix))]
fn identity(folder: &Path) -> Option<u64> {
    folder.is_dir().then_some(0)
}

/// Disks of other machines, whose changes this system does not hear of.
#[cfg(target_os = "linux")]
fn on_network(folder: &Path) -> Option<String> {
    /// NFS, SMB, CIFS, SMB2, FUSE, 9P, AFS, Ceph: the numbers of statfs(2).
    const KINDS: [u64; 8] =
        [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x0102_1997, 0x5346_414F, 0x00C3_6400];
    let kind = rustix::fs::statfs(folder).ok()?.f_type as u64 & 0xFFFF_FFFF;
    KINDS.contains(&kind).then(|| "since the project lies on a disk of another machine".to_owned())
}

#[cfg(not(target_os = "linux"))]
fn on_network(_: &Path) -> Option<String> {
    None
}
