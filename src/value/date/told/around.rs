//! What stands directly before a date and behind it: [`Around`].

use super::core::Kind;
use super::phrases::{before, glued, here};
use crate::value::date::mention::{Join, Mention, PartOf, Point, Side, YearSpan};
use crate::value::date::planned::is_planned;
use crate::value::lexicon::{DateRole, Role};
use crate::value::scan::{Cursor, digit, is_blank, is_dash, is_glued, is_letter};

/// What the words around a date say of it.
pub(super) struct Around<'a> {
    cursor: Cursor<'a>,
    /// What phrases do that stand beside it, the nearest one before it first.
    said: Vec<DateRole>,
    /// Whether digits stand before what is read, which would have to be part of it.
    is_cut: bool,
    /// The first byte of what was read before it.
    lead: usize,
    /// Whether it is denied.
    pub(super) is_denied: bool,
}

/// How many phrases before a date are looked at.
const PHRASES: usize = 6;

/// How many words before a date a doubt is looked for.
const DOUBT_WORDS: usize = 6;

/// How many letters, in scripts without spaces.
const DOUBT_LETTERS: usize = 24;

impl<'a> Around<'a> {
    /// Reads the words before a date.
    pub(super) fn before(cursor: Cursor<'a>, floor: usize) -> Self {
        let mut around =
            Self { cursor, said: Vec::new(), is_cut: false, lead: cursor.start(), is_denied: false };
        let mut at = cursor.start();
        let text = cursor.text();
        for _ in 0..PHRASES {
            // `Montag, 3. März`, `(3. März)`.
            let head = text[floor..at].trim_end_matches(is_blank);
            let head = head.strip_suffix(',').or_else(|| head.strip_suffix('(')).unwrap_or(head);
            let comma = head.len() < text[floor..at].trim_end_matches(is_blank).len();
            if comma && text[floor..at].trim_end_matches(is_blank).ends_with('(') {
                around.said.push(DateRole::In);
            }
            let Some((roles, start)) = before(cursor, floor, floor + head.len()) else { break };
            if comma && !roles.iter().all(|role| matches!(role, DateRole::Weekday(_) | DateRole::Perhaps)) {
                break;
            }
            if !around.take_one(roles) {
                break;
            }
            at = start;
            around.is_cut |=
                around.month().is_some() && text[..at].trim_end().ends_with(|c| digit(c).is_some());
        }
        around.lead = at;
        around.is_denied = around.denied(floor, at);
        if around.doubted(floor, at) {
            around.said.push(DateRole::Perhaps);
        }
        around
    }

    /// Takes what a phrase before the date says: what changes it, if it can, else what leads to it.
    fn take_one(&mut self, roles: &[DateRole]) -> bool {
        let opens = roles.iter().filter(|role| matches!(role, DateRole::Opens | DateRole::Between));
        let opened = opens.fold(false, |_, role| self.take(*role, false));
        let rank = |role: &DateRole| match role {
            DateRole::Opens | DateRole::Between | DateRole::And | DateRole::Ends => 4,
            DateRole::Through => 3,
            DateRole::In | DateRole::Of => 2,
            DateRole::Year | DateRole::Weekday(_) => 1,
            _ => 0,
        };
        let mut ranked: Vec<&DateRole> = roles.iter().filter(|role| rank(role) < 4).collect();
        ranked.sort_by_key(|role| rank(role));
        ranked.into_iter().any(|role| self.take(*role, false)) || opened
    }

    /// Takes a role that stands beside the date; false where it says nothing of it there.
    fn take(&mut self, role: DateRole, is_behind: bool) -> bool {
        let said = match role {
            DateRole::OrSo => DateRole::About,
            DateRole::OrLater if is_behind => DateRole::Since,
            DateRole::OrEarlier if is_behind => DateRole::Until,
            DateRole::Through if !is_behind => DateRole::Until,
            DateRole::Month(_) if is_behind || !self.is_unspaced() => return false,
            DateRole::Opens | DateRole::Bc | DateRole::Ad | DateRole::Era(_) if is_behind => {
                return false;
            }
            DateRole::OrLater
            | DateRole::OrEarlier
            | DateRole::PerhapsBehind
            | DateRole::Through
            | DateRole::And
            | DateRole::Ends
            | DateRole::Day
            | DateRole::FromToday(_) => return false,
            other => other,
        };
        self.said.push(said);
        true
    }

    fn says(&self, role: DateRole) -> bool {
        self.said.contains(&role)
    }

    fn month(&self) -> Option<u8> {
        self.said.iter().find_map(|role| match role {
            DateRole::Month(month) => Some(*month),
            _ => None,
        })
    }

