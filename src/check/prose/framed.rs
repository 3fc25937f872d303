//! Dates and titles of sheets that say more than the answers do; entry point [`faults`].
//!
//! They stand in lists, tabs and shared links without the prose that would hedge them.

use super::languages::Languages;
use super::one_sided::{is_open, leaves_open, names_source};
use super::titled::is_telling;
use super::{supported, titled};
use crate::check::frame;
use crate::check::summary::Disputes;
use crate::diag::{Code, Diagnostic};
use crate::model::{Claim, Corpus, FactIx, Finding, Reading, Rule, Sheet, SheetIx, SheetKind};
use crate::value::date::{self, DateRelation};
use crate::value::in_quote::{self, Figure, FigureKind};

/// What the dates and titles of all sheets say too much.
pub(super) fn faults(corpus: &Corpus, disputes: &Disputes<'_>) -> Vec<Diagnostic> {
    let sheets = (0..corpus.sheets.len() as u32).map(SheetIx);
    let own = sheets.filter(|&ix| !matches!(corpus[ix].kind, SheetKind::Entity(_)));
    own.flat_map(|ix| {
        let of_date = date_fault(corpus, disputes, ix);
        of_date.into_iter().chain(title_fault(corpus, disputes, &corpus[ix]))
    })
    .collect()
}

/// A date that is one side of a dispute which the sheet does not name.
fn date_fault(corpus: &Corpus, disputes: &Disputes<'_>, ix: SheetIx) -> Option<Diagnostic> {
    let sheet = &corpus[ix];
    let (own, span) = (sheet.date.as_ref()?, sheet.date_span?);
    if sheet.date_of.is_some() {
        return None;
    }
    let fact = &corpus[frame::supposed(corpus, disputes, ix)?];
    let message = format!(
        "the sheet is dated {}, and the sources contradict each other on “{}”",
        date::words(own),
        fact.label
    );
    let help = format!("add `date_of: {}`; pages then give every answer", fact.id);
    let fault = Diagnostic::warning(Code::FrameOneSided, span, message);
    Some(fault.related(fact.span, "the dates that they give").help(help))
}

/// A figure, date or name of a title that tells one side of a dispute.
fn title_fault(corpus: &Corpus, disputes: &Disputes<'_>, sheet: &Sheet) -> Option<Diagnostic> {
    let title = sheet.title.as_str();
    let languages = Languages::of(&corpus.settings.language, title, title);
    let figures = languages.figures(title);
    let telling = figures.iter().filter(|figure| is_telling((&figure.words, languages)));
    let of_figure =
        telling.filter_map(|figure| one_sided(corpus, disputes, (sheet, languages), figure)).next();
    of_figure.or_else(|| one_name(corpus, disputes, sheet))
}

/// What is wrong with a figure of a title: every question that it answers is disputed, and the title tells
/// no other answer.
fn one_sided(
    corpus: &Corpus,
    disputes: &Disputes<'_>,
    (sheet, languages): (&Sheet, Languages),
    figure: &Figure,
) -> Option<Diagnostic> {
    let title = sheet.title.as_str();
    let claims = |fact: FactIx| corpus[fact].claims.iter().map(|&ix| &corpus[ix]).collect::<Vec<&Claim>>();
    let told: Vec<FactIx> = (sheet.facts.iter().copied())
        .filter(|&fact| is_told(corpus, fact, (title, languages), figure))
        .collect();
    let against = |fact: FactIx| -> Option<&Finding> {
        disputes.of(fact, None).find(|finding| {
            let sides = finding.sides.iter().flatten().map(|&ix| &corpus[ix]);
            let mut sides = sides.filter(|claim| corpus[claim.fact].kind == corpus[fact].kind);
            sides.any(|claim| is_against(claim, (title, languages), figure))
        })
    };
    let disputed = told.iter().map(|&fact| against(fact)).collect::<Option<Vec<&Finding>>>()?;
    let finding = *disputed.first()?;
    let claims = claims(*told.first()?);
    if is_open(corpus, (title, languages), &claims)
        || names_source(corpus, title, &claims)
        || leaves_open(corpus, title)
    {
        return None;
    }
    Some(fault(sheet, figure.words.trim(), finding, Diagnostic::error))
}

/// Whether an answer to a question is the figure.
fn is_told(corpus: &Corpus, fact: FactIx, (title, languages): (&str, Languages), figure: &Figure) -> bool {
    let claims = corpus[fact].claims.iter().map(|&ix| &corpus[ix]);
    let of_kind: Vec<&Claim> = claims.filter(|claim| is_of_kind(claim, figure)).collect();
    !of_kind.is_empty()
        && match figure.kind {
            FigureKind::Date => titled::is_dated((&figure.words, languages), &of_kind, None),
            FigureKind::Number | FigureKind::Money | FigureKind::Percent => {
                titled::is_counted(corpus[fact].kind.unit(), (&figure.words, title, languages), &of_kind)
            }
        }
}

fn is_of_kind(claim: &Claim, figure: &Figure) -> bool {
    match figure.kind {
        FigureKind::Date => claim.reading.date().is_some(),
        FigureKind::Number | FigureKind::Money | FigureKind::Percent => claim.reading.quantity().is_some(),
    }
}

/// Whether an answer contradicts the figure of a title: `2025` and a day of November without a year do not.
fn is_against(claim: &Claim, (title, languages): (&str, Languages), figure: &Figure) -> bool {
    match &claim.reading {
        Reading::Date(answer) => languages.date(&figure.words, |lexicon| {
            in_quote::named(&figure.words, lexicon)
                .is_some_and(|named| matches!(date::relation(&named, answer), DateRelation::Disjoint { .. }))
        }),
        Reading::Quantity(_) => !titled::is_counted(None, (&figure.words, title, languages), &[claim]),
        Reading::Entity(_) | Reading::Set(_) | Reading::Position(_) | Reading::Text | Reading::YesNo(_) => {
            false
        }
    }
}

/// A name in a title that is one of several answers to who it was.
fn one_name(corpus: &Corpus, disputes: &Disputes<'_>, sheet: &Sheet) -> Option<Diagnostic> {
    let title = sheet.title.as_str();
    let differing = |finding: &&Finding| match finding.rule {
        Rule::EntityDiffers | Rule::RoleConflict => finding.sides.len() == 2,
        _ => false,
    };
    let found = sheet.facts.iter().flat_map(|&fact| disputes.of(fact, None).filter(differing));
    let one_side = |finding: &Finding| {
        let told = |side: &Vec<_>| {
            side.iter().find(|&&ix| supported::says_name(corpus, title, &corpus[ix])).copied()
        };
        let told: Vec<_> = finding.sides.iter().filter_map(told).collect();
        match told[..] {
            [only] => Some(corpus[only].words.clone()),
            [] | [..] => None,
        }
    };
    let (finding, name) = found.filter_map(|finding| Some((finding, one_side(finding)?))).next()?;
    let claims: Vec<&Claim> = finding.sides.iter().flatten().map(|&ix| &corpus[ix]).collect();
    if leaves_open(corpus, title) || names_source(corpus, title, &claims) {
        return None;
    }
    Some(fault(sheet, &name, finding, Diagnostic::warning))
}

fn fault(
    sheet: &Sheet,
    words: &str,
    finding: &Finding,
    of_level: impl Fn(Code, crate::source::Span, String) -> Diagnostic,
) -> Diagnostic {
    let message = format!("`{words}` is disputed, and the title tells it as a fact");
    let help = format!("{} Leave it out of the title, or tell every answer", finding.reason);
    of_level(Code::FrameOneSided, sheet.title_span, message).help(help)
}
