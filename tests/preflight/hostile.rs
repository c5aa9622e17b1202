//! Broken and malicious files are handled.

use std::process::Command;

use ataskaita::press::pdf::PdfError;
use ataskaita::press::preflight::{Fault, NoPdf, Requirements, inspect};
use lopdf::{Dictionary, EncryptionState, EncryptionVersion, Object, Permissions, Stream, dictionary};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use crate::sample::{Sample, codes, profile, rect};

/// The codes of the findings in a file, or the code for a file that cannot be read.
fn found(bytes: &[u8]) -> Vec<&'static str> {
    match inspect(bytes, &Requirements::default()) {
        Ok(inspection) => inspection.faults.iter().map(|found| found.fault.code()).collect(),
        Err(error) => vec![Fault::Unreadable(NoPdf::Pdf(error)).code()],
    }
}

#[test]
fn files_that_are_not_pdf_are_reported_as_such() {
    for bytes in [
        &b""[..],
        b"%PDF-",
        b"%PDF-1.6\n",
        b"%PDF-1.6\n%%EOF",
        b"year: 2023\n",
        &[0xff; 5000],
        b"%PDF-1.6\nstartxref\n99999999999999999999\n%%EOF",
        b"%PDF-1.6\nxref\n0 4294967295\n0000000000 65535 f \ntrailer\n<< /Size 4294967295 /Root 1 0 R >>\nstartxref\n9\n%%EOF",
    ] {
        assert_eq!(found(bytes), ["pdf-unreadable"], "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(40)]));
    }
}

#[test]
fn truncated_files_are_handled() {
    let bytes = Sample::new().bytes();
    for part in 0..40 {
        assert!(!found(&bytes[..bytes.len() * part / 40]).is_empty());
    }
}

#[test]
fn a_file_of_which_only_attachments_are_encrypted_is_opened() {
    let mut sample = Sample::new();
    let key = || Object::string_literal("0".repeat(32));
    let filter = dictionary! { "CFM" => "AESV2", "AuthEvent" => "EFOpen", "Length" => 16 };
    let mut encryption = dictionary! {
        "Filter" => "Standard", "V" => 4, "R" => 4, "Length" => 128, "P" => -1052, "O" => key(), "U" => key(),
        "CF" => dictionary! { "StdCF" => filter }, "StmF" => "Identity", "StrF" => "Identity", "EFF" => "StdCF",
    };
    let id = sample.document.add_object(encryption.clone());
    sample.document.trailer.set("Encrypt", id);
    let inspection = inspect(&sample.bytes(), &Requirements::default()).unwrap();
    assert_eq!(codes(&inspection.faults), [("pdf-encrypted", String::new())]);
    encryption.set("StmF", "StdCF");
    sample.document.set_object(id, encryption);
    assert_eq!(inspect(&sample.bytes(), &Requirements::default()), Err(PdfError::Locked));
}

#[test]
fn a_file_with_a_password_is_not_opened() {
    let mut sample = Sample::new();
    let version = EncryptionVersion::V2 {
        document: &sample.document,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    sample.document.encrypt(&state).unwrap();
    assert_eq!(inspect(&sample.bytes(), &Requirements::default()), Err(PdfError::Locked));
}

#[test]
fn cyclic_page_trees_are_handled() {
    let mut sample = Sample::new();
    let tree = sample.page(1).get(b"Parent").unwrap().as_reference().unwrap();
    let kids = [tree, sample.pages[0], tree, sample.pages[1], sample.pages[0]];
    sample.dict(tree).set("Kids", kids.map(Object::Reference).to_vec());
    assert_eq!(codes(&sample.inspect().faults), []);
    sample.dict(tree).remove(b"Count");
    sample.dict(tree).set("Kids", vec![Object::Reference(tree)]);
    assert_eq!(codes(&sample.inspect().faults), [("pdf-pages", String::new())]);
    // A chain of ten thousand nodes above the only page.
    let mut below = sample.pages[0];
    for _ in 0..10_000 {
        below = sample.document.add_object(dictionary! { "Kids" => vec![Object::Reference(below)] });
    }
    sample.dict(tree).set("Kids", vec![Object::Reference(below)]);
    assert_eq!(codes(&sample.inspect().faults), []);
    // Circular references.
    let own = sample.document.new_object_id();
    sample.document.set_object(own, Object::Reference(own));
    sample.page(1).set("TrimBox", Object::Reference(own));
    assert_eq!(codes(&sample.inspect().faults), [("pdf-boxes", "1".to_owned())]);
}

#[test]
fn recursive_forms_are_handled() {
    let mut sample = Sample::new();
    let form = Stream::new(dictionary! { "Subtype" => "Form" }, b"/Fm Do /Fm Do".to_vec());
    let form = sample.document.add_object(form);
    sample.resource("XObject", "Fm", form);
    let cell = dictionary! { "PatternType" => 1, "PaintType" => 1 };
    let cell = Stream::new(cell, b"/Pattern cs /Tile scn 0 0 1 1 re f /Fm Do".to_vec());
    let cell = sample.document.add_object(cell);
    sample.resource("Pattern", "Tile", cell);
    sample.draw(1, "/Fm Do /Pattern cs /Tile scn 0 0 1 1 re f");
    assert_eq!(codes(&sample.inspect().faults), []);
}

#[test]
fn deep_nesting_is_bounded() {
    for operators in [
        "q ".repeat(100_000),
        format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)),
        "<<".repeat(10_000),
        "(".repeat(10_000),
        "BI ".repeat(10_000),
    ] {
        let mut sample = Sample::new();
        sample.draw(1, &operators);
        let found = codes(&sample.inspect().faults);
        assert_eq!(found.first(), Some(&("pdf-content", "1".to_owned())), "{}", &operators[..20]);
    }
    // The same in the file itself.
    for (open, close) in [("[", "]"), ("<< /A ", ">>"), ("(", ")")] {
        let mut bytes = b"%PDF-1.6\n1 0 obj\n".to_vec();
        bytes.extend(format!("{}{}", open.repeat(10_000), close.repeat(10_000)).into_bytes());
        bytes.extend(b"\nendobj\ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n0\n%%EOF");
        assert_eq!(found(&bytes), ["pdf-unreadable"]);
    }
}

