//! The values at the place of a comment.

use kurbo::Rect as Area;

use super::pages::MatchedPage;
use super::{Comment, DraftPlace, Spot};
use crate::press::annotations::Kind;
use crate::typeset::{Map, Placed, Rect, Word};

/// How much of the width and of the height of a word must be marked.
const MARKED: f64 = 0.4;
/// How far from a text a comment may be that is about it, in points: downwards and upwards, and to either side.
const NEAR_Y: f64 = 60.0;
const NEAR_X: f64 = 400.0;
/// How much nearer a text in the same line is than one above or below.
const SIDEWAYS: f64 = 0.3;
/// How many words something drawn around words may hold for them to be named.
const AROUND_LIMIT: usize = 40;

/// Finds the value that a comment is about, and the words that it marks.
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
        Kind::Ink | Kind::Shape => around(map, page, &areas),
        Kind::Insertion => before(item, page, &first).into_iter().collect(),
        _ => Vec::new(),
    };
    let words = joined(&words);
    if kind.marks_text() && letters(&words) == letters(&comment.note.text) {
        // Some programs put the marked words into the comment.
        comment.note.text.clear();
    }
    comment.spot = Some(Spot { origin: item.origin.clone(), words });
}

fn rect(area: Area) -> Rect {
    Rect { left: area.x0, top: area.y0, right: area.x1, bottom: area.y1 }
}

/// The values on a page, each with its words there.
fn items(map: &Map, page: usize) -> impl Iterator<Item = (&Placed, Vec<&Word>)> {
    map.items.iter().filter_map(move |item| {
        let words: Vec<&Word> = item.words.iter().filter(|word| word.page == page).collect();
        (!words.is_empty()).then_some((item, words))
    })
}

/// How much of some words is covered. The areas of a comment may lie over each other.
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
        // An underline may be no higher than a line.
        let height = height.min(area.bottom - area.top);
        share(common.right - common.left, width) >= MARKED
            && share(common.bottom - common.top, height) >= MARKED
    })
}

/// The words that are marked, in the order of the page; of one that is marked in part, all of it.
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

/// The words whose middle is inside something that was drawn, if they are few.
fn around<'m>(map: &'m Map, page: usize, areas: &[Rect]) -> Vec<&'m Word> {
    let is_inside = |word: &&Word| {
        let (x, y) =
            (f64::midpoint(word.rect.left, word.rect.right), f64::midpoint(word.rect.top, word.rect.bottom));
        !word.text.is_empty() && areas.iter().any(|area| area.contains(x, y))
    };
    let words: Vec<&Word> = items(map, page).flat_map(|(_, words)| words).filter(is_inside).collect();
    if words.len() <= AROUND_LIMIT { words } else { Vec::new() }
}

/// The word after which something is to be inserted.
fn before<'m>(item: &'m Placed, page: usize, area: &Rect) -> Option<&'m Word> {
    let x = f64::midpoint(area.left, area.right);
    let in_line = |word: &&Word| {
        word.page == page
            && word.rect.top <= area.bottom
            && word.rect.bottom >= area.top
            && word.rect.left <= x
    };
    item.words.iter().filter(in_line).max_by(|one, other| one.rect.left.total_cmp(&other.rect.left))
}

/// The value whose text or picture is nearest to a comment beside it.
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
            .filter(|(x, y)| *x <= NEAR_X && *y <= NEAR_Y)
            .map(|(x, y)| y + SIDEWAYS * x)
            .min_by(f64::total_cmp)
    };
    let near = map.items.iter().filter_map(|item| Some((item, distance(item)?)));
    near.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(item, _)| item)
}

/// Words in a row; a word that goes on in the next line is one.
fn joined(words: &[&Word]) -> String {
    let mut text = String::new();
    let mut last: Option<&Word> = None;
    for word in words {
        let goes_on = last.is_some_and(|last| {
            last.text.ends_with('-')
                && last.text.len() > 1
                && word.rect.top >= last.rect.bottom
                && word.text.starts_with(char::is_lowercase)
        });
        if goes_on {
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
