//! The YAML file: its text, the report that it holds, and where in it each value stands.
//!
//! Two parsers read every file. saphyr-parser makes of it a tree of places, within bounds of time and memory;
//! only a text that has such a tree goes to `serde_yaml`, which reads it into the structs of the report. They read
//! the same text, in which what they would read differently is the same for both, and what one of them alone can
//! read is a mistake. Where `serde_yaml` refuses a text, the tree is compared with the
//! [schema](crate::report::schema) to find every mistake of form at once; where a rule finds something, the tree
//! says where.
//!
//! No mistake hides another: what cannot be read is mended, first in the text (`repair`) and then in the tree
//! (`structure`), so that the rules look at every part that is well formed. Most of what is mended is also what the
//! author is told to type.

#[cfg(test)]
mod agreement;
mod content;
mod corrections;
mod expected;
mod faults;
mod file;
mod guess;
mod guesses;
mod invented;
mod json;
mod keys;
mod line;
mod lines;
mod provisional;
mod quoting;
mod repair;
mod rewriting;
mod strays;
mod structure;
mod tabs;
mod text;
mod tree;
mod unreadable;
mod values;
mod words;
mod yaml;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::finding::{Finding, Part, Role, Spot};
use crate::diagnostic::problem::{Problem, Syntax};
use crate::diagnostic::{Location, SourceFile, any_error};
use crate::report::values::Value;
use crate::report::{KeyPath, Report};
use invented::Invented;
use repair::{Mistake, Repaired};
use tree::Scalar;
use words::WordFinder;
use yaml::Yaml;

pub use provisional::Provisional;

/// A report's file, read but not yet understood.
#[derive(Debug, Clone)]
pub struct Source {
    file: Arc<SourceFile>,
    folder: PathBuf,
    /// The contents of the file, once requested.
    reading: OnceLock<Reading>,
}

/// A report as far as it could be read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The report; where a part of it could not be read, or is missing, with something in its place that would do.
    /// `None` if there is hardly anything to read.
    pub report: Option<Report>,
    /// Every mistake in the form of the file and of its values.
    pub mistakes: Vec<Diagnostic>,
    file: Arc<SourceFile>,
    /// The text with its tree, as its author wrote them but for what keeps YAML from being read.
    yaml: Option<Yaml>,
    /// Whether nothing kept it from being read.
    is_yaml: bool,
    /// The same with the tree of the report, where that is another.
    mended: Option<Yaml>,
    invented: Invented,
}

/// The name of standard input in messages.
const STANDARD_INPUT: &str = "<stdin>";

impl Source {
    /// Reads a file, or standard input where the path is `-`.
    ///
    /// # Errors
    /// If the file cannot be read, is larger than any report, or is not UTF-8.
    pub fn read(path: &Path) -> Result<Self, Diagnostic> {
        if path == Path::new("-") {
            return Ok(Self::new(STANDARD_INPUT, ".", file::read_standard_input(STANDARD_INPUT)?));
        }
        Ok(Self::new(path.display().to_string(), folder_of(path), file::read(path)?))
    }

    /// Reads a file as it was in a revision of its git repository, such as `HEAD~3`.
    ///
    /// # Errors
    /// If git has no such version, or it is not text.
    pub fn read_revision(path: &Path, revision: &str) -> Result<Self, Diagnostic> {
        let name = format!("{} (git:{revision})", path.display());
        let text = file::read_revision(path, &name, revision)?;
        Ok(Self::new(name, folder_of(path), text))
    }

    /// Takes a text that is in memory already, with the folder to which its paths are relative.
    pub fn new(name: impl Into<String>, folder: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self { file: Arc::new(SourceFile::new(name, text)), folder: folder.into(), reading: OnceLock::new() }
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
        let Reading { report, mistakes, .. } = self.reading();
        match report {
            Some(report) if !any_error(mistakes) => Ok(report.clone()),
            _ => Err(mistakes.clone()),
        }
    }

    /// Reads the values out of the text, whether they make up a report or not.
    ///
    /// # Errors
    /// Every mistake in the form of the YAML; at least one.
    pub fn data(&self) -> Result<Value, Vec<Diagnostic>> {
        self.yaml().map(|yaml| content::values(&yaml.tree)).map_err(<[_]>::to_vec)
    }

    /// The values of the text as JSON, as they are written there: the same report, without the comments of its authors.
    ///
    /// # Errors
    /// Every mistake in the form of the YAML; at least one.
    pub fn values(&self) -> Result<serde_json::Value, Vec<Diagnostic>> {
        self.yaml().map(|yaml| json::of(&yaml.tree)).map_err(<[_]>::to_vec)
    }

    /// The bytes of the file in which a value stands: its first line. `None` if there is no such value.
    pub fn place(&self, path: &KeyPath) -> Option<Range<usize>> {
        let yaml = self.yaml().ok()?;
        yaml.range(path, &Part::Value, "", &mut WordFinder::new(yaml.text.as_str()))
    }

