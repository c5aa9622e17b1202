//! Keys and values at the wrong level or in the wrong part of a report.

use std::ops::Range;

use serde_json::Value as Schema;

use super::corrections;
use super::duplicates::Entries;
use super::expected::{self, Expected, Shape, in_braces};
use super::keys;
use super::own_keys::Around;
use super::own_names::{capitalized, words_of};
use super::tree::{Node, Scalar, Value};
use super::values::{self, ScalarType};
use super::walk::Walk;
use crate::diagnostic::problem::{Kind, Problem, Syntax};
use crate::diagnostic::{Edit, Suggestion};
use crate::report::KeyPath;

type Properties = serde_json::Map<String, Schema>;

/// The keys for one image and for several.
const IMAGE: &str = "image";
const IMAGES: &str = "images";

impl Walk<'_> {
    /// Entries in which keys at the top level that belong to a section that is missing, such as `name`, are in it.
    pub(super) fn gathered(
        &mut self,
        entries: Entries,
        properties: &'static Properties,
        path: &KeyPath,
    ) -> Entries {
        if !path.steps().is_empty() {
            return entries;
        }
        let section_of = |(key, _): &(Node, Node)| {
            let name = key.text().filter(|name| !properties.contains_key(*name))?;
            expected::place_of(name)?.split_once('.').map(|(section, _)| section.to_owned())
        };
        let is_absent = |section: &String| entries.iter().all(|(key, _)| key.text() != Some(section));
        let Some((start, section)) = entries
            .iter()
            .enumerate()
            .find_map(|(index, entry)| Some((index, section_of(entry).filter(is_absent)?)))
        else {
            return entries;
        };
        let is_part = |entry: &&(Node, Node)| section_of(entry).as_ref() == Some(&section);
        let length = entries.iter().skip(start).take_while(is_part).count();
        let parts = entries.get(start..start + length).unwrap_or_default().to_vec();
        let (Some((first, _)), Some((_, last))) = (parts.first(), parts.last()) else { return entries };
        if self.is_in_braces(&first.range) {
            return entries;
        }
        let (at, end) = (first.range.start, last.range.end.max(first.range.end));
        let mut edits = vec![Edit::new(at..at, format!("{section}:\n  "))];
        edits.extend(self.deeper(&(at..end), 2));
        let suggestion = self.suggested(&edits, end);
        let key = first.text().unwrap_or_default().to_owned();
        let problem = Problem::MisplacedKey { place: format!("{section}.{key}"), key };
        self.report(problem, &first.range, path, vec![suggestion]);
        let value = Node { range: at..end, value: Value::Mapping(parts.clone()) };
        let mut entries = entries;
        entries.splice(start..start + length, [(Node::of_text(&section, &(at..at)), value)]);
        entries
    }

    /// Entries in which a key within braces is apart from its value, though the space after its colon is missing:
    /// `{ label:Nuoma }`.
    pub(super) fn spaced(
        &mut self,
        entries: Entries,
        properties: &'static Properties,
        path: &KeyPath,
    ) -> Entries {
        let mut spaced = Entries::with_capacity(entries.len());
        for (key, value) in entries {
            let parts = key.text().and_then(|text| text.split_once(':'));
            let known = parts.filter(|(name, rest)| {
                value.range.is_empty() && properties.contains_key(*name) && !rest.is_empty()
            });
            let (Some((name, rest)), false) = (known, self.written(&key).starts_with(['"', '\''])) else {
                spaced.push((key, value));
                continue;
            };
            let at = key.range.start + name.len() + 1;
            let suggestion = self.suggestion(&[Edit::new(at..at, " ")], &format!("{name}: {rest}"), true);
            self.report(
                Problem::Misread(Syntax::NoSpace(':')),
                &key.range,
                &path.key(name),
                vec![suggestion],
            );
            let scalar = Scalar { text: rest.to_owned(), plain: true };
            let value = Node { range: at..key.range.end, value: Value::Scalar(scalar) };
            spaced.push((Node::of_text(name, &(key.range.start..at - 1)), value));
        }
        spaced
    }

    /// Entries without a section that is indented into another by mistake, and all that follows it.
    pub(super) fn outdented(
        &mut self,
        entries: Entries,
        properties: &'static Properties,
        path: &KeyPath,
    ) -> Entries {
        let Value::Mapping(sections) = &self.yaml.tree.value else { return entries };
        let is_foreign = |(key, _): &(Node, Node)| {
            key.text().is_some_and(|name| {
                expected::is_section(name)
                    && !properties.contains_key(name)
                    && sections.iter().all(|(section, _)| section.text() != Some(name))
            })
        };
        if path.steps().len() != 1 {
            return entries;
        }
        let Some(start) = entries.iter().position(is_foreign) else { return entries };
        let (Some((key, value)), Some((_, last))) = (entries.get(start), entries.last()) else {
            return entries;
        };
        let (Some(name), Some(lines)) = (key.text(), self.lines_of_entry(&key.range, key.range.end)) else {
            return entries;
        };
        let rest = entries.get(start + 1..).unwrap_or_default();
        // Its keys are in the same column; after a value of its own, nothing may follow.
        let inside = expected::keys_of(name);
        let holds_rest = rest.iter().all(|(key, _)| key.text().is_some_and(|key| inside.contains(&key)));
        if !holds_rest || (!rest.is_empty() && !value.range.is_empty()) {
            return entries;
        }
        let column = self.column(&key.range);
        let end = last.range.start + self.written(last).trim_end().len();
        let mut edits = vec![Edit::new(lines.start..key.range.start, "")];
        if rest.is_empty() {
            let more = self.deeper(&(key.range.start..end), 0);
            edits.extend(
                more.into_iter().map(|edit| Edit::new(edit.range.start..edit.range.start + column, "")),
            );
        }
        let suggestion = self.suggested(&edits, end);
        let problem = Problem::MisplacedKey { key: name.to_owned(), place: name.to_owned() };
        self.moved.insert(name.to_owned());
        self.report(problem, &key.range, &path.key(name), vec![suggestion]);
        entries.into_iter().take(start).collect()
    }

    /// A value with one level too many: `image: { image: { file: … } }`.
    pub(super) fn without_level(
        &mut self,
        node: &Node,
        entries: &[(Node, Node)],
        expected: &Expected<'static>,
        path: &KeyPath,
    ) -> Option<Node> {
        let [(key, inner @ Node { value: Value::Mapping(inside), .. })] = entries else { return None };
        let Shape::Mapping { properties, .. } = &expected.shape else { return None };
        let name = key.text()?;
        if properties.contains_key(name) || expected.keys_in(inside) == 0 {
            return None;
        }
        let written = self.written(inner).trim_end();
        let (start, end) = (inner.range.start, inner.range.start + written.len());
        let edits = if written.starts_with('{') {
            let whole = node.range.start + self.written(node).trim_end().len();
            vec![Edit::new(node.range.start..start, ""), Edit::new(end..whole.max(end), "")]
        } else {
            let lines = self.lines_of_entry(&key.range, key.range.end)?;
            let first = start - self.column(&inner.range);
            let mut edits = vec![Edit::new(lines.start..first, "")];
            edits.extend(self.moved_lines(&(start..end), self.column(&key.range))?);
            edits
        };
        let suggestion = self.suggested(&edits, end);
        let problem = Problem::ExtraLevel { key: name.to_owned() };
        self.report(problem, &key.range, &path.key(name), vec![suggestion]);
        Some(inner.clone())
    }

    /// Keys with hyphens before them, where one mapping is expected.
    pub(super) fn without_hyphens(
        &mut self,
        node: &Node,
        items: &[Node],
        expected: &Expected<'static>,
        path: &KeyPath,
    ) -> Option<Node> {
        let Shape::Mapping { properties, .. } = &expected.shape else { return None };
        let holds_list = ["items", "groups", "works"].iter().any(|list| properties.contains_key(*list));
        let is_only = items.len() == 1 && !holds_list;
        let mut entries: Entries = Vec::new();
        let mut edits = Vec::new();
        for item in items {
            let Value::Mapping(inner) = &item.value else { return None };
            if (expected.keys_in(inner) < inner.len() && !is_only)
                || inner.iter().any(|(key, _)| entries.iter().any(|(known, _)| known.text() == key.text()))
            {
                return None;
            }
            let before = self.text().get(..item.range.start)?;
            let hyphen = before.trim_end_matches(' ').strip_suffix('-')?.len();
            if self.written(item).starts_with('{') {
                return None;
            }
            let width = item.range.start - hyphen;
            edits.push(Edit::new(hyphen..item.range.start, ""));
            let end = item.range.start + self.written(item).trim_end().len();
            edits.extend(
                self.deeper(&(item.range.start..end), 0)
                    .into_iter()
                    .map(|edit| Edit::new(edit.range.start..edit.range.start + width, "")),
            );
            entries.extend(inner.iter().cloned());
        }
        if entries.is_empty() {
            return None;
        }
        let suggestion = self.suggested(&edits, node.range.end);
        self.report(Problem::Misread(Syntax::Hyphen), &node.range, path, vec![suggestion]);
        Some(Node { range: node.range.clone(), value: Value::Mapping(entries) })
    }

    /// Several files in one text where images are expected: `image: a.jpg, b.jpg`.
    pub(super) fn several_images(
        &mut self,
        entries: Entries,
        properties: &'static Properties,
        path: &KeyPath,
    ) -> Entries {
        let Some(schema) = properties.get(IMAGES) else { return entries };
        let Shape::List { items: Some(items), .. } = Expected::of(self.schema, schema).shape else {
            return entries;
        };
        let image = Expected::of(self.schema, items);
        let mut entries = entries;
        for (key, value) in &mut entries {
            let is_list =
                matches!(&value.value, Value::List(list) if list.iter().all(|item| item.text().is_none()));
            if key.text() == Some(IMAGE) && is_list {
                let end = value.range.start + self.written(value).trim_end().len();
                let suggestion = self.suggested(&[Edit::new(key.range.clone(), IMAGES)], end);
                let problem =
                    Problem::WrongType { expected: Kind::Mapping, found: Kind::List, written: None };
                self.report(problem, &key.range, &path.key(IMAGE), vec![suggestion]);
                *key = Node::of_text(IMAGES, &key.range);
            }
        }
        let is_alone =
            entries.iter().filter(|(key, _)| [IMAGE, IMAGES].map(Some).contains(&key.text())).count() == 1;
        let found = entries.iter().enumerate().find_map(|(index, (key, value))| {
            let files = match &value.value {
                _ if ![IMAGE, IMAGES].map(Some).contains(&key.text()) => None,
                Value::Scalar(scalar) => files_in(&scalar.text),
                Value::List(list) => {
                    let several = list.iter().any(|item| item.text().and_then(files_in).is_some());
                    let files = list.iter().map(|item| {
                        let text = item.text()?;
                        files_in(text).or_else(|| Some(vec![text.trim().to_owned()]))
                    });
                    files.collect::<Option<Vec<_>>>().filter(|_| several).map(|files| files.concat())
                }
                Value::Mapping(_) => None,
            };
            files.map(|files| (index, key.clone(), value.clone(), files))
        });
        let Some((index, key, value, files)) = found.filter(|_| is_alone) else { return entries };
        let typed: Option<Vec<String>> =
            files.iter().map(|file| image.holding(self.schema, file).map(|(typed, _)| typed)).collect();
        let Some(typed) = typed else { return entries };
        let indentation = " ".repeat(self.column(&key.range) + 2);
        let typed = if self.is_in_braces(&key.range) {
            format!("{IMAGES}: [ {} ]", typed.join(", "))
        } else {
            let items: Vec<String> = typed.iter().map(|typed| format!("\n{indentation}- {typed}")).collect();
            format!("{IMAGES}:{}", items.concat())
        };
        let end = value.range.start + self.written(&value).trim_end().len();
        let suggestion =
            Suggestion { is_meant: false, ..self.suggested(&[Edit::new(key.range.start..end, typed)], end) };
        let found = if matches!(value.value, Value::List(_)) { Kind::List } else { Kind::Text };
        let problem = Problem::WrongType { expected: Kind::Mapping, found, written: None };
        self.report(problem, &value.range, &path.key(IMAGE), vec![suggestion]);
        entries.remove(index);
        entries
    }

    /// Where the words of a key that the format does not know here may stand, if nowhere else: in the text beside it, in
    /// brackets after the name, or below the heading.
    pub(super) fn among_others(
        &self,
        (key, value): (&Node, &Node),
        around: &Around<'_>,
        properties: &'static Properties,
    ) -> Option<(&'static str, Suggestion)> {
        const HEADINGS: [&str; 6] = ["title", "name", "label", "pavadinimas", "antraštė", "tema"];
        let words = words_of(value)?;
        let name = key.text()?.to_lowercase();
        let is_heading = HEADINGS.contains(&name.as_str());
        let present = |target: &str| around.entries.iter().find(|(key, _)| key.text() == Some(target));
        let in_text = ["text", "body"].into_iter().find(|target| properties.contains_key(*target));
        let in_name = ["label", "name", "title"]
            .into_iter()
            .find(|target| properties.contains_key(*target) && present(target).is_some());
        let in_motto =
            Some("motto").filter(|target| properties.contains_key(*target) && present(target).is_none());
        let target = in_text.or(in_motto).or(in_name)?;
        let sentence = |words: &str| {
            if words.ends_with(['.', '!', '?', '…']) { words.to_owned() } else { format!("{words}.") }
        };
        let phrase = if is_heading { words } else { format!("{}: {words}", capitalized(key.text()?)) };
        let end = value.range.start + self.written(value).trim_end().len();
        let Some((_, old)) = present(target) else {
            let edit =
                Edit::new(key.range.start..end, format!("{target}: {}", in_braces(&sentence(&phrase))));
            return Some((target, self.suggested(&[edit], end)));
        };
        let scalar = old.text().filter(|text| !text.trim().is_empty())?;
        let removal = self.without_entry(&key.range, end)?;
        let is_block = self.is_block(old.range.start);
        let old_end = old.range.start + self.written(old).trim_end().len();
        let column = " ".repeat(self.column(&old.range));
        let change = if in_text.is_none() {
            Edit::new(old.range.start..old_end, in_braces(&format!("{scalar} ({phrase})")))
        } else if is_block && is_heading {
            Edit::new(old.range.start..old.range.start, format!("{} ", sentence(&phrase)))
        } else if is_block {
            Edit::new(old_end..old_end, format!("\n{column}{}", sentence(&phrase)))
        } else {
            let words = scalar.split_whitespace().collect::<Vec<_>>().join(" ");
            let phrase = sentence(&phrase);
            let text = if is_heading {
                format!("{phrase} {words}")
            } else {
                format!("{} {phrase}", sentence(&words))
            };
            Edit::new(self.with_indicator(old.range.start)..old_end, in_braces(&text))
        };
        let mut edits = vec![change, removal];
        edits.sort_by_key(|edit| edit.range.start);
        Some((target, Suggestion { is_meant: false, ..self.suggested(&edits, 0) }))
    }

    /// The edit that deletes a key with its value up to an end.
    pub(super) fn without_entry(&self, key: &Range<usize>, end: usize) -> Option<Edit> {
        let text = self.text();
        if self.is_in_braces(key) {
            let before = text.get(..key.start)?.trim_end_matches([' ', '\n']);
            if let Some(before) = before.strip_suffix(',') {
                return Some(Edit::new(before.len()..end, ""));
            }
            let after = text.get(end..)?.trim_start().strip_prefix(',')?.trim_start();
            return Some(Edit::new(key.start..text.len() - after.len(), ""));
        }
        if let Some(lines) = self.lines_of_entry(key, end) {
            return Some(Edit::new(lines, ""));
        }
        // The first key of an item gives its place to the next.
        let rest = text.get(end..)?;
        let next = text.len() - rest.trim_start().len();
        (self.column(&(next..next)) == self.column(key)).then(|| Edit::new(key.start..next, ""))
    }

    /// A period in months, where the keys for its beginning and its end are expected: `period: 2022-03 – 2024-02`.
    pub(super) fn period_of_months(
        &self,
        (key, value): (&Node, &Node),
        properties: &'static Properties,
    ) -> Option<Suggestion> {
        const WORDS: [&str; 5] = ["period", "laikotarpis", "trukmė", "data", "date"];
        let name = key.text()?.to_lowercase();
        let takes_months = ["from", "to"].iter().all(|key| properties.contains_key(*key));
        if !takes_months || !WORDS.contains(&name.as_str()) {
            return None;
        }
        let (from, to) = corrections::two_months(value.text()?)?;
        let end = value.range.start + self.written(value).trim_end().len();
        let separator = if self.is_in_braces(&key.range) {
            ", ".to_owned()
        } else {
            format!("\n{}", " ".repeat(self.column(&key.range)))
        };
        let edit = Edit::new(key.range.start..end, format!("from: {from}{separator}to: {to}"));
        Some(self.suggested(&[edit], end))
    }

    /// The key that is meant by an unknown one: the only required key that is missing, if the value fits it.
    pub(super) fn only_missing(
        &self,
        value: &Node,
        around: &Around<'_>,
        properties: &'static Properties,
        required: &[&'static str],
    ) -> Option<&'static str> {
        let mut missing = required.iter().filter(|key| !around.present.contains(**key));
        let (only, None) = (missing.next()?, missing.next()) else { return None };
        let means = |(key, _): &(Node, Node)| {
            key.text().is_some_and(|key| keys::here(key, |key| key == *only).is_some())
        };
        if around.meant.contains(*only) || around.entries.iter().any(means) {
            return None;
        }
        let fits = match (&Expected::of(self.schema, properties.get(*only)?).shape, &value.value) {
            (Shape::Single { name, kind }, Value::Scalar(scalar)) => {
                ScalarType::of(scalar) != ScalarType::Null
                    && *kind != Kind::Integer
                    && values::text_error(name, &scalar.text).is_none()
            }
            (Shape::List { .. }, Value::List(_)) => true,
            (Shape::Mapping { .. }, Value::Scalar(scalar)) => {
                let expected = Expected::of(self.schema, properties.get(*only)?);
                expected.holding(self.schema, &scalar.text).is_some_and(|(_, is_whole)| is_whole)
            }
            _ => false,
        };
        fits.then_some(*only)
    }

    /// Whether a value is a text block after `|` or `>`.
    fn is_block(&self, start: usize) -> bool {
        self.with_indicator(start) < start
    }
}

