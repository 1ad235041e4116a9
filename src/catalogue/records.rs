//! What is said of candidates' files: how they are read, and what is wrong with them or with a row.

use super::{PROGRAM, catalogue};

catalogue! {
    /// So many cells.
    cells(count) { en: "{count} cell" | "{count} cells", fr: "{count} cellule" | "{count} cellules" }
    /// A row with more cells than the header.
    too_many_cells(found, expected) { en: "the row has {found}, and the header {expected}", fr: "la ligne a {found}, contre {expected} dans l'en-tête" }
    /// What to do about it.
    too_many_cells_help() {
        en: "is there a delimiter in a cell that has no quotes around it? put the cell in double quotes",
        fr: "une cellule sans guillemets contient-elle un séparateur ? mettez-la entre guillemets doubles"
    }
    /// A row with fewer cells than the header.
    too_few_cells(found, expected) { en: "the row has {found}, and the header {expected}", fr: "la ligne a {found}, contre {expected} dans l'en-tête" }
    /// What to do about it.
    too_few_cells_help() {
        en: "is there a line break in a cell that has no quotes around it? put the cell in double quotes, or add the missing cells",
        fr: "une cellule sans guillemets contient-elle un saut de ligne ? mettez-la entre guillemets doubles, ou ajoutez les cellules manquantes"
    }
    /// Bytes that are no text.
    not_text() { en: "the row has bytes that are no text in this encoding", fr: "la ligne contient des octets qui ne sont pas du texte dans cet encodage" }
    /// What to do about it.
    not_text_help() {
        en: "say what the file is written in, such as `--encoding windows-1252`, or save it as CSV UTF-8",
        fr: "indiquez dans quel encodage est le fichier, par exemple `--encoding windows-1252`, ou enregistrez-le en CSV UTF-8"
    }
    /// A quote that is not closed.
    unclosed_quote() { en: "a cell begins with a double quote that is never closed", fr: "une cellule commence par un guillemet double qui n'est jamais fermé" }
    /// What to do about it.
    unclosed_quote_help() {
        en: "close the quote or take it out; the lines below are read as rows of their own",
        fr: "fermez le guillemet ou retirez-le ; les lignes qui suivent sont lues comme des lignes à part"
    }
    /// A record over the limit.
    too_long(limit) { en: "the row is longer than {limit} MiB and is cut there", fr: "la ligne dépasse {limit} Mio et est coupée là" }
    /// What to do about it.
    too_long_help() { en: "is this really one candidate? look for a missing line break", fr: "est-ce vraiment une seule candidature ? cherchez un saut de ligne manquant" }

    /// A line that is no JSON.
    not_json(at) { en: "the line is no JSON, from its byte {at} on", fr: "la ligne n'est pas du JSON, à partir de son octet {at}" }
    /// What to do about it.
    not_json_help() {
        en: "each line is one object, such as `{{\"id\": \"A1\"}}`, and one candidate",
        fr: "chaque ligne est un objet, par exemple `{{\"id\": \"A1\"}}`, et une candidature"
    }
    /// A line that is JSON, but no object.
    not_an_object() { en: "the line is JSON, but not an object", fr: "la ligne est du JSON, mais pas un objet" }
    /// An object with a key that comes twice.
    key_twice() { en: "a key comes twice in the object, and its values are not used", fr: "une clé vient deux fois dans l'objet, et ses valeurs ne sont pas utilisées" }
    /// What to do about it.
    key_twice_help() { en: "give each key once", fr: "donnez chaque clé une seule fois" }
    /// An object with values within values without end.
    too_deep(limit) { en: "values lie more than {limit} deep within one another", fr: "des valeurs sont imbriquées sur plus de {limit} niveaux" }
    /// What to do about it.
    too_deep_help() { en: "write one object with its values side by side", fr: "écrivez un objet dont les valeurs sont côte à côte" }
    /// A file that is to be JSON Lines, and is not.
    no_objects() { en: "these are no JSON Lines: no line is an object", fr: "ce ne sont pas des JSON Lines : aucune ligne n'est un objet" }
    /// JSON Lines with too many keys.
    too_many_keys(most) { en: "there are more than {most} different keys", fr: "il y a plus de {most} clés différentes" }
    /// What to do about it.
    too_many_keys_help() {
        en: "are values written as keys? the keys of all lines together are the columns",
        fr: "des valeurs sont-elles écrites comme clés ? les clés de toutes les lignes sont les colonnes"
    }

    /// A file that is not there.
    no_file(name) { en: "there is no file `{name}`", fr: "il n'y a pas de fichier `{name}`" }
    /// What to do about it.
    no_file_help() { en: "check the name and the folder; names with spaces need quotes", fr: "vérifiez le nom et le dossier ; un nom avec des espaces se met entre guillemets" }
    /// A file that may not be read.
    no_permission(name) { en: "`{name}` may not be read", fr: "la lecture de `{name}` n'est pas autorisée" }
    /// What to do about it.
    no_permission_help() {
        en: "ask for the right to read it, or close the program that has it open",
        fr: "demandez le droit de le lire, ou fermez le programme qui l'a ouvert"
    }
    /// A directory in the place of a file.
    directory(name) { en: "`{name}` is a folder, not a file", fr: "`{name}` est un dossier, pas un fichier" }
    /// What to do about it.
    directory_help() { en: "name the candidates' file in it", fr: "nommez le fichier de candidatures qui s'y trouve" }
    /// A file with nothing in it.
    empty() { en: "the file is empty", fr: "le fichier est vide" }
    /// What to do about it.
    empty_help() {
        en: "the first row names the columns, and each row below is one candidate",
        fr: "la première ligne nomme les colonnes, et chaque ligne suivante est une candidature"
    }
    /// A header and nothing else.
    header_only() { en: "the file has a header and no candidate below it", fr: "le fichier a un en-tête et aucune candidature en dessous" }
    /// What to do about it.
    header_only_help() { en: "was everything exported? each row below the header is one candidate", fr: "tout a-t-il été exporté ? chaque ligne sous l'en-tête est une candidature" }
    /// A first row that is surely a candidate.
    header_is_data() { en: "the first row is a candidate, not a header: it has an e-mail address in it", fr: "la première ligne est une candidature, pas un en-tête : elle contient une adresse électronique" }
    /// A first row that may be a candidate.
    header_may_be_data() { en: "the first row looks like a candidate, not like a header", fr: "la première ligne ressemble à une candidature, pas à un en-tête" }
    /// A title above the header.
    title_row(named, below) {
        en: "the first row has one cell, and rows below have {below}: it is a title, not a header" | "the first row has {named} cells, and rows below have {below}: it is a title, not a header",
        fr: "la première ligne a une cellule, et des lignes suivantes en ont {below} : c'est un titre, pas un en-tête" | "la première ligne a {named} cellules, et des lignes suivantes en ont {below} : c'est un titre, pas un en-tête"
    }
    /// What to do about it: the line that may be the header.
    title_row_help(line) {
        en: "the header may be on line {line}: `--header-row {line}` begins there; or delete the rows above it",
        fr: "l'en-tête est peut-être à la ligne {line} : `--header-row {line}` commence là ; ou supprimez les lignes au-dessus"
    }
    /// Candidates one below the other, each in a block of lines.
    blocks(key) {
        en: "this is no table: `{key}` stands again and again in the first column, as in one block of lines for each candidate",
        fr: "ce n'est pas un tableau : `{key}` revient sans cesse dans la première colonne, comme s'il y avait un bloc de lignes par candidature"
    }
    /// What to do about it.
    blocks_help() {
        en: "export it as a table: one row for each candidate, one column for each question",
        fr: "exportez-le en tableau : une ligne par candidature, une colonne par question"
    }
    /// Rows of a form below the header.
    survey_rows(count, lines) {
        en: "line {lines} is the form's own, below its header: not a candidate" | "lines {lines} are the form's own, below its header: not candidates",
        fr: "la ligne {lines} appartient au formulaire, sous son en-tête : ce n'est pas une candidature" | "les lignes {lines} appartiennent au formulaire, sous son en-tête : ce ne sont pas des candidatures"
    }
    /// A second header.
    second_header() {
        en: "the row below the header holds questions or parts of questions: it is a second header, not a candidate",
        fr: "la ligne sous l'en-tête contient des questions ou des parties de questions : c'est un second en-tête, pas une candidature"
    }
    /// What to do about it.
    second_header_help() {
        en: "delete one of the two, so that one row names every column",
        fr: "supprimez l'une des deux, pour qu'une seule ligne nomme chaque colonne"
    }
    /// A header with a quote that is not closed.
    header_unclosed() { en: "the header has a double quote that is never closed", fr: "l'en-tête a un guillemet double qui n'est jamais fermé" }
    /// A header over the limit.
    header_too_long() { en: "the first row is too long for a header", fr: "la première ligne est trop longue pour un en-tête" }
    /// What to do about it.
    no_header_help() {
        en: "the first row must name the columns, such as `id,name,languages`: put such a row first",
        fr: "la première ligne doit nommer les colonnes, par exemple `id,nom,langues` : placez-la en premier"
    }
    /// A delimiter that cannot be one.
    no_delimiter(delimiter) { en: "`{delimiter}` cannot stand between cells", fr: "`{delimiter}` ne peut pas séparer des cellules" }
    /// What to do about it.
    no_delimiter_help() { en: "write one plain character, such as `;` or `,`", fr: "écrivez un seul caractère simple, par exemple `;` ou `,`" }

    /// A file that is something else.
    is_no_table(what) { en: "this is {what}, not a table of candidates", fr: "c'est {what}, pas un tableau de candidatures" }
    /// What to do about it.
    save_as_table() { en: "open it where it was made and save it as CSV or XLSX", fr: "ouvrez-le avec le programme d'origine et enregistrez-le en CSV ou XLSX" }
    /// What to do about it.
    save_as_utf8() { en: "save it as CSV UTF-8", fr: "enregistrez-le en CSV UTF-8" }
    /// A kind of file.
    pdf() { en: "a PDF", fr: "un PDF" }
    /// A kind of file.
    image() { en: "an image", fr: "une image" }
    /// A kind of file.
    word_document() { en: "a text document", fr: "un document texte" }
    /// A kind of file.
    presentation() { en: "a presentation", fr: "une présentation" }
    /// A kind of file.
    zip_archive() { en: "a ZIP archive", fr: "une archive ZIP" }
    /// A kind of file.
    archive() { en: "an archive", fr: "une archive" }
    /// A kind of file.
    program() { en: "a program", fr: "un programme" }
    /// A kind of file.
    database() { en: "a database", fr: "une base de données" }
    /// A kind of file.
    web_page() { en: "a web page, whatever its name says", fr: "une page web, quel que soit son nom" }
    /// A kind of file.
    xml() { en: "an XML file", fr: "un fichier XML" }
    /// A kind of file.
    json() { en: "a JSON file", fr: "un fichier JSON" }
    /// What to do about it.
    json_help() {
        en: "JSON Lines are read, one object on each line: `jq -c '.[]' FILE` writes a list so, `jq -c . FILE` objects",
        fr: "les JSON Lines sont lues, un objet par ligne : `jq -c '.[]' FICHIER` écrit ainsi une liste, `jq -c . FICHIER` des objets"
    }
    /// A kind of file.
    binary() { en: "not text", fr: "un fichier binaire" }
    /// A kind of file.
    utf32() { en: "text in UTF-32, which is not read", fr: "un texte en UTF-32, qui n'est pas lu" }
    /// A kind of file.
    with_password() { en: "a file protected by a password", fr: "un fichier protégé par un mot de passe" }
    /// What to do about it.
    with_password_help() { en: "open it and save it without the password", fr: "ouvrez-le et enregistrez-le sans mot de passe" }

    /// How a file is read.
    read_as(encoding) { en: "read as {encoding}, found out from its bytes", fr: "encodage détecté : {encoding}" }
    /// What to do if that is wrong.
    read_as_help() {
        en: "if accented letters come out wrong, say which encoding it is: `--encoding NAME`",
        fr: "si les lettres accentuées sont fausses, indiquez l'encodage : `--encoding NOM`"
    }
    /// How a file is read.
    between(delimiter) { en: "cells are separated by `{delimiter}`", fr: "les cellules sont séparées par `{delimiter}`" }
    /// How a file is read.
    tab_between() { en: "cells are separated by tabs", fr: "les cellules sont séparées par des tabulations" }

    /// A file that ends in the midst of itself.
    truncated(line) {
        en: "the compressed file breaks off: everything from line {line} on is lost",
        fr: "le fichier compressé est tronqué : tout est perdu à partir de la ligne {line}"
    }
    /// A compressed file that is damaged.
    damaged(line) {
        en: "the compressed file is damaged: nothing can be read from line {line} on",
        fr: "le fichier compressé est endommagé : rien n'est lisible à partir de la ligne {line}"
    }
    /// What to do about it.
    truncated_help() { en: "download or copy it again", fr: "téléchargez-le ou copiez-le à nouveau" }
    /// A file that cannot be read on.
    read_failed(why) { en: "the file cannot be read: {why}", fr: "le fichier ne peut pas être lu : {why}" }
    /// What to do about it.
    read_failed_help() { en: "copy it to a disk of this computer and try again", fr: "copiez-le sur un disque de cet ordinateur et réessayez" }
    /// A file that has become another one.
    file_changed() { en: "the file changed while it was read", fr: "le fichier a changé pendant la lecture" }
    /// What to do about it.
    file_changed_help() { en: "run it again once nothing writes to the file", fr: "relancez quand plus aucun programme n'écrit dans le fichier" }
    /// A temporary file that cannot be written or read.
    spool_failed(why) { en: "a temporary file cannot be written or read: {why}", fr: "un fichier temporaire ne peut pas être écrit ou lu : {why}" }
    /// What to do about it.
    spool_failed_help() {
        en: "make room where temporary files go, or set `TMPDIR` to a folder with more room",
        fr: "libérez de la place pour les fichiers temporaires, ou indiquez avec `TMPDIR` un dossier qui en a davantage"
    }

    /// A text, and `--sheet` was given.
    no_sheets() { en: "this is text and has no sheets, so `--sheet` does nothing here", fr: "c'est un fichier texte, sans feuilles : `--sheet` n'a ici aucun effet" }
    /// A build without spreadsheets.
    no_spreadsheets() { en: "this is a spreadsheet, and this `{PROGRAM}` was built without them", fr: "c'est un classeur, et ce `{PROGRAM}` a été compilé sans cette fonction" }
    /// What to do about it.
    no_spreadsheets_help() { en: "save it as CSV UTF-8", fr: "enregistrez-le en CSV UTF-8" }
    /// The sheet that is read.
    sheet_chosen(sheet, others) { en: "the sheet `{sheet}` is read, and not {others}", fr: "la feuille `{sheet}` est lue, mais pas {others}" }
    /// How to read another.
    sheet_chosen_help() { en: "`--sheet NAME` reads another", fr: "`--sheet NOM` en lit une autre" }
    /// A sheet that is not shown.
    hidden_sheet(sheet) { en: "`{sheet}` (hidden)", fr: "`{sheet}` (masquée)" }
    /// A sheet that does not exist.
    unknown_sheet(sheet) { en: "there is no sheet `{sheet}`", fr: "il n'y a pas de feuille `{sheet}`" }
    /// The nearest one.
    sheet_nearest(sheet, sheets) { en: "did you mean `{sheet}`? the sheets are {sheets}", fr: "vouliez-vous dire `{sheet}` ? les feuilles sont {sheets}" }
    /// The ones there are.
    sheets_there(sheets) { en: "the sheets are {sheets}", fr: "les feuilles sont {sheets}" }
    /// A sheet with nothing in it.
    sheet_empty(sheet) { en: "the sheet `{sheet}` is empty", fr: "la feuille `{sheet}` est vide" }
    /// Only sheets with nothing in them.
    sheets_empty() { en: "no sheet that is shown has anything in it", fr: "aucune feuille visible n'a de contenu" }
    /// The sheets beyond those that are named.
    sheets_more(count) { en: "one more" | "{count} more", fr: "une autre" | "{count} autres" }
    /// A spreadsheet that cannot be read.
    damaged_sheet(why) { en: "the spreadsheet cannot be read: {why}", fr: "le classeur ne peut pas être lu : {why}" }
    /// What to do about it.
    damaged_sheet_help() { en: "open it in a spreadsheet program and save it anew, or save it as CSV UTF-8", fr: "ouvrez-le dans un tableur et enregistrez-le à nouveau, ou enregistrez-le en CSV UTF-8" }
    /// Its container is damaged.
    container_damaged() { en: "its container is not whole", fr: "son conteneur est incomplet" }
    /// A part that two have the name of.
    part_twice(part) { en: "it has two parts of the name `{part}`", fr: "deux de ses parties s'appellent `{part}`" }
    /// A part that is not there.
    part_missing(part) { en: "its part `{part}` is missing", fr: "sa partie `{part}` manque" }
    /// A part that cannot be unpacked or is no XML.
    part_damaged(part) { en: "its part `{part}` is damaged", fr: "sa partie `{part}` est endommagée" }
    /// A part that ends in the midst of itself.
    part_cut(part) { en: "its part `{part}` breaks off", fr: "sa partie `{part}` est tronquée" }
    /// A part that no spreadsheet program packs so.
    part_packed(part) { en: "its part `{part}` is packed in a way that spreadsheets do not use", fr: "sa partie `{part}` est comprimée d'une façon que les classeurs n'emploient pas" }
    /// A part that nests elements without end.
    part_too_deep(part) { en: "its part `{part}` has too many elements within one another", fr: "sa partie `{part}` a trop d'éléments imbriqués" }
    /// A tag that is none.
    bad_attribute(tag) { en: "the tag `{tag}` has an attribute that is none", fr: "la balise `{tag}` a un attribut incorrect" }
    /// A sheet that leads nowhere.
    sheet_nowhere(number) { en: "its sheet {number} has no name or leads nowhere", fr: "sa feuille {number} n'a pas de nom ou ne mène nulle part" }
    /// A row, a cell or a number of repetitions that is none.
    bad_place(place) { en: "`{place}` is no place in this row of a sheet", fr: "`{place}` n'est pas un emplacement dans cette ligne d'une feuille" }
    /// A cell whose value is not of its kind.
    bad_cell(value) { en: "a cell holds `{value}`, which does not fit its kind", fr: "une cellule contient `{value}`, qui ne correspond pas à son type" }
    /// A cell that two have the place of.
    cell_twice(column) { en: "two cells stand in column {column} of this row", fr: "deux cellules occupent la colonne {column} de cette ligne" }
    /// A row above the one before it.
    rows_out_of_order(row, before) { en: "row {row} comes after row {before}", fr: "la ligne {row} vient après la ligne {before}" }

    /// A spreadsheet that is more than is allowed.
    large_sheet(why) { en: "the spreadsheet is too large: {why}", fr: "le classeur est trop grand : {why}" }
    /// What to do about it.
    large_sheet_help() { en: "take out what is no table of candidates, or save the sheet as CSV UTF-8, which may have any size", fr: "retirez ce qui n'est pas le tableau des candidatures, ou enregistrez la feuille en CSV UTF-8, qui peut avoir n'importe quelle taille" }
    /// Its parts, unpacked.
    too_much_unpacked(limit) { en: "unpacked, it is over {limit} MiB, which a file of its size may be", fr: "décompressé, il dépasse les {limit} Mio permis à un fichier de sa taille" }
    /// Its elements.
    too_many_elements(limit) { en: "it has over {limit} elements, which a file of its size may have", fr: "il a plus de {limit} éléments, nombre permis à un fichier de sa taille" }
    /// The text of its rows.
    too_much_text(limit) { en: "its rows have over {limit} MiB of text, which a file of its size may have", fr: "ses lignes ont plus de {limit} Mio de texte, taille permise à un fichier de sa taille" }
    /// The texts that its cells share.
    too_many_shared(limit) { en: "the texts that its cells share take over {limit} MiB, which a file of its size may take", fr: "les textes que ses cellules partagent dépassent les {limit} Mio permis à un fichier de sa taille" }
    /// One text.
    too_long_a_cell(limit) { en: "a cell has over {limit} MiB of text", fr: "une cellule a plus de {limit} Mio de texte" }
    /// One row.
    too_long_a_row(limit) { en: "a row has over {limit} MiB of text", fr: "une ligne a plus de {limit} Mio de texte" }
    /// Its rows.
    too_many_rows(limit) { en: "it has more than {limit} rows", fr: "il a plus de {limit} lignes" }
    /// Its columns.
    too_many_columns(limit) { en: "it has more than {limit} columns", fr: "il a plus de {limit} colonnes" }
    /// Its sheets.
    too_many_sheets(limit) { en: "it has more than {limit} sheets, or names of sheets without end", fr: "il a plus de {limit} feuilles, ou des noms de feuilles démesurés" }
    /// The formats of its cells.
    too_many_formats(limit) { en: "it has more than {limit} formats of cells", fr: "il a plus de {limit} formats de cellules" }

    /// A kind of file.
    old_workbook() { en: "an Excel workbook of the kind before 2007 (XLS)", fr: "un classeur Excel du format d'avant 2007 (XLS)" }
    /// A kind of file.
    binary_workbook() { en: "a binary Excel workbook (XLSB)", fr: "un classeur Excel binaire (XLSB)" }
    /// What to do about it.
    save_as_xlsx() { en: "open it where it was made and save it as XLSX or CSV UTF-8", fr: "ouvrez-le avec le programme d'origine et enregistrez-le en XLSX ou en CSV UTF-8" }

    /// Rows that whoever looks at the sheet does not see.
    hidden_rows(count, rows) {
        en: "one row that the sheet hides is read like the others: {rows}" | "{count} rows that the sheet hides, by a filter or by hand, are read like the others: {rows}",
        fr: "{count} ligne masquée dans la feuille est lue comme les autres : {rows}" | "{count} lignes masquées dans la feuille, par un filtre ou à la main, sont lues comme les autres : {rows}"
    }
    /// What to do about it.
    hidden_rows_help() { en: "if they are not meant, delete them from a copy of the file", fr: "si elles ne doivent pas compter, supprimez-les d'une copie du fichier" }
    /// A row.
    row(row) { en: "row {row}", fr: "ligne {row}" }
    /// Rows one after the other.
    rows_from_to(from, to) { en: "rows {from} to {to}", fr: "lignes {from} à {to}" }
    /// The rows beyond those that are named.
    rows_more(count) { en: "one more" | "{count} more", fr: "une autre" | "{count} autres" }
    /// Dates that are plain numbers.
    date_as_number(column, sample) {
        en: "the column `{column}` holds plain numbers such as {sample}: dates that have lost their format",
        fr: "la colonne `{column}` contient de simples nombres comme {sample} : des dates qui ont perdu leur format"
    }
    /// What to do about it.
    date_as_number_help() { en: "give the column a date format in the spreadsheet and save it", fr: "donnez à la colonne un format de date dans le tableur et enregistrez" }
}

