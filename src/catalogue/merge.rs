//! What is said of parts of a run.

use super::{PROGRAM, catalogue};

catalogue! {
    /// A file that is no part.
    no_part() { en: "this is no part of a run", fr: "ce n'est pas une partie de résultat" }
    /// What to do about it.
    no_part_help() {
        en: "a part comes from `{PROGRAM} --for-merge candidates.csv --output part.jsonl`",
        fr: "une partie vient de `{PROGRAM} --for-merge candidatures.csv --output partie.jsonl`"
    }
    /// A part of another version.
    other_version(theirs, ours) {
        en: "the part was written by version {theirs}, and this is {ours}",
        fr: "la partie a été écrite par la version {theirs}, et celle-ci est la {ours}"
    }
    /// What to do about it.
    other_version_help() { en: "judge all parts with the version that merges them", fr: "évaluez toutes les parties avec la version qui les réunit" }
    /// A part that breaks off.
    cut() { en: "the part breaks off here: some of its candidates may be missing", fr: "la partie s'arrête ici : des candidatures peuvent manquer" }
    /// A part that says something that no part says.
    damaged() { en: "this line is not one that a part has here", fr: "une partie n'a pas de telle ligne à cet endroit" }
    /// What to do about it.
    damaged_help() { en: "make the part once more; nothing is merged until every part is whole", fr: "refaites la partie ; rien n'est réuni tant qu'une partie n'est pas entière" }
    /// A part that was asked something else.
    disagree(what, here, other, there) { en: "{what}: {here} here, {there} in `{other}`", fr: "{what} : {here} ici, {there} dans `{other}`" }
    /// What to do about it.
    disagree_help() { en: "judge all parts with the same criteria, options and day (`--as-of`)", fr: "évaluez toutes les parties avec les mêmes critères, les mêmes options et le même jour (`--as-of`)" }
    /// What parts were asked.
    criteria() { en: "other criteria", fr: "d'autres critères" }
    /// What parts were asked.
    as_of() { en: "another day", fr: "un autre jour" }
    /// What parts were asked.
    options() { en: "other options", fr: "d'autres options" }
    /// Files that are written otherwise.
    written_otherwise(file, here, other, there) { en: "`{file}` was read as {here}, and `{other}` as {there}", fr: "`{file}` a été lu en {here}, et `{other}` en {there}" }
    /// What to do about it.
    written_otherwise_help() {
        en: "if all were written by one program, say it of each part: `--encoding`, `--delimiter`",
        fr: "si un seul programme les a tous écrits, indiquez-le pour chaque partie : `--encoding`, `--delimiter`"
    }
    /// Pieces of one file that have other headers.
    other_header(here, there) { en: "`{here}` and `{there}` have other headers: they are no pieces of one file", fr: "`{here}` et `{there}` ont des en-têtes différents : ce ne sont pas les morceaux d'un même fichier" }
    /// What to do about it.
    other_header_help() { en: "leave `--whole` out, and they are files of their own", fr: "sans `--whole`, ce sont des fichiers à part" }
    /// Criteria that are not those of the parts.
    other_criteria() { en: "the parts were judged with other criteria than these", fr: "les parties ont été évaluées avec d'autres critères que ceux-ci" }
    /// Judgements that are not those of the parts.
    otherwise() { en: "the parts say another number of eligible candidates than their cells do", fr: "les parties donnent un autre nombre de candidatures éligibles que leurs cellules" }
    /// An option that is none for a part.
    for_merge(option) { en: "`{option}` is for `{PROGRAM} merge`, not for a part", fr: "`{option}` est pour `{PROGRAM} merge`, pas pour une partie" }
    /// An option that a merge does not have.
    parts_of_parts() { en: "`--for-merge` makes a part from candidates' files, not from parts", fr: "`--for-merge` fait une partie à partir de fichiers de candidatures, pas de parties" }
    /// An option that a merge does not have.
    no_record() { en: "`--record` keeps the candidates' files of a run; keep the parts", fr: "`--record` garde les fichiers de candidatures d'un résultat ; gardez les parties" }
}
