//! Awkward ways in and out: outputs that cannot be written, readers that leave, interruptions, pipes.

use super::*;

#[test]
fn an_input_is_not_written_over() {
    let room = Room::new();
    let candidates = many(3);
    room.put("candidates.csv", &candidates);
    fs::hard_link(room.path("candidates.csv"), room.path("other-name.csv")).expect("a link");
    #[cfg(unix)]
    std::os::unix::fs::symlink("candidates.csv", room.path("link.csv")).expect("a link");
    for output in ["candidates.csv", "./candidates.csv", "other-name.csv", "link.csv", "criteria.yaml"] {
        let before = room.names();
        let told = room.screen(&["candidates.csv", "--format", "csv", "--output", output]).refused();
        assert!(told.contains("candidates.csv") || told.contains("criteria.yaml"), "{told}");
        assert_eq!(room.names(), before);
        assert_eq!(fs::read_to_string(room.path("candidates.csv")).expect("it is there"), candidates);
        assert_eq!(fs::read_to_string(room.path("criteria.yaml")).expect("it is there"), SMALL);
    }
}

/// Records that end in another way than most lines are all on one line, and still come in the order of reading.
#[test]
fn lone_carriage_returns_keep_their_order_on_any_number_of_threads() {
    let room = Room::new();
    let rows: String = (0..90_000).map(|at| format!("T{at},,7,\r")).collect();
    room.put("candidates.csv", format!("id,name,years,note\n{rows}"));
    for options in ["--format csv --columns id", "--format csv --columns id --top 40", "--format json --top 9"] {
        let script =
            |threads| format!("\"$SCREEN\" -q candidates.csv --criteria criteria.yaml {options} --threads {threads}");
        let one = room.shell(&script(1)).well().out;
        assert!(one.contains("T8"), "{}", one.len());
        for threads in [2, 2, 3, 4] {
            assert!(room.shell(&script(threads)).well().out == one, "{options}, {threads} threads");
        }
    }
}

