//! Faults of a built edition, at the words that they come from: prose, a template or a file that
//! is copied; entry point [`Built::faults`].

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::doubt::Doubt;
use crate::diag::{self, Code, Diagnostic, Level};
use crate::model::{Corpus, Overrides};
use crate::output::{DeadEnd, Scans, TreeFault};
use crate::plan::{Route, Written, file_of_page, page_of_file, prose_links_at};
use crate::render::Assets;
use crate::source::{Loaded, Span};

/// A built edition with what it was made of.
pub(super) struct Built<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) corpus: &'a Corpus,
    pub(super) assets: &'a Assets,
    pub(super) scans: &'a Scans,
    /// Makes a file of the edition again.
    pub(super) read: &'a dyn Fn(&str) -> Option<Arc<[u8]>>,
    pub(super) doubt: &'a Doubt,
    /// The page that was made last, to be asked again: very many links may lead to the same one.
    pub(super) made: RefCell<Option<(String, Arc<[u8]>)>>,
    /// What prose links to, by folder and by the address on its pages.
    pub(super) links: RefCell<BTreeMap<String, BTreeMap<String, Written<'a>>>>,
    /// For how many anchors that are not there the nearest was asked.
    pub(super) n_anchors_asked: Cell<usize>,
}

/// For so many anchors that are not there the nearest one is proposed.
const N_ANCHORS_PROPOSED: usize = 50;

impl<'a> Built<'a> {
    /// The faults, at their places; none that are only there because of an earlier error.
    pub(super) fn faults(&self, found: &[TreeFault]) -> Vec<Diagnostic> {
        found.iter().flat_map(|fault| self.fault(fault)).collect()
    }

    fn fault(&self, fault: &TreeFault) -> Vec<Diagnostic> {
        let Some(link) = fault.link.as_deref() else {
            // What an error left out may leave a page odd, which says nothing of the program.
            return if self.doubt.is_none() { vec![self.of_file(fault)] } else { vec![] };
        };
        if fault.target.as_ref().is_some_and(|target| self.doubt.covers(target)) {
            return vec![];
        }
        let written = self.written(fault.path.as_str(), link);
        if written.is_empty() {
            return vec![self.in_template(link, fault).unwrap_or_else(|| self.of_file(fault))];
        }
        let page = fault.path.as_str();
        // As a scheme ends: what stands behind is a path, however many colons it has.
        let is_safe =
            |destination: &str| !destination.split(['/', '?', '#']).next().unwrap_or_default().contains(':');
        let safe = written.into_iter().filter(|(_, destination)| is_safe(destination));
        safe.map(|(span, destination)| self.in_prose(page, (span, destination))).collect()
    }

