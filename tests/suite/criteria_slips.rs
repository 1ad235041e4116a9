//! Slips that people make in a criteria file: each is told once, at its place, with what to write instead.

use super::common::criteria::{mistakes, one, with};
use super::common::{CANDIDATES, Test};
use insta::assert_snapshot;
use screen::catalogue::Lang;
use screen::criteria;

/// What is told of each of these, in one language, with the part of the line that is meant.
fn told(texts: &[String], lang: Lang) -> String {
    let mut out = String::new();
    for text in texts {
        for problem in mistakes(text) {
            let place = problem.place.clone().unwrap();
            let line = place.text.clone().unwrap_or_default();
            let meant: String =
                line.chars().skip(place.column.max(1) as usize - 1).take(place.width as usize).collect();
            let help = problem.help.as_ref().map_or("NO HELP", |help| help.to(lang));
            out.push_str(&format!(
                "{}\n  {}:{} {meant:?} {}: {}\n  -> {help}\n",
                line.trim(),
                place.line,
                place.column,
                problem.code,
                problem.what.to(lang)
            ));
        }
        out.push('\n');
    }
    out
}

/// Values of the wrong kind, empty, too small, too large; other words for what there is.
#[expect(clippy::too_many_lines, reason = "a table of slips")]
fn values() -> Vec<String> {
    let whole = |line: &str| format!("{line}\ncriteria:\n  - {{ id: a, yes_no: {{ column: c }} }}\n");
    let mut texts: Vec<String> = [
        "version: one",
        "version: 2",
        "version: 1\nposting: Director",
        "version: 1\nposting: [Director]",
        "version: 1\nposting: { time_zone: Bruxelles }",
        "version: 1\ncolumns: [a, b]",
        "version: 1\ncolumns: { exp: [Years: total] }",
        "version: 1\nidentity: { name: x }",
        "version: 1\nformats: { dates: DD/MM/YYYY }",
        "version: 1\nformats: { decimal: \",\" }",
        "version: 1\nformats: { missing: { just: [x] } }",
    ]
    .map(whole)
    .into();
    let yes_no = |more: &str| one(&format!("id: a, {more}, yes_no: {{ column: c }}"));
    texts.extend(
        [
            "weight: ten",
            "weight: 20%",
            "weight: .inf",
            "weight: 1e300",
            "weight: [3]",
            "weight: -3",
            "label: [x]",
            "label: “Experience, need”",
            "label: { de: x }",
            "required: true",
            "required: false",
            "mandatory: yes",
            "optional: true",
            "obligatoire: oui",
            "type: required",
            "points: 3",
            "poids: 3",
            "need: optional",
            "need: true",
            "need: [asset]",
            "when_missing: ignore",
            "stage: later",
            "min: 7",
            "column: c",
            "words: { understood: [NGO] }",
        ]
        .map(yes_no),
    );
    texts.extend(["id: \"\"", "id: [a]", "weight: 3"].map(|id| one(&format!("{id}, yes_no: {{ column: c }}"))));
    texts.extend(
        [
            "column: c, at_least: 7",
            "boolean: { column: c }",
            "yes_no: c",
            "yes_no: ",
            "yes_no: [c]",
            "yes_no: { column: \"\" }",
            "yes_no: { column: [c] }",
            "yes_no: { colum: c }",
            "years: 7",
            "years: { column: c }",
            "years: { column: c, at_least: seven }",
            "years: { column: c, at_least: 7 years }",
            "years: { column: c, at_least: -7 }",
            "years: { column: c, minimum: 7 }",
            "years: { column: c, au_moins: 7 }",
            "years: { column: c, at_least: 7, full_at: .inf }",
            "years: { column: c, at_least: 7, weight: 3 }",
            "years: { column: c, at_least: 7, words: [NGO] }",
            "degree: { level: c, at_least: master, fields: [law] }",
            "years: { column: c, at_least: 7, prorate: maybe }",
            "years: { column: c, at_least: 7, prorate: oui }",
            "number: { column: c }",
            "number: { column: c, max: 5000 }",
            "language: { language: en, at_least: B2 }",
            "level: { column: c, scale: [low, high], at_least: middle }",
            "date: { column: c }",
            "date: { column: c, before: 2024-05-26 }",
            "date: { column: c, on_or_before: 26/05/2024 }",
            "mentions: { columns: [], terms: [x] }",
            "mentions: { columns: { a: b }, terms: [x] }",
            "mentions: { columns: [c, c], terms: [x] }",
            "mentions: { columns: [c], terms: [] }",
            "mentions: { columns: [c], terms: [x, y], at_least: 1.5 }",
            "one_of: { column: c, options: [x] }",
            "any_of: { of: { yes_no: { column: c } } }",
            "any_of: { of: [yes_no] }",
            "any_of: [{ yes_no: { column: c } }]",
            "any_of: { yes_no: { column: c } }",
            "years: { column: c, at_least: 0, full_at: 0 }",
            "mentions: { columns: [c], terms: [''] }",
            "date: { column: c, on_or_before: 15/11/2025 }",
            "date: { column: c, on_or_before: 2024-02-30 }",
            "any_of: { of: [{ year: { column: c, at_least: 1 } }] }",
            "any_of: { of: [] }",
        ]
        .map(with),
    );
    texts.push(with(&format!("{}yes_no: {{ column: c }}{}", "any_of: { of: [{ ".repeat(17), " }] }".repeat(17))));
    texts
}

