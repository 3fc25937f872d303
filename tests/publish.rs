//! Publishing as a desk meets it: foreign files, refusals, several runs at once, and kill -9.

#![allow(clippy::unwrap_used, reason = "a test that cannot set up its folder has nothing to say")]

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;
use variorum::disk::{Folder, replace_file};
use variorum::output::{How, OutPath, OutputTree, PublishOptions, Published, claim, publish};

struct Desk {
    _dir: tempfile::TempDir,
    root: Utf8PathBuf,
}

fn desk() -> Desk {
    let dir = tempfile::tempdir().unwrap();
    let root = Utf8PathBuf::from_path_buf(dir.path().canonicalize().unwrap()).unwrap();
    Desk { _dir: dir, root }
}

impl Desk {
    fn site(&self) -> Utf8PathBuf {
        self.root.join("site")
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn tree(files: &[(&str, &str)]) -> OutputTree {
    let mut tree = OutputTree::default();
    for (path, text) in files {
        tree.insert(OutPath::new(*path).unwrap(), text.as_bytes()).unwrap();
    }
    tree
}

/// Every file below a folder with its text.
fn files(dir: &Utf8Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir_utf8().unwrap() {
            let path = entry.unwrap().into_path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(dir).unwrap().to_string();
                found.insert(below, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// Files written, unchanged and deleted.
fn counts(published: &Published) -> (usize, usize, usize) {
    (published.written, published.unchanged, published.deleted)
}

fn names(dir: &Utf8Path) -> Vec<String> {
    files(dir).into_keys().filter(|name| name != OutPath::MANIFEST).collect()
}

#[track_caller]
fn check_refused(desk: &Desk, tree: &OutputTree, reason: &str) {
    let before = files(&desk.root);
    let error = format!("{:#}", publish(tree, &desk.site()).unwrap_err());
    assert!(error.contains(reason), "{error}");
    assert_eq!(files(&desk.root), before, "nothing changes");
}

#[test]
fn an_edition_is_written_and_replaced() {
    let desk = desk();
    let first =
        publish(&tree(&[("index.html", "1"), ("a/b/c.html", "1"), ("d.css", "d")]), &desk.site()).unwrap();
    assert_eq!(counts(&first), (3, 0, 0));
    let second = publish(&tree(&[("index.html", "2"), ("d.css", "d")]), &desk.site()).unwrap();
    assert_eq!(counts(&second), (1, 1, 1));
    assert_eq!(names(&desk.site()), ["d.css", "index.html"]);
    assert_eq!(names(&desk.root), ["site/.variorum-manifest", "site/d.css", "site/index.html"]);
}

#[test]
fn parents_are_made_and_the_manifest_is_the_same_everywhere() {
    let (a, b) = (desk(), desk());
    let edition = tree(&[("index.html", "x")]);
    publish(&edition, &a.root.join("deep/er/site")).unwrap();
    publish(&edition, &b.site()).unwrap();
    assert_eq!(files(&a.root.join("deep/er/site")), files(&b.site()));
    insta::assert_snapshot!(files(&b.site())[OutPath::MANIFEST], @r"
    # variorum manifest 2: the program wrote these files and may delete them
    5c7401c0ec22eeeeeaf06c6480b2cd11  index.html
    ");
}

#[test]
fn an_edition_of_the_first_manifest_is_compared_and_replaced() {
    let desk = desk();
    publish(&tree(&[("index.html", "1"), ("a.html", "1"), ("gone.html", "1")]), &desk.site()).unwrap();
    let digest = |text: &str| variorum::digest::Digest::of(text.as_bytes());
    let lines = ["a.html", "gone.html", "index.html"].map(|path| format!("{}  {path}\n", digest("1")));
    let first = "# variorum manifest 1: the program wrote these files and may delete them\n";
    desk.put("site/.variorum-manifest", &format!("{first}{}", lines.concat()));
    let edition = tree(&[("index.html", "1"), ("a.html", "2")]);
    assert_eq!(counts(&publish(&edition, &desk.site()).unwrap()), (1, 1, 1));
    assert_eq!(names(&desk.site()), ["a.html", "index.html"]);
    assert!(files(&desk.site())[OutPath::MANIFEST].starts_with("# variorum manifest 2"));
}

#[test]
fn a_manifest_of_a_later_program_is_refused() {
    let desk = desk();
    publish(&tree(&[("index.html", "1")]), &desk.site()).unwrap();
    desk.put("site/.variorum-manifest", "# variorum manifest 3: of a later program\n");
    check_refused(&desk, &tree(&[("index.html", "2")]), "is damaged");
}

#[test]
fn nothing_is_touched_where_nothing_changed() {
    let desk = desk();
    let edition = tree(&[("index.html", "1"), ("a/b.html", "1")]);
    publish(&edition, &desk.site()).unwrap();
    let modified = |path: &str| desk.site().join(path).metadata().unwrap().modified().unwrap();
    let before = (modified(""), modified("index.html"), modified("a"));
    std::thread::sleep(Duration::from_millis(20));
    let again = publish(&edition, &desk.site()).unwrap();
    assert_eq!(counts(&again), (0, 2, 0));
    assert_eq!((modified(""), modified("index.html"), modified("a")), before);
    publish(&tree(&[("index.html", "1"), ("a/b.html", "2")]), &desk.site()).unwrap();
    assert_eq!(modified("index.html"), before.1, "an unchanged file keeps its time");
}

/// Publishes in one of the ways; the names of what was renamed.
fn renamed(tree: &OutputTree, site: &Utf8Path, how: How) -> Vec<String> {
    let options = PublishOptions { how: Some(how), ..PublishOptions::default() };
    let published = claim(site, &|| {}, &AtomicBool::new(false)).unwrap().publish(tree, &options).unwrap();
    published.renamed.iter().map(|path| path.display().to_string()).collect()
}

#[test]
fn a_page_changed_or_removed_by_hand_is_mended_and_what_was_written_there_is_kept() {
    for how in [How::Exchange, How::InPlace] {
        let desk = desk();
        let edition = tree(&[("index.html", "1"), ("a.html", "1"), ("b.html", "1")]);
        publish(&edition, &desk.site()).unwrap();
        desk.put("site/index.html", "by hand");
        fs::remove_file(desk.site().join("a.html")).unwrap();
        assert_eq!(renamed(&edition, &desk.site(), how), ["index.html.kept"]);
        assert_eq!(files(&desk.site())["index.html"], "1");
        desk.put("site/index.html", "again");
        assert_eq!(renamed(&edition, &desk.site(), how), ["index.html.kept-2"]);
        assert!(renamed(&edition, &desk.site(), how).is_empty(), "told once");
        assert_eq!(
            names(&desk.site()),
            ["a.html", "b.html", "index.html", "index.html.kept", "index.html.kept-2"]
        );
        assert_eq!(files(&desk.site())["index.html.kept"], "by hand");
    }
}

#[test]
fn a_changed_page_that_the_new_edition_lacks_or_needs_the_name_of_is_kept() {
    for how in [How::Exchange, How::InPlace] {
        let desk = desk();
        let old = [("index.html", "1"), ("gone.html", "1"), ("a", "1"), ("b/c.html", "1"), ("d.html", "1")];
        publish(&tree(&old), &desk.site()).unwrap();
        for path in ["gone.html", "a", "b/c.html", "d.html"] {
            desk.put(&format!("site/{path}"), "by hand");
        }
        let new = tree(&[("index.html", "2"), ("a/page.html", "2"), ("b", "2"), ("d.html.kept", "2")]);
        assert_eq!(renamed(&new, &desk.site(), how).len(), 4, "{how:?}");
        let found = files(&desk.site());
        let by_hand: Vec<&String> =
            found.iter().filter(|(_, text)| *text == "by hand").map(|(path, _)| path).collect();
        assert_eq!(by_hand, ["a.kept", "b.kept", "d.html.kept-2", "gone.html.kept"], "{how:?}");
    }
}

#[test]
fn an_empty_page_as_a_power_failure_leaves_it_is_mended_without_a_word() {
    for how in [How::Exchange, How::InPlace] {
        let desk = desk();
        let edition = tree(&[("index.html", "1")]);
        publish(&edition, &desk.site()).unwrap();
        desk.put("site/index.html", "");
        assert!(renamed(&edition, &desk.site(), how).is_empty());
        assert_eq!(names(&desk.site()), ["index.html"]);
    }
}

#[test]
fn files_of_others_are_carried_along() {
    let desk = desk();
    publish(&tree(&[("index.html", "1"), ("events/a.html", "1")]), &desk.site()).unwrap();
    desk.put("site/CNAME", "desk.org");
    desk.put("site/events/notes.txt", "mine");
    desk.put("site/.git/HEAD", "ref");
    fs::create_dir(desk.site().join("empty")).unwrap();
    publish(&tree(&[("index.html", "2")]), &desk.site()).unwrap();
    assert_eq!(names(&desk.site()), [".git/HEAD", "CNAME", "events/notes.txt", "index.html"]);
    assert!(desk.site().join("empty").is_dir());
}

#[cfg(unix)]
#[test]
fn links_of_others_are_carried_along_and_never_followed() {
    use fs_err::os::unix::fs::symlink;
    let desk = desk();
    desk.put("outside/precious.txt", "x");
    publish(&tree(&[("index.html", "1")]), &desk.site()).unwrap();
    symlink("../outside", desk.site().join("link")).unwrap();
    publish(&tree(&[("index.html", "2")]), &desk.site()).unwrap();
    assert_eq!(desk.site().join("link").read_link_utf8().unwrap(), "../outside");
    check_refused(&desk, &tree(&[("link/precious.txt", "y")]), "was not written by this program");
    symlink("gone", desk.root.join("dangling")).unwrap();
    assert!(publish(&tree(&[("a", "1")]), &desk.root.join("dangling")).is_err());
}

#[cfg(unix)]
#[test]
fn a_published_folder_may_be_a_link() {
    let desk = desk();
    fs::create_dir(desk.root.join("www")).unwrap();
    fs_err::os::unix::fs::symlink("www", desk.site()).unwrap();
    publish(&tree(&[("index.html", "1")]), &desk.site()).unwrap();
    assert!(desk.site().is_symlink());
    assert_eq!(names(&desk.root.join("www")), ["index.html"]);
}

#[test]
fn a_folder_without_our_manifest_is_refused() {
    let desk = desk();
    desk.put("site/thesis.txt", "x");
    check_refused(&desk, &tree(&[("index.html", "1")]), "holds `thesis.txt` and no manifest");
}

#[test]
fn an_empty_folder_or_a_bare_git_worktree_is_taken() {
    let desk = desk();
    desk.put("site/.git", "gitdir: elsewhere");
    publish(&tree(&[("index.html", "1")]), &desk.site()).unwrap();
    assert_eq!(names(&desk.site()), [".git", "index.html"]);
}

#[test]
fn a_damaged_manifest_is_refused() {
    let desk = desk();
    publish(&tree(&[("index.html", "1")]), &desk.site()).unwrap();
    desk.put("site/.variorum-manifest", "<<<<<<< HEAD\n");
    check_refused(&desk, &tree(&[("index.html", "2")]), "is damaged");
}

#[test]
fn somebody_elses_file_in_the_way_is_refused() {
    let desk = desk();
    publish(&tree(&[("index.html", "1")]), &desk.site()).unwrap();
    desk.put("site/about.html", "by hand");
    check_refused(
        &desk,
        &tree(&[("index.html", "2"), ("about.html", "2")]),
        "about.html` was not written by",
    );
    check_refused(&desk, &tree(&[("about.html/x", "2")]), "about.html` was not written by");
    publish(&tree(&[("about.html", "by hand")]), &desk.site()).unwrap();
    publish(&tree(&[("about.html", "ours now")]), &desk.site()).unwrap();
}

#[test]
fn a_file_or_the_root_cannot_be_published_into() {
    let desk = desk();
    desk.put("site", "x");
    check_refused(&desk, &tree(&[("index.html", "1")]), "is not a folder");
    assert!(publish(&tree(&[("index.html", "1")]), Utf8Path::new("/")).is_err());
}

#[cfg(unix)]
#[test]
fn files_and_folders_can_be_read_by_a_server() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = desk();
    publish(&tree(&[("a/index.html", "1")]), &desk.site()).unwrap();
    let mode = |path: &str| desk.site().join(path).metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(""), mode("a"), mode("a/index.html")), (0o755, 0o755, 0o644));
    fs::set_permissions(desk.site(), std::fs::Permissions::from_mode(0o750)).unwrap();
    publish(&tree(&[("a/index.html", "2")]), &desk.site()).unwrap();
    assert_eq!(mode(""), 0o750, "the folder's own mode is its owner's choice");
}

#[test]
fn runs_at_the_same_time_take_turns() {
    let desk = desk();
    let editions: Vec<OutputTree> = (0..8).map(|i| numbered(&i.to_string())).collect();
    std::thread::scope(|scope| {
        for edition in &editions {
            scope.spawn(|| publish(edition, &desk.site()).unwrap());
        }
    });
    whole_edition(&desk.site()).unwrap();
    let beside: Vec<String> =
        desk.root.read_dir_utf8().unwrap().map(|entry| entry.unwrap().file_name().to_owned()).collect();
    assert_eq!(beside, ["site"]);
}

/// An edition whose files all hold the same word.
fn numbered(word: &str) -> OutputTree {
    let paths: Vec<String> = (0..40).map(|i| format!("pages/{i}.html")).collect();
    tree(&paths.iter().map(|path| (path.as_str(), word)).collect::<Vec<_>>())
}

/// The one word of an edition, or what is torn in it.
fn whole_edition(site: &Utf8Path) -> Result<String, String> {
    let files = files(site);
    let pages: Vec<&String> =
        files.iter().filter(|(name, _)| name.starts_with("pages/")).map(|(_, text)| text).collect();
    let manifest = files.get(OutPath::MANIFEST).ok_or("no manifest")?;
    if pages.len() != 40 || manifest.lines().count() != 41 || pages.iter().any(|page| *page != pages[0]) {
        return Err(format!("torn: {files:?}"));
    }
    Ok(pages[0].clone())
}

/// Not a test by itself: publishes one edition after another until it is killed.
#[test]
#[ignore = "run by the test below, and killed by it"]
#[expect(clippy::disallowed_methods, reason = "the parent says where to publish")]
fn publishes_until_killed() {
    let Ok(site) = std::env::var("VARIORUM_TEST_SITE") else {
        return;
    };
    for i in 0_u64.. {
        publish(&numbered(&i.to_string()), Utf8Path::new(&site)).unwrap();
    }
}

#[test]
fn killed_at_any_moment_the_edition_is_whole_and_the_next_run_works() {
    let desk = desk();
    publish(&numbered("0"), &desk.site()).unwrap();
    desk.put("site/CNAME", "desk.org");
    for round in 0..25_u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "publishes_until_killed", "--ignored", "--quiet"])
            .env("VARIORUM_TEST_SITE", desk.site())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_micros(15_000 + round * 1_370));
        child.kill().unwrap();
        child.wait().unwrap();
        whole_edition(&desk.site()).unwrap();
        assert_eq!(files(&desk.site())["CNAME"], "desk.org");
    }
    publish(&numbered("last"), &desk.site()).unwrap();
    assert_eq!(whole_edition(&desk.site()).unwrap(), "last");
    assert_eq!(desk.root.read_dir_utf8().unwrap().count(), 1, "nothing is left beside the edition");
}

#[test]
fn a_reader_never_misses_a_page_while_editions_change() {
    let desk = desk();
    publish(&numbered("0"), &desk.site()).unwrap();
    let page = desk.site().join("pages/7.html");
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for i in 1..60 {
                publish(&numbered(&i.to_string()), &desk.site()).unwrap();
            }
        });
        let mut last = 0;
        while !writer.is_finished() {
            let seen: u32 = fs::read_to_string(&page).unwrap().parse().unwrap();
            assert!(seen >= last, "editions follow each other");
            last = seen;
        }
    });
}

#[test]
fn a_single_file_is_replaced_as_a_whole() {
    let desk = desk();
    let root = Folder::open(&desk.root).unwrap();
    replace_file(&root, Utf8Path::new("content/lock.yaml"), b"1").unwrap();
    replace_file(&root, Utf8Path::new("content/lock.yaml"), b"2").unwrap();
    assert_eq!(files(&desk.root), [("content/lock.yaml".to_owned(), "2".to_owned())].into());
}
