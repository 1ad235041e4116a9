//! Work on several threads whose results come out in the order of the work.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::Builder;

/// Takes pieces of work in turn, works on each, and hands every result on in the order in which the pieces were taken.
///
/// Each thread has a worker of its own from `workers`, a piece and a result, all of them reused. A thread whose result is
/// not next leaves it for whoever has the one before and goes on; [`AHEAD`] bounds how many wait, and so the memory. One
/// worker is a plain loop in the calling thread. Where the system refuses a thread, those that there are do the work;
/// the workers of the others, who have done nothing, do not come back.
///
/// # Errors
/// The first error of `take` or `hand_on`; all threads stop.
pub fn in_order<W, P, R, E>(
    workers: Vec<W>,
    take: impl FnMut(&mut P) -> Result<bool, E> + Send,
    work: impl Fn(&mut W, &mut P, &mut R) + Sync,
    hand_on: impl FnMut(&mut R) -> Result<(), E> + Send,
) -> Result<Vec<W>, E>
where
    W: Send,
    P: Default,
    R: Default + Send,
    E: Send,
{
    let shared = Shared {
        taken: Mutex::new(Taken { take, next: 0, over: false }),
        most: workers.len() * AHEAD,
        given: Mutex::new(InOrder {
            hand_on,
            turn: 0,
            early: HashMap::new(),
            spare: Vec::new(),
            waiting: 0,
            over: false,
            error: None,
        }),
        changed: Condvar::new(),
    };
    let workers = on_threads(workers, |worker| shared.run(worker, &work));
    match shared.given.into_inner().unwrap_or_else(PoisonError::into_inner).error {
        Some(error) => Err(error),
        None => Ok(workers),
    }
}

