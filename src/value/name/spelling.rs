//! Whether two words may be spellings of one: [`alike`], by the letters that differ.

/// How many letters are inserted, left out, replaced or swapped with their neighbour.
pub(super) fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &from) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, &to) in b.iter().enumerate() {
            let replaced = last[j] + usize::from(from != to);
            let mut best = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && from == b[j - 1] && a[i - 1] == to {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// How many letters differ between two spellings that one word may have; `None` where the letters
/// that differ make two words.
///
/// Between beginning and end that are the same, a vowel may stand for another one, a consonant for
/// one of its own sound, letters may change places, and a letter may be doubled or left out that is
/// hardly heard. In long words any one letter may differ.
pub(super) fn alike(a: &str, b: &str) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 4 || long.len() - short.len() > 2 || !opens(short[0], long[0]) {
        return None;
    }
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let tail = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    let tail = tail.min(short.len() - head);
    let (from, to) = (&short[head..short.len() - tail], &long[head..long.len() - tail]);
    let near = match (from, to) {
        ([], [c]) => is_faint(long, head, *c),
        ([], [c, d]) => is_vowel(*c) && is_vowel(*d) || *d == 'h' || *c == 'h',
        ([x], [y]) => sounds(*x, *y),
        ([x, y], [v, w]) => x == w && y == v || sounds(*x, *v) && sounds(*y, *w),
        ([x], [y, z]) => {
            sounds(*x, *y) && is_faint(long, head + 1, *z) || sounds(*x, *z) && is_faint(long, head, *y)
        }
        ([x, middle @ .., y], [v, between @ .., w]) => {
            middle == between && sounds(*x, *v) && sounds(*y, *w) && short.len() > 7
        }
        _ => false,
    };
    let is_long = short.len() >= 9 && head > 0 && from.len() <= 1 && to.len() <= 1;
    (near || is_long).then(|| from.len().max(to.len()))
}

/// Whether a letter is hardly heard where it stands.
fn is_faint(word: &[char], at: usize, c: char) -> bool {
    let neighbour = |at: Option<usize>| at.and_then(|at| word.get(at)).copied();
    let (before, behind) = (neighbour(at.checked_sub(1)), neighbour(Some(at + 1)));
    let doubled = before == Some(c) || behind == Some(c);
    let after_n = c == 'g' && before == Some('n') && behind.is_none();
    let in_mps = c == 'p' && before == Some('m');
    let in_ck = c == 'c' && behind == Some('k') || c == 'k' && before == Some('c');
    let in_tz = c == 't' && matches!(behind, Some('z' | 's' | 'c' | 'j'));
    doubled || is_vowel(c) || matches!(c, 'h' | 'w') || after_n || in_mps || in_ck || in_tz
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether two letters are written for one sound.
fn sounds(a: char, b: char) -> bool {
    one_of(&["ckqgx", "szxc", "bvwf", "dt", "jygi"], a, b)
}

/// Whether two letters at the start of a word are: there another sound makes another word.
fn opens(a: char, b: char) -> bool {
    one_of(&["ckqg", "szx", "vw", "jy"], a, b)
}

fn one_of(sounds: &[&str], a: char, b: char) -> bool {
    a == b || is_vowel(a) && is_vowel(b) || sounds.iter().any(|sound| sound.contains(a) && sound.contains(b))
}
