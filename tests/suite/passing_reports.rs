//! Reports that pass `check` can be built, in both editions and without further warnings, regardless of their texts.

use std::cell::Cell;
use std::sync::LazyLock;

use ataskaita::build::{Options, build, check};
use ataskaita::diagnostic::any_error;
use ataskaita::source::Source;
use ataskaita::typeset::Typesetter;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::every_text::report;
use crate::press::{ROOT, shown};

static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(None, None).unwrap());

/// Whether a report passes. If so, it is also built.
fn passes(yaml: &str) -> bool {
    let source = Source::new("report.yaml", ROOT, yaml);
    let found = check(&source, &TYPESETTER, false);
    if any_error(&found) {
        return false;
    }
    match build(&source, &TYPESETTER, &Options::default()) {
        Ok(built) => {
            // Building gives no further warnings.
            let new: Vec<_> = built.warnings.into_iter().filter(|warning| !found.contains(warning)).collect();
            assert!(new.is_empty(), "{}", shown(&new));
        }
        Err(errors) => panic!("{}of a report that passes:\n{yaml}", shown(&errors)),
    }
    true
}

/// A word, either realistic pasted text or contrived.
fn word() -> impl Strategy<Value = String> {
    /// Characters that are invisible, missing from all fonts, or affect adjacent letters.
    const STRANGE: [&str; 36] = [
        "\u{ad}",
        "\u{ad}\u{ad}",
        "\u{200b}",
        "\u{200c}",
        "\u{200d}",
        "\u{200e}",
        "\u{feff}",
        "\u{2060}",
        "\u{34f}",
        "\u{fe0f}",
        "\u{e0100}",
        "\u{85}",
        "\u{2028}",
        "\u{2029}",
        "\t",
        "\u{a0}",
        "\u{1680}",
        "\u{2007}",
        "\u{2009}",
        "\u{202f}",
        "\u{3000}",
        "\u{301}",
        "a\u{301}\u{328}\u{307}",
        "\u{20dd}",
        "\u{202e}",
        "\u{2066}",
        "\u{7}",
        "\u{fffd}",
        "日",
        "שלום",
        "ر",
        "🙂",
        "\u{e000}",
        "\u{fffe}",
        "а",
        "#\\$<@*_[",
    ];
    prop_oneof![
        12 => "[a-ząčęėįšųūž]{1,12}",
        3 => proptest::sample::select(&STRANGE[..22]).prop_map(str::to_owned),
        1 => ("[a-ž]{1,5}", proptest::sample::select(&STRANGE[..]), "[a-ž]{0,5}")
            .prop_map(|(before, strange, after)| format!("{before}{strange}{after}")),
        1 => (1_usize..=500).prop_map(|length| "ž".repeat(length)),
        1 => (1_usize..=30).prop_map(|marks| format!("a{}", "\u{328}".repeat(marks))),
    ]
}

#[test]
fn reports_that_pass_check_are_built() {
    let config = Config { cases: 20, failure_persistence: None, max_shrink_iters: 30, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let (passed, refused) = (Cell::new(0), Cell::new(0));
    let result = runner.run(&(vec(vec(word(), 1..4), 3), 0..60_usize), |(texts, first)| {
        let mut place = 0;
        let yaml = report(|name| {
            place += 1;
            // The words are in three fields.
            match texts.get((place + 60 - first) % 60) {
                Some(words) => format!("{} {place}", words.join(" ")),
                None => format!("{name} {place}"),
            }
        });
        let count = if passes(&yaml) { &passed } else { &refused };
        count.set(count.get() + 1);
        Ok(())
    });
    result.unwrap();
    assert!(passed.get() > 3 && refused.get() > 1, "{} passed, {} were refused", passed.get(), refused.get());
}

/// The maximum length of a text, and one character more.
#[test]
fn texts_up_to_their_limits_are_built() {
    let of = |place: &'static str, text: &str| {
        report(|name| if name == place { text.to_owned() } else { name.to_owned() })
    };
    let words = |length: usize| "ž".repeat(499) + &" ąžuolas".repeat(length / 8);
    for (place, text) in [
        ("name", "ž".repeat(500)),
        ("name", words(1_480)),
        ("works title", words(1_480)),
        ("about text", words(15_480)),
        ("about text", "𝐚 ".repeat(8_000)),
        ("short work", format!("a{}", "\u{301}".repeat(30))),
        ("vision text", format!("[a](https://www.example.org/{})", "a".repeat(1_900))),
    ] {
        let passed = passes(&of(place, &text));
        assert!(passed || text.starts_with('𝐚'), "{place}");
    }
    for (place, text) in [
        ("name", "ž".repeat(501)),
        ("name", words(2_000)),
        ("about text", words(16_000)),
        ("about text", "ž".repeat(40_000)),
        ("short work", format!("a{}", "\u{301}".repeat(4_000))),
        ("vision text", format!("[a](https://www.example.org/{})", "a".repeat(33_000))),
    ] {
        assert!(!passes(&of(place, &text)), "{place}");
    }
}
