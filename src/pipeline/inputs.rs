//! Everything that an edition is made of as one digest; entry point [`inputs`].
//!
//! Two builds with the same digest write the same edition and say the same: the program, what it was asked for, and
//! every file that was read, by name and bytes. What could not be read is in it as the faults that tell of it.

use rayon::prelude::*;

use super::Options;
use crate::digest::Digest;
use crate::source::Loaded;

/// What the program itself was compiled from.
const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("VARIORUM_SOURCES"));

/// The digest of the program, the options and every file that was read.
pub fn inputs(loaded: &Loaded, options: &Options) -> Digest {
    let texts = loaded.sources.iter().map(|(_, file)| (file.path.as_str(), file.text.as_bytes()));
    let assets = loaded.assets.iter().map(|asset| (asset.path.as_str(), &*asset.bytes));
    let n_texts = loaded.sources.iter().count();
    let files: Vec<(&str, &[u8])> = texts.chain(assets).collect();
    let digests: Vec<String> = files.par_iter().map(|(_, bytes)| Digest::of(bytes).to_string()).collect();
    let Options { selection, base_url, progress: _, kept: _ } = options;
    let has_cards = cfg!(feature = "cards");
    let asked = format!("{PROGRAM} {has_cards} {n_texts} {selection:?} {base_url:?} {:?}", loaded.faults);
    let named =
        files.iter().zip(&digests).flat_map(|((path, _), digest)| [path.as_bytes(), digest.as_bytes()]);
    Digest::of_parts(std::iter::once(asked.as_bytes()).chain(named))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceFile, Sources};

    fn of(files: &[(&str, &str)], options: &Options) -> Digest {
        let files =
            files.iter().map(|(path, text)| SourceFile { path: (*path).into(), text: (*text).to_owned() });
        inputs(&Loaded { sources: Sources::new(files.collect()), ..Loaded::default() }, options)
    }

    #[test]
    fn names_bytes_and_options_count_and_nothing_else() {
        let plain = Options::default();
        let one = of(&[("a.yaml", "x"), ("b.yaml", "y")], &plain);
        assert_eq!(one, of(&[("b.yaml", "y"), ("a.yaml", "x")], &plain));
        assert_ne!(one, of(&[("a.yaml", "y"), ("b.yaml", "x")], &plain));
        assert_ne!(one, of(&[("a.yaml", "x"), ("c.yaml", "y")], &plain));
        assert_ne!(one, of(&[("a.yaml", "x")], &plain));
        let elsewhere = Options { base_url: Some("https://desk.org/".to_owned()), ..plain };
        assert_ne!(one, of(&[("a.yaml", "x"), ("b.yaml", "y")], &elsewhere));
    }
}
