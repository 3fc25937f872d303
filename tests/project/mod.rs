//! A project folder for tests: the sound project of tests/faults with something laid over it;
//! entry points [`Project::over`] and [`Project::of`].

use camino::{Utf8Path, Utf8PathBuf};

/// A project folder that is removed with the value.
pub struct Project {
    _dir: tempfile::TempDir,
    /// The folder.
    pub root: Utf8PathBuf,
}

impl Project {
    /// The sound project with files laid over it.
    pub fn over(files: &[(&str, &[u8])]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(dir.path().join("desk")).unwrap();
        copy(&cases().join("sound"), &root);
        let project = Self { _dir: dir, root };
        files.iter().for_each(|(path, bytes)| project.write(path, bytes));
        project
    }

    /// The sound project with a case laid over it.
    pub fn of(case: &str) -> Self {
        let project = Self::over(&[]);
        copy(&cases().join(case), &project.root);
        fs_err::remove_file(project.root.join("expected.txt")).unwrap_or_default();
        project
    }

    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.root.join(path);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, bytes).unwrap();
    }
}

/// The folder of the cases.
pub fn cases() -> Utf8PathBuf {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

/// The names of the cases, in order.
pub fn case_names() -> Vec<String> {
    let mut names: Vec<String> = fs_err::read_dir(cases())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| name != "sound");
    names.sort();
    names
}

/// Copies a folder over another.
pub fn copy(from: &Utf8Path, to: &Utf8Path) {
    fs_err::create_dir_all(to).unwrap();
    for entry in from.read_dir_utf8().unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(entry.path(), &target);
        } else {
            fs_err::copy(entry.path(), target).unwrap();
        }
    }
}