    fn era(&self) -> Option<DateRole> {
        let is_era = |role: &&DateRole| matches!(role, DateRole::Bc | DateRole::Ad | DateRole::Era(_));
        self.said.iter().find(is_era).copied()
    }

    /// Whether a word says that the number is a year, or the first of a decade.
    pub(super) fn has_year_word(&self) -> bool {
        let names_years = self.says(DateRole::Year) || self.says(DateRole::Decade);
        names_years || self.season().is_some() || self.era().is_some() || self.month().is_some()
    }

    /// Whether it opens a range whose ends `and` joins.
    pub(super) fn is_between(&self) -> bool {
        self.says(DateRole::Between)
    }

    fn season(&self) -> Option<u8> {
        self.said.iter().find_map(|role| match role {
            DateRole::Season(season) => Some(*season),
            _ => None,
        })
    }

    fn weekday(&self) -> Option<u8> {
        self.said.iter().find_map(|role| match role {
            DateRole::Weekday(day) => Some(*day),
            _ => None,
        })
    }

    fn is_unspaced(&self) -> bool {
        let text = &self.cursor.text()[..self.cursor.start()];
        text.trim_end().chars().next_back().is_some_and(is_glued)
    }

    /// Whether words before it make one expect a date.
    pub(super) fn is_led(&self) -> bool {
        !self.said.iter().all(|role| matches!(role, DateRole::Weekday(_)))
    }

    /// Gives a point what stands before it, the month or the era; false where that makes no date.
    pub(super) fn complete(&self, point: &mut Point, kind: Kind) -> bool {
        if self.is_cut {
            return false;
        }
        if kind == Kind::Decade || self.says(DateRole::Decade) {
            let is_decade = |year| (30..100).contains(&year) || (1000..=2100).contains(&year);
            let begins = point.year.is_some_and(|year| is_decade(year) && year % 10 == 0);
            return begins && point.month.is_none() && self.month().is_none();
        }
        if kind != Kind::Year || point.month.is_some() {
            return self.month().is_none() && (kind == Kind::Whole || !self.says(DateRole::Bc));
        }
        point.month = self.month();
        let Some(year) = point.year else { return false };
        point.year = Some(match self.era() {
            Some(DateRole::Bc) => 1 - year,
            Some(DateRole::Era(years)) => year + years,
            _ => year,
        });
        self.era().is_some() || self.has_year_word() && year >= 1000 || (1000..=2100).contains(&year)
    }

