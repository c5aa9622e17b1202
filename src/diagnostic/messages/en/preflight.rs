//! Messages about PDF files for print.

use super::files;
use crate::diagnostic::messages::Words;
use crate::diagnostic::messages::figures::{known_ink, listed, measure};
use crate::lithuanian::agreement::english;
use crate::press::icc::IccSpace;
use crate::press::pdf::{Limit, MEMORY, PdfError, Proxy, Unread, WORK};
use crate::press::preflight::{BoxFault, Fault, FileProperties, InkPlace, IntentFault, NoPdf};
use crate::press::{FinishError, Pages, Unconvertible};

#[expect(clippy::too_many_lines, reason = "one arm for each fault, as in a dictionary")]
pub(in crate::diagnostic::messages) fn fault(fault: &Fault) -> Words {
    match fault {
        Fault::Unreadable(why) => unreadable(why),
        Fault::Encrypted => {
            Words::new("the file is encrypted").hint("save it without a password or permissions")
        }
        Fault::Pages { found: 0, .. } => Words::new("no page was found"),
        Fault::Pages { found, stated } => Words::new(format!(
            "{} found, but the file says that it has {}",
            english(*found as u64, ["page", "pages"]),
            stated.unwrap_or(0)
        ))
        .hint("export the file again: part of it is broken"),
        Fault::Content(why) => Words::new(match why {
            Unread::Data => "the content of the page is broken or too large",
            Unread::Syntax => "the content of the page has a syntax error, and was read only up to that point",
            Unread::InlineImage => "the content of the page has an inline image that cannot be read",
            Unread::Missing => "the content of the page names a resource that is not in the file",
            Unread::Depth => "the content of the page is nested too deeply",
        })
        .note("what could not be read was not checked"),
        Fault::Limit(limit) => self::limit(*limit).note("the rest of the file was not checked"),
        Fault::Standard(None) => Words::new("the file is not marked as PDF/X-4")
            .note("the mark is pdfxid:GTS_PDFXVersion in the XMP metadata"),
        Fault::Standard(Some(found)) => Words::new(format!("the file is marked as {found}, not as PDF/X-4")),
        Fault::Version(found) => Words::new(format!(
            "the file is PDF {found}; PDF/X-4 is based on PDF 1.6, and older equipment may not read later versions"
        )),
        Fault::Boxes(fault) => boxes(*fault),
        Fault::Trim { found, expected } => {
            let found = listed(found.iter().map(|found| size(*found)), "and others");
            Words::new(format!("the trimmed page is {found}, not {}", size(*expected)))
        }
        Fault::Bleed { found, expected } => Words::new(format!(
            "the bleed is {} mm, but should be {} mm",
            measure(*found, 2),
            measure(*expected, 2)
        ))
        .hint("extend the BleedBox that far beyond the TrimBox, and artwork that touches the edge up to it"),
        Fault::ArtworkBleed { expected } => Words::new("artwork stops at the trim, or just beyond it")
            .note("where the cut is slightly off, a white edge remains")
            .hint(format!("extend artwork that touches the edge {} mm beyond the TrimBox", measure(*expected, 2))),
        Fault::OutputIntent(fault) => output_intent(*fault),
        Fault::NoXmp => Words::new("the file has no readable XMP metadata"),
        Fault::Metadata(names) => Words::new(format!("the metadata lacks {}", names.join(", "))),
        Fault::MetadataDiffers { key, info, xmp } => {
            Words::new(format!("{key} is “{info}” in the Info dictionary and “{xmp}” in the XMP"))
        }
        Fault::Trapped => Words::new("the file does not say whether it is trapped")
            .hint("set Trapped to False, or to True if it is"),
        Fault::Fonts(fonts) => Words::new(match fonts.as_slice() {
            [name] if name.is_empty() => "a font without a name is not embedded".to_owned(),
            [name] => format!("the font {name} is not embedded"),
            names => format!("{} fonts are not embedded: {}", names.len(), listed(names, "and others")),
        })
        .hint("embed all fonts, or convert their text to outlines"),
        Fault::MissingGlyphs(fonts) => Words::new(match fonts.as_slice() {
            [name] => format!("the font {name} has no glyph for some of its text, which is printed as empty boxes"),
            names => format!(
                "{} fonts have no glyph for some of their text, which is printed as empty boxes: {}",
                names.len(),
                listed(names, "and others")
            ),
        })
        .hint("set the text in a font that has all its characters"),
        Fault::Script => Words::new("the file contains JavaScript"),
        Fault::Action => Words::new("opening the file or a page runs an action"),
        Fault::BookmarkAction => Words::new("a bookmark does something other than go to a page of the file"),
        Fault::Form => Words::new("the file contains form fields").hint("flatten the form"),
        Fault::Media => Words::new("the file contains sound, video or 3D content"),
        Fault::Annotation { kind } if kind == "Link" => {
            Words::new("the page contains links").hint("export the file for print without links")
        }
        Fault::Annotation { kind } => Words::new(format!("the page contains annotations ({kind})"))
            .hint("delete them or flatten them into the page"),
        Fault::Proxy(proxy) => Words::new(match proxy {
            Proxy::Opi => "an image is only a placeholder for another (OPI)",
            Proxy::Alternates => "an image has alternates, which may be printed in its place",
            Proxy::Reference => "the page refers to a page of another file",
        })
        .hint("embed only what is to be printed"),
        Fault::PostScript => Words::new("the page contains PostScript"),
        Fault::Transfer => Words::new("a transfer curve changes the tones"),
        Fault::Halftone => Words::new("the page requires a halftone that not every device supports"),
        Fault::Color { space, uses, in_mask: true } => Words::new(format!(
            "{space} colours are used {} in soft masks, so that the masks depend on the device",
            english(*uses as u64, ["time", "times"])
        ))
        .hint("convert the masks to greyscale"),
        Fault::Color { space, uses, in_mask: false } => Words::new(format!(
            "{space} colours are used {}; they are not CMYK",
            english(*uses as u64, ["time", "times"])
        ))
        .hint("convert them to CMYK with the profile of the output condition"),
        Fault::SpotAlternate(inks) => Words::new(format!(
            "{} if there is no ink of that name: {}",
            match inks.len() {
                1 => "a spot colour becomes RGB",
                _ => "spot colours become RGB",
            },
            listed(inks, "and others")
        ))
        .hint("define the spot colour in CMYK or Lab"),
        Fault::OutputProfileInColor => {
            Words::new("colours have the profile of the output intent, and may be converted again")
                .hint("use DeviceCMYK for colours of the output condition")
        }
        Fault::OverprintMode => {
            Words::new("CMYK colours with a profile overprint in mode 1 (OPM), which applies to DeviceCMYK only")
                .hint("use DeviceCMYK, or turn overprinting off")
        }
        Fault::WhiteOverprint => Words::new("white objects overprint, so they will not be visible")
            .hint("turn overprinting off for white objects"),
        Fault::Blending { space } => Words::new(format!("transparency is blended in {space}, not in CMYK"))
            .hint("set the CS of the group"),
        Fault::Resolution { images: 1, pixels, dpi, needed, wanted, .. } => {
            Words::new(format!("an image of {} × {} pixels is printed at {dpi} dpi", pixels.0, pixels.1))
                .hint(format!("use an image of at least {} × {} pixels ({wanted} dpi)", needed.0, needed.1))
        }
        Fault::Resolution { images, pixels, dpi, needed, wanted, is_error } => Words::new(format!(
            "{images} images are printed at {} resolution; the lowest is {dpi} dpi, of an image of {} × {} pixels",
            if *is_error { "too low a" } else { "a low" },
            pixels.0,
            pixels.1
        ))
        .hint(format!("use images of {wanted} dpi at their printed size; for that one, {} × {} pixels", needed.0, needed.1)),
        Fault::Ink { percent, limit, place } => Words::new(format!(
            "{} {} % of ink, but the paper takes at most {} %",
            match place {
                InkPlace::Color => "a colour has",
                InkPlace::Image => "an image has",
                InkPlace::Overlap => "overlapping colours have",
            },
            measure(*percent, 0),
            measure(*limit, 0)
        )),
        Fault::TextSize { points, least } => Words::new(format!(
            "the smallest text is {} pt high; for print it should be at least {} pt",
            measure(*points, 2),
            measure(*least, 1)
        )),
        Fault::TextInks { points, least } => Words::new(format!(
            "text of {} pt is printed in several inks, which may not register exactly; it should be at least {} pt high",
            measure(*points, 2),
            measure(*least, 1)
        ))
        .hint("set small text in black only"),
        Fault::ThinLine { points, least } => Words::new(format!(
            "the thinnest line is {} pt wide; for print it should be at least {} pt",
            measure(*points, 2),
            measure(*least, 2)
        )),
    }
}

