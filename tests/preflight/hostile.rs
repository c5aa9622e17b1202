//! Files that are broken, or made to do harm, get an answer.

use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};

use ataskaita::press::pdf::PdfError;
use ataskaita::press::preflight::{Demands, Fault, NoPdf, inspect};
use lopdf::{EncryptionState, EncryptionVersion, Object, Permissions, Stream, dictionary};
use proptest::prelude::*;

use crate::sample::{Sample, codes, rect};

/// The codes of what is found in a file, or that it cannot be read.
fn found(bytes: &[u8]) -> Vec<&'static str> {
    match inspect(bytes, &Demands::default()) {
        Ok(inspection) => inspection.faults.iter().map(|found| found.fault.code()).collect(),
        Err(error) => vec![Fault::Unreadable(NoPdf::Pdf(error)).code()],
    }
}

#[test]
fn what_is_no_pdf_is_said_to_be_none() {
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
fn a_file_that_breaks_off_is_answered() {
    let bytes = Sample::new().bytes();
    for part in 0..40 {
        assert!(!found(&bytes[..bytes.len() * part / 40]).is_empty());
    }
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
    assert_eq!(inspect(&sample.bytes(), &Demands::default()), Err(PdfError::Locked));
}

#[test]
fn a_tree_of_pages_may_be_a_knot() {
    let mut sample = Sample::new();
    let tree = sample.page(1).get(b"Parent").unwrap().as_reference().unwrap();
    let kids = [tree, sample.pages[0], tree, sample.pages[1], sample.pages[0]];
    sample.dict(tree).set("Kids", kids.map(Object::Reference).to_vec());
    assert_eq!(codes(&sample.inspect().faults), []);
    sample.dict(tree).remove(b"Count");
    sample.dict(tree).set("Kids", vec![Object::Reference(tree)]);
    assert_eq!(codes(&sample.inspect().faults), [("pdf-pages", String::new())]);
    // A chain of ten thousand nodes to the one page.
    let mut below = sample.pages[0];
    for _ in 0..10_000 {
        below = sample.document.add_object(dictionary! { "Kids" => vec![Object::Reference(below)] });
    }
    sample.dict(tree).set("Kids", vec![Object::Reference(below)]);
    assert_eq!(codes(&sample.inspect().faults), []);
    // References that lead to themselves.
    let own = sample.document.new_object_id();
    sample.document.set_object(own, Object::Reference(own));
    sample.page(1).set("TrimBox", Object::Reference(own));
    assert_eq!(codes(&sample.inspect().faults), [("pdf-boxes", "1".to_owned())]);
}

#[test]
fn forms_may_draw_themselves() {
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

/// Ten forms, each drawing the next ten times: ten thousand million in all.
#[test]
fn forms_may_draw_each_other_beyond_measure() {
    let mut sample = Sample::new();
    for level in 0..10 {
        let drawn = format!("/F{} Do ", level + 1).repeat(10);
        let form = Stream::new(dictionary! { "Subtype" => "Form" }, drawn.into_bytes());
        let form = sample.document.add_object(form);
        sample.resource("XObject", &format!("F{level}"), form);
    }
    let last = Stream::new(dictionary! { "Subtype" => "Form" }, b"0 0 9 9 re f ".repeat(1000));
    let last = sample.document.add_object(last);
    sample.resource("XObject", "F10", last);
    sample.draw(2, "/F0 Do");
    assert_eq!(codes(&sample.inspect().faults), [("pdf-content", "2".to_owned())]);
}

#[test]
fn nesting_has_no_depth_that_harms() {
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
fn what_is_packed_small_is_not_unpacked_without_end() {
    let mut sample = Sample::new();
    let mut bomb = Stream::new(dictionary! {}, vec![b' '; 100 << 20]);
    bomb.compress().unwrap();
    assert!(bomb.content.len() < 1 << 20);
    let bomb = sample.document.add_object(bomb);
    sample.page(2).set("Contents", vec![Object::Reference(bomb); 100]);
    assert_eq!(codes(&sample.inspect().faults), [("pdf-content", "2".to_owned())]);
}

/// A file of 4 MB that would come to 80 GB.
#[test]
fn an_object_is_not_loaded_for_every_entry_that_leads_to_it() {
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
    // Each object within the data of the one before.
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
fn declared_measures_are_not_believed() {
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

/// Whatever panics in the crate itself is counted; what panics in lopdf is caught and answered.
static OWN_PANICS: AtomicUsize = AtomicUsize::new(0);

#[test]
fn bytes_changed_at_random_do_no_harm() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let file = info.location().map_or("", |location| location.file());
        if file.starts_with("src/") {
            OWN_PANICS.fetch_add(1, Ordering::Relaxed);
        }
        if !file.contains("lopdf") {
            before(info);
        }
    }));
    let mut sample = Sample::new();
    // Small, so that changes meet what matters.
    let descriptor = sample.descriptor;
    let program = sample.dict(descriptor).get(b"FontFile2").unwrap().as_reference().unwrap();
    sample.document.set_object(program, Stream::new(dictionary! {}, b"font".to_vec()));
    let bytes = sample.bytes();
    let change = (
        any::<prop::sample::Index>(),
        prop_oneof![any::<u8>(), prop::sample::select(&b"0129 <>[]()/R-."[..])],
    );
    let mut runner =
        proptest::test_runner::TestRunner::new(ProptestConfig { cases: 400, ..Default::default() });
    runner
        .run(&prop::collection::vec(change, 1..20), |changes| {
            let mut changed = bytes.clone();
            for (index, byte) in changes {
                changed[index.index(bytes.len())] = byte;
            }
            found(&changed);
            prop_assert_eq!(OWN_PANICS.load(Ordering::Relaxed), 0);
            Ok(())
        })
        .unwrap();
    drop(panic::take_hook());
}
