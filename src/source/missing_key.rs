//! Items that begin with a text in place of a key with that text: `- Ona Upė`, followed by a line with `role: pirmininkė`.

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
pub(super) fn above(text: &str, line: &Line) -> Option<Guess> {
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
