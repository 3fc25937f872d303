//! What an author's Markdown would lose or show as source, since it means something elsewhere only; entry point [`slips`].

mod blocks;
mod foreign;
mod run;
mod unshown;

use std::ops::Range;

use super::aside::readable;

/// A stretch of Markdown that does not do what it looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Where it stands, in bytes of the Markdown.
    pub range: Range<usize>,
    /// What it looks like.
    pub kind: SlipKind,
}

/// What a stretch looks like that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SlipKind {
    /// A mark of another generator.
    Foreign(Foreign),
    /// `[words](two words)`: an address with a space.
    SpacedAddress,
    /// `[words](address`: an address without its last bracket.
    OpenAddress,
    /// Lines of `field: value` between two lines of `---`, below the head of the file.
    FrontMatter,
    /// `https://example.org`, `www.example.org` or `desk@example.org` in text, which is no link.
    BareAddress,
    /// What Markdown takes for something else than its author does.
    Misread(Misread),
    /// A mark that Quarto reads.
    Quarto(Quarto),
    /// A row of a table with more cells than its head.
    ExtraCells,
    /// A table of whose first two lines one has more cells than the other, so that it is none.
    UnevenTable,
    /// A code block without its last line.
    OpenFence,
    /// A second definition of one footnote.
    NoteTwice,
    /// A footnote that no text refers to.
    NoteUnused,
    /// A definition of a link with more behind its address, so that it is none.
    BrokenDefinition,
    /// A second definition of one link.
    DefinitionTwice,
    /// A definition of a link that no text refers to.
    DefinitionUnused,
    /// Words that are part of nothing that a page shows.
    Unshown,
}

/// Words that Markdown takes for something else than their author does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Misread {
    /// `#Heading` without the space that makes it one.
    HeadingWithoutSpace,
    /// A sentence above a line of hyphens, which makes it a heading.
    HeadingOfSentence,
    /// A sentence that is indented so far that it is code.
    IndentedSentence,
    /// `&name;` with a name that stands for no sign.
    UnknownEntity,
    /// `**`, `__` or `~~` beside a word, without its like.
    OpenMark,
}

/// A mark of Quarto and R Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quarto {
    /// `@fig-map`: a reference to a figure, a table or a section.
    CrossReference,
    /// A code block of `{r}` or `{python}`, which is run.
    CodeCell,
}

/// A mark that other generators read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Foreign {
    /// `[[page]]`: a link of a wiki.
    WikiLink,
    /// `## Head {#id}`, `[words]{.class}`, `{: .class}`: attributes of other generators.
    Attributes,
    /// `> [!NOTE]`: an alert of GitHub.
    Alert,
    /// `- [ ] open`: a task of a list.
    Task,
    /// `{{ .Title }}`, `{{< figure >}}`, `{% include %}`, `<%= title %>`, `{/* remark */}`: a template or shortcode.
    Shortcode,
    /// `import Chart from "./chart"`: a module of MDX.
    Import,
    /// `::: note` or `!!! note`: a box of Pandoc, Quarto or MkDocs.
    Container,
    /// `[TOC]`: a place for a list of contents.
    Contents,
    /// `$x^2$`: mathematics in TeX.
    Math,
    /// `\\newpage`, `\\begin{center}`: a command of TeX.
    Tex,
    /// `:warning:`: the name of an emoji.
    Emoji,
    /// `==words==`: words to be marked.
    Highlight,
    /// `x^2^`: words to be raised.
    Superscript,
    /// `^[words]`: a footnote where it is referred to.
    InlineNote,
    /// `[@key]`: a citation of Pandoc.
    Citation,
    /// `%%words%%`: a remark of Obsidian.
    Remark,
    /// A line of `: words` below a term.
    DefinitionList,
    /// `*[HTML]: words`: an abbreviation.
    Abbreviation,
}

