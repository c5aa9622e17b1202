//! Changes in the words of a document since an earlier version.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::{Document, ORIGIN, WORDS};
use crate::report::{KeyPath, Origin};

/// A run of words in a changed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Unchanged words.
    Kept(String),
    /// Inserted words.
    Inserted(String),
    /// Deleted words.
    Deleted(String),
}

/// A deleted item, to be shown at its former position.
#[derive(Debug, Clone)]
pub struct Restored {
    /// Its former position: the first of these that still exists.
    pub places: Vec<Place>,
    /// The keys on the path to the list of the item.
    route: Vec<String>,
    /// The item as the earlier document shows it.
    view: Value,
}

/// A position between the items of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Before this one.
    Before(Origin),
    /// After this one.
    After(Origin),
    /// After the last item of this list or text.
    EndOf(Origin),
    /// An optional part of the item or section at this path.
    In(KeyPath),
}

/// The printed forms of each value, without markup. The number of members, for example, is also printed in a sentence.
pub type PrintedWords = HashMap<Origin, Vec<String>>;

/// The key that marks a deleted text in the JSON of a document.
pub(crate) const DELETED: &str = "$deleted";
/// The step to an item of a list.
const ITEM: &str = "[]";
/// The lists whose deleted items can be shown. Deleted parts of charts would change the drawing.
const LISTS: [&str; 10] =
    ["sections", "lists", "items", "rows", "groups", "entries", "body", "text", "notes", "list"];

/// The key of entries with labels, which have the origin of their section.
const ENTRIES: &str = "entries";
/// The key of the cells of a row of figures.
const AMOUNTS: &str = "amounts";
/// The key of the chart.
const CHART: &str = "chart";
/// The kind of section whose items are numbered.
const NUMBERED: &str = "goals";

impl Document {
    /// What is printed of each value, paragraph by paragraph.
    pub fn printed_words(&self) -> PrintedWords {
        let mut printed = Printed::default();
        printed.visit(&serde_json::to_value(self).unwrap_or_default());
        for forms in printed.words.values_mut() {
            let mut known = HashSet::new();
            forms.retain(|form| known.insert(form.clone()));
        }
        printed.words
    }

    /// The list items that consist only of deleted values, as this document shows them, for showing them at their
    /// former positions. Each deleted value comes with its origin in the map.
    pub fn restorable(&self, deleted: &[(Origin, Origin)], places: &[Place]) -> Vec<Restored> {
        let json = serde_json::to_value(self).unwrap_or_default();
        let mut found = Vec::new();
        let (parts, between): (Vec<Place>, Vec<Place>) =
            places.iter().cloned().partition(|place| matches!(place, Place::In(_)));
        find_items(&json, deleted, &mut Vec::new(), &mut |route, item| {
            let mut view = item.clone();
            as_deleted(&mut view, deleted);
            let is_item = route.last().is_some_and(|step| step == ITEM);
            let places = if is_item { between.clone() } else { parts.clone() };
            found.push(Restored { places, route: route.to_vec(), view });
        });
        found
    }

    /// The origin of the title of each section, in page order.
    pub fn section_origins(&self) -> Vec<Origin> {
        let json = serde_json::to_value(&self.sections).unwrap_or_default();
        let sections = json.as_array().into_iter().flatten();
        sections.filter_map(|section| origins(section.get("heading")?).into_iter().next()).collect()
    }
}

/// The items of lists and the optional parts of items, at any depth, that are nothing but deleted values, with the keys
/// on the way to them.
fn find_items(
    value: &Value,
    deleted: &[(Origin, Origin)],
    route: &mut Vec<String>,
    found: &mut impl FnMut(&[String], &Value),
) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries.iter().filter(|(key, _)| *key != CHART) {
                route.push(key.clone());
                let origins = origins(value);
                if !origins.is_empty() && origins.iter().all(|origin| mark_of(origin, deleted).is_some()) {
                    found(route, value);
                }
                find_items(value, deleted, route, found);
                route.pop();
            }
        }
        Value::Array(items) => {
            let can_hold = route.last().is_some_and(|key| LISTS.contains(&key.as_str()));
            let is_entry = route.last().is_some_and(|key| key == ENTRIES);
            route.push(ITEM.to_owned());
            for item in items {
                let origins = origins(item);
                let is_gone = |origin: &Origin| mark_of(origin, deleted).is_some();
                let is_label =
                    |origin: &Origin| is_entry && origin.part.is_none() && is_above(origin, deleted);
                let is_it = origins.iter().any(is_gone)
                    && origins.iter().all(|origin| is_gone(origin) || is_label(origin));
                match (is_it, can_hold) {
                    (true, true) => found(route, item),
                    (true, false) => {}
                    (false, _) => find_items(item, deleted, route, found),
                }
            }
            route.pop();
        }
        _ => {}
    }
}

/// Whether an origin is that of a section in which something was deleted.
fn is_above(origin: &Origin, deleted: &[(Origin, Origin)]) -> bool {
    deleted.iter().any(|(whole, _)| whole.is_within(origin))
}

/// The mark of the deleted value that something is within.
fn mark_of<'d>(origin: &Origin, deleted: &'d [(Origin, Origin)]) -> Option<&'d Origin> {
    deleted.iter().find(|(whole, _)| origin.is_within(whole)).map(|(_, mark)| mark)
}

