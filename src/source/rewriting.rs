//! Values whose form is not the expected one, though the intention is clear.

use std::ops::Range;

use super::corrections::{self, Correction};
use super::expected::{self, Expected, Shape};
use super::guess::shown;
use super::line::Line;
use super::own_names::words_of;
use super::quoting::{quote, quoted};
use super::tree::{Node, Scalar, Value};
use super::values::{self, ScalarType};
use super::walk::Walk;
use crate::diagnostic::Edit;
use crate::diagnostic::problem::{Kind, Problem, Syntax};
use crate::report::{KeyPath, ValueError, Year};

/// The indentation of keys relative to the key that contains them.
const STEP: &str = "  ";

type Properties = serde_json::Map<String, serde_json::Value>;

impl Walk<'_> {
    /// Reports and rewrites a value in the expected form, if its intention is unambiguous.
    pub(super) fn otherwise_written(
        &mut self,
        node: &Node,
        expected: &Expected<'static>,
        path: &KeyPath,
    ) -> Option<Node> {
        match (&expected.shape, &node.value) {
            (Shape::Mapping { .. }, Value::Mapping(entries)) => self
                .doubled_braces(node, entries, path)
                .or_else(|| self.pair(node, entries, expected, path))
                .or_else(|| self.named_item(node, entries, expected, path))
                .or_else(|| self.inside_only_key(node, entries, expected, path))
                .or_else(|| self.without_level(node, entries, expected, path)),
            (Shape::Mapping { .. }, Value::List(items)) => self
                .brackets_for_braces(node, items, path)
                .or_else(|| self.without_hyphens(node, items, expected, path)),
            (Shape::List { items: Some(items), .. }, Value::Mapping(entries)) => {
                let item = Expected::of(self.schema, items);
                self.pairs(node, entries, &item, path)
                    .or_else(|| self.groups_by_name(node, entries, items, path))
                    .or_else(|| self.items_by_name(node, entries, items, path))
            }
            (Shape::Single { name: "ImagePath", .. }, Value::Mapping(entries)) => {
                self.path_of_image(node, entries, path)
            }
            (Shape::Single { name, kind: Kind::Text }, Value::Mapping(_) | Value::List(_)) => {
                self.text_of_list(node, name, path).or_else(|| self.text_in_brackets(node, path))
            }
            (Shape::Either { short, long }, Value::Mapping(_) | Value::List(_))
                if short.kind() == Kind::Text
                    && matches!(long.shape, Shape::Mapping { .. })
                    && !Self::has_key_of(node, long) =>
            {
                let name = if let Shape::Single { name, .. } = short.shape { name } else { "" };
                self.text_of_list(node, name, path).or_else(|| self.text_in_brackets(node, path)).or_else(
                    || match &node.value {
                        Value::Mapping(entries) => self.named_item(node, entries, expected, path),
                        _ => None,
                    },
                )
            }
            _ => None,
        }
    }

    /// `{{ a: b }}`, which YAML reads as a mapping used as a key.
    fn doubled_braces(&mut self, node: &Node, entries: &[(Node, Node)], path: &KeyPath) -> Option<Node> {
        let [(inner @ Node { value: Value::Mapping(_), .. }, nothing)] = entries else { return None };
        if !nothing.range.is_empty() {
            return None;
        }
        let words = self.written(inner).to_owned();
        let edits = [
            Edit::new(node.range.start..inner.range.start, ""),
            Edit::new(inner.range.end..node.range.end, ""),
        ];
        let suggestion = self.suggestion(&edits, &shown(&words), true);
        self.report(Problem::Misread(Syntax::Braces), &node.range, path, vec![suggestion]);
        Some(inner.clone())
    }

    /// `[ a: b, c: d ]`, which YAML reads as a list of mappings.
    fn brackets_for_braces(&mut self, node: &Node, items: &[Node], path: &KeyPath) -> Option<Node> {
        let words = self.written(node).trim_end().to_owned();
        let inner = words.strip_prefix('[')?.strip_suffix(']')?;
        // These are items of a list, not its parts.
        if items.iter().any(|item| self.written(item).starts_with('{')) {
            return None;
        }
        let entries: Option<Vec<(Node, Node)>> = items
            .iter()
            .map(|item| match &item.value {
                Value::Mapping(entries) => match entries.as_slice() {
                    [entry] => Some(entry.clone()),
                    _ => None,
                },
                _ => None,
            })
            .collect();
        let entries = entries.filter(|entries| !entries.is_empty())?;
        let end = node.range.start + words.len();
        let edits = [Edit::new(node.range.start..node.range.start + 1, "{"), Edit::new(end - 1..end, "}")];
        let suggestion = self.suggestion(&edits, &shown(&format!("{{{inner}}}")), true);
        self.report(Problem::Misread(Syntax::Braces), &node.range, path, vec![suggestion]);
        Some(Node { range: node.range.clone(), value: Value::Mapping(entries) })
    }

    /// `Sąnaudos: 28344`, where the words should be the value of one key and the number that of another.
    fn pair(
        &mut self,
        node: &Node,
        entries: &[(Node, Node)],
        expected: &Expected<'static>,
        path: &KeyPath,
    ) -> Option<Node> {
        let [(key, value)] = entries else { return None };
        let typed = expected.pair(self.schema, key.text()?, value.text()?)?;
        let problem = Problem::NameAsKey { name: key.text()?.to_owned() };
        let suggestion = self.in_place(&node.range, &typed, true);
        self.report(problem, &node.range, path, vec![suggestion]);
        Some(Node { range: node.range.clone(), ..Node::parse(&typed).ok()? })
    }

    /// Several such pairs in place of a list.
    fn pairs(
        &mut self,
        node: &Node,
        entries: &[(Node, Node)],
        item: &Expected<'static>,
        path: &KeyPath,
    ) -> Option<Node> {
        let typed: Option<Vec<String>> =
            entries.iter().map(|(key, value)| item.pair(self.schema, key.text()?, value.text()?)).collect();
        let typed = typed.filter(|typed| !typed.is_empty())?;
        if self.written(node).starts_with('{') {
            return None;
        }
        let edits: Vec<Edit> = entries
            .iter()
            .zip(&typed)
            .map(|((key, value), typed)| Edit::new(key.range.start..value.range.end, format!("- {typed}")))
            .collect();
        let first = format!("- {}", typed.first()?);
        let name = entries.first()?.0.text()?.to_owned();
        let suggestion = self.suggestion(&edits, &shown(&first), true);
        self.report(Problem::NameAsKey { name }, &node.range, path, vec![suggestion]);
        let items: Option<Vec<Node>> = typed
            .iter()
            .zip(entries)
            .map(|(typed, (key, _))| Some(Node { range: key.range.clone(), ..Node::parse(typed).ok()? }))
            .collect();
        Some(Node { range: node.range.clone(), value: Value::List(items?) })
    }

    /// `{ file: a.jpg, alt: … }` where only the path of a picture is expected, such as a logo.
    fn path_of_image(&mut self, node: &Node, entries: &[(Node, Node)], path: &KeyPath) -> Option<Node> {
        let (_, file) = entries.iter().find(|(key, _)| key.text() == Some("file"))?;
        let typed = corrections::typed(file.text()?);
        let suggestion = self.in_place(&node.range, &typed, true);
        let problem = Problem::WrongType { expected: Kind::Text, found: Kind::Mapping, written: None };
        self.report(problem, &node.range, path, vec![suggestion]);
        Some(Node { range: node.range.clone(), ..file.clone() })
    }

    /// A text that begins with a bracket, which YAML reads as a list or a mapping.
    fn text_in_brackets(&mut self, node: &Node, path: &KeyPath) -> Option<Node> {
        let words = self.written(node).trim_end().to_owned();
        let sign = words.chars().next().filter(|c| matches!(c, '[' | '{'))?;
        let range = node.range.start..node.range.start + words.len();
        let suggestion = self.suggestion(&quote(self.text(), range.clone()), &shown(&quoted(&words)), true);
        self.report(Problem::Misread(Syntax::Character(sign)), &range, path, vec![suggestion]);
        Some(Node { range, value: Value::Scalar(Scalar { text: words, plain: false }) })
    }

    /// A list of texts where one text is expected, or a single key with such a list: `{ items: [ … ] }`.
    fn text_of_list(&mut self, node: &Node, name: &str, path: &KeyPath) -> Option<Node> {
        let (list, found) = match &node.value {
            Value::List(_) => (node, Kind::List),
            Value::Mapping(entries) => match entries.as_slice() {
                [(key, list @ Node { value: Value::List(_), .. })] if expected::is_key(key.text()?) => {
                    (list, Kind::Mapping)
                }
                _ => return None,
            },
            Value::Scalar(_) => return None,
        };
        if found == Kind::List && self.written(node).starts_with('[') {
            return None;
        }
        let words = words_of(list)?;
        let problem = Problem::WrongType { expected: Kind::Text, found, written: None };
        let typed = corrections::typed(&words);
        // In a text of several blocks, the list stays a list.
        let block = self.as_block(node, list).filter(|_| name == "Blocks");
        let suggestion = match &block {
            Some(edits) => self.suggested(edits, list.range.end),
            None => self.in_place(&node.range, &typed, true),
        };
        let text = if block.is_some() { self.written(list).to_owned() } else { words };
        self.report(problem, &node.range, path, vec![suggestion]);
        Some(Node { range: node.range.clone(), value: Value::Scalar(Scalar { text, plain: false }) })
    }

    /// The edits that make a text block of a list that begins on the line after the key.
    fn as_block(&self, node: &Node, list: &Node) -> Option<Vec<Edit>> {
        let before = self.text().get(..node.range.start)?.trim_end();
        let of_list = self.written(list).trim_end();
        if !before.ends_with(':') || !of_list.starts_with('-') {
            return None;
        }
        let line = Line::at(self.text(), before.len() - 1);
        let column = line.key?.start - line.range.start + STEP.len();
        let of_line = self.text().get(..list.range.start)?.rfind('\n')? + 1;
        let of_key = self.text().get(..node.range.start)?.rfind('\n')? + 1;
        let mut edits = vec![Edit::new(before.len()..before.len(), " |")];
        if of_key < of_line {
            edits.push(Edit::new(of_key..of_line, ""));
        }
        edits.extend(self.moved_lines(&(list.range.start..list.range.start + of_list.len()), column)?);
        Some(edits)
    }

    fn has_key_of(node: &Node, expected: &Expected<'static>) -> bool {
        match &node.value {
            Value::Mapping(entries) => expected.keys_in(entries) > 0,
            _ => false,
        }
    }

    /// Several values in one text, where a list is allowed: `a@b.lt, c@d.lt`.
    pub(super) fn several(
        scalar: &Scalar,
        expected: &Expected<'static>,
        short: &Expected<'static>,
    ) -> Option<(ValueError, Correction)> {
        let Shape::Either { long, .. } = &expected.shape else { return None };
        let (Shape::List { .. }, Shape::Single { name, .. }) = (&long.shape, &short.shape) else {
            return None;
        };
        let error = values::text_error(name, &scalar.text)?;
        // YAML has joined lines with a space.
        let separated = [" ir ", " arba ", " / "]
            .iter()
            .fold(scalar.text.replace(" +", ",+").replace(" -+", ",+"), |text, word| text.replace(word, ","));
        let parts: Vec<&str> =
            separated.split([',', ';', '|', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
        let typed: Option<Vec<String>> = parts
            .iter()
            .map(|part| match values::text_error(name, part) {
                None => Some(corrections::typed(part)),
                // A part with other words beside it: `faks. 8 5 200 00 00`.
                Some(error) => match corrections::of(name, part, &error).as_slice() {
                    [Correction { typed, is_meant: true }] => Some(typed.clone()),
                    _ => None,
                },
            })
            .collect();
        let typed = typed.filter(|typed| typed.len() > 1)?;
        Some((error, Correction { typed: format!("[ {} ]", typed.join(", ")), is_meant: true }))
    }

    /// Two dates in a text or a list, where a period with keys is expected.
    pub(super) fn days(&self, node: &Node, expected: &Expected<'static>) -> Option<String> {
        let Shape::Mapping { properties, .. } = &expected.shape else { return None };
        if properties.len() != 2 || !["from", "to"].iter().all(|key| properties.contains_key(*key)) {
            return None;
        }
        let (from, to) = corrections::two_days(self.written(node))?;
        Some(format!("{{ from: {from}, to: {to} }}"))
    }

    /// A period within the year of the report, as an example.
    pub(super) fn sample_period(&self, expected: &Expected<'static>) -> Option<String> {
        let Shape::Mapping { properties, .. } = &expected.shape else { return None };
        let is_period =
            properties.len() == 2 && ["from", "to"].iter().all(|key| properties.contains_key(*key));
        let year = self.year_of_report().filter(|_| is_period)?.get();
        Some(format!("{{ from: {year}-09-01, to: {year}-12-31 }}"))
    }

    /// A day of a period that is written without its year: that of the report.
    pub(super) fn day_of_period(&self, text: &str, key: &str) -> Option<String> {
        let year = self.year_of_report().filter(|_| ["from", "to"].contains(&key))?;
        corrections::day_in_year(year, text, key)
    }

    pub(super) fn year_of_report(&self) -> Option<Year> {
        self.top_level("year").and_then(Year::from_key)
    }

    /// Moves keys that belong to the key above them, but are not indented, into its value.
    pub(super) fn indented(
        &mut self,
        entries: &[(Node, Node)],
        properties: &'static Properties,
        path: &KeyPath,
    ) -> Vec<(Node, Node)> {
        let mut moved = Vec::with_capacity(entries.len());
        let mut rest = entries.iter();
        while let Some((key, value)) = rest.next() {
            let inner = match (&value.value, key.text().and_then(|key| properties.get(key))) {
                (Value::Scalar(scalar), Some(schema))
                    if value.range.is_empty() && ScalarType::of(scalar) == ScalarType::Null =>
                {
                    Expected::of(self.schema, schema).shape
                }
                _ => Shape::Anything,
            };
            let Shape::Mapping { properties: inner, .. } = inner else {
                moved.push((key.clone(), value.clone()));
                continue;
            };
            let belongs = |(key, _): &&(Node, Node)| {
                key.text().is_some_and(|key| inner.contains_key(key) && !properties.contains_key(key))
            };
            let inside: Vec<(Node, Node)> = rest.clone().take_while(belongs).cloned().collect();
            let (Some((first, _)), Some((_, last))) = (inside.first(), inside.last()) else {
                moved.push((key.clone(), value.clone()));
                continue;
            };
            let column = self.column(&first.range);
            let range = first.range.start - column..last.range.end.max(first.range.end);
            let key_path = path.key(key.text().unwrap_or_default());
            let lines = self.lines_of(&range);
            let edits: Vec<Edit> = lines.iter().map(|start| Edit::new(*start..*start, STEP)).collect();
            let words = self.text().get(first.range.start..range.end).unwrap_or_default();
            let typed = format!("{}{STEP}{}", " ".repeat(column), words.lines().next().unwrap_or_default());
            let suggestion = self.suggestion(&edits, &shown(&typed), true);
            self.report(Problem::Misread(Syntax::Indentation), &first.range, &key_path, vec![suggestion]);
            for _ in &inside {
                rest.next();
            }
            moved.push((
                key.clone(),
                Node { range: first.range.start..range.end, value: Value::Mapping(inside) },
            ));
        }
        moved
    }

    /// Splits an item whose first key is repeated: the second item lacks its hyphen.
    pub(super) fn with_hyphens(&mut self, nodes: &[Node], path: &KeyPath) -> Vec<Node> {
        let mut items = Vec::with_capacity(nodes.len());
        for node in nodes {
            let Value::Mapping(entries) = &node.value else {
                items.push(node.clone());
                continue;
            };
            let first_key = entries.first().and_then(|(key, _)| key.text());
            let starts: Vec<usize> = entries
                .iter()
                .enumerate()
                .filter(|(index, (key, _))| {
                    *index == 0 || (key.text() == first_key && self.begins_line(&key.range))
                })
                .map(|(index, _)| index)
                .collect();
            if starts.len() < 2 {
                items.push(node.clone());
                continue;
            }
            let ends = starts.iter().skip(1).copied().chain([entries.len()]);
            for (start, end) in starts.iter().copied().zip(ends) {
                let Some(part) = entries.get(start..end) else { continue };
                let (Some((key, _)), Some((_, last))) = (part.first(), part.last()) else { continue };
                if start > 0 {
                    let words = self.text().get(key.range.start..).and_then(|text| text.lines().next());
                    let typed = format!("- {}", words.unwrap_or_default());
                    let edit = Edit::new(key.range.start - STEP.len()..key.range.start, "- ");
                    let suggestion = self.suggestion(&[edit], &shown(&typed), true);
                    let at = path.item(items.len());
                    self.report(Problem::Misread(Syntax::NoHyphen), &key.range, &at, vec![suggestion]);
                }
                let range = key.range.start..last.range.end.max(key.range.end);
                items.push(Node { range, value: Value::Mapping(part.to_vec()) });
            }
        }
        items
    }

    /// Whether a key begins its line, with enough indentation for a hyphen.
    fn begins_line(&self, key: &Range<usize>) -> bool {
        let before = self.text().get(..key.start).unwrap_or_default();
        let blank = before.rsplit('\n').next().unwrap_or_default();
        blank.len() >= STEP.len() && blank.bytes().all(|byte| byte == b' ')
    }

    /// Where the non-blank lines of a range begin.
    fn lines_of(&self, range: &Range<usize>) -> Vec<usize> {
        let mut start = range.start;
        let mut starts = Vec::new();
        for line in self.text().get(range.clone()).unwrap_or_default().split_inclusive('\n') {
            if !line.trim().is_empty() {
                starts.push(start);
            }
            start += line.len();
        }
        starts
    }
}
