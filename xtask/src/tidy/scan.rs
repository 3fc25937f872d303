//! What a Rust file contains, as far as the rules ask: functions, types, paths, tests; entry
//! point [`scan`].
//!
//! It works on tokens. Comments, strings and formatting cannot mislead it, and code inside macro
//! calls is seen like any other.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::str::FromStr;

/// One Rust file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Functions with a body.
    pub functions: Vec<Function>,
    /// Structs, enums, traits, unions and type aliases.
    pub types: Vec<Named>,
    /// Calls of `unwrap()`.
    pub unwraps: Vec<usize>,
    /// First segments of paths: a module of this crate, or another crate.
    pub mentions: Vec<Mention>,
    /// First and last lines of items that exist only in tests.
    pub tests: Vec<(usize, usize)>,
    /// Modules in files of their own that exist only in tests.
    pub test_modules: Vec<String>,
}

/// A function and the lines it takes, from `fn` to the closing brace.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// The line of `fn`.
    pub line: usize,
    /// How many lines.
    pub n_lines: usize,
}

/// An item's name and line.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Its line.
    pub line: usize,
}

/// The start of a path.
#[derive(Debug, PartialEq, Eq)]
pub struct Mention {
    /// What it starts from.
    pub from: Start,
    /// The first segment after that.
    pub name: String,
    /// Its line.
    pub line: usize,
}

/// Where a path starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// `crate::name`, or as many `super::` as lead there.
    Crate,
    /// `name::`, or `use name`: perhaps a third-party crate, perhaps something local.
    Bare,
}

impl Scan {
    /// Whether a line stands in a test.
    pub fn in_test(&self, line: usize) -> bool {
        self.tests.iter().any(|&(first, last)| (first..=last).contains(&line))
    }
}

/// Scans a file of this path, or says why it is no Rust.
pub fn scan(path: &str, text: &str) -> Result<Scan, String> {
    let tokens =
        TokenStream::from_str(text).map_err(|error| format!("{}: {error}", error.span().start().line))?;
    let mut scan = Scan::default();
    if only_tests(path) {
        scan.tests.push((1, text.lines().count()));
    }
    Walk { scan: &mut scan, depth: module_depth(path) }.stream(tokens);
    Ok(scan)
}

/// Integration tests and benchmarks.
fn only_tests(path: &str) -> bool {
    path.starts_with("tests/") || path.starts_with("benches/")
}

/// How many `super` lead from a file's top level to the crate.
fn module_depth(path: &str) -> usize {
    let below = path.split_once("src/").map_or(path, |(_, below)| below);
    let below = below.strip_suffix(".rs").unwrap_or(below);
    let below = below.strip_suffix("/mod").unwrap_or(below);
    if ["lib", "main"].contains(&below) { 0 } else { below.split('/').count() }
}

/// One stream of tokens at a time; a group is a stream of its own.
struct Walk<'a> {
    scan: &'a mut Scan,
    depth: usize,
}

