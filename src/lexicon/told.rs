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
        /// It asks how many there are of something.
        Count = "count",
        /// A yes to it may speak against somebody: "convicted".
        Against = "against",
        /// What follows is not so: "without sponsorship".
        Without = "without",
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
        /// It is needed; of what is "not needed" nothing is asked.
        Needed = "needed",
        /// Denies what is said.
        Denies = "denies",
        /// Has the form of a denial, and denies nothing: "not only".
        DeniesNothing = "denies_nothing",
        /// It is asked of some alone: "unless".
        Unless = "unless",
        /// Somebody is turned away: "not eligible".
        Excludes = "excludes",
        /// Somebody is spoken of who has not what follows: "without".
        Lacking = "lacking",
        /// A clause begins that says more of what was named: "who", "when".
        Clause = "clause",
        /// A place follows that is not where the work is: "projects in Kenya".
        Elsewhere = "elsewhere",
        /// Something begins, or is made known: "launch of the call".
        Begins = "begins",
        /// Something that is given to who works here.
        Offered = "offered",
        /// What somebody says yes to, among what people are able or willing to do: "willingness to".
        Willing = "willing",
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
        /// Who reads it.
        You = "you",
        /// What is the reader's, and the reader spoken of.
        Your = "your",
        /// Who recruits, as it speaks of itself.
        We = "we",
        /// The same, of whom something is done or said.
        Us = "us",
        /// What is theirs who recruit.
        Our = "our",
        /// What is somebody's.
        Their = "their",
        /// What was named before.
        They = "they",
        /// A word in the place of the name of who recruits: "who".
        Pronoun = "pronoun",
        /// Who is sought.
        Somebody = "somebody",
        /// Who applies.
        Applicant = "applicant",
        /// Who has the post.
        Chosen = "chosen",
        /// The article of what is known, and what points to it: "the", "this".
        Definite = "definite",
        /// The article of what is not known: "a".
        Indefinite = "indefinite",
        /// What it is one of follows: "among".
        Among = "among",
        /// What something is in follows, or where it is.
        In = "in",
        /// What goes with it follows.
        With = "with",
        /// Whose or of what it is follows.
        Of = "of",
        /// The same and the article of what is known, in one word.
        OfThe = "of_the",
        /// What it is for follows.
        For = "for",
        /// Where to follows, or what is to be done.
        To = "to",
        /// Where or when from follows, or after what: "since".
        From = "from",
        /// What somebody works as follows.
        As = "as",
        /// A post or a place follows, and no end of a range.
        AtA = "at_a",
        /// A condition follows.
        If = "if",
        /// "Including".
        Including = "including",
        /// One of what is named: "any", "such as".
        Such = "such",
        /// A small word in what is wished for: "highly".
        Very = "very",
        /// Half of two words that join as "and" does: "ainsi que".
        Thus = "thus",
        /// A word of comparison, which may be one of wishes: "plus", before what says how.
        More = "more",
        /// More is told, and nothing wished for: "en plus".
        InAddition = "in_addition",
        /// One thing more follows: "as well as".
        Besides = "besides",
        /// More is said of what stands before.
        Relative = "relative",
        /// Another way to meet it follows.
        Alternatively = "alternatively",
        /// An abbreviation with a dot that ends no sentence.
        Abbreviated = "abbreviated",
        /// Something follows: "below".
        Following = "following",
        /// More of what stands before: "additional".
        Further = "further",
        /// Something is said of one thing before it: "is", "would be".
        Is = "is",
        /// Something is said of several things before it.
        Are = "are",
        /// "Be", after which an action may follow that goes on.
        Be = "be",
        /// Something is said of who stands before it: what they are or do.
        Does = "does",
        /// The verb of what somebody is, has or shows.
        Have = "have",
        /// Who somebody is to be follows: "who".
        Having = "having",
        /// The verb of what somebody has to be or to do.
        Should = "should",
        /// Who is chosen will do or be what follows.
        TheyWill = "they_will",
        /// What may stand in its place after "will": "demonstrate".
        Shows = "shows",
        /// What somebody will be or have, in one word.
        WillBe = "will_be",
        /// An amount may follow that somebody has.
        Brings = "brings",
        /// Somebody comes to those who recruit.
        Join = "join",
        /// Somebody is asked to do something.
        Please = "please",
        /// Travel, as what is asked.
        Travel = "travel",
        /// Somebody is to travel.
        Travels = "travels",
        /// Somebody has to travel.
        MustTravel = "must_travel",
        /// A question to its reader about what they have: "Do you have".
        AsksYou = "asks_you",
        /// It is told when something happens: "once".
        When = "when",
        /// How to apply is told.
        Applying = "applying",
        /// Whom the post is under.
        Reports = "reports",
        /// What the post is follows.
        ThisIs = "this_is",
        /// What is wished for follows.
        WishLead = "wish_lead",
        /// A wish, at the end of what is wished for.
        APlus = "a_plus",
        /// Together with what follows.
        Combined = "combined",
        /// As good as what stands before it: "equivalent".
        Equal = "equal",
        /// Conditions: of the contract, or to be met.
        Conditions = "conditions",
        /// What the first column of a table of requirements is called.
        Criterion = "criterion",
        /// The name of who recruits follows, in a heading: "About".
        AboutWhom = "about_whom",
        /// The same, where one word after it may be any: "About the Trust".
        AboutThe = "about_the",
        /// A letter in a table: it is required.
        MarksRequired = "marks_required",
        /// A letter in a table: it is wished for.
        MarksWished = "marks_wished",
        /// One more of what is to be sent follows.
        Joined = "joined",
        /// Where to, how or by when something is sent follows.
        SentTo = "sent_to",
        /// How many of what is to be sent.
        Copies = "copies",
        /// A part of the years just named is meant.
        OfThose = "of_those",
        /// The fields of a degree follow.
        Field = "field",
        /// What ends the fields of a degree.
        FieldEnd = "field_end",
        /// What it has to do with follows, and no field: "in line with".
        Relation = "relation",
        /// What follows a few capitals that are a degree.
        DegreeMark = "degree_mark",
        /// A degree of a few letters, which may be small ones.
        Lettered = "lettered",
        /// What stands before a degree that is called as a permit is.
        LicenceMark = "licence_mark",
        /// What somebody who drives has.
        Permit = "permit",
        /// It is of somebody who has a degree.
        Graduate = "graduate",
        /// What comes after a first degree.
        Postgraduate = "postgraduate",
        /// A paper that is no degree.
        Certificate = "certificate",
        /// It is of a university.
        University = "university",
        /// School, as what somebody has been to.
        School = "school",
        /// Whom or what one works with, at the level beside.
        NoSchool = "no_school",
        /// Some of something, and no degree: "a degree of".
        SomeOf = "some_of",
        /// One of several languages is meant: "another".
        OneTongue = "one_tongue",
        /// A language that is not named.
        Tongue = "tongue",
        /// Languages that are not named.
        Tongues = "tongues",
        /// What was studied follows.
        StudiedIn = "studied_in",
        /// How well something is known follows, or how well at least.
        Level = "level",
        /// A language follows that is not meant: "non-English".
        Non = "non",
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
