//! The print edition: PDF/X-4 (ISO 15930-7) and PDF/A-2b, in ink colours only, with the same lines as the screen
//! edition.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

use ataskaita::export::{OutputCondition, Press};
use ataskaita::press::ink::{PressProfile, Separation};
use ataskaita::press::preflight::{Requirements, inspect};
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, GrayImage, ImageEncoder, imageops};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

use crate::full_report::{MINIMAL, full_pdf};
use crate::pdf::File;
use crate::press::{ROOT, print_for};
use crate::real_report;
use crate::reports::named;

const FULL: &str = include_str!("../reports/full/report.yaml");

const MILLIMETRE: f64 = 72.0 / 25.4;
/// The width and height of A4, in points.
const A4: (f64, f64) = (210.0 * MILLIMETRE, 297.0 * MILLIMETRE);
const BLEED: f64 = 3.0 * MILLIMETRE;
/// The total ink limit: 300 %.
const MAX_TOTAL_INK: f32 = 3.0;

/// The print edition of the real report.
fn real() -> Vec<u8> {
    named("real").print().to_vec()
}

fn full_for(press: &Press) -> Vec<u8> {
    print_for(press, FULL, &Path::new(ROOT).join("tests/reports/full"))
}

/// The print edition of the full report.
fn full() -> Vec<u8> {
    named("full").print().to_vec()
}

/// A report with one image, in a folder.
fn with_picture(file: &str, folder: &Path) -> Document {
    let image = format!("\n    - {{ text: Darbas., image: {{ file: {file}, alt: Paveikslas }} }}\n");
    let yaml = MINIMAL.replace("\n    - Susitikome.\n", &image);
    load(&print_for(&Press::default(), &yaml, folder))
}

/// A report with one image, which is a drawing.
fn with_drawing(svg: &str) -> Document {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.svg"), svg).unwrap();
    with_picture("a.svg", folder.path())
}

fn load(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).unwrap()
}

fn page_box(document: &Document, page: ObjectId, key: &str) -> [f64; 4] {
    let values = document.get_dictionary(page).unwrap().get(key.as_bytes()).unwrap().as_array().unwrap();
    let values: Vec<f64> = values.iter().map(|value| value.as_float().unwrap().into()).collect();
    values.try_into().unwrap()
}

#[track_caller]
fn assert_near(actual: [f64; 4], wanted: [f64; 4]) {
    let near = actual.iter().zip(wanted).all(|(actual, wanted)| (actual - wanted).abs() < 0.01);
    assert!(near, "{actual:?} is not {wanted:?}");
}

#[test]
fn every_page_is_a4_with_a_bleed_of_three_millimetres() {
    let document = load(&real());
    assert_eq!(document.version, "1.6");
    let (width, height) = A4;
    for page in document.page_iter() {
        let whole = [0.0, 0.0, width + 2.0 * BLEED, height + 2.0 * BLEED];
        assert_near(page_box(&document, page, "MediaBox"), whole);
        assert_near(page_box(&document, page, "BleedBox"), whole);
        assert_near(page_box(&document, page, "TrimBox"), [BLEED, BLEED, BLEED + width, BLEED + height]);
    }
}

#[test]
fn the_metadata_names_pdf_x_4_and_the_output_condition() {
    let pdf = full();
    let file = File::read(&pdf);
    let metadata = &file.metadata;
    assert_eq!(metadata.xmp_value("pdfxid:GTS_PDFXVersion"), "PDF/X-4");
    assert_eq!(metadata.xmp_value("pdf:Trapped"), "False");
    assert_eq!(metadata.xmp_value("pdfaid:part"), "2");
    assert_eq!(metadata.xmp_value("pdfaid:conformance"), "B");
    for date in ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"] {
        assert_eq!(metadata.xmp_value(date), "2023-04-21T00:00:00Z");
    }
    assert!(metadata.xmp_value("xmpMM:DocumentID").starts_with("uuid:"));
    assert_eq!(metadata.xmp_value("xmpMM:VersionID"), "1");
    assert_eq!(metadata.xmp_value("xmpMM:RenditionClass"), "default");
    assert_eq!(metadata.xmp_value("dc:title"), metadata.title);
    assert!(metadata.title.contains("Ąžuolų ūksmė"));
    assert_eq!((metadata.created, metadata.modified), ((2023, 4, 21), (2023, 4, 21)));
    assert_eq!(metadata.lang, "lt");

    let document = load(&pdf);
    let info = document.trailer.get_deref(b"Info", &document).unwrap().as_dict().unwrap();
    assert_eq!(info.get(b"Trapped").unwrap().as_name().unwrap(), b"False");
    assert_eq!(info.get(b"GTS_PDFXVersion").unwrap().as_str().unwrap(), b"PDF/X-4");
    assert_eq!(document.trailer.get(b"ID").unwrap().as_array().unwrap().len(), 2);
    assert!(!document.catalog().unwrap().has(b"AcroForm") && !document.is_encrypted());
}