impl Walk<'_> {
    fn stream(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            self.items(&tokens, at);
            at = match &tokens[at] {
                TokenTree::Group(group) if !follows_colons(&tokens, at) => {
                    self.group(&tokens, at, group);
                    at + 1
                }
                TokenTree::Ident(_) => self.path(&tokens, at),
                TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => at + 1,
            };
        }
    }

    /// The braces of `mod name { … }` are one module deeper.
    fn group(&mut self, tokens: &[TokenTree], at: usize, group: &Group) {
        let is_module = at >= 2 && ident(tokens, at - 2).is_some_and(|word| word == "mod");
        let depth = self.depth + usize::from(is_module && group.delimiter() == Delimiter::Brace);
        Walk { scan: self.scan, depth }.stream(group.stream());
    }

    /// Notes an item, a test or an `unwrap()` that starts here.
    fn items(&mut self, tokens: &[TokenTree], at: usize) {
        let line = tokens[at].span().start().line;
        if is_test_attribute(tokens, at) {
            self.scan.tests.push((line, last_line_of_item(tokens, at + 2)));
            self.scan.test_modules.extend(module_elsewhere(tokens, at + 2));
        }
        let (Some(word), Some(name)) = (ident(tokens, at), ident(tokens, at + 1)) else {
            self.unwrap(tokens, at);
            return;
        };
        match word.as_str() {
            "fn" => {
                let n_lines = last_line_of_item(tokens, at + 2) + 1 - line;
                self.scan.functions.push(Function { name, line, n_lines });
            }
            "struct" | "enum" | "trait" | "union" | "type" => self.scan.types.push(Named { name, line }),
            _ => {}
        }
    }

    fn unwrap(&mut self, tokens: &[TokenTree], at: usize) {
        let called = matches!(tokens.get(at + 1), Some(TokenTree::Group(group)) if group.stream().is_empty());
        let on_value = at > 0 && punct(tokens, at - 1) == Some('.');
        if called && on_value && ident(tokens, at).is_some_and(|word| word == "unwrap") {
            self.scan.unwraps.push(tokens[at].span().start().line);
        }
    }

    /// Notes the path that starts at this word, if one does; returns where to go on.
    fn path(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        if follows_colons(tokens, at) && !follows_leading_colons(tokens, at) {
            return at + 1;
        }
        let word = ident(tokens, at).unwrap_or_default();
        match word.as_str() {
            "crate" => self.segments(tokens, at + 1),
            "super" => {
                let n_supers =
                    (0..).take_while(|n| ident(tokens, at + 3 * n).is_some_and(|w| w == "super")).count();
                let after = at + 3 * n_supers - 2;
                if n_supers >= self.depth { self.segments(tokens, after) } else { after }
            }
            _ => {
                let used = at > 0 && ident(tokens, at - 1).is_some_and(|before| before == "use");
                if used || colons(tokens, at + 1) {
                    self.mention(Start::Bare, tokens, at);
                }
                at + 1
            }
        }
    }

    /// What follows `crate`: one segment, or braces with several.
    fn segments(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        if !colons(tokens, at) {
            return at;
        }
        match tokens.get(at + 2) {
            Some(TokenTree::Ident(_)) => self.mention(Start::Crate, tokens, at + 2),
            Some(TokenTree::Group(group)) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let starts = (0..inner.len()).filter(|&i| i == 0 || punct(&inner, i - 1) == Some(','));
                for start in starts {
                    self.mention(Start::Crate, &inner, start);
                }
            }
            _ => {}
        }
        at + 3
    }

    /// Notes the word at this place; a macro's name is no module.
    fn mention(&mut self, from: Start, tokens: &[TokenTree], at: usize) {
        let Some(name) = ident(tokens, at) else { return };
        if punct(tokens, at + 1) != Some('!') {
            self.scan.mentions.push(Mention { from, name, line: tokens[at].span().start().line });
        }
    }
}

fn ident(tokens: &[TokenTree], at: usize) -> Option<String> {
    match tokens.get(at) {
        Some(TokenTree::Ident(ident)) => Some(ident.to_string()),
        _ => None,
    }
}

fn punct(tokens: &[TokenTree], at: usize) -> Option<char> {
    match tokens.get(at) {
        Some(TokenTree::Punct(punct)) => Some(punct.as_char()),
        _ => None,
    }
}

fn colons(tokens: &[TokenTree], at: usize) -> bool {
    punct(tokens, at) == Some(':') && punct(tokens, at + 1) == Some(':')
}

fn follows_colons(tokens: &[TokenTree], at: usize) -> bool {
    at >= 2 && colons(tokens, at - 2)
}

/// `::name`, with nothing before the colons that they could belong to.
fn follows_leading_colons(tokens: &[TokenTree], at: usize) -> bool {
    at == 2 || (at > 2 && punct(tokens, at - 3).is_some_and(|before| before != '>'))
}

/// `#[cfg(test)]` and `#[test]`.
fn is_test_attribute(tokens: &[TokenTree], at: usize) -> bool {
    let Some(TokenTree::Group(group)) = tokens.get(at + 1) else { return false };
    if punct(tokens, at) != Some('#') || group.delimiter() != Delimiter::Bracket {
        return false;
    }
    let attribute = group.stream().to_string().replace(' ', "");
    attribute == "test"
        || (attribute.starts_with("cfg(") && attribute.contains("test") && !attribute.contains("not(test"))
}