    /// Where prose links to what is this address on a page.
    fn written(&self, page: &str, link: &str) -> Written<'a> {
        let page = Route::new(page);
        let folder = page.folder_and_stem().0.to_owned();
        let mut links = self.links.borrow_mut();
        let links = links.entry(folder).or_insert_with(|| prose_links_at(self.corpus, &page));
        links.get(link).cloned().unwrap_or_default()
    }

    fn in_prose(&self, page: &str, (span, destination): (Span, &str)) -> Diagnostic {
        let (path, fragment) = destination.split_once('#').unwrap_or((destination, ""));
        let path = if path.is_empty() { page } else { path };
        if !self.scans.has(path) {
            let message = format!("the edition has no file `{destination}`");
            return Diagnostic::error(Code::LinkBroken, span, message).help(self.other_path(path, fragment));
        }
        let help = match self.nearest_anchor(path, fragment) {
            Some(near) => format!("did you mean `#{near}`?"),
            None => "anchors are headings, and the ids of facts, claims and disagreements, as in `#arrests`"
                .to_owned(),
        };
        Diagnostic::error(Code::LinkBroken, span, format!("`{path}` has no anchor `#{fragment}`")).help(help)
    }

    /// What to write instead of a path that is not there.
    fn other_path(&self, path: &str, fragment: &str) -> String {
        let anchor = |page: &str| {
            let near = self.nearest_anchor(page, fragment);
            near.map(|near| format!("#{near}")).unwrap_or_default()
        };
        if let Some(file) = file_of_page(path)
            .into_iter()
            .find(|file| self.loaded.sources.find(file.as_str().into()).is_some())
        {
            return format!(
                "`{file}` is held back: take the link out until it is published, or build with `--drafts`"
            );
        }
        if let Some(page) = page_of_file(path).filter(|page| self.scans.has(page)) {
            return format!("link to the page that is made of it: `{page}{}`", anchor(&page));
        }
        let name = path.rsplit('/').next().unwrap_or(path);
        let files = || self.scans.sizes().map(|(file, _)| file.as_str());
        let mut same = files().filter(|file| file.rsplit('/').next() == Some(name));
        if let (Some(page), None) = (same.next(), same.next()) {
            return format!("did you mean `{page}{}`?", anchor(page));
        }
        if let Some(fact) = self.fact(path) {
            return format!("to bind the words to that fact, write `fact:{fact}`");
        }
        match diag::nearest(path, files()) {
            Some(near) => format!("did you mean `{near}{}`?", anchor(near)),
            None => "write a path of the edition from its root, such as `events/index.html`, an `https:` address or a `fact:`".to_owned(),
        }
    }

    /// The one fact that is called so, by itself or behind its sheet.
    fn fact(&self, path: &str) -> Option<String> {
        let (sheet, name) = path.split_once('/').map_or((None, path), |(sheet, name)| (Some(sheet), name));
        let facts = self.corpus.facts.iter().filter(|fact| fact.id.as_str() == name);
        let mut named = facts
            .map(|fact| &self.corpus[fact.sheet].id)
            .filter(|own| sheet.is_none_or(|sheet| own.as_str() == sheet));
        let own = named.next().filter(|_| named.next().is_none())?;
        Some(format!("{own}/{name}"))
    }

    /// The anchor of a page that is nearest to one that it does not have, for the first that are asked for: each is held
    /// against every anchor of its page, and no more messages of a kind are shown.
    fn nearest_anchor(&self, page: &str, anchor: &str) -> Option<String> {
        let n_asked = self.n_anchors_asked.replace(self.n_anchors_asked.get() + 1);
        if n_asked >= N_ANCHORS_PROPOSED {
            return None;
        }
        let html = self.page(page)?;
        let html = String::from_utf8_lossy(&html);
        let ids = html.split("id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        diag::nearest(anchor, ids).map(str::to_owned)
    }

    fn page(&self, page: &str) -> Option<Arc<[u8]>> {
        if let Some((path, html)) = &*self.made.borrow()
            && path == page
        {
            return Some(Arc::clone(html));
        }
        let html = (self.read)(page)?;
        *self.made.borrow_mut() = Some((page.to_owned(), Arc::clone(&html)));
        Some(html)
    }

    /// A link that a template of the project writes.
    fn in_template(&self, link: &str, fault: &TreeFault) -> Option<Diagnostic> {
        let theme = format!("themes/{}/templates/", self.corpus.settings.theme);
        let is_template = |path: &str| {
            path.starts_with(&theme)
                || self.corpus.settings.overrides == Overrides::Templates && path.starts_with("templates/")
        };
        let templates = self.loaded.sources.iter().filter(|(_, file)| is_template(file.path.as_str()));
        let ways = ways_to_write(link, fault.target.as_ref());
        let (file, span) =
            templates.flat_map(|(id, file)| ways.iter().map(move |way| (id, file, way))).find_map(
                |(id, file, way)| Some((id, file.text.find(way).map(|start| start..start + way.len())?)),
            )?;
        let message = format!("{} (on the page `{}`)", fault.message, fault.path);
        let help = match &fault.target {
            Some(DeadEnd::File(path)) => self.assets.name_of(path).map(asked_for),
            Some(DeadEnd::Anchor(..)) | None => None,
        };
        Some(Diagnostic::error(Code::LinkBroken, Span::new(file, span), message).help(help.unwrap_or_else(
            || "mend the link in the template; `page.root` leads to the edition's root".to_owned(),
        )))
    }

    /// A fault of a file that is copied as it is, at its place; of any other file, without one.
    fn of_file(&self, fault: &TreeFault) -> Diagnostic {
        let code = if fault.link.is_some() { Code::LinkBroken } else { Code::FileUnpublishable };
        let written =
            self.assets.files().find(|file| file.path == fault.path.as_str()).and_then(|file| file.file);
        let Some(file) = written else {
            let message = format!("{} in the built page `{}`", fault.message, fault.path);
            return Diagnostic::without_place(code, Level::Error, message)
                .help("mend the text or the template that the page is made of");
        };
        let path = &self.loaded.sources.file(file).path;
        let text = &self.loaded.sources.file(file).text;
        let span = fault.link.as_deref().and_then(|link| Some((text.find(link)?, link.len())));
        let (start, length) = span.unwrap_or((0, 0));
        let help = format!("mend `{path}`, which is published as it is");
        let message = match fault.link {
            Some(_) => fault.message.clone(),
            None => format!("this file {}", fault.message),
        };
        Diagnostic::error(code, Span::new(file, start..start + length), message).help(help)
    }
}

/// How a template may write a link that a page shows, relative to the page or to the root.
fn ways_to_write(link: &str, missing: Option<&DeadEnd>) -> Vec<String> {
    let mut ways = vec![link.trim_start_matches("../").to_owned()];
    match missing {
        Some(DeadEnd::File(path)) => ways.push(path.clone()),
        Some(DeadEnd::Anchor(path, id)) => ways.extend([format!("{path}#{id}"), format!("#{id}")]),
        None => {}
    }
    ways.retain(|way| !way.is_empty());
    ways
}

/// How a template asks for a file of a theme.
fn asked_for(name: &str) -> String {
    format!(
        "the name of this file has a digest in it; ask for it by `{{{{ page.root }}}}{{{{ \"{name}\" | asset }}}}`"
    )
}