    /// The bytes of the file in which words of a value stand, whatever the marks between them. None where they are not
    /// found.
    pub fn place_of_words(&self, path: &KeyPath, words: &str) -> Option<Range<usize>> {
        let yaml = self.yaml().ok()?;
        let (_, value) = yaml.tree.find(path)?;
        let found = WordFinder::new(yaml.text.as_str()).find(&value.range, words, "")?;
        Some(yaml.first_line_in_file(found))
    }

    /// Reads as much of the report as there is.
    pub fn reading(&self) -> &Reading {
        self.reading.get_or_init(|| self.read_report())
    }

    /// Gives findings their places.
    pub fn locate(&self, findings: Vec<Finding>) -> Vec<Diagnostic> {
        self.reading().locate(findings)
    }

    /// What is in the file, if it is YAML.
    fn yaml(&self) -> Result<&Yaml, &[Diagnostic]> {
        let Reading { yaml, is_yaml, mistakes, .. } = self.reading();
        yaml.as_ref().filter(|_| *is_yaml).ok_or(mistakes)
    }

    fn read_report(&self) -> Reading {
        let Repaired { yaml, mistakes, lost } = repair::read(&self.file.text);
        let mistakes: Vec<Diagnostic> =
            mistakes.into_iter().map(|mistake| self.diagnostic(mistake)).collect();
        let mut reading = Reading {
            report: None,
            is_yaml: !any_error(&mistakes),
            mistakes,
            file: Arc::clone(&self.file),
            yaml: None,
            mended: None,
            invented: Invented::default(),
        };
        let Some(yaml) = yaml else { return reading };
        if lost.is_empty()
            && let Ok(report) = serde_yaml::from_str(yaml.text.as_str())
        {
            return Reading { report: Some(report), yaml: Some(yaml), ..reading };
        }
        let mended = structure::mend(&self.file, &yaml, &lost);
        reading.mistakes.extend(mended.mistakes);
        reading.report = serde_yaml::from_str(&invented::yaml(&mended.tree)).ok();
        if !any_error(&reading.mistakes) {
            // The schema accepts it, but the structs do not.
            let place = yaml.first_line_in_file(0..yaml.text.as_str().len());
            let problem = Problem::YamlSyntax(Syntax::Other);
            reading.mistakes.push(Diagnostic::new(problem).place(&self.file, place, Role::Here));
        }
        reading.mended = Some(Yaml { text: yaml.text.clone(), tree: mended.tree });
        Reading { yaml: Some(yaml), invented: mended.invented, ..reading }
    }

    fn diagnostic(&self, mistake: Mistake) -> Diagnostic {
        let Mistake { problem, place, suggestions } = mistake;
        let diagnostic = Diagnostic::new(problem);
        let mut diagnostic = match place {
            Some(range) => diagnostic.place(&self.file, range, Role::Here),
            None => diagnostic.in_file(&self.file),
        };
        diagnostic.suggestions = suggestions.into();
        diagnostic
    }
}

impl Reading {
    /// Whether every part of the report is the author's.
    pub fn is_complete(&self) -> bool {
        self.invented.is_empty()
    }

    /// The report with a few words in place of each text or address at one of the paths. `None` if that is no report.
    pub fn without_texts(&self, paths: &[KeyPath]) -> Option<Report> {
        /// Words that may stand wherever a text or an address may.
        const FEW_WORDS: &str = "www.example.org";
        let mut tree = self.mended.as_ref().or(self.yaml.as_ref())?.tree.clone();
        for path in paths {
            tree.find_mut(path)?.value =
                tree::Value::Scalar(Scalar { text: FEW_WORDS.to_owned(), plain: false });
        }
        serde_yaml::from_str(&invented::yaml(&tree)).ok()
    }

    /// Gives findings their places, and leaves out those that are due to placeholders for parts that could not be read.
    pub fn locate(&self, findings: Vec<Finding>) -> Vec<Diagnostic> {
        let Some(yaml) = self.mended.as_ref().or(self.yaml.as_ref()) else {
            return findings
                .into_iter()
                .map(|finding| Diagnostic::new(finding.problem).in_file(&self.file))
                .collect();
        };
        let mut finder = WordFinder::new(yaml.text.as_str());
        let findings = findings.into_iter().filter_map(|finding| self.of_the_author(finding));
        findings.map(|finding| self.diagnostic(finding, yaml, &mut finder)).collect()
    }

    /// A finding as far as it is about what the author wrote.
    fn of_the_author(&self, mut finding: Finding) -> Option<Finding> {
        if self.is_complete() {
            return Some(finding);
        }
        // What is said of a year is said of no place where that year is written.
        let depends_on_year =
            matches!(finding.problem, Problem::EarlierYear { .. } | Problem::TotalIncomplete { .. });
        if depends_on_year && self.invented.touches(&KeyPath::from("year")) {
            return None;
        }
        let touched = |spot: &Spot| self.invented.touches(&spot.path);
        let had_spots = !finding.spots.is_empty();
        // Words stand at each of their places for themselves; everything else follows from all places together.
        if finding.spots.iter().all(|spot| matches!(spot.part, Part::Words(_))) {
            finding.spots.retain(|spot| !touched(spot));
        } else if finding.spots.iter().any(touched) {
            return None;
        }
        (!had_spots || !finding.spots.is_empty()).then_some(finding)
    }

