// The list: its order, what is shown of it, and each row's figures.

/** @type {HTMLTableElement} */
let table;
/** The rows of each candidate, in the order of the page's data. @type {HTMLTableSectionElement[]} */
let bodies = [];
/** What each column is. @type {string[]} */
let columns = [];
/** Which rows have their buttons. @type {boolean[]} */
let dressed = [];
/** All text of a row, for the search. @type {string[]} */
let texts = [];
/** Who is shown, in order. @type {number[]} */
let view = [];
/** So many are shown at a time, where there are more than so many in all. */
const MORE = 50;
const NEAR = 200;
const CLASSES = ["", "n", "q", "s"];

/** @param {number} at */
function cellsOf(at) {
  return bodies[at].rows[0].cells;
}

/** The text of a candidate's column, as it was printed. @param {number} at @param {number} column */
function textOf(at, column) {
  return cellsOf(at)[column].textContent ?? "";
}

/** @param {number} at */
function idOf(at) {
  return bodies[at].querySelector("summary")?.textContent ?? "";
}

/** Id and name. @param {number} at */
function whoOf(at) {
  const name = columns.indexOf("name");
  return name < 0 ? idOf(at) : `${idOf(at)} ${bodies[at].dataset.name ?? textOf(at, name)}`.trim();
}

/** What a criterion says now. @param {number} at @param {number} criterion @returns {Outcome} */
function said(at, criterion) {
  return outcomes[criterion]?.[page.rows[at][2][criterion]] ?? [page.rows[at][2][criterion], 0, 1, [], []];
}

/** @param {number} at */
function matches(at) {
  if (!page.rater && !state.statuses.has(now.status[at])) return false;
  if (state.only && said(at, state.only[0])[0] !== state.only[1]) return false;
  if (state.search === "") return true;
  texts[at] ??= folded(bodies[at].textContent ?? "");
  return texts[at].includes(state.search);
}

/** How two candidates are sorted by the column chosen. */
function sorter() {
  const column = columns.indexOf(state.sort);
  const criterion = Number(state.sort);
  /** @type {Record<string, (at: number) => number>} */
  const figures = {
    status: (at) => now.status[at],
    score: (at) => -now.score[at],
    most: (at) => -now.most[at],
    best: (at) => now.best[at],
    worst: (at) => now.worst[at],
    line: (at) => Number(textOf(at, column)),
  };
  const figure = figures[state.sort];
  if (figure) return (/** @type {number} */ a, /** @type {number} */ b) => figure(a) - figure(b);
  if (state.sort !== "" && Number.isInteger(criterion)) {
    /** @param {number} at */
    const credits = (at) => said(at, criterion);
    const first = [0, 2, 1, 3, 4];
    return (/** @type {number} */ a, /** @type {number} */ b) =>
      first[credits(a)[0]] - first[credits(b)[0]] || credits(b)[1] - credits(a)[1] || credits(b)[2] - credits(a)[2];
  }
  const collator = new Intl.Collator(page.lang, { numeric: true });
  return (/** @type {number} */ a, /** @type {number} */ b) => collator.compare(textOf(a, column), textOf(b, column));
}

/** Decides who is shown in which order. */
function arrange() {
  const all = page.ranked ? now.order : page.rows.map((_, at) => at).sort((a, b) => page.rows[a][0] - page.rows[b][0]);
  view = all.filter(matches);
  if (state.sort !== "rank") {
    const by = sorter();
    view.sort((a, b) => (state.down ? by(b, a) : by(a, b)));
  } else if (state.down) view.reverse();
}

/** Puts a candidate's rows before others, with all that they hold where the browser can. @param {Element} body @param {Element | null} next */
function move(body, next) {
  const mover = /** @type {{ moveBefore?: (node: Node, before: Node | null) => void }} */ (table);
  if (mover.moveBefore) mover.moveBefore(body, next);
  else table.insertBefore(body, next);
}

/** How many rows there are down to the end of what is in sight. */
function inSight() {
  const list = /** @type {HTMLElement} */ (table.parentElement);
  const low = /** @type {HTMLElement} */ (bodies.find((body) => !body.hidden))?.offsetHeight ?? 0;
  return 3 + Math.ceil((list.scrollTop + list.clientHeight) / Math.max(24, low));
}