/// The keys of the output intent of a standard.
fn output_intent<'a>(document: &'a Document, standard: &str) -> &'a Dictionary {
    let intents =
        document.catalog().unwrap().get_deref(b"OutputIntents", document).unwrap().as_array().unwrap();
    let mut matching = intents
        .iter()
        .map(|intent| intent.as_dict().unwrap())
        .filter(|intent| intent.get(b"S").unwrap().as_name().unwrap() == standard.as_bytes());
    let intent = matching.next().unwrap();
    assert!(matching.next().is_none(), "there is one intent for {standard}");
    intent
}

#[test]
fn the_output_intent_is_fogra39_with_its_profile() {
    let document = load(&real());
    for standard in ["GTS_PDFX", "GTS_PDFA1"] {
        let intent = output_intent(&document, standard);
        assert_eq!(intent.get(b"OutputConditionIdentifier").unwrap().as_str().unwrap(), b"FOGRA39");
        assert_eq!(intent.get(b"RegistryName").unwrap().as_str().unwrap(), b"http://www.color.org");
        let profile = intent.get_deref(b"DestOutputProfile", &document).unwrap().as_stream().unwrap();
        assert_eq!(
            profile.get_plain_content().unwrap(),
            include_bytes!("../../data/profiles/coated-fogra39.icc")
        );
    }
    let profile = |standard| output_intent(&document, standard).get(b"DestOutputProfile").unwrap().clone();
    assert_eq!(profile("GTS_PDFX"), profile("GTS_PDFA1"), "both standards share one profile");
}

#[test]
fn a_custom_condition_is_named() {
    let identifier = |condition| {
        let document = load(&print_for(&Press { condition, ..Press::default() }, MINIMAL, Path::new(ROOT)));
        let intent = output_intent(&document, "GTS_PDFX");
        let identifier = intent.get(b"OutputConditionIdentifier").unwrap().as_str().unwrap().to_vec();
        (String::from_utf8(identifier).unwrap(), intent.has(b"RegistryName"))
    };
    let profile = PressProfile::coated_fogra39;
    assert_eq!(identifier(OutputCondition::registered(profile(), "FOGRA51")), ("FOGRA51".to_owned(), true));
    assert_eq!(identifier(OutputCondition::custom(profile(), "mūsų")), ("Custom".to_owned(), false));
}

#[test]
fn annotations_are_removed_and_bookmarks_kept() {
    for (print, screen) in [(real(), real_report::pdf()), (full(), full_pdf())] {
        let (print, screen) = (File::read(&print), File::read(screen));
        assert!(screen.pages.iter().any(|page| !page.links.is_empty()), "there was something to remove");
        assert!(print.pages.iter().all(|page| page.links.is_empty()));
        let bookmarks = |file: &File| {
            file.bookmarks.iter().map(|mark| (mark.title.clone(), mark.page)).collect::<Vec<_>>()
        };
        assert_eq!(bookmarks(&print), bookmarks(&screen));
    }
    let document = load(&real());
    assert!(
        document.objects.values().all(|object| !object.as_dict().is_ok_and(|dict| dict.has_type(b"Annot")))
    );
}

/// All objects of a file, recursively, except for the profile.
fn visit<'a>(object: &'a Object, seen: &mut impl FnMut(&'a Object)) {
    seen(object);
    match object {
        Object::Array(items) => items.iter().for_each(|item| visit(item, seen)),
        Object::Dictionary(dict) => dict.iter().for_each(|(_, value)| visit(value, seen)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| visit(value, seen)),
        _ => {}
    }
}

/// The content streams of all pages, forms, patterns and glyphs of a file.
fn drawings(document: &Document) -> Vec<Vec<Operation>> {
    let pages = document.page_iter().map(|page| document.get_page_content(page));
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let cells = streams
        .filter(|stream| {
            stream.dict.get(b"Subtype").is_ok_and(|subtype| *subtype == Object::from("Form"))
                || stream.dict.has(b"PatternType")
        })
        .map(|stream| stream.get_plain_content().unwrap());
    pages.chain(cells).map(|content| Content::decode_strict(&content).unwrap().operations).collect()
}

fn values(operation: &Operation) -> Vec<f32> {
    operation.operands.iter().map(|operand| operand.as_float().unwrap()).collect()
}

fn pictures(document: &Document) -> Vec<&Stream> {
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    streams
        .filter(|stream| stream.dict.get(b"Subtype").is_ok_and(|it| *it == Object::from("Image")))
        .collect()
}

