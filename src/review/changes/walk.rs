//! Visits two reports in parallel, and collects the changes.

use std::collections::{HashMap, HashSet};

use super::matching::{self, Item};
use super::{Body, Change, Edit, Gap, IN_ONE_LIST, Kind, Matches, Side, edits, find};
use crate::report::values::{Content, Text, Value};
use crate::report::{KeyPath, Origin};

/// The key of the text in the long form of an item.
const TEXT: &str = "text";

pub(super) struct Walk<'m, 'a> {
    pub(super) matches: &'m Matches<'a>,
    pub(super) found: Vec<Change>,
}

impl Walk<'_, '_> {
    /// Compares two corresponding values.
    pub(super) fn compare(&mut self, old: &Value, new: &Value) {
        match (&old.content, &new.content) {
            (Content::Text(was), Content::Text(is)) => self.texts((old, was), (new, is)),
            (Content::List(was), Content::List(is)) => self.lists(was, is, new),
            (Content::Mapping(was), Content::Mapping(is)) => self.mappings(was, is, new),
            // A planned work is a text; once completed, it may have a date and images.
            (Content::Text(_), Content::Mapping(is)) if find(is, TEXT).is_some() => {
                self.mappings(&[(TEXT.to_owned(), old.clone())], is, new);
            }
            (Content::Mapping(was), Content::Text(_)) if find(was, TEXT).is_some() => {
                self.mappings(was, &[(TEXT.to_owned(), new.clone())], new);
            }
            (was, is) if was == is => {}
            _ => self.changed(whole(old), whole(new), Vec::new()),
        }
    }

    fn mappings(&mut self, old: &[(String, Value)], new: &[(String, Value)], parent: &Value) {
        let mut gone = old.iter().peekable();
        for (name, is) in new {
            let Some(was) = find(old, name) else {
                self.inserted(is);
                continue;
            };
            // Entries deleted before this one in the old report were at this position.
            if let Some(place) = old.iter().position(|(known, _)| known == name) {
                while let Some((gone_name, value)) = gone.next_if(|(other, _)| {
                    old.iter().position(|(known, _)| known == other).is_some_and(|other| other < place)
                }) {
                    if find(new, gone_name).is_none() {
                        self.deleted(value, &Gap::Before(Origin::from(&is.path)));
                    }
                }
            }
            self.compare(was, is);
        }
        for (name, value) in gone {
            if find(new, name).is_none() {
                self.deleted(value, &Gap::EndOf(parent.path.clone()));
            }
        }
    }

    fn lists(&mut self, old: &[Value], new: &[Value], parent: &Value) {
        let here: HashSet<&KeyPath> = old.iter().map(|item| &item.path).collect();
        let mut gone = old.iter().peekable();
        for is in new {
            match self.matches.by_new.get(&is.path) {
                // Items that kept their order determine the positions of deleted ones between them.
                Some(was) if here.contains(&was.path) && !self.matches.moved.contains(&is.path) => {
                    while let Some(value) = gone.next_if(|other| other.path != was.path) {
                        self.deleted(value, &Gap::Before(Origin::from(&is.path)));
                    }
                    gone.next();
                    self.compare(was, is);
                }
                _ => self.inserted(is),
            }
        }
        for value in gone {
            self.deleted(value, &Gap::EndOf(parent.path.clone()));
        }
    }

    /// Handles a new value; items inside it may have been moved there.
    fn inserted(&mut self, new: &Value) {
        if let Some(old) = self.matches.by_new.get(&new.path).copied() {
            if self.matches.moved.contains(&new.path) {
                self.push(Kind::Moved, Some(whole(old)), Some(whole(new)));
            }
            return self.compare(old, new);
        }
        match &new.content {
            Content::List(items) => items.iter().for_each(|item| self.inserted(item)),
            Content::Mapping(entries) if has_known(new, |path| self.matches.by_new.contains_key(path)) => {
                for (_, value) in entries {
                    self.inserted(value);
                }
            }
            _ => self.push(Kind::Inserted, None, Some(whole(new))),
        }
    }

    /// Handles a deleted value; items inside it may have been moved elsewhere.
    fn deleted(&mut self, old: &Value, gap: &Gap) {
        if self.matches.by_old.contains_key(&old.path) {
            return;
        }
        match &old.content {
            Content::List(items) => items.iter().for_each(|item| self.deleted(item, gap)),
            Content::Mapping(entries) if has_known(old, |path| self.matches.by_old.contains_key(path)) => {
                for (_, value) in entries {
                    self.deleted(value, gap);
                }
            }
            _ => {
                self.push(Kind::Deleted, Some(whole(old)), None);
                self.set_gap(gap);
            }
        }
    }

