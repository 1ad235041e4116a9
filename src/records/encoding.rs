//! Which encoding a text is in, and a stream of it as UTF-8.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use encoding_rs::{Decoder, DecoderResult, Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Which encoding it is, how many bytes its mark has, and whether that is settled: a text without accents so far could
/// still turn out to be something else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FoundEncoding {
    pub(super) encoding: &'static Encoding,
    pub(super) mark: usize,
    pub(super) settled: bool,
}

/// Finds out from the first bytes, unless a byte order mark or the user says it. `whole` says that the bytes do not end
/// in the midst of a character.
pub(super) fn find(head: &[u8], given: Option<&'static Encoding>, whole: bool) -> FoundEncoding {
    if let Some((encoding, mark)) = Encoding::for_bom(head) {
        return FoundEncoding { encoding, mark, settled: true };
    }
    let found = |encoding| FoundEncoding { encoding, mark: 0, settled: true };
    if let Some(encoding) = given.or_else(|| utf16_without_mark(head)) {
        return found(encoding);
    }
    if head.is_ascii() {
        return FoundEncoding { settled: false, ..found(UTF_8) };
    }
    let (good, bad) = characters(head, whole);
    // A character of several bytes comes about by accident too seldom to outweigh as many that fail; where UTF-8 and
    // something else are mixed, the rows that are not UTF-8 are told one by one.
    if bad == 0 || good >= bad {
        found(UTF_8)
    } else if super::split::newline(head) == b'\r' {
        // Only old programs on a Mac end lines so, and they wrote this encoding.
        found(MACINTOSH)
    } else {
        found(WINDOWS_1252)
    }
}

/// Whether it can hardly be another encoding: its mark says so, or every other byte does, or all that is beyond ASCII is what
/// the languages that use Windows-1252 write in every text.
pub(super) fn is_sure(head: &[u8], found: FoundEncoding) -> bool {
    const LETTERS: &str = "àâäáãçèéêëîïíìôöóòõùûüúÿñßœæÀÂÄÁÇÈÉÊËÎÏÍÔÖÓÙÛÜÚÑŒÆ«»‘’“”„–—…€°·•¿¡\u{a0}§";
    let utf16 = found.encoding == UTF_16LE || found.encoding == UTF_16BE;
    let usual = || {
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(head);
        text.chars().filter(|c| !c.is_ascii()).all(|c| LETTERS.contains(c))
    };
    found.mark > 0 || utf16 || found.encoding == WINDOWS_1252 && usual()
}

/// How many characters beyond ASCII are right in UTF-8, and how many places are wrong.
fn characters(head: &[u8], whole: bool) -> (usize, usize) {
    // In UTF-8, every character beyond ASCII has one byte that begins it.
    let beyond_ascii = |text: &str| text.bytes().filter(|byte| *byte >= 0xc0).count();
    if let Ok(text) = simdutf8::basic::from_utf8(head) {
        return (beyond_ascii(text), 0);
    }
    let (mut good, mut bad) = (0, 0);
    let mut chunks = head.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        good += beyond_ascii(chunk.valid());
        let cut_at_the_end = !whole && chunks.peek().is_none() && chunk.invalid().len() < 4;
        bad += usize::from(!chunk.invalid().is_empty() && !cut_at_the_end);
    }
    (good, bad)
}

/// UTF-16 without its mark: of Latin letters, every other byte is zero.
fn utf16_without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let pairs = head.len() / 2;
    if pairs < 2 || memchr::memchr(0, head).is_none() {
        return None;
    }
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match (even * 20 < pairs, odd * 20 < pairs) {
        (true, false) if odd * 10 > pairs * 4 => Some(UTF_16LE),
        (false, true) if even * 10 > pairs * 4 => Some(UTF_16BE),
        _ => None,
    }
}

/// How many bytes are decoded at a time.
const BLOCK: usize = 64 << 10;

