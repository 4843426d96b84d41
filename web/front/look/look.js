// Measures the public pages of the demo with Lighthouse and prints the median of its scores, a line a page and
// profile; ends with 1 where one of them is below what look asks for. Lighthouse simulates the line and the phone
// from what really came over this machine's, so measure on an idle one.
//
//   node look.js PROGRAM [RUNS]
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const [program, runs = "5"] = process.argv.slice(2);

const pages = {
  home: "/",
  results: "/?q=dang+ky+khai+sinh",
  procedure: "/thu-tuc/1.001193",
};

const profiles = {
  desktop: { config: desktopConfig, least: 100 },
  phone: { config: undefined, least: 98 },
};

const categories = ["performance", "accessibility", "best-practices", "seo"];

// serve starts the demo in a folder of its own and gives its address.
async function serve(folder) {
  const server = spawn(program, ["--data", folder, "serve", "--demo", "--addr", "127.0.0.1:0"]);
  const address = await new Promise((found, failed) => {
    let said = "";
    const listen = (piece) => {
      said += piece;
      const at = said.match(/http:\/\/[\d.]+:\d+/);
      if (at) found(at[0]);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.on("exit", () => failed(new Error(said)));
  });
  return { server, address };
}

// measure gives the scores of one run, and what held the page up.
async function measure(url, config) {
  const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-quic"] });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: categories, logLevel: "error" }, config);
    const scores = categories.map((name) => Math.round(lhr.categories[name].score * 100));
    const times = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
    const faults = Object.values(lhr.audits).filter((audit) => audit.score === 0 && audit.scoreDisplayMode === "binary").map((audit) => audit.id);
    return { scores, times: times.map((id) => lhr.audits[id].displayValue.replace(/\s/g, " ")), faults };
  } finally {
    await chrome.kill();
  }
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const folder = await mkdtemp(join(tmpdir(), "look-"));
const { server, address } = await serve(folder);
let below = false;
try {
  console.log(["page", "profile", ...categories, "least", "FCP", "LCP", "TBT", "CLS", "faults"].join("\t"));
  for (const [profile, { config, least }] of Object.entries(profiles)) {
    for (const [name, path] of Object.entries(pages)) {
      const all = [];
      for (let run = 0; run < Number(runs); run++) all.push(await measure(address + path, config));
      const scores = categories.map((_, i) => median(all.map((one) => one.scores[i])));
      const last = all[all.length - 1];
      console.log([name, profile, ...scores, least, ...last.times, last.faults.join(",") || "none"].join("\t"));
      below = below || scores.some((score) => score < least);
    }
  }
} finally {
  server.removeAllListeners("exit");
  server.kill();
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = below ? 1 : 0;
