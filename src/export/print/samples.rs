//! The samples of pictures, out of their coding.

use std::io::Cursor;

use lopdf::Stream;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::finish_error::FinishError;

/// The components of each pixel, a byte each: one of grey, or three of red, green and blue.
pub(super) fn samples(picture: &Stream, components: usize) -> Result<Vec<u8>, FinishError> {
    if picture.dict.has(b"Decode") {
        return Err(FinishError::Unknown("a picture whose samples mean something else"));
    }
    if picture.filters().is_ok_and(|filters| filters == [b"DCTDecode"]) {
        let space = if components == 1 { ColorSpace::Luma } else { ColorSpace::RGB };
        let options = DecoderOptions::default().jpeg_set_out_colorspace(space);
        return JpegDecoder::new_with_options(Cursor::new(&picture.content), options)
            .decode()
            .map_err(|error| FinishError::Picture(error.to_string()));
    }
    let samples = picture.get_plain_content()?;
    match picture.dict.get(b"BitsPerComponent")?.as_i64()? {
        8 => Ok(samples),
        // The higher byte comes first.
        16 => Ok(samples.into_iter().step_by(2).collect()),
        _ => Err(FinishError::Unknown("a picture of few colours")),
    }
}
