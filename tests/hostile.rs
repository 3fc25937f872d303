//! Templates written to use up memory and time: each is refused at a place, within bounds.

#[expect(dead_code, reason = "a folder that other tests share")]
mod project;

use project::Project;
use variorum::diag;
use variorum::pipeline::{self, Options};
use variorum::source;

fn told(template: &str, others: &[(&str, String)]) -> Vec<String> {
    built(template, others).0
}

fn page(template: &str) -> String {
    built(template, &[]).1
}

fn built(template: &str, others: &[(&str, String)]) -> (Vec<String>, String) {
    let settings = fs_err::read_to_string(project::cases().join("sound/variorum.yaml")).unwrap();
    let settings = format!("{settings}overrides: templates\n");
    let mut files = vec![("variorum.yaml", settings.as_bytes()), ("templates/404.html", template.as_bytes())];
    files.extend(others.iter().map(|(path, text)| (*path, text.as_bytes())));
    let loaded = source::load(&Project::over(&files).root).unwrap();
    let built = pipeline::build(&loaded, &Options::default());
    let page = built.edition.as_ref().and_then(|edition| edition.tree.get("404.html"));
    let page = page.map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    (built.diagnostics.iter().map(|fault| diag::short(fault, &loaded.sources)).collect(), page)
}

#[track_caller]
fn refused(template: &str, others: &[(&str, String)], reason: &str) {
    let told = told(template, others);
    assert!(!told.is_empty() && told.iter().all(|line| line.starts_with("templates/")), "{told:?}");
    assert!(told.iter().any(|line| line.contains(reason)), "{told:?}");
    assert!(told.iter().all(|line| line.len() < 2_000));
}

const LARGE: &str = "grows by more than 2 MB";
const MANY: &str = "turns";
const TEXT: &str = "come to more than 256 MB";

fn repeated(n: usize, text: &str) -> String {
    text.repeat(n)
}

#[test]
fn texts_joined_with_themselves_end() {
    refused(
        "{% set x = \"xx\" %}{% for i in range(end=60) %}{% set_global x = x ~ x %}{% endfor %}{{ x }}",
        &[],
        LARGE,
    );
    let line = repeated(60, "{% set x = x ~ x %}");
    refused(&format!("{{% set x = \"xx\" %}}{line}"), &[], LARGE);
    let sets = repeated(60, "{% set x %}{{ x }}{{ x }}{% endset %}");
    refused(&format!("{{% set x = \"xx\" %}}{sets}"), &[], LARGE);
}

#[test]
fn filters_that_make_much_of_little_end() {
    let x = "{% set x = \"a\" %}{% for i in range(end=19) %}{% set_global x = x ~ x %}{% endfor %}";
    refused(&format!("{x}{{{{ x | replace(from=\"a\", to=x) }}}}"), &[], TEXT);
    refused(&format!("{x}{{{{ x | replace(from=\"\", to=x) | length }}}}"), &[], TEXT);
    refused(&format!("{x}{{{{ range(end=100000) | join(sep=x) | length }}}}"), &[], TEXT);
    refused(
        &format!("{x}{{{{ x | replace(from=\"a\", to=\"\\na\") | indent(width=1000) | length }}}}"),
        &[],
        TEXT,
    );
    let twice = repeated(40, " | replace(from=\"a\", to=\"aa\")");
    refused(&format!("{{{{ \"aaaa\"{twice} | length }}}}"), &[], TEXT);
    let split = repeated(40, "x | split(pat=\"\"), ");
    refused(&format!("{x}{{% set y = [{split}] %}}"), &[], TEXT);
}

#[test]
fn lists_that_hold_themselves_end() {
    let lists = repeated(60, "{% set a = [a, a] %}");
    refused(&format!("{{% set a = [1] %}}{lists}{{{{ a }}}}"), &[], "grows by more");
    let maps = repeated(60, "{% set a = {\"b\": a, \"c\": a} %}");
    refused(&format!("{{% set a = [1] %}}{maps}{{{{ a }}}}"), &[], "grows by more");
    refused(
        "{% set a = [1] %}{% for i in range(end=100000) %}{% set_global a = [a] %}{% endfor %}",
        &[],
        "more than 64 deep",
    );
    let contexts = repeated(60, "{% set a = __tera_context %}{% set b = __tera_context %}");
    refused(&format!("{contexts}{{{{ a }}}}"), &[], "grows by more");
    refused(
        "{% set a = [[i for i in range(end=100000)] for j in range(end=100000)] %}{{ a | length }}",
        &[],
        MANY,
    );
    refused(
        "{% set a = [y ~ y for y in [x ~ x for x in [w ~ w for w in [v | replace(from=\"a\", to=v) for v in [u | replace(from=\"a\", to=u) for u in [\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"]]]]]] %}",
        &[],
        LARGE,
    );
}

