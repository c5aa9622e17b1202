//! How a draft shows the changes since an earlier report.

use std::collections::{HashMap, HashSet};

use super::Reference;
use super::changes::{self, Body, Change, Gap, Kind, Piece, Side, Successors};
use super::notes::{side, spread};
use crate::document::{
    ChangeBar, Document, DraftItem, Edit, Note, NoteKind, PageNotes, Place, PrintedWords, Restored,
    change_text, changed_note, former_reference,
};
use crate::report::{KeyPath, Origin, Report, Step, gap};
use crate::typeset::{Map, Placed, Rect};

/// The maximum number of characters of a text in the list of changes.
const SHOWN: usize = 400;

/// The maximum length of a figure that is replaced as a whole, in characters; in a sentence, only the changed words are
/// marked.
const FIGURE: usize = 24;
/// The maximum distance between the bars of neighbouring lines or rows, as a multiple of the height of a line.
const LINE_GAP: f64 = 1.6;
/// The separator of the cells of a row.
const BETWEEN_CELLS: &str = " · ";
/// The key of a title, and of the part after which a free section stands.
const TITLE: &str = "title";
const AFTER: &str = "after";
/// The key of the file of an image.
const FILE: &str = "file";
/// The year, which is so large on the cover that there is no room for two.
const YEAR: &str = "year";
/// The key of the free sections.
const SECTIONS: &str = "sections";
/// The first step of the origin of a deleted item, in the map of a draft that shows it.
const DELETED: &str = "deleted";

/// An earlier report, and the changes since.
#[derive(Debug)]
pub struct Since<'a> {
    /// The changes, in the order of the new report.
    pub changes: Vec<Change>,
    /// The earlier report.
    pub old: &'a Report,
    /// The printed words of the earlier report.
    pub old_words: PrintedWords,
    /// The printed words of the new report.
    pub new_words: PrintedWords,
    /// Where the values of the earlier report are now.
    pub successors: Successors<'a>,
}

