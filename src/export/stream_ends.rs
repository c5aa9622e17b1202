//! Streams whose stated length is unambiguous.
//!
//! ISO 19005-2, 6.1.7.1 has the length of a stream be the number of bytes before the end-of-line
//! marker that precedes `endstream`. A PDF writer puts a line feed there. Where the last byte of
//! the data happens to be a carriage return, the two read as one marker of two bytes, and the
//! length as one too many: of a report's some fifty compressed streams, one ends so in every
//! fifth report or so. Packed once more, such a stream ends in another byte, and is hardly longer.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, Stream};

/// A stream with the same data, written so that it does not end in a carriage return.
pub(super) fn without_trailing_cr(mut stream: Stream) -> io::Result<Stream> {
    // The last byte is that of a checksum, which again may be anything.
    while stream.content.last() == Some(&b'\r') {
        stream = packed(&stream)?;
    }
    Ok(stream)
}

/// The same stream in another layer of compression, before its other filters.
fn packed(stream: &Stream) -> io::Result<Stream> {
    let mut dict = stream.dict.clone();
    prepend(&mut dict, b"Filter", Object::Name(b"FlateDecode".to_vec()));
    if dict.has(b"DecodeParms") {
        prepend(&mut dict, b"DecodeParms", Object::Null);
    }
    // What is compressed already is stored as it is, which takes the fewest bytes more.
    let level = if stream.dict.has(b"Filter") { Compression::none() } else { Compression::best() };
    let mut encoder = ZlibEncoder::new(Vec::new(), level);
    encoder.write_all(&stream.content)?;
    Ok(Stream::new(dict, encoder.finish()?))
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

    /// A picture of a megabyte, packed, may end so: it must not take twice the space.
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

    /// Whatever the checksum of the new layer ends in.
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