    fn diagnostic(&self, finding: Finding, yaml: &Yaml, finder: &mut WordFinder) -> Diagnostic {
        let code = finding.problem.code();
        let mut diagnostic = Diagnostic::new(finding.problem);
        if finding.whole_file {
            diagnostic = diagnostic.in_file(&self.file);
        }
        diagnostic.pointer = finding.spots.first().map(|spot| yaml.tree.written_out(&spot.path).pointer());
        for spot in finding.spots {
            let range = yaml.range(&spot.path, &spot.part, code, finder);
            let location = range.map_or(Location::WholeFile, Location::Text);
            diagnostic = diagnostic.at(&self.file, location, spot.role);
        }
        diagnostic
    }
}

/// The folder to which the paths of a report are relative.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
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
    fn all_errors_are_found_at_once_with_their_positions() {
        let text = include_str!("../../data/2023.yaml")
            .replace("mission: Sumani", "mision: Sumani")
            .replace("year: 2023", "year: \"2023\"")
            .replace("    - count: 8\n", "    - count: -8\n")
            .replace("amount: 7217", "amount: 7 2I7")
            .replace("email: info@lsik.lt", "email: info")
            .replace("  currency: EUR\n", "");
        assert_eq!(
            codes(&text),
            [
                pair("wrong-type", "\"2023\""),
                pair("unknown-key", "mision"),
                pair("invalid-count", "-8"),
                pair("invalid-amount", "7 2I7"),
                pair("missing-key", "finance"),
                pair("invalid-email", "info"),
            ]
        );
    }

    #[test]
    fn byte_order_marks_and_windows_line_ends_are_ignored() {
        let text = include_str!("../../data/2023.yaml");
        let plain = Source::new("a.yaml", ".", text).report().unwrap();
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(Source::new("a.yaml", ".", windows.as_str()).report().unwrap(), plain);
        assert_eq!(codes(&windows.replace("year: 2023\r\n", "year: 23\r\n")), [pair("invalid-year", "23")]);
    }

    /// A parser may not read in a small file what it refuses in the same file with comments after it.
    #[test]
    fn tabs_and_line_ends_of_unicode_are_spaces_however_long_the_file_is() {
        let report = include_str!("../../data/2023.yaml");
        let comments = "# pastaba\n".repeat(10_000);
        for (typed, words) in [
            ("year:\t23", "23"),
            ("year: \t23\t# metai", "23"),
            ("year:\u{2028}23", "23"),
            ("year: 23\u{2029}", "23"),
            ("\u{feff}year: 23\u{85}", "23"),
            ("ye\u{200b}ar: 23", "23"),
        ] {
            let text = report.replace("year: 2023", typed);
            assert_eq!(codes(&text), [pair("invalid-year", words)], "{typed:?}");
            assert_eq!(codes(&(text + &comments)), [pair("invalid-year", words)], "{typed:?}");
        }
        let folded = report.replace("mission: Sumani", "mission: \"Sumani\nvisuomenė\"\nx: Sumani");
        let expected = [pair("yaml-syntax", "visuomenė\""), pair("unknown-key", "x")];
        assert_eq!(codes(&folded), expected);
        assert_eq!(codes(&(folded + &comments)), expected);
    }

    #[test]
    fn slips_are_explained_at_their_place() {
        for (text, place) in [
            ("goals:\n\tmotto: x\n", "\t"),
            ("a: \"x\n", "\"x"),
            ("a: 1\nb: \"x\n  \\q\"\n", "\\q"),
            ("a: {b: 1\nc: 2\n", "{"),
            ("a: \"b\"# c\n", "# c"),
            ("a: !x y\n", "!"),
            ("a: &Co yra\n", "&"),
            ("a: *b\n", "*"),
            (": a\n", ":"),
            ("a: [b,\nc]\n", "c]"),
        ] {
            // What is missing in so short a report is found, too.
            assert_eq!(codes(text).first(), Some(&pair("yaml-syntax", place)), "{text:?}");
        }
        assert_eq!(codes("a: 1\n---\nb: 1\n").first(), Some(&pair("yaml-documents", "---")));
        assert_eq!(codes("a: \u{7}x\n").first(), Some(&pair("control-character", "\u{7}")));
    }

    /// Quotation marks that are tried around a value have its place, also where a character before it is dropped.
    #[test]
    fn places_are_right_after_a_repair_beside_a_dropped_character() {
        let text = "members:\n  groups:\n    -\u{feff}count: mbers:\n  total: 1\n";
        let found = codes(text);
        assert!(found.contains(&pair("bullet-list", "-\u{feff}count: mbers:")), "{found:?}");
        assert!(found.contains(&pair("wrong-type", "-\u{feff}count: mbers:")), "{found:?}");
    }
}