/// A stream in any encoding, read as UTF-8. What cannot be decoded comes out as a byte that is not UTF-8, so that the
/// reader of rows finds it as it finds everything that is no text.
pub(super) struct Decoding<R> {
    inner: R,
    decoder: Decoder,
    input: Vec<u8>,
    taken: usize,
    output: Vec<u8>,
    given: usize,
    ended: bool,
    done: bool,
}

impl<R: Read> Decoding<R> {
    pub(super) fn new(inner: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_without_bom_handling();
        Self { inner, decoder, input: Vec::new(), taken: 0, output: Vec::new(), given: 0, ended: false, done: false }
    }

    fn decode(&mut self) -> io::Result<()> {
        if self.taken == self.input.len() && !self.ended {
            self.input.resize(BLOCK, 0);
            self.taken = 0;
            let count = read(&mut self.inner, &mut self.input);
            self.input.truncate(*count.as_ref().unwrap_or(&0));
            self.ended = count? == 0;
        }
        self.given = 0;
        self.output.resize(4 * BLOCK, 0);
        let input = self.input.get(self.taken..).unwrap_or_default();
        let (result, read, mut written) =
            self.decoder.decode_to_utf8_without_replacement(input, &mut self.output, self.ended);
        self.taken += read;
        match result {
            DecoderResult::InputEmpty => self.done = self.ended,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(_, _) => {
                self.output.truncate(written);
                self.output.push(0xff);
                written += 1;
            }
        }
        self.output.truncate(written);
        Ok(())
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.output.len() && !self.done {
            self.decode()?;
        }
        let ready = self.output.get(self.given..).unwrap_or_default();
        let count = ready.len().min(out.len());
        out[..count].copy_from_slice(&ready[..count]);
        self.given += count;
        Ok(count)
    }
}

/// A stream whose encoding is not settled because it has had no accents yet: passed on as it comes, up to the first
/// line that settles it.
pub(super) struct Settling<R> {
    inner: Option<R>,
    /// Bytes of the line that is looked at.
    held: Vec<u8>,
    settled: Option<Box<dyn Read + Send>>,
    /// Set where it is not UTF-8.
    other: Arc<AtomicBool>,
}

impl<R: Read + Send + 'static> Settling<R> {
    pub(super) fn new(inner: R, other: Arc<AtomicBool>) -> Self {
        Self { inner: Some(inner), held: Vec::new(), settled: None, other }
    }

    fn settle(&mut self, ended: bool) {
        let Some(inner) = self.inner.take() else { return };
        let line = memchr::memchr(b'\n', &self.held).map_or(self.held.len(), |end| end + 1);
        let found = find(&self.held[..line], None, line < self.held.len() || ended);
        let rest = io::Cursor::new(std::mem::take(&mut self.held)).chain(inner);
        self.settled = Some(if found.encoding == UTF_8 {
            Box::new(rest)
        } else {
            self.other.store(true, Ordering::Relaxed);
            Box::new(Decoding::new(rest, WINDOWS_1252))
        });
    }
}

impl<R: Read + Send + 'static> Read for Settling<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(settled) = &mut self.settled {
                return settled.read(out);
            }
            let Some(inner) = &mut self.inner else { return Ok(0) };
            if self.held.is_empty() {
                let count = read(inner, out)?;
                let Some(first) = out[..count].iter().position(|byte| !byte.is_ascii()) else { return Ok(count) };
                self.held.extend_from_slice(&out[first..count]);
                if first > 0 {
                    return Ok(first);
                }
            }
            // The whole line decides, however the bytes happen to arrive.
            let mut ended = false;
            while !ended && self.held.len() < BLOCK && memchr::memchr(b'\n', &self.held).is_none() {
                let Some(inner) = &mut self.inner else { break };
                let mut more = [0; 4096];
                let count = read(inner, &mut more)?;
                self.held.extend_from_slice(&more[..count]);
                ended = count == 0;
            }
            self.settle(ended);
        }
    }
}

/// One read, tried again where it was interrupted.
pub(super) fn read(from: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match from.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}
