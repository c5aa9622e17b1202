//! Files that are encrypted with an empty password (ISO 32000-1, 7.6). The ciphers are lopdf's.

use lopdf::encryption::{EncryptionState, decrypt_object};
use lopdf::{Object as LopdfObject, StringFormat, dictionary};

use super::object::{Dictionary, Object, ObjectId};

/// The key of a file.
#[derive(Debug)]
pub(super) struct Decryption {
    /// `None` if nothing but embedded files is encrypted.
    state: Option<EncryptionState>,
    /// The encryption dictionary, which is not encrypted itself.
    own: Option<ObjectId>,
}

impl Decryption {
    /// Opens a file with the empty password; `None` if it has another. `encryption` contains no references.
    pub(super) fn open(own: Option<ObjectId>, encryption: &Dictionary, id: Option<&Object>) -> Option<Self> {
        if encrypts_only_files(encryption) {
            return Some(Self { state: None, own });
        }
        let mut document = lopdf::Document::new();
        let number = document.add_object(lopdf::Dictionary::from(encryption));
        document.trailer = dictionary! { "Encrypt" => number };
        if let Some(id) = id {
            document.trailer.set("ID", LopdfObject::from(id));
        }
        document.authenticate_password("").ok()?;
        let state = EncryptionState::decode(&document, "").ok()?;
        Some(Self { state: Some(state), own })
    }

    /// Decrypts the strings of an object.
    pub(super) fn strings(&self, id: ObjectId, object: Object) -> Object {
        if self.own == Some(id) {
            return object;
        }
        match object {
            Object::String(bytes) => {
                let string = LopdfObject::String(bytes.to_vec(), StringFormat::Literal);
                match self.decrypted(id, string) {
                    Some(LopdfObject::String(bytes, _)) => Object::String(bytes.into_boxed_slice()),
                    _ => Object::String(bytes),
                }
            }
            Object::Array(items) => {
                Object::Array(items.into_iter().map(|item| self.strings(id, item)).collect())
            }
            Object::Dictionary(dict) => Object::Dictionary(dict.map(|value| self.strings(id, value))),
            Object::Stream(mut stream) => {
                stream.dict = std::mem::take(&mut stream.dict).map(|value| self.strings(id, value));
                Object::Stream(stream)
            }
            other => other,
        }
    }

    /// Decrypts the data of a stream; `None` if that fails.
    pub(super) fn data(&self, id: ObjectId, dict: &Dictionary, encoded: &[u8]) -> Option<Vec<u8>> {
        let kind = dict.get(b"Type").and_then(Object::as_name);
        let has_own_filter = match dict.get(b"Filter") {
            Some(Object::Array(filters)) => filters.iter().any(|filter| filter.as_name() == Some(b"Crypt")),
            Some(filter) => filter.as_name() == Some(b"Crypt"),
            None => false,
        };
        let is_plain = kind == Some(b"XRef")
            || kind == Some(b"Metadata") && self.state.as_ref().is_some_and(|state| !state.encrypt_metadata())
            // The crypt filter named there is in effect the identity.
            || has_own_filter;
        if is_plain {
            return Some(encoded.to_vec());
        }
        let stream = lopdf::Stream::new(lopdf::Dictionary::new(), encoded.to_vec());
        match self.decrypted(id, LopdfObject::Stream(stream))? {
            LopdfObject::Stream(stream) => Some(stream.content),
            _ => None,
        }
    }

    fn decrypted(&self, id: ObjectId, mut object: LopdfObject) -> Option<LopdfObject> {
        if let Some(state) = &self.state {
            decrypt_object(state, id, &mut object).ok()?;
        }
        Some(object)
    }
}

/// Whether the streams and strings of a file are not encrypted (table 20), so that no password is needed to read its
/// pages.
fn encrypts_only_files(encryption: &Dictionary) -> bool {
    let version = encryption.get(b"V").and_then(Object::as_integer).unwrap_or(0);
    let is_identity = |key| encryption.get(key).is_none_or(|name| name.as_name() == Some(b"Identity"));
    version >= 4 && is_identity(b"StmF") && is_identity(b"StrF")
}
