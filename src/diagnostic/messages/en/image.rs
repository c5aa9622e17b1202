//! Messages about images.

use crate::diagnostic::image_fault::{ImageFault, ImageLimit, SvgFault, SvgLimit};
use crate::diagnostic::messages::Words;
use crate::diagnostic::messages::figures::measure;
use crate::files::Unreadable;
use crate::lithuanian::agreement::grouped;
use crate::report::ImagePath;

pub(super) fn fault(path: &ImagePath, fault: &ImageFault) -> Words {
    match fault {
        ImageFault::Missing { alternative: Some(alternative) } => {
            Words::new(format!("the image “{path}” does not exist"))
                .hint(format!("did you mean {alternative}?"))
        }
        ImageFault::Missing { alternative: None } => Words::new(format!("the image “{path}” does not exist"))
            .hint("write the path relative to the report's folder, such as images/a.jpg"),
        ImageFault::Outside => Words::new(format!("the image “{path}” is outside the report's folder"))
            .hint("copy the image into that folder; links to files outside it are not followed"),
        ImageFault::Unreadable(why) => match why {
            Unreadable::Folder => {
                Words::new(format!("“{path}” is a folder, not an image")).hint("name a file in that folder")
            }
            Unreadable::Forbidden => Words::new(format!("no permission to read the image “{path}”"))
                .hint("change the permissions of the file, or copy it again"),
            Unreadable::NotRegular => Words::new(format!("“{path}” is not a regular file"))
                .hint("use a JPEG, PNG, WebP, GIF or SVG file"),
            Unreadable::Missing | Unreadable::TooLarge { .. } | Unreadable::Failed(_) => {
                Words::new(format!("the image “{path}” cannot be read"))
                    .hint("check that the file can be opened, and copy it again")
            }
        },
        ImageFault::Unknown => Words::new(format!("the file “{path}” is not an image that can be used"))
            .hint("use an undamaged JPEG, PNG, WebP, GIF or SVG file"),
        ImageFault::TooLarge(limit) => too_large(path, *limit),
        ImageFault::Ink => Words::new(format!("the image “{path}” is in CMYK, not in RGB"))
            .hint("save it in RGB; the program converts it for print"),
        ImageFault::Profile => Words::new(format!("the colour profile of the image “{path}” cannot be used"))
            .hint("save the image again with an sRGB profile, or without any"),
        ImageFault::Resolution { pixels, dpi, needed, .. } => Words::new(format!(
            "the image “{path}” has {} × {} pixels, only {dpi} dpi in print",
            pixels.0, pixels.1
        ))
        .hint(format!("use an image of at least {} × {} pixels (300 dpi)", needed.0, needed.1)),
        ImageFault::Svg(fault) => svg(path, fault),
    }
}

fn too_large(path: &ImagePath, limit: ImageLimit) -> Words {
    match limit {
        ImageLimit::FileSize(mebibytes) => {
            Words::new(format!("the file of the image “{path}” is larger than {mebibytes} MiB"))
                .hint("make the image smaller, or save it as JPEG")
        }
        ImageLimit::TotalSize(mebibytes) => Words::new(format!(
            "with the image “{path}”, the images of the report exceed {mebibytes} MiB in total"
        ))
        .hint("make the images smaller, or save them as JPEG"),
        ImageLimit::Pixels(megapixels) => {
            Words::new(format!("the image “{path}” has more than {megapixels} megapixels"))
                .hint("make the image smaller: at full text width, print needs 1459 pixels")
        }
        ImageLimit::TotalPixels(megapixels) => Words::new(format!(
            "with the image “{path}”, the images of the report exceed {megapixels} megapixels in total"
        ))
        .hint("make the images smaller: at full text width, print needs 1459 pixels"),
        ImageLimit::TotalDrawings => Words::new(format!(
            "with the image “{path}”, the SVG drawings of the report are too complex in total"
        ))
        .hint("export some of the drawings as PNG files of at least 300 dpi"),
        ImageLimit::Scans => Words::new(format!("decoding the JPEG image “{path}” would take too long"))
            .note("it has too many scans")
            .hint("make the image smaller, or save it again as a baseline JPEG"),
    }
}

