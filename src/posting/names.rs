//! What the post is called, and who recruits.

use super::about::zone_in;
use super::cues::{after, announces, answer, cues, is_word, names_role, opens, says};
use super::lines::{Block, BlockKind, labelled};
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Lexicon, Section, Sections, Sense};

/// The title of the post: what a line says it is, else the first short line that says more than that it is a posting.
pub(super) fn title(blocks: &[Block]) -> Option<String> {
    const MOST_WORDS: usize = 25;
    const MOST_LINES: usize = 6;
    let whole = |block: &Block| {
        let cells = (block.cells.len() == 2).then(|| (block.cells[0].as_str(), block.cells[1].as_str()));
        let (name, said) = cells.or_else(|| labelled(&block.text))?;
        // An item of a list is none, but beside others that name a fact of the post each.
        if block.kind == BlockKind::Item && block.cells.is_empty() && !tells_facts(blocks) {
            return None;
        }
        let named =
            cues(name).iter().any(|(cue, long)| *cue == Cue::Title && long + 1 >= name.split_whitespace().count());
        // "Titre exigé : doctorat"
        (named && !says(name, Cue::Must) && !answers(said)).then(|| said.to_owned())
    };
    // A line of a list of facts: "Salary: ..." beside "Hours: ...".
    let listed = |block: &Block| {
        let beside = blocks.iter().take(12).filter(|other| labelled(&other.text).is_some()).count();
        labelled(&block.text).is_some_and(|(_, said)| beside > 1 || answers(said))
    };
    let fits = |block: &&Block| {
        let words = block.text.split_whitespace().count();
        let titled =
            cues(&block.text).iter().filter(|(cue, _)| *cue == Cue::Title).map(|(_, long)| *long).sum::<usize>();
        let about = labelled(&block.text)
            .is_some_and(|(name, _)| [Cue::Place, Cue::Deadline, Cue::Organisation].iter().any(|cue| says(name, *cue)));
        let calls = block.text.ends_with(['.', ':', '!', '?']);
        let plain = !calls && !about && !listed(block) && sought(&block.text).is_none();
        let item = block.kind == BlockKind::Item || block.text.ends_with(';');
        let recruits = named_beside(&block.text).is_some();
        words <= MOST_WORDS && plain && !item && titled < words && !is_section(block) && !recruits
    };
    let first = blocks.iter().take(12).find_map(whole);
    let plain =
        |block: &Block| Some(block).filter(|block| block.cells.is_empty()).filter(fits).map(|block| block.text.clone());
    let line = || {
        let mut lines = blocks.iter().take(MOST_LINES);
        let first = lines.clone().take(4);
        match lines.next().filter(|first| is_recruiter(first, blocks)) {
            // Below who recruits may stand where, before what the post is.
            Some(_) => {
                lines.clone().filter(|block| names_role(&block.text)).find_map(plain).or_else(|| lines.find_map(plain))
            }
            None => first.into_iter().find_map(|block| {
                let running = Some(block).filter(|block| block.kind != BlockKind::Item);
                plain(block).or_else(|| running.and_then(|block| sought_post(&block.text)))
            }),
        }
    };
    // "Offre d'emploi" stands above it.
    let named = |at: usize| {
        let words = blocks[at].text.split_whitespace().count();
        let titled = cues(&blocks[at].text).iter().any(|(cue, long)| *cue == Cue::Title && *long >= words);
        // "Offre d'emploi" is no heading of what is offered.
        titled && (words > 1 || announces(&blocks[at].text).is_none())
    };
    let below = || {
        let at = (0..blocks.len().min(4)).find(|at| named(*at))?;
        blocks.get(at + 1).and_then(plain)
    };
    let beside = || blocks.iter().take(4).find_map(|block| named_beside(&block.text)).map(str::to_owned);
    let found = first.or_else(below).or_else(line).or_else(beside)?;
    let found = found.trim().trim_end_matches(':').trim();
    (!found.is_empty()).then(|| found.to_owned())
}

/// Whether a list near the beginning says of the post what it is called, where it is, who recruits, until when: an item each.
fn tells_facts(blocks: &[Block]) -> bool {
    const FEWEST: usize = 2;
    const FACTS: [Cue; 4] = [Cue::Place, Cue::Deadline, Cue::Organisation, Cue::Title];
    let tells = |name: &str| FACTS.iter().any(|cue| says(name, *cue));
    let is_fact =
        |block: &&Block| block.kind == BlockKind::Item && labelled(&block.text).is_some_and(|(name, _)| tells(name));
    blocks.iter().take(12).filter(is_fact).count() >= FEWEST
}

