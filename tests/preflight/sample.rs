//! A valid file of two pages, which the tests modify.

use ataskaita::press::preflight::{FaultOnPages, Inspection, Requirements, inspect};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

/// The file, with the numbers of the objects that are modified most often.
pub(crate) struct Sample {
    pub(crate) document: Document,
    pub(crate) pages: [ObjectId; 2],
    pub(crate) resources: ObjectId,
    pub(crate) intent: ObjectId,
    pub(crate) info: ObjectId,
    pub(crate) xmp: ObjectId,
    pub(crate) descriptor: ObjectId,
    pub(crate) descendant: ObjectId,
    pub(crate) picture: ObjectId,
}

const MILLIMETRE: f32 = 72.0 / 25.4;

/// The XMP metadata.
pub(crate) const XMP: &str = r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" pdfxid:GTS_PDFXVersion="PDF/X-4">
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ataskaita</rdf:li></rdf:Alt></dc:title>
  <xmp:CreateDate>2024-03-29T12:00:00+02:00</xmp:CreateDate>
  <xmp:ModifyDate>2024-03-29T10:00:00Z</xmp:ModifyDate>
  <xmp:MetadataDate>2024-03-29T10:00:00Z</xmp:MetadataDate>
  <xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
  <xmpMM:RenditionClass>default</xmpMM:RenditionClass><pdf:Trapped>False</pdf:Trapped>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"#;

/// The content of both pages: a tint over the whole sheet, transparent ink, black type of 10 pt, and an image of 50 mm.
const CONTENT: &str = "q 0.9 0.45 0.45 0.25 k 0 0 613 859 re f Q
q /Clear gs 0.5 0 0 0 k 100 100 50 50 re f Q
BT /F1 10 Tf 1 0 0 1 100 700 Tm 0 g <0001> Tj ET
q 141.732 0 0 141.732 100 200 cm /Im1 Do Q
";

