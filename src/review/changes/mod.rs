//! Compares two reports.
//!
//! [`between`] compares values: their notation, line breaks and the order of keys are ignored. Items of lists are matched
//! by content, so that a new first item does not mark all others as changed, and a moved and edited item is recognised.
//! Items are also matched across lists, such as a planned work that has been completed.

mod matching;
mod walk;
mod words;

use std::collections::{HashMap, HashSet};
use std::iter;

use rust_decimal::Decimal;

use crate::report::values::{Content, Text, Value};
use crate::report::{KeyPath, Origin, Step};
use matching::{Item, Threshold};
use walk::Walk;

pub use words::{Edit, Piece, edits, pieces};

/// A change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The kind of change.
    pub kind: Kind,
    /// The value in the old report; `None` for insertions.
    pub old: Option<Side>,
    /// The value in the new report; `None` for deletions.
    pub new: Option<Side>,
    /// The changed words, if both sides are [`Body::Words`] or both are [`Body::Typed`].
    pub edits: Vec<Edit>,
    /// The former position of a deleted value, in the new report.
    pub gap: Option<Gap>,
    /// The paragraph or row before a deleted one, in the new report.
    pub follows: Option<Origin>,
}

/// The kind of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The value was inserted.
    Inserted,
    /// The value was deleted.
    Deleted,
    /// The value was moved. Other changes to it are listed separately.
    Moved,
    /// The content of the value was changed.
    Changed,
}

/// A value in one of the reports.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// Its origin: a text, figure or paragraph, or a whole item.
    pub origin: Origin,
    /// Its content.
    pub body: Body,
}

/// The content of a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Words without markup; paragraphs are separated by line breaks.
    Words(String),
    /// Words with markup, if only the markup was changed: emphasis or link targets.
    Typed(String),
    /// A number.
    Figure(Decimal),
    /// The content of an item or a whole section.
    Item(Vec<Side>),
}

/// A position between values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// Before a value.
    Before(Origin),
    /// At the end of a list, text or mapping.
    EndOf(KeyPath),
}

/// The minimum similarity of matching items in the same list.
const IN_ONE_LIST: Threshold = Threshold(400);
/// The minimum similarity of matching items in different lists.
const ACROSS_LISTS: Threshold = Threshold(600);
/// The minimum number of words of an item that is matched across lists.
const WORDS_TO_CROSS: usize = 3;

/// Compares two reports. The changes are in the order of the new report; deletions are at their former positions.
///
/// The time is not quadratic in the length of the reports.
pub fn between(old: &Value, new: &Value) -> Vec<Change> {
    let matches = Matches::of(old, new);
    let mut walk = Walk { matches: &matches, found: Vec::new() };
    walk.compare(old, new);
    walk.found
}

/// Where a paragraph or cell of an old text is in the new one, by content; `None` if it was deleted.
pub fn new_part(old: &Text, new: &Text, part: usize) -> Option<usize> {
    walk::new_part(old, new, part)
}

/// Maps the values of an old report to those of a new one, by content.
#[derive(Debug)]
pub struct Successors<'a>(Matches<'a>);

impl<'a> Successors<'a> {
    /// Compares two reports.
    pub fn new(old: &'a Value, new: &'a Value) -> Self {
        Self(Matches::of(old, new))
    }

    /// The path of an old value in the new report; `None` if it was deleted. Values inside an item follow the item; other
    /// values keep their path as long as their parent exists.
    pub fn of(&self, path: &KeyPath) -> Option<KeyPath> {
        let mut above = path.clone();
        let mut below = Vec::new();
        loop {
            if let Some(new) = self.0.by_old.get(&above) {
                let follow = |path: KeyPath, step| match step {
                    Step::Key(key) => path.key(&key),
                    Step::Item(item) => path.item(item),
                };
                return Some(below.into_iter().rev().fold(new.path.clone(), follow));
            }
            if self.0.deleted.contains(&above) {
                return None;
            }
            let Some((parent, step)) = above.parent() else { return Some(path.clone()) };
            below.push(step.clone());
            above = parent;
        }
    }
}

/// The matching items.
#[derive(Debug, Default)]
struct Matches<'a> {
    by_old: HashMap<&'a KeyPath, &'a Value>,
    by_new: HashMap<&'a KeyPath, &'a Value>,
    /// Moved items, by their new paths.
    moved: HashSet<&'a KeyPath>,
    /// Deleted values, by their old paths; items inside them may have been moved.
    deleted: HashSet<&'a KeyPath>,
    old_rest: Vec<Rest<'a>>,
    new_rest: Vec<Rest<'a>>,
}

/// An item without a match in the same list.
#[derive(Debug, Clone, Copy)]
struct Rest<'a> {
    value: &'a Value,
    /// Whether the other report does not have the list.
    is_orphan: bool,
}

impl<'a> Matches<'a> {
    fn of(old: &'a Value, new: &'a Value) -> Self {
        let mut matches = Self::default();
        matches.values(old, new);
        matches.across_lists();
        matches
    }

    /// Matches the items inside two corresponding values.
    fn values(&mut self, old: &'a Value, new: &'a Value) {
        match (&old.content, &new.content) {
            (Content::List(old), Content::List(new)) => self.lists(old, new),
            (Content::Mapping(old), Content::Mapping(new)) => {
                for (name, old) in old {
                    if let Some(new) = find(new, name) {
                        self.values(old, new);
                    } else {
                        self.deleted.insert(&old.path);
                        items_in(old, &mut self.old_rest);
                    }
                }
                for (_, new) in new.iter().filter(|(name, _)| find(old, name).is_none()) {
                    items_in(new, &mut self.new_rest);
                }
            }
            _ => {}
        }
    }

