//! A small corpus built by hand: one event, one question and one office, told by two sources.

use std::sync::Arc;

use rust_decimal::Decimal;
use variorum::digest::Digest;
use variorum::model::*;
use variorum::source::{FileId, Span};
use variorum::value::name;

const SPAN: Span = Span { file: FileId(0), start: 0, end: 0 };
pub const POST: ArticleIx = ArticleIx(1);
pub const TIMES: ArticleIx = ArticleIx(0);
const CAMBODIA: EntityIx = EntityIx(0);
const INDONESIAN: EntityIx = EntityIx(1);
const MINISTER: EntityIx = EntityIx(2);
const OFFICE: EntityIx = EntityIx(3);

pub fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub fn day(edtf: &str, shape: DateShape, spans: &[(i32, i32)]) -> DateValue {
    DateValue {
        edtf: edtf.to_owned(),
        shape,
        spans: spans.iter().map(|&(a, b)| DaySpan { first: Some(Day(a)), last: Some(Day(b)) }).collect(),
        begins: DaySpan {
            first: spans.first().map(|&(a, _)| Day(a)),
            last: spans.last().map(|&(_, b)| Day(b)),
        },
        year_known: !edtf.contains("XXXX"),
        approximate: false,
        uncertain: false,
    }
}

fn article(name: &str, outlet: &str, published: Option<DateValue>) -> Article {
    Article {
        id: id(name),
        title: format!("\"{name}\", a <report>"),
        outlet: outlet.to_owned(),
        outlet_entity: None,
        author: None,
        published,
        retrieved: None,
        url: None,
        archived_url: None,
        language: "en".to_owned(),
        kind: ArticleKind::Report,
        rests_on: vec![],
        text: TextMode::Digest,
        capture: None,
        set_aside: vec![],
        body: Prose::default(),
    }
}

fn entity(name: &str, kind: EntityKind) -> Entity {
    Entity {
        forms: Vec::new(),
        id: id(name),
        kind,
        name: name.to_owned(),
        native: None,
        aliases: vec![],
        within: None,
        at: None,
        people_of: None,
        exclusive: kind == EntityKind::Office,
        holders: Vec::new(),
        wikidata: None,
        note: None,
    }
}

fn sheet(name: &str, kind: SheetKind, facts: &[u32]) -> Sheet {
    Sheet {
        id: id(name),
        kind,
        title: format!("About {name}"),
        date: None,
        date_of: None,
        places: vec![],
        places_of: None,
        tags: vec![],
        summary: Prose::default(),
        sources: vec![],
        order: vec![],
        facts: facts.iter().map(|&i| FactIx(i)).collect(),
        title_span: SPAN,
        date_span: None,
    }
}

fn fact(name: &str, sheet: u32, kind: FactKind) -> Fact {
    Fact {
        id: id(name),
        sheet: SheetIx(sheet),
        label: format!("The {name}"),
        kind,
        exact: false,
        by: None,
        scope: Scope::default(),
        same_as: None,
        chart: ChartWish::default(),
        note: None,
        claims: vec![],
        span: SPAN,
    }
}

fn claim(fact: u32, source: ArticleIx, words: &str, reading: Reading) -> Claim {
    let quote = format!("they say {words}, we hear");
    Claim {
        name: None,
        fact: FactIx(fact),
        source,
        part: None,
        words: words.to_owned(),
        reading,
        editors: None,
        quote: Quote {
            digest: Digest::of(quote.as_bytes()),
            exact: quote,
            prefix: None,
            suffix: None,
            state: QuoteState::Locked(12),
            span: SPAN,
        },
        via: vec![],
        scope: Scope::default(),
        as_of: None,
        complete: None,
        worded: None,
        note: None,
        anchor: format!("fact-{fact}--{}", if source == POST { "post" } else { "times" }),
        span: SPAN,
    }
}

pub fn quantity(hedge: Hedge, n: i64, hard: Interval, plausible: Interval) -> Reading {
    let number = Number {
        hedge,
        low: Decimal::from(n),
        high: Decimal::from(n),
        plausible: None,
        currency: None,
        percent: false,
        unit: None,
        change: None,
    };
    Reading::Quantity(Quantity { number, hard, plausible })
}

