//! What there is to say of files for print.

use crate::diagnostic::messages::{Words, known_ink, measure};
use crate::files::Unreadable;
use crate::lithuanian::agreement::english;
use crate::press::Pages;
use crate::press::pdf::{IccSpace, PdfError, Unread};
use crate::press::preflight::{BoxFault, Facts, Fault, IntentFault, NoPdf};

pub(in crate::diagnostic::messages) fn fault(fault: &Fault) -> Words {
    match fault {
        Fault::Unreadable(why) => unreadable(why),
        Fault::Encrypted => {
            Words::new("the file is encrypted").hint("save it without a password or permissions")
        }
        Fault::Pages { found: 0, .. } => Words::new("there is no page that could be found"),
        Fault::Pages { found, stated } => Words::new(format!(
            "{} could be found, and the file says that it has {}",
            english(*found as u64, ["page", "pages"]),
            stated.unwrap_or(0)
        ))
        .hint("export the file anew: some of it is broken"),
        Fault::Content(why) => Words::new(match why {
            Unread::Data => "the content is broken or too large to be read",
            Unread::Syntax => {
                "the content has something in it that is no operator, and is read only up to there"
            }
            Unread::InlinePicture => "a picture amid the operators could not be read",
            Unread::Missing => "the content names something that is not in the file",
            Unread::TooMuch => "the content does more than can be followed, and is read only in part",
        })
        .note("what was not read was not checked"),
        Fault::Standard(None) => Words::new("the file does not say that it is PDF/X-4")
            .note("pdfxid:GTS_PDFXVersion in the XMP says it"),
        Fault::Standard(Some(found)) => Words::new(format!("the file says that it is {found}, not PDF/X-4")),
        Fault::Version(found) => Words::new(format!(
            "the file is PDF {found}; PDF/X-4 is made of PDF 1.6, and older presses know no other"
        )),
        Fault::Boxes(fault) => boxes(*fault),
        Fault::Trim { found, expected } => {
            Words::new(format!("the trimmed page is {}, not {}", size(*found), size(*expected)))
        }
        Fault::Bleed { found, expected } => Words::new(format!(
            "the page runs on {} mm beyond its trim, and should {} mm",
            measure(*found, 2),
            measure(*expected, 2)
        ))
        .hint("set the BleedBox so far beyond the TrimBox, and let what touches the edge run on to it"),
        Fault::OutputIntent(fault) => output_intent(*fault),
        Fault::NoXmp => Words::new("there is no XMP metadata that can be read"),
        Fault::Metadata(names) => Words::new(format!("the metadata lacks {}", names.join(", "))),
        Fault::MetadataDiffers { key, info, xmp } => {
            Words::new(format!("{key} is “{info}” in the Info dictionary and “{xmp}” in the XMP"))
        }
        Fault::Trapped => Words::new("the file does not say whether it is trapped")
            .hint("set Trapped to False, or to True if it is"),
        Fault::Font(name) if name.is_empty() => Words::new("a font without a name is not embedded")
            .hint("embed every font, or turn its text into outlines"),
        Fault::Font(name) => Words::new(format!("the font {name} is not embedded"))
            .hint("embed every font, or turn its text into outlines"),
        Fault::Script => Words::new("there is JavaScript in the file"),
        Fault::Action => Words::new("something happens by itself when the file or a page is opened"),
        Fault::Form => Words::new("there are form fields").hint("flatten the form"),
        Fault::Media => Words::new("there is sound, film or a model in space"),
        Fault::Annotation { kind } if kind == "Link" => {
            Words::new("there are links on the page").hint("make the file for print without links")
        }
        Fault::Annotation { kind } => Words::new(format!("there are annotations ({kind}) on the page"))
            .hint("delete them, or flatten them into the page"),
        Fault::PostScript => Words::new("there is PostScript in the page"),
        Fault::Transfer => Words::new("a transfer curve changes the tones"),
        Fault::Halftone => Words::new("a halftone is asked for that not every press has"),
        Fault::Color { space, uses } => Words::new(format!(
            "{space} is used {}, and that is not ink",
            english(*uses as u64, ["time", "times"])
        ))
        .hint("convert it to CMYK with the profile of the output condition"),
        Fault::WhiteOverprint => {
            Words::new("something white overprints, and so will not be seen").hint("let white knock out")
        }
        Fault::Blending { space } => Words::new(format!("transparency is blended in {space}, not in CMYK"))
            .hint("set the CS of the group"),
        Fault::Resolution { pixels, dpi, needed, wanted, .. } => {
            Words::new(format!("a picture of {} × {} pixels is printed at {dpi} dpi", pixels.0, pixels.1))
                .hint(format!("use one of at least {} × {} pixels ({wanted} dpi)", needed.0, needed.1))
        }
        Fault::Ink { percent, limit, in_picture } => Words::new(format!(
            "{} takes {} % of ink, and the paper {} %",
            if *in_picture { "a picture" } else { "a colour" },
            measure(*percent, 0),
            measure(*limit, 0)
        )),
        Fault::TextSize { points, least } => Words::new(format!(
            "the smallest type is {} pt; in print it should be {} pt at least",
            measure(*points, 2),
            measure(*least, 1)
        )),
    }
}

