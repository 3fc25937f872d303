//! Fact sheets: what exists is listed first, then each sheet's facts, claims and rulings are
//! resolved against the list.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::{self, Surroundings};
use super::directory::{Directory, Found};
use super::money::{self, Known};
use super::reading::{self, Reader};
use super::relative::{self, Pending};
use super::remarks::shown;
use super::{Selection, chronology, fact, frame, joins, ruling, scope};
use crate::diag::{Code, Diagnostic};
use crate::model::{
    Article, ArticleIx, ClaimIx, Corpus, DateValue, Day, FactIx, FactKind, Id, OrderChain, Prose, Sheet,
    SheetIx, SheetKind, SheetSource,
};
use crate::parse::{Parsed, ParsedSheet, RawFact, RawListed, RawRuling};
use crate::source::Span;
use crate::yaml::{Entries, Located, Text, Words};

/// A sheet whose facts are listed but not resolved.
pub(super) struct Draft<'a> {
    id: Id,
    kind: SheetKind,
    title: String,
    title_span: Span,
    date: Option<DateValue>,
    date_of: Option<&'a Located<Id>>,
    /// Where the date is written.
    date_span: Option<Span>,
    places: &'a [Located<Id>],
    places_of: Option<&'a Located<Id>>,
    /// What a word for money means that several countries share.
    currency: Option<&'a Located<Text>>,
    tags: &'a [Text],
    sources: Option<&'a Entries<RawListed>>,
    order: &'a [Vec<Located<Id>>],
    facts: Vec<(Located<Id>, &'a RawFact)>,
    rulings: &'a [RawRuling],
    span: Span,
}

impl<'a> Draft<'a> {
    /// A fact as it is written.
    fn fact(&self, id: &Id) -> Option<&'a RawFact> {
        self.facts.iter().find(|(key, _)| key.value == *id).map(|(_, raw)| *raw)
    }

    /// What its frame is read from; a fact of a kind that is not known is not judged.
    fn frame(&self) -> [Option<&'a Located<Id>>; 2] {
        let is_known = |id: &&Located<Id>| self.fact(&id.value).is_none_or(fact::kind_known);
        [self.date_of, self.places_of].map(|id| id.filter(is_known))
    }

    /// How many claims of a fact are written, but for those of articles that are drafts.
    fn n_claims(&self, fact: &Id, directory: &Directory) -> usize {
        let claims = self.fact(fact).map_or(&[][..], |raw| &raw.claims.value.0);
        let is_kept =
            |source: &Id| !directory.is_held_back(source) || directory.has_lost_article(source.as_str());
        claims.iter().filter(|claim| is_kept(&claim.source.value)).count()
    }
}

/// Lists the sheets of the edition in order, and enters them and their facts in the directory.
pub(super) fn list<'a>(
    parsed: &'a Parsed,
    selection: Selection,
    directory: &mut Directory,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Draft<'a>> {
    let mut drafts: Vec<Draft<'a>> = Vec::new();
    for (sheets, kind) in [(&parsed.events, SheetKind::Event), (&parsed.questions, SheetKind::Question)] {
        for sheet in sheets {
            let (id, _, raw) = sheet;
            // A sheet that is being prepared may ask nothing yet.
            let is_blank = raw.facts.0.is_empty() && raw.draft.is_some_and(|flag| flag.0);
            if selection.holds_back((raw.draft.as_ref(), raw.embargo.as_ref()), faults) || is_blank {
                let facts = facts(&raw.facts).into_iter().map(|(fact, _)| (id.clone(), fact.value));
                directory.facts_held_back.extend(facts);
            } else {
                drafts.push(draft(sheet, kind, faults));
            }
        }
    }
    drafts.extend(entity_drafts(parsed, directory));
    drafts.sort_by(|a, b| (a.kind, begins(a), &a.id).cmp(&(b.kind, begins(b), &b.id)));
    // A sheet that asks nothing has its fault; one that only held back articles answer goes with them.
    drafts.retain_mut(|draft| {
        let asks = !draft.facts.is_empty();
        hold_back(draft, directory, faults);
        !draft.facts.is_empty() || (!asks && !matches!(draft.kind, SheetKind::Entity(_)))
    });
    let mut n_facts = 0;
    for (i, draft) in drafts.iter().enumerate() {
        let sheet = SheetIx(i as u32);
        let owner = *directory.sheets.entry(draft.id.clone()).or_insert(sheet);
        if owner != sheet {
            let first = &drafts[owner.index()];
            faults.push(
                Diagnostic::error(
                    Code::IdDuplicate,
                    draft.span,
                    format!("`{}` names two fact sheets", draft.id),
                )
                .related(first.span, "the other one")
                .help("`fact:` links need to tell them apart; rename one"),
            );
        }
        for (id, _) in &draft.facts {
            directory.facts.insert((sheet, id.value.clone()), FactIx(n_facts));
            n_facts += 1;
        }
    }
    drafts
}

