//! The YAML file: its text, the report that it holds, and where in it each value stands.
//!
//! A report that is right is read by `serde_yaml` straight into its structs. Where that fails, the
//! file is read again as a tree of places, which is compared with the [schema](crate::report::schema) to
//! find every mistake of form at once; where a rule finds something, the same tree says where.
//! Whatever `serde_yaml` objects to and the comparison does not is said in the words of `serde_yaml`,
//! so that no report passes that cannot be read.

mod faults;
mod file;
mod structure;
mod tree;
mod values;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::Diagnostic;
use crate::diagnostic::finding::{Finding, Part, Role};
use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Location, SourceFile};
use crate::report::KeyPath;
use crate::report::Report;
use tree::{Fault, Node};

/// A report's file, read but not yet understood.
#[derive(Debug, Clone)]
pub struct Source {
    file: Arc<SourceFile>,
    folder: PathBuf,
}

/// The name under which standard input is spoken of.
const STANDARD_INPUT: &str = "<stdin>";

/// What some editors put at the beginning of a file in UTF-8; it is no part of the text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Files of up to this many bytes go to `serde_yaml` at once: nothing that fits in can keep it busy
/// for a second.
const UNBOUNDED: usize = 16 << 10;

impl Source {
    /// Reads a file, or standard input where the path is `-`.
    ///
    /// # Errors
    /// If the file cannot be read, is larger than any report, or is not UTF-8.
    pub fn read(path: &Path) -> Result<Self, Diagnostic> {
        if path == Path::new("-") {
            return Ok(Self::new(STANDARD_INPUT, ".", file::read_standard_input(STANDARD_INPUT)?));
        }
        let folder = match path.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        Ok(Self::new(path.display().to_string(), folder, file::read(path)?))
    }

    /// Takes a text that is in memory already, with the folder to which its paths are relative.
    pub fn new(name: impl Into<String>, folder: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self { file: Arc::new(SourceFile { name: name.into(), text: text.into() }), folder: folder.into() }
    }

    /// The folder to which the report's paths are relative.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file, for diagnostics that point into it.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// Reads the report out of the text.
    ///
    /// # Errors
    /// Every mistake in the form of the YAML and of its values, each where it stands; at least one.
    pub fn report(&self) -> Result<Report, Vec<Diagnostic>> {
        let (text, base) = self.text();
        if text.len() > UNBOUNDED {
            tree::within_bounds(text, base).map_err(|fault| vec![faults::diagnostic(&self.file, fault)])?;
        }
        serde_yaml::from_str(text).map_err(|error| self.mistakes(&error))
    }

    /// Gives findings their places.
    pub fn locate(&self, findings: Vec<Finding>) -> Vec<Diagnostic> {
        if findings.is_empty() {
            return Vec::new();
        }
        let tree = self.tree().ok();
        findings.into_iter().map(|finding| self.diagnostic(finding, tree.as_ref())).collect()
    }

    /// The text without a byte-order mark, and the place in the file at which it begins.
    fn text(&self) -> (&str, usize) {
        let text = &self.file.text;
        text.strip_prefix(BYTE_ORDER_MARK).map_or((text, 0), |rest| (rest, BYTE_ORDER_MARK.len_utf8()))
    }

    /// The text as a tree of places.
    fn tree(&self) -> Result<Node, Fault> {
        /// `serde_yaml` takes a tab for the space after a colon; the parser of the tree does not.
        const TAB_AFTER_COLON: &str = ":\t";
        let (text, base) = self.text();
        Node::parse(text, base).or_else(|fault| {
            if text.contains(TAB_AFTER_COLON) {
                Node::parse(&text.replace(TAB_AFTER_COLON, ": "), base)
            } else {
                Err(fault)
            }
        })
    }

    /// Everything that keeps the text from being a report.
    fn mistakes(&self, error: &serde_yaml::Error) -> Vec<Diagnostic> {
        let forbidden = faults::forbidden_characters(&self.file, self.text().1);
        if !forbidden.is_empty() {
            return forbidden;
        }
        match self.tree() {
            Err(fault) => vec![faults::diagnostic(&self.file, fault)],
            Ok(tree) => {
                let mistakes = structure::mistakes(&self.file, &tree);
                if mistakes.is_empty() { vec![self.in_its_own_words(error)] } else { mistakes }
            }
        }
    }

