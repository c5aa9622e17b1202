//! Keys that are written twice in one mapping.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use serde_json::Value as Schema;

use super::corrections;
use super::expected::{Expected, Shape};
use super::tree::{Node, Value};
use super::values::ScalarType;
use super::walk::Walk;
use crate::diagnostic::problem::{Kind, Problem};
use crate::diagnostic::{Edit, Suggestion};
use crate::report::KeyPath;

/// The keys of a mapping with their values, in the order of the file.
pub(super) type Entries = Vec<(Node, Node)>;

impl Walk<'_> {
    /// The entries with each key once, and the repetitions that were left out.
    ///
    /// Repetitions are reported. A value is joined with that of the first occurrence if the result has all of both:
    /// two lists, or two mappings without a common key.
    pub(super) fn joined(
        &mut self,
        entries: &[(Node, Node)],
        properties: &'static serde_json::Map<String, Schema>,
        path: &KeyPath,
    ) -> (Entries, Entries) {
        let (mut kept, mut left_out) = (Entries::with_capacity(entries.len()), Entries::new());
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (key, value) in entries {
            let name = key.text();
            let index = name.and_then(|name| places.get(name).copied());
            let Some((name, (first_key, first))) = name.zip(index.and_then(|index| kept.get(index).cloned()))
            else {
                if let Some(name) = name {
                    places.insert(name, kept.len());
                }
                kept.push((key.clone(), value.clone()));
                continue;
            };
            let together = join(&first, value);
            let kinds = [kind_of(&first), kind_of(value)];
            let suggestions: Vec<Suggestion> = match kinds {
                _ if together.is_some() => {
                    self.joining(name, (&first_key, &first), (key, value)).into_iter().collect()
                }
                [Kind::Null, _] => self.without_empty(&first_key, (key, value)).into_iter().collect(),
                [_, Kind::Null] => self.without_empty(key, (&first_key, &first)).into_iter().collect(),
                _ => self.either((&first_key, &first), (key, value), properties.get(name)),
            };
            let can_be_joined = together.is_some()
                || matches!(&*suggestions, [Suggestion { edits, is_meant: true, .. }] if edits.len() > 1);
            let problem = Problem::DuplicateKey { key: name.to_owned(), kinds, can_be_joined };
            self.report_again(problem, &key.range, &first_key.range, &path.key(name), suggestions);
            match (together, index.and_then(|index| kept.get_mut(index))) {
                (Some(together), Some((_, first))) => *first = together,
                _ => left_out.push((key.clone(), value.clone())),
            }
        }
        (kept, left_out)
    }

    /// How to move the second value into the first. `None` if it takes more than moving lines.
    fn joining(&self, name: &str, first: (&Node, &Node), second: (&Node, &Node)) -> Option<Suggestion> {
        let (of_first, of_second) = (self.written(first.1).trim_end(), self.written(second.1).trim_end());
        let first_end = first.1.range.start + of_first.len();
        let second_end = second.1.range.start + of_second.len();
        let removal = Edit::new(self.lines_of_entry(&second.0.range, second_end)?, "");
        let in_brackets = |written: &str| written.starts_with(['[', '{']);
        let (insertion, typed) = match (in_brackets(of_first), in_brackets(of_second)) {
            (true, true) => {
                let inner = of_second.get(1..of_second.len().checked_sub(1)?)?.trim();
                let before = of_first.get(..of_first.len().checked_sub(1)?)?.trim_end();
                let comma = if before.len() > 1 { ", " } else { " " };
                let at = first.1.range.start + before.len();
                let closing = of_first.chars().next_back()?;
                let typed = format!("{name}: {before}{comma}{inner} {closing}");
                (Edit::new(at..at, format!("{comma}{inner}")), typed)
            }
            (false, false) => {
                let (column, column_of_second) = (self.column(&first.1.range), self.column(&second.1.range));
                // A value on the line of its key has no lines to move.
                let has_own_lines = |(key, value): (&Node, &Node)| {
                    self.text().get(key.range.end..value.range.start)?.find('\n')
                };
                has_own_lines(first)?;
                has_own_lines(second)?;
                let indentation = " ".repeat(column);
                let body = indented(of_second, column_of_second, column);
                let (begins, continues) = (of_first.lines().next()?, of_second.lines().next()?);
                let gap =
                    if of_first.lines().count() > 1 { format!("{indentation}…\n") } else { String::new() };
                let typed = format!("{name}:\n{indentation}{begins}\n{gap}{indentation}{continues}");
                (Edit::new(first_end..first_end, format!("\n{indentation}{body}")), typed)
            }
            _ => return None,
        };
        Some(self.suggestion(&[insertion, removal], &typed, true))
    }

    /// How to keep both of two texts, or else either of two values.
    fn either(
        &self,
        first: (&Node, &Node),
        second: (&Node, &Node),
        schema: Option<&'static Schema>,
    ) -> Vec<Suggestion> {
        let end = |(_, value): (&Node, &Node)| value.range.start + self.written(value).trim_end().len();
        let without = |one: (&Node, &Node)| self.without_entry(&one.0.range, end(one));
        let (Some(no_first), Some(no_second)) = (without(first), without(second)) else { return Vec::new() };
        let texts = [first.1.text(), second.1.text()];
        if let [Some(one), Some(other)] = texts
            && one.trim() == other.trim()
        {
            return vec![self.suggestion(&[no_second], self.line_of(first), true)];
        }
        let is_prose = schema.is_some_and(|schema| {
            let expected = Expected::of(self.schema, schema);
            let single = match &expected.shape {
                Shape::Either { short, .. } => &short.shape,
                shape => shape,
            };
            matches!(single, Shape::Single { name: "Prose" | "Blocks", .. })
        });
        if let ([Some(one), Some(other)], true) = (texts, is_prose) {
            let words =
                [one, other].map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).join(" ");
            let start = self.with_indicator(first.1.range.start);
            let change = Edit::new(start..end(first), corrections::typed(&words));
            let mut edits = vec![change, no_second];
            edits.sort_by_key(|edit| edit.range.start);
            return vec![self.suggested(&edits, 0)];
        }
        [(first, no_second), (second, no_first)]
            .map(|(kept, removal)| self.suggestion(&[removal], self.line_of(kept), false))
            .into()
    }

    /// The first line of a key with its value.
    fn line_of(&self, (key, value): (&Node, &Node)) -> &str {
        let words = self.text().get(key.range.start..value.range.end).unwrap_or_default();
        words.lines().next().unwrap_or_default().trim_end()
    }

    /// How to delete a key without a value, of two; shows the other.
    fn without_empty(&self, empty: &Node, (key, value): (&Node, &Node)) -> Option<Suggestion> {
        let end = empty.range.end + usize::from(self.text().get(empty.range.end..)?.starts_with(':'));
        let removal = Edit::new(self.lines_of_entry(&empty.range, end)?, "");
        let kept = self.text().get(key.range.start..value.range.end)?.trim_end();
        Some(self.suggestion(&[removal], kept.lines().next()?, true))
    }

    /// The lines of a key and its value up to an end; `None` if the key is not the first word of its line.
    pub(super) fn lines_of_entry(&self, key: &Range<usize>, end: usize) -> Option<Range<usize>> {
        let start = key.start - self.text().get(..key.start)?.rsplit('\n').next()?.len();
        let is_first = self.text().get(start..key.start)?.bytes().all(|byte| byte == b' ');
        let line_end = self.text().get(end..)?.starts_with('\n');
        is_first.then(|| start..if line_end { end + 1 } else { end })
    }
}

