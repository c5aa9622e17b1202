//! The state of the check of a tree against the schema, and what each part of that check needs: reporting, suggesting, and
//! looking at the text.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use serde_json::Value as Schema;

use super::expected::Expected;
use super::guess::shown;
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
    /// The sections that are in others by mistake, and so are not missing.
    pub(super) moved: BTreeSet<String>,
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
        let range = self.with_indicator(range.start)..range.start + written.trim_end().len();
        self.suggestion(&[Edit::new(range, typed)], typed, is_meant)
    }

    pub(super) fn suggestion(&self, edits: &[Edit], typed: &str, is_meant: bool) -> Suggestion {
        Suggestion { text: typed.to_owned(), is_meant, edits: self.yaml.text.edits_in_file(edits) }
    }

    /// The start of a value, with the `|` or `>` before a text block.
    pub(super) fn with_indicator(&self, start: usize) -> usize {
        let before = self.text().get(..start).unwrap_or_default();
        let sign = before.trim_end_matches(['\n', ' ']).trim_end_matches(['-', '+']);
        let is_block = before.ends_with('\n') || before.trim_end_matches(' ').ends_with('\n');
        match sign.strip_suffix(['|', '>']) {
            Some(rest) if is_block && rest.ends_with([' ', ':']) => rest.len(),
            _ => start,
        }
    }

    /// Suggests changes that are certain; shows the changed lines, up to the line of a position.
    pub(super) fn suggested(&self, edits: &[Edit], end: usize) -> Suggestion {
        let edits = self.yaml.text.edits_in_file(edits);
        let end = self.yaml.text.in_file(end..end).start;
        let text = self.changed(&edits, end);
        Suggestion { text, is_meant: true, edits }
    }

    /// The first lines that edits of the file change, after the change.
    fn changed(&self, edits: &[Edit], end: usize) -> String {
        /// The maximum number of lines that are shown.
        const MAX_LINES: usize = 6;
        let file = self.file.text.as_str();
        let (Some(first), Some(last)) = (edits.first(), edits.iter().map(|edit| edit.range.end).max()) else {
            return String::new();
        };
        let end = file.get(..end.max(last)).map_or(0, |before| before.trim_end().len());
        let start =
            file.get(..first.range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let end = end.max(last);
        let is_whole_line = file.get(..end).is_some_and(|before| before.ends_with('\n')) && end == last;
        let rest = file.get(end..).filter(|_| !is_whole_line);
        let end = rest.map_or(end, |rest| rest.find('\n').map_or(file.len(), |at| end + at));
        let edits = edits
            .iter()
            .map(|edit| Edit::new(edit.range.start - start..edit.range.end - start, edit.text.clone()))
            .collect();
        let changed = Suggestion { text: String::new(), is_meant: true, edits };
        let changed = changed.apply(file.get(start..end).unwrap_or_default());
        let lines: Vec<String> =
            changed.lines().map(shown).filter(|line| !line.is_empty()).take(MAX_LINES).collect();
        match lines.as_slice() {
            [only] => only.trim_start().to_owned(),
            _ => lines.join("\n"),
        }
    }

    /// Joins the findings since an index into the first of them, as far as they are steps of one correction.
    pub(super) fn as_one(&mut self, from: usize) {
        self.join(from, from + 1);
    }

    /// Joins the findings since an index into an earlier one, as far as they are steps of one correction: each is certain,
    /// and all can be typed together.
    pub(super) fn join(&mut self, first: usize, from: usize) {
        let steps = self.found.iter().skip(from).take_while(|finding| is_step(finding)).count();
        let begins = |finding: &&Diagnostic| is_step(finding) || is_about_key(finding);
        let whole = self.found.get(first).filter(begins).filter(|_| steps > 0).into_iter();
        let mut edits: Vec<Edit> = whole
            .chain(self.found.iter().skip(from).take(steps))
            .flat_map(|step| step.suggestions.iter().flat_map(|one| one.edits.clone()))
            .collect();
        edits.sort_by_key(|edit| edit.range.start);
        let are_apart =
            edits.iter().zip(edits.iter().skip(1)).all(|(edit, next)| edit.range.end <= next.range.start);
        if edits.is_empty() || !are_apart {
            return;
        }
        let text = self.changed(&edits, 0);
        if let Some(first) = self.found.get_mut(first) {
            first.suggestions = [Suggestion { text, is_meant: true, edits }].into();
            self.found.drain(from..from + steps);
        }
    }

    /// The findings since an index whose place begins at a position of the text.
    pub(super) fn found_at(&self, from: usize, until: usize, at: usize) -> Option<usize> {
        let at = self.yaml.text.in_file(at..at).start;
        let begins = |finding: &Diagnostic| {
            finding.places.first().and_then(|place| place.text_range()).is_some_and(|range| range.start == at)
        };
        (from..until).find(|index| self.found.get(*index).is_some_and(begins))
    }

    /// The column where a range begins, counted from zero.
    pub(super) fn column(&self, range: &Range<usize>) -> usize {
        let before = self.text().get(..range.start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.chars().count()
    }

    /// The edits that indent all lines of a range but the first.
    pub(super) fn deeper(&self, range: &Range<usize>, columns: usize) -> Vec<Edit> {
        let lines = self.text().get(range.clone()).unwrap_or_default().split_inclusive('\n');
        let mut at = range.start;
        let mut edits = Vec::new();
        for line in lines {
            if at > range.start && !line.trim().is_empty() {
                edits.push(Edit::new(at..at, " ".repeat(columns)));
            }
            at += line.len();
        }
        edits
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
        suggestions: Vec<Suggestion>,
    ) {
        let first = self.yaml.first_line_in_file(first.clone());
        let mut diagnostic = self.diagnostic(problem, range, path).place(self.file, first, Role::First);
        diagnostic.suggestions = suggestions.into();
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

/// Whether a finding is about the form of a value alone, with a single certain correction.
fn is_step(finding: &Diagnostic) -> bool {
    let is_form = matches!(
        *finding.problem,
        Problem::WrongType { .. }
            | Problem::NameAsKey { .. }
            | Problem::GroupAsKey { .. }
            | Problem::TextWithColon { .. }
            | Problem::BulletList
    );
    is_form && is_certain(finding)
}

/// Whether a finding is about a single key that certainly means another.
fn is_about_key(finding: &Diagnostic) -> bool {
    matches!(*finding.problem, Problem::LithuanianKey { .. } | Problem::UnknownKey { .. })
        && is_certain(finding)
}

fn is_certain(finding: &Diagnostic) -> bool {
    matches!(&*finding.suggestions, [Suggestion { is_meant: true, edits, .. }] if !edits.is_empty())
}
