//! The samples of JPEG images, with the components that their files have.

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// A JPEG image whose header has been read.
pub struct Jpeg<'b> {
    decoder: JpegDecoder<ZCursor<&'b [u8]>>,
    space: ColorSpace,
    /// Its width and height in pixels.
    pub size: (usize, usize),
}

impl<'b> Jpeg<'b> {
    /// Reads the header of an image of at most `limit` pixels on each side; `None` if it is not such a JPEG image.
    pub fn read(bytes: &'b [u8], limit: usize) -> Option<Self> {
        let options = options(limit);
        let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
        decoder.decode_headers().ok()?;
        let (space, size) = (decoder.input_colorspace()?, decoder.dimensions()?);
        // Decoded in its own space, since the decoder cannot convert YCCK to CMYK.
        let samples = if space == ColorSpace::YCbCr { ColorSpace::RGB } else { space };
        decoder.set_options(options.jpeg_set_out_colorspace(samples));
        Some(Self { decoder, space, size })
    }

    /// The number of samples per pixel.
    pub fn components(&self) -> usize {
        self.space.num_components()
    }

    /// The samples, pixel by pixel: of grey; red, green and blue; or four inks, before the `Decode` array of a PDF is
    /// applied. `None` if the data is broken.
    pub fn samples(mut self) -> Option<Vec<u8>> {
        let mut samples = self.decoder.decode().ok()?;
        if self.space == ColorSpace::YCCK {
            samples.as_chunks_mut().0.iter_mut().for_each(ycck_to_cmyk);
        }
        Some(samples)
    }
}

fn options(limit: usize) -> DecoderOptions {
    DecoderOptions::default().set_max_width(limit).set_max_height(limit)
}

/// Converts YCCK to CMYK (ITU-T T.872, 6.1 and 6.6).
fn ycck_to_cmyk([y, cb, cr, _]: &mut [u8; 4]) {
    let (luma, blue, red) = (f64::from(*y), f64::from(*cb) - 128.0, f64::from(*cr) - 128.0);
    let light = [luma + 1.402 * red, luma - 0.344_136 * blue - 0.714_136 * red, luma + 1.772 * blue];
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
    let [cyan, magenta, yellow] = light.map(|light| (255.0 - light).round().clamp(0.0, 255.0) as u8);
    (*y, *cb, *cr) = (cyan, magenta, yellow);
}
