//! The samples of JPEG 2000 images (ISO/IEC 15444-1).

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_jpeg2000::{ColorSpace, DecodeSettings, Image};

/// A JPEG 2000 image whose header has been read.
pub struct Jpeg2000<'b>(Image<'b>);

impl<'b> Jpeg2000<'b> {
    /// Reads the header of an image; `None` if it is not a JPEG 2000 image.
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        // A palette is resolved, as in a PDF.
        guarded(|| Image::new(bytes, &DecodeSettings::default()).ok()).map(Self)
    }

    /// Its colours.
    pub fn space(&self) -> &ColorSpace {
        self.0.color_space()
    }

    /// The number of samples of the image, opacity included; `None` if it overflows.
    pub fn samples_in_all(&self) -> Option<usize> {
        let [width, height] = [self.0.width(), self.0.height()].map(|side| usize::try_from(side).ok());
        width?.checked_mul(height?)?.checked_mul(self.channels())
    }

    /// The number of samples per pixel, opacity included.
    fn channels(&self) -> usize {
        usize::from(self.space().num_channels()) + usize::from(self.0.has_alpha())
    }

    /// The samples of the colour components, pixel by pixel, each scaled to 0 to 255. `None` if the data is broken, or
    /// the image has a different number of components.
    ///
    /// A fourth component counts as opacity only where the space has three.
    pub fn samples(&self, components: usize) -> Option<Vec<u8>> {
        let channels = self.channels();
        if components != channels && components != usize::from(self.space().num_channels()) {
            return None;
        }
        let samples = guarded(|| self.0.decode().ok())?;
        if components == channels {
            return Some(samples);
        }
        let pixels = samples.chunks_exact(channels);
        Some(pixels.flat_map(|pixel| pixel.iter().take(components)).copied().collect())
    }
}

/// The result of a decoder; `None` if it panics, as this one does on some broken images.
fn guarded<T>(decode: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(decode)).ok().flatten()
}
