//! Quotation marks: „ to open (U+201E), “ to close (U+201C), as VLKK has it.
//!
//! Only marks that make a pair are set; one that stands alone stays, being perhaps an inch or a
//! piece of code.

use super::galley::Edit;

const OPENING: &str = "„";
const CLOSING: &str = "“";

/// A mark in the text: where it is, and whether its neighbours let it open or close.
struct Mark<'a> {
    start: usize,
    typed: &'a str,
    opens: bool,
    closes: bool,
}

pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut open: Vec<Mark<'_>> = Vec::new();
    let mut edits = Vec::new();
    for mark in marks(text) {
        if mark.closes && !(mark.opens && open.is_empty()) {
            if let Some(opening) = open.pop() {
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

fn marks(text: &str) -> impl Iterator<Item = Mark<'_>> {
    let mut skip_to = 0;
    text.char_indices().filter_map(move |(start, c)| {
        if start < skip_to {
            return None;
        }
        let rest = text.get(start..)?;
        let typed = match c {
            '"' | '„' | '“' | '”' => rest.get(..c.len_utf8())?,
            // Two commas are what a typewriter had for the mark that opens.
            ',' if rest.starts_with(",,") => rest.get(..2)?,
            _ => return None,
        };
        skip_to = start + typed.len();
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        let after = text.get(skip_to..).and_then(|text| text.chars().next());
        let opens = before.is_none_or(|c| c.is_whitespace() || "([{–—/„".contains(c))
            && after.is_some_and(|c| c.is_alphanumeric() || "„(…[".contains(c));
        let closes = typed != ",,"
            && typed != OPENING
            && before.is_some_and(|c| !c.is_whitespace() && !"([{".contains(c));
        Some(Mark { start, typed, opens, closes: closes && !opens })
    })
}