/// Asserts that a file has only CMYK and grey colours, within the total ink limit.
#[track_caller]
pub(crate) fn assert_in_ink(document: &Document) {
    const LIGHT: [&str; 6] = ["DeviceRGB", "CalRGB", "CalGray", "ICCBased", "Lab", "Indexed"];
    for object in document.objects.values() {
        visit(object, &mut |object| {
            if let Object::Name(name) = object {
                let name = String::from_utf8_lossy(name);
                assert!(!LIGHT.contains(&name.as_ref()), "{name} is left");
            }
        });
    }
    for operation in drawings(document).iter().flatten() {
        match operation.operator.as_str() {
            "rg" | "RG" | "sc" | "SC" | "BI" => panic!("{operation:?} is left"),
            "k" | "K" => {
                assert!(values(operation).iter().sum::<f32>() <= MAX_TOTAL_INK + 1e-4, "{operation:?}");
            }
            "cs" | "CS" => {
                let space = operation.operands[0].as_name().unwrap();
                assert!([b"Pattern".as_slice(), b"Registration"].contains(&space), "{operation:?}");
            }
            _ => {}
        }
    }
    for picture in pictures(document) {
        match picture.dict.get(b"ColorSpace").unwrap().as_name().unwrap() {
            b"DeviceGray" => {}
            b"DeviceCMYK" => {
                let samples = samples(picture);
                let (pixels, rest) = samples.as_chunks::<4>();
                let size =
                    |key: &[u8]| usize::try_from(picture.dict.get(key).unwrap().as_i64().unwrap()).unwrap();
                assert_eq!((pixels.len(), rest.len()), (size(b"Width") * size(b"Height"), 0));
                for pixel in pixels {
                    let total: u16 = pixel.iter().copied().map(u16::from).sum();
                    assert!(total <= 3 * 255, "a pixel of {pixel:?}");
                }
            }
            other => panic!("a picture in {}", String::from_utf8_lossy(other)),
        }
    }
    for table in tables(document) {
        assert!(table.iter().all(|inks| inks.iter().copied().map(u16::from).sum::<u16>() <= 3 * 255));
    }
}

/// The samples of an image. With several filters, lopdf looks for the predictor in a single dictionary.
fn samples(picture: &Stream) -> Vec<u8> {
    let mut picture = picture.clone();
    if let Ok(Object::Array(parameters)) = picture.dict.get(b"DecodeParms") {
        let only = parameters.iter().find(|parameters| parameters.as_dict().is_ok()).unwrap().clone();
        picture.dict.set("DecodeParms", only);
    }
    picture.get_plain_content().unwrap()
}

/// The samples of the functions of CMYK gradients.
fn tables(document: &Document) -> Vec<Vec<[u8; 4]>> {
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    streams
        .filter(|stream| stream.dict.get(b"FunctionType").is_ok_and(|kind| *kind == Object::from(0)))
        .filter(|stream| stream.dict.get(b"Range").unwrap().as_array().unwrap().len() == 8)
        .map(|stream| stream.get_plain_content().unwrap().as_chunks().0.to_vec())
        .collect()
}

