//! The rooms of `src` use only what is below them.
//!
//! The order is [`ORDER`], and the table of `src/lib.rs` stands in it; two names in one row do not use each other. The
//! rules that the order alone does not hold are in [`NEVER`] and [`ONLY`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::common::pages;

/// The rooms from the lowest up.
const ORDER: &[&[&str]] = &[
    &["catalogue", "verdict", "fold"],
    &["diagnostic", "reading"],
    &["yaml", "moments", "timeline", "tokens"],
    &["lexicon", "written", "form"],
    &["formats", "languages", "scale"],
    &["lexed"],
    &["text", "head", "mentions", "veil"],
    &["sexes"],
    &["header", "kinds", "score"],
    &["rank"],
    &["mark", "shortlist", "roll"],
    &["view", "audit", "robust", "lint"],
    &["criteria"],
    &["plan", "schema"],
    &["records", "posting"],
    &["decisions"],
    &["explain", "spill", "diff"],
    &["settle"],
    &["pipeline", "propose"],
    &["render", "record"],
    &["merge"],
    &["exit"],
    &["args"],
    &["streams"],
    &["config"],
    &["commands"],
];

/// Uses that are not allowed though the order would allow them: a room, and what it must not use.
const NEVER: &[(&str, &[&str])] = &[
    ("diagnostic", &["verdict", "fold"]),
    ("reading", &["catalogue", "fold"]),
    ("yaml", &["verdict", "reading"]),
    ("text", &["yaml", "diagnostic"]),
    ("header", &["verdict", "reading", "yaml", "text"]),
    ("score", &["reading", "text", "yaml", "catalogue", "diagnostic", "fold"]),
    ("settle", &["records", "yaml", "header"]),
    ("diff", &["criteria", "plan", "kinds", "yaml", "view", "rank"]),
    ("record", &["pipeline", "records", "criteria", "plan", "kinds", "view"]),
    ("render", &["yaml", "records", "kinds", "text", "criteria", "plan", "pipeline", "explain"]),
    ("records", &["criteria", "plan", "view", "rank"]),
    ("merge", &["criteria", "explain", "kinds", "rank", "text", "view"]),
    ("posting", &["criteria", "plan", "view", "rank", "yaml", "header", "kinds", "score", "diagnostic"]),
    ("lexicon", &["catalogue", "diagnostic", "reading", "verdict", "yaml"]),
];

/// Packages that only some rooms may name.
const ONLY: &[(&str, &[&str])] = &[
    ("clap", &["args"]),
    ("clap_complete", &["args", "commands"]),
    ("clap_mangen", &["args", "commands"]),
    ("statrs", &["audit"]),
    ("anyhow", &["commands"]),
    ("sha2", &["record"]),
    ("serde_yaml", &["yaml"]),
    ("comfy_table", &["render", "commands"]),
    ("quick_xml", &["records"]),
    ("zip", &["records"]),
    ("rust_xlsxwriter", &["render"]),
    ("minijinja", &["render"]),
    ("hmac_sha256", &["render"]),
    ("terminal_size", &["config"]),
    ("indicatif", &["commands"]),
    ("ctrlc", &["commands"]),
    ("dialoguer", &["commands"]),
    ("nix", &["commands"]),
    ("rustix", &["commands", "streams"]),
];

/// What only some rooms may ask of the world.
const WORLD: &[(&str, &[&str])] = &[
    ("std::env::", &["config"]),
    ("Local::now", &["config"]),
    ("Utc::now", &[]),
    ("io::stdout", &["config", "commands"]),
    ("io::stderr", &["config", "commands"]),
    ("process::exit", &["commands"]),
    ("println!", &[]),
];

/// The files of code below a folder.
fn sources(folder: &str) -> Vec<PathBuf> {
    let files = pages::files(folder).into_iter().filter(|name| name.ends_with(".rs"));
    files.map(|name| pages::root().join(name)).collect()
}

