//! What a run that is stopped between two stages leaves, and what the next run makes of it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use camino::Utf8PathBuf;
use fs_err as fs;

use super::leftovers;
use super::manifest::Manifest;
use super::place::Place;
use super::stage;
use super::staged::{FileState, Staged};
use super::store::Store;
use super::survey::Survey;
use super::{Blocked, How, PublishOptions, claim, exchange, publish};
use crate::digest::Checksum;
use crate::output::{OutPath, OutputTree, Sink as _};

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

/// Does what is done while an edition is made; the store and its files.
fn store_new(place: &Place) -> (Store, BTreeMap<OutPath, Staged>) {
    let folder = place.folder().unwrap();
    let store = Store::begin(place, None).unwrap();
    let staged = |(path, bytes): (&OutPath, &Arc<[u8]>)| {
        let is_there = folder.as_ref().is_some_and(|folder| folder.holds(path.as_str(), bytes));
        let state = if is_there { FileState::Same } else { FileState::Different(store.put(bytes).unwrap()) };
        (path.clone(), Staged { checksum: Checksum::of(bytes), state })
    };
    let files = edition("new").iter().map(staged).collect();
    (store, files)
}

/// Does what `publish` does before the manifest is written; the store, its files and what was found.
fn stage_new(place: &Place) -> (Store, BTreeMap<OutPath, Staged>, Survey) {
    let folder = place.folder().unwrap();
    let survey = Survey::of(folder.as_ref()).unwrap();
    let (store, files) = store_new(place);
    stage::stage(&store, (folder.as_ref(), &survey), &files, &PublishOptions::default()).unwrap();
    (store, files, survey)
}

/// The staging folder as it is just before the exchange.
fn staged(place: &Place) -> Survey {
    let (store, files, survey) = stage_new(place);
    Manifest::of(&files).write(&store.staging, &store.staging).unwrap();
    leftovers::finish(&store.staging).unwrap();
    survey
}

#[test]
fn stopped_while_the_edition_is_made_the_old_one_stands_and_the_next_run_is_clean() {
    for how in [How::Exchange, How::InPlace] {
        let desk = Desk::with_old_edition();
        let place = Place::of(&desk.site()).unwrap();
        let store = Store::begin(&place, Some(how)).unwrap();
        store.put(b"half of it").unwrap();
        publish(&edition("new"), &desk.site()).unwrap();
        assert_eq!(desk.files(), NEW);
    }
}

#[test]
fn what_others_put_in_the_place_of_a_page_while_the_edition_is_made_is_refused_and_stays() {
    for how in [How::Exchange, How::InPlace] {
        let desk = Desk::with_old_edition();
        let options = PublishOptions { how: Some(how), ..PublishOptions::default() };
        let staging = claim(&desk.site(), &|| {}, &AtomicBool::new(false)).unwrap().stage(options).unwrap();
        edition("new").iter().for_each(|(path, bytes)| staging.take(path, bytes));
        fs::write(desk.site().join("events/new.html"), "by hand").unwrap();
        let refused = format!("{:#}", staging.publish(None).unwrap_err());
        assert!(refused.contains("events/new.html") && refused.contains("in the way"), "{refused}");
        drop(staging);
        assert_eq!(fs::read_to_string(desk.site().join("events/new.html")).unwrap(), "by hand");
        assert_eq!(fs::read_to_string(desk.site().join("index.html")).unwrap(), "old");
        assert_eq!(fs::read_dir(desk.root.path()).unwrap().count(), 1);
    }
}

