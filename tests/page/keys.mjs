// Without a mouse: everything on the page is reached, seen and worked by keys, and the focus stays on the row that moves.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browsing, opened } from "./browser.mjs";
import { made } from "./program.mjs";

const ROOT = join(import.meta.dirname, "../..");

/** Presses Tab until the focus is on what is looked for; each place on the way must be seen to have it. */
async function tabTo(page, wanted) {
  for (let nth = 0; nth < 400; nth++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate((selector) => {
      const held = document.activeElement;
      if (!held || held === document.body) return "nowhere";
      const seen = getComputedStyle(held).outlineStyle !== "none";
      return held.matches(selector) ? "there" : seen ? "seen" : `unseen: ${held.outerHTML.slice(0, 100)}`;
    }, wanted);
    if (found === "there") return;
    assert.ok(found === "seen" || found === "nowhere", found);
  }
  assert.fail(`${wanted} is not reached`);
}

const folder = mkdtempSync(join(tmpdir(), "screen-page-"));
try {
  copyFileSync(join(ROOT, "fixtures/candidates.csv"), join(folder, "candidates.csv"));
  await browsing(async (context) => {
    const { page, heard } = await opened(context, made(folder, ["candidates.csv"]));
    const first = () => page.locator("#candidates > tbody:not([hidden]) .who").first().innerText();

    // The link past the head.
    await tabTo(page, ".skip");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "list");

    // The search, and back.
    await tabTo(page, '#filters input[type="search"]');
    await page.keyboard.type("violetta");
    await page.waitForFunction(() => document.querySelectorAll("#candidates > tbody:not([hidden])").length === 1);
    assert.match(await first(), /Violetta/);
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");

    // A status off and on.
    await tabTo(page, '#filters fieldset input[type="checkbox"]');
    await page.keyboard.press("Space");
    assert.doesNotMatch(await first(), /Zéphyrine/);
    await page.keyboard.press("Space");

    // A criterion and a verdict: whom must we ask?
    await tabTo(page, "#filters select");
    await page.keyboard.type("7.");
    await tabTo(page, "#filters select");
    await page.keyboard.type("unknown");
    await page.waitForFunction(() => view.length > 0 && view.every((at) => said(at, 6)[0] === UNKNOWN));
    await page.evaluate(() => {
      state.only = null;
      rearrange();
    });

    // A slider by its arrows; the list follows.
    await tabTo(page, "#what_if > summary");
    await page.keyboard.press("Enter");
    await tabTo(page, '#weights input[type="range"]');
    await page.keyboard.press("End");
    await page.waitForFunction(() => !document.getElementById("change").hidden && now.share[0] > printed.share[0]);
    await page.keyboard.press("Home");
    await page.waitForFunction(() => now.share[0] === 0);

    // A column's head, twice.
    await tabTo(page, '#candidates th[data-key="name"] button');
    await page.keyboard.press("Enter");
    assert.equal(await page.locator('#candidates th[data-key="name"]').getAttribute("aria-sort"), "ascending");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator('#candidates th[data-key="name"]').getAttribute("aria-sort"), "descending");

    // An account, its notes and a decision; the focus stays on it while the list moves.
    await tabTo(page, "#candidates .who");
    const who = await page.evaluate(() => document.activeElement.textContent);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-expanded")), "true");
    await page.evaluate(() => {
      state.sort = "rank";
      state.weights = page.criteria.map((_, at) => String(at === 2 ? 100 : 1));
      update();
    });
    assert.equal(await page.evaluate(() => document.activeElement.textContent), who);
    await tabTo(page, ".decide > summary");
    await page.keyboard.press("Enter");
    await tabTo(page, ".decide[open] input");
    await page.keyboard.type("8 years");
    await page.keyboard.press("Tab");
    await page.keyboard.type("telephone call, \"=1\"");
    await tabTo(page, "textarea");
    await page.keyboard.type("a note of mine");

    // Two side by side.
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator("#candidates .pick input").nth(0).focus();
    await page.keyboard.press("Space");
    await page.locator("#candidates .pick input").nth(1).focus();
    await page.keyboard.press("Space");
    await page.locator("#compare").waitFor({ state: "visible" });
    assert.equal(await page.locator("#compare thead th").count(), 3);

    // What was decided is taken away.
    await page.locator("#take_decisions").focus();
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    const [head, row] = readFileSync(await download.path(), "utf8").split("\r\n");
    assert.equal(head, '"id","criterion","cell","decision","reason","by","at"');
    assert.match(row, /^"C\d+","degree","[^"]+","8 years","telephone call, ""=1""","","\d{4}-\d\d-\d\dT[\d:]+Z"$/);
    assert.ok(!(await page.evaluate(() => location.hash)).includes("note"));
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
    assert.deepEqual(heard, { requests: [], messages: [], dialogs: [] });
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
