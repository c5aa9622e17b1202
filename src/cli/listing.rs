//! Findings for editors and programs.
//!
//! The short form is one line per finding, `file:line:column: error: text [code]`, as from a compiler.
//! Lines and columns start at 1; columns count characters. For a PDF, the text names the pages instead.
//!
//! The JSON form is an array with an object for each finding in any of the files:
//!
//! | key        | value                                                                           |
//! |------------|---------------------------------------------------------------------------------|
//! | `file`     | the name of the file as given; `null` if the finding is not in a file of the user |
//! | `code`     | the code of the problem ([`ataskaita::diagnostic::problem`])                    |
//! | `severity` | `"error"`, `"warning"` or `"note"`                                              |
//! | `message`  | the message, in the language of the user                                        |
//! | `pointer`  | the value concerned, as a JSON pointer (RFC 6901); `null` if the file could not be parsed |
//! | `pages`    | the pages concerned, from 1, if the file has pages                              |
//! | `range`    | `[start, end]` in bytes; `[0, 0]` for the whole file                            |
//! | `line`     | the line of the start, from 1                                                   |
//! | `column`   | its column in characters, from 1                                                |
//! | `notes`    | additional information                                                          |
//! | `hints`    | how to fix it                                                                   |
//! | `suggestions` | suggested changes: objects with `text` to show, `meant` if the author certainly meant this, and `edits` of `range` and `text` |
//! | `related`  | other locations: objects with `file`, `range`, `line`, `column` and `message`   |

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
                // A file that could not be read is reported at its start.
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
    // A PDF has no text positions.
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

/// The line and column of a location; the start of the file if it is the whole file.
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