/// Where a sheet stands among its kind: by its date, undated ones last.
fn begins(draft: &Draft<'_>) -> (bool, Option<Day>) {
    let day = draft.date.as_ref().filter(|date| date.year_known).and_then(DateValue::earliest);
    (day.is_none(), day)
}

fn draft<'a>((id, file, raw): &'a ParsedSheet, kind: SheetKind, faults: &mut Vec<Diagnostic>) -> Draft<'a> {
    Draft {
        id: id.clone(),
        kind,
        title: shown(&raw.title),
        title_span: raw.title.span,
        date: raw.date.as_ref().and_then(|words: &Located<Words>| reading::date(words, faults)),
        date_of: raw.date_of.as_ref(),
        date_span: raw.date.as_ref().map(|words| words.span),
        places: raw.places.as_deref().unwrap_or_default(),
        places_of: raw.places_of.as_ref(),
        currency: raw.currency.as_ref(),
        tags: raw.tags.as_deref().unwrap_or_default(),
        sources: raw.sources.as_ref(),
        order: raw.order.as_deref().unwrap_or_default(),
        facts: facts(&raw.facts),
        rulings: raw.rulings.as_deref().unwrap_or_default(),
        span: Span::start_of(*file),
    }
}

/// The sheets of entities that facts are recorded about.
fn entity_drafts<'a>(parsed: &'a Parsed, directory: &Directory) -> Vec<Draft<'a>> {
    let Some((_, entities)) = &parsed.entities else { return Vec::new() };
    let mut drafts = Vec::new();
    for (key, raw) in &entities.0 {
        let Some(ix) = Id::new(key).ok().and_then(|id| directory.peek_entity(&id)) else { continue };
        let Some(raw_facts) = &raw.facts else { continue };
        drafts.push(Draft {
            id: directory.entities[ix.index()].id.clone(),
            kind: SheetKind::Entity(ix),
            title: raw.name.value.clone(),
            title_span: key.span,
            date: None,
            date_of: None,
            date_span: None,
            places: &[],
            places_of: None,
            currency: None,
            tags: &[],
            sources: None,
            order: raw.order.as_deref().unwrap_or_default(),
            facts: facts(raw_facts),
            rulings: raw.rulings.as_deref().unwrap_or_default(),
            span: key.span,
        });
    }
    drafts
}

fn facts(raw: &Entries<RawFact>) -> Vec<(Located<Id>, &RawFact)> {
    let mut taken: BTreeSet<Id> = raw.0.iter().filter_map(|(key, _)| key.id()).collect();
    let named = raw.0.iter().map(|(key, fact)| {
        // Under the id that was probably meant, so that what stands in the fact is checked as well.
        let meant = || Id::new(Id::new(key).err()?.suggestion.as_deref()?).ok();
        let id = key.id().or_else(|| meant().filter(|id| taken.insert(id.clone())));
        (id, key.span, fact)
    });
    named.filter_map(|(id, span, fact)| Some((Located { value: id?, span }, fact))).collect()
}