pub(in crate::diagnostic::messages) fn finish_error(error: FinishError) -> Words {
    match error {
        FinishError::Broken => Words::new("the PDF could not be completed because of a bug in the program")
            .hint("please report it to the developers of ataskaita, with the report if possible"),
        FinishError::Image => Words::new("an image cannot be converted to ink: its data is damaged")
            .hint("open the images in an image editor and save them again"),
        FinishError::Color(what) => Words::new(format!(
            "{} cannot be converted to ink",
            match what {
                Unconvertible::InkImage => "an image in CMYK",
                Unconvertible::IndexedImage => "an image with a palette or few colours",
                Unconvertible::Gradient => "a gradient in a drawing",
                Unconvertible::Space => "a colour of an uncommon colour space",
            }
        ))
        .hint("save the image as an RGB image or the drawing with plain colours"),
        FinishError::NoBleed => Words::new("the template sets pages without a bleed")
            .hint("add `set page(bleed: report.edition.bleed * 1mm)`"),
        FinishError::NoTitle => Words::new("the template sets no document title")
            .hint("add `set document(title: …)`; PDF/X-4 requires a title"),
        FinishError::NoDate => Words::new("the template sets no document date")
            .hint("add `set document(date: …)`; PDF/X-4 requires a date"),
    }
}

