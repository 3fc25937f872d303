//! Old addresses of pages, and the names of the menu; entry points [`moved`] and [`menu`].

use crate::config::is_page;
use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Corpus, Id, MENU, Moved, MovedTo, SheetIx, SheetKind};
use crate::parse::Parsed;
use crate::yaml::Located;

/// The old addresses that articles, sheets and pages of the edition list.
pub(super) fn moved(parsed: &Parsed, corpus: &Corpus, faults: &mut Vec<Diagnostic>) -> Vec<Moved> {
    let mut all = Vec::new();
    let mut push = |listed: &Option<Vec<Located<String>>>, folder: &str, to: Option<MovedTo>| {
        for words in listed.iter().flatten() {
            let from = from(words, folder, faults);
            let moved = from.zip(to).map(|(from, to)| Moved { from, to, span: words.span });
            all.extend(moved);
        }
    };
    for (id, document) in &parsed.articles {
        push(&document.front.redirect_from, "sources/", corpus.article(id).map(MovedTo::Article));
    }
    let sheets = [(&parsed.events, SheetKind::Event), (&parsed.questions, SheetKind::Question)];
    for (sheets, kind) in sheets {
        let folder = if kind == SheetKind::Event { "events/" } else { "questions/" };
        let by_id: std::collections::BTreeMap<&Id, SheetIx> = (0..corpus.sheets.len() as u32)
            .map(SheetIx)
            .filter(|&ix| corpus[ix].kind == kind)
            .map(|ix| (&corpus[ix].id, ix))
            .collect();
        for (id, _, raw) in sheets {
            push(&raw.redirect_from, folder, by_id.get(id).copied().map(MovedTo::Sheet));
        }
    }
    for (id, document) in &parsed.pages {
        let at = corpus.pages.binary_search_by(|page| page.id.cmp(id)).ok();
        push(&document.front.redirect_from, "", at.map(MovedTo::Page));
    }
    all
}

/// The path that words name: a path of the edition, or an id that the page had.
fn from(words: &Located<String>, folder: &str, faults: &mut Vec<Diagnostic>) -> Option<String> {
    if is_page(words) {
        return Some(words.value.clone());
    }
    if Id::new(words.as_str()).is_ok() {
        return Some(format!("{folder}{}.html", words.value));
    }
    let message = format!("`{}` is neither the path of a page nor an id", words.value);
    faults.push(Diagnostic::error(Code::ValueUnsuited, words.span, message).help(
        "write the old path below the root of the edition, such as `events/old-name.html`, or the id that it had",
    ));
    None
}

/// The most pages of a menu.
const N_MENU_MAX: usize = 40;

/// Looks the names of the menu up, among the pages that are held back too.
pub(super) fn menu(parsed: &Parsed, faults: &mut Vec<Diagnostic>) {
    let Some((_, raw)) = &parsed.settings else { return };
    if let Some(name) = raw.menu.iter().flatten().nth(N_MENU_MAX) {
        let message = format!("the menu has more than {N_MENU_MAX} pages, and it stands on every page");
        faults.push(
            Diagnostic::error(Code::SettingInvalid, name.span, message)
                .help("let one page of your own lead to the others"),
        );
        return;
    }
    let ids = || parsed.pages.iter().map(|(id, _)| id.as_str());
    let known = || MENU.iter().copied().chain(ids());
    for (i, name) in raw.menu.iter().flatten().enumerate() {
        let listed = raw.menu.iter().flatten().take(i).any(|other| other.value == name.value);
        if listed {
            let message = format!("`{}` stands twice in the menu", name.value);
            faults.push(
                Diagnostic::error(Code::SettingInvalid, name.span, message).help("take one of the two out"),
            );
        }
        if known().any(|known| known == name.value)
            || parsed.lost_ids("content/pages").any(|id| id.as_str() == name.value)
        {
            continue;
        }
        let help = match nearest(name, known()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the menu takes {} and ids of pages in content/pages/", MENU.join(", ")),
        };
        let message = format!("no page of the edition is called `{}`", name.value);
        faults.push(Diagnostic::error(Code::SettingInvalid, name.span, message).help(help));
    }
}
