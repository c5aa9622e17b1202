//! Streams that end where they say they do.
//!
//! ISO 19005-2, 6.1.7.1 has the length of a stream be the number of bytes before the end-of-line
//! marker that precedes `endstream`. A PDF writer puts a line feed there. Where the last byte of
//! the data happens to be a carriage return, the two read as one marker of two bytes, and the
//! length as one too many: of a report's some fifty compressed streams, one ends so in every
//! fifth report or so. Written in hexadecimal digits, such a stream ends in `>`.

use std::io;

use lopdf::{Dictionary, Document, Object, Stream};

const CARRIAGE_RETURN: u8 = b'\r';

/// Rewrites the streams of a PDF that end in a carriage return; a PDF without any is returned as
/// it is.
///
/// # Errors
/// If the PDF cannot be read or written.
pub(super) fn fix_trailing_cr(pdf: Vec<u8>) -> io::Result<Vec<u8>> {
    if !pdf.windows(ENDING.len()).any(|window| window == ENDING) {
        return Ok(pdf);
    }
    let mut document = Document::load_mem(&pdf).map_err(io::Error::other)?;
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.content.last() == Some(&CARRIAGE_RETURN)
        {
            *stream = in_hexadecimal(stream);
        }
    }
    let mut fixed = Vec::with_capacity(pdf.len());
    document.save_to(&mut fixed)?;
    Ok(fixed)
}

/// How the end of such a stream looks in the file.
const ENDING: &[u8] = b"\r\nendstream";

/// The same stream in hexadecimal digits (ISO 32000-1, 7.4.2), before its other filters.
fn in_hexadecimal(stream: &Stream) -> Stream {
    let mut dict = stream.dict.clone();
    prepend(&mut dict, b"Filter", Object::Name(b"ASCIIHexDecode".to_vec()));
    if dict.has(b"DecodeParms") {
        prepend(&mut dict, b"DecodeParms", Object::Null);
    }
    let mut content: Vec<u8> =
        stream.content.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect();
    content.push(b'>');
    Stream::new(dict, content)
}

/// Puts a value before those of a key, which may hold none, one or an array of them.
fn prepend(dict: &mut Dictionary, key: &[u8], first: Object) {
    let values = match dict.remove(key) {
        None => vec![first],
        Some(Object::Array(values)) => [vec![first], values].concat(),
        Some(value) => vec![first, value],
    };
    dict.set(key, values);
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    fn pdf_with_stream(content: &[u8]) -> (Vec<u8>, lopdf::ObjectId) {
        let mut document = Document::with_version("1.7");
        let id = document.add_object(Stream::new(dictionary! {}, content.to_vec()));
        let mut pdf = Vec::new();
        document.save_to(&mut pdf).unwrap();
        (pdf, id)
    }

    #[test]
    fn a_stream_that_ends_in_a_carriage_return_is_rewritten_with_the_same_data() {
        let (pdf, id) = pdf_with_stream(b"BT\r");
        let fixed = fix_trailing_cr(pdf).unwrap();
        assert!(!fixed.windows(ENDING.len()).any(|window| window == ENDING));
        let stream = Document::load_mem(&fixed).unwrap().get_object(id).unwrap().as_stream().unwrap().clone();
        assert_eq!(stream.content, b"42540d>");
        assert_eq!(stream.dict.get(b"Filter").unwrap(), &Object::Array(vec!["ASCIIHexDecode".into()]));
    }

    #[test]
    fn other_files_stay_as_they_are() {
        let (pdf, _) = pdf_with_stream(b"BT\n");
        assert_eq!(fix_trailing_cr(pdf.clone()).unwrap(), pdf);
    }
}
