//! Figures in the desk's own words that rest on nothing; entry point [`faults`].
//!
//! A figure is bound to a fact, or set aside with a reason, or stands as it is in the claims of its sheet, of its
//! article or, in the briefing, of the edition. All else is reported: as an error in summaries and in the briefing,
//! as a warning in digests, pages, titles, labels and notes. A size without a figure (`hundreds`) is a warning everywhere.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use rust_decimal::Decimal;

use super::known::{Known, Knowns, Whose};
use super::languages::Languages;
use super::named::Names;
use crate::diag::{Code, Diagnostic, Level};
use crate::markdown::own_words;
use crate::model::{
    ArticleIx, ClaimIx, Corpus, EntityIx, PlacedPicture, Prose, ProsePage, ProsePlace, RemarkOwner, SheetIx,
    SheetKind, Tenure, TextMode,
};
use crate::value::in_quote::{Figure, FigureKind};

/// Words of the desk, with what their figures may rest on.
struct Told<'a> {
    markdown: &'a str,
    /// The pictures among them, whose words take no citation.
    pictures: &'a [PlacedPicture],
    place: Option<&'a ProsePlace>,
    level: Level,
    whose: Vec<Whose>,
    /// What the claims are those of.
    of: &'static str,
    /// Of an entity: who held it as an office, and which offices it held.
    tenures: Vec<&'a Tenure>,
}

/// Words of the desk whose figures all rest on the claims of a sheet, as far as that is known.
#[derive(Clone, Debug, Default)]
pub struct Sound {
    /// By sheet; no sheet at all where nothing is to be kept.
    pub by_sheet: Vec<BTreeSet<String>>,
    /// How many texts had their figures looked up.
    pub n_read: usize,
}

impl Sound {
    fn has(&self, told: &Told<'_>) -> bool {
        let known = told.only_sheet().and_then(|sheet| self.by_sheet.get(sheet.index()));
        known.is_some_and(|known| known.contains(told.markdown))
    }

    fn add(&mut self, told: &Told<'_>) {
        if let Some(known) = told.only_sheet().and_then(|sheet| self.by_sheet.get_mut(sheet.index())) {
            known.insert(told.markdown.to_owned());
        }
    }
}

impl Told<'_> {
    /// The sheet on whose claims, and on nothing else, the figures may rest.
    fn only_sheet(&self) -> Option<SheetIx> {
        match self.whose.as_slice() {
            [Whose::Sheet(sheet)] if self.tenures.is_empty() => Some(*sheet),
            _ => None,
        }
    }
}

/// One fault for each figure that rests on nothing; none where a claim that is wrong could bear it out once it is right.
pub(super) fn faults(corpus: &Corpus, faulty: &BTreeSet<ClaimIx>, sound: &mut Sound) -> Vec<Diagnostic> {
    let (knowns, names) = (Knowns::new(corpus), Names::new(corpus));
    let doubtful: BTreeSet<Whose> = faulty
        .iter()
        .flat_map(|&ix| {
            let (sheet, article) = (corpus[corpus[ix].fact].sheet, corpus[ix].source);
            [Whose::Sheet(sheet), Whose::Article(article), Whose::Edition]
        })
        .collect();
    let is_sure = |told: &Told<'_>| !told.whose.iter().any(|whose| doubtful.contains(whose));
    let mut open = told(corpus);
    open.retain(|told| is_sure(told) && !sound.has(told));
    let found: Vec<Vec<Diagnostic>> =
        open.par_iter().map(|told| in_words(corpus, told, &knowns, &names)).collect();
    sound.n_read = open.len();
    open.iter().zip(&found).filter(|(_, faults)| faults.is_empty()).for_each(|(told, _)| sound.add(told));
    found.into_iter().flatten().collect()
}

