//! Names in place of keys: the entries of a mapping that are meant as the items of a list.

use std::ops::Range;

use serde_json::Value as Schema;

use super::duplicates::{Entries, indented};
use super::expected::{self, Expected, Shape, in_braces, in_flow, short};
use super::keys;
use super::own_names::{capitalized, groups_of, is_own, words_of};
use super::quoting::quoted;
use super::strays;
use super::tree::{Node, Value};
use super::values::{self, ScalarType};
use super::walk::Walk;
use crate::diagnostic::Edit;
use crate::diagnostic::problem::{Kind, Problem};
use crate::report::KeyPath;

type Properties = serde_json::Map<String, Schema>;

/// The list of a section's groups.
const GROUPS: &str = "groups";
/// The indentation of keys relative to the key that contains them.
const STEP: usize = 2;
/// The keys for lists of a section, the most likely first.
const LISTS: [&str; 2] = ["items", "works"];

/// An entry as an item of a list.
struct Item {
    /// What changes in the text, for an item that begins with a hyphen or already is one.
    edits: Vec<Edit>,
    node: Node,
    problem: Problem,
}

impl Walk<'_> {
    /// A mapping of the author's own names where a list is expected.
    pub(super) fn items_by_name(
        &mut self,
        node: &Node,
        entries: &[(Node, Node)],
        items: &'static Schema,
        path: &KeyPath,
    ) -> Option<Node> {
        if entries.is_empty() || self.written(node).starts_with('{') {
            return None;
        }
        let expected = Expected::of(self.schema, items);
        let found: Option<Vec<Item>> =
            entries.iter().map(|entry| self.as_item(entry, &expected, true)).collect();
        let (first, _) = entries.first()?;
        let items = self.report_items(found?, Vec::new(), &first.range, path)?;
        Some(Node { range: node.range.clone(), value: Value::List(items) })
    }

    /// Entries of a section without a list, in which the author's own names are the items of its list.
    pub(super) fn listed(
        &mut self,
        entries: Entries,
        properties: &'static Properties,
        path: &KeyPath,
    ) -> Entries {
        let Some(list) = LISTS.into_iter().find(|list| properties.contains_key(*list)) else {
            return entries;
        };
        let has_list =
            |(key, _): &(Node, Node)| key.text().is_some_and(|key| [list, "groups", "goals"].contains(&key));
        let is_named = |(key, value): &&(Node, Node)| {
            key.text().is_some_and(|name| is_own(name, properties))
                && !matches!(&value.value, Value::Scalar(scalar) if ScalarType::of(scalar) == ScalarType::Null)
        };
        if entries.iter().any(has_list) {
            return entries;
        }
        let Some(start) = entries.iter().position(|entry| is_named(&entry)) else { return entries };
        let length = entries.iter().skip(start).take_while(is_named).count();
        let named = entries.get(start..start + length).unwrap_or_default();
        let (Some((first, _)), Some(schema)) = (named.first(), properties.get(list)) else { return entries };
        let Shape::List { items: Some(items), .. } = Expected::of(self.schema, schema).shape else {
            return entries;
        };
        if self.is_in_braces(&first.range) || entries.iter().filter(|entry| is_named(entry)).count() > length
        {
            return entries;
        }
        let expected = Expected::of(self.schema, items);
        let found: Option<Vec<Item>> =
            named.iter().map(|entry| self.as_item(entry, &expected, true)).collect();
        let (first, at) = (first.range.clone(), first.range.start);
        let opening = Edit::new(at..at, format!("{list}:\n{}", " ".repeat(self.column(&first))));
        let Some(items) = found.and_then(|found| self.report_items(found, vec![opening], &first, path))
        else {
            return entries;
        };
        let mut entries = entries;
        let range = at..items.last().map_or(at, |item| item.range.end);
        let items = Node { range, value: Value::List(items) };
        entries.splice(start..start + length, [(Node::of_text(list, &(at..at)), items)]);
        entries
    }

    /// An item of a list that is a name with its value or with its keys: `- Ona Upė: pirmininkė`.
    pub(super) fn named_item(
        &mut self,
        node: &Node,
        entries: &[(Node, Node)],
        expected: &Expected<'static>,
        path: &KeyPath,
    ) -> Option<Node> {
        let [entry] = entries else { return None };
        if self.written(node).starts_with('{') {
            return None;
        }
        let Item { edits, node, problem } = self.as_item(entry, expected, false)?;
        let suggestion = self.suggested(&edits, node.range.end);
        self.report(problem, &entry.0.range, path, vec![suggestion]);
        Some(node)
    }

    /// A section whose lists of people or supporters are at the top level, each under the name of its group: `valdyba:`
    /// and `darbuotojai:`.
    pub(super) fn collected(
        &mut self,
        entries: Entries,
        properties: &'static Properties,
        path: &KeyPath,
    ) -> Entries {
        if !path.steps().is_empty() {
            return entries;
        }
        let mut entries = entries;
        for (section, schema) in properties {
            let Shape::Mapping { properties: inner, required } = Expected::of(self.schema, schema).shape
            else {
                continue;
            };
            if required != [GROUPS] || !inner.contains_key(GROUPS) {
                continue;
            }
            let is_group = |(key, value): &(Node, Node)| {
                let is_here = |name: &str| keys::here(name, |key| key == section).is_some();
                matches!(&value.value, Value::List(_)) && key.text().is_some_and(is_here)
            };
            let groups: Vec<usize> = entries
                .iter()
                .enumerate()
                .filter(|(_, entry)| is_group(entry))
                .map(|(index, _)| index)
                .collect();
            let present = entries.iter().position(|(key, _)| key.text() == Some(section));
            if groups.len() + usize::from(present.is_some()) < 2 {
                continue;
            }
            entries = self.in_section(section, entries, &groups, present, path);
        }
        entries
    }

    /// Moves entries at some indexes into the groups of a section.
    fn in_section(
        &mut self,
        section: &'static str,
        entries: Entries,
        groups: &[usize],
        present: Option<usize>,
        path: &KeyPath,
    ) -> Entries {
        let moved: Vec<(Node, Node)> =
            groups.iter().filter_map(|index| entries.get(*index).cloned()).collect();
        let (Some((first, _)), Some(place)) = (moved.first(), present.or(groups.first().copied())) else {
            return entries;
        };
        let known = present.and_then(|index| entries.get(index)).and_then(|(_, value)| match &value.value {
            Value::Mapping(inner) => {
                inner.iter().find(|(key, _)| key.text() == Some(GROUPS)).map(|(_, list)| (value, inner, list))
            }
            _ => None,
        });
        let known = match (present, known) {
            (None, _) => None,
            (Some(_), Some((value, inner, list @ Node { value: Value::List(_), .. })))
                if self.written(list).starts_with('-') =>
            {
                Some((value.clone(), inner.clone(), list.clone()))
            }
            _ => return entries,
        };
        let Some(edits) = self.moves_into(section, &moved, known.as_ref().map(|(_, _, list)| list)) else {
            return entries;
        };
        let title = first.text().unwrap_or_default().to_owned();
        let end = moved.last().map_or(0, |(_, value)| value.range.end);
        let suggestion = self.suggested(&edits, end);
        self.report(Problem::GroupAsKey { title }, &first.range, path, vec![suggestion]);
        let at = first.range.start..first.range.start;
        let new_groups = groups_of(&moved);
        let (key, value) = if let Some((value, inner, list)) = known {
            let inner = inner.into_iter().map(|(key, value)| match value.value {
                Value::List(mut items) if key.text() == Some(GROUPS) => {
                    items.extend(new_groups.clone());
                    (key, Node { range: list.range.clone(), value: Value::List(items) })
                }
                _ => (key, value),
            });
            let inner = Value::Mapping(inner.collect());
            (entries.get(place).map(|(key, _)| key.clone()), Node { range: value.range, value: inner })
        } else {
            let list = Node { range: first.range.clone(), value: Value::List(new_groups) };
            let inner = Value::Mapping(vec![(Node::of_text(GROUPS, &at), list)]);
            (None, Node { range: first.range.clone(), value: inner })
        };
        let key = key.unwrap_or_else(|| Node::of_text(section, &first.range));
        let others = entries.into_iter().enumerate();
        others
            .filter_map(|(index, entry)| match index {
                _ if index == place => Some((key.clone(), value.clone())),
                _ if groups.contains(&index) => None,
                _ => Some(entry),
            })
            .collect()
    }

    /// The edits that move lists of a section into its groups: at the place of the first, or at the end of a list of
    /// groups.
    fn moves_into(&self, section: &str, moved: &[(Node, Node)], list: Option<&Node>) -> Option<Vec<Edit>> {
        let column = list.map_or(STEP * 2, |list| self.column(&list.range));
        let (of_group, of_key) = (" ".repeat(column), " ".repeat(column + STEP));
        let mut edits = Vec::new();
        // Where groups from elsewhere go.
        let mut at = list.map(|list| list.range.start + self.written(list).trim_end().len());
        for (index, (key, value)) in moved.iter().enumerate() {
            let end = value.range.start + self.written(value).trim_end().len();
            let lines = self.lines_of_entry(&key.range, end)?;
            let title = in_braces(&capitalized(key.text()?));
            let group = format!("{of_group}- title: {title}\n{of_key}items");
            let is_next = at.is_some_and(|at| {
                self.text().get(at..lines.start).is_some_and(|between| between.trim().is_empty())
            });
            let is_block = self.written(value).starts_with('-');
            let present = if is_block { self.column(&value.range) } else { 0 };
            let more = (column + STEP * 2).saturating_sub(present);
            match at {
                None if index == 0 => {
                    edits.push(Edit::new(key.range.clone(), format!("{section}:\n  {GROUPS}:\n{group}")));
                    edits.extend(self.deeper(&(key.range.end..end), more));
                    at = Some(end);
                }
                Some(_) if is_next => {
                    edits.push(Edit::new(key.range.clone(), group));
                    edits.extend(self.deeper(&(key.range.end..end), more));
                    at = Some(end);
                }
                at => {
                    let rest = indented(self.text().get(key.range.end..end)?, 0, more);
                    edits.push(Edit::new(at?..at?, format!("\n{group}{rest}")));
                    edits.push(Edit::new(lines, ""));
                }
            }
        }
        edits.sort_by_key(|edit| edit.range.start);
        Some(edits)
    }

    /// A text where a section is expected, as its items, its groups or its contact. The flag is whether that is all that
    /// the section needs.
    pub(super) fn section_of_text(&self, text: &str, expected: &Expected<'static>) -> Option<(String, bool)> {
        let Shape::Mapping { properties, .. } = &expected.shape else { return None };
        let whole = || text.split_whitespace().collect::<Vec<_>>().join(" ");
        if properties.contains_key("address") && properties.contains_key("email") {
            let fits = |(_, name): &&(&'static str, &str)| values::text_error(name, text).is_none();
            let kinds = [("email", "Email"), ("phone", "Phone"), ("website", "Website")];
            let key = kinds.iter().find(fits).map_or("address", |(key, _)| *key);
            return Some((format!("{{ {key}: {} }}", in_braces(&whole())), true));
        }
        let list = LISTS.into_iter().chain([GROUPS]).find(|list| properties.contains_key(*list))?;
        let schema = properties.get(list)?;
        let Shape::List { items: Some(items), .. } = Expected::of(self.schema, schema).shape else {
            return None;
        };
        let item = Expected::of(self.schema, items);
        let as_item = |item: &Expected<'static>, words: &str| {
            if item.takes_text() {
                return Some(in_braces(words));
            }
            let held = item.named_number(self.schema, words).map(|typed| (typed, true));
            held.or_else(|| item.holding(self.schema, words))
                .filter(|(_, is_whole)| *is_whole)
                .map(|(typed, _)| typed)
        };
        if list == GROUPS {
            let Shape::Mapping { properties: of_group, .. } = &item.shape else { return None };
            let Shape::List { items: Some(items), .. } =
                Expected::of(self.schema, of_group.get("items")?).shape
            else {
                return None;
            };
            let title = Expected::of(self.schema, schema)
                .sample(self.schema)
                .pointer("/0/title")?
                .as_str()?
                .to_owned();
            let items = Expected::of(self.schema, items);
            let names = text.replace(" ir ", ",");
            let names = names.split([',', ';', '\n']).map(str::trim).filter(|name| !name.is_empty());
            let items: Option<Vec<String>> = names.map(|name| as_item(&items, name)).collect();
            let items = items.filter(|items| !items.is_empty())?.join(", ");
            return Some((
                format!("{{ {GROUPS}: [ {{ title: {}, items: [ {items} ] }} ] }}", in_braces(&title)),
                false,
            ));
        }
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let lines =
            lines.map(|line| strays::bullet(line).and_then(|start| line.get(start..)).unwrap_or(line));
        let items: Option<Vec<String>> =
            lines.map(|line| as_item(&item, line.trim_start_matches("- "))).collect();
        let items = items.filter(|items| !items.is_empty())?;
        Some((format!("{{ {list}: [ {} ] }}", items.join(", ")), true))
    }

    fn report_items(
        &mut self,
        found: Vec<Item>,
        opening: Vec<Edit>,
        first: &Range<usize>,
        path: &KeyPath,
    ) -> Option<Vec<Node>> {
        let problem = found.first()?.problem.clone();
        let end = found.last()?.node.range.end;
        let mut edits = opening;
        edits.extend(found.iter().flat_map(|item| item.edits.clone()));
        let suggestion = self.suggested(&edits, end);
        self.report(problem, first, path, vec![suggestion]);
        Some(found.into_iter().map(|item| item.node).collect())
    }

    fn as_item(
        &self,
        (key, value): &(Node, Node),
        expected: &Expected<'static>,
        hyphen: bool,
    ) -> Option<Item> {
        let name = key.text()?;
        let dash = if hyphen { "- " } else { "" };
        let written = self.written(value).trim_end();
        let end = value.range.start + written.len();
        let range = key.range.start..end.max(key.range.end);
        let colon = self.text().get(key.range.end..)?.find(':')? + key.range.end;
        if matches!(&value.value, Value::Scalar(scalar) if ScalarType::of(scalar) == ScalarType::Null) {
            return None;
        }
        // The number before the name: `120: savanorių`.
        let reversed = value.text().and_then(|text| expected.pair(self.schema, text, name));
        if let Some(pair) = reversed {
            let node = Node { range: range.clone(), ..Node::parse(&pair).ok()? };
            let edits = vec![Edit::new(range, format!("{dash}{pair}"))];
            return Some(Item { edits, node, problem: Problem::NameAsKey { name: name.to_owned() } });
        }
        if hyphen && is_number(name) {
            let spaces = self.text().get(colon + 1..)?.find(|c| c != ' ')?;
            let edits = vec![Edit::new(key.range.start..colon + 1 + spaces, dash)];
            let node = Node { range, ..value.clone() };
            return Some(Item { edits, node, problem: Problem::BulletList });
        }
        let typed = |typed: String, problem: Problem| {
            let node = Node { range: range.clone(), ..Node::parse(&typed).ok()? };
            let edits = vec![Edit::new(range.clone(), format!("{dash}{typed}"))];
            Some(Item { edits, node, problem })
        };
        let named = || Problem::NameAsKey { name: name.to_owned() };
        match &expected.shape {
            Shape::Mapping { properties, required } if is_own(name, properties) => match &value.value {
                Value::Mapping(inside) => {
                    self.named_mapping((key, value), inside, (properties, required), dash)
                }
                Value::Scalar(scalar) => {
                    if let Some(pair) = expected.pair(self.schema, name, &scalar.text) {
                        return typed(pair, named());
                    }
                    let text = scalar.text.trim();
                    let (of_name, of_value) = self.name_and_value(properties, required, text)?;
                    let value = if values::text_error("Amount", text).is_none()
                        && of_value == "amount"
                        && !text.contains(',')
                    {
                        text.to_owned()
                    } else {
                        in_flow(&Schema::String(text.split_whitespace().collect::<Vec<_>>().join(" ")))
                    };
                    let after = if required.contains(&"after") {
                        format!("after: {}, ", self.part_before(key.range.start))
                    } else {
                        String::new()
                    };
                    typed(
                        format!("{{ {of_name}: {}, {after}{of_value}: {value} }}", in_braces(name)),
                        named(),
                    )
                }
                Value::List(_) => None,
            },
            Shape::Single { kind: Kind::Text, .. } | Shape::Either { .. }
                if hyphen || matches!(value.value, Value::List(_)) =>
            {
                if let Shape::Either { short, long } = &expected.shape
                    && (short.kind() != Kind::Text
                        || matches!(&long.shape, Shape::Mapping { properties, .. } if !is_own(name, properties)))
                {
                    return None;
                }
                let words = words_of(value)?;
                let text = format!("{name}: {words}");
                let problem = Problem::TextWithColon { text: text.clone() };
                typed(quoted(&text), problem)
            }
            _ => None,
        }
    }

    /// A name with a mapping of what belongs to it, as an item with its name inside.
    fn named_mapping(
        &self,
        (key, value): (&Node, &Node),
        entries: &[(Node, Node)],
        (properties, required): (&'static Properties, &[&'static str]),
        dash: &str,
    ) -> Option<Item> {
        let name = key.text()?;
        let written = self.written(value).trim_end();
        let end = value.range.start + written.len();
        let range = key.range.start..end.max(key.range.end);
        let colon = self.text().get(key.range.end..)?.find(':')? + key.range.end;
        let problem = Problem::NameAsKey { name: name.to_owned() };
        let of_name = name_key(self.schema, properties, required)?;
        let is_known = |(key, _): &(Node, Node)| {
            key.text().is_some_and(|key| {
                properties.contains_key(key) || keys::here(key, |key| properties.contains_key(key)).is_some()
            })
        };
        if !entries.iter().any(is_known) || entries.iter().any(|(key, _)| key.text() == Some(of_name)) {
            return None;
        }
        let of_key = format!("{dash}{of_name}: {}", in_braces(name));
        let edits = if written.starts_with('{') {
            let opening = format!("{dash}{{ {of_name}: {},", in_braces(name));
            vec![Edit::new(key.range.start..value.range.start + 1, opening)]
        } else {
            let column = self.column(&key.range) + dash.len();
            let mut edits = vec![Edit::new(key.range.start..colon + 1, of_key)];
            edits.extend(self.moved_lines(&(value.range.start..end), column)?);
            edits
        };
        let at = key.range.start..key.range.start;
        let name = (Node::of_text(of_name, &at), Node::of_text(name, &key.range));
        let entries = [name].into_iter().chain(entries.iter().cloned()).collect();
        Some(Item { edits, node: Node { range: range.clone(), value: Value::Mapping(entries) }, problem })
    }

    /// The keys of the name and of the value that belong to it, where both are texts or the value is an amount.
    fn name_and_value(
        &self,
        properties: &'static Properties,
        required: &[&'static str],
        text: &str,
    ) -> Option<(&'static str, &'static str)> {
        if let (Some(of_text), true) = (
            ["text", "body"].into_iter().find(|key| required.contains(key)),
            ["label", "title"].iter().any(|key| required.contains(key)),
        ) {
            let of_name = required.iter().copied().find(|key| ["label", "title"].contains(key))?;
            return Some((of_name, of_text));
        }
        let of_name = name_key(self.schema, properties, required)?;
        let is_amount = properties.contains_key("amount") && values::text_error("Amount", text).is_none();
        let of_value = if is_amount {
            "amount"
        } else {
            ["role", "text"].into_iter().find(|key| properties.contains_key(*key))?
        };
        Some((of_name, of_value))
    }

    /// A name with what belongs to it in one text, where keys are expected: `Ona Upė – pirmininkė`.
    pub(super) fn named_value(&self, text: &str, expected: &Expected<'static>) -> Option<String> {
        /// What is between a name and its value.
        const BETWEEN: [&str; 5] = [" – ", " — ", " - ", ": ", ", "];
        let Shape::Mapping { properties, required } = &expected.shape else { return None };
        let (name, value) = BETWEEN.iter().find_map(|between| text.split_once(between))?;
        let (name, value) = (name.trim(), value.trim());
        let (of_name, of_value) = self.name_and_value(properties, required, value)?;
        let is_name = name.chars().any(char::is_alphabetic) && of_value != "body" && !value.is_empty();
        let value =
            if of_value == "amount" && !value.contains(',') { value.to_owned() } else { in_braces(value) };
        (is_name && short(text).is_some())
            .then(|| format!("{{ {of_name}: {}, {of_value}: {value} }}", in_braces(name)))
    }

    /// The last part before a position that a section may follow.
    fn part_before(&self, at: usize) -> &str {
        let Value::Mapping(entries) = &self.yaml.tree.value else { return "activities" };
        let mut parts =
            entries.iter().filter(|(key, _)| key.range.start < at).filter_map(|(key, _)| key.text());
        parts.rfind(|key| expected::is_anchor(key)).unwrap_or("activities")
    }

    /// The edits that move the lines of a range, the first of which is on a line of its own, to a column.
    pub(super) fn moved_lines(&self, range: &Range<usize>, column: usize) -> Option<Vec<Edit>> {
        let present = self.column(range);
        let start = range.start - self.text().get(..range.start)?.rsplit('\n').next()?.len();
        if !self.text().get(start..range.start)?.bytes().all(|byte| byte == b' ') {
            return None;
        }
        let mut at = start;
        let mut edits = Vec::new();
        for line in self.text().get(start..range.end)?.split_inclusive('\n') {
            let blank = line.len() - line.trim_start_matches(' ').len();
            if !line.trim().is_empty() {
                match column.checked_sub(present) {
                    Some(0) => {}
                    Some(more) => edits.push(Edit::new(at..at, " ".repeat(more))),
                    None => edits.push(Edit::new(at..at + blank.min(present - column), "")),
                }
            }
            at += line.len();
        }
        Some(edits)
    }
}

/// The key of the name, if it is the only required one and a line.
fn name_key(
    root: &'static Schema,
    properties: &'static Properties,
    required: &[&'static str],
) -> Option<&'static str> {
    let [only] = required else { return None };
    match Expected::of(root, properties.get(*only)?).shape {
        Shape::Single { name: "Line", .. } => Some(only),
        _ => None,
    }
}

/// Whether a key is the number of an item: `1`, `2.` or `3)`.
fn is_number(name: &str) -> bool {
    let digits = name.trim().trim_end_matches(['.', ')']);
    (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}
