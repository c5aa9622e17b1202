//! Keys that authors make up: names of groups, further contacts, and their own sections.

use std::collections::HashSet;
use std::ops::Range;

use serde_json::Value as Schema;

use super::duplicates::{Entries, indented};
use super::expected::{self, Expected, Shape, in_braces, in_flow};
use super::own_names::{ITEMS, TITLE, capitalized, groups_of, is_own, words_of};
use super::quoting::quoted;
use super::tree::{Node, Scalar, Value};
use super::values::ScalarType;
use super::walk::Walk;
use crate::diagnostic::problem::{Kind, Problem};
use crate::diagnostic::{Edit, Suggestion};
use crate::report::KeyPath;

type Properties = serde_json::Map<String, Schema>;

/// The list of a section's groups.
const GROUPS: &str = "groups";
/// The lists for sections and for contacts of other kinds.
const SECTIONS: &str = "sections";
const OTHER: &str = "other";

/// The entries of the mapping with a key.
pub(super) struct Around<'a> {
    /// Their keys.
    pub(super) present: HashSet<&'a str>,
    /// The list for contacts or sections without a key.
    list: Option<&'a Node>,
    /// Keys that unknown keys before it mean.
    pub(super) meant: HashSet<String>,
    /// All of them.
    pub(super) entries: &'a [(Node, Node)],
    /// The last key before it that a section may follow.
    pub(super) anchor: Option<&'a str>,
}

impl<'a> Around<'a> {
    pub(super) fn new(entries: &'a [(Node, Node)], path: &KeyPath) -> Self {
        let name = if path.steps().is_empty() { SECTIONS } else { OTHER };
        let list = entries.iter().find(|(key, _)| key.text() == Some(name)).map(|(_, list)| list);
        let present = entries.iter().filter_map(|(key, _)| key.text()).collect();
        Self { present, list, meant: HashSet::new(), entries, anchor: None }
    }
}

