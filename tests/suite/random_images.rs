//! Damaged images: reports that pass `check` can be built, in both editions and without further warnings. The same
//! images on every run.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::one_image::judge;

const CASES: u32 = 120;

const IMAGES: [(&str, &[u8]); 11] = [
    ("a.jpg", include_bytes!("../images/baseline.jpg")),
    ("b.jpg", include_bytes!("../images/progressive.jpg")),
    ("c.jpg", include_bytes!("../images/srgb-profile.jpg")),
    ("d.png", include_bytes!("../images/16-bit.png")),
    ("e.png", include_bytes!("../images/palette-alpha.png")),
    ("f.webp", include_bytes!("../images/lossy.webp")),
    ("g.webp", include_bytes!("../images/animated.webp")),
    ("h.gif", include_bytes!("../images/animated.gif")),
    ("i.svg", include_bytes!("../images/chart.svg")),
    ("j.svg", include_bytes!("../images/chart.svg")),
    ("k.svg", include_bytes!("../reports/full/images/logo.svg")),
];

/// A change to the bytes of an image.
#[derive(Debug, Clone)]
enum Change {
    /// A byte is replaced.
    Replace(Index, u8),
    /// Bytes are lost.
    Remove(Index, usize),
    /// Bytes are repeated.
    Repeat(Index, usize),
    /// SVG code is inserted; in other formats, it is arbitrary bytes.
    Insert(Index, &'static str),
}

fn change() -> impl Strategy<Value = Change> {
    const WORDS: [&str; 14] = [
        "0",
        "-1",
        "1e9",
        "1e-9",
        "NaN",
        "%",
        "url(#a)",
        "<g opacity='.5'>",
        "</g>",
        "\u{feff}",
        "日",
        "none",
        " href='#a'",
        " filter='url(#f)'",
    ];
    let place = any::<Index>;
    prop_oneof![
        3 => (place(), any::<u8>()).prop_map(|(at, byte)| Change::Replace(at, byte)),
        1 => (place(), 1_usize..40).prop_map(|(at, count)| Change::Remove(at, count)),
        1 => (place(), 1_usize..40).prop_map(|(at, count)| Change::Repeat(at, count)),
        2 => (place(), select(WORDS.to_vec())).prop_map(|(at, word)| Change::Insert(at, word)),
    ]
}

fn changed(image: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = image.to_vec();
    for change in changes {
        let (Change::Replace(at, _) | Change::Remove(at, _) | Change::Repeat(at, _) | Change::Insert(at, _)) =
            change;
        let at = at.index(bytes.len().max(1));
        match *change {
            Change::Replace(_, byte) => bytes[at] = byte,
            Change::Remove(_, count) => drop(bytes.drain(at..(at + count).min(bytes.len()))),
            Change::Repeat(_, count) => {
                let again = bytes[at..(at + count).min(bytes.len())].to_vec();
                bytes.splice(at..at, again);
            }
            Change::Insert(_, word) => drop(bytes.splice(at..at, word.bytes())),
        }
    }
    bytes
}

#[test]
fn images_that_pass_check_are_built() {
    let config =
        Config { cases: CASES, failure_persistence: None, max_shrink_iters: 60, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let (mut passed, mut refused) = (0, 0);
    let counts = std::cell::RefCell::new((&mut passed, &mut refused));
    let result = runner.run(&(select(IMAGES.to_vec()), vec(change(), 1..4)), |((name, image), changes)| {
        let verdict = judge(name, &changed(image, &changes));
        let (passed, refused) = &mut *counts.borrow_mut();
        if verdict.errors.is_empty() {
            **passed += 1;
        } else {
            **refused += 1;
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    assert!(passed > 20 && refused > 20, "{passed} passed, {refused} were refused");
}
