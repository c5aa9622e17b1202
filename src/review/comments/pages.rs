//! Matches the pages of a file with those of a draft, and finds how they were moved, rotated or scaled.

use std::cmp::Reverse;
use std::collections::HashMap;

use kurbo::{Affine, Point};

use crate::press::annotations::MarkedPage;
use crate::typeset::{Map, Word};

/// A page of a draft, and the transformation to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MatchedPage {
    /// Its number, from 0.
    pub(super) page: usize,
    /// From the page of the file to that of the map: points from the top left, downwards.
    pub(super) to_map: Affine,
}

/// The minimum share of the text of a page of the map that must be found on a page of a file, in thousandths.
const MIN_FOUND: u64 = 500;
/// The maximum difference from the best share, in thousandths, for a page with more words to be considered.
const ABOUT_AS_MUCH: u64 = 100;
/// The minimum number of common letters relative to the best page, in per cent, for positions to decide between the two:
/// some pages have no text but the footer that all pages share.
const ALIKE: u64 = 60;
/// The maximum number of candidates whose positions are compared.
const LIKELY_LIMIT: usize = 4;
/// A page with fewer groups of letters counts as one without text.
const BARE: usize = 10;
/// The maximum number of pages of a file in which pages are also matched out of order.
const PAGES_LIMIT: usize = 1_000;
/// The maximum distance of a text from its position, in points: the bottom of a word is not its baseline.
const TOLERANCE: f64 = 8.0;
/// The minimum number of common words for fitting a transformation.
const MIN_PAIRS: usize = 3;
/// The maximum difference in size between copies of a page, in points.
const SIZE_TOLERANCE: f64 = 2.0;

type Triples = HashMap<[char; 3], u32>;

/// Finds the page of the draft that each page of a file shows.
pub(super) fn matched(pages: &[MarkedPage], map: &Map) -> Vec<Option<MatchedPage>> {
    let mut words: Vec<Vec<&Word>> = vec![Vec::new(); map.pages.len()];
    for word in map.items.iter().flat_map(|item| &item.words) {
        if let Some(words) = words.get_mut(word.page) {
            words.push(word);
        }
    }
    let of_page = |words: &Vec<&Word>| {
        let mut triples = Triples::new();
        // The order of words may differ between the two, so triples do not span words.
        for word in words {
            add_triples(&word.text, &mut triples);
        }
        triples
    };
    let of_map: Vec<Triples> = words.iter().map(of_page).collect();
    let matched = |(number, page): (usize, &MarkedPage)| {
        let text: String = page.texts.iter().map(|text| text.text.as_str()).collect();
        let found = triples(&text);
        let likely: Vec<usize> = if found.len() < BARE {
            // Pages without text are distinguished by their position alone.
            let is_same = pages.len() >= map.pages.len() && number < of_map.len();
            is_same.then_some(number).into_iter().collect()
        } else {
            let wanted = if pages.len() > PAGES_LIMIT { number..number + 1 } else { 0..of_map.len() };
            likely(&found, of_map.iter().enumerate().filter(|(at, _)| wanted.contains(at)))
        };
        let candidates = likely.into_iter().filter_map(|at| {
            let (to_map, fitting) = transform(page, *map.pages.get(at)?, words.get(at)?);
            Some((fitting, at == number, MatchedPage { page: at, to_map }))
        });
        // Among equally good fits, the first has the most letters in common.
        candidates.rev().max_by_key(|(fitting, is_same, _)| (*fitting, *is_same)).map(|(.., page)| page)
    };
    pages.iter().enumerate().map(matched).collect()
}

/// The number of times each group of three consecutive letters occurs in a text.
fn triples(text: &str) -> Triples {
    let mut triples = Triples::new();
    add_triples(text, &mut triples);
    triples
}

