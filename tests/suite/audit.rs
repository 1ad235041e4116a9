//! `screen audit`: rates and ratios by group, as other programs have them where nothing is open, and as ranges where
//! something is.

use std::fmt::Write as _;

use super::common::{Ran, Test};
use serde_json::Value;

const YEARS: &str = "\
version: 1
posting: { title: Programme officer, deadline: 2024-05-26 }
criteria:
  - id: years
    years: { column: years, at_least: 7, full_at: 10 }
";

fn json(ran: &Ran) -> Value {
    assert_eq!(ran.stderr, "");
    serde_json::from_str(ran.text()).unwrap()
}

fn close(value: &Value, known: f64) {
    let value = value.as_f64().unwrap();
    assert!((value - known).abs() < 1e-9, "{value} {known}");
}

/// The figures of one group in a document.
fn group<'a>(document: &'a Value, by: usize, name: &str) -> &'a Value {
    let groups = document["by"][by]["groups"].as_array().unwrap();
    groups.iter().find(|group| group["group"] == name).unwrap_or_else(|| panic!("no group {name}"))
}

/// 4,000 applicants, their years and groups by arithmetic.
fn many() -> String {
    let mut list = String::from("id,sex,region,years\n");
    for i in 0..4000_u32 {
        let male = i % 20 < 11;
        let sex = if male { ["m", "M.", "homme", "male"] } else { ["f", "Mme", "femme", "female"] }[i as usize % 4];
        let years = i * 7919 % 13 + if male { 2 } else { 0 };
        writeln!(list, "P{i:04},{sex},{},{years}", ["north", "south", "east"][i as usize * 31 % 3]).unwrap();
    }
    list
}

/// Fairlearn 0.15.0 (`demographic_parity_ratio`), `aedt_audit` 0.3.0 (`impact_ratios` of `selection_rates` and of
/// `scoring_rates`, `standard_deviation_test`) and SciPy 1.17.1 (`fisher_exact`, `relative_risk`), on the same people.
#[test]
fn the_figures_of_other_programs_on_four_thousand_applicants() {
    let test = Test::new().file("c.yaml", YEARS).file("list.csv", many());
    let document = json(&test.args("audit list.csv -c c.yaml --by sex --by region -f json".split(' ')).output());
    let (male, female) = (group(&document, 0, "male"), group(&document, 0, "female"));
    assert_eq!((&male["selected"]["now"], &male["people"]), (&1354.into(), &2200.into()));
    assert_eq!((&female["selected"]["now"], &female["people"]), (&831.into(), &1800.into()));
    close(&female["ratio"]["now"], 0.750_123_092_072_870_5);
    assert_eq!(female["ratio"]["least"], female["ratio"]["most"]);
    assert_eq!((&female["scoring"]["now"], &male["scoring"]["now"]), (&694.into(), &1184.into()));
    close(&female["scoring_ratio"]["now"], 0.716_403_903_903_903_8);
    let chance = &female["chance"];
    close(&chance["z"], -9.719_315_051_273_593);
    close(&chance["ratio_95"][0], FEMALE_95.0);
    close(&chance["ratio_95"][1], FEMALE_95.1);
    assert!((chance["fisher_p"].as_f64().unwrap() / FEMALE_FISHER - 1.0).abs() < 1e-5, "{chance}");
    // Three comparisons: the smallest three times, the next two are 1.
    assert!((chance["holm_p"].as_f64().unwrap() / FEMALE_FISHER - 3.0).abs() < 1e-4, "{chance}");
    let east = group(&document, 1, "east");
    close(&east["ratio"]["now"], 0.995_274_126_329_119_8);
    close(&east["chance"]["fisher_p"], EAST_FISHER);
    close(&east["chance"]["holm_p"], 1.0);
    assert_eq!(document["by"][1]["highest"], "north");
}

const FEMALE_95: (f64, f64) = (0.706_559_886_048_593, 0.796_372_203_363_758_6);
const FEMALE_FISHER: f64 = 2.460_153_999_812_441e-22;
const EAST_FISHER: f64 = 0.907_128_028_394_865_7;

/// Twelve people, three of them in review.
fn few(open: [&str; 3]) -> String {
    let mut list = String::from("id,sex,years\n");
    for (at, years) in ["9", "9", "8", "3", open[0], open[1]].iter().enumerate() {
        writeln!(list, "W{at},woman,{years}").unwrap();
    }
    for (at, years) in ["9", "9", "9", "9", "2", open[2]].iter().enumerate() {
        writeln!(list, "M{at},man,{years}").unwrap();
    }
    list + "X1,n/a,9\nX2,,9\n"
}