/// Texts that no YAML parser reads.
fn syntax() -> Vec<String> {
    let in_criterion =
        |lines: &str| format!("version: 1\ncriteria:\n  - id: a\n{lines}\n    yes_no: {{ column: c }}\n");
    let mut texts: Vec<String> = [
        "    label: Profile: lawyer",
        "    quote: \"Three\" years: at least",
        "    label: { en: Profile: lawyer }",
        "    weight:3",
        "    weight： 3",
        "     weight: 3",
        "   weight: 3",
        "\tweight: 3",
        "\u{a0}   weight: 3",
        "    label: 'l'expérience'",
        "    label: \"the \"best\" one\"",
        "    label: \"unclosed",
        "    label: \"C:\\path\"",
        "    label: @home",
        "    label: `home`",
        "    label: *home",
        "    label: !home",
        "    label: > 7 years",
        "    label: - x",
        "    label: a\u{7}b",
        "    number: { column: c at_least: 7 }",
        "    one_of: { column: c, values: [a, b }",
        "    number: { column: c",
        "    number: { column: c\n  - id: b",
        "    number: { column: c\n  - { id: b }",
        "    weight",
    ]
    .map(in_criterion)
    .into();
    texts.extend(
        [
            "version:1\ncriteria: []\n",
            "version: 1\ncriteria:\n  -id: a\n   weight: 3\n",
            "version: 1\n---\nversion: 1\n",
            "a: &x [*x]\n",
            "[[[",
            "id;name;years\nA1;Ada;7\nA2;Bo;8\n",
        ]
        .map(str::to_owned),
    );
    texts.push("[".repeat(200));
    texts
}

#[test]
fn values_that_are_wrong_lead_to_what_to_write() {
    assert_snapshot!("values_en", told(&values(), Lang::En));
    assert_snapshot!("values_fr", told(&values(), Lang::Fr));
}

#[test]
fn what_is_no_yaml_is_told_in_plain_words() {
    assert_snapshot!("syntax_en", told(&syntax(), Lang::En));
    assert_snapshot!("syntax_fr", told(&syntax(), Lang::Fr));
}

#[test]
fn every_slip_has_a_help_and_a_place() {
    for text in values().iter().chain(&syntax()) {
        let found = mistakes(text);
        assert!(!found.is_empty(), "{text}");
        for problem in found {
            assert!(problem.help.is_some(), "{text}\n{problem:?}");
            assert!(problem.place.is_some_and(|place| place.line > 0), "{text}");
            for odd in ["budget", "breached", "replay", "mapping values", "scalar"] {
                assert!(!problem.what.en.contains(odd) && !problem.what.fr.contains(odd), "{:?}", problem.what);
            }
        }
    }
}