/** Puts the first rows in their order and hides the others. The focus stays where it is. @param {number} most */
function place(most) {
  const shown = view.slice(0, most);
  const held = /** @type {HTMLElement | null} */ (document.activeElement);
  let next = /** @type {Element | null} */ (table.tHead?.nextElementSibling ?? null);
  const kept = new Set(shown);
  for (const at of shown) {
    const body = bodies[at];
    dress(at);
    if (body === next) next = next.nextElementSibling;
    else move(body, next);
    if (body.hidden) body.hidden = false;
  }
  if (most >= state.limit) {
    bodies.forEach((body, at) => {
      if (!body.hidden && !kept.has(at)) body.hidden = true;
    });
  }
  if (held && held !== document.activeElement && table.contains(held)) held.focus({ preventScroll: true });
  const line = state.sort === "rank" && !state.down && page.ranked;
  shown.forEach((at, nth) => {
    const next_ = view[nth + 1];
    const last = line && now.rank[at] <= state.shortlist && (next_ === undefined || now.rank[next_] > state.shortlist);
    bodies[at].classList.toggle("line", last);
    bodies[at].classList.toggle("short", page.ranked && now.rank[at] <= state.shortlist);
  });
  byId("more").hidden = view.length <= state.limit;
  byId("count").textContent = say("count", { shown: Math.min(view.length, state.limit), all: page.rows.length });
}

/** Makes a row's own controls, once it is shown. @param {number} at */
function dress(at) {
  if (dressed[at]) return;
  dressed[at] = true;
  const body = bodies[at];
  const head = body.querySelector("th");
  const account = body.rows[1];
  const details = /** @type {HTMLDetailsElement} */ (body.querySelector("details"));
  if (!head) {
    details.addEventListener("toggle", () => enrich(at));
    return;
  }
  const button = el("button", { type: "button", class: "who", "aria-expanded": "false" }, head.textContent ?? "");
  body.classList.add("dressed");
  if (columns.includes("name")) body.dataset.name = textOf(at, columns.indexOf("name"));
  const sync = () => {
    account.hidden = !details.open;
    button.setAttribute("aria-expanded", String(details.open));
    if (details.open) enrich(at);
  };
  button.addEventListener("click", () => {
    details.open = !details.open;
    sync();
  });
  details.addEventListener("toggle", sync);
  const box = el("input", {
    type: "checkbox",
    "aria-label": say("compare_one", { who: whoOf(at) }),
    change: () => compareToggled(at, box.checked, box),
  });
  head.replaceChildren(el("span", { class: "pick" }, page.rater ? null : box, button));
  sync();
}

/** Writes a row's figures. @param {number} at */
function refresh(at) {
  const cells = cellsOf(at);
  columns.forEach((key, column) => {
    const cell = cells[column];
    if (key === "rank") rewrite(cell, rankText(at), moved(at));
    else if (key === "best") rewrite(cell, String(now.best[at]));
    else if (key === "worst") rewrite(cell, String(now.worst[at]));
    else if (key === "status") rewrite(cell, statusText(at) + (/!$/.test(cell.textContent ?? "") ? " !" : ""));
    else if (key === "score") {
      rewrite(cell, scoreText(at));
      bar(cell, at);
    } else if (key === "most") rewrite(cell, points(now.most[at]));
    else if (Number.isInteger(Number(key)) && key !== "") markCell(cell, at, Number(key));
  });
}

/**
 * Another text at the start of a cell, and what follows it; nothing is touched that stays the same, for the browser would
 * lay all of the table out again.
 * @param {HTMLTableCellElement} cell @param {string} text @param {HTMLElement | null} [after]
 */
function rewrite(cell, text, after) {
  const first = cell.firstChild;
  if (first?.nodeType !== Node.TEXT_NODE) cell.prepend(text);
  else if (first.nodeValue !== text) first.nodeValue = text;
  if (after === undefined) return;
  const held = cell.querySelector("span");
  if (held && after && held.outerHTML === after.outerHTML) return;
  held?.remove();
  if (after) cell.append(after);
}

/** @param {number} at */
function statusText(at) {
  return say(["eligible", "review", "not_eligible"][now.status[at]]);
}

/** @param {number} at */
function rankText(at) {
  const [rank, best, worst] = figuresOf(at);
  return best === rank && worst === rank ? String(rank) : `${rank} (${best}–${worst})`;
}

/** The ranks: those that were printed, where not everybody is on the page and nothing is changed. @param {number} at */
function figuresOf(at) {
  const own = page.rows[at][3];
  return !page.whole && !isChanged() && own ? own : [now.rank[at], now.best[at], now.worst[at]];
}

/** How far the candidate has moved. @param {number} at */
function moved(at) {
  const by = printed.rank[at] - now.rank[at];
  if (by === 0 || !isChanged()) return null;
  const text = say(by > 0 ? "moved_up" : "moved_down", { n: Math.abs(by) });
  return el("span", { class: by > 0 ? "up" : "down", title: text }, ` ${by > 0 ? "▲" : "▼"}${Math.abs(by)}`);
}