/// The code of each room, without comments and unit tests.
fn rooms() -> BTreeMap<String, String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = sources("src");
    let mut rooms: BTreeMap<String, String> = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let room = first.strip_suffix(".rs").unwrap_or(first);
        let test_file = ["tests.rs", "sample.rs", "samples.rs"].iter().any(|name| inside.ends_with(name))
            || inside.components().any(|part| part.as_os_str() == "tests");
        if matches!(room, "lib" | "main" | "bin") || test_file {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        let room = rooms.entry(room.to_owned()).or_default();
        lines.for_each(|line| {
            room.push_str(line);
            room.push('\n');
        });
    }
    rooms
}

/// The rooms that a text names, in `use crate::{a, b}` or as `crate::a::`.
fn used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for part in code.split("crate::").skip(1) {
        let name: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if name.is_empty() && part.starts_with('{') {
            let mut depth = 0;
            let mut word = String::new();
            for c in part.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    c if depth == 1 && (c.is_alphanumeric() || c == '_') => {
                        word.push(c);
                        continue;
                    }
                    _ => {}
                }
                used.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
                if depth == 0 {
                    break;
                }
            }
        } else {
            used.insert(name);
        }
    }
    used
}

fn row(room: &str) -> usize {
    ORDER.iter().position(|row| row.contains(&room)).unwrap_or_else(|| panic!("`{room}` has no place in ORDER"))
}