fn svg(path: &ImagePath, fault: &SvgFault) -> Words {
    const EXPORT: &str = "export it as a PNG file of at least 300 dpi";
    match fault {
        SvgFault::Size => Words::new(format!("the dimensions of the SVG “{path}” cannot be used"))
            .note("width, height and viewBox must be between 0.01 and 1 000 000 units")
            .hint("in the drawing program, fit the page to the drawing, and export it again"),
        SvgFault::LinkedImage(address) => {
            Words::new(format!("the SVG “{path}” refers to another image: {address}"))
                .hint("in the drawing program, embed the image instead of linking it, and export it again")
        }
        SvgFault::EmbeddedImage => Words::new(format!(
            "an image within the SVG “{path}” is damaged or in a format that cannot be used"
        ))
        .hint("embed an undamaged JPEG, PNG, WebP or GIF image, and export it again"),
        SvgFault::EmbeddedInk => {
            Words::new(format!("an image within the SVG “{path}” is in CMYK, not in RGB"))
                .hint("embed it in RGB; the program converts it for print")
        }
        SvgFault::EmbeddedResolution { dpi } => {
            Words::new(format!("an image within the SVG “{path}” has only {dpi} dpi in print"))
                .hint("embed an image with more pixels (300 dpi), or remove filters")
        }
        SvgFault::ThinLine { width } => Words::new(format!(
            "a line of the SVG “{path}” is only {} pt wide in print",
            measure(f64::from(*width) / 100.0, 2)
        ))
        .hint("draw lines that are at least 0.25 pt wide at the size at which the drawing is printed"),
        SvgFault::TextInks { height } => Words::new(format!(
            "text of the SVG “{path}” is {} pt high in print, and uses several inks, which may not register exactly",
            measure(f64::from(*height) / 100.0, 1)
        ))
        .hint("make the text black, or at least 10 pt high at the size at which the drawing is printed"),
        SvgFault::MissingGlyph(c) => Words::new(format!(
            "the text of the SVG “{path}” has the character “{c}”, which no font has"
        ))
        .note(format!("U+{:04X}", u32::from(*c)))
        .hint("in the drawing program, convert the text to outlines, and export it again"),
        SvgFault::Typeface(name) => Words::new(format!(
            "the text of the SVG “{path}” is meant for the typeface {name}, which is missing: it is set in another one"
        ))
        .hint("in the drawing program, convert the text to outlines, and export it again"),
        SvgFault::ForeignObject => {
            Words::new(format!("the SVG “{path}” has a foreignObject element, which cannot be printed"))
                .hint(format!("export the drawing without HTML, or {EXPORT}"))
        }
        SvgFault::FlowedText => {
            Words::new(format!("the SVG drawing “{path}” has a text frame (flowRoot), which cannot be printed"))
                .hint("in Inkscape, select the text, choose Text → Convert to Text, and export the drawing again")
        }
        SvgFault::MeshGradient => {
            Words::new(format!("the SVG drawing “{path}” has a mesh gradient, which cannot be printed")).hint(EXPORT)
        }
        SvgFault::Color(color) => Words::new(format!(
            "the SVG drawing “{path}” has a colour that cannot be read and will be black: {color}"
        ))
        .hint(format!("choose a plain RGB colour such as #0b5563 in the drawing program, or {EXPORT}")),
        SvgFault::Empty => Words::new(format!("the SVG drawing “{path}” is empty: its place on the page stays white"))
            .hint("check in the drawing program that its layers are not hidden, and export it again"),
        SvgFault::Recursive => {
            Words::new(format!("an element of the SVG “{path}” refers to itself")).hint(EXPORT)
        }
        SvgFault::TooComplex(limit) => {
            Words::new(format!("the SVG “{path}” is too complex: {}", svg_limit(*limit)))
                .hint(format!("simplify the drawing, or {EXPORT}"))
        }
        SvgFault::NotPrintable => {
            Words::new(format!("the SVG “{path}” cannot be converted to PDF")).hint(EXPORT)
        }
    }
}

fn svg_limit(limit: SvgLimit) -> String {
    match limit {
        SvgLimit::Size(mebibytes) => format!("unpacked, it is larger than {mebibytes} MiB"),
        SvgLimit::Elements(count) => {
            format!("more than {} elements would have to be drawn", grouped(count))
        }
        SvgLimit::Nesting(levels) => format!("elements are nested more than {levels} levels deep"),
        SvgLimit::References(levels) => {
            format!("references are nested more than {levels} levels deep")
        }
        SvgLimit::Attributes(count) => format!("an element has more than {} attributes", grouped(count)),
        SvgLimit::Styles => "it has too many style rules".to_owned(),
        SvgLimit::Text(count) => format!("a text is longer than {} characters", grouped(count)),
        SvgLimit::Pixels(megapixels) => {
            format!("the images within it have more than {megapixels} megapixels in total")
        }
        SvgLimit::Filters(megapixels) => {
            format!("its filters would have to compute more than {megapixels} megapixels")
        }
    }
}
