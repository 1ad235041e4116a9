// Puts the controls on the page, once all of it is there.

/** Which statuses and which finding are shown, the search, and the shortlist's length. */
function makeFilters() {
  const bar_ = byId("filters");
  const search = el("input", {
    type: "search",
    input: () => {
      state.search = folded(search.value.trim());
      rearrange();
      tell(() => byId("count").textContent ?? "");
    },
  });
  bar_.append(el("label", {}, `${say("search")} `, search));
  if (!page.rater) {
    const boxes = ["eligible", "review", "not_eligible"].map((name, status) => {
      const box = el("input", {
        type: "checkbox",
        checked: true,
        change: () => {
          if (box.checked) state.statuses.add(status);
          else state.statuses.delete(status);
          rearrange();
          tell(() => byId("count").textContent ?? "");
        },
      });
      return el("label", {}, box, ` ${say(name)}`);
    });
    bar_.append(el("fieldset", {}, el("legend", {}, say("statuses")), ...boxes));
  }
  const shown = shownCriteria().map((at) => el("option", { value: at }, `${at + 1}. ${page.criteria[at].label}`));
  const which = el("select", {}, el("option", { value: "" }, say("any_criterion")), ...shown);
  const findings = ["met", "not_met", "unknown", "skipped"].map((name, finding) => el("option", { value: finding }, say(name)));
  const finding = el("select", {}, ...findings);
  const filter = () => {
    state.only = which.value === "" ? null : [Number(which.value), Number(finding.value)];
    rearrange();
    tell(() => byId("count").textContent ?? "");
  };
  which.addEventListener("change", filter);
  finding.addEventListener("change", filter);
  bar_.append(el("label", {}, `${say("head_criterion")} `, which), el("label", {}, `${say("finding")} `, finding));
  if (page.ranked) {
    const most = el("input", {
      type: "number",
      min: 1,
      max: page.rows.length,
      value: state.shortlist,
      input: () => {
        const typed = Number(most.value);
        if (!Number.isInteger(typed) || typed < 1) return;
        state.shortlist = typed;
        changed();
      },
    });
    bar_.append(el("label", {}, `${say("shortlist")} `, most));
  }
  byId("more").append(
    el("button", { type: "button", click: () => showMore(state.limit + MORE) }, say("show_more")),
    " ",
    el("button", { type: "button", click: () => showMore(Infinity) }, say("show_all")),
  );
}

/** @param {number} limit */
function showMore(limit) {
  state.limit = limit;
  rearrange();
}

/** The spread of what was read for a criterion, with what is asked. @param {number} at */
function spread(at) {
  const one = page.criteria[at];
  if (one.unit === null) return null;
  const values = page.rows.flatMap((row) => {
    const read = page.outcomes[at][row[2][at]]?.[3] ?? [];
    const ends = read.flatMap((span) => [span[0], span[1]]).filter((end) => end !== null);
    return ends.length > 0 ? [(Math.min(...ends) + Math.max(...ends)) / 2] : [];
  });
  const asked = one.at_least ?? one.at_most;
  if (values.length < 2 || asked === null) return null;
  const [low, high] = [Math.min(asked, ...values), Math.max(asked, ...values)];
  if (low === high) return null;
  const bins = new Array(20).fill(0);
  for (const value of values) bins[Math.min(19, Math.floor((20 * (value - low)) / (high - low)))]++;
  const most = Math.max(...bins);
  const name = (/** @type {number} */ value) => (Array.isArray(one.unit) ? (one.unit[Math.round(value)] ?? "") : number(value, 1));
  const svg = drawn("svg", { class: "spread", viewBox: "0 0 100 30", role: "img", "aria-label": say("spread", { from: name(low), to: name(high) }) });
  const path = bins.map((count, nth) => (count > 0 ? `M${nth * 5} 28v-${((26 * count) / most).toFixed(1)}h4v${((26 * count) / most).toFixed(1)}z` : "")).join("");
  const x = (100 * (asked - low)) / (high - low);
  svg.append(drawn("path", { class: "b0", d: path }), drawn("path", { class: "asked", d: `M${x.toFixed(1)} 0v30` }));
  return el("figure", {}, svg, el("figcaption", {}, `${name(low)}–${name(high)}`));
}

