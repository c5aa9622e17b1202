//! The chunks of a PNG (PNG, third edition, 5.3).

/// The data of the first chunk of a type that precedes the pixels, as those that describe colours must.
pub(super) fn find(bytes: &[u8], kind: [u8; 4]) -> Option<&[u8]> {
    // After the signature come chunks: a length, a type, the data and a checksum.
    let mut rest = bytes.get(8..)?;
    while let Some(([a, b, c, d, chunk @ ..], data)) = rest.split_first_chunk::<8>() {
        let length = usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).ok()?;
        if *chunk == kind {
            return data.get(..length);
        }
        if chunk == b"IDAT" {
            return None;
        }
        rest = data.get(length.checked_add(4)?..)?;
    }
    None
}
