//! Images keep the colours defined by their profiles in both editions.

use std::fs;

use ataskaita::export::Press;
use ataskaita::press::pdf::{Pdf, placed_images};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageEncoder};
use lcms2::{
    CIELab, CIELabExt, CIEXYZ, CIEXYZExt, CIExyY, CIExyYTRIPLE, Flags, Intent, PixelFormat, Profile,
    ToneCurve, Transform,
};
use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, ObjectId};

use crate::full_report::MINIMAL;
use crate::press::{print_cleanly, print_for};

/// A green and a skin tone in Adobe RGB (1998) that are printable, and different colours in sRGB.
const COLORS: [[u8; 3]; 2] = [[90, 160, 80], [195, 150, 130]];
/// A colour difference that is not visible.
const SAME: f64 = 1.5;
const HEIGHT: u32 = 40;
/// Enough for the width of the text.
const WIDTH: u32 = 1500;

/// The primaries and the gamma of Adobe RGB (1998), in a profile of a version.
fn adobe_rgb([major, minor]: [u8; 2]) -> Vec<u8> {
    let gamma = ToneCurve::new(2.199_218_75);
    let mut profile =
        Profile::new_rgb(&white(), &primaries((0.21, 0.71)), &[&gamma, &gamma, &gamma]).unwrap();
    profile.set_version(if major == 2 { 2.1 } else { 4.2 });
    let mut icc = profile.icc().unwrap();
    icc[8..10].copy_from_slice(&[major, minor << 4]);
    icc
}

fn white() -> CIExyY {
    CIExyY { x: 0.3127, y: 0.329, Y: 1.0 }
}

fn primaries(green: (f64, f64)) -> CIExyYTRIPLE {
    let primary = |(x, y)| CIExyY { x, y, Y: 1.0 };
    CIExyYTRIPLE { Red: primary((0.64, 0.33)), Green: primary(green), Blue: primary((0.15, 0.06)) }
}

/// A colour converted with Little CMS independently of the program.
fn lab<const N: usize>(profile: &Profile, format: PixelFormat, color: [u8; N]) -> CIELab
where
    [u8; N]: lcms2::Pod,
{
    let to_xyz: Transform<[u8; N], [f64; 3]> = Transform::new_flags(
        profile,
        format,
        &Profile::new_xyz(),
        PixelFormat::XYZ_DBL,
        Intent::RelativeColorimetric,
        Flags::default(),
    )
    .unwrap();
    let mut xyz = [[0.0; 3]];
    to_xyz.transform_pixels(&[color], &mut xyz);
    let [[x, y, z]] = xyz;
    CIEXYZ { X: x, Y: y, Z: z }.to_lab(CIEXYZ::d50())
}

fn difference(one: &CIELab, other: &CIELab) -> f64 {
    one.cie2000_delta_e(other, 1.0, 1.0, 1.0)
}

/// The visible colour of the first pixel of each image in a file, in page order.
fn all_seen(pdf: &[u8]) -> Vec<CIELab> {
    let document = Document::load_mem(pdf).unwrap();
    let read = Pdf::read(pdf).unwrap();
    let placed = placed_images(&read);
    placed.iter().map(|placed| seen(&document, placed.image.id.unwrap())).collect()
}

fn seen(document: &Document, picture: ObjectId) -> CIELab {
    let picture = document.get_object(picture).unwrap().as_stream().unwrap();
    assert_eq!(picture.dict.get(b"BitsPerComponent").unwrap().as_i64().unwrap(), 8);
    let samples = if picture.filters().unwrap() == [b"DCTDecode"] {
        image::load_from_memory(&picture.content).unwrap().into_bytes()
    } else {
        picture.get_plain_content().unwrap()
    };
    match picture.dict.get_deref(b"ColorSpace", document).unwrap() {
        Object::Name(name) if name == b"DeviceCMYK" => {
            let press = Profile::new_icc(include_bytes!("../../data/profiles/coated-fogra39.icc")).unwrap();
            lab(&press, PixelFormat::CMYK_8, *samples.first_chunk::<4>().unwrap())
        }
        Object::Name(_) => {
            lab(&Profile::new_srgb(), PixelFormat::RGB_8, *samples.first_chunk::<3>().unwrap())
        }
        Object::Array(space) => {
            assert_eq!(space[0], Object::from("ICCBased"));
            let icc = document.get_object(space[1].as_reference().unwrap()).unwrap().as_stream().unwrap();
            let icc = icc.get_plain_content().unwrap();
            // PDF 1.7 supports profiles up to version 4.2 (ISO 32000-1, table 67).
            assert!(icc[8] < 4 || (icc[8] == 4 && icc[9] >> 4 <= 2), "version {:?}", &icc[8..10]);
            lab(&Profile::new_icc(&icc).unwrap(), PixelFormat::RGB_8, *samples.first_chunk::<3>().unwrap())
        }
        other => panic!("{other:?}"),
    }
}