/// Lets each worker run on a thread of its own, the first one in the calling thread.
fn on_threads<W: Send>(workers: Vec<W>, run: impl Fn(W) -> W + Sync) -> Vec<W> {
    std::thread::scope(|scope| {
        let mut workers = workers.into_iter();
        let (first, run) = (workers.next(), &run);
        let start = |worker| Builder::new().spawn_scoped(scope, move || run(worker)).ok();
        let others: Vec<_> = workers.map_while(start).collect();
        let mut done: Vec<W> = first.into_iter().map(run).collect();
        for other in others {
            match other.join() {
                Ok(worker) => done.push(worker),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    })
}

/// What all threads share.
struct Shared<T, H, R, E> {
    taken: Mutex<Taken<T>>,
    /// How many results may wait for their turn.
    most: usize,
    given: Mutex<InOrder<H, R, E>>,
    changed: Condvar,
}

impl<T, H: FnMut(&mut R) -> Result<(), E>, R: Default, E> Shared<T, H, R, E> {
    /// What one thread does.
    fn run<W, P: Default>(&self, mut worker: W, work: &impl Fn(&mut W, &mut P, &mut R)) -> W
    where
        T: FnMut(&mut P) -> Result<bool, E>,
    {
        let (mut piece, mut result) = (P::default(), R::default());
        // Whoever waits for a thread that panicked would wait for ever.
        let _bell = OnPanic(|| {
            lock(&self.given).over = true;
            self.changed.notify_all();
        });
        while let Some((number, got)) = self.take(&mut piece) {
            if got.is_ok() {
                work(&mut worker, &mut piece, &mut result);
            }
            if self.give(number, got, &mut result) {
                lock(&self.taken).over = true;
                break;
            }
        }
        worker
    }

    /// Takes a piece, and answers with its number; nothing where there are no more.
    fn take<P>(&self, piece: &mut P) -> Option<(u64, Result<bool, E>)>
    where
        T: FnMut(&mut P) -> Result<bool, E>,
    {
        let mut taken = lock(&self.taken);
        if taken.over {
            return None;
        }
        let got = (taken.take)(piece);
        taken.over = !matches!(got, Ok(true));
        if matches!(got, Ok(false)) {
            return None;
        }
        taken.next += 1;
        Some((taken.next - 1, got))
    }

    /// Hands a result on, or leaves it for whoever has the one before; answers whether all is over.
    fn give(&self, number: u64, got: Result<bool, E>, result: &mut R) -> bool {
        let mut given = lock(&self.given);
        while given.turn != number && given.early.len() >= self.most && !given.over {
            given.waiting += 1;
            given = self.changed.wait(given).unwrap_or_else(PoisonError::into_inner);
            given.waiting -= 1;
        }
        if given.turn == number {
            given.hand_on(got, result);
            if given.waiting > 0 {
                self.changed.notify_all();
            }
        } else {
            let next = given.spare.pop().unwrap_or_default();
            given.early.insert(number, (got, std::mem::replace(result, next)));
        }
        given.over
    }
}

/// Does two things, the first on a thread of its own where the system allows one.
pub fn both<A: Send, B>(there: impl FnOnce() -> A + Send, here: impl FnOnce() -> B) -> (A, B) {
    let there = Mutex::new(Some(there));
    let there = || lock(&there).take().map(|there| there());
    std::thread::scope(|scope| {
        let thread = Builder::new().spawn_scoped(scope, there);
        let here = here();
        let done = thread.map_or(None, |thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        match done.or_else(there) {
            Some(there) => (there, here),
            None => unreachable!("one of the two takes it"),
        }
    })
}

/// How many results of each thread may wait for their turn.
const AHEAD: usize = 8;

struct Taken<T> {
    take: T,
    next: u64,
    over: bool,
}

struct InOrder<H, R, E> {
    hand_on: H,
    turn: u64,
    /// The results that came before their turn, by number.
    early: HashMap<u64, (Result<bool, E>, R)>,
    /// Results that have been handed on, to be filled again.
    spare: Vec<R>,
    /// How many threads wait for their turn.
    waiting: usize,
    over: bool,
    error: Option<E>,
}

impl<R, E, H: FnMut(&mut R) -> Result<(), E>> InOrder<H, R, E> {
    /// Hands on the result whose turn it is, and those after it that are there already.
    fn hand_on(&mut self, got: Result<bool, E>, result: &mut R) {
        self.give(got, result);
        while let Some((got, mut result)) = self.early.remove(&self.turn) {
            self.give(got, &mut result);
            self.spare.push(result);
        }
    }

    fn give(&mut self, got: Result<bool, E>, result: &mut R) {
        self.turn += 1;
        if self.over {
            return;
        }
        // An error of the reading comes after all that was read before it.
        if let Err(error) = got.and_then(|_| (self.hand_on)(result)) {
            self.error = Some(error);
            self.over = true;
        }
    }
}

/// Does something when its thread panics.
struct OnPanic<F: Fn()>(F);

impl<F: Fn()> Drop for OnPanic<F> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            (self.0)();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn squares(threads: usize, upto: u64, fail_at: Option<u64>) -> Result<Vec<u64>, u64> {
        let mut next = 0;
        let mut out = Vec::new();
        in_order(
            vec![(); threads],
            |piece: &mut u64| {
                *piece = next;
                next += 1;
                Ok(*piece < upto)
            },
            |(), piece, result: &mut u64| {
                // Early pieces take longest, so that results come out of turn.
                std::thread::sleep(std::time::Duration::from_micros(200u64.saturating_sub(*piece * 10)));
                *result = *piece * *piece;
            },
            |result| {
                out.push(*result);
                if fail_at == Some(*result) { Err(*result) } else { Ok(()) }
            },
        )?;
        Ok(out)
    }

    #[test]
    fn results_come_in_order() {
        for threads in [1, 2, 5] {
            assert_eq!(squares(threads, 100, None), Ok((0..100).map(|n| n * n).collect()));
            assert_eq!(squares(threads, 0, None), Ok(vec![]));
            assert_eq!(squares(threads, 100, Some(25)), Err(25));
        }
    }

    #[test]
    fn no_more_results_are_made_than_may_wait() {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        struct Made;
        impl Default for Made {
            fn default() -> Self {
                MADE.fetch_add(1, Ordering::Relaxed);
                Self
            }
        }
        let (threads, mut next, mut count) = (3, 0, 0);
        let take = |piece: &mut u64| {
            *piece = next;
            next += 1;
            Ok::<_, ()>(*piece < 200)
        };
        let slow_at_first = |(): &mut (), piece: &mut u64, _: &mut Made| {
            std::thread::sleep(std::time::Duration::from_millis(if *piece == 0 { 50 } else { 0 }));
        };
        let hand_on = |_: &mut Made| {
            count += 1;
            Ok(())
        };
        assert!(in_order(vec![(); threads], take, slow_at_first, hand_on).is_ok());
        assert_eq!(count, 200);
        let most = threads + threads * AHEAD;
        assert!((threads + 1..=most).contains(&MADE.load(Ordering::Relaxed)), "{MADE:?}");
    }

    #[test]
    fn a_failed_reading_comes_after_what_was_read() {
        for threads in [1, 3] {
            let (mut next, mut out) = (0, Vec::new());
            let done = in_order(
                vec![(); threads],
                |piece: &mut u64| {
                    *piece = next;
                    next += 1;
                    if *piece < 20 { Ok(true) } else { Err("broken") }
                },
                |(), piece, result: &mut u64| *result = *piece,
                |result| {
                    out.push(*result);
                    Ok(())
                },
            );
            assert_eq!((done, out), (Err("broken"), (0..20).collect()));
        }
    }

    #[test]
    #[should_panic(expected = "a mistake")]
    fn a_panic_is_no_dead_end() {
        let mut next = 0;
        let take = |piece: &mut u64| {
            *piece = next;
            next += 1;
            Ok::<_, ()>(*piece < 50)
        };
        let _ = in_order(vec![(); 3], take, |(), piece, _: &mut u64| assert!(*piece != 20, "a mistake"), |_| Ok(()));
    }
}