/// The file and the alternative text of an image in one text: `a.jpg, Talka`, or the same in Markdown or HTML.
pub(super) fn image_in(text: &str) -> Option<(String, String)> {
    /// What is between a file and its description.
    const BETWEEN: [&str; 5] = [", ", "; ", " – ", " - ", ": "];
    let attribute =
        |name: &str| text.split_once(&format!("{name}=\""))?.1.split_once('"').map(|(value, _)| value);
    let markdown =
        || text.strip_prefix("![")?.strip_suffix(')')?.split_once("](").map(|(alt, file)| (file, alt));
    let html = || Some((attribute("src")?, attribute("alt")?)).filter(|_| text.starts_with('<'));
    let plain = || BETWEEN.iter().find_map(|between| text.split_once(between));
    let (file, alt) = markdown().or_else(html).or_else(plain)?;
    let (file, alt) = (file.trim(), alt.trim());
    let is_file = file.rsplit('/').next().is_some_and(|name| name.contains('.') && !name.contains(' '))
        && values::text_error("ImagePath", file).is_none();
    (is_file && !alt.is_empty() && !alt.contains('\n')).then(|| (file.to_owned(), alt.to_owned()))
}

/// The image files in a text, if there are several.
fn files_in(text: &str) -> Option<Vec<String>> {
    let separated = text.replace(" ir ", ",");
    let files: Vec<String> = separated
        .split([',', ';', '\n'])
        .map(str::trim)
        .filter(|file| !file.is_empty())
        .map(str::to_owned)
        .collect();
    let is_file = |file: &String| file.contains('.') && values::text_error("ImagePath", file).is_none();
    (files.len() > 1 && files.iter().all(is_file)).then_some(files)
}

/// Whether a word asks for a sum that is computed.
pub(super) fn is_total(word: &str) -> bool {
    word == "total" || keys::here(word, |key| key == "total").is_some()
}