#[test]
fn an_edition_that_is_given_up_leaves_nothing() {
    for how in [How::Exchange, How::InPlace] {
        let desk = Desk::new();
        let site = desk.site().parent().unwrap().join("deep/er/site");
        let options = PublishOptions { how: Some(how), ..PublishOptions::default() };
        let staging = claim(&site, &|| {}, &AtomicBool::new(false)).unwrap().stage(options).unwrap();
        edition("new").iter().for_each(|(path, bytes)| staging.take(path, bytes));
        assert!(desk.files().len() > 1, "it is staged: {:?}", desk.files());
        drop(staging);
        assert_eq!(fs::read_dir(desk.root.path()).unwrap().count(), 0);
    }
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
        publish(&edition("new"), &desk.site()).unwrap();
        fs::read_to_string(desk.site().join(OutPath::MANIFEST)).unwrap()
    };
    let line_end = manifest.rfind("  same.css").unwrap();
    for cut in [0, 7, line_end, manifest.len()] {
        let desk = Desk::with_old_edition();
        let place = Place::of(&desk.site()).unwrap();
        stage_new(&place);
        fs::write(desk.root.path().join(place.staging()).join(".variorum-manifest.part"), &manifest[..cut])
            .unwrap();
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
    staged(&place);
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
    staged(&place);
    fs::write(desk.site().join("late.txt"), "put there while staging").unwrap();
    exchange::swap(&place, true).unwrap();
    let in_site: Vec<String> = desk.files().into_iter().filter(|file| file.starts_with("site/")).collect();
    assert_eq!(in_site, NEW);
    publish(&edition("new"), &desk.site()).unwrap();
    let mut expected = NEW.to_vec();
    expected.insert(3, "site/late.txt=put there while staging");
    assert_eq!(desk.files(), expected);
}

#[test]
fn a_staging_folder_that_is_a_link_is_removed_and_not_followed() {
    let desk = Desk::with_old_edition();
    let place = Place::of(&desk.site()).unwrap();
    let precious = desk.root.path().join("precious");
    fs::create_dir(&precious).unwrap();
    fs::write(precious.join("data"), "x").unwrap();
    #[cfg(unix)]
    fs_err::os::unix::fs::symlink(&precious, desk.root.path().join(place.staging())).unwrap();
    publish(&edition("new"), &desk.site()).unwrap();
    assert_eq!(fs::read_to_string(precious.join("data")).unwrap(), "x");
}

#[test]
fn what_is_not_ours_under_the_names_beside_an_edition_is_refused_and_stays() {
    for name in [".site.variorum-staging", ".site.variorum-lock"] {
        let desk = Desk::with_old_edition();
        let theirs = desk.root.path().join(name);
        fs::create_dir(&theirs).unwrap();
        fs::write(theirs.join("CNAME"), "theirs.org").unwrap();
        let refused = format!("{:#}", publish(&edition("new"), &desk.site()).unwrap_err());
        assert!(refused.contains("move it away"), "{refused}");
        assert_eq!(fs::read_to_string(theirs.join("CNAME")).unwrap(), "theirs.org");
        fs::remove_dir_all(&theirs).unwrap();
        fs::write(&theirs, "thesis").unwrap();
        let refused = format!("{:#}", publish(&edition("new"), &desk.site()).unwrap_err());
        assert!(refused.contains("move it away"), "{refused}");
        assert_eq!(fs::read_to_string(&theirs).unwrap(), "thesis");
    }
}

#[test]
fn stopped_while_the_old_edition_is_taken_away_the_next_run_is_clean() {
    let desk = Desk::with_old_edition();
    let place = Place::of(&desk.site()).unwrap();
    staged(&place);
    exchange::swap(&place, true).unwrap();
    let old = desk.root.path().join(place.staging());
    fs::write(old.join(".variorum-staging-of-this-program"), "").unwrap();
    fs::remove_file(old.join(OutPath::MANIFEST)).unwrap();
    publish(&edition("new"), &desk.site()).unwrap();
    assert_eq!(desk.files(), NEW);
}

#[test]
fn what_somebody_removes_while_an_edition_is_published_stays_removed() {
    let desk = Desk::with_old_edition();
    fs::create_dir(desk.site().join(".git")).unwrap();
    fs::write(desk.site().join(".git/index.lock"), "").unwrap();
    let place = Place::of(&desk.site()).unwrap();
    let carried = staged(&place);
    fs::remove_file(desk.site().join(".git/index.lock")).unwrap();
    exchange::swap(&place, true).unwrap();
    exchange::sweep(&place, &carried).unwrap();
    assert!(!desk.site().join(".git/index.lock").exists());
    assert_eq!(desk.files(), NEW);
}