impl Since<'_> {
    /// Takes a value that was emptied, and for which an ellipsis or a dash is printed now, as changed.
    #[must_use]
    pub fn with_gaps(mut self, gaps: &[KeyPath]) -> Self {
        for change in self.changes.iter_mut().filter(|change| change.kind == Kind::Deleted) {
            let Some(old) = &mut change.old else { continue };
            let Some((parent, Step::Key(key))) = old.origin.path.parent() else { continue };
            let path = self.successors.of(&parent).map(|parent| parent.key(key));
            let is_printed =
                |path: &KeyPath| gaps.contains(path) || self.new_words.contains_key(&Origin::from(path));
            let Some(path) = path.filter(is_printed) else { continue };
            // A running text is printed by paragraph.
            let part = Origin::part(&old.origin.path, 0);
            let new =
                if self.old_words.contains_key(&part) { Origin::part(&path, 0) } else { Origin::from(path) };
            old.origin.part = new.part;
            let words = self.new_words.get(&new).and_then(|forms| forms.first());
            let words = words.map_or(gap::ELLIPSIS, String::as_str).to_owned();
            change.new = Some(Side { origin: new, body: Body::Words(words) });
            (change.kind, change.gap) = (Kind::Changed, None);
        }
        self
    }

    /// The words to mark in a document.
    pub fn edits(&self) -> HashMap<Origin, Vec<Vec<Edit>>> {
        let mut edits = HashMap::new();
        for change in &self.changes {
            match (change.kind, &change.old, &change.new) {
                (Kind::Changed, Some(old), Some(new)) => {
                    let is_figure = matches!(new.body, Body::Figure(_));
                    let how = if is_figure { Replaced::Figure } else { Replaced::Text };
                    edits.insert(new.origin.clone(), self.forms(&old.origin, &new.origin, how));
                }
                (Kind::Inserted, _, Some(new)) => {
                    let inside = self.new_words.iter().filter(|(origin, _)| origin.is_within(&new.origin));
                    for (origin, forms) in inside {
                        let forms = forms.iter().map(|words| vec![Edit::Inserted(words.clone())]);
                        edits.insert(origin.clone(), forms.collect());
                    }
                }
                _ => {}
            }
        }
        for (old, new) in self.computed() {
            edits.entry(new.clone()).or_insert_with(|| self.forms(old, &new, Replaced::Computed));
        }
        edits
    }

    /// Totals and other printed words that are computed from values that have changed: where they come from, in the
    /// earlier and in the new report.
    fn computed(&self) -> impl Iterator<Item = (&Origin, Origin)> {
        self.old_words.iter().filter(|(old, _)| old.part.is_none()).filter_map(|(old, was)| {
            let new = Origin::from(self.successors.of(&old.path)?);
            (self.new_words.get(&new)? != was).then_some((old, new))
        })
    }

    /// The edits of each printed form of a value.
    fn forms(&self, old: &Origin, new: &Origin, how: Replaced) -> Vec<Vec<Edit>> {
        let none = Vec::new();
        let (was, is) = (self.old_words.get(old).unwrap_or(&none), self.new_words.get(new).unwrap_or(&none));
        let mut gone: Vec<&String> = was.iter().filter(|form| !is.contains(form)).collect();
        let are_alike = gone.len() == is.iter().filter(|form| !was.contains(form)).count();
        let forms = is.iter().map(|after| {
            if was.contains(after) {
                return vec![Edit::Kept(after.clone())];
            }
            if new.path == YEAR.into() && frame(after).is_empty() {
                return vec![Edit::Inserted(after.clone())];
            }
            // A total is always printed in the chart, but in the table only if there is more than one row.
            let at = gone.iter().position(|before| are_alike || frame(before) == frame(after));
            match (at.map(|at| gone.remove(at)), how) {
                (None, Replaced::Computed) => vec![Edit::Kept(after.clone())],
                (before, how) => apart(pieces(how, before.map_or("", String::as_str), after)),
            }
        });
        forms.collect()
    }

    /// The deleted items, as the earlier document shows them.
    pub fn restored(&self, old: &Document) -> Vec<Restored> {
        let sections = old.section_origins();
        let deleted = self.changes.iter().enumerate();
        let deleted = deleted.filter_map(|(number, change)| Some((number, change, change.gap.as_ref()?)));
        let deleted: Vec<(usize, &Change, &Gap)> = deleted.collect();
        // The cells of a row make up an item together, as do the paragraphs of a quotation, and a list with its heading.
        let groups = deleted.chunk_by(|(_, one, gap), (_, other, other_gap)| {
            let list = self.deleted_list(one);
            let is_of_one_list = list.is_some() && list == self.deleted_list(other);
            gap == other_gap && (is_of_one_list || is_of_one_text(one.old.as_ref(), other.old.as_ref()))
        });
        let restored = groups.filter_map(|group| {
            let (_, change, gap) = group.first()?;
            let place = match gap {
                Gap::Before(next) => Place::Before(next.clone()),
                Gap::EndOf(list) => Place::EndOf(list.into()),
            };
            let before = self.section_before(change, &sections).or_else(|| change.follows.clone());
            let parent = change.old.as_ref().and_then(|old| match old.origin.path.parent()? {
                (parent, Step::Key(_)) => self.successors.of(&parent).map(Place::In),
                _ => None,
            });
            let list = self.deleted_list(change).and_then(|list| {
                let (parent, _) = list.parent()?;
                self.successors.of(&parent).map(Place::In)
            });
            let places = before.map(Place::After).into_iter().chain([place]).chain(parent).chain(list);
            let places: Vec<Place> = places.collect();
            let marks = group.iter();
            let marks = marks
                .filter_map(|(number, change, _)| Some((change.old.as_ref()?.origin.clone(), mark(*number))));
            let list = group.iter().find_map(|(number, change, _)| {
                Some((Origin::from(self.deleted_list(change)?), mark(*number)))
            });
            let marks: Vec<(Origin, Origin)> = marks.chain(list).collect();
            Some(old.restorable(&marks, &places))
        });
        restored.flatten().collect()
    }

    /// The list of a deleted item, if the whole list was deleted. The free sections are in no list on the pages.
    fn deleted_list(&self, deleted: &Change) -> Option<KeyPath> {
        match deleted.old.as_ref()?.origin.path.parent()? {
            (list, Step::Item(_)) => {
                (list != KeyPath::from(SECTIONS) && self.successors.of(&list).is_none()).then_some(list)
            }
            _ => None,
        }
    }

    /// What stands before a section that is no longer there: the last section before it that is; `None` if it is no
    /// section.
    fn section_before(&self, deleted: &Change, old_sections: &[Origin]) -> Option<Origin> {
        let whole = &deleted.old.as_ref()?.origin;
        let at = old_sections.iter().position(|title| title.is_within(whole))?;
        let is_section = match whole.path.steps() {
            [Step::Key(_)] => true,
            [Step::Key(key), Step::Item(_)] => key == SECTIONS,
            _ => false,
        };
        let before = old_sections.iter().take(at).rev().filter(|_| is_section);
        before.filter_map(|title| self.successors.of(&section(title)?)).map(Origin::from).next()
    }

    /// Assigns the words of deleted items to their lists, which are still in the report, and those of a deleted section to
    /// the section before it.
    pub fn attach_deleted(&self, map: &mut Map, old: &Document) {
        let sections = old.section_origins();
        for (number, change) in self.changes.iter().enumerate() {
            let Some(at) = map.items.iter().position(|item| item.origin == mark(number)) else { continue };
            let before = self.section_before(change, &sections);
            let list = match &change.gap {
                Some(_) if before.is_some() => before.unwrap_or_default(),
                Some(Gap::Before(next)) => match next.path.parent() {
                    Some((list, Step::Item(_))) => Origin::from(list),
                    _ => Origin::from(&next.path),
                },
                Some(Gap::EndOf(list)) => Origin::from(list),
                None => continue,
            };
            let words = map.items.remove(at).words;
            match map.items.iter_mut().find(|item| item.origin == list) {
                Some(item) => item.words.extend(words),
                None => map.items.push(Placed { origin: list, words }),
            }
        }
    }

    /// Adds change bars beside changed lines, and notes about inserted, deleted and moved items.
    pub fn mark(&self, pages: &mut [PageNotes], map: &Map, report: &Report) {
        let edits = self.edits();
        for (number, change) in self.changes.iter().enumerate() {
            let kind = NoteKind::from(change.kind);
            let named = |side: &Side, report| Reference::of(&side.origin, report).map(|it| it.to_string());
            if let Some(new) = &change.new {
                // A picture on the pages is all of its image, and nothing on it shows that it is another one.
                let image = new.origin.path.parent().map(|(image, _)| image).filter(|_| is_key(new, FILE));
                let of_image =
                    |item: &&Placed| image.as_ref().is_some_and(|image| item.origin.path == *image);
                let pictures: Vec<_> = map.items.iter().filter(of_image).flat_map(Placed::lines).collect();
                let is_picture = !pictures.is_empty();
                bars(pages, &pictures);
                let mut lines = if is_picture { pictures } else { lines(map, &new.origin) };
                lines.sort_by(|(a, first), (b, second)| a.cmp(b).then(first.top.total_cmp(&second.top)));
                bars(pages, &changed_lines(map, &new.origin, edits.get(&new.origin)));
                // A title is also in the table of contents.
                let height = |(_, line): &&(usize, Rect)| line.bottom - line.top;
                let first = if is_key(new, TITLE) {
                    lines.iter().max_by(|one, other| height(one).total_cmp(&height(other)))
                } else {
                    lines.first()
                };
                if let (true, Some(reference), Some((page, line))) =
                    (kind != NoteKind::Changed || is_picture, named(new, report), first)
                    && let Some(notes) = pages.get_mut(*page)
                {
                    let text = changed_note(&reference, kind);
                    // The note replaces the bare reference. The cells of a row share one reference.
                    match notes.notes.iter_mut().find(|note| note.text == reference || note.text == text) {
                        Some(note) => note.text = text,
                        None => notes.notes.push(Note { text, side: side(line, map, *page), top: line.top }),
                    }
                }
            } else if let Some(old) = &change.old
                && let Some(reference) = named(old, self.old)
                && let shown = lines(map, &mark(number))
                && let Some((page, rect)) = shown.first().copied().or_else(|| gap(change, map))
                && let Some(notes) = pages.get_mut(page)
            {
                let text = changed_note(&former_reference(&reference), kind);
                let note = Note { text, side: side(&rect, map, page), top: rect.top };
                // The cells of a row share one reference.
                if notes.notes.iter().all(|known| known.text != note.text) {
                    notes.notes.push(note);
                }
                bars(pages, &shown);
            }
        }
        for (_, new) in self.computed() {
            let forms = edits.get(&new);
            if forms.into_iter().flatten().flatten().any(|edit| !matches!(edit, Edit::Kept(_))) {
                bars(pages, &changed_lines(map, &new, forms));
            }
        }
        for page in pages {
            spread(&mut page.notes);
            page.bars = joined(std::mem::take(&mut page.bars));
        }
    }

    /// The list of changes.
    pub fn items(&self, report: &Report) -> Vec<DraftItem> {
        let shown = |side: &Side, words: &PrintedWords| {
            // The longest form of a figure includes its label.
            let forms = words.get(&side.origin).into_iter().flatten();
            let form = forms.max_by_key(|form| form.len()).cloned();
            let text = match (&side.body, form) {
                // The words at the path of a section are its heading.
                (Body::Item(_), Some(heading)) => {
                    [heading, said(&printed(side, words), words)].join(BETWEEN_CELLS)
                }
                (_, Some(form)) => form,
                (_, None) => said(&printed(side, words), words),
            };
            match text.char_indices().nth(SHOWN) {
                Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
                None => text,
            }
        };
        let mut items: Vec<(Kind, DraftItem)> = Vec::new();
        for change in &self.changes {
            let mut old = change.old.as_ref().map(|side| shown(side, &self.old_words));
            let mut new = change.new.as_ref().map(|side| shown(side, &self.new_words));
            let mut kind = change.kind;
            if let (Some(was), Some(is), Kind::Changed) = (&change.old, &change.new, kind)
                && is_key(is, AFTER)
            {
                // The section stands after another part now.
                let title = |side: &Side, words: &PrintedWords| {
                    let path = side.origin.path.parent()?.0.key(TITLE);
                    words.get(&Origin::from(path))?.first().cloned()
                };
                (old, new) = (title(was, &self.old_words), title(is, &self.new_words));
                kind = Kind::Moved;
            }
            let old_name = change.old.as_ref().and_then(|side| Reference::of(&side.origin, self.old));
            let new_name = change.new.as_ref().and_then(|side| Reference::of(&side.origin, report));
            let old_name = old_name.map(|name| name.to_string());
            let former = || old_name.as_deref().map(former_reference);
            let reference = new_name.map(|name| name.to_string()).or_else(former);
            if let (Some((Kind::Inserted | Kind::Deleted | Kind::Moved, last)), Some(more)) =
                (items.last_mut().filter(|(of, _)| *of == kind), old.as_ref().or(new.as_ref()))
                && last.reference == reference
                && reference.is_some()
            {
                // The cells of a row share one reference.
                last.text.push_str(BETWEEN_CELLS);
                last.text.push_str(more);
                continue;
            }
            let was = old_name.as_deref().filter(|was| Some(*was) != reference.as_deref());
            let (text, details) = change_text(kind.into(), was, old, new);
            items.push((kind, DraftItem { reference, text, details }));
        }
        items.into_iter().map(|(_, item)| item).collect()
    }
}

