// Two to four candidates side by side: why one is above another, and which single weight would turn them.

const MOST_COMPARED = 4;

/** @param {number} at @param {boolean} on @param {HTMLInputElement} box */
function compareToggled(at, on, box) {
  if (on && state.compared.length >= MOST_COMPARED) {
    box.checked = false;
    tell(() => say("compare_most"));
    return;
  }
  state.compared = on ? [...state.compared, at] : state.compared.filter((other) => other !== at);
  showCompared();
}

/** Points that a criterion earns of the score, at least and at most. @param {number} at @param {number} c */
function earned(at, c) {
  const [finding, low, high] = said(at, c);
  const counted = page.criteria.reduce((sum, _, other) => sum + (said(at, other)[0] === SKIPPED ? 0 : now.share[other]), 0);
  if (finding === SKIPPED || counted === 0) return [0, 0];
  return [(100 * now.share[c] * low) / counted, (100 * now.share[c] * high) / counted];
}

function showCompared() {
  const section = byId("compare");
  const chosen = [...state.compared].sort((a, b) => now.order.indexOf(a) - now.order.indexOf(b));
  section.hidden = chosen.length < 2;
  byId("compare_hint").hidden = chosen.length !== 1;
  if (chosen.length < 2) return;
  const heads = chosen.map((at) => el("th", { scope: "col" }, whoOf(at)));
  const rows = page.criteria.map((one, c) => {
    const cells = chosen.map((at) => {
      const [low, high] = earned(at, c);
      const mark = document.createElement("td");
      markCell(mark, at, c);
      mark.classList.toggle("d", marked(at, c)?.classList.contains("d") ?? false);
      const figures = number(low, 2) + (high - low > 0.005 ? `–${number(high, 2)}` : "");
      return el("td", {}, el("span", { class: `mark ${mark.className || "y"}` }, mark.textContent ?? ""), ` ${figures}`, ` · ${reasonOf(at, c)}`);
    });
    return el("tr", {}, el("th", { scope: "row" }, `${c + 1}. ${one.label}`), ...cells);
  });
  const totals = chosen.map((at) => el("td", {}, `${scoreText(at)} · ${statusText(at)} · ${say("rank_n", { n: rankText(at) })}`));
  const pairs = chosen.slice(1).map((below_, nth) => el("li", {}, why(chosen[nth], below_)));
  byId("compared").replaceChildren(
    el(
      "div",
      { class: "scroll", role: "region", tabindex: 0, "aria-label": say("compare") },
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("head_criterion")), ...heads)),
        el("tbody", {}, ...rows),
        el("tfoot", {}, el("tr", {}, el("th", { scope: "row" }, say("total_score")), ...totals)),
      ),
    ),
    el("ul", {}, ...pairs),
  );
}

/** The mark of a criterion in the list, where there is one. @param {number} at @param {number} c */
function marked(at, c) {
  const column = columns.indexOf(String(c));
  return column < 0 ? null : cellsOf(at)[column];
}

/** A point's reason, as the account has it. @param {number} at @param {number} c */
function reasonOf(at, c) {
  const item = bodies[at].querySelectorAll("ol > li")[c];
  return (item?.firstChild?.textContent ?? "").replace(/^\S+\s/, "").trim();
}

/** Why one is above the other, and what would turn them. @param {number} a @param {number} b */
function why(a, b) {
  const names = { above: whoOf(a), below: whoOf(b) };
  if (now.status[a] !== now.status[b]) {
    return say("by_status", { ...names, first: statusText(a), second: statusText(b) });
  }
  const parts = page.criteria
    .map((one, c) => ({ label: one.label, by: earned(a, c)[0] - earned(b, c)[0] }))
    .filter((one) => Math.abs(one.by) > 0.005)
    .sort((one, other) => Math.abs(other.by) - Math.abs(one.by))
    .slice(0, 4)
    .map((one) => `${one.label} ${one.by > 0 ? "+" : "−"}${number(Math.abs(one.by), 2)}`);
  const equal = now.rank[a] === now.rank[b];
  const because = parts.length > 0 ? say(equal ? "tied_by" : "above_by", { ...names, parts: parts.join(say("between")) }) : say("tied", names);
  const turns = equal ? [] : turning(a, b);
  const told = turns.map((one) => say(one.more ? "turn_more" : "turn_less", { criterion: one.criterion, weight: number(one.weight, 2) }));
  return `${because} ${told.length > 0 ? say("would_turn", { list: told.join(say("between")) }) : equal ? "" : say("none_turns")}`;
}

/** The single weights that would put `b` above `a`: each criterion's nearest, to a tenth, tried with the rules. @param {number} a @param {number} b */
function turning(a, b) {
  const weights = state.weights.map(Number);
  return page.criteria
    .map((one, c) => {
      const weight = weights[c];
      const roots = crossings(a, b, c, weights).filter((root) => root >= 0);
      const near = roots.sort((x, y) => Math.abs(x - weight) - Math.abs(y - weight));
      for (const root of near) {
        const more = root >= weight;
        const tried = more ? Math.floor(root * 10) / 10 + 0.1 : Math.max(0, Math.ceil(root * 10) / 10 - 0.1);
        const rounded = Math.round(tried * 10) / 10;
        if (rounded !== weight && turned(a, b, c, rounded)) return { criterion: one.label, weight: rounded, more };
      }
      return null;
    })
    .filter((one) => one !== null)
    .sort((x, y) => x.weight - y.weight)
    .slice(0, 3);
}

/** The weights of one criterion at which two proven scores are the same. @param {number} a @param {number} b @param {number} c @param {number[]} weights */
function crossings(a, b, c, weights) {
  /** What the others earn and weigh, and what this one earns and whether it counts. @param {number} at */
  const parts = (at) => {
    let [earns, weighs] = [0, 0];
    weights.forEach((weight, other) => {
      const [finding, low] = said(at, other);
      if (other === c || finding === SKIPPED) return;
      earns += weight * low;
      weighs += weight;
    });
    const [finding, low] = said(at, c);
    return finding === SKIPPED ? [earns, weighs, 0, 0] : [earns, weighs, low, 1];
  };
  const [ea, wa, la, sa] = parts(a);
  const [eb, wb, lb, sb] = parts(b);
  const square = la * sb - lb * sa;
  const middle = ea * sb + la * wb - eb * sa - lb * wa;
  const rest = ea * wb - eb * wa;
  if (Math.abs(square) < 1e-12) return Math.abs(middle) < 1e-12 ? [] : [-rest / middle];
  const under = middle * middle - 4 * square * rest;
  if (under < 0) return [];
  return [1, -1].map((sign) => (-middle + sign * Math.sqrt(under)) / (2 * square));
}

/** Whether `b` is ahead of `a` once a criterion has this weight. @param {number} a @param {number} b @param {number} c @param {number} weight */
function turned(a, b, c, weight) {
  const weights = state.weights.map(Number);
  weights[c] = weight;
  /** @type {Page} */
  const two = { ...page, rows: [page.rows[a], page.rows[b]] };
  const stands = standing(two, outcomes, weights);
  return stands.rank[1] < stands.rank[0];
}
