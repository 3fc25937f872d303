//! Prose: `fact:` links looked up, raw HTML and unsafe links refused.

use std::collections::BTreeMap;

use super::Selection;
use super::directory::Directory;
use super::remarks::{self, shown};
use super::{doubt, folded, picture, placeholder, plain, slips};
use crate::diag::{Code, Diagnostic, nearest};
use crate::markdown::{self, ASIDE, Link};
use crate::model::{
    ArticleIx, Binding, ChartTitle, Corpus, EntityIx, FactIx, Id, Picture, PlacedChart, PlacedPicture, Prose,
    ProseLink, ProsePlace, SheetIx, SheetKind, TextMode,
};
use crate::parse::{Document, Parsed, ParsedSheet};
use crate::source::{Sources, Span};
use crate::yaml::Located;

/// What links to facts begin with.
pub(super) const FACT: &str = "fact:";
/// What images that place charts begin with.
const CHART: &str = "chart:";

/// One figure leads the briefing, and four follow.
const N_KEY_FIGURES_MAX: usize = 5;

/// What servers show for addresses that do not exist; the edition has such a page of its own.
const ERROR_PAGE: &str = "404";

fn error_page(span: Span) -> Diagnostic {
    let message = "`404` is the name of the error page, which the edition has already";
    Diagnostic::error(Code::RouteDuplicate, span, message).help(
        "give the file another name; how the error page looks is in the template `404.html`, which a project can have of its own",
    )
}

/// Looks up what prose links to.
pub(super) struct Binder<'a> {
    pub(super) sources: &'a Sources,
    pub(super) parsed: &'a Parsed,
    pub(super) directory: &'a Directory,
    pub(super) corpus: &'a Corpus,
    /// Pictures by their path below content/static/; `None` for what is none.
    pub(super) pictures: BTreeMap<String, Option<Picture>>,
    pub(super) faults: &'a mut Vec<Diagnostic>,
}

/// Every piece of prose of a project, in the order of the corpus's lists.
#[derive(Default)]
pub(super) struct Bound {
    pub(super) summaries: Vec<Prose>,
    pub(super) articles: Vec<Prose>,
    pub(super) pages: Vec<(Id, String, Prose)>,
    pub(super) key_figures: Vec<FactIx>,
    pub(super) highlights: Vec<Prose>,
    pub(super) briefing: Prose,
}

/// What a `fact:` link means.
struct Target {
    fact: FactIx,
    part: Option<EntityIx>,
    source: Option<ArticleIx>,
}

