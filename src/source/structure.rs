//! Checks the tree of the file against the schema, reports every mistake of form at once, and corrects the tree.
//!
//! The corrected tree can be read as a report. Where the author's intention is clear, the tree has the intended value;
//! where it is not, or something is missing, the tree has a valid placeholder. The paths of placeholders are recorded:
//! findings about them are not shown to the author.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use serde_json::Value as Schema;

use super::corrections::{self};
use super::expected::{self, Expected, Shape, in_flow, nearest, short};
use super::guess::shown;
use super::keys;
use super::line::Line;
use super::misplaced;
use super::own_keys::Around;
use super::placeholders::Placeholders;
use super::quoting::{quote, quoted};
use super::singles::Single;
use super::tree::{Node, Scalar, Value};
use super::values::ScalarType;
use super::walk::Walk;
use super::yaml::Yaml;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::problem::{Kind, Problem};
use crate::diagnostic::{Edit, SourceFile, Suggestion};
use crate::report::{KeyPath, Step, Year, YearError, schema};

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
        moved: BTreeSet::new(),
    };
    let expected = Expected::of(walk.schema, walk.schema);
    let tree = walk.value(&yaml.tree, &expected, &KeyPath::default(), &yaml.tree.range);
    Corrected { tree, mistakes: walk.found, placeholders: walk.placeholders }
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
            if let Some(removal) = self.empty_item(path, place) {
                let suggestion = self.suggestion(&[removal], "", true);
                self.report(Problem::EmptyItem, place, path, vec![suggestion]);
                return self.placeholder(expected, path, &node.range);
            }
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
        let entries = self.spaced(entries, properties, path);
        let (entries, left_out) = self.joined(&entries, properties, path);
        let entries = self.outdented(entries, properties, path);
        let entries = self.several_images(entries, properties, path);
        let start = self.found.len();
        let entries = self.gathered(entries, properties, path);
        let entries = self.collected(entries, properties, path);
        let entries = self.grouped(entries, properties, path);
        let entries = &self.listed(entries, properties, path);
        let wrapped = self.found.len();
        let mut around = Around::new(entries, path);
        let mut known: Vec<&str> = Vec::new();
        let mut corrected: Vec<(Node, Node)> = Vec::new();
        for (key, value) in entries {
            let Some(written) = key.text() else {
                let found = if matches!(key.value, Value::List(_)) { Kind::List } else { Kind::Mapping };
                let problem = Problem::WrongType { expected: Kind::Text, found, written: None };
                self.report(problem, &key.range, path, Vec::new());
                continue;
            };
            let from = self.found.len();
            let is_known = properties.contains_key(written);
            let name = match properties.get_key_value(written) {
                Some((name, _)) => name.as_str(),
                None => match self.meant_key((key, value), written, (properties, required), &around, path) {
                    Some(name) if around.meant.insert(name.to_owned()) => name,
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
            if !is_known {
                self.as_one(from);
            } else if let Some(wrapper) = self.found_at(start, wrapped, key.range.start) {
                self.join(wrapper, from);
            }
            corrected.push((Node::of_text(name, &key.range), value));
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
            let is_lost = path.steps().is_empty() && (self.lost.contains(*key) || self.moved.contains(*key));
            if !is_lost {
                self.missing(node, key, &expected, path, place);
            }
            let placeholder = self.placeholder(&expected, &path.key(key), &(place.end..place.end));
            corrected.push((Node::of_text(key, &(place.end..place.end)), placeholder));
        }
        Node { range: node.range.clone(), value: Value::Mapping(corrected) }
    }

    /// Reports an unknown key; returns the intended one, if that is clear.
    fn meant_key(
        &mut self,
        (key, value): (&Node, &Node),
        written: &str,
        (properties, required): (&'static serde_json::Map<String, Schema>, &[&'static str]),
        around: &Around<'_>,
        path: &KeyPath,
    ) -> Option<&'static str> {
        if let Some(suggestion) = self.period_of_months((key, value), properties) {
            let problem =
                Problem::OwnKey { key: written.to_owned(), place: "from".to_owned(), known: Vec::new() };
            self.report(problem, &key.range, &path.key(written), vec![suggestion]);
            return None;
        }
        if misplaced::is_total(written) && !properties.contains_key("total") && path.to_string() == "finance"
        {
            let end = value.range.start + self.written(value).trim_end().len();
            let removal = self.without_entry(&key.range, end);
            let suggestion = removal.map(|removal| self.suggestion(&[removal], "", true));
            let problem = Problem::ComputedTotal { key: written.to_owned() };
            self.report(problem, &key.range, &path.key(written), suggestion.into_iter().collect());
            return None;
        }
        let absent = |name: &str| properties.contains_key(name) && !around.present.contains(name);
        let here = keys::here(written, absent);
        let nearest = nearest(written, properties.keys().map(String::as_str).filter(|name| absent(name)))
            .or_else(|| keys::synonym(written, absent).map(str::to_owned));
        let beside =
            || self.among_others((key, value), around, properties).filter(|_| !path.steps().is_empty());
        let only_missing =
            || self.only_missing(value, around, properties, required).filter(|_| !expected::is_key(written));
        let nearest = nearest.or_else(|| only_missing().filter(|_| here.is_none()).map(str::to_owned));
        let elsewhere = keys::elsewhere(written).filter(|_| nearest.is_none());
        let no_place = here.is_none() && nearest.is_none() && self.own((key, value), around, path).is_none();
        let (problem, meant, suggestions) = if let Some((target, suggestion)) =
            beside().filter(|_| no_place && !expected::is_section(written))
        {
            let key = written.to_owned();
            let known = properties.keys().cloned().collect();
            (Problem::OwnKey { key, place: target.to_owned(), known }, None, vec![suggestion])
        } else if let Some(name) = here.or(elsewhere) {
            let is_here = here.is_some();
            let shape = if is_here && !path.steps().is_empty() {
                let schema = properties.get(name)?;
                Some(format!("{name}: {}", in_flow(&Expected::of(self.schema, schema).sample(self.schema))))
            } else {
                expected::entry(name)
            };
            let is_empty =
                matches!(&value.value, Value::Scalar(scalar) if ScalarType::of(scalar) == ScalarType::Null);
            let edits = if is_here { vec![Edit::new(key.range.clone(), name)] } else { Vec::new() };
            let end = value.range.start + self.written(value).trim_end().len();
            let of_value = self.text().get(key.range.end..end).filter(|rest| !rest.contains('\n'));
            let own =
                self.own((key, value), around, path).filter(|_| !is_here && around.present.contains(name));
            let suggestion = if let Some((_, own)) = own {
                own
            } else if let Some(rest) = of_value.filter(|_| is_here && !is_empty) {
                self.suggestion(&edits, &shown(&format!("{name}{rest}")), true)
            } else if is_here && !is_empty {
                self.suggested(&edits, end)
            } else {
                self.suggestion(&edits, &shape.unwrap_or_default(), false)
            };
            let problem = Problem::LithuanianKey { key: written.to_owned(), path: name.to_owned(), is_here };
            (problem, here, vec![suggestion])
        } else {
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
                self.report_again(problem, &key.range, first, &path, Vec::new());
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
        let end = node.range.start + words.trim_end().len();
        // A colon at the end is not in the range of the value.
        let colon = self.text().get(end..).is_some_and(|rest| rest.starts_with(':'));
        let range = node.range.start..end + usize::from(colon);
        let words = self.text().get(range.clone()).unwrap_or_default().to_owned();
        let line = words.lines().next().unwrap_or_default().to_owned();
        let suggestion = self.suggestion(&quote(self.text(), range.clone()), &shown(&quoted(&words)), true);
        self.report(Problem::TextWithColon { text: line }, &range, path, vec![suggestion]);
        let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Node { range, value: Value::Scalar(Scalar { text, plain: false }) }
    }

    /// The edit that deletes an item of a list with nothing in it, unless it is the only one.
    fn empty_item(&self, path: &KeyPath, place: &Range<usize>) -> Option<Edit> {
        let (list, Step::Item(_)) = path.parent()? else { return None };
        let (_, Node { value: Value::List(items), .. }) = self.yaml.tree.find(&list)? else { return None };
        let line = Line::at(self.text(), place.start.checked_sub(1)?);
        let words = self.text().get(line.start..line.range.end)?;
        let rest = words.strip_prefix('-')?.trim();
        let is_empty = rest.is_empty() || matches!(rest, "~" | "null" | "Null" | "NULL");
        let end = (line.range.end + 1).min(self.text().len());
        (is_empty && items.len() > 1).then(|| Edit::new(line.range.start..end, ""))
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
}
