//! What headers and postings say, beside cells: the meanings of `identity`, `headers`, `headings` and `postings`.

use super::section::named;

named! {
    /// What a header tells of who somebody is.
    Who {
        Name = "name",
        /// A given name, apart from the family name.
        Given = "given",
        Email = "email", Contact = "contact",
        /// What the law protects: age, sex, whom somebody loves, where they come from, what they believe, their health, their
        /// family, what they think.
        Birth = "birth", Sex = "sex", Orientation = "orientation", Origin = "origin", Religion = "religion",
        Health = "health", Family = "family", Opinions = "opinions",
        Other = "other",
        /// Any of these, where a header says nothing else; beside another meaning of the same word, that one.
        Alone = "alone",
    }

    /// What else the words of a header say of its column.
    Head {
        /// It tells records apart.
        Id = "id",
        /// A number or code, beside a [`Head::Person`] or alone an id.
        Number = "number",
        /// Those who apply, and what they send.
        Person = "person",
        /// When an application came.
        Received = "received",
        /// A moment that a form notes of itself.
        Start = "start",
        /// What else a form notes of itself.
        Form = "form",
        /// Consent and declarations.
        Consent = "consent",
        /// A document that is handed in.
        Document = "document",
        /// An amount of which less is better for who recruits.
        Ceiling = "ceiling",
        /// Somebody who rates, or the rating.
        Rater = "rater",
        /// Years and experience.
        Years = "years",
        /// Degrees.
        Degree = "degree",
        /// What a degree is in.
        Field = "field",
        /// Which degree it is, and not in what.
        Step = "step",
        /// Languages in general.
        Languages = "languages",
        /// The header is about something else than the person.
        NotWho = "not_who",
        /// How much of it, or that it is asked.
        Limit = "limit",
        /// What stands before a sum of a column.
        Sum = "sum",
        /// Nothing.
        Filler = "filler",
    }

    /// What a phrase of a posting says.
    Cue {
        /// A heading of what is required.
        Requirements = "requirements",
        /// A heading of what is an asset.
        Wishes = "wishes",
        /// A heading of what the work is.
        Duties = "duties",
        /// A heading of what is offered.
        Offer = "offer",
        /// A heading of how to apply.
        Apply = "apply",
        /// A heading of who recruits.
        About = "about",
        /// It is an asset.
        Asset = "asset",
        /// It is required.
        Must = "must",
        /// Something that somebody has done.
        Experience = "experience",
        /// Something that somebody knows.
        Skill = "skill",
        /// Something that somebody is able or willing to do.
        Ability = "ability",
        /// Something that somebody holds.
        Hold = "hold",
        /// Said of one of these, before it.
        Quality = "quality",
        /// Experience counts in the stead of a degree.
        Equivalent = "equivalent",
        /// Fields that are not named.
        Related = "related",
        /// The last day follows.
        Deadline = "deadline",
        /// The title of the post follows.
        Title = "title",
        /// Who recruits follows.
        Organisation = "organisation",
        /// Where the work is follows.
        Place = "place",
        /// Who recruits stands before.
        Recruits = "recruits",
        /// A document.
        Cv = "cv",
        /// A document.
        Letter = "letter",
        /// A document.
        References = "references",
        /// A document.
        Diplomas = "diplomas",
        /// A document.
        Sample = "sample",
        /// A document.
        Portfolio = "portfolio",
        /// Documents follow that are to be sent.
        Send = "send",
        /// Said of who recruits, and asked of nobody.
        Aside = "aside",
        /// One of what follows is enough.
        OneOf = "one_of",
        /// What is named is an example.
        Examples = "examples",
        /// What is named is beside others: "another", "other languages".
        Others = "others",
        /// It is required, whatever it stands among.
        Insists = "insists",
        /// A place follows that is not where the work is: "projects in Kenya".
        Elsewhere = "elsewhere",
        /// Something begins, or is made known: "launch of the call".
        Begins = "begins",
        /// Something that is given to who works here.
        Offered = "offered",
        /// All that is sent together, or how: "application", "e-mail".
        Envelope = "envelope",
        /// A degree follows that is yet to be had: "before considering a PhD".
        Ahead = "ahead",
        /// Somebody who learns or teaches, at the level beside.
        Learners = "learners",
        /// Those whom the work is for, at the level that follows.
        Audience = "audience",
        /// Somebody has the level that follows.
        Holder = "holder",
        /// A language follows that is studied, as a degree is in it.
        Studied = "studied",
        /// The language before says whose that is: "Italian institutions".
        Owned = "owned",
        /// What follows is not meant: "languages other than English".
        Except = "except",
    }
}

impl Who {
    /// Whether the law protects it.
    pub(crate) const fn is_ground(self) -> bool {
        matches!(
            self,
            Self::Birth
                | Self::Sex
                | Self::Orientation
                | Self::Origin
                | Self::Religion
                | Self::Health
                | Self::Family
                | Self::Opinions
        )
    }
}
