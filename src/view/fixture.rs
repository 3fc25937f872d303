//! A small edition for tests: one event, three sources, two disagreements.

use crate::digest::Digest;
use crate::model::{
    Article, ArticleIx, ArticleKind, Bound, Breakdown, Capture, ChartWish, Claim, ClaimIx, Class, Corpus,
    Crowd, DateShape, DateValue, Day, DaySpan, Entity, EntityIx, EntityKind, Export, Fact, FactIx, FactKind,
    Finding, FindingId, Hedge, Id, Interval, Modifier, Number, Origin, Overrides, Prose, Quantity, Quote,
    QuoteState, Reading, Rule, Ruling, RulingIx, RulingStatus, Scope, Settings, Severity, Sheet, SheetIx,
    SheetKind, SheetSource, TextMode, Tolerances,
};
use crate::source::{FileId, Span};

const NOWHERE: Span = Span { file: FileId(0), start: 0, end: 0 };

/// The edition.
pub fn corpus() -> Corpus {
    Corpus {
        settings: settings(),
        articles: vec![article("a-post", "Post"), article("b-paper", "Paper"), article("c-echo", "unknown")],
        entities: vec![
            entity("chinese", EntityKind::Group, "Chinese"),
            entity("hun-manet", EntityKind::Person, "Hun Manet"),
            entity("hun-sen", EntityKind::Person, "Hun Sen <sic>"),
        ],
        sheets: vec![sheet()],
        facts: vec![arrests(), giver(), parts(), dates()],
        claims: vec![
            count(0, 0, "over 1,000", 1000),
            count(0, 1, "900", 900),
            who(0, "Hun Manet", 1),
            who(1, "Hun Sen", 2),
            Claim { part: Some(EntityIx(0)), ..count(2, 0, "27", 27) },
            day(1),
        ],
        quotes_alone: Vec::new(),
        rulings: vec![ruling()],
        briefing: None,
        pages: vec![],
        moved: Vec::new(),
        remarks: Vec::new(),
        divided: std::sync::OnceLock::new(),
    }
}

/// Its findings.
pub fn findings() -> Vec<Finding> {
    vec![
        finding(0, Rule::CountDisjoint, Severity::Minor, [0, 1]),
        Finding {
            ruling: Some(RulingIx(0)),
            modifiers: vec![Modifier::SelfContradiction],
            ..finding(1, Rule::EntityDiffers, Severity::Major, [2, 3])
        },
        Finding {
            class: Class::Gap,
            sides: vec![],
            sources: vec![ArticleIx(2)],
            ..finding(1, Rule::Gap, Severity::Info, [2, 3])
        },
    ]
}

/// An id that is known to be one.
pub fn id(text: &str) -> Id {
    Id::new(text).expect("ids of the fixture are well-formed")
}

fn settings() -> Settings {
    Settings {
        title: "Raids & rulings".into(),
        description: "What the sources say.".into(),
        language: "en".into(),
        base_url: None,
        feed_id: None,
        translations: Vec::new(),
        theme: "default".into(),
        overrides: Overrides::None,
        publisher: None,
        licence: None,
        repository: None,
        tolerances: Tolerances::default(),
        menu: Vec::new(),
        removed: Vec::new(),
        drafts: false,
        accepted: Vec::new(),
        exports: Export::ALL.into(),
    }
}

fn article(name: &str, outlet: &str) -> Article {
    Article {
        id: id(name),
        title: format!("Text of {name}"),
        outlet: outlet.into(),
        outlet_entity: None,
        author: None,
        published: None,
        retrieved: None,
        url: None,
        archived_url: None,
        language: "en".into(),
        kind: ArticleKind::Report,
        rests_on: if name == "c-echo" { vec![Origin::Article(ArticleIx(0))] } else { vec![] },
        text: TextMode::Digest,
        capture: Some(Capture { file: "a.txt".into(), sha256: Digest::of(b"a"), span: NOWHERE }),
        set_aside: vec![],
        body: Prose { markdown: "A digest. It is short.".into(), ..Prose::default() },
    }
}

fn entity(name: &str, kind: EntityKind, label: &str) -> Entity {
    Entity {
        id: id(name),
        kind,
        name: label.into(),
        native: None,
        aliases: vec![],
        forms: vec![],
        within: None,
        at: None,
        people_of: None,
        holders: Vec::new(),
        exclusive: false,
        wikidata: None,
        note: None,
    }
}

