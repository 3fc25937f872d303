//! The templates and the theme that are part of the program, so that a project needs neither.

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../templates/", $name)))),*]
    };
}

/// Every built-in template by name.
pub const BUILTIN_TEMPLATES: &[(&str, &str)] = templates![
    "base.html",
    "parts.html",
    "briefing.html",
    "event-index.html",
    "event.html",
    "question-index.html",
    "question.html",
    "source-index.html",
    "source.html",
    "entity-index.html",
    "entity.html",
    "discrepancies.html",
    "answers.html",
    "days.html",
    "timeline.html",
    "agreement.html",
    "methodology.html",
    "checked.html",
    "data.html",
    "search.html",
    "prose.html",
    "tag-index.html",
    "tag.html",
    "moved.html",
    "removed.html",
    "404.html",
];

/// The rules for what stands around a drawing in a page.
pub const CHART_FRAME: &str = include_str!("../../themes/default/charts.css");

/// The static files of the theme `default`, by their path in the edition.
pub const BUILTIN_THEME: &[(&str, &[u8])] = &[
    ("assets/variorum.css", include_bytes!("../../themes/default/static/assets/variorum.css")),
    ("assets/pages.css", include_bytes!("../../themes/default/static/assets/pages.css")),
    ("assets/disputes.css", include_bytes!("../../themes/default/static/assets/disputes.css")),
    ("assets/rtl.css", include_bytes!("../../themes/default/static/assets/rtl.css")),
    ("assets/reading.css", include_bytes!("../../themes/default/static/assets/reading.css")),
    ("assets/reading.js", include_bytes!("../../themes/default/static/assets/reading.js")),
    ("assets/discrepancies.js", include_bytes!("../../themes/default/static/assets/discrepancies.js")),
    ("assets/search-terms.js", include_bytes!("../../themes/default/static/assets/search-terms.js")),
    ("assets/search-index.js", include_bytes!("../../themes/default/static/assets/search-index.js")),
    ("assets/lost.js", include_bytes!("../../themes/default/static/assets/lost.js")),
    ("assets/search.js", include_bytes!("../../themes/default/static/assets/search.js")),
    ("assets/favicon.svg", include_bytes!("../../themes/default/static/assets/favicon.svg")),
];
