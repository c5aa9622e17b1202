//! Lists: of the wrong length, written as text or as a single item, or where a mapping is expected.

use std::ops::Range;

use serde_json::Value as Schema;

use super::corrections::Correction;
use super::expected::{self, Expected, in_flow, short};
use super::guess::shown;
use super::singles::Single;
use super::strays;
use super::tree::{Node, Scalar, Value};
use super::values::ScalarType;
use super::walk::Walk;
use crate::diagnostic::Edit;
use crate::diagnostic::problem::{Kind, Problem};
use crate::report::KeyPath;

impl Walk<'_> {
    pub(super) fn wrong_length(
        &mut self,
        node: &Node,
        nodes: &[Node],
        length: u64,
        expected: &Expected<'static>,
        path: &KeyPath,
    ) -> Node {
        let typed = in_flow(&expected.sample(self.schema));
        let suggestion = self.in_place(&node.range, &typed, false);
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        let problem = Problem::ListLength { expected: length, found: nodes.len() };
        self.report(problem, &node.range, path, vec![suggestion]);
        self.placeholder(expected, path, &node.range)
    }

    pub(super) fn list(
        &mut self,
        node: &Node,
        nodes: &[Node],
        (items, name): (Option<&'static Schema>, &'static str),
        least: u64,
        path: &KeyPath,
    ) -> Node {
        let count = nodes.len() as u64;
        let expected = items.map(|items| Expected::named(self.schema, items, name));
        if count < least {
            let sample = expected.as_ref().map_or(Schema::Null, |expected| expected.sample(self.schema));
            let suggestion = self.in_place(&node.range, &in_flow(&vec![sample].into()), false);
            self.report(Problem::EmptyList, &node.range, path, vec![suggestion]);
        }
        let Some(expected) = expected else { return node.clone() };
        let nodes = self.with_hyphens(nodes, path);
        let from = self.found.len();
        let mut corrected: Vec<Node> = nodes
            .iter()
            .enumerate()
            .map(|(index, item)| self.value(item, &expected, &path.item(index), &item.range))
            .collect();
        // The same mistake in every item is one mistake.
        if self.found.len() - from == nodes.len() {
            self.as_one(from);
        }
        while (corrected.len() as u64) < least {
            corrected.push(self.placeholder(&expected, &path.item(corrected.len()), &node.range));
        }
        Node { range: node.range.clone(), value: Value::List(corrected) }
    }

    /// Handles a text where a list is expected: lines with bullets, or one item.
    pub(super) fn list_of_text(
        &mut self,
        node: &Node,
        scalar: &Scalar,
        expected: &Expected<'static>,
        path: &KeyPath,
        key: &Range<usize>,
    ) -> Node {
        if let Some(corrected) = self.bullets(node, path) {
            return self.value(&corrected, expected, path, key);
        }
        let item = expected.item_of(self.schema, &scalar.text).map(|(item, _)| item);
        let found = ScalarType::of(scalar).kind();
        let is_one_text = item.is_none() && expected.takes_texts(self.schema);
        let written = item
            .clone()
            .or_else(|| short(&scalar.text))
            .map(|text| if is_one_text { expected::in_braces(&text) } else { text });
        let problem = Problem::WrongType { expected: expected.kind(), found, written: written.clone() };
        // YAML joins the lines of a plain text.
        let lines = if scalar.plain { self.written(node) } else { &scalar.text };
        if let Some(list) = expected.list_of_lines(self.schema, lines) {
            let correction = Correction { typed: list, is_meant: true };
            let single = Single { node, scalar, expected, path };
            let problem = Problem::WrongType { expected: expected.kind(), found, written: None };
            return self.correct(single, &node.range, problem, vec![correction]);
        }
        let typed = match (&item, is_one_text) {
            (Some(item), _) => item.clone(),
            (None, true) => expected::in_braces(scalar.text.trim()),
            (None, false) => {
                let typed = in_flow(&expected.sample(self.schema));
                let suggestion = self.in_place(&node.range, &typed, false);
                self.report(problem, &node.range, path, vec![suggestion]);
                return self.placeholder(expected, path, &node.range);
            }
        };
        let column = self.column(key);
        let line = format!("\n{}- {typed}", " ".repeat(column + 2));
        // Within braces a list is written in brackets.
        let suggestion = if self.is_in_braces(key) {
            self.in_place(&node.range, &format!("[ {typed} ]"), is_one_text)
        } else {
            let edits = vec![Edit::new(key.end + 1..node.range.end, line)];
            self.suggestion(&edits, &format!("- {typed}"), is_one_text)
        };
        self.report(problem, &node.range, path, vec![suggestion]);
        if is_one_text {
            let item = Node { range: node.range.clone(), value: Value::Scalar(scalar.clone()) };
            let list = Node { range: node.range.clone(), value: Value::List(vec![item]) };
            return self.value(&list, expected, path, key);
        }
        self.placeholder(expected, path, &node.range)
    }

    /// Reads lines that begin with bullets, or with hyphens and no space after them, as a list.
    fn bullets(&mut self, node: &Node, path: &KeyPath) -> Option<Node> {
        const BULLETS: [&str; 8] = ["•", "·", "●", "▪", "–", "—", "*", "-"];
        let written = self.text().get(node.range.clone())?;
        let mut edits = Vec::new();
        let mut items: Vec<Node> = Vec::new();
        let mut start = node.range.start;
        for line in written.split_inclusive('\n') {
            let words = line.trim_start_matches(' ');
            let at = start + (line.len() - words.len());
            start += line.len();
            let words = words.trim_end();
            let bullet = BULLETS.iter().find(|bullet| words.starts_with(**bullet)).map(|bullet| bullet.len());
            if let Some(length) = bullet.or_else(|| strays::bullet(words)) {
                let text = words.get(length..)?.trim_start();
                let from = at + (words.len() - text.len());
                edits.push(Edit::new(at..from, "- "));
                let scalar = Scalar { text: text.to_owned(), plain: true };
                items.push(Node { range: from..at + words.len(), value: Value::Scalar(scalar) });
            } else if let Some(Node { range, value: Value::Scalar(scalar) }) = items.last_mut() {
                scalar.text.push(' ');
                scalar.text.push_str(words);
                range.end = at + words.len();
            } else {
                return None;
            }
        }
        // An `o` can be a bullet or the first word of a sentence.
        if items.len() < 2 && written.starts_with("o ") {
            return None;
        }
        // A list cannot begin on the line of its key.
        let before = self.text().get(..node.range.start)?;
        if !before.ends_with([' ', '\n']) || before.trim_end_matches(' ').ends_with(':') {
            return None;
        }
        let suggestion = self.suggestion(&edits, &shown(&format!("- {}", items.first()?.text()?)), true);
        self.report(Problem::BulletList, &node.range, path, vec![suggestion]);
        Some(Node { range: node.range.clone(), value: Value::List(items) })
    }

    /// Handles one item where a list is expected.
    pub(super) fn list_of_one(&mut self, node: &Node, expected: &Expected<'static>, path: &KeyPath) -> Node {
        let lines = self.text().get(node.range.clone()).unwrap_or_default();
        let is_in_braces = lines.starts_with('{');
        let mut edits =
            vec![Edit::new(node.range.start..node.range.start, if is_in_braces { "[ " } else { "- " })];
        if is_in_braces {
            edits.push(Edit::new(node.range.end..node.range.end, " ]"));
        } else {
            let ends = lines.trim_end().match_indices('\n').map(|(at, _)| node.range.start + at + 1);
            edits.extend(ends.map(|at| Edit::new(at..at, "  ")));
        }
        let first = lines.lines().next().unwrap_or_default().trim_end();
        let typed = if is_in_braces { format!("[ {first} ]") } else { format!("- {first}") };
        let suggestion = self.suggestion(&edits, &shown(&typed), true);
        let problem = Problem::WrongType { expected: expected.kind(), found: Kind::Mapping, written: None };
        self.report(problem, &node.range, path, vec![suggestion]);
        let list = Node { range: node.range.clone(), value: Value::List(vec![node.clone()]) };
        self.value(&list, expected, path, &node.range)
    }

    /// Handles a list where a mapping is expected that has a key for a list.
    pub(super) fn mapping_of_list(
        &mut self,
        node: &Node,
        properties: &'static serde_json::Map<String, Schema>,
        expected: &Expected<'static>,
        path: &KeyPath,
        place: &Range<usize>,
    ) -> Node {
        let from = self.found.len();
        let groups = properties.get("groups").filter(|_| !properties.contains_key("items"));
        if let Some(corrected) = groups.and_then(|groups| self.items_of_group(node, groups, path, place)) {
            let value = self.value(&corrected, expected, path, place);
            self.as_one(from);
            return value;
        }
        let keys = ["items", "groups", "works"];
        let holds = |key: &&str| {
            let Value::List(items) = &node.value else { return false };
            // A group has its own `items`; anything else in a list is an item.
            let grouped = |item: &Node| matches!(&item.value, Value::Mapping(entries) if entries.iter().any(|(key, _)| key.text() == Some("items")));
            properties.contains_key(*key)
                && (items.iter().all(grouped) == (*key == "groups") || !properties.contains_key("items"))
        };
        let Some(key) = keys.into_iter().find(holds) else { return self.wrong_type(node, expected, path) };
        let start = node.range.start;
        let is_in_brackets = self.text().get(start..).is_some_and(|text| text.starts_with('['));
        let edits = if is_in_brackets {
            vec![
                Edit::new(start..start, format!("{{ {key}: ")),
                Edit::new(node.range.end..node.range.end, " }"),
            ]
        } else {
            // A list in the column of its key has to be indented.
            let column = self.column(&node.range);
            let lift = (self.column(place) + 2).saturating_sub(column);
            let (blank, indentation) = (" ".repeat(lift), " ".repeat(column + lift));
            let mut edits = vec![Edit::new(start..start, format!("{blank}{key}:\n{indentation}"))];
            if lift > 0 {
                edits.extend(self.deeper(&(start..node.range.end), lift));
            }
            edits
        };
        let suggestion = self.suggested(&edits, node.range.end);
        let problem = Problem::WrongType { expected: Kind::Mapping, found: Kind::List, written: None };
        self.report(problem, &node.range, path, vec![suggestion]);
        let key =
            Node { range: start..start, value: Value::Scalar(Scalar { text: key.to_owned(), plain: true }) };
        let mapping = Node { range: node.range.clone(), value: Value::Mapping(vec![(key, node.clone())]) };
        let value = self.value(&mapping, expected, path, &node.range);
        self.as_one(from);
        value
    }
}