/// Of the findings of preflight, authors are only responsible for the resolution.
#[track_caller]
pub(crate) fn assert_fit_for_print(pdf: &[u8]) {
    let faults = inspect(pdf, &Requirements::default()).unwrap().faults;
    let faults: Vec<_> = faults.iter().filter(|found| found.fault.code() != "pdf-resolution").collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn print_editions_pass_preflight() {
    assert_fit_for_print(&real());
    assert_fit_for_print(&full());
}

#[test]
fn the_real_report_is_cmyk_only() {
    let document = load(&real());
    assert_in_ink(&document);
    assert!(drawings(&document).iter().flatten().any(|operation| operation.operator == "k"));
}

#[test]
fn images_are_cmyk_only() {
    let document = load(&full());
    assert_in_ink(&document);
    let in_ink = |picture: &&&Stream| *picture.dict.get(b"ColorSpace").unwrap() == Object::from("DeviceCMYK");
    assert_eq!(
        pictures(&document).iter().filter(in_ink).count(),
        4,
        "a cover, a photograph, a chart and a leaf"
    );
    assert!(tables(&document).len() >= 4, "the gradients of the drawing are tables of ink");
    assert!(drawings(&document).iter().flatten().any(|operation| operation.operator == "sh"));
}

/// The organisation's colour is printed with the inks in the YAML.
#[test]
fn theme_colours_are_printed_as_given() {
    let colors: BTreeSet<Vec<u32>> = drawings(&load(&full()))
        .iter()
        .flatten()
        .filter(|operation| operation.operator == "k")
        .map(|operation| values(operation).into_iter().map(percent).collect())
        .collect();
    assert!(colors.contains(&vec![30, 100, 55, 40]), "{colors:?}");
    assert!(colors.contains(&vec![30, 100, 55, 60]), "and its shade has more black: {colors:?}");
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
fn percent(share: f32) -> u32 {
    (share * 100.0).round() as u32
}

/// A colour without given inks is converted, including its tints.
#[test]
fn a_screen_colour_is_converted_for_print() {
    let yaml = format!("{MINIMAL}theme: {{ primary: {{ screen: \"#7a1f3d\" }} }}\n");
    let document = load(&print_for(&Press::default(), &yaml, Path::new(ROOT)));
    assert_in_ink(&document);
    let reddish = |operation: &Operation| {
        operation.operator == "k"
            && matches!(values(operation)[..], [c, m, y, _] if m > 0.8 && c < 0.5 && y > 0.3)
    };
    assert!(drawings(&document).iter().flatten().any(reddish));
}

#[test]
fn running_text_is_black_ink_only() {
    let document = load(&real());
    let mut glyphs: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
    for page in document.page_iter() {
        let mut color = Vec::new();
        let mut saved = Vec::new();
        for operation in Content::decode_strict(&document.get_page_content(page)).unwrap().operations {
            match operation.operator.as_str() {
                "q" => saved.push(color.clone()),
                "Q" => color = saved.pop().unwrap(),
                "k" => color = values(&operation).into_iter().map(percent).collect(),
                "Tj" => {
                    *glyphs.entry(color.clone()).or_default() +=
                        operation.operands[0].as_str().unwrap().len();
                }
                "TJ" => {
                    let parts = operation.operands[0].as_array().unwrap();
                    let bytes: usize =
                        parts.iter().filter_map(|part| part.as_str().ok()).map(<[u8]>::len).sum();
                    *glyphs.entry(color.clone()).or_default() += bytes;
                }
                _ => {}
            }
        }
    }
    let accent = [90, 45, 45, 25];
    // Running text, secondary text, headings, and text on the accent.
    let known = [[0, 0, 0, 100], [0, 0, 0, 72], accent, [90, 45, 45, 45], [0; 4]];
    assert!(glyphs.keys().all(|color| known.iter().any(|known| known[..] == **color)), "{glyphs:?}");
    let black = glyphs[&vec![0, 0, 0, 100]];
    assert!(2 * black > glyphs.values().sum(), "most of the text is running text: {glyphs:?}");
}

/// Glyphs in black ink only are overprinted, and nothing else is: in mode 1, white would be lost, and so would an
/// accent's white.
#[test]
fn only_black_text_overprints() {
    let pdf = real();
    let document = load(&pdf);
    let (mut over, mut out) = (0, 0);
    for page in document.page_iter() {
        let (resources, _) = document.get_page_resources(page).unwrap();
        let states = resources.unwrap().get_deref(b"ExtGState", &document).and_then(Object::as_dict).ok();
        let (mut color, mut overprints, mut size) = (Vec::new(), false, 0.0);
        let mut saved = Vec::new();
        for operation in Content::decode_strict(&document.get_page_content(page)).unwrap().operations {
            match operation.operator.as_str() {
                "q" => saved.push((color.clone(), overprints)),
                "Q" => (color, overprints) = saved.pop().unwrap(),
                "k" => color = values(&operation),
                // Typst's pages are not scaled.
                "Tf" => size = operation.operands[1].as_float().unwrap(),
                "gs" => {
                    let name = operation.operands[0].as_name().unwrap();
                    let state = states.unwrap().get_deref(name, &document).unwrap().as_dict().unwrap();
                    if let Ok(op) = state.get(b"op") {
                        overprints = op.as_bool().unwrap();
                        assert!(!overprints || state.get(b"OPM").unwrap().as_i64().unwrap() == 1);
                        assert!(!state.get(b"OP").unwrap().as_bool().unwrap(), "lines do not overprint");
                    }
                }
                "Tj" | "TJ" => {
                    let is_black = matches!(color[..], [0.0, 0.0, 0.0, black] if black > 0.999 || (black > 0.0 && size < 12.0));
                    assert_eq!(overprints, is_black, "text of {size} in {color:?}");
                    *(if overprints { &mut over } else { &mut out }) += 1;
                }
                "f" | "f*" | "S" | "B" | "Do" | "sh" => assert!(!overprints, "{operation:?}"),
                _ => {}
            }
        }
    }
    assert!(over > 50 && out > 5, "{over} overprint, {out} do not");
    let inspection = ataskaita::press::preflight::inspect(&pdf, &Requirements::default()).unwrap();
    assert_eq!(inspection.faults, []);
}

/// The maximum and minimum of each ink in an image.
fn range(picture: &Stream, components: usize) -> Vec<(u8, u8)> {
    let samples = picture.get_plain_content().unwrap();
    let of = |ink| samples.iter().skip(ink).step_by(components);
    (0..components).map(|ink| (*of(ink).min().unwrap(), *of(ink).max().unwrap())).collect()
}

/// A grey photograph is as light in print as the same grey in a drawing, or the same photograph in RGB.
#[test]
fn grey_photographs_keep_their_lightness() {
    let folder = tempfile::tempdir().unwrap();
    GrayImage::from_pixel(1500, 40, image::Luma([128])).save(folder.path().join("grey.png")).unwrap();
    let document = with_picture("grey.png", folder.path());
    let [picture] = pictures(&document)[..] else { panic!("one picture") };
    assert_eq!(*picture.dict.get(b"ColorSpace").unwrap(), Object::from("DeviceGray"));
    // 63 % of black ink; as half of it, the photograph would print too light.
    let [(darkest, lightest)] = range(picture, 1)[..] else { panic!("one component") };
    assert!(
        darkest == lightest && (62..=64).contains(&percent(1.0 - f32::from(darkest) / 255.0)),
        "{darkest}"
    );

    // A translucent one uses all inks, as in RGB: black ink alone would thin those below it.
    let sheer = image::GrayAlphaImage::from_pixel(1500, 40, image::LumaA([128, 90]));
    sheer.save(folder.path().join("sheer.png")).unwrap();
    let sheer = with_picture("sheer.png", folder.path());
    let sheer = pictures(&sheer).into_iter().find(|picture| picture.dict.has(b"SMask")).unwrap();
    let inks = PressProfile::coated_fogra39();
    let inks = Separation::of_srgb(&inks).unwrap().color([128; 3]);
    assert_eq!(range(sheer, 4), inks.map(|ink| (ink, ink)));
}

/// Half-transparent black ink alone would remove half of the inks below it and print lighter and greyer than on the
/// screen.
#[test]
fn transparent_black_blends_as_on_screen() {
    for overlay in [
        "<path d='M0 0h60v30h-60z' fill-opacity='.5'/>",
        "<linearGradient id='g'><stop stop-opacity='.5'/><stop offset='1' stop-opacity='.5'/></linearGradient>         <path d='M0 0h60v30h-60z' fill='url(#g)'/>",
    ] {
        let document = with_drawing(&format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='30'>             <path d='M0 0h60v30h-60z' fill='#c83c28'/>{overlay}</svg>"
        ));
        assert_in_ink(&document);
        let black = Separation::of_srgb(&PressProfile::coated_fogra39()).unwrap().color([0; 3]);
        let share = |ink: u8| percent(f32::from(ink) / 255.0);
        let wanted: Vec<u32> = black.map(share).to_vec();
        let painted = drawings(&document).iter().flatten().any(|operation| {
            operation.operator == "k"
                && values(operation).into_iter().map(percent).collect::<Vec<_>>() == wanted
        });
        let in_table = tables(&document).iter().flatten().any(|inks| inks.map(share).to_vec() == wanted);
        assert!(painted || in_table, "{overlay}: all four inks are laid over");
    }
}

/// 2 600 pixels over 123.5 mm are 535 dpi.
#[test]
fn print_images_are_downsampled() {
    let folder = tempfile::tempdir().unwrap();
    for (name, width) in [("large.png", 2600), ("enough.png", 1600)] {
        let picture = image::RgbaImage::from_fn(width, 600, |x, y| {
            image::Rgba([x.to_le_bytes()[0], y.to_le_bytes()[0], 90, if x < width / 2 { 255 } else { 90 }])
        });
        picture.save(folder.path().join(name)).unwrap();
    }
    let yaml = MINIMAL.replace(
        "    - Susitikome.\n",
        "    - { text: a, image: { file: large.png, alt: a } }\n    - { text: b, image: { file: enough.png, alt: b } }\n",
    );
    let pdf = print_for(&Press::default(), &yaml, folder.path());
    let read = ataskaita::press::pdf::Pdf::read(&pdf).unwrap();
    let placed_images = ataskaita::press::pdf::placed_images(&read);
    let widths: Vec<u32> = placed_images.iter().map(|placed| placed.image.pixels.0).collect();
    assert_eq!(widths, [1459, 1600]);
    let dpi = placed_images[0].dpi().unwrap();
    assert!((300.0..301.0).contains(&dpi), "{dpi}");
    // The masks have the same size as their images.
    let document = load(&pdf);
    let mut sizes: Vec<_> = pictures(&document)
        .iter()
        .map(|picture| (picture.dict.get(b"Width").unwrap().as_i64().unwrap(), picture.dict.has(b"SMask")))
        .collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [(1459, false), (1459, true), (1600, false), (1600, true)]);
}

