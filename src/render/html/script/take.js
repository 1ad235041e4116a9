// What is taken away: weights, decisions and notes as files, and the address that shows the same view.

/** @param {string} name @param {string} type @param {string} text */
function take(name, type, text) {
  const link = el("a", { href: URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A text as YAML writes it. @param {string} text */
function quoted(text) {
  return /^[A-Za-z][\w-]*$/.test(text) ? text : JSON.stringify(text);
}

/** The weights as a criteria file writes them, and the sizes that are others as notes. */
function yaml() {
  const items = page.criteria.map((one, at) => {
    const bound = state.bounds[at];
    const sizes = bound ? ["at_least", "at_most", "full_at"].filter((key) => bound[/** @type {keyof Bound} */ (key)] !== null) : [];
    const told = sizes.map((key) => `    # ${key}: ${bound?.[/** @type {keyof Bound} */ (key)]}\n`).join("");
    return `  - id: ${quoted(one.id)}\n    weight: ${state.weights[at]}\n${told}`;
  });
  return `criteria:\n${items.join("")}`;
}

async function copyWeights() {
  try {
    await navigator.clipboard.writeText(yaml());
    tell(() => say("copied"));
  } catch {
    take("weights.yaml", "text/yaml", yaml());
  }
}

/** A criteria file with the weights of the page; its other lines stay as they are. @param {string} text */
function rewritten(text) {
  const lines = text.split("\n");
  let done = 0;
  page.criteria.forEach((one, at) => {
    const id = one.id.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const names = new RegExp(`^(\\s*-\\s+)(\\{\\s*)?id:\\s*(["']?)${id}\\3\\s*(?:[,}#].*)?$`);
    const found = lines.findIndex((line) => names.test(line.replace(/\r$/, "")));
    if (found < 0) return;
    done++;
    const [, lead, flow] = /** @type {RegExpExecArray} */ (names.exec(lines[found].replace(/\r$/, "")));
    if (flow) {
      const has = /([{,]\s*weight:\s*)[^,}\s]+/;
      lines[found] = has.test(lines[found])
        ? lines[found].replace(has, `$1${state.weights[at]}`)
        : lines[found].replace(/(id:\s*(["']?)[^,}\s]+\2)/, `$1, weight: ${state.weights[at]}`);
      return;
    }
    const indent = " ".repeat(lead.length);
    let end = found + 1;
    while (end < lines.length && (lines[end].trim() === "" || lines[end].startsWith(indent))) end++;
    const own = lines.slice(found + 1, end).findIndex((line) => line.startsWith(`${indent}weight:`));
    if (own >= 0) lines[found + 1 + own] = lines[found + 1 + own].replace(/(weight:\s*)[^\s#]+/, `$1${state.weights[at]}`);
    else lines.splice(found + 1, 0, `${indent}weight: ${state.weights[at]}`);
  });
  return { text: lines.join("\n"), done };
}

/** @param {Event} event */
async function rewriteFile(event) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const file = input.files?.[0];
  input.value = "";
  if (!file) return;
  const { text, done } = rewritten(await file.text());
  if (done < page.criteria.length) tell(() => say("not_all_found", { n: done, all: page.criteria.length }));
  if (done > 0) take(file.name, "text/yaml", text);
}

/** A cell of CSV; what a spreadsheet would run stays text. @param {string} text */
function csvCell(text) {
  const safe = /^[\s\uFEFF\u200B]*[=+\-@]/.test(text) && !/^[+-]\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function takeDecisions() {
  const by = /** @type {HTMLInputElement} */ (byId("by")).value.trim();
  const rows = [...decisions.values()].map((one) => [one.id, one.criterion, one.cell, one.decision, one.reason, by, one.at]);
  const head = ["id", "criterion", "cell", "decision", "reason", "by", "at"];
  take("decisions.csv", "text/csv", [head, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join(""));
}

function takeNotes() {
  const rows = view.filter((at) => notes[at]).map((at) => [idOf(at), notes[at]]);
  take("notes.csv", "text/csv", [["id", "notes"], ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join(""));
}

/** Keeps the view in the address; nothing of a candidate, and no note. */
function keepInAddress() {
  const sizes = state.bounds.map((bound, at) => (bound ? `${at}:${sizeOf(at)}` : "")).filter((text) => text !== "");
  const parts = [isChanged() ? `w=${state.weights.join(",")}` : "", sizes.length > 0 ? `s=${sizes.join(",")}` : "", `n=${state.shortlist}`];
  const text = `#${parts.filter((part) => part !== "").join("&")}`;
  try {
    history.replaceState(null, "", text);
  } catch {
    // A page that may not change its address does without.
  }
}

/** Takes the view from the address. */
function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const weights = (asked.get("w") ?? "").split(",");
  if (weights.length === page.criteria.length && weights.every((text) => text !== "" && isWeight(Number(text)))) {
    state.weights = weights;
    state.mine = [...weights];
  }
  for (const part of (asked.get("s") ?? "").split(",")) {
    const [at, size] = part.split(":").map(Number);
    if (part !== "" && controls[at]?.size && Number.isFinite(size)) setSize(at, size);
  }
  const most = Number(asked.get("n"));
  if (Number.isInteger(most) && most > 0) state.shortlist = most;
}
