//! A guess at what the author of a text that is not YAML meant, and how it is shown.

use std::ops::Range;

use crate::diagnostic::Edit;
use crate::diagnostic::problem::Problem;

/// How long a text may be that is shown in full.
const MAX_SHOWN: usize = 120;

/// A change that may turn the text into what its author meant.
pub(super) struct Guess {
    /// The mistake, if the change is more specific about it than the parser.
    pub(super) problem: Option<Problem>,
    /// Where, if not where the parser gave up.
    pub(super) place: Option<Range<usize>>,
    pub(super) edits: Vec<Edit>,
    /// What to type.
    pub(super) shown: String,
}

/// A text as it is shown: with its first and its last words, if it is long.
pub(super) fn shown(text: &str) -> String {
    // An indentation is shown, those of the lines after it are not.
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut text = first.trim_end().to_owned();
    for line in rest.lines() {
        text.push(' ');
        text.push_str(line.trim());
    }
    let count = text.chars().count();
    if count <= MAX_SHOWN {
        return text;
    }
    let half = MAX_SHOWN / 2;
    let (start, end): (String, String) =
        (text.chars().take(half).collect(), text.chars().skip(count - half / 2).collect());
    format!("{start} … {end}")
}
