//! PDF/X-4, as the exporter writes it and preflight checks it.
//!
//! The standard is ISO 15930-7:2010, the second edition. The numbers of clauses are those of its table of
//! contents. If the number of a clause could not be confirmed there, the table cites the definition of the
//! feature in ISO 32000-1:2008, or the same requirement of ISO 19005-2:2011, which the exporter also meets.
//!
//! | clause | requirement | the exporter | preflight |
//! |--------|-------------|--------------|-----------|
//! | 6.1 | PDF 1.6 | writes 1.6 | `pdf-version` |
//! | 6.4 | one output intent for PDF/X, with its profile; colours in the output space do not have a separate copy of that profile | `output_intents`, `inks` | `pdf-output-intent`, `pdf-color`, `pdf-color-profile` |
//! | 6.5 | fonts are embedded | Typst embeds them | `pdf-font` |
//! | 6.10 | the file is identified: `GTS_PDFXVersion`, dates, `ID` | `metadata` | `pdf-standard`, `pdf-metadata`, `pdf-metadata-differs` |
//! | ISO 32000-1, 14.11.6 | it is known whether the file is trapped | `metadata` | `pdf-trapped` |
//! | ISO 32000-1, 14.11.2 | each page has a trim box within its bleed box within its media box, and is not cropped within it | `boxes` | `pdf-boxes`, `pdf-trim`, `pdf-bleed` |
//! | ISO 32000-1, 8.9.5.4, 8.10.4, 14.11.7 | no alternate images, reference XObjects and OPI comments | Typst writes none | `pdf-proxy` |
//! | ISO 32000-1, 8.6.6.4 | the alternate space of a spot colour is one that may be painted in | Typst writes no spot colours | `pdf-spot-alternate` |
//! | ISO 19005-2, 6.2.4.2 | CMYK of an ICC profile does not overprint in mode 1 | `inks` leaves none | `pdf-overprint-mode` |
//! | ISO 19005-2, 6.2.11.8 | no text shows the glyph `.notdef` | the rules refuse characters that no typeface has | `pdf-missing-glyph` |
//! | 6.13 | no transfer curve; halftones that every device has | Typst writes none | `pdf-transfer`, `pdf-halftone` |
//! | 6.14 | no PostScript | Typst writes none | `pdf-postscript` |
//! | ISO 32000-1, 7.6 | no encryption | lopdf writes none | `pdf-encrypted` |
//! | 6.17 | no annotation within the bleed | `links` | `pdf-annotation`, `pdf-media` |
//! | 6.18 | no actions and no JavaScript | Typst writes none | `pdf-action`, `pdf-script` |
//! | 6.20 | transparency is blended in the colours of the output intent | `boxes`, `inks` | `pdf-blending` |
//! | 6.26 | no form | Typst writes none | `pdf-form` |

/// The name of the standard in the XMP metadata (6.10).
pub const NAME: &str = "PDF/X-4";

/// The version of PDF on which it is based (6.1).
pub const PDF_VERSION: &str = "1.6";
