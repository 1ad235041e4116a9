//! Where a record is, and where its twins are.

use super::BoundFile;
use super::blind::Blind;
use super::twins::{Bond, Spot, TwinGroup};
use crate::catalogue::{Text, list_and, pipeline as words};

/// What else is to be known about the candidate of this record: where its twins are.
#[must_use]
pub fn notes_of<'a>(files: &[BoundFile], spot: Spot, twins: impl Iterator<Item = TwinGroup<'a>>) -> Vec<Text> {
    // Where some lines end in another way than most, records of many groups may be on one line.
    let few = twins.take(Bond::MOST);
    let mut notes: Vec<Text> = few
        .map(|group| {
            let others = places(files, &group, Some(spot));
            match group.bond {
                Bond::Id => words::same_id(others),
                Bond::Person => words::same_person(others),
            }
        })
        .collect();
    notes.dedup();
    notes
}

/// How many places of a group are named.
const PLACES: usize = 5;

/// The first places of a group's records, but for the one at hand, and how many more there are.
pub(super) fn places(files: &[BoundFile], group: &TwinGroup<'_>, at_hand: Option<Spot>) -> Text {
    // Groups are large where a column holds the same for everybody, and this is asked for every one of them.
    let others = group.spots.iter().copied().filter(|spot| Some(*spot) != at_hand);
    let few: Vec<Spot> = others.take(PLACES).collect();
    let more = group.count - usize::from(at_hand.is_some()) - few.len();
    let more = (more > 0).then(|| words::more_places(more));
    let rows = |few: &[Spot]| few.iter().map(|spot| Text::same(spot.row().to_string())).collect::<Vec<_>>();
    if let [_] = files {
        let rows: Vec<Text> = rows(&few).into_iter().chain(more).collect();
        return if let [row] = &*rows { words::row(row) } else { words::rows(list_and(&rows)) };
    }
    let of_file = |few: &[Spot]| {
        let name = few.first().and_then(|spot| files.get(spot.file())).map_or("", |file| &file.name);
        match &*rows(few) {
            [row] => words::row_of(row, name),
            rows => words::rows_of(list_and(rows), name),
        }
    };
    let by_file = few.chunk_by(|a, b| a.file() == b.file()).map(of_file);
    list_and(&by_file.chain(more).collect::<Vec<_>>())
}

/// The line of a record, as it is told.
pub(super) fn line_of(blind: Option<&Blind>, spot: Spot, line: u64) -> u64 {
    blind.map_or(line, |blind| blind.line(spot, line))
}