/// Leaves out facts that only articles held back answer; a sheet without any other is left out too.
fn hold_back(draft: &mut Draft<'_>, directory: &mut Directory, faults: &mut Vec<Diagnostic>) {
    let sheet = draft.id.clone();
    if draft.facts.is_empty() && !directory.is_hurt(Span { end: u32::MAX, ..draft.span }) {
        faults.push(
            Diagnostic::error(Code::ValueEmpty, draft.span, format!("`{sheet}` asks nothing"))
                .help("add a fact below `facts:`"),
        );
    }
    draft.facts.retain(|(id, fact)| {
        let claims = &fact.claims.value.0;
        let kept =
            claims.is_empty() || claims.iter().any(|claim| !directory.is_held_back(&claim.source.value));
        if !kept {
            directory.facts_held_back.insert((sheet.clone(), id.value.clone()));
        }
        kept
    });
}

/// Resolves the listed sheets into a corpus, which holds settings and articles already.
pub(super) fn resolve(
    drafts: &[Draft<'_>],
    corpus: Corpus,
    directory: &Directory,
    faults: &mut Vec<Diagnostic>,
) -> Corpus {
    let tolerances = corpus.settings.tolerances.clone();
    let languages: Vec<String> = corpus.articles.iter().map(|article| article.language.clone()).collect();
    let reader =
        Reader { directory, tolerances: &tolerances, languages: &languages, language: "", exact: false };
    let mut filling = Filling { corpus, pending: Vec::new(), faults };
    for (i, draft) in drafts.iter().enumerate() {
        one(draft, SheetIx(i as u32), reader, &mut filling);
    }
    let Filling { mut corpus, pending, faults } = filling;
    for (i, draft) in drafts.iter().enumerate() {
        let sheet = SheetIx(i as u32);
        let known = (directory, &corpus);
        let rulings: Vec<_> =
            draft.rulings.iter().filter_map(|raw| ruling::resolve(raw, sheet, known, faults)).collect();
        corpus.rulings.extend(rulings);
    }
    relative::settle(&mut corpus, pending, faults);
    for (draft, sheet) in drafts.iter().zip(&corpus.sheets) {
        draft.date_span.into_iter().for_each(|span| chronology::sheet(sheet, span, &corpus, faults));
        frame::unsupported(sheet, &corpus, |fact| draft.n_claims(fact, directory), faults);
    }
    let written: Vec<&RawFact> = drafts.iter().flat_map(|draft| &draft.facts).map(|(_, raw)| *raw).collect();
    joins::check(&corpus, &written, faults);
    corpus
}

/// A corpus that is being filled, sheet by sheet.
struct Filling<'a> {
    corpus: Corpus,
    pending: Vec<Pending>,
    faults: &'a mut Vec<Diagnostic>,
}

fn one(draft: &Draft<'_>, ix: SheetIx, reader: Reader<'_>, filling: &mut Filling<'_>) {
    let Filling { corpus, pending, faults } = filling;
    let directory = reader.directory;
    let mut sources = sources(draft, (directory, &corpus.articles), faults);
    let as_of: BTreeMap<ArticleIx, Option<DateValue>> =
        sources.iter().map(|source| (source.article, source.as_of.clone())).collect();
    let of_sheet = draft.currency.and_then(|words| money::code(words, faults));
    let places = money::of_places(draft.kind, draft.places, directory);
    let mut facts = Vec::with_capacity(draft.facts.len());
    for (id, raw) in &draft.facts {
        let fact_ix = FactIx(corpus.facts.len() as u32);
        let mut fact = fact::resolve((id, raw), (ix, &draft.id), directory, faults);
        let of_fact = if fact::kind_known(raw) { money::of_fact(raw, &fact.kind, faults) } else { None };
        let known = Known { stated: of_fact.or(of_sheet), places: places.clone() };
        let around = Surroundings {
            reader: Reader { exact: fact.exact, ..reader },
            fact: &fact,
            fact_ix,
            as_of: &as_of,
            articles: &corpus.articles,
            money: &known,
            kind_known: fact::kind_known(raw),
            sources_listed: draft.sources.is_some(),
        };
        let resolved = claim::resolve(raw, &around, faults);
        let first = corpus.claims.len();
        for (i, raw) in resolved.relative {
            let to = match directory.fact((ix, &draft.id), &raw.to, faults) {
                Found::Here(to) => Some(to),
                Found::Unknown => None,
                Found::HeldBack => {
                    let message = format!("there is no date `{}` to reckon from", raw.to.value);
                    faults.push(Diagnostic::error(Code::ReferenceUnknown, raw.to.span, message));
                    None
                }
            };
            let source = resolved.claims[i].source;
            pending.extend(to.and_then(|to| Pending::new(raw, (first + i, source), to)));
        }
        fact.claims = (first..first + resolved.claims.len()).map(|i| ClaimIx(i as u32)).collect();
        corpus.claims.extend(resolved.claims);
        corpus.quotes_alone.extend(resolved.quotes_alone);
        corpus.facts.push(fact);
        facts.push(fact_ix);
    }
    if draft.sources.is_none() {
        sources = answering(corpus, &facts);
    }
    let order = order(draft, ix, (directory, corpus), faults);
    let frame = frame::Facts::look_up(draft.frame(), (ix, &draft.id), (directory, corpus), faults);
    corpus.sheets.push(Sheet {
        id: draft.id.clone(),
        kind: draft.kind,
        title: draft.title.clone(),
        date: draft.date.clone(),
        date_of: frame.date,
        places: scope::places_of(draft.places, directory, faults),
        places_of: frame.places,
        tags: draft.tags.to_vec(),
        summary: Prose::default(),
        sources,
        order,
        facts,
        title_span: draft.title_span,
        date_span: draft.date_span,
    });
}