/** @param {number} at */
function scoreText(at) {
  const [low, high] = [points(now.score[at]), points(now.most[at])];
  return low === high ? low : `${low}–${high}`;
}

/** @param {HTMLTableCellElement} cell @param {number} at @param {number} criterion */
function markCell(cell, at, criterion) {
  const [finding, low] = said(at, criterion);
  if (finding > SKIPPED) return;
  const { required, earns } = page.criteria[criterion];
  const part = finding < UNKNOWN && (earns || (!required && low > 0 && low < 1));
  const class_ = part ? `p${quarters(low)}` : CLASSES[finding];
  // What a person decided changes with no weight and no threshold.
  if (cell.classList.contains("d") || (cell.className === class_ && cell.textContent !== "")) return;
  if (class_ === "") cell.removeAttribute("class");
  else cell.className = class_;
  cell.textContent = part ? percent(low) : say(["met", "not_met", "unknown", "skipped"][finding]);
}

/** A share in quarters: none and all of it are said of these alone. @param {number} share */
function quarters(share) {
  if (share <= 0) return 0;
  return share >= 1 ? 4 : Math.min(3, Math.max(1, Math.round(share * 4)));
}

/** A share in words: only none of it is 0, and only all of it 100. @param {number} share */
function percent(share) {
  let places = 0;
  while (places < 6 && share > 0 && share < 1 && [0, 100].includes(Number((share * 100).toFixed(places)))) places++;
  return say("percent", { n: number(share * 100, places) });
}

/**
 * The score as a bar of the criteria's points: what is proven in two shades by turns, what is possible hatched, and the
 * criterion whose weight is being set in a colour of its own.
 * @param {HTMLTableCellElement} cell @param {number} at
 */
function bar(cell, at) {
  const held = cell.querySelector("svg");
  const paths = ["", "", "", ""];
  let counted = 0;
  page.criteria.forEach((_, c) => {
    if (said(at, c)[0] !== SKIPPED) counted += now.share[c];
  });
  let from = 0;
  let open = 0;
  page.criteria.forEach((_, c) => {
    const [finding, low, high] = said(at, c);
    if (finding === SKIPPED || counted === 0) return;
    const width = (100 * now.share[c] * low) / counted;
    open += (100 * now.share[c] * (high - low)) / counted;
    const place = c === state.picked ? 3 : c % 2;
    if (width > 0) paths[place] += `M${from.toFixed(2)} 0h${width.toFixed(2)}v8h-${width.toFixed(2)}z`;
    from += width;
  });
  for (let x = from; x < from + open; x += 2) {
    const width = Math.min(1, from + open - x);
    paths[2] += `M${x.toFixed(2)} 0h${width.toFixed(2)}v8h-${width.toFixed(2)}z`;
  }
  const svg = held ?? drawn("svg", { class: "bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" });
  if (!held) {
    svg.append(...paths.map((_, nth) => drawn("path", { class: `b${nth}` })));
    cell.append(svg);
  }
  paths.forEach((path, nth) => svg.children[nth].setAttribute("d", path));
}

let settling = 0;

/** Everything again that depends on weights, thresholds, filters or order. */
function update() {
  clearTimeout(settling);
  compute();
  arrange();
  place(state.limit);
  view.slice(0, state.limit).forEach(refresh);
}

/** The same for what is in sight, at once; the rest follows when it comes to rest. */
function glance() {
  const most = Math.min(state.limit, inSight());
  clearTimeout(settling);
  compute();
  arrange();
  place(most);
  view.slice(0, most).forEach(refresh);
  settling = setTimeout(rearrange, 150);
}

/** The same where only the order or the filter has changed. */
function rearrange() {
  clearTimeout(settling);
  arrange();
  place(state.limit);
  if (!page.rater) view.slice(0, state.limit).forEach(refresh);
}

/** Buttons in the heads of the columns. */
function makeHeads() {
  const heads = /** @type {HTMLElement[]} */ ([...(table.tHead?.rows[0].cells ?? [])]);
  columns = heads.map((head) => head.dataset.key ?? "");
  for (const [nth, head] of heads.entries()) {
    const key = columns[nth];
    if (key === "text") columns[nth] = `text${nth}`;
    const sorted = columns[nth];
    const button = el("button", { type: "button", class: "sort" }, ...head.childNodes);
    button.addEventListener("click", () => {
      state.down = state.sort === sorted && !state.down;
      state.sort = sorted;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      rearrange();
    });
    head.replaceChildren(button);
    if (key === "rank") head.setAttribute("aria-sort", "ascending");
  }
}
