//! The annotations of a page, each comment with its replies.

use std::collections::{HashMap, HashSet};

use kurbo::{Point, Rect};

use super::note::{Kind, Note, Reply, State};
use super::{ANNOTATION_WORK, QUAD_WORK, TEXT_WORK, date, rich};
use crate::press::pdf::{Dictionary, Object, ObjectId, Page, Pdf};

/// The longest text of a comment that is read, in characters.
const TEXT_LIMIT: usize = 20_000;
/// The most marked lines of a comment.
const QUADS_LIMIT: usize = 10_000;
/// What an entry of the list of annotations costs, as work.
const ENTRY_WORK: usize = 200;
/// The longest chain of replies to replies.
const CHAIN_LIMIT: usize = 1_000;
/// The most data of a rich text that is a stream, in bytes.
const RICH_LIMIT: usize = 1 << 20;

/// A single annotation.
struct Mark {
    id: Option<ObjectId>,
    note: Note,
    /// What it replies to, or belongs to.
    target: Option<ObjectId>,
    /// Whether it is one comment together with that (ISO 32000-1, table 170).
    is_grouped: bool,
    state: Option<String>,
}

/// The comments of a page, in the order of the file.
pub(super) fn notes<'a>(pdf: &'a Pdf<'a>, page: &Page<'a>) -> Vec<Note> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut known = HashSet::new();
    for object in pdf.array(page.dict, "Annots").unwrap_or_default() {
        if !pdf.spend(ENTRY_WORK) {
            break;
        }
        let Some(dict) = pdf.resolve(object).as_dict() else { continue };
        let id = object.as_reference();
        // A page may name an annotation twice.
        let is_known = id.is_some_and(|id| !known.insert(id));
        if let Some(kind) = Kind::of(pdf.name(dict, "Subtype").unwrap_or_default())
            && !is_known
            && pdf.spend(ANNOTATION_WORK)
        {
            marks.push(mark(pdf, page, id, dict, kind));
        }
    }
    threads(marks)
}

fn mark<'a>(
    pdf: &'a Pdf<'a>,
    page: &Page<'a>,
    id: Option<ObjectId>,
    dict: &'a Dictionary,
    kind: Kind,
) -> Mark {
    let text = |key| {
        let text = pdf.text(dict, key).map(|text| shortened(&text)).filter(|text| !text.is_empty())?;
        pdf.spend(TEXT_WORK * text.len()).then_some(text)
    };
    let date = |key| pdf.text(dict, key).as_deref().and_then(date::iso);
    let said = text("Contents").or_else(|| rich_text(pdf, dict)).unwrap_or_default();
    let note = Note {
        kind,
        areas: areas(pdf, page, dict, kind),
        text: if said.is_empty() && kind == Kind::Stamp { stamp(pdf, dict) } else { said },
        author: text("T"),
        date: date("M").or_else(|| date("CreationDate")),
        name: text("NM"),
        replies: Vec::new(),
        states: Vec::new(),
    };
    Mark {
        id,
        note,
        target: dict.get(b"IRT").and_then(Object::as_reference),
        is_grouped: pdf.name(dict, "RT") == Some(b"Group"),
        state: text("State").or_else(|| {
            // It should be a text; where there is none, it is a state all the same.
            let named = pdf.name(dict, "State").map(|name| String::from_utf8_lossy(name).into_owned());
            named.or_else(|| dict.has(b"StateModel").then(String::new))
        }),
    }
}

