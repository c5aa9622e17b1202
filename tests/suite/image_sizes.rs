//! The resolution of images at their printed size: too low is a finding, too high is reduced.

use std::fs;
use std::path::Path;

use ataskaita::build::{Options, build, check};
use ataskaita::diagnostic::Severity;

use ataskaita::press::pdf::{Pdf, placed_images};
use ataskaita::source::Source;
use ataskaita::typeset::{Bleed, Edition, Typesetter};
use image::codecs::jpeg::JpegEncoder;
use image::{ImageEncoder, RgbImage};
use lopdf::{Document, Object};

use crate::conformance::assert_conforms;
use crate::full_report::MINIMAL;
use crate::press::{print_cleanly, shown};

/// An image that is not uniform.
fn photograph(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([(x * 255 / width).to_le_bytes()[0], (y * 255 / height).to_le_bytes()[0], 90])
    })
}

/// A JPEG with a colour profile.
fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.set_icc_profile(lcms2::Profile::new_srgb().icc().unwrap()).unwrap();
    photograph(width, height).write_with_encoder(encoder).unwrap();
    bytes
}

/// 3 000 pixels over 123.5 mm are 617 dpi; 1 500 are 308, which is not reduced.
#[test]
fn screen_images_are_downsampled_to_300_dpi() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("large.jpg"), jpeg(3000, 600)).unwrap();
    fs::write(folder.path().join("enough.jpg"), jpeg(1500, 300)).unwrap();
    let seen_through =
        image::RgbaImage::from_fn(3000, 500, |x, _| image::Rgba([90, 40, 90, x.to_le_bytes()[0]]));
    seen_through.save(folder.path().join("large.png")).unwrap();
    let works: Vec<String> = ["large.jpg", "enough.jpg", "large.png"]
        .map(|file| format!("    - {{ text: {file}, image: {{ file: {file}, alt: a }} }}\n"))
        .to_vec();
    let pdf = print_cleanly(&MINIMAL.replace("    - Susitikome.\n", &works.concat()), folder.path());
    assert_conforms(&pdf);

    let read = Pdf::read(&pdf).unwrap();
    let images = placed_images(&read);
    let pixels: Vec<_> = images.iter().map(|placed| placed.image.pixels).collect();
    assert_eq!(pixels, [(1459, 292), (1500, 300), (1459, 244)]);
    for placed in &images {
        let dpi = placed.dpi().unwrap();
        assert!((300.0..310.0).contains(&dpi), "{dpi}");
    }
    let document = Document::load_mem(&pdf).unwrap();
    let filter = |height: i64, has_mask: bool| {
        let pictures = document.objects.values().filter_map(|object| object.as_stream().ok());
        let mut pictures = pictures.filter(|stream| {
            stream.dict.get(b"Height").is_ok_and(|found| *found == Object::from(height))
                && stream.dict.has(b"SMask") == has_mask
        });
        pictures.next().unwrap().filters().unwrap()[0].to_vec()
    };
    // A photograph stays a JPEG, with its profile; a mask has the same size as its image.
    assert_eq!(filter(292, false), b"DCTDecode");
    assert_eq!(filter(244, true), b"FlateDecode");
    assert_eq!(filter(244, false), b"FlateDecode", "the mask");
    let profiles = document.objects.values().filter_map(|object| object.as_stream().ok()).filter(|stream| {
        stream.dict.get(b"Filter").is_ok_and(|filter| *filter == Object::from("DCTDecode"))
            && stream.dict.get_deref(b"ColorSpace", &document).is_ok_and(|space| space.as_array().is_ok())
    });
    assert_eq!(profiles.count(), 2);
}

/// A template that shows the photographs at a different size.
fn template(width: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let page = format!(
        r#"#let report = json("/report.json")
#set document(title: "Ataskaita", date: datetime(year: 2024, month: 1, day: 1))
#set page(bleed: report.edition.bleed * 1mm)
#set text(font: "Literata", lang: "lt")
= Ataskaita
#image("/images/0.jpg", width: {width}, alt: "a")"#
    );
    fs::write(folder.path().join("report.typ"), page).unwrap();
    folder
}

fn findings(template: &Path, folder: &Path, yaml: &str, editions: &[Edition]) -> Vec<(Severity, String)> {
    let typesetter = Typesetter::new(Some(template), None).unwrap();
    let source = Source::new("report.yaml", folder, yaml);
    let options = Options { editions: editions.to_vec(), ..Options::default() };
    let built = build(&source, &typesetter, &options);
    let found = match &built {
        Ok(built) => &built.warnings,
        Err(errors) => errors,
    };
    // `check` uses this template, so a report that passes can be built.
    if editions.iter().any(|edition| matches!(edition, Edition::Print { .. })) {
        let checked = check(&source, &typesetter, false);
        let is_error = checked.iter().any(|found| found.severity() == Severity::Error);
        assert_eq!(is_error, built.is_err(), "{}", shown(&checked));
    }
    let of_images = found.iter().filter(|found| found.code() == "image-resolution");
    of_images.map(|found| (found.severity(), shown(std::slice::from_ref(found)))).collect()
}

/// 1 000 pixels over 123.5 mm are 205 dpi, over 170 mm 149, and over 80 mm 317.
#[test]
fn resolution_depends_on_the_size_in_the_template() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.jpg"), jpeg(1000, 300)).unwrap();
    let yaml =
        MINIMAL.replace("    - Susitikome.\n", "    - { text: Darbas., image: { file: a.jpg, alt: a } }\n");
    let print = Edition::Print { bleed: Bleed::default() };
    for (width, editions, severity, dpi) in [
        ("80mm", vec![print], None, ""),
        ("123.5mm", vec![print], Some(Severity::Warning), "205 dpi"),
        ("170mm", vec![Edition::Screen, print], Some(Severity::Error), "149 dpi"),
        ("170mm", vec![Edition::Screen], Some(Severity::Note), "149 dpi"),
        ("123.5mm", vec![Edition::Screen], None, ""),
    ] {
        let template = template(width);
        let found = findings(template.path(), folder.path(), &yaml, &editions);
        assert_eq!(found.first().map(|(severity, _)| *severity), severity, "{width}: {found:?}");
        if let Some((_, shown)) = found.first() {
            assert!(shown.contains(dpi) && shown.contains("a.jpg"), "{shown}");
        }
    }
}
