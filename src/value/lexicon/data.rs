//! What a language's reading file says, as plain lists: [`Data`]. Nothing is looked up here.

use super::day_order::DayOrder;
use super::separators::Separators;
use crate::model::Hedge;

/// The words with which a language tells figures and dates; each list as its file has it.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// The small letters that it is written with beyond a to z; a word with others is of another language.
    pub letters: String,
    /// Hedges with their words by place.
    pub hedges: Vec<(Hedge, HedgeWords)>,
    /// Words that deny a figure.
    pub negations: Around,
    /// Words that could change a figure in a way that no hedge states.
    pub doubts: Around,
    /// What changes every figure of its sentence.
    pub sentence: SentenceWords,
    /// Endings of verbs that change the figures before them in their clause.
    pub endings: EndingWords,
    /// Begin a clause of which nothing is said of what follows it: `the chief, who denies it, …`.
    pub relatives: Vec<String>,
    /// Round numbers that are told as about so many: `une vingtaine`.
    pub approximate: Vec<(String, u64)>,
    /// Told of games, polls and markets, and percentage points only behind a change: `fell 29 points`.
    pub plain_points: Vec<String>,
    /// Say of two figures that they are the sides of a vote or a score.
    pub contests: Vec<String>,
    /// Behind the second of two figures: both are levels, and no range: `7%から9%に`.
    pub level_ends: Vec<String>,
    /// The hundredth parts of currencies: `50 pence`.
    pub minors: Vec<String>,
    /// Between hours and minutes: `14 h 30`.
    pub hours: Vec<String>,
    /// What makes a figure a rate.
    pub rates: RateWords,
    /// Between a part and the whole that it is of, without an article: `9 out of 12`.
    pub wholes: Vec<String>,
    /// Articles of what is known: a denial in the clause does not deny `the 12`.
    pub definite: Vec<String>,
    /// Changes that name no direction, beside a share: `moved 3 %`.
    pub moves: Moves,
    /// Between two figures that one word denies: `neither 12 nor 14`.
    pub alternatives: Vec<String>,
    /// Words that end as a hedge does and are none.
    pub not_hedges: Vec<String>,
    /// Words that change nothing between a hedge and its figure.
    pub fillers: Vec<String>,
    /// Words at which another statement begins.
    pub conjunctions: Vec<String>,
    /// What a hedge in the verb may be said of: the toll, the number.
    pub tallies: Vec<String>,
    /// Factors behind a numeral.
    pub magnitudes: Vec<(String, u64)>,
    /// Numbers of one word.
    pub numerals: Vec<(String, u64)>,
    /// Words for a hundred and a thousand that stand glued to other numbers: `zweihundertfünfzig`.
    pub compounds: Vec<(String, u64)>,
    /// What stands between the words of a number.
    pub numeral_joiners: Vec<String>,
    /// Whether a joiner may stand behind tens: `treinta y dos`.
    pub joined_tens: bool,
    /// `a` and `an`, which stand for one before a magnitude.
    pub articles: Vec<String>,
    /// Words for a size, by the name of the size.
    pub vague: Vec<(String, Vec<String>)>,
    /// Shares, as numerator and denominator.
    pub fractions: Vec<(String, (u64, u64))>,
    /// The names of parts, behind a number of them: `third` is 3.
    pub denominators: Vec<(String, u64)>,
    /// Parts behind a whole number: `and a half`.
    pub parts: Vec<(String, (u64, u64))>,
    /// Between a number and those that it is out of: `one in five`.
    pub ratio: Vec<String>,
    /// Between whole and digits: `two point five`.
    pub point: Vec<String>,
    /// What may stand behind a share of one part; where a language names nothing, anything may.
    pub share_ends: Vec<String>,
    /// Rule out rounding: `exactly`.
    pub exactly: Vec<String>,
    /// Before a number below zero.
    pub minus: Vec<String>,
    /// Ranges with a word before them: `between`, `and`.
    pub ranges_around: Vec<(String, String)>,
    /// Ranges with a word between the ends alone.
    pub ranges_between: Vec<String>,
    /// Beside a figure that is part of something else.
    pub not_counts: Around,
    /// Beside a figure that is an age.
    pub ages: Around,
    /// The last word of an address that a house number begins.
    pub addresses: Vec<String>,
    /// What is counted, in scripts that leave no space between words.
    pub counters: Vec<String>,
    /// Words for per cent.
    pub percent: Vec<String>,
    /// Words for percentage points.
    pub percentage_points: Vec<String>,
    /// Words for a rise.
    pub rises: ChangeWords,
    /// Lead from a change to what it ends at: `sank auf 3 %`.
    pub levels: Vec<String>,
    /// Words for a fall.
    pub falls: ChangeWords,
    /// Words that state none, without a figure.
    pub none: Vec<String>,
    /// Words that state one, without a figure.
    pub single: Vec<String>,
    /// Beside a small number word that counts nothing.
    pub uncounted: Around,
    /// What cannot begin the name of what is counted.
    pub no_units: Vec<String>,
    /// Hedges that look back where a stretch of time is counted: `近3天` are the last three days.
    pub looks_back: Vec<String>,
    /// Stretches of time.
    pub periods: Vec<String>,
    /// Verbs of change, behind which a range names two times.
    pub changes: Vec<String>,
    /// Words of rises and falls that tell a change of any figure beside them, and no number of things.
    pub plain_changes: Vec<String>,
    /// Names of units, by the symbol of each.
    pub units: Vec<(String, Vec<String>)>,
    /// Words with which a sentence says that a matter is not settled.
    pub open: Vec<String>,
    /// Right before the name of somebody whose word it is: `according to`.
    pub said_before: Vec<String>,
    /// Right behind it: `said`.
    pub said_behind: Vec<String>,
    /// Between the members of a list: `and`.
    pub list_words: Vec<String>,
    /// For members that are not named: `others`.
    pub others: Vec<String>,
    /// Between them beside a comma or one of those words: `the`.
    pub list_articles: Vec<String>,
    /// Currencies by their words, as ISO 4217 codes; several where countries share the word.
    pub currencies: Vec<(String, Vec<&'static str>)>,
    /// Endings and words of places in an order.
    pub ordinals: Ordinals,
    /// What the separators of a numeral do.
    pub separators: Separators,
    /// What `04/07/2025` means.
    pub day_order: DayOrder,
    /// Names of months.
    pub months: Vec<(String, u8)>,
    /// Names of weekdays, Monday being 1.
    pub weekdays: Vec<(String, u8)>,
    /// Words beside dates, by what they say.
    pub dates: Vec<(String, Vec<String>)>,
    /// Names of calendars, with what makes their years common ones.
    pub eras: Vec<(String, i32)>,
}

