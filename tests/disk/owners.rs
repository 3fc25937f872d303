//! Owner, group, mode and attributes of the published folder and of what others put there stay.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::process::Command;

use rustix::fs::{XattrFlags, getxattr, setxattr};

use super::desk::{Desk, code, is_root, output_in_time, said};

/// The user and group of a web server, as good as any other.
const SERVER: (u32, u32) = (33, 33);
/// Somebody without rights.
const NOBODY: u32 = 65_534;

fn seen(desk: &Desk, below: &str) -> (u32, u32, u32) {
    let metadata = desk.path(below).symlink_metadata().unwrap();
    (metadata.uid(), metadata.gid(), metadata.permissions().mode() & 0o7777)
}

fn set_mode(desk: &Desk, below: &str, mode: u32) {
    fs_err::set_permissions(desk.path(below), std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_servers_folder_stays_the_servers() {
    if !is_root("a_servers_folder_stays_the_servers") {
        return;
    }
    for how in ["exchange", "in-place"] {
        let desk = Desk::built();
        desk.put("p/site/.well-known/token", "1");
        for below in ["p/site", "p/site/events", "p/site/.well-known"] {
            chown(desk.path(below), Some(SERVER.0), Some(SERVER.1)).unwrap();
            set_mode(&desk, below, 0o2750);
        }
        let (name, value) = ("user.desk", b"archive".as_slice());
        setxattr(desk.path("p/site").as_std_path(), name, value, XattrFlags::empty()).unwrap();
        setxattr(desk.path("p/site/.well-known").as_std_path(), name, value, XattrFlags::empty()).unwrap();
        desk.answer("21");
        let output = desk.run(&["build", "--publish", how]);
        assert_eq!(code(&output), 0, "{}", said(&output));
        for below in ["p/site", "p/site/events", "p/site/.well-known"] {
            assert_eq!(seen(&desk, below), (SERVER.0, SERVER.1, 0o2750), "{how} {below}");
        }
        assert_eq!(seen(&desk, "p/site/events/raid.html"), (SERVER.0, SERVER.1, 0o644), "{how}");
        for below in ["p/site", "p/site/.well-known"] {
            let mut found = [0_u8; 32];
            let n_bytes = getxattr(desk.path(below).as_std_path(), name, &mut found).unwrap();
            assert_eq!(&found[..n_bytes], value, "{how} {below}");
        }
        assert!(desk.text("p/site/events/raid.html").contains("Raid 21"));
    }
}

/// An access list as the system keeps it: owner, one more user, group, the most that those two get, everybody else.
fn access_list(user: u32, rights: u16) -> Vec<u8> {
    let [owner, named, group, mask, others] = [0x01_u16, 0x02, 0x04, 0x10, 0x20];
    const NO_ID: u32 = u32::MAX;
    let entries =
        [(owner, 7, NO_ID), (named, rights, user), (group, 5, NO_ID), (mask, 7, NO_ID), (others, 0, NO_ID)];
    let mut list = 2_u32.to_le_bytes().to_vec();
    for (tag, rights, id) in entries {
        list.extend(tag.to_le_bytes());
        list.extend(u16::to_le_bytes(rights));
        list.extend(id.to_le_bytes());
    }
    list
}

#[test]
fn access_lists_of_the_folder_stay_and_new_pages_get_what_it_gives_to_new_files() {
    let (own, given) = ("system.posix_acl_access", "system.posix_acl_default");
    for how in ["exchange", "in-place"] {
        let desk = Desk::built();
        desk.put("p/site/.well-known/token", "1");
        let folders = ["p/site", "p/site/events", "p/site/.well-known"];
        // A folder's new pages get its own list, which need not be the one of the folder above.
        let reader = NOBODY;
        for below in folders {
            for name in [own, given] {
                let list = access_list(if below == "p/site/events" { reader } else { SERVER.0 }, 5);
                let set = setxattr(desk.path(below).as_std_path(), name, &list, XattrFlags::empty());
                if set == Err(rustix::io::Errno::NOTSUP) {
                    // A disk without access lists has none to lose.
                    return;
                }
                set.unwrap();
            }
        }
        let read = |below: &str, name: &str| {
            let mut found = [0_u8; 256];
            let n_bytes = getxattr(desk.path(below).as_std_path(), name, &mut found).unwrap();
            found[..n_bytes].to_vec()
        };
        let before: Vec<_> =
            folders.iter().flat_map(|below| [own, given].map(|name| read(below, name))).collect();
        desk.answer("21");
        let output = desk.run(&["build", "--publish", how]);
        assert_eq!(code(&output), 0, "{}", said(&output));
        let after: Vec<_> =
            folders.iter().flat_map(|below| [own, given].map(|name| read(below, name))).collect();
        assert_eq!(after, before, "{how}");
        assert!(desk.text("p/site/events/raid.html").contains("Raid 21"));
        let page = read("p/site/events/raid.html", own);
        let user: Vec<u8> =
            [2_u16.to_le_bytes().to_vec(), 5_u16.to_le_bytes().to_vec(), reader.to_le_bytes().to_vec()]
                .concat();
        assert!(page.windows(user.len()).any(|entry| entry == user), "{how}: the reader may read a new page");
    }
}

/// Runs the build as somebody without rights.
fn build_as_nobody(desk: &Desk, args: &[&str]) -> std::process::Output {
    // The program may lie where others may not look.
    let program = desk.path("variorum");
    fs_err::copy(env!("CARGO_BIN_EXE_variorum"), &program).unwrap();
    set_mode(desk, "", 0o755);
    let mut command = Command::new(program);
    command.args(["--project", desk.path("p").as_str(), "build"]).args(args).uid(NOBODY).gid(NOBODY);
    command.env_remove("GITHUB_ACTIONS").env_remove("GITHUB_STEP_SUMMARY");
    output_in_time(command)
}

fn give_all(desk: &Desk, below: &str) {
    let status =
        Command::new("chown").args(["-R", &format!("{NOBODY}:{NOBODY}")]).arg(desk.path(below)).status();
    assert!(status.unwrap().success());
}

#[test]
fn without_rights_on_the_folder_above_the_edition_is_published_in_place() {
    if !is_root("without_rights_on_the_folder_above_the_edition_is_published_in_place") {
        return;
    }
    let desk = Desk::built();
    give_all(&desk, "p/site");
    let before = desk.path("p/site").metadata().unwrap().ino();
    desk.answer("21");
    let output = build_as_nobody(&desk, &[]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(said(&output).contains("published in place, since"), "{}", said(&output));
    assert!(desk.text("p/site/events/raid.html").contains("Raid 21"));
    assert_eq!(desk.path("p/site").metadata().unwrap().ino(), before);
    assert!(
        !desk
            .names("p/site")
            .iter()
            .any(|name| name.starts_with(".variorum-") && name != ".variorum-manifest")
    );
    desk.answer("22");
    let refused = build_as_nobody(&desk, &["--publish", "exchange"]);
    assert_eq!(code(&refused), 2);
    assert!(said(&refused).contains("--publish in-place"), "{}", said(&refused));
    assert!(desk.text("p/site/events/raid.html").contains("Raid 21"));
}

#[test]
fn folders_that_forbid_writing_are_carried_and_stay_so() {
    if !is_root("folders_that_forbid_writing_are_carried_and_stay_so") {
        return;
    }
    let desk = Desk::built();
    desk.put("p/site/kept/a.txt", "a");
    give_all(&desk, "p");
    set_mode(&desk, "p/site/kept", 0o555);
    set_mode(&desk, "p/site", 0o555);
    desk.answer("21");
    give_all(&desk, "p/content");
    let output = build_as_nobody(&desk, &[]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert_eq!(seen(&desk, "p/site").2, 0o555);
    assert_eq!(seen(&desk, "p/site/kept").2, 0o555);
    assert_eq!(desk.text("p/site/kept/a.txt"), "a");
    assert!(desk.text("p/site/events/raid.html").contains("Raid 21"));
    assert!(!desk.in_project().iter().any(|name| name.contains("variorum-")), "{:?}", desk.in_project());
}

#[test]
fn a_file_that_may_not_be_linked_stays_where_it_is() {
    if !is_root("a_file_that_may_not_be_linked_stays_where_it_is") {
        return;
    }
    // Linux forbids links to other people's files that one may not write (protected_hardlinks).
    let desk = Desk::built();
    give_all(&desk, "p");
    desk.put("p/site/roots.txt", "root's");
    set_mode(&desk, "p/site/roots.txt", 0o600);
    desk.answer("21");
    give_all(&desk, "p/content");
    let before = desk.path("p/site/roots.txt").metadata().unwrap().ino();
    let output = build_as_nobody(&desk, &[]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert_eq!(desk.path("p/site/roots.txt").metadata().unwrap().ino(), before);
    assert!(desk.text("p/site/events/raid.html").contains("Raid 21"));
}

#[test]
fn a_folder_of_somebody_else_is_refused_with_a_way_forward() {
    if !is_root("a_folder_of_somebody_else_is_refused_with_a_way_forward") {
        return;
    }
    for how in [&[][..], &["--publish", "in-place"]] {
        let desk = Desk::built();
        let before = desk.files("p/site");
        desk.answer("21");
        let refused = build_as_nobody(&desk, how);
        assert_eq!(code(&refused), 2, "{}", said(&refused));
        assert!(
            said(&refused).contains("or publish into another folder with `--output`"),
            "{}",
            said(&refused)
        );
        assert_eq!(desk.files("p/site"), before);
    }
}