/// Lines with the indentation of all but the first changed from one column to another.
pub(super) fn indented(lines: &str, from: usize, to: usize) -> String {
    let mut moved = String::with_capacity(lines.len());
    for (index, line) in lines.split('\n').enumerate() {
        if index > 0 {
            moved.push('\n');
        }
        let blank = line.len() - line.trim_start_matches(' ').len();
        match (index, to.checked_sub(from)) {
            (0, _) => moved.push_str(line),
            _ if blank == line.len() => {}
            (_, Some(more)) => {
                moved.push_str(&" ".repeat(more));
                moved.push_str(line);
            }
            (_, None) => moved.push_str(line.get(blank.min(from - to)..).unwrap_or_default()),
        }
    }
    moved
}

/// Two values of the same kind as one with all of both.
fn join(first: &Node, second: &Node) -> Option<Node> {
    let value = match (&first.value, &second.value) {
        (Value::List(first), Value::List(second)) => Value::List([first.as_slice(), second].concat()),
        (Value::Mapping(first), Value::Mapping(second)) => {
            let keys: HashSet<Option<&str>> = first.iter().map(|(key, _)| key.text()).collect();
            if second.iter().any(|(key, _)| keys.contains(&key.text())) {
                return None;
            }
            Value::Mapping([first.as_slice(), second].concat())
        }
        _ => return None,
    };
    Some(Node { range: first.range.clone(), value })
}

fn kind_of(node: &Node) -> Kind {
    match &node.value {
        Value::Scalar(scalar) => ScalarType::of(scalar).kind(),
        Value::List(_) => Kind::List,
        Value::Mapping(_) => Kind::Mapping,
    }
}
