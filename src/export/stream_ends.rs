//! Streams whose stated length is unambiguous.
//!
//! By ISO 19005-2, 6.1.7.1, the length of a stream is the number of bytes before the end-of-line marker that precedes
//! `endstream`. Writers insert a line feed there. If the last byte of the data is a carriage return, both together look
//! like one marker, so the length seems too large by one. With about fifty compressed streams per report, this affects
//! every fifth report or so. Another layer of compression changes the last byte and adds few bytes.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, Stream};

/// A stream with the same data that does not end in a carriage return.
pub(super) fn without_trailing_cr(mut stream: Stream) -> io::Result<Stream> {
    // The last byte belongs to a checksum and may again be a carriage return.
    while stream.content.last() == Some(&b'\r') {
        stream = packed(&stream)?;
    }
    Ok(stream)
}

/// The same stream in a further layer of compression.
fn packed(stream: &Stream) -> io::Result<Stream> {
    let mut dict = stream.dict.clone();
    prepend(&mut dict, b"Filter", Object::Name(b"FlateDecode".to_vec()));
    if dict.has(b"DecodeParms") {
        prepend(&mut dict, b"DecodeParms", Object::Null);
    }
    // Compressed data is stored, which adds the fewest bytes.
    let level = if stream.dict.has(b"Filter") { Compression::none() } else { Compression::best() };
    let mut encoder = ZlibEncoder::new(Vec::new(), level);
    encoder.write_all(&stream.content)?;
    Ok(Stream::new(dict, encoder.finish()?))
}

/// Prepends a value to those of a key, which may be missing, a single value or an array.
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

    /// A compressed image of a megabyte may end in a carriage return, and must not take twice the space.
    #[test]
    fn a_stream_that_ends_in_a_carriage_return_is_rewritten_with_the_same_data() {
        let mut data: Vec<u8> = (0..200_000_u64).map(|at| (at * at / 7).to_le_bytes()[1]).collect();
        data.push(b'\r');
        let dict = dictionary! { "Filter" => "RunLengthDecode", "DecodeParms" => Object::Null };
        let stream = without_trailing_cr(Stream::new(dict, data.clone())).unwrap();
        assert_ne!(stream.content.last(), Some(&b'\r'));
        assert!(stream.content.len() < data.len() + 100, "{} bytes", stream.content.len());
        let filters = Object::Array(vec!["FlateDecode".into(), "RunLengthDecode".into()]);
        assert_eq!(stream.dict.get(b"Filter").unwrap(), &filters);
        assert_eq!(
            stream.dict.get(b"DecodeParms").unwrap(),
            &Object::Array(vec![Object::Null, Object::Null])
        );
        let outer = Stream::new(dictionary! { "Filter" => "FlateDecode" }, stream.content);
        assert_eq!(outer.get_plain_content().unwrap(), data);
    }

    /// For any last byte of the new layer's checksum.
    #[test]
    fn no_stream_ends_in_a_carriage_return() {
        for number in 0..2000 {
            let data = format!("{number}\r").into_bytes();
            let stream = without_trailing_cr(Stream::new(dictionary! {}, data.clone())).unwrap();
            assert_ne!(stream.content.last(), Some(&b'\r'), "{number}");
            assert_eq!(stream.get_plain_content().unwrap(), data);
        }
    }

    #[test]
    fn other_streams_stay_as_they_are() {
        let stream = Stream::new(dictionary! {}, b"BT\n".to_vec());
        assert_eq!(without_trailing_cr(stream.clone()).unwrap(), stream);
    }
}
