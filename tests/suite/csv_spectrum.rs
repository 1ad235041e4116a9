//! The files of `csv-spectrum`, a package of awkward CSV from the npm registry, read as it says they are to be read.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use screen::records::{self, Chunk, Input, ReadOptions, RowReader};
use serde_json::{Map, Value};

/// The package, fetched; nothing where there is no npm, or no registry that it reaches.
fn fetched(folder: &Path) -> Option<std::path::PathBuf> {
    let options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--fetch-retries=0"];
    let done = Command::new("npm")
        .args(["install", "csv-spectrum@2.0.0", "--prefix"])
        .arg(folder)
        .args(options)
        .current_dir(folder)
        .output();
    done.is_ok_and(|done| done.status.success()).then(|| folder.join("node_modules/csv-spectrum"))
}

#[test]
fn every_file_is_read_as_its_json_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(package) = fetched(folder.path()) else {
        // Past the capture of the tests' output: a test that is skipped says so.
        let _ = writeln!(std::io::stderr(), "skipped csv-spectrum: `npm install csv-spectrum` did not work here");
        return;
    };
    let files = fs::read_dir(package.join("csvs")).expect("the package has files");
    let mut names: Vec<String> = files
        .map(|file| file.expect("a file").path().file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(names.len() >= 12, "{names:?}");
    for name in names {
        let json = fs::read_to_string(package.join("json").join(format!("{name}.json"))).expect("each has its JSON");
        let mut expected = match serde_json::from_str(&json).expect("it is JSON") {
            Value::Array(rows) => rows,
            row => vec![row],
        };
        if name == "location_coordinates" {
            // The package's JSON has another telephone number than its CSV.
            expected[0]["Contact Phone Number"] = "2095257564".into();
        }
        for keep in [false, true] {
            assert_eq!(read(&package.join("csvs").join(format!("{name}.csv")), keep), expected, "{name}");
        }
    }
}

/// The rows of a file, each as an object of its header's names.
fn read(path: &Path, keep: bool) -> Vec<Value> {
    let opened = records::open(Input::Path(path.to_owned()), "spectrum.csv", &ReadOptions::default(), keep);
    let mut source = opened.unwrap_or_else(|problem| panic!("{}: {problem:?}", path.display()));
    let mut reader = RowReader::new(source.dialect());
    let mut rows = Vec::new();
    let mut chunk = Chunk::default();
    while source.next(&mut chunk).unwrap_or_else(|problem| panic!("{}: {problem:?}", path.display())) {
        reader.rows(&chunk, |row| {
            assert_eq!(row.trouble, None, "{}: {row:?}", path.display());
            let cells = row.cells().map(Value::from);
            rows.push(Value::Object(source.header().iter().cloned().zip(cells).collect::<Map<_, _>>()));
        });
    }
    rows
}
