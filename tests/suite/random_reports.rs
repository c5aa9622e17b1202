//! Random reports, the same on every run: each optional part present or absent, one to two hundred items, long words,
//! every Lithuanian letter.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use ataskaita::diagnostic::any_error;
use ataskaita::export::Press;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_yaml::{Mapping, Value};

use crate::conformance::assert_conforms;
use crate::orderly::{assert_orderly, assert_well_structured};
use crate::pdf::File;
use crate::press::{ROOT, check, print_cleanly, print_for};
use crate::print_edition::{assert_in_ink, assert_same_lines};
use crate::wording::Wording;

const CASES: u32 = 40;

#[test]
fn random_reports_are_built_without_warnings() {
    let config =
        Config { cases: CASES, failure_persistence: None, max_shrink_iters: 100, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let seen = RefCell::new(Seen::default());
    let result = runner.run(&report(), |report| {
        let yaml = serde_yaml::to_string(&report).unwrap();
        // Occasionally, an item is duplicated.
        prop_assume!(!any_error(&check(&yaml, Path::new(ROOT))));
        let count = seen.borrow_mut().take(&report);
        let pdf = print_cleanly(&yaml, Path::new(ROOT));
        let file = File::read(&pdf);
        Wording::of(&yaml).assert_said_by(&file);
        assert_well_structured(&file);
        assert_orderly(&file);
        if count % 5 == 0 {
            assert_conforms(&pdf);
            let print = print_for(&Press::default(), &yaml, Path::new(ROOT));
            assert_in_ink(&lopdf::Document::load_mem(&print).unwrap());
            assert_same_lines(&File::read(&print), &file);
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    seen.into_inner().assert_every_shape();
}

/// The variants that have occurred, to check that the cases are varied.
#[derive(Default)]
struct Seen {
    count: usize,
    optional: BTreeMap<&'static str, [usize; 2]>,
    works: Vec<usize>,
}

impl Seen {
    fn take(&mut self, report: &Value) -> usize {
        let organization = &report["organization"];
        let sequence = |value: &Value| value.as_sequence().cloned().unwrap_or_default();
        let activities = &report["activities"];
        let groups = sequence(&activities["groups"]);
        let grouped = groups.iter().flat_map(|group| sequence(&group["items"]));
        let works: Vec<Value> = sequence(&activities["items"]).into_iter().chain(grouped).collect();
        let sections = sequence(&report["sections"]);
        let numbers = report.get("numbers").map(|numbers| sequence(&numbers["items"])).unwrap_or_default();
        let finance = &report["finance"];
        let other = finance.get("other").map(&sequence).unwrap_or_default();
        let money = || {
            let income_and_expenses =
                ["income", "expenses"].into_iter().flat_map(|key| sequence(&finance[key]));
            let grouped = other.iter().filter_map(|entry| entry.get("rows")).flat_map(&sequence);
            income_and_expenses.chain(other.iter().cloned()).chain(grouped)
        };
        for (part, present) in [
            ("legal form", organization.get("legal_form").is_some()),
            ("code", organization.get("code").is_some()),
            ("logo", organization.get("logo").is_some()),
            ("published", report.get("published").is_some()),
            ("theme", report.get("theme").is_some()),
            ("plans", report.get("plans").is_some()),
            ("sections", report.get("sections").is_some()),
            ("short name", organization.get("short_name").is_some()),
            ("period", report.get("period").is_some()),
            ("mission", report.get("mission").is_some()),
            ("vision", report.get("vision").is_some()),
            ("goals", report.get("goals").is_some()),
            ("people", report.get("people").is_some()),
            ("supporters", report.get("supporters").is_some()),
            ("members", report.get("members").is_some()),
            ("member list", report.get("members").is_some_and(|members| members.get("list").is_some())),
            (
                "members before",
                report.get("members").is_some_and(|members| members.get("previous").is_some()),
            ),
            ("groups of members", report["members"].get("groups").is_some()),
            ("holders", report["members"].get("holders").is_some()),
            (
                "members sentence",
                report.get("members").is_some_and(|members| members.get("sentence").is_some()),
            ),
            ("phone", report["contact"].get("phone").is_some()),
            ("other money", report["finance"].get("other").is_some()),
            ("groups of other money", other.iter().any(|entry| entry.get("rows").is_some())),
            ("total of other money", other.iter().any(|entry| entry["total"] == Value::Bool(true))),
            ("plan", money().any(|row| row.get("plan").is_some())),
            ("earlier money", money().any(|row| row.get("earlier").is_some())),
            ("notes on money", report["finance"].get("notes").is_some()),
            ("numbers", report.get("numbers").is_some()),
            ("numbers before", numbers.iter().any(|item| item.get("previous").is_some())),
            ("earlier numbers", numbers.iter().any(|item| item.get("earlier").is_some())),
            ("cover image", report.get("cover").is_some()),
            ("motto", report["activities"].get("motto").is_some()),
            ("title", report["activities"].get("title").is_some()),
            ("groups", !groups.is_empty()),
            ("projects", report.get("projects").is_some()),
            ("quote", sections.iter().any(|section| section.get("quote").is_some())),
            ("pictures", works.iter().any(|work| work.get("images").is_some())),
            ("picture", works.iter().any(|work| work.get("image").is_some())),
        ] {
            self.optional.entry(part).or_default()[usize::from(present)] += 1;
        }
        self.works.push(works.len());
        self.count += 1;
        self.count
    }

    fn assert_every_shape(&self) {
        for (part, [absent, present]) in &self.optional {
            assert!(*absent > 2 && *present > 2, "{part}: absent {absent} times, present {present}");
        }
        assert!(self.works.contains(&1), "{:?}", self.works);
        assert!(self.works.iter().any(|works| *works >= 150), "{:?}", self.works);
    }
}

fn mapping(entries: Vec<(&str, Option<Value>)>) -> Value {
    let present = entries.into_iter().filter_map(|(key, value)| Some((key.into(), value?)));
    Value::Mapping(present.collect::<Mapping>())
}

fn report() -> impl Strategy<Value = Value> {
    let start = (organization(), 1990_u16..2100, optional(day()), passage());
    let optional_parts = (
        optional(passage()),
        optional(passage()),
        optional(goals()),
        optional(people()),
        optional(members()),
        optional(supporters()),
        optional(period_end()),
        optional(Just(Value::from("tests/reports/community/images/virselis.jpg"))),
    );
    let sections = optional(vec(free_section(), 1..4));
    let middle = (activities(), optional(plans()), sections, optional(projects()));
    let end = (contact(), optional(theme()), optional(vec(line(), 1..3)));
    // The earlier years of money and of key numbers depend on the year.
    let start = start.prop_flat_map(|start| {
        let year = start.1;
        (Just(start), finance(year), optional(numbers(year)))
    });
    (start, optional_parts, middle, end).prop_map(|((start, finance, numbers), parts, middle, end)| {
        let year = start.1;
        let cover = parts.7.map(|file| {
            let image = mapping(vec![("file", Some(file)), ("alt", Some("Viršelis".into()))]);
            mapping(vec![("image", Some(image))])
        });
        let period = parts.6.map(|end| {
            mapping(vec![
                ("from", Some(format!("{year}-02-01").into())),
                ("to", Some(format!("{year}{end}").into())),
            ])
        });
        mapping(vec![
            ("organization", Some(start.0)),
            ("year", Some(start.1.into())),
            ("period", period),
            ("published", start.2.map(|day| format!("{}-{day}", year + 1).into())),
            ("cover", cover),
            ("about", Some(start.3)),
            ("mission", parts.0),
            ("vision", parts.1),
            ("goals", parts.2),
            ("people", parts.3),
            ("members", parts.4),
            ("numbers", numbers),
            ("activities", Some(middle.0)),
            ("projects", middle.3),
            ("finance", Some(finance)),
            ("supporters", parts.5),
            ("plans", middle.1),
            ("sections", middle.2.map(Value::Sequence)),
            ("contact", Some(end.0)),
            ("theme", end.1),
            ("spelling", end.2.map(Value::Sequence)),
        ])
    })
}

fn organization() -> impl Strategy<Value = Value> {
    let logo = Just(Value::from("tests/reports/full/images/logo.svg"));
    let forms = ["asociacija", "viešoji įstaiga", "labdaros ir paramos fondas"].map(Value::from).to_vec();
    let legal_form = prop_oneof![1 => line(), 3 => proptest::sample::select(forms)];
    (line(), optional(title()), optional(legal_form), optional(code()), optional(logo)).prop_map(
        |(name, short_name, legal_form, code, logo)| {
            mapping(vec![
                ("name", Some(name)),
                ("short_name", short_name),
                ("legal_form", legal_form),
                ("code", code),
                ("logo", logo),
            ])
        },
    )
}

/// The last day of a period, without its year.
fn period_end() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("-12-31"), Just("-08-31"), Just("-02-28")]
}

fn people() -> impl Strategy<Value = Value> {
    let portrait = Just(Value::from("tests/reports/full/images/sodinimas.jpg"));
    let person = (line(), optional(line()), optional(line()), optional(portrait), optional(prose()))
        .prop_map(|(name, role, organization, portrait, text)| {
            mapping(vec![
                ("name", Some(name)),
                ("role", role),
                ("organization", organization),
                ("portrait", portrait),
                ("text", text),
            ])
        });
    groups(vec(person, 1..6).boxed())
}

fn supporters() -> impl Strategy<Value = Value> {
    let logo = Just(Value::from("tests/reports/full/images/zenklas.svg"));
    let given = (0_u64..50_000).prop_map(Value::from);
    let website = "www\\.[a-z]{1,20}\\.lt".prop_map(Value::from);
    let supporter = (line(), optional(given), optional(logo), optional(website)).prop_map(
        |(name, amount, logo, website)| {
            mapping(vec![("name", Some(name)), ("amount", amount), ("logo", logo), ("website", website)])
        },
    );
    groups(vec(supporter, 1..6).boxed())
}

/// A section of groups of items, each group with a title.
fn groups(items: BoxedStrategy<Vec<Value>>) -> impl Strategy<Value = Value> {
    let group = (title(), items).prop_map(|(title, items)| {
        mapping(vec![("title", Some(title)), ("items", Some(Value::Sequence(items)))])
    });
    (opening(), vec(group, 1..4)).prop_map(|((title, motto), groups)| {
        mapping(vec![("title", title), ("motto", motto), ("groups", Some(Value::Sequence(groups)))])
    })
}

fn passage() -> impl Strategy<Value = Value> {
    let long = (optional(title()), prose())
        .prop_map(|(title, text)| mapping(vec![("title", title), ("text", Some(text))]));
    prop_oneof![prose(), long]
}

fn goals() -> impl Strategy<Value = Value> {
    (opening(), many(prose())).prop_map(|((title, motto), items)| {
        mapping(vec![("title", title), ("motto", motto), ("items", Some(items))])
    })
}

fn members() -> impl Strategy<Value = Value> {
    let counts = prop_oneof![4 => 0_u32..30, 1 => 0_u32..1000];
    let plural = (line(), line(), line()).prop_map(|(one, few, other)| {
        mapping(vec![("one", Some(one)), ("few", Some(few)), ("other", Some(other))])
    });
    let label = prop_oneof![line(), plural];
    let group = (counts, optional(0_u32..500), label);
    let legal_form = vec(word(), 1..12).prop_map(|words| Value::from(words.join(" ")));
    let member = (line(), optional(legal_form), optional(code())).prop_map(|(name, legal_form, code)| {
        mapping(vec![("name", Some(name)), ("legal_form", legal_form), ("code", code)])
    });
    let persons = proptest::sample::select(vec!["legal", "natural", "any"]);
    let extra = (optional(persons), optional(any::<bool>()), optional(prose()));
    // Without groups, only the total is known.
    let groups = prop_oneof![1 => Just(Vec::new()), 4 => vec(group, 1..=8)];
    (opening(), (0_u32..3000, optional(0_u32..2000)), extra, groups, optional(many(member))).prop_map(
        |((title, motto), (total, previous), (persons, holders, sentence), groups, list)| {
            let total = if groups.is_empty() { total } else { groups.iter().map(|(count, ..)| count).sum() };
            let sum: Option<u32> = groups.iter().map(|(_, previous, _)| *previous).sum();
            let sum = sum.filter(|_| !groups.is_empty());
            let previous = previous.map(|previous| sum.unwrap_or(previous));
            // At least one is listed, and no more than there are.
            let list = list.filter(|_| total > 0).map(|list| match list {
                Value::Sequence(mut list) => {
                    list.truncate(total as usize);
                    Value::Sequence(list)
                }
                list => list,
            });
            let groups: Vec<Value> = groups
                .into_iter()
                .map(|(count, previous, label)| {
                    mapping(vec![
                        ("count", Some(count.into())),
                        ("previous", previous.map(Value::from)),
                        ("label", Some(label)),
                    ])
                })
                .collect();
            mapping(vec![
                ("title", title),
                ("motto", motto),
                ("total", Some(total.into())),
                ("previous", previous.map(Value::from)),
                ("persons", persons.map(Value::from)),
                ("holders", holders.map(Value::from)),
                ("sentence", sentence),
                ("groups", (!groups.is_empty()).then_some(Value::Sequence(groups))),
                ("list", list),
            ])
        },
    )
}

fn activities() -> impl Strategy<Value = Value> {
    let long = (prose(), optional(span()), optional(image()), optional(vec(image(), 1..6))).prop_map(
        |(text, date, image, images)| {
            mapping(vec![
                ("text", Some(text)),
                ("date", date),
                ("image", image),
                ("images", images.map(Value::Sequence)),
            ])
        },
    );
    let items = many(prop_oneof![3 => prose(), 1 => long]).boxed();
    let group = (line(), items.clone())
        .prop_map(|(title, items)| mapping(vec![("title", Some(title)), ("items", Some(items))]));
    let works = prop_oneof![
        2 => items.prop_map(|items| ("items", items)),
        1 => vec(group, 1..4).prop_map(|groups| ("groups", Value::Sequence(groups))),
    ];
    (opening(), works).prop_map(|((title, motto), (key, works))| {
        mapping(vec![("title", title), ("motto", motto), (key, Some(works))])
    })
}

fn projects() -> impl Strategy<Value = Value> {
    let budget = (0_u64..90_000).prop_map(Value::from);
    let month = |years: std::ops::Range<u16>| {
        (years, 1_u8..=12).prop_map(|(year, month)| Value::from(format!("{year}-{month:02}")))
    };
    let time = (optional(month(2000..2010)), optional(month(2010..2020)));
    let project = (line(), optional(line()), time, optional(budget), optional(prose()), optional(image()))
        .prop_map(|(name, funder, (from, to), budget, text, image)| {
            mapping(vec![
                ("name", Some(name)),
                ("funder", funder),
                ("from", from),
                ("to", to),
                ("budget", budget),
                ("text", text),
                ("image", image),
            ])
        });
    (opening(), vec(project, 1..5)).prop_map(|((title, motto), items)| {
        mapping(vec![("title", title), ("motto", motto), ("items", Some(Value::Sequence(items)))])
    })
}

/// A day, a month, or a range of either.
fn span() -> impl Strategy<Value = Value> {
    let days = (1_u8..=12, 1_u8..=28, 1_u8..=12, 1_u8..=28);
    (2000_u16..2049, days, 0..4_u8).prop_map(|(year, (month, day, other_month, other_day), form)| {
        let later = year + u16::from((other_month, other_day) <= (month, day));
        Value::from(match form {
            0 => format!("{year}-{month:02}-{day:02}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{month:02}-{day:02}/{later}-{other_month:02}-{other_day:02}"),
            _ => format!("{year}-{month:02}/{}-{other_month:02}", year + 1),
        })
    })
}

/// A long text: paragraphs, headings, lists, quotations and tables in any order.
fn blocks() -> impl Strategy<Value = Value> {
    let lines = |mark: &'static str| {
        vec(sentence(), 1..5).prop_map(move |items| {
            items.iter().map(|item| format!("{mark} {item}")).collect::<Vec<_>>().join("\n")
        })
    };
    let table = vec((word(), word()), 1..6).prop_map(|rows| {
        let rows = rows.iter().map(|(a, b)| format!("| {a} | {b} |"));
        let mut lines: Vec<String> = rows.collect();
        lines.insert(1, "|---|--:|".to_owned());
        lines.join("\n")
    });
    let heading =
        ("##|###|#", vec(word(), 1..5)).prop_map(|(mark, words)| format!("{mark} {}", words.join(" ")));
    let block = prop_oneof![
        4 => sentence(),
        1 => lines("-"),
        1 => lines("•"),
        1 => vec(sentence(), 2..5).prop_map(|items| {
            let items = items.iter().zip(1..).map(|(item, number)| format!("{number}. {item}"));
            items.collect::<Vec<_>>().join("\n")
        }),
        1 => lines(">"),
        1 => table,
        1 => heading,
    ];
    vec(block, 1..6).prop_map(|blocks| blocks.join("\n\n").into())
}

/// A sentence that does not begin with punctuation.
fn sentence() -> impl Strategy<Value = String> {
    ("[A-Z][a-z]{2,8}", vec(marked(), 1..9))
        .prop_map(|(first, words)| format!("{first} {}.", words.join(" ")))
}

/// Key numbers: whole and with decimals, each with a noun that agrees with it or with a fixed text.
fn numbers(year: u16) -> impl Strategy<Value = Value> {
    let value = || {
        prop_oneof![
            5 => (0_u64..3_000).prop_map(Value::from),
            1 => (0_u64..90_000_000).prop_map(Value::from),
            1 => "[1-9][0-9]{0,3}\\.[0-9][1-9]".prop_map(|text| serde_yaml::from_str(&text).unwrap()),
        ]
    };
    let plural = (line(), line(), line(), line()).prop_map(|(one, few, many, other)| {
        mapping(vec![("one", Some(one)), ("few", Some(few)), ("many", Some(many)), ("other", Some(other))])
    });
    let label = prop_oneof![line(), plural];
    let item = (value(), label, optional(value()), optional(earlier(year, value()))).prop_map(
        |(value, label, previous, earlier)| {
            mapping(vec![
                ("value", Some(value)),
                ("label", Some(label)),
                ("previous", previous),
                ("earlier", earlier),
            ])
        },
    );
    (opening(), vec(item, 1..5)).prop_map(|((title, motto), items)| {
        mapping(vec![("title", title), ("motto", motto), ("items", Some(Value::Sequence(items)))])
    })
}

/// Values of one to three years before that of `previous`.
fn earlier(year: u16, value: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Value> {
    vec((2_u16..5, value), 1..3).prop_map(move |values| {
        Value::Mapping(values.into_iter().map(|(past, value)| ((year - past).into(), value)).collect())
    })
}

fn finance(year: u16) -> impl Strategy<Value = Value> {
    // Plans and earlier years are in most rows of a report or in none of them.
    let columns = (any::<bool>(), prop_oneof![2 => Just(false), 1 => Just(true)]);
    let titles = (opening(), prop_oneof![Just("EUR"), Just("USD")], optional(blocks()));
    (titles, columns).prop_flat_map(move |(((title, motto), currency, notes), (planned, of_years))| {
        let row = move || {
            let plan = optional(amount()).prop_map(move |plan| plan.filter(|_| planned));
            let earlier =
                optional(earlier(year, amount())).prop_map(move |earlier| earlier.filter(|_| of_years));
            (line(), amount(), optional(amount()), plan, earlier).prop_map(
                |(label, amount, previous, plan, earlier)| {
                    mapping(vec![
                        ("label", Some(label)),
                        ("amount", Some(amount)),
                        ("previous", previous),
                        ("plan", plan),
                        ("earlier", earlier),
                    ])
                },
            )
        };
        let rows = move || vec(row(), 1..6).prop_map(Value::Sequence);
        let group =
            (self::title(), vec(row(), 1..4), optional(any::<bool>())).prop_map(|(title, rows, total)| {
                mapping(vec![
                    ("title", Some(title)),
                    ("rows", Some(Value::Sequence(rows))),
                    ("total", total.map(Value::from)),
                ])
            });
        let other = vec(prop_oneof![2 => row().boxed(), 1 => group.boxed()], 1..5).prop_map(Value::Sequence);
        let (title, motto, notes) = (title.clone(), motto.clone(), notes.clone());
        (rows(), rows(), optional(other)).prop_map(move |(income, expenses, other)| {
            mapping(vec![
                ("title", title.clone()),
                ("motto", motto.clone()),
                ("currency", Some(currency.into())),
                ("income", Some(income)),
                ("expenses", Some(expenses)),
                ("other", other),
                ("notes", notes.clone()),
            ])
        })
    })
}

fn plans() -> impl Strategy<Value = Value> {
    (opening(), optional(many(prose())), optional(many(prose()))).prop_map(
        |((title, motto), goals, works)| {
            mapping(vec![("title", title), ("motto", motto), ("goals", goals), ("works", works)])
        },
    )
}

fn free_section() -> impl Strategy<Value = Value> {
    const ANCHORS: [&str; 12] = [
        "cover",
        "about",
        "mission",
        "vision",
        "goals",
        "people",
        "members",
        "activities",
        "projects",
        "finance",
        "supporters",
        "plans",
    ];
    let quote = (prose(), line(), optional(line())).prop_map(|(text, name, role)| {
        mapping(vec![("text", Some(text)), ("name", Some(name)), ("role", role)])
    });
    let place = proptest::sample::select(&ANCHORS[..]);
    let body = prop_oneof![prose(), blocks()];
    (title(), place, optional(motto()), body, optional(image()), optional(quote)).prop_map(
        |(title, after, motto, body, image, quote)| {
            mapping(vec![
                ("title", Some(title)),
                ("after", Some(after.into())),
                ("motto", motto),
                ("body", Some(body)),
                ("image", image),
                ("quote", quote),
            ])
        },
    )
}

fn contact() -> impl Strategy<Value = Value> {
    let email = "[a-z]{1,12}@[a-z]{1,20}\\.lt".prop_map(Value::from);
    let emails = prop_oneof![3 => email.clone(), 1 => vec(email, 1..4).prop_map(Value::Sequence)];
    let website = "(https://)?www\\.[a-z]{1,20}\\.lt(/[a-z]{1,9})?".prop_map(Value::from);
    let phone = Just(Value::from("+370 600 00000"));
    let other = (title(), line())
        .prop_map(|(label, text)| mapping(vec![("label", Some(label)), ("text", Some(text))]));
    (opening(), emails, optional(website), optional(phone), optional(line()), optional(vec(other, 1..3)))
        .prop_map(|((title, motto), email, website, phone, address, other)| {
            mapping(vec![
                ("title", title),
                ("motto", motto),
                ("email", Some(email)),
                ("website", website),
                ("phone", phone),
                ("address", address),
                ("other", other.map(Value::Sequence)),
            ])
        })
}

/// Colours that are dark enough to be legible on white and within the ink limit.
fn theme() -> impl Strategy<Value = Value> {
    let inks = (vec(0_u64..=66, 3), 75_u64..=100).prop_map(|(mut inks, black)| {
        inks.push(black);
        inks.into_iter().map(Value::from).collect::<Vec<_>>()
    });
    ("#[0-6][0-9a-f][0-5][0-9a-f][0-7][0-9a-f]", optional(inks)).prop_map(|(screen, print)| {
        let primary = mapping(vec![("screen", Some(screen.into())), ("print", print.map(Value::Sequence))]);
        mapping(vec![("primary", Some(primary))])
    })
}

fn image() -> impl Strategy<Value = Value> {
    let files = ["dirbtuves.png", "sodinimas.jpg"].map(|name| format!("tests/reports/full/images/{name}"));
    (proptest::sample::select(files.to_vec()), line(), optional(prose())).prop_map(|(file, alt, caption)| {
        mapping(vec![("file", Some(file.into())), ("alt", Some(alt)), ("caption", caption)])
    })
}

fn opening() -> impl Strategy<Value = (Option<Value>, Option<Value>)> {
    (optional(title()), optional(motto()))
}

fn title() -> impl Strategy<Value = Value> {
    vec(word(), 1..6).prop_map(|words| Value::from(words.join(" ")))
}

fn motto() -> impl Strategy<Value = Value> {
    vec(vec(marked(), 1..12), 1..=5).prop_map(|sentences| {
        let sentences: Vec<String> = sentences.iter().map(|words| format!("{}.", words.join(" "))).collect();
        Value::from(sentences.join(" "))
    })
}

fn optional<S: Strategy>(value: S) -> impl Strategy<Value = Option<S::Value>> {
    proptest::option::of(value)
}

/// One to two hundred values, mostly few.
fn many(value: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Value> {
    let value = value.boxed();
    let counts = prop_oneof![3 => Just(1_usize), 12 => 2..8_usize, 2 => 20..60_usize, 1 => 150..=200_usize];
    counts.prop_flat_map(move |count| vec(value.clone(), count)).prop_map(Value::Sequence)
}

/// Zero, whole euros or cents, positive or negative.
fn amount() -> impl Strategy<Value = Value> {
    let number = |text: String| serde_yaml::from_str::<Value>(&text).unwrap();
    prop_oneof![
        2 => Just(Value::Null),
        6 => (0_u64..50_000).prop_map(Value::from),
        3 => "[1-9][0-9]{0,6}\\.[0-9][1-9]".prop_map(number),
        1 => "-[1-9][0-9]{0,5}(\\.[0-9][1-9])?".prop_map(number),
        1 => Just(number("999999999999".to_owned())),
    ]
}

/// The month and day of a date.
fn day() -> impl Strategy<Value = String> {
    (1_u8..=12, 1_u8..=28).prop_map(|(month, day)| format!("{month:02}-{day:02}"))
}

fn code() -> impl Strategy<Value = Value> {
    "[1-9][0-9]{8}".prop_map(Value::from)
}

/// A name, heading or label: a few words, occasionally as many as a name may have.
fn line() -> BoxedStrategy<Value> {
    prop_oneof![6 => vec(word(), 1..5), 1 => vec(word(), 8..14)]
        .prop_map(|words| Value::from(words.join(" ")))
        .boxed()
}

/// Sentences in one paragraph or several, with emphasis and links.
fn prose() -> BoxedStrategy<Value> {
    let sentence = vec(marked(), 1..12).prop_map(|words| format!("{}.", words.join(" ")));
    let paragraph = vec(sentence, 1..4).prop_map(|sentences| sentences.join(" "));
    vec(paragraph, 1..3).prop_map(|paragraphs| paragraphs.join("\n\n").into()).boxed()
}

/// A word of running text, occasionally with punctuation.
fn marked() -> impl Strategy<Value = String> {
    prop_oneof![
        13 => word(),
        // Longer than any real word, at any position in a line.
        1 => "[aąbcčdeęėfghiįyjklmnoprsštuųūvzž]{30,60}",
        1 => word().prop_map(|word| format!("*{word}*")),
        1 => word().prop_map(|word| format!("**{word}**")),
        1 => word().prop_map(|word| format!("[{word}](https://www.example.org/a)")),
    ]
}

fn word() -> impl Strategy<Value = String> + Clone {
    const LETTER: &str = "[aąbcčdeęėfghiįyjklmnoprsštuųūvzž]";
    const CAPITAL: &str = "[AĄBCČDEĘĖFGHIĮYJKLMNOPRSŠTUŲŪVZŽ]";
    let sized = |pattern: String| proptest::string::string_regex(&pattern).unwrap().boxed();
    prop_oneof![
        20 => sized(format!("{LETTER}{{1,11}}")),
        4 => sized(format!("{CAPITAL}{LETTER}{{2,9}}")),
        1 => sized(format!("{CAPITAL}{{2,8}}")),
        1 => sized(format!("„{CAPITAL}{LETTER}{{2,9}}“")),
        1 => sized("[0-9]{1,3}".to_owned()),
        1 => sized(format!("{LETTER}{{13,40}}")),
    ]
}
