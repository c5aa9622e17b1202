//! Every mistake of form at once: the tree of the file, walked beside the schema.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use serde_json::Value as Schema;

use super::Yaml;
use super::tree::{Node, Scalar, Value};
use super::values::{self, Meaning};
use crate::Diagnostic;
use crate::diagnostic::SourceFile;
use crate::diagnostic::finding::Role;
use crate::diagnostic::problem::{Kind, Problem};
use crate::report::KeyPath;
use crate::report::schema;
use crate::report::{LANGUAGE_MARK, ProseError, ValueError, Year, YearError};

/// Compares a tree with the schema.
pub(super) fn mistakes(file: &Arc<SourceFile>, yaml: &Yaml) -> Vec<Diagnostic> {
    let mut walk = Walk { file, yaml, schema: schema::json(), found: Vec::new() };
    walk.value(&yaml.tree, &Expected::of(walk.schema, walk.schema), &KeyPath::default(), &yaml.tree.range);
    walk.found
}

/// What the schema asks for at one place.
pub(super) struct Expected<'s> {
    pub(super) shape: Shape<'s>,
    /// Whether nothing will do as well.
    optional: bool,
}

pub(super) enum Shape<'s> {
    /// A single value, by the name that it has in the schema.
    Single { name: &'s str, kind: Kind },
    /// One of these words.
    Choice(Vec<&'s str>),
    /// A mapping with these keys.
    Mapping { properties: &'s serde_json::Map<String, Schema>, required: Vec<&'s str> },
    /// Values by year.
    ByYear { values: &'s Schema },
    /// A list; the name is that of the value that it makes up, if it makes up one.
    List { items: Option<&'s Schema>, name: &'s str, least: u64, most: Option<u64> },
    /// A short form and a long form, or two mappings that have no key in common.
    Either { short: Box<Expected<'s>>, long: Box<Expected<'s>> },
    /// Anything.
    Anything,
}

impl<'s> Expected<'s> {
    /// What is expected where the schema says nothing.
    pub(super) fn anything() -> Self {
        Self { shape: Shape::Anything, optional: true }
    }

    /// Reads the part of JSON Schema that schemars makes of the structs.
    pub(super) fn of(root: &'s Schema, schema: &'s Schema) -> Self {
        Self::named(root, schema, "")
    }

    pub(super) fn named(root: &'s Schema, schema: &'s Schema, name: &'s str) -> Self {
        let is_null = |schema: &&Schema| schema.get("type").and_then(Schema::as_str) == Some("null");
        if let Some(target) = schema.get("$ref").and_then(Schema::as_str) {
            let found = target.strip_prefix('#').and_then(|pointer| root.pointer(pointer));
            let name = target.rsplit('/').next().unwrap_or_default();
            return found.map_or(Self::anything(), |found| Self::named(root, found, name));
        }
        if let Some(forms) = schema.get("anyOf").and_then(Schema::as_array) {
            let optional = forms.iter().any(|form| is_null(&form));
            let forms: Vec<_> =
                forms.iter().filter(|form| !is_null(form)).map(|form| Self::of(root, form)).collect();
            let mut forms = forms.into_iter();
            return match (forms.next(), forms.next()) {
                (Some(short), Some(long)) => {
                    let shape = Shape::Either { short: Box::new(short), long: Box::new(long) };
                    Self { shape, optional }
                }
                (Some(only), None) => Self { optional: optional || only.optional, ..only },
                (None, _) => Self { shape: Shape::Anything, optional },
            };
        }
        if let Some(words) = choices(schema) {
            return Self { shape: Shape::Choice(words), optional: false };
        }
        let types: Vec<&str> = match schema.get("type") {
            Some(Schema::String(only)) => vec![only],
            Some(Schema::Array(several)) => several.iter().filter_map(Schema::as_str).collect(),
            _ => Vec::new(),
        };
        let is = |kind: &str| types.contains(&kind);
        let length = |key: &str| schema.get(key).and_then(Schema::as_u64);
        let shape = if let Some(properties) = schema.get("properties").and_then(Schema::as_object) {
            let required = schema.get("required").and_then(Schema::as_array).into_iter().flatten();
            Shape::Mapping { properties, required: required.filter_map(Schema::as_str).collect() }
        } else if let Some(years) = schema.get("patternProperties").and_then(Schema::as_object) {
            years.values().next().map_or(Shape::Anything, |values| Shape::ByYear { values })
        } else if is("array") {
            let (least, most) = (length("minItems").unwrap_or(0), length("maxItems"));
            Shape::List { items: schema.get("items"), name, least, most }
        } else if is("string") {
            let kind = if is("number") || is("integer") { Kind::TextOrNumber } else { Kind::Text };
            Shape::Single { name, kind }
        } else if is("integer") {
            Shape::Single { name, kind: Kind::WholeNumber }
        } else if is("boolean") {
            Shape::Single { name, kind: Kind::YesOrNo }
        } else {
            Shape::Anything
        };
        Self { shape, optional: is("null") }
    }

    /// How many of a mapping's keys are expected.
    pub(super) fn keys_in(&self, entries: &[(Node, Node)]) -> usize {
        let Shape::Mapping { properties, .. } = &self.shape else { return 0 };
        let known = |(key, _): &&(Node, Node)| key.text().is_some_and(|key| properties.contains_key(key));
        entries.iter().filter(known).count()
    }

    /// Where a list of mappings is expected and a single value was found, an item with that value where it fits.
    fn item_of(&self, root: &'static Schema, text: &str) -> Option<String> {
        let Shape::List { items: Some(items), .. } = &self.shape else { return None };
        let Shape::Mapping { properties, required } = Expected::of(root, items).shape else { return None };
        let mut rest = Some(short(text)?);
        // Any text fits where a line is expected, so that is the last place to put it.
        let fits = |(name, kind): (&str, Kind), text: &str| {
            name != "Line" && kind != Kind::Text && values::text_error(name, text).is_none()
        };
        let mut entries: Vec<(&str, Option<String>)> = Vec::new();
        for key in &required {
            let value = match Expected::of(root, properties.get(*key)?).shape {
                Shape::Single { name, kind }
                    if rest.as_deref().is_some_and(|text| fits((name, kind), text)) =>
                {
                    rest.take()
                }
                _ => None,
            };
            entries.push((key, value));
        }
        let entries: Option<Vec<String>> = entries
            .into_iter()
            .map(|(key, value)| {
                let schema = properties.get(key)?;
                let is_line = matches!(Expected::of(root, schema).shape, Shape::Single { name: "Line", .. });
                let value = value.or_else(|| rest.take_if(|_| is_line)).or_else(|| example(root, schema))?;
                Some(format!("{key}: {}", in_braces(&value)))
            })
            .collect();
        Some(format!("{{ {} }}", entries?.join(", ")))
    }

    pub(super) fn kind(&self) -> Kind {
        match &self.shape {
            Shape::Single { kind, .. } => *kind,
            Shape::Choice(_) | Shape::Anything => Kind::Text,
            Shape::Mapping { .. } | Shape::ByYear { .. } => Kind::Mapping,
            Shape::List { .. } => Kind::List,
            Shape::Either { long, .. } if matches!(long.shape, Shape::List { .. }) => Kind::TextOrList,
            Shape::Either { short, .. } if short.kind() == Kind::Mapping => Kind::Mapping,
            Shape::Either { .. } => Kind::TextOrMapping,
        }
    }
}

/// The words of an enumeration, in either of the ways in which schemars writes one.
fn choices(schema: &Schema) -> Option<Vec<&str>> {
    let constant = |one: &'_ Schema| one.get("const").is_some();
    if let Some(words) = schema.get("enum").and_then(Schema::as_array) {
        return Some(words.iter().filter_map(Schema::as_str).collect());
    }
    let one_of = schema.get("oneOf").and_then(Schema::as_array)?;
    let words = one_of.iter().flat_map(|one| {
        let several = one.get("enum").and_then(Schema::as_array).into_iter().flatten();
        several.chain(one.get("const").filter(|_| constant(one))).filter_map(Schema::as_str)
    });
    Some(words.collect())
}

struct Walk<'a> {
    file: &'a Arc<SourceFile>,
    yaml: &'a Yaml,
    schema: &'static Schema,
    found: Vec<Diagnostic>,
}

impl Walk<'_> {
    /// Compares one value; `key` is where to point if the value takes no room in the file.
    fn value(&mut self, node: &Node, expected: &Expected<'static>, path: &KeyPath, key: &Range<usize>) {
        if let Value::Scalar(scalar) = &node.value
            && Meaning::of(scalar) == Meaning::Nothing
        {
            if !expected.optional {
                let place = if node.range.is_empty() { key } else { &node.range };
                self.report(Problem::EmptyValue { expected: expected.kind() }, place, path);
            }
            return;
        }
        match (&expected.shape, &node.value) {
            (Shape::Anything, _) => {}
            (Shape::Single { name, kind }, Value::Scalar(scalar)) => {
                self.single(node, scalar, name, *kind, path);
            }
            (Shape::Choice(words), Value::Scalar(scalar)) => {
                if !words.contains(&scalar.text.as_str()) {
                    let word = scalar.text.clone();
                    let nearest = nearest(&word, words.iter().copied());
                    let known = words.iter().map(ToString::to_string).collect();
                    self.report(Problem::UnknownChoice { word, nearest, known }, &node.range, path);
                }
            }
            (Shape::Mapping { properties, required }, Value::Mapping(entries)) => {
                self.mapping(entries, properties, required, path, key);
            }
            (Shape::ByYear { values }, Value::Mapping(entries)) => self.by_year(entries, values, path),
            (Shape::List { items, name, least, most }, Value::List(nodes)) => {
                self.list(node, nodes, (*items, name), (*least, *most), path);
            }
            (Shape::Either { long, .. }, Value::List(_)) if matches!(long.shape, Shape::List { .. }) => {
                self.value(node, long, path, key);
            }
            (Shape::Either { short, .. }, Value::Scalar(_) | Value::List(_))
                if short.kind() != Kind::Mapping =>
            {
                self.value(node, short, path, key);
            }
            (Shape::Either { short, long }, Value::Mapping(entries)) if short.kind() == Kind::Mapping => {
                let meant = if long.keys_in(entries) > short.keys_in(entries) { long } else { short };
                self.value(node, meant, path, key);
            }
            (Shape::Either { long, .. }, Value::Mapping(entries)) => match &long.shape {
                Shape::Mapping { properties, .. } if self.is_text_with_colon(entries, Some(properties)) => {
                    self.text_with_colon(node, path);
                }
                _ => self.value(node, long, path, key),
            },
            (Shape::Single { kind: Kind::Text, .. }, Value::Mapping(entries))
                if self.is_text_with_colon(entries, None) =>
            {
                self.text_with_colon(node, path);
            }
            (_, found) => {
                let (found, written) = match found {
                    Value::Scalar(scalar) => {
                        let item = expected.item_of(self.schema, &scalar.text);
                        (Meaning::of(scalar).kind(), item.or_else(|| short(&scalar.text)))
                    }
                    Value::List(_) => (Kind::List, None),
                    Value::Mapping(_) => (Kind::Mapping, None),
                };
                let problem = Problem::WrongType { expected: expected.kind(), found, written };
                self.report(problem, &node.range, path);
            }
        }
    }

    fn single(&mut self, node: &Node, scalar: &Scalar, name: &str, kind: Kind, path: &KeyPath) {
        let meaning = Meaning::of(scalar);
        let error = match (kind, meaning) {
            (Kind::WholeNumber, Meaning::Whole(number)) => values::number_error(name, number),
            (Kind::TextOrNumber, _) | (Kind::Text, Meaning::Text) => values::text_error(name, &scalar.text),
            (Kind::YesOrNo, Meaning::YesOrNo) => None,
            // Quotation marks would make a text of it, but not one that is right.
            (Kind::Text, _) if values::text_error(name, &scalar.text).is_some() => {
                values::text_error(name, &scalar.text)
            }
            _ => {
                let written = short(&scalar.text);
                let problem = Problem::WrongType { expected: kind, found: meaning.kind(), written };
                return self.report(problem, &node.range, path);
            }
        };
        if let Some(error) = error {
            let range = self.part_at_fault(&error, &node.range).unwrap_or_else(|| node.range.clone());
            self.report(Problem::Value(error), &range, path);
        }
    }

    /// Where in a text the part stands that is at fault: the address of a link, or the row of a table.
    fn part_at_fault(&self, error: &ValueError, text: &Range<usize>) -> Option<Range<usize>> {
        /// What stands before the address of a link.
        const OPENING: &str = "](";
        let target = match error {
            ValueError::Prose(ProseError::Link(error)) => error.0.clone(),
            ValueError::Prose(ProseError::Language(error)) => format!("{LANGUAGE_MARK}{}", error.0),
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

    fn list(
        &mut self,
        node: &Node,
        nodes: &[Node],
        (items, name): (Option<&'static Schema>, &'static str),
        (least, most): (u64, Option<u64>),
        path: &KeyPath,
    ) {
        let count = nodes.len() as u64;
        if most.is_some_and(|most| count > most) || (count < least && most.is_some()) {
            let expected = usize::try_from(least).unwrap_or(usize::MAX);
            self.report(Problem::ListLength { expected, found: nodes.len() }, &node.range, path);
        } else if count < least {
            self.report(Problem::EmptyList, &node.range, path);
        }
        let Some(items) = items else { return };
        let expected = Expected::named(self.schema, items, name);
        for (index, item) in nodes.iter().enumerate() {
            self.value(item, &expected, &path.item(index), &item.range);
        }
    }

    fn mapping(
        &mut self,
        entries: &[(Node, Node)],
        properties: &'static serde_json::Map<String, Schema>,
        required: &[&'static str],
        path: &KeyPath,
        place: &Range<usize>,
    ) {
        let mut known: Vec<(&str, &Range<usize>)> = Vec::new();
        let mut meant: HashSet<String> = HashSet::new();
        let present: HashSet<&str> = entries.iter().filter_map(|(key, _)| key.text()).collect();
        for (key, value) in entries {
            let Some(name) = key.text() else {
                let found = if matches!(key.value, Value::List(_)) { Kind::List } else { Kind::Mapping };
                let problem = Problem::WrongType { expected: Kind::Text, found, written: None };
                self.report(problem, &key.range, path);
                continue;
            };
            let path = path.key(name);
            let Some(schema) = properties.get(name) else {
                let absent = properties.keys().filter(|known| !present.contains(known.as_str()));
                let nearest = nearest(name, absent.map(String::as_str));
                meant.extend(nearest.clone());
                let known = properties.keys().cloned().collect();
                let problem = Problem::UnknownKey { key: name.to_owned(), nearest, known };
                self.report(problem, &key.range, &path);
                continue;
            };
            if let Some((_, first)) = known.iter().find(|(known, _)| *known == name) {
                let problem = Problem::DuplicateKey { key: name.to_owned() };
                let diagnostic = self.diagnostic(problem, &key.range, &path);
                let first = self.yaml.first_line_in_file((*first).clone());
                self.found.push(diagnostic.place(self.file, first, Role::First));
                continue;
            }
            known.push((name, &key.range));
            self.value(value, &Expected::of(self.schema, schema), &path, &key.range);
        }
        for key in required {
            // A misspelt key is one mistake, not two.
            if !known.iter().any(|(known, _)| known == key) && !meant.contains(*key) {
                let problem = Problem::MissingKey { key: (*key).to_owned(), parent: path.to_string() };
                if path.steps().is_empty() {
                    let mut diagnostic = Diagnostic::new(problem).in_file(self.file);
                    diagnostic.pointer = Some(path.pointer());
                    self.found.push(diagnostic);
                } else {
                    self.report(problem, place, path);
                }
            }
        }
    }

    fn by_year(&mut self, entries: &[(Node, Node)], values: &'static Schema, path: &KeyPath) {
        let expected = Expected::of(self.schema, values);
        let mut known: Vec<(Year, &Range<usize>)> = Vec::new();
        for (key, value) in entries {
            let name = key.text().unwrap_or_default();
            let path = path.key(name);
            let Some(year) = Year::from_key(name) else {
                let problem = match name.parse() {
                    Ok(number) => Problem::Value(YearError(number).into()),
                    Err(_) => Problem::WrongType {
                        expected: Kind::WholeNumber,
                        found: Kind::Text,
                        written: short(name),
                    },
                };
                self.report(problem, &key.range, &path);
                continue;
            };
            if let Some((_, first)) = known.iter().find(|(known, _)| *known == year) {
                let diagnostic =
                    self.diagnostic(Problem::DuplicateKey { key: name.to_owned() }, &key.range, &path);
                let first = self.yaml.first_line_in_file((*first).clone());
                self.found.push(diagnostic.place(self.file, first, Role::First));
                continue;
            }
            known.push((year, &key.range));
            self.value(value, &expected, &path, &key.range);
        }
    }

    /// Whether a mapping is rather a text such as `Renginys: dirbtuvės`, which YAML took for a key
    /// with its value.
    fn is_text_with_colon(
        &self,
        entries: &[(Node, Node)],
        properties: Option<&serde_json::Map<String, Schema>>,
    ) -> bool {
        let [(key, value)] = entries else { return false };
        let (Some(name), Some(_)) = (key.text(), value.text()) else { return false };
        let in_braces = self
            .text()
            .get(..key.range.start)
            .is_some_and(|before| before.trim_end_matches([' ', '\n']).ends_with('{'));
        let like_a_key = properties.is_some_and(|properties| {
            properties.contains_key(name) || nearest(name, properties.keys().map(String::as_str)).is_some()
        });
        !in_braces && !like_a_key
    }

    fn text_with_colon(&mut self, node: &Node, path: &KeyPath) {
        let line = super::first_line(self.text(), node.range.clone());
        let text = self.text().get(line).unwrap_or_default().trim().to_owned();
        self.report(Problem::TextWithColon { text }, &node.range, path);
    }

    fn report(&mut self, problem: Problem, range: &Range<usize>, path: &KeyPath) {
        let diagnostic = self.diagnostic(problem, range, path);
        self.found.push(diagnostic);
    }

    fn diagnostic(&self, problem: Problem, range: &Range<usize>, path: &KeyPath) -> Diagnostic {
        let range = self.yaml.first_line_in_file(range.clone());
        let mut diagnostic = Diagnostic::new(problem).place(self.file, range, Role::Here);
        diagnostic.pointer = Some(path.pointer());
        diagnostic
    }

    fn text(&self) -> &str {
        self.yaml.text.as_str()
    }
}

/// The first example that the schema has for a value.
fn example(root: &Schema, schema: &Schema) -> Option<String> {
    if let Some(example) = schema.get("examples").and_then(|examples| examples.get(0)) {
        return Some(example.as_str().map_or_else(|| example.to_string(), str::to_owned));
    }
    if let Some(target) = schema.get("$ref").and_then(Schema::as_str) {
        return example(root, root.pointer(target.strip_prefix('#')?)?);
    }
    schema.get("anyOf").and_then(Schema::as_array)?.iter().find_map(|form| example(root, form))
}

/// A value as it is written between braces.
fn in_braces(value: &str) -> String {
    let is_plain = value.chars().all(|c| c.is_alphanumeric() || " .-€".contains(c))
        && value.starts_with(char::is_alphanumeric);
    if is_plain {
        value.to_owned()
    } else {
        format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// The known word that is most like a mistyped one, if any is like it.
fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    /// How many bytes a word may have that is compared; none of the known ones has half as many.
    const LONGEST: usize = 64;
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    known
        .map(|known| (strsim::damerau_levenshtein(&word, known), known))
        .filter(|(distance, known)| *distance <= known.chars().count().div_ceil(3))
        .min()
        .map(|(_, known)| known.to_owned())
}

/// A text that is short enough to be said again.
fn short(text: &str) -> Option<String> {
    (text.chars().count() <= 40 && !text.contains('\n')).then(|| text.to_owned())
}