#[cfg(unix)]
#[test]
fn no_room_for_temporary_files_is_told() {
    let room = Room::new();
    room.put("few.csv", many(500));
    room.put("candidates.csv", many(100_000));
    let script = "TMPDIR=nowhere exec \"$SCREEN\" --criteria criteria.yaml --format csv --threads 1";
    // What fits memory needs none.
    for few in ["few.csv", "- < few.csv"] {
        room.shell(&format!("{script} {few} > /dev/null")).well();
    }
    let told = room.shell(&format!("{script} candidates.csv > /dev/null")).refused();
    assert!(told.starts_with("error[no-room]: ") && told.contains("`TMPDIR`"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_full_device_is_told() {
    let room = Room::new();
    room.put("candidates.csv", many(2000));
    for format in FORMATS {
        for ending in ["--output /dev/full", "> /dev/full", "--sort input > /dev/full"] {
            let run = format!("\"$SCREEN\" candidates.csv --criteria criteria.yaml --format {format} {ending}");
            let told = room.shell(&run).refused();
            assert!(told.contains("written") || told.contains("write"), "{format} {ending}: {told}");
        }
    }
    let french = room.shell("\"$SCREEN\" candidates.csv --criteria criteria.yaml --lang fr > /dev/full").refused();
    assert!(french.contains("le disque est plein") && !french.contains("os error"), "{french}");
    for command in ["explain candidates.csv T1 --criteria criteria.yaml", "check criteria.yaml candidates.csv"] {
        room.shell(&format!("\"$SCREEN\" {command} > /dev/full")).refused();
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_mistake() {
    const COUNT: usize = 5000;
    let room = Room::new();
    // More than a pipe holds, in every format.
    room.put("candidates.csv", many(COUNT));
    for format in FORMATS {
        for more in [&[][..], &["--sort", "input"], &["--threads", "1"]] {
            let args = [&["candidates.csv", "--format", format], more].concat();
            let mut child = room.screen(&args).start();
            let mut line = Vec::new();
            let mut out = BufReader::new(child.stdout.take().expect("standard output is piped"));
            out.read_until(b'\n', &mut line).expect("the output can be read");
            assert!(!line.is_empty(), "{format}");
            drop(out);
            let done = end(child, LIMIT);
            assert_eq!((done.code, done.err.as_str()), (Some(0), ""), "{format} {more:?}");
        }
    }
    // Nobody hears the errors: the file is still whole.
    let run = "\"$SCREEN\" candidates.csv --criteria criteria.yaml --format csv --output out.csv 2>&1 | true; \
               exit ${PIPESTATUS[0]}";
    assert_eq!(room.shell(run).end().code, Some(0));
    assert_eq!(fs::read_to_string(room.path("out.csv")).expect("it is there").lines().count(), COUNT + 1);
}

#[cfg(unix)]
#[test]
fn an_interruption_leaves_the_old_file_and_nothing_else() {
    let room = Room::new();
    room.put("out.csv", "the old one\n");
    let before = room.names();
    // Waiting for more input, and in the midst of more than enough.
    for (busy, sort) in [(false, "rank"), (true, "rank"), (false, "input"), (true, "input")] {
        let mut run = room.screen(&["-", "--format", "csv", "--sort", sort, "--output", "out.csv"]).input([]);
        let mut child = run.start();
        let mut stdin = child.stdin.take().expect("standard input is piped");
        let feeder = std::thread::spawn(move || {
            let _ = stdin.write_all(many(2000).as_bytes());
            let rows = "T0,Test Person,8,x\n".repeat(500);
            while busy && stdin.write_all(rows.as_bytes()).is_ok() {}
            // Held open until the program has gone.
            stdin
        });
        let started = Instant::now();
        // A program that waits for the start of a file has begun nothing yet. What it has begun may have no name.
        let begun = || {
            let open = fs::read_dir(format!("/proc/{}/fd", child.id())).into_iter().flatten().flatten();
            let mut open = open.filter_map(|open| fs::read_link(open.path()).ok());
            let nameless = |path: &PathBuf| path.to_string_lossy().ends_with(" (deleted)");
            room.names() != before || open.any(|path| path.starts_with(room.0.path()) && nameless(&path))
        };
        while (busy || sort == "input") && !begun() {
            assert!(started.elapsed() < LIMIT, "nothing is being written");
            std::thread::sleep(Duration::from_millis(20));
        }
        std::thread::sleep(Duration::from_millis(500));
        let interrupted = Instant::now();
        let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("`kill` is there");
        assert!(sent.success());
        let done = end(child, LIMIT);
        let took = interrupted.elapsed();
        drop(feeder.join());
        assert_eq!(done.code, Some(130), "{}", done.err);
        assert!(took < Duration::from_secs(3), "{took:?}");
        assert_eq!(fs::read_to_string(room.path("out.csv")).expect("it is there"), "the old one\n");
        assert_eq!(room.names(), before);
    }
}

#[cfg(unix)]
#[test]
fn every_way_in_gives_the_same() {
    let room = Room::new();
    let text = many(400);
    room.put("candidates.csv", &text);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(text.as_bytes()).expect("bytes");
    room.put("candidates.csv.gz", packed.finish().expect("bytes"));
    let fields = "rank,rank_best,rank_worst,id,name,status,score,score_max,experience,words,source.line,notes";
    let expected = room.screen(&["candidates.csv", "--format", "csv", "--columns", fields]).well().out;
    assert_eq!(expected.lines().count(), 401);
    let screen = format!("\"$SCREEN\" --criteria criteria.yaml --format csv --columns {fields}");
    for script in [
        format!("{screen} < candidates.csv"),
        format!("{screen} - < candidates.csv"),
        format!("cat candidates.csv | {screen}"),
        format!("cat candidates.csv | {screen} /dev/stdin"),
        format!("{screen} <(cat candidates.csv)"),
        format!("mkfifo fifo && (cat candidates.csv > fifo &) && {screen} fifo; rm fifo"),
        format!("{screen} candidates.csv.gz"),
        format!("{screen} < candidates.csv.gz"),
        format!("(sleep 0.2; cat candidates.csv) | {screen}"),
        format!("{screen} candidates.csv --threads 1"),
        format!("{screen} candidates.csv --threads 7"),
    ] {
        let done = room.shell(&script).well();
        assert_eq!(done.out, expected, "{script}");
    }
}
