//! Measures the images of a report on its pages, for any template.

use typst::layout::{Frame, FrameItem, Size, Transform};
use typst::visualize::{Image, ImageKind};

use super::Layout;
use crate::images::{Images, PrintedSize, PrintedSizes};

impl Layout<'_> {
    /// The largest size of each image on the pages.
    pub fn image_sizes(&self, images: &Images) -> PrintedSizes {
        let mut sizes = PrintedSizes::new();
        for page in self.pages.pages() {
            in_frame(&page.frame, Transform::identity(), &mut |image, size| {
                for (path, _) in images.iter().filter(|(_, known)| known.bytes() == data(image)) {
                    let known = sizes.entry(path.clone()).or_default();
                    *known = known.max(size);
                }
            });
        }
        sizes
    }
}

/// Visits all images in a frame, with their sizes.
fn in_frame(frame: &Frame, transform: Transform, found: &mut impl FnMut(&Image, PrintedSize)) {
    for (_, item) in frame.items() {
        match item {
            // Positions do not affect sizes.
            FrameItem::Group(group) => {
                in_frame(&group.frame, transform.pre_concat(group.transform), found);
            }
            FrameItem::Image(image, size, _) => found(image, printed(*size, transform)),
            FrameItem::Text(_) | FrameItem::Shape(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

/// The size on the page after scaling and rotation.
fn printed(size: Size, transform: Transform) -> PrintedSize {
    let across = transform.sx.get().hypot(transform.ky.get());
    let down = transform.kx.get().hypot(transform.sy.get());
    PrintedSize { width: size.x.to_mm() * across, height: size.y.to_mm() * down }
}

/// The file content of an image.
fn data(image: &Image) -> &[u8] {
    match image.kind() {
        ImageKind::Raster(raster) => raster.data(),
        ImageKind::Svg(drawing) => drawing.data(),
        ImageKind::Pdf(_) => &[],
    }
}
