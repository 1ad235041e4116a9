//! `screen robust FILE...`: would another fair choice of weights, or other answers, give another list?

use std::path::{Path, PathBuf};

use super::Setting;
use super::gather::{Destination, Gathering, WrittenFigures};
use super::output::Inputs;
use crate::args::Robust;
use crate::exit::Exit;
use crate::render::robust::RobustReport;
use crate::robust::sample::{SampleQuery, Weights};
use crate::robust::{Model, funnel, questions};
use crate::shortlist::Cutoff;

/// So many places are looked at where neither the command line nor the criteria file says how many.
const PLACES: usize = 5;
/// Places are proved within this part of the weights where nothing else is asked.
const AROUND: f64 = 0.3;

pub(super) fn run(asked: &Robust, setting: &Setting) -> anyhow::Result<Exit> {
    let stdin = asked.files.is_empty().then_some(Path::new("-"));
    let inputs = asked.files.iter().map(PathBuf::as_path).chain(stdin).chain(asked.judging.asked.criteria.as_deref());
    let place = Destination::new(&asked.written, Inputs::of(inputs), setting)?;
    let mut gathering =
        Gathering::new(&asked.files, &asked.judging.asked, &asked.judging.reading, &[], asked.judging.blind, setting)?;
    let roll = gathering.roll(false, &mut |_, _, _| {}, setting)?;
    let places = asked.places.unwrap_or_else(|| places(&gathering, &roll));
    let around = asked.around.unwrap_or(AROUND);
    let model = Model::of(&roll);
    let weights = match (asked.ordered, asked.around) {
        (true, _) => Weights::Ordered,
        (_, Some(part)) => Weights::Around(part),
        _ => Weights::Any,
    };
    let ask = SampleQuery { draws: asked.draws, seed: asked.seed, weights, places, threads: setting.config.cores };
    let sample = model.sample(&ask);
    let (name, lawful) = (gathering.name(setting), gathering.lawful());
    let told = RobustReport {
        name: &name,
        roll: &roll,
        places,
        around,
        standings: &model.standings(places),
        could_enter: &model.could_enter(places, around),
        intervals: &model.intervals(places),
        sample: (&ask, &sample),
        questions: &questions(&roll, places),
        funnel: &funnel(&roll),
        lawful: &lawful,
        lang: setting.config.lang,
    };
    let figures = WrittenFigures {
        page: &|| told.page(),
        table: &|| told.table(),
        set: gathering.set_here(),
        document: &|| told.document(),
    };
    place.write(&figures, setting)?;
    Ok(Exit::Well)
}

/// How many places the shortlist has: by a score, as many as reach it as things stand.
fn places(gathering: &Gathering, roll: &crate::roll::Roll) -> usize {
    let Some(shortlist) = gathering.criteria.shortlist else { return PLACES };
    let by_score = match shortlist.line {
        Cutoff::Score(line) => {
            let reach = roll.people.iter().map(|person| person.standing);
            reach.filter(|standing| standing.status == crate::score::Status::Eligible && standing.score >= line).count()
        }
        _ => 0,
    };
    let by_place = usize::try_from(shortlist.places(roll.people.len() as u64)).unwrap_or(usize::MAX);
    by_score.max(by_place).max(1)
}
