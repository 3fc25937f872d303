//! Nothing that is wrong reaches the edition: each fault, laid over a project that was published,
//! makes `build` exit with 1, is told at its place, and leaves every byte of site/ as it was.

mod project;

use std::collections::BTreeSet;
use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};
use project::{Project, case_names, cases, copy};

/// The edition of the sound project.
struct Published {
    project: Project,
    files: BTreeSet<(Utf8PathBuf, Vec<u8>)>,
}

fn published() -> Published {
    let project = Project::over(&[]);
    let output = run(&project, &["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let files = snapshot(&project.root.join("site"));
    assert!(files.len() > 50);
    Published { project, files }
}

impl Published {
    /// Puts the edition into another project, as though it had been built there.
    fn lay_into(&self, project: &Project) {
        copy(&self.project.root.join("site"), &project.root.join("site"));
    }

    /// Builds a project that is faulty now, and expects its faults and the edition as it was.
    #[track_caller]
    fn expects(&self, (name, project): (&str, &Project), faults: &[&str], output: &Output) {
        let said = said(output);
        assert_eq!(output.status.code(), Some(1), "{name}: {said}");
        let told: Vec<&str> = said.lines().collect();
        assert_eq!(told[..faults.len().min(told.len())], *faults, "{name}");
        assert_eq!(told.len(), faults.len() + 2, "{name}: {said}");
        let (summary, last) = (told[faults.len()], told[faults.len() + 1]);
        let n_errors = faults.iter().filter(|fault| fault.contains("error[")).count();
        assert!(summary.starts_with(&format!("{n_errors} error")), "{name}: {summary}");
        assert_eq!(last, "nothing was written; the earlier edition stands as it was", "{name}");
        assert!(output.stdout.is_empty(), "{name}");
        assert!(snapshot(&project.root.join("site")) == self.files, "{name} changed the edition");
    }
}

fn program() -> &'static str {
    env!("CARGO_BIN_EXE_variorum")
}

fn run(project: &Project, arguments: &[&str]) -> Output {
    run_as(Command::new(program()), project, arguments)
}

fn run_as(mut command: Command, project: &Project, arguments: &[&str]) -> Output {
    command.args(["--project", project.root.as_str()]).args(arguments);
    command.env_remove("GITHUB_ACTIONS").env_remove("GITHUB_STEP_SUMMARY").output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Every file below a folder with its bytes, by its path there.
fn snapshot(folder: &Utf8Path) -> BTreeSet<(Utf8PathBuf, Vec<u8>)> {
    let mut files = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in next.read_dir_utf8().unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.into_path());
            } else {
                let path = entry.path().strip_prefix(folder).unwrap().to_owned();
                files.insert((path, fs_err::read(entry.path()).unwrap()));
            }
        }
    }
    files
}

#[test]
fn no_case_that_is_faulty_reaches_the_edition() {
    let published = published();
    let mut n_faulty = 0;
    for name in case_names() {
        let expected = fs_err::read_to_string(cases().join(&name).join("expected.txt")).unwrap();
        let faults: Vec<&str> = expected.lines().filter(|line| !line.starts_with("  ")).collect();
        let project = Project::of(&name);
        published.lay_into(&project);
        let output = run(&project, &["build", "--format", "short"]);
        if faults.iter().any(|fault| fault.contains(": error[")) {
            published.expects((&name, &project), &faults, &output);
            n_faulty += 1;
        } else {
            assert_eq!(output.status.code(), Some(0), "{name}: {}", said(&output));
        }
    }
    assert!(n_faulty > 60, "{n_faulty}");
}

/// A fault that no folder can hold: how it is made, and what is told of it.
struct Slip {
    name: &'static str,
    make: fn(&Project),
    told: &'static [&'static str],
}

fn slips() -> Vec<Slip> {
    let mut slips = slips_of_bytes();
    slips.extend(slips_of_characters());
    slips.extend(slips_of_projects());
    #[cfg(unix)]
    slips.extend(links::slips());
    slips
}

fn sheet(project: &Project, bytes: &[u8]) {
    project.write("content/events/a.yaml", bytes);
}

/// Characters that no editor shows, or that show others in their place.
fn slips_of_characters() -> Vec<Slip> {
    vec![
        Slip {
            name: "a NUL byte",
            make: |project| sheet(project, b"title: \0x\n"),
            told: &[
                "content/events/a.yaml:1:8: error[file-unreadable]: this is not UTF-8 text: a control character, U+0000, at byte 7",
            ],
        },
        Slip {
            name: "a control character",
            make: |project| sheet(project, b"title: a\x08b\n"),
            told: &[
                "content/events/a.yaml:1:9: error[file-unreadable]: this is not UTF-8 text: a control character, U+0008, at byte 8",
            ],
        },
        Slip {
            name: "a control character behind an escape",
            make: |project| project.write("content/pages/a.md", b"---\ntitle: \"a\\u0007b\"\n---\nWords.\n"),
            told: &[
                "content/pages/a.md:2:8: error[type-mismatch]: the value holds the control character U+0007",
            ],
        },
        Slip {
            name: "a character that turns a figure around",
            make: |project| sheet(project, "title: \u{202E}802,1\n".as_bytes()),
            told: &[
                "content/events/a.yaml:1:8: error[file-unreadable]: this is not UTF-8 text: a control character, U+202E, at byte 7",
            ],
        },
        Slip {
            name: "a character that turns a figure around, behind an escape",
            make: |project| {
                project.write("content/pages/a.md", b"---\ntitle: \"\\u202E802,1\"\n---\nWords.\n");
            },
            told: &[
                "content/pages/a.md:2:8: error[type-mismatch]: the value holds the control character U+202E",
            ],
        },
    ]
}

