// The page ranks as the program does: for random weightings of the shipped posting, and for random criteria, weights and
// sizes, order, statuses, scores and the three ranks are those of a run with the same numbers in the criteria file.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browsing, opened } from "./browser.mjs";
import { chance, made, screen, shown, told } from "./program.mjs";

const ROOT = join(import.meta.dirname, "../..");
const WEIGHTINGS = Number(process.env.WEIGHTINGS ?? 40);
const KINDS = Number(process.env.KINDS ?? 40);

/** A weight as somebody may type it. */
function weight({ one, whole, next }) {
  const text = one(["0", "1", "1", "2", "5", "7.5", "0.1", "1000000", "0.001", String(whole(40)), String(next() * 30)]);
  return text;
}

function weights(random, count) {
  const all = Array.from({ length: count }, () => weight(random));
  if (all.every((text) => Number(text) === 0)) all[0] = "1";
  return all;
}

async function shippedPosting(context, folder) {
  copyFileSync(join(ROOT, "criteria/omct-hrd-director.yaml"), join(folder, "criteria.yaml"));
  copyFileSync(join(ROOT, "fixtures/candidates.csv"), join(folder, "candidates.csv"));
  const args = ["candidates.csv", "--criteria", "criteria.yaml"];
  const lines = told(folder, args).map((one) => one.line);
  const { page } = await opened(context, made(folder, args));
  const own = readFileSync(join(folder, "criteria.yaml"), "utf8");
  const random = chance(7);
  for (let nth = 0; nth < WEIGHTINGS; nth++) {
    const asked = weights(random, await page.evaluate(() => page.criteria.length));
    const written = await page.evaluate(
      ([typed, text]) => {
        takeWeights(typed);
        update();
        return rewritten(text);
      },
      [asked, own],
    );
    assert.equal(written.done, asked.length);
    writeFileSync(join(folder, "other.yaml"), written.text);
    const expected = told(folder, ["candidates.csv", "--criteria", "other.yaml"]);
    assert.deepEqual(await shown(page, lines), expected, `weighting ${nth}: ${asked}`);
  }
}

const CELLS = {
  years: ["", "3", "5-8", "7+", "10 ans", "less than 4", "?", "six", "2012-03/2016-06", "8 years in banking", "1,500"],
  number: ["", "4000", "4500-5200", "over 6000", "1,500", "n/a", "x"],
  level: ["", "none", "basic", "good", "very good", "excellent", "good/very good", "so-so"],
  cefr: ["", "B1", "B2/C1", "fluent", "native", "none", "A2"],
  text: ["", "OHCHR and treaty body", "the European Union", "no experience of treaty body", "nothing"],
  rating: ["", "3", "5", "4-5", "2.5"],
  degree: ["", "MA law", "BA", "PhD in biology", "Master en droit, en cours", "bac"],
};

/** Criteria of every sized kind, with sizes to choose: `size(key)` is what is asked. */
function criteria(size, weights_, random) {
  const need = random.one(["required", "asset"]);
  const missing = random.one(["review", "fail", "skip"]);
  const more = (nth) => `need: ${nth % 2 ? need : "asset"}\n    weight: ${weights_[nth]}\n    when_missing: ${missing}\n    ${nth % 3 ? "" : "unread: note\n    "}`;
  const steps = ["none", "basic", "good", "very good", "excellent"];
  return `version: 1
posting: { deadline: 2024-05-26 }
criteria:
  - id: years
    ${more(0)}years: { column: years, at_least: ${size.years}, full_at: 12 }
  - id: salary
    ${more(1)}number: { column: number, at_most: ${size.salary} }
  - id: level
    ${more(2)}level: { column: level, scale: proficiency, at_least: ${steps[size.level]}, full_at: excellent }
  - id: english
    ${more(3)}language: { language: en, column: cefr, at_least: ${["A1", "A2", "B1", "B2", "C1", "C2"][size.english - 1]}, full_at: C2 }
  - id: terms
    ${more(4)}mentions: { columns: [text], terms: [OHCHR, treaty body, European Union], at_least: ${size.terms}, full_at: 3 }
  - id: panel
    ${more(5)}rating: { columns: [r1, r2], out_of: 5, at_least: ${size.panel}, full_at: 5 }
  - id: degree
    ${more(6)}degree: { column: degree, at_least: ${["secondary", "short cycle", "bachelor", "master", "doctorate"][size.degree - 1]}, full_at: doctorate }
  - id: some
    ${more(7)}some_of:
      at_least: ${size.some}
      full_at: 3
      of:
        - yes_no: { column: a }
        - provided: { column: b }
        - years: { column: years, at_least: 6 }
`;
}