/// A PNG of 8 bits with a chunk after its header.
fn with_chunk(png: &[u8], kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [&kind[..], data].concat();
    let mut checksum = flate2::Crc::new();
    checksum.update(&body);
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    let (header, rest) = png.split_at(8 + 12 + 13);
    [header, &length, &body, &checksum.sum().to_be_bytes(), rest].concat()
}

/// An image file of one colour.
fn file(format: &str, color: [u8; 3], icc: Option<Vec<u8>>) -> Vec<u8> {
    let pixels = color.repeat((WIDTH * HEIGHT) as usize);
    let mut bytes = Vec::new();
    match format {
        "png" => {
            let mut encoder = PngEncoder::new(&mut bytes);
            icc.map_or(Ok(()), |icc| encoder.set_icc_profile(icc)).unwrap();
            encoder.write_image(&pixels, WIDTH, HEIGHT, ExtendedColorType::Rgb8).unwrap();
        }
        "16-bit" => {
            let deep: Vec<u8> = pixels.iter().flat_map(|sample| [*sample, *sample]).collect();
            let mut encoder = PngEncoder::new(&mut bytes);
            icc.map_or(Ok(()), |icc| encoder.set_icc_profile(icc)).unwrap();
            encoder.write_image(&deep, WIDTH, HEIGHT, ExtendedColorType::Rgb16).unwrap();
        }
        "jpg" => {
            let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 100);
            icc.map_or(Ok(()), |icc| encoder.set_icc_profile(icc)).unwrap();
            encoder.write_image(&pixels, WIDTH, HEIGHT, ExtendedColorType::Rgb8).unwrap();
        }
        _ => {
            let mut encoder = WebPEncoder::new_lossless(&mut bytes);
            icc.map_or(Ok(()), |icc| encoder.set_icc_profile(icc)).unwrap();
            encoder.write_image(&pixels, WIDTH, HEIGHT, ExtendedColorType::Rgb8).unwrap();
        }
    }
    bytes
}

/// A drawing filled by an image.
fn drawing(image: &[u8], kind: &str) -> Vec<u8> {
    let kind = image::guess_format(image).map_or(kind, |format| format.to_mime_type());
    let size = format!("width='{WIDTH}' height='{HEIGHT}'");
    let image = BASE64_STANDARD.encode(image);
    let links = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'";
    format!("<svg {links} {size}><image {size} xlink:href = \" data:{kind};base64,{image}\"/></svg>")
        .into_bytes()
}

