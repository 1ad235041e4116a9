// A candidate's account, once it is opened: the posting's words, what is open, and room for the reader's notes.

/** @type {string[]} */
let notes = [];
/** @type {Map<string, { id: string, criterion: string, cell: string, decision: string, reason: string, at: string }>} */
const decisions = new Map();
/** Which accounts have their additions. @type {boolean[]} */
let enriched = [];

/** @param {number} at */
function enrich(at) {
  if (enriched[at]) return;
  enriched[at] = true;
  const details = /** @type {HTMLElement} */ (bodies[at].querySelector("details"));
  const items = /** @type {HTMLElement[]} */ ([...details.querySelectorAll("ol > li")]);
  const cells = cellTexts(items);
  shownCriteria().forEach((criterion, nth) => {
    const item = items[nth];
    if (!item) return;
    // What the style says of a point with all of its weight, before what is added.
    const full = !page.rater && !item.querySelector("b") && page.outcomes[criterion][page.rows[at][2][criterion]][0] !== SKIPPED;
    if (full) item.append(" ", el("b", {}, number(page.criteria[criterion].weight, 2)));
    const quote = quotes()[criterion];
    if (quote) item.append(el("p", { class: "posting" }, `${say("posting")} `, el("q", {}, quote)));
    const cell = cells[nth];
    if (!page.rater && cell !== null) item.append(decide(at, criterion, cell));
  });
  if (!page.rater) details.append(...openPoints(at));
  const area = el("textarea", {
    rows: 2,
    "aria-label": say("notes_on", { who: whoOf(at) }),
    placeholder: say("notes_stay"),
    input: () => {
      notes[at] = area.value;
    },
  });
  details.append(el("p", { class: "note" }, area));
}

/** The criteria that accounts tell of, by place. */
function shownCriteria() {
  return page.criteria.map((_, at) => at).filter((at) => !page.rater || (page.rows[0]?.[2][at] ?? 0) <= SKIPPED);
}

/** The posting's words, by criterion. */
function quotes() {
  const rows = [.../** @type {HTMLTableElement} */ (byId("asked")).tBodies[0].rows];
  return rows.map((row) => row.querySelector("q")?.textContent ?? "");
}

/**
 * The text of each point's cell; of those that have that of another point, its; nothing where it is a part of that.
 * @param {HTMLElement[]} items
 */
function cellTexts(items) {
  /** @type {(string | null)[]} */
  const known = [];
  for (const item of items) {
    const own = item.querySelector("q")?.textContent;
    const same = item.querySelector("i")?.textContent;
    known.push(own ?? (same ? (known[Number(same) - 1] ?? null) : ""));
  }
  return known;
}

/** What is open and could still add to the score, the most first. @param {number} at */
function openPoints(at) {
  const all = page.criteria.reduce((sum, _, c) => sum + (said(at, c)[0] === SKIPPED ? 0 : now.share[c]), 0);
  const open = page.criteria
    .map((one, c) => ({ label: one.label, adds: all > 0 ? (100 * now.share[c] * (said(at, c)[2] - said(at, c)[1])) / all : 0, c }))
    .filter((one) => said(at, one.c)[0] !== SKIPPED && one.adds > 1e-9)
    .sort((a, b) => b.adds - a.adds)
    .slice(0, 5);
  if (open.length === 0) return [];
  const lines = open.map((one) => el("li", {}, say("could_add", { criterion: one.label, n: number(one.adds, 2) })));
  return [el("h4", {}, say("open_points")), el("ul", {}, ...lines)];
}

/** To decide on the page what the cells leave open. @param {number} at @param {number} criterion @param {string} cell */
function decide(at, criterion, cell) {
  const label = page.criteria[criterion].label;
  const key = `${at}/${criterion}`;
  const written = el("input", { type: "text", list: "verdicts", "aria-label": say("decision_on", { criterion: label }) });
  const why = el("input", { type: "text", "aria-label": say("reason_on", { criterion: label }) });
  const keep = () => {
    const decision = written.value.trim();
    if (decision === "") decisions.delete(key);
    else {
      const at_ = new Date().toISOString().replace(/\.\d+Z$/, "Z");
      const id = idOf(at);
      decisions.set(key, { id, criterion: page.criteria[criterion].id, cell, decision, reason: why.value.trim(), at: at_ });
    }
    details.classList.toggle("decided", decisions.has(key));
    byId("decided").hidden = decisions.size === 0;
    byId("decisions").textContent = say("decisions", { n: decisions.size });
  };
  written.addEventListener("input", keep);
  why.addEventListener("input", keep);
  const details = el(
    "details",
    { class: "decide" },
    el("summary", {}, say("decide")),
    el("label", {}, `${say("decision")} `, written),
    " ",
    el("label", {}, `${say("reason")} `, why),
  );
  return details;
}