#[test]
fn a_room_uses_only_lower_rooms() {
    let rooms = rooms();
    let mut wrong = Vec::new();
    for (room, code) in &rooms {
        let used: BTreeSet<String> = used(code).into_iter().filter(|name| rooms.contains_key(name)).collect();
        for other in used.iter().filter(|other| *other != room) {
            let never = NEVER.iter().any(|(name, never)| name == room && never.contains(&other.as_str()));
            if row(other) >= row(room) || never {
                wrong.push(format!("`{room}` uses `{other}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_rooms_is_in_this_order() {
    let lib = std::fs::read_to_string(pages::root().join("src/lib.rs")).unwrap();
    let (_, table) = lib.split_once("# The rooms, lowest first").unwrap();
    let lines = table.lines().take_while(|line| !line.starts_with("//! # ")).filter(|line| line.starts_with("//! | ["));
    let told: Vec<&str> = (lines)
        .flat_map(|line| line.trim_start_matches("//! | ").split(" | ").next().unwrap().split(", "))
        .map(|name| name.trim_start_matches("[`").trim_end_matches("`]"))
        .collect();
    assert!(told.is_sorted_by_key(|name| row(name)), "{told:?}");
    let mut sorted = told.clone();
    sorted.sort_unstable();
    let mut rooms: Vec<String> = rooms().into_keys().collect();
    rooms.sort_unstable();
    assert_eq!(sorted, rooms, "each once");
}

#[test]
fn packages_and_the_world_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for (room, code) in &rooms() {
        let named = |package: &str| {
            code.contains(&format!("use {package}::"))
                || code.contains(&format!(" {package}::"))
                || code.contains(&format!("({package}::"))
        };
        for (package, homes) in ONLY {
            if named(package) && !homes.contains(&room.as_str()) {
                wrong.push(format!("`{room}` names the package `{package}`"));
            }
        }
        for (world, homes) in WORLD {
            if code.contains(world) && !homes.contains(&room.as_str()) {
                wrong.push(format!("`{room}` asks for `{world}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_kind_knows_no_other_kind() {
    let files = sources("src/kinds");
    let shared = ["mod", "check", "reader", "how", "bounds", "decided", "evidence", "gap", "unit"];
    let names: Vec<String> = files.iter().map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    let mut wrong = Vec::new();
    for (file, name) in files.iter().zip(&names).filter(|(_, name)| !shared.contains(&name.as_str())) {
        let code = std::fs::read_to_string(file).unwrap();
        for other in names.iter().filter(|other| *other != name && !shared.contains(&other.as_str())) {
            if code.contains(&format!("super::{other}::"))
                || code.contains(&format!(", {other}::")) && code.contains("use super::{")
            {
                wrong.push(format!("`{name}` uses `{other}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn of_two_files_in_a_room_one_is_lower() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = sources("src");
    // A file by its folder and its name; what is below it counts as itself.
    let mut code: BTreeMap<(PathBuf, String), String> = BTreeMap::new();
    for file in &files {
        let inside = file.strip_prefix(&src).unwrap().with_extension("");
        let names: Vec<&str> = inside.iter().map(|part| part.to_str().unwrap()).filter(|part| *part != "mod").collect();
        let [folder @ .., name] = names.as_slice() else { continue };
        let text = std::fs::read_to_string(file).unwrap();
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
        if !folder.is_empty() && *name != "tests" {
            code.insert((folder.iter().collect(), (*name).to_owned()), text);
        }
    }
    let names = |(folder, from): &(PathBuf, String), to: &str| {
        let text = &code[&(folder.clone(), from.clone())];
        let whole: Vec<&str> = folder.iter().map(|part| part.to_str().unwrap()).collect();
        let from_crate = format!("crate::{}::", whole.join("::"));
        text.split("super::").skip(1).chain(text.split(from_crate.as_str()).skip(1)).any(|rest| {
            let listed = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(list, _)| list);
            let whole = |part: &str| part.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next() == Some(to);
            listed.map_or_else(|| whole(rest), |list| list.split(',').any(whole))
        })
    };
    let mut wrong = Vec::new();
    for one in code.keys() {
        for other in code.keys().filter(|other| other.0 == one.0 && other.1 > one.1) {
            if names(one, &other.1) && names(other, &one.1) {
                wrong.push(format!("{} and {} in {}", one.1, other.1, one.0.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_name_stands_for_one_type() {
    let mut defined: BTreeMap<String, BTreeSet<PathBuf>> = BTreeMap::new();
    let is_test = |file: &PathBuf| file.with_extension("").iter().any(|part| part == "tests");
    for file in sources("src").into_iter().filter(|file| !is_test(file)) {
        let text = std::fs::read_to_string(&file).unwrap();
        let mut by_macro = false;
        for line in text.split("#[cfg(test)]\nmod tests {").next().unwrap().lines() {
            by_macro = line == "named! {" || by_macro && line != "}";
            // What `named!` makes stands in it by its name alone.
            let made = line.strip_prefix("    ").and_then(|line| line.split_once(" {")).filter(|_| by_macro);
            if let Some((name, _)) = made.filter(|(name, _)| name.chars().all(char::is_alphanumeric)) {
                defined.entry(name.to_owned()).or_default().insert(file.clone());
            }
            let (bare, indented) = (line.trim_start(), line.starts_with(' '));
            let bare =
                bare.split_once(") ").filter(|(seen, _)| seen.starts_with("pub(")).map_or(bare, |(_, rest)| rest);
            let Some((what, name)) = bare.strip_prefix("pub ").unwrap_or(bare).split_once(' ') else { continue };
            // An indented `type` is one that a trait asks for.
            if matches!(what, "struct" | "enum" | "trait") || what == "type" && !indented {
                let name = name.split(|c: char| !c.is_alphanumeric()).next().unwrap();
                defined.entry(name.to_owned()).or_default().insert(file.clone());
            }
        }
    }
    assert!(defined.len() > 200 && defined.contains_key("Joint"), "{defined:?}");
    defined.retain(|_, files| files.len() > 1);
    assert!(defined.is_empty(), "{defined:#?}");
}

#[test]
fn no_file_is_long() {
    let files = ["src", "tests", "benches"].iter().flat_map(|folder| sources(folder));
    let lines = |file: &PathBuf| std::fs::read_to_string(file).unwrap().lines().count();
    let long: Vec<(PathBuf, usize)> =
        files.map(|file| (file.clone(), lines(&file))).filter(|one| one.1 > 500).collect();
    assert!(long.is_empty(), "{long:#?}");
}
