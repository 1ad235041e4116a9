//! Criteria files that are hostile, or long.

use super::*;

#[test]
fn hostile_criteria_are_refused_in_a_moment() {
    let room = Room::new();
    room.put("candidates.csv", many(3));
    let mut laughs = String::from("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
    for at in 1..12 {
        let before = format!("*a{}", at - 1);
        laughs.push_str(&format!("a{at}: &a{at} [{}]\n", vec![before; 10].join(", ")));
    }
    let nested: String = (0..2000).map(|at| format!("{}a:\n", " ".repeat(at))).collect();
    let groups = format!(
        "version: 1\ncriteria:\n  - id: a\n    {}yes_no: {{ column: years }}{}\n",
        "any_of: { of: [ ".repeat(40),
        " ] }".repeat(40)
    );
    let large = format!("{SMALL}# {}\n", "x".repeat(2 << 20));
    let wide: String = (0..200_000).map(|at| format!("k{at}: 1\n")).collect();
    for (name, text) in [
        ("brackets", "[".repeat(200_000)),
        ("braces", "{a: ".repeat(100_000)),
        ("laughs", laughs),
        ("nested", nested),
        ("groups", groups),
        ("large", large),
        ("wide", wide),
        ("dashes", "- ".repeat(200_000)),
        ("anchors", (0..50_000).map(|at| format!("- &a{at} x\n")).collect()),
        ("quotes", "\"".repeat(500_001)),
        ("controls", "\0\u{1}\u{2}".repeat(1000)),
        ("empty", String::new()),
    ] {
        room.put("criteria.yaml", text);
        let started = Instant::now();
        let told = room.screen(&["candidates.csv"]).refused();
        assert!(started.elapsed() < A_MOMENT, "{name} takes {:?}", started.elapsed());
        assert!(told.contains("criteria.yaml"), "{name}: {told}");
        assert!(told.len() < 100_000, "{name} is told in {} bytes", told.len());
    }
}

/// Criteria of nearly a mebibyte on one line, or with as much of something as fits: right ones and wrong ones.
#[test]
fn long_criteria_cost_a_moment_and_little_memory() {
    let room = Room::new();
    room.put("candidates.csv", many(3));
    let words = |of: &str, count: usize| (0..count).map(|at| format!("{of}{at}")).collect::<Vec<_>>().join(",");
    let one = |test: String| format!("version: 1\ncriteria:\n  - {{ id: a, {test} }}\n");
    let tests = |count: usize| vec!["{yes_no: {column: years}}"; count].join(",");
    let criteria = |count: usize, test: &str| -> String {
        (0..count).map(|at| format!("  - {{ id: a{at}, {} }}\n", test.replace('N', &at.to_string()))).collect()
    };
    for (name, text, code) in [
        ("terms", one(format!("mentions: {{ columns: [note], terms: [{}] }}", words("t", 100_000))), 0),
        ("values", one(format!("one_of: {{ column: note, values: [{}] }}", words("v", 100_000))), 0),
        ("steps", one(format!("level: {{ column: note, at_least: s5, scale: [{}] }}", words("s", 60_000))), 0),
        ("a step", one(format!("level: {{ column: note, at_least: no, scale: [{}] }}", words("s", 60_000))), 1),
        (
            "headers",
            format!(
                "version: 1\ncolumns: {{ years: [years,{}] }}\ncriteria:\n  - {{ id: a, yes_no: {{ column: years }} }}\n",
                words("h", 100_000)
            ),
            0,
        ),
        (
            "names",
            format!(
                "version: 1\ncolumns: {{ {} }}\nidentity: [{}]\n{}",
                words("n", 40_000).replace(',', ": x, ") + ": x",
                words("i", 10_000),
                &SMALL[SMALL.find("criteria:").unwrap()..]
            ),
            1,
        ),
        (
            "missing",
            format!(
                "version: 1\nformats: {{ missing: [{}] }}\n{}",
                words("m", 100_000),
                &SMALL[SMALL.find("criteria:").unwrap()..]
            ),
            0,
        ),
        ("a label", one(format!("label: {}, yes_no: {{ column: years }}", "x".repeat(900_000))), 1),
        ("groups", one(format!("any_of: {{ of: [{}] }}", tests(998))), 0),
        ("tests", one(format!("any_of: {{ of: [{}] }}", tests(20_000))), 1),
        ("criteria", format!("version: 1\ncriteria:\n{}", criteria(1000, "yes_no: { column: years }")), 0),
        ("more criteria", format!("version: 1\ncriteria:\n{}", criteria(15_000, "yes_no: { column: cN }")), 1),
        ("slips", format!("version: 1\ncriteria:\n{}", criteria(15_000, "yes_no: { colum: cN }")), 1),
        ("raters", one(format!("rating: {{ columns: [{}], out_of: 5, at_least: 3 }}", words("r", 100_000))), 1),
        ("keys", one(format!("yes_no: {{ column: years }}, {}: 1", words("k", 90_000).replace(',', ": 1, "))), 1),
        ("one key", one(format!("yes_no: {{ column: years }}, {}", vec!["k: 1"; 90_000].join(", "))), 1),
    ] {
        assert!(text.len() < 1 << 20, "{name}");
        room.put("criteria.yaml", text);
        let started = Instant::now();
        // Of addresses, of which a program takes more than of memory.
        let script =
            "ulimit -v 1000000; exec \"$SCREEN\" candidates.csv --criteria criteria.yaml --format csv --threads 2";
        let done = room.shell(script).end();
        assert_eq!(done.code, Some(code), "{name}: {}", &done.err[..done.err.len().min(2000)]);
        assert!(started.elapsed() < 3 * A_MOMENT, "{name} takes {:?}", started.elapsed());
        assert!(done.err.len() < 200_000, "{name} is told in {} bytes", done.err.len());
    }
}