    fn in_its_own_words(&self, error: &serde_yaml::Error) -> Diagnostic {
        let message = error.to_string();
        let Some(location) = error.location() else {
            return Diagnostic::new(Problem::YamlValue(message)).in_file(&self.file);
        };
        // The place is shown beside the line, so the message need not end in it.
        let place = format!(" at line {} column {}", location.line(), location.column());
        let message = message.strip_suffix(&place).unwrap_or(&message).to_owned();
        let (text, base) = self.text();
        let line =
            text.split_inclusive('\n').take(location.line().saturating_sub(1)).map(str::len).sum::<usize>();
        let rest = text.get(line..).unwrap_or_default();
        let column =
            rest.chars().take(location.column().saturating_sub(1)).map(char::len_utf8).sum::<usize>();
        let start = base + line + column;
        if let Some(diagnostic) = faults::stricter(&self.file, &message, start) {
            return diagnostic;
        }
        let range = first_line(&self.file.text, start..self.file.text.len());
        Diagnostic::new(Problem::YamlValue(message)).place(&self.file, range, Role::Here)
    }

    fn diagnostic(&self, finding: Finding, tree: Option<&Node>) -> Diagnostic {
        let mut diagnostic = Diagnostic::new(finding.problem);
        if finding.whole_file {
            diagnostic = diagnostic.in_file(&self.file);
        }
        diagnostic.pointer = finding.spots.first().map(|spot| {
            tree.map_or_else(|| spot.path.clone(), |tree| tree.written_out(&spot.path)).pointer()
        });
        for spot in finding.spots {
            let range = tree.and_then(|tree| self.range(tree, &spot.path, &spot.part));
            diagnostic =
                diagnostic.at(&self.file, range.map_or(Location::WholeFile, Location::Text), spot.role);
        }
        diagnostic
    }

    /// Where a part of a value stands: words in it where they are found as they are, else its first
    /// line.
    fn range(&self, tree: &Node, path: &KeyPath, part: &Part) -> Option<Range<usize>> {
        let (key, value) = tree.find(path)?;
        let whole = match (part, key) {
            (Part::Key, Some(key)) => &key.range,
            (_, Some(key)) if value.range.is_empty() => &key.range,
            _ => &value.range,
        };
        let words = match part {
            Part::Words(words) => self.file.text.get(whole.clone()).and_then(|text| {
                let found = find_words(text, words)?;
                let range = whole.start + found.start..whole.start + found.end;
                Some(first_line(&self.file.text, range))
            }),
            Part::Key | Part::Value => None,
        };
        Some(words.unwrap_or_else(|| first_line(&self.file.text, whole.clone())))
    }
}

/// Where words stand in a text, whatever the white space and the marks of Markdown and YAML between their
/// characters: as words of their own if they stand so anywhere.
fn find_words(text: &str, words: &str) -> Option<Range<usize>> {
    let first = words.chars().next()?;
    let part_of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let on_its_own = |range: &Range<usize>| {
        let before = text.get(..range.start).and_then(|before| before.chars().next_back());
        let after = text.get(range.end..).and_then(|after| after.chars().next());
        !part_of_word(before) && !part_of_word(after)
    };
    let found = || {
        text.match_indices(first).filter_map(|(start, _)| {
            let rest = text.get(start..)?;
            Some(start..start + rest.len() - after_words(rest, words)?.len())
        })
    };
    found().find(on_its_own).or_else(|| found().next())
}

/// What comes after words at the beginning of a text.
fn after_words<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text;
    for c in words.chars() {
        rest = loop {
            match rest.strip_prefix(c) {
                Some(after) => break after,
                None if c.is_whitespace() && rest.starts_with(char::is_whitespace) => break rest,
                // Nothing is between the beginning of the text and that of the words.
                None if rest.len() == text.len() => return None,
                None => rest = after_mark(rest)?,
            }
        };
        if c.is_whitespace() {
            rest = rest.trim_start();
        }
    }
    Some(rest)
}

