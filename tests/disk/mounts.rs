//! Folders that cannot be exchanged: mounts, a lower layer, a full disk. Each test has a mount namespace of its own.

use std::process::Command;

use super::desk::{Desk, code, is_root, output_in_time, said};

/// Runs a shell script in a mount namespace of its own; `$variorum` is the program, `$p` the project.
fn in_namespace(desk: &Desk, script: &str) -> std::process::Output {
    let mut command = Command::new("unshare");
    command.args(["-m", "--propagation", "private", "sh", "-euc", script]);
    command.env("variorum", env!("CARGO_BIN_EXE_variorum")).env("p", desk.path("p")).env("root", desk.root());
    command.env_remove("GITHUB_ACTIONS").env_remove("GITHUB_STEP_SUMMARY");
    output_in_time(command)
}

#[test]
fn a_mounted_folder_is_published_in_place() {
    if !is_root("a_mounted_folder_is_published_in_place") {
        return;
    }
    for mount in ["mount --bind \"$root/disk\" \"$p/site\"", "mount -t tmpfs tmpfs \"$p/site\""] {
        let desk = Desk::new();
        fs_err::create_dir_all(desk.path("disk")).unwrap();
        fs_err::create_dir_all(desk.path("p/site")).unwrap();
        let script = format!(
            "{mount}\n$variorum --project $p build\nsed -i 's/Raid 20/Raid 21/' $p/content/events/raid.yaml\n\
             echo theirs > $p/site/CNAME\n$variorum --project $p build\ngrep -q 'Raid 21' $p/site/events/raid.html\n\
             test \"$(cat $p/site/CNAME)\" = theirs\nls -A $p/site"
        );
        let output = in_namespace(&desk, &script);
        assert_eq!(code(&output), 0, "{}", said(&output));
        assert_eq!(said(&output).matches("published in place, since").count(), 2, "{}", said(&output));
        assert!(!said(&output).contains(".variorum-staging\n"), "{}", said(&output));
    }
}

#[test]
fn a_folder_of_a_lower_layer_is_published_in_place() {
    if !is_root("a_folder_of_a_lower_layer_is_published_in_place") {
        return;
    }
    let desk = Desk::built();
    let script = "mkdir $root/over && mount -t tmpfs tmpfs $root/over && mkdir $root/over/up $root/over/work $root/over/all\n\
        mount -t overlay overlay -o lowerdir=$p,upperdir=$root/over/up,workdir=$root/over/work $root/over/all\n\
        cd $root/over/all && sed -i 's/Raid 20/Raid 21/' content/events/raid.yaml && $variorum build\n\
        grep -q 'Raid 21' site/events/raid.html && ls -A";
    let output = in_namespace(&desk, script);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(!said(&output).contains("variorum-staging\n"), "{}", said(&output));
}

#[test]
fn a_full_disk_leaves_the_old_edition_and_nothing_beside_it() {
    if !is_root("a_full_disk_leaves_the_old_edition_and_nothing_beside_it") {
        return;
    }
    for how in ["exchange", "in-place"] {
        let desk = Desk::new();
        let script = format!(
            "mkdir $root/full && mount -t tmpfs -o size=8m tmpfs $root/full && $variorum --project $p build --output $root/full/site\n\
             cp -r $root/full/site $root/before\n\
             dd if=/dev/zero of=$root/full/filler bs=4k 2>/dev/null || true\n\
             sed -i 's/Raid 20/Raid 21/' $p/content/events/raid.yaml\n\
             set +e; $variorum --project $p build --publish {how} --output $root/full/site; echo code $?; set -e\n\
             diff -r $root/before $root/full/site && ls -A $root/full"
        );
        let output = in_namespace(&desk, &script);
        let told = said(&output);
        assert_eq!(code(&output), 0, "{told}");
        assert!(told.contains("code 2\n") && told.contains("is as it was"), "{told}");
        assert!(told.contains("filler\nsite\n") && !told.contains("variorum-staging\n"), "{told}");
    }
}
