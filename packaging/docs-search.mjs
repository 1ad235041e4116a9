// Asks the search of the built book what people ask, as its own page does, and holds that the right page is among the
// first three answers.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const questions = {
  deadline: "reference/criteria.html",
  "Windows-1252": "how-to/excel.html",
  "why is she in review": "how-to/in-review.html",
  "date limite": "tutoriel.html",
  "near misses": "reference/outputs.html",
  "GDPR": "explanation/law.html",
  "jq": "how-to/pipelines.html",
};

const book = process.argv[2];
const file = (start) => resolve(book, readdirSync(book).find((name) => name.startsWith(start) && name.endsWith(".js")));
const elasticlunr = createRequire(import.meta.url)(file("elasticlunr"));
const window = { search: {} };
new Function("window", readFileSync(file("searchindex"), "utf8"))(window);
const { index, doc_urls, search_options } = window.search;
const search = elasticlunr.Index.load(index);
for (const [question, page] of Object.entries(questions)) {
  const found = search.search(question, search_options).map(({ ref }) => doc_urls[ref].split("#")[0]);
  const pages = [...new Set(found)].slice(0, 3);
  if (!pages.includes(page)) {
    console.error(`“${question}” finds ${pages.join(", ") || "nothing"}, not ${page}`);
    process.exitCode = 1;
  }
}
console.log(`${Object.keys(questions).length} questions asked of the book's search`);
