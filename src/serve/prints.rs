//! Which files of a project changed between two looks at it; entry points [`prints`] and [`changed`].

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use camino::Utf8PathBuf;

use crate::diag;
use crate::source::Loaded;

/// Every file of a project by its path, as a number that changes with its bytes.
pub(super) type Prints = BTreeMap<Utf8PathBuf, u64>;

/// The files of a project as they were read.
pub(super) fn prints(loaded: &Loaded) -> Prints {
    let print = |bytes: &[u8]| {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        hasher.finish()
    };
    let texts = loaded.sources.iter().map(|(_, file)| (file.path.clone(), print(file.text.as_bytes())));
    let assets = loaded.assets.iter().map(|asset| (asset.path.clone(), print(&asset.bytes)));
    let faults = loaded.faults.iter().map(|fault| {
        // A file that cannot be read has no bytes; what is wrong with it stands for them.
        let path = fault.span.map(|span| loaded.sources.file(span.file).path.clone()).unwrap_or_default();
        (path, print(format!("{fault:?}").as_bytes()))
    });
    texts.chain(assets).chain(faults).collect()
}

/// The paths that came, went or have other bytes, in order.
pub(super) fn changed(before: &Prints, now: &Prints) -> Vec<Utf8PathBuf> {
    let mut paths: Vec<Utf8PathBuf> = now
        .iter()
        .filter(|(path, print)| before.get(*path) != Some(print))
        .map(|(path, _)| path.clone())
        .collect();
    paths.extend(before.keys().filter(|path| !now.contains_key(*path)).cloned());
    paths.sort();
    paths
}

/// The files of an edit, in a few words.
pub(super) fn files(changed: &[Utf8PathBuf]) -> String {
    match changed {
        [] => "captures".to_owned(),
        [one] => diag::visible(one.as_str()),
        [first, rest @ ..] => format!("{} and {} more", diag::visible(first.as_str()), rest.len()),
    }
}