fn add_triples(text: &str, triples: &mut Triples) {
    let letters: Vec<char> =
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    for triple in letters.windows(3) {
        if let [one, two, three] = *triple {
            *triples.entry([one, two, three]).or_default() += 1;
        }
    }
}

/// The candidates in the map for a page of a file, the most likely first. The page contains all words of its original;
/// it may also contain all words of a shorter page, such as a cover, so the page with the most words is preferred.
fn likely<'t>(found: &Triples, pages: impl Iterator<Item = (usize, &'t Triples)>) -> Vec<usize> {
    let common = |other: &Triples| -> u64 {
        other.iter().filter_map(|(triple, count)| Some(u64::from((*count).min(*found.get(triple)?)))).sum()
    };
    let size = |triples: &Triples| triples.values().map(|count| u64::from(*count)).sum::<u64>();
    let mut pages: Vec<(usize, u64, u64)> = pages
        .map(|(at, other)| {
            let common = common(other);
            (at, (1000 * common).checked_div(size(other)).unwrap_or_default(), common)
        })
        .filter(|(_, share, _)| *share >= MIN_FOUND)
        .collect();
    let most = pages.iter().map(|(_, share, _)| *share).max().unwrap_or_default();
    pages.retain(|(_, share, _)| *share + ABOUT_AS_MUCH >= most);
    pages.sort_by_key(|(at, _, common)| (Reverse(*common), *at));
    let most = pages.first().map_or(0, |(.., common)| *common);
    pages.retain(|(.., common)| 100 * common >= ALIKE * most);
    pages.truncate(LIKELY_LIMIT);
    pages.into_iter().map(|(at, ..)| at).collect()
}

/// The transformation from a page of a file to a page of the map, and the number of words that it maps correctly.
fn transform(page: &MarkedPage, size: (f64, f64), words: &[&Word]) -> (Affine, usize) {
    let pairs = pairs(page, words);
    let transform = transform_of(&pairs, page, size);
    let fitting = residuals(&pairs, transform).into_iter().filter(|residual| *residual < TOLERANCE).count();
    (transform, fitting)
}

fn transform_of(pairs: &[Pair], page: &MarkedPage, (width, height): (f64, f64)) -> Affine {
    let area = page.area;
    let upside_down = Affine::new([1.0, 0.0, 0.0, -1.0, -area.x0, area.y1]);
    let same_size =
        (area.width() - width).abs() < SIZE_TOLERANCE && (area.height() - height).abs() < SIZE_TOLERANCE;
    if pairs.len() < MIN_PAIRS {
        if same_size {
            return upside_down;
        }
        let (x, y) = (width / area.width().max(1.0), height / area.height().max(1.0));
        return Affine::scale_non_uniform(x, y) * upside_down;
    }
    if median(&residuals(pairs, upside_down)) < TOLERANCE {
        return upside_down;
    }
    // The page was rotated, scaled or moved: fit it to the map by words that occur once.
    let mut kept = pairs.to_vec();
    let mut fit = fitted(&kept);
    for _ in 0..2 {
        let Some(transform) = fit else { break };
        let bound = (3.0 * median(&residuals(&kept, transform))).max(1.0);
        kept.retain(|pair| residual(pair, transform) <= bound);
        fit = fitted(&kept);
    }
    match fit {
        Some(transform) if kept.len() >= MIN_PAIRS && median(&residuals(&kept, transform)) < TOLERANCE => {
            transform
        }
        _ => upside_down,
    }
}

/// The start of the same word on a page of a file and on the map.
type Pair = (Point, Point);

