//! What readers of a draft say about it, and where in the report.
//!
//! [`of_file`] finds for each comment the value of the report that it is about, from its place on the page alone:
//! the [`Map`] of the draft says what stands there, and no word of the page has to be guessed at. Pages may have
//! been put into another order or file, turned, cropped or scaled since. [`merged`] joins several copies of a draft, and
//! a [`Follower`] leads from the report that the draft was made of to the report of today.

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
    /// What it says.
    pub note: Note,
    /// The file and the page of it, both from nought, where it was found; where it was in several copies, all of them.
    pub found: Vec<(usize, usize)>,
    /// What it was earlier, where copies differ: the texts that are not the last one.
    pub earlier: Vec<String>,
    /// Where in the draft it is; `None` if the page is not one of the draft's.
    pub place: Option<DraftPlace>,
    /// What it is about.
    pub spot: Option<Spot>,
}

/// A place on the pages of a draft.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DraftPlace {
    /// The page, from 0.
    pub page: usize,
    /// How far from the top and from the left edge, in points.
    pub top: f64,
    /// See there.
    pub left: f64,
}

/// What a comment is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The value.
    pub origin: Origin,
    /// The words that are marked, as they are printed.
    pub words: String,
}

/// The mark of a draft in the keywords of its file, before its fingerprint.
const KEYWORD: &str = "ataskaita-draft:";
/// The word at the foot of the pages of a draft.
const DRAFT: &str = "juodraštis";
/// What parts the facts there, also as programs write it that make the file anew.
const DOTS: [char; 4] = ['·', '∙', '⋅', '•'];
/// How many digits a fingerprint has.
const FINGERPRINT_LENGTH: usize = 8;
/// How far after the word the fingerprint is looked for, in characters.
const FINGERPRINT_AREA: usize = 80;

/// How many drafts may be joined in a file.
const DRAFTS_LIMIT: usize = 16;

/// The fingerprints of the reports that the drafts in a file were made of, as the file or its pages state them; that of
/// the file first. Several drafts may have been joined; none, if it is not a draft.
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

/// Whether a file that was made as a draft can be used as one: it carries its data, and each page states the fingerprint.
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
        // It is the last of the facts there, which dots part.
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

/// How many words may be compared with marked lines for the comments of a file. What is left then is listed with its
/// page: a draft of hundreds of pages with thousands of comments takes a tenth of it.
const PLACING_LIMIT: usize = 400_000_000;

/// How many words each page of a map has.
fn words_of_pages(map: &Map) -> Vec<usize> {
    let mut words = vec![0; map.pages.len()];
    for word in map.items.iter().flat_map(|item| &item.words) {
        if let Some(words) = words.get_mut(word.page) {
            *words += 1;
        }
    }
    words
}

/// The comments of a file, in its order, each with the fingerprint of the draft that it is on. `drafts` are the maps of
/// those that are known, that of the file first; without one, what a comment is about is not known.
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
