//! The data of streams, decoded within limits (ISO 32000-1, 7.4).

use std::io::{self, Cursor, Read};
use std::mem;

use flate2::read::ZlibDecoder;
use lopdf::filters::png::{FilterType, decode_row};
use lopdf::{Object as LopdfObject, dictionary};

use super::budget::Budget;
use super::object::{Dictionary, Object, Stream, StreamData};

/// The data of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodedData {
    /// The data, decoded as far as possible.
    pub bytes: Vec<u8>,
    /// The filter that remains: an image coding such as `DCTDecode`.
    pub filter: Option<Vec<u8>>,
}

/// The most filters of a stream.
const FILTERS_LIMIT: usize = 8;
/// The longest row of a predictor, in bytes.
const ROW_LIMIT: i64 = 4 << 20;

/// The most data of a filter that is decoded in one piece, in bytes.
const WHOLE_LIMIT: usize = 32 << 20;
/// The cost of opening a stream, as work.
const SETUP_WORK: usize = 5_000;

/// A filter and its parameters.
pub(super) type Step = (Vec<u8>, lopdf::Dictionary);

/// The data of a stream whose dictionary has no references; `None` if it is broken or larger than `limit` bytes.
pub(super) fn decode_direct(stream: &Stream, file: &[u8], limit: usize, budget: &Budget) -> Option<Vec<u8>> {
    let StreamData::File(range) = &stream.data else { return None };
    let data = decode(file.get(range.clone())?, steps(&stream.dict, |object| object)?, limit, budget)?;
    data.filter.is_none().then_some(data.bytes)
}

/// The filters of a stream; `None` if they cannot be determined.
pub(super) fn steps<'a>(
    dict: &'a Dictionary,
    resolve: impl Fn(&'a Object) -> &'a Object,
) -> Option<Vec<Step>> {
    let values = |key: &[u8]| match dict.get(key).map(&resolve) {
        Some(Object::Array(items)) => items.iter().take(FILTERS_LIMIT + 1).map(&resolve).collect(),
        Some(item) => vec![item],
        None => Vec::new(),
    };
    let filters: Vec<&Object> = values(b"Filter");
    let parameters: Vec<&Object> = values(b"DecodeParms");
    if filters.len() > FILTERS_LIMIT {
        return None;
    }
    let step = |(index, filter): (usize, &Object)| {
        let parameters = parameters.get(index).and_then(|object| object.as_dict());
        let parameters = parameters.map_or(Some(lopdf::Dictionary::new()), |dict| parms(dict, &resolve))?;
        // The short names are those of inline images (table 94).
        let filter: &[u8] = match filter.as_name()? {
            b"Fl" => b"FlateDecode",
            b"LZW" => b"LZWDecode",
            b"A85" => b"ASCII85Decode",
            b"AHx" => b"ASCIIHexDecode",
            b"RL" => b"RunLengthDecode",
            b"DCT" => b"DCTDecode",
            b"CCF" => b"CCITTFaxDecode",
            long => long,
        };
        Some((filter.to_vec(), parameters))
    };
    filters.into_iter().enumerate().map(step).collect()
}

/// The parameters that lopdf uses, if they are within the range that it handles correctly.
fn parms<'a>(dict: &'a Dictionary, resolve: impl Fn(&'a Object) -> &'a Object) -> Option<lopdf::Dictionary> {
    let mut parameters = lopdf::Dictionary::new();
    for (key, greatest) in [
        ("Predictor", 15),
        ("Columns", 1 << 20),
        ("Colors", 32),
        ("BitsPerComponent", 16),
        ("EarlyChange", 1),
    ] {
        match dict.get(key.as_bytes()).map(&resolve).map(Object::as_integer) {
            Some(Some(value)) if (0..=greatest).contains(&value) => parameters.set(key, value),
            Some(Some(_)) => return None,
            Some(None) | None => {}
        }
    }
    let value = |key: &[u8]| parameters.get(key).and_then(LopdfObject::as_i64).unwrap_or(1).max(1);
    let row = value(b"Columns") * value(b"Colors") * value(b"BitsPerComponent") / 8;
    (row <= ROW_LIMIT).then_some(parameters)
}

