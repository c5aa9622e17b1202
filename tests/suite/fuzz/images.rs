//! Images of every format.

use std::fs;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, RgbImage};

use super::{MEBIBYTES, SECONDS, anywhere, assert_answered, corpus, fuzz, in_place};
use crate::full_report::MINIMAL;
use crate::limited::limited;

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 400;

const TOKENS: [&str; 32] = [
    "<g opacity='.5'>",
    "</g>",
    "<svg>",
    "<use href='#a'/>",
    "<image href='/dev/zero'/>",
    "<text>日ą</text>",
    "<style>*{",
    "}",
    "<filter id='a'>",
    "filter='url(#a)'",
    "mask='url(#a)'",
    "clip-path='url(#a)'",
    "<pattern id='a'>",
    "<foreignObject>",
    "viewBox='0 0 1e9 1e9'",
    "width='1e-9'",
    "transform='scale(1e9)'",
    "1e38",
    "-1",
    "0",
    "NaN",
    "100%",
    "&a;",
    "<!DOCTYPE a [",
    "<!ENTITY a '",
    "data:image/png;base64,",
    "#",
    "url(",
    "'",
    "\"",
    ">",
    "/>",
];

fn pixels() -> RgbImage {
    RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        image::Rgb([(x / 8).to_le_bytes()[0], (y / 8).to_le_bytes()[0], 90])
    })
}

fn png(profile: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).unwrap();
    }
    encoder.write_image(&pixels(), WIDTH, HEIGHT, ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn jpeg(profile: Option<Vec<u8>>, exif: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new(&mut bytes);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).unwrap();
    }
    if let Some(exif) = exif {
        encoder.set_exif_metadata(exif).unwrap();
    }
    encoder.write_image(&pixels(), WIDTH, HEIGHT, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// Exif metadata that rotates the image by 90° (Exif 3.0, 4.6.5.1.6).
fn turned() -> Vec<u8> {
    b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec()
}

/// Asserts the invariants of a report with an image.
fn assert_shown_or_refused(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.png"), bytes).unwrap();
    let image = "    - { text: Darbas., image: { file: a.png, alt: Tai paveikslas } }\n";
    assert_answered(&MINIMAL.replace("    - Susitikome.\n", image), folder.path());
}

#[test]
fn fuzzed_drawings_are_handled() {
    limited(SECONDS, MEBIBYTES, || {
        fuzz(&corpus("images"), anywhere(&TOKENS), 80, assert_shown_or_refused);
    });
}

#[test]
fn fuzzed_photographs_are_handled() {
    limited(SECONDS, MEBIBYTES, || {
        let lab = lcms2::Profile::new_lab4_context(
            lcms2::GlobalContext::new(),
            &lcms2::CIExyY { x: 0.3457, y: 0.3585, Y: 1.0 },
        );
        let lab = lab.unwrap().icc().unwrap();
        let seeds = [
            png(None),
            png(Some(b"no profile".to_vec())),
            jpeg(None, None),
            jpeg(None, Some(turned())),
            jpeg(Some(lab), None),
        ];
        fuzz(&seeds, in_place(&["\0\0\0\0", "\u{7f}", "IDAT", "iCCP", "tRNS"]), 60, assert_shown_or_refused);
    });
}