/// A photograph is converted from its own colour space, not from sRGB.
#[test]
fn image_profiles_are_applied() {
    const SIDE: u32 = 1200;
    let green = [20, 200, 40].repeat((SIDE * SIDE) as usize);
    let inks = |icc: Option<Vec<u8>>| {
        let folder = tempfile::tempdir().unwrap();
        let mut encoder = PngEncoder::new(fs::File::create(folder.path().join("a.png")).unwrap());
        if let Some(icc) = icc {
            encoder.set_icc_profile(icc).unwrap();
        }
        encoder.write_image(&green, SIDE, SIDE, ExtendedColorType::Rgb8).unwrap();
        let document = with_picture("a.png", folder.path());
        assert_in_ink(&document);
        pictures(&document)[0].get_plain_content().unwrap().as_chunks::<4>().0[0]
    };
    let gamma = lcms2::ToneCurve::new(1.0);
    let white = lcms2::CIExyY { x: 0.3127, y: 0.329, Y: 1.0 };
    let primary = |x, y| lcms2::CIExyY { x, y, Y: 1.0 };
    let primaries =
        lcms2::CIExyYTRIPLE { Red: primary(0.64, 0.33), Green: primary(0.3, 0.6), Blue: primary(0.15, 0.06) };
    let mut linear = lcms2::Profile::new_rgb(&white, &primaries, &[&gamma, &gamma, &gamma]).unwrap();
    // The latest version that PDF supports.
    linear.set_version(4.2);
    let linear = linear.icc().unwrap();
    let separation = Separation::of_profile(&linear, &PressProfile::coated_fogra39()).unwrap();
    assert_eq!(inks(Some(linear)), separation.color([20, 200, 40]));
    assert_ne!(inks(None), separation.color([20, 200, 40]));
}

