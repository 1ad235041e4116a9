// What if: a weight and a threshold for each criterion, and what that moves.

/** @type {{ range: HTMLInputElement, number: HTMLInputElement, share: HTMLElement, size: HTMLInputElement | HTMLSelectElement | null }[]} */
let controls = [];
let waiting = false;
let keeping = 0;

/** Once for all changes between two frames. */
function changed() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    glance();
    showChange();
    showCompared();
  });
}

/** @param {number} at @param {string} text */
function setWeight(at, text) {
  if (!isWeight(Number(text)) || text.trim() === "") return;
  state.weights[at] = text.trim();
  state.mine = [...state.weights];
  showWeights();
  changed();
}

/** Shows the weights in all controls but the one that is being typed in. */
function showWeights() {
  const all = state.weights.reduce((sum, weight) => sum + Number(weight), 0);
  controls.forEach(({ range, number: typed, share: shown }, at) => {
    const weight = Number(state.weights[at]);
    if (weight > Number(range.max)) range.max = String(Math.ceil(weight));
    range.value = String(weight);
    if (document.activeElement !== typed) typed.value = state.weights[at];
    shown.textContent = all > 0 ? say("percent", { n: number((100 * weight) / all, 1) }) : "–";
  });
}

/** @param {string[]} weights */
function takeWeights(weights) {
  state.weights = [...weights];
  showWeights();
  changed();
}

/** The posting's own weights. */
function ownWeights() {
  return page.criteria.map((one) => String(one.weight));
}

/** A control for the size that a criterion asks for; nothing where it asks for none. @param {number} at */
function sizeControl(at) {
  const one = page.criteria[at];
  const asked = one.at_least ?? one.at_most;
  const same = page.outcomes[at].every((outcome) => {
    const again = judge(outcome, one);
    return again[0] === outcome[0] && again[1] === outcome[1] && again[2] === outcome[2];
  });
  // What the page cannot work out as the program did is not offered.
  if (one.unit === null || asked === null || !same) return null;
  const label = say(one.at_least === null ? "at_most" : "at_least", { criterion: one.label });
  if (Array.isArray(one.unit)) {
    const options = one.unit.map((name, step) => el("option", { value: step, selected: step === asked }, name));
    const select = el("select", { "aria-label": label, change: () => setSize(at, Number(select.value)) }, ...options);
    return select;
  }
  const whole = typeof one.unit === "number" && Number.isInteger(asked);
  const input = el("input", {
    type: "number",
    min: one.unit === "number" ? null : 0,
    max: typeof one.unit === "number" ? one.unit : null,
    step: whole ? 1 : "any",
    value: asked,
    "aria-label": label,
    input: () => input.value !== "" && Number.isFinite(Number(input.value)) && setSize(at, Number(input.value)),
  });
  return input;
}

/** @param {number} at @param {number} size */
function setSize(at, size) {
  const one = page.criteria[at];
  const { at_least, at_most, full_at } = one;
  /** @type {Bound} */
  const bound =
    at_least === null
      ? { at_least, at_most: size, full_at }
      : { at_least: size, at_most, full_at: full_at === null ? null : Math.max(full_at, size) };
  state.bounds[at] = size === (at_least ?? at_most) ? null : bound;
  changed();
}

/** The size that is asked for now. @param {number} at */
function sizeOf(at) {
  const bound = state.bounds[at] ?? page.criteria[at];
  return bound.at_least ?? bound.at_most;
}

/** Shows the sizes in their controls. */
function showSizes() {
  controls.forEach(({ size }, at) => {
    if (size && document.activeElement !== size) size.value = String(sizeOf(at));
  });
}

/** @param {number} at */
function unitOf(at) {
  const { unit } = page.criteria[at];
  return unit === "years" ? say("unit_years") : typeof unit === "number" ? say("unit_of", { n: unit }) : "";
}

