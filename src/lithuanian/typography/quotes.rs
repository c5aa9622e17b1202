//! Quotation marks: „ to open (U+201E), “ to close (U+201C) (*Lietuvių kalbos rašyba ir skyryba*, 1992,
//! p. 11, to which VLKK refers). A quotation inside another has the same marks, as VLKK allows.
//!
//! Only marks that make a pair are set; one that stands alone stays, since it may be an inch or a piece of code.
//! ‚Single marks‘ and «others» stay: they are marks of other languages.

use super::running_text::Edit;

const OPENING: &str = "„";
const CLOSING: &str = "“";

/// A mark in the text: where it is, and whether its neighbours let it open or close.
struct Mark<'a> {
    start: usize,
    typed: &'a str,
    opens: bool,
    closes: bool,
    may_be_inch: bool,
}

/// What a typewriter had for the mark that opens.
const COMMAS: &str = ",,";
/// What is typed for the mark that closes, or for either.
const APOSTROPHES: &[&str] = &["''", "’’", "‘‘"];

/// More quotations than this do not begin at one place.
const MOST_TOGETHER: usize = 3;

impl Mark<'_> {
    /// Whether it is a mark that is made to open; some close with the same.
    fn is_low(&self) -> bool {
        self.typed == OPENING || self.typed == COMMAS
    }

    /// Whether it may close the quotation that another mark opened. After a digit, apostrophes may be an inch or seconds:
    /// there they only close what commas or apostrophes opened.
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
        // Marks that touch open, or close, together.
        let follows_opening =
            marks.last().is_some_and(|last| last.opens && last.start + last.typed.len() == start);
        let after_marks = rest.chars().take(MOST_TOGETHER).find(|c| !is_mark(*c));
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

/// The next quotation mark from a position on, of any kind.
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
