//! One violation of each rule.

use std::collections::BTreeSet;

use ataskaita::Diagnostic;
use ataskaita::diagnostic::Severity;
use ataskaita::diagnostic::messages::Language;
use ataskaita::diagnostic::problem::Problem;
use ataskaita::press::pdf::{Pdf, placed_images};
use ataskaita::press::preflight::{Fault, Requirements, inspect};
use lopdf::{EncryptionState, EncryptionVersion, Object, Permissions, Stream, dictionary};

use crate::sample::{Sample, codes, picture, profile, rect};

/// A way to break the file, and the expected finding: the code and the pages.
type Rule = (fn(&mut Sample), &'static str, &'static str);

/// A CMYK image with a square in which all four inks are full.
const JPEG_2000: &[u8] = include_bytes!("../images/inks.jp2");
/// The same without a colour space.
const JPEG_2000_CODESTREAM: &[u8] = include_bytes!("../images/inks.j2k");

const RULES: &[Rule] = &[
    (encrypt, "pdf-encrypted", ""),
    (|it| it.set_xmp("PDF/X-4", "PDF/X-3:2002"), "pdf-standard", ""),
    (|it| it.set_xmp(" pdfxid:GTS_PDFXVersion=\"PDF/X-4\"", ""), "pdf-standard", ""),
    (|it| "1.7".clone_into(&mut it.document.version), "pdf-version", ""),
    (|it| it.catalog().set("Version", "2.0"), "pdf-version", ""),
    (
        |it| {
            let tree = it.page(1).get(b"Parent").unwrap().as_reference().unwrap();
            it.dict(tree).set("Count", 3);
        },
        "pdf-pages",
        "",
    ),
    // Boxes.
    (|it| drop(it.page(2).remove(b"TrimBox")), "pdf-boxes", "2"),
    (|it| it.page(1).set("ArtBox", rect(3.0, 3.0, 213.0, 300.0)), "pdf-boxes", "1"),
    (|it| it.page(2).set("BleedBox", rect(-1.0, 0.0, 216.0, 303.0)), "pdf-boxes", "2"),
    (|it| it.page(2).set("TrimBox", rect(7.0, 3.0, 217.0, 300.0)), "pdf-boxes", "2"),
    (|it| it.page(1).set("MediaBox", Object::Null), "", ""),
    (|it| it.page(1).set("MediaBox", rect(0.0, 0.0, 0.0, 303.0)), "pdf-boxes", "1"),
    (|it| it.page(2).set("TrimBox", rect(3.0, 3.0, 212.0, 300.0)), "pdf-trim", "2"),
    (|it| it.page(2).set("BleedBox", rect(1.0, 0.0, 216.0, 303.0)), "pdf-bleed", "2"),
    // Without a BleedBox, the MediaBox applies, which has the same size here.
    (|it| drop(it.page(2).remove(b"BleedBox")), "", ""),
    (|it| it.page(1).set("CropBox", rect(0.0, 0.0, 216.0, 303.0)), "", ""),
    (|it| it.page(1).set("CropBox", rect(4.0, 3.0, 213.0, 300.0)), "pdf-boxes", "1"),
    (|it| it.page(1).set("CropBox", rect(3.0, 3.0, 213.0, 300.0)), "", ""),
    // Artwork that stops at the trim, 8.504 points from the edges of the sheet.
    (|it| it.redraw(2, "8.504 8.504 595.276 841.89 re f"), "pdf-artwork-bleed", "2"),
    (|it| it.redraw(2, "0 0 612.284 858.898 re f"), "", ""),
    (|it| it.redraw(2, "q 140 0 0 140 8.504 300 cm /Im1 Do Q"), "pdf-artwork-bleed", "2"),
    (|it| it.redraw(2, "q 140 0 0 140 0 300 cm /Im1 Do Q"), "", ""),
    // A millimetre of bleed is not enough.
    (|it| it.redraw(2, "300 805 100 48 re f"), "pdf-artwork-bleed", "2"),
    (|it| it.redraw(2, "q 8.504 0 612 859 re W n 0 0 612.284 858.898 re f Q"), "pdf-artwork-bleed", "2"),
    (
        |it| {
            let bounds = vec![0.into(), 0.into(), 100.into(), 100.into()];
            let form = dictionary! { "Subtype" => "Form", "BBox" => bounds };
            let form = it.document.add_object(Stream::new(form, b"-9 -9 200 200 re f".to_vec()));
            it.resource("XObject", "Fm", form);
            it.redraw(2, "q 1 0 0 1 503.78 100 cm /Fm Do Q");
        },
        "pdf-artwork-bleed",
        "2",
    ),
    // Straight edges of other shapes.
    (
        |it| it.redraw(2, "8.504 8.504 m 603.78 8.504 l 603.78 200 l 500 320 150 250 8.504 200 c h f"),
        "pdf-artwork-bleed",
        "2",
    ),
    (|it| it.redraw(2, "0 0 m 612.284 0 l 612.284 200 l 500 320 150 250 0 200 c h f"), "", ""),
    (|it| it.redraw(2, "8.504 100 m 200 250 l 8.504 400 l f"), "pdf-artwork-bleed", "2"),
    (|it| it.redraw(2, "8.504 250 m 200 100 l 200 400 l f"), "", ""),
    (|it| it.redraw(2, "40 w 28.504 100 m 28.504 500 l S"), "pdf-artwork-bleed", "2"),
    (|it| it.redraw(2, "40 w 20 100 m 20 500 l S"), "", ""),
    // A line has no closing edge.
    (|it| it.redraw(2, "40 w 8.504 200 m 300 200 l 300 500 l 28.504 700 l 300 300 m S"), "", ""),
    (|it| it.redraw(2, "q 120 40 0 120 8.504 300 cm /Im1 Do Q"), "pdf-artwork-bleed", "2"),
    (|it| it.redraw(2, "q 120 0 40 120 8.504 300 cm /Im1 Do Q"), "", ""),
    // A rotation by 90° with rounding errors.
    (
        |it| it.redraw(2, "q 0.00000001 140 -140 0.00000001 148.504 300 cm /Im1 Do Q"),
        "pdf-artwork-bleed",
        "2",
    ),
    (|it| shading(it, [0.2, 0.5, 0.0, 0.0], true), "pdf-artwork-bleed", "2"),
    // A gradient that ends in white or inside the page.
    (|it| shading(it, [0.0; 4], true), "", ""),
    (|it| shading(it, [0.2, 0.5, 0.0, 0.0], false), "", ""),
    // Tiles: without gaps, in stripes, of one image, and in one colour from outside.
    (|it| tiles(it, "0.2 g 0 0 9 9 re f", 1, "8.504 300 100 100 re f"), "pdf-artwork-bleed", "2"),
    (|it| tiles(it, "0.2 g 0 0 9 9 re f", 1, "0 300 108.504 100 re f"), "", ""),
    (|it| tiles(it, "0.2 g 0 0 9 4 re f", 1, "8.504 300 100 100 re f"), "pdf-artwork-bleed", "2"),
    (|it| tiles(it, "0.2 g 0 0 9 4 re f", 1, "0 300 108.504 100 re f"), "", ""),
    (|it| tiles(it, "0 0 9 9 re f", 2, "8.504 300 100 100 re f"), "pdf-artwork-bleed", "2"),
    (|it| tiles(it, "1 g 0 0 9 9 re f", 1, "8.504 300 100 100 re f"), "", ""),
    // A single cell with gaps, of which nothing is known; the second use of a pattern.
    (|it| tiles(it, "0.2 g 4 4 2 2 re f", 1, "8.504 300 9 9 re f"), "", ""),
    (
        |it| tiles(it, "0.2 g 0 0 9 9 re f", 1, "200 300 90 90 re f 8.504 300 100 100 re f"),
        "pdf-artwork-bleed",
        "2",
    ),
    // White or a curve has no visible straight edge.
    (|it| it.redraw(2, "1 g 8.504 8.504 595.276 841.89 re f"), "", ""),
    (|it| it.redraw(2, "8.504 300 m 8.504 320 40 320 40 300 c 40 280 8.504 280 8.504 300 c f"), "", ""),
    // Artwork on a background that extends into the bleed leaves no white edge.
    (|it| it.draw(2, "0 0 0 1 k 8.504 8.504 595.276 841.89 re f"), "", ""),
    // One part inside the trim, the other outside.
    (|it| it.redraw(2, "8.504 300 100 100 re f 0 300 8.504 100 re f"), "", ""),
    // Crop marks.
    (|it| it.redraw(2, "8.504 -20 m 8.504 2 l S -20 8.504 m 2 8.504 l S"), "", ""),
    // The output intent.
    (|it| drop(it.catalog().remove(b"OutputIntents")), "pdf-output-intent", ""),
    (|it| it.dict(it.intent).set("S", "GTS_PDFA1"), "pdf-output-intent", ""),
    (two_intents, "pdf-output-intent", ""),
    (|it| drop(it.dict(it.intent).remove(b"OutputConditionIdentifier")), "pdf-output-intent", ""),
    (|it| drop(it.dict(it.intent).remove(b"DestOutputProfile")), "pdf-output-intent", ""),
    (|it| it.set_profile(b"not a profile".to_vec()), "pdf-output-intent", ""),
    (|it| it.set_profile(profile(*b"scnr", *b"CMYK")), "pdf-output-intent", ""),
    (|it| it.set_profile(profile(*b"prtr", *b"RGB ")), "pdf-output-intent", ""),
    // Metadata.
    (|it| it.set_xmp("<xmp:MetadataDate>2024-03-29T10:00:00Z</xmp:MetadataDate>", ""), "pdf-metadata", ""),
    (|it| it.set_xmp("<xmpMM:VersionID>1</xmpMM:VersionID>", ""), "pdf-metadata", ""),
    (|it| drop(it.dict(it.info).remove(b"Trapped")), "pdf-metadata", ""),
    (|it| it.dict(it.info).set("Title", Object::string_literal("")), "pdf-metadata", ""),
    (|it| drop(it.document.trailer.remove(b"ID")), "pdf-metadata", ""),
    (|it| it.dict(it.info).set("Title", Object::string_literal("Kita")), "pdf-metadata-differs", ""),
    (
        |it| it.dict(it.info).set("ModDate", Object::string_literal("D:20240329120000Z")),
        "pdf-metadata-differs",
        "",
    ),
    (
        |it| {
            it.set_xmp("<pdf:Trapped>False", "<pdf:Trapped>Unknown");
            it.dict(it.info).set("Trapped", "Unknown");
        },
        "pdf-trapped",
        "",
    ),
    // Fonts.
    (|it| drop(it.dict(it.descriptor).remove(b"FontFile2")), "pdf-font", "1, 2"),
    (
        |it| {
            let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
            it.resource("Font", "F2", font);
            it.draw(2, "BT /F2 9 Tf 100 100 Td (a) Tj ET");
        },
        "pdf-font",
        "2",
    ),
    // An unused font, or one used only for spaces, is not a problem.
    (
        |it| {
            let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
            it.resource("Font", "F2", font);
            it.draw(2, "BT /F2 1 Tf 100 100 Td ( ) Tj [( ) 3] TJ ET");
        },
        "",
        "",
    ),
    // Invisible text, as for searching, needs no font.
    (
        |it| {
            let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
            it.resource("Font", "F2", font);
            it.draw(2, "BT 3 Tr /F2 9 Tf 100 100 Td (a) Tj ET");
        },
        "",
        "",
    ),
    // Missing glyphs.
    (|it| it.draw(2, "BT /F1 12 Tf 100 100 Td <00010000> Tj ET"), "pdf-missing-glyph", "2"),
    (|it| it.draw(2, "BT /F1 12 Tf 100 100 Td [<0001> 9 <0000>] TJ ET"), "pdf-missing-glyph", "2"),
    (|it| it.draw(2, "BT 3 Tr /F1 12 Tf 100 100 Td <0000> Tj ET"), "", ""),
    (|it| cid_map(it, &[0, 1, 0, 0, 0, 2], "BT /F1 12 Tf 100 100 Td <00000002> Tj ET"), "", ""),
    (
        |it| cid_map(it, &[0, 1, 0, 0, 0, 2], "BT /F1 12 Tf 100 100 Td <0001> Tj ET"),
        "pdf-missing-glyph",
        "1, 2",
    ),
    (|it| differences(it, "(a)"), "pdf-missing-glyph", "2"),
    (|it| differences(it, "(bc)"), "", ""),
    // A simple font with three letters: with the Windows encoding, with a different letter, and as a symbolic font.
    (|it| letters(it, "WinAnsiEncoding", 32, "(abc b)"), "", ""),
    (|it| letters(it, "WinAnsiEncoding", 32, "(abd)"), "pdf-missing-glyph", "2"),
    (|it| letters(it, "WinAnsiEncoding", 32, "(ab\\341)"), "pdf-missing-glyph", "2"),
    (|it| letters(it, "MacRomanEncoding", 32, "(ab\\341)"), "", ""),
    (|it| letters(it, dictionary! { "Differences" => vec![100.into(), "a".into()] }, 32, "(d)"), "", ""),
    (
        |it| letters(it, dictionary! { "Differences" => vec![97.into(), "d".into()] }, 32, "(a)"),
        "pdf-missing-glyph",
        "2",
    ),
    (|it| letters(it, Object::Null, 4, "(abc)"), "", ""),
    // Interactive features.
    (script, "pdf-script", ""),
    (|it| it.catalog().set("OpenAction", dictionary! { "S" => "Launch" }), "pdf-action", ""),
    (|it| it.catalog().set("OpenAction", dictionary! { "S" => "GoTo", "D" => "first" }), "", ""),
    (|it| it.page(2).set("AA", dictionary! { "O" => dictionary! { "S" => "Named" } }), "pdf-action", "2"),
    (
        |it| {
            it.catalog()
                .set("AcroForm", dictionary! { "Fields" => vec![Object::Dictionary(dictionary! {})] });
        },
        "pdf-form",
        "",
    ),
    (
        |it| it.annotate(2, dictionary! { "Subtype" => "Link", "Rect" => rect(10.0, 10.0, 20.0, 20.0) }),
        "pdf-annotation",
        "2",
    ),
    (
        |it| it.annotate(2, dictionary! { "Subtype" => "PrinterMark", "Rect" => rect(0.0, 0.0, 9.0, 9.0) }),
        "",
        "",
    ),
    (
        |it| it.annotate(2, dictionary! { "Subtype" => "Text", "Rect" => rect(220.0, 0.0, 230.0, 9.0) }),
        "",
        "",
    ),
    (
        |it| it.annotate(1, dictionary! { "Subtype" => "Movie", "Rect" => rect(220.0, 0.0, 230.0, 9.0) }),
        "pdf-media",
        "1",
    ),
    (|it| bookmark(it, dictionary! { "A" => dictionary! { "S" => "URI" } }), "pdf-action", ""),
    (|it| bookmark(it, dictionary! { "A" => dictionary! { "S" => "Launch" } }), "pdf-action", ""),
    (|it| bookmark(it, dictionary! { "A" => dictionary! { "S" => "GoTo" } }), "", ""),
    (|it| bookmark(it, dictionary! { "Dest" => "first" }), "", ""),
    // Chained actions.
    (
        |it| {
            let next = dictionary! { "S" => "URI" };
            bookmark(it, dictionary! { "A" => dictionary! { "S" => "GoTo", "Next" => next } });
        },
        "pdf-action",
        "",
    ),
    (
        |it| {
            let next = vec![dictionary! { "S" => "GoTo" }.into(), dictionary! { "S" => "URI" }.into()];
            it.catalog().set("OpenAction", dictionary! { "S" => "GoTo", "Next" => next });
        },
        "pdf-action",
        "",
    ),
    // Proxies for external content.
    (|it| it.dict(it.picture).set("OPI", dictionary! {}), "pdf-proxy", "1, 2"),
    (|it| it.dict(it.picture).set("Alternates", Vec::new()), "pdf-proxy", "1, 2"),
    (
        |it| {
            let form = dictionary! { "Subtype" => "Form", "Ref" => dictionary! { "Page" => 0 } };
            let form = it.document.add_object(Stream::new(form, Vec::new()));
            it.resource("XObject", "Fm", form);
            it.draw(2, "/Fm Do");
        },
        "pdf-proxy",
        "2",
    ),
    // Device-dependent features.
    (
        |it| {
            it.resource("XObject", "Ps", Stream::new(dictionary! { "Subtype" => "PS" }, Vec::new()));
            let ps = it.document.add_object(Stream::new(dictionary! { "Subtype" => "PS" }, Vec::new()));
            it.resource("XObject", "Ps", ps);
            it.draw(1, "/Ps Do");
        },
        "pdf-postscript",
        "1",
    ),
    (|it| state(it, "TR", dictionary! { "FunctionType" => 2, "N" => 2 }), "pdf-transfer", "2"),
    (|it| state(it, "TR", "Identity"), "", ""),
    (|it| state(it, "TR", vec![Object::from("Identity"); 4]), "", ""),
    (|it| state(it, "TR2", "Default"), "", ""),
    (|it| state(it, "HT", dictionary! { "HalftoneType" => 6 }), "pdf-halftone", "2"),
    (|it| state(it, "HT", dictionary! { "HalftoneType" => 1 }), "", ""),
    // Colours.
    (|it| it.draw(2, "1 0 0 rg 10 10 5 5 re f"), "pdf-color", "2"),
    // A colour that is set but not used does not count.
    (|it| it.draw(2, "1 0 0 rg 10 10 5 5 re n"), "", ""),
    (|it| it.draw(2, "1 0 0 RG 10 10 m 20 20 l S"), "pdf-color", "2"),
    (
        |it| {
            let lab =
                vec!["Lab".into(), dictionary! { "WhitePoint" => vec![1.into(), 1.into(), 1.into()] }.into()];
            it.resource("ColorSpace", "Lab", lab);
            it.draw(1, "/Lab cs 50 0 0 sc 10 10 5 5 re f");
        },
        "pdf-color",
        "1",
    ),
    (|it| icc(it, *b"RGB ", 3, "/Icc cs 1 0 0 sc 10 10 5 5 re f"), "pdf-color", "1"),
    (|it| icc(it, *b"CMYK", 4, "/Icc cs 1 0 0 0 sc 10 10 5 5 re f"), "", ""),
    (|it| it.dict(it.picture).set("ColorSpace", "DeviceRGB"), "pdf-color", "1, 2"),
    (|it| form(it, "1 0 0 rg 1 1 5 5 re f", dictionary! {}), "pdf-color", "1"),
    (|it| gradient(it, "DeviceRGB", &[0, 0, 0], &[1, 1, 1]), "pdf-color", "1"),
    (tile, "pdf-color", "2"),
    (type_3, "pdf-color", "2"),
    (
        |it| it.draw(2, "q 30 0 0 30 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"),
        "pdf-color pdf-resolution",
        "2 2",
    ),
    (|it| overprint(it, "0 0 0 0 k"), "pdf-white-overprint", "2"),
    (|it| overprint(it, "0 0 0 1 k"), "", ""),
    // Both knock out what is beneath them (ISO 32000-1, 8.6.7).
    (|it| overprint(it, "1 g"), "", ""),
    (|it| overprint_in_mode(it, 0, "0 0 0 0 k"), "", ""),
    // A zero tint of a separation does not affect other inks.
    (
        |it| {
            spot(it, "Gold", "DeviceCMYK");
            overprint_in_mode(it, 0, "/Gold cs 0 scn");
        },
        "pdf-white-overprint",
        "2",
    ),
    (
        |it| {
            icc(it, *b"CMYK", 4, "");
            overprint(it, "/Icc cs 1 0 0 0 sc");
        },
        "pdf-overprint-mode",
        "2",
    ),
    (
        |it| {
            icc(it, *b"CMYK", 4, "");
            overprint_in_mode(it, 0, "/Icc cs 1 0 0 0 sc");
        },
        "",
        "",
    ),
    // The profile of the output intent, embedded twice.
    (
        |it| {
            it.resource("ColorSpace", "Icc", Object::Null);
            let same =
                it.document.add_object(Stream::new(dictionary! { "N" => 4 }, profile(*b"prtr", *b"CMYK")));
            it.resource("ColorSpace", "Icc", vec!["ICCBased".into(), same.into()]);
            it.draw(1, "/Icc cs 1 0 0 0 sc 10 10 5 5 re f");
        },
        "pdf-color-profile",
        "1",
    ),
    (
        |it| {
            let white = vec![1.into(), 1.into(), 1.into()];
            let gray = vec!["CalGray".into(), dictionary! { "WhitePoint" => white }.into()];
            it.resource("ColorSpace", "Cal", gray);
            it.draw(1, "/Cal cs 0.5 sc 10 10 5 5 re f");
        },
        "",
        "",
    ),
    // Spot colours.
    (
        |it| {
            spot(it, "Gold", "DeviceRGB");
            it.draw(2, "/Gold cs 1 scn 10 10 5 5 re f");
        },
        "pdf-spot-alternate",
        "2",
    ),
    (
        |it| {
            let inks = vec![Object::from("Cyan"), Object::from("Gold")];
            let space = vec!["DeviceN".into(), inks.into(), "DeviceRGB".into(), dictionary! {}.into()];
            it.resource("ColorSpace", "Both", space);
            it.draw(2, "/Both cs 1 1 scn 10 10 5 5 re f");
        },
        "pdf-spot-alternate",
        "2",
    ),
    (
        |it| {
            let white = vec![1.into(), 1.into(), 1.into()];
            spot(it, "Gold", vec!["Lab".into(), dictionary! { "WhitePoint" => white }.into()]);
            it.draw(2, "/Gold cs 1 scn 10 10 5 5 re f");
        },
        "",
        "",
    ),
    // Masks.
    (|it| mask(it, "1 0 0 rg 0 0 100 100 re f"), "pdf-color", "2"),
    (|it| mask(it, "0.5 g 0 0 100 100 re f BT /F1 2 Tf <0001> Tj ET 0 w 0 0 m 9 9 l S"), "", ""),
    // Transparency.
    (
        |it| it.page(2).set("Group", dictionary! { "S" => "Transparency", "CS" => "DeviceRGB" }),
        "pdf-blending",
        "2",
    ),
    (
        |it| {
            form(it, "1 1 5 5 re f", dictionary! { "S" => "Transparency", "I" => true, "CS" => "DeviceRGB" });
        },
        "pdf-blending",
        "1",
    ),
    (|it| drop(it.page(2).remove(b"Group")), "", ""),
    // Images: 600 pixels over slightly more than 2 and 4 inches.
    (|it| it.draw(2, "q 153 0 0 153 100 400 cm /Im1 Do Q"), "pdf-resolution", "2"),
    (|it| it.draw(2, "q 0 300 -20 0 400 400 cm /Im1 Do Q"), "pdf-resolution", "2"),
    // Content beyond the bleed is cut off.
    (|it| it.draw(2, "q 300 0 0 300 700 400 cm /Im1 Do Q"), "", ""),
    // A bitmap image needs twice the resolution.
    (
        |it| {
            it.dict(it.picture).set("BitsPerComponent", 1);
            it.dict(it.picture).set("ColorSpace", "DeviceGray");
        },
        "pdf-resolution",
        "1, 2",
    ),
    // Ink.
    (|it| it.draw(2, "0.9 0.9 0.9 0.5 k 10 10 5 5 re f"), "pdf-ink", "2"),
    (|it| it.draw(2, "0.75 0.75 0.75 0.75 k 10 10 5 5 re f"), "", ""),
    // Printer's marks are outside the bleed.
    (|it| it.draw(2, "1 1 1 1 K 700 10 m 700 30 l S"), "", ""),
    (|it| it.document.set_object(it.picture, picture(600, [255, 255, 255, 10])), "pdf-ink", "1, 2"),
    (|it| gradient(it, "DeviceCMYK", &[0, 0, 0, 0], &[1, 1, 1, 1]), "pdf-ink", "1"),
    (registration, "pdf-ink", "2"),
    // Two overlapping colours of 200 % each, multiplied: separately, in a group, or half transparent.
    (|it| multiply(it, "1 1 0 0 k 100 100 50 50 re f /Mu gs 0 0 1 1 k 120 120 50 50 re f"), "pdf-ink", "2"),
    (|it| multiply(it, "1 1 0 0 k 100 100 50 50 re f /Mu gs /Gr Do"), "pdf-ink", "2"),
    (|it| multiply(it, "1 1 0 0 k 100 100 50 50 re f /Mu gs /Half gs 0 0 1 1 k 120 120 50 50 re f"), "", ""),
    (|it| multiply(it, "1 1 0 0 k 100 100 50 50 re f /Mu gs 0 0 1 1 k 150 120 50 50 re f"), "", ""),
    (|it| multiply(it, "1 1 0 0 k 100 100 50 50 re f 0 0 1 1 k 120 120 50 50 re f"), "", ""),
    // A third colour is above the first and below the second.
    (
        |it| {
            let operators = "1 1 0 0 k 100 100 50 50 re f 0 0 0 0 k 90 90 90 90 re f
                /Mu gs 0 0 1 1 k 120 120 50 50 re f";
            multiply(it, operators);
        },
        "",
        "",
    ),
    // Unknown ink counts.
    (
        |it| {
            let operators = "1 1 0 0 k 100 100 50 50 re f 0 0 0 0 k 90 90 m 190 90 l 140 190 l f
                /Mu gs 0 0 1 1 k 120 120 50 50 re f";
            multiply(it, operators);
        },
        "",
        "",
    ),
    // Curves: their own outlines count, not the boxes around them.
    (
        |it| multiply(it, &format!("1 1 0 0 k {} f /Mu gs 0 0 1 1 k {} f", disc(150, 150), disc(180, 150))),
        "pdf-ink",
        "2",
    ),
    (
        |it| multiply(it, &format!("1 1 0 0 k {} f /Mu gs 0 0 1 1 k {} f", disc(150, 150), disc(218, 218))),
        "",
        "",
    ),
    (|it| multiply(it, "1 1 0 0 k 90 90 m 190 90 l 140 190 l f /Mu gs 0 0 1 1 k 90 150 9 40 re f"), "", ""),
    (
        |it| multiply(it, "1 1 0 0 k 90 90 m 190 90 l 140 190 l f /Mu gs 0 0 1 1 k 120 120 30 30 re f"),
        "pdf-ink",
        "2",
    ),
    // A ring leaves its hole as it is.
    (
        |it| {
            let ring = "90 90 100 100 re 110 110 60 60 re f*";
            multiply(it, &format!("1 1 0 0 k {ring} /Mu gs 0 0 1 1 k 120 120 40 40 re f"));
        },
        "",
        "",
    ),
    (
        |it| multiply(it, &format!("1 1 1 0 k 90 90 99 99 re f /Over gs 0 0 0 1 k {} f", disc(150, 150))),
        "pdf-ink",
        "2",
    ),
    // Images: beneath, above, in part, and transparent there.
    (
        |it| halves(it, "q 141 0 0 141 100 100 cm /Dark Do Q /Mu gs 0 0 1 1 k 110 110 20 20 re f"),
        "pdf-ink",
        "2",
    ),
    (|it| halves(it, "q 141 0 0 141 100 100 cm /Dark Do Q /Mu gs 0 0 1 1 k 180 110 20 20 re f"), "", ""),
    (
        |it| halves(it, "0 0 1 1 k 110 110 20 20 re f /Mu gs q 141 0 0 141 100 100 cm /Dark Do Q"),
        "pdf-ink",
        "2",
    ),
    (|it| halves(it, "0 0 1 1 k 180 110 20 20 re f /Mu gs q 141 0 0 141 100 100 cm /Dark Do Q"), "", ""),
    (|it| halves(it, "0 0 1 1 k 110 110 20 20 re f q 141 0 0 141 100 100 cm /Dark Do Q"), "", ""),
    (|it| halves(it, "0 0 1 1 k 110 210 20 20 re f /Mu gs q 0 141 -141 0 250 100 cm /Dark Do Q"), "", ""),
    (
        |it| halves(it, "0 0 1 1 k 210 110 20 20 re f /Mu gs q 0 141 -141 0 250 100 cm /Dark Do Q"),
        "pdf-ink",
        "2",
    ),
    (|it| halves(it, "0 0 1 1 k 110 110 20 20 re f /Mu gs q 141 0 0 141 100 100 cm /Soft Do Q"), "", ""),
    (
        |it| halves(it, "0 0 1 1 k 180 110 20 20 re f /Mu gs q 141 0 0 141 100 100 cm /Soft Do Q"),
        "pdf-ink",
        "2",
    ),
    // Stencils.
    (
        |it| halves(it, "0 0 1 1 k 110 110 20 20 re f /Mu gs 1 1 0 0 k q 141 0 0 141 100 100 cm /Half Do Q"),
        "pdf-ink",
        "2",
    ),
    (
        |it| halves(it, "0 0 1 1 k 180 110 20 20 re f /Mu gs 1 1 0 0 k q 141 0 0 141 100 100 cm /Half Do Q"),
        "",
        "",
    ),
    (|it| halves(it, "q 100 0 0 100 8.504 300 cm /Half Do Q"), "pdf-artwork-bleed", "2"),
    (|it| halves(it, "q -100 0 0 100 108.504 300 cm /Half Do Q"), "", ""),
    (|it| halves(it, "1 g q 100 0 0 100 8.504 300 cm /Half Do Q"), "", ""),
    (|it| halves(it, "q 108.504 0 0 100 0 300 cm /Half Do Q"), "", ""),
    // Tiles of a pattern.
    (
        |it| {
            it.resource("ExtGState", "Mu", dictionary! { "BM" => "Multiply" });
            tiles(it, "1 1 0 0 k 0 0 9 9 re f", 1, "100 100 90 90 re f /Mu gs 0 0 1 1 k 120 120 50 50 re f");
        },
        "pdf-ink",
        "2",
    ),
    (
        |it| {
            it.resource("ExtGState", "Mu", dictionary! { "BM" => "Multiply" });
            tiles(
                it,
                "0 0 1 1 k 0 0 9 9 re f",
                1,
                "q 1 1 0 0 k 120 120 50 50 re f Q /Mu gs 100 100 90 90 re f",
            );
        },
        "pdf-ink",
        "2",
    ),
    (
        |it| {
            it.resource("ExtGState", "Mu", dictionary! { "BM" => "Multiply" });
            tiles(it, "1 1 0 0 k 0 0 4 4 re f", 1, "100 100 90 90 re f /Mu gs 0 0 1 1 k 120 120 50 50 re f");
        },
        "",
        "",
    ),
    // Overprinting keeps the inks that the object does not use.
    (
        |it| {
            it.redraw(2, "1 1 1 0 k 10 10 90 90 re f");
            overprint(it, "0 0 0 1 k");
        },
        "pdf-ink",
        "2",
    ),
    // A JPEG 2000 image with all inks in a corner.
    (
        |it| {
            let dict = dictionary! {
                "Subtype" => "Image", "Width" => 16, "Height" => 16, "BitsPerComponent" => 8,
                "ColorSpace" => "DeviceCMYK", "Filter" => "JPXDecode",
            };
            let image = it.document.add_object(Stream::new(dict, JPEG_2000.to_vec()));
            it.resource("XObject", "Jp", image);
            it.draw(2, "q 3.8 0 0 3.8 100 100 cm /Jp Do Q");
        },
        "pdf-ink",
        "2",
    ),
    // Lines.
    (|it| it.draw(2, "0.05 w 10 10 m 200 10 l S"), "pdf-thin-line", "2"),
    (|it| it.draw(2, "0 w 10 10 m 200 10 l S"), "pdf-thin-line", "2"),
    (|it| it.draw(2, "q .1 0 0 .1 0 0 cm 2 w 100 100 m 900 900 l S Q"), "pdf-thin-line", "2"),
    (|it| state(it, "LW", 0.1), "", ""),
    (
        |it| {
            state(it, "LW", 0.1);
            it.draw(2, "10 10 m 200 10 l S");
        },
        "pdf-thin-line",
        "2",
    ),
    (|it| it.draw(2, "0.25 w 10 10 m 200 10 l S 10 w 0 0 m S"), "", ""),
    // Along the edge of its fill, outside the bleed, or clipped.
    (|it| it.draw(2, "0.1 w 0 g 0 G 10 10 90 90 re B"), "", ""),
    (|it| it.draw(2, "0.1 w 0 g 0 0 0 0.5 K 10 10 90 90 re B"), "pdf-thin-line", "2"),
    // A narrow rectangle that is filled, in any direction, alone or one of several in a path.
    (|it| it.draw(2, "10 10 200 0.1 re f"), "pdf-thin-line", "2"),
    (|it| it.draw(2, "10 10 0.1 200 re f"), "pdf-thin-line", "2"),
    (|it| it.draw(2, "10 10 200 5 re 10 30 200 0.1 re 10 60 200 5 re f*"), "pdf-thin-line", "2"),
    (|it| it.draw(2, "q 0.8 0.6 -0.6 0.8 100 100 cm 0 0 200 0.1 re f Q"), "pdf-thin-line", "2"),
    (|it| it.draw(2, "10 10 200 0 re f"), "pdf-thin-line", "2"),
    (|it| it.draw(2, "10 10 200 0.25 re f 30 30 0.25 200 re f"), "", ""),
    (|it| it.draw(2, "10 10 0.2 0.2 re f 10 20 1 0.2 re f"), "", ""),
    // The steps of a gradient, and a strip along a rectangle of the same colour.
    (|it| it.draw(2, "0.5 g 10 10 0.2 99 re f 0.6 g 10.2 10 0.2 99 re f 0.7 g 10.4 10 0.2 99 re f"), "", ""),
    (|it| it.draw(2, "0.5 g 10 10 0.1 99 re f 0.6 g 10.1 10 0.1 99 re f"), "pdf-thin-line", "2"),
    (|it| it.draw(2, "0.5 g 10 10 200 0.1 re f 10 10.1 200 20 re f"), "", ""),
    (|it| it.draw(2, "0 g 10 10 200 0.1 re f 0.5 g 10 10.1 200 20 re f"), "pdf-thin-line", "2"),
    // White lines are seen on a dark ground, and only there.
    (|it| it.draw(2, "1 G 0.1 w 10 10 m 200 10 l S"), "pdf-thin-line", "2"),
    (|it| it.draw(2, "1 g 10 10 200 0.1 re f"), "pdf-thin-line", "2"),
    (|it| it.redraw(2, "1 G 1 g 0.1 w 10 10 m 200 10 l S 10 20 200 0.1 re f"), "", ""),
    (|it| it.redraw(2, "0.9 g 90 90 m 190 90 l 140 190 l f 1 G 0.1 w 120 110 m 160 110 l S"), "", ""),
    (
        |it| it.redraw(2, "0.3 g 90 90 m 190 90 l 140 190 l f 1 G 0.1 w 120 110 m 160 110 l S"),
        "pdf-thin-line",
        "2",
    ),
    (|it| it.redraw(2, "0.3 g 90 90 m 190 90 l 140 190 l f 1 G 0.1 w 90 150 m 110 150 l S"), "", ""),
    (|it| it.draw(2, "1 g 10 5 200 10 re f 1 G 0.1 w 20 10 m 200 10 l S"), "", ""),
    (|it| multiply(it, "0 g 10 10 99 99 re f /Mu gs 1 G 0.1 w 20 20 m 90 20 l S"), "", ""),
    (|it| it.draw(2, "0 w 700 10 m 700 30 l S q 10 10 5 5 re W n 90 90 m 99 90 l S Q"), "", ""),
    // Type.
    (|it| it.draw(2, "BT /F1 5 Tf 100 100 Td <0001> Tj ET"), "pdf-text-size", "2"),
    (
        |it| it.draw(2, "q .5 0 0 .5 0 0 cm BT /F1 1 Tf 0 10 -10 0 100 100 Tm [<0001>] TJ ET Q"),
        "pdf-text-size",
        "2",
    ),
    (|it| it.draw(2, "BT /F1 1 Tf 10 0 0 10 100 100 Tm <0001> Tj ET"), "", ""),
    (|it| it.draw(2, "BT 3 Tr /F1 1 Tf 100 100 Td <0001> Tj ET"), "", ""),
    (|it| it.draw(2, "0.9 0.45 0.45 0.25 k BT /F1 9 Tf 100 100 Td <0001> Tj ET"), "pdf-text-inks", "2"),
    (|it| it.draw(2, "0.9 0.45 0.45 0.25 k BT /F1 10 Tf 100 100 Td <0001> Tj ET"), "", ""),
    (|it| it.draw(2, "0.9 0.45 0.45 0 k BT /F1 9 Tf 100 100 Td <0001> Tj ET"), "", ""),
    // Unreadable content is reported.
    (|it| it.draw(2, "/None Do"), "pdf-content", "2"),
    (|it| it.draw(2, "/None gs"), "pdf-content", "2"),
    (|it| it.draw(2, "/Pattern cs /None scn 0 0 9 9 re f"), "pdf-content", "2"),
    (|it| it.draw(2, "0 g )"), "pdf-content", "2"),
    (
        |it| {
            let content =
                Stream::new(dictionary! { "Filter" => "ASCIIHexDecode" }, b"not hexadecimal".to_vec());
            let content = it.document.add_object(content);
            it.page(1).set("Contents", content);
        },
        "pdf-content",
        "1",
    ),
];

