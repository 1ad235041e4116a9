//! A criteria file to start from, without candidates.

use super::super::{PROGRAM, catalogue};

catalogue! {
    /// A criteria file to start from, without candidates.
    example(schema) {
        en: "# {schema}
#
# A criteria file to start from. `{PROGRAM} init candidates.csv` makes one from your own file instead.
# `{PROGRAM} check THIS-FILE` tells every mistake in it.

version: 1

posting:
  title: \"Title of the post\"
  organisation: \"Your organisation\"
  deadline: 2024-05-26            # received on that day, in time_zone, still counts
  time_zone: Europe/Brussels

# The name used below, and the headers it may have in the candidates' file.
columns:
  id: [id, candidate id]
  name: [name, full name]
  experience: [experience, years of experience]
  degree: [degree, highest degree]
  english: [english, level of english]

# Who somebody is: no criterion may read these, and `--blind` hides them.
identity: [name, email, gender, nationality, date_of_birth]

criteria:
  # Required: not met rejects, unclear puts in review. Full credit at 10 years.
  - id: experience
    label: \"Relevant experience\"
    quote: \"the posting's own words\"
    need: required
    weight: 20
    years: {{ column: experience, at_least: 5, full_at: 10 }}

  # An asset adds points and rejects nobody.
  - id: degree
    need: asset
    weight: 10
    degree: {{ column: degree, at_least: bachelor, full_at: master }}

  - id: english
    need: asset
    weight: 10
    language: {{ language: en, column: english, at_least: C1 }}
",
        fr: "# {schema}
#
# Un fichier de critères pour commencer. `{PROGRAM} init candidatures.csv` en tire un de votre propre fichier.
# `{PROGRAM} check CE-FICHIER` y trouve toutes les erreurs.

version: 1

posting:
  title: \"Intitulé du poste\"
  organisation: \"Votre organisation\"
  deadline: 2024-05-26            # reçue ce jour-là, dans le fuseau time_zone, une candidature compte encore
  time_zone: Europe/Brussels

# Le nom utilisé plus bas, et les en-têtes possibles dans le fichier de candidatures.
columns:
  id: [id, numéro de candidat]
  name: [nom, nom et prénom]
  experience: [expérience, années d'expérience]
  degree: [diplôme, diplôme le plus élevé]
  english: [anglais, niveau d'anglais]

# L'identité des personnes : aucun critère ne peut lire ces colonnes, et `--blind` les masque.
identity: [name, email, gender, nationality, date_of_birth]

criteria:
  # Exigé : un critère non satisfait écarte, une réponse peu claire place « à examiner ». Tous les points à 10 ans.
  - id: experience
    label: \"Expérience pertinente\"
    quote: \"les mots de l'annonce\"
    need: required
    weight: 20
    years: {{ column: experience, at_least: 5, full_at: 10 }}

  # Un atout donne des points et n'écarte personne.
  - id: degree
    need: asset
    weight: 10
    degree: {{ column: degree, at_least: bachelor, full_at: master }}

  - id: english
    need: asset
    weight: 10
    language: {{ language: en, column: english, at_least: C1 }}
"
    }
}
