//! What a page can ask this machine for: a file in the editor. And the browser, opened at the start.

use std::hash::{BuildHasher as _, RandomState};
use std::process::{Command, Stdio};

use camino::Utf8Path;

use super::Say;

/// The command that opens a file at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Editor {
    words: Vec<String>,
}

impl Editor {
    /// Reads a command such as `code -g {file}:{line}:{column}`, divided as a shell divides it.
    pub(super) fn read(command: &str) -> Result<Self, String> {
        let words = shlex::split(command).filter(|words| !words.is_empty());
        let words = words.ok_or_else(|| "a quotation mark of the command has no end".to_owned())?;
        if !words.iter().any(|word| word.contains("{file}")) {
            return Err(
                "the command does not say where the file goes: `code -g {file}:{line}:{column}`".to_owned()
            );
        }
        Ok(Self { words })
    }

    /// Opens `path:line:column` below the project; no shell takes part.
    pub(super) fn open(&self, project: &Utf8Path, place: &str) -> std::io::Result<()> {
        let mut words = self.filled(project, place).into_iter();
        let Some(program) = words.next() else { return Ok(()) };
        let mut command = Command::new(program);
        command.args(words).current_dir(project).stdin(Stdio::null());
        let mut child = command.spawn()?;
        // It may stay open for hours; its end is waited for, so that nothing of it is left over.
        std::thread::spawn(move || child.wait());
        Ok(())
    }

    fn filled(&self, project: &Utf8Path, place: &str) -> Vec<String> {
        let mut parts = place.rsplitn(3, ':');
        let (column, line) = (parts.next().unwrap_or("1"), parts.next().unwrap_or("1"));
        let file = project.join(parts.next().unwrap_or_default());
        let fill = |word: &String| {
            // The file last: its name may hold anything.
            word.replace("{line}", line).replace("{column}", column).replace("{file}", file.as_str())
        };
        self.words.iter().map(fill).collect()
    }
}

/// A word that only pages of this server know, so that no other site opens files on this machine.
pub(super) fn token() -> String {
    // Each state is keyed by the system's random numbers.
    let word = |salt: u8| RandomState::new().hash_one(salt);
    format!("{:016x}{:016x}", word(0), word(1))
}

/// Opens the first page; where no browser can be found the address was said anyway.
pub(super) fn open_browser(url: &str, say: &Say) {
    if let Err(error) = open::that_detached(url) {
        say(&format!("note: no browser could be opened: {error}\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_filled_word_by_word() {
        let editor = Editor::read("code -g \"{file}:{line}:{column}\" --wait").unwrap();
        assert_eq!(
            editor.filled("/p".into(), "content/events/a b; rm.yaml:3:7"),
            ["code", "-g", "/p/content/events/a b; rm.yaml:3:7", "--wait"]
        );
    }

    #[test]
    fn a_command_without_a_file_or_an_end_is_refused() {
        assert!(Editor::read("code").unwrap_err().contains("where the file goes"));
        assert!(Editor::read("code \"{file}").unwrap_err().contains("quotation mark"));
    }

    #[test]
    fn no_two_servers_have_one_token() {
        assert_ne!(token(), token());
        assert_eq!(token().len(), 32);
    }
}