function makeWeights() {
  const panel = /** @type {HTMLDetailsElement} */ (byId("what_if"));
  panel.addEventListener("toggle", () => document.documentElement.classList.toggle("asking", panel.open));
  const top = Math.max(10, ...page.criteria.map((one) => one.weight * 2));
  controls = page.criteria.map((one, at) => {
    const range = el("input", {
      type: "range",
      min: 0,
      max: top,
      step: "any",
      value: one.weight,
      "aria-label": say("weight_of", { criterion: one.label }),
      // As many digits as a slider can mean.
      input: () => setWeight(at, String(Math.round(Number(range.value) * 10) / 10)),
    });
    range.step = String(0.1);
    const typed = el("input", {
      type: "number",
      min: 0,
      step: "any",
      value: one.weight,
      "aria-label": say("weight_typed", { criterion: one.label }),
      input: () => setWeight(at, typed.value),
      blur: showWeights,
    });
    const pick = (/** @type {number} */ which) => () => {
      state.picked = which;
      view.slice(0, state.limit).forEach(refresh);
    };
    for (const control of [range, typed]) {
      control.addEventListener("focus", pick(at));
      control.addEventListener("blur", pick(-1));
    }
    return { range, number: typed, share: el("span", {}), size: sizeControl(at) };
  });
  const rows = page.criteria.map((one, at) => {
    const { range, number: typed, share: shown, size } = controls[at];
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, `${at + 1}. ${one.label}`),
      el("td", {}, range),
      el("td", {}, typed),
      el("td", { class: "r" }, shown),
      el("td", {}, size, size && unitOf(at) ? ` ${unitOf(at)}` : null),
    );
  });
  const heads = ["head_criterion", "head_slider", "head_weight", "head_share", "head_size"];
  const button = (/** @type {string} */ name, /** @type {() => void} */ click) => el("button", { type: "button", click }, say(name));
  byId("weights").append(
    el(
      "p",
      { class: "row" },
      button("weights_own", () => takeWeights(ownWeights())),
      button("weights_equal", () => takeWeights(page.criteria.map(() => "1"))),
      button("weights_mine", () => takeWeights(state.mine.length > 0 ? state.mine : state.weights)),
      button("reset", reset),
    ),
    el(
      "div",
      { class: "scroll", role: "region", tabindex: 0, "aria-label": say("weights") },
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, ...heads.map((name) => el("th", { scope: "col" }, say(name))))),
        el("tbody", {}, ...rows),
      ),
    ),
    el(
      "p",
      { class: "row" },
      button("copy_yaml", copyWeights),
      button("take_weights", () => take("weights.yaml", "text/yaml", yaml())),
      el("label", {}, `${say("take_criteria")} `, el("input", { type: "file", accept: ".yaml,.yml", change: rewriteFile })),
    ),
  );
  showWeights();
}

/** Everything as it was printed. */
function reset() {
  state.bounds = page.criteria.map(() => null);
  showSizes();
  takeWeights(ownWeights());
}

/** The banner: that this is not the criteria's list, and first of all who crosses the line. */
function showChange() {
  const banner = byId("change");
  const other = isChanged();
  banner.hidden = !other;
  clearTimeout(keeping);
  keeping = setTimeout(keepInAddress, 300);
  if (!other) {
    banner.replaceChildren();
    tell(() => say("as_printed"));
    return;
  }
  const [before, after] = [shortlist(printed), shortlist(now)];
  const enter = [...after].filter((at) => !before.has(at)).map(whoOf);
  const leave = [...before].filter((at) => !after.has(at)).map(whoOf);
  const moves = page.rows.filter((_, at) => printed.rank[at] !== now.rank[at]).length;
  const lines = [
    say("not_own"),
    enter.length + leave.length === 0 ? say("nobody_crosses", { n: state.shortlist }) : "",
    enter.length > 0 ? say("enter", { n: state.shortlist, who: enter.join(", ") }) : "",
    leave.length > 0 ? say("leave", { n: state.shortlist, who: leave.join(", ") }) : "",
    say("moves", { n: moves }),
    page.whole ? "" : say("among_shown"),
    state.weights.every((weight) => Number(weight) === 0) ? say("no_weight") : "",
  ].filter((line) => line !== "");
  banner.replaceChildren(...lines.map((line, nth) => el("p", nth === 0 ? { class: "strong" } : {}, line)));
  tell(() => lines.join(" "));
}