impl Sample {
    pub(crate) fn new() -> Self {
        let mut document = Document::with_version("1.6");
        let font = std::fs::read("fonts/literata/Literata_700Bold_Italic.ttf").unwrap();
        let program = document.add_object(Stream::new(dictionary! {}, font));
        let descriptor =
            document.add_object(dictionary! { "Type" => "FontDescriptor", "FontFile2" => program });
        let descendant = document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => "AAAAAA+Literata",
            "FontDescriptor" => descriptor,
        });
        let font = document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "AAAAAA+Literata", "Encoding" => "Identity-H",
            "DescendantFonts" => vec![Object::Reference(descendant)],
        });
        let picture = document.add_object(picture(600, [200, 150, 100, 50]));
        let resources = document.add_object(dictionary! {
            "Font" => dictionary! { "F1" => font },
            "XObject" => dictionary! { "Im1" => picture },
            "ExtGState" => dictionary! { "Clear" => dictionary! { "ca" => 0.5 } },
        });
        let tree = document.new_object_id();
        let pages = [(); 2].map(|()| {
            let content = document.add_object(Stream::new(dictionary! {}, CONTENT.as_bytes().to_vec()));
            document.add_object(dictionary! {
                "Type" => "Page", "Parent" => tree, "Contents" => content,
                "BleedBox" => rect(0.0, 0.0, 216.0, 303.0), "TrimBox" => rect(3.0, 3.0, 213.0, 300.0),
                "Group" => dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK" },
            })
        });
        // Inherited by both pages.
        document.set_object(
            tree,
            dictionary! {
                "Type" => "Pages", "Count" => 2, "Kids" => pages.map(Object::Reference).to_vec(),
                "Resources" => resources, "MediaBox" => rect(0.0, 0.0, 216.0, 303.0),
            },
        );
        let profile = document.add_object(Stream::new(dictionary! { "N" => 4 }, profile(*b"prtr", *b"CMYK")));
        let intent = document.add_object(dictionary! {
            "Type" => "OutputIntent", "S" => "GTS_PDFX", "DestOutputProfile" => profile,
            "OutputConditionIdentifier" => Object::string_literal("FOGRA39"),
        });
        let xmp = document.add_object(metadata(XMP));
        let catalog = document.add_object(dictionary! {
            "Type" => "Catalog", "Pages" => tree, "Metadata" => xmp,
            "OutputIntents" => vec![Object::Reference(intent)],
        });
        let info = document.add_object(dictionary! {
            "Title" => Object::string_literal("Ataskaita"), "Trapped" => "False",
            "CreationDate" => Object::string_literal("D:20240329120000+02'00'"),
            "ModDate" => Object::string_literal("D:20240329120000+02'00'"),
        });
        let id = Object::string_literal("0123456789abcdef");
        document.trailer.set("Root", catalog);
        document.trailer.set("Info", info);
        document.trailer.set("ID", vec![id.clone(), id]);
        Self { document, pages, resources, intent, info, xmp, descriptor, descendant, picture }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.document.clone().save_to(&mut bytes).unwrap();
        bytes
    }

    pub(crate) fn inspect(&self) -> Inspection {
        inspect(&self.bytes(), &Requirements::default()).unwrap()
    }

    pub(crate) fn dict(&mut self, id: ObjectId) -> &mut Dictionary {
        match self.document.get_object_mut(id).unwrap() {
            Object::Stream(stream) => &mut stream.dict,
            object => object.as_dict_mut().unwrap(),
        }
    }

    pub(crate) fn catalog(&mut self) -> &mut Dictionary {
        self.document.catalog_mut().unwrap()
    }

    /// A page, numbered from 1.
    pub(crate) fn page(&mut self, number: usize) -> &mut Dictionary {
        self.dict(self.pages[number - 1])
    }

    /// Appends operators to a page, numbered from 1.
    pub(crate) fn draw(&mut self, number: usize, operators: &str) {
        self.document.add_page_contents(self.pages[number - 1], operators.as_bytes().to_vec()).unwrap();
    }

    /// Replaces the content of a page, numbered from 1, with operators that start in black.
    pub(crate) fn redraw(&mut self, number: usize, operators: &str) {
        self.page(number).remove(b"Contents");
        self.draw(number, operators);
    }

    /// Adds a resource to all pages.
    pub(crate) fn resource(&mut self, category: &str, name: &str, resource: impl Into<Object>) {
        let resources = self.dict(self.resources);
        if !resources.has(category.as_bytes()) {
            resources.set(category, Dictionary::new());
        }
        resources.get_mut(category.as_bytes()).unwrap().as_dict_mut().unwrap().set(name, resource);
    }

    pub(crate) fn set_xmp(&mut self, from: &str, to: &str) {
        assert!(XMP.contains(from));
        self.document.set_object(self.xmp, metadata(&XMP.replace(from, to)));
    }

    pub(crate) fn set_profile(&mut self, bytes: Vec<u8>) {
        let profile = self.document.add_object(Stream::new(dictionary! { "N" => 4 }, bytes));
        self.dict(self.intent).set("DestOutputProfile", profile);
    }

    pub(crate) fn annotate(&mut self, page: usize, annotation: Dictionary) {
        let annotation = self.document.add_object(annotation);
        self.page(page).set("Annots", vec![Object::Reference(annotation)]);
    }
}

/// The codes of the findings, each with its pages.
pub(crate) fn codes(faults: &[FaultOnPages]) -> Vec<(&'static str, String)> {
    faults.iter().map(|found| (found.fault.code(), found.pages.to_string())).collect()
}

/// A rectangle by its corners in millimetres.
pub(crate) fn rect(x0: f32, y0: f32, x1: f32, y1: f32) -> Object {
    [x0, y0, x1, y1].map(|side| Object::Real(side * MILLIMETRE)).to_vec().into()
}

/// A square image of a single colour in `DeviceCMYK`.
pub(crate) fn picture(side: u16, color: [u8; 4]) -> Stream {
    let mut stream = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => side, "Height" => side,
            "BitsPerComponent" => 8, "ColorSpace" => "DeviceCMYK",
        },
        color.repeat(usize::from(side) * usize::from(side)),
    );
    stream.compress().unwrap();
    stream
}

/// An ICC profile that is only a header.
pub(crate) fn profile(class: [u8; 4], space: [u8; 4]) -> Vec<u8> {
    let mut bytes = vec![0; 132];
    bytes[8] = 2;
    bytes[12..16].copy_from_slice(&class);
    bytes[16..20].copy_from_slice(&space);
    bytes[20..24].copy_from_slice(b"Lab ");
    bytes[36..40].copy_from_slice(b"acsp");
    bytes
}

fn metadata(xmp: &str) -> Stream {
    Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp.as_bytes().to_vec())
}
