//! Reading a file that may be anything at all.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::Diagnostic;
use crate::diagnostic::problem::{Content, Problem};
use crate::files::Unreadable;

/// How many bytes a report may have: a hundred times those of the longest one so far.
pub(super) const SIZE_LIMIT: u64 = 1 << 20;

/// Reads a file of text.
pub(super) fn read(path: &Path) -> Result<String, Diagnostic> {
    let name = path.display().to_string();
    let unreadable = |error: &io::Error| {
        Diagnostic::new(Problem::FileUnreadable { name: name.clone(), why: Unreadable::from(error) })
    };
    let metadata = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if metadata.is_dir() {
        return Err(unreadable(&io::ErrorKind::IsADirectory.into()));
    }
    if metadata.len() > SIZE_LIMIT {
        return Err(too_large(&name));
    }
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    take(&name, file).unwrap_or_else(|error| Err(unreadable(&error)))
}

/// Reads text from standard input.
pub(super) fn read_standard_input(name: &str) -> Result<String, Diagnostic> {
    take(name, io::stdin().lock()).unwrap_or_else(|error| {
        let why = Unreadable::Other(error.to_string());
        Err(Diagnostic::new(Problem::FileUnreadable { name: name.to_owned(), why }))
    })
}

fn too_large(name: &str) -> Diagnostic {
    Diagnostic::new(Problem::FileTooLarge { name: name.to_owned(), limit: SIZE_LIMIT })
}

/// Reads no more than a report may have: a file can grow, and a device has no length.
fn take(name: &str, input: impl Read) -> io::Result<Result<String, Diagnostic>> {
    let mut bytes = Vec::new();
    input.take(SIZE_LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > SIZE_LIMIT {
        return Ok(Err(too_large(name)));
    }
    Ok(text(bytes)
        .map_err(|content| Diagnostic::new(Problem::FileNotText { name: name.to_owned(), content })))
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
        // A text in Windows-1257 has few bytes that are no letters, digits or marks.
        let strange = error.as_bytes().iter().filter(|byte| **byte < 32 && !b"\t\n\r".contains(byte)).count();
        if strange > 0 { Content::Binary } else { Content::OtherEncoding { line } }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_utf_8_is_named() {
        assert_eq!(text("ą\r\n".as_bytes().to_vec()), Ok("ą\r\n".to_owned()));
        assert_eq!(
            text(b"year: 2023\nmission: \xe0\xe8\n".to_vec()),
            Err(Content::OtherEncoding { line: 2 })
        );
        assert_eq!(text(b"\xff\xfey\0e\0".to_vec()), Err(Content::Utf16));
        assert_eq!(text(b"PK\x03\x04\0\0".to_vec()), Err(Content::Binary));
    }

    #[test]
    fn what_has_no_end_is_not_read_to_its_end() {
        let read = take("x", io::repeat(b'a')).unwrap();
        assert_eq!(read.unwrap_err().code(), "file-too-large");
    }
}