#[test]
fn decompression_is_bounded() {
    let mut sample = Sample::new();
    let mut bomb = Stream::new(dictionary! {}, vec![b' '; 100 << 20]);
    bomb.compress().unwrap();
    assert!(bomb.content.len() < 1 << 20);
    let bomb = sample.document.add_object(bomb);
    sample.page(2).set("Contents", vec![Object::Reference(bomb); 100]);
    let expected = [("pdf-content", "2".to_owned()), ("pdf-limit", String::new())];
    assert_eq!(codes(&sample.inspect().faults), expected);
}

/// A file of 4 MB that would expand to 80 GB.
#[test]
fn repeated_object_streams_are_loaded_once() {
    let data = vec![b'a'; 4 << 20];
    let file = |objects: Vec<u8>, offsets: &[usize]| {
        let mut bytes = objects;
        let table = bytes.len();
        bytes.extend(format!("xref\n0 {}\n", offsets.len()).into_bytes());
        bytes.extend(offsets.iter().flat_map(|offset| format!("{offset:010} 00000 n \n").into_bytes()));
        bytes.extend(format!("trailer\n<< /Size 9 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF").into_bytes());
        bytes
    };
    let open = |number: usize, length: usize| format!("{number} 0 obj\n<< /Length {length} >>\nstream\n");
    let one =
        [b"%PDF-1.6\n".to_vec(), open(1, data.len()).into_bytes(), data.clone(), b"\nendstream".to_vec()];
    assert_eq!(found(&file(one.concat(), &vec![9; 20_000])), ["pdf-unreadable"]);
    // Each object is within the data of the previous one.
    let mut nested = b"%PDF-1.6\n".to_vec();
    let heads = 20_000 * open(10_000, 10_000_000).len();
    let end = nested.len() + heads + data.len();
    let mut offsets = Vec::new();
    for number in 10_000..30_000 {
        offsets.push(nested.len());
        let after = nested.len() + open(number, 10_000_000).len();
        nested.extend(open(number, end - after).into_bytes());
    }
    nested.resize(end, b'a');
    nested.extend(b"\nendstream\nendobj\n");
    assert_eq!(found(&file(nested, &offsets)), ["pdf-unreadable"]);
}

#[test]
fn declared_sizes_are_not_trusted() {
    let mut sample = Sample::new();
    let picture = sample.picture;
    sample.dict(picture).set("Width", i64::from(u32::MAX));
    sample.dict(picture).set("Height", i64::MAX);
    let mut parameters = dictionary! { "Predictor" => 12, "Columns" => i64::MAX, "Colors" => i64::MAX };
    parameters.set("BitsPerComponent", i64::MAX);
    sample.dict(picture).set("DecodeParms", parameters.clone());
    sample.page(2).set("MediaBox", rect(0.0, 0.0, f32::MAX, f32::MAX));
    let content = sample.page(1).get(b"Contents").unwrap().as_reference().unwrap();
    sample.dict(content).set("Filter", "FlateDecode");
    sample.dict(content).set("DecodeParms", parameters);
    let found = codes(&sample.inspect().faults);
    assert!(found.contains(&("pdf-content", "1".to_owned())), "{found:?}");
}

/// A panic would give the finding `internal`.
#[test]
fn random_byte_changes_are_handled() {
    let mut sample = Sample::new();
    // Small, so that changes are likely to affect something that matters.
    let descriptor = sample.descriptor;
    let program = sample.dict(descriptor).get(b"FontFile2").unwrap().as_reference().unwrap();
    sample.document.set_object(program, Stream::new(dictionary! {}, b"font".to_vec()));
    let bytes = sample.bytes();
    let change = (
        any::<prop::sample::Index>(),
        prop_oneof![any::<u8>(), prop::sample::select(&b"0129 <>[]()/R-."[..])],
    );
    let config = ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, seed)
        .run(&prop::collection::vec(change, 1..20), |changes| {
            let mut changed = bytes.clone();
            for (index, byte) in changes {
                changed[index.index(bytes.len())] = byte;
            }
            prop_assert!(!found(&changed).contains(&"internal"));
            Ok(())
        })
        .unwrap();
}