/// What comes after a mark that is not seen on the page.
fn after_mark(text: &str) -> Option<&str> {
    match text.strip_prefix("](") {
        Some(target) => target.split_once(')').map(|(_, rest)| rest),
        None => text.strip_prefix(['*', '_', '[', '\\']),
    }
}

/// As much of a range as is on its first line, so that a long text does not fill the screen.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    let end = text.floor_char_boundary(range.end).max(start);
    let line = text.get(start..end).and_then(|text| text.lines().next()).unwrap_or_default();
    start..start + line.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<(String, String)> {
        Source::new("a.yaml", ".", text)
            .report()
            .unwrap_err()
            .iter()
            .map(|diagnostic| {
                let place = &diagnostic.places[0];
                let text = place.text_range().map_or("", |range| &place.file.text[range.clone()]);
                (diagnostic.code().to_owned(), text.to_owned())
            })
            .collect()
    }

    fn pair(code: &str, words: &str) -> (String, String) {
        (code.to_owned(), words.to_owned())
    }

    #[test]
    fn all_mistakes_are_found_at_once_each_at_its_place() {
        let text = include_str!("../../data/2023.yaml")
            .replace("mission: Sumani", "mision: Sumani")
            .replace("year: 2023", "year: \"2023\"")
            .replace("    - count: 8\n", "    - count: -8\n")
            .replace("amount: 7217", "amount: 7 217")
            .replace("email: info@lsik.lt", "email: info")
            .replace("  currency: EUR\n", "");
        assert_eq!(
            codes(&text),
            [
                pair("wrong-type", "\"2023\""),
                pair("unknown-key", "mision"),
                pair("invalid-count", "-8"),
                pair("invalid-amount", "7 217"),
                pair("missing-key", "finance"),
                pair("invalid-email", "info"),
            ]
        );
    }

    #[test]
    fn words_are_found_among_marks_and_line_ends() {
        let found = |text: &'static str, words| find_words(text, words).map(|range| &text[range]);
        assert_eq!(found("o žmogų į\n  žmogų", "į žmogų"), Some("į\n  žmogų"));
        assert_eq!(found("a \"[Étoile](lang:fr)\" b", "\"Étoile\""), Some("\"[Étoile](lang:fr)\""));
        assert_eq!(found(r#""a *"b"* \"c\" d""#, "\"b\" \"c\""), Some(r#""b"* \"c\""#));
        assert_eq!(found("**narių** - *studentų*", "narių - studentų"), Some("narių** - *studentų"));
        assert_eq!(found("klasteriai, klasteris", "klasteri"), Some("klasteri"));
        assert_eq!(found("naujas darbas", "nauja"), Some("nauja"));
        assert_eq!(found("a\u{1}b", "\u{1}"), Some("\u{1}"));
        assert_eq!(found("ab", "abc"), None);
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
        let text = include_str!("../../data/2023.yaml");
        let plain = Source::new("a.yaml", ".", text).report().unwrap();
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(Source::new("a.yaml", ".", windows.as_str()).report().unwrap(), plain);
        assert_eq!(codes(&windows.replace("year: 2023\r\n", "year: 23\r\n")), [pair("invalid-year", "23")]);
    }

    #[test]
    fn a_tab_after_a_colon_is_a_space() {
        let text = include_str!("../../data/2023.yaml").replace("year: 2023", "year:\t23");
        assert_eq!(codes(&text), [pair("invalid-year", "23")]);
    }

    #[test]
    fn a_tab_and_other_slips_are_explained() {
        assert_eq!(codes("goals:\n\tmotto: x\n")[0].0, "yaml-syntax");
        assert_eq!(codes("a: \"x\n")[0].0, "yaml-syntax");
        assert_eq!(codes(""), [pair("file-empty", "")]);
        assert_eq!(codes("a: 1\n---\nb: 1\n"), [pair("yaml-documents", "---")]);
        assert_eq!(codes("a: \u{7}x\n"), [pair("control-character", "\u{7}")]);
    }
}