fn slips_of_bytes() -> Vec<Slip> {
    vec![
        Slip {
            name: "a Latin-1 file",
            make: |project| sheet(project, b"title: x\nsummary: Caf\xE9\n"),
            told: &[
                "content/events/a.yaml:2:13: error[file-unreadable]: this is not UTF-8 text: 0xE9 at byte 21",
            ],
        },
        Slip {
            name: "a UTF-16 file",
            make: |project| {
                let utf_16: Vec<u8> = "title: A\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
                sheet(project, &[b"\xFF\xFE".as_slice(), &utf_16].concat());
            },
            told: &[
                "content/events/a.yaml:1:1: error[file-unreadable]: this is not UTF-8 text: it begins like UTF-16, low byte first, at byte 0",
            ],
        },
        Slip {
            name: "nesting 100,000 deep",
            make: |project| {
                sheet(project, format!("title: {}{}\n", "[".repeat(100_000), "]".repeat(100_000)).as_bytes());
            },
            told: &[
                "content/events/a.yaml:1:263: error[yaml-syntax]: lists and mappings are nested too deep",
            ],
        },
        Slip {
            name: "an alias bomb",
            make: |project| {
                let bomb: String = ('b'..='i')
                    .map(|name| {
                        let of = char::from(name as u8 - 1);
                        format!("{name}: &{name} [{}]\n", vec![format!("*{of}"); 9].join(", "))
                    })
                    .collect();
                sheet(project, format!("a: &a [x, x, x, x, x, x, x, x, x]\n{bomb}").as_bytes());
            },
            told: &["content/events/a.yaml:7:8: error[yaml-syntax]: the aliases stand for too many values"],
        },
    ]
}

fn slips_of_projects() -> Vec<Slip> {
    vec![
        Slip {
            name: "a file of 200 MB",
            make: |project| {
                sheet(project, b"title: x\n");
                let path = project.root.join("content/events/a.yaml");
                fs_err::OpenOptions::new().write(true).open(path).unwrap().set_len(200 << 20).unwrap();
            },
            told: &["content/events/a.yaml:1:1: error[file-unreadable]: this file is larger than 8 MiB"],
        },
        Slip {
            name: "a directory named x.yaml",
            make: |project| project.write("content/events/x.yaml/y.yaml", b"title: x\n"),
            told: &[
                "content/events/x.yaml:1:1: error[file-unreadable]: this is a folder; a file is expected under this name",
            ],
        },
        Slip {
            name: "an empty project",
            make: |project| {
                for folder in ["events", "articles", "pages"] {
                    fs_err::remove_dir_all(project.root.join("content").join(folder)).unwrap();
                }
                fs_err::remove_file(project.root.join("content/briefing.md")).unwrap();
            },
            told: &["variorum.yaml:1:1: error[project-empty]: the project has no event and no question"],
        },
        Slip {
            name: "a project whose articles are all held back",
            make: |project| {
                for article in ["alpha", "beta"] {
                    let path = project.root.join(format!("content/articles/{article}.md"));
                    let text = fs_err::read_to_string(&path).unwrap();
                    fs_err::write(path, text.replace("text: full", "text: full\ndraft: true")).unwrap();
                }
                fs_err::remove_file(project.root.join("content/briefing.md")).unwrap();
                fs_err::remove_dir_all(project.root.join("content/pages")).unwrap();
                let raid = project.root.join("content/events/raid.yaml");
                let text = fs_err::read_to_string(&raid).unwrap();
                let (head, tail) = text.split_once("summary: >-").unwrap();
                let (_, facts) = tail.split_once("sources:").unwrap();
                fs_err::write(raid, format!("{head}summary: A raid.\nsources:{facts}")).unwrap();
            },
            told: &[
                "variorum.yaml:1:1: error[project-empty]: the project has no event and no question in this edition",
            ],
        },
        Slip {
            name: "a quote edited since it was verified",
            make: |project| {
                verified_sheet(project, "arrested 1,208 people");
                let output = run(project, &["check"]);
                assert_eq!(output.status.code(), Some(0), "{}", said(&output));
                verified_sheet(project, "arrested 1,208 men");
            },
            told: &[
                "content/events/case.yaml:8:48: error[quote-unverified]: this quote has not been found in the capture of `gamma`",
            ],
        },
    ]
}

