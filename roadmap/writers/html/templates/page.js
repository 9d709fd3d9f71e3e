"use strict";
(() => {
const $ = (s, e = document) => e.querySelector(s), all = (s, e = document) => [...e.querySelectorAll(s)];
const facets = JSON.parse($("#facets").textContent), edges = JSON.parse($("#edges").textContent);
const sections = all("main > section"), tabs = all(".tabs a"), form = $("#filters"), expand = $("#expand");
const text = {};
for (const [id, of] of Object.entries(facets)) text[id] = Object.values(of).flat().join("\n").toLowerCase();
let view = sections.length ? sections[0].dataset.view : "";
let lines = [];

function hash() {
  const state = new URLSearchParams({view});
  if (form) for (const [name, value] of new FormData(form)) if (value) state.set(name, value);
  history.replaceState(null, "", "#" + state);
}
function show(name) {
  if (!sections.some(s => s.dataset.view === name)) return;
  view = name;
  for (const s of sections) s.hidden = s.dataset.view !== name;
  for (const t of tabs) if (t.dataset.view === name) t.setAttribute("aria-current", "page"); else t.removeAttribute("aria-current");
}
function open(id) {
  const at = document.getElementById(id);
  if (!at) return;
  show("initiatives");
  at.hidden = false;
  at.open = true;
  at.scrollIntoView();
  $("summary", at).focus({preventScroll: true});
}
function filter() {
  if (!form) return;
  const asked = [...new FormData(form)].filter(([, value]) => value);
  const fits = id => asked.every(([name, value]) =>
    name === "q" ? value.toLowerCase().split(/\s+/).every(w => text[id].includes(w)) : (facets[id][name] || []).includes(value));
  const shown = new Set(Object.keys(facets).filter(fits));
  for (const e of all("[data-id]")) {
    const out = e.dataset.id in facets && !shown.has(e.dataset.id);
    if (e instanceof SVGElement) e.classList.toggle("far", out); else e.hidden = out;
  }
  $("output", form).textContent = asked.length ? shown.size + " of " + Object.keys(facets).length + " initiatives" : "";
}
function read() {
  const raw = location.hash.slice(1);
  if (raw.startsWith("i-")) return open(decodeId(raw));
  if (raw.startsWith("v-") || raw === "initiatives") return show(raw.replace(/^v-/, ""));
  const state = new URLSearchParams(raw);
  if (form) for (const field of form.elements) if (field.name) field.value = state.get(field.name) || "";
  show(state.get("view") || view);
  filter();
}
const decodeId = raw => document.getElementById(raw) ? raw : decodeURIComponent(raw);

for (const t of tabs) t.addEventListener("click", e => { e.preventDefault(); show(t.dataset.view); hash(); });
document.addEventListener("click", e => {
  const a = e.target.closest("a[href^='#i-']");
  if (!a) return;
  e.preventDefault();
  const id = a.getAttribute("href").slice(1);
  history.pushState(null, "", "#" + id);
  open(id);
});
if (form) {
  form.hidden = false;
  form.addEventListener("input", () => { filter(); hash(); });
  form.addEventListener("reset", () => setTimeout(() => { filter(); hash(); }));
  form.addEventListener("submit", e => e.preventDefault());
}
if (expand) {
  expand.hidden = false;
  expand.addEventListener("click", () => {
    const on = expand.getAttribute("aria-pressed") !== "true";
    expand.setAttribute("aria-pressed", on);
    expand.textContent = on ? "Collapse all" : "Expand all";
    for (const d of all("details.dossier")) d.open = on;
  });
}
addEventListener("beforeprint", () => { for (const d of all("details:not([open])")) { d.open = true; d.dataset.closed = ""; } });
addEventListener("afterprint", () => { for (const d of all("details[data-closed]")) { d.open = false; delete d.dataset.closed; } });
addEventListener("hashchange", read);
addEventListener("popstate", read);

const SVG = "http://www.w3.org/2000/svg", LABEL = 300, ROW = 26, TOP = 40;
for (const svg of all("svg.timeline")) {
  const tools = svg.closest(".figure").previousElementSibling, bars = all(".bar", svg), days = +svg.dataset.days, first = +svg.dataset.first;
  const heads = all(":scope > text.heading", svg), start = svg.getAttribute("viewBox").split(" ").map(Number);
  tools.hidden = false;
  for (const b of bars) b.y0 = +$("text", b).getAttribute("y") - 17;
  function group() {
    const by = $(".by", tools).value, made = all(".made", svg);
    for (const m of made) m.remove();
    for (const h of heads) h.style.display = by ? "none" : "";
    if (!by) { for (const b of bars) b.removeAttribute("transform"); return; }
    const names = new Map();
    for (const b of bars) {
      const name = ((facets[b.dataset.id] || {})[by] || [])[0] || "none";
      names.set(name, [...(names.get(name) || []), b]);
    }
    let y = TOP;
    const room = Math.max(...bars.map(b => b.y0)) + ROW - TOP, free = room - (bars.length + names.size) * ROW;
    const gap = Math.max(-8, Math.min(12, free / names.size));
    for (const [name, those] of [...names].sort()) {
      const head = document.createElementNS(SVG, "text");
      head.textContent = name;
      head.setAttribute("class", "heading made");
      head.setAttribute("x", 0);
      head.setAttribute("y", y + 17);
      svg.append(head);
      y += ROW;
      for (const b of those) { b.setAttribute("transform", `translate(0 ${y - b.y0})`); y += ROW; }
      y += gap;
    }
  }
  function zoom() {
    const z = $(".zoom", tools).value, span = {y: 261, q: 66, m: 22}[z], wide = span ? Math.max(860, 860 * days / span) : 860, k = wide / days;
    const x = day => LABEL + (day - first) * k;
    svg.setAttribute("viewBox", `0 0 ${LABEL + wide + 20} ${start[3]}`);
    svg.setAttribute("width", LABEL + wide + 20);
    for (const b of bars) {
      const r = $("rect", b);
      if (r) { r.setAttribute("x", x(+b.dataset.s)); r.setAttribute("width", Math.max(5, (b.dataset.e - b.dataset.s) * k)); }
      for (const p of all("path", b)) p.setAttribute("transform", `translate(${x(+(p.dataset.day || b.dataset.s)) - (p.x0 ??= +p.getAttribute("d").match(/^M([\d.]+)/)[1])} 0)`);
    }
    for (const t of all(".tick", svg)) t.setAttribute("transform", `translate(${x(+t.dataset.day) - (t.x0 ??= +$("text", t).getAttribute("x") - 3)} 0)`);
    for (const p of all(".now path, .lane path", svg)) p.setAttribute("transform", `translate(${LABEL - LABEL * wide / 860} 0) scale(${wide / 860} 1)`);
  }
  function focus(id) {
    for (const l of lines) l.remove();
    lines = [];
    if (!id) { filter(); for (const b of bars) b.classList.remove("far"); filter(); return; }
    const near = new Set([id]);
    for (const way of [[0, 1], [1, 0]]) {
      const todo = [id];
      while (todo.length) { const at = todo.pop(); for (const e of edges) if (e[way[0]] === at && !near.has(e[way[1]])) { near.add(e[way[1]]); todo.push(e[way[1]]); } }
    }
    const box = {};
    for (const b of bars) { b.classList.toggle("far", !near.has(b.dataset.id)); box[b.dataset.id] ??= b; }
    for (const [a, b] of edges) if (near.has(a) && near.has(b) && box[a] && box[b]) {
      const at = e => { const s = $("rect,.shape", e).getBBox(), t = e.transform.baseVal.consolidate(); return [s.x, s.x + s.width, s.y + 8 + (t ? t.matrix.f : 0)]; };
      const [, x1, y1] = at(box[a]), [x2, , y2] = at(box[b]), line = document.createElementNS(SVG, "path");
      line.setAttribute("d", `M${x1} ${y1}h4V${y2}H${x2}m-5-4l5 4-5 4`);
      $(".edges", svg).append(line);
      lines.push(line);
    }
  }
  $(".by", tools).addEventListener("change", group);
  $(".zoom", tools).addEventListener("change", zoom);
  for (const b of bars) for (const [on, off] of [["mouseenter", "mouseleave"], ["focus", "blur"]]) {
    b.addEventListener(on, () => focus(b.dataset.id));
    b.addEventListener(off, () => focus(""));
  }
}
show(view);
read();
})();
