import { browsing, opened } from "./browser.mjs";
await browsing(async (c) => {
  const { page, heard } = await opened(c, process.argv[2], process.argv[5] ?? "");
  await page.setViewportSize({ width: Number(process.argv[4] ?? 1400), height: 1000 });
  await page.waitForTimeout(300);
  if (process.argv[6]) await page.evaluate(process.argv[6]);
  await page.waitForTimeout(700);
  console.log(JSON.stringify(heard).slice(0, 1500), await page.evaluate("document.documentElement.className + ' ' + document.documentElement.scrollWidth"));
  await page.screenshot({ path: process.argv[3] });
});
