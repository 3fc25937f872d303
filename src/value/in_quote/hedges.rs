//! Hedges beside figures in Chinese and Japanese, which stand glued to them: starts at [`beside`].
//!
//! [`CHINESE`] and [`JAPANESE`] are the words that are read. What may be a hedge and need not be
//! (`过`, `达`, `数`) leaves the figure unread, and so do two hedges that differ: `约1000多`.

use crate::model::Hedge::{self, About, AtLeast, FewerThan, MoreThan, Nearly, UpTo};
use crate::value::scan::is_unspaced;

/// The hedges of a language, longer words before those that they hold.
struct Hedges {
    /// Before a figure.
    before: &'static [(&'static str, Hedge)],
    /// Behind a figure.
    behind: &'static [(&'static str, Hedge)],
    /// Behind what is counted: `1000人以上`.
    behind_counted: &'static [(&'static str, Hedge)],
}

const CHINESE: Hedges = Hedges {
    before: &[
        ("不超过", UpTo),
        ("不超", UpTo),
        ("不下", AtLeast),
        ("不止", MoreThan),
        ("估计", About),
        ("估計", About),
        ("大约", About),
        ("大約", About),
        ("将近", Nearly),
        ("將近", Nearly),
        ("接近", Nearly),
        ("不超過", UpTo),
        ("不多于", UpTo),
        ("不多於", UpTo),
        ("最多", UpTo),
        ("至多", UpTo),
        ("不少于", AtLeast),
        ("不少於", AtLeast),
        ("不低于", AtLeast),
        ("不低於", AtLeast),
        ("至少", AtLeast),
        ("最少", AtLeast),
        ("少于", FewerThan),
        ("少於", FewerThan),
        ("低于", FewerThan),
        ("低於", FewerThan),
        ("不足", FewerThan),
        ("不到", FewerThan),
        ("超过", MoreThan),
        ("超過", MoreThan),
        ("多于", MoreThan),
        ("多於", MoreThan),
        ("超", MoreThan),
        ("逾", MoreThan),
        ("近", Nearly),
        ("约", About),
        ("約", About),
    ],
    behind: &[("多", MoreThan), ("余", MoreThan), ("餘", MoreThan)],
    behind_counted: &[("以上", AtLeast), ("以下", UpTo), ("左右", About)],
};

const JAPANESE: Hedges = Hedges {
    before: &[("少なくとも", AtLeast)],
    behind: &[],
    behind_counted: &[
        ("近く", Nearly),
        ("余り", MoreThan),
        ("前後", About),
        ("未満", FewerThan),
        ("ほど", About),
        ("ぐらい", About),
        ("くらい", About),
    ],
};

const LANGUAGES: [Hedges; 2] = [JAPANESE, CHINESE];

/// Words that end as a hedge does and are none, or turn it round.
const OTHER_WORDS: [&str; 66] = [
    "纽约",
    "紐約",
    "条约",
    "條約",
    "合约",
    "合約",
    "契约",
    "契約",
    "公约",
    "公約",
    "协约",
    "預約",
    "预约",
    "违约",
    "違約",
    "节约",
    "節約",
    "制约",
    "制約",
    "婚约",
    "签约",
    "簽約",
    "北约",
    "北約",
    "赴约",
    "附近",
    "最近",
    "邻近",
    "鄰近",
    "靠近",
    "临近",
    "臨近",
    "新近",
    "就近",
    "逼近",
    "赶超",
    "趕超",
    "反超",
    "中超",
    "英超",
    "出超",
    "入超",
    "未超",
    "没超",
    "沒超",
    "未超過",
    "沒超過",
    "沒有超過",
    "未曾超过",
    "不曾超过",
    "未超过",
    "没超过",
    "没有超过",
    "想不到",
    "料不到",
    "找不到",
    "见不到",
    "看不到",
    "达不到",
    "续约",
    "解约",
    "毁约",
    "邀约",
    "相约",
    "如约",
    "特约",
];

