"use strict";
// The rules of score, status and rank, exactly as the program has them in `score.rs`, `rank.rs` and `reading.rs`: the
// same numbers, rounded at the same places.

/** @typedef {[number | null, number | null, number]} Span A range's ends, and which of them are open (1 low, 2 high). */
/** @typedef {[number, number, number, Span[], Span[]]} Outcome Finding, credits, what was read, what decides instead. */
/** @typedef {{ at_least: number | null, at_most: number | null, full_at: number | null }} Bound What is asked. */
/**
 * @typedef {Bound & { id: string, label: string, required: boolean, earns: boolean, weight: number,
 *   unit: string | string[] | number | null }} Criterion
 */
/** @typedef {[number, number, number[], number[]?]} Row Order of reading, status, what is said, ranks among all. */
/**
 * @typedef {{ lang: string, rater: boolean, ranked: boolean, whole: boolean, blind: boolean, title: string, shortlist?: number,
 *   says: Record<string, string>, criteria: Criterion[], outcomes: Outcome[][], rows: Row[] }} Page
 */
/**
 * @typedef {{ status: Uint8Array, score: Float64Array, most: Float64Array, rank: Int32Array, best: Int32Array,
 *   worst: Int32Array, order: number[], share: number[] }} Standing
 */

const MET = 0;
const NOT_MET = 1;
const UNKNOWN = 2;
const SKIPPED = 3;
const ELIGIBLE = 0;
const REVIEW = 1;
const NOT_ELIGIBLE = 2;

/** All weights together are so many steps. */
const STEPS = 2 ** 56;
/** Sums are kept in two parts, for a number holds 53 bits. */
const HALF = 2 ** 28;
const TOP = 100_000_000;
const PLACES = 2 ** 27;

/** @param {Span} span @param {number} bound */
function atLeast(span, bound) {
  const low = span[0] ?? -Infinity;
  const high = span[1] ?? Infinity;
  if (low >= bound) return MET;
  return high < bound || (high <= bound && (span[2] & 2) > 0) ? NOT_MET : UNKNOWN;
}

/** @param {Span} span @param {number} bound */
function atMost(span, bound) {
  const low = span[0] ?? -Infinity;
  const high = span[1] ?? Infinity;
  if (high <= bound) return MET;
  return low > bound || (low >= bound && (span[2] & 1) > 0) ? NOT_MET : UNKNOWN;
}

/** What a requirement says of all that cells can mean. @param {Span[]} spans @param {Bound} bound */
function verdict(spans, bound) {
  const { full_at } = bound;
  const earns = bound.at_least === null && bound.at_most === null && full_at !== null;
  /** @param {Span} span */
  const one = (span) => {
    if (earns) {
      if (share(span[0] ?? -Infinity, full_at) > 0) return MET;
      return share(span[1] ?? Infinity, full_at) <= 0 ? NOT_MET : UNKNOWN;
    }
    const low = bound.at_least === null ? MET : atLeast(span, bound.at_least);
    const high = bound.at_most === null ? MET : atMost(span, bound.at_most);
    if (low === NOT_MET || high === NOT_MET) return NOT_MET;
    return low === MET && high === MET ? MET : UNKNOWN;
  };
  if (spans.length === 0) return UNKNOWN;
  const first = one(spans[0]);
  return spans.every((span) => one(span) === first) ? first : UNKNOWN;
}

/** @param {number} value @param {number} full */
function share(value, full) {
  if (value >= full) return 1;
  return value <= 0 ? 0 : value / full;
}

/** The credits of what was read. @param {Span[]} spans @param {Bound} bound @returns {[number, number]} */
function credit(spans, bound) {
  if (spans.length === 0) return [0, 1];
  if (bound.full_at === null) {
    const found = verdict(spans, bound);
    return [found === MET ? 1 : 0, found === NOT_MET ? 0 : 1];
  }
  const low = Math.min(...spans.map((span) => span[0] ?? -Infinity));
  const high = Math.max(...spans.map((span) => span[1] ?? Infinity));
  return [share(low, bound.full_at), share(high, bound.full_at)];
}

/** What a criterion would say if it asked for something else. @param {Outcome} outcome @param {Bound} bound */
function judge(outcome, bound) {
  const [, , , read, understood] = outcome;
  if (read.length === 0 && understood.length === 0) return outcome;
  const found = verdict(read, bound);
  const instead = found === UNKNOWN && understood.length > 0 && verdict(understood, bound) === MET;
  const spans = instead ? understood : read;
  /** @type {Outcome} */
  const judged = [verdict(spans, bound), ...credit(spans, bound), read, understood];
  return judged;
}