#[test]
fn ranges_hold_every_way_in_which_what_is_open_turns_out() {
    let audit = |list: &str| {
        let test = Test::new().file("c.yaml", YEARS).file("list.csv", list);
        json(&test.args("audit list.csv -c c.yaml --by sex -f json".split(' ')).output())
    };
    let open = audit(&few(["5-8", "", "6-9"]));
    assert_eq!(open["by"][0]["unknown"], 2);
    let ratio = &group(&open, 0, "female")["ratio"];
    let (mut low, mut high) = (f64::MAX, f64::MIN);
    for ways in 0..8 {
        let years = [1, 2, 4].map(|bit| if ways & bit == 0 { "3" } else { "9" });
        let settled = audit(&few(years));
        let now = group(&settled, 0, "female")["ratio"]["now"].as_f64().unwrap();
        (low, high) = (low.min(now), high.max(now));
        assert_eq!(group(&settled, 0, "female")["ratio"]["least"].as_f64(), Some(now));
    }
    close(&ratio["least"], low);
    close(&ratio["most"], high);
    assert_eq!(ratio["four_fifths"], "unknown");
    assert_eq!(open["by"][0]["open_candidates"], 3);
}

/// So many people of each group, so many of them selected.
fn counted(groups: &[(&str, u32, u32)]) -> Value {
    let mut list = String::from("id,group,years\n");
    for (name, selected, people) in groups {
        (0..*people).for_each(|at| writeln!(list, "{name}{at},{name},{}", if at < *selected { 9 } else { 3 }).unwrap());
    }
    let test = Test::new().file("c.yaml", YEARS).file("list.csv", list);
    json(&test.args("audit list.csv -c c.yaml --by group --small -f json".split(' ')).output())
}

/// The tables of the examples in the rules on New York City's Local Law 144 (6 RCNY § 5-301): their ratios, within their
/// rounding; and what `glassbox-hiring` 0.1.3 (`adverse_impact`) makes of the same people.
#[test]
fn the_laws_printed_examples() {
    let race = counted(&[
        ("Hispanic or Latino", 204, 408),
        ("White", 412, 797),
        ("Black or African American", 170, 390),
        ("Native Hawaiian or Pacific Islander", 52, 119),
        ("Asian", 302, 616),
        ("Native American or Alaska Native", 18, 41),
        ("Two or More Races", 96, 213),
    ]);
    let sex = counted(&[("male", 667, 1390), ("female", 555, 1181)]);
    assert_eq!((&race["by"][0]["highest"], &sex["by"][0]["highest"]), (&"White".into(), &"male".into()));
    for (document, name, printed, ratio, chance) in [
        (
            &race,
            "Hispanic or Latino",
            0.97,
            0.967_233_009_708_737_8,
            Some((-0.556_647_431_304_759_9, 0.577_768_340_246_033_9)),
        ),
        (&race, "White", 1.0, 1.0, None),
        (
            &race,
            "Black or African American",
            0.84,
            0.843_228_777_694_797_1,
            Some((-2.623_329_742_129_383_3, 0.008_707_495_352_199_945)),
        ),
        (
            &race,
            "Native Hawaiian or Pacific Islander",
            0.85,
            0.845_312_882_434_527_2,
            Some((-1.627_478_320_528_106_3, 0.103_635_549_333_883_41)),
        ),
        (&race, "Asian", 0.95, 0.948_390_808_220_905_3, Some((-0.994_646_723_798_231_3, 0.319_908_114_363_975_26))),
        (
            &race,
            "Native American or Alaska Native",
            0.85,
            0.849_277_764_622_306_4,
            Some((-0.973_408_222_001_917_5, 0.330_350_454_150_535_3)),
        ),
        (
            &race,
            "Two or More Races",
            0.87,
            0.871_872_008_751_538_4,
            Some((-1.717_429_216_318_815_6, 0.085_900_777_260_425)),
        ),
        (&sex, "female", 0.98, 0.979_336_749_914_627_8, Some((-0.501_708_518_630_113_6, 0.615_872_571_396_665_3))),
    ] {
        let group = group(document, 0, name);
        assert!((group["ratio"]["now"].as_f64().unwrap() - printed).abs() < 0.005 + 1e-9, "{name}");
        close(&group["ratio"]["now"], ratio);
        assert_eq!(group["ratio"]["four_fifths"], "met", "{name}");
        if let Some((z, p)) = chance {
            close(&group["chance"]["z"], z);
            close(&group["chance"]["z_p"], p);
        }
    }
}