/// Pure greys of lines, fills and gradients are black ink only. A gradient that only passes through grey has no seam
/// there.
#[test]
fn greys_in_drawings_are_black_ink_only() {
    let gradient = |stops: &str| {
        let document = with_drawing(&format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='30'><linearGradient id='g'>{stops}\
             </linearGradient><rect width='60' height='30' fill='url(#g)'/>\
             <path d='M0 0h9' stroke='#808080'/></svg>"
        ));
        assert_in_ink(&document);
        let stroked = drawings(&document).iter().flatten().any(|operation| {
            // Not exactly half of the ink, because of dot gain.
            operation.operator == "K"
                && matches!(values(operation)[..], [0.0, 0.0, 0.0, black] if (62..=64).contains(&percent(black)))
        });
        assert!(stroked, "the line is of one ink");
        tables(&document).into_iter().flatten().collect::<Vec<_>>()
    };
    let black = "<stop stop-color='#000'/><stop offset='1' stop-color='#ccc'/>";
    assert!(gradient(black).iter().all(|[cyan, magenta, yellow, _]| [cyan, magenta, yellow] == [&0; 3]));
    let colored = gradient("<stop stop-color='#f00'/><stop offset='1' stop-color='#0ff'/>");
    assert!(colored.len() >= 64);
    for pair in colored.windows(2) {
        let step = pair[0].iter().zip(pair[1]).map(|(one, next)| one.abs_diff(next)).max().unwrap();
        assert!(step < 40, "{pair:?}");
    }
}

/// Masks keep their effect: their whites and blacks are not converted to ink.
#[test]
fn masks_are_unchanged() {
    let document = with_drawing(
        "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='30'><mask id='m'>\
         <rect width='60' height='30' fill='#fff'/><rect width='9' height='9' fill='#f00'/></mask>\
         <rect width='60' height='30' fill='#06c' mask='url(#m)'/></svg>",
    );
    assert_in_ink(&document);
    let mask = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .find(|dict| dict.get(b"S").is_ok_and(|kind| *kind == Object::from("Luminosity")))
        .unwrap();
    let form = mask.get_deref(b"G", &document).unwrap().as_stream().unwrap();
    let group = form.dict.get_deref(b"Group", &document).unwrap().as_dict().unwrap();
    assert_eq!(*group.get(b"CS").unwrap(), Object::from("DeviceGray"));
    let content = Content::decode_strict(&form.get_plain_content().unwrap()).unwrap();
    let grays: BTreeSet<u32> = content
        .operations
        .iter()
        .filter(|operation| operation.operator == "g")
        .map(|operation| percent(values(operation)[0]))
        .collect();
    assert!(grays.is_superset(&BTreeSet::from([30, 100])), "{grays:?}");
}

#[test]
fn print_pages_have_the_lines_of_the_screen_pages() {
    for (print, screen) in [(real(), real_report::pdf()), (full(), full_pdf())] {
        let lines = assert_same_lines(&File::read(&print), &File::read(screen));
        assert!(lines > 100, "{lines} lines were compared");
    }
}