/** A weight's share in all of them. @param {number} weight @param {number} all */
function shareOf(weight, all) {
  return all > 0 ? Math.round((weight / all) * STEPS) : 0;
}

/** A score, in millionths. @param {number} part @param {number} shares */
function steps(part, shares) {
  if (shares === 0) return 0;
  const points = 100 * (part / shares);
  return Math.round(Math.min(Math.max(points, 0), 100) * 1e6);
}

/** How many of some sorted numbers are smaller. @param {Int32Array} sorted @param {number} value */
function below(sorted, value) {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle] < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** @param {number} status @param {number} score */
function placeOf(status, score) {
  return status * PLACES + (TOP - score);
}

/**
 * Where everybody stands with these weights; `before` is an order that may be near theirs.
 * @param {Page} page @param {Outcome[][]} outcomes @param {number[]} weights @param {number[]} [before]
 * @returns {Standing}
 */
function standing(page, outcomes, weights, before = []) {
  const { rows, criteria } = page;
  const count = rows.length;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => shareOf(weight, all));
  // All numbers in one row, which is read a hundred thousand times.
  const starts = outcomes.map((_, at) => outcomes.slice(0, at).reduce((sum, known) => sum + known.length, 0) * 8);
  const said = new Float64Array(outcomes.flatMap((known, at) => known.flatMap((one) => sums(one, shares[at], criteria[at].required))));
  const status = new Uint8Array(count);
  const score = new Float64Array(count);
  const most = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const says = rows[at][2];
    let [low, lowRest, high, highRest, whole, wholeRest, failed, open] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let c = 0; c < says.length; c++) {
      const one = starts[c] + says[c] * 8;
      low += said[one];
      lowRest += said[one + 1];
      high += said[one + 2];
      highRest += said[one + 3];
      whole += said[one + 4];
      wholeRest += said[one + 5];
      failed += said[one + 6];
      open += said[one + 7];
    }
    const shared = whole * HALF + wholeRest;
    score[at] = steps(low * HALF + lowRest, shared);
    most[at] = steps(high * HALF + highRest, shared);
    const damaged = (rows[at][1] & 4) > 0;
    const decided = (rows[at][1] & 8) > 0;
    status[at] = decided ? rows[at][1] & 3 : damaged ? REVIEW : failed > 0 ? NOT_ELIGIBLE : open > 0 ? REVIEW : ELIGIBLE;
  }
  return { status, score, most, ...ranks(rows, status, score, most, before), share: shares };
}

/**
 * What an outcome adds: proven, possible and counted shares in two parts each, whether it fails, whether it is open.
 * @param {Outcome} outcome @param {number} weight @param {boolean} required
 */
function sums(outcome, weight, required) {
  const [finding, low, high] = outcome;
  if (finding === SKIPPED) return [0, 0, 0, 0, 0, 0, 0, 0];
  /** @param {number} part */
  const two = (part) => {
    const whole = Math.floor(weight * part + 0.5);
    const large = Math.floor(whole / HALF);
    return [large, whole - large * HALF];
  };
  const fails = required && finding === NOT_MET ? 1 : 0;
  const open = required && finding === UNKNOWN ? 1 : 0;
  return [...two(low), ...two(high), ...two(1), fails, open];
}

/**
 * The three ranks of everybody, and their order.
 * @param {Row[]} rows @param {Uint8Array} status @param {Float64Array} score @param {Float64Array} most
 * @param {number[]} before
 */
function ranks(rows, status, score, most, before) {
  const count = rows.length;
  const proven = new Int32Array(count);
  const well = new Int32Array(count);
  const badly = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const open = status[at] === REVIEW;
    proven[at] = placeOf(status[at], score[at]);
    well[at] = placeOf(open ? ELIGIBLE : status[at], most[at]);
    badly[at] = placeOf(open ? NOT_ELIGIBLE : status[at], score[at]);
  }
  /** @param {number} a @param {number} b */
  const ahead = (a, b) => proven[a] - proven[b] || most[b] - most[a];
  // The order before is near the new one, and soon sorted.
  const start = before.length === count ? before.slice() : rows.map((_, at) => at);
  const order = start.sort((a, b) => ahead(a, b) || rows[a][0] - rows[b][0]);
  const rank = new Int32Array(count);
  order.forEach((at, place) => {
    const last = order[place - 1];
    rank[at] = place > 0 && ahead(last, at) === 0 ? rank[last] : place + 1;
  });
  const [bests, worsts] = [well.slice().sort(), badly.slice().sort()];
  const best = well.map((place) => 1 + below(worsts, place));
  const worst = badly.map((place, at) => 1 + below(bests, place) - (well[at] < place ? 1 : 0));
  return { rank, best, worst, order };
}