catalogue! {
    /// The row that is said to be the header is blank, or not there.
    no_such_header_row(row) {
        en: "`--header-row {row}`: there is nothing in that row",
        fr: "`--header-row {row}` : il n'y a rien sur cette ligne"
    }
    /// What to do about it.
    no_such_header_row_help() {
        en: "give the row that names the columns, as a spreadsheet counts rows",
        fr: "indiquez la ligne qui nomme les colonnes, telle qu'un tableur la numérote"
    }
}

catalogue! {
    /// Rows at the end that add the others up.
    summing_rows(count, rows, first) {
        en: "row {rows} (“{first}”) looks like a sum of the others, not like a candidate, and is ranked with them" | "rows {rows} (“{first}” first) look like sums of the others, not like candidates, and are ranked with them",
        fr: "la ligne {rows} (« {first} ») ressemble à un calcul sur les autres, pas à une candidature, et elle est classée avec elles" | "les lignes {rows} (« {first} » d'abord) ressemblent à des calculs sur les autres, pas à des candidatures, et elles sont classées avec elles"
    }
    /// What to do about it.
    summing_rows_help() {
        en: "delete what stands below the last candidate from the file",
        fr: "supprimez du fichier ce qui se trouve sous la dernière candidature"
    }
    /// What to do where a sheet has no candidates and there are others.
    other_sheets(others) {
        en: "the candidates may be on another sheet: {others}; `--sheet NAME` reads that one",
        fr: "les candidatures sont peut-être sur une autre feuille : {others} ; `--sheet NOM` lit celle-là"
    }
    /// A text and no table.
    prose() { en: "this is a text, not a table: its lines are sentences", fr: "c'est un texte, pas un tableau : ses lignes sont des phrases" }
    /// What to do about it.
    prose_help() {
        en: "candidates come as a table: a row that names the columns, then a row for each; a posting's text goes to `{PROGRAM} init FILE --posting`",
        fr: "les candidatures viennent en tableau : une ligne qui nomme les colonnes, puis une ligne par candidature ; le texte d'une annonce va à `{PROGRAM} init FICHIER --posting`"
    }
}