#[test]
fn a_file_that_comes_to_stand_where_a_page_will_be_is_kept_under_another_name() {
    let desk = Desk::with_old_edition();
    let place = Place::of(&desk.site()).unwrap();
    let carried = staged(&place);
    fs::write(desk.site().join("events/new.html"), "by hand").unwrap();
    exchange::swap(&place, true).unwrap();
    let renamed = exchange::sweep(&place, &carried).unwrap();
    assert_eq!(renamed, [std::path::Path::new("events/new.html.kept")]);
    publish(&edition("new"), &desk.site()).unwrap();
    assert_eq!(fs::read_to_string(desk.site().join("events/new.html.kept")).unwrap(), "by hand");
    assert_eq!(fs::read_to_string(desk.site().join("events/new.html")).unwrap(), "new");
}

#[test]
fn a_page_that_somebody_replaces_while_an_edition_is_published_is_kept_under_another_name() {
    for page in ["index.html", "same.css", "events/old.html"] {
        let desk = Desk::with_old_edition();
        let place = Place::of(&desk.site()).unwrap();
        let carried = staged(&place);
        fs::remove_file(desk.site().join(page)).unwrap();
        fs::write(desk.site().join(page), "by hand").unwrap();
        exchange::swap(&place, true).unwrap();
        let kept = format!("{page}.kept");
        assert_eq!(exchange::sweep(&place, &carried).unwrap(), [std::path::Path::new(&kept)]);
        assert_eq!(fs::read_to_string(desk.site().join(kept)).unwrap(), "by hand");
    }
}

#[test]
fn a_page_that_somebody_changes_while_the_edition_is_made_is_kept_and_told() {
    for how in [How::Exchange, How::InPlace] {
        for page in ["index.html", "same.css", "events/old.html"] {
            let desk = Desk::with_old_edition();
            let options = PublishOptions { how: Some(how), ..PublishOptions::default() };
            let staging =
                claim(&desk.site(), &|| {}, &AtomicBool::new(false)).unwrap().stage(options).unwrap();
            edition("new").iter().for_each(|(path, bytes)| staging.take(path, bytes));
            fs::write(desk.site().join(page), "by hand").unwrap();
            let mut told = match staging.publish(None) {
                Ok(published) => format!("{:?}", published.renamed),
                Err(refused) => format!("{refused:#}"),
            };
            drop(staging);
            // A file that the edition leaves as it is may be looked at by the next build only.
            told.push_str(&format!("{:?}", publish(&edition("new"), &desk.site()).unwrap().renamed));
            let kept = fs::read_to_string(desk.site().join(format!("{page}.kept")));
            assert_eq!(kept.ok().as_deref(), Some("by hand"), "{how:?} {page}: {told}");
            assert!(told.contains(&format!("{page}.kept")), "{how:?} {page}: {told}");
        }
    }
}

#[test]
fn a_changed_page_in_what_a_killed_run_left_is_kept_by_the_next_one() {
    let desk = Desk::with_old_edition();
    fs::write(desk.site().join("index.html"), "by hand").unwrap();
    let place = Place::of(&desk.site()).unwrap();
    staged(&place);
    exchange::swap(&place, true).unwrap();
    let published = publish(&edition("new"), &desk.site()).unwrap();
    assert_eq!(published.renamed, [std::path::Path::new("index.html.kept")]);
    assert_eq!(fs::read_to_string(desk.site().join("index.html.kept")).unwrap(), "by hand");
}

#[test]
fn asked_to_stop_a_run_leaves_the_old_edition_and_nothing_beside_it() {
    for how in [How::Exchange, How::InPlace] {
        let desk = Desk::with_old_edition();
        let options = PublishOptions { how: Some(how), ..PublishOptions::default() };
        options.stop.store(true, std::sync::atomic::Ordering::Relaxed);
        let refused = claim(&desk.site(), &|| {}, &AtomicBool::new(false))
            .unwrap()
            .publish(&edition("new"), &options)
            .unwrap_err();
        assert!(format!("{refused:#}").contains("asked to stop"), "{refused:#}");
        assert_eq!(desk.files(), OLD);
        assert_eq!(fs::read_dir(desk.root.path()).unwrap().count(), 1);
    }
}

#[test]
fn what_cannot_be_kept_in_an_exchange_is_no_failure_of_the_machine() {
    let blocked = Blocked::Unable(std::io::ErrorKind::PermissionDenied.into());
    assert!(blocked.into_error().to_string().contains("permission denied"));
}
