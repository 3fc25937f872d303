//! The colours of charts, as the style sheets of each theme and of the files give them: contrast
//! by WCAG 2.2, and distance as people with each kind of colour blindness see it.

use std::collections::BTreeMap;

use crate::{repository, tree};

type Palette = BTreeMap<String, String>;
type Rgb = [f64; 3];

/// What stands for sources; a source is named wherever its hue is seen.
const HUES: [&str; 8] = ["h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8"];

const MODES: [&str; 3] = ["light", "dark", "print"];

/// Linear red, green and blue without one kind of cone (Machado, Oliveira and Fernandes 2009).
const BLINDNESS: [(&str, [Rgb; 3]); 3] = [
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// The style sheets that give charts their colours: of files, and of pages in each theme.
fn sheets() -> Vec<(String, Vec<String>)> {
    let read = |path: &str| fs_err::read_to_string(repository().join(path)).expect("the repository has it");
    let charts = read("src/chart/chart.css");
    let themes = tree::read(&repository().join("themes"));
    let css_of = |theme: &str| -> Vec<String> {
        let own = themes
            .iter()
            .filter(|(name, _)| name.starts_with(&format!("{theme}/static/")) && name.ends_with(".css"));
        own.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect()
    };
    let names: std::collections::BTreeSet<&str> =
        themes.keys().filter_map(|name| name.split('/').next()).collect();
    let mut all = vec![("files".to_owned(), vec![charts.clone()])];
    for name in names {
        let mut sheets = css_of("default");
        sheets.push(charts.clone());
        if name != "default" {
            sheets.extend(css_of(name));
        }
        all.push((name.to_owned(), sheets));
    }
    all
}

/// Every rule with the conditions around it, in order: condition, selector, declarations.
fn rules(css: &str) -> Vec<(String, String, String)> {
    let css: String =
        css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect();
    let (mut rules, mut open, mut text) = (Vec::new(), Vec::<String>::new(), String::new());
    for c in css.chars() {
        match c {
            '{' => open.push(std::mem::take(&mut text).trim().to_owned()),
            '}' => {
                let selector = open.pop().unwrap_or_default();
                let body = std::mem::take(&mut text);
                rules.push((open.join(" "), selector, body));
            }
            c => text.push(c),
        }
    }
    rules
}

fn holds(condition: &str, mode: &str) -> bool {
    match condition {
        "" => true,
        "@media print" => mode == "print",
        "@media (prefers-color-scheme: dark)" => mode == "dark",
        _ => false,
    }
}

/// The values of all custom properties on a chart in one mode.
fn palette(sheets: &[String], mode: &str) -> Palette {
    // Weakest first: a chart's own default, then what the page sets, which charts look up.
    let mut layers: [Palette; 3] = Default::default();
    for (condition, selector, body) in sheets.iter().flat_map(|css| rules(css)) {
        let layer = match selector.as_str() {
            ":where(.vc)" => 0,
            ":root" => 1,
            ".drawing .vc" => 2,
            _ => continue,
        };
        if holds(&condition, mode) {
            let declarations = body.split(';').filter_map(|one| one.split_once(':'));
            let custom = declarations.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
            layers[layer].extend(custom.filter(|(name, _)| name.starts_with("--")));
        }
    }
    let mut all = Palette::new();
    layers.into_iter().for_each(|layer| all.extend(layer));
    all
}

fn colour(palette: &Palette, name: &str) -> Rgb {
    let mut value = palette.get(&format!("--{name}")).map_or("", String::as_str);
    while let Some(other) = value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
        value = palette.get(other).map_or("", String::as_str);
    }
    let hex = value.trim_start_matches('#');
    let hex: String =
        if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.to_owned() };
    assert_eq!(hex.len(), 6, "{name}: `{value}` is no colour of six digits");
    [0, 2, 4].map(|at| {
        let value =
            f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("the digits are hexadecimal")) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let luminance = |[red, green, blue]: Rgb| 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn seen(matrix: &[Rgb; 3], colour: Rgb) -> Rgb {
    matrix.map(|row| row.iter().zip(colour).map(|(share, value)| share * value).sum::<f64>().clamp(0.0, 1.0))
}

/// The distance of two colours in CIELAB; one is about what can just be told apart.
fn distance(a: Rgb, b: Rgb) -> f64 {
    let lab = |[red, green, blue]: Rgb| {
        let x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505;
        let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        let z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089;
        let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        [116.0 * f(y) - 16.0, 500.0 * (f(x) - f(y)), 200.0 * (f(y) - f(z))]
    };
    lab(a).iter().zip(lab(b)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// Calls `look` with each palette in force anywhere, and collects what it finds wrong.
fn check(look: impl Fn(&Palette) -> Vec<String>) {
    let mut wrong = Vec::new();
    for (theme, sheets) in sheets() {
        for mode in MODES {
            wrong.extend(
                look(&palette(&sheets, mode)).into_iter().map(|fault| format!("{theme}, {mode}: {fault}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check_contrast(pairs: &[(&str, &str)], least: f64) {
    check(|palette| {
        let of = |&(a, b): &(&str, &str)| {
            let contrast = contrast(colour(palette, &format!("vc-{a}")), colour(palette, &format!("vc-{b}")));
            (contrast < least).then(|| format!("{a} on {b}: {contrast:.2}"))
        };
        pairs.iter().filter_map(of).collect()
    });
}

#[test]
fn text_has_a_contrast_of_four_and_a_half() {
    check_contrast(&[("ink", "paper"), ("soft", "paper"), ("alert", "paper")], 4.5);
    check_contrast(&[("soft", "cell0"), ("soft", "cell1"), ("on-dark", "cell2"), ("on-dark", "cell3")], 4.5);
}

#[test]
fn marks_have_a_contrast_of_three() {
    check_contrast(&[("mark", "paper"), ("bar", "paper"), ("alert", "paper"), ("base", "paper")], 3.0);
    check_contrast(&HUES.map(|hue| (hue, "paper")), 3.0);
}

/// Hatched and outlined fillings are paper with lines in the colour of marks.
#[test]
fn fillings_side_by_side_have_a_contrast_of_three() {
    check_contrast(&[("bar", "paper"), ("mark", "paper"), ("cell2", "cell1"), ("cell3", "cell1")], 3.0);
}

/// What only colour sets apart keeps its distance; broken orders have a cross, and cells their figures.
#[test]
fn colours_stay_apart_without_any_kind_of_cone() {
    check(|palette| {
        let mut wrong = Vec::new();
        for (kind, matrix) in &BLINDNESS {
            let see = |name: &str| seen(matrix, colour(palette, &format!("vc-{name}")));
            for (a, b, least) in [
                ("sev3", "sev2", 12.0),
                ("sev2", "sev1", 12.0),
                ("sev1", "sev0", 12.0),
                ("mark", "paper", 40.0),
                ("alert", "paper", 40.0),
                ("cell1", "cell2", 20.0),
                ("cell2", "cell3", 10.0),
                ("cell0", "cell1", 4.0),
            ] {
                let distance = distance(see(a), see(b));
                if distance < least {
                    wrong.push(format!("{a} and {b} under {kind}: {distance:.1}"));
                }
            }
        }
        wrong
    });
}

#[test]
fn palettes_are_read_as_a_browser_reads_them() {
    let css = ":root { --a: #111; } :where(.vc) { --vc-ink: #222222; --vc-bar: #333; }
        @media print { :root { --a: #444 } } .drawing .vc { --vc-ink: var(--a); }";
    let hex = |mode: &str, name: &str| colour(&palette(&[css.to_owned()], mode), name);
    assert_eq!(hex("light", "vc-ink"), colour(&Palette::from([("--x".into(), "#111111".into())]), "x"));
    assert_eq!(hex("print", "vc-ink"), colour(&Palette::from([("--x".into(), "#444444".into())]), "x"));
    assert_eq!(hex("dark", "vc-bar"), colour(&Palette::from([("--x".into(), "#333333".into())]), "x"));
}