/// The origins of all words in a value, in their order.
fn origins(value: &Value) -> Vec<Origin> {
    fn collect(value: &Value, found: &mut Vec<Origin>) {
        match value {
            Value::Object(entries) => match entries.get(ORIGIN) {
                Some(origin) => found.extend(serde_json::from_value::<Origin>(origin.clone())),
                None => entries.values().for_each(|value| collect(value, found)),
            },
            Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(value, &mut found);
    found
}

/// Marks all words in a value as no longer there.
fn as_deleted(value: &mut Value, deleted: &[(Origin, Origin)]) {
    match value {
        Value::Object(entries) => match entries.get(ORIGIN).cloned() {
            Some(origin) => {
                let origin = serde_json::from_value::<Origin>(origin).unwrap_or_default();
                let mark = serde_json::to_value(mark_of(&origin, deleted)).unwrap_or_default();
                entries.insert(ORIGIN.to_owned(), mark);
                entries.insert(DELETED.to_owned(), true.into());
            }
            None => entries.values_mut().for_each(|value| as_deleted(value, deleted)),
        },
        Value::Array(items) => items.iter_mut().for_each(|item| as_deleted(item, deleted)),
        _ => {}
    }
}

impl Restored {
    /// Puts the item into the JSON of a document, where it stood.
    pub(crate) fn put_into(&self, document: &mut Value) {
        for place in &self.places {
            if self.put(document, &self.route, place, false) {
                break;
            }
        }
    }

    /// `numbered`: whether the items are counted on the page, so that another one would change their numbers.
    fn put(&self, value: &mut Value, route: &[String], place: &Place, numbered: bool) -> bool {
        let Some((step, rest)) = route.split_first() else { return false };
        if let (Place::In(whole), true, Value::Object(entries)) = (place, rest.is_empty(), &mut *value) {
            let is_in = |value: &Value| {
                origins(value).iter().any(|origin| origin.path == *whole || origin.is_within(&whole.into()))
            };
            let is_empty = entries.get(step).is_some_and(|part| part.is_null() || part == &json!([]));
            if is_empty && entries.values().any(is_in) {
                entries.insert(step.clone(), self.view.clone());
                return true;
            }
            return false;
        }
        let Value::Array(items) = value else {
            let numbered = numbered || value.get("kind").is_some_and(|kind| kind == NUMBERED);
            return value.get_mut(step).is_some_and(|value| self.put(value, rest, place, numbered));
        };
        if !rest.is_empty() {
            return items.iter_mut().any(|item| self.put(item, rest, place, numbered));
        }
        let begins_in = |item: &Value, whole: &Origin| {
            origins(item).first().is_some_and(|origin| origin.is_within(whole))
        };
        // Others that stood there come before it.
        let after = |last: usize| {
            let later = items.iter().skip(last + 1);
            last + 1 + later.take_while(|item| is_deleted(item)).count()
        };
        let at = match place {
            Place::Before(next) => items.iter().position(|item| begins_in(item, next)),
            Place::After(last) => {
                let has = |item: &Value| origins(item).iter().any(|origin| origin.is_within(last));
                items.iter().rposition(has).map(after)
            }
            Place::EndOf(list) => items.iter().rposition(|item| begins_in(item, list)).map(after),
            Place::In(_) => None,
        };
        let Some(at) = at.filter(|_| items.iter().all(|item| same_cells(item, &self.view))) else {
            return false;
        };
        match (numbered.then(|| items.get_mut(at.saturating_sub(1))).flatten(), &self.view) {
            // Its paragraphs are added to the previous item, or to the first one if there is none.
            (Some(Value::Array(paragraphs)), Value::Array(view)) => {
                let place = if at == 0 { 0 } else { paragraphs.len() };
                paragraphs.splice(place..place, view.iter().cloned());
            }
            _ => items.insert(at, self.view.clone()),
        }
        true
    }
}

/// Whether two rows of a table have as many cells; what is no row has none.
fn same_cells(one: &Value, other: &Value) -> bool {
    let cells = |row: &Value| match row {
        Value::Array(cells) if cells.iter().all(|cell| cell.get(ORIGIN).is_some()) => cells.len(),
        row => row.get(AMOUNTS).and_then(Value::as_array).map_or(0, Vec::len),
    };
    cells(one) == cells(other)
}

/// Whether something is an item that is no longer there.
fn is_deleted(item: &Value) -> bool {
    match item {
        Value::Object(entries) => entries.contains_key(DELETED) || entries.values().any(is_deleted),
        Value::Array(items) => items.iter().any(is_deleted),
        _ => false,
    }
}

#[derive(Default)]
struct Printed {
    words: PrintedWords,
    /// Where the last words came from: a paragraph is in several pieces, one after another.
    last: Option<Origin>,
    /// Whether the next words are a further span of a text.
    is_further: bool,
}

/// The kinds of spans that consist of words, as keys in the JSON of a document.
const SPANS: [&str; 3] = ["text", "ending", "whole"];

impl Printed {
    fn visit(&mut self, value: &Value) {
        match value {
            Value::Object(object) => match (object.get(ORIGIN), object.get(WORDS).and_then(Value::as_str)) {
                (Some(origin), Some(words)) => self.add(origin, words),
                _ => object.values().for_each(|value| self.visit(value)),
            },
            Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.is_further = index > 0 && is_span(value);
                    self.visit(value);
                    self.is_further = false;
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, origin: &Value, words: &str) {
        let Ok(origin) = serde_json::from_value::<Origin>(origin.clone()) else { return };
        let is_same = self.last.as_ref() == Some(&origin);
        let goes_on = (origin.part.is_some() || self.is_further) && is_same;
        let forms = self.words.entry(origin.clone()).or_default();
        match forms.last_mut() {
            Some(form) if goes_on => form.push_str(words),
            _ => forms.push(words.to_owned()),
        }
        self.last = Some(origin);
    }
}

fn is_span(value: &Value) -> bool {
    let Some(span) = value.as_object().filter(|span| span.len() == 1) else { return false };
    span.keys().all(|kind| SPANS.contains(&kind.as_str()))
}
