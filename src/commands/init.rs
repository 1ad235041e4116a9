//! `screen init [FILE]`: a criteria file to start from.

use super::Setting;
use crate::args::Init;
use crate::exit::Exit;

pub fn run(_asked: &Init, _setting: &Setting) -> anyhow::Result<Exit> {
    Ok(Exit::Well)
}
