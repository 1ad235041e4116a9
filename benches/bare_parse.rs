//! The yardstick: a file read and parsed with the csv crate alone, on one thread or two, and nothing done with it.
//!
//! `cargo bench --bench bare_parse -- FILE THREADS` prints the records and the seconds.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::time::Instant;

/// Where to cut a file in two: at the first line end beyond the middle that is outside quotes.
fn middle(path: &str, size: u64) -> std::io::Result<u64> {
    let mut file = BufReader::with_capacity(1 << 20, File::open(path)?);
    let mut buffer = vec![0; 1 << 20];
    let (mut at, mut quotes) = (0u64, 0u64);
    loop {
        let count = file.read(&mut buffer)?;
        if count == 0 {
            return Ok(size);
        }
        let block = &buffer[..count];
        if at + (count as u64) < size / 2 {
            quotes += memchr::memchr_iter(b'"', block).count() as u64;
        } else {
            for (i, byte) in block.iter().enumerate() {
                quotes += u64::from(*byte == b'"');
                let here = at + i as u64;
                if *byte == b'\n' && quotes % 2 == 0 && here >= size / 2 {
                    return Ok(here + 1);
                }
            }
        }
        at += count as u64;
    }
}

fn parse(path: &str, from: u64, to: u64) -> std::io::Result<u64> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(from))?;
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).buffer_capacity(1 << 18).from_reader(file.take(to - from));
    let mut record = csv::ByteRecord::new();
    let mut count = 0;
    while reader.read_byte_record(&mut record).map_err(std::io::Error::other)? {
        count += 1;
    }
    Ok(count)
}

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let [path, threads] = args.as_slice() else {
        eprintln!("cargo bench --bench bare_parse -- FILE THREADS");
        return Ok(());
    };
    let start = Instant::now();
    let size = std::fs::metadata(path)?.len();
    let cut = if threads == "1" { size } else { middle(path, size)? };
    let records = std::thread::scope(|scope| {
        let second = scope.spawn(|| parse(path, cut, size));
        let first = parse(path, 0, cut)?;
        Ok::<_, std::io::Error>(first + second.join().unwrap_or(Ok(0))?)
    })?;
    println!("{records} records in {:.3} s", start.elapsed().as_secs_f64());
    Ok(())
}