/// Every slip, in order of appearance.
pub fn slips(markdown: &str) -> Vec<Slip> {
    let markdown = &*readable(markdown);
    let mut found = Vec::new();
    for run in run::runs(markdown) {
        foreign::in_text(markdown, &run, &mut |range, kind| found.push(Slip { range, kind }));
    }
    blocks::notes(markdown, &mut found);
    blocks::definitions(markdown, &mut found);
    blocks::tables(markdown, &mut found);
    blocks::fences(markdown, &mut found);
    blocks::front_matter(markdown, &mut found);
    blocks::sentences(markdown, &mut found);
    unshown::words(markdown, &mut found);
    found.sort_by_key(|slip| (slip.range.start, slip.kind));
    // The end of a box is part of it.
    let is_box = |slip: &Slip| slip.kind == SlipKind::Foreign(Foreign::Container);
    let first_box = found.iter().find(|slip| is_box(slip)).map(|slip| slip.range.start);
    let is_end =
        |slip: &Slip| is_box(slip) && markdown[slip.range.clone()].trim_matches([':', ' ']).is_empty();
    found.retain(|slip| !is_end(slip) || first_box == Some(slip.range.start));
    // An address inside of what is a slip already is part of that one.
    let mut end = 0;
    found.retain(|slip| {
        let is_outside = slip.range.start >= end;
        end = end.max(slip.range.end);
        is_outside
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(markdown: &str) -> Vec<(SlipKind, &str)> {
        slips(markdown).into_iter().map(|slip| (slip.kind, &markdown[slip.range])).collect()
    }

    #[test]
    fn what_looks_like_markup_and_is_none_is_found() {
        use super::Foreign as F;
        use SlipKind::{BareAddress, ExtraCells, Foreign, NoteTwice, NoteUnused, SpacedAddress};
        assert_eq!(found("See ![map](pic one.png)."), [(SpacedAddress, "[map](pic one.png)")]);
        assert_eq!(found("**Write to us."), [(SlipKind::Misread(Misread::OpenMark), "**")]);
        assert_eq!(found("Sign here: ______, 2**3, \\**no\\** and **yes**"), []);
        assert_eq!(
            found("See [r](https://example.org/a b)"),
            [(SpacedAddress, "[r](https://example.org/a b)")]
        );
        assert_eq!(found("## Head {#custom .c}\n"), [(Foreign(F::Attributes), "{#custom .c}")]);
        assert_eq!(found("> [!NOTE]\n> hi\n"), [(Foreign(F::Alert), "[!NOTE]")]);
        assert_eq!(found("- [ ] open\n- [x] done\n"), [(Foreign(F::Task), "[ ]"), (Foreign(F::Task), "[x]")]);
        assert_eq!(
            found("{{< figure src=\"a.png\" >}} and {{ .Title }}"),
            [
                (Foreign(F::Shortcode), "{{< figure src=\"a.png\" >}}"),
                (Foreign(F::Shortcode), "{{ .Title }}"),
            ]
        );
        assert_eq!(found("see https://example.org/a now"), [(BareAddress, "https://example.org/a")]);
        assert_eq!(found("|a|b|\n|-|-|\n|1|2|3|\n|1|2|\n"), [(ExtraCells, "|1|2|3|")]);
        assert_eq!(found("A[^a].\n\n[^a]: First.\n\n[^a]: Second.\n"), [(NoteTwice, "[^a]:")]);
        assert_eq!(found("A.\n\n[^a]: Nobody asks.\n"), [(NoteUnused, "[^a]:")]);
    }

    #[test]
    fn marks_of_other_generators_are_found_wherever_they_stand() {
        use super::Foreign as F;
        use SlipKind::{BareAddress, Foreign, OpenAddress, SpacedAddress};
        let in_line = [
            ("[a](b c)", SpacedAddress),
            ("[a](b", OpenAddress),
            ("[[a page]]", Foreign(F::WikiLink)),
            ("[words]{.class}", Foreign(F::Attributes)),
            ("{{ x }}", Foreign(F::Shortcode)),
            ("{% x %}", Foreign(F::Shortcode)),
            ("<%= x %>", Foreign(F::Shortcode)),
            ("{/* x */}", Foreign(F::Shortcode)),
            ("$x^2$", Foreign(F::Math)),
            ("$$x$$", Foreign(F::Math)),
            ("\\newpage", Foreign(F::Tex)),
            (":warning:", Foreign(F::Emoji)),
            ("==words==", Foreign(F::Highlight)),
            ("x^2^", Foreign(F::Superscript)),
            ("^[a note]", Foreign(F::InlineNote)),
            ("[@key]", Foreign(F::Citation)),
            ("%%words%%", Foreign(F::Remark)),
            ("https://example.org/a", BareAddress),
            ("www.example.org", BareAddress),
            ("desk@example.org", BareAddress),
        ];
        let lines = [
            "Words {} here.",
            "- Words\n- words {} here",
            "> Words\n> words {} here",
            "|a|b|\n|-|-|\n|c| {} |",
            "# Head {} here",
            "A[^1].\n\n[^1]: A note {} here.",
        ];
        for (mark, kind) in in_line {
            for line in lines {
                let kinds: Vec<SlipKind> =
                    found(&line.replace("{}", mark)).iter().map(|(kind, _)| *kind).collect();
                assert_eq!(kinds, [kind], "{}", line.replace("{}", mark));
            }
        }
    }

    #[test]
    fn blocks_of_other_generators_are_found_wherever_they_stand() {
        use super::Foreign as F;
        use SlipKind::{
            DefinitionTwice, DefinitionUnused, ExtraCells, Foreign, FrontMatter, OpenFence, UnevenTable,
        };
        let blocks = [
            ("> [!NOTE]\n> hi", Foreign(F::Alert)),
            ("- [ ] open", Foreign(F::Task)),
            ("::: note\nwords\n:::", Foreign(F::Container)),
            ("!!! note", Foreign(F::Container)),
            ("[TOC]", Foreign(F::Contents)),
            ("import A from './a'", Foreign(F::Import)),
            ("Term\n: what it is", Foreign(F::DefinitionList)),
            ("*[HTML]: words", Foreign(F::Abbreviation)),
            ("---\ntitle: x\ndate: y\n---", FrontMatter),
            ("{: .class}", Foreign(F::Attributes)),
            ("|a|b|\n|-|-|\n|1|2|3|", ExtraCells),
            ("|a|b|\n|-|\n|1|2|", UnevenTable),
            ("```\ncode", OpenFence),
            ("~~~\ncode", OpenFence),
            ("[a]: https://example.org", DefinitionUnused),
        ];
        for (block, kind) in blocks {
            for start in ["", "> ", "- ", "1. ", "- > ", "> - "] {
                let next = format!(
                    "\n{}",
                    if start.contains('-') || start.contains('1') {
                        start.replace(['-', '1', '.'], " ")
                    } else {
                        start.to_owned()
                    }
                );
                let markdown = format!("{start}{}\n", block.replace('\n', &next));
                assert_eq!(found(&markdown).first().map(|(kind, _)| *kind), Some(kind), "{markdown}");
            }
        }
        assert_eq!(found("[a][b]\n\n[b]: c\n[b]: d\n"), [(DefinitionTwice, "[b]: d")]);
    }

    #[test]
    fn sentences_that_become_headings_or_code_are_found() {
        use super::Misread::{HeadingOfSentence, HeadingWithoutSpace, IndentedSentence, UnknownEntity};
        let found = |markdown: &str| -> Vec<(Misread, String)> {
            let misread = |(kind, text): (SlipKind, &str)| match kind {
                SlipKind::Misread(misread) => (misread, text.to_owned()),
                other => panic!("{other:?}"),
            };
            found(markdown).into_iter().map(misread).collect()
        };
        let one = |kind: Misread, text: &str| vec![(kind, text.to_owned())];
        assert_eq!(found("#Heading\n\nWords.\n"), one(HeadingWithoutSpace, "#Heading"));
        assert_eq!(found("Words.\n##Heading\n"), one(HeadingWithoutSpace, "##Heading"));
        assert_eq!(
            found("What one source says.\n---\nMore.\n"),
            one(HeadingOfSentence, "What one source says.\n---")
        );
        assert_eq!(
            found("    What one source says here.\n"),
            one(IndentedSentence, "What one source says here.")
        );
        assert_eq!(found("A &copia; of it"), one(UnknownEntity, "&copia;"));
        for fine in
            ["\\#Heading", "#1 of #2", "A &nbsp; &amp; &eacute; R&D; b", "A title\n---\n", "    let x = 1;\n"]
        {
            assert_eq!(found(fine), [], "{fine}");
        }
    }

    #[test]
    fn what_quarto_would_run_or_number_is_found() {
        use super::Foreign as F;
        use SlipKind::Foreign;
        assert_eq!(found("```{r}\nplot(1)\n```\n"), [(SlipKind::Quarto(Quarto::CodeCell), "```{r}")]);
        assert_eq!(
            found("See @fig-map, and (@sec-why)."),
            [
                (SlipKind::Quarto(Quarto::CrossReference), "@fig-map"),
                (SlipKind::Quarto(Quarto::CrossReference), "@sec-why"),
            ]
        );
        assert_eq!(
            found("[a]({{< ref \"b.md\" >}})").first().map(|(kind, _)| *kind),
            Some(Foreign(F::Shortcode))
        );
    }

    #[test]
    fn what_is_markup_or_code_is_no_slip() {
        for fine in [
            "`[a](b c)` and `{{ x }}` and `https://example.org`",
            "```\n{{ x }}\n[a](b c)\nhttps://example.org\n```\n",
            "<https://example.org> and [https://example.org](https://example.org)",
            "[a](<b c.html>) and [a](b%20c.html)",
            "> a quotation [sic]\n\n- [sic] an item\n",
            "## Head {of state}\n",
            "It cost $5m to $10m, US$5 or C$6, at 10:30:45 by Note:this:one.",
            "```\na\n```\n\n~~~\n:warning:\n~~~\n\n    $x^2$ ==a==\n",
            "[a][b] and [C][]\n\n[b]: d\n[c]: e\n",
            "a == b == c, 5 % of 6 %, ^ and ^ and {of state}; a | b",
            "[desk@example.org](mailto:desk@example.org) and <desk@example.org>",
            "Words:\n\n- one\n- two\n\n---\n\nMore\n===\n\n## Title: words\n",
            "| a | b |\n|:--|--:|\n| c | d |",
            "[x](https://example.org/a_(b)) [[1]](https://example.org)",
            "|a|b|\n|-|-|\n|1|2\\|3|\n",
            "A[^a].\n\n[^a]: First.\n",
        ] {
            assert_eq!(found(fine), [], "{fine}");
        }
    }
}