fn unreadable(why: &NoPdf) -> Words {
    match why {
        NoPdf::File(why) => files::unreadable(None, why),
        NoPdf::Pdf(PdfError::NotPdf) => Words::new("this is not a PDF file"),
        NoPdf::Pdf(PdfError::Locked) => Words::new("the PDF is protected by a password")
            .hint("save it without a password: the printing house cannot open it"),
        NoPdf::Pdf(PdfError::Damaged) => Words::new("the PDF is damaged")
            .hint("check that it is complete, and download or export it again"),
        NoPdf::Pdf(PdfError::Limit(limit)) => self::limit(*limit).note("the file was not checked"),
        NoPdf::Pdf(PdfError::Bug) => {
            Words::new("the file could not be checked because of a bug in the program")
                .hint("please report it to the developers of ataskaita, with the file if possible")
        }
    }
}

fn limit(limit: Limit) -> Words {
    Words::new(match limit {
        Limit::Work => format!("checking the file takes more than {} million steps", WORK / 1_000_000),
        Limit::Memory => format!("the objects of the file take more than {} MiB of memory", MEMORY >> 20),
    })
    .hint("export it again, with less detail if necessary")
}

fn boxes(fault: BoxFault) -> Words {
    match fault {
        BoxFault::NoMedia => Words::new("the page has no MediaBox, so its size is unknown"),
        BoxFault::NoTrim => {
            Words::new("the page has neither a TrimBox nor an ArtBox, so its final size is unknown")
        }
        BoxFault::TrimAndArt => {
            Words::new("the page has both a TrimBox and an ArtBox").hint("keep the TrimBox")
        }
        BoxFault::BleedOutside => Words::new("the BleedBox extends beyond the MediaBox"),
        BoxFault::TrimOutside => Words::new("the TrimBox extends beyond the BleedBox"),
        BoxFault::TrimCropped => {
            Words::new("the TrimBox extends beyond the CropBox, so that part of the page is cropped")
        }
    }
}

