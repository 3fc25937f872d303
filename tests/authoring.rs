//! Starting points check without a warning, nothing is overwritten, and a claim can be added from
//! the command line.

use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};
use variorum::digest::Digest;
use variorum::model::Class;
use variorum::pipeline::{self, Options};
use variorum::source;

struct Folder {
    _dir: tempfile::TempDir,
    path: Utf8PathBuf,
}

/// A new project in a folder that is removed with the value.
fn project() -> Folder {
    folder(&[])
}

/// A new project that is asked for with these flags.
fn folder(flags: &[&str]) -> Folder {
    let dir = tempfile::tempdir().unwrap();
    let path = Utf8PathBuf::from_path_buf(dir.path().join("desk")).unwrap();
    let folder = Folder { _dir: dir, path };
    let output = run(&folder.path, &[&["new", "project", folder.path.as_str()], flags].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    folder
}

fn run(project: &Utf8Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
    command
        .args(["--project", project.as_str()])
        .args(arguments)
        .env_remove("GITHUB_ACTIONS")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[track_caller]
fn check(project: &Folder, arguments: &[&str], code: i32, words: &str) {
    let output = run(&project.path, arguments);
    assert_eq!(output.status.code(), Some(code), "{}", said(&output));
    assert!(said(&output).contains(words), "expected `{words}` in:\n{}", said(&output));
}

/// The arguments of a build in which a warning is an error.
const BUILD: [&str; 4] = ["build", "--strict", "--base-url", "https://desk.test/"];

/// Checks without an error or a warning.
#[track_caller]
fn is_sound(project: &Folder) {
    check(project, &["check", "--strict"], 0, "nothing is wrong");
}

/// Replaces words of a file.
#[track_caller]
fn write_over(project: &Folder, path: &str, words: &str, others: &str) {
    let path = project.path.join(path);
    let text = fs_err::read_to_string(&path).unwrap();
    assert!(text.contains(words), "{text}");
    fs_err::write(&path, text.replace(words, others)).unwrap();
}

#[test]
fn a_value_that_the_editors_read_is_added_and_listed() {
    let project = project();
    let article = "---\ntitle: Polisi\noutlet: Redio\npublished: unknown\nlanguage: sw\nkind: report\ntext: full\n---\nPolisi waliwakamata watu zaidi ya mia tano.\n";
    fs_err::write(project.path.join("content/articles/redio.md"), article).unwrap();
    let sheet = "title: Raid\nsummary: Police raided a compound.\nfacts:\n  held:\n    kind: count\n    unit: people\n    claims: []\n";
    fs_err::write(project.path.join("content/events/msako.yaml"), sheet).unwrap();
    let add = ["add", "claim", "--event", "msako", "--fact", "held", "--source", "redio", "--value"];
    let rest =
        ["zaidi ya mia tano", "--quote", "waliwakamata watu zaidi ya mia tano", "--read-as", "more than 500"];
    check(&project, &[&add[..], &rest[..3]].concat(), 1, "is not a number that can be read");
    check(&project, &[&add[..], &rest[..]].concat(), 0, "`redio` answers `held`");
    check(&project, &["check", "--strict"], 0, "1 value is read by the editors, not by the program:");
    let listed = "msako.yaml:7:67: `zaidi ya mia tano` of `redio` is read as `more than 500` by editors";
    check(&project, &["check", "--strict"], 0, listed);
}

#[test]
fn a_new_project_shows_an_agreement_a_variant_a_contradiction_a_chart_and_a_briefing() {
    let project = project();
    is_sound(&project);
    let loaded = source::load(&project.path).unwrap();
    let options = Options { base_url: Some("https://desk.test/".to_owned()), ..Options::default() };
    let (judged, faults) = pipeline::judge(&loaded, &options);
    assert_eq!(faults, []);
    let judged = judged.unwrap();
    for class in [Class::Agree, Class::Variant, Class::Contradict] {
        assert!(judged.findings.iter().any(|finding| finding.class == class), "{class}");
    }
    let facts = judged.corpus.facts.iter().map(|fact| fact.id.as_str());
    assert!(facts.eq(["fire-date", "people-hurt", "firefighters", "fire-chief"]));
    let built = pipeline::build(&loaded, &options).edition.unwrap();
    let has = |ending: &str| built.tree.iter().any(|(path, _)| path.as_str().ends_with(ending));
    assert!(has("index.html") && has("people-hurt.svg"));
}

#[test]
fn nothing_is_overwritten() {
    let project = project();
    check(&project, &["new", "project", project.path.as_str()], 3, "are there already; nothing was written");
    let event = ["new", "event", "pier-9-fire", "--articles", "coast-radio"];
    check(&project, &event, 3, "is there already; nothing was written");
    check(&project, &["new", "article", "coast-radio"], 3, "is there already; nothing was written");
    is_sound(&project);
}

#[test]
fn a_new_article_and_a_new_event_are_there_to_be_filled_in() {
    let project = project();
    let article = ["new", "article", "daily", "--outlet", "The: \"Daily\"", "--published", "2026-03"];
    check(&project, &article, 0, "daily.md");
    let event = ["new", "event", "second-fire", "--articles", "coast-radio,daily"];
    check(&project, &event, 0, "the sheet is a draft until one has an answer");
    let sheet = fs_err::read_to_string(project.path.join("content/events/second-fire.yaml")).unwrap();
    assert!(sheet.starts_with("# yaml-language-server: $schema="));
    assert!(sheet.contains("  #     - source: coast-radio\n") && sheet.contains("  daily: {}\n"));
    check(&project, &["new", "event", "third-fire"], 3, "name its articles: `--articles first,second`");
    let placeholder = "Put the text of the article here.";
    check(&project, &["check"], 1, "`Put the text of the article here.` is a placeholder");
    write_over(&project, "content/articles/daily.md", placeholder, "A fire broke out at the port.");
    is_sound(&project);
}

#[test]
fn a_new_event_asks_and_answers_nothing() {
    let project = project();
    check(
        &project,
        &["new", "event", "second-fire", "--articles", "coast-radio,harbour-gazette"],
        0,
        "draft",
    );
    check(&project, &BUILD, 0, "pages");
    let sheet = fs_err::read_to_string(project.path.join("content/events/second-fire.yaml")).unwrap();
    for question in ["when", "where", "how-many", "who-was-responsible"] {
        assert!(sheet.contains(&format!("  # {question}:\n")), "{sheet}");
    }
    assert!(sheet.contains("\nfacts: {}\n") && !sheet.contains("23"), "{sheet}");
}

#[test]
fn the_digest_of_a_capture_is_written_by_the_program() {
    let project = project();
    let text = "Over 1,000 people were led away.\n";
    let captures = project.path.join("captures");
    fs_err::create_dir_all(&captures).unwrap();
    fs_err::write(captures.join("wire.txt"), text).unwrap();
    fs_err::write(captures.join("wire.pdf"), b"%PDF-1.7 \xff\xfe\x00").unwrap();
    let capture = captures.join("wire.txt");
    let new = ["new", "article", "wire", "--text", "digest", "--kind", "statement", "--capture"];
    check(&project, &[&new[..], &[capture.as_str()]].concat(), 0, "digest in your own words");
    let article = fs_err::read_to_string(project.path.join("content/articles/wire.md")).unwrap();
    let pinned = format!("capture: {{file: \"wire.txt\", sha256: \"{}\"}}\n", Digest::of(text.as_bytes()));
    assert!(article.contains(&pinned) && article.contains("kind: statement\ntext: digest\n"), "{article}");
    let binary = captures.join("wire.pdf");
    let refused = |arguments: &[&str], words: &str| {
        check(&project, &[&["new", "article", "other"], arguments].concat(), 3, words);
        assert!(!project.path.join("content/articles/other.md").exists());
    };
    refused(&["--capture", binary.as_str()], "cannot be a capture: it is not UTF-8 text");
    refused(&["--capture", captures.join("none.txt").as_str()], "there is no file");
    refused(&["--capture", "no/folder/none.txt"], "there is no folder");
    refused(&["--text", "digest"], "name it: `--capture FILE`");
    refused(&["--text", "full", "--capture", capture.as_str()], "leave `--capture` out");
    refused(&["--kind", "reprot"], "did you mean `report`?");
}

#[test]
fn a_sample_with_captures_is_what_verifying_it_gives() {
    let folder = folder(&["--captures"]);
    is_sound(&folder);
    let lock = folder.path.join("content/captures.lock.yaml");
    let shipped = fs_err::read_to_string(&lock).unwrap();
    fs_err::remove_file(&lock).unwrap();
    let captures = folder.path.join("captures");
    check(&folder, &["verify", "--captures", captures.as_str()], 0, "written");
    assert_eq!(fs_err::read_to_string(&lock).unwrap(), shipped);
    let ignored = fs_err::read_to_string(folder.path.join(".gitignore")).unwrap();
    assert!(ignored.contains("\n/captures/\n"));
}

#[test]
fn a_bare_project_waits_for_its_first_event_and_publishes_no_address_that_is_not_its_own() {
    let folder = folder(&["--bare", "--language", "km"]);
    check(&folder, &["check"], 1, "the project has no event and no question");
    check(&folder, &["check"], 1, "begin one with `variorum new event ID`");
    let settings = fs_err::read_to_string(folder.path.join("variorum.yaml")).unwrap();
    assert!(settings.contains("\nlanguage: km\n") && settings.contains("\n# base_url: "), "{settings}");
    assert!(!folder.path.join("content/events").exists());
    let snippets = fs_err::read_to_string(folder.path.join(".vscode/variorum.code-snippets")).unwrap();
    assert!(serde_json::from_str::<serde_json::Value>(&snippets).is_ok());
}

#[test]
fn a_workflow_runs_a_release_that_somebody_named() {
    let folder = folder(&["--github", "--program", "desk/variorum"]);
    let workflow = fs_err::read_to_string(folder.path.join(".github/workflows/pages.yml")).unwrap();
    let action = format!("uses: desk/variorum@v{}\n", env!("CARGO_PKG_VERSION"));
    assert!(workflow.contains(&action) && !workflow.contains("{{repository}}"), "{workflow}");
    let other = ["new", "deployment", "netlify", "--program", "desk/variorum"];
    check(&folder, &other, 0, "netlify.toml");
    check(&folder, &other, 3, "nothing was written");
    check(&folder, &["new", "deployment", "gitlab"], 3, "--program OWNER/NAME");
    check(&folder, &["new", "deployment", "gitlab", "--program", "desk"], 3, "the owner, `/`");
}

#[test]
fn the_remarks_of_a_new_event_are_a_sheet_that_builds_once_they_are_filled_in() {
    const WORDS: &str = "On 3 March 2026 over 1,000 people were led out of Pier 9 by Maria Lindqvist";
    let project = project();
    let capture = format!("The wire reports. {WORDS}, who lit the fire.\n");
    let captures = project.path.join("../captures");
    fs_err::create_dir_all(&captures).unwrap();
    for name in ["wire", "post"] {
        fs_err::write(captures.join(format!("{name}.txt")), &capture).unwrap();
        let digest = Digest::of(capture.as_bytes());
        let article = format!(
            "---\ntitle: Of {name}\noutlet: {name}\npublished: \"2026-03-04\"\nlanguage: en\nkind: report\ntext: digest\ncapture: {{file: {name}.txt, sha256: {digest}}}\n---\nIt tells of a fire.\n"
        );
        fs_err::write(project.path.join(format!("content/articles/{name}.md")), article).unwrap();
    }
    check(&project, &["new", "event", "third-fire", "--articles", "wire,post"], 0, "a draft");
    let path = project.path.join("content/events/third-fire.yaml");
    let sheet = fs_err::read_to_string(&path).unwrap();
    // As its author would: without the two lines that hold it back, each remark a line, each blank filled.
    let (head, remarks) = sheet.split_once("# Held back until a question has an answer").unwrap();
    let questions = remarks.split_once("  # Questions to take over").unwrap().1.split_once('\n').unwrap().1;
    let filled = questions
        .lines()
        .map(|line| format!("  {}\n", line.strip_prefix("  # ").unwrap()))
        .collect::<String>()
        .replace('…', WORDS)
        .replace("the place as the source spells it", "Pier 9")
        .replace("the name as the source spells it", "Maria Lindqvist");
    fs_err::write(&path, format!("{head}facts:\n{filled}")).unwrap();
    check(&project, &["verify", "--captures", captures.as_str()], 1, "is a placeholder");
    let placeholder = "Put here what happened, in a sentence or two.";
    write_over(&project, "content/events/third-fire.yaml", placeholder, "It burnt again.");
    check(&project, &["verify", "--captures", captures.as_str()], 0, "written");
    is_sound(&project);
    check(&project, &BUILD, 0, "pages");
    let page = fs_err::read_to_string(project.path.join("site/events/third-fire.html")).unwrap();
    for question in ["When it happened", "Where it happened", "People affected", "Who was responsible"] {
        assert!(page.contains(question), "{question}");
    }
}

#[test]
fn a_sheet_in_short_forms_says_what_the_long_one_says() {
    let project = project();
    is_sound(&project);
    check(&project, &BUILD, 0, "pages");
    let page = |path: &str| fs_err::read(project.path.join("site").join(path)).unwrap();
    let pages = ["events/pier-9-fire.html", "index.html", "data/facts.json", "discrepancies.html"];
    let before = pages.map(page);
    let path = project.path.join("content/events/pier-9-fire.yaml");
    let long = fs_err::read_to_string(&path).unwrap();
    let mut short = String::new();
    let mut lines = long.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(source) = line.strip_prefix("      - source: ") else {
            short.push_str(&format!("{line}\n"));
            continue;
        };
        let value = lines.next().unwrap().trim().strip_prefix("value: ").unwrap().trim_matches('"');
        let quote = lines.next().unwrap().trim().strip_prefix("quote: ").unwrap();
        let value = if value == "2026-03-03" { "3 March 2026" } else { value };
        let at = quote.to_lowercase().find(&value.to_lowercase()).unwrap();
        let (head, tail) = (&quote[..at], &quote[at + value.len()..]);
        let words = &quote[at..at + value.len()];
        let key = if source == "coast-radio" { "cr" } else { source };
        short.push_str(&format!("      - {key}: \"{head}{{{words}}}{tail}\"\n"));
    }
    let short = short.replace("  coast-radio: {as_of", "  cr: {article: coast-radio, as_of");
    assert!(
        short.contains("cr: \"{More than 50} firefighters") && short.lines().count() < long.lines().count()
    );
    fs_err::write(&path, short).unwrap();
    check(&project, &BUILD, 0, "pages");
    assert!(pages.map(page) == before, "a page differs");
}

#[test]
fn a_claim_is_added_to_a_question() {
    let project = project();
    let event = fs_err::read_to_string(project.path.join("content/events/pier-9-fire.yaml")).unwrap();
    let question = "title: Was it arson?\nsummary: Nobody says so.\nfacts:\n  arson: # asked by readers\n    kind: text\n    claims:\n      - {source: coast-radio, value: no, quote: More than 50 firefighters were called}\n";
    let path = project.path.join("content/questions/arson.yaml");
    fs_err::create_dir_all(path.parent().unwrap()).unwrap();
    fs_err::write(&path, question).unwrap();
    let mut arguments = CLAIM;
    arguments[3] = "arson";
    arguments[5] = "arson";
    arguments[9] = "still open";
    check(&project, &arguments, 0, "`coast-radio` answers `arson`");
    let claim = "      - {source: coast-radio, value: \"still open\", quote: \"More than 50 firefighters were called\"}\n";
    assert_eq!(fs_err::read_to_string(&path).unwrap(), format!("{question}{claim}"));
    assert_eq!(fs_err::read_to_string(project.path.join("content/events/pier-9-fire.yaml")).unwrap(), event);
    arguments[3] = "arsno";
    check(&project, &arguments, 3, "did you mean `arson`?");
}

#[test]
fn the_pages_of_a_new_project_show_what_they_promise() {
    let project = project();
    let output = run(&project.path, &BUILD);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!said(&output).contains("warning"), "{}", said(&output));
    let page = |path: &str| fs_err::read_to_string(project.path.join("site").join(path)).unwrap();
    let event = page("events/pier-9-fire.html");
    for class in ["agree", "variant", "contradict"] {
        assert!(event.contains(&format!("tag t-{class}\"")), "no {class}");
    }
    let list = page("discrepancies.html");
    assert!(list.contains("data-class=\"variant\"") && list.contains("data-class=\"contradict\""));
    assert!(event.contains("<svg") && event.contains("<table"), "no chart with its figures");
    assert!(page("index.html").contains("Pier 9"), "no briefing of the fire");
    assert!(page("briefing.md").contains("Pier 9"));
}

