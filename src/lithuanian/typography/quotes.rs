//! Quotation marks: „ opens (U+201E), “ closes (U+201C) (*Lietuvių kalbos rašyba ir skyryba*, 1992,
//! p. 11, to which VLKK refers). A nested quotation has the same marks, as VLKK allows.
//!
//! Only paired marks are replaced: an unpaired one may be an inch sign or code. ‚Single marks‘ and «guillemets» are kept,
//! because they belong to other languages.

use super::running_text::Edit;

const OPENING: &str = "„";
const CLOSING: &str = "“";

/// A mark, and whether its context lets it open or close a quotation.
struct Mark<'a> {
    start: usize,
    typed: &'a str,
    opens: bool,
    closes: bool,
    may_be_inch: bool,
}

/// Typed instead of an opening mark.
const COMMAS: &str = ",,";
/// Typed instead of a closing mark, or of either.
const APOSTROPHES: &[&str] = &["''", "’’", "‘‘"];

/// The maximum number of quotations that begin at the same position.
const MAX_ADJACENT: usize = 3;

impl Mark<'_> {
    /// Whether it is an opening mark by its shape; some people also close with it.
    fn is_low(&self) -> bool {
        self.typed == OPENING || self.typed == COMMAS
    }

    /// Whether it may close the quotation that another mark opened. After a digit, apostrophes may mean inches or seconds,
    /// so there they only close a quotation opened by commas or apostrophes.
    fn may_close(&self, opening: &Mark<'_>) -> bool {
        if self.is_low() {
            return opening.is_low();
        }
        !self.may_be_inch || opening.typed == COMMAS || APOSTROPHES.contains(&opening.typed)
    }
}

pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut open: Vec<Mark<'_>> = Vec::new();
    let mut edits = Vec::new();
    for mark in marks(text) {
        if mark.closes {
            if let Some(opening) = open.pop_if(|opening| mark.may_close(opening)) {
                edits.extend(replace(&opening, OPENING));
                edits.extend(replace(&mark, CLOSING));
            }
        } else if mark.opens {
            open.push(mark);
        }
    }
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

fn replace(mark: &Mark<'_>, with: &str) -> Option<Edit> {
    (mark.typed != with).then(|| Edit::new(mark.start..mark.start + mark.typed.len(), with))
}

fn marks(text: &str) -> Vec<Mark<'_>> {
    let mut marks: Vec<Mark<'_>> = Vec::new();
    let mut from = 0;
    while let Some((start, typed)) = next_mark(text, from) {
        let end = start + typed.len();
        from = end;
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        let rest = text.get(end..).unwrap_or_default();
        // Adjacent marks all open or all close.
        let follows_opening =
            marks.last().is_some_and(|last| last.opens && last.start + last.typed.len() == start);
        let after_marks = rest.chars().take(MAX_ADJACENT).find(|c| !is_mark(*c));
        let opens = (follows_opening || before.is_none_or(|c| c.is_whitespace() || "([{–—-/„".contains(c)))
            && after_marks.is_some_and(|c| c.is_alphanumeric() || "(…[#@+−-&§€*".contains(c));
        let is_unsure = typed == OPENING || typed == COMMAS || APOSTROPHES.contains(&typed);
        let may_end = !is_unsure || rest.chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '„');
        let closes = !opens && may_end && before.is_some_and(|c| !c.is_whitespace() && !"([{".contains(c));
        let may_be_inch = APOSTROPHES.contains(&typed) && before.is_some_and(|c| c.is_ascii_digit());
        marks.push(Mark { start, typed, opens, closes, may_be_inch });
    }
    marks
}

/// The next quotation mark of any kind at or after a position.
fn next_mark(text: &str, from: usize) -> Option<(usize, &str)> {
    let rest = text.get(from..)?;
    rest.char_indices().find_map(|(at, c)| {
        let here = rest.get(at..)?;
        if is_mark(c) {
            return Some((from + at, here.get(..c.len_utf8())?));
        }
        let typed = APOSTROPHES.iter().chain([&COMMAS]).find(|typed| here.starts_with(**typed))?;
        Some((from + at, here.get(..typed.len())?))
    })
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '„' | '“' | '”')
}
