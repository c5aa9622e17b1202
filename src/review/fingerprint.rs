//! A short fingerprint for distinguishing versions of a report.

use std::fmt::Write;

use serde_json::Value;
use sha2::{Digest, Sha256};

/// The number of bytes of the digest in a fingerprint.
const BYTES: usize = 4;

/// The first eight hexadecimal digits of the SHA-256 of the values of a report, as canonical JSON (RFC 8785). It does not
/// depend on the layout of the file, the order of its keys or comments.
pub fn fingerprint(values: &Value) -> String {
    let mut canonical = String::new();
    write_canonical(values, &mut canonical);
    let digest = Sha256::digest(canonical.as_bytes());
    digest.iter().take(BYTES).fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

fn write_canonical(value: &Value, canonical: &mut String) {
    match value {
        Value::Object(object) => {
            let mut entries: Vec<_> = object.iter().collect();
            // RFC 8785, 3.2.3: by UTF-16 code units.
            entries.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            canonical.push('{');
            for (index, (key, value)) in entries.into_iter().enumerate() {
                if index > 0 {
                    canonical.push(',');
                }
                write_canonical(&Value::from(key.as_str()), canonical);
                canonical.push(':');
                write_canonical(value, canonical);
            }
            canonical.push('}');
        }
        Value::Array(values) => {
            canonical.push('[');
            for (index, value) in values.iter().enumerate() {
                if index > 0 {
                    canonical.push(',');
                }
                write_canonical(value, canonical);
            }
            canonical.push(']');
        }
        single => canonical.push_str(&single.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// `printf '{"a":[1,"ž"],"b":null}' | sha256sum`
    #[test]
    fn a_fingerprint_is_the_start_of_the_digest() {
        assert_eq!(fingerprint(&json!({ "b": null, "a": [1, "ž"] })), "9ef04cec");
    }

    #[test]
    fn every_value_counts() {
        let one = json!({ "goals": { "items": ["a", "b"] } });
        assert_ne!(fingerprint(&one), fingerprint(&json!({ "goals": { "items": ["b", "a"] } })));
        assert_ne!(fingerprint(&one), fingerprint(&json!({ "goals": { "items": ["a", "b."] } })));
    }
}
