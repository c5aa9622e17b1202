//! Finds the value and words that a comment refers to.

use kurbo::Rect as Area;

use super::pages::MatchedPage;
use super::{Comment, DraftPlace, Spot};
use crate::press::annotations::Kind;
use crate::typeset::{Map, Placed, Rect, Word};

/// The minimum share of the width and of the height of a word that must be marked.
const MIN_OVERLAP: f64 = 0.4;
/// The maximum distance between a comment and the text that it refers to, in points.
const MAX_DISTANCE_Y: f64 = 60.0;
const MAX_DISTANCE_X: f64 = 400.0;
/// The weight of horizontal distances relative to vertical ones.
const HORIZONTAL_WEIGHT: f64 = 0.3;
/// The maximum number of words inside a drawing that are taken as marked.
const MAX_ENCLOSED: usize = 40;

/// Finds the value that a comment refers to, and the words that it marks.
pub(super) fn place(comment: &mut Comment, map: &Map, MatchedPage { page, to_map }: MatchedPage) {
    let areas: Vec<Rect> =
        comment.note.areas.iter().map(|area| rect(to_map.transform_rect_bbox(*area))).collect();
    let Some(first) =
        areas.iter().copied().reduce(|one, other| if other.top < one.top { other } else { one })
    else {
        return;
    };
    comment.place = Some(DraftPlace { page, top: first.top, left: first.left });
    let kind = comment.note.kind;
    let best = items(map, page)
        .map(|(item, words)| (item, covered(&areas, &words)))
        .filter(|(_, covered)| *covered > 0.0)
        .reduce(|one, other| if other.1 > one.1 { other } else { one });
    let found = match best {
        Some((item, _)) => Some(item),
        None => nearest(map, page, &areas),
    };
    let Some(item) = found else { return };
    let words = match kind {
        kind if kind.marks_text() => marked(map, page, &areas),
        Kind::Ink | Kind::Shape => enclosed(map, page, &areas),
        Kind::Insertion => word_before(item, page, &first).into_iter().collect(),
        _ => Vec::new(),
    };
    let words = joined(&words);
    if kind.marks_text() && letters(&words) == letters(&comment.note.text) {
        // Some programs copy the marked words to the comment.
        comment.note.text.clear();
    }
    comment.spot = Some(Spot { origin: item.origin.clone(), words });
}

fn rect(area: Area) -> Rect {
    Rect { left: area.x0, top: area.y0, right: area.x1, bottom: area.y1 }
}

/// The values on a page, with their words on that page.
fn items(map: &Map, page: usize) -> impl Iterator<Item = (&Placed, Vec<&Word>)> {
    map.items.iter().filter_map(move |item| {
        let words: Vec<&Word> = item.words.iter().filter(|word| word.page == page).collect();
        (!words.is_empty()).then_some((item, words))
    })
}

/// The total area of words that is covered by the areas of a comment, which may overlap.
fn covered(areas: &[Rect], words: &[&Word]) -> f64 {
    let size = |rect: Rect| (rect.right - rect.left) * (rect.bottom - rect.top);
    let of_word = |word: &&Word| {
        areas.iter().filter_map(|area| area.intersection(&word.rect)).map(size).fold(0.0, f64::max)
    };
    words.iter().map(of_word).sum()
}

fn is_marked(areas: &[Rect], word: &Word) -> bool {
    let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    areas.iter().filter_map(|area| Some((area, area.intersection(&word.rect)?))).any(|(area, common)| {
        let (width, height) = (word.rect.right - word.rect.left, word.rect.bottom - word.rect.top);
        // An underline is lower than a word.
        let height = height.min(area.bottom - area.top);
        share(common.right - common.left, width) >= MIN_OVERLAP
            && share(common.bottom - common.top, height) >= MIN_OVERLAP
    })
}

/// The marked words, in page order; partly marked words are included.
fn marked<'m>(map: &'m Map, page: usize, areas: &[Rect]) -> Vec<&'m Word> {
    let all = || items(map, page).flat_map(|(_, words)| words).filter(|word| !word.text.is_empty());
    let marked: Vec<&Word> = all().filter(|word| is_marked(areas, word)).collect();
    if !marked.is_empty() {
        return marked;
    }
    let touched = all().map(|word| (word, covered(areas, &[word]))).filter(|(_, covered)| *covered > 0.0);
    touched
        .reduce(|one, other| if other.1 > one.1 { other } else { one })
        .map(|(word, _)| word)
        .into_iter()
        .collect()
}

/// The words whose centre is inside a drawing, if there are not too many.
fn enclosed<'m>(map: &'m Map, page: usize, areas: &[Rect]) -> Vec<&'m Word> {
    let is_inside = |word: &&Word| {
        let (x, y) =
            (f64::midpoint(word.rect.left, word.rect.right), f64::midpoint(word.rect.top, word.rect.bottom));
        !word.text.is_empty() && areas.iter().any(|area| area.contains(x, y))
    };
    let words: Vec<&Word> = items(map, page).flat_map(|(_, words)| words).filter(is_inside).collect();
    if words.len() <= MAX_ENCLOSED { words } else { Vec::new() }
}

/// The word before an insertion.
fn word_before<'m>(item: &'m Placed, page: usize, area: &Rect) -> Option<&'m Word> {
    let x = f64::midpoint(area.left, area.right);
    let in_line = |word: &&Word| {
        word.page == page
            && word.rect.top <= area.bottom
            && word.rect.bottom >= area.top
            && word.rect.left <= x
    };
    item.words.iter().filter(in_line).max_by(|one, other| one.rect.left.total_cmp(&other.rect.left))
}

/// The value whose text or image is nearest to a comment.
fn nearest<'m>(map: &'m Map, page: usize, areas: &[Rect]) -> Option<&'m Placed> {
    let gap =
        |from: f64, to: f64, other_from: f64, other_to: f64| (other_from - to).max(from - other_to).max(0.0);
    let distance = |item: &Placed| {
        let lines = item.lines();
        let lines = lines.iter().filter(|(of_page, _)| *of_page == page);
        let distances = lines.flat_map(|(_, line)| {
            areas.iter().map(|area| {
                let x = gap(area.left, area.right, line.left, line.right);
                let y = gap(area.top, area.bottom, line.top, line.bottom);
                (x, y)
            })
        });
        distances
            .filter(|(x, y)| *x <= MAX_DISTANCE_X && *y <= MAX_DISTANCE_Y)
            .map(|(x, y)| y + HORIZONTAL_WEIGHT * x)
            .min_by(f64::total_cmp)
    };
    let near = map.items.iter().filter_map(|item| Some((item, distance(item)?)));
    near.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(item, _)| item)
}

/// Joins words into a text; the parts of a hyphenated word are joined.
fn joined(words: &[&Word]) -> String {
    let mut text = String::new();
    let mut last: Option<&Word> = None;
    for word in words {
        let continues = last.is_some_and(|last| {
            last.text.ends_with('-')
                && last.text.len() > 1
                && word.rect.top >= last.rect.bottom
                && word.text.starts_with(char::is_lowercase)
        });
        if continues {
            text.pop();
        } else if last.is_some() {
            text.push(' ');
        }
        text.push_str(&word.text);
        last = Some(word);
    }
    text
}

/// The letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