/// Four fifths exactly is not less than four fifths (29 CFR 1607.4(D)); how many more selections would reach it, and Fisher's
/// test of few people, are those of `glassbox-hiring` 0.1.3, too.
#[test]
fn four_fifths_exactly_are_reached() {
    let document = counted(&[("a", 80, 100), ("b", 64, 100), ("c", 60, 100), ("d", 3, 11)]);
    let of = |name: &str| {
        let ratio = &group(&document, 0, name)["ratio"];
        (ratio["four_fifths"].as_str().unwrap(), ratio["more_selections"].as_u64().unwrap())
    };
    assert_eq!(["a", "b", "c", "d"].map(of), [("met", 0), ("met", 0), ("not_met", 4), ("not_met", 5)]);
    close(&group(&document, 0, "d")["chance"]["fisher_p"], 0.000_655_461_938_204_902);
}

/// One file, offline, with nothing that runs; whatever a group is called.
#[test]
fn a_page_for_a_browser() {
    let list = few(["5-8", "", "6-9"]).replace(",man,", ",<script>alert(1)</script>&\"'\u{202e},");
    let test = Test::new().file("c.yaml", YEARS).file("list.csv", list);
    let test = test.args("audit list.csv -c c.yaml --by sex -o audit.html --lang fr --small".split(' '));
    let ran = test.output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""));
    let page = std::fs::read_to_string(test.path("audit.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<html lang=\"fr\">"), "{page}");
    assert!(page.contains("default-src 'none'; style-src 'sha256-") && !page.contains("script-src"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;") && !page.contains("<script"), "{page}");
    assert!(page.contains("<th scope=\"row\">femmes") && page.contains("<th scope=\"col\" class=\"r\">taux"), "{page}");
}

#[test]
fn nobody_is_named_unless_that_is_asked_for() {
    let test = || Test::new().file("c.yaml", YEARS).file("list.csv", few(["5-8", "", "6-9"]));
    let plain = test().args("audit list.csv -c c.yaml --by sex".split(' ')).output();
    assert!(plain.text().contains("Settling these 3 candidates decides it.\n"), "{}", plain.text());
    let who = test().args("audit list.csv -c c.yaml --by sex --who".split(' ')).output();
    assert!(who.text().contains("Settling these 3 candidates decides it: W4, W5 and M5.\n"), "{}", who.text());
    for format in ["table", "csv", "json", "markdown", "html"] {
        let ran = test().args("audit list.csv -c c.yaml --by sex --sweep -f".split(' ')).arg(format).output();
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
        assert!(!ran.text().contains("W4") && !ran.text().contains("M5"), "{}", ran.text());
    }
    // A column that tells persons makes no groups, and is not told.
    let by_id = test().args("audit list.csv -c c.yaml --by id -f json".split(' ')).output();
    assert!(!by_id.text().contains("W4"), "{}", by_id.text());
}

#[test]
fn a_file_of_its_own_with_the_groups() {
    let (mut list, mut groups) = (String::from("id,years\n"), String::from("ref;sex\n"));
    for line in few(["5-8", "", "6-9"]).lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        writeln!(list, "{},{}", cells[0], cells[2]).unwrap();
        writeln!(groups, "{};{}", cells[0].to_lowercase(), cells[1]).unwrap();
    }
    groups.push_str("Z9;man\nW0;man\n");
    let criteria = format!("columns: {{ id: [id, ref] }}\n{YEARS}");
    let test = || Test::new().file("c.yaml", &criteria).file("list.csv", &list).file("groups.csv", &groups);
    let ran = test().args("audit list.csv -c c.yaml --by sex --groups groups.csv -f json".split(' ')).output();
    assert_eq!(ran.status, 0);
    assert!(ran.stderr.contains("1 id of groups.csv has two different groups"), "{}", ran.stderr);
    assert!(ran.stderr.contains("1 row of groups.csv has the id of no candidate"), "{}", ran.stderr);
    let document: Value = serde_json::from_str(ran.text()).unwrap();
    assert_eq!(document["by"][0]["unknown"], 3);
    assert_eq!(group(&document, 0, "male")["people"], 6);
    let missing = test().args("audit list.csv -c c.yaml --by region --groups groups.csv".split(' ')).output();
    assert_eq!(missing.status, 1);
    assert!(missing.stderr.contains("no column `region`"), "{}", missing.stderr);
}