fn encrypt(it: &mut Sample) {
    let version = EncryptionVersion::V2 {
        document: &it.document,
        owner_password: "owner",
        user_password: "",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    it.document.encrypt(&state).unwrap();
}

fn two_intents(it: &mut Sample) {
    let intents = vec![Object::Reference(it.intent), Object::Reference(it.intent)];
    it.catalog().set("OutputIntents", intents);
}

fn script(it: &mut Sample) {
    it.document.add_object(dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.beep()") });
}

fn state(it: &mut Sample, key: &str, value: impl Into<Object>) {
    it.resource("ExtGState", "Own", dictionary! { key => value.into() });
    it.draw(2, "/Own gs");
}

fn overprint(it: &mut Sample, color: &str) {
    overprint_in_mode(it, 1, color);
}

fn overprint_in_mode(it: &mut Sample, mode: i64, color: &str) {
    it.resource("ExtGState", "Over", dictionary! { "OP" => true, "OPM" => mode });
    it.draw(2, &format!("q /Over gs {color} 10 10 5 5 re f Q"));
}

/// A spot colour, as `Gold`.
fn spot(it: &mut Sample, name: &str, alternate: impl Into<Object>) {
    let space = vec!["Separation".into(), name.into(), alternate.into(), dictionary! {}.into()];
    it.resource("ColorSpace", "Gold", space);
}

fn mask(it: &mut Sample, operators: &str) {
    let group = dictionary! { "S" => "Transparency", "CS" => "DeviceGray" };
    let form = dictionary! { "Subtype" => "Form", "Group" => group };
    let form = it.document.add_object(Stream::new(form, operators.as_bytes().to_vec()));
    state(it, "SMask", dictionary! { "S" => "Luminosity", "G" => form });
}

/// Replaces the content of a page; the operators can use graphics states for multiplying and half transparency, and a
/// group.
fn multiply(it: &mut Sample, operators: &str) {
    it.resource("ExtGState", "Mu", dictionary! { "BM" => "Multiply" });
    it.resource("ExtGState", "Half", dictionary! { "ca" => 0.4 });
    it.resource("ExtGState", "Over", dictionary! { "OP" => true, "OPM" => 1 });
    let group = dictionary! { "S" => "Transparency", "I" => true };
    let form = Stream::new(
        dictionary! { "Subtype" => "Form", "Group" => group },
        b"0 0 1 1 k 120 120 50 50 re f".to_vec(),
    );
    let form = it.document.add_object(form);
    it.resource("XObject", "Gr", form);
    it.redraw(2, &format!("q {operators} Q"));
}

/// A disc with a radius of 40 pt.
fn disc(x: i32, y: i32) -> String {
    let (left, right, bottom, top) = (x - 40, x + 40, y - 40, y + 40);
    let (near, far) = (x - 22, x + 22);
    let (low, high) = (y - 22, y + 22);
    format!(
        "{left} {y} m {left} {high} {near} {top} {x} {top} c {far} {top} {right} {high} {right} {y} c
         {right} {low} {far} {bottom} {x} {bottom} c {near} {bottom} {left} {low} {left} {y} c"
    )
}

/// Replaces the content of a page; the operators can use what [`multiply`] adds, overprinting, an image of which the
/// left half has 200 % of ink and the right half none, one that has 200 % everywhere but is transparent in the left half,
/// and a stencil that is painted in the left half.
fn halves(it: &mut Sample, operators: &str) {
    let image = |dark: [u8; 4], light: [u8; 4]| {
        let row = [dark.repeat(300), light.repeat(300)].concat();
        let mut image = picture(600, [0; 4]);
        image.set_plain_content(row.repeat(600));
        image
    };
    let dark = it.document.add_object(image([255, 255, 0, 0], [0; 4]));
    let mask = dictionary! {
        "Subtype" => "Image", "Width" => 2, "Height" => 1, "BitsPerComponent" => 8, "ColorSpace" => "DeviceGray",
    };
    let mask = it.document.add_object(Stream::new(mask, vec![0, 255]));
    let mut soft = image([255, 255, 0, 0], [255, 255, 0, 0]);
    soft.dict.set("SMask", mask);
    let soft = it.document.add_object(soft);
    let stencil = dictionary! {
        "Subtype" => "Image", "Width" => 1200, "Height" => 1200, "BitsPerComponent" => 1, "ImageMask" => true,
    };
    let row = [[0; 75], [255; 75]].concat();
    let stencil = it.document.add_object(Stream::new(stencil, row.repeat(1200)));
    for (name, image) in [("Dark", dark), ("Soft", soft), ("Half", stencil)] {
        it.resource("XObject", name, image);
    }
    multiply(it, operators);
}

/// Adds a bookmark, the last of three.
fn bookmark(it: &mut Sample, item: lopdf::Dictionary) {
    let last = it.document.add_object(item);
    let child = it.document.new_object_id();
    // Its sibling is its parent. The cycle must not be followed forever.
    let first = it.document.add_object(dictionary! { "First" => child, "Next" => last });
    it.document.set_object(child, dictionary! { "Dest" => "first", "Next" => first });
    let outline = it.document.add_object(dictionary! { "First" => first });
    it.catalog().set("Outlines", outline);
}

fn cid_map(it: &mut Sample, map: &[u8], operators: &str) {
    let map = it.document.add_object(Stream::new(dictionary! {}, map.to_vec()));
    it.dict(it.descendant).set("CIDToGIDMap", map);
    for page in [1, 2] {
        it.redraw(page, operators);
    }
}

/// Text in a font whose encoding has no glyph for the letter a.
fn differences(it: &mut Sample, codes: &str) {
    let names = vec![97.into(), ".notdef".into(), "b".into(), "c".into()];
    let descriptor = it.descriptor;
    let font = dictionary! {
        "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => "AAAAAA+Literata",
        "FontDescriptor" => descriptor, "Encoding" => dictionary! { "Differences" => names },
    };
    it.resource("Font", "F2", font);
    it.draw(2, &format!("BT /F2 9 Tf 100 100 Td {codes} Tj ET"));
}

/// Text in a TrueType font that has the letters a, b and c.
fn letters(it: &mut Sample, encoding: impl Into<Object>, flags: i64, text: &str) {
    let program = Stream::new(dictionary! {}, true_type(b"abc"));
    let program = it.document.add_object(program);
    let descriptor = it.document.add_object(dictionary! {
        "Type" => "FontDescriptor", "FontName" => "AAAAAA+Abc", "Flags" => flags, "FontFile2" => program,
    });
    let font = dictionary! {
        "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => "AAAAAA+Abc", "FontDescriptor" => descriptor,
        "Encoding" => encoding,
    };
    it.resource("Font", "F2", font);
    it.draw(2, &format!("BT /F2 12 Tf 100 100 Td {text} Tj ET"));
}

/// A font program that only has a `cmap` table, in format 6, for consecutive codes (OpenType).
fn true_type(characters: &[u8]) -> Vec<u8> {
    let short = |number: usize| u16::try_from(number).unwrap().to_be_bytes();
    let long = |number: usize| u32::try_from(number).unwrap().to_be_bytes();
    let glyphs: Vec<u8> = (1..=characters.len()).flat_map(short).collect();
    let length = 10 + glyphs.len();
    let first = usize::from(characters[0]);
    let subtable = [6, length, 0, first, characters.len()].map(short).concat();
    // Windows, Unicode.
    let cmap = [[0, 1, 3, 1].map(short).concat(), long(12).to_vec(), subtable, glyphs].concat();
    let header = [b"\0\x01\0\0".to_vec(), [1, 16, 0, 0].map(short).concat()].concat();
    let record = [b"cmap".to_vec(), [0, 28, cmap.len()].map(long).concat()].concat();
    [header, record, cmap].concat()
}

fn icc(it: &mut Sample, space: [u8; 4], components: i64, operators: &str) {
    let profile = Stream::new(dictionary! { "N" => components }, profile(*b"mntr", space));
    let profile = it.document.add_object(profile);
    it.resource("ColorSpace", "Icc", vec!["ICCBased".into(), profile.into()]);
    it.draw(1, operators);
}

fn form(it: &mut Sample, operators: &str, group: lopdf::Dictionary) {
    let form =
        Stream::new(dictionary! { "Subtype" => "Form", "Group" => group }, operators.as_bytes().to_vec());
    let form = it.document.add_object(form);
    it.resource("XObject", "Fm", form);
    it.draw(1, "/Fm Do");
}

/// A gradient that starts in cyan, within the trim.
fn shading(it: &mut Sample, end: [f32; 4], extends: bool) {
    let function = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
        "C0" => [0.8, 0.0, 0.0, 0.0].map(Object::Real).to_vec(), "C1" => end.map(Object::Real).to_vec(),
    };
    let shading = dictionary! {
        "ShadingType" => 2, "ColorSpace" => "DeviceCMYK", "Function" => function,
        "Coords" => [8.5, 0.0, 600.0, 0.0].map(Object::Real).to_vec(),
        "Extend" => vec![Object::Boolean(extends); 2],
    };
    it.resource("Shading", "Sh", shading);
    it.redraw(2, "q 8.504 8.504 595.276 200 re W n /Sh sh Q");
}

fn gradient(it: &mut Sample, space: &str, from: &[i64], to: &[i64]) {
    let color = |color: &[i64]| Object::Array(color.iter().map(|tint| Object::Integer(*tint)).collect());
    let function = dictionary! { "FunctionType" => 2, "N" => 1, "C0" => color(from), "C1" => color(to) };
    let stitched = dictionary! { "FunctionType" => 3, "Functions" => vec![Object::Dictionary(function)] };
    let shading = dictionary! { "ShadingType" => 2, "ColorSpace" => space, "Function" => stitched };
    it.resource("Pattern", "Sh", dictionary! { "PatternType" => 2, "Shading" => shading });
    it.draw(1, "/Pattern cs /Sh scn 10 10 50 50 re f");
}

fn tile(it: &mut Sample) {
    let cell = dictionary! { "PatternType" => 1, "PaintType" => 1, "Resources" => dictionary! {} };
    let cell = it.document.add_object(Stream::new(cell, b"1 0 0 rg 0 0 1 1 re f".to_vec()));
    it.resource("Pattern", "Tile", cell);
    it.draw(2, "/Pattern cs /Tile scn 10 10 50 50 re f");
}

/// Replaces the content of a page by an area filled with a 9 pt pattern; an uncoloured pattern is dark.
fn tiles(it: &mut Sample, cell: &str, paint_type: i64, operators: &str) {
    let bounds = vec![0.into(), 0.into(), 9.into(), 9.into()];
    let dict = dictionary! {
        "PatternType" => 1, "PaintType" => paint_type, "BBox" => bounds, "XStep" => 9, "YStep" => 9,
        "Resources" => dictionary! {},
    };
    let cell = it.document.add_object(Stream::new(dict, cell.as_bytes().to_vec()));
    it.resource("Pattern", "Tiles", cell);
    let own = vec!["Pattern".into(), "DeviceCMYK".into()];
    it.resource("ColorSpace", "Own", own);
    let color = if paint_type == 2 { "/Own cs 0.9 0.9 0 0 /Tiles scn" } else { "/Pattern cs /Tiles scn" };
    it.redraw(2, &format!("{color} {operators}"));
}

fn type_3(it: &mut Sample) {
    let glyph = it.document.add_object(Stream::new(dictionary! {}, b"9 0 d0 1 0 0 rg 0 0 9 9 re f".to_vec()));
    let font = dictionary! {
        "Type" => "Font", "Subtype" => "Type3", "CharProcs" => dictionary! { "a" => glyph },
        "FontMatrix" => vec![0.001.into(), 0.into(), 0.into(), 0.001.into(), 0.into(), 0.into()],
    };
    it.resource("Font", "F3", font);
    it.draw(2, "BT /F3 10 Tf 100 100 Td (a) Tj ET");
}

fn registration(it: &mut Sample) {
    let all = vec!["Separation".into(), "All".into(), "DeviceCMYK".into(), dictionary! {}.into()];
    it.resource("ColorSpace", "All", all);
    it.draw(2, "/All cs 1 scn 100 100 9 9 re f");
}

#[test]
fn the_sample_has_no_faults() {
    let inspection = Sample::new().inspect();
    assert_eq!(codes(&inspection.faults), []);
    let properties = inspection.properties;
    assert_eq!(properties.standards, ["PDF/X-4"]);
    assert_eq!((properties.version.as_str(), properties.pages), ("1.6", 2));
    assert_eq!(properties.sizes, [(210.0, 297.0)]);
    assert_eq!(properties.bleed, Some(3.0));
    assert_eq!(properties.output_condition.as_deref(), Some("FOGRA39"));
    assert_eq!(properties.fonts.into_iter().collect::<Vec<_>>(), [("AAAAAA+Literata".to_owned(), true)]);
    assert_eq!(
        properties.color_spaces.into_iter().collect::<Vec<_>>(),
        [("DeviceCMYK".to_owned(), 6), ("DeviceGray".to_owned(), 2)]
    );
    assert_eq!(properties.highest_ink.map(f64::round), Some(205.0));
    assert_eq!(properties.pictures, 2);
    assert_eq!(properties.lowest_dpi.map(f64::round), Some(305.0));
    assert_eq!(properties.smallest_text, Some(10.0));
    assert!(properties.transparency);
}

#[test]
fn each_broken_rule_is_reported_with_its_pages() {
    let mut different = Vec::new();
    for (index, (break_it, code, pages)) in RULES.iter().enumerate() {
        let mut sample = Sample::new();
        break_it(&mut sample);
        let found = codes(&sample.inspect().faults);
        let expected: Vec<(&str, String)> =
            code.split_whitespace().zip(pages.split(' ').map(str::to_owned)).collect();
        let expected = if expected.len() == 1 { vec![(*code, (*pages).to_owned())] } else { expected };
        if found != expected {
            different.push(format!("rule {index}: found {found:?}, expected {expected:?}"));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

/// Other tests cover those that need a different kind of file.
#[test]
fn every_code_has_a_test() {
    let listed: BTreeSet<&str> = include_str!("../../src/press/preflight/fault.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("//! | `")?.split('`').next())
        .collect();
    let proved = RULES.iter().flat_map(|(_, codes, _)| codes.split_whitespace());
    let proved: BTreeSet<&str> = proved.chain(["pdf-limit", "pdf-unreadable"]).collect();
    assert_eq!(listed, proved);
}

#[test]
fn every_finding_has_a_message_in_both_languages() {
    for (break_it, ..) in RULES {
        let mut sample = Sample::new();
        break_it(&mut sample);
        for found in sample.inspect().faults {
            let diagnostic = Diagnostic::new(Problem::Pdf(found.fault));
            let [lithuanian, english] =
                [Language::Lithuanian, Language::English].map(|language| diagnostic.message(language));
            assert!(!lithuanian.is_empty() && !english.is_empty() && lithuanian != english, "{lithuanian}");
        }
    }
}

#[test]
fn an_image_below_half_the_required_resolution_is_an_error() {
    let judge = |width: u32| {
        let mut sample = Sample::new();
        sample.draw(2, &format!("q {width} 0 0 {width} 0 0 cm /Im1 Do Q"));
        let fault = sample.inspect().faults.remove(0).fault;
        let diagnostic = Diagnostic::new(Problem::Pdf(fault));
        (diagnostic.severity(), diagnostic.words(Language::English))
    };
    let (severity, words) = judge(216);
    assert_eq!(severity, Severity::Warning);
    assert_eq!(words.message, "an image of 600 × 600 pixels is printed at 200 dpi");
    assert_eq!(words.hints, ["use an image of at least 900 × 900 pixels (300 dpi)"]);
    assert_eq!(judge(289).0, Severity::Error);
}

#[test]
fn demands_are_configurable() {
    let bytes = Sample::new().bytes();
    let found = |requirements| codes(&inspect(&bytes, &requirements).unwrap().faults);
    let both = |code| vec![(code, "1, 2".to_owned())];
    let requirements = Requirements::default();
    assert_eq!(found(Requirements { trim: Some((148.0, 210.0)), ..requirements }), both("pdf-trim"));
    assert_eq!(found(Requirements { trim: Some((210.0, 297.0)), ..requirements }), []);
    assert_eq!(found(Requirements { bleed: 5.0, ..requirements }), both("pdf-bleed"));
    assert_eq!(found(Requirements { ink: 200.0, ..requirements }), both("pdf-ink"));
    assert_eq!(found(Requirements { text: 12.0, ..requirements }), both("pdf-text-size"));
    assert_eq!(found(Requirements { dpi: 600.0, ..requirements }), both("pdf-resolution"));
}

#[test]
fn user_units_are_applied() {
    let mut sample = Sample::new();
    for (key, inset) in [("MediaBox", 0.0), ("BleedBox", 0.0), ("TrimBox", 3.0)] {
        sample.page(1).set(key, rect(inset / 2.0, inset / 2.0, 108.0 - inset / 2.0, 151.5 - inset / 2.0));
    }
    sample.page(1).set("UserUnit", 2);
    // All content is twice as large, so the image has half the resolution.
    assert_eq!(codes(&sample.inspect().faults), [("pdf-resolution", "1".to_owned())]);
    assert_eq!(sample.inspect().properties.turned_or_scaled, 1);
}

#[test]
fn harmless_properties_are_reported_as_facts() {
    let mut sample = Sample::new();
    let gold = vec!["Separation".into(), "Gold".into(), "DeviceCMYK".into(), dictionary! {}.into()];
    sample.resource("ColorSpace", "Gold", gold);
    sample.draw(1, "/Gold cs 1 scn 10 10 5 5 re f");
    let group = sample.document.add_object(dictionary! { "Type" => "OCG" });
    let groups = vec![Object::Reference(group)];
    sample.catalog().set(
        "OCProperties",
        dictionary! { "OCGs" => groups.clone(), "D" => dictionary! { "OFF" => groups } },
    );
    let files = vec![Object::string_literal("a"), dictionary! {}.into()];
    sample.catalog().set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => files } });
    let inspection = sample.inspect();
    assert_eq!(codes(&inspection.faults), []);
    assert_eq!(inspection.properties.spot_inks.into_iter().collect::<Vec<_>>(), ["Gold"]);
    assert_eq!((inspection.properties.layers, inspection.properties.hidden_layers), (1, 1));
    assert_eq!(inspection.properties.attachments, 1);
}

fn jpeg_2000(stream: &mut Stream, data: &[u8]) {
    *stream = Stream::new(stream.dict.clone(), data.to_vec());
    stream.dict.set("Filter", "JPXDecode");
}

#[test]
fn image_ink_is_measured_at_the_darkest_pixel() {
    let ink = |change: fn(&mut Stream)| {
        let mut sample = Sample::new();
        let mut stream = picture(600, [255, 255, 0, 0]);
        change(&mut stream);
        sample.document.set_object(sample.picture, stream);
        for number in [1, 2] {
            sample.page(number).set("Contents", Object::Null);
            sample.draw(number, "q 100 0 0 100 100 100 cm /Im1 Do Q");
        }
        sample.inspect().properties.highest_ink.map(f64::round)
    };
    assert_eq!(ink(|_| {}), Some(200.0));
    // Turned inside out.
    let decode =
        |stream: &mut Stream| stream.dict.set("Decode", [1, 0, 1, 0, 1, 0, 1, 0].map(Object::from).to_vec());
    assert_eq!(ink(decode), Some(200.0));
    // A single pixel out of many.
    assert_eq!(
        ink(|stream| {
            let mut pixels = stream.decompressed_content().unwrap();
            pixels[4_000..4_004].fill(255);
            *stream = Stream::new(stream.dict.clone(), pixels);
            stream.dict.remove(b"Filter");
        }),
        Some(400.0)
    );
    // In a palette, the darkest colour that is used counts.
    assert_eq!(
        ink(|stream| {
            let palette = [[0, 0, 0, 255], [255, 255, 255, 0], [255; 4]].concat();
            let palette = Object::String(palette, lopdf::StringFormat::Hexadecimal);
            let indexed = vec!["Indexed".into(), "DeviceCMYK".into(), 2.into(), palette];
            stream.dict.set("ColorSpace", indexed);
            *stream = Stream::new(stream.dict.clone(), [0, 1].repeat(180_000));
            stream.dict.remove(b"Filter");
        }),
        Some(300.0)
    );
    assert_eq!(ink(|stream| stream.dict.set("ColorSpace", "DeviceRGB")), None);
    // JPEG 2000, with the colour space in the PDF or in the image.
    assert_eq!(ink(|stream| jpeg_2000(stream, JPEG_2000_CODESTREAM)), Some(400.0));
    assert_eq!(ink(|stream| jpeg_2000(stream, JPEG_2000)), Some(400.0));
    assert_eq!(
        ink(|stream| {
            jpeg_2000(stream, JPEG_2000);
            stream.dict.remove(b"ColorSpace");
        }),
        Some(400.0)
    );
}

#[test]
fn repeated_faults_are_merged() {
    let mut sample = Sample::new();
    for number in 0..300 {
        let image = sample.document.add_object(picture(10 + number % 7, [0; 4]));
        let name = format!("Small{number}");
        sample.resource("XObject", &name, image);
        sample.draw(1 + usize::from(number) % 2, &format!("q 20 0 0 20 100 100 cm /{name} Do Q"));
        let font =
            dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => format!("Font{number:03}") };
        sample.resource("Font", &name, font);
        sample.draw(2, &format!("BT /{name} 9 Tf 100 100 Td (a) Tj ET"));
    }
    let faults = sample.inspect().faults;
    let both = "1, 2".to_owned();
    assert_eq!(codes(&faults), [("pdf-font", "2".to_owned()), ("pdf-resolution", both)]);
    let words = |fault: &Fault| Diagnostic::new(Problem::Pdf(fault.clone())).words(Language::English).message;
    assert_eq!(
        words(&faults[0].fault),
        "300 fonts are not embedded: Font000, Font001, Font002, Font003, Font004, Font005, Font006, Font007 and others"
    );
    assert_eq!(
        words(&faults[1].fault),
        "300 images are printed at too low a resolution; the lowest is 36 dpi, of an image of 10 × 10 pixels"
    );
    // Pages of several sizes, or with different bleeds, are mixed too.
    let mut sample = Sample::new();
    let first = sample.pages[0];
    let tree = sample.page(1).get(b"Parent").unwrap().as_reference().unwrap();
    let mut kids = vec![Object::Reference(first)];
    for number in 1..=4_u8 {
        let mut page = sample.page(1).clone();
        page.set("TrimBox", rect(3.0 - f32::from(number) / 2.0, 3.0, 213.0, 300.0));
        kids.push(sample.document.add_object(page).into());
    }
    sample.dict(tree).set("Count", 5);
    sample.dict(tree).set("Kids", kids);
    let all = "2–5".to_owned();
    assert_eq!(codes(&sample.inspect().faults), [("pdf-trim", all.clone()), ("pdf-bleed", all)]);
}

#[test]
fn image_sizes_on_the_page_are_measured() {
    let bytes = Sample::new().bytes();
    let pdf = Pdf::read(&bytes).unwrap();
    let placed_images = placed_images(&pdf);
    assert_eq!(placed_images.iter().map(|placed| placed.page).collect::<Vec<_>>(), [1, 2]);
    for placed in &placed_images {
        let (width, height) = placed.printed_size();
        assert!((width - 141.732).abs() < 0.01 && (height - 141.732).abs() < 0.01, "50 mm");
        assert_eq!(placed.image.pixels, (600, 600));
        assert!(placed.image.id.is_some());
    }
}
