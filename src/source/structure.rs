//! Checks the tree of the file against the schema, reports every mistake of form at once, and corrects the tree.
//!
//! The corrected tree can be read as a report. Where the author's intention is clear, the tree has the intended value;
//! where it is not, or something is missing, the tree has a valid placeholder. The paths of placeholders are recorded:
//! findings about them are not shown to the author.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::sync::Arc;

use serde_json::Value as Schema;

use super::corrections::{self, Correction};
use super::expected::{self, Expected, Shape, in_flow, nearest, short};
use super::guess::shown;
use super::keys;
use super::own_keys::Around;
use super::placeholders::{self, Placeholders};
use super::quoting::{quote, quoted};
use super::strays;
use super::tree::{Node, Scalar, Value};
use super::values::{self, ScalarType};
use super::yaml::Yaml;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::finding::Role;
use crate::diagnostic::problem::{Kind, Problem};
use crate::diagnostic::{Edit, SourceFile, Suggestion};
use crate::report::{KeyPath, LANGUAGE_PREFIX, ProseError, Step, ValueError, Year, YearError, schema};

/// A tree that can be read as a report, and the mistakes that were corrected in it.
pub(super) struct Corrected {
    pub(super) tree: Node,
    pub(super) mistakes: Vec<Diagnostic>,
    pub(super) placeholders: Placeholders,
}

/// Checks a tree against the schema and corrects it; the keys in `lost` are not reported as missing at the top level.
pub(super) fn correct(file: &Arc<SourceFile>, yaml: &Yaml, lost: &BTreeSet<String>) -> Corrected {
    let mut walk = Walk {
        file,
        yaml,
        lost,
        schema: schema::json(),
        found: Vec::new(),
        placeholders: Placeholders::default(),
    };
    let expected = Expected::of(walk.schema, walk.schema);
    let tree = walk.value(&yaml.tree, &expected, &KeyPath::default(), &yaml.tree.range);
    Corrected { tree, mistakes: walk.found, placeholders: walk.placeholders }
}

pub(super) struct Walk<'a> {
    file: &'a Arc<SourceFile>,
    yaml: &'a Yaml,
    lost: &'a BTreeSet<String>,
    pub(super) schema: &'static Schema,
    found: Vec<Diagnostic>,
    placeholders: Placeholders,
}

/// A scalar and the kind of value expected in its place.
#[derive(Clone, Copy)]
struct Single<'a> {
    node: &'a Node,
    scalar: &'a Scalar,
    expected: &'a Expected<'static>,
    path: &'a KeyPath,
}

