//! What a run that is stopped between two stages leaves, and what the next run makes of it.

use camino::Utf8PathBuf;
use fs_err as fs;

use super::manifest::Manifest;
use super::place::Place;
use super::survey::Survey;
use super::{publish, stage, swap};
use crate::output::{OutPath, OutputTree};

/// A folder with `site/` in it, removed with the value.
struct Desk {
    root: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap() }
    }

    /// A desk that has published the old edition and holds a file of its own.
    fn with_old_edition() -> Self {
        let desk = Self::new();
        publish(&edition("old"), &desk.site()).unwrap();
        fs::write(desk.site().join("CNAME"), "desk.org").unwrap();
        desk
    }

    fn site(&self) -> Utf8PathBuf {
        Utf8PathBuf::from_path_buf(self.root.path().join("site")).unwrap()
    }

    /// Every file below the desk with its text, without the manifests.
    fn files(&self) -> Vec<String> {
        let mut found = vec![];
        let mut folders = vec![self.root.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.ends_with(OutPath::MANIFEST) {
                    let below = path.strip_prefix(self.root.path()).unwrap().display().to_string();
                    found.push(format!("{below}={}", fs::read_to_string(&path).unwrap()));
                }
            }
        }
        found.sort();
        found
    }
}

fn tree(files: &[(&str, &str)]) -> OutputTree {
    let mut tree = OutputTree::default();
    for (path, text) in files {
        tree.insert(OutPath::new(*path).unwrap(), text.as_bytes()).unwrap();
    }
    tree
}

fn edition(name: &str) -> OutputTree {
    tree(&[("index.html", name), (&format!("events/{name}.html"), name), ("same.css", "same")])
}

const OLD: [&str; 4] =
    ["site/CNAME=desk.org", "site/events/old.html=old", "site/index.html=old", "site/same.css=same"];
const NEW: [&str; 4] =
    ["site/CNAME=desk.org", "site/events/new.html=new", "site/index.html=new", "site/same.css=same"];

/// Does what `publish` does before the exchange.
fn stage_new(place: &Place) {
    let tree = edition("new");
    let survey = Survey::of(place).unwrap();
    stage::stage(place, &survey, &stage::compare(&tree, &survey)).unwrap();
}

#[test]
fn stopped_while_staging_the_old_edition_stands_and_the_next_run_is_clean() {
    let desk = Desk::with_old_edition();
    stage_new(&Place::of(&desk.site()).unwrap());
    let in_site: Vec<String> = desk.files().into_iter().filter(|file| file.starts_with("site/")).collect();
    assert_eq!(in_site, OLD);
    publish(&edition("new"), &desk.site()).unwrap();
    assert_eq!(desk.files(), NEW);
}

#[test]
fn stopped_while_writing_the_manifest_the_old_edition_stands_and_the_next_run_is_clean() {
    let manifest = {
        let desk = Desk::with_old_edition();
        Manifest::of(&edition("new")).write(&desk.site()).unwrap();
        fs::read_to_string(desk.site().join(OutPath::MANIFEST)).unwrap()
    };
    let line_end = manifest.rfind("  same.css").unwrap();
    for cut in [0, 7, line_end, manifest.len()] {
        let desk = Desk::with_old_edition();
        let place = Place::of(&desk.site()).unwrap();
        stage_new(&place);
        fs::write(place.staging.join(Manifest::PART), &manifest[..cut]).unwrap();
        publish(&edition("other"), &desk.site()).unwrap();
        assert!(!desk.files().iter().any(|file| file.contains("new.html")), "{:?}", desk.files());
        publish(&edition("new"), &desk.site()).unwrap();
        assert_eq!(desk.files(), NEW);
    }
}

#[test]
fn stopped_just_before_the_exchange_a_file_removed_since_does_not_hurt() {
    let desk = Desk::with_old_edition();
    let place = Place::of(&desk.site()).unwrap();
    stage_new(&place);
    Manifest::of(&edition("new")).write(&place.staging).unwrap();
    fs::write(desk.site().join("CNAME.new"), "other.org").unwrap();
    fs::rename(desk.site().join("CNAME.new"), desk.site().join("CNAME")).unwrap();
    publish(&edition("old"), &desk.site()).unwrap();
    assert_eq!(desk.files()[0], "site/CNAME=other.org");
    assert_eq!(desk.files()[1..], OLD[1..]);
}

#[test]
fn stopped_just_after_the_exchange_the_new_edition_stands_and_nothing_is_lost() {
    let desk = Desk::with_old_edition();
    let place = Place::of(&desk.site()).unwrap();
    stage_new(&place);
    Manifest::of(&edition("new")).write(&place.staging).unwrap();
    fs::write(desk.site().join("late.txt"), "put there while staging").unwrap();
    swap::swap(&place).unwrap();
    let in_site: Vec<String> = desk.files().into_iter().filter(|file| file.starts_with("site/")).collect();
    assert_eq!(in_site, NEW);
    publish(&edition("new"), &desk.site()).unwrap();
    let mut expected = NEW.to_vec();
    expected.insert(3, "site/late.txt=put there while staging");
    assert_eq!(desk.files(), expected);
}

#[test]
fn stopped_between_the_two_renames_of_a_simple_disk_the_old_edition_comes_back() {
    let desk = Desk::with_old_edition();
    let place = Place::of(&desk.site()).unwrap();
    stage_new(&place);
    Manifest::of(&edition("new")).write(&place.staging).unwrap();
    fs::rename(&place.dir, &place.aside).unwrap();
    swap::recover(&place).unwrap();
    assert_eq!(desk.files(), OLD);
}

#[test]
fn two_renames_publish_as_well() {
    let desk = Desk::with_old_edition();
    let place = Place::of(&desk.site()).unwrap();
    stage_new(&place);
    Manifest::of(&edition("new")).write(&place.staging).unwrap();
    swap::swap_in_two_steps(&place).unwrap();
    swap::sweep(&place);
    assert_eq!(desk.files(), NEW);
}

#[test]
fn a_staging_folder_that_is_a_link_is_removed_and_not_followed() {
    let desk = Desk::with_old_edition();
    let place = Place::of(&desk.site()).unwrap();
    let precious = desk.root.path().join("precious");
    fs::create_dir(&precious).unwrap();
    fs::write(precious.join("data"), "x").unwrap();
    #[cfg(unix)]
    fs_err::os::unix::fs::symlink(&precious, &place.staging).unwrap();
    publish(&edition("new"), &desk.site()).unwrap();
    assert_eq!(fs::read_to_string(precious.join("data")).unwrap(), "x");
}