/// Words that occur exactly once on each of the two pages.
fn pairs(page: &MarkedPage, words: &[&Word]) -> Vec<Pair> {
    let mut on_map: HashMap<&str, Option<Point>> = HashMap::new();
    for word in words.iter().filter(|word| !word.text.is_empty()) {
        let corner = Point::new(word.rect.left, word.rect.bottom);
        on_map.entry(&word.text).and_modify(|known| *known = None).or_insert(Some(corner));
    }
    let mut on_page: HashMap<String, Option<Point>> = HashMap::new();
    for (word, start) in first_words(page) {
        on_page.entry(word).and_modify(|known| *known = None).or_insert(Some(start));
    }
    let mut pairs: Vec<(String, Pair)> = on_page
        .into_iter()
        .filter_map(|(word, start)| {
            let corner = on_map.get(word.as_str()).copied().flatten()?;
            Some((word, (start?, corner)))
        })
        .collect();
    pairs.sort_by(|(one, _), (other, _)| one.cmp(other));
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

/// The first word of each text of a page. Some programs write letter by letter.
fn first_words(page: &MarkedPage) -> Vec<(String, Point)> {
    let mut words: Vec<(String, Point)> = Vec::new();
    let mut letters: Option<(String, Point)> = None;
    for text in &page.texts {
        if text.text.chars().count() <= 1 {
            match &mut letters {
                Some((word, _)) if !text.text.trim().is_empty() => word.push_str(&text.text),
                Some(_) => words.extend(letters.take()),
                None if !text.text.trim().is_empty() => letters = Some((text.text.clone(), text.origin)),
                None => {}
            }
            continue;
        }
        words.extend(letters.take());
        if let Some(first) =
            text.text.split_whitespace().next().filter(|_| !text.text.starts_with(char::is_whitespace))
        {
            words.push((first.to_owned(), text.origin));
        }
    }
    words.extend(letters);
    words
}

fn residual((start, corner): &Pair, transform: Affine) -> f64 {
    (transform * *start).distance(*corner)
}

fn residuals(pairs: &[Pair], transform: Affine) -> Vec<f64> {
    pairs.iter().map(|pair| residual(pair, transform)).collect()
}

fn median(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::MAX)
}

/// The rotation, scale and translation from the file to the map, by least squares.
fn fitted(pairs: &[Pair]) -> Option<Affine> {
    if pairs.len() < MIN_PAIRS {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "a page has fewer words than 2⁵³")]
    let count = pairs.len() as f64;
    // The map's y axis points down; flip it for both to have the same orientation.
    let pairs: Vec<(Point, Point)> =
        pairs.iter().map(|(start, corner)| (*start, Point::new(corner.x, -corner.y))).collect();
    let mean = |side: fn(&(Point, Point)) -> Point| {
        let sum =
            pairs.iter().map(|pair| side(pair).to_vec2()).fold(kurbo::Vec2::ZERO, |sum, point| sum + point);
        (sum / count).to_point()
    };
    let (from, to) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let (mut dot, mut cross, mut square) = (0.0, 0.0, 0.0);
    for (start, corner) in &pairs {
        let (start, corner) = (*start - from, *corner - to);
        dot += start.dot(corner);
        cross += start.cross(corner);
        square += start.hypot2();
    }
    if square <= f64::EPSILON {
        return None;
    }
    let (real, imaginary) = (dot / square, cross / square);
    let turn = Affine::new([real, imaginary, -imaginary, real, 0.0, 0.0]);
    let shift = to - turn * from;
    Some(Affine::FLIP_Y * Affine::translate(shift) * turn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rotated_and_scaled_page_is_aligned_with_the_map() {
        // The page was rotated by 90°, scaled by half, and moved.
        let moved = |x: f64, y: f64| Point::new(300.0 + 0.5 * y, 40.0 + 0.5 * x);
        let places = [(10.0, 20.0), (200.0, 40.0), (50.0, 700.0), (500.0, 800.0)];
        let pairs: Vec<Pair> = places.iter().map(|(x, y)| (moved(*x, *y), Point::new(*x, *y))).collect();
        let transform = fitted(&pairs).unwrap();
        for (start, corner) in pairs {
            assert!((transform * start).distance(corner) < 1e-6, "{:?} {corner:?}", transform * start);
        }
    }
}