/// All words of the desk that pages show.
fn told(corpus: &Corpus) -> Vec<Told<'_>> {
    let mut all = Vec::new();
    if let Some(notes) = &corpus.briefing {
        let of = "the edition";
        let parts = notes.highlights.iter().chain([&notes.body]);
        all.extend(parts.map(|part| prose(part, Level::Error, vec![Whose::Edition], of)));
    }
    for (sheet, ix) in corpus.sheets.iter().zip((0..).map(SheetIx)) {
        all.push(prose(&sheet.summary, Level::Error, vec![Whose::Sheet(ix)], "this sheet"));
    }
    for (article, ix) in corpus.articles.iter().zip((0..).map(ArticleIx)) {
        match article.text {
            TextMode::Digest => {
                all.push(prose(&article.body, Level::Warning, vec![Whose::Article(ix)], "this article"));
            }
            TextMode::Full => {}
        }
    }
    let named_sheets = "the sheets that the page names";
    let by_id: BTreeMap<&str, SheetIx> =
        corpus.sheets.iter().zip((0..).map(SheetIx)).map(|(sheet, ix)| (sheet.id.as_str(), ix)).collect();
    let of_page = |page: &ProsePage| named(corpus, &by_id, page);
    all.extend(
        corpus.pages.iter().map(|page| prose(&page.body, Level::Warning, of_page(page), named_sheets)),
    );
    let tenures = tenures(corpus);
    all.extend(corpus.remarks.iter().map(|remark| {
        let (whose, of, tenures) = match &remark.owner {
            RemarkOwner::Sheet(sheet) => (vec![Whose::Sheet(*sheet)], "this sheet", Vec::new()),
            RemarkOwner::Entity(id) => {
                let of_entity = |ix: &SheetIx| matches!(corpus[*ix].kind, SheetKind::Entity(_));
                let sheet = by_id.get(id.as_str()).copied().filter(of_entity);
                let tenures = corpus.entity(id).and_then(|ix| tenures.get(&ix)).cloned().unwrap_or_default();
                (sheet.map(Whose::Sheet).into_iter().collect(), "this entity", tenures)
            }
            RemarkOwner::Page(id) => {
                let page = corpus.pages.binary_search_by(|page| page.id.cmp(id)).ok();
                (page.map(|i| of_page(&corpus.pages[i])).unwrap_or_default(), named_sheets, Vec::new())
            }
            RemarkOwner::Edition => (vec![Whose::Edition], "the edition", Vec::new()),
        };
        Told { tenures, ..prose(&remark.prose, Level::Warning, whose, of) }
    }));
    all
}

fn prose<'a>(prose: &'a Prose, level: Level, whose: Vec<Whose>, of: &'static str) -> Told<'a> {
    let (markdown, place) = (prose.markdown.as_str(), prose.place.as_ref());
    Told { markdown, pictures: &prose.pictures, place, level, whose, of, tenures: Vec::new() }
}

/// The sheets that a page names: in what it binds, in its charts and in its links.
fn named(corpus: &Corpus, by_id: &BTreeMap<&str, SheetIx>, page: &ProsePage) -> Vec<Whose> {
    let bound = page.body.bindings.iter().map(|binding| corpus[binding.fact].sheet);
    let drawn = page.body.charts.iter().map(|chart| corpus[chart.fact].sheet);
    let linked = page.body.links.iter().filter_map(|link| by_id.get(stem(&link.destination)?).copied());
    let sheets: BTreeSet<SheetIx> = bound.chain(drawn).chain(linked).collect();
    sheets.into_iter().map(Whose::Sheet).collect()
}

/// The id of the sheet whose page a link leads to.
fn stem(destination: &str) -> Option<&str> {
    let path = destination.split(['#', '?']).next()?;
    let (folder, file) = path.rsplit_once('/')?;
    matches!(folder, "events" | "questions" | "entities").then(|| file.strip_suffix(".html")).flatten()
}

fn in_words(corpus: &Corpus, told: &Told<'_>, knowns: &Knowns<'_>, names: &Names<'_>) -> Vec<Diagnostic> {
    let text = own_words(told.markdown);
    let figures = Languages::of(&corpus.settings.language, told.markdown, "").figures(&text);
    let checked = figures.iter().filter(|figure| {
        is_checked(figure) && !is_of_heading((told.markdown, &text), figure) && !names.hold(&text, figure)
    });
    let rests = |figure: &&Figure| {
        told.whose.iter().any(|&whose| knowns.values(whose).has(figure))
            || told.whose.iter().any(|&whose| knowns.quotes(whose).has(figure))
            || of_tenures(&told.tenures).has(figure)
    };
    checked.filter(|figure| !rests(figure)).map(|figure| fault(told, figure, knowns)).collect()
}

