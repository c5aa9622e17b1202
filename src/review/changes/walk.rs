//! Visits two reports in parallel, and collects the changes.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

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
        let (old_rows, new_rows) = (was.row_ranges(), is.row_ranges());
        let (old_items, new_items) = (items(was, &old_rows), items(is, &new_rows));
        if same(&old_items, &new_items) {
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
        let pairs = row_pairs(&old_items, &new_items);
        let kept = matching::in_order(&pairs);
        let found: HashSet<usize> = pairs.iter().map(|(old_at, _)| *old_at).collect();
        let by_new: HashMap<usize, (usize, bool)> =
            pairs.iter().zip(kept).map(|((old_at, new_at), kept)| (*new_at, (*old_at, kept))).collect();
        let mut gone = old_rows.iter().enumerate().filter(|(at, _)| !found.contains(at)).peekable();
        let mut follows = None;
        for (at, now) in new_rows.iter().enumerate() {
            let Some((old_row, kept)) =
                by_new.get(&at).and_then(|(old_at, kept)| Some(((*old_at, old_rows.get(*old_at)?), *kept)))
            else {
                self.new_parts((new, is), now.clone());
                continue;
            };
            let (old_at, before) = old_row;
            if kept {
                let gap = Gap::Before(first_part(new, is, now));
                while let Some((_, row)) = gone.next_if(|(other, _)| *other < old_at) {
                    self.old_parts((old, was), row.clone(), &gap, follows.as_ref());
                }
                follows = Some(first_part(new, is, now));
            } else {
                for (before, now) in before.clone().zip(now.clone()).filter(|(_, now)| has_words(is, *now)) {
                    self.push(Kind::Moved, Some(part(old, was, before)), Some(part(new, is, now)));
                }
            }
            self.cells((old, was, before), (new, is, now));
        }
        for (_, row) in gone {
            self.old_parts((old, was), row.clone(), &Gap::EndOf(new.path.clone()), follows.as_ref());
        }
    }

    /// Compares paragraphs, or the cells of two rows.
    fn cells(
        &mut self,
        (old, was, old_row): (&Value, &Text, &Range<usize>),
        (new, is, new_row): (&Value, &Text, &Range<usize>),
    ) {
        let pairs = cell_pairs((was, old_row), (is, new_row));
        for now in new_row.clone() {
            let Some((before, _)) = pairs.iter().find(|(_, found)| *found == now) else {
                self.new_parts((new, is), one(now));
                continue;
            };
            let (before, now) = (part(old, was, *before), part(new, is, now));
            if let (Body::Words(was), Body::Words(is)) = (&before.body, &now.body)
                && normal(was) != normal(is)
            {
                let edits = edits(was, is);
                self.changed(before, now, edits);
            }
        }
        for before in old_row.clone().filter(|before| pairs.iter().all(|(found, _)| found != before)) {
            self.old_parts((old, was), one(before), &Gap::EndOf(new.path.clone()), None);
        }
    }

    /// New parts of a text.
    fn new_parts(&mut self, (new, is): (&Value, &Text), parts: Range<usize>) {
        for now in parts.filter(|now| has_words(is, *now)) {
            self.push(Kind::Inserted, None, Some(part(new, is, now)));
        }
    }

    /// Deleted parts of a text; `follows` is what stood before them and still does.
    fn old_parts(
        &mut self,
        (old, was): (&Value, &Text),
        parts: Range<usize>,
        gap: &Gap,
        follows: Option<&Origin>,
    ) {
        for before in parts.filter(|before| has_words(was, *before)) {
            self.push(Kind::Deleted, Some(part(old, was, before)), None);
            self.set_gap(gap);
            if let Some(change) = self.found.last_mut() {
                change.follows = follows.cloned();
            }
        }
    }

    fn changed(&mut self, old: Side, new: Side, edits: Vec<Edit>) {
        self.found.push(Change {
            kind: Kind::Changed,
            old: Some(old),
            new: Some(new),
            edits,
            gap: None,
            follows: None,
        });
    }

    fn push(&mut self, kind: Kind, old: Option<Side>, new: Option<Side>) {
        self.found.push(Change { kind, old, new, edits: Vec::new(), gap: None, follows: None });
    }
}

/// Matches the paragraphs or rows of two texts.
fn row_pairs(old: &[Item], new: &[Item]) -> Vec<(usize, usize)> {
    if let ([_], [_]) = (old, new) {
        // Single paragraphs always match.
        return vec![(0, 0)];
    }
    let mut pairs = matching::pairs(old, new, IN_ONE_LIST);
    let is_gap = |items: &[Item], at: usize| items.get(at).is_some_and(Item::is_gap);
    matching::pair_by_position(&mut pairs, (old.len(), new.len()), |old_at, new_at| {
        is_gap(old, old_at) || is_gap(new, new_at)
    });
    pairs
}

/// Matches the parts of two matching paragraphs or rows.
fn cell_pairs(
    (was, old_row): (&Text, &Range<usize>),
    (is, new_row): (&Text, &Range<usize>),
) -> Vec<(usize, usize)> {
    if old_row.len() == new_row.len() {
        return old_row.clone().zip(new_row.clone()).collect();
    }
    // A column was added or removed.
    let cells = |text: &Text, row: &Range<usize>| items(text, &row.clone().map(one).collect::<Vec<_>>());
    let pairs = matching::pairs(&cells(was, old_row), &cells(is, new_row), IN_ONE_LIST);
    pairs.into_iter().map(|(one, other)| (old_row.start + one, new_row.start + other)).collect()
}

/// Where a paragraph or cell of an old text is in the new one; `None` if it was deleted.
pub(super) fn new_part(was: &Text, is: &Text, part: usize) -> Option<usize> {
    let (old_rows, new_rows) = (was.row_ranges(), is.row_ranges());
    let old_at = old_rows.iter().position(|row| row.contains(&part))?;
    let pairs = row_pairs(&items(was, &old_rows), &items(is, &new_rows));
    let (_, new_at) = pairs.into_iter().find(|(old, _)| *old == old_at)?;
    let cells = cell_pairs((was, old_rows.get(old_at)?), (is, new_rows.get(new_at)?));
    cells.into_iter().find(|(old, _)| *old == part).map(|(_, new)| new)
}

/// A paragraph or cell of a text.
fn part(value: &Value, text: &Text, part: usize) -> Side {
    Side {
        origin: Origin { path: value.path.clone(), part: text.is_running.then_some(part) },
        body: Body::Words(text.parts.get(part).cloned().unwrap_or_default()),
    }
}

/// The first part of a row with words; an empty cell is nowhere on the pages.
fn first_part(value: &Value, text: &Text, row: &Range<usize>) -> Origin {
    let first = row.clone().find(|at| has_words(text, *at)).unwrap_or(row.start);
    part(value, text, first).origin
}

fn has_words(text: &Text, part: usize) -> bool {
    text.parts.get(part).is_some_and(|words| !words.trim().is_empty())
}

/// The text by which each row of a text is matched.
fn items(text: &Text, rows: &[Range<usize>]) -> Vec<Item> {
    let words = |row: &Range<usize>| {
        let cells = text.parts.get(row.clone()).unwrap_or_default();
        cells.iter().map(|cell| normal(cell)).collect::<Vec<_>>().join("\n")
    };
    rows.iter().map(|row| Item { text: words(row) }).collect()
}

fn one(part: usize) -> Range<usize> {
    part..part + 1
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
