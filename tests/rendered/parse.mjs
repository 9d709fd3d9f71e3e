// Parses Mermaid diagrams with the real parser, without a browser.
// node parse.mjs MODULES FILE…: one line of JSON for each diagram.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, ...files] = process.argv.slice(2);
const load = createRequire(modules + "/");
const { JSDOM } = load("jsdom");
const { window } = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true });
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import(pathToFileURL(load.resolve("mermaid")).href);
mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });

for (const file of files) {
  let error = null;
  let found = {};
  try {
    const text = readFileSync(file, "utf8");
    await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    found.names = db.getTasks
      ? db.getTasks().map((each) => each.task)
      : [...db.getVertices().values()].map((each) => each.text);
  } catch (caught) {
    error = String(caught.message ?? caught);
  }
  console.log(JSON.stringify({ file, error, ...found }));
}
