//! Findings for editors and programs.
//!
//! The short form is a line for each, `file:line:column: error: text [code]`, as compilers have it.
//! Lines and columns count from one, columns in characters. A PDF has no lines, and its pages
//! stand in the text.
//!
//! The JSON form is one array, with an object for each finding, of all files together:
//!
//! | key        | value                                                                           |
//! |------------|---------------------------------------------------------------------------------|
//! | `file`     | the name of the file as it was given; `null` for what is in no file of the user |
//! | `code`     | the name of the problem, as [`ataskaita::diagnostic::problem`] lists them                   |
//! | `severity` | `"error"`, `"warning"` or `"note"`                                              |
//! | `message`  | what is wrong, in the language of the user                                      |
//! | `pointer`  | the value at fault, as a JSON pointer (RFC 6901); `null` if it was not read so far |
//! | `pages`    | the pages at fault, from one, of a file that has pages                          |
//! | `range`    | `[start, end]` in bytes; `[0, 0]` for the file as a whole                       |
//! | `line`     | the line of the start, from one                                                 |
//! | `column`   | its column in characters, from one                                              |
//! | `notes`    | what else there is to know                                                      |
//! | `hints`    | what to do                                                                      |
//! | `suggestions` | what may be typed instead: objects with `text` as it is shown, `meant` if the author meant just this, and `edits` of `range` and `text` |
//! | `related`  | other places: objects with `file`, `range`, `line`, `column` and `message`      |

use std::fmt::Write;

use ataskaita::Diagnostic;
use ataskaita::diagnostic::messages::Language;
use ataskaita::diagnostic::problem::Problem;
use ataskaita::diagnostic::terminal::single_line;
use ataskaita::diagnostic::{Place, Severity, Suggestion};
use serde_json::{Value, json};

pub(super) fn short<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>, language: Language) -> String {
    let mut listing = String::new();
    for diagnostic in diagnostics {
        match diagnostic.file_name() {
            Some(file) if matches!(*diagnostic.problem, Problem::Pdf(_)) => {
                let _ = write!(listing, "{}: ", single_line(file));
            }
            Some(file) => {
                // A file that could not be read is reported at its beginning.
                let place = diagnostic.places.first();
                let (line, column) = place.map_or((1, 1), position);
                let _ = write!(listing, "{}:{line}:{column}: ", single_line(file));
            }
            None => {}
        }
        let message = single_line(&diagnostic.message(language));
        let severity = language.severity(diagnostic.severity());
        let _ = writeln!(listing, "{severity}: {message} [{}]", diagnostic.code());
    }
    listing
}

pub(super) fn json(diagnostics: &[Diagnostic], language: Language) -> String {
    format!("{:#}\n", objects(diagnostics, language))
}

/// The array.
pub(super) fn objects(diagnostics: &[Diagnostic], language: Language) -> Value {
    diagnostics.iter().map(|diagnostic| object(diagnostic, language)).collect()
}

fn object(diagnostic: &Diagnostic, language: Language) -> Value {
    let words = diagnostic.words(language);
    let place = diagnostic.places.first();
    // The place of a PDF is all of it.
    let place_of_text = place.filter(|_| !matches!(*diagnostic.problem, Problem::Pdf(_)));
    let position_of_text = place_of_text.map(position);
    let related: Vec<Value> =
        diagnostic.places.iter().skip(1).map(|place| related(place, language)).collect();
    json!({
        "file": diagnostic.file_name(),
        "code": diagnostic.code(),
        "severity": severity(diagnostic),
        "message": words.message,
        "pointer": diagnostic.pointer,
        "pages": diagnostic.pages().iter().flat_map(|pages| pages.iter()).collect::<Vec<u32>>(),
        "range": place_of_text.map(range),
        "line": position_of_text.map(|(line, _)| line),
        "column": position_of_text.map(|(_, column)| column),
        "notes": words.notes,
        "hints": words.hints,
        "suggestions": diagnostic.suggestions.iter().map(suggestion).collect::<Vec<_>>(),
        "related": related,
    })
}

fn suggestion(suggestion: &Suggestion) -> Value {
    let edits: Vec<Value> = suggestion
        .edits
        .iter()
        .map(|edit| json!({ "range": [edit.range.start, edit.range.end], "text": edit.text }))
        .collect();
    json!({ "text": suggestion.text, "meant": suggestion.is_meant, "edits": edits })
}

/// The line and column of a place; those of the beginning for a file as a whole.
fn position(place: &Place) -> (usize, usize) {
    place.text_range().map_or((1, 1), |range| place.file.position(range.start))
}

fn range(place: &Place) -> [usize; 2] {
    place.text_range().map_or([0, 0], |range| [range.start, range.end])
}

fn related(place: &Place, language: Language) -> Value {
    let (line, column) = position(place);
    json!({
        "file": place.file.name,
        "range": range(place),
        "line": line,
        "column": column,
        "message": language.role(&place.role),
    })
}

fn severity(diagnostic: &Diagnostic) -> &'static str {
    match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
