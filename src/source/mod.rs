//! The YAML file: its text, its report, and the position of each value.
//!
//! Two parsers read every file. saphyr-parser builds a tree with the position of each value, within limits of time and
//! memory; only a text that has such a tree is passed to `serde_yaml`, which reads it into the structs of the report.
//! Both read the same text, in which everything that they would read differently has been replaced; what only one of
//! them accepts is a mistake. If `serde_yaml` rejects a text, the tree is checked against the
//! [schema](crate::report::schema) to find every mistake of form at once. The tree also gives the positions of the
//! findings of rules.
//!
//! No mistake hides another: what cannot be read is corrected, first in the text (`repair`) and then in the tree
//! (`structure`), so that the rules check every part that is well formed. Most of these corrections are also the ones
//! suggested to the author.

#[cfg(test)]
mod agreement;
mod braces;
mod content;
mod corrections;
mod duplicates;
mod entries;
mod expected;
mod faults;
mod figures;
mod file;
mod guess;
mod guesses;
mod item_keys;
mod json;
mod keys;
mod line;
mod lines;
mod lists;
mod lost;
mod misplaced;
mod own_keys;
mod own_names;
mod placeholders;
mod provisional;
mod quoting;
mod repair;
mod rewriting;
mod singles;
mod strays;
mod structure;
mod tabs;
mod text;
mod tree;
mod unlike;
mod unreadable;
mod values;
mod verification;
mod walk;
mod words;
mod yaml;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::finding::{Finding, Part, Role, Spot};
use crate::diagnostic::problem::{Problem, Syntax};
use crate::diagnostic::{Edit, Location, SourceFile, Suggestion, any_error};
use crate::report::values::Value;
use crate::report::{KeyPath, Report};
use placeholders::Placeholders;
use repair::{Mistake, Repaired};
use tree::Scalar;
use words::WordFinder;
use yaml::Yaml;

pub use provisional::Provisional;

/// The file of a report, read but not yet parsed.
#[derive(Debug, Clone)]
pub struct Source {
    file: Arc<SourceFile>,
    folder: PathBuf,
    /// The result of parsing the file, once requested.
    reading: OnceLock<Reading>,
}

/// The parts of a report that could be read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The report, with valid placeholders for parts that are missing or could not be read. `None` if hardly anything
    /// could be read.
    pub report: Option<Report>,
    /// Every mistake in the form of the file and of its values.
    pub mistakes: Vec<Diagnostic>,
    file: Arc<SourceFile>,
    /// The text with its tree, as written by the author except for what had to be repaired.
    yaml: Option<Yaml>,
    /// Whether no repair was needed.
    is_yaml: bool,
    /// The same text with the corrected tree, if any correction was needed.
    corrected: Option<Yaml>,
    placeholders: Placeholders,
}

/// The name of standard input in messages.
const STANDARD_INPUT: &str = "<stdin>";
/// The number of words by which a paragraph is found that is not found as a whole.
const FIRST_WORDS: usize = 5;

