//! Raster images in each format and variant written by cameras, phones and programs.

use std::io::Cursor;

use image::{GrayImage, ImageFormat, RgbImage};
use lopdf::{Document, Object, decode_text_string};

use crate::one_image::{assert_unusable, assert_usable, judge};
use crate::pdf::File;

macro_rules! fixture {
    ($name:literal) => {
        ($name, &include_bytes!(concat!("../images/", $name))[..])
    };
}

const BASELINE: &[u8] = include_bytes!("../images/baseline.jpg");

#[test]
fn all_formats_and_variants_are_built() {
    for (name, bytes) in [
        fixture!("baseline.jpg"),
        fixture!("progressive.jpg"),
        fixture!("grey.jpg"),
        fixture!("srgb-profile.jpg"),
        fixture!("16-bit.png"),
        fixture!("16-bit-grey.png"),
        fixture!("alpha.png"),
        fixture!("palette.png"),
        fixture!("palette-alpha.png"),
        fixture!("grey.png"),
        fixture!("bitmap.png"),
        fixture!("interlaced.png"),
        fixture!("lossy.webp"),
        fixture!("lossless.webp"),
        fixture!("animated.webp"),
        fixture!("animated.gif"),
        fixture!("still.gif"),
    ] {
        let pdf = assert_usable(name, bytes);
        let file = File::read(&pdf);
        let figures = file.structure.all("Figure");
        assert!(figures.iter().any(|figure| figure.alt.as_deref() == Some("Tai paveikslas")), "{name}");
    }
}

#[test]
fn cmyk_and_unusable_images_are_rejected() {
    for (name, bytes) in [fixture!("cmyk.jpg"), fixture!("ycck.jpg")] {
        assert_unusable(name, bytes, "image-ink");
    }
    for (name, bytes) in [fixture!("lab-profile.jpg"), fixture!("broken-profile.jpg")] {
        assert_unusable(name, bytes, "image-profile");
    }
}

#[test]
fn truncated_images_are_rejected() {
    for (name, bytes) in [
        fixture!("baseline.jpg"),
        fixture!("progressive.jpg"),
        fixture!("16-bit.png"),
        fixture!("interlaced.png"),
        fixture!("lossy.webp"),
        fixture!("still.gif"),
    ] {
        for kept in [bytes.len() / 2, 60, 13] {
            assert_unusable(name, &bytes[..kept], "image-unknown");
        }
    }
}

/// Every viewer shows a JPEG that lacks its end marker, two bytes. One that lacks more lacks pixels.
#[test]
fn a_jpeg_may_lack_its_end_marker() {
    for (name, bytes) in [fixture!("baseline.jpg"), fixture!("progressive.jpg")] {
        let complete = assert_usable(name, bytes);
        for lacking in [1, 2] {
            let built = assert_usable(name, &bytes[..bytes.len() - lacking]);
            assert!(built == complete, "{name} is completed");
        }
        assert_unusable(name, &bytes[..bytes.len() - 40], "image-unknown");
    }
}

/// A photograph as written by a phone: pixels in sensor orientation, with the rotation in Exif (2.32, 4.6.5.1.6).
fn turned(orientation: u8, jpeg: &[u8]) -> Vec<u8> {
    let tiff = [
        &b"Exif\0\0II*\0\x08\0\0\0"[..],
        // One field: orientation (0x0112), one number of two bytes.
        &[1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
        &[0; 4],
    ]
    .concat();
    let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &tiff, &jpeg[2..]].concat()
}

/// The width and height of the only figure of a report, in points (ISO 32000-1, 14.8.5.4.3).
fn placed(pdf: &[u8]) -> (f32, f32) {
    let document = Document::load_mem(pdf).unwrap();
    let boxes: Vec<Vec<f32>> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|element| element.get(b"S").and_then(Object::as_name).is_ok_and(|role| role == b"Figure"))
        .filter(|element| {
            element.get(b"Alt").is_ok_and(|alt| decode_text_string(alt).unwrap() == "Tai paveikslas")
        })
        .flat_map(|figure| match figure.get(b"A").unwrap() {
            Object::Array(owners) => owners.iter().filter_map(|owner| owner.as_dict().ok()).collect(),
            owner => vec![owner.as_dict().unwrap()],
        })
        .filter_map(|owner| owner.get(b"BBox").and_then(Object::as_array).ok())
        .map(|sides| sides.iter().map(|side| side.as_float().unwrap()).collect())
        .collect();
    let [sides] = boxes.as_slice() else { panic!("{boxes:?}") };
    (sides[2] - sides[0], sides[3] - sides[1])
}

#[test]
fn exif_orientation_is_applied() {
    for orientation in 1..=8 {
        let name = format!("orientation-{orientation}.jpg");
        let (width, height) = placed(&judge(&name, &turned(orientation, BASELINE)).pdf.unwrap());
        if orientation <= 4 {
            assert!((width / height - 10.0).abs() < 0.01, "{name}: {width} × {height}");
        } else {
            assert!((height / width - 10.0).abs() < 0.01, "{name}: {width} × {height}");
        }
    }
}

/// 1500 pixels are 308 dpi at the text width, 123.5 mm, and at least 381 dpi upright, up to 100 mm high.
#[test]
fn the_resolution_is_computed_after_rotation() {
    let mut jpeg = Cursor::new(Vec::new());
    RgbImage::from_pixel(1500, 500, image::Rgb([90, 120, 40]))
        .write_to(&mut jpeg, ImageFormat::Jpeg)
        .unwrap();
    let jpeg = jpeg.into_inner();
    assert_usable("upright.jpg", &turned(1, &jpeg));
    assert_usable("turned.jpg", &turned(6, &jpeg));
    let mut jpeg = Cursor::new(Vec::new());
    RgbImage::from_pixel(400, 1000, image::Rgb([90, 120, 40]))
        .write_to(&mut jpeg, ImageFormat::Jpeg)
        .unwrap();
    let jpeg = jpeg.into_inner();
    // At most 100 mm high, the upright image is 3 columns wide, 38.5 mm: 400 pixels are 263 dpi. 1000 pixels over 123.5 mm
    // are 205 dpi.
    let verdict = judge("upright.jpg", &turned(1, &jpeg));
    assert!(verdict.shown.contains("400 × 1000 pixels, only 263 dpi"), "{}", verdict.shown);
    let verdict = judge("turned.jpg", &turned(8, &jpeg));
    assert!(verdict.shown.contains("1000 × 400 pixels, only 205 dpi"), "{}", verdict.shown);
}

#[test]
fn extreme_aspect_ratios_are_checked_by_resolution() {
    for (width, height, name) in [(1, 1, "a.png"), (1, 20_000, "b.png"), (20_000, 1, "c.png")] {
        let mut png = Cursor::new(Vec::new());
        GrayImage::new(width, height).write_to(&mut png, ImageFormat::Png).unwrap();
        let verdict = judge(name, &png.into_inner());
        let expected: &[&str] = if (width, height) == (1, 1) { &["image-resolution"] } else { &[] };
        assert_eq!(verdict.errors, expected, "{name}: {}", verdict.shown);
    }
}