fn unreadable(why: &NoPdf) -> Words {
    match why {
        NoPdf::File(Unreadable::Missing) => Words::new("there is no such file"),
        NoPdf::File(Unreadable::Folder) => Words::new("this is a folder, not a file"),
        NoPdf::File(Unreadable::Forbidden) => {
            Words::new("the file may not be read").hint("ask whoever owns it for the permission to read it")
        }
        NoPdf::File(Unreadable::Other(why)) => Words::new(format!("the file cannot be read: {why}")),
        NoPdf::TooLarge(limit) => Words::new(format!("the file is larger than {} MiB", limit >> 20)),
        NoPdf::Pdf(PdfError::NotPdf) => Words::new("this is not a PDF file"),
        NoPdf::Pdf(PdfError::Locked) => Words::new("the PDF asks for a password")
            .hint("save it without one: no printing house can open it"),
        NoPdf::Pdf(PdfError::Damaged) => {
            Words::new("the PDF is damaged, and cannot be read").hint("is it whole? Fetch or export it anew")
        }
    }
}

fn boxes(fault: BoxFault) -> Words {
    match fault {
        BoxFault::NoMedia => Words::new("there is no MediaBox, and so no size"),
        BoxFault::NoTrim => Words::new("there is neither a TrimBox nor an ArtBox: nobody knows where to cut"),
        BoxFault::TrimAndArt => Words::new("there is both a TrimBox and an ArtBox").hint("keep the TrimBox"),
        BoxFault::BleedOutside => Words::new("the BleedBox is not within the MediaBox"),
        BoxFault::TrimOutside => Words::new("the TrimBox is not within the BleedBox"),
    }
}

fn output_intent(fault: IntentFault) -> Words {
    match fault {
        IntentFault::Missing => Words::new("there is no output intent for PDF/X")
            .hint("name the condition of print, such as FOGRA39, and embed its profile"),
        IntentFault::Several(number) => {
            Words::new(format!("there are {number} output intents for PDF/X")).hint("keep one")
        }
        IntentFault::NoIdentifier => Words::new("the output intent does not name its condition")
            .hint("set OutputConditionIdentifier, such as FOGRA39"),
        IntentFault::NoProfile => {
            Words::new("the output intent has no profile").hint("embed that of the condition")
        }
        IntentFault::NotIcc => {
            Words::new("the profile of the output intent is no ICC profile that can be used")
        }
        IntentFault::NotOutput => {
            Words::new("the profile of the output intent is not that of an output device")
        }
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
        1 => "the file is fit for print".to_owned(),
        files => format!("{} fit for print", english(files.into(), ["file", "files"])),
    }
}

pub(in crate::diagnostic::messages) fn facts(facts: &Facts) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    let version = format!("PDF {}", facts.version);
    let standards = facts.standards.join(", ");
    lines.push(("format", if standards.is_empty() { version } else { format!("{standards} ({version})") }));
    let sizes: Vec<String> = facts.sizes.iter().map(|found| size(*found)).collect();
    let number = english(facts.pages as u64, ["page", "pages"]);
    lines.push(("pages", if sizes.is_empty() { number } else { format!("{number}, {}", sizes.join(", ")) }));
    lines.push((
        "bleed",
        facts.bleed.map_or("not said".to_owned(), |bleed| format!("{} mm", measure(bleed, 2))),
    ));
    lines.push(("output condition", facts.output_condition.clone().unwrap_or_else(|| "not said".to_owned())));
    let embedded = facts.fonts.values().filter(|is_embedded| **is_embedded).count();
    lines.push((
        "fonts",
        match (facts.fonts.len(), embedded) {
            (0, _) => "none".to_owned(),
            (all, embedded) if all == embedded => format!("{all}, embedded"),
            (all, embedded) => format!("{all}, of which {embedded} embedded"),
        },
    ));
    let spaces: Vec<String> =
        facts.color_spaces.iter().map(|(space, uses)| format!("{space} ({uses} ×)")).collect();
    lines.push(("colours", if spaces.is_empty() { "none".to_owned() } else { spaces.join(", ") }));
    if !facts.spot_inks.is_empty() {
        let inks: Vec<&str> = facts.spot_inks.iter().map(String::as_str).collect();
        lines.push(("spot inks", inks.join(", ")));
    }
    let unknown = match facts.unknown_inks {
        0 => String::new(),
        unknown => format!(" ({unknown} not known)"),
    };
    lines.push((
        "highest ink",
        known_ink(facts).map_or("not known".to_owned(), |ink| format!("{} %{unknown}", measure(ink, 0))),
    ));
    lines.push((
        "pictures",
        match facts.lowest_dpi {
            Some(dpi) => format!("{}, from {} dpi", facts.pictures, measure(dpi.floor(), 0)),
            None => {
                if facts.pictures == 0 {
                    "none".to_owned()
                } else {
                    facts.pictures.to_string()
                }
            }
        },
    ));
    if let Some(points) = facts.smallest_text {
        lines.push(("smallest type", format!("{} pt", measure(points, 2))));
    }
    lines.push(("transparency", if facts.transparency { "yes" } else { "no" }.to_owned()));
    if facts.layers > 0 {
        lines.push(("layers", format!("{}, of which {} hidden", facts.layers, facts.hidden_layers)));
    }
    if facts.attachments > 0 {
        lines.push(("embedded files", facts.attachments.to_string()));
    }
    if facts.turned_or_scaled > 0 {
        lines.push(("turned or scaled", english(facts.turned_or_scaled as u64, ["page", "pages"])));
    }
    lines
}

/// A width and height in millimetres.
fn size((width, height): (f64, f64)) -> String {
    format!("{} × {} mm", measure(width, 1), measure(height, 1))
}
