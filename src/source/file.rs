//! Reads a file of unknown contents as text.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::problem::{Content, Problem};
use crate::files::{self, Unreadable};

/// The maximum size of a report in bytes: a hundred times that of the longest one so far.
const SIZE_LIMIT: u64 = 1 << 20;

/// Reads a text file.
pub(super) fn read(path: &Path) -> Result<String, Diagnostic> {
    text_of(&path.display().to_string(), files::read(path, SIZE_LIMIT))
}

/// Reads a text file as it was in a revision of its repository.
pub(super) fn read_revision(path: &Path, name: &str, revision: &str) -> Result<String, Diagnostic> {
    let bytes = files::read_revision(path, revision, SIZE_LIMIT).map_err(|why| {
        let file = path.display().to_string();
        Diagnostic::new(Problem::NoRevision { file, revision: revision.to_owned(), why })
    })?;
    text_of(name, Ok(bytes))
}

/// Reads text from standard input.
pub(super) fn read_standard_input(name: &str) -> Result<String, Diagnostic> {
    text_of(name, files::read_standard_input(SIZE_LIMIT))
}

fn text_of(name: &str, bytes: Result<Vec<u8>, Unreadable>) -> Result<String, Diagnostic> {
    let problem = match bytes.map(text) {
        Ok(Ok(text)) => return Ok(text),
        Ok(Err(content)) => Problem::FileNotText { name: name.to_owned(), content },
        Err(why) => Problem::FileUnreadable { name: name.to_owned(), why },
    };
    Err(Diagnostic::new(problem))
}

fn text(bytes: Vec<u8>) -> Result<String, Content> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Content::Utf16);
    }
    if bytes.contains(&0) {
        return Err(Content::Binary);
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = error.as_bytes().iter().take(valid);
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        // A text in Windows-1257 has few bytes that are not letters, digits or punctuation.
        let strange = error.as_bytes().iter().filter(|byte| **byte < 32 && !b"\t\n\r".contains(byte)).count();
        if strange > 0 { Content::Binary } else { Content::OtherEncoding { line } }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_not_utf_8_are_reported() {
        assert_eq!(text("ą\r\n".as_bytes().to_vec()), Ok("ą\r\n".to_owned()));
        assert_eq!(
            text(b"year: 2023\nmission: \xe0\xe8\n".to_vec()),
            Err(Content::OtherEncoding { line: 2 })
        );
        assert_eq!(text(b"\xff\xfey\0e\0".to_vec()), Err(Content::Utf16));
        assert_eq!(text(b"PK\x03\x04\0\0".to_vec()), Err(Content::Binary));
    }
}
