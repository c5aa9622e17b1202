//! Messages in each language.
//!
//! Each language is a module with the same functions, which match exhaustively, so that the compiler finds missing
//! translations. A new language needs a module and a variant of [`Language`].

mod en;
mod figures;
mod lt;
mod review;
mod tally;
mod term;
mod words;

pub use tally::Tally;
pub use term::Term;
pub use words::Words;

use std::ffi::OsString;

use crate::press::Pages;
use crate::press::preflight::FileProperties;
use crate::report::ValueError;

use super::finding::Role;
use super::problem::Problem;
use super::{Diagnostic, Severity, Suggestion};

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Lietuvių.
    Lithuanian,
    /// English.
    English,
}

impl Language {
    /// The language of the environment: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty
    /// (POSIX.1-2017, chapter 8.2). Lithuanian if its language is `lt`; otherwise English.
    pub fn from_environment(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(variable)
            .find(|value| !value.is_empty())
            .unwrap_or_default();
        let locale = locale.to_string_lossy();
        let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("lt") { Self::Lithuanian } else { Self::English }
    }

    /// The message of a problem.
    pub fn problem(self, problem: &Problem) -> Words {
        match self {
            Self::Lithuanian => lt::problem(problem),
            Self::English => en::problem(problem),
        }
    }

    /// The message of a malformed value.
    pub fn value_error(self, error: &ValueError) -> Words {
        match self {
            Self::Lithuanian => lt::value_error(error),
            Self::English => en::value_error(error),
        }
    }

    /// The label of a location; may be empty.
    pub fn role(self, role: &Role) -> String {
        match self {
            Self::Lithuanian => lt::role(role),
            Self::English => en::role(role),
        }
    }

    /// The name of a severity.
    pub fn severity(self, severity: Severity) -> &'static str {
        match (self, severity) {
            (Self::Lithuanian, Severity::Error) => "klaida",
            (Self::Lithuanian, Severity::Warning) => "įspėjimas",
            (Self::Lithuanian, Severity::Note) => "pastaba",
            (Self::English, Severity::Error) => "error",
            (Self::English, Severity::Warning) => "warning",
            (Self::English, Severity::Note) => "note",
        }
    }

    /// A line of a file.
    pub fn line(self, file: &str, line: usize) -> String {
        match self {
            Self::Lithuanian => format!("{file}, {line} eilutė"),
            Self::English => format!("{file}, line {line}"),
        }
    }

    /// A hint with its prefix.
    pub fn hint(self, hint: &str) -> String {
        match self {
            Self::Lithuanian => format!("patarimas: {hint}"),
            Self::English => format!("help: {hint}"),
        }
    }

    /// A suggestion with its introduction.
    pub fn typed(self, suggestion: &Suggestion) -> String {
        let break_or_space = if suggestion.text.contains('\n') { "\n" } else { " " };
        let words = match (self, suggestion.is_meant) {
            (Self::Lithuanian, true) => "rašykite:",
            (Self::Lithuanian, false) => "rašykite, pavyzdžiui:",
            (Self::English, true) => "write:",
            (Self::English, false) => "write, for example:",
        };
        format!("{words}{break_or_space}{}", suggestion.text)
    }

    /// Page numbers with the word for pages.
    pub fn pages(self, pages: &Pages) -> String {
        match self {
            Self::Lithuanian => lt::preflight::pages(pages),
            Self::English => en::preflight::pages(pages),
        }
    }

    /// The properties about a print PDF: labels with values.
    pub fn properties(self, properties: &FileProperties) -> Vec<(&'static str, String)> {
        match self {
            Self::Lithuanian => lt::preflight::properties(properties),
            Self::English => en::preflight::properties(properties),
        }
    }

    /// A message that one or more files are ready for print.
    pub fn fit_for_print(self, files: u32) -> String {
        match self {
            Self::Lithuanian => lt::preflight::fit(files),
            Self::English => en::preflight::fit(files),
        }
    }

    /// A message that files were written.
    pub fn made(self, files: &[String]) -> String {
        match self {
            Self::Lithuanian => lt::made(files),
            Self::English => en::made(files),
        }
    }

    /// A message that no PDF was made from one or more reports, with the number of errors.
    pub fn not_made(self, tally: Tally) -> String {
        match self {
            Self::Lithuanian => lt::not_made(tally),
            Self::English => en::not_made(tally),
        }
    }

    /// The result of checking, in one line.
    pub fn summary(self, tally: Tally) -> String {
        match self {
            Self::Lithuanian => lt::summary(tally),
            Self::English => en::summary(tally),
        }
    }
}