/// The words of one hedge by their place.
#[derive(Clone, Debug, Default)]
pub struct HedgeWords {
    /// Before the figure.
    pub before: Vec<String>,
    /// Behind it.
    pub behind: Vec<String>,
    /// Behind what it counts.
    pub behind_counted: Vec<String>,
    /// In the verb.
    pub verb: Vec<String>,
    /// In a verb that hedges only where a tally is its subject: `the toll passed 12`.
    pub tally_verb: Vec<String>,
}

/// Words for a change in one direction, by their place.
#[derive(Clone, Debug, Default)]
pub struct ChangeWords {
    /// Directly beside a figure, on either side, with the word that joins them: `stieg um`.
    pub beside: Vec<String>,
    /// Before a figure, where other words than `by` and `of` may join them.
    pub before: Vec<String>,
    /// The same before a share alone: whoever lost 500 soldiers lost them.
    pub before_percent: Vec<String>,
    /// Nouns behind a share, with a word or two between: `a 3 % annual fall`.
    pub behind_percent: Vec<String>,
    /// Right behind a figure: `3 % lower`.
    pub behind: Vec<String>,
    /// Nouns that `of` joins to any figure: `a drop of 500`.
    pub of: Vec<String>,
}

/// Changes that name no direction, by their place.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    /// Before a figure: `moved 3 %`.
    pub before: Vec<String>,
    /// Before a share alone: `um 3 %`.
    pub before_percent: Vec<String>,
    /// Behind it: `a 3 % swing`.
    pub behind: Vec<String>,
    /// How the words before a share end where a verb may tell a change: `sagged 3 %`, `fléchi de 3 %`.
    pub endings: Vec<String>,
    /// Verbs with such an ending that tell a level: `reached 3 %`.
    pub levels: Vec<String>,
    /// Behind a share of something, which no verb changes: `gained 3 % of`.
    pub shares: Vec<String>,
}

/// Words that change every figure around them, before them and behind them.
#[derive(Clone, Debug, Default)]
pub struct SentenceWords {
    /// What the sentence tells is denied, or did not happen.
    pub denials: Vec<String>,
    /// What the clause tells may be otherwise.
    pub doubts: Vec<String>,
    /// What stands behind them in the sentence may come, and has not: `warn that 900 may die`.
    pub fears: Vec<String>,
    /// At the end of a clause: what stands before them in the sentence is denied: `which the army denies`.
    pub rejections: Vec<String>,
}

/// Endings of verbs, in languages whose verbs deny or foretell by their endings.
#[derive(Clone, Debug, Default)]
pub struct EndingWords {
    /// What the verb tells did not happen.
    pub denials: Vec<String>,
    /// What the verb tells has not happened yet.
    pub doubts: Vec<String>,
    /// The same, of a verb before the figure: `suprimirá 1.500`.
    pub doubts_before: Vec<String>,
}

/// Words that make a figure a rate, by their place.
#[derive(Clone, Debug, Default)]
pub struct RateWords {
    /// Directly before what the rate is of.
    pub before: Vec<String>,
    /// Directly behind the figure.
    pub behind: Vec<String>,
    /// Behind what the figure counts.
    pub behind_counted: Vec<String>,
    /// Anywhere in the clause.
    pub clause: Vec<String>,
    /// Before a figure, for all figures of the clause.
    pub every: Vec<String>,
    /// The same before a round figure of a hundred or more.
    pub round: Vec<String>,
}

/// Words before and behind a figure.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// Before it.
    pub before: Vec<String>,
    /// Behind it.
    pub behind: Vec<String>,
    /// Behind what it counts, of doubts; further on in the clause, of verbs that deny it.
    pub behind_counted: Vec<String>,
    /// A word before it and one behind it together: `de 8 ans`.
    pub around: Vec<(String, String)>,
    /// Behind a figure that commas or brackets set apart with it: `, 34 ans,`.
    pub apposed: Vec<String>,
}

/// How a language tells places in an order.
#[derive(Clone, Debug, Default)]
pub struct Ordinals {
    /// Glued to digits.
    pub suffixes: Vec<String>,
    /// In words.
    pub words: Vec<(String, u64)>,
}