/// Whether a value has this key.
fn is_key(side: &Side, name: &str) -> bool {
    matches!(side.origin.path.parent(), Some((_, Step::Key(key))) if key == name)
}

/// The path of the section with a title.
fn section(title: &Origin) -> Option<KeyPath> {
    match title.path.steps() {
        [Step::Key(key), Step::Item(item), ..] if key == SECTIONS => {
            Some(KeyPath::from(SECTIONS).item(*item))
        }
        [Step::Key(key), ..] => Some(KeyPath::from(key.as_str())),
        _ => None,
    }
}

/// Whether both are paragraphs or cells of the same text.
fn is_of_one_text(one: Option<&Side>, other: Option<&Side>) -> bool {
    let text = |side: Option<&Side>| {
        side.filter(|side| side.origin.part.is_some()).map(|side| side.origin.path.clone())
    };
    text(one).is_some() && text(one) == text(other)
}

/// The origin of a deleted item in the map; the number is that of its change.
fn mark(number: usize) -> Origin {
    KeyPath::from(DELETED).item(number).into()
}

/// The lines of everything within a value.
fn lines(map: &Map, whole: &Origin) -> Vec<(usize, Rect)> {
    map.items.iter().filter(|item| item.origin.is_within(whole)).flat_map(Placed::lines).collect()
}

