//! The keys of an item: the first is left out (`- Ona Upė`, followed by a line with `role: pirmininkė`), or those that follow
//! are in the column of its hyphen.

use super::expected;
use super::guess::{Guess, shown};
use super::line::Line;
use crate::diagnostic::Edit;
use crate::diagnostic::problem::{Problem, Syntax};

/// The key of the text that items usually begin with, for each key that may follow it.
const FIRST_KEYS: [(&str, &[&str]); 5] = [
    (
        "name",
        &[
            "role",
            "organization",
            "portrait",
            "funder",
            "from",
            "to",
            "budget",
            "website",
            "logo",
            "legal_form",
            "code",
            "text",
        ],
    ),
    ("text", &["date", "image", "images"]),
    ("label", &["amount", "previous", "plan", "earlier", "count", "value"]),
    ("title", &["items", "rows", "after", "body", "quote"]),
    ("file", &["alt", "caption", "credit"]),
];

/// The guess that the item above a line with a key begins with a text whose key was left out.
pub(super) fn first_left_out(text: &str, line: &Line) -> Option<Guess> {
    let key = text.get(line.key.clone()?)?;
    let (first, _) = FIRST_KEYS.iter().find(|(_, followers)| followers.contains(&key))?;
    let item = line.before(text)?;
    let column = item.value.start - item.range.start;
    let is_item = item.key.is_none() && text.get(item.start..)?.starts_with("- ");
    let words = text.get(item.value.clone())?;
    let is_plain = words.starts_with(char::is_alphanumeric) && !words.contains(": ") && !words.ends_with(':');
    (is_item && is_plain && column == line.indentation()).then(|| {
        let typed = format!("{first}: {words}");
        Guess {
            problem: Some(Problem::YamlSyntax(Syntax::NoFirstKey)),
            place: Some(item.value.clone()),
            edits: vec![Edit::new(item.value.start..item.value.start, format!("{first}: "))],
            shown: shown(&typed),
        }
    })
}

/// The guess that a key in the column of a hyphen belongs to the item above it. Nothing else would be left of a list if the
/// hyphen were deleted.
pub(super) fn below_hyphen(text: &str, line: &Line) -> Option<Guess> {
    let (key, column) = (line.key.clone()?, line.indentation());
    if key.start != line.start {
        return None;
    }
    let starts_with_hyphen = |line: &Line| text.get(line.start..).is_some_and(|rest| rest.starts_with("- "));
    let mut item = line.before(text)?;
    while item.is_blank(text) || item.indentation() > column {
        item = item.before(text)?;
    }
    let of_item = item.key.clone().filter(|_| starts_with_hyphen(&item) && item.indentation() == column)?;
    let mut list = item.before(text)?;
    while list.is_blank(text) || list.indentation() >= column {
        list = list.before(text)?;
    }
    if !expected::takes_list(text.get(list.key.clone()?)?) {
        return None;
    }
    let blank = " ".repeat(of_item.start - item.start);
    let mut edits = Vec::new();
    let mut next = Some(line.clone());
    while let Some(line) = next.filter(|next| {
        next.is_blank(text)
            || (next.indentation() >= column && !(next.indentation() == column && starts_with_hyphen(next)))
    }) {
        if !line.is_blank(text) {
            edits.push(Edit::new(line.range.start..line.range.start, blank.as_str()));
        }
        next = line.after(text);
    }
    let typed = text.get(line.start..line.range.end)?;
    Some(Guess {
        problem: Some(Problem::YamlSyntax(Syntax::Indentation)),
        place: Some(key),
        shown: shown(&format!("{}{blank}{typed}", " ".repeat(column))),
        edits,
    })
}
