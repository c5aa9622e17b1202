//! Reviewers' comments on a draft, and the values of the report that they are about.
//!
//! [`of_file`] finds the value that each comment is about by its position on the page: the [`Map`] of the draft has the
//! position of every value, so no words on the page are interpreted. The pages may since have been reordered, moved to
//! another file, rotated, cropped or scaled. [`merged`] merges several copies of a draft, and a [`Follower`] finds the
//! values of the draft in the current report.

mod copies;
mod follow;
mod pages;
mod placing;

use crate::press::annotations::{MarkedPage, MarkedPdf, Note};
use crate::report::Origin;
use crate::typeset::Map;

pub use copies::merged;
pub use follow::{Follower, Today};

/// A comment on a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    /// Its contents.
    pub note: Note,
    /// The files in which it was found, with its page in each, both counted from 0.
    pub found: Vec<(usize, usize)>,
    /// The earlier texts, if copies differ.
    pub earlier: Vec<String>,
    /// Its position in the draft; `None` if the page is not one of the draft's.
    pub place: Option<DraftPlace>,
    /// The value that it is about.
    pub spot: Option<Spot>,
}

/// A position on the pages of a draft.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DraftPlace {
    /// The page, from 0.
    pub page: usize,
    /// The distance from the top edge, in points.
    pub top: f64,
    /// The distance from the left edge, in points.
    pub left: f64,
}

/// The value that a comment is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The value.
    pub origin: Origin,
    /// The marked words, as printed.
    pub words: String,
}

/// The prefix of a draft's fingerprint in the keywords of its file.
const KEYWORD: &str = "ataskaita-draft:";
/// The word at the foot of the pages of a draft.
const DRAFT: &str = "juodraštis";
/// The separators in the footer, including those of programs that rewrite the file.
const DOTS: [char; 4] = ['·', '∙', '⋅', '•'];
/// The number of digits of a fingerprint.
const FINGERPRINT_LENGTH: usize = 8;
/// The number of characters after the word in which the fingerprint is searched for.
const FINGERPRINT_AREA: usize = 80;

/// The maximum number of drafts in one file.
const DRAFTS_LIMIT: usize = 16;

/// The fingerprints of the drafts in a file, from its keywords and its pages; that of the file first. Several drafts may
/// have been merged into one file; a file without drafts has none.
pub fn fingerprints(pdf: &MarkedPdf) -> Vec<String> {
    let after = pdf.keywords.split(KEYWORD).nth(1).unwrap_or_default();
    let keyword: String = after.chars().take(FINGERPRINT_LENGTH).collect();
    let mut found: Vec<String> =
        Some(keyword).filter(|keyword| is_fingerprint(keyword)).into_iter().collect();
    for fingerprint in pdf.pages.iter().filter_map(fingerprint_of_page) {
        if found.len() < DRAFTS_LIMIT && !found.contains(&fingerprint) {
            found.push(fingerprint);
        }
    }
    found
}

/// Whether a file is a usable draft: the data of the report is attached, and every page has the fingerprint.
pub fn is_draft(pdf: &MarkedPdf, fingerprint: &str) -> bool {
    let states = |page: &MarkedPage| fingerprint_of_page(page).as_deref() == Some(fingerprint);
    !pdf.attachments.is_empty() && pdf.pages.iter().all(states)
}

/// The fingerprint at the foot of a page.
fn fingerprint_of_page(page: &MarkedPage) -> Option<String> {
    let text: String = page.texts.iter().map(|text| text.text.as_str()).collect();
    let text: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let draft: Vec<char> = DRAFT.chars().collect();
    let mut places = text.windows(draft.len()).enumerate().filter(|(_, window)| *window == draft.as_slice());
    places.find_map(|(at, _)| {
        let mut foot = text.iter().skip(at + draft.len()).take(FINGERPRINT_AREA);
        // It is the last item of the footer; dots separate the items.
        while foot.by_ref().any(|c| DOTS.contains(c)) {
            let digits: String = foot.clone().take(FINGERPRINT_LENGTH).collect();
            if is_fingerprint(&digits) {
                return Some(digits);
            }
        }
        None
    })
}