/// The lines of a value with words that were inserted or deleted; all of them if there is no such word.
fn changed_lines(map: &Map, whole: &Origin, edits: Option<&Vec<Vec<Edit>>>) -> Vec<(usize, Rect)> {
    let (mut deleted, mut inserted) = (HashSet::new(), HashSet::new());
    for edit in edits.into_iter().flatten().flatten() {
        match edit {
            Edit::Kept(_) => {}
            Edit::Deleted(words) => deleted.extend(words.split_whitespace()),
            Edit::Inserted(words) => inserted.extend(words.split_whitespace()),
        }
    }
    // Not, for example, the currency of an amount.
    let edited: HashSet<&str> = deleted.symmetric_difference(&inserted).copied().collect();
    // A hyphenated word is printed in two parts.
    let is_part = |part: &str| {
        let start = part.strip_suffix('-').filter(|start| !start.is_empty());
        edited.contains(part)
            || edited.iter().any(|word| start.is_some_and(|start| word.starts_with(start)))
            || edited.iter().any(|word| part.contains(word) || word.ends_with(part))
    };
    let words = |item: &Placed| -> Vec<(usize, Rect)> {
        let words = item.words.iter().filter(|word| !word.text.is_empty() && is_part(&word.text));
        words.map(|word| (word.page, word.rect)).collect()
    };
    let of_value = || map.items.iter().filter(|item| item.origin.is_within(whole));
    let edited: Vec<(usize, Rect)> = of_value().flat_map(words).collect();
    let is_edited = |(page, line): &(usize, Rect)| {
        edited.iter().any(|(of, word)| of == page && word.top < line.bottom && word.bottom > line.top)
    };
    let found: Vec<(usize, Rect)> = of_value().flat_map(Placed::lines).filter(is_edited).collect();
    if found.is_empty() { lines(map, whole) } else { found }
}