/// Applies filters; `None` if the data is broken or larger than `limit` bytes.
pub(super) fn decode(encoded: &[u8], steps: Vec<Step>, limit: usize, budget: &Budget) -> Option<DecodedData> {
    budget.spend(SETUP_WORK).ok()?;
    let mut bytes = None;
    for (filter, parameters) in steps {
        let input: Vec<u8> = bytes.unwrap_or_else(|| encoded.to_vec());
        if is_image_coding(&filter) {
            return Some(DecodedData { bytes: input, filter: Some(filter) });
        }
        budget.spend(input.len()).ok()?;
        let mut dict = dictionary! { "Filter" => LopdfObject::Name(filter) };
        dict.set("DecodeParms", parameters);
        let decoded = lopdf::Stream::new(dict, input).decompressed_content_with_limit(limit);
        // Data over the limit has been decoded up to it.
        budget.spend(decoded.as_ref().map_or(limit, Vec::len)).ok()?;
        bytes = Some(decoded.ok()?);
    }
    let bytes = bytes.unwrap_or_else(|| encoded.to_vec());
    (bytes.len() <= limit).then_some(DecodedData { bytes, filter: None })
}

/// The decoded data of a stream, incrementally where its filters allow it; `None` if one of them is an image coding, or
/// the data is broken.
pub(super) fn reader<'a>(encoded: &'a [u8], steps: Vec<Step>, budget: &Budget) -> Option<Box<dyn Read + 'a>> {
    budget.spend(SETUP_WORK).ok()?;
    let mut reader: Box<dyn Read + 'a> = Box::new(encoded);
    for (filter, parameters) in steps {
        let value = |key: &[u8]| {
            let value = parameters.get(key).and_then(LopdfObject::as_i64).ok();
            value.and_then(|value| usize::try_from(value).ok())
        };
        let predictor = value(b"Predictor").unwrap_or(1);
        if filter == b"FlateDecode" && predictor != 2 {
            reader = Box::new(ZlibDecoder::new(reader));
            if predictor >= 10 {
                let pixel =
                    value(b"Colors").unwrap_or(1).max(1) * value(b"BitsPerComponent").unwrap_or(8).max(1);
                let columns = value(b"Columns").unwrap_or(1).max(1);
                reader = Box::new(PngRows::new(reader, pixel.div_ceil(8), (pixel * columns).div_ceil(8)));
            }
        } else {
            let mut input = Vec::new();
            reader.take(WHOLE_LIMIT as u64).read_to_end(&mut input).ok()?;
            let data = decode(&input, vec![(filter, parameters)], WHOLE_LIMIT, budget)?;
            reader = Box::new(Cursor::new(data.filter.is_none().then_some(data.bytes)?));
        }
    }
    Some(reader)
}

/// Rows of samples that were written as differences (the PNG specification, chapter 9).
struct PngRows<R> {
    reader: R,
    /// The number of bytes per pixel.
    pixel: usize,
    row: Vec<u8>,
    above: Vec<u8>,
    /// The number of bytes of the row that have been read.
    read: usize,
}

impl<R: Read> PngRows<R> {
    fn new(reader: R, pixel: usize, length: usize) -> Self {
        Self { reader, pixel, row: vec![0; length], above: vec![0; length], read: length }
    }
}

impl<R: Read> Read for PngRows<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.read == self.row.len() {
            let mut kind = [0];
            if self.reader.read(&mut kind)? == 0 {
                return Ok(0);
            }
            mem::swap(&mut self.row, &mut self.above);
            self.reader.read_exact(&mut self.row)?;
            let [kind] = kind;
            let kind = FilterType::try_from(kind).map_err(|()| io::ErrorKind::InvalidData)?;
            decode_row(kind, self.pixel, &self.above, &mut self.row);
            self.read = 0;
        }
        let length = self.row.get(self.read..).unwrap_or_default().read(buffer)?;
        self.read += length;
        Ok(length)
    }
}

/// Whether a filter is an image coding, which gives samples rather than bytes.
pub(super) fn is_image_coding(filter: &[u8]) -> bool {
    matches!(filter, b"DCTDecode" | b"JPXDecode" | b"CCITTFaxDecode" | b"JBIG2Decode")
}