/// The name in `mod name;`, which may be for a part of the crate only.
fn module_elsewhere(tokens: &[TokenTree], at: usize) -> Option<String> {
    let word = (at..tokens.len()).take(4).find(|&at| ident(tokens, at).is_some_and(|word| word == "mod"))?;
    ident(tokens, word + 1).filter(|_| punct(tokens, word + 2) == Some(';'))
}

/// The line of the brace or semicolon that ends the item which goes on at a token.
fn last_line_of_item(tokens: &[TokenTree], at: usize) -> usize {
    let ends = |token: &&TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    };
    let rest = tokens.get(at..).unwrap_or_default();
    rest.iter().find(ends).or(tokens.last()).map_or(0, |token| token.span().end().line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mentions(path: &str, text: &str) -> Vec<(Start, String)> {
        scan(path, text).unwrap().mentions.into_iter().map(|mention| (mention.from, mention.name)).collect()
    }

    fn of_crate(path: &str, text: &str) -> Vec<String> {
        mentions(path, text)
            .into_iter()
            .filter(|(from, _)| *from == Start::Crate)
            .map(|(_, name)| name)
            .collect()
    }

    #[test]
    fn imports_and_inline_paths_name_their_module() {
        let text = "use crate::model::Claim; fn f() { crate::text::fold(\"x\"); }";
        assert_eq!(of_crate("src/plan.rs", text), ["model", "text"]);
    }

    #[test]
    fn braces_name_each_module() {
        let text = "use crate::{digest::Digest, model::{self, Claim}, text};";
        assert_eq!(of_crate("src/plan.rs", text), ["digest", "model", "text"]);
    }

    #[test]
    fn super_counts_up_to_the_crate() {
        assert_eq!(of_crate("src/plan.rs", "use super::model::Claim;"), ["model"]);
        assert_eq!(of_crate("src/check/mod.rs", "use super::model::Claim;"), ["model"]);
        assert_eq!(of_crate("src/check/count.rs", "use super::super::model::Claim;"), ["model"]);
        assert_eq!(of_crate("src/check/count.rs", "use super::cluster::Cluster;"), Vec::<String>::new());
        assert_eq!(of_crate("src/plan.rs", "mod inner { use super::super::model::Claim; }"), ["model"]);
    }

    #[test]
    fn code_in_macros_is_seen_and_strings_are_not() {
        let text = "fn f() { vec![crate::model::Claim]; \"crate::text\"; } // crate::diag";
        assert_eq!(of_crate("src/plan.rs", text), ["model"]);
    }

    #[test]
    fn other_crates_are_bare_mentions() {
        let text = "use tera::Tera; fn f() { ::walkdir::WalkDir::new(x); a.tempfile(); }";
        let names: Vec<String> = mentions("src/plan.rs", text).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["tera", "walkdir"]);
    }

    #[test]
    fn functions_are_measured_from_fn_to_brace() {
        let scan =
            scan("src/plan.rs", "pub fn short() -> u8 {\n    1\n}\ntrait T { fn declared(); }\n").unwrap();
        let measured: Vec<_> = scan.functions.iter().map(|f| (f.name.as_str(), f.line, f.n_lines)).collect();
        assert_eq!(measured, [("short", 1, 3), ("declared", 4, 1)]);
    }

    #[test]
    fn test_items_are_known_by_their_lines() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n";
        let scan = scan("src/plan.rs", text).unwrap();
        assert_eq!(scan.tests, [(2, 5)]);
        assert!(scan.in_test(4) && !scan.in_test(6));
    }

    #[test]
    fn a_test_module_in_a_file_of_its_own_is_named() {
        let text = "mod a;\n#[cfg(test)]\npub(crate) mod b;\n#[cfg(test)]\nmod c {}\n";
        assert_eq!(scan("src/plan.rs", text).unwrap().test_modules, ["b"]);
    }

    #[test]
    fn unwrap_is_found_and_its_relatives_are_not() {
        let text = "fn a() {\n x.unwrap();\n x.unwrap_or(1);\n x.expect(\"y\");\n}\n";
        assert_eq!(scan("src/plan.rs", text).unwrap().unwraps, [2]);
    }
}
