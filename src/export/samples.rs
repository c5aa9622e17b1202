//! Image samples.

use lopdf::Stream;

use crate::press::jpeg::Jpeg;
use crate::press::{FinishError, Unconvertible};

/// The maximum width and height of an image, in pixels.
const SIDE_LIMIT: usize = 1 << 16;

/// The samples of an image, one byte per component: grey, or red, green and blue.
pub(super) fn samples(image: &Stream, components: usize) -> Result<Vec<u8>, FinishError> {
    if image.dict.has(b"Decode") {
        return Err(FinishError::Color(Unconvertible::IndexedImage));
    }
    if image.filters().is_ok_and(|filters| filters == [b"DCTDecode"]) {
        let jpeg = Jpeg::read(&image.content, SIDE_LIMIT).filter(|jpeg| jpeg.components() == components);
        return jpeg.and_then(Jpeg::samples).ok_or(FinishError::Image);
    }
    let samples = image.get_plain_content()?;
    match image.dict.get(b"BitsPerComponent")?.as_i64()? {
        8 => Ok(samples),
        // Keep the high byte, which comes first.
        16 => Ok(samples.into_iter().step_by(2).collect()),
        _ => Err(FinishError::Color(Unconvertible::IndexedImage)),
    }
}
