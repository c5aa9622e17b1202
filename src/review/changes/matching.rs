//! Matches the items of two lists by their words.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::iter;

use crate::report::gap;

/// The text by which an item is matched.
#[derive(Debug)]
pub(super) struct Item {
    /// Items with the same text always match.
    pub(super) text: String,
}

impl Item {
    /// Whether its text has yet to be written.
    pub(super) fn is_gap(&self) -> bool {
        self.text.lines().next().is_some_and(|line| gap::marker(line).is_some())
    }
}

/// The minimum similarity of matching items, in thousandths.
#[derive(Debug, Clone, Copy)]
pub(super) struct Threshold(pub(super) u32);

/// The maximum number of items with a common word that are compared: those with the nearest positions.
const NEAREST: usize = 32;
/// The maximum number of pairs of items that are compared by letters.
const PAIRS_LIMIT: usize = 40_000;
/// The maximum number of letters of an item that are compared.
const LETTERS_LIMIT: usize = 400;
/// The minimum similarity by letters, in thousandths.
const LETTERS_THRESHOLD: u32 = 600;

/// The words of an item by number, with their counts.
type Bag = Vec<(usize, u32)>;

/// Pairs of matching old and new items, in the order of the old ones. Each item is in at most one pair.
pub(super) fn pairs(old: &[Item], new: &[Item], threshold: Threshold) -> Vec<(usize, usize)> {
    let mut pairs = identical(old, new);
    let rest = |length: usize, taken: &dyn Fn(&(usize, usize)) -> usize, pairs: &[(usize, usize)]| {
        let mut free = vec![true; length];
        for at in pairs.iter().map(taken) {
            if let Some(free) = free.get_mut(at) {
                *free = false;
            }
        }
        (0..length).filter(|at| free.get(*at) == Some(&true)).collect::<Vec<_>>()
    };
    let old_rest = rest(old.len(), &|pair| pair.0, &pairs);
    let new_rest = rest(new.len(), &|pair| pair.1, &pairs);
    pairs.extend(best(by_words((old, &old_rest), (new, &new_rest), threshold)));
    let old_rest = rest(old.len(), &|pair| pair.0, &pairs);
    let new_rest = rest(new.len(), &|pair| pair.1, &pairs);
    if old_rest.len().saturating_mul(new_rest.len()) <= PAIRS_LIMIT {
        pairs.extend(best(by_letters((old, &old_rest), (new, &new_rest))));
    }
    pairs.sort_unstable();
    pairs
}

/// Adds pairs of items that have the same position between matching ones, where `is_pair` permits it: a text that has yet
/// to be written has no words to be matched by.
pub(super) fn pair_by_position(
    pairs: &mut Vec<(usize, usize)>,
    (old_length, new_length): (usize, usize),
    is_pair: impl Fn(usize, usize) -> bool,
) {
    let kept = in_order(pairs);
    let known: HashSet<usize> = pairs.iter().map(|pair| pair.0).collect();
    let known_new: HashSet<usize> = pairs.iter().map(|pair| pair.1).collect();
    let fixed: Vec<(usize, usize)> =
        pairs.iter().zip(kept).filter(|(_, kept)| *kept).map(|(pair, _)| *pair).collect();
    let starts = iter::once((0, 0)).chain(fixed.iter().map(|(old, new)| (old + 1, new + 1)));
    let ends = fixed.iter().copied().chain([(old_length, new_length)]);
    for ((old_start, new_start), (old_end, new_end)) in starts.zip(ends) {
        let old = (old_start..old_end).filter(|at| !known.contains(at));
        let new = (new_start..new_end).filter(|at| !known_new.contains(at));
        pairs.extend(old.zip(new).filter(|(old, new)| is_pair(*old, *new)));
    }
    pairs.sort_unstable();
}

