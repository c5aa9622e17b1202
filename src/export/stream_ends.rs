//! Streams whose stated length is unambiguous.
//!
//! ISO 19005-2, 6.1.7.1 has the length of a stream be the number of bytes before the end-of-line
//! marker that precedes `endstream`. A PDF writer puts a line feed there. Where the last byte of
//! the data happens to be a carriage return, the two read as one marker of two bytes, and the
//! length as one too many: of a report's some fifty compressed streams, one ends so in every
//! fifth report or so. Written in hexadecimal digits, such a stream ends in `>`.

use lopdf::{Dictionary, Object, Stream};

/// A stream with the same data, written so that it does not end in a carriage return.
pub(super) fn without_trailing_cr(stream: Stream) -> Stream {
    if stream.content.last() == Some(&b'\r') { in_hexadecimal(&stream) } else { stream }
}

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

    #[test]
    fn a_stream_that_ends_in_a_carriage_return_is_rewritten_with_the_same_data() {
        let dict = dictionary! { "Filter" => "FlateDecode", "DecodeParms" => dictionary! { "Columns" => 7 } };
        let stream = without_trailing_cr(Stream::new(dict, b"BT\r".to_vec()));
        assert_eq!(stream.content, b"42540d>");
        let filters = Object::Array(vec!["ASCIIHexDecode".into(), "FlateDecode".into()]);
        assert_eq!(stream.dict.get(b"Filter").unwrap(), &filters);
        let parameters = stream.dict.get(b"DecodeParms").unwrap().as_array().unwrap();
        assert_eq!(parameters.first(), Some(&Object::Null));
        assert_eq!(parameters.len(), 2);
    }

    #[test]
    fn other_streams_stay_as_they_are() {
        let stream = Stream::new(dictionary! {}, b"BT\n".to_vec());
        assert_eq!(without_trailing_cr(stream.clone()), stream);
    }
}
