//! The objects of a file, whatever the file may be.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::load::load;

/// A PDF file in memory.
#[derive(Debug)]
pub struct Pdf {
    document: Document,
}

/// Why a file is no PDF that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfError {
    /// It is something else.
    NotPdf,
    /// It asks for a password.
    Locked,
    /// It is a PDF, and so broken that its objects cannot be found.
    Damaged,
}

/// The data of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Data {
    /// The data, as far as its filters could be undone.
    pub bytes: Vec<u8>,
    /// The filter that is left: a way of coding pictures, such as `DCTDecode`.
    pub filter: Option<Vec<u8>>,
}

/// Where the mark of a PDF is looked for, in bytes (ISO 32000-1, annex H, note 13).
const HEADER_AREA: usize = 1024;

static NULL: Object = Object::Null;

impl Pdf {
    /// Reads a file. It is made for a thread that may end: lopdf answers some broken files with a
    /// panic.
    pub fn read(bytes: &[u8]) -> Result<Self, PdfError> {
        let header = bytes.get(..HEADER_AREA).unwrap_or(bytes);
        if !header.windows(5).any(|window| window == b"%PDF-") {
            return Err(PdfError::NotPdf);
        }
        let document = load(bytes)?;
        // What opens with the empty password has been decrypted.
        if document.trailer.has(b"Encrypt") {
            return Err(PdfError::Locked);
        }
        if document.catalog().is_err() {
            return Err(PdfError::Damaged);
        }
        Ok(Self { document })
    }

    /// The version that the header or the catalogue names, whichever is the later.
    pub fn version(&self) -> String {
        let catalogue = self.catalog().and_then(|catalog| self.name(catalog, "Version"));
        let catalogue = catalogue.map(|version| String::from_utf8_lossy(version).into_owned());
        let header = self.document.version.clone();
        // Versions are a digit, a full stop and a digit, and sort as texts.
        catalogue.map_or(header.clone(), |catalogue| catalogue.max(header))
    }

    /// Whether the file was encrypted, with an empty password.
    pub fn was_encrypted(&self) -> bool {
        self.document.was_encrypted()
    }

    /// Whether the file has an identifier (ISO 32000-1, 14.4).
    pub fn has_id(&self) -> bool {
        self.array(&self.document.trailer, "ID").is_some_and(|id| id.len() == 2)
    }

    /// The root of the objects.
    pub fn catalog(&self) -> Option<&Dictionary> {
        self.document.catalog().ok()
    }

    /// What the file says of itself in the old way.
    pub fn info(&self) -> Option<&Dictionary> {
        self.dict(&self.document.trailer, "Info")
    }

    /// Every object that has a number.
    pub fn objects(&self) -> impl Iterator<Item = &Object> {
        self.document.objects.values()
    }

    /// What a reference leads to; other objects are themselves. Nothing is [`Object::Null`].
    pub fn resolve<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).map_or(&NULL, |(_, object)| object)
    }

    /// The value of a key, unless it is null.
    pub fn get<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Object> {
        dict.get(key.as_bytes()).ok().map(|object| self.resolve(object)).filter(|object| !object.is_null())
    }

    /// A dictionary, or that of a stream.
    pub fn dict<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
        as_dict(self.get(dict, key)?)
    }

    /// A stream.
    pub fn stream<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Stream> {
        self.get(dict, key)?.as_stream().ok()
    }

    /// The items of an array.
    pub fn array<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a [Object]> {
        Some(self.get(dict, key)?.as_array().ok()?.as_slice())
    }

    /// A name without its slash.
    pub fn name<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a [u8]> {
        self.get(dict, key)?.as_name().ok()
    }

    /// A number.
    pub fn number(&self, dict: &Dictionary, key: &str) -> Option<f64> {
        as_number(self.get(dict, key)?)
    }

    /// A whole number.
    pub fn integer(&self, dict: &Dictionary, key: &str) -> Option<i64> {
        self.get(dict, key)?.as_i64().ok()
    }

    /// The numbers of an array; none where one of its items is something else.
    pub fn numbers(&self, dict: &Dictionary, key: &str) -> Option<Vec<f64>> {
        self.array(dict, key)?.iter().map(|object| as_number(self.resolve(object))).collect()
    }

    /// A text, in `PDFDocEncoding`, UTF-16 or UTF-8.
    pub fn text(&self, dict: &Dictionary, key: &str) -> Option<String> {
        lopdf::decode_text_string(self.get(dict, key)?).ok()
    }

    /// The data of a stream; none where it is broken or larger than `limit` bytes.
    pub fn data(&self, stream: &Stream, limit: usize) -> Option<Data> {
        let filters = self.one_or_more(&stream.dict, "Filter");
        let parameters = self.one_or_more(&stream.dict, "DecodeParms");
        let mut bytes = stream.content.clone();
        for (index, filter) in filters.iter().enumerate() {
            let filter = filter.as_name().ok()?;
            if matches!(filter, b"DCTDecode" | b"JPXDecode" | b"CCITTFaxDecode" | b"JBIG2Decode") {
                return Some(Data { bytes, filter: Some(filter.to_vec()) });
            }
            // lopdf takes the parameters of one filter alone.
            let mut dict = dictionary! { "Filter" => Object::Name(filter.to_vec()) };
            if let Some(parameters) = parameters.get(index).and_then(|object| as_dict(object)) {
                dict.set("DecodeParms", self.predictor(parameters)?);
            }
            bytes = Stream::new(dict, bytes).decompressed_content_with_limit(limit).ok()?;
        }
        (bytes.len() <= limit).then_some(Data { bytes, filter: None })
    }

    /// The parameters that lopdf heeds, within the bounds in which it counts rightly.
    fn predictor(&self, parameters: &Dictionary) -> Option<Dictionary> {
        let mut dict = Dictionary::new();
        for (key, greatest) in [
            ("Predictor", 15),
            ("Columns", 1 << 20),
            ("Colors", 32),
            ("BitsPerComponent", 16),
            ("EarlyChange", 1),
        ] {
            match self.integer(parameters, key) {
                Some(value) if (0..=greatest).contains(&value) => dict.set(key, value),
                Some(_) => return None,
                None => {}
            }
        }
        Some(dict)
    }

    /// The items of an array, or the one value that stands in its place.
    fn one_or_more<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Vec<&'a Object> {
        match self.get(dict, key) {
            Some(Object::Array(items)) => items.iter().map(|item| self.resolve(item)).collect(),
            Some(item) => vec![item],
            None => Vec::new(),
        }
    }
}

/// The dictionary that an object is or, as a stream, has.
pub(super) fn as_dict(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

pub(super) fn as_number(object: &Object) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "no measure of a page has more than 2⁵³ units")]
    match object {
        Object::Integer(number) => Some(*number as f64),
        Object::Real(number) => Some(f64::from(*number)),
        _ => None,
    }
}