pub fn exactly(n: i64) -> Interval {
    Interval { low: Bound::Closed(Decimal::from(n)), high: Bound::Closed(Decimal::from(n)) }
}

fn settings() -> Settings {
    Settings {
        title: "Raids & rulings".to_owned(),
        description: "What the sources say.".to_owned(),
        language: "en".to_owned(),
        base_url: None,
        feed_id: None,
        translations: Vec::new(),
        theme: "default".to_owned(),
        overrides: Overrides::None,
        publisher: Some(Publisher { name: "A desk".to_owned(), url: None, contact: None }),
        licence: Some("CC BY 4.0".to_owned()),
        repository: None,
        tolerances: Tolerances::default(),
        menu: Vec::new(),
        removed: Vec::new(),
        drafts: false,
        accepted: Vec::new(),
        exports: Export::ALL.into(),
    }
}

fn claims() -> Vec<Claim> {
    let over = Interval { low: Bound::Open(1000.into()), high: Bound::Unbounded };
    let over_plausible = Interval { low: Bound::Open(1000.into()), high: Bound::Closed(2000.into()) };
    let spelled =
        |words: &str, entity| SetItem { words: words.to_owned(), entity, name: Arc::new(name::read(words)) };
    let mut claims = vec![
        claim(0, POST, "over 1,000", quantity(Hedge::MoreThan, 1000, over, over_plausible)),
        claim(0, TIMES, "=1,000", quantity(Hedge::Exact, 1000, exactly(1000), exactly(1000))),
        claim(1, TIMES, "271", quantity(Hedge::Exact, 271, exactly(271), exactly(271))),
        claim(
            2,
            POST,
            "2025-07-14/2025-07-16",
            Reading::Date(day("2025-07-14/2025-07-16", DateShape::Interval, &[(20_283, 20_285)])),
        ),
        claim(
            2,
            TIMES,
            "{XXXX-11-14,XXXX-11-16}",
            Reading::Date(day(
                "{XXXX-11-14,XXXX-11-16}",
                DateShape::AllOf,
                &[(11_275, 11_275), (11_277, 11_277)],
            )),
        ),
        claim(3, POST, "Hun Manet", Reading::Entity(Some(MINISTER))),
        claim(
            4,
            POST,
            "phones, \"computers\"",
            Reading::Set(vec![spelled("phones", None), spelled("Cambodia", Some(CAMBODIA))]),
        ),
        claim(5, TIMES, "it works", Reading::Position(0)),
        claim(6, POST, "no", Reading::YesNo(false)),
        claim(7, POST, "prime minister", Reading::Text),
    ];
    claims[2].part = Some(INDONESIAN);
    claims[2].anchor = "fact-1--indonesian--times".to_owned();
    claims[0].via = vec![Voice::Entity(MINISTER), Voice::Article(TIMES)];
    claims[0].as_of = Some(day("2025-07-16", DateShape::Single, &[(20_285, 20_285)]));
    claims[0].scope = Scope { places: vec![CAMBODIA], window: Some("July".to_owned()), ..Scope::default() };
    claims
}

fn facts() -> Vec<Fact> {
    let count = || FactKind::Count { unit: "people".to_owned(), series: Some(Series::Cumulative) };
    let works = Position { id: id("works"), label: "It works".to_owned() };
    let mut facts = vec![
        fact("arrests", 0, count()),
        fact("by-nationality", 0, count()),
        fact("dates", 0, FactKind::Date),
        fact("orderer", 0, FactKind::Entity { office: Some(OFFICE) }),
        fact("seized", 0, FactKind::Set),
        fact("effect", 1, FactKind::Position { positions: vec![works], exclusive: true }),
        fact("enough", 1, FactKind::YesNo),
        fact("title", 2, FactKind::Text),
    ];
    facts[1].by = Some(Breakdown { dimension: "nationality".to_owned(), total: Some(FactIx(0)) });
    facts
}