impl Diagnostic {
    /// The message, notes and hints.
    pub fn words(&self, language: Language) -> Words {
        let mut words = language.problem(&self.problem);
        words.notes.extend(self.notes.iter().cloned());
        let is_from_typst = matches!(*self.problem, Problem::Template { .. });
        words.hints.extend(self.hints.iter().filter_map(|hint| match language {
            Language::Lithuanian if is_from_typst => lt::template::hint(hint),
            _ => Some(hint.clone()),
        }));
        for suggestion in &self.suggestions {
            if !words.hints.iter().any(|hint| has_words(hint, &suggestion.text)) {
                words.hints.push(language.typed(suggestion));
            }
        }
        words
    }

    /// The message, prefixed with the pages concerned, if any.
    pub fn message(&self, language: Language) -> String {
        let message = language.problem(&self.problem).message;
        match self.pages() {
            Some(pages) => format!("{}: {message}", language.pages(pages)),
            None => message,
        }
    }
}

/// Whether a hint contains a text that is not part of a longer word or number.
fn has_words(hint: &str, text: &str) -> bool {
    hint.match_indices(text).any(|(start, _)| {
        let before = hint.get(..start).and_then(|before| before.chars().next_back());
        let after = hint.get(start + text.len()..).and_then(|after| after.chars().next());
        let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !is_part(before) && !is_part(after)
    }) || text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Language {
        Language::from_environment(|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
        })
    }

    #[test]
    fn the_language_is_taken_from_the_environment() {
        assert_eq!(of(&[("LANG", "lt_LT.UTF-8")]), Language::Lithuanian);
        assert_eq!(of(&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "lt")]), Language::Lithuanian);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "lt_LT.UTF-8")]), Language::English);
        assert_eq!(of(&[("LC_ALL", ""), ("LANG", "lt_LT")]), Language::Lithuanian);
        for other in ["", "C", "POSIX", "lv_LV", "ltg", "de"] {
            assert_eq!(of(&[("LANG", other)]), Language::English, "{other}");
        }
        assert_eq!(of(&[]), Language::English);
    }

    #[test]
    fn failed_reports_and_errors_are_counted() {
        let say = |reports, errors| {
            let tally = Tally { reports, errors, ..Tally::default() };
            (Language::Lithuanian.not_made(tally), Language::English.not_made(tally))
        };
        assert_eq!(say(1, 1), ("PDF neparengtas: 1 klaida".into(), "no PDF was made: 1 error".into()));
        assert_eq!(say(1, 3), ("PDF neparengtas: 3 klaidos".into(), "no PDF was made: 3 errors".into()));
        assert_eq!(say(1, 11), ("PDF neparengtas: 11 klaidų".into(), "no PDF was made: 11 errors".into()));
        assert_eq!(
            say(2, 21),
            (
                "2 ataskaitų PDF neparengti: 21 klaida".into(),
                "no PDF was made from 2 reports: 21 errors".into()
            )
        );
        assert_eq!(say(21, 30).0, "21 ataskaitos PDF neparengti: 30 klaidų");
    }

    #[test]
    fn counts_agree_with_their_nouns() {
        let say = |errors, warnings| {
            let tally = Tally { reports: 1, errors, warnings, notes: 0 };
            (Language::Lithuanian.summary(tally), Language::English.summary(tally))
        };
        assert_eq!(say(1, 2), ("1 klaida, 2 įspėjimai".into(), "1 error, 2 warnings".into()));
        assert_eq!(say(21, 0), ("21 klaida".into(), "21 errors".into()));
        assert_eq!(say(10, 11), ("10 klaidų, 11 įspėjimų".into(), "10 errors, 11 warnings".into()));
        let notes = Tally { reports: 1, errors: 0, warnings: 0, notes: 2 };
        assert_eq!(Language::Lithuanian.summary(notes), "ataskaita tvarkinga, 2 pastabos");
        assert_eq!(say(0, 1), ("klaidų nėra, 1 įspėjimas".into(), "no errors, 1 warning".into()));
    }
}