/// The articles that answer these facts, as the sources of a sheet that lists none.
fn answering(corpus: &Corpus, facts: &[FactIx]) -> Vec<SheetSource> {
    let claims = facts.iter().flat_map(|fact| &corpus[*fact].claims);
    let articles: BTreeSet<ArticleIx> = claims.map(|claim| corpus[*claim].source).collect();
    articles.into_iter().map(|article| SheetSource { article, as_of: None }).collect()
}

fn sources(
    draft: &Draft<'_>,
    (directory, articles): (&Directory, &[Article]),
    faults: &mut Vec<Diagnostic>,
) -> Vec<SheetSource> {
    let mut sources = Vec::new();
    for (key, raw) in draft.sources.iter().flat_map(|sources| &sources.0) {
        let Some(id) = key.id() else { continue };
        let as_of = raw.0.as_of.as_ref().and_then(|words| reading::date(words, faults));
        if let Found::Here(article) = directory.article(&Located { value: id, span: key.span }, faults) {
            if let (Some(as_of), Some(words)) = (&as_of, &raw.0.as_of) {
                chronology::as_of((as_of, words.span), &articles[article.index()], faults);
            }
            sources.push(SheetSource { article, as_of });
        }
    }
    sources.sort_by_key(|source| source.article);
    sources
}

fn order(
    draft: &Draft<'_>,
    sheet: SheetIx,
    (directory, corpus): (&Directory, &Corpus),
    faults: &mut Vec<Diagnostic>,
) -> Vec<OrderChain> {
    let mut chains = Vec::new();
    for chain in draft.order {
        let mut facts = Vec::with_capacity(chain.len());
        for id in chain {
            let Found::Here(fact) = directory.fact((sheet, &draft.id), id, faults) else { continue };
            if facts.contains(&fact) {
                faults.push(
                    Diagnostic::error(
                        Code::ValueUnsuited,
                        id.span,
                        format!("`{}` stands twice in this order", id.value),
                    )
                    .help("write each fact once, what comes first before what follows it"),
                );
            } else if corpus[fact].kind == FactKind::Date {
                facts.push(fact);
            } else if draft.fact(&id.value).is_some_and(fact::kind_known) {
                faults.push(
                    Diagnostic::error(
                        Code::ValueUnsuited,
                        id.span,
                        format!("`{}` is not a date fact", id.value),
                    )
                    .help("an order chain holds facts of kind `date`"),
                );
            }
        }
        let Some(first) = chain.first() else { continue };
        let last = chain.last().unwrap_or(first);
        let span = Span { end: last.span.end, ..first.span };
        if chain.len() < 2 {
            faults.push(
                Diagnostic::error(Code::ValueUnsuited, span, "an order chain needs two facts")
                    .help("write what must come before what: `[directive-date, raid-dates]`"),
            );
        }
        if facts.len() > 1 {
            chains.push(OrderChain { facts, span });
        }
    }
    chains
}