/// Who is named before words that only say what the text is, and is no post: "Example Aid – job advert".
fn named_beside(text: &str) -> Option<&str> {
    const MARKS: [&str; 5] = [" – ", " — ", " - ", " | ", " · "];
    let (name, said) = MARKS.iter().find_map(|mark| text.rsplit_once(mark))?;
    let only_says = || {
        let titled = cues(said).iter().filter(|(cue, _)| *cue == Cue::Title).map(|(_, long)| *long).max();
        titled.is_some_and(|long| long >= said.split_whitespace().count())
    };
    (!name.is_empty() && only_says() && !names_role(name)).then(|| name.trim())
}

/// Whether a text only answers a question: "Remote position: No".
fn answers(text: &str) -> bool {
    answer(text).is_some()
}

fn is_section(block: &Block) -> bool {
    let words = block.text.split_whitespace().count();
    block.kind == BlockKind::Heading && announces(&block.text).is_some() && words < 5
}

/// Who recruits: what a line says, what the heading "About ..." names, else who "is looking for".
pub(super) fn organisation(blocks: &[Block]) -> Option<String> {
    let lined = blocks.iter().take(20).find_map(|block| {
        let cells = (block.cells.len() == 2).then(|| (block.cells[0].as_str(), block.cells[1].as_str()));
        let (name, said) = cells.or_else(|| labelled(&block.text))?;
        let named = says(name, Cue::Organisation) && name.split_whitespace().count() < 4;
        (named && !is_of_us(said) && said.split_whitespace().count() < 12)
            .then(|| said.trim_end_matches('.').to_owned())
    });
    let about = || {
        blocks.iter().filter(|block| block.kind == BlockKind::Heading).find_map(|block| named_in_heading(&block.text))
    };
    // A heading that says what stands below it, such as "Profil recherché", is looking for nobody.
    let tells = |block: &&Block| block.kind != BlockKind::Heading || announces(&block.text).is_none();
    let who = || blocks.iter().take(6).filter(tells).find_map(|block| recruiter(&block.text));
    let beside = || blocks.iter().take(4).find_map(|block| named_beside(&block.text)).map(str::to_owned);
    let placed = || blocks.iter().skip(1).take(3).find_map(|block| named_with_a_place(&block.text)).map(str::to_owned);
    let above = || {
        blocks.iter().take(1).find(|block| is_recruiter(block, blocks)).map(|block| name_alone(&block.text).to_owned())
    };
    let own = |name: &String| !is_of_us(name);
    let told = lined.or_else(about).or_else(who).filter(own);
    told.or_else(|| beside().filter(own)).or_else(|| placed().filter(own)).or_else(|| above().filter(own))
}

/// Whether the first line names who recruits: a sentence of the running text says of them by that name what they are or do.
fn is_recruiter(block: &Block, blocks: &[Block]) -> bool {
    let name = name_alone(&block.text).to_lowercase();
    let called = |text: &str| {
        text.match_indices(&name).any(|(at, _)| {
            let before = text[..at].trim_end();
            let recruits = |next: &str| next.split(' ').next().is_some_and(|first| says(first, Cue::Recruits));
            let does = |next: &str| opens(next, &[Cue::Does]) || recruits(next);
            let does = text[at + name.len()..].strip_prefix(' ').is_some_and(does);
            (before.is_empty() || before.ends_with(['.', '!', '?', ','])) && does
        })
    };
    let first = blocks.first().is_some_and(|first| std::ptr::eq(first, block));
    let told = |other: &&Block| other.kind == BlockKind::Prose && !std::ptr::eq(*other, block);
    first && name.contains(' ') && blocks.iter().filter(told).any(|other| called(&other.text.to_lowercase()))
}

/// Whether a text says "we" or "our" in the place of a name: "Notre association".
fn is_of_us(text: &str) -> bool {
    opens(text.trim_start_matches(|c: char| !c.is_alphanumeric()), &[Cue::We, Cue::Us, Cue::Our])
}