fn of_tenures(tenures: &[&Tenure]) -> Known {
    let mut known = Known::default();
    tenures.iter().for_each(|tenure| known.add_tenure(tenure));
    known
}

/// The tenures of each office, and of each person.
fn tenures(corpus: &Corpus) -> BTreeMap<EntityIx, Vec<&Tenure>> {
    let mut found: BTreeMap<EntityIx, Vec<&Tenure>> = BTreeMap::new();
    for (office, ix) in corpus.entities.iter().zip((0..).map(EntityIx)) {
        for tenure in &office.holders {
            found.entry(ix).or_default().push(tenure);
            found.entry(tenure.person).or_default().push(tenure);
        }
    }
    found
}

/// Whether a figure says something that could be wrong: not `one of them` or `several`, and no `today`.
pub(super) fn is_checked(figure: &Figure) -> bool {
    if figure.words.contains(char::is_numeric) {
        return true;
    }
    match (&figure.number, figure.kind) {
        (_, FigureKind::Date) => figure.date.is_some(),
        (Some(number), _) if figure.is_vague => number.high >= Decimal::TEN,
        (Some(number), _) => number.high >= Decimal::TWO,
        (None, _) => false,
    }
}

/// The number of a heading: `## 2. What is known`.
fn is_of_heading((markdown, text): (&str, &str), figure: &Figure) -> bool {
    let start = text[..figure.range.start].rfind('\n').map_or(0, |at| at + 1);
    text[start..figure.range.start].trim().is_empty()
        && markdown[start..].trim_start().starts_with('#')
        && text[figure.range.end..].starts_with(['.', ')'])
}