fn is_fingerprint(digits: &str) -> bool {
    digits.len() == FINGERPRINT_LENGTH && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The maximum number of comparisons of words with marked areas in a file; further comments are listed by page. A draft
/// of hundreds of pages with thousands of comments needs a tenth of it.
const PLACING_LIMIT: usize = 400_000_000;

/// The number of words on each page of a map.
fn words_of_pages(map: &Map) -> Vec<usize> {
    let mut words = vec![0; map.pages.len()];
    for word in map.items.iter().flat_map(|item| &item.words) {
        if let Some(words) = words.get_mut(word.page) {
            *words += 1;
        }
    }
    words
}

/// The comments of a file in order, each with the fingerprint of its draft. `drafts` are the maps of the known drafts,
/// that of the file first; a comment on an unknown draft has no [`Spot`].
pub fn of_file(file: usize, pdf: &MarkedPdf, drafts: &[(&str, &Map)]) -> Vec<(Option<String>, Comment)> {
    let own = fingerprints(pdf).into_iter().next().or_else(|| Some(drafts.first()?.0.to_owned()));
    let matched: Vec<_> = drafts.iter().map(|(_, map)| pages::matched(&pdf.pages, map)).collect();
    let words: Vec<_> = drafts.iter().map(|(_, map)| words_of_pages(map)).collect();
    let mut work_left = PLACING_LIMIT;
    let mut comments = Vec::new();
    for (number, page) in pdf.pages.iter().enumerate() {
        let draft = fingerprint_of_page(page).or_else(|| own.clone());
        let known = drafts.iter().position(|(fingerprint, _)| draft.as_deref() == Some(fingerprint));
        let place = known.and_then(|at| {
            let matched = matched.get(at)?.get(number).copied().flatten()?;
            Some((drafts.get(at)?.1, words.get(at)?.get(matched.page).copied().unwrap_or_default(), matched))
        });
        for note in &page.notes {
            let mut comment = Comment {
                note: note.clone(),
                found: vec![(file, number)],
                earlier: Vec::new(),
                place: None,
                spot: None,
            };
            if let Some((map, words, matched)) = place {
                work_left =
                    work_left.saturating_sub((words + map.items.len()).saturating_mul(note.areas.len()));
                if work_left > 0 {
                    placing::place(&mut comment, map, matched);
                }
            }
            comments.push((draft.clone(), comment));
        }
    }
    comments
}

#[cfg(test)]
mod tests {
    use kurbo::{Point, Rect};

    use super::*;
    use crate::press::annotations::PageText;

    fn page(texts: &[&str]) -> MarkedPage {
        let texts = texts.iter().map(|text| PageText { text: (*text).to_owned(), origin: Point::ORIGIN });
        MarkedPage { area: Rect::ZERO, texts: texts.collect(), notes: Vec::new() }
    }

    #[test]
    fn fingerprints_are_read_from_page_footers() {
        let found = |texts: &[&str]| fingerprint_of_page(&page(texts));
        let known = Some("4a043f76".to_owned());
        assert_eq!(found(&["Juodraštis · 2024 m. kovo 29 d. duomenys · 4a043f76"]), known);
        assert_eq!(
            found(&["Darbai", "Juodraš", "tis", "∙", "2024 m. kovo", "29 d. duomenys∙4a04", "3f76", "7"]),
            known
        );
        assert_eq!(found(&["Juodraštis · 4a043f76"]), known);
        assert_eq!(found(&["Juodraštis", "Kodas 300000123 · Juodraštis · 2024-03-29 · 4A043F76"]), known);
        assert_eq!(found(&["Kodas · 30000012"]), None);
        assert_eq!(found(&["Juodraštis · nėra"]), None);
    }
}
