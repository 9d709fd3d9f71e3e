"use strict";
(() => {
const $ = (s, e = document) => e.querySelector(s), all = (s, e = document) => [...e.querySelectorAll(s)];
const facets = JSON.parse($("#facets").textContent), edges = JSON.parse($("#edges").textContent);
const sections = all("main > section"), tabs = all(".tabs a"), form = $("#filters"), folder = $("#filter"), expand = $("#expand");
const total = Object.keys(facets).length, text = {}, extra = {}, charts = [], tables = [];
for (const [id, of] of Object.entries(facets)) text[id] = [id, ...Object.values(of).flat()].join("\n").toLowerCase();
const home = sections.length ? sections[0].dataset.view : "";
let view = home, places = {}, shown = new Set(Object.keys(facets));

function remember() {
  const state = new URLSearchParams({view});
  if (form) for (const [name, value] of new FormData(form)) if (value) state.set(name, value);
  for (const [name, value] of Object.entries(extra)) if (value) state.set(name, value);
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
function follow(id) { history.pushState(null, "", "#" + id); open(id); }
function index() {
  places = {};
  for (const e of all("[data-id]")) (places[e.dataset.id] ??= []).push(e);
}
function filter() {
  if (!form) return;
  const asked = [...new FormData(form)].filter(([, value]) => value.trim());
  const fits = id => asked.every(([name, value]) =>
    name === "q" ? value.toLowerCase().trim().split(/\s+/).every(w => text[id].includes(w)) : (facets[id][name] || []).includes(value));
  shown = new Set(Object.keys(facets).filter(fits));
  for (const id in facets) for (const e of places[id] || []) e.hidden = !shown.has(id);
  for (const b of all(".gantt tbody:not(.loads), .t-score tbody")) b.hidden = !$("[data-id]:not([hidden])", b);
  for (const n of all(".lane .count")) n.textContent = all(".card:not([hidden])", n.closest(".lane")).length;
  $("output", folder).textContent = asked.length ? `${shown.size} of ${total} initiatives` : "";
}
function read() {
  const raw = location.hash.slice(1);
  if (raw.startsWith("i-")) return open(document.getElementById(raw) ? raw : decodeURIComponent(raw));
  if (raw.startsWith("v-") || raw === "initiatives") return show(raw.replace(/^v-/, ""));
  const state = new URLSearchParams(raw);
  if (form) for (const field of form.elements) if (field.name) field.value = state.get(field.name) || "";
  for (const name of ["by", "zoom", "sort"]) extra[name] = state.get(name) || "";
  for (const c of charts) c();
  for (const t of tables) t();
  show(state.get("view") || home);
  filter();
}

for (const t of tabs) t.addEventListener("click", e => { e.preventDefault(); show(t.dataset.view); remember(); });
document.addEventListener("click", e => {
  const a = e.target.closest("a[href^='#i-']"), bar = e.target.closest(".gantt .bar .chart");
  if (a) { e.preventDefault(); follow(a.getAttribute("href").slice(1)); }
  else if (bar) follow(bar.parentNode.dataset.id);
});
if (form) {
  folder.hidden = false;
  folder.open = matchMedia("(min-width: 60em)").matches;
  for (const on of ["input", "change"]) form.addEventListener(on, () => { filter(); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { filter(); remember(); }));
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
addEventListener("beforeprint", () => { for (const d of all("section details:not([open])")) { d.open = true; d.dataset.closed = ""; } });
addEventListener("afterprint", () => { for (const d of all("details[data-closed]")) { d.open = false; delete d.dataset.closed; } });
addEventListener("hashchange", read);

for (const table of all(".gantt")) {
  const sheet = table.parentNode, tools = sheet.parentNode.previousElementSibling, lines = $(".edges", sheet), loads = $(".loads", table);
  const by = $(".by", tools), zoom = $(".zoom", tools), axis = $(".axis", table);
  const groups = all("tbody:not(.loads)", table).map(b => [b, all(".bar", b)]);
  const bars = groups.flatMap(([, rows]) => rows);
  for (const name of ["theme", "team", "owner", "objective"])
    if (bars.some(b => ((facets[b.dataset.id] || {})[name] || []).length)) by.add(new Option(name, name));
  tools.hidden = false;
  function arrange() {
    for (const b of all("tbody:not(.loads)", table)) b.remove();
    if (!by.value) for (const [b, rows] of groups) { b.append(...rows); table.insertBefore(b, loads); }
    else {
      const names = new Map(), used = new Set();
      for (const b of bars) {
        const of = (facets[b.dataset.id] || {})[by.value] || [];
        for (const name of of.length ? of : [`no ${by.value}`]) names.set(name, [...(names.get(name) || []), b]);
      }
      for (const [name, rows] of [...names].sort(([a], [b]) => a < b ? -1 : 1)) {
        const body = document.createElement("tbody"), head = body.insertRow(), th = document.createElement("th");
        head.className = "group";
        th.scope = "rowgroup";
        th.colSpan = 3;
        th.textContent = name;
        head.append(th);
        for (const b of rows) { body.append(used.has(b) ? b.cloneNode(true) : b); used.add(b); }
        table.insertBefore(body, loads);
      }
    }
    index();
  }
  function scale() {
    const span = {y: 261, q: 66, m: 22}[zoom.value], wide = span ? Math.round(700 * table.dataset.days / span) : 0;
    table.classList.toggle("zoomed", wide > 700);
    axis.style.width = wide > 700 ? wide + "px" : "";
  }
  charts.push(() => {
    const known = [...by.options].some(o => o.value === extra.by);
    by.value = known ? extra.by : "";
    zoom.value = {y: 1, q: 1, m: 1}[extra.zoom] ? extra.zoom : "";
    arrange();
    scale();
  });
  by.addEventListener("change", () => { extra.by = by.value; arrange(); filter(); remember(); });
  zoom.addEventListener("change", () => { extra.zoom = zoom.value; scale(); remember(); });
  function focus(row) {
    const rows = all(".bar", table), id = row && row.dataset.id, near = new Set([id]), box = {};
    lines.replaceChildren();
    if (row) for (const way of [[0, 1], [1, 0]]) {
      const todo = [id];
      while (todo.length) { const at = todo.pop(); for (const e of edges) if (e[way[0]] === at && !near.has(e[way[1]])) { near.add(e[way[1]]); todo.push(e[way[1]]); } }
    }
    for (const r of rows) { r.classList.toggle("far", near.size > 1 && !near.has(r.dataset.id)); if (!r.hidden) box[r.dataset.id] ??= r; }
    if (!row || near.size < 2) return;
    const from = sheet.getBoundingClientRect();
    lines.setAttribute("width", sheet.scrollWidth);
    lines.setAttribute("height", sheet.scrollHeight);
    for (const [a, b] of edges) if (near.has(a) && near.has(b) && box[a] && box[b]) {
      const [p, q] = [box[a], box[b]].map(r => $(".b", r).getBoundingClientRect()), line = document.createElementNS("http://www.w3.org/2000/svg", "path");
      line.setAttribute("d", `M${p.right - from.left} ${p.top + p.height / 2 - from.top}h4V${q.top + q.height / 2 - from.top}H${q.left - from.left}m-5-4l5 4-5 4`);
      lines.append(line);
    }
  }
  const to = row => { if (row !== table.at) focus(table.at = row); };
  for (const on of ["mousemove", "focusin"]) table.addEventListener(on, e => to(e.target.closest(".bar")));
  for (const off of ["mouseleave", "focusout"]) table.addEventListener(off, e => to((off === "focusout" ? e.relatedTarget : document.activeElement)?.closest(".gantt .bar") || null));
}
for (const table of all("table[data-sort]")) {
  const bodies = all("tbody", table).map(b => [b, all("tr:not(.group)", b)]), heads = all("thead th", table);
  const key = (row, n) => { const t = row.cells[n].textContent.trim(), x = parseFloat(t.replace(/[~\s]/g, "").replace("−", "-")); return isNaN(x) ? t.toLowerCase() : x; };
  const before = (a, b) => a === b ? 0 : a === "" ? 1 : b === "" ? -1 : typeof a !== typeof b ? (typeof a === "number" ? -1 : 1) : a < b ? -1 : 1;
  tables.push(() => {
    const n = parseInt(extra.sort), down = (extra.sort || "").endsWith("-");
    heads.forEach((h, i) => { if (i === n) h.setAttribute("aria-sort", down ? "descending" : "ascending"); else h.removeAttribute("aria-sort"); });
    for (const [body, rows] of bodies)
      body.append(...(n > 0 ? [...rows].sort((a, b) => { const x = key(a, n), y = key(b, n); return x === "" || y === "" || !down ? before(x, y) : before(y, x); }) : rows));
  });
  heads.forEach((h, i) => {
    const button = document.createElement("button");
    button.textContent = h.textContent;
    button.className = "sort";
    button.addEventListener("click", () => {
      const first = h.classList.contains("right") && i ? "-" : "", now = h.getAttribute("aria-sort");
      extra.sort = i ? i + (now ? (now === "descending" ? "" : "-") : first) : "";
      for (const t of tables) t();
      remember();
    });
    h.replaceChildren(button);
  });
}
index();
show(view);
read();
})();