/// Asserts that the pages of the print edition have the same lines as on the screen, at the same positions relative to
/// the trim. Returns their number.
#[track_caller]
pub(crate) fn assert_same_lines(print: &File, screen: &File) -> usize {
    assert_eq!(print.pages.len(), screen.pages.len());
    let mut lines = 0;
    for (number, (print, screen)) in print.pages.iter().zip(&screen.pages).enumerate() {
        assert_eq!(print.all_lines(), screen.all_lines(), "page {}", number + 1);
        lines += print.all_lines().len();
        for (printed, shown) in print.glyphs.iter().zip(&screen.glyphs) {
            let shift = printed.origin - shown.origin;
            assert!((shift.x - BLEED).abs() < 0.01 && (shift.y - BLEED).abs() < 0.01, "{}", printed.text);
        }
    }
    lines
}

#[test]
fn the_same_report_produces_the_same_bytes() {
    let press = || Press { crop_marks: true, ..Press::default() };
    let marked = full_for(&press());
    assert!(marked == full_for(&press()));
    assert!(full() == full_for(&Press::default()));
    let id = |pdf: &[u8]| load(pdf).trailer.get(b"ID").unwrap().clone();
    assert_ne!(id(&full()), id(&marked), "another file is known by another name");
}

/// Conformance to PDF/A-2b, checked with an independent validator. It rejects `pdf:Trapped`, a later XMP property that
/// PDF/X-4 requires. PDF/A allows properties described by an extension schema (ISO 19005-2, 6.6.2.3.1), but the
/// validator ignores extensions of schemas that it knows.
#[test]
fn the_file_conforms_to_pdf_a_2b() {
    const TRAPPED: &[u8] = b"<pdf:Trapped>False</pdf:Trapped>";
    let marked = full_for(&Press { crop_marks: true, pages_multiple_of: four(), ..Press::default() });
    for mut pdf in [real(), full(), marked] {
        let text = String::from_utf8_lossy(&pdf);
        let described = text.split("<pdfaProperty:name>").any(|property| property.starts_with("Trapped<"));
        assert!(described, "an extension schema describes pdf:Trapped");
        let start = pdf.windows(TRAPPED.len()).position(|window| window == TRAPPED).unwrap();
        pdf[start..start + TRAPPED.len()].fill(b' ');
        let options = ValidationOptions::default().profile(ValidationProfile::PdfA2b);
        let report = validate_pdf_bytes(&pdf, &options).unwrap();
        assert!(report.rules.total > 50, "the validator knows the rules");
        let failures: Vec<String> = report
            .failures
            .iter()
            .map(|failure| format!("{}: {}", failure.rule_id, failure.message))
            .collect();
        assert!(report.is_compliant && failures.is_empty(), "{failures:#?}");
    }
}

fn four() -> NonZeroUsize {
    NonZeroUsize::new(4).unwrap()
}

#[test]
fn crop_marks_are_outside_the_bleed_on_every_plate() {
    let document = load(&full_for(&Press { crop_marks: true, ..Press::default() }));
    assert_in_ink(&document);
    for page in document.page_iter() {
        let [left, bottom, right, top] = page_box(&document, page, "MediaBox");
        let bleed = page_box(&document, page, "BleedBox");
        assert_near(bleed, [0.0, 0.0, A4.0 + 2.0 * BLEED, A4.1 + 2.0 * BLEED]);
        assert!(left < -5.0 * MILLIMETRE && (bottom - left).abs() < 0.01, "the page has grown to hold them");
        assert!((right - bleed[2] + left).abs() < 0.01 && (top - bleed[3] + bottom).abs() < 0.01);

        let (resources, _) = document.get_page_resources(page).unwrap();
        let spaces = resources.unwrap().get(b"ColorSpace").unwrap().as_dict().unwrap();
        let registration = spaces.get_deref(b"Registration", &document).unwrap().as_array().unwrap();
        assert_eq!(registration[..2], ["Separation".into(), "All".into()]);

        let operations = Content::decode_strict(&document.get_page_content(page)).unwrap().operations;
        let marks = operations.iter().rposition(|operation| operation.operator == "CS").unwrap();
        let ends: Vec<[f64; 2]> = operations[marks..]
            .iter()
            .filter(|operation| ["m", "l"].contains(&operation.operator.as_str()))
            .map(|operation| {
                values(operation).into_iter().map(f64::from).collect::<Vec<_>>().try_into().unwrap()
            })
            .collect();
        assert_eq!(ends.len(), 16, "two lines at each corner");
        for [x, y] in ends {
            let outside = x < bleed[0] || x > bleed[2] || y < bleed[1] || y > bleed[3];
            assert!(outside, "({x}, {y}) is inside the bleed");
            assert!(x > left && x < right && y > bottom && y < top, "({x}, {y}) is on the page");
            let trim = page_box(&document, page, "TrimBox");
            let at_cut = trim.iter().any(|edge| (edge - x).abs() < 0.01 || (edge - y).abs() < 0.01);
            assert!(at_cut, "({x}, {y}) shows where to cut");
        }
    }
}