impl Walk<'_> {
    /// Entries in which names of groups, such as `Valdyba:` with a list of people, are under `groups`.
    pub(super) fn grouped(
        &mut self,
        entries: Entries,
        properties: &'static Properties,
        path: &KeyPath,
    ) -> Entries {
        let has_groups = properties.get(GROUPS).is_some_and(|groups| self.takes_titled_groups(groups));
        let takes_items = properties.contains_key(ITEMS);
        let has_list = |(key, _): &(Node, Node)| {
            key.text() == Some(GROUPS) || (key.text() == Some(ITEMS) && takes_items)
        };
        if !has_groups || entries.iter().any(has_list) {
            return entries;
        }
        let is_group = |(key, value): &&(Node, Node)| {
            holds_items(value)
                && key.text().is_some_and(|name| is_own(name, properties) || (name == ITEMS && !takes_items))
        };
        let Some(start) = entries.iter().position(|entry| is_group(&entry)) else { return entries };
        let length = entries.iter().skip(start).take_while(is_group).count();
        let Some(named) = entries.get(start..start + length) else { return entries };
        // A list without a name has that of the sample.
        let sample =
            properties.get(GROUPS).map(|groups| Expected::of(self.schema, groups).sample(self.schema));
        let sample = sample.as_ref().and_then(|sample| sample.pointer("/0/title")?.as_str());
        let named: Entries = named
            .iter()
            .map(|(key, value)| match (key.text(), sample) {
                (Some(ITEMS), Some(title)) => (Node::of_text(title, &key.range), value.clone()),
                _ => (key.clone(), value.clone()),
            })
            .collect();
        let named = named.as_slice();
        let Some((first, _)) = named.first() else { return entries };
        let column = self.column(&first.range);
        let suggestion = self.titled(named, Some((first.range.start, column)), column + 2);
        let title = first.text().unwrap_or_default().to_owned();
        self.report(Problem::GroupAsKey { title }, &first.range, path, vec![suggestion]);
        let groups = Node { range: first.range.clone(), value: Value::List(groups_of(named)) };
        let key = Node::of_text(GROUPS, &(first.range.start..first.range.start));
        let mut entries = entries;
        entries.splice(start..start + length, [(key, groups)]);
        entries
    }

    /// A mapping of names of groups to their items, where a list of groups is expected.
    pub(super) fn groups_by_name(
        &mut self,
        node: &Node,
        entries: &[(Node, Node)],
        items: &'static Schema,
        path: &KeyPath,
    ) -> Option<Node> {
        let Shape::Mapping { properties, required } = Expected::of(self.schema, items).shape else {
            return None;
        };
        let is_group = |(key, value): &(Node, Node)| {
            holds_items(value) && key.text().is_some_and(|name| is_own(name, properties))
        };
        if required != [TITLE, ITEMS] || entries.is_empty() || !entries.iter().all(is_group) {
            return None;
        }
        let (first, _) = entries.first()?;
        let suggestion = self.titled(entries, None, self.column(&first.range));
        let title = first.text()?.to_owned();
        self.report(Problem::GroupAsKey { title }, &first.range, path, vec![suggestion]);
        Some(Node { range: node.range.clone(), value: Value::List(groups_of(entries)) })
    }

    /// A list of items where a section with groups is expected: the items of one group, named as the section is in the
    /// file.
    pub(super) fn items_of_group(
        &mut self,
        node: &Node,
        groups: &'static Schema,
        path: &KeyPath,
        key: &Range<usize>,
    ) -> Option<Node> {
        let Value::List(items) = &node.value else { return None };
        let is_group = |item: &Node| {
            matches!(&item.value, Value::Mapping(entries)
                if entries.iter().any(|(key, _)| [ITEMS, TITLE].map(Some).contains(&key.text())))
        };
        if !self.takes_titled_groups(groups) || items.is_empty() || items.iter().any(is_group) {
            return None;
        }
        let written = self.text().get(key.clone()).unwrap_or_default();
        let sample = || Expected::of(self.schema, groups).sample(self.schema).pointer("/0/title").cloned();
        let title =
            if expected::is_key(written) { sample()?.as_str()?.to_owned() } else { capitalized(written) };
        let of_list = self.written(node).trim_end().to_owned();
        let end = node.range.start + of_list.len();
        let quoted_title = in_braces(&title);
        let start = node.range.start;
        let (opening, more, closing) = if of_list.starts_with('[') {
            (format!("{{ {GROUPS}: [ {{ {TITLE}: {quoted_title}, {ITEMS}: "), 0, " } ] }")
        } else {
            // A list in the column of its key has to be indented.
            let lift = (self.column(key) + 2).saturating_sub(self.column(&node.range));
            let column = self.column(&node.range) + lift;
            let (of_group, of_key) = (" ".repeat(column + 2), " ".repeat(column + 4));
            let opening =
                format!("{GROUPS}:\n{of_group}- {TITLE}: {quoted_title}\n{of_key}{ITEMS}:\n{of_key}  ");
            (" ".repeat(lift) + &opening, 6 + lift, "")
        };
        let mut edits = vec![Edit::new(start..start, opening)];
        if closing.is_empty() {
            edits.extend(self.deeper(&(start..end), more));
        } else {
            edits.push(Edit::new(end..end, closing));
        }
        let suggestion = self.suggested(&edits, end);
        let problem = Problem::WrongType { expected: Kind::Mapping, found: Kind::List, written: None };
        self.report(problem, &node.range, path, vec![suggestion]);
        let start = start..start;
        let name = Node::of_text(&title, key);
        let groups = Value::List(groups_of(&[(name, node.clone())]));
        let groups = Node { range: node.range.clone(), value: groups };
        Some(Node {
            range: node.range.clone(),
            value: Value::Mapping(vec![(Node::of_text(GROUPS, &start), groups)]),
        })
    }

    /// A value whose keys belong to the only key that is expected there: `cover: { file: …, alt: … }`.
    pub(super) fn inside_only_key(
        &mut self,
        node: &Node,
        entries: &[(Node, Node)],
        expected: &Expected<'static>,
        path: &KeyPath,
    ) -> Option<Node> {
        let Shape::Mapping { properties, required } = &expected.shape else { return None };
        let [only] = required.as_slice() else { return None };
        let Shape::Mapping { properties: inner, .. } =
            Expected::of(self.schema, properties.get(*only)?).shape
        else {
            return None;
        };
        let belongs = |(key, _): &(Node, Node)| {
            key.text().is_some_and(|key| inner.contains_key(key) && !properties.contains_key(key))
        };
        if entries.is_empty() || !entries.iter().all(belongs) {
            return None;
        }
        let written = self.written(node).trim_end().to_owned();
        let end = node.range.start + written.len();
        let start = node.range.start;
        let edits = if written.starts_with('{') {
            vec![Edit::new(start..start, format!("{{ {only}: ")), Edit::new(end..end, " }")]
        } else {
            let indentation = " ".repeat(self.column(&node.range) + 2);
            let mut edits = vec![Edit::new(start..start, format!("{only}:\n{indentation}"))];
            edits.extend(self.deeper(&(start..end), 2));
            edits
        };
        let suggestion = self.suggested(&edits, end);
        let place = entries.first().map_or(node.range.clone(), |(key, _)| key.range.clone());
        let problem = Problem::MissingKey { key: (*only).to_owned(), parent: path.to_string() };
        self.report(problem, &place, path, vec![suggestion]);
        let start = start..start;
        Some(Node {
            range: node.range.clone(),
            value: Value::Mapping(vec![(Node::of_text(only, &start), node.clone())]),
        })
    }

    /// Whether a list is one of groups with titles and items.
    fn takes_titled_groups(&self, schema: &'static Schema) -> bool {
        let Shape::List { items: Some(items), .. } = Expected::of(self.schema, schema).shape else {
            return false;
        };
        matches!(Expected::of(self.schema, items).shape, Shape::Mapping { required, .. } if required == [TITLE, ITEMS])
    }

    /// How to write groups with titles: with hyphens in a column, after the key `groups` in another column, if it is
    /// missing.
    fn titled(&self, named: &[(Node, Node)], key: Option<(usize, usize)>, column: usize) -> Suggestion {
        let (mut edits, mut typed) = (Vec::new(), String::new());
        let indentation = " ".repeat(column);
        for (index, (name, value)) in named.iter().enumerate() {
            let title = in_braces(&capitalized(name.text().unwrap_or_default()));
            let written = self.written(value).trim_end();
            let end = value.range.start + written.len();
            if self.is_in_braces(&name.range) {
                let group = format!("{{ {TITLE}: {title}, {ITEMS}: {written} }}");
                typed = if key.is_some() { format!("{GROUPS}: [ {group} ]") } else { format!("[ {group} ]") };
                // Of several groups in braces, the first is shown as an example.
                if key.is_some() && named.len() == 1 {
                    edits.push(Edit::new(name.range.start..end, typed.clone()));
                }
                break;
            }
            let opening = match key {
                Some((_, of_key)) if index == 0 => format!("{GROUPS}:\n{}", " ".repeat(of_key + 2)),
                Some(_) => "  ".to_owned(),
                None => String::new(),
            };
            let group = format!("{opening}- {TITLE}: {title}\n{indentation}  {ITEMS}");
            let more = if key.is_some() { 4 } else { 2 };
            edits.push(Edit::new(name.range.clone(), group));
            edits.extend(self.deeper(&(name.range.end..end), more));
        }
        if typed.is_empty() {
            let end = named.last().map_or(0, |(_, value)| value.range.end);
            return self.suggested(&edits, end);
        }
        self.suggestion(&edits, &typed, true)
    }

    /// Where a key that the format does not know may stand, with its value: a contact, or a section.
    pub(super) fn own(
        &self,
        (key, value): (&Node, &Node),
        around: &Around<'_>,
        path: &KeyPath,
    ) -> Option<(&'static str, Suggestion)> {
        let name = capitalized(key.text()?);
        let written = self.written(value).trim_end();
        let is_plain = |item: &Node| matches!(&item.value, Value::Scalar(Scalar { plain: true, .. }));
        // A list of plain texts is a Markdown list, too.
        let is_list = matches!(&value.value, Value::List(items) if items.iter().all(is_plain))
            && written.starts_with('-')
            && path.steps().is_empty();
        let is_text = is_list
            || (!path.steps().is_empty() && words_of(value).is_some())
            || matches!(&value.value, Value::Scalar(scalar) if ScalarType::of(scalar) != ScalarType::Null);
        let (list, item) = match path.to_string().as_str() {
            "" => {
                let opening = format!(
                    "- {TITLE}: {}\n  after: {}\n  body",
                    in_braces(&name),
                    around.anchor.unwrap_or("activities")
                );
                let rest = self.text().get(key.range.end..value.range.start + written.len())?;
                let body = if is_list {
                    format!(": |{}", indented(rest.trim_start_matches(':'), 0, 4))
                } else if let Value::Scalar(scalar) = &value.value
                    && is_text
                    && !matches!(ScalarType::of(scalar), ScalarType::Text)
                {
                    // A number has to be a text.
                    format!(": {}", quoted(&scalar.text))
                } else if is_text {
                    indented(rest, 0, 4)
                } else {
                    ": Tekstas".to_owned()
                };
                (SECTIONS, format!("{opening}{body}"))
            }
            "contact" => {
                let text = match &value.value {
                    Value::Scalar(scalar) if is_text => scalar.text.trim().replace('\n', " "),
                    _ => words_of(value).unwrap_or_else(|| "…".to_owned()),
                };
                let text = in_flow(&Schema::String(text));
                (OTHER, format!("- {{ label: {}, text: {text} }}", in_braces(&name)))
            }
            _ => return None,
        };
        let place = if list == OTHER { "contact.other" } else { list };
        let column = self.column(&key.range);
        let (edits, typed) = match around.list {
            None if self.is_in_braces(&key.range) => {
                let typed = format!("{list}: [ {} ]", item.trim_start_matches("- "));
                (vec![Edit::new(key.range.start..value.range.start + written.len(), typed.clone())], typed)
            }
            None => {
                let indentation = " ".repeat(column + 2);
                let item = item.replace("\n  after", &format!("\n{indentation}  after"));
                let item = item.replace("\n  body", &format!("\n{indentation}  body"));
                let typed = format!("{list}:\n{indentation}{item}");
                (vec![Edit::new(key.range.start..value.range.start + written.len(), typed.clone())], typed)
            }
            Some(others) => (self.appended(others, &item, (key, value)), item),
        };
        // What is not a text has to be written anew.
        let edits = if is_text { edits } else { Vec::new() };
        let indentation = if typed.contains('\n') { " ".repeat(column) } else { String::new() };
        let shown = first_lines(&format!("{indentation}{typed}"));
        Some((place, self.suggestion(&edits, &shown, is_text)))
    }

    /// How to move a value to the end of a list, as an item with its hyphen. Empty if that takes more than moving lines.
    fn appended(&self, list: &Node, item: &str, (key, value): (&Node, &Node)) -> Vec<Edit> {
        let of_list = self.written(list).trim_end();
        let end = value.range.start + self.written(value).trim_end().len();
        let Some(lines) = self.lines_of_entry(&key.range, end) else { return Vec::new() };
        let removal = Edit::new(lines, "");
        let in_brackets = of_list.starts_with('[');
        if !matches!(list.value, Value::List(_)) || (in_brackets && item.contains('\n')) {
            return Vec::new();
        }
        let insertion = if in_brackets {
            let before = of_list.trim_end_matches(']').trim_end();
            let at = list.range.start + before.len();
            let comma = if before.len() > 1 { ", " } else { " " };
            Edit::new(at..at, format!("{comma}{}", item.trim_start_matches("- ")))
        } else {
            let at = list.range.start + of_list.len();
            let column = self.column(&list.range);
            let indentation = " ".repeat(column);
            let item = item.replace("\n  after", &format!("\n{indentation}  after"));
            let item = item.replace("\n  body", &format!("\n{indentation}  body"));
            Edit::new(at..at, format!("\n{indentation}{item}"))
        };
        let mut edits = vec![insertion, removal];
        edits.sort_by_key(|edit| edit.range.start);
        edits
    }
}

/// Whether a value is a list, or a text in place of one.
fn holds_items(value: &Node) -> bool {
    match &value.value {
        Value::List(_) => true,
        Value::Scalar(scalar) => ScalarType::of(scalar) == ScalarType::Text,
        Value::Mapping(_) => false,
    }
}

/// The lines that show the shape of a suggestion; the rest of a long text is left out.
fn first_lines(typed: &str) -> String {
    const MAX_LINES: usize = 5;
    typed.lines().take(MAX_LINES).collect::<Vec<_>>().join("\n")
}