/// "Example Aid — network for aid" without what it says of itself.
fn name_alone(text: &str) -> &str {
    const MARKS: [&str; 4] = [" – ", " — ", " | ", " · "];
    let name = without_bracket(text);
    MARKS.iter().find_map(|mark| name.split_once(mark)).map_or(name, |(name, _)| name.trim())
}

/// "Example Aid (EA)" without its abbreviation.
fn without_bracket(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name).trim()
}

/// A line below the title that names somebody and where they are: "Example Aid · London, hybrid".
fn named_with_a_place(text: &str) -> Option<&str> {
    const MOST_WORDS: usize = 8;
    let (at, mark) = [" · ", " | ", " – ", " — ", ", "].into_iter().find_map(|mark| Some((text.find(mark)?, mark)))?;
    let (name, rest) = (&text[..at], &text[at + mark.len()..]);
    let named = name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= MOST_WORDS;
    (named && !name.contains(['.', ':']) && zone_in(rest).is_some() && rest.split_whitespace().count() <= 12)
        .then_some(name)
}

/// "About Example Aid", "À PROPOS DE L'EXEMPLE".
fn named_in_heading(text: &str) -> Option<String> {
    let name = after(text, &[Cue::AboutWhom])?.trim().trim_end_matches([':', '?', ' ']);
    // "About the Trust" names none.
    let common = opens(text, &[Cue::AboutThe]) && !name.contains(' ') && name.chars().skip(1).any(char::is_lowercase);
    let cued = announces(text).is_some_and(|cue| cue != Cue::About);
    let vague = is_word(name, &[Cue::Us, Cue::You]) || cued || common || !name.starts_with(char::is_uppercase);
    (!vague && !name.is_empty() && name.split_whitespace().count() < 10).then(|| name.to_owned())
}

/// A sentence in which somebody "is looking for" somebody: what stands before that, and after it.
fn sought(text: &str) -> Option<(&str, &str)> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Postings]));
    let at = (0..lexed.len()).find(|at| lexed.senses(*at).contains(&Sense::Cue(Cue::Recruits)))?;
    let span = lexed.span(at, at + 1);
    let before = text.get(..span.start)?.rsplit(['.', '!', '\n']).next()?;
    // "Assistante de recherche" is looking for nobody.
    let last = before.split_whitespace().next_back().unwrap_or_default();
    if is_word(last, &[Cue::Of, Cue::OfThe, Cue::In, Cue::To, Cue::Definite, Cue::Indefinite]) {
        return None;
    }
    Some((before.trim(), text.get(span.end..)?.trim()))
}

/// Who stands before "is looking for": from the first word on that is written as a name.
fn recruiter(text: &str) -> Option<String> {
    const LEADS: [Cue; 6] = [Cue::In, Cue::For, Cue::With, Cue::To, Cue::From, Cue::As];
    let (before, _) = sought(text)?;
    // "En effet, Example Aid ...": what a preposition leads names nobody.
    let named = |passage: &&str| !passage.trim().is_empty() && !opens(passage, &LEADS) && !is_of_us(passage);
    let subject = before.split([',', '(', '–']).find(named)?.trim();
    let name = after(subject, &[Cue::Definite]).unwrap_or(subject);
    let starts =
        |(at, c): (usize, char)| (c.is_uppercase() && !name[..at].ends_with(char::is_alphanumeric)).then_some(at);
    let name = name.get(name.char_indices().find_map(starts)?..)?;
    let fits = name.split_whitespace().count() < 9 && !opens(name, &[Cue::Pronoun]);
    fits.then(|| name.to_owned())
}

/// What stands after "is looking for": "an archivist".
fn sought_post(text: &str) -> Option<String> {
    const MOST_WORDS: usize = 18;
    let (_, after) = sought(text)?;
    // "un(e) Coordinateur(rice)": brackets within a word are its other gender.
    let aside = after.find(" (").unwrap_or(after.len());
    let end = after.find(". ").into_iter().chain(after.find([',', ';'])).chain([aside]).min().unwrap_or(after.len());
    let post = after.get(..end)?.trim().trim_end_matches('.');
    let fits = (2..=MOST_WORDS).contains(&post.split_whitespace().count());
    let article = opens(post, &[Cue::Indefinite, Cue::Our, Cue::Their]);
    // "Un poste de" goes on in the next line.
    let whole = !post.split_whitespace().next_back().is_some_and(|last| is_word(last, &[Cue::Of, Cue::OfThe]));
    (fits && article && whole).then(|| post.to_owned())
}
