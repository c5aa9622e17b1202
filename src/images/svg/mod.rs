//! Drawings in SVG.
//!
//! An SVG is a program as much as an image: a few lines can ask for billions of elements, for
//! bitmaps of any size or for other files. It is checked in three steps, each of which makes the
//! next one safe:
//!
//! | step          | looks at             | bounds                                            |
//! |---------------|----------------------|---------------------------------------------------|
//! | [`markup`]    | the text             | tags, attributes, nesting                         |
//! | [`expansion`] | the parsed XML       | references, styles, texts                         |
//! | [`rendering`] | what usvg makes of it | patterns, masks, filters; characters without glyph |
//!
//! Images within it are checked like any other. Typst then reads the same text with the same
//! library; neither of them can read files.

mod colors;
mod embedded;
mod expansion;
mod for_browsers;
mod markup;
mod outside;
mod rendering;
mod typefaces;

use std::borrow::Cow;
use std::io::Read;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use flate2::read::GzDecoder;
use image::ImageFormat;
use usvg::fontdb::Database;
use usvg::roxmltree::{Document, Node, ParsingOptions};
use usvg::{ImageHrefResolver, ImageKind, Options, Tree};

use embedded::Replacements;
pub(super) use rendering::Cost;

use super::raster::Raster;
use super::{MEBIBYTE, MEGAPIXEL};
use crate::diagnostic::image_fault::{ImageFault, SvgFault, SvgLimit};
use typefaces::MissingTypeface;

/// The longest text of an SVG, unpacked, in mebibytes.
const SIZE: u64 = 32;
/// The most elements, each counted as often as it is drawn.
const ELEMENTS: u64 = 100_000;
/// The deepest nesting of elements.
const NESTING: u64 = 100;
/// The longest chain of references.
const REFERENCES: u64 = 16;
/// The most attributes of one element.
const ATTRIBUTES: u64 = 256;
/// The largest area of all images in it, in megapixels.
const PIXELS: u64 = 100;
/// The largest area that filters compute, in megapixels.
const FILTERED_AREA: u64 = 250;
/// The deepest nesting of SVGs within SVGs.
const NESTED_IMAGES: usize = 3;
/// The sides of a drawing and of its `viewBox`, in units: within these, coordinates keep enough
/// digits in a PDF.
const SIDES: std::ops::RangeInclusive<f32> = 0.01..=1_000_000.0;

/// A drawing that can be typeset and printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Its text, without parts that cannot be drawn, and with images that keep their colours.
    pub(super) text: String,
    /// Its width and height, in CSS pixels (1/96 inch).
    pub size: (f64, f64),
    /// The cost of drawing it.
    pub(super) cost: Cost,
    /// Why it may not look as its author expects.
    pub(super) advice: Vec<SvgFault>,
}

impl Drawing {
    /// Reads an SVG, which may be packed by gzip.
    pub(super) fn read(bytes: &[u8], fonts: &Arc<Database>) -> Result<Self, ImageFault> {
        let unpacked = unpack(bytes)?;
        let text = std::str::from_utf8(&unpacked).map_err(|_| ImageFault::Unknown)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = if for_browsers::concerns(text) {
            Cow::Owned(for_browsers::without(text, &xml(text)?)?)
        } else {
            Cow::Borrowed(text)
        };
        let embedded = Embedded::default();
        let missing_typeface = MissingTypeface::default();
        let options = options(fonts, &embedded, &missing_typeface);
        let tree = parse(&text, &options)?;
        embedded.fault()?;
        let cost = rendering::check(&tree)?;
        drop(options);
        let unreadable = colors::unreadable(&xml(&text)?).map(SvgFault::Color);
        let missing = missing_typeface.name().map(SvgFault::Typeface);
        let empty = (!tree.root().has_children()).then_some(SvgFault::Empty);
        let advice = unreadable.into_iter().chain(missing).chain(empty).collect();
        let size = tree.size();
        let text = embedded.replaced(&text).unwrap_or_else(|| text.into_owned());
        Ok(Self { text, size: (size.width().into(), size.height().into()), cost, advice })
    }
}

fn unpack(bytes: &[u8]) -> Result<Cow<'_, [u8]>, ImageFault> {
    let unpacked = if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut unpacked = Vec::new();
        let limit = SIZE * MEBIBYTE + 1;
        GzDecoder::new(bytes).take(limit).read_to_end(&mut unpacked).map_err(|_| ImageFault::Unknown)?;
        Cow::Owned(unpacked)
    } else {
        Cow::Borrowed(bytes)
    };
    if unpacked.len() as u64 > SIZE * MEBIBYTE {
        return Err(SvgFault::TooComplex(SvgLimit::Size(SIZE)).into());
    }
    Ok(unpacked)
}

/// Parses XML whose markup is within bounds.
fn xml(text: &str) -> Result<Document<'_>, ImageFault> {
    markup::check(text).map_err(SvgFault::TooComplex)?;
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|_| ImageFault::Unknown)
}

fn parse(text: &str, options: &Options<'_>) -> Result<Tree, ImageFault> {
    let document = xml(text)?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(ImageFault::Unknown);
    }
    check_view_box(root)?;
    outside::check(&document)?;
    expansion::check(&document)?;
    let tree = Tree::from_xmltree(&document, options).map_err(|error| match error {
        usvg::Error::InvalidSize => SvgFault::Size.into(),
        usvg::Error::ElementsLimitReached => SvgFault::TooComplex(SvgLimit::Elements(ELEMENTS)).into(),
        _ => ImageFault::Unknown,
    })?;
    let size = tree.size();
    if SIDES.contains(&size.width()) && SIDES.contains(&size.height()) {
        Ok(tree)
    } else {
        Err(SvgFault::Size.into())
    }
}

