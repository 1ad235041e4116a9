// The program that makes the pages, and what it says of candidates.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const SCREEN = process.env.SCREEN ?? "screen";

/** Runs it in a folder; what it writes. */
export function screen(folder, args) {
  const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: process.env.TMPDIR ?? "/tmp" };
  return execFileSync(SCREEN, [...args, "--quiet"], { cwd: folder, env, maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "inherit"] }).toString();
}

/** Makes a page in the folder. */
export function made(folder, args, name = "page.html") {
  screen(folder, [...args, "--format", "html", "--output", name]);
  return join(folder, name);
}

/** Everybody in order: where the record is, status, scores in millionths and the three ranks. */
export function told(folder, args) {
  const steps = (score) => Math.round(score * 1e6);
  const { candidates } = JSON.parse(screen(folder, [...args, "--format", "json"]));
  return candidates.map((one) => ({
    line: one.source.line,
    status: one.status,
    score: steps(one.score),
    most: steps(one.score_max),
    rank: one.rank,
    best: one.rank_best,
    worst: one.rank_worst,
  }));
}

/** The same as the page has it; `lines` are those of the list as it was printed. */
export function shown(page, lines) {
  return page.evaluate(
    (known) =>
      now.order.map((at) => ({
        line: known[at],
        status: ["eligible", "review", "not_eligible"][now.status[at]],
        score: now.score[at],
        most: now.most[at],
        rank: now.rank[at],
        best: now.best[at],
        worst: now.worst[at],
      })),
    lines,
  );
}

/** Numbers that look random and are the same in every run. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return { next, whole: (most) => Math.floor(next() * most), one: (list) => list[Math.floor(next() * list.length)] };
}
