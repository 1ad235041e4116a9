// What all parts of the page share: its data, its words, what is asked now, and how elements are made.

document.documentElement.classList.add("js");

/** @type {Page} */
let page;
/** The outcomes with the thresholds asked for now. @type {Outcome[][]} */
let outcomes = [];
/** Where everybody stands by the criteria as they are, and now. @type {Standing} */
let printed;
/** @type {Standing} */
let now;

const state = {
  /** The weights as they were typed. @type {string[]} */
  weights: [],
  /** The weights last set by hand. @type {string[]} */
  mine: [],
  /** What is asked now, where that is another size. @type {(Bound | null)[]} */
  bounds: [],
  /** How many are on the shortlist. */
  shortlist: 5,
  sort: "rank",
  down: false,
  search: "",
  /** @type {Set<number>} */
  statuses: new Set([ELIGIBLE, REVIEW, NOT_ELIGIBLE]),
  /** A criterion and a finding. @type {[number, number] | null} */
  only: null,
  /** How many are shown at a time. */
  limit: 50,
  /** @type {number[]} */
  compared: [],
  /** The criterion whose weight is being set. */
  picked: -1,
};

/** A text of the page's own. @param {string} name @param {Record<string, string | number>} [with_] */
function say(name, with_ = {}) {
  return page.says[name].replace(/\{(\w+)\}/g, (_, key) => String(with_[key]));
}

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * An element. A property that is a function listens; texts are texts.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, any>} [with_] @param {(Node | string | null)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function el(tag, with_ = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(with_)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** @param {string} tag @param {Record<string, any>} with_ */
function drawn(tag, with_) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(with_)) made.setAttribute(name, String(value));
  return made;
}

/** A number as the page's language writes it. @param {number} value @param {number} places */
function number(value, places) {
  return new Intl.NumberFormat(page.lang, { maximumFractionDigits: places }).format(value);
}

/** A score as the program shows it: one decimal, and more where it would be shown as none or all. @param {number} score */
function points(score) {
  const near = score < 100_000 || score > 99_900_000;
  for (let places = 1; places <= 6; places++) {
    const unit = 10 ** (6 - places);
    const shown = Math.floor((score + unit / 2) / unit);
    const told = (shown === 0) === (score === 0) && (shown * unit === TOP) === (score === TOP);
    if (near && !told && places < 6) continue;
    const text = (shown / 10 ** places).toFixed(places).replace(/(\.\d+?)0+$/, "$1");
    return page.lang === "fr" ? text.replace(".", ",") : text;
  }
  return "";
}

/** @param {number} value What was typed; nothing for what is no weight. */
function isWeight(value) {
  return Number.isFinite(value) && value >= 0;
}

/** Whether the weights or thresholds are others than the criteria's. */
function isChanged() {
  return (
    page.criteria.some((one, at) => Number(state.weights[at]) !== one.weight) || state.bounds.some((bound) => bound !== null)
  );
}

/** Who is on the shortlist: ranks up to its length, ties included. @param {Standing} stands */
function shortlist(stands) {
  return new Set(stands.order.filter((at) => stands.rank[at] <= state.shortlist));
}

/** Works out where everybody stands now. */
function compute() {
  outcomes = page.outcomes.map((known, at) => {
    const bound = state.bounds[at];
    return bound ? known.map((one) => judge(one, bound)) : known;
  });
  now = standing(page, outcomes, state.weights.map(Number), now?.order);
}

/** Text without case and accents. @param {string} text */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

let telling = 0;

/** Tells those who do not see it, once it has come to rest. @param {() => string} what */
function tell(what) {
  clearTimeout(telling);
  telling = setTimeout(() => {
    byId("told").textContent = what();
  }, 500);
}
