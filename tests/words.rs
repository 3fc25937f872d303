//! No word of an author's Markdown is lost: each is on the page, or leads somewhere, or stands in what a fault points at.

use std::ops::Range;

use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_oneof, proptest};
use proptest::sample::select;
use proptest::test_runner::{Config, FileFailurePersistence};
use variorum::markdown::{
    ASIDE, Headings, LinkMarkup, asides, dangling, html, links, raw_html, slips, unlinked,
};

/// Pieces of Markdown and of what looks like it; `W` stands for a word of its own.
const PIECES: &[&str] = &[
    "W ",
    "W. ",
    "W\n",
    "\n",
    "\n\n",
    "  ",
    "    ",
    "\t",
    "- W ",
    "1. W ",
    "> W ",
    "# W\n",
    "## W {#W}\n",
    "---\n",
    "***\n",
    "===\n",
    "*W* ",
    "**W** ",
    "_W_ ",
    "~~W~~ ",
    "~W~ ",
    "`W` ",
    "``` W\n",
    "```\n",
    "~~~\n",
    "[W](W.html) ",
    "[W](W W) ",
    "[W](<W W.html> \"W\") ",
    "[W](W \"W W\") ",
    "![W](static/W.png) ",
    "![W](static/W.png \"W\")\n\n",
    "[W][a] ",
    "[a] ",
    "[W][] ",
    "[a]: W.html\n",
    "[a]: W.html \"W\"\n",
    "[b]: W.html 'W'\n",
    "[W]: W\n",
    "[^1] ",
    "[^1]: W ",
    "[^W]: W\n",
    "[^W] ",
    "^[W] ",
    "[@W] ",
    "[[W]] ",
    "![[W]] ",
    "[W](aside:W W) ",
    "[W](aside:W",
    "[W](fact:W) ",
    "[W] (fact:W) ",
    "[W](",
    "](W) ",
    "[W",
    "] ",
    "(W) ",
    "<W> ",
    "<b>W</b> ",
    "<!-- W --> ",
    "<div W=\"W\">\n",
    "</div>\n",
    "<https://W.org> ",
    "https://W.org ",
    "W@W.org ",
    "www.W.org ",
    "| W | W |\n",
    "|---|---|\n",
    "|---|\n",
    "| W |\n",
    "| W | W | W |\n",
    "|W",
    "\\",
    "\\| ",
    "&amp; ",
    "&W; ",
    "$W$ ",
    "$$W$$ ",
    ":W: ",
    "==W== ",
    "^W^ ",
    "%%W%% ",
    ": W\n",
    "::: W\n",
    "!!! W\n",
    "- [ ] W\n",
    "> [!W]\n",
    "> [!NOTE]\n> W\n",
    "{{ W }} ",
    "{% W %} ",
    "{W} ",
    "{.W} ",
    "*[W]: W\n",
    "[//]: # (W)\n",
    "---\nW: W\n---\n",
    "title: W\n",
    "\u{a0}",
    "\r\n",
    "W  \n",
    "\\\n",
    "\"W\" ",
    "'W' ",
    "<?W?> ",
    "<![CDATA[W]]> ",
    "<!W> ",
];

/// Markdown in which every word is another one.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![3 => select(PIECES).prop_map(str::to_owned), 1 => select(&["W ", "\n", "\n\n", "> ", "- "][..]).prop_map(str::to_owned)];
    vec(piece, 1..14).prop_map(|pieces| {
        let mut n = 0;
        pieces
            .concat()
            .chars()
            .map(|c| {
                if c == 'W' {
                    n += 1;
                    format!("w{n}w")
                } else {
                    c.to_string()
                }
            })
            .collect()
    })
}

/// The stretches that faults point at.
fn told(markdown: &str) -> Vec<Range<usize>> {
    let mut told: Vec<Range<usize>> = slips(markdown).into_iter().map(|slip| slip.range).collect();
    told.extend(raw_html(markdown).into_iter().map(|html| html.range));
    told.extend(dangling(markdown).into_iter().map(|dangling| dangling.range));
    told.extend(unlinked(markdown, &["fact:", "chart:", ASIDE]));
    told
}

/// The words that are neither shown nor told.
fn lost(markdown: &str) -> Vec<String> {
    let page = html(markdown, Headings { top: 2, ids: &[] }, &mut |_, address| {
        LinkMarkup::Address(address.to_owned())
    });
    let led: Vec<String> = links(markdown)
        .into_iter()
        .chain(asides(markdown))
        .flat_map(|link| [link.destination, link.title, link.words])
        .collect();
    let told = told(markdown);
    let mut lost = Vec::new();
    let mut at = 0;
    while let Some(i) = markdown[at..].find('w') {
        let start = at + i;
        let Some(length) = markdown[start + 1..].find('w') else { break };
        let word = &markdown[start..start + length + 2];
        at = start + word.len();
        let is_word = word[1..word.len() - 1].bytes().all(|byte| byte.is_ascii_digit()) && word.len() > 2;
        let is_told = told.iter().any(|range| range.start <= start && at <= range.end);
        if is_word && !page.contains(word) && !is_told && !led.iter().any(|text| text.contains(word)) {
            lost.push(word.to_owned());
        }
    }
    lost
}

proptest! {
    #![proptest_config(Config {
        cases: 3000,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("tests/words.regressions"))),
        ..Config::default()
    })]

    #[test]
    fn each_word_is_on_a_page_or_in_a_fault(markdown in markdown()) {
        assert_eq!(lost(&markdown), Vec::<String>::new(), "{markdown}");
    }
}
