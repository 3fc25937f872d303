//! The `variorum` command; everything it does is in [`variorum::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    variorum::cli::main()
}