#[test]
fn exit_status_3_where_even_the_best_case_is_below() {
    let run = |list: &str, least: &str| {
        let test = Test::new().file("c.yaml", YEARS).file("list.csv", list);
        test.args(["audit", "list.csv", "-c", "c.yaml", "--by", "sex", "--fail-below", least]).output().status
    };
    assert_eq!(run(&many(), "0.8"), 3);
    assert_eq!(run(&many(), "0.75"), 0);
    // Open: it may still reach it.
    assert_eq!(run(&few(["5-8", "", "6-9"]), "0.8"), 0);
    assert_eq!(run(&few(["3", "3", "9"]), "0.8"), 3);
}

#[test]
fn small_groups_are_not_shown_and_groups_are_joined_by_hand() {
    let mut list = String::from("id,age,sex,years\n");
    for at in 0..30 {
        let age = ["-30", "30-39", "40-49", "50+", "50 +"][at % 5];
        writeln!(list, "K{at},{age},{},{}", ["f", "m"][at % 2], 5 + at % 7).unwrap();
    }
    list.push_str("K30,90+,f,9\n");
    let test = || Test::new().file("c.yaml", YEARS).file("list.csv", &list);
    let joined = "audit list.csv -c c.yaml --by age --by sex --together --group".split(' ');
    let ran = test().args(joined).args(["40 and over=40-49,50+,50 +", "-f", "json"]).output();
    let document = json(&ran);
    assert_eq!(group(&document, 0, "40 and over")["people"], 18);
    assert_eq!(group(&document, 0, "90+")["people"], "<5");
    assert_eq!(document["by"][2]["column"], "age · sex");
    assert_eq!(group(&document, 2, "40 and over · female")["people"], 9);
    let shown = json(&test().args("audit list.csv -c c.yaml --by age --small -f json".split(' ')).output());
    assert_eq!(group(&shown, 0, "90+")["people"], 1);
}

/// The words are figures and what follows from them; nothing is said of why.
#[test]
fn nothing_is_claimed_that_the_figures_do_not_say() {
    for lang in ["en", "fr"] {
        let test = Test::new().file("c.yaml", YEARS).file("list.csv", many());
        let ran = test.args(["audit", "list.csv", "-c", "c.yaml", "--by", "sex", "--lang", lang]).output();
        let text = ran.text().to_lowercase();
        for word in ["discriminat", "local law", "illegal", "illégal", "biais", "bias"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
        let told = if lang == "en" { "more than the four-fifths rule" } else { "la règle des quatre" };
        assert!(text.replace('\n', " ").contains(told), "{text}");
    }
}

#[test]
fn which_requirement_every_cut_and_what_is_not_understood() {
    let mut list = String::from("id,sex,years,permit\n");
    for at in 0..40 {
        let woman = at % 2 == 0;
        let years = if woman && at % 8 == 0 {
            "a while"
        } else if woman {
            "6"
        } else {
            "9"
        };
        writeln!(list, "K{at},{},{years},yes", if woman { "F" } else { "M" }).unwrap();
    }
    let criteria =
        format!("{YEARS}  - id: permit\n    lawful_basis: \"Article 4\"\n    yes_no: {{ column: permit }}\n");
    let test = || Test::new().file("c.yaml", &criteria).file("list.csv", &list);
    let document = json(&test().args("audit list.csv -c c.yaml --by sex --sweep -f json".split(' ')).output());
    let by = &document["by"][0];
    let years = &by["criteria"][0]["groups"]["female"];
    assert_eq!((&years["pass"]["now"], &years["open"], &years["fail"]), (&0.into(), &5.into(), &15.into()));
    close(&years["ratio_without"]["now"], 1.0);
    assert_eq!(by["cells"][0]["groups"]["female"]["not_understood"], 5);
    assert_eq!(by["cells"][0]["groups"]["male"]["not_understood"], 0);
    let cuts = by["sweeps"].as_array().unwrap();
    assert_eq!(cuts[0]["of"], "score");
    let six = cuts[1]["cuts"].as_array().unwrap().iter().find(|cut| cut["at_least"] == 6).unwrap();
    close(&six["groups"]["female"]["ratio"]["least"], 0.75);
    let page = test().args("audit list.csv -c c.yaml --by sex".split(' ')).output();
    for told in ["Without `years` the ratio of women would be 1 instead of 0", "`permit`; lawful basis: Article 4"] {
        assert!(page.text().replace('\n', " ").contains(told), "{}", page.text());
    }
}