impl Walk<'_> {
    /// Checks and corrects one value; `key` is the range to report if the value itself is empty.
    pub(super) fn value(
        &mut self,
        node: &Node,
        expected: &Expected<'static>,
        path: &KeyPath,
        key: &Range<usize>,
    ) -> Node {
        if let Value::Scalar(scalar) = &node.value
            && ScalarType::of(scalar) == ScalarType::Null
        {
            if expected.optional {
                return node.clone();
            }
            let place = if node.range.is_empty() { key } else { &node.range };
            let suggestions = self.sample_after_key(node, expected, key);
            self.report(Problem::EmptyValue { expected: expected.kind() }, place, path, suggestions);
            return self.placeholder(expected, path, &node.range);
        }
        if let Some(corrected) = self.otherwise_written(node, expected, path) {
            return self.value(&corrected, expected, path, key);
        }
        match (&expected.shape, &node.value) {
            (Shape::Anything, _) => node.clone(),
            (Shape::Single { name, kind }, Value::Scalar(scalar)) => {
                self.single(Single { node, scalar, expected, path }, name, *kind)
            }
            (Shape::Choice(words), Value::Scalar(scalar)) => {
                self.choice(Single { node, scalar, expected, path }, words)
            }
            (Shape::Mapping { properties, required }, Value::Mapping(entries)) => {
                self.mapping(node, entries, properties, required, path, key)
            }
            (Shape::ByYear { values }, Value::Mapping(entries)) => self.by_year(node, entries, values, path),
            (Shape::List { items, name, least, most }, Value::List(nodes)) => {
                if most.is_some_and(|most| nodes.len() as u64 != most) {
                    self.wrong_length(node, nodes, *least, expected, path)
                } else {
                    self.list(node, nodes, (*items, name), *least, path)
                }
            }
            (Shape::Either { long, .. }, Value::List(_)) if matches!(long.shape, Shape::List { .. }) => {
                self.value(node, long, path, key)
            }
            (Shape::Either { short, .. }, Value::Scalar(scalar)) if short.kind() != Kind::Mapping => {
                match Self::several(scalar, expected, short) {
                    Some((error, correction)) => self.correct(
                        Single { node, scalar, expected, path },
                        &node.range,
                        Problem::Value(error),
                        vec![correction],
                    ),
                    None => self.value(node, short, path, key),
                }
            }
            (Shape::Either { short, long }, Value::Mapping(entries)) if short.kind() == Kind::Mapping => {
                let meant = if long.keys_in(entries) > short.keys_in(entries) { long } else { short };
                self.value(node, meant, path, key)
            }
            (Shape::Either { long, .. }, Value::Mapping(entries)) => match &long.shape {
                Shape::Mapping { properties, .. } if self.is_text_with_colon(entries, Some(properties)) => {
                    self.text_with_colon(node, path)
                }
                _ => self.value(node, long, path, key),
            },
            (Shape::Single { kind: Kind::Text, .. }, Value::Mapping(entries))
                if self.is_text_with_colon(entries, None) =>
            {
                self.text_with_colon(node, path)
            }
            (Shape::List { .. }, Value::Scalar(scalar)) => {
                self.list_of_text(node, scalar, expected, path, key)
            }
            (Shape::List { .. }, Value::Mapping(_)) => self.list_of_one(node, expected, path),
            (Shape::Mapping { properties, .. }, Value::List(_)) => {
                self.mapping_of_list(node, properties, expected, path, key)
            }
            _ => self.wrong_type(node, expected, path),
        }
    }

    fn wrong_type(&mut self, node: &Node, expected: &Expected<'static>, path: &KeyPath) -> Node {
        let (found, written) = match &node.value {
            Value::Scalar(scalar) => (ScalarType::of(scalar).kind(), short(&scalar.text)),
            Value::List(_) => (Kind::List, None),
            Value::Mapping(_) => (Kind::Mapping, None),
        };
        let held = node.text().and_then(|text| expected.holding(self.schema, text));
        let days = self.days(node, expected).or_else(|| self.sample_period(expected));
        if let Some(typed) =
            days.or_else(|| node.text().and_then(|text| expected.named_number(self.schema, text)))
        {
            let problem = Problem::WrongType { expected: expected.kind(), found, written };
            let suggestion = self.in_place(&node.range, &typed, true);
            self.report(problem, &node.range, path, vec![suggestion]);
            return match Node::parse(&typed) {
                Ok(corrected) => Node { range: node.range.clone(), ..corrected },
                Err(_) => self.placeholder(expected, path, &node.range),
            };
        }
        let typed = held.unwrap_or_else(|| in_flow(&expected.sample(self.schema)));
        let suggestion = self.in_place(&node.range, &typed, false);
        let problem = Problem::WrongType { expected: expected.kind(), found, written };
        self.report(problem, &node.range, path, vec![suggestion]);
        self.placeholder(expected, path, &node.range)
    }

    fn single(&mut self, single: Single<'_>, name: &'static str, kind: Kind) -> Node {
        let Single { node, scalar, path, .. } = single;
        let meaning = ScalarType::of(scalar);
        let written = self.written(node);
        let error = match (kind, meaning) {
            (Kind::Integer, ScalarType::Integer(number)) => values::number_error(name, number),
            (Kind::TextOrNumber, _) | (Kind::Text, ScalarType::Text) => {
                values::text_error(name, &scalar.text)
            }
            (Kind::Bool, ScalarType::Bool) => None,
            // In quotation marks it would be a text, but not a valid one.
            (Kind::Text, _) if values::text_error(name, &scalar.text).is_some() => {
                values::text_error(name, &scalar.text)
            }
            _ => return self.wrong_kind(single, name, kind),
        };
        let Some(error) = error else { return node.clone() };
        // In double quotation marks, YAML has read a backslash of a path as an escape.
        let text = if name == "ImagePath" { written.trim_matches('"') } else { &scalar.text };
        let error = if name == "ImagePath" { values::text_error(name, text).unwrap_or(error) } else { error };
        let (range, corrections) = match self.part_at_fault(&error, &node.range) {
            Some(part) => (part, corrections::of_part(&error)),
            None => (node.range.clone(), corrections::of(name, text, &error)),
        };
        let day = path.steps().last().and_then(|step| match step {
            Step::Key(key) if name == "Date" => {
                corrections::day_of_month(text, key).or_else(|| self.day_of_period(text, key))
            }
            _ => None,
        });
        let corrections = day.map_or(corrections, |day| vec![Correction { typed: day, is_meant: true }]);
        self.correct(single, &range, Problem::Value(error), corrections)
    }

    /// Handles a scalar that YAML reads as another kind of value.
    fn wrong_kind(&mut self, single: Single<'_>, name: &'static str, kind: Kind) -> Node {
        let scalar = single.scalar;
        let text = scalar.text.trim();
        let meant = |typed: &str| vec![Correction { typed: typed.to_owned(), is_meant: true }];
        let year = corrections::year(text).filter(|_| name == "Year");
        let found = ScalarType::of(scalar).kind();
        let problem = match year {
            // A year in quotation marks.
            Some(_) if text.bytes().any(|byte| !byte.is_ascii_digit()) => {
                Problem::YearText { text: text.to_owned() }
            }
            _ => Problem::WrongType { expected: kind, found, written: short(&scalar.text) },
        };
        let corrections = match (kind, year) {
            (Kind::Text, _) => meant(&quoted(text)),
            (Kind::Bool, _) => match text.to_lowercase().as_str() {
                "taip" | "yes" | "y" | "on" | "1" => meant("true"),
                "ne" | "no" | "n" | "off" | "0" | "-" => meant("false"),
                _ => Vec::new(),
            },
            (_, Some((year, is_alone))) => {
                vec![Correction { typed: year.to_string(), is_meant: is_alone }]
            }
            (Kind::Integer, None) if name == "Cmyk" => {
                corrections::percent(text).map(|percent| meant(&percent)).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        self.correct(single, &single.node.range, problem, corrections)
    }

    /// Reports a scalar, and corrects it if the intention is clear.
    fn correct(
        &mut self,
        Single { node, expected, path, .. }: Single<'_>,
        range: &Range<usize>,
        problem: Problem,
        mut corrections: Vec<Correction>,
    ) -> Node {
        let is_long = matches!(problem, Problem::Value(ValueError::Prose(_)));
        if corrections.is_empty() && *range == node.range && !is_long {
            let typed = in_flow(&expected.sample(self.schema));
            corrections.push(Correction { typed, is_meant: false });
        }
        let suggestions = corrections
            .iter()
            .map(|correction| {
                let suggestion = self.in_place(range, &correction.typed, correction.is_meant);
                // The prefix of a language is in the text already.
                let shown = suggestion.text.trim_start_matches(LANGUAGE_PREFIX).to_owned();
                Suggestion { text: shown, ..suggestion }
            })
            .collect();
        self.report(problem, range, path, suggestions);
        let corrected = match corrections.as_slice() {
            [Correction { typed, is_meant: true }] if *range == node.range => Node::parse(typed).ok(),
            [Correction { typed, is_meant: true }] => node.text().and_then(|text| {
                let part = self.text().get(range.clone())?;
                let scalar = Scalar { text: text.replacen(part, typed, 1), plain: false };
                Some(Node { range: node.range.clone(), value: Value::Scalar(scalar) })
            }),
            _ => None,
        };
        match corrected {
            Some(corrected) => Node { range: node.range.clone(), ..corrected },
            None => self.placeholder(expected, path, &node.range),
        }
    }

    fn choice(&mut self, single: Single<'_>, words: &[&'static str]) -> Node {
        let Single { node, scalar, .. } = single;
        if words.contains(&scalar.text.as_str()) {
            return node.clone();
        }
        let word = scalar.text.clone();
        let meant = keys::here(&word, |key| words.contains(&key))
            .or_else(|| keys::choice(&word).filter(|choice| words.contains(choice)))
            .map(str::to_owned);
        let nearest = meant.or_else(|| nearest(&word, words.iter().copied()));
        let known = words.iter().map(ToString::to_string).collect();
        let corrections =
            nearest.iter().map(|word| Correction { typed: word.clone(), is_meant: true }).collect();
        let problem = Problem::UnknownChoice { word, nearest, known };
        self.correct(single, &node.range, problem, corrections)
    }

    /// The invalid part of a text: the address of a link, or the row of a table.
    fn part_at_fault(&self, error: &ValueError, text: &Range<usize>) -> Option<Range<usize>> {
        /// The marks before the address of a link.
        const OPENING: &str = "](";
        let target = match error {
            ValueError::Prose(ProseError::Link(error)) => error.0.clone(),
            ValueError::Prose(ProseError::Language(error)) => format!("{LANGUAGE_PREFIX}{}", error.0),
            ValueError::Prose(ProseError::TableRow(row)) => {
                let start = text.start + self.text().get(text.clone())?.find(row)?;
                return Some(start..start + row.len());
            }
            _ => return None,
        };
        let link = self.text().get(text.clone())?.find(&format!("{OPENING}{target}"))?;
        let start = text.start + link + OPENING.len();
        (!target.is_empty()).then(|| start..start + target.len())
    }

    fn wrong_length(
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

    fn list(
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
        let mut corrected: Vec<Node> = nodes
            .iter()
            .enumerate()
            .map(|(index, item)| self.value(item, &expected, &path.item(index), &item.range))
            .collect();
        while (corrected.len() as u64) < least {
            corrected.push(self.placeholder(&expected, &path.item(corrected.len()), &node.range));
        }
        Node { range: node.range.clone(), value: Value::List(corrected) }
    }

    /// Handles a text where a list is expected: lines with bullets, or one item.
    fn list_of_text(
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
        let item = expected.item_of(self.schema, &scalar.text);
        let found = ScalarType::of(scalar).kind();
        let is_one_text = item.is_none() && expected.takes_texts(self.schema);
        let written = item
            .clone()
            .or_else(|| short(&scalar.text))
            .map(|text| if is_one_text { expected::in_braces(&text) } else { text });
        let problem = Problem::WrongType { expected: expected.kind(), found, written: written.clone() };
        if let Some(list) = expected.list_of_lines(self.schema, &scalar.text) {
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
    fn list_of_one(&mut self, node: &Node, expected: &Expected<'static>, path: &KeyPath) -> Node {
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
    fn mapping_of_list(
        &mut self,
        node: &Node,
        properties: &'static serde_json::Map<String, Schema>,
        expected: &Expected<'static>,
        path: &KeyPath,
        place: &Range<usize>,
    ) -> Node {
        let groups = properties.get("groups").filter(|_| !properties.contains_key("items"));
        if let Some(corrected) = groups.and_then(|groups| self.items_of_group(node, groups, path, place)) {
            return self.value(&corrected, expected, path, place);
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
        let (edits, typed) = if is_in_brackets {
            let edits = vec![
                Edit::new(start..start, format!("{{ {key}: ")),
                Edit::new(node.range.end..node.range.end, " }"),
            ];
            (edits, format!("{{ {key}: [ … ] }}"))
        } else {
            let indentation = " ".repeat(self.column(&node.range));
            (vec![Edit::new(start..start, format!("{key}:\n{indentation}"))], format!("{key}:"))
        };
        let suggestion = self.suggestion(&edits, &typed, true);
        let problem = Problem::WrongType { expected: Kind::Mapping, found: Kind::List, written: None };
        self.report(problem, &node.range, path, vec![suggestion]);
        let key =
            Node { range: start..start, value: Value::Scalar(Scalar { text: key.to_owned(), plain: true }) };
        let mapping = Node { range: node.range.clone(), value: Value::Mapping(vec![(key, node.clone())]) };
        self.value(&mapping, expected, path, &node.range)
    }

    fn mapping(
        &mut self,
        node: &Node,
        entries: &[(Node, Node)],
        properties: &'static serde_json::Map<String, Schema>,
        required: &[&'static str],
        path: &KeyPath,
        place: &Range<usize>,
    ) -> Node {
        let entries = self.indented(entries, properties, path);
        let (entries, left_out) = self.joined(&entries, path);
        let entries = &self.grouped(entries, properties, path);
        let mut around = Around::new(entries, path);
        let mut known: Vec<&str> = Vec::new();
        let mut corrected: Vec<(Node, Node)> = Vec::new();
        let mut meant: HashSet<String> = HashSet::new();
        for (key, value) in entries {
            let Some(written) = key.text() else {
                let found = if matches!(key.value, Value::List(_)) { Kind::List } else { Kind::Mapping };
                let problem = Problem::WrongType { expected: Kind::Text, found, written: None };
                self.report(problem, &key.range, path, Vec::new());
                continue;
            };
            let name = match properties.get_key_value(written) {
                Some((name, _)) => name.as_str(),
                None => match self.meant_key((key, value), written, properties, &around, path) {
                    Some(name) if meant.insert(name.to_owned()) => name,
                    _ => continue,
                },
            };
            let Some(schema) = properties.get(name) else { continue };
            if expected::is_anchor(name) {
                around.anchor = Some(name);
            }
            let path = path.key(name);
            known.push(name);
            let value = self.value(value, &Expected::of(self.schema, schema), &path, &key.range);
            corrected.push((named(name, &key.range), value));
        }
        // What a repeated key holds is checked, too.
        for (key, value) in &left_out {
            let schema = key.text().and_then(|name| properties.get(name).map(|schema| (name, schema)));
            if let Some((name, schema)) = schema {
                self.value(value, &Expected::of(self.schema, schema), &path.key(name), &key.range);
            }
        }
        for key in required {
            if known.contains(key) {
                continue;
            }
            let Some(schema) = properties.get(*key) else { continue };
            let expected = Expected::of(self.schema, schema);
            let is_lost = path.steps().is_empty() && self.lost.contains(*key);
            if !is_lost {
                self.missing(node, key, &expected, path, place);
            }
            let placeholder = self.placeholder(&expected, &path.key(key), &(place.end..place.end));
            corrected.push((named(key, &(place.end..place.end)), placeholder));
        }
        Node { range: node.range.clone(), value: Value::Mapping(corrected) }
    }

    /// Reports an unknown key; returns the intended one, if that is clear.
    fn meant_key(
        &mut self,
        (key, value): (&Node, &Node),
        written: &str,
        properties: &'static serde_json::Map<String, Schema>,
        around: &Around<'_>,
        path: &KeyPath,
    ) -> Option<&'static str> {
        let absent = |name: &str| properties.contains_key(name) && !around.present.contains(name);
        let here = keys::here(written, absent);
        let (problem, meant, suggestions) = if let Some(name) = here.or_else(|| keys::elsewhere(written)) {
            let is_here = here.is_some();
            let shape = if is_here && !path.steps().is_empty() {
                let schema = properties.get(name)?;
                Some(format!("{name}: {}", in_flow(&Expected::of(self.schema, schema).sample(self.schema))))
            } else {
                expected::entry(name)
            };
            let edits = if is_here { vec![Edit::new(key.range.clone(), name)] } else { Vec::new() };
            let suggestion = self.suggestion(&edits, &shape.unwrap_or_default(), false);
            let problem = Problem::LithuanianKey { key: written.to_owned(), path: name.to_owned(), is_here };
            (problem, here, vec![suggestion])
        } else {
            let nearest = nearest(written, properties.keys().map(String::as_str).filter(|name| absent(name)))
                .or_else(|| keys::synonym(written, absent).map(str::to_owned));
            let suggestion = nearest.as_ref().map(|name| self.in_place(&key.range, name, true));
            let known = properties.keys().cloned().collect();
            let meant = nearest.as_deref().and_then(|name| properties.get_key_value(name));
            let place = if nearest.is_none() { expected::place_of(written) } else { None };
            let shape = place.as_deref().and_then(expected::entry);
            let suggestion = suggestion.or(shape.map(|shape| self.suggestion(&[], &shape, false)));
            let is_unlike = nearest.is_none() && place.is_none();
            let own = if is_unlike { self.own((key, value), around, path) } else { None };
            let key = written.to_owned();
            let (problem, suggestion) = match (place, own) {
                (Some(place), _) => (Problem::MisplacedKey { key, place }, suggestion),
                (None, Some((place, own))) => {
                    (Problem::OwnKey { key, place: place.to_owned(), known }, Some(own))
                }
                (None, None) => (Problem::UnknownKey { key, nearest: nearest.clone(), known }, suggestion),
            };
            (problem, meant.map(|(name, _)| name.as_str()), suggestion.into_iter().collect())
        };
        self.report(problem, &key.range, &path.key(written), suggestions);
        meant
    }

    /// Reports a required key that is missing.
    fn missing(
        &mut self,
        node: &Node,
        key: &str,
        expected: &Expected<'static>,
        path: &KeyPath,
        place: &Range<usize>,
    ) {
        let problem = Problem::MissingKey { key: key.to_owned(), parent: path.to_string() };
        let sample = in_flow(&expected.sample(self.schema));
        if path.steps().is_empty() {
            let shape = expected::entry(key).unwrap_or_default();
            let end = self.text().len();
            let suggestion = self.suggestion(&[Edit::new(end..end, format!("{shape}\n"))], &shape, false);
            let mut diagnostic = Diagnostic::new(problem).in_file(self.file).suggest(suggestion);
            diagnostic.pointer = Some(path.pointer());
            self.found.push(diagnostic);
            return;
        }
        let typed = format!("{key}: {sample}");
        let start = node.range.start;
        let text = self.text().get(node.range.clone()).unwrap_or_default();
        let edit = if text.starts_with('{') {
            let separator = if text.trim_matches(['{', '}', ' ', '\n']).is_empty() { "" } else { ", " };
            Edit::new(start + 1..start + 1, format!(" {typed}{separator}"))
        } else {
            let indentation = " ".repeat(self.column(&node.range));
            Edit::new(start..start, format!("{typed}\n{indentation}"))
        };
        let suggestion = self.suggestion(&[edit], &typed, false);
        self.report(problem, place, path, vec![suggestion]);
    }

    fn by_year(
        &mut self,
        node: &Node,
        entries: &[(Node, Node)],
        values: &'static Schema,
        path: &KeyPath,
    ) -> Node {
        let expected = Expected::of(self.schema, values);
        let mut known: Vec<(Year, &Range<usize>)> = Vec::new();
        let mut corrected = Vec::new();
        for (key, value) in entries {
            let name = key.text().unwrap_or_default();
            let path = path.key(name);
            let Some(year) = Year::from_key(name) else {
                let problem = match name.parse() {
                    Ok(number) => Problem::Value(YearError(number).into()),
                    Err(_) => Problem::WrongType {
                        expected: Kind::Integer,
                        found: Kind::Text,
                        written: short(name),
                    },
                };
                let meant = corrections::year(name);
                let suggestion = meant.map(|(year, sure)| self.in_place(&key.range, &year.to_string(), sure));
                self.report(problem, &key.range, &path, suggestion.into_iter().collect());
                continue;
            };
            if let Some((_, first)) = known.iter().find(|(known, _)| *known == year) {
                let problem = Problem::DuplicateKey {
                    key: name.to_owned(),
                    kinds: [Kind::TextOrNumber; 2],
                    can_be_joined: false,
                };
                self.report_again(problem, &key.range, first, &path, None);
                continue;
            }
            known.push((year, &key.range));
            corrected.push((key.clone(), self.value(value, &expected, &path, &key.range)));
        }
        Node { range: node.range.clone(), value: Value::Mapping(corrected) }
    }

    /// Whether a mapping is really a text such as `Renginys: dirbtuvės`, which YAML reads as a key and its value.
    fn is_text_with_colon(
        &self,
        entries: &[(Node, Node)],
        properties: Option<&serde_json::Map<String, Schema>>,
    ) -> bool {
        let in_braces = |key: &Node| {
            self.text()
                .get(..key.range.start)
                .is_some_and(|before| before.trim_end_matches([' ', '\n']).ends_with('{'))
        };
        let is_text = |(key, value): &(Node, Node)| {
            let (Some(name), Some(_)) = (key.text(), value.text()) else { return false };
            let like_a_key = properties.is_some_and(|properties| {
                properties.contains_key(name)
                    || keys::here(name, |key| properties.contains_key(key)).is_some()
                    || nearest(name, properties.keys().map(String::as_str)).is_some()
            });
            !like_a_key
        };
        entries.first().is_some_and(|(key, _)| !in_braces(key)) && entries.iter().all(is_text)
    }

    fn text_with_colon(&mut self, node: &Node, path: &KeyPath) -> Node {
        let words = self.text().get(node.range.clone()).unwrap_or_default();
        let words = words.trim_end().to_owned();
        let range = node.range.start..node.range.start + words.len();
        let line = words.lines().next().unwrap_or_default().to_owned();
        let suggestion = self.suggestion(&quote(self.text(), range.clone()), &shown(&quoted(&words)), true);
        self.report(Problem::TextWithColon { text: line }, &range, path, vec![suggestion]);
        let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Node { range, value: Value::Scalar(Scalar { text, plain: false }) }
    }

    /// Suggests a sample for a key without a value.
    fn sample_after_key(
        &self,
        node: &Node,
        expected: &Expected<'static>,
        key: &Range<usize>,
    ) -> Vec<Suggestion> {
        let typed = in_flow(&expected.sample(self.schema));
        if !node.range.is_empty() {
            return vec![self.in_place(&node.range, &typed, false)];
        }
        let after = self.text().get(key.end..).unwrap_or_default();
        if after.starts_with(':') {
            let edit = Edit::new(key.end + 1..key.end + 1, format!(" {typed}"));
            return vec![self.suggestion(&[edit], &typed, false)];
        }
        Vec::new()
    }

    /// A valid placeholder; its path is recorded.
    fn placeholder(&mut self, expected: &Expected<'static>, path: &KeyPath, range: &Range<usize>) -> Node {
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

fn named(name: &str, range: &Range<usize>) -> Node {
    Node { range: range.clone(), value: Value::Scalar(Scalar { text: name.to_owned(), plain: true }) }
}
