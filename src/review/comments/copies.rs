//! Merges the same comment from several copies of a draft.

use std::collections::HashMap;

use kurbo::Rect;

use super::Comment;
use crate::press::annotations::{Kind, Note};

/// The maximum distance between the positions of the same comment, in points.
const TOLERANCE: f64 = 1.0;

/// The comments of several files without duplicates.
///
/// Two comments are the same if they have the same author and kind, and in addition either the same position and text,
/// or the same name and one of these. The name alone is not enough: programs give the first comment of every file the
/// same one.
pub fn merged(comments: Vec<Comment>) -> Vec<Comment> {
    let mut merged: Vec<Comment> = Vec::new();
    let mut known: HashMap<(Kind, Option<String>), Vec<usize>> = HashMap::new();
    for comment in comments {
        let same_writer = known.entry((comment.note.kind, comment.note.author.clone())).or_default();
        let same = same_writer
            .iter()
            .copied()
            .find(|at| merged.get(*at).is_some_and(|known| is_same(known, &comment)));
        if let Some(known) = same.and_then(|at| merged.get_mut(at)) {
            join(known, comment);
        } else {
            same_writer.push(merged.len());
            merged.push(comment);
        }
    }
    merged
}

fn is_same(one: &Comment, other: &Comment) -> bool {
    // Two comments on the same page of the same file are never copies.
    if one.found.iter().any(|page| other.found.contains(page)) {
        return false;
    }
    let page = |comment: &Comment| {
        comment.place.map(|place| place.page).ok_or(comment.found.first().map(|found| found.1))
    };
    let same_place = page(one) == page(other) && same_areas(&one.note.areas, &other.note.areas);
    let same_text = one.note.text == other.note.text;
    let same_name = one.note.name.is_some() && one.note.name == other.note.name;
    same_place && same_text || same_name && (same_place || same_text && one.note.date == other.note.date)
}

fn same_areas(one: &[Rect], other: &[Rect]) -> bool {
    let near = |one: &Rect, other: &Rect| {
        let corners = [(one.x0, other.x0), (one.y0, other.y0), (one.x1, other.x1), (one.y1, other.y1)];
        corners.iter().all(|(one, other)| (one - other).abs() <= TOLERANCE)
    };
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| near(one, other))
}

/// Merges another copy of a comment into it.
fn join(known: &mut Comment, copy: Comment) {
    known.found.extend(copy.found);
    let Note { text, date, replies, states, .. } = copy.note;
    if known.note.text != text {
        // The later text is kept as the current one; the other is kept as an earlier one.
        let earlier = if date > known.note.date {
            known.note.date = date;
            std::mem::replace(&mut known.note.text, text)
        } else {
            text
        };
        if !earlier.is_empty() && !known.earlier.contains(&earlier) {
            known.earlier.push(earlier);
        }
    }
    for reply in replies {
        if !known.note.replies.contains(&reply) {
            known.note.replies.push(reply);
        }
    }
    for state in states {
        if !known.note.states.contains(&state) {
            known.note.states.push(state);
        }
    }
}