/// Which pairs keep their order; the others have been moved. The kept ones are the longest increasing subsequence of new
/// positions.
pub(super) fn in_order(pairs: &[(usize, usize)]) -> Vec<bool> {
    // For each length, the end of the subsequence with the lowest end; and the predecessor of each pair.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let place = |at: usize| pairs.get(at).map_or(usize::MAX, |pair| pair.1);
    for at in 0..pairs.len() {
        let length = ends.partition_point(|end| place(*end) < place(at));
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut kept = vec![false; pairs.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        if let Some(kept) = kept.get_mut(at) {
            *kept = true;
        }
        next = before.get(at).copied().flatten();
    }
    kept
}

/// A possible pair.
struct Candidate {
    similarity: u32,
    /// The distance between the positions of the items.
    distance: usize,
    pair: (usize, usize),
}

/// Pairs of items with the same text.
fn identical(old: &[Item], new: &[Item]) -> Vec<(usize, usize)> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, item) in new.iter().enumerate().rev() {
        places.entry(&item.text).or_default().push(at);
    }
    let pair = |(at, item): (usize, &Item)| Some((at, places.get_mut(item.text.as_str())?.pop()?));
    old.iter().enumerate().filter_map(pair).collect()
}

/// Chooses the best pairs, with each item in at most one.
fn best(mut candidates: Vec<Candidate>) -> Vec<(usize, usize)> {
    candidates.sort_by_key(|candidate| (Reverse(candidate.similarity), candidate.distance, candidate.pair));
    let (mut old, mut new) = (HashSet::new(), HashSet::new());
    let mut pairs = Vec::new();
    for Candidate { pair, .. } in candidates {
        if !old.contains(&pair.0) && !new.contains(&pair.1) {
            old.insert(pair.0);
            new.insert(pair.1);
            pairs.push(pair);
        }
    }
    pairs
}

fn by_words(
    (old, old_rest): (&[Item], &[usize]),
    (new, new_rest): (&[Item], &[usize]),
    threshold: Threshold,
) -> Vec<Candidate> {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut bag = |item: Option<&Item>| {
        let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
        for word in words(item.map_or("", |item| &item.text)) {
            let next = numbers.len();
            *counts.entry(*numbers.entry(word).or_insert(next)).or_default() += 1;
        }
        counts.into_iter().collect::<Bag>()
    };
    let old_bags: Vec<Bag> = old_rest.iter().map(|at| bag(old.get(*at))).collect();
    let new_bags: Vec<Bag> = new_rest.iter().map(|at| bag(new.get(*at))).collect();
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); numbers.len()];
    for (at, bag) in new_bags.iter().enumerate() {
        for (word, _) in bag {
            if let Some(holders) = holders.get_mut(*word) {
                holders.push(at);
            }
        }
    }
    let mut candidates = Vec::new();
    for (at, (bag, old_at)) in old_bags.iter().zip(old_rest).enumerate() {
        let expected = at * new_rest.len() / old_rest.len().max(1);
        let mut near: Vec<usize> = Vec::new();
        for (word, _) in bag {
            let holders = holders.get(*word).map_or(&[][..], Vec::as_slice);
            let from = holders.partition_point(|holder| *holder < expected).saturating_sub(NEAREST / 2);
            near.extend(holders.iter().skip(from.min(holders.len().saturating_sub(NEAREST))).take(NEAREST));
        }
        near.sort_unstable();
        near.dedup();
        for other in near {
            let (Some(other_bag), Some(new_at)) = (new_bags.get(other), new_rest.get(other)) else {
                continue;
            };
            let similarity = similarity(bag, other_bag);
            if similarity >= threshold.0 {
                let distance = other.abs_diff(expected);
                candidates.push(Candidate { similarity, distance, pair: (*old_at, *new_at) });
            }
        }
    }
    candidates
}

