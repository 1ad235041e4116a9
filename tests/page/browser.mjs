// A headless Chromium of the system, and pages of files in it with all that they ask for and complain of.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const FLAGS =
  "--disable-gpu --disable-quic --disable-dev-shm-usage --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** So often a file is opened anew where the browser's own process for it died, as happens on machines short of memory. */
const TRIES = 3;

/** Opens a browser, does something with it, and leaves nothing behind. */
export async function browsing(work) {
  const folder = mkdtempSync(join(tmpdir(), "screen-page-"));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: FLAGS.split(" "),
    acceptDownloads: true,
    viewport: { width: 1400, height: 1000 },
  });
  try {
    return await work(context);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a file: the page, and what it asked for, complained of and let run. */
export async function opened(context, file, hash = "", tries = TRIES) {
  const page = await context.newPage();
  const heard = { requests: [], messages: [], dialogs: [] };
  const own = pathToFileURL(file).href;
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !url.startsWith("blob:")) heard.requests.push(url);
  });
  page.on("console", (message) => heard.messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.messages.push(`error: ${error.stack}`));
  page.on("dialog", (dialog) => {
    if (dialog.type() !== "beforeunload") heard.dialogs.push(dialog.message());
    dialog.accept();
  });
  let crashed = false;
  page.on("crash", () => (crashed = true));
  try {
    await page.goto(own + hash);
  } catch (error) {
    if (!crashed || tries <= 1) throw error;
    await page.close();
    return opened(context, file, hash, tries - 1);
  }
  return { page, heard };
}
