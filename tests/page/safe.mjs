// Hostile words in every cell, every header and the criteria run nothing, load nothing and break no policy; the page holds
// without a script; and axe finds nothing wrong with it, in either language, light or dark, wide or narrow.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browsing, opened } from "./browser.mjs";
import { made } from "./program.mjs";

const ROOT = join(import.meta.dirname, "../..");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const HOSTILE = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  "<style>@import 'http://evil.example/x.css'</style>",
  "</style><link rel=stylesheet href=http://evil.example>",
  "</table></details><iframe src=http://evil.example></iframe>",
  "<base href=http://evil.example/>",
  "<meta http-equiv=refresh content='0;url=http://evil.example'>",
  "<!--<script>",
  "javascript:alert(1)",
  "{{ 7 * 7 }}{% include 'page.html' %}",
  "${alert(1)}`",
  "\u2028alert(1)\u2029//",
  "\u202egnirts\u2066",
  "]]><![CDATA[",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "__proto__",
  "constructor",
  "\\u003cscript\\u003ealert(1)",
  "url(http://evil.example/x.png)",
  "\\3c script\\3e ; } body { background: url(http://evil.example) }",
];

/** What a criteria file may write: nothing that cannot be seen. */
const SEEN = HOSTILE.map((text) => text.replace(/[\u2028-\u202e\u2066]/g, ""));

const cell = (text) => `"${text.replaceAll('"', '""')}"`;

function corpus(folder) {
  const heads = ["id", "name", "years", "note", "level"];
  const rows = HOSTILE.map((text) => heads.map(() => cell(text)).join(","));
  rows.push(...HOSTILE.map((text, at) => [cell(`H${at}`), cell(text), cell("5-8"), cell(text), cell("good")].join(",")));
  // A damaged row, and one id twice, so that notes and warnings quote them.
  rows.push(cell(HOSTILE[0]), rows[0]);
  writeFileSync(join(folder, `<img src=x onerror=alert(2)>.csv`), `${heads.join(",")}\n${rows.join("\n")}\n`);
  const quote = JSON.stringify(SEEN.slice(0, 12).join(" "));
  const items = ["years", "note", "level"].map((id, at) => {
    const test = ["years: { column: years, at_least: 7, full_at: 9 }", "mentions: { columns: [note], terms: [alert, script] }", "level: { column: level, scale: proficiency, at_least: good }"][at];
    return `  - id: ${id}\n    label: ${JSON.stringify(SEEN[at + 3])}\n    quote: ${quote}\n    ${test}\n`;
  });
  const title = JSON.stringify(SEEN.join(" "));
  writeFileSync(join(folder, "criteria.yaml"), `version: 1\nposting: { title: ${title}, organisation: ${title} }\ncriteria:\n${items.join("")}`);
  return ["<img src=x onerror=alert(2)>.csv", "--criteria", "criteria.yaml", "--as-of", "2024-05-26"];
}

async function hostile(context, folder) {
  const args = corpus(folder);
  for (const more of [[], ["--lang", "fr"], ["--blind"], ["--for", "rater"], ["--columns", "rank,name,note,years,notes,source.file"]]) {
    const { page, heard } = await opened(context, made(folder, [...args, ...more]));
    await page.evaluate(() => {
      window.broken = [];
      document.addEventListener("securitypolicyviolation", (event) => window.broken.push(event.blockedURI));
      bodies.forEach((body, at) => {
        body.querySelector("details").open = true;
        enrich(at);
      });
    });
    for (const box of await page.locator('#candidates input[type="checkbox"]').all().then((all) => all.slice(0, 3))) await box.check();
    await page.waitForTimeout(700);
    assert.deepEqual(heard, { requests: [], messages: [], dialogs: [] }, more.join(" "));
    assert.deepEqual(await page.evaluate(() => window.broken), [], more.join(" "));
    const strange = await page.evaluate(() => document.querySelectorAll("img, iframe, base, link, object, embed, [onload], [onerror], [style], td script").length);
    assert.equal(strange, 0, more.join(" "));
    await page.close();
  }
}

/** Everything is there before a script runs. */
async function unscripted(context, folder) {
  const page = await context.newPage();
  const file = made(folder, ["candidates.csv"]);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.goto(`file://${file}`);
  const rows = await page.locator("#candidates > tbody").count();
  assert.equal(rows, 67);
  assert.equal(await page.locator("#candidates details").count(), rows);
  await page.locator("#candidates summary").first().click();
  assert.match(await page.locator("#candidates ol").first().innerText(), /15 years: 7 asked/);
  assert.ok(!(await page.locator(".tools").first().isVisible()), "no control that does nothing");
  await page.close();
}

async function findings(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  return violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`).join(" | ")}`);
}

async function accessible(context, folder) {
  for (const [args, scheme, width] of [
    [[], "light", 1400],
    [["--lang", "fr"], "dark", 800],
    [["--for", "rater"], "light", 360],
    [["--blind"], "dark", 1400],
    [["--status", "eligible", "--min-score", "101"], "light", 800],
  ]) {
    if (args.includes("101")) args[args.indexOf("101")] = "100";
    const { page } = await opened(context, made(folder, ["candidates.csv", ...args]));
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    const boxes = page.locator('#candidates input[type="checkbox"]');
    if ((await boxes.count()) > 1) {
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await page.locator("#what_if > summary").click();
      await page.locator('#weights input[type="number"]').nth(2).fill("3");
    }
    await page.locator("#candidates .who").first().click();
    await page.waitForTimeout(700);
    assert.deepEqual(await findings(page), [], `${args} ${scheme} ${width}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${args}: nothing beside the page at ${width}`);
    await page.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), "screen-page-"));
try {
  copyFileSync(join(ROOT, "fixtures/candidates.csv"), join(folder, "candidates.csv"));
  await browsing(async (context) => {
    await hostile(context, folder);
    await unscripted(context, folder);
    await accessible(context, folder);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