/// Runs the program on a file in a separate process, limited to 60 s of processor time, because it is not optimized
/// here, and 640 MiB of address space, of which the program itself takes about 100.
fn run_within_limits(sample: &mut Sample) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hostile.pdf");
    std::fs::write(&path, sample.bytes()).unwrap();
    let output = Command::new("sh")
        .args(["-c", "ulimit -t 60; ulimit -v 655360; exec \"$0\" preflight --lang en --format short \"$1\""])
        .arg(env!("CARGO_BIN_EXE_ataskaita"))
        .arg(&path)
        .output()
        .unwrap();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{:?} {output:?}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// A stream that is small in the file.
fn packed(dict: Dictionary, data: Vec<u8>) -> Stream {
    let mut stream = Stream::new(dict, data);
    stream.compress().unwrap();
    stream
}

fn content(sample: &mut Sample, operators: Vec<u8>) {
    let content = sample.document.add_object(packed(dictionary! {}, operators));
    sample.page(1).set("Contents", content);
}

#[test]
fn cyclic_name_trees_are_handled() {
    let mut sample = Sample::new();
    let tree = sample.document.new_object_id();
    let names = vec![Object::string_literal("a"), dictionary! {}.into()];
    let kids = vec![Object::Reference(tree); 64];
    sample.document.set_object(tree, dictionary! { "Kids" => kids, "Names" => names });
    sample.catalog().set("Names", dictionary! { "EmbeddedFiles" => tree });
    assert_eq!(sample.inspect().properties.attachments, 1);
    assert_eq!(run_within_limits(&mut sample), "");
}

#[test]
fn nested_forms_use_bounded_memory() {
    let mut sample = Sample::new();
    for level in 0..4 {
        let mut operators = vec![b' '; 30 << 20];
        operators.extend(format!("/F{} Do", level + 1).into_bytes());
        let form = sample.document.add_object(packed(dictionary! { "Subtype" => "Form" }, operators));
        sample.resource("XObject", &format!("F{level}"), form);
    }
    content(&mut sample, b"/F0 Do".to_vec());
    let said = run_within_limits(&mut sample);
    assert!(said.contains("the content of the page is broken or too large"), "{said}");
}

#[test]
fn a_profile_is_read_only_once() {
    let mut sample = Sample::new();
    let mut icc = profile(*b"prtr", *b"CMYK");
    icc.resize(8 << 20, 0);
    let icc = sample.document.add_object(packed(dictionary! { "N" => 4 }, icc));
    sample.resource("ColorSpace", "Icc", vec!["ICCBased".into(), icc.into()]);
    content(&mut sample, b"/Icc cs 0 0 0 1 sc 90 90 9 9 re f ".repeat(5_000));
    assert_eq!(run_within_limits(&mut sample), "");
}

#[test]
fn stitching_functions_are_bounded() {
    let mut sample = Sample::new();
    let mut function = Object::Dictionary(dictionary! { "FunctionType" => 2, "C0" => vec![0.into(); 4] });
    for _ in 0..4 {
        let part = sample.document.add_object(function);
        let parts = vec![Object::Reference(part); 1_000];
        function = dictionary! { "FunctionType" => 3, "Functions" => parts }.into();
    }
    let shading = dictionary! { "ShadingType" => 2, "ColorSpace" => "DeviceCMYK", "Function" => function };
    sample.resource("Shading", "Sh", shading);
    content(&mut sample, b"/Sh sh ".repeat(50_000));
    assert_eq!(run_within_limits(&mut sample), "");
}

#[test]
fn operators_use_bounded_memory() {
    let mut sample = Sample::new();
    content(&mut sample, b"0 g ".repeat(1 << 20));
    assert_eq!(run_within_limits(&mut sample), "");
    // An operand that would take 200 MB.
    content(&mut sample, [b"[".as_slice(), &b"0 ".repeat(8 << 20), b"] TJ"].concat());
    let said = run_within_limits(&mut sample);
    assert!(said.contains("the objects of the file take more than 96 MiB of memory"), "{said}");
}

#[test]
fn images_are_read_row_by_row() {
    let mut sample = Sample::new();
    let picture = sample.picture;
    // A row of 8.6 GB that is not in the data.
    sample.dict(picture).set("Width", 1_i64 << 31);
    run_within_limits(&mut sample);
    // The longest row that is read, with all inks in its first pixel.
    let mut samples = vec![0; 1 << 20];
    samples[..4].fill(255);
    let dict = dictionary! {
        "Subtype" => "Image", "Width" => 1 << 18, "Height" => 1, "BitsPerComponent" => 8,
        "ColorSpace" => "DeviceCMYK",
    };
    sample.document.set_object(picture, packed(dict, samples));
    assert_eq!(sample.inspect().properties.highest_ink.map(f64::round), Some(400.0));
}