    /// Reads the words behind a date; `None` where what is glued to it is not known.
    pub(super) fn behind(&mut self, rest: Cursor<'a>) -> Option<Cursor<'a>> {
        let is_postpositional = self.cursor.lexicon().date_words.is_postpositional;
        let mut rest = rest;
        let always = |role| {
            matches!(
                role,
                DateRole::OrLater
                    | DateRole::OrEarlier
                    | DateRole::OrSo
                    | DateRole::Over
                    | DateRole::Decade
                    | DateRole::Season(_)
            )
        };
        let changes = |role| {
            is_postpositional
                && matches!(
                    role,
                    DateRole::About
                        | DateRole::Early
                        | DateRole::Mid
                        | DateRole::Late
                        | DateRole::Before
                        | DateRole::Until
                        | DateRole::Since
                        | DateRole::From
                        | DateRole::After
                        | DateRole::Perhaps
                        | DateRole::Between
                        | DateRole::Weekday(_)
                        | DateRole::Year
                )
        };
        while let Some((role, after)) = glued(rest, |role| always(role) || changes(role))
            .or_else(|| here(rest, |role| always(role) || changes(role)))
        {
            self.take(role, true);
            rest = after;
        }
        if let Some(after) =
            rest.symbol('(').and_then(|rest| rest.symbol('?')).and_then(|rest| rest.symbol(')'))
        {
            self.said.push(DateRole::Perhaps);
            rest = after;
        }
        if is_planned(rest) {
            self.said.push(DateRole::Perhaps);
        }
        let ahead = rest.rest();
        let mut chars = ahead.chars();
        let (first, second) = (chars.next(), chars.next());
        let joined = first.is_some_and(|c| is_dash(c) || matches!(c, '\'' | '’'))
            && second.is_some_and(|c| is_letter(c) || digit(c).is_some());
        let ends_in_digit = rest.text()[..rest.offset()].ends_with(|c| digit(c).is_some());
        let is_open = joined || ends_in_digit && first.is_some_and(|c| is_letter(c) && !is_glued(c));
        (!is_open).then_some(rest)
    }

    /// Whether the words before the date deny it.
    fn denied(&self, floor: usize, at: usize) -> bool {
        self.role_ends_at(floor, at, |role| role == Role::NegationBefore)
    }

    /// Whether a phrase of figures with such a role ends directly before a byte.
    fn role_ends_at(&self, floor: usize, at: usize, is: impl Fn(Role) -> bool) -> bool {
        let text = self.cursor.text();
        let end = floor + text[floor..at].trim_end_matches(is_blank).len();
        let starts = text[floor..end].char_indices().rev().map(|(place, _)| floor + place);
        starts.take_while(|start| end - start <= 48).any(|start| {
            let begins = start == 0 || !text[..start].ends_with(|c| is_letter(c) && !is_glued(c));
            let mut found = false;
            if begins {
                self.cursor.lexicon().each(text, start, |stop, roles| {
                    found |= stop == end && roles.iter().any(|role| is(*role));
                });
            }
            found
        })
    }

    /// Whether a word in the clause before the date doubts it.
    fn doubted(&self, floor: usize, at: usize) -> bool {
        let text = self.cursor.text();
        let clause = text[floor..at].rfind(['.', ';', '!', '?', ':', '。', '،']).map_or(floor, |place| {
            floor + place + text[floor + place..].chars().next().map_or(0, char::len_utf8)
        });
        let (mut n_words, mut n_letters) = (0, 0);
        let starts = text[clause..at].char_indices().rev().map(|(place, _)| clause + place);
        for start in starts {
            if text[..start].ends_with(|c| is_letter(c) && !is_glued(c))
                || !text[start..].starts_with(is_letter)
            {
                continue;
            }
            // In scripts without spaces a word is some letters long.
            match text[start..].starts_with(is_glued) {
                true => n_letters += 1,
                false => n_words += 1,
            }
            if n_words > DOUBT_WORDS || n_letters > DOUBT_LETTERS {
                break;
            }
            let mut found = false;
            let lexicon = self.cursor.lexicon();
            lexicon.date_words.phrases.each(text, start, |end, roles| {
                found |= end <= at && roles.contains(&DateRole::Perhaps);
            });
            lexicon.each(text, start, |end, roles| {
                found |= end <= at && roles.contains(&Role::DoubtBefore);
            });
            if found {
                return true;
            }
        }
        false
    }

    /// Makes of a year the season or decade that the words beside it name; false where there is none.
    pub(super) fn specify(&self, mention: &mut Mention) -> bool {
        let [point] = &mut mention.points[..] else { return self.season().is_none() || mention.within };
        let Some(year) = point.year else { return true };
        if self.says(DateRole::Decade) {
            // `die 90er Jahre`; those of a century that is not over are open.
            let year = if (30..100).contains(&year) { 1900 + year } else { year };
            *point = Point { year: Some(year), span: YearSpan::Decade, ..*point };
            return year % 10 == 0 && year >= 1000 && point.month.is_none();
        }
        if let (Some(season), None) = (self.season(), point.month) {
            point.month = Some(season);
            return self.era().is_none();
        }
        true
    }

    /// Puts what was read on the date.
    pub(super) fn apply(&self, mention: &mut Mention) {
        mention.lead = self.lead;
        if let ([Point { day: Some(_), weekday, .. }], Some(named)) =
            (&mut mention.points[..], self.weekday())
        {
            *weekday = Some(named);
        }
        mention.about |= self.says(DateRole::Over) && mention.join != Join::Span;
        mention.about |= self.says(DateRole::About);
        let parts = [
            (DateRole::Early, PartOf::Early),
            (DateRole::Late, PartOf::Late),
            (DateRole::Mid, PartOf::Other),
        ];
        mention.part =
            parts.iter().find(|(role, _)| self.says(*role)).map(|(_, part)| *part).or(mention.part);
        mention.perhaps |= self.says(DateRole::Perhaps);
        if mention.join == Join::And && self.says(DateRole::Between) && mention.points.len() == 2 {
            mention.join = Join::Span;
        }
        if mention.join == Join::Span {
            let has_days = mention.points.iter().all(|point| point.day.is_some());
            mention.within |= self.says(DateRole::Between)
                || self.says(DateRole::Over)
                || !has_days && !self.says(DateRole::Opens);
            return;
        }
        let sides: Vec<Side> = self.said.iter().filter_map(|role| side(*role)).collect();
        if let Some(nearest) = sides.first() {
            mention.side = *nearest;
            // Two that differ leave open what is meant.
            mention.perhaps |= sides.iter().any(|other| other != nearest);
        }
    }
}

fn side(role: DateRole) -> Option<Side> {
    Some(match role {
        DateRole::Before => Side::Before,
        DateRole::Until => Side::Until,
        DateRole::Since => Side::Since,
        DateRole::From => Side::From,
        DateRole::After => Side::After,
        _ => return None,
    })
}