const SIZES = { years: [1, 3, 5, 7, 7.5, 12], salary: [4000, 4800, 5200, 9000], level: [1, 2, 3, 4], english: [1, 2, 3, 4, 5, 6], terms: [1, 2, 3], panel: [2, 3, 3.5, 5], degree: [1, 2, 3, 4, 5], some: [1, 2, 3] };

function sizes(random) {
  return Object.fromEntries(Object.entries(SIZES).map(([key, list]) => [key, random.one(list)]));
}

async function everyKind(context, folder) {
  for (let nth = 0; nth < KINDS; nth++) {
    const random = chance(100 + nth);
    const row = (at) => [at, ...Object.values(CELLS).map(random.one), random.one(CELLS.rating), random.one(["yes", "no", ""]), random.one(["x", ""])];
    const rows = Array.from({ length: 40 }, (_, at) => row(`K${at}`).map((cell) => `"${cell}"`).join(","));
    // A damaged row is in review whatever is asked.
    rows.splice(5, 0, '"K99","1"');
    writeFileSync(join(folder, "list.csv"), `id,years,number,level,cefr,text,r1,degree,r2,a,b\n${rows.join("\n")}\n`);
    const [before, after] = [sizes(random), sizes(random)];
    const seed = random.whole(1000);
    const given = weights(random, 8);
    writeFileSync(join(folder, "before.yaml"), criteria(before, given, chance(seed)));
    const args = ["list.csv", "--criteria", "before.yaml"];
    const lines = told(folder, args).map((one) => one.line);
    const { page, heard } = await opened(context, made(folder, args));
    assert.deepEqual(await shown(page, lines), told(folder, args), `as printed, ${nth}`);
    const asked = weights(random, 8);
    const offered = await page.evaluate(
      ([typed, size]) => {
        takeWeights(typed);
        Object.values(size).forEach((value, at) => controls[at].size && setSize(at, value));
        update();
        return controls.map((one, at) => one.size !== null || JSON.stringify([page.criteria[at], page.outcomes[at]]));
      },
      [asked, after],
    );
    assert.ok(offered.every((one) => one === true), `every size is offered: ${offered}`);
    writeFileSync(join(folder, "after.yaml"), criteria(after, asked, chance(seed)));
    assert.deepEqual(await shown(page, lines), told(folder, ["list.csv", "--criteria", "after.yaml"]), `case ${nth}`);
    assert.deepEqual(heard, { requests: [], messages: [], dialogs: [] });
    await page.close();
  }
}

async function whatIsTyped(context, folder) {
  const { page } = await opened(context, join(folder, "page.html"));
  await page.locator("#what_if > summary").click();
  const input = page.locator('#weights input[type="number"]').first();
  await input.fill("0");
  await page.waitForFunction(() => !document.getElementById("change").hidden);
  await page.waitForFunction(() => location.hash.startsWith("#w="));
  const hash = await page.evaluate(() => location.hash);
  assert.match(hash, /^#w=0,/);
  const rows = await page.locator("#candidates > tbody > tr:first-child").allInnerTexts();
  const { page: again } = await opened(context, join(folder, "page.html"), hash);
  assert.deepEqual(await again.locator("#candidates > tbody > tr:first-child").allInnerTexts(), rows);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the weights" }).click()]);
  assert.match(readFileSync(await download.path(), "utf8"), /^criteria:\n {2}- id: years\n {4}weight: 0\n/);
  await page.getByRole("button", { name: "Reset all" }).click();
  await page.waitForFunction(() => document.getElementById("change").hidden);
}

const folder = mkdtempSync(join(tmpdir(), "screen-page-"));
try {
  await browsing(async (context) => {
    await shippedPosting(context, folder);
    await everyKind(context, folder);
    await whatIsTyped(context, folder);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
