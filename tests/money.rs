//! Money from files to findings: currencies are told apart, and a word that several countries share is
//! asked about once.

#[expect(dead_code, reason = "a folder that other tests share")]
mod project;

use project::Project;
use variorum::check;
use variorum::diag;
use variorum::model::Corpus;
use variorum::pipeline::{self, Options};
use variorum::source;

/// An article that says these words, and an event with these lines below `facts:`.
fn built(articles: &[(&str, &str)], sheet: &str) -> (Vec<String>, Option<Corpus>) {
    built_in("en", articles, sheet)
}

/// The same in another language.
fn built_in(language: &str, articles: &[(&str, &str)], sheet: &str) -> (Vec<String>, Option<Corpus>) {
    let project = Project::over(&[]);
    for (id, words) in articles {
        let text = format!(
            "---\ntitle: {id}\noutlet: Outlet {id}\npublished: \"2025-07-20\"\nlanguage: {language}\nkind: report\ntext: full\n---\n{words}\n"
        );
        project.write(&format!("content/articles/{id}.md"), text.as_bytes());
    }
    project.write("content/events/loss.yaml", sheet.as_bytes());
    let loaded = source::load(&project.root).unwrap();
    let built = pipeline::build(&loaded, &Options::default());
    let faults = built.diagnostics.iter().map(|fault| diag::short(fault, &loaded.sources)).collect();
    (faults, pipeline::resolved(&loaded, &Options::default()).corpus)
}

fn sheet(head: &str, claims: &str) -> String {
    format!("title: L\nsummary: S.\n{head}facts:\n  loss:\n    kind: money\n    claims:\n{claims}")
}

fn findings(corpus: &Corpus) -> Vec<String> {
    let all = check::findings(corpus);
    let own =
        all.iter().filter(|finding| finding.facts.iter().any(|fact| corpus[*fact].id.as_str() == "loss"));
    own.map(|finding| format!("{} {} {}", finding.class, finding.rule, finding.reason)).collect()
}

#[test]
fn amounts_in_two_dollars_are_about_different_things() {
    for sign in ["C$", "CA$", "Cdn$", "A$", "HK$", "R$"] {
        let (faults, corpus) = built(
            &[("one", &format!("They lost {sign}40 million.")), ("two", "They lost $40 million.")],
            &sheet(
                "",
                &format!(
                    "      - {{source: one, value: {sign}40 million, quote: \"They lost {sign}40 million\"}}\n      - {{source: two, value: $40 million, quote: \"They lost $40 million\"}}\n"
                ),
            ),
        );
        assert_eq!(faults, Vec::<String>::new(), "{sign}");
        let findings = findings(&corpus.unwrap());
        assert!(findings.iter().all(|finding| finding.starts_with("scope different-scope")), "{findings:?}");
        assert_eq!(findings.len(), 1, "{sign}");
    }
}

#[test]
fn a_value_may_name_the_currency_that_the_quote_leaves_open() {
    for (value, quote) in [
        ("₹5 crore", "They lost Rs 5 crore"),
        ("₹5 crore", "They lost 5 crore rupees"),
        ("£40 million", "They lost 40 million pounds"),
        ("₩40 million", "They lost 40 million won"),
        ("$40 million", "They lost US $40 million"),
    ] {
        let claim = format!("      - {{source: one, value: {value}, quote: \"{quote}\"}}\n");
        let (faults, _) = built(&[("one", &format!("{quote}."))], &sheet("", &claim));
        assert_eq!(faults, Vec::<String>::new(), "{value}: {quote}");
    }
}

#[test]
fn a_shared_word_is_asked_about_once_and_answered_by_its_claim_or_sheet() {
    let claim = |currency: &str| {
        format!("      - {{source: one, value: Rs 500 crore, {currency}quote: \"They lost Rs 500 crore\"}}\n")
    };
    let article = [("one", "They lost Rs 500 crore.")];
    let (faults, _) = built(&article, &sheet("", &claim("")));
    let [fault] = faults.as_slice() else { panic!("{faults:?}") };
    assert!(fault.contains("currency-unclear"), "{fault}");
    for (head, currency) in [("", "currency: INR, "), ("currency: PKR\n", "")] {
        let (faults, corpus) = built(&article, &sheet(head, &claim(currency)));
        assert_eq!(faults, Vec::<String>::new());
        let corpus = corpus.unwrap();
        let figures: Vec<_> = corpus.claims.iter().filter_map(|claim| claim.reading.quantity()).collect();
        let code = figures.iter().find_map(|quantity| quantity.number.currency.as_deref());
        assert_eq!(code, Some(if head.is_empty() { "INR" } else { "PKR" }));
    }
}

