//! The state of the check of a tree against the schema, and what each part of that check needs: reporting, suggesting, and
//! looking at the text.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use serde_json::Value as Schema;

use super::expected::Expected;
use super::placeholders::{self, Placeholders};
use super::tree::Node;
use super::yaml::Yaml;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::finding::Role;
use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Edit, SourceFile, Suggestion};
use crate::report::KeyPath;

pub(super) struct Walk<'a> {
    pub(super) file: &'a Arc<SourceFile>,
    pub(super) yaml: &'a Yaml,
    pub(super) lost: &'a BTreeSet<String>,
    pub(super) schema: &'static Schema,
    pub(super) found: Vec<Diagnostic>,
    pub(super) placeholders: Placeholders,
}

impl Walk<'_> {
    /// A valid placeholder; its path is recorded.
    pub(super) fn placeholder(
        &mut self,
        expected: &Expected<'static>,
        path: &KeyPath,
        range: &Range<usize>,
    ) -> Node {
        self.placeholders.insert(path);
        placeholders::node(&expected.sample(self.schema), range)
    }

    /// The text of a value at the top of the report.
    pub(super) fn top_level(&self, key: &'static str) -> Option<&str> {
        self.yaml.tree.find(&KeyPath::from(key)).and_then(|(_, value)| value.text())
    }

    /// Suggests text to replace a range.
    pub(super) fn in_place(&self, range: &Range<usize>, typed: &str, is_meant: bool) -> Suggestion {
        let written = self.text().get(range.clone()).unwrap_or_default();
        let range = range.start..range.start + written.trim_end().len();
        self.suggestion(&[Edit::new(range, typed)], typed, is_meant)
    }

    pub(super) fn suggestion(&self, edits: &[Edit], typed: &str, is_meant: bool) -> Suggestion {
        Suggestion { text: typed.to_owned(), is_meant, edits: self.yaml.text.edits_in_file(edits) }
    }

    /// The column where a range begins, counted from zero.
    pub(super) fn column(&self, range: &Range<usize>) -> usize {
        let before = self.text().get(..range.start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.chars().count()
    }

    /// Whether a key is inside braces or brackets on its line.
    pub(super) fn is_in_braces(&self, key: &Range<usize>) -> bool {
        let before = self.text().get(..key.start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.contains(['{', '['])
    }

    /// A value as written in the text.
    pub(super) fn written(&self, node: &Node) -> &str {
        self.text().get(node.range.clone()).unwrap_or_default()
    }

    pub(super) fn report(
        &mut self,
        problem: Problem,
        range: &Range<usize>,
        path: &KeyPath,
        suggestions: Vec<Suggestion>,
    ) {
        let mut diagnostic = self.diagnostic(problem, range, path);
        diagnostic.suggestions = suggestions.into();
        self.found.push(diagnostic);
    }

    /// Reports a repetition, with the place of the first occurrence.
    pub(super) fn report_again(
        &mut self,
        problem: Problem,
        range: &Range<usize>,
        first: &Range<usize>,
        path: &KeyPath,
        suggestion: Option<Suggestion>,
    ) {
        let first = self.yaml.first_line_in_file(first.clone());
        let mut diagnostic = self.diagnostic(problem, range, path).place(self.file, first, Role::First);
        diagnostic.suggestions = suggestion.into_iter().collect();
        self.found.push(diagnostic);
    }

    fn diagnostic(&self, problem: Problem, range: &Range<usize>, path: &KeyPath) -> Diagnostic {
        let range = self.yaml.first_line_in_file(range.clone());
        let mut diagnostic = Diagnostic::new(problem).place(self.file, range, Role::Here);
        diagnostic.pointer = Some(path.pointer());
        diagnostic
    }

    pub(super) fn text(&self) -> &str {
        self.yaml.text.as_str()
    }
}