/// A text in which lines end in one way.
fn shortened(text: &str) -> String {
    let text: String = text.chars().take(TEXT_LIMIT).collect();
    text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

fn rich_text(pdf: &Pdf<'_>, dict: &Dictionary) -> Option<String> {
    let text = match pdf.get(dict, "RC")? {
        Object::Stream(stream) => {
            let data = pdf.data(stream, RICH_LIMIT)?;
            String::from_utf8_lossy(&data.bytes).into_owned()
        }
        _ => pdf.text(dict, "RC")?,
    };
    pdf.spend(TEXT_WORK * text.len()).then(|| shortened(&rich::words(&text))).filter(|text| !text.is_empty())
}

/// The name of a stamp without text, such as `Approved`.
fn stamp(pdf: &Pdf<'_>, dict: &Dictionary) -> String {
    let name = pdf.name(dict, "Name").map(|name| String::from_utf8_lossy(name).into_owned());
    let name = name.unwrap_or_default();
    // Generated names of images are not meaningful.
    let is_word = !name.is_empty() && name.len() <= 40 && name.chars().all(char::is_alphabetic);
    if is_word { name } else { String::new() }
}

/// What of the page is meant.
fn areas(pdf: &Pdf<'_>, page: &Page<'_>, dict: &Dictionary, kind: Kind) -> Vec<Rect> {
    let rect = pdf.annotation_rect(page, dict).filter(Rect::is_finite);
    let quads = quads(pdf, page, dict);
    if kind.marks_text() && !quads.is_empty() {
        return quads;
    }
    // A callout points at what is meant with the first end of its line; other texts may have one that nobody sees.
    let is_callout = kind == Kind::FreeText && pdf.name(dict, "IT") == Some(b"FreeTextCallout");
    let callout = pdf.numbers(dict, "CL").filter(|_| is_callout);
    if let Some(&[x, y, ..]) = callout.as_deref() {
        let tip = Point::new(x * page.user_unit, y * page.user_unit);
        if tip.is_finite() {
            return vec![Rect::from_points(tip, tip)];
        }
    }
    rect.into_iter().collect()
}

/// The boxes of marked lines. The corners of each may be in any order.
fn quads(pdf: &Pdf<'_>, page: &Page<'_>, dict: &Dictionary) -> Vec<Rect> {
    let numbers = pdf.numbers(dict, "QuadPoints").unwrap_or_default();
    let (quads, _) = numbers.as_chunks::<8>();
    quads
        .iter()
        .take(QUADS_LIMIT)
        .take_while(|_| pdf.spend(QUAD_WORK))
        .filter_map(|quad| {
            let corners = quad.as_chunks::<2>().0.iter().map(|&[x, y]| Point::new(x, y));
            let rect = corners
                .map(|corner| Rect::from_points(corner, corner))
                .reduce(|one, other| one.union(other))?;
            let rect = rect.scale_from_origin(page.user_unit);
            (rect.is_finite() && rect.area() > 0.0).then_some(rect)
        })
        .collect()
}

/// Merges replies, states and parts into their comments.
fn threads(mut marks: Vec<Mark>) -> Vec<Note> {
    let by_id: HashMap<ObjectId, usize> =
        marks.iter().enumerate().filter_map(|(at, mark)| Some((mark.id?, at))).collect();
    let targets: Vec<Option<usize>> =
        marks.iter().map(|mark| mark.target.and_then(|target| by_id.get(&target).copied())).collect();
    // The comment at the beginning of a chain of replies. A circular chain has none.
    let root = |start: usize| {
        let mut at = start;
        for _ in 0..CHAIN_LIMIT {
            match targets.get(at).copied().flatten() {
                Some(next) => at = next,
                None => return at,
            }
        }
        start
    };
    let roots: Vec<usize> = (0..marks.len()).map(root).collect();
    for at in 0..marks.len() {
        let root = roots.get(at).copied().unwrap_or(at);
        if root == at {
            continue;
        }
        let Some(Mark { note, is_grouped, state, .. }) = marks.get(at) else { continue };
        let (note, is_grouped, state) = (note.clone(), *is_grouped, state.clone());
        let Some(target) = marks.get_mut(root) else { continue };
        if let Some(state) = state {
            target.note.set_state(State { name: state, author: note.author, date: note.date });
        } else if is_grouped {
            target.note.join(note);
        } else if !note.text.is_empty() {
            target.note.replies.push(Reply { author: note.author, date: note.date, text: note.text });
        } else {
            // A reply without text is a further mark.
            target.note.areas.extend(note.areas);
        }
    }
    let is_root = |at: usize| roots.get(at) == Some(&at);
    let marks = marks.into_iter().enumerate().filter(|(at, _)| is_root(*at));
    marks.map(|(_, mark)| mark.note).collect()
}

/// Whether a state is of the model `Marked`, which says nothing of a decision (ISO 32000-1, table 171).
fn is_mark(state: &State) -> bool {
    matches!(state.name.as_str(), "Marked" | "Unmarked")
}

impl Note {
    /// Adds a state, which replaces an earlier one of the same person and model.
    fn set_state(&mut self, state: State) {
        let is_same = |known: &State| known.author == state.author && is_mark(known) == is_mark(&state);
        if self.states.iter().all(|known| !is_same(known) || known.date <= state.date) {
            self.states.retain(|known| !is_same(known));
            self.states.push(state);
        }
    }

    /// Takes a part that is one comment with this one: text that is struck out where other text is to be inserted.
    fn join(&mut self, part: Note) {
        if part.kind.marks_text() {
            if !self.kind.marks_text() {
                self.areas.clear();
            }
            self.areas.extend(part.areas);
        } else if !self.kind.marks_text() {
            self.areas.extend(part.areas);
        }
        if matches!(
            (self.kind, part.kind),
            (Kind::Insertion, Kind::StrikeOut) | (Kind::StrikeOut, Kind::Insertion)
        ) {
            self.kind = Kind::Replacement;
        }
        match (self.text.is_empty(), part.text.is_empty()) {
            (_, true) => {}
            (true, false) => self.text = part.text,
            (false, false) if self.text == part.text => {}
            (false, false) => {
                self.text.push('\n');
                self.text.push_str(&part.text);
            }
        }
        self.author = self.author.take().or(part.author);
        self.date = self.date.take().max(part.date);
        self.replies.extend(part.replies);
    }
}
