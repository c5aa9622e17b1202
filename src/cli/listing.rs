//! Findings for editors and programs.
//!
//! The short form is a line for each, `file:line:column: error: text [code]`, as compilers have it;
//! the words `error`, `warning` and `note` are the same in every language, since editors look for them.
//! Lines and columns count from one, columns in characters.
//!
//! The JSON form is one array, with an object for each finding, of all files together:
//!
//! | key        | value                                                                           |
//! |------------|---------------------------------------------------------------------------------|
//! | `file`     | the name of the file as it was given; `null` for what is in no file of the user |
//! | `code`     | the name of the problem, as [`ataskaita::problem`] lists them                   |
//! | `severity` | `"error"`, `"warning"` or `"note"`                                              |
//! | `message`  | what is wrong, in the language of the user                                      |
//! | `pointer`  | the value at fault, as a JSON pointer (RFC 6901); `null` if it was not read so far |
//! | `range`    | `[start, end]` in bytes; `[0, 0]` for the file as a whole                       |
//! | `line`     | the line of the start, from one                                                 |
//! | `column`   | its column in characters, from one                                              |
//! | `notes`    | what else there is to know                                                      |
//! | `hints`    | what to do                                                                      |
//! | `related`  | other places: objects with `file`, `range`, `line`, `column` and `message`      |

use std::fmt::Write;

use ataskaita::Diagnostic;
use ataskaita::diagnostic::{Place, Severity};
use ataskaita::messages::Language;
use serde_json::{Value, json};

pub(super) fn short(diagnostics: &[Diagnostic], language: Language) -> String {
    let mut listing = String::new();
    for diagnostic in diagnostics {
        if let Some(file) = diagnostic.file_name() {
            // A file that could not be read is at fault from its beginning.
            let place = diagnostic.places.first();
            let (line, column) = place.map_or((1, 1), |place| place.file.position(place.range.start));
            let _ = write!(listing, "{file}:{line}:{column}: ");
        }
        let message = diagnostic.words(language).message;
        let _ = writeln!(listing, "{}: {message} [{}]", severity(diagnostic), diagnostic.code());
    }
    listing
}

pub(super) fn json(diagnostics: &[Diagnostic], language: Language) -> String {
    let array: Vec<Value> = diagnostics.iter().map(|diagnostic| object(diagnostic, language)).collect();
    format!("{:#}\n", Value::Array(array))
}

fn object(diagnostic: &Diagnostic, language: Language) -> Value {
    let words = diagnostic.words(language);
    let place = diagnostic.places.first();
    let position = place.map(|place| place.file.position(place.range.start));
    let related: Vec<Value> =
        diagnostic.places.iter().skip(1).map(|place| related(place, language)).collect();
    json!({
        "file": diagnostic.file_name(),
        "code": diagnostic.code(),
        "severity": severity(diagnostic),
        "message": words.message,
        "pointer": diagnostic.pointer,
        "range": place.map(|place| [place.range.start, place.range.end]),
        "line": position.map(|(line, _)| line),
        "column": position.map(|(_, column)| column),
        "notes": words.notes,
        "hints": words.hints,
        "related": related,
    })
}

fn related(place: &Place, language: Language) -> Value {
    let (line, column) = place.file.position(place.range.start);
    json!({
        "file": place.file.name,
        "range": [place.range.start, place.range.end],
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
