//! Cuts titles off that are written together with a name, in scripts without blanks: [`pieces`].
//!
//! `លោកហ៊ុន ម៉ាណែត` has the words `លោក`, `ហ៊ុន` and `ម៉ាណែត`. Whether a title is part of a name is
//! decided elsewhere. An office behind a name stays: `越南总理` is an office, and no person.

use super::fold::{self, Piece};

/// The words of a name, in order, titles as words of their own.
pub(in crate::value) fn pieces(name: &str) -> Vec<Piece> {
    let whole = fold::pieces(name);
    if whole.iter().all(|piece| piece.folded.is_ascii()) {
        return whole;
    }
    let mut cut = Vec::with_capacity(whole.len() + 1);
    whole.into_iter().for_each(|piece| apart(name, piece, &mut cut));
    cut
}

fn apart(name: &str, piece: Piece, cut: &mut Vec<Piece>) {
    let folded = piece.folded.as_str();
    if let Some(title) = before(folded)
        && let Some((title, rest)) = split(name, &piece, title.chars().count())
    {
        cut.push(title);
        apart(name, rest, cut);
    } else if let Some(title) = BEHIND.iter().find(|title| ends_in(folded, title))
        && let Some((rest, title)) = split(name, &piece, folded.chars().count() - title.chars().count())
    {
        cut.extend([rest, title]);
    } else {
        cut.push(piece);
    }
}

/// The title with which a word begins that goes on with a name.
fn before(word: &str) -> Option<&'static str> {
    if word.is_ascii() || NO_TITLES.iter().any(|other| word.starts_with(other)) {
        return None;
    }
    let title = BEFORE.iter().find(|title| word.starts_with(*title));
    let office = || HAN_OFFICES.iter().find(|title| word.strip_prefix(*title).is_some_and(is_han_name));
    let goes_on = |title: &&&str| word[title.len()..].chars().count() > 1;
    title.filter(goes_on).or_else(office).copied()
}

fn is_han_name(rest: &str) -> bool {
    let is_body = rest.ends_with(HAN_BODIES);
    (2..=4).contains(&rest.chars().count()) && rest.chars().all(is_han) && !is_body
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

fn ends_in(word: &str, title: &str) -> bool {
    word.strip_suffix(title).is_some_and(|rest| {
        let n = rest.chars().count();
        n > 1 || n == 1 && title.chars().count() > 1
    })
}

/// A word cut behind so many characters; those that nobody sees are not counted.
fn split(name: &str, piece: &Piece, n_chars: usize) -> Option<(Piece, Piece)> {
    let seen = |c: &(usize, char)| !fold::is_invisible(c.1);
    let (at, _) = name[piece.range.clone()].char_indices().filter(seen).nth(n_chars)?;
    let (at_folded, _) = piece.folded.char_indices().nth(n_chars)?;
    let at = piece.range.start + at;
    let part = |folded: &str, range| Piece { folded: folded.to_owned(), range, initials: false };
    let (first, second) = piece.folded.split_at(at_folded);
    Some((part(first, piece.range.start..at), part(second, at..piece.range.end)))
}

/// Titles before a name, the longer ones first.
const BEFORE: [&str; 22] = [
    "នាយករដ្ឋមន្ត្រី",
    "ប្រធានាធិបតី",
    "រដ្ឋមន្ត្រី",
    "លោកស្រី",
    "អ្នកស្រី",
    "ឯកឧត្តម",
    "សម្តេច",
    "សម្ដេច",
    "ឧកញ៉ា",
    "កញ្ញា",
    "លោក",
    "นายกรัฐมนตรี",
    "ประธานาธิบดี",
    "นางสาว",
    "นาง",
    "นาย",
    "คุณ",
    "ທ້າວ",
    "ນາງ",
    "ທ່ານ",
    "ဒေါ်",
    "ဦး",
];
/// Words that begin like a title.
const NO_TITLES: [&str; 6] = ["លោកខាង", "នាយកដ្ឋាន", "រដ្ឋមន្ត្រីសភា", "นายกเทศ", "นายกสมาคม", "นางรอง"];
const HAN_OFFICES: [&str; 12] = [
    "国家主席",
    "國家主席",
    "大統領",
    "总理",
    "總理",
    "首相",
    "总统",
    "總統",
    "主席",
    "部长",
    "部長",
    "外长",
];
/// How bodies end that are named by an office: the prime minister's office.
const HAN_BODIES: [char; 24] = [
    '府', '部', '会', '會', '院', '局', '署', '厅', '廳', '室', '处', '處', '团', '團', '队', '隊', '党',
    '黨', '国', '國', '社', '司', '议', '議',
];
/// Titles behind a name.
const BEHIND: [&str; 8] = ["先生", "女士", "小姐", "太太", "夫人", "さん", "氏", "씨"];