#[test]
fn one_slip_is_told_once() {
    for text in values().iter().chain(&syntax()) {
        let found = mistakes(text);
        // Two fields beside the test are two slips.
        assert!(found.len() == 1 || text.contains("id: a, column: c, at_least"), "{text}\n{found:#?}");
    }
    for (test, meant) in [
        ("yes_no: { colum: c }", "column"),
        ("years: { colunm: c, at_leest: 7 }", "at_least"),
        ("mentions: { column: c, terms: [x] }", "columns"),
        ("language: { lang: en, column: c, at_least: B2 }", "language"),
        ("degree: { columm: c, at_least: master }", "column"),
        ("any_of: { tests: [{ yes_no: { column: c } }] }", "of"),
        ("rating: { colums: [c], outof: 5, at_least: 3 }", "out_of"),
    ] {
        let found = mistakes(&with(test));
        assert!(found.iter().all(|problem| problem.code == "unknown-key"), "{test}: {found:#?}");
        let helps: Vec<&str> = found.iter().filter_map(|problem| Some(problem.help.as_ref()?.en.as_str())).collect();
        assert!(helps.contains(&&*format!("did you mean `{meant}`?")), "{test}: {helps:?}");
    }
}

#[test]
fn a_spreadsheet_and_a_list_of_candidates_are_no_criteria() {
    for (name, bytes) in
        [("c.xlsx", &b"PK\x03\x04\0\0"[..]), ("c.xls", b"\xd0\xcf\x11\xe0"), ("c.csv", CANDIDATES.as_bytes())]
    {
        for command in [&["check", name][..], &["--criteria", name, "candidates.csv"]] {
            let ran = Test::new().file("candidates.csv", CANDIDATES).file(name, bytes).args(command).output();
            assert!(ran.status == 1 && ran.stderr.contains("error[candidates]"), "{name}: {}", ran.stderr);
            assert!(ran.stderr.contains("screen init"), "{name}: {}", ran.stderr);
        }
    }
}

// ---- Many mistakes, and much of everything ---------------------------------------------------------------------------

#[test]
fn an_empty_list_says_what_to_write() {
    for (yaml, help) in [
        ("degree: { column: d, at_least: bachelor, fields: [] }", "leave `fields` out for a degree in any field"),
        ("mentions: { columns: [m], terms: [] }", "write at least one, such as `terms: "),
        ("one_of: { column: x, values: [] }", "write at least one, such as `values: "),
        ("any_of: { of: [] }", "write at least one, such as `- yes_no: "),
        ("mentions: { columns: [], terms: [a] }", "`columns: [motivation, cover_letter]`"),
    ] {
        let text = format!("version: 1\ncriteria:\n  - id: a\n    need: asset\n    {yaml}\n");
        let problems = screen::criteria::read("c.yaml", &text).err().unwrap();
        let told = problems[0].help.as_ref().unwrap();
        assert!(problems.len() == 1 && problems[0].code == "empty-list" && told.en.contains(help), "{problems:?}");
    }
    let text = "version: 1\ncolumns: { a: [] }\ncriteria: [{ id: a, yes_no: { column: a } }]\n";
    assert_eq!(screen::criteria::read("c.yaml", text).err().unwrap()[0].code, "empty-list");
}

#[test]
fn of_many_mistakes_the_first_are_told_and_all_are_counted() {
    let mut text = String::from("version: 1\ncriteria:\n");
    for at in 0..900 {
        text.push_str(&format!("  - {{ id: a{at}, yes_no: {{ colum: c }} }}\n"));
    }
    for (lang, last) in
        [("en", "900 errors; the first 50 are shown"), ("fr", "900 erreurs ; les 50 premiers messages sont affichés")]
    {
        let ran = Test::new().file("criteria.yaml", &text).args(["check", "criteria.yaml", "--lang", lang]).output();
        let drawn = ran.stderr.lines().filter(|line| line.contains("[unknown-key]")).count();
        assert_eq!((ran.status, drawn, ran.stderr.lines().last()), (1, 50, Some(last)));
    }
    // Ten thousand are too many tests; each is looked at nevertheless.
    let more: String = (900..10_000).map(|at| format!("  - {{ id: a{at}, yes_no: {{ colum: c }} }}\n")).collect();
    let found = mistakes(&(text + &more));
    assert_eq!((found.len(), found[0].code), (10_001, "too-many-tests"));
}