/// What stands in prose is read by people who do not know where its source is.
#[test]
fn prose_names_the_currency_of_another_country() {
    let article = [("one", "They lost $40 million.")];
    let claim =
        "      - {source: one, value: $40 million, currency: CAD, quote: \"They lost $40 million\"}\n";
    for (words, is_right) in [
        ("$40 million", false),
        ("40 million dollars", false),
        ("US$40 million", false),
        ("C$40 million", true),
        ("40 million Canadian dollars", true),
        ("CAD 40 million", true),
    ] {
        let sheet = sheet("", claim).replace("summary: S.", &format!("summary: Lost [{words}](fact:loss)."));
        let (faults, _) = built(&article, &sheet);
        match faults.as_slice() {
            [] => assert!(is_right, "{words}"),
            [fault] => assert!(!is_right && fault.contains("prose-unsupported"), "{fault}"),
            _ => panic!("{words}: {faults:?}"),
        }
    }
}

#[test]
fn cents_beside_an_amount_leave_it_unread() {
    let article = [("one", "It costs $50 and 50 cents.")];
    for value in ["$50", "$50 and 50 cents"] {
        let claim =
            format!("      - {{source: one, value: {value}, quote: \"It costs $50 and 50 cents\"}}\n");
        let (faults, _) = built(&article, &sheet("", &claim));
        assert_eq!(faults.len(), 1, "{value}: {faults:?}");
    }
}

/// The words of currencies are those of the article's language.
#[test]
fn amounts_are_read_in_the_language_of_their_article() {
    for (language, value, quote, code) in [
        ("de", "40 Millionen Euro", "Der Schaden beträgt 40 Millionen Euro", "EUR"),
        ("de", "€40 million", "Der Schaden beträgt 40 Millionen Euro", "EUR"),
        ("es", "40 millones de euros", "Perdieron 40 millones de euros", "EUR"),
        ("pt", "R$ 40 milhões", "Perderam R$ 40 milhões", "BRL"),
        ("ru", "40 миллионов рублей", "Ущерб составил 40 миллионов рублей", "RUB"),
        ("th", "40 ล้านบาท", "เสียหาย 40 ล้านบาท", "THB"),
        ("hi", "INR 5 billion", "₹500 करोड़", "INR"),
        ("id", "Rp 500 juta", "Kerugian Rp 500 juta", "IDR"),
        ("ko", "3억 원", "피해액은 3억 원", "KRW"),
        ("ja", "3億円", "被害額は3億円", "JPY"),
        ("ja", "JPY 300 million", "被害額は3億円", "JPY"),
        ("zh", "500万美元", "损失500万美元", "USD"),
        ("zh", "$5 million", "损失500万美元", "USD"),
        ("zh", "500万元人民币", "损失500万元人民币", "CNY"),
    ] {
        let claim = format!("      - {{source: one, value: {value}, quote: \"{quote}\"}}\n");
        let (faults, corpus) = built_in(language, &[("one", quote)], &sheet("", &claim));
        assert_eq!(faults, Vec::<String>::new(), "{value}: {quote}");
        let corpus = corpus.unwrap();
        let figures: Vec<_> = corpus.claims.iter().filter_map(|claim| claim.reading.quantity()).collect();
        assert!(figures.iter().any(|figure| figure.number.currency.as_deref() == Some(code)), "{value}");
    }
    let asked = "      - {source: one, value: 500万元, quote: \"损失500万元\"}\n";
    let (faults, _) = built_in("zh", &[("one", "损失500万元")], &sheet("", asked));
    assert!(matches!(faults.as_slice(), [fault] if fault.contains("currency-unclear")), "{faults:?}");
}

#[test]
fn a_unit_that_is_a_code_is_the_currency() {
    let article = [("one", "They lost 76 million dollars."), ("two", "They lost $76 million.")];
    let claims = "      - {source: one, value: 76 million dollars, quote: \"They lost 76 million dollars\"}\n      - {source: two, value: $76 million, quote: \"They lost $76 million\"}\n";
    let with = |fields: &str| sheet("", claims).replace("kind: money\n", &format!("kind: money\n{fields}"));
    let (faults, corpus) = built(&article, &with("    unit: USD\n"));
    assert_eq!(faults, Vec::<String>::new());
    let findings = findings(&corpus.unwrap());
    assert!(findings.iter().all(|finding| finding.starts_with("agree")), "{findings:?}");
    let (faults, _) = built(&article, &with("    unit: CAD\n    currency: USD\n"));
    assert!(faults.iter().any(|fault| fault.contains("`unit` is CAD and its `currency` USD")), "{faults:?}");
}