/** A column of spreads beside what the criteria ask. */
function makeSpreads() {
  const asked = /** @type {HTMLTableElement} */ (byId("asked"));
  const all = page.criteria.map((_, at) => spread(at));
  if (all.every((one) => one === null)) return;
  asked.tHead?.rows[0].append(el("th", { scope: "col" }, say("values")));
  [...asked.tBodies[0].rows].forEach((row, at) => row.append(el("td", {}, all[at])));
}

/** Whether the page works out the ranks and scores that the program printed, where these are those of all it knows of. */
function agrees() {
  /** @type {Record<string, (at: number) => string>} */
  const figures = {
    rank: rankText,
    best: (at) => String(now.best[at]),
    worst: (at) => String(now.worst[at]),
    score: scoreText,
    most: (at) => points(now.most[at]),
  };
  return columns.every((key, column) => {
    const rank = key === "rank" || key === "best" || key === "worst";
    const figure = figures[key];
    if (!figure || (rank && !page.whole)) return true;
    return page.rows.every((_, at) => {
      const told = textOf(at, column);
      return told === figure(at) || told === figure(at).split(/[ –]/)[0];
    });
  });
}

/** After the list, while the page is printed: the accounts of the shortlist, with the reader's notes. */
function readyForPrint() {
  const chosen = page.ranked ? now.order.filter((at) => now.rank[at] <= state.shortlist) : [];
  const section = el("section", { id: "on_paper" }, el("h2", {}, say("accounts")));
  for (const at of chosen) {
    const account = /** @type {HTMLElement} */ (bodies[at].querySelector("details")?.cloneNode(true));
    account.querySelectorAll("summary, .decide:not(.decided), .note").forEach((part) => part.remove());
    for (const decision of decisions.values()) {
      if (decision.id === idOf(at)) account.append(el("p", {}, `${decision.criterion}: ${decision.decision} (${decision.reason})`));
    }
    const head = el("h3", {}, `${rankText(at)} · ${whoOf(at)} · ${statusText(at)} · ${scoreText(at)}`);
    const own = notes[at] ? el("p", {}, `${say("notes")} ${notes[at]}`) : null;
    section.append(el("div", { class: "points account" }, head, ...account.childNodes, own));
  }
  if (chosen.length > 0) byId("more").parentElement?.after(section);
  addEventListener("afterprint", () => section.remove(), { once: true });
}

/** The data with what it leaves out: what stands in the table of criteria, and what there is nothing of. @param {any} data @returns {Page} */
function unpacked(data) {
  const rows = [.../** @type {HTMLTableElement} */ (byId("asked")).tBodies[0].rows];
  for (const [at, one] of data.criteria.entries()) {
    one.label = rows[at].querySelector("th")?.textContent ?? "";
    one.unit ??= null;
    [one.at_least, one.at_most, one.full_at] = one.bound ?? [null, null, null];
  }
  for (const known of data.outcomes) for (const one of known) one.push(...[[], []].slice(one.length - 3));
  return data;
}

function start() {
  page = unpacked(JSON.parse(byId("data").textContent ?? ""));
  table = /** @type {HTMLTableElement} */ (byId("candidates"));
  bodies = [...table.tBodies];
  if (bodies.length === 0) {
    document.documentElement.classList.add("ready");
    return;
  }
  state.weights = ownWeights();
  state.bounds = page.criteria.map(() => null);
  if (page.rows.length <= NEAR) state.limit = Infinity;
  if (!page.rater) {
    compute();
    printed = now;
    state.shortlist = page.shortlist ?? Math.max(1, Math.min(5, now.status.filter((status) => status === ELIGIBLE).length));
  }
  makeHeads();
  const steady = !page.rater && page.ranked && agrees();
  byId("what_if").hidden = !steady;
  if (steady) {
    makeWeights();
    readAddress();
    showSizes();
    showWeights();
  }
  makeFilters();
  if (!page.rater) makeSpreads();
  if (page.rater) rearrange();
  else update();
  if (steady && isChanged()) showChange();
  byId("take_decisions").addEventListener("click", takeDecisions);
  byId("take_notes").addEventListener("click", takeNotes);
  addEventListener("beforeprint", readyForPrint);
  addEventListener("beforeunload", (event) => {
    if (notes.some((note) => note) || decisions.size > 0) event.preventDefault();
  });
  for (const tool of document.querySelectorAll(".tools")) tool.removeAttribute("hidden");
  document.documentElement.classList.add("ready");
}

document.addEventListener("DOMContentLoaded", start);
