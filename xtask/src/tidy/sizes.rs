//! Files and functions stay small, and ARCHITECTURE.md stays a bird's eye view.

use super::scan::Scan;
use super::{Fault, Tree};

const FILE_LINES_MAX: usize = 500;
const FILE_LINES_ASKING_WHY: usize = 400;
const FUNCTION_LINES_MAX: usize = 70;
const ARCHITECTURE_LINES_MAX: usize = 150;

/// Measures every Rust file without its tests, every function outside tests, and the document.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, scan) in tree.rust() {
        let text = tree.text(path).unwrap_or_default();
        match scan {
            Ok(scan) => faults.extend(file(path, text, scan).into_iter().chain(functions(path, scan))),
            Err(error) => faults.push(Fault::error(path, 1, format!("cannot be read as Rust: {error}"))),
        }
    }
    let architecture = tree.text("ARCHITECTURE.md").unwrap_or_default().lines().count();
    if architecture > ARCHITECTURE_LINES_MAX {
        let message = format!("{architecture} lines; at most {ARCHITECTURE_LINES_MAX}, or nobody reads it");
        faults.push(Fault::error("ARCHITECTURE.md", ARCHITECTURE_LINES_MAX, message));
    }
    faults
}

fn file(path: &str, text: &str, scan: &Scan) -> Option<Fault> {
    let n_lines = (1..=text.lines().count()).filter(|line| !scan.in_test(*line)).count();
    if n_lines > FILE_LINES_MAX {
        Some(Fault::error(path, 1, format!("{n_lines} lines without tests; split it by idea")))
    } else if n_lines > FILE_LINES_ASKING_WHY {
        Some(Fault::warning(path, 1, format!("{n_lines} lines without tests; is it one idea?")))
    } else {
        None
    }
}

fn functions(path: &str, scan: &Scan) -> Vec<Fault> {
    let long = scan.functions.iter().filter(|f| f.n_lines > FUNCTION_LINES_MAX && !scan.in_test(f.line));
    let message = |f: &super::scan::Function| {
        format!("`{}` has {} lines; at most {FUNCTION_LINES_MAX}", f.name, f.n_lines)
    };
    long.map(|f| Fault::error(path, f.line, message(f))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    fn of_lines(n: usize) -> String {
        "// line\n".repeat(n)
    }

    #[test]
    fn a_file_that_is_too_long_is_caught() {
        let expected = ["src/a.rs:1: error: 501 lines without tests; split it by idea"];
        assert_eq!(messages(check, &[("src/a.rs", &of_lines(501))]), expected);
    }

    #[test]
    fn a_long_file_is_asked_why() {
        let expected = ["src/a.rs:1: warning: 401 lines without tests; is it one idea?"];
        assert_eq!(messages(check, &[("src/a.rs", &of_lines(401))]), expected);
    }

    #[test]
    fn tests_are_not_counted() {
        let text = format!("{}#[cfg(test)]\nmod tests {{\n{}}}\n", of_lines(400), of_lines(400));
        assert_eq!(messages(check, &[("src/a.rs", &text)]), Vec::<String>::new());
    }

    #[test]
    fn a_function_of_more_than_a_screen_is_caught() {
        let text = format!("\nfn long() {{\n{}}}\n", "    f();\n".repeat(69));
        assert_eq!(
            messages(check, &[("src/a.rs", &text)]),
            ["src/a.rs:2: error: `long` has 71 lines; at most 70"]
        );
    }

    #[test]
    fn a_long_architecture_is_caught() {
        let expected = ["ARCHITECTURE.md:150: error: 151 lines; at most 150, or nobody reads it"];
        assert_eq!(messages(check, &[("ARCHITECTURE.md", &of_lines(151))]), expected);
    }

    #[test]
    fn what_is_no_rust_is_caught() {
        assert_eq!(messages(check, &[("src/a.rs", "fn f( {")]).len(), 1);
    }
}
