//! The YAML file: its text, the report that it holds, and where in it each value stands.
//!
//! Two parsers read every file. saphyr-parser makes of it a tree of places, within bounds of time and memory;
//! only a text that has such a tree goes to `serde_yaml`, which reads it into the structs of the report. They read
//! the same text, in which what they would read differently is the same for both, and what one of them alone can
//! read is a mistake. Where `serde_yaml` refuses a text, the tree is compared with the
//! [schema](crate::report::schema) to find every mistake of form at once; where a rule finds something, the tree
//! says where.

#[cfg(test)]
mod agreement;
mod content;
mod faults;
mod file;
mod json;
mod provisional;
mod structure;
mod text;
mod tree;
mod values;
mod words;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::Diagnostic;
use crate::diagnostic::finding::{Finding, Part, Role};
use crate::diagnostic::problem::{Problem, Syntax};
use crate::diagnostic::{Location, SourceFile};
use crate::report::KeyPath;
use crate::report::Report;
use crate::report::values::Value;
use text::{Unreadable, YamlText};
use tree::Node;
use words::WordFinder;

pub use provisional::Provisional;

/// A report's file, read but not yet understood.
#[derive(Debug, Clone)]
pub struct Source {
    file: Arc<SourceFile>,
    folder: PathBuf,
    /// What is in the file, once somebody asked.
    yaml: OnceLock<Result<Yaml, Vec<Diagnostic>>>,
}

/// A text with its tree; the places in the tree are those in the text.
#[derive(Debug, Clone)]
struct Yaml {
    text: YamlText,
    tree: Node,
}

/// The name under which standard input is spoken of.
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
    /// If git has no such version, or it is no text.
    pub fn read_revision(path: &Path, revision: &str) -> Result<Self, Diagnostic> {
        let name = format!("{} (git:{revision})", path.display());
        let text = file::read_revision(path, &name, revision)?;
        Ok(Self::new(name, folder_of(path), text))
    }

    /// Takes a text that is in memory already, with the folder to which its paths are relative.
    pub fn new(name: impl Into<String>, folder: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self { file: Arc::new(SourceFile::new(name, text)), folder: folder.into(), yaml: OnceLock::new() }
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
        let yaml = self.yaml().map_err(<[_]>::to_vec)?;
        serde_yaml::from_str(yaml.text.as_str()).map_err(|error| {
            let mistakes = structure::mistakes(&self.file, yaml);
            if !mistakes.is_empty() {
                return mistakes;
            }
            let (problem, range) = faults::of_reader(yaml.text.as_str(), &error);
            vec![Diagnostic::new(problem).place(&self.file, yaml.first_line_in_file(range), Role::Here)]
        })
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

    /// The bytes of the file in which a value stands: its first line. None where there is no such value.
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

    /// Gives findings their places.
    pub fn locate(&self, findings: Vec<Finding>) -> Vec<Diagnostic> {
        let Ok(yaml) = self.yaml() else {
            return findings
                .into_iter()
                .map(|finding| Diagnostic::new(finding.problem).in_file(&self.file))
                .collect();
        };
        let mut finder = WordFinder::new(yaml.text.as_str());
        findings.into_iter().map(|finding| self.diagnostic(finding, yaml, &mut finder)).collect()
    }

    /// What is in the file.
    fn yaml(&self) -> Result<&Yaml, &[Diagnostic]> {
        self.yaml.get_or_init(|| self.parse()).as_ref().map_err(Vec::as_slice)
    }

    fn parse(&self) -> Result<Yaml, Vec<Diagnostic>> {
        let at = |problem, range| Diagnostic::new(problem).place(&self.file, range, Role::Here);
        let text = YamlText::new(&self.file.text).map_err(|unreadable| match unreadable {
            Unreadable::Forbidden(characters) => characters
                .into_iter()
                .map(|(c, start)| at(Problem::ControlCharacter(c), start..start + c.len_utf8()))
                .collect(),
            Unreadable::Tab(range) => vec![at(Problem::YamlSyntax(Syntax::Tab), range)],
        })?;
        match Node::parse(text.as_str()) {
            Ok(tree) => Ok(Yaml { text, tree }),
            Err(fault) => Err(vec![match faults::of_tree(text.as_str(), fault) {
                Some((problem, range)) => at(problem, text.in_file(first_line(text.as_str(), range))),
                None => Diagnostic::new(Problem::FileEmpty).in_file(&self.file),
            }]),
        }
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

impl Yaml {
    /// Where in the file a part of a value stands: words in it where they are found, else its first line.
    fn range(
        &self,
        path: &KeyPath,
        part: &Part,
        code: &'static str,
        finder: &mut WordFinder,
    ) -> Option<Range<usize>> {
        let (key, value) = self.tree.find(path)?;
        let whole = match (part, key) {
            (Part::Key, Some(key)) => &key.range,
            (_, Some(key)) if value.range.is_empty() => &key.range,
            _ => &value.range,
        };
        let words = match part {
            Part::Words(words) => finder.find(whole, words, code),
            Part::Key | Part::Value => None,
        };
        Some(self.first_line_in_file(words.unwrap_or_else(|| whole.clone())))
    }

    /// As much of a range of the text as is on its first line, in the file.
    fn first_line_in_file(&self, range: Range<usize>) -> Range<usize> {
        self.text.in_file(first_line(self.text.as_str(), range))
    }
}

/// The folder to which the paths of a report are relative.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// As much of a range as is on its first line, so that a long text does not fill the screen.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    let end = text.floor_char_boundary(range.end).max(start);
    let line = text.get(start..end).and_then(|text| text.split('\n').next()).unwrap_or_default();
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
    fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
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
        assert_eq!(codes(&folded), [pair("yaml-syntax", "visuomenė\"")]);
        assert_eq!(codes(&(folded + &comments)), [pair("yaml-syntax", "visuomenė\"")]);
    }

    #[test]
    fn slips_are_explained_at_their_place() {
        for (text, place) in [
            ("goals:\n\tmotto: x\n", "\t"),
            ("a: \"x\n", "\"x"),
            ("a: 1\nb: \"x\n  \\q\"\n", "\\q"),
            ("a: {b: 1\nc: 2\n", "{"),
            ("a: \"b\"# c\n", "# c"),
            ("a: !x y\n", "!x"),
            ("a: &Co yra\n", "&Co"),
            ("a: *b\n", "*b"),
            (": a\n", ": a"),
            ("a: [b,\nc]\n", "c]"),
        ] {
            assert_eq!(codes(text), [pair("yaml-syntax", place)], "{text:?}");
        }
        assert_eq!(codes("a: 1\n---\nb: 1\n"), [pair("yaml-documents", "---")]);
        assert_eq!(codes("a: \u{7}x\n"), [pair("control-character", "\u{7}")]);
    }
}