#[test]
fn blank_pages_precede_the_back_cover() {
    let plain = File::read(&real());
    assert_eq!(plain.pages.len(), 9);
    let pdf = print_for(
        &Press { pages_multiple_of: four(), ..Press::default() },
        real_report::YAML,
        &Path::new(ROOT).join("data"),
    );
    let filled = File::read(&pdf);
    let glyphs = |file: &File| file.pages.iter().map(|page| page.glyphs.len()).collect::<Vec<_>>();
    let mut wanted = glyphs(&plain);
    wanted.splice(8..8, [0, 0, 0]);
    assert_eq!(glyphs(&filled), wanted);
    let lines = filled.pages[11].all_lines();
    assert!(lines.iter().any(|line| line.starts_with('9')), "the printed number stays: {lines:?}");
    assert_eq!(filled.bookmarks.last().unwrap().page, 11);
    let document = load(&pdf);
    let sizes: BTreeSet<String> =
        document.page_iter().map(|page| format!("{:?}", page_box(&document, page, "TrimBox"))).collect();
    assert_eq!(sizes.len(), 1, "blank pages are cut like the others");
}

/// At this resolution, the bleed is six pixels wide, and A4 is 420 × 594 pixels.
const DOTS_PER_INCH: f32 = 50.8;
const BLEED_PIXELS: u32 = 6;

/// The trimmed pages look like those on the screen. Ink is duller than light, and renderers convert it differently, so
/// the correlation of lightness is compared.
#[test]
fn the_trimmed_page_looks_like_the_screen_page() {
    for (print, screen) in [(real(), real_report::pdf()), (full(), full_pdf())] {
        let (print, screen) = (File::read(&print), File::read(screen));
        for page in 0..screen.pages.len() {
            let shown = imageops::grayscale(&screen.render(page, DOTS_PER_INCH));
            let printed = imageops::grayscale(&print.render(page, DOTS_PER_INCH));
            let (width, height) = shown.dimensions();
            let trimmed = imageops::crop_imm(&printed, BLEED_PIXELS, BLEED_PIXELS, width, height).to_image();
            let likeness = likeness(&shown, &trimmed);
            // The lowest value, 0.977, is that of a page that a photograph opens.
            assert!(likeness > 0.97, "page {}: {likeness:.3}", page + 1);
            let other = imageops::grayscale(&screen.render((page + 1) % screen.pages.len(), DOTS_PER_INCH));
            assert!(self::likeness(&other, &trimmed) < likeness, "page {}", page + 1);
        }
    }
}

/// The correlation coefficient of the pixels of two images.
pub(crate) fn likeness(one: &GrayImage, other: &GrayImage) -> f64 {
    assert_eq!(one.dimensions(), other.dimensions());
    let count = f64::from(one.width() * one.height());
    let mean = |image: &GrayImage| image.iter().copied().map(f64::from).sum::<f64>() / count;
    let (mean_one, mean_other) = (mean(one), mean(other));
    let mut sums = [0.0; 3];
    for (one, other) in one.iter().zip(other.iter()) {
        let (one, other) = (f64::from(*one) - mean_one, f64::from(*other) - mean_other);
        sums[0] += one * other;
        sums[1] += one * one;
        sums[2] += other * other;
    }
    sums[0] / (sums[1] * sums[2]).sqrt()
}

/// Colour at the edge of a page extends into the bleed.
#[test]
fn colour_extends_into_the_bleed() {
    let print = File::read(&real());
    let screen = File::read(real_report::pdf());
    let mut coloured = 0;
    for page in 0..print.pages.len() {
        let image = print.render(page, DOTS_PER_INCH);
        let (width, height) = image.dimensions();
        let shown = screen.render(page, DOTS_PER_INCH);
        let at_edge = *shown.get_pixel(1, shown.height() / 3);
        let is_white = at_edge.0.iter().all(|channel| *channel > 250);
        coloured += usize::from(!is_white);
        for place in [(1, 1), (1, height / 3), (1, height - 2), (width / 3, height - 2), (width / 3, 1)] {
            let pixel = image.get_pixel(place.0, place.1);
            assert_eq!(
                pixel.0.iter().all(|channel| *channel > 250),
                is_white,
                "page {} at {place:?}",
                page + 1
            );
        }
    }
    assert_eq!(coloured, 3, "the covers, and the page of the two statements");
    // The motif is cut off at the trim, not at the edge of the bleed.
    let cover = print.render(0, DOTS_PER_INCH);
    let right = cover.width() - 2;
    let colors: BTreeSet<_> = (0..cover.height()).map(|y| cover.get_pixel(right, y).0).collect();
    assert!(colors.len() > 3, "nodes of the motif reach the edge: {colors:?}");
}
