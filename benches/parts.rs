//! The parts of a run, one by one: `cargo bench --bench parts`.

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use screen::criteria::Stage;
use screen::fold::fold_into;
use screen::lexicon::load_packs;
use screen::plan::{Memory, Plan};
use screen::rank::{Key, Ranking};
use screen::records::{self, Chunk, Input, ReadOptions, RowReader};
use screen::score::{Score, Standing, Status};

const JOB: &str = include_str!("job.yaml");
/// A file of the job, with the shapes of cells that its generator makes.
const HEADER: &str = "id,name,email,received,cv,cover_letter,degree_level,degree_field,hrd_experience_years,\
    cso_experience,team_management_years,ihrl_knowledge,un_mechanisms,eu_knowledge,eu_advocacy,drafting,english,\
    other_languages,motivation,city\n";

fn file(rows: usize) -> String {
    let mut text = HEADER.to_owned();
    for row in 0..rows {
        let (years, level) = (row % 30, ["basic", "good", "very good", "excellent"][row % 4]);
        text.push_str(&format!(
            "C{row},Ada Fictive {row},ada{row}@example.org,2024-05-{:02},yes,yes,master,law,{years}.5,yes,{},{level},{level},\
             {level},yes,{level},C1,French C1; Spanish B2,\"I drafted submissions, and briefed the Special Rapporteur \
             {row} times\",Brussels\n",
            1 + row % 28,
            row % 12,
        ));
    }
    text
}

fn readings(c: &mut Criterion) {
    let mut out = String::new();
    c.bench_function("fold", |b| b.iter(|| fold_into(black_box("Expérience auprès des défenseurs"), &mut out)));
    c.bench_function("language packs", |b| b.iter(load_packs));
}

fn rows(c: &mut Criterion) {
    let Ok(criteria) = screen::criteria::read("job.yaml", JOB) else { return };
    let text = file(1000);
    let open = || {
        let input = Input::Stdin(Box::new(std::io::Cursor::new(text.clone().into_bytes())));
        records::open(input, "candidates.csv", &ReadOptions::default(), false)
    };
    let Ok(mut source) = open() else { return };
    let header: Vec<String> = source.header().to_vec();
    let column = |name: &str| header.iter().position(|known| known == name);
    let day = NaiveDate::from_ymd_opt(2024, 5, 26).unwrap_or_default();
    let plan = Plan::new(&criteria, Stage::Application, &column, day);
    let mut chunks = Vec::new();
    let mut chunk = Chunk::default();
    while source.next(&mut chunk).unwrap_or(false) {
        chunks.push(std::mem::take(&mut chunk));
    }
    let mut reader = RowReader::new(source.dialect());
    c.bench_function("read 1000 rows", |b| {
        b.iter(|| chunks.iter().for_each(|chunk| reader.rows(chunk, |row| _ = black_box(row.len()))));
    });
    let mut memory = Memory::default();
    c.bench_function("read and judge 1000 rows", |b| {
        b.iter(|| {
            for chunk in &chunks {
                reader.rows(chunk, |row| _ = black_box(plan.judge(&row, &mut memory).standing));
            }
        });
    });
}

fn ranks(c: &mut Criterion) {
    let keys: Vec<Key> = (0..100_000u32)
        .map(|n| {
            let score = n.wrapping_mul(2_654_435_761) % 90_000_000;
            let (score, score_max) = (Score::from_steps(score), Score::from_steps(score + n % 1_000_000));
            Key::from(Standing { status: Status::ALL[n as usize % 3], score, score_max })
        })
        .collect();
    c.bench_function("rank 100,000", |b| b.iter(|| Ranking::of_all(black_box(keys.clone()))));
}

criterion_group!(parts, readings, rows, ranks);
criterion_main!(parts);