fn sheet() -> Sheet {
    let markdown = "Police held [over 1,000](fact:arrests) people; [](fact:giver) ordered it.".to_owned();
    let binding = |link: &str, words: &str, fact| crate::model::Binding {
        range: markdown.find(link).map_or(0..0, |start| start..start + link.len()),
        words: words.into(),
        fact,
        part: None,
        source: None,
        span: NOWHERE,
    };
    let bindings = vec![
        binding("[over 1,000](fact:arrests)", "over 1,000", FactIx(0)),
        binding("[](fact:giver)", "", FactIx(1)),
    ];
    let source = |i| SheetSource { article: ArticleIx(i), as_of: None };
    Sheet {
        id: id("raids"),
        kind: SheetKind::Event,
        title: "Raids".into(),
        date: Some(days(20_283, 20_285)),
        date_of: None,
        places: vec![],
        places_of: None,
        tags: vec![],
        summary: Prose { markdown, bindings, ..Prose::default() },
        sources: vec![source(0), source(1), source(2)],
        order: vec![],
        facts: vec![FactIx(0), FactIx(1), FactIx(2), FactIx(3)],
        title_span: NOWHERE,
        date_span: None,
    }
}

fn fact(name: &str, label: &str, kind: FactKind, claims: &[u32]) -> Fact {
    Fact {
        id: id(name),
        sheet: SheetIx(0),
        label: label.into(),
        kind,
        exact: false,
        by: None,
        scope: Scope::default(),
        same_as: None,
        chart: ChartWish::default(),
        note: None,
        claims: claims.iter().copied().map(ClaimIx).collect(),
        span: NOWHERE,
    }
}

fn people() -> FactKind {
    FactKind::Count { unit: "people".into(), series: None }
}

fn arrests() -> Fact {
    fact("arrests", "People arrested", people(), &[0, 1])
}

fn giver() -> Fact {
    fact("giver", "Who gave the order", FactKind::Entity { office: None }, &[2, 3])
}

fn parts() -> Fact {
    let by = Breakdown { dimension: "nationality".into(), total: Some(FactIx(0)) };
    Fact { by: Some(by), ..fact("by-nationality", "Arrested, by nationality", people(), &[4]) }
}

fn dates() -> Fact {
    fact("raid-date", "When it happened", FactKind::Date, &[5])
}

fn claim(fact: u32, source: u32, words: &str, reading: Reading) -> Claim {
    let exact = format!("quoting {words}");
    Claim {
        fact: FactIx(fact),
        source: ArticleIx(source),
        part: None,
        words: words.into(),
        reading,
        name: None,
        editors: None,
        quote: Quote {
            digest: Digest::of(exact.as_bytes()),
            exact,
            prefix: None,
            suffix: None,
            state: QuoteState::Locked(0),
            span: NOWHERE,
        },
        via: vec![],
        scope: Scope::default(),
        as_of: None,
        complete: None,
        worded: None,
        note: None,
        anchor: format!("fact-{fact}--source-{source}"),
        span: NOWHERE,
    }
}

fn count(fact: u32, source: u32, words: &str, figure: i64) -> Claim {
    let number = Number {
        hedge: Hedge::Exact,
        low: figure.into(),
        high: figure.into(),
        plausible: None,
        currency: None,
        percent: false,
        unit: None,
        change: None,
    };
    let exactly = Interval { low: Bound::Closed(figure.into()), high: Bound::Closed(figure.into()) };
    claim(fact, source, words, Reading::Quantity(Quantity { number, hard: exactly, plausible: exactly }))
}

fn who(source: u32, words: &str, entity: u32) -> Claim {
    claim(1, source, words, Reading::Entity(Some(EntityIx(entity))))
}

fn day(source: u32) -> Claim {
    claim(3, source, "2025-07-14/2025-07-16", Reading::Date(days(20_283, 20_285)))
}

fn days(first: i32, last: i32) -> DateValue {
    DateValue {
        edtf: "2025-07-14/2025-07-16".into(),
        shape: DateShape::Interval,
        spans: vec![DaySpan { first: Some(Day(first)), last: Some(Day(last)) }],
        begins: DaySpan { first: Some(Day(first)), last: Some(Day(first)) },
        year_known: true,
        approximate: false,
        uncertain: false,
    }
}

fn finding(fact: u32, rule: Rule, severity: Severity, sides: [u32; 2]) -> Finding {
    Finding {
        id: FindingId(format!("raids--fact-{fact}")),
        sheet: SheetIx(0),
        facts: vec![FactIx(fact)],
        part: None,
        class: Class::Contradict,
        rule,
        modifiers: vec![],
        severity,
        reason: "The two differ.".into(),
        sides: sides.iter().map(|&side| vec![ClaimIx(side)]).collect(),
        sources: vec![ArticleIx(0), ArticleIx(1)],
        represents: 1,
        dispute: Some(FindingId(format!("raids--fact-{fact}"))),
        independent_origins: 2,
        ruling: None,
        crowd: Crowd::default(),
    }
}

fn ruling() -> Ruling {
    Ruling {
        fact: FactIx(1),
        part: None,
        between: vec![],
        prefer: Some(ArticleIx(0)),
        status: RulingStatus::Open,
        title: None,
        note: "The office had *changed*.".into(),
        decided: days(20_283, 20_283),
        expect: Class::Contradict,
        would_settle: Some("A signed copy".into()),
        span: NOWHERE,
    }
}