    fn lists(&mut self, old: &'a [Value], new: &'a [Value]) {
        let (old_items, new_items) = (texts(old), texts(new));
        let mut pairs = matching::pairs(&old_items, &new_items, IN_ONE_LIST);
        matching::pair_by_position(&mut pairs, (old.len(), new.len()), |old_at, new_at| {
            let is_gap = |items: &[Item], at: usize| items.get(at).is_some_and(Item::is_gap);
            let are_single = old.len() == 1 && new.len() == 1;
            is_gap(&old_items, old_at)
                || is_gap(&new_items, new_at)
                || are_single && [old, new].iter().all(|list| list.iter().all(is_line))
        });
        for ((old_at, new_at), kept) in pairs.iter().zip(matching::in_order(&pairs)) {
            if let (Some(old), Some(new)) = (old.get(*old_at), new.get(*new_at)) {
                self.pair(old, new, !kept);
                self.values(old, new);
            }
        }
        for value in old.iter().filter(|item| !self.by_old.contains_key(&item.path)) {
            self.old_rest.push(Rest { value, is_orphan: false });
            items_in(value, &mut self.old_rest);
        }
        for value in new.iter().filter(|item| !self.by_new.contains_key(&item.path)) {
            self.new_rest.push(Rest { value, is_orphan: false });
            items_in(value, &mut self.new_rest);
        }
    }

    fn pair(&mut self, old: &'a Value, new: &'a Value, is_moved: bool) {
        self.by_old.insert(&old.path, new);
        self.by_new.insert(&new.path, old);
        if is_moved {
            self.moved.insert(&new.path);
        }
    }

    /// Matches items across lists.
    fn across_lists(&mut self) {
        let (old, new) = (std::mem::take(&mut self.old_rest), std::mem::take(&mut self.new_rest));
        self.deleted.extend(old.iter().map(|rest| &rest.value.path));
        let candidates = |rest: &[Rest<'a>]| -> (Vec<Rest<'a>>, Vec<Item>) {
            let items = rest.iter().map(|rest| (*rest, text_of(rest.value)));
            items.filter(|(_, item)| item.text.split_whitespace().count() >= WORDS_TO_CROSS).unzip()
        };
        let ((old, old_items), (new, new_items)) = (candidates(&old), candidates(&new));
        let pairs = matching::pairs(&old_items, &new_items, ACROSS_LISTS);
        let pairs = pairs
            .into_iter()
            .filter_map(|(one, other)| Some(((one, other), *old.get(one)?, *new.get(other)?)));
        let pairs: Vec<_> = pairs.collect();
        // If works were put into groups, their lists differ, and only a change of order counts as a move.
        let regrouped: Vec<(usize, usize)> =
            pairs.iter().filter(|(_, old, new)| old.is_orphan && new.is_orphan).map(|(at, ..)| *at).collect();
        let kept = matching::in_order(&regrouped);
        let kept: HashSet<_> =
            regrouped.iter().zip(kept).filter(|(_, kept)| *kept).map(|(at, _)| *at).collect();
        let mut crossed: HashSet<&KeyPath> = HashSet::new();
        for (at, Rest { value: old, .. }, Rest { value: new, .. }) in pairs {
            // Values inside a matched item follow it.
            if !is_inside(&old.path, &crossed) && !is_inside(&new.path, &crossed) {
                crossed.extend([&old.path, &new.path]);
                self.pair(old, new, !kept.contains(&at));
                self.values(old, new);
            }
        }
        self.deleted.extend(self.old_rest.iter().map(|rest| &rest.value.path));
    }
}

/// The value of a key, if it exists.
fn find<'a>(entries: &'a [(String, Value)], name: &str) -> Option<&'a Value> {
    entries.iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

/// The items of all lists inside a value without a counterpart.
fn items_in<'a>(value: &'a Value, found: &mut Vec<Rest<'a>>) {
    match &value.content {
        Content::List(items) => {
            for value in items {
                found.push(Rest { value, is_orphan: true });
                items_in(value, found);
            }
        }
        Content::Mapping(entries) => entries.iter().for_each(|(_, value)| items_in(value, found)),
        Content::Text(_) | Content::Figure(_) => {}
    }
}

/// Whether a value is inside any of the others.
fn is_inside(path: &KeyPath, others: &HashSet<&KeyPath>) -> bool {
    let parent = |path: &KeyPath| path.parent().map(|(parent, _)| parent);
    iter::successors(parent(path), parent).any(|above| others.contains(&above))
}

/// Whether a value is a line, such as an address, which has nothing else to be recognised by.
fn is_line(value: &Value) -> bool {
    matches!(&value.content, Content::Text(text) if !text.is_running)
}

fn texts(values: &[Value]) -> Vec<Item> {
    values.iter().map(text_of).collect()
}

/// The text by which an item is matched: its words, or its numbers if it has no words.
fn text_of(value: &Value) -> Item {
    let leaves = value.leaves();
    let words: Vec<String> = leaves
        .iter()
        .filter_map(|leaf| match &leaf.content {
            Content::Text(text) => Some(text.words()),
            _ => None,
        })
        .collect();
    if !words.is_empty() {
        return Item { text: words.join("\n") };
    }
    let numbers = leaves.iter().filter_map(|leaf| match &leaf.content {
        Content::Figure(number) => Some(number.to_string()),
        _ => None,
    });
    Item { text: numbers.collect::<Vec<_>>().join("\n") }
}

#[cfg(test)]
mod tests;