/// The corpus, without an address.
pub fn corpus() -> Corpus {
    let mut facts = facts();
    let claims = claims();
    for (i, claim) in claims.iter().enumerate() {
        facts[claim.fact.index()].claims.push(ClaimIx(i as u32));
    }
    let mut sheets = vec![
        sheet("raids", SheetKind::Event, &[0, 1, 2, 3, 4]),
        sheet("works", SheetKind::Question, &[5, 6]),
        sheet("minister", SheetKind::Entity(MINISTER), &[7]),
    ];
    sheets[0].date = Some(day("2025-07-14/2025-07-16", DateShape::Interval, &[(20_283, 20_285)]));
    sheets[0].places = vec![CAMBODIA];
    sheets[0].sources = [TIMES, POST].map(|article| SheetSource { article, as_of: None }).into();
    let markdown = "Police held **[](fact:arrests)** people.";
    let binding = Binding {
        range: 14..30,
        words: String::new(),
        fact: FactIx(0),
        part: None,
        source: Some(POST),
        span: SPAN,
    };
    sheets[0].summary = Prose { markdown: markdown.to_owned(), bindings: vec![binding], ..Prose::default() };
    let mut entities = vec![
        entity("cambodia", EntityKind::Place),
        entity("indonesian", EntityKind::Group),
        entity("minister", EntityKind::Person),
        entity("office", EntityKind::Office),
    ];
    entities[0].native = Some("កម្ពុជា".to_owned());
    let mut articles = vec![
        article("times", "unknown", None),
        article("post", "Square", Some(day("2025-07", DateShape::Single, &[(20_270, 20_300)]))),
    ];
    articles[1].kind = ArticleKind::SocialPost;
    let ruling = Ruling {
        fact: FactIx(2),
        part: None,
        between: vec![],
        prefer: Some(POST),
        status: RulingStatus::Explained,
        title: None,
        note: "Two waves, perhaps.".to_owned(),
        decided: day("2026-11-22", DateShape::Single, &[(20_779, 20_779)]),
        expect: Class::Contradict,
        would_settle: None,
        span: SPAN,
    };
    Corpus {
        settings: settings(),
        articles,
        entities,
        sheets,
        facts,
        claims,
        quotes_alone: Vec::new(),
        rulings: vec![ruling],
        briefing: None,
        pages: vec![],
        moved: Vec::new(),
        remarks: Vec::new(),
        divided: std::sync::OnceLock::new(),
    }
}

/// A finding between claims, on the sheet of the first.
pub fn finding(corpus: &Corpus, name: &str, class: Class, sides: &[&[u32]]) -> Finding {
    let sides: Vec<Vec<ClaimIx>> =
        sides.iter().map(|side| side.iter().map(|&i| ClaimIx(i)).collect()).collect();
    let first = corpus[sides[0][0]].fact;
    let mut facts: Vec<FactIx> = sides.iter().flatten().map(|&ix| corpus[ix].fact).collect();
    facts.dedup();
    Finding {
        id: FindingId(name.to_owned()),
        sheet: corpus[first].sheet,
        facts,
        part: None,
        class,
        rule: Rule::DateDisjoint,
        modifiers: vec![],
        severity: Severity::Major,
        reason: "14 July is not 14 November.".to_owned(),
        sides,
        sources: vec![TIMES, POST],
        represents: 1,
        dispute: None,
        independent_origins: 2,
        ruling: None,
        crowd: Crowd::default(),
    }
}

/// One finding of each kind that matters: agreement, gap, contradiction with ruling, joined facts.
pub fn findings(corpus: &Corpus) -> Vec<Finding> {
    let mut dates = finding(corpus, "raids--dates--post--times", Class::Contradict, &[&[3], &[4]]);
    dates.ruling = Some(RulingIx(0));
    vec![
        finding(corpus, "agreed", Class::Agree, &[&[0], &[1]]),
        dates,
        finding(corpus, "gap", Class::Gap, &[&[2]]),
        finding(corpus, "joined", Class::Compatible, &[&[0, 1], &[8]]),
    ]
}
