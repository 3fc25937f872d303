//! The finished files of an edition on their way to a sink: [`Intake`].
//!
//! Each file is scanned and given on by the thread that made it; what stays is a line of a table.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::diag::{self, Code, Diagnostic, Level};
use crate::output::{OutPath, PathFault, Scan, Scans, Sink};
use crate::source::{FileId, Span};

/// What makes a file. Of two files with one path the one of the first maker is the edition's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Maker {
    /// A page, by its position in the plan; the author's file that gives it its name.
    Page(usize, Option<FileId>),
    /// What the program makes beside pages.
    Program,
    /// A file that is published as it is, by its position among those; the author's file.
    Copied(usize, Option<FileId>),
}

/// Takes the files of one edition.
pub(super) struct Intake<'a> {
    sink: &'a dyn Sink,
    base_url: Option<&'a str>,
    taken: Mutex<Taken>,
}

#[derive(Default)]
struct Taken {
    files: BTreeMap<OutPath, Vec<(Maker, Scan)>>,
    unpublishable: Vec<(Maker, PathFault)>,
}

impl<'a> Intake<'a> {
    /// Gives files on to a sink; `base_url` is where the edition will stand.
    pub(super) fn new(sink: &'a dyn Sink, base_url: Option<&'a str>) -> Self {
        Self { sink, base_url, taken: Mutex::default() }
    }

    /// Takes a finished file; two with one path are a fault of the edition.
    pub(super) fn take(&self, path: &str, bytes: &[u8], maker: Maker) {
        let path = match OutPath::new(path) {
            Ok(path) => path,
            Err(fault) => return self.taken().unpublishable.push((maker, fault)),
        };
        let scan = Scan::of(&path, bytes, self.base_url);
        let is_first = {
            let mut taken = self.taken();
            let files = taken.files.entry(path.clone()).or_default();
            files.push((maker, scan));
            files.len() == 1
        };
        if is_first {
            self.sink.take(&path, bytes);
        }
    }

    /// Whether no further file need be made.
    pub(super) fn is_closed(&self) -> bool {
        self.sink.is_closed()
    }

    /// The table of all files, with the faults of their paths.
    pub(super) fn finish(self, faults: &mut Vec<Diagnostic>) -> Scans {
        let Taken { files, unpublishable } = self.taken.into_inner().unwrap_or_else(PoisonError::into_inner);
        let unpublishable = unpublishable.into_iter();
        let mut found: Vec<(Maker, Code, String)> =
            unpublishable.map(|(maker, fault)| (maker, Code::FileUnpublishable, fault.to_string())).collect();
        let mut scans = Vec::with_capacity(files.len());
        for (path, mut of_path) in files {
            of_path.sort_by_key(|(maker, _)| *maker);
            let mut of_path = of_path.into_iter();
            let first = of_path.next();
            found.extend(of_path.map(|(maker, _)| {
                (maker, Code::RouteDuplicate, format!("`{path}` is the path of another file of the edition"))
            }));
            scans.extend(first.map(|(_, scan)| (path, scan)));
        }
        found.sort_by_key(|(maker, ..)| *maker);
        found.into_iter().for_each(|found| tell(found, faults));
        Scans::of(scans)
    }

    fn taken(&self) -> std::sync::MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const HELP: &str = "give the file another name; a theme's `static/` replaces the files of the built-in theme";

fn tell((maker, code, message): (Maker, Code, String), faults: &mut Vec<Diagnostic>) {
    let file = match maker {
        Maker::Page(_, file) | Maker::Copied(_, file) => file,
        Maker::Program => None,
    };
    // A page whose name no disk can hold has its fault where the name is given.
    if file.is_none() && diag::has_errors(faults) {
        return;
    }
    let help = if code == Code::RouteDuplicate { HELP } else { "give the file another name" };
    let fault = Diagnostic::without_place(code, Level::Error, message).help(help);
    faults.push(Diagnostic { span: file.map(Span::start_of), ..fault });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{Dropped, InMemory};

    #[test]
    fn of_two_files_with_one_path_the_later_one_is_a_fault_whichever_came_first() {
        let page = ("about.html", Maker::Page(3, Some(FileId(1))));
        let copy = ("about.html", Maker::Copied(0, Some(FileId(2))));
        for files in [[page, copy], [copy, page]] {
            let intake = Intake::new(&Dropped, None);
            files.iter().for_each(|(path, maker)| intake.take(path, b"<p>", *maker));
            let mut faults = vec![];
            let scans = intake.finish(&mut faults);
            assert_eq!(scans.n_files(), 1);
            let told: Vec<_> =
                faults.iter().map(|fault| (fault.code, fault.span.map(|span| span.file))).collect();
            assert_eq!(told, [(Code::RouteDuplicate, Some(FileId(2)))]);
        }
    }

    #[test]
    fn a_sink_is_given_each_path_once_and_none_that_no_disk_can_hold() {
        let files = InMemory::default();
        let intake = Intake::new(&files, None);
        for path in ["a.html", "a.html", "con.html", "b.html"] {
            intake.take(path, path.as_bytes(), Maker::Program);
        }
        assert_eq!(intake.finish(&mut vec![]).n_files(), 2);
        let tree = files.into_tree();
        let paths: Vec<&str> = tree.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["a.html", "b.html"]);
    }
}