fn output_intent(fault: IntentFault) -> Words {
    match fault {
        IntentFault::Missing => Words::new("the file has no output intent for PDF/X")
            .hint("name the printing condition, such as FOGRA39, and embed its profile"),
        IntentFault::Several(number) => {
            Words::new(format!("the file has {number} output intents for PDF/X")).hint("keep one of them")
        }
        IntentFault::NoIdentifier => Words::new("the output intent does not name its condition")
            .hint("set OutputConditionIdentifier, such as FOGRA39"),
        IntentFault::NoProfile => {
            Words::new("the output intent has no profile").hint("embed the profile of the printing condition")
        }
        IntentFault::NotIcc => Words::new("the profile of the output intent is not a usable ICC profile"),
        IntentFault::NotOutput => Words::new("the profile of the output intent is not an output profile"),
        IntentFault::NotCmyk(space) => Words::new(format!(
            "the profile of the output intent is for {}, not for CMYK",
            match space {
                IccSpace::Gray => "grey",
                IccSpace::Rgb => "RGB",
                IccSpace::Cmyk => "CMYK",
                IccSpace::Lab => "Lab",
                IccSpace::Other(_) => "other colours",
            }
        )),
    }
}

pub(in crate::diagnostic::messages) fn pages(pages: &Pages) -> String {
    format!("{} {pages}", if pages.is_one() { "page" } else { "pages" })
}

pub(in crate::diagnostic::messages) fn fit(files: u32) -> String {
    match files {
        1 => "the file is ready for print".to_owned(),
        files => format!("{} ready for print", english(files.into(), ["file", "files"])),
    }
}

pub(in crate::diagnostic::messages) fn properties(
    properties: &FileProperties,
) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    let version = format!("PDF {}", properties.version);
    let standards = properties.standards.join(", ");
    lines.push(("format", if standards.is_empty() { version } else { format!("{standards} ({version})") }));
    let sizes: Vec<String> = properties.sizes.iter().map(|found| size(*found)).collect();
    let number = english(properties.pages as u64, ["page", "pages"]);
    lines.push(("pages", if sizes.is_empty() { number } else { format!("{number}, {}", sizes.join(", ")) }));
    lines.push((
        "bleed",
        properties.bleed.map_or("unspecified".to_owned(), |bleed| format!("{} mm", measure(bleed, 2))),
    ));
    lines.push((
        "output condition",
        properties.output_condition.clone().unwrap_or_else(|| "unspecified".to_owned()),
    ));
    let embedded = properties.fonts.values().filter(|is_embedded| **is_embedded).count();
    lines.push((
        "fonts",
        match (properties.fonts.len(), embedded) {
            (0, _) => "none".to_owned(),
            (all, embedded) if all == embedded => format!("{all}, embedded"),
            (all, embedded) => format!("{all}, {embedded} of them embedded"),
        },
    ));
    let spaces: Vec<String> =
        properties.color_spaces.iter().map(|(space, uses)| format!("{space} ({uses} ×)")).collect();
    lines.push(("colours", if spaces.is_empty() { "none".to_owned() } else { spaces.join(", ") }));
    if !properties.spot_inks.is_empty() {
        let inks: Vec<&str> = properties.spot_inks.iter().map(String::as_str).collect();
        lines.push(("spot inks", inks.join(", ")));
    }
    let unknown = match properties.unknown_inks {
        0 => String::new(),
        unknown => format!(" ({unknown} unknown)"),
    };
    lines.push((
        "highest ink",
        known_ink(properties).map_or("unknown".to_owned(), |ink| format!("{} %{unknown}", measure(ink, 0))),
    ));
    lines.push((
        "images",
        match properties.lowest_dpi {
            Some(dpi) => format!("{}, from {} dpi", properties.pictures, measure(dpi.floor(), 0)),
            None => {
                if properties.pictures == 0 {
                    "none".to_owned()
                } else {
                    properties.pictures.to_string()
                }
            }
        },
    ));
    if let Some(points) = properties.smallest_text {
        lines.push(("smallest text", format!("{} pt", measure(points, 2))));
    }
    lines.push(("transparency", if properties.transparency { "yes" } else { "no" }.to_owned()));
    if properties.layers > 0 {
        lines.push(("layers", format!("{}, {} of them hidden", properties.layers, properties.hidden_layers)));
    }
    if properties.attachments > 0 {
        lines.push(("embedded files", properties.attachments.to_string()));
    }
    if properties.turned_or_scaled > 0 {
        lines.push(("rotated or scaled", english(properties.turned_or_scaled as u64, ["page", "pages"])));
    }
    lines
}

/// A width and height in millimetres.
fn size((width, height): (f64, f64)) -> String {
    format!("{} × {} mm", measure(width, 1), measure(height, 1))
}