/// A digest with a quote, of which the lock says that `arrested 1,208 people` was found.
fn verified_sheet(project: &Project, quote: &str) {
    let digest = variorum::digest::Digest::of_parts([b"arrested 1,208 people".as_slice(), b"", b""]);
    let sha256 = "a".repeat(64);
    let article = format!(
        "---\ntitle: Gamma\noutlet: Gamma\npublished: \"2025-07-15\"\nlanguage: en\nkind: report\ntext: digest\ncapture: {{file: gamma.txt, sha256: {sha256}}}\n---\nA digest.\n"
    );
    let sheet = format!(
        "title: A case\nsummary: Nothing is bound.\nfacts:\n  held:\n    kind: count\n    unit: people\n    claims:\n      - {{source: gamma, value: \"1,208\", quote: \"{quote}\"}}\n"
    );
    let mut lock = variorum::capture::Lock::default();
    let locked = variorum::capture::LockedArticle {
        sha256: variorum::digest::Digest::from_hex(&sha256).unwrap(),
        file: "gamma.txt".to_owned(),
        n_bytes: 100,
        quotes: [(digest, variorum::capture::LockedQuote { rung: variorum::text::Rung::Exact, offset: 7 })]
            .into(),
        set_aside: [].into(),
        figures: Vec::new(),
    };
    lock.articles.insert(variorum::model::Id::new("gamma").unwrap(), locked);
    project.write("content/articles/gamma.md", article.as_bytes());
    project.write("content/captures.lock.yaml", lock.to_yaml().as_bytes());
    project.write("content/events/case.yaml", sheet.as_bytes());
}

#[test]
fn no_fault_of_the_disk_or_of_bytes_reaches_the_edition() {
    let published = published();
    for slip in slips() {
        let project = Project::over(&[]);
        published.lay_into(&project);
        (slip.make)(&project);
        let output = run(&project, &["build", "--format", "short"]);
        published.expects((slip.name, &project), slip.told, &output);
    }
}

/// Faults that take a system with links, sockets and permissions.
#[cfg(unix)]
mod links {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink};
    use std::os::unix::process::CommandExt as _;

    use super::*;

    pub(super) fn slips() -> Vec<Slip> {
        fn link(project: &Project, target: &str, name: &str) {
            symlink(target, project.root.join("content/events").join(name)).unwrap();
        }
        vec![
            Slip {
                name: "a link that leads in a circle",
                make: |project| link(project, "..", "circle"),
                told: &[
                    "content/events/circle:1:1: error[file-unreadable]: this link leads back to a folder that contains it",
                ],
            },
            Slip {
                name: "two links that lead to each other",
                make: |project| {
                    link(project, "b.yaml", "a.yaml");
                    link(project, "a.yaml", "b.yaml");
                },
                told: &[
                    "content/events/a.yaml:1:1: error[file-unreadable]: this link leads to nothing that can be read",
                    "content/events/b.yaml:1:1: error[file-unreadable]: this link leads to nothing that can be read",
                ],
            },
            Slip {
                name: "a link out of content",
                make: |project| {
                    project.write("../secret.yaml", b"title: x\n");
                    link(project, "../../../secret.yaml", "out.yaml");
                },
                told: &[
                    "content/events/out.yaml:1:1: error[file-unreadable]: this link leads out of `content/`, so its target is not read",
                ],
            },
            Slip {
                name: "a link to nothing",
                make: |project| link(project, "gone.yaml", "nowhere.yaml"),
                told: &[
                    "content/events/nowhere.yaml:1:1: error[file-unreadable]: this link leads to nothing that can be read",
                ],
            },
            Slip {
                name: "a socket",
                make: |project| {
                    let path = project.root.join("content/events/a.yaml");
                    drop(std::os::unix::net::UnixListener::bind(path).unwrap());
                },
                told: &[
                    "content/events/a.yaml:1:1: error[file-unreadable]: this is a device, a pipe or a socket, not a file",
                ],
            },
        ]
    }

    /// Nobody in particular, on every system that numbers its users.
    const NOBODY: u32 = 65534;

    /// A superuser may read everything, so that for one the program runs as nobody in particular.
    #[test]
    fn a_file_that_may_not_be_read_is_named() {
        let published = published();
        let project = Project::over(&[("content/events/a.yaml", b"title: x\n")]);
        published.lay_into(&project);
        let path = project.root.join("content/events/a.yaml");
        fs_err::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
        let mut command = Command::new(program());
        let is_root = fs_err::metadata(&path).unwrap().uid() == 0;
        // Nothing is denied to root, so the program is run by somebody else then.
        println!("run by {}", if is_root { "nobody, for root" } else { "the owner" });
        if is_root {
            let above = project.root.parent().unwrap();
            give_away(above);
            let program = above.join("variorum");
            fs_err::copy(super::program(), &program).unwrap();
            command = Command::new(program);
            command.uid(NOBODY).gid(NOBODY);
        }
        let output = run_as(command, &project, &["build", "--format", "short"]);
        let told = [
            "content/events/a.yaml:1:1: error[file-unreadable]: this file cannot be read: permission denied",
        ];
        published.expects(("a file that may not be read", &project), &told, &output);
    }

    fn give_away(path: &Utf8Path) {
        chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        if path.is_dir() {
            for entry in path.read_dir_utf8().unwrap() {
                give_away(entry.unwrap().path());
            }
        }
    }
}
