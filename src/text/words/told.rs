//! What headers and postings say, beside cells: the meanings of `identity`, `headers`, `headings` and `postings`.

/// What a header tells of who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    Name,
    Email,
    Birth,
    Sex,
    Origin,
    Contact,
    Other,
    /// Any of these, where a header says nothing else.
    Alone,
}

/// What else the words of a header say of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Head {
    /// It tells records apart.
    Id,
    /// A number or code, beside a [`Head::Person`] or alone an id.
    Number,
    /// Those who apply, and what they send.
    Person,
    /// When an application came.
    Received,
    /// A moment that a form notes of itself.
    Start,
    /// What else a form notes of itself.
    Form,
    /// Consent and declarations.
    Consent,
    /// A document that is handed in.
    Document,
    /// An amount of which less is better for who recruits.
    Ceiling,
    /// Somebody who rates, or the rating.
    Rater,
    /// Years and experience.
    Years,
    /// Degrees.
    Degree,
    /// What a degree is in.
    Field,
    /// Which degree it is, and not in what.
    Step,
    /// Languages in general.
    Languages,
    /// The header is about something else than the person.
    NotWho,
    /// Nothing.
    Filler,
}

/// What a phrase of a posting says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Cue {
    /// A heading of what is required.
    Requirements,
    /// A heading of what is an asset.
    Wishes,
    /// A heading of what the work is.
    Duties,
    /// A heading of what is offered.
    Offer,
    /// A heading of how to apply.
    Apply,
    /// A heading of who recruits.
    About,
    /// It is an asset.
    Asset,
    /// It is required.
    Must,
    /// Something that somebody has done.
    Experience,
    /// Something that somebody knows.
    Skill,
    /// Something that somebody is able or willing to do.
    Ability,
    /// Something that somebody holds.
    Hold,
    /// Said of one of these, before it.
    Quality,
    /// Experience counts in the stead of a degree.
    Equivalent,
    /// Fields that are not named.
    Related,
    /// The last day follows.
    Deadline,
    /// The title of the post follows.
    Title,
    /// Who recruits follows.
    Organisation,
    /// Where the work is follows.
    Place,
    /// Who recruits stands before.
    Recruits,
    /// A document.
    Cv,
    /// A document.
    Letter,
    /// A document.
    References,
    /// A document.
    Diplomas,
    /// A document.
    Sample,
    /// A document.
    Portfolio,
    /// Documents follow that are to be sent.
    Send,
    /// Said of who recruits, and asked of nobody.
    Aside,
}

pub(super) fn who(meaning: &str) -> Option<Who> {
    Some(match meaning {
        "name" => Who::Name,
        "email" => Who::Email,
        "birth" => Who::Birth,
        "sex" => Who::Sex,
        "origin" => Who::Origin,
        "contact" => Who::Contact,
        "other" => Who::Other,
        "alone" => Who::Alone,
        _ => return None,
    })
}

pub(super) fn head(meaning: &str) -> Option<Head> {
    Some(match meaning {
        "id" => Head::Id,
        "number" => Head::Number,
        "person" => Head::Person,
        "received" => Head::Received,
        "start" => Head::Start,
        "form" => Head::Form,
        "consent" => Head::Consent,
        "document" => Head::Document,
        "ceiling" => Head::Ceiling,
        "rater" => Head::Rater,
        "years" => Head::Years,
        "degree" => Head::Degree,
        "field" => Head::Field,
        "step" => Head::Step,
        "languages" => Head::Languages,
        "not_who" => Head::NotWho,
        "filler" => Head::Filler,
        _ => return None,
    })
}

pub(super) fn cue(meaning: &str) -> Option<Cue> {
    Some(match meaning {
        "requirements" => Cue::Requirements,
        "wishes" => Cue::Wishes,
        "duties" => Cue::Duties,
        "offer" => Cue::Offer,
        "apply" => Cue::Apply,
        "about" => Cue::About,
        "asset" => Cue::Asset,
        "must" => Cue::Must,
        "experience" => Cue::Experience,
        "skill" => Cue::Skill,
        "ability" => Cue::Ability,
        "hold" => Cue::Hold,
        "quality" => Cue::Quality,
        "equivalent" => Cue::Equivalent,
        "related" => Cue::Related,
        "deadline" => Cue::Deadline,
        "title" => Cue::Title,
        "organisation" => Cue::Organisation,
        "place" => Cue::Place,
        "recruits" => Cue::Recruits,
        "cv" => Cue::Cv,
        "letter" => Cue::Letter,
        "references" => Cue::References,
        "diplomas" => Cue::Diplomas,
        "sample" => Cue::Sample,
        "portfolio" => Cue::Portfolio,
        "send" => Cue::Send,
        "aside" => Cue::Aside,
        _ => return None,
    })
}
