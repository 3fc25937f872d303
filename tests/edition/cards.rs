//! Pictures for shared links, over the whole edition: every page that names one has it.

use super::{built_with, example, tree::Tree};

/// What `og:image` has to be for it to be shown whole.
const SIZE: (u32, u32) = (1200, 630);

fn with_cards() -> Option<Tree> {
    Some(built_with(example()?, &["--base-url", "https://desk.example/edition/"]))
}

/// The files that the pages name as their pictures.
fn named_by_pages(tree: &Tree) -> Vec<String> {
    let pages = tree.iter().filter(|(path, _)| path.ends_with(".html"));
    let heads = pages.map(|(_, bytes)| String::from_utf8_lossy(bytes));
    heads.filter_map(|html| picture_of(&html)).collect()
}

fn picture_of(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("\"og:image\" content=\"https://desk.example/edition/")?;
    rest.split_once('"').map(|(path, _)| path.to_owned())
}

/// Width and height as the header of a PNG file gives them.
fn size(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes were taken"));
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    (number(16), number(20))
}

#[test]
fn every_card_that_a_page_names_is_there_whole_and_every_card_is_named() {
    let Some(tree) = with_cards() else { return };
    let mut named = named_by_pages(&tree);
    named.sort();
    named.dedup();
    let drawn: Vec<&str> =
        tree.keys().map(String::as_str).filter(|path| path.starts_with("cards/")).collect();
    assert_eq!(named, drawn);
    assert!(drawn.iter().any(|path| path.contains("2025-07-raids")), "{drawn:?}");
    for path in drawn {
        assert_eq!(size(&tree[path]), SIZE, "{path}");
    }
}

#[test]
fn cards_are_the_same_bytes_every_time() {
    let cards =
        |tree: Tree| tree.into_iter().filter(|(path, _)| path.starts_with("cards/")).collect::<Tree>();
    let (Some(one), Some(other)) = (with_cards(), with_cards()) else { return };
    assert_eq!(cards(one), cards(other));
}
