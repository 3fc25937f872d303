//! Words of the desk that pages show beside the prose: titles, labels, notes and descriptions; entry points
//! [`Binder::remarks`] and [`shown`].
//!
//! A mark binds a figure of them or sets it aside as it does in prose, and no page shows the mark.

use std::collections::{BTreeMap, BTreeSet};

use super::plain;
use super::prose::{Binder, FACT};
use crate::diag::{Code, Diagnostic};
use crate::markdown::{ASIDE, asides, links, without_marks};
use crate::model::{Id, Prose, ProsePlace, Remark, RemarkOwner, SheetIx, SheetKind};
use crate::parse::{Parsed, ParsedSheet, RawFact, RawRuling};
use crate::yaml::{Entries, Located};

/// What pages show of such words.
pub(super) fn shown(words: &Located<String>) -> String {
    without_marks(&words.value).into_owned()
}

/// Figures that are set aside without a reason.
pub(super) fn unreasoned(markdown: &str, at: &ProsePlace) -> Vec<Diagnostic> {
    let bare = asides(markdown).into_iter().filter(|mark| mark.destination[ASIDE.len()..].trim().is_empty());
    let fault = |mark: crate::markdown::Link| {
        let message = format!("`{}` is set aside without a reason", mark.words);
        let help = "say why no claim records it, as in `[2013](aside:year of the census)`";
        Diagnostic::error(Code::NumberUnbound, at.span(mark.range), message).help(help)
    };
    bare.map(fault).collect()
}

impl Binder<'_> {
    /// Every remark on what the edition holds; `pages` are those that it shows.
    pub(super) fn remarks(&mut self, parsed: &Parsed, pages: &[(Id, String, Prose)]) -> Vec<Remark> {
        let mut remarks = Vec::new();
        if let Some((_, settings)) = &parsed.settings {
            self.add(&mut remarks, &RemarkOwner::Edition, [&settings.title, &settings.description]);
        }
        let entities: BTreeMap<&str, _> = parsed
            .entities
            .iter()
            .flat_map(|(_, raw)| &raw.0)
            .map(|(key, raw)| (key.as_str(), raw))
            .collect();
        let by_id = |sheets: &'_ [ParsedSheet]| -> BTreeMap<Id, usize> {
            sheets.iter().enumerate().rev().map(|(i, (id, _, _))| (id.clone(), i)).collect()
        };
        let (events, questions) = (by_id(&parsed.events), by_id(&parsed.questions));
        for (i, sheet) in self.corpus.sheets.iter().enumerate() {
            let raw = match sheet.kind {
                SheetKind::Event => events.get(&sheet.id).map(|&at| &parsed.events[at]),
                SheetKind::Question => questions.get(&sheet.id).map(|&at| &parsed.questions[at]),
                SheetKind::Entity(_) => None,
            };
            let ix = SheetIx(i as u32);
            if let Some((_, _, raw)) = raw {
                self.add(&mut remarks, &RemarkOwner::Sheet(ix), [&raw.title]);
                self.of_facts(&mut remarks, ix, (&raw.facts, raw.rulings.as_deref()));
            } else if let Some(raw) = entities.get(sheet.id.as_str())
                && let Some(facts) = &raw.facts
            {
                self.of_facts(&mut remarks, ix, (facts, raw.rulings.as_deref()));
            }
        }
        for entity in &self.corpus.entities {
            let note = entities.get(entity.id.as_str()).and_then(|raw| raw.note.as_ref());
            self.add(&mut remarks, &RemarkOwner::Entity(entity.id.clone()), note);
        }
        self.names(parsed);
        let shown: BTreeSet<&Id> = pages.iter().map(|(id, ..)| id).collect();
        for (id, document) in &parsed.pages {
            if shown.contains(id) {
                self.add(&mut remarks, &RemarkOwner::Page(id.clone()), [&document.front.title]);
            }
        }
        remarks
    }

    /// Titles of sources and names of entities, in which marks are a fault of copying.
    fn names(&mut self, parsed: &Parsed) {
        let fronts = parsed.articles.iter().map(|(_, document)| &document.front);
        let of_articles = fronts.flat_map(|front| [&front.title, &front.outlet]);
        let entities = parsed.entities.iter().flat_map(|(_, raw)| &raw.0);
        let of_entities =
            entities.flat_map(|(_, raw)| [&raw.name].into_iter().chain(raw.aliases.iter().flatten()));
        for words in of_articles.chain(of_entities) {
            let place = self.place(words);
            self.faults.extend(plain::marked(&words.value, &place));
        }
    }

    /// What a sheet says of its facts, claims and rulings, without what is held back.
    fn of_facts(
        &mut self,
        remarks: &mut Vec<Remark>,
        sheet: SheetIx,
        (facts, rulings): (&Entries<RawFact>, Option<&[RawRuling]>),
    ) {
        let owner = RemarkOwner::Sheet(sheet);
        let is_shown =
            |key: &str| Id::new(key).is_ok_and(|fact| self.directory.facts.contains_key(&(sheet, fact)));
        for (_, fact) in facts.0.iter().filter(|(key, _)| is_shown(key)) {
            let labels =
                fact.positions.iter().flat_map(|positions| &positions.value.0).map(|(_, label)| label);
            self.add(remarks, &owner, fact.label.iter().chain(&fact.note).chain(labels));
            for words in fact.unit.iter().chain(&fact.chart_title) {
                let place = self.place(words);
                self.faults.extend(plain::faults(&words.value, &place));
            }
            let shown =
                fact.claims.value.0.iter().filter(|claim| !self.directory.is_held_back(&claim.source.value));
            for claim in shown {
                let of_editors = claim.reading.iter().flat_map(|reading| &reading.note);
                self.add(remarks, &owner, claim.note.iter().chain(of_editors));
            }
        }
        for ruling in rulings.into_iter().flatten().filter(|ruling| is_shown(ruling.fact.value.as_str())) {
            self.add(remarks, &owner, ruling.title.iter().chain([&ruling.note]).chain(&ruling.would_settle));
        }
    }

    fn add<'r>(
        &mut self,
        remarks: &mut Vec<Remark>,
        owner: &RemarkOwner,
        words: impl IntoIterator<Item = &'r Located<String>>,
    ) {
        let own = match owner {
            RemarkOwner::Sheet(sheet) => Some(*sheet),
            RemarkOwner::Entity(_) | RemarkOwner::Page(_) | RemarkOwner::Edition => None,
        };
        for words in words {
            let place = self.place(words);
            self.faults.extend(unreasoned(&words.value, &place));
            self.faults.extend(plain::faults(&words.value, &place));
            let prose = self.marked(&words.value, place, own);
            remarks.push(Remark { owner: owner.clone(), prose });
        }
    }

    /// Words with their marks looked up. Pages show the words alone: nothing is filled in, and no link is written.
    fn marked(&mut self, markdown: &str, place: ProsePlace, own: Option<SheetIx>) -> Prose {
        let mut bindings = Vec::new();
        for link in links(markdown) {
            let span = place.span(link.range.clone());
            let Some(reference) = link.destination.strip_prefix(FACT) else { continue };
            if link.words.trim().is_empty() {
                let message = "a link without words is filled in in prose, and not here";
                let help = "write the words in the brackets, as in `[over 1,000](fact:sheet/fact)`";
                self.faults.push(Diagnostic::error(Code::MarkdownUnsupported, span, message).help(help));
                continue;
            }
            bindings.extend(self.binding(reference, &link, (own, span)));
        }
        Prose { markdown: markdown.to_owned(), bindings, place: Some(place), ..Prose::default() }
    }
}