/// Adds change bars beside lines.
fn bars(pages: &mut [PageNotes], lines: &[(usize, Rect)]) {
    for (page, line) in lines {
        if let Some(notes) = pages.get_mut(*page) {
            notes.bars.push(ChangeBar { top: line.top, height: line.bottom - line.top });
        }
    }
}

/// Joins the bars of neighbouring lines.
fn joined(mut bars: Vec<ChangeBar>) -> Vec<ChangeBar> {
    bars.sort_by(|one, other| one.top.total_cmp(&other.top));
    let mut joined: Vec<ChangeBar> = Vec::new();
    for bar in bars {
        match joined.last_mut() {
            Some(last) if bar.top - (last.top + last.height) < LINE_GAP * bar.height.min(last.height) => {
                last.height = last.height.max(bar.top + bar.height - last.top);
            }
            _ => joined.push(bar),
        }
    }
    joined
}

/// Where something was that was deleted: the line that follows it, or the last before it.
fn gap(change: &Change, map: &Map) -> Option<(usize, Rect)> {
    match change.gap.as_ref()? {
        Gap::Before(origin) => lines(map, origin).into_iter().next(),
        Gap::EndOf(path) => lines(map, &Origin::from(path)).into_iter().next_back().map(|(page, line)| {
            (page, Rect { top: line.bottom, bottom: line.bottom + (line.bottom - line.top), ..line })
        }),
    }
}

/// How a changed value is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Replaced {
    /// A text, word by word.
    Text,
    /// A figure, as a whole.
    Figure,
    /// A figure that is computed from others.
    Computed,
}

/// The edits of a printed form.
fn pieces(how: Replaced, before: &str, after: &str) -> Vec<Edit> {
    if before == after {
        return vec![Edit::Kept(after.to_owned())];
    }
    if how != Replaced::Text && before.chars().count().max(after.chars().count()) <= FIGURE {
        return vec![Edit::Deleted(before.to_owned()), Edit::Inserted(after.to_owned())];
    }
    let edits = changes::pieces(before, after).into_iter().map(|piece| match piece {
        Piece::Kept(words) => Edit::Kept(words),
        Piece::Inserted(words) => Edit::Inserted(words),
        Piece::Deleted(words) => Edit::Deleted(words),
    });
    edits.collect()
}