#[test]
fn a_folder_with_spaces_and_umlauts_is_a_project_like_any_other() {
    let dir = tempfile::tempdir().unwrap();
    let root = Utf8PathBuf::from_path_buf(dir.path().to_owned()).unwrap();
    let folder = root.join("Mein Büro für Größe");
    let output = run(&folder, &["new", "project", folder.as_str()]);
    assert!(said(&output).contains("Mein Büro für Größe\" build"), "{}", said(&output));
    let output = run(&folder, &["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(folder.join("site/index.html").is_file());
    // A second time it is there, which a few names say as well as all of them.
    let output = run(&folder, &["new", "project", folder.as_str()]);
    assert_eq!(output.status.code(), Some(3));
    assert!(said(&output).contains(" more are there already; nothing was written"), "{}", said(&output));
    // An id has none of them, and the one to write is named in letters that it can have.
    let output = run(&folder, &["new", "article", "Ärzte Blatt"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(said(&output).contains("arzte-blatt"), "{}", said(&output));
}

#[test]
fn an_article_that_does_not_exist_is_named_with_the_nearest() {
    check(&project(), &["new", "event", "x", "--articles", "coast-radoi"], 3, "did you mean `coast-radio`?");
}

#[test]
fn ids_and_dates_that_cannot_be_are_wrong_usage() {
    let project = project();
    check(&project, &["new", "article", "The Daily"], 3, "the-daily");
    check(&project, &["new", "article", "daily", "--published", "4/3/2026"], 3, "can be read in two ways");
}

const CLAIM: [&str; 12] = [
    "add",
    "claim",
    "--event",
    "pier-9-fire",
    "--fact",
    "firefighters",
    "--source",
    "coast-radio",
    "--value",
    "more than 50",
    "--quote",
    "More than 50 firefighters were called",
];

#[test]
fn a_claim_is_added_between_what_stands_there() {
    let project = project();
    let path = project.path.join("content/events/pier-9-fire.yaml");
    let before = fs_err::read_to_string(&path).unwrap();
    let mut arguments = CLAIM;
    arguments[5] = "people-hurt";
    arguments[9] = "23";
    arguments[11] = "23 people were hurt";
    check(&project, &arguments, 0, "`coast-radio` answers `people-hurt`");
    let after = fs_err::read_to_string(&path).unwrap();
    let end =
        "        quote: 23 people were hurt, some of them firefighters\n        via: [maria-lindqvist]\n";
    let claim =
        "      - source: coast-radio\n        value: \"23\"\n        quote: \"23 people were hurt\"\n";
    assert_eq!(after, before.replace(end, &format!("{end}{claim}")));
    check(&project, &["check"], 0, "nothing is wrong");
}

#[test]
fn a_claim_that_would_be_a_fault_is_not_written() {
    let project = project();
    let path = project.path.join("content/events/pier-9-fire.yaml");
    let before = fs_err::read(&path).unwrap();
    let with = |position: usize, words: &'static str| {
        let mut arguments = CLAIM;
        arguments[position] = words;
        arguments
    };
    check(&project, &with(9, "quite a lot"), 1, "number-unreadable");
    // Words that begin with a dash are words, and no flag.
    check(&project, &with(9, "-5"), 1, "`-5`");
    check(&project, &with(11, "- all of them sailors"), 1, "quote-missing");
    check(&project, &with(11, "all of them sailors"), 1, "quote-missing");
    check(&project, &with(5, "fire-fighters"), 3, "did you mean `firefighters`?");
    check(&project, &with(3, "pier-8-fire"), 3, "did you mean `pier-9-fire`?");
    check(&project, &with(7, "coast-radoi"), 1, "did you mean `coast-radio`?");
    assert_eq!(fs_err::read(&path).unwrap(), before);
}

#[test]
fn schemas_completions_and_a_manual_are_written() {
    let project = project();
    fs_err::remove_dir_all(project.path.join("schemas")).unwrap();
    check(&project, &["schema"], 0, "sheet.schema.json: content/events/*.yaml, content/questions/*.yaml");
    let schema = fs_err::read_to_string(project.path.join("schemas/sheet.schema.json")).unwrap();
    assert!(schema.contains("http://json-schema.org/draft-07/schema#"));
    for arguments in [vec!["completions", "bash"], vec!["completions", "fish"], vec!["man"]] {
        let output = run(&project.path, &arguments);
        assert!(output.status.success() && output.stdout.len() > 500, "{arguments:?}");
    }
}

#[test]
fn a_claim_is_added_to_a_fact_about_an_entity() {
    let project = project();
    let path = project.path.join("content/entities.yaml");
    let before = fs_err::read_to_string(&path).unwrap();
    let facts = "\nbrewery:\n  kind: organisation\n  name: Harbour Brewery\n  facts:\n    closed:   # asked since 2026\n      kind: text\n      claims:\n      - {source: coast-radio, value: shut, quote: More than 50 firefighters were called}\n";
    fs_err::write(&path, format!("{before}{facts}")).unwrap();
    let mut arguments = CLAIM;
    arguments[3] = "brewery";
    arguments[5] = "closed";
    check(&project, &arguments, 0, "`coast-radio` answers `closed`");
    let after = fs_err::read_to_string(&path).unwrap();
    let claim = "      - {source: coast-radio, value: \"more than 50\", quote: \"More than 50 firefighters were called\"}\n";
    assert_eq!(after, format!("{before}{facts}{claim}"));
    arguments[3] = "brewry";
    check(&project, &arguments, 3, "did you mean `brewery`?");
    arguments[3] = "brewery";
    arguments[5] = "closd";
    check(&project, &arguments, 3, "did you mean `closed`?");
}

#[test]
fn a_project_that_cannot_be_made_leaves_nothing_behind() {
    let dir = tempfile::tempdir().unwrap();
    let root = Utf8PathBuf::from_path_buf(dir.path().to_owned()).unwrap();
    let names = |folder: &Utf8Path| -> Vec<String> {
        let mut names: Vec<String> =
            folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().file_name().to_owned()).collect();
        names.sort();
        names
    };
    // A file where a folder is needed, and one where a file is.
    for (standing, told) in
        [("a/content", "a/content` is there already"), ("b/schemas", "b/schemas` is there already")]
    {
        let path = root.join(standing);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(&path, "mine").unwrap();
        let folder = path.parent().unwrap();
        let output = run(&root, &["new", "project", folder.as_str()]);
        assert_eq!(output.status.code(), Some(3), "{}", said(&output));
        assert!(said(&output).contains(told), "{}", said(&output));
        assert_eq!(names(folder), [path.file_name().unwrap()]);
    }
    fs_err::write(root.join("file"), "mine").unwrap();
    let output = run(&root, &["new", "project", root.join("file/project").as_str()]);
    assert_ne!(output.status.code(), Some(0));
    let long = "n".repeat(300);
    let output = run(&root, &["new", "project", root.join(&long).as_str()]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(!said(&output).contains("is there already") && said(&output).contains("nothing was written"));
    // A limit of file sizes is met after the first files.
    let limited = root.join("c/d/e");
    let script = "ulimit -f 8; exec \"$0\" new project \"$1\"";
    let mut command = Command::new("sh");
    let output =
        command.args(["-c", script, env!("CARGO_BIN_EXE_variorum"), limited.as_str()]).output().unwrap();
    assert_ne!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!root.join("c").exists(), "{:?}", names(&root));
}
