//! `screen` ranks applicants against a posting's required qualifications and shows why.
//!
//! The package is this library and a thin program of the same name. The one idea: a cell is read as a *range* of the
//! values it can mean, a requirement is held against every one of them, and what is not proven stays open. Nothing is
//! guessed, and nobody is turned down for what is not known.
//!
//! # The way of the data
//!
//! ```text
//! argv ──► args ──► config                                     what was typed, what is meant
//! criteria.yaml ──► yaml ──► criteria                          every mistake at once, with its place, then stop
//! files ──► records ──► header × criteria ──► plan             every unbound column at once, then stop
//!
//!           ┌─────────────────────── pipeline ────────────────────────┐
//! records ──► chunks of whole records ──► rows ──► plan.judge         │   one thread or many, the same bytes come out
//!           │                        one judgement each, for one of:  │
//!           │   stream ──► told as soon as it is judged ──────────────┼──► explain ──► view ──► render ──► output
//!           │   rank ──► put aside ──► list, accounts, in order ──────┤
//!           │   everybody ──► plain data ─────────────────────────────┼──► audit, robust, lint
//!           └─────────────────────────────────────────────────────────┘
//! ```
//!
//! # The rooms, lowest first
//!
//! A room uses only rooms above it in this list, and none of its own line's but one that stands before it;
//! `tests/suite/layers.rs` reads the code and this table, and holds that.
//!
//! | room | what lives there |
//! |---|---|
//! | [`catalogue`] | every sentence for people, English and French side by side |
//! | [`verdict`], [`fold`] | met, not met or unknown; text made comparable |
//! | [`diagnostic`] | a problem: code, severity, place, what is wrong, what to do |
//! | [`reading`] | the range of values a cell can mean |
//! | [`yaml`] | YAML to values with places; a mapping read by a table of its fields |
//! | [`moments`], [`timeline`] | moments by the clocks of a time zone; spans whose overlaps count once |
//! | [`tokens`] | text cut into words, figures and marks |
//! | [`lexicon`] | the language packs, which `build.rs` lays out while the program is built, and what their phrases mean |
//! | [`written`] | words as a criteria file writes them, found in a text |
//! | [`form`] | what a form leaves in a cell: markup, boxes |
//! | [`formats`] | what settles a cell that could be read in several ways |
//! | [`languages`], [`scale`] | what readings are of: languages by their codes, ordered steps |
//! | [`lexed`] | a text cut, looked up in the packs, and read on in |
//! | [`text`] | the readers of cells: a cell of each kind to a reading, with no notion of criteria |
//! | [`head`] | what a header says of its column |
//! | [`mentions`] | terms found in free text |
//! | [`veil`] | who somebody is, cut out of free text |
//! | [`sexes`] | the sex that a cell names |
//! | [`header`] | column names: folding, nearest names, binding |
//! | [`kinds`] | the tests of a criterion, one file each |
//! | [`score`], [`rank`] | points, status, order, ties, best and worst rank: the only home of these rules |
//! | [`mark`], [`shortlist`], [`roll`] | what a criterion comes to, as one sign; where the line of a list is drawn; everybody judged, as plain data |
//! | [`view`] | what a renderer is given: plain data |
//! | [`audit`], [`robust`], [`lint`] | all candidates looked at together: rates of groups; whether other weights or answers give another list; criteria that do not do what they seem to |
//! | [`criteria`] | the criteria file, checked |
//! | [`plan`], [`schema`] | the criteria, bound to a header; the JSON Schema of criteria files |
//! | [`records`] | bytes to header and rows: encoding, dialect, spreadsheets |
//! | [`posting`] | a posting's text to what it asks of applicants |
//! | [`decisions`] | what people decided, read from a table and held against the cells |
//! | [`explain`] | the only maker of sentences about verdicts |
//! | [`spill`] | numbers and records in bounded memory |
//! | [`diff`] | two outputs side by side: who stands elsewhere, and through which criterion |
//! | [`settle`] | what is open, as a short list of questions |
//! | [`pipeline`] | the way of the records |
//! | [`propose`] | a criteria file to begin with, from a posting and the candidates' columns |
//! | [`render`] | one file per format, and the escaping |
//! | [`record`] | a run that can be checked later: every file with its SHA-256, what was asked, what came of it |
//! | [`merge`] | parts of a run, judged apart and ranked together |
//! | [`exit`], [`args`], [`streams`], [`config`], [`commands`] | exit statuses, the command line, which standard streams were closed, the world around it, what the program does |
//!
//! A record is judged once to be ranked. Whoever is shown with words or questions is read again when told of, by the same
//! readers: in [`pipeline`] (`decided`, `words`) and in [`commands`] (`settle`).
//!
//! # Speed
//!
//! Code that is there for speed or memory alone has its figure here: how many times longer a job takes without it, of the
//! first 50, all as CSV, and all as JSON Lines in the order of reading (`benches/job.yaml` on 50,000 made-up candidates, one
//! thread, user and system time, in pairs; the median of seven). A piece whose loss costs less than 3 % in each of them goes.
//!
//! | place | what it spares | first 50 | CSV | JSON Lines |
//! |---|---|--:|--:|--:|
//! | `plan::numbers`, `plan::memory` | reading a cell that was read before | 10 | 8 | 15 |
//! | `plan::judge`: [`plan::Taker::wants`] | judging to the end who will not be shown | 1.36 | 0.97 | 1.05 |
//! | `plan::judge`: rows at a time, column by column | fetching what is remembered of a column | 1.05 | 1.07 | 1.03 |
//! | `pipeline::words` | putting into words what was put into words before | 1.02 | 1.00 | 10.94 |
//! | `render::json::frames` | writing that again: whole | 1.00 | 1.01 | 1.10 |
//! | the same | writing that again: around the evidence | 1.00 | 1.01 | 1.04 |
//! | `records::plain` | a parser's step for each byte | 1.37 | 1.25 | 1.19 |
//! | `records::rows`, its blocks | handing rows on one by one | 1.07 | 1.08 | 1.08 |
//! | `spill`, its shared slots | a place for each id in memory | 1.04 | 1.02 | 1.03 |
//!
//! `render::json::frames` remembers what was written of criteria, and [`view::Words`] numbers what is told for its sake
//! (`Told::number`, `number_of_saying`, `age`): a renderer's bytes are remembered nowhere else, and here for that tenth of a
//! run of JSON Lines alone. It decides nothing: without it each member is written anew, with the same bytes.
//!
//! Of these, what the whole loses was measured when they were made, each by itself and not since:
//!
//! | place | what it spares | loss then |
//! |---|---|---|
//! | `kinds::reader`: `Kept`, `Lately` | reading a free text or a list again to tell of it | JSON Lines 4 %, 9 % where no two texts are alike |
//! | `render::csv`: eight bytes a verdict; `simdutf8` in `records` | writing by the length; a slower check of UTF-8 | CSV 8 % together, 6 % of it `simdutf8` |
//! | `records::source`: smaller chunks where each record is told at once | fetching what is told from memory | JSON Lines 3 to 8 % |
//! | `render::safe`: the end of a text for JSON, read without a copy | waiting for one's own writing | JSON Lines 3 % |
//! | `pipeline::in_order`: a result that is early is left | waiting for one's turn, on two cores | 5 to 8 % |
//!
//! Not measured by themselves, so that the next who measures may find that they can go: sixteen bytes at once in
//! `render::safe`; `both` in `pipeline::rank` (two threads and more); the text of a batch checked once in `pipeline::list`;
//! what `pipeline::words` remembers by reading, by a few cells and as a part of the cell; and looks that spare a reader its
//! work, each at the head of the function it stands in: `formats`, `form::boxes`, `mentions`, `mentions::clause`,
//! `veil::forms`. A look answers what the work behind it would.
//!
//! # Where to add
//!
//! `CONTRIBUTING.md` has the recipes. In short:
//!
//! - a test of a criterion: one file in `kinds/` with its [`kinds::Kind`], its `mod` and its place in [`kinds::KINDS`]; the checker, the
//!   schema and the formats follow its table of fields. A [`kinds::Unit`] of its own has to be said in words in
//!   more places, which the compiler names;
//! - a format of the output: one file in `render/`, and its lines in [`render::Format`] and [`render::renderer`]; the help's
//!   sentence of `--format`;
//! - words that people write, and the languages they write in: the packs in `lexicon/`, where a word needs no Rust;
//! - a language of the program: [`catalogue::Lang`], a field of [`catalogue::Text`] and the macro of the catalogue; the compiler
//!   then asks for every sentence.

mod args;
mod audit;
pub mod catalogue;
pub mod commands;
mod config;
pub mod criteria;
mod decisions;
pub mod diagnostic;
mod diff;
pub mod exit;
pub mod explain;
pub mod fold;
mod form;
pub mod formats;
mod head;
pub mod header;
pub mod kinds;
pub mod languages;
mod lexed;
pub mod lexicon;
mod lint;
mod mark;
pub mod mentions;
mod merge;
pub mod moments;
pub mod pipeline;
pub mod plan;
mod posting;
pub mod propose;
pub mod rank;
pub mod reading;
mod record;
pub mod records;
pub mod render;
mod robust;
mod roll;
pub mod scale;
pub mod schema;
pub mod score;
mod settle;
pub mod sexes;
mod shortlist;
mod spill;
mod streams;
mod text;
mod timeline;
mod tokens;
pub mod veil;
pub mod verdict;
pub mod view;
mod written;
pub mod yaml;