impl Binder<'_> {
    /// Binds every piece of prose.
    pub(super) fn bind_all(&mut self, parsed: &Parsed, selection: Selection) -> Bound {
        let mut bound = Bound::default();
        let corpus = self.corpus;
        let by_id = |sheets: &'_ [ParsedSheet]| -> BTreeMap<Id, usize> {
            sheets.iter().enumerate().rev().map(|(i, (id, _, _))| (id.clone(), i)).collect()
        };
        let (events, questions) = (by_id(&parsed.events), by_id(&parsed.questions));
        for (i, sheet) in corpus.sheets.iter().enumerate() {
            let raw = match sheet.kind {
                SheetKind::Event => events.get(&sheet.id).map(|&at| &parsed.events[at]),
                SheetKind::Question => questions.get(&sheet.id).map(|&at| &parsed.questions[at]),
                SheetKind::Entity(_) => None,
            };
            let summary = raw.map(|(_, _, raw)| self.scalar(&raw.summary, Some(SheetIx(i as u32))));
            bound.summaries.push(summary.unwrap_or_default());
        }
        let documents = parsed.articles.iter().rev().map(|(id, document)| (id, (id, document)));
        let documents: BTreeMap<&Id, _> = documents.collect();
        for article in &corpus.articles {
            let document = documents.get(&article.id);
            // A digest is the desk's own text; any other is the source's, brackets and all.
            let mut bind = |document| match article.text {
                TextMode::Digest => self.own_body(document),
                TextMode::Full => self.body(document),
            };
            bound.articles.push(document.map(|(_, document)| bind(document)).unwrap_or_default());
        }
        for (id, document) in &parsed.pages {
            let front = &document.front;
            if id.as_str() == ERROR_PAGE {
                self.faults.push(error_page(Span::new(document.file, 0..0)));
                continue;
            }
            if selection.holds_back((front.draft.as_ref(), front.embargo.as_ref()), self.faults) {
                continue;
            }
            bound.pages.push((id.clone(), shown(&document.front.title), self.own_body(document)));
        }
        if let Some(document) = &parsed.briefing {
            bound.briefing = self.own_body(document);
            if let Some(chosen) = &document.front.key_figures {
                bound.key_figures = self.key_figures(chosen);
            }
            if let Some(highlights) = &document.front.highlights {
                if !(2..=5).contains(&highlights.value.len()) {
                    let counted = match highlights.value.len() {
                        1 => "1 highlight".to_owned(),
                        n => format!("{n} highlights"),
                    };
                    self.faults.push(
                        Diagnostic::warning(
                            Code::HighlightsUncounted,
                            highlights.span,
                            format!("the briefing has {counted}"),
                        )
                        .help("two to five can be read at a glance"),
                    );
                }
                bound.highlights = highlights.value.iter().map(|words| self.line(words)).collect();
            }
        }
        bound
    }

    fn body<T>(&mut self, document: &Document<T>) -> Prose {
        let at = ProsePlace::Byte(document.file, document.body_start);
        self.faults.extend(placeholder::faults(&document.body, &at));
        self.bind(&document.body, ProsePlace::Byte(document.file, document.body_start), None)
    }

    /// The text of a page, of the briefing or of a digest.
    fn own_body<T>(&mut self, document: &Document<T>) -> Prose {
        self.check_references(&document.body, &ProsePlace::Byte(document.file, document.body_start));
        self.body(document)
    }

    fn check_references(&mut self, markdown: &str, at: &ProsePlace) {
        for dangling in markdown::dangling(markdown) {
            let label = dangling.label;
            let help =
                format!("add a line `{label}: …` below the text, or write the link as `[words](address)`");
            let message = format!("nothing defines `{label}`, so readers would see it as it stands");
            self.faults
                .push(Diagnostic::error(Code::LinkBroken, at.span(dangling.range), message).help(help));
        }
        self.faults.extend(remarks::unreasoned(markdown, at));
        for range in markdown::unlinked(markdown, &[FACT, CHART, ASIDE]) {
            let address: String = markdown[range.clone()].split_whitespace().collect();
            let message = format!("`{address}` makes no link here, so readers would see it as it stands");
            let help = format!("write `[words]({address})`, without a space before the `(` or inside it");
            self.faults.push(Diagnostic::error(Code::LinkBroken, at.span(range), message).help(help));
        }
        let links = markdown::links(markdown);
        let remote = links.iter().filter(|link| picture::is_remote(link));
        self.faults.extend(remote.map(|link| picture::remote(link, at.span(link.range.clone()))));
        self.faults.extend(slips::faults(markdown, at));
        self.faults.extend(plain::quotation(&markdown::own_words(markdown), at));
    }

    /// Prose in a YAML value; its place is exact where the value stands in the file as it is read.
    fn scalar(&mut self, words: &Located<String>, sheet: Option<SheetIx>) -> Prose {
        let at = self.place(words);
        self.faults.extend(placeholder::faults(&words.value, &at));
        self.check_references(&words.value, &at);
        self.bind(&words.value, at, sheet)
    }

    /// Where the words of a YAML value stand, as far as that is known.
    pub(super) fn place(&self, words: &Located<String>) -> ProsePlace {
        let written = self.sources.text(words.span);
        match written.find(words.value.trim_end()) {
            Some(offset) => ProsePlace::Byte(words.span.file, words.span.start as usize + offset),
            None => match folded::places(&words.value, written, words.span.start as usize) {
                Some(places) => ProsePlace::Folded(words.span.file, places),
                None => ProsePlace::Within(words.span),
            },
        }
    }

    fn bind(&mut self, markdown: &str, at: ProsePlace, sheet: Option<SheetIx>) -> Prose {
        for html in markdown::raw_html(markdown) {
            self.faults.push(
                Diagnostic::error(Code::HtmlRaw, at.span(html.range), "raw HTML does not reach the page")
                    .help("write Markdown; for a literal `<`, write `\\<`"),
            );
        }
        let (mut bindings, mut charts, mut links) = (Vec::new(), Vec::new(), Vec::new());
        let mut pictures: Vec<PlacedPicture> = Vec::new();
        for (nth, link) in markdown::links(markdown).into_iter().enumerate() {
            let span = at.span(link.range.clone());
            if let Some(reference) = link.destination.strip_prefix(CHART) {
                charts.extend(self.chart(reference, &link, (sheet, span)));
            } else if let Some(reference) = link.destination.strip_prefix(FACT) {
                if pictures.iter().any(|picture| picture.range.contains(&link.range.start)) {
                    let message = "the description of a picture has no room for a citation";
                    let help = "write the figure as a claim has it, without a link, or say it in the text";
                    self.faults.push(Diagnostic::error(Code::PictureUnusable, span, message).help(help));
                }
                bindings.extend(self.binding(reference, &link, (sheet, span)));
            } else if link.is_image && !link.destination.contains(':') && !link.destination.starts_with("//")
            {
                pictures.push(self.picture(nth, &link, span));
            } else if !link.destination.starts_with(ASIDE) {
                if !picture::is_remote(&link) {
                    self.check_scheme(&link, span);
                }
                links.push(ProseLink { destination: link.destination.clone(), span });
            }
        }
        Prose { markdown: markdown.to_owned(), bindings, charts, pictures, links, place: Some(at) }
    }

    /// What a `fact:` link binds its words to.
    pub(super) fn binding(
        &mut self,
        reference: &str,
        link: &Link,
        (own, span): (Option<SheetIx>, Span),
    ) -> Option<Binding> {
        let Target { fact, part, source } = self.target(reference, own, span)?;
        Some(Binding { range: link.range.clone(), words: link.words.clone(), fact, part, source, span })
    }

    /// The chart that an image places; its alternative text is a title for it.
    fn chart(
        &mut self,
        reference: &str,
        link: &Link,
        (own, span): (Option<SheetIx>, Span),
    ) -> Option<PlacedChart> {
        if !(link.is_image && link.is_alone) {
            let help =
                format!("write `![]({CHART}{reference})` between two blank lines, in no list or quotation");
            self.faults.push(misplaced(span).help(help));
            return None;
        }
        if !link.title.is_empty() {
            let message =
                "a chart's title stands in the square brackets, and nothing in quotation marks is shown";
            let help = format!("write `![{}]({CHART}{reference})`", link.title);
            self.faults.push(Diagnostic::error(Code::ChartMisplaced, span, message).help(help));
        }
        let fact = match reference.split_once('/') {
            None => own.and_then(|sheet| self.find_fact(sheet, reference)),
            Some((sheet, fact)) => self.find(sheet, fact),
        };
        if fact.is_none() {
            self.unknown_fact((CHART, reference), own, span);
        }
        let words = link.words.trim();
        let title =
            (!words.is_empty()).then(|| ChartTitle { words: words.to_owned(), set_aside: Vec::new(), span });
        Some(PlacedChart { range: link.range.clone(), fact: fact?, title, span })
    }

    /// Prose of one line, which has no room for a chart.
    fn line(&mut self, words: &Located<String>) -> Prose {
        let prose = self.scalar(words, None);
        let fault = |chart: &PlacedChart| {
            misplaced(chart.span).help("place it in the text of content/briefing.md, below the front matter")
        };
        self.faults.extend(prose.charts.iter().map(fault));
        let fault = |picture: &PlacedPicture| {
            let message = "a line of the front matter has no room for a picture";
            let help = "place it in the text of content/briefing.md, below the front matter";
            Diagnostic::error(Code::PictureUnusable, picture.span, message).help(help)
        };
        self.faults.extend(prose.pictures.iter().map(fault));
        prose
    }

    fn check_scheme(&mut self, link: &Link, span: Span) {
        const SAFE: [&str; 3] = ["http", "https", "mailto"];
        let head = link.destination.split(['/', '?', '#']).next().unwrap_or_default();
        if let Some(host) = link.destination.strip_prefix("//") {
            let message = "an address without `https:` leads nowhere from a file on disk";
            self.faults.push(
                Diagnostic::error(Code::LinkUnsafe, span, message).help(format!("write `https://{host}`")),
            );
        }
        let Some((scheme, _)) = head.split_once(':') else { return };
        if !SAFE.iter().any(|safe| scheme.eq_ignore_ascii_case(safe)) {
            self.faults.push(
                Diagnostic::error(
                    Code::LinkUnsafe,
                    span,
                    format!("links with `{scheme}:` are not published"),
                )
                .help("link to an `https:` address, a page of the edition, or a `fact:`"),
            );
        }
    }

    /// `fact`, `fact/part`, `sheet/fact` or `sheet/fact/part`, each with `@source` or without.
    fn target(&mut self, reference: &str, own: Option<SheetIx>, span: Span) -> Option<Target> {
        let (path, source) = match reference.split_once('@') {
            Some((path, source)) => (path, Some(source)),
            None => (reference, None),
        };
        let segments: Vec<&str> = path.split('/').collect();
        let own_fact = |name: &str| own.and_then(|sheet| self.find_fact(sheet, name));
        let (fact, part) = match segments.as_slice() {
            [fact] => (own_fact(fact), None),
            [first, second] => match own_fact(first) {
                Some(fact) => (Some(fact), Some(*second)),
                None => (self.find(first, second), None),
            },
            [sheet, fact, part] => (self.find(sheet, fact), Some(*part)),
            _ => (None, None),
        };
        let Some(fact) = fact else {
            self.unknown_fact((FACT, path), own, span);
            return None;
        };
        let part = match part {
            Some(part) => Some(self.part(fact, part, span)?),
            None => None,
        };
        let source = match source {
            Some(source) => Some(self.source(fact, source, span)?),
            None => None,
        };
        Some(Target { fact, part, source })
    }

    /// The figures that the desk leads with: whole questions for a figure, five at the most.
    fn key_figures(&mut self, chosen: &Located<Vec<Located<String>>>) -> Vec<FactIx> {
        if chosen.value.len() > N_KEY_FIGURES_MAX {
            let message = format!("the briefing has {} key figures", chosen.value.len());
            let fault = Diagnostic::error(Code::HighlightsUncounted, chosen.span, message);
            self.faults.push(fault.help("one leads, and at most four follow it"));
        }
        let mut figures: Vec<FactIx> = Vec::new();
        for words in &chosen.value {
            let path = words.value.trim_start_matches(FACT);
            let Some(target) = self.target(path, None, words.span) else { continue };
            let fact = &self.corpus[target.fact];
            let is_whole = target.part.is_none() && target.source.is_none() && fact.by.is_none();
            if is_whole && fact.kind.is_figure() {
                figures.push(target.fact);
            } else {
                let message = format!("`{path}` is no question for one figure");
                let help = "name a fact of kind `count`, `money` or `percent` as `sheet/fact`, without a part or a source";
                self.faults.push(Diagnostic::error(Code::ReferenceUnknown, words.span, message).help(help));
            }
        }
        figures
    }

    fn find_fact(&self, sheet: SheetIx, name: &str) -> Option<FactIx> {
        self.directory.facts.get(&(sheet, Id::new(name).ok()?)).copied()
    }

    fn find(&self, sheet: &str, fact: &str) -> Option<FactIx> {
        self.find_fact(*self.directory.sheets.get(&Id::new(sheet).ok()?)?, fact)
    }

    fn part(&mut self, fact: FactIx, part: &str, span: Span) -> Option<EntityIx> {
        let found = Id::new(part).ok().and_then(|id| self.directory.peek_entity(&id));
        let parts = self.corpus[fact].claims.iter().filter_map(|claim| self.corpus[*claim].part);
        let known: Vec<EntityIx> = parts.collect();
        if let Some(found) = found
            && known.contains(&found)
        {
            return Some(found);
        }
        if self.has_lost_claims(fact) {
            return None;
        }
        let names = known.iter().map(|ix| self.directory.entities[ix.index()].id.as_str());
        let help = match nearest(part, names) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "name a part that a claim of the fact gives".to_owned(),
        };
        let message = format!("`{}` has no part `{part}`", self.corpus[fact].id);
        self.faults.push(Diagnostic::error(Code::ReferenceUnknown, span, message).help(help));
        None
    }

    fn has_lost_claims(&self, fact: FactIx) -> bool {
        doubt::has_lost_claims(fact, (self.directory, self.corpus), self.faults)
    }

    fn source(&mut self, fact: FactIx, source: &str, span: Span) -> Option<ArticleIx> {
        let known: Vec<ArticleIx> =
            self.corpus[fact].claims.iter().map(|claim| self.corpus[*claim].source).collect();
        let found = Id::new(source).ok().and_then(|id| self.directory.peek_article(&id));
        if let Some(found) = found
            && known.contains(&found)
        {
            return Some(found);
        }
        if self.directory.has_lost_article(source) || self.has_lost_claims(fact) {
            return None;
        }
        let names = known.iter().map(|ix| self.corpus[*ix].id.as_str());
        let help = match nearest(source, names) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "name an article that answers the fact".to_owned(),
        };
        let message = format!("`{source}` does not answer `{}`", self.corpus[fact].id);
        self.faults.push(Diagnostic::error(Code::ReferenceUnknown, span, message).help(help));
        None
    }

    fn unknown_fact(&mut self, (scheme, path): (&str, &str), own: Option<SheetIx>, span: Span) {
        if self.directory.has_lost(path.split('/').next().unwrap_or_default()) {
            return;
        }
        let known: Vec<String> = self
            .directory
            .facts
            .keys()
            .map(|(sheet, fact)| {
                if Some(*sheet) == own {
                    fact.to_string()
                } else {
                    format!("{}/{fact}", self.corpus[*sheet].id)
                }
            })
            .collect();
        let help = match nearest(path, known.iter().map(String::as_str)) {
            Some(name) => format!("did you mean `{scheme}{name}`?"),
            None => format!("write `{scheme}<sheet>/<fact>`, as in `{scheme}2025-07-raids/arrests`"),
        };
        let message = format!("there is no fact `{path}`");
        self.faults.push(Diagnostic::error(Code::ReferenceUnknown, span, message).help(help));
    }
}

fn misplaced(span: Span) -> Diagnostic {
    Diagnostic::error(Code::ChartMisplaced, span, "a chart stands in a paragraph of its own")
}