/// What is printed around a figure.
fn frame(form: &str) -> String {
    form.chars().filter(|c| c.is_alphabetic()).collect()
}

/// Adds a space between deleted words and their replacement.
fn apart(mut edits: Vec<Edit>) -> Vec<Edit> {
    let follows: Vec<bool> =
        edits.iter().skip(1).map(|next| matches!(next, Edit::Inserted(words) if !words.is_empty())).collect();
    for (edit, is_replaced) in edits.iter_mut().zip(follows) {
        if let Edit::Deleted(words) = edit
            && is_replaced
            && !words.is_empty()
            && !words.ends_with(char::is_whitespace)
        {
            words.push(' ');
        }
    }
    edits
}

/// Of an item, what is printed: not, for example, after which part a section stands.
fn printed(side: &Side, words: &PrintedWords) -> Side {
    let Body::Item(sides) = &side.body else { return side.clone() };
    let is_printed = |side: &&Side| words.keys().any(|origin| origin.is_within(&side.origin));
    let sides: Vec<Side> = sides.iter().filter(is_printed).cloned().collect();
    Side { body: if sides.is_empty() { side.body.clone() } else { Body::Item(sides) }, ..side.clone() }
}

/// A value as one text, as printed as far as it is.
fn said(side: &Side, printed: &PrintedWords) -> String {
    match &side.body {
        Body::Words(words) | Body::Typed(words) => words.clone(),
        Body::Figure(figure) => {
            let forms = printed.get(&side.origin);
            forms.and_then(|forms| forms.first()).cloned().unwrap_or_else(|| figure.to_string())
        }
        Body::Item(sides) => {
            sides.iter().map(|side| said(side, printed)).collect::<Vec<_>>().join(BETWEEN_CELLS)
        }
    }
}

impl From<Kind> for NoteKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Inserted => Self::Inserted,
            Kind::Deleted => Self::Deleted,
            Kind::Moved => Self::Moved,
            Kind::Changed => Self::Changed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::Word;

    /// A paragraph of four lines, in a map of one page.
    fn map(lines: [&str; 4]) -> Map {
        let line = |(number, line): (u32, &str)| -> Vec<Word> {
            let top = 100.0 + 14.0 * f64::from(number);
            let word = |(at, text): (u32, &str)| {
                let left = 60.0 + 50.0 * f64::from(at);
                let rect = Rect { left, top, right: left + 45.0, bottom: top + 8.0 };
                Word { page: 0, rect, text: text.to_owned() }
            };
            (0..).zip(line.split(' ')).map(word).collect()
        };
        let words = (0..).zip(lines).flat_map(line).collect();
        Map {
            pages: vec![(595.0, 842.0)],
            items: vec![Placed { origin: KeyPath::from("about").into(), words }],
        }
    }

    fn bars_beside(edits: &[Edit], lines: [&str; 4]) -> Vec<(f64, f64)> {
        let mut pages = vec![PageNotes::default()];
        let (map, edits) = (map(lines), vec![edits.to_vec()]);
        bars(&mut pages, &changed_lines(&map, &KeyPath::from("about").into(), Some(&edits)));
        joined(pages.remove(0).bars).iter().map(|bar| (bar.top, bar.height)).collect()
    }

    #[test]
    fn bars_stand_beside_the_changed_lines_only() {
        let edit = |deleted: &str, inserted: &str| {
            [Edit::Kept("a ".into()), Edit::Deleted(deleted.into()), Edit::Inserted(inserted.into())]
        };
        let lines = ["Pirma eilutė", "antra keistina keista", "trečia ir", "ketvirta kei-"];
        assert_eq!(bars_beside(&edit("keistina ", "keista"), lines), [(114.0, 8.0), (142.0, 8.0)]);
        // Neighbouring lines have one bar, and what is the same in both has not changed.
        assert_eq!(bars_beside(&edit("antra Eur ", "trečia Eur"), lines), [(114.0, 22.0)]);
        // A change of marks only concerns the whole text.
        assert_eq!(bars_beside(&[Edit::Kept("a".into())], lines), [(100.0, 50.0)]);
    }
}