/// Compares by letters, because short texts may have no word in common and differ in a single letter.
fn by_letters((old, old_rest): (&[Item], &[usize]), (new, new_rest): (&[Item], &[usize])) -> Vec<Candidate> {
    let triples = |item: Option<&Item>| {
        let letters: Vec<char> = words(item.map_or("", |item| &item.text))
            .flat_map(|word| std::iter::once(' ').chain(word.chars().collect::<Vec<_>>()))
            .take(LETTERS_LIMIT)
            .collect();
        let mut counts: BTreeMap<[char; 3], u32> = BTreeMap::new();
        for triple in letters.windows(3) {
            if let [one, two, three] = *triple {
                *counts.entry([one, two, three]).or_default() += 1;
            }
        }
        counts.into_iter().collect::<Vec<_>>()
    };
    let old_triples: Vec<_> = old_rest.iter().map(|at| triples(old.get(*at))).collect();
    let new_triples: Vec<_> = new_rest.iter().map(|at| triples(new.get(*at))).collect();
    let mut candidates = Vec::new();
    for (at, (one, old_at)) in old_triples.iter().zip(old_rest).enumerate() {
        for (other_at, (other, new_at)) in new_triples.iter().zip(new_rest).enumerate() {
            let similarity = similarity(one, other);
            if similarity >= LETTERS_THRESHOLD {
                let distance = at.abs_diff(other_at);
                candidates.push(Candidate { similarity, distance, pair: (*old_at, *new_at) });
            }
        }
    }
    candidates
}

/// The similarity of two bags, in thousandths (the Sørensen–Dice coefficient).
fn similarity<T: Ord>(one: &[(T, u32)], other: &[(T, u32)]) -> u32 {
    let size = |bag: &[(T, u32)]| bag.iter().map(|(_, count)| u64::from(*count)).sum::<u64>();
    let (mut left, mut right) = (one.iter().peekable(), other.iter().peekable());
    let mut common = 0;
    while let (Some((a, count)), Some((b, others))) = (left.peek(), right.peek()) {
        match a.cmp(b) {
            Ordering::Less => drop(left.next()),
            Ordering::Greater => drop(right.next()),
            Ordering::Equal => {
                common += u64::from(*count.min(others));
                left.next();
                right.next();
            }
        }
    }
    let total = size(one) + size(other);
    u32::try_from((2000 * common).checked_div(total).unwrap_or_default()).unwrap_or_default()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
        let items =
            |texts: &[&str]| texts.iter().map(|text| Item { text: (*text).to_owned() }).collect::<Vec<_>>();
        pairs(&items(old), &items(new), Threshold(400))
    }

    #[test]
    fn items_are_recognised_by_their_words() {
        let old = ["Surengti mokymai kaimynams.", "Pasodinta 120 medžių Antakalnyje.", "Nuoma"];
        let new = [
            "Visai kitas darbas.",
            "Pasodinta 125 medžiai Antakalnyje ir Žvėryne.",
            "Surengti mokymai kaimynams.",
            "Nuomos",
        ];
        assert_eq!(matched(&old, &new), [(0, 2), (1, 1), (2, 3)]);
        assert_eq!(matched(&["a b c d"], &["a x y z"]), []);
        assert_eq!(matched(&["tas pats", "tas pats"], &["tas pats", "naujas", "tas pats"]), [(0, 0), (1, 2)]);
    }

    #[test]
    fn the_most_similar_items_are_paired() {
        let old = ["Surengtas seminaras Vilniuje apie medžius", "Surengtas seminaras Kaune apie medžius"];
        let new = [
            "Surengtas ilgas seminaras Kaune apie medžius",
            "Surengtas ilgas seminaras Vilniuje apie medžius",
        ];
        assert_eq!(matched(&old, &new), [(0, 1), (1, 0)]);
    }

    #[test]
    fn only_reordered_items_are_moved() {
        assert_eq!(in_order(&[(0, 1), (1, 2), (2, 3)]), [true, true, true]);
        assert_eq!(in_order(&[(0, 2), (1, 0), (2, 1)]), [false, true, true]);
        assert_eq!(in_order(&[(0, 0), (1, 3), (2, 1), (3, 2)]), [true, false, true, true]);
        assert!(in_order(&[]).is_empty());
    }
}