#[test]
fn profiles_of_all_versions_are_applied() {
    let mut cases = Vec::new();
    for version in [[2, 1], [2, 4], [4, 2], [4, 3], [4, 4]] {
        for format in ["png", "16-bit", "jpg", "webp"] {
            for color in COLORS {
                let icc = adobe_rgb(version);
                let expected = lab(&Profile::new_icc(&icc).unwrap(), PixelFormat::RGB_8, color);
                cases.push((format!("{format} {version:?}"), file(format, color, Some(icc)), expected));
            }
        }
    }
    // Display P3, given only by its code points.
    let srgb =
        ToneCurve::new_parametric(4, &[2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045]).unwrap();
    let p3 = CIExyYTRIPLE { Red: CIExyY { x: 0.68, y: 0.32, Y: 1.0 }, ..primaries((0.265, 0.69)) };
    let p3 = Profile::new_rgb(&white(), &p3, &[&srgb, &srgb, &srgb]).unwrap();
    for format in ["png", "16-bit"] {
        for color in COLORS {
            let png = with_chunk(&file(format, color, None), *b"cICP", &[12, 13, 0, 1]);
            cases.push((format!("{format} cICP"), png, lab(&p3, PixelFormat::RGB_8, color)));
        }
    }
    // Adobe RGB (1998), given by the two oldest chunks: gamma and primaries.
    let adobe = Profile::new_icc(&adobe_rgb([2, 1])).unwrap();
    let chunk = |numbers: &[u32]| numbers.iter().flat_map(|number| number.to_be_bytes()).collect::<Vec<_>>();
    for format in ["png", "16-bit"] {
        for color in COLORS {
            let png = with_chunk(&file(format, color, None), *b"gAMA", &chunk(&[45_470]));
            let primaries = [31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000];
            let png = with_chunk(&png, *b"cHRM", &chunk(&primaries));
            cases.push((format!("{format} cHRM"), png, lab(&adobe, PixelFormat::RGB_8, color)));
        }
    }
    // The same within a drawing, and within a drawing in a drawing.
    for index in [0, 6, 10, 12, 14, 18, 22, 24, 38, 40, 44, 46] {
        let (name, bytes, expected) = cases[index].clone();
        let drawing = drawing(&bytes, "image/png");
        if index == 22 {
            let twice = self::drawing(&drawing, "image/svg+xml");
            cases.push((format!("{name} in a drawing in a drawing"), twice, expected));
        }
        cases.push((format!("{name} in a drawing"), drawing, expected));
    }
    // In sRGB these are different colours, so the test detects a lost profile.
    for (name, _, expected) in &cases {
        let nearest = COLORS
            .iter()
            .map(|color| difference(expected, &lab(&Profile::new_srgb(), PixelFormat::RGB_8, *color)))
            .fold(f64::MAX, f64::min);
        assert!(nearest > 1.5 * SAME, "{name}: {nearest:.1}");
    }

    let folder = tempfile::tempdir().unwrap();
    let works: Vec<String> = (0..)
        .zip(&cases)
        .map(|(index, (_, bytes, _))| {
            fs::write(folder.path().join(format!("{index}.img")), bytes).unwrap();
            format!("    - {{ text: Darbas {index}., image: {{ file: {index}.img, alt: a }} }}\n")
        })
        .collect();
    let yaml = MINIMAL.replace("    - Susitikome.\n", &works.concat());
    let screen = print_cleanly(&yaml, folder.path());
    let print = print_for(&Press::default(), &yaml, folder.path());
    for (edition, pdf) in [("screen", screen), ("print", print)] {
        let seen = all_seen(&pdf);
        assert_eq!(seen.len(), cases.len());
        for (seen, (name, _, expected)) in seen.iter().zip(&cases) {
            let difference = difference(seen, expected);
            assert!(difference < SAME, "{name}, {edition}: off by {difference:.1}");
        }
    }
}

/// Black of some opacity over colours of a drawing looks in print as it does on the screen, which mixed inks would not,
/// and there is not too much ink.
#[test]
fn translucent_black_darkens_what_is_below_it() {
    // Of a shape's paint, and of a shape as a whole or several, which a group makes of it.
    assert_black_is_laid_over(|shape, opacity| format!("<rect {shape} fill-opacity='{opacity}'/>"));
    assert_black_is_laid_over(|shape, opacity| format!("<rect {shape} opacity='{opacity}'/>"));
    assert_black_is_laid_over(|shape, opacity| {
        let text = format!("<text {shape} font-family='Literata' font-size='20'>a</text>");
        format!(
            "<g opacity='{opacity}'><g><rect {shape}/></g>{text}<rect {shape} fill='none' stroke='#000'/></g>"
        )
    });
}

