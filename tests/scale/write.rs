//! Writes a generated project into a folder, for programs that look at large editions from outside:
//! `cargo run --example generated -- FOLDER N_EVENTS N_ARTICLES N_TELLING_FIRST`.

mod generated;

use anyhow::{Context as _, Result, bail};
use generated::Size;

#[expect(clippy::disallowed_methods, reason = "a program of its own reads its arguments")]
fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [folder, sizes @ ..] = args.as_slice() else { bail!("no folder is named") };
    let sizes: Vec<usize> = sizes
        .iter()
        .map(|n| n.parse().with_context(|| format!("`{n}` is no number")))
        .collect::<Result<_>>()?;
    let [n_events, n_articles, n_telling_first] = sizes[..] else { bail!("three numbers are wanted") };
    let size = Size { n_events, n_articles, n_telling_first };
    generated::write(folder.as_str().into(), size).with_context(|| format!("write {folder}"))
}