fn fault(told: &Told<'_>, figure: &Figure, knowns: &Knowns<'_>) -> Diagnostic {
    let words = figure.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.trim_end_matches('.');
    let message = if told.whose.is_empty() {
        format!("`{words}` is bound to no fact, so nothing checks it")
    } else {
        format!("`{words}` is bound to no fact, and no claim of {} says it", told.of)
    };
    let mut ways = Vec::new();
    let worded = told.whose.iter().find_map(|&whose| knowns.values(whose).worded(figure));
    ways.extend(
        worded
            .filter(|worded| **worded != *words && !figure.is_vague)
            .map(|worded| format!("write `{worded}` as a claim has it")),
    );
    let is_in_picture = told.pictures.iter().any(|picture| picture.range.contains(&figure.range.start));
    ways.extend((!is_in_picture).then(|| format!("bind it to its fact as in `[{words}](fact:sheet/fact)`")));
    ways.push(format!("say why no claim records it: `[{words}](aside:the reason)`"));
    let help = ways.join(", or ");
    let level = if figure.is_vague { Level::Warning } else { told.level };
    let fault = match told.place.map(|place| place.span(figure.range.clone())) {
        Some(span) => Diagnostic { level, ..Diagnostic::error(Code::NumberUnbound, span, message) },
        None => Diagnostic::without_place(Code::NumberUnbound, level, message),
    };
    fault.help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::*;
    use crate::model::{BriefingNotes, FactKind};

    /// The figures of a briefing that rest on nothing.
    fn found(case: Case, markdown: &str) -> Vec<String> {
        let mut corpus = case.corpus;
        let body = Prose { markdown: markdown.to_owned(), ..Prose::default() };
        corpus.briefing =
            Some(BriefingNotes { as_of: None, key_figures: Vec::new(), highlights: Vec::new(), body });
        let faults = faults(&corpus, &BTreeSet::new(), &mut Sound::default()).into_iter();
        faults.filter_map(|fault| Some(fault.message.split('`').nth(1)?.to_owned())).collect()
    }

    #[track_caller]
    fn check(markdown: &str, expected: &[&str]) {
        assert_eq!(found(Case::of(people()), markdown), expected, "{markdown}");
    }

    #[test]
    fn figures_outside_links_are_reported() {
        check("Police held over 1,000 people and [27](fact:a/b) Chinese.", &["over 1,000"]);
    }

    #[test]
    fn figures_are_reported_however_they_are_written() {
        check("Police held twelve hundred people.", &["twelve hundred"]);
        check("Nine people, dozens of others.", &["Nine", "dozens"]);
        check("It costs 12.5 % of output, or $40 billion.", &["12.5 %", "$40 billion"]);
        check("Since 1989 it has grown.", &["1989"]);
        check("On 14 July 1989 they came, in May.", &["14 July 1989", "May"]);
        check("They held ១២០ people, and 警方逮捕了45名.", &["១២០", "45"]);
    }

    #[test]
    fn figures_are_reported_wherever_they_stand() {
        check("## 230 people held\n\nWords.\n", &["230"]);
        check("- Some held 230 people.\n- [27](fact:a/b) are Chinese.\n", &["230"]);
        check("| a | b |\n|---|---|\n| held | 230 |\n", &["230"]);
        check("> They held **230** people.", &["230"]);
        check("They held [230 people](sources/alpha.html).", &["230"]);
    }

    #[test]
    fn addresses_code_and_what_is_bound_or_set_aside_are_not() {
        check("See [the report](https://a.example/2025/07/230.html) `230`.\n\n    230\n", &[]);
        check(
            "![230 people held](chart:a/b)\n\nThey held [at least 230](fact:a/b@c) and [**27**](fact:a/b).",
            &[],
        );
        check("In [2013](aside:year of the census) they held 230.", &["230"]);
    }

    #[test]
    fn what_counts_nothing_is_not() {
        check("One of them names several towns. It may be so, at first, for a second time.", &[]);
        check("A few left, up to several, at least a couple, about a handful, more than several.", &[]);
        check("1. The first.\n2. The second.\n\n## 3. The third\n\n## 4) The fourth\n", &[]);
        check("The G20, COVID-19 and MH-370; see No. 5, 12 Downing Street.", &[]);
        check("In mid-1989 a 45-year-old came.", &["mid-1989", "45"]);
    }

    #[test]
    fn what_a_claim_says_may_stand_as_it_is() {
        let case = || Case::of(people()).says("alpha", "over 1,000").says("bravo", "293");
        assert_eq!(found(case(), "From 293 to over 1,000 were held; 293 by one account."), [""; 0]);
        assert_eq!(
            found(case(), "1,000 were held, over 293, $293, 293 %, 29."),
            ["1,000", "over 293", "$293", "293 %", "29"]
        );
    }

    #[test]
    fn a_date_may_stand_less_precisely_than_it_is_recorded() {
        let case =
            || Case::of(FactKind::Date).says("alpha", "1989-07-14/1989-07-16").says("bravo", "1989-11-02");
        let words = "On 14 July 1989, on 14 July, in July 1989, in 1989, since 1989, from the 14th to the 16th, on 14–16 July 1989, from 14 July 1989 to 2 November 1989, in November.";
        assert_eq!(found(case(), words), [""; 0]);
        assert_eq!(
            found(case(), "On 15 July 1989, in August 1989, on the 3rd."),
            ["15 July 1989", "August 1989", "the 3rd"]
        );
    }

    #[test]
    fn a_size_without_a_figure_is_a_warning_even_in_a_summary() {
        let level = |words: &str| {
            let mut case = Case::of(people()).says("alpha", "100");
            case.corpus.sheets[0].summary.markdown = words.to_owned();
            let faults = faults(&case.corpus, &BTreeSet::new(), &mut Sound::default());
            assert_eq!(faults.len(), 1, "{words}: {faults:?}");
            assert!(
                !faults[0].help.as_deref().unwrap_or_default().contains("as a claim has it"),
                "{faults:?}"
            );
            faults[0].level
        };
        let vague = ["Hundreds", "About thousands", "Over hundreds", "Several hundred", "Tens of thousands"];
        for words in vague {
            assert_eq!(level(&format!("{words} left.")), Level::Warning, "{words}");
        }
        for words in ["Two dozen", "Two hundred", "12", "9 million", "A dozen"] {
            assert_eq!(level(&format!("{words} left.")), Level::Error, "{words}");
        }
    }

    #[test]
    fn a_claim_that_is_wrong_leaves_prose_in_doubt() {
        let mut case = Case::of(people()).says("alpha", "293");
        case.corpus.sheets[0].summary.markdown = "12 were held.".to_owned();
        assert_eq!(faults(&case.corpus, &BTreeSet::new(), &mut Sound::default()).len(), 1);
        assert_eq!(faults(&case.corpus, &BTreeSet::from([ClaimIx(0)]), &mut Sound::default()), []);
    }
}
