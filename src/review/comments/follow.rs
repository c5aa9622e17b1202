//! Maps values of the report that a draft was made from to the current report.

use std::ops::Range;

use crate::report::values::{Content, Value};
use crate::report::{KeyPath, Origin, Report};
use crate::review::Reference;
use crate::review::changes::{Successors, new_part};
use crate::source::{Paragraph, Source};

/// Finds the values of a draft in the current report.
pub struct Follower<'a> {
    draft: &'a Value,
    draft_report: Option<&'a Report>,
    now: &'a Source,
    data: &'a Value,
    leaves: Vec<&'a Value>,
    report: Option<&'a Report>,
    successors: Successors<'a>,
}

/// A value of a draft in the current report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    /// The value; `None` if it was deleted.
    pub origin: Option<Origin>,
    /// Its reference in the current report, if it has one.
    pub reference: Option<String>,
    /// The byte range of the marked words in the file, or that of the value.
    pub range: Option<Range<usize>>,
    /// Whether its text has changed since the draft.
    pub is_changed: bool,
    /// Its position among all values of the report.
    pub order: usize,
}

impl<'a> Follower<'a> {
    /// Compares the report of a draft with the current one; the [`Report`] of either is `None` if it cannot be read.
    pub fn new(
        (draft, draft_report): (&'a Value, Option<&'a Report>),
        (now, data, report): (&'a Source, &'a Value, Option<&'a Report>),
    ) -> Self {
        Self {
            draft,
            draft_report,
            now,
            data,
            leaves: data.leaves(),
            report,
            successors: Successors::new(draft, data),
        }
    }

    /// The reference of a value in the draft.
    pub fn reference(&self, origin: &Origin) -> Option<String> {
        Some(Reference::of(origin, self.draft_report?)?.to_string())
    }

    /// Finds a value of the draft, and words in it, in the current report.
    pub fn today(&self, origin: &Origin, words: &str) -> Today {
        let order = |path: &KeyPath| {
            let is_inside = |leaf: &&Value| leaf.path.steps().starts_with(path.steps());
            self.leaves.iter().position(is_inside).unwrap_or(self.leaves.len())
        };
        let Some(path) = self.successors.of(&origin.path) else {
            // List it at its former position.
            let order = order(&origin.path);
            return Today { origin: None, reference: None, range: None, is_changed: true, order };
        };
        let (was, is) = (find(self.draft, &origin.path), find(self.data, &path));
        let text = match is.map(|is| &is.content) {
            Some(Content::Text(text)) => Some(text),
            _ => None,
        };
        let (part, is_changed) = match (was.map(|was| &was.content), is.map(|is| &is.content)) {
            (Some(Content::Text(was)), Some(Content::Text(is))) => {
                let part = origin.part.and_then(|part| {
                    // A paragraph may have been joined to another one.
                    let words = was.parts.get(part).filter(|words| !words.trim().is_empty());
                    let joined =
                        || is.parts.iter().position(|text| words.is_some_and(|words| text.contains(words)));
                    new_part(was, is, part).or_else(joined)
                });
                if let (Some(old), None) = (origin.part, part)
                    && was.parts.len() > 1
                    && old < was.parts.len()
                {
                    // The paragraph was deleted.
                    let range = self.now.place(&path);
                    return Today {
                        origin: None,
                        reference: None,
                        range,
                        is_changed: true,
                        order: order(&path),
                    };
                }
                let text = |parts: &[String], part: Option<usize>| {
                    part.and_then(|part| parts.get(part)).cloned().unwrap_or_else(|| parts.join("\n"))
                };
                (part, text(&was.parts, origin.part) != text(&is.parts, part))
            }
            (Some(Content::Figure(was)), Some(Content::Figure(is))) => (origin.part, was != is),
            (was, is) => (origin.part, was != is && (was.is_none() || is.is_none())),
        };
        let part_of = text.zip(part).filter(|(text, _)| text.is_running);
        let part_of = part_of.map(|(text, index)| Paragraph { all: &text.parts, index });
        let range = self.range(&path, words, part_of);
        let order = order(&path);
        let origin = Origin { path, part };
        let reference = self.report.and_then(|report| Reference::of(&origin, report));
        Today {
            reference: reference.map(|reference| reference.to_string()),
            origin: Some(origin),
            range,
            is_changed,
            order,
        }
    }

    /// The range of words in the file: all of them, the first ones if the rest is not found, or else their paragraph or
    /// the whole value.
    fn range(&self, path: &KeyPath, words: &str, part: Option<Paragraph>) -> Option<Range<usize>> {
        let mut path = path.clone();
        loop {
            let words: Vec<&str> = words.split_whitespace().collect();
            let lengths = [words.len(), words.len().div_ceil(2), 2, 1];
            let found =
                lengths.into_iter().filter(|length| (1..=words.len()).contains(length)).find_map(|length| {
                    let words = words.get(..length)?.join(" ");
                    self.now.place_of_words(&path, &words, part)
                });
            let of_part = || self.now.place_of_part(&path, part?);
            if let Some(range) = found.or_else(of_part).or_else(|| self.now.place(&path)) {
                return Some(range);
            }
            // A computed value is not in the file, but its parent is.
            path = path.parent()?.0;
        }
    }
}

/// The value at a path.
fn find<'v>(value: &'v Value, path: &KeyPath) -> Option<&'v Value> {
    if value.path == *path {
        return Some(value);
    }
    let leads_to = |other: &Value| path.steps().starts_with(other.path.steps());
    match &value.content {
        // The item of a list that was written as a single value has the path of the list.
        Content::List(items) => items.iter().find_map(|item| find(item, path)),
        Content::Mapping(entries) => entries
            .iter()
            .filter(|(_, value)| leads_to(value) || matches!(value.content, Content::List(_)))
            .find_map(|(_, value)| find(value, path)),
        Content::Text(_) | Content::Figure(_) => None,
    }
}
