//! What a page tells programs that link to it: where it stands for good, in which languages it can be
//! read, what a shared link shows; entry points [`address`] and [`elsewhere`].

use schemars::JsonSchema;
use serde::Serialize;

use crate::card;
use crate::language::{autonym, is_right_to_left};
use crate::model::{Settings, Translation};
use crate::plan::{Page, PageKind, Route};

/// What needs a page's absolute address.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Address {
    /// The address itself.
    pub canonical: String,
    /// The page in every language, this one first; empty without translations.
    pub languages: Vec<Language>,
    /// What kind of thing the page is, for shared links.
    pub og_type: &'static str,
    /// Language and territory as `en_GB`, where the edition names a territory.
    pub og_locale: Option<String>,
    /// The page's card, where there are cards.
    pub card: Option<Card>,
    /// Whether there is an Atom feed.
    pub atom: bool,
}

/// A picture that a shared link shows.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Card {
    /// Its absolute address.
    pub href: String,
    /// Its width in pixels.
    pub width_px: u32,
    /// Its height in pixels.
    pub height_px: u32,
}

/// The page in one language.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Language {
    /// BCP 47 tag, or `x-default` for readers of all languages that are not listed.
    pub tag: String,
    /// Where it stands.
    pub href: String,
}

/// A link to the page in another language.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Elsewhere {
    /// BCP 47 tag.
    pub tag: String,
    /// What the language calls itself.
    pub name: String,
    /// `rtl` where it runs from right to left.
    pub direction: &'static str,
    /// Where the page stands in it.
    pub href: String,
}

/// The page in the edition's other languages; the page for missing addresses leads to their roots.
pub fn elsewhere(settings: &Settings, page: &Page) -> Vec<Elsewhere> {
    let route = if page.kind == PageKind::NotFound { Route::new("index.html") } else { page.route.clone() };
    let named = settings.translations.iter().filter(|translation| translation.language != "x-default");
    let link = |translation: &Translation| Elsewhere {
        name: autonym(&translation.language),
        direction: if is_right_to_left(&translation.language) { "rtl" } else { "ltr" },
        href: at(&translation.base_url, &route),
        tag: translation.language.clone(),
    };
    named.map(link).collect()
}

/// The address of a page; none without a `base_url`, and none for the page that stands in for others.
pub fn address(settings: &Settings, page: &Page) -> Option<Address> {
    let base = settings.base_url.as_ref()?;
    if matches!(page.kind, PageKind::NotFound | PageKind::Removed(_)) {
        return None;
    }
    let own = Language { tag: settings.language.clone(), href: at(base, &page.route) };
    let others = settings.translations.iter().map(|translation| Language {
        tag: translation.language.clone(),
        href: at(&translation.base_url, &page.route),
    });
    let languages =
        if settings.translations.is_empty() { Vec::new() } else { [own].into_iter().chain(others).collect() };
    Some(Address {
        canonical: at(base, &page.route),
        languages,
        og_type: if page.kind == PageKind::Briefing { "website" } else { "article" },
        og_locale: locale(&settings.language),
        card: card::route(page).map(|route| Card {
            href: format!("{base}{route}"),
            width_px: card::WIDTH_PX,
            height_px: card::HEIGHT_PX,
        }),
        atom: false,
    })
}

/// An absolute address; the root stands for its index page.
fn at(base: &str, route: &Route) -> String {
    let path = route.as_str();
    format!("{base}{}", if path == "index.html" { "" } else { path })
}

/// `zh-Hant-TW` as `zh_TW`; a language without a territory has no such form.
fn locale(tag: &str) -> Option<String> {
    let mut parts = tag.split('-');
    let language = parts.next()?;
    let is_territory = |part: &&str| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic());
    let territory = parts.take_while(|part| part.len() > 1).find(is_territory)?;
    Some(format!("{}_{}", language.to_ascii_lowercase(), territory.to_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::fixture;

    fn of(route: &str, kind: PageKind, translations: &[(&str, &str)]) -> Option<Address> {
        let translation = |&(language, base_url): &(&str, &str)| Translation {
            language: language.to_owned(),
            base_url: base_url.to_owned(),
        };
        let settings = Settings {
            base_url: Some("https://desk.example/en/".to_owned()),
            translations: translations.iter().map(translation).collect(),
            ..fixture::corpus().settings
        };
        address(&settings, &Page { route: Route::new(route), kind })
    }

    #[test]
    fn each_page_stands_beside_itself_in_other_languages() {
        let translations = [("km", "https://desk.example/km/"), ("x-default", "https://desk.example/en/")];
        let page = of("data.html", PageKind::Data, &translations).unwrap();
        let found: Vec<(&str, &str)> =
            page.languages.iter().map(|page| (page.tag.as_str(), page.href.as_str())).collect();
        let expected = [
            ("en", "https://desk.example/en/data.html"),
            ("km", "https://desk.example/km/data.html"),
            ("x-default", "https://desk.example/en/data.html"),
        ];
        assert_eq!(found, expected);
        assert_eq!(page.canonical, "https://desk.example/en/data.html");
    }

    #[test]
    fn readers_find_the_page_in_other_languages_by_the_names_they_know() {
        let translation = |(language, base_url): (&str, &str)| Translation {
            language: language.to_owned(),
            base_url: base_url.to_owned(),
        };
        let all = [
            ("km", "https://desk.example/km/"),
            ("ar", "https://ar.example/"),
            ("x-default", "https://desk.example/"),
        ];
        let settings = Settings { translations: all.map(translation).to_vec(), ..fixture::corpus().settings };
        let links = |route: &str, kind| {
            let links = elsewhere(&settings, &Page { route: Route::new(route), kind });
            links.into_iter().map(|link| (link.name, link.direction, link.href)).collect::<Vec<_>>()
        };
        let link = |name: &str, direction, href: &str| (name.to_owned(), direction, href.to_owned());
        assert_eq!(
            links("data.html", PageKind::Data),
            [
                link("ភាសាខ្មែរ", "ltr", "https://desk.example/km/data.html"),
                link("العربية", "rtl", "https://ar.example/data.html"),
            ]
        );
        assert_eq!(links("404.html", PageKind::NotFound)[0].2, "https://desk.example/km/");
    }

    #[test]
    fn an_edition_in_one_language_lists_none() {
        assert!(of("data.html", PageKind::Data, &[]).unwrap().languages.is_empty());
    }

    #[test]
    fn the_page_for_missing_addresses_has_none() {
        assert!(of("404.html", PageKind::NotFound, &[]).is_none());
    }

    #[test]
    fn a_locale_has_a_territory() {
        assert_eq!(locale("en"), None);
        assert_eq!(locale("zh-hant-tw").as_deref(), Some("zh_TW"));
        assert_eq!(locale("en-x-gb"), None);
    }
}