/// A paragraph or cell of a text.
#[derive(Debug, Clone, Copy)]
pub struct Paragraph<'a> {
    /// All paragraphs and cells of the text, without their marks.
    pub all: &'a [String],
    /// Its index.
    pub index: usize,
}

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

    /// Takes a text in memory, and the folder to which its paths are relative.
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

    /// Parses the text as a report.
    ///
    /// # Errors
    /// Every mistake in the form of the YAML and of its values, with their positions; at least one.
    pub fn report(&self) -> Result<Report, Vec<Diagnostic>> {
        let Reading { report, mistakes, .. } = self.reading();
        match report {
            Some(report) if !any_error(mistakes) => Ok(report.clone()),
            _ => Err(mistakes.clone()),
        }
    }

    /// Parses the text as values, whether or not they form a valid report.
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

    /// The range of bytes of a value in the file: its first line. `None` if there is no such value.
    pub fn place(&self, path: &KeyPath) -> Option<Range<usize>> {
        let yaml = self.yaml().ok()?;
        yaml.range(path, &Part::Value, "", &mut WordFinder::new(yaml.text.as_str()))
    }

    /// The range of bytes of some words of a value in the file, regardless of the marks between them; those in a
    /// paragraph or cell are preferred. `None` if they are not found.
    pub fn place_of_words(
        &self,
        path: &KeyPath,
        words: &str,
        part: Option<Paragraph>,
    ) -> Option<Range<usize>> {
        let yaml = self.yaml().ok()?;
        let (_, value) = yaml.tree.find(path)?;
        let mut finder = WordFinder::new(yaml.text.as_str());
        let part = part.and_then(|part| range_of_part(yaml, &value.range, part));
        let near = part.and_then(|part| finder.find(&part, words, ""));
        let found = near.or_else(|| finder.find(&value.range, words, ""))?;
        Some(yaml.first_line_in_file(found))
    }

    /// The range of bytes in the file of the first line of a paragraph or cell; `None` if it is not found.
    pub fn place_of_part(&self, path: &KeyPath, part: Paragraph) -> Option<Range<usize>> {
        let yaml = self.yaml().ok()?;
        let (_, value) = yaml.tree.find(path)?;
        Some(yaml.first_line_in_file(range_of_part(yaml, &value.range, part)?))
    }

    /// Reads as much of the report as possible.
    pub fn reading(&self) -> &Reading {
        self.reading.get_or_init(|| self.read_report())
    }

    /// Resolves the locations of findings.
    pub fn locate(&self, findings: Vec<Finding>) -> Vec<Diagnostic> {
        self.reading().locate(findings)
    }

    /// The text with its tree, if the file is valid YAML.
    fn yaml(&self) -> Result<&Yaml, &[Diagnostic]> {
        let Reading { yaml, is_yaml, mistakes, .. } = self.reading();
        yaml.as_ref().filter(|_| *is_yaml).ok_or(mistakes)
    }

    fn read_report(&self) -> Reading {
        let mut reading = self.read_unverified();
        verification::keep_right(&self.file, &mut reading.mistakes);
        reading
    }

    /// Reads the report; the suggestions have not been tried.
    fn read_unverified(&self) -> Reading {
        let Repaired { yaml, mistakes, lost } = repair::read(&self.file.text);
        let is_empty = matches!(mistakes.as_slice(), [Mistake { problem: Problem::FileEmpty, .. }]);
        let is_too_much = |mistake: &Mistake| {
            matches!(mistake.problem, Problem::YamlDepth { .. } | Problem::YamlSize { .. })
        };
        let mistakes: Vec<Diagnostic> =
            if is_empty || (unlike::is_unlike(&self.file.text) && !mistakes.iter().any(is_too_much)) {
                let problem = if is_empty { Problem::FileEmpty } else { Problem::NotReport };
                let suggestion = unlike::whole_report(&self.file.text);
                let mistake = Diagnostic::new(problem).in_file(&self.file).suggest(suggestion);
                return Reading::failed(&self.file, vec![mistake]);
            } else {
                mistakes.into_iter().map(|mistake| self.diagnostic(mistake)).collect()
            };
        let mut reading = Reading { is_yaml: !any_error(&mistakes), ..Reading::failed(&self.file, mistakes) };
        let Some(yaml) = yaml else { return reading };
        if lost.is_empty()
            && let Ok(report) = serde_yaml::from_str(yaml.text.as_str())
        {
            return Reading { report: Some(report), yaml: Some(yaml), ..reading };
        }
        let corrected = structure::correct(&self.file, &yaml, &lost);
        reading.mistakes.retain(|repair| !is_replaced(repair, &corrected.mistakes));
        reading.mistakes.extend(corrected.mistakes);
        reading.report = serde_yaml::from_str(&placeholders::yaml(&corrected.tree)).ok();
        if !any_error(&reading.mistakes) {
            let place = yaml.first_line_in_file(0..yaml.text.as_str().len());
            let problem = Problem::YamlSyntax(Syntax::Other);
            reading.mistakes.push(Diagnostic::new(problem).place(&self.file, place, Role::Here));
        }
        reading.corrected = Some(Yaml { text: yaml.text.clone(), tree: corrected.tree });
        Reading { yaml: Some(yaml), placeholders: corrected.placeholders, ..reading }
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

/// The range of a paragraph or cell in the text of a file.
fn range_of_part(yaml: &Yaml, whole: &Range<usize>, part: Paragraph) -> Option<Range<usize>> {
    // Each is searched for after the one before it, since cells of a table may be equal.
    let mut finder = WordFinder::new(yaml.text.as_str());
    let mut found = None;
    for words in part.all.get(..=part.index)? {
        let first = || words.split_whitespace().take(FIRST_WORDS).collect::<Vec<_>>().join(" ");
        found = finder.find(whole, words, "").or_else(|| finder.find(whole, &first(), ""));
    }
    found
}

impl Reading {
    /// Nothing but mistakes.
    fn failed(file: &Arc<SourceFile>, mistakes: Vec<Diagnostic>) -> Self {
        Self {
            report: None,
            is_yaml: false,
            mistakes,
            file: Arc::clone(file),
            yaml: None,
            corrected: None,
            placeholders: Placeholders::default(),
        }
    }

    /// Whether the report has no placeholders.
    pub fn is_complete(&self) -> bool {
        self.placeholders.is_empty()
    }

    /// The report with a few words in place of the text or address at each of the paths. `None` if that is not a valid
    /// report.
    pub fn without_texts(&self, paths: &[KeyPath]) -> Option<Report> {
        /// Valid both as a text and as an address.
        const FEW_WORDS: &str = "www.example.org";
        let mut tree = self.corrected.as_ref().or(self.yaml.as_ref())?.tree.clone();
        for path in paths {
            tree.find_mut(path)?.value =
                tree::Value::Scalar(Scalar { text: FEW_WORDS.to_owned(), plain: false });
        }
        serde_yaml::from_str(&placeholders::yaml(&tree)).ok()
    }

    /// Resolves the locations of findings, and leaves out those that are caused by placeholders.
    pub fn locate(&self, findings: Vec<Finding>) -> Vec<Diagnostic> {
        let Some(yaml) = self.corrected.as_ref().or(self.yaml.as_ref()) else {
            return findings
                .into_iter()
                .map(|finding| Diagnostic::new(finding.problem).in_file(&self.file))
                .collect();
        };
        let mut finder = WordFinder::new(yaml.text.as_str());
        let findings = findings.into_iter().filter_map(|finding| self.of_the_author(finding));
        findings.map(|finding| self.diagnostic(finding, yaml, &mut finder)).collect()
    }

    /// The finding without what placeholders cause in it; `None` if nothing is left.
    fn of_the_author(&self, mut finding: Finding) -> Option<Finding> {
        if self.is_complete() {
            return Some(finding);
        }
        // These findings depend on the year of the report, which is not one of their spots.
        let depends_on_year =
            matches!(finding.problem, Problem::EarlierYear { .. } | Problem::TotalIncomplete { .. });
        if depends_on_year && self.placeholders.affect(&KeyPath::from("year")) {
            return None;
        }
        let touched = |spot: &Spot| self.placeholders.affect(&spot.path);
        let had_spots = !finding.spots.is_empty();
        // Words are reported separately at each spot; any other finding follows from all of its spots together.
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

/// Whether a correction replaces all that a repair changes, so that one of the two suggestions is enough: a website
/// that begins with a bracket needs no quotation marks around it, but its address alone.
fn is_replaced(repair: &Diagnostic, corrections: &[Diagnostic]) -> bool {
    let [Suggestion { edits, .. }] = &*repair.suggestions else { return false };
    !edits.is_empty()
        && corrections.iter().any(|correction| {
            let replaces = |suggestion: &Suggestion| match suggestion.edits.as_slice() {
                [Edit { range, .. }] => {
                    edits.iter().all(|edit| range.start <= edit.range.start && edit.range.end <= range.end)
                }
                _ => false,
            };
            !correction.suggestions.is_empty() && correction.suggestions.iter().all(replaces)
        })
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

    /// A parser must read a small file exactly as it reads the same file with comments appended.
    #[test]
    fn tabs_and_unicode_line_ends_are_spaces_whatever_the_length_of_the_file() {
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
    fn slips_are_reported_at_their_positions() {
        for (text, place) in [
            ("goals:\n\tmotto: x\n", "\t"),
            ("a: \"x\n", "\"x"),
            ("a: 1\nb: \"x\n  \\q\"\n", "\\q"),
            ("a: {b: 1\nc: 2\n", "{"),
            ("a: \"b\"# c\n", "# c"),
            ("a: !x y\n", "!"),
            ("a: &Co yra\n", "&"),
            ("a: *b\n", "*"),
            (": a\n", ": a"),
            ("a: [b,\nc]\n", "c]"),
        ] {
            // The keys that such a short report lacks are also reported.
            let text = format!("year: 2023\n{}", text.replace("a: ", "mission: ").replace("b: ", "vision: "));
            assert_eq!(codes(&text).first(), Some(&pair("yaml-syntax", place)), "{text:?}");
        }
        assert_eq!(codes("year: 2023\n---\nb: 1\n").first(), Some(&pair("yaml-documents", "---")));
        assert_eq!(codes("year: 2023\nmission: \u{7}x\n").first(), Some(&pair("control-character", "\u{7}")));
    }

    /// Quotation marks tried around a value have its position, even after a dropped character.
    #[test]
    fn positions_are_right_after_a_repair_beside_a_dropped_character() {
        let text = "members:\n  groups:\n    -\u{feff}count: mbers:\n  total: 1\n";
        let found = codes(text);
        assert!(found.contains(&pair("wrong-type", "-\u{feff}count: mbers:")), "{found:?}");
    }
}
