//! A project that is kept up: ids renamed and removed, built-in files taken over, its surroundings looked at.

use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};

struct Desk {
    _dir: tempfile::TempDir,
    path: Utf8PathBuf,
}

impl Desk {
    /// A new project with a digest, and references of every kind.
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::from_path_buf(dir.path().join("desk")).unwrap();
        let desk = Self { _dir: dir, path };
        desk.told(&["new", "project", desk.path.as_str(), "--captures"], 0, "build it with");
        desk
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
        command.args(["--project", self.path.as_str()]).args(arguments).env_remove("GITHUB_ACTIONS");
        command.output().unwrap()
    }

    #[track_caller]
    fn told(&self, arguments: &[&str], code: i32, words: &str) {
        let output = self.run(arguments);
        let said = format!("{}{}", text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{said}");
        assert!(said.contains(words), "expected `{words}` in:\n{said}");
    }

    fn read(&self, path: &str) -> String {
        fs_err::read_to_string(self.path.join(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        fs_err::create_dir_all(self.path.join(path).parent().unwrap()).unwrap();
        fs_err::write(self.path.join(path), text).unwrap();
    }

    /// Every file of content/ with its text.
    fn content(&self) -> Vec<(Utf8PathBuf, String)> {
        fn collect(folder: &Utf8Path, files: &mut Vec<(Utf8PathBuf, String)>) {
            for entry in folder.read_dir_utf8().unwrap() {
                let path = entry.unwrap().into_path();
                match path.is_dir() {
                    true => collect(&path, files),
                    false => files.push((path.clone(), fs_err::read_to_string(&path).unwrap())),
                }
            }
        }
        let mut files = Vec::new();
        collect(&self.path.join("content"), &mut files);
        files.sort();
        files
    }

    fn is_sound(&self) {
        self.told(&["check", "--strict"], 0, "nothing is wrong");
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn an_article_is_renamed_wherever_it_is_named_and_back_again() {
    let desk = Desk::new();
    let before = desk.content();
    desk.told(&["rename", "coast-radio", "radio-2026"], 0, "radio-2026.md");
    desk.is_sound();
    assert!(!desk.path.join("content/articles/coast-radio.md").exists());
    let sheet = desk.read("content/events/pier-9-fire.yaml");
    assert!(!sheet.contains("coast-radio") && sheet.contains("people-hurt@radio-2026)"), "{sheet}");
    assert!(sheet.contains("  # The two contradict each other.\n"));
    assert!(desk.read("content/briefing.md").contains("people-hurt@radio-2026)"));
    desk.told(&["rename", "radio-2026", "coast-radio"], 0, "coast-radio.md");
    assert_eq!(desk.content(), before);
    desk.told(&["rename", "northern-wire", "wire"], 0, "captures.lock.yaml: changed");
    desk.is_sound();
}

#[test]
fn sheets_facts_entities_and_pages_are_renamed_and_back_again() {
    let desk = Desk::new();
    let same_as = "title: Q\nsummary: Of [14](fact:hurt@harbour-gazette) or more.\nfacts:\n  hurt:\n    kind: count\n    unit: people\n    same_as: pier-9-fire/people-hurt   # joined\n    claims:\n      - harbour-gazette: \"said that {14} people were hurt\"\n        via: [maria-lindqvist]\n        scope: {place: westhaven}\n";
    desk.write("content/questions/hurt.yaml", same_as);
    let page = desk.read("content/pages/about.md");
    desk.write(
        "content/pages/about.md",
        &format!("{page}\nSee [the page](about.html) and [place](entities/westhaven.html).\n"),
    );
    desk.told(&["check"], 0, "nothing is wrong");
    let before = desk.content();
    for (old, new, back) in [
        ("pier-9-fire", "harbour-fire", "pier-9-fire"),
        ("pier-9-fire/people-hurt", "injured", "people-hurt"),
        ("maria-lindqvist", "fire-chief-lindqvist", "maria-lindqvist"),
        ("westhaven", "port", "westhaven"),
        ("about", "imprint", "about"),
        ("hurt", "how-many", "hurt"),
    ] {
        desk.told(&["rename", old, new], 0, "");
        assert_ne!(desk.content(), before, "{old}");
        desk.told(&["check"], 0, "nothing is wrong");
        let owner = old.split_once('/').map_or(String::new(), |(sheet, _)| format!("{sheet}/"));
        desk.told(&["rename", &format!("{owner}{new}"), back], 0, "");
        assert_eq!(desk.content(), before, "{old}");
    }
}

#[test]
fn a_short_key_stays_where_its_article_is_renamed() {
    let desk = Desk::new();
    let sheet = "title: Q\nsummary: Hurt.\nsources: {hg: harbour-gazette}\nfacts:\n  hurt:\n    kind: count\n    unit: people\n    claims:\n      - hg: \"said that {14} people were hurt\"\n        via: [maria-lindqvist]\n";
    desk.write("content/questions/hurt.yaml", sheet);
    desk.told(&["rename", "harbour-gazette", "gazette"], 0, "hurt.yaml: changed");
    assert_eq!(desk.read("content/questions/hurt.yaml"), sheet.replace("harbour-gazette", "gazette"));
}

#[test]
fn what_cannot_be_renamed_is_left_as_it_is() {
    let desk = Desk::new();
    let before = desk.content();
    desk.told(&["rename", "coast-radoi", "x"], 3, "nothing has the id `coast-radoi`");
    desk.told(&["rename", "coast-radio", "harbour-gazette"], 3, "is the id of an article already");
    desk.told(&["rename", "coast-radio", "Coast Radio"], 3, "coast-radio");
    desk.told(&["rename", "pier-9-fire/people-hurt", "fire-date"], 3, "is the id of a fact already");
    assert_eq!(desk.content(), before);
    desk.write("content/pages/coast-radio.md", "---\ntitle: Radio\n---\nOn radio.\n");
    desk.told(&["rename", "coast-radio", "radio"], 3, "say which: `--what …`");
    desk.told(&["rename", "coast-radio", "radio", "--what", "page"], 0, "pages/radio.md");
}

#[test]
fn an_article_goes_with_its_claims_where_nothing_else_speaks_of_it() {
    let desk = Desk::new();
    let before = desk.content();
    // Prose and a ruling rest on what it says: they are for their author to change.
    desk.told(&["remove", "coast-radio"], 1, "nothing was written; change first what is shown above");
    assert_eq!(desk.content(), before);
    desk.told(&["remove", "northern-wire"], 0, "northern-wire.md: removed");
    let question = desk.read("content/questions/cause.yaml");
    assert!(!question.contains("northern-wire") && question.contains("harbour-gazette"), "{question}");
    assert!(question.contains("# The quote stands in the capture"), "{question}");
    assert!(!desk.read("content/captures.lock.yaml").contains("northern-wire"));
    desk.is_sound();
    desk.told(&["remove", "cause"], 0, "cause.yaml: removed");
    desk.told(&["remove", "pier-9-fire/firefighters"], 0, "pier-9-fire.yaml: changed");
    let sheet = desk.read("content/events/pier-9-fire.yaml");
    assert!(
        !sheet.contains("firefighters:") && sheet.contains("  # Hedged figures that fit each other.\n"),
        "{sheet}"
    );
    desk.is_sound();
    desk.told(&["remove", "maria-lindqvist"], 1, "maria-lindqvist");
    desk.told(&["remove", "about"], 0, "about.md: removed");
    desk.is_sound();
}

#[test]
fn a_built_in_file_is_printed_and_takes_its_own_place() {
    let desk = Desk::new();
    desk.told(&["eject"], 0, "event.html");
    desk.told(&["eject", "evnt.html"], 3, "did you mean `event.html`?");
    let settings = desk.read("variorum.yaml");
    desk.write("variorum.yaml", &format!("{settings}theme: night\n"));
    desk.write("themes/night/theme.yaml", "name: night\ndescription: White on black.\n");
    for (name, place) in [
        ("404.html", "templates/404.html"),
        ("pages.css", "themes/NAME/static/assets/pages.css"),
        ("en.yaml", "strings/en.yaml"),
    ] {
        let output = desk.run(&["eject", name]);
        assert!(text(&output.stderr).contains(place), "{}", text(&output.stderr));
        desk.write(&place.replace("NAME", "night"), &text(&output.stdout));
        desk.told(&["build"], 0, "pages");
    }
}

#[test]
fn the_doctor_says_what_no_file_tells() {
    let desk = Desk::new();
    desk.told(&["doctor"], 0, "ok       git ignores `captures/`");
    desk.told(&["doctor"], 0, "warning  no `base_url`");
    fs_err::remove_file(desk.path.join(".gitignore")).unwrap();
    desk.told(&["doctor"], 0, "warning  `captures/` holds other people's texts");
    desk.write("schemas/sheet.schema.json", "{}\n");
    desk.told(&["doctor"], 0, "run `variorum schema`");
    fs_err::remove_file(desk.path.join("content/captures.lock.yaml")).unwrap();
    desk.told(&["doctor"], 0, "1 digests, and no content/captures.lock.yaml");
    fs_err::remove_file(desk.path.join("variorum.yaml")).unwrap();
    desk.told(&["doctor"], 1, "error    there is no variorum.yaml");
}

#[test]
fn a_project_in_a_newer_format_is_told_so_at_once() {
    let desk = Desk::new();
    desk.told(&["migrate"], 0, "nothing is to be changed");
    let settings = desk.read("variorum.yaml");
    desk.write("variorum.yaml", &format!("{settings}format: 1\n"));
    desk.is_sound();
    desk.write("variorum.yaml", &format!("{settings}format: 2\n"));
    desk.told(&["check"], 1, "the project is written in format 2, and variorum");
    desk.told(&["migrate"], 1, "install a newer release");
}