/// Checks the sides of a `viewBox`; usvg ignores one that is not four numbers.
fn check_view_box(root: Node<'_, '_>) -> Result<(), SvgFault> {
    let numbers = root.attribute("viewBox").unwrap_or_default().split([' ', ',', '\t', '\r', '\n']);
    let numbers: Vec<f32> = numbers.filter_map(|number| number.parse().ok()).collect();
    match *numbers.as_slice() {
        [x, y, width, height] => {
            let is_near = |start: f32| start.abs() <= *SIDES.end();
            if is_near(x) && is_near(y) && SIDES.contains(&width) && SIDES.contains(&height) {
                Ok(())
            } else {
                Err(SvgFault::Size)
            }
        }
        _ => Ok(()),
    }
}

/// The options with which Typst parses an SVG, with checks for the images and the typefaces in it.
fn options<'a>(
    fonts: &Arc<Database>,
    embedded: &'a Embedded,
    missing_typeface: &'a MissingTypeface,
) -> Options<'a> {
    let resolve = ImageHrefResolver::default_data_resolver();
    Options {
        font_family: String::new(),
        fontdb: Arc::clone(fonts),
        font_resolver: missing_typeface.resolver(),
        resources_dir: None,
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(move |kind, data, options| {
                let check = || embedded.check(kind, &data, options);
                // Once there is a fault, the rest need not be checked.
                let checked = if embedded.fault().is_ok() { check() } else { return None };
                match checked {
                    Ok(Some(image)) => Some(image),
                    Ok(None) => resolve(kind, Arc::clone(&data), options),
                    Err(fault) => embedded.refuse(fault),
                }
            }),
            resolve_string: Box::new(|address, _| {
                if address.trim().is_empty() {
                    return None;
                }
                let address = address.chars().take(100).collect();
                embedded.refuse(SvgFault::LinkedImage(address).into())
            }),
        },
        ..Options::default()
    }
}

/// The images within an SVG.
#[derive(Debug, Default)]
struct Embedded {
    fault: Mutex<Option<ImageFault>>,
    pixels: AtomicU64,
    depth: AtomicUsize,
    /// Those that would not keep their colours.
    replacements: Mutex<Replacements>,
}

impl Embedded {
    /// The first fault that was found.
    fn fault(&self) -> Result<(), ImageFault> {
        let fault = self.fault.lock().unwrap_or_else(PoisonError::into_inner).clone();
        fault.map_or(Ok(()), Err)
    }

    fn refuse<T>(&self, fault: ImageFault) -> Option<T> {
        self.fault.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(fault);
        None
    }

    /// Checks an image; returns it if it is a drawing.
    fn check(&self, kind: &str, data: &[u8], options: &Options<'_>) -> Result<Option<ImageKind>, ImageFault> {
        let found = Raster::format(data);
        let named = match kind {
            "image/jpg" | "image/jpeg" => Some(ImageFormat::Jpeg),
            "image/png" => Some(ImageFormat::Png),
            "image/gif" => Some(ImageFormat::Gif),
            "image/webp" => Some(ImageFormat::WebP),
            "text/plain" => found,
            "image/svg+xml" => None,
            _ => return Err(SvgFault::EmbeddedImage.into()),
        };
        let Some(format) = named else { return self.drawing(data, options).map(Some) };
        if found != Some(format) {
            return Err(SvgFault::EmbeddedImage.into());
        }
        let (raster, replaced) = Raster::read(data, format).map_err(|fault| match fault {
            ImageFault::Ink => SvgFault::EmbeddedInk,
            ImageFault::TooLarge(_) => SvgFault::TooComplex(SvgLimit::Pixels(PIXELS)),
            _ => SvgFault::EmbeddedImage,
        })?;
        let before = self.pixels.fetch_add(raster.area(), Ordering::Relaxed);
        if before + raster.area() > PIXELS * MEGAPIXEL {
            return Err(SvgFault::TooComplex(SvgLimit::Pixels(PIXELS)).into());
        }
        if let Some(replaced) = replaced {
            let mut replacements = self.replacements.lock().unwrap_or_else(PoisonError::into_inner);
            replacements.insert(data.to_vec(), replaced);
        }
        Ok(None)
    }

    /// The text of the drawing with the images replaced that would not keep their colours, if there are any.
    fn replaced(&self, text: &str) -> Option<String> {
        embedded::replaced(text, &self.replacements.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn drawing(&self, data: &[u8], options: &Options<'_>) -> Result<ImageKind, ImageFault> {
        let depth = self.depth.fetch_add(1, Ordering::Relaxed);
        if depth >= NESTED_IMAGES {
            return Err(SvgFault::TooComplex(SvgLimit::References(NESTED_IMAGES as u64)).into());
        }
        let unpacked = unpack(data)?;
        let text = std::str::from_utf8(&unpacked).map_err(|_| SvgFault::EmbeddedImage)?;
        let tree = parse(text, options);
        self.depth.fetch_sub(1, Ordering::Relaxed);
        match tree {
            Ok(tree) => Ok(ImageKind::SVG(tree)),
            Err(ImageFault::Unknown) => Err(SvgFault::EmbeddedImage.into()),
            Err(fault) => Err(fault),
        }
    }
}