/// Signs before a figure that may hedge it.
const DOUBTFUL_BEFORE: [&str; 17] = [
    "突破", "过", "過", "少", "多", "到", "于", "於", "达", "達", "数", "數", "几", "幾", "满", "滿", "最大",
];

/// What may hedge a figure behind it, or go on with it.
const DOUBTFUL_BEHIND: [&str; 8] = ["来", "來", "几", "幾", "十", "百", "千", "兆"];

/// What may hedge it there, or behind what it counts.
const DOUBTFUL_BEHIND_COUNTED: [&str; 3] = ["超", "上下", "前后"];

/// What `近` looks back on, so that it means the last ones: `近3天`.
const PERIODS: [&str; 15] =
    ["年", "天", "日", "周", "週", "月", "个月", "個月", "小时", "小時", "次", "届", "屆", "期", "代"];

/// What is counted, where it may stand between a figure and its hedge.
const COUNTED: [&str; 28] = [
    "个月", "個月", "小时", "分钟", "人次", "美元", "人", "名", "个", "個", "位", "元", "円", "岁", "歲",
    "歳", "件", "起", "家", "次", "台", "部", "枚", "吨", "噸", "公里", "天", "年",
];

/// What stands around a figure.
pub(super) enum Beside {
    /// Nothing that qualifies it.
    Nothing,
    /// Something that may make it another figure.
    Doubt,
    /// A hedge, of so many bytes before and behind it.
    Hedge { hedge: Hedge, before: usize, behind: usize },
}

/// What stands around a figure, given the text up to its first digit, and from behind its magnitude.
pub(super) fn beside(before: &str, behind: &str) -> Beside {
    let head = before.trim_end_matches(' ');
    // Many set a space between Chinese and digits, which says nothing.
    let tail = behind.trim_start_matches(' ');
    if !head.ends_with(is_unspaced) && !tail.starts_with(is_unspaced) {
        return Beside::Nothing;
    }
    if OTHER_WORDS.iter().any(|word| head.ends_with(word)) {
        return Beside::Doubt;
    }
    let leading = LANGUAGES
        .iter()
        .flat_map(|language| language.before)
        .find_map(|&(word, hedge)| Some((hedge, head.strip_suffix(word)?.len())));
    let is_past = leading.is_some_and(|(hedge, _)| hedge == Nearly)
        && PERIODS.iter().any(|period| tail.starts_with(period));
    let is_doubtful = leading.is_none() && DOUBTFUL_BEFORE.iter().any(|sign| before.ends_with(sign))
        || DOUBTFUL_BEHIND.iter().any(|sign| tail.starts_with(sign))
        || DOUBTFUL_BEHIND_COUNTED.iter().any(|sign| counted(tail).starts_with(sign));
    if is_past || is_doubtful {
        return Beside::Doubt;
    }
    match (leading, trailing(behind)) {
        (None, None) => Beside::Nothing,
        (Some((one, _)), Some((other, _))) if one != other => Beside::Doubt,
        (Some((hedge, start)), trailing) => {
            Beside::Hedge { hedge, before: before.len() - start, behind: trailing.map_or(0, |(_, len)| len) }
        }
        (None, Some((hedge, behind))) => Beside::Hedge { hedge, before: 0, behind },
    }
}

/// The hedge behind a figure, or behind what it counts, and where it ends.
fn trailing(behind: &str) -> Option<(Hedge, usize)> {
    let find = |hedges: fn(&Hedges) -> &'static [(&'static str, Hedge)], text: &str| {
        let words = LANGUAGES.iter().flat_map(hedges);
        let found = words.into_iter().find(|(word, _)| text.starts_with(word));
        found.map(|(word, hedge)| (*hedge, behind.len() - text.len() + word.len()))
    };
    let text = behind.trim_start_matches(' ');
    find(|language| language.behind_counted, text)
        .or_else(|| find(|language| language.behind, text))
        .or_else(|| find(|language| language.behind_counted, counted(text)))
}

/// What stands behind what is counted.
fn counted(behind: &str) -> &str {
    COUNTED.iter().find_map(|counted| behind.strip_prefix(counted)).unwrap_or(behind)
}