fn assert_black_is_laid_over(black: impl Fn(String, f64) -> String) {
    const COLORS: [[u8; 3]; 7] = [
        [255, 255, 255],
        [11, 85, 99],
        [200, 60, 40],
        [240, 200, 60],
        [90, 140, 200],
        [120, 170, 90],
        [160, 35, 25],
    ];
    const OPACITIES: [(f64, f64); 3] = [(0.2, 3.0), (0.5, 5.0), (0.75, 7.0)];
    let mut shapes = Vec::new();
    for (column, [red, green, blue]) in COLORS.into_iter().enumerate() {
        let x = column * 100;
        shapes.push(format!("<rect x='{x}' width='90' height='300' fill='rgb({red},{green},{blue})'/>"));
        for (row, (opacity, _)) in OPACITIES.into_iter().enumerate() {
            let y = row * 100;
            shapes.push(black(format!("x='{x}' y='{y}' width='90' height='90'"), opacity));
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let shapes = shapes.concat();
    let svg = format!("<svg xmlns='http://www.w3.org/2000/svg' width='700' height='300'>{shapes}</svg>");
    fs::write(folder.path().join("black.svg"), svg).unwrap();
    let work = "    - { text: Darbas., image: { file: black.svg, alt: a } }\n";
    let yaml = MINIMAL.replace("    - Susitikome.\n", work);
    let pdf = print_for(&Press::default(), &yaml, folder.path());

    let document = Document::load_mem(&pdf).unwrap();
    let forms = document.objects.values().filter_map(|object| object.as_stream().ok());
    for form in
        forms.filter(|form| form.dict.get(b"Subtype").is_ok_and(|kind| kind.as_name().unwrap() == b"Form"))
    {
        let content = Content::decode(&form.get_plain_content().unwrap()).unwrap();
        let is_mixed = |operation: &Operation| {
            let inks = operation.operands.iter().take(3).filter_map(|ink| ink.as_float().ok());
            operation.operator.eq_ignore_ascii_case("k") && inks.sum::<f32>() > 0.0
        };
        assert!(!content.operations.iter().any(is_mixed), "black ink only is laid over");
    }
    let over = painted_over(&document);
    assert_eq!(over.len(), COLORS.len() * OPACITIES.len());
    let press = Profile::new_icc(include_bytes!("../../data/profiles/coated-fogra39.icc")).unwrap();
    let cases = COLORS.into_iter().flat_map(|color| OPACITIES.map(|opacity| (color, opacity)));
    for ((color, (opacity, tolerance)), (below, black)) in cases.zip(over) {
        // Multiplying adds to an ink what it is short of (ISO 32000-1, 11.3.5.2).
        let [cyan, magenta, yellow, key] = below;
        let inks = [cyan, magenta, yellow, key + black * (1.0 - key)];
        assert!(inks.iter().sum::<f64>() < 3.01, "{color:?} under {opacity}: {inks:?}");
        let shown = color.map(|sample| byte(f64::from(sample) / 255.0 * (1.0 - opacity)));
        let off = |inks: [f64; 4], shown| {
            let printed = lab(&press, PixelFormat::CMYK_8, inks.map(byte));
            difference(&printed, &lab(&Profile::new_srgb(), PixelFormat::RGB_8, shown))
        };
        // Some are beyond what the press can print, with black or without.
        let difference = off(inks, shown) - off(below, color).max(1.0) + 1.0;
        assert!(difference < tolerance, "{color:?} under {opacity}: off by {difference:.1}");
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
fn byte(share: f64) -> u8 {
    (share * 255.0).round() as u8
}

/// The inks of each area over which black multiplies, and the share of that.
fn painted_over(document: &Document) -> Vec<([f64; 4], f64)> {
    let mut over = Vec::new();
    for page in document.page_iter() {
        let states = document.get_dict_in_dict(document.get_dictionary(page).unwrap(), b"Resources").unwrap();
        let states = document.get_dict_in_dict(states, b"ExtGState");
        let (mut below, mut black) = ([0.0; 4], None);
        for operation in Content::decode(&document.get_page_content(page)).unwrap().operations {
            match operation.operator.as_str() {
                "gs" => {
                    let name = operation.operands[0].as_name().unwrap();
                    let state = document.get_dict_in_dict(states.as_ref().unwrap(), name).unwrap();
                    let multiplies =
                        state.get(b"BM").is_ok_and(|mode| mode.as_name().unwrap() == b"Multiply");
                    black = multiplies.then(|| state.get(b"ca").unwrap().as_float().unwrap());
                }
                "Do" if black.is_some() => over.push((below, black.take().unwrap().into())),
                "k" => {
                    let inks: Vec<f64> =
                        operation.operands.iter().map(|ink| ink.as_float().unwrap().into()).collect();
                    match black.take() {
                        Some(share) => {
                            assert_eq!(inks, [0.0, 0.0, 0.0, 1.0]);
                            over.push((below, share.into()));
                        }
                        // The black as it would be mixed.
                        None if inks.iter().sum::<f64>() > 2.5 && inks[3] > 0.9 => {}
                        None => below = inks.try_into().unwrap(),
                    }
                }
                _ => {}
            }
        }
    }
    over
}

/// Neither paper nor an ICC profile can represent brightness beyond white.
#[test]
fn colours_beyond_white_are_rejected() {
    let png = with_chunk(&file("png", [90, 160, 80], None), *b"cICP", &[9, 16, 0, 1]);
    crate::one_image::assert_unusable("hdr.png", &png, "image-profile");
}