#[test]
fn so_many_tests_and_columns_are_enough() {
    let tests = |count: usize| vec!["{ yes_no: { column: c } }"; count].join(", ");
    let group = |count: usize| with(&format!("any_of: {{ of: [{}] }}", tests(count)));
    let codes = |text: &str| mistakes(text).iter().map(|problem| problem.code).collect::<Vec<_>>();
    assert_eq!(codes(&group(criteria::MOST_TESTS - 1)), [""; 0]);
    assert_eq!(codes(&group(criteria::MOST_TESTS)), ["too-many-tests"]);
    let columns = |count: usize| (0..count).map(|at| format!("c{at}")).collect::<Vec<_>>().join(", ");
    let read = |count: usize| with(&format!("mentions: {{ terms: [x], columns: [{}] }}", columns(count)));
    assert_eq!(codes(&read(criteria::MOST_COLUMNS)), [""; 0]);
    assert_eq!(codes(&read(criteria::MOST_COLUMNS + 1)), ["too-many-columns"]);
    // The criteria of a language are one test, whatever its code's field is called.
    let languages = "  - { id: aN, language: { language: fr, list: l, at_least: B2 } }\n";
    let many: String = (0..600).map(|at| languages.replace('N', &at.to_string())).collect();
    assert_eq!(codes(&format!("version: 1\ncriteria:\n{many}")), [""; 0]);
}

#[test]
fn numbers_have_an_end_so_that_sums_are_numbers() {
    let weights = |weight: &str| {
        format!(
            "version: 1\ncriteria:\n  - {{ id: a, weight: {weight}, yes_no: {{ column: c }} }}\n  - {{ id: b, weight: {weight}, yes_no: {{ column: c }} }}\n"
        )
    };
    let found = mistakes(&weights("1.7e308"));
    let places: Vec<u64> = found.iter().map(|problem| problem.place.as_ref().unwrap().line).collect();
    assert_eq!((found[0].code, places), ("too-large", vec![3, 4]));
    assert!(mistakes(&weights("1e15")).is_empty());
    let ran = Test::new()
        .file("criteria.yaml", weights("1e15"))
        .file("c.csv", "id,c\nA1,yes\n")
        .args(["--criteria", "criteria.yaml", "c.csv", "--format", "csv", "--columns", "id,score"])
        .output();
    assert_eq!((ran.status, ran.text().lines().nth(1)), (0, Some("A1,100")), "{}", ran.stderr);
    for test in [
        "years: { column: c, at_least: 1e16 }",
        "years: { column: c, at_least: 7, full_at: 1e300 }",
        "number: { column: c, at_least: -1e16 }",
        "number: { column: c, at_most: 1e16 }",
        "rating: { columns: [c], out_of: 1e16, at_least: 1 }",
    ] {
        assert_eq!(mistakes(&with(test))[0].code, "too-large", "{test}");
    }
}

#[test]
fn a_text_that_is_shown_has_an_end() {
    let text = |count: usize| "x".repeat(count);
    for (most, write) in [
        (100, &(|text: String| one(&format!("id: {text}, yes_no: {{ column: c }}"))) as &dyn Fn(String) -> String),
        (2000, &|text| one(&format!("id: a, label: {text}, yes_no: {{ column: c }}"))),
        (2000, &|text| one(&format!("id: a, label: {{ fr: {text} }}, yes_no: {{ column: c }}"))),
        (2000, &|text| with(&format!("yes_no: {{ column: {text} }}"))),
        (2000, &|text| with(&format!("one_of: {{ column: c, values: [[a, {text}]] }}"))),
        (20_000, &|text| one(&format!("id: a, quote: {text}, yes_no: {{ column: c }}"))),
    ] {
        assert!(mistakes(&write(text(most))).is_empty(), "{most}");
        let codes: Vec<&str> = mistakes(&write(text(most + 1))).iter().map(|problem| problem.code).collect();
        assert_eq!(codes, ["too-long"], "{most}");
    }
}

// ---- Characters that nobody sees -------------------------------------------------------------------------------------

