//! Fuzzing with the files in `tests/corpus/` and other seeds, unchanged and mutated. Mutations are the same on every
//! run.
//!
//! Inputs that pass `check` are built in both editions without warnings. `FUZZ_CASES` is the number of mutated inputs
//! of each kind, and `FUZZ_SECONDS` a time limit.

mod images;
mod markdown;
mod pdf;
mod yaml;

use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use ataskaita::diagnostic::any_error;
use ataskaita::diagnostic::messages::Language;
use ataskaita::diagnostic::terminal::emit;
use ataskaita::export::Press;
use ataskaita::typeset::{Bleed, Edition};
use codespan_reporting::term::termcolor::NoColor;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::press::{ROOT, build, check, shown};

/// Processor time for one kind of input, in seconds.
const SECONDS: u32 = 600;
/// Memory for one kind of input, in mebibytes.
const MEBIBYTES: u32 = 1500;
/// The maximum size of a mutated input, in bytes.
const LENGTH_LIMIT: usize = 1 << 20;

/// The files of a folder of the corpus, sorted by their names.
fn corpus(kind: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(ROOT).join("tests/corpus").join(kind);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{} holds nothing", folder.display());
    files.into_iter().map(|file| fs::read(file).unwrap()).collect()
}

/// A mutation.
#[derive(Debug, Clone)]
enum Edit {
    Remove(usize),
    Insert(&'static str),
    Overwrite(&'static str),
    Flip(u8),
    Repeat { length: usize, times: usize },
}

/// Mutations that do not move other bytes.
fn in_place(tokens: &'static [&'static str]) -> BoxedStrategy<Edit> {
    prop_oneof![proptest::sample::select(tokens).prop_map(Edit::Overwrite), (1_u8..=255).prop_map(Edit::Flip)]
        .boxed()
}

/// Mutations of every kind.
fn anywhere(tokens: &'static [&'static str]) -> BoxedStrategy<Edit> {
    prop_oneof![
        2 => in_place(tokens),
        2 => (1_usize..40).prop_map(Edit::Remove),
        4 => proptest::sample::select(tokens).prop_map(Edit::Insert),
        1 => (1_usize..60, prop_oneof![4 => 2_usize..9, 1 => 100_usize..3000])
            .prop_map(|(length, times)| Edit::Repeat { length, times }),
    ]
    .boxed()
}

fn apply(bytes: &mut Vec<u8>, at: Index, edit: &Edit) {
    let start = at.index(bytes.len() + 1);
    let end = |length: usize| (start + length).min(bytes.len());
    match edit {
        Edit::Remove(length) => drop(bytes.drain(start..end(*length))),
        Edit::Insert(token) => drop(bytes.splice(start..start, token.bytes())),
        Edit::Overwrite(token) => drop(bytes.splice(start..end(token.len()), token.bytes())),
        Edit::Flip(bits) => {
            if let Some(byte) = bytes.get_mut(start) {
                *byte ^= bits;
            }
        }
        Edit::Repeat { length, times } => {
            let repeated = bytes[start..end(*length)].repeat(*times);
            bytes.splice(start..start, repeated);
        }
    }
    bytes.truncate(LENGTH_LIMIT);
}

/// Tries every seed, then mutated seeds.
fn fuzz(seeds: &[Vec<u8>], edits: BoxedStrategy<Edit>, cases: u32, test: impl Fn(&[u8])) {
    for seed in seeds {
        test(seed);
    }
    let cases = env::var("FUZZ_CASES").map_or(cases, |cases| cases.parse().unwrap());
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let input = (any::<Index>(), vec((any::<Index>(), edits), 1..8)).prop_map(|(seed, edits)| {
        let mut bytes = seed.get(seeds).clone();
        for (at, edit) in edits {
            apply(&mut bytes, at, &edit);
        }
        bytes
    });
    let seconds = env::var("FUZZ_SECONDS").ok().map(|seconds| Duration::from_secs(seconds.parse().unwrap()));
    let start = Instant::now();
    let result = runner.run(&input, |bytes| {
        if seconds.is_none_or(|seconds| start.elapsed() < seconds) {
            test(&bytes);
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

/// Asserts the invariants of all reports: findings have a location and no terminal control characters, and reports that
/// pass can be built.
fn assert_answered(yaml: &str, folder: &Path) {
    let found = check(yaml, folder);
    for (code, place) in found.iter().flat_map(|one| one.places.iter().map(|place| (one.code(), place))) {
        if let Some(range) = place.text_range() {
            let text = place.file.text.get(range.clone());
            assert!(text.is_some(), "{range:?}, the place of {code}, is no place in the file");
        }
    }
    for language in [Language::Lithuanian, Language::English] {
        let mut output = NoColor::new(Vec::new());
        emit(&found, &mut output, language).unwrap();
        let output = String::from_utf8(output.into_inner()).unwrap();
        assert!(!output.contains(|c: char| c.is_control() && c != '\n'), "{output:?}");
    }
    if any_error(&found) {
        return;
    }
    for edition in [Edition::Screen, Edition::Print { bleed: Bleed::default() }] {
        let built = build(yaml, folder, edition, &Press::default());
        let built = built.unwrap_or_else(|errors| panic!("passes check, and then:\n{}", shown(&errors)));
        let warnings: Vec<_> =
            built.warnings.into_iter().filter(|warning| warning.code() == "template").collect();
        assert!(warnings.is_empty(), "passes check, and then:\n{}", shown(&warnings));
    }
}