#[test]
fn what_is_captured_in_a_loop_ends() {
    let x = "{% set x = \"a\" %}{% for i in range(end=19) %}{% set_global x = x ~ x %}{% endfor %}";
    refused(
        &format!("{x}{{% set y %}}{{% for i in range(end=100000) %}}{{{{ x }}}}{{% endfor %}}{{% endset %}}"),
        &[],
        TEXT,
    );
    let text = repeated(1_000_000, "t");
    refused(
        &format!("{{% set y %}}{{% for i in range(end=100000) %}}{text}{{% endfor %}}{{% endset %}}"),
        &[],
        TEXT,
    );
    refused(
        &format!(
            "{x}{{% for i in range(end=100000) %}}{{% for j in range(end=9) %}}{{% if x == x | upper %}}{{% endif %}}{{% endfor %}}{{% endfor %}}"
        ),
        &[],
        "work on values",
    );
    refused(
        "{% for i in range(end=100000) %}{% if range(end=100000) | length == 1 %}{% endif %}{% endfor %}",
        &[],
        MANY,
    );
    refused("{{ range(end=100000) | unique | length }}{{ range(end=100000) | unique | length }}", &[], MANY);
}

#[test]
fn components_that_call_each_other_end() {
    let component = |n: usize| {
        let inner = format!("<c{} />", n + 1);
        let body = if n == 15 { "x".to_owned() } else { format!("{{{{ {inner} }}}}").repeat(10) };
        format!("{{% component c{n}() %}}{body}{{% endcomponent %}}")
    };
    let components: String = (0..=15).map(component).collect();
    refused(&format!("{components}{{% set x %}}{{{{ <c0 /> }}}}{{% endset %}}"), &[], MANY);
    let grows: String = (0..18)
        .map(|n| {
            format!(
                "{{% component d{n}(x: string) %}}{{{{ <d{} x={{x ~ x ~ x ~ x}} /> }}}}{{% endcomponent %}}",
                n + 1
            )
        })
        .collect();
    let last = "{% component d18(x: string) %}{{ x }}{% endcomponent %}";
    refused(&format!("{grows}{last}{{{{ <d0 x={{\"xxxx\"}} /> }}}}"), &[], LARGE);
}

#[test]
fn templates_that_include_or_extend_each_other_end() {
    const DEEP: &str = "extend or include each other behind";
    let names: Vec<String> = (0..30).map(|n| format!("templates/part{n}.html")).collect();
    let named = |n_parts: usize, text: &dyn Fn(usize) -> String| -> Vec<(&str, String)> {
        let at =
            |n: usize| if n + 1 == n_parts { "{% block b %}x{% endblock %}".to_owned() } else { text(n + 1) };
        names[..n_parts].iter().enumerate().map(|(n, name)| (name.as_str(), at(n))).collect()
    };
    let include = |n: usize| format!("{{% include \"part{n}.html\" %}}").repeat(2);
    refused("{% include \"part0.html\" %}", &named(30, &include), DEEP);
    refused("{% include \"part0.html\" %}", &named(23, &include), MANY);
    const TWICE: &str = "{% block b %}{{ super() }}{{ super() }}{% endblock %}";
    let above = |n: usize| format!("{{% extends \"part{n}.html\" %}}{TWICE}");
    refused(&above(0), &named(30, &above), DEEP);
    refused(&above(0), &named(22, &above), MANY);
    refused("{% include \"404.html\" %}", &[], "ircular");
}

#[test]
fn a_template_that_only_looks_costly_is_rendered() {
    let useful = "{% extends \"builtin/404.html\" %}{% block content %}\
        {% set words = [\"a\", \"b\"] %}{% for word in words | sort -%} <p>{{ word | upper ~ \"!\" }}</p>{% endfor %}\
        {% set list %}{% for n in range(end=2000) %}<i>{{ n }}</i>{% endfor %}{% endset %}{{ list | safe }}\
        {% set twice = [n * 2 for n in range(end=9) if n is even] %}{{ twice | join(sep=\", \") }}\
        {{ \"a-b\" | replace(from=\"-\", to=\"<br>\") }}<h1>x</h1>{% endblock %}";
    assert_eq!(told(useful, &[]), [""; 0]);
    // What is safe stays so, and the rest is escaped.
    let safe = "{% extends \"builtin/404.html\" %}{% block content %}<h1>x</h1>{{ \"<\" ~ \"i>a</i>\" }}{{ \"<b>b</b>\" | safe }}\
        {% set n = \"<u>\" %}{{ n }}{{ n | upper | safe }}</U>{% endblock %}";
    assert_eq!(told(safe, &[]), [""; 0]);
    let page = page(safe);
    assert!(page.contains("&lt;i&gt;a&lt;/i&gt;<b>b</b>&lt;u&gt;<U></U>"), "{page}");
}
