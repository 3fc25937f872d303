//! Source documents: read dates and origins, and hold back what the edition leaves out.

use std::collections::BTreeMap;

use super::Selection;
use super::entity::Cast;
use super::{chronology, origins, reading};
use crate::diag::{Code, Diagnostic};
use crate::digest::Digest;
use crate::language::{help_with_tag, is_tag};
use crate::model::{
    Article, ArticleIx, Capture, Entity, EntityIx, EntityKind, Id, Origin, Prose, SetAside, TextMode,
};
use crate::parse::{Document, Parsed, ParsedArticle, RawArticle};
use crate::yaml::Located;

/// Resolves the articles of the edition, in order of id, and names those that it leaves out: held
/// back by their author, or not fully read. These have their language with them, empty where nobody knows it.
pub(super) fn resolve(
    parsed: &Parsed,
    cast: &Cast,
    selection: Selection,
    faults: &mut Vec<Diagnostic>,
) -> (Vec<Article>, BTreeMap<Id, String>) {
    let mut rows: Vec<&ParsedArticle> = parsed.articles.iter().collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let mut held_back: BTreeMap<Id, String> =
        parsed.lost_ids("content/articles").map(|id| (id, String::new())).collect();
    let mut articles = Vec::new();
    let mut kept = Vec::new();
    for (id, document) in rows {
        let article = article(id, document, faults);
        let wish = (document.front.draft.as_ref(), document.front.embargo.as_ref());
        let is_held_back = selection.holds_back(wish, faults);
        if is_held_back || parsed.is_hurt(document.front_span()) {
            held_back.insert(id.clone(), article.language);
        } else {
            articles.push(article);
            kept.push(document);
        }
    }
    let ids: BTreeMap<Id, ArticleIx> =
        articles.iter().enumerate().map(|(i, article)| (article.id.clone(), ArticleIx(i as u32))).collect();
    for (article, document) in articles.iter_mut().zip(&kept) {
        let outlet = cast.names.find(&article.outlet);
        article.outlet_entity = outlet.filter(|ix| is_speaker(&cast.entities[ix.index()]));
        let origins = document.front.rests_on.iter().flatten();
        article.rests_on = origins
            .filter(|words| !names_held_back(words, &held_back))
            .map(|words| origin(words, &ids, cast))
            .collect();
    }
    origins::check(&mut articles, &kept, (&ids, cast), faults);
    (articles, held_back)
}

fn is_speaker(entity: &Entity) -> bool {
    matches!(entity.kind, EntityKind::Outlet | EntityKind::Organisation | EntityKind::Person)
}

fn names_held_back(words: &str, held_back: &BTreeMap<Id, String>) -> bool {
    Id::new(words).is_ok_and(|id| held_back.contains_key(&id))
}

/// An origin is an article or an entity by its id, an entity by its name, or else just a name.
pub(super) fn origin(words: &Located<String>, ids: &BTreeMap<Id, ArticleIx>, cast: &Cast) -> Origin {
    if let Ok(id) = Id::new(words) {
        if let Some(article) = ids.get(&id) {
            return Origin::Article(*article);
        }
        if let Ok(i) = cast.entities.binary_search_by(|entity| entity.id.cmp(&id)) {
            return Origin::Entity(EntityIx(i as u32));
        }
    }
    cast.names.find(words).map_or_else(|| Origin::Named(words.value.clone()), Origin::Entity)
}

fn article(id: &Id, document: &Document<RawArticle>, faults: &mut Vec<Diagnostic>) -> Article {
    let raw = &document.front;
    let published =
        if raw.published.value.0 == "unknown" { None } else { reading::date(&raw.published, faults) };
    let retrieved = raw.retrieved.as_ref().and_then(|words| reading::date(words, faults));
    let retrieved_at = raw.retrieved.as_ref().map(|words| (retrieved.as_ref(), words.span));
    chronology::article((published.as_ref(), raw.published.span), retrieved_at, faults);
    if !raw.language.is_empty() && !is_tag(&raw.language) {
        let message = format!("`{}` is not a language tag", raw.language.value);
        faults.push(Diagnostic::error(Code::ValueUnsuited, raw.language.span, message).help(help_with_tag(
            &raw.language,
            "write a BCP 47 tag such as `en`, `km` or `zh-Hans`, or `und` where nobody knows",
        )));
    }
    let mut address = |url: &Option<Located<String>>| url.as_ref().and_then(|url| web_address(url, faults));
    let (url, archived_url) = (address(&raw.url), address(&raw.archived_url));
    Article {
        id: id.clone(),
        title: raw.title.value.clone(),
        outlet: raw.outlet.value.clone(),
        outlet_entity: None,
        author: raw.author.clone(),
        published,
        retrieved,
        url,
        archived_url,
        language: raw.language.value.clone(),
        kind: raw.kind,
        rests_on: Vec::new(),
        text: raw.text.value,
        capture: capture(raw, faults),
        set_aside: raw
            .set_aside
            .iter()
            .flatten()
            .map(|row| SetAside { words: row.words.0.clone(), reason: row.reason.clone(), span: row.span })
            .collect(),
        body: Prose::default(),
    }
}

/// An address that a reader can be sent to.
fn web_address(url: &Located<String>, faults: &mut Vec<Diagnostic>) -> Option<String> {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    if !is_web || url.contains(char::is_whitespace) {
        faults.push(
            Diagnostic::error(
                Code::LinkUnsafe,
                url.span,
                format!("`{}` is not an address on the web", url.value),
            )
            .help("write the whole address, beginning with `https://`"),
        );
        return None;
    }
    Some(url.value.clone())
}

fn capture(raw: &RawArticle, faults: &mut Vec<Diagnostic>) -> Option<Capture> {
    let Some(capture) = &raw.capture else {
        if raw.text.value == TextMode::Digest && raw.text.span != raw.span {
            faults.push(
                Diagnostic::error(Code::FieldMissing, raw.text.span, "a digest needs a `capture` to verify quotes in")
                    .help("add `capture: {file: …, sha256: …}`, or write `text: full` if the body is the source's text"),
            );
        }
        return None;
    };
    if capture.file.contains(['/', '\\']) || capture.file.starts_with('.') {
        faults.push(
            Diagnostic::error(Code::ValueUnsuited, capture.file.span, "a capture is named without folders")
                .help("write the file's name alone; `verify --captures` names the folder"),
        );
        return None;
    }
    let Some(sha256) = Digest::from_hex(&capture.sha256.to_ascii_lowercase()) else {
        faults.push(
            Diagnostic::error(Code::ValueUnsuited, capture.sha256.span, "this is not a SHA-256 digest")
                .help("write the 64 hexadecimal digits that `sha256sum` prints"),
        );
        return None;
    };
    Some(Capture { file: capture.file.value.clone(), sha256, span: capture.sha256.span })
}