    fn set_gap(&mut self, gap: &Gap) {
        if let Some(change) = self.found.last_mut() {
            change.gap = Some(gap.clone());
        }
    }

    fn texts(&mut self, (old, was): (&Value, &Text), (new, is): (&Value, &Text)) {
        let parts = |text: &Text| -> Vec<Item> {
            text.parts.iter().map(|part| Item { text: normal(part) }).collect()
        };
        let (old_parts, new_parts) = (parts(was), parts(is));
        if same(&old_parts, &new_parts) {
            if was.typed != is.typed && was.is_running && is.is_running {
                let sides = [(old, was), (new, is)].map(|(value, text)| Side {
                    origin: Origin::from(&value.path),
                    body: Body::Typed(text.typed.clone()),
                });
                let edits = edits(&was.typed, &is.typed);
                let [old, new] = sides;
                self.changed(old, new, edits);
            }
            return;
        }
        let side = |value: &Value, text: &Text, part: usize| Side {
            origin: Origin { path: value.path.clone(), part: text.is_running.then_some(part) },
            body: Body::Words(text.parts.get(part).cloned().unwrap_or_default()),
        };
        let pairs = match (was.parts.len(), is.parts.len()) {
            // Single paragraphs always match.
            (1, 1) => vec![(0, 0)],
            _ => matching::pairs(&old_parts, &new_parts, IN_ONE_LIST),
        };
        let kept = matching::in_order(&pairs);
        let found: HashSet<usize> = pairs.iter().map(|(old_at, _)| *old_at).collect();
        let by_new: HashMap<usize, (usize, bool)> =
            pairs.iter().zip(kept).map(|((old_at, new_at), kept)| (*new_at, (*old_at, kept))).collect();
        let mut gone = (0..was.parts.len()).filter(|at| !found.contains(at)).peekable();
        for at in 0..is.parts.len() {
            let now = side(new, is, at);
            let Some(&(old_at, kept)) = by_new.get(&at) else {
                self.push(Kind::Inserted, None, Some(now));
                continue;
            };
            let before = side(old, was, old_at);
            if kept {
                while let Some(gone_at) = gone.next_if(|other| *other < old_at) {
                    self.push(Kind::Deleted, Some(side(old, was, gone_at)), None);
                    self.set_gap(&Gap::Before(now.origin.clone()));
                }
            } else {
                self.push(Kind::Moved, Some(before.clone()), Some(now.clone()));
            }
            if let (Body::Words(was), Body::Words(is)) = (&before.body, &now.body)
                && normal(was) != normal(is)
            {
                let edits = edits(was, is);
                self.changed(before, now, edits);
            }
        }
        for gone_at in gone {
            self.push(Kind::Deleted, Some(side(old, was, gone_at)), None);
            self.set_gap(&Gap::EndOf(new.path.clone()));
        }
    }

    fn changed(&mut self, old: Side, new: Side, edits: Vec<Edit>) {
        self.found.push(Change { kind: Kind::Changed, old: Some(old), new: Some(new), edits, gap: None });
    }

    fn push(&mut self, kind: Kind, old: Option<Side>, new: Option<Side>) {
        self.found.push(Change { kind, old, new, edits: Vec::new(), gap: None });
    }
}

/// Whether any item inside a value has a match in the other report.
fn has_known(value: &Value, is_known: impl Fn(&KeyPath) -> bool + Copy) -> bool {
    match &value.content {
        Content::List(items) => items.iter().any(|item| is_known(&item.path) || has_known(item, is_known)),
        Content::Mapping(entries) => entries.iter().any(|(_, value)| has_known(value, is_known)),
        Content::Text(_) | Content::Figure(_) => false,
    }
}

/// A value with its whole content.
fn whole(value: &Value) -> Side {
    let body = match &value.content {
        Content::Text(text) => Body::Words(text.words()),
        Content::Figure(number) => Body::Figure(*number),
        Content::List(_) | Content::Mapping(_) => Body::Item(value.leaves().into_iter().map(whole).collect()),
    };
    Side { origin: Origin::from(&value.path), body }
}

/// Normalises white space.
fn normal(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn same(old: &[Item], new: &[Item]) -> bool {
    old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.text == new.text)
}
