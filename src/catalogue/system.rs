//! What the operating system refuses, in the reader's language. What it says of rarer things stands as it says it.

use std::io::{Error, ErrorKind};

use super::{Text, catalogue};

/// Why the system did not do what was asked of it, to stand after a colon.
#[must_use]
pub fn why(error: &Error) -> Text {
    match error.kind() {
        ErrorKind::NotFound => not_found(),
        ErrorKind::PermissionDenied => denied(),
        ErrorKind::AlreadyExists => exists(),
        ErrorKind::StorageFull => full(),
        ErrorKind::QuotaExceeded => quota(),
        ErrorKind::ReadOnlyFilesystem => read_only(),
        ErrorKind::IsADirectory => folder(),
        ErrorKind::NotADirectory => no_folder(),
        ErrorKind::FileTooLarge => too_large(),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => busy(),
        ErrorKind::InvalidFilename => bad_name(),
        ErrorKind::BrokenPipe => broken_pipe(),
        ErrorKind::TimedOut => timed_out(),
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::NetworkDown
        | ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted => network(),
        ErrorKind::OutOfMemory => no_memory(),
        _ => Text::same(error.to_string()),
    }
}

/// What to do about it, where that does not depend on the file.
#[must_use]
pub fn help(error: &Error) -> Option<Text> {
    match error.kind() {
        ErrorKind::PermissionDenied => Some(denied_help()),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some(full_help()),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Some(busy_help()),
        ErrorKind::OutOfMemory => Some(no_memory_help()),
        _ => None,
    }
}

catalogue! {
    /// There is no such file.
    not_found() { en: "there is no such file or folder", fr: "fichier ou dossier introuvable" }
    /// Somebody has no right to do it.
    denied() { en: "access is denied", fr: "accès refusé" }
    /// What to do about it.
    denied_help() {
        en: "ask for the right to read or write there, close the file where another program holds it open, or take another place",
        fr: "demandez le droit d'y lire ou d'y écrire, fermez le fichier si un autre programme le tient ouvert, ou choisissez un autre emplacement"
    }
    /// There is one already.
    exists() { en: "it is there already", fr: "il existe déjà" }
    /// No room is left.
    full() { en: "the disk is full", fr: "le disque est plein" }
    /// Somebody's share is used up.
    quota() { en: "your share of the disk is used up", fr: "votre quota sur ce disque est atteint" }
    /// What to do about it.
    full_help() { en: "make room on that disk, or take a place on another", fr: "libérez de la place sur ce disque, ou choisissez un emplacement sur un autre" }
    /// Nothing can be written there.
    read_only() { en: "nothing can be written on this disk", fr: "ce disque est en lecture seule" }
    /// A folder, where a file is needed.
    folder() { en: "it is a folder", fr: "c'est un dossier" }
    /// A file, where a folder is needed.
    no_folder() { en: "a part of its path is no folder", fr: "une partie du chemin n'est pas un dossier" }
    /// A file beyond what the disk takes.
    too_large() { en: "the file is too large for this disk", fr: "le fichier est trop grand pour ce disque" }
    /// Another program has it.
    busy() { en: "another program is using it", fr: "un autre programme l'utilise" }
    /// What to do about it.
    busy_help() { en: "close it there and try again", fr: "fermez-le dans ce programme et réessayez" }
    /// A name that the system does not take.
    bad_name() { en: "no file may have this name here", fr: "aucun fichier ne peut porter ce nom ici" }
    /// Nobody reads what is written.
    broken_pipe() { en: "the program that it goes to has ended", fr: "le programme qui le reçoit s'est arrêté" }
    /// Nothing came in time.
    timed_out() { en: "no answer came in time", fr: "aucune réponse dans le délai imparti" }
    /// The network is away.
    network() { en: "the network is interrupted", fr: "le réseau est interrompu" }
    /// The computer's memory is used up.
    no_memory() { en: "there is not enough memory", fr: "mémoire insuffisante" }
    /// What to do about it.
    no_memory_help() { en: "close other programs and try again", fr: "fermez d'autres programmes et réessayez" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_said_and_the_rest_stands() {
        assert_eq!(why(&Error::from(ErrorKind::StorageFull)).fr, "le disque est plein");
        assert!(help(&Error::from(ErrorKind::StorageFull)).is_some());
        assert_eq!(why(&Error::other("odd")), Text::same("odd"));
        assert_eq!(help(&Error::other("odd")), None);
    }
}
