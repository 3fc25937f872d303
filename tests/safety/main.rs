//! What an edition must not say: nothing that is held back, in no file of it; and what it may only
//! say as words: whatever authors and sources write, no format takes it for anything else.

mod held_back;
mod hostile;

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use variorum::output::OutputTree;
use variorum::pipeline::{self, Built, Options};
use variorum::resolve::Selection;
use variorum::source;

/// A project folder that is removed with the value.
struct Project {
    _dir: tempfile::TempDir,
    root: Utf8PathBuf,
}

impl Project {
    /// The sound project of tests/faults with files laid over it.
    fn over(files: &[(&str, &str)]) -> Self {
        let dir = tempfile::tempdir().expect("a folder for tests can be made");
        let root = Utf8PathBuf::from_path_buf(dir.path().join("desk")).expect("it is UTF-8");
        copy(&Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/sound"), &root);
        for (path, text) in files {
            let path = root.join(path);
            fs_err::create_dir_all(path.parent().expect("it has a name")).expect("the folder is ours");
            fs_err::write(path, text).expect("the folder is ours");
        }
        Self { _dir: dir, root }
    }

    fn build(&self, selection: Selection) -> OutputTree {
        let built = self.built(selection);
        built.edition.unwrap_or_else(|| unbuilt(&built.diagnostics)).tree
    }

    fn built(&self, selection: Selection) -> Built {
        let loaded = source::load(&self.root).expect("the folder was just written");
        pipeline::build(&loaded, &Options { selection, ..Options::default() })
    }
}

#[allow(clippy::panic, reason = "a test whose project is faulty has nothing to say")]
fn unbuilt<T>(faults: &impl std::fmt::Debug) -> T {
    panic!("{faults:#?}")
}

fn copy(from: &Utf8Path, to: &Utf8Path) {
    fs_err::create_dir_all(to).expect("the folder is ours");
    for entry in from.read_dir_utf8().expect("the folder is committed") {
        let entry = entry.expect("the folder can be listed");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(entry.path(), &target);
        } else {
            fs_err::copy(entry.path(), target).expect("the folder is ours");
        }
    }
}

fn texts(tree: &OutputTree) -> BTreeMap<&str, String> {
    tree.iter().map(|(path, bytes)| (path.as_str(), String::from_utf8_lossy(bytes).into_owned())).collect()
}