#[test]
fn what_cannot_be_seen_is_refused_in_names() {
    // Zero width, bidirectional, joiners, soft hyphen, byte order mark, controls, odd spaces, fillers, tags.
    for c in [
        '\u{200b}',
        '\u{200d}',
        '\u{ad}',
        '\u{202e}',
        '\u{2066}',
        '\u{feff}',
        '\u{7}',
        '\u{a0}',
        '\u{2003}',
        '\u{3164}',
        '\u{e0041}',
        '\u{2800}',
        '\u{85}',
    ] {
        let written = format!("\"wri\\U{:08X}ting\"", u32::from(c));
        let code = format!("U+{:04X}", u32::from(c));
        let found = mistakes(&one(&format!("id: {written}, yes_no: {{ column: c }}")));
        assert_eq!(found.len(), 1, "{written}");
        assert!(found[0].code == "unseen-character" && found[0].what.en.contains(&code), "{:?}", found[0]);
        let help = &found[0].help.as_ref().unwrap().en;
        assert!(help.contains("`writing`") || help.contains("`wri ting`"), "{help}");
    }
    let raw = mistakes(&one("id: wri\u{200b}ting, yes_no: { column: c }"));
    let place = raw[0].place.as_ref().unwrap();
    assert_eq!((place.line, place.column, place.width), (4, 14, 1), "the very character is pointed at");
    for text in [
        with("yes_no: { column: \"c\\u200b\" }"),
        with("mentions: { columns: [c, \"d\\u202e\"], terms: [x] }"),
        with("mentions: { columns: [c], terms: [\"x\\u200b\"] }"),
        with("one_of: { column: c, values: [[a, \"b\\u2066\"]] }"),
        with("level: { column: c, scale: [a, \"b\\u200b\"], at_least: b }"),
        one("id: a, label: { en: \"x\\u202ey\" }, yes_no: { column: c }"),
        with("yes_no: { column: c }").replace("posting: {", "columns: { \"c\\u200b\": [x] }\nposting: {"),
        with("yes_no: { column: c }").replace("posting: {", "identity: [\"n\\u200b\"]\nposting: {"),
        with("yes_no: { column: c }").replace("posting: {", "posting: { title: \"T\\u202e\", "),
    ] {
        let codes: Vec<&str> = mistakes(&text).iter().map(|problem| problem.code).collect();
        assert_eq!(codes, ["unseen-character"], "{text}");
    }
}

#[test]
fn honest_texts_keep_their_joiners_and_spaces() {
    for text in [
        one("id: a, label: \"می\\u200cخواهم 👩\\u200d💻\", yes_no: { column: \"می\\u200cخواهم\" }"),
        one("id: a, label: \"Êtes-vous libre\\u00a0?\", yes_no: { column: \"Êtes-vous libre\\u00a0?\" }"),
        one("id: a, quote: \"de\\u00adfen\\u200bders\\n\", yes_no: { column: c }"),
        "version: 1\ncolumns: { c: [\"a\\u200bb\"] }\ncriteria:\n  - { id: a, label: \"two\\nlines\", yes_no: { column: c } }\n"
            .to_owned(),
    ] {
        assert!(mistakes(&text).is_empty(), "{text}: {:?}", mistakes(&text));
    }
}

// ---- Sentences --------------------------------------------------------------------------------------------------------

#[test]
fn one_is_one_and_articles_are_contracted() {
    let text = with("yes_no: { column: c }");
    for (lang, says) in [("en", "no mistakes, 1 criterion\n"), ("fr", "aucune erreur, 1 critère\n")] {
        let ran = Test::new().file("criteria.yaml", &text).args(["check", "criteria.yaml", "--lang", lang]).output();
        assert!(ran.text().contains(says), "{}", ran.text());
    }
    for (text, says) in [
        (with("yes_no: {}"), "il manque `column` au test `yes_no`"),
        (one("id: a b"), "le critère `a b` n'a pas de test"),
        ("version: 1\n".to_owned(), "il manque `criteria` au fichier de critères"),
        (one("yes_no: { column: c }"), "il manque `id` à ce critère"),
    ] {
        let told: Vec<String> = mistakes(&text).into_iter().map(|problem| problem.what.fr).collect();
        assert_eq!(told, [says]);
    }
    for readers in [1, 2] {
        let criteria: String =
            (0..readers).map(|at| format!("  - {{ id: a{at}, yes_no: {{ column: gone }} }}\n")).collect();
        let ran = Test::new()
            .file("criteria.yaml", format!("version: 1\ncriteria:\n{criteria}"))
            .file("c.csv", "id\n1\n")
            .args(["--criteria", "criteria.yaml", "c.csv"])
            .output();
        let says = ["`a0` reads", "`a0` and `a1` read"][readers - 1];
        assert!(ran.stderr.lines().next().unwrap().ends_with(says), "{}", ran.stderr);
    }
}
