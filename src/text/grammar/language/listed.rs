//! Items of lists of languages, remembered: the same item is read once.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use super::{Heard, LanguageList, ToldOf};
use crate::formats::Formats;
use crate::languages::Language;

/// Lists of languages that were read last. Their items come again, though the lists do not: a list of whole items is what
/// these say.
#[derive(Default)]
pub struct ReadLists {
    cell: Option<String>,
    /// What that cell says; nothing where it cannot be read.
    list: Option<LanguageList>,
    /// Items with what each says; nothing where it is no language with its level and no more.
    items: HashTable<(String, Option<ToldOf>)>,
}

impl ReadLists {
    /// The same as [`super::in_list`].
    pub(crate) fn level(&mut self, cell: &str, language: &Language, formats: &Formats, year: i32) -> Heard {
        if self.cell.as_deref() != Some(cell) {
            let kept = self.cell.get_or_insert_default();
            kept.clear();
            kept.push_str(cell);
            if !self.read_items(cell, formats, year) {
                self.list = LanguageList::new(cell, formats, year);
            }
        }
        self.list.as_ref().map_or(Heard::NOTHING, |list| list.level(language))
    }

    /// Reads a cell by its items, where each of them is whole.
    fn read_items(&mut self, cell: &str, formats: &Formats, year: i32) -> bool {
        let mut list = self.list.take().unwrap_or_default();
        list.clear();
        let whole = cell.split([';', ',', '\n']).all(|item| {
            let told = self.item(item.trim(), formats, year);
            list.told.extend(told);
            told.is_some()
        });
        self.list = Some(list);
        whole
    }

    /// What an item says.
    fn item(&mut self, item: &str, formats: &Formats, year: i32) -> Option<ToldOf> {
        /// No more items are kept, nor longer ones.
        const MOST: usize = 4096;
        const LONGEST: usize = 64;
        let hash = |item: &str| FixedState::with_seed(0).hash_one(item);
        if let Some((_, told)) = self.items.find(hash(item), |(known, _)| known == item) {
            return *told;
        }
        let told = (item.len() <= LONGEST)
            .then(|| LanguageList::new(item, formats, year))
            .flatten()
            .and_then(|list| list.one());
        if self.items.len() < MOST && item.len() <= LONGEST {
            self.items.insert_unique(hash(item), (item.to_owned(), told), |(known, _)| hash(known));
        }
        told
    }
}
