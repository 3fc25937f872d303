//! The command line; entry point [`main`].
//!
//! Data goes to standard output and talk to standard error. Exit codes: 0 fine, 1 the content has
//! errors, 2 the machine failed, 3 wrong usage.

mod args;
mod add;
mod build;
mod clock;
mod describe;
mod doctor;
mod eject;
mod explain;
mod migrate;
mod new;
mod progress;
mod rename;
mod report;
mod serve;
mod stop;
mod verify;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing is wrong.
    Fine,
    /// The content has errors, which were reported.
    Faulty,
    /// What was asked for cannot be done that way, which was said.
    Misused,
}

/// Runs the command that the arguments ask for.
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            let is_answer = !error.use_stderr();
            // A closed pipe leaves nobody to tell.
            let _ = error.print();
            return if is_answer { ExitCode::SUCCESS } else { ExitCode::from(3) };
        }
    };
    stop::on_limits();
    let outcome = match &args.command {
        Command::Build(options) => build::build(&args.project, options),
        Command::Check(options) => build::check(&args.project, options),
        Command::Serve(options) => serve::serve(&args.project, options),
        Command::Verify(options) => verify::verify(&args.project, options),
        Command::New(options) => new::new(&args.project, options),
        Command::Add(options) => add::add(&args.project, options),
        Command::Rename(options) => rename::rename(&args.project, options),
        Command::Remove(options) => rename::remove(&args.project, options),
        Command::Eject(options) => eject::eject(options),
        Command::Doctor => doctor::doctor(&args.project),
        Command::Migrate => migrate::migrate(&args.project),
        Command::Explain(options) => explain::explain(options),
        Command::Schema(options) => describe::schema(&args.project, options),
        Command::Completions(options) => describe::completions(options),
        Command::Man => describe::man(),
    };
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Faulty) => ExitCode::from(1),
        Ok(Outcome::Misused) => ExitCode::from(3),
        Err(error) => {
            report::machine_failed(&error);
            ExitCode::from(2)
        }
    }
}
