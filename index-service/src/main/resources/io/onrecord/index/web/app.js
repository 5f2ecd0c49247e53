// The web page: search, and read one document. Everything that comes from a document is put in as
// text (textContent), never as markup; links are followed only to http and https.
"use strict";

const FILTERS = ["language", "site", "speaker", "kind", "from", "to", "sort"];
const DEEPEST = 10000;
const SIZE = 10;

const form = document.getElementById("search");
const view = document.getElementById("view");
const statusLine = document.getElementById("status");
let pending = new AbortController();

/* ---- elements ---- */

function element(name, properties, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key in made && key !== "list") made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function pieces(list) {
  return list.map((piece) => (piece.hit ? element("mark", null, piece.text) : piece.text));
}

function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

function say(text, isError) {
  statusLine.textContent = text;
  statusLine.classList.toggle("error", Boolean(isError));
}

const count = new Intl.NumberFormat("en");
const plural = (n, one) => `${count.format(n)} ${one}${n === 1 ? "" : "s"}`;
const languageNames = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

function languageName(tag) {
  if (tag === "mul") return "several languages";
  if (tag === "und" || !tag) return "unknown language";
  try {
    return languageNames.of(tag);
  } catch {
    return tag;
  }
}

/* ---- address ---- */

function address(changes) {
  const next = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === "" || value === undefined) next.delete(key);
    else next.set(key, value);
  }
  const query = next.toString();
  return query ? "/?" + query : "/";
}

function go(url) {
  history.replaceState({ ...history.state, scroll: scrollY }, "");
  history.pushState({ scroll: 0, inside: true }, "", url);
  render(true);
}

async function ask(path) {
  pending.abort();
  pending = new AbortController();
  view.classList.add("loading");
  const response = await fetch(path, { signal: pending.signal });
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail || response.statusText);
  return body;
}

/* ---- the search ---- */

function filtersInUse(parameters) {
  return FILTERS.filter((name) => parameters.get(name));
}

function fillForm(parameters) {
  form.q.value = parameters.get("q") || "";
  for (const name of FILTERS) {
    const field = form.elements[name];
    const value = parameters.get(name) || "";
    if (field.tagName === "SELECT" && value && ![...field.options].some((o) => o.value === value)) {
      field.append(element("option", { value }, value));
    }
    field.value = value;
  }
  const used = filtersInUse(parameters).length;
  document.getElementById("filter-count").textContent = used ? ` (${used})` : "";
}

function offer(select, values, name) {
  const chosen = select.value;
  select.replaceChildren(
    element("option", { value: "" }, "any"),
    ...values.map((v) => element("option", { value: v.value }, `${name(v.value)} (${v.documents})`)),
  );
  if (chosen && !values.some((v) => v.value === chosen)) {
    select.append(element("option", { value: chosen }, name(chosen)));
  }
  select.value = chosen;
}

function offerFilters(facets) {
  offer(form.elements.language, facets.languages, languageName);
  offer(form.elements.site, facets.sites, (site) => site);
  document
    .getElementById("speakers")
    .replaceChildren(...facets.speakers.map((s) => element("option", { value: s.value })));
}

async function showResults(parameters) {
  const query = new URLSearchParams({ facets: "true", size: String(SIZE) });
  for (const name of ["q", "page", ...FILTERS]) {
    if (parameters.get(name)) query.set(name, parameters.get(name));
  }
  const result = await ask("/api/search?" + query);
  const typed = parameters.get("q");
  document.title = typed ? `${typed} · Onrecord` : "Onrecord";
  offerFilters(result.facets);
  say(summary(result, typed));
  view.replaceChildren(
    result.hits.length
      ? element("ol", { className: "hits", start: (result.page - 1) * SIZE + 1 }, ...result.hits.map(hit))
      : nothing(typed || filtersInUse(parameters).length),
    ...paging(result),
  );
}

function summary(result, typed) {
  if (!result.total) return "No documents";
  if (result.partial) return `No document has all of it; ${plural(result.total, "document")} with part of it`;
  return typed ? plural(result.total, "document") : `${plural(result.total, "document")}, newest first`;
}

function nothing(asked) {
  return element(
    "p",
    { className: "nothing" },
    asked
      ? "Nothing matches. Fewer words, the other spelling of a name, or fewer filters may help."
      : "There are no documents yet. They appear here as soon as the first page is cleaned.",
  );
}

function meta(document_) {
  const people = document_.interviewees || (document_.interview && document_.interview.interviewees) || [];
  const facts = [
    document_.site,
    document_.publishedAt || document_.publishedAtText,
    document_.kind !== "other" ? document_.kind : null,
    languageName(document_.language),
    people.length ? "with " + people.slice(0, 3).join(", ") : null,
  ];
  return element("p", { className: "meta" }, ...facts.filter(Boolean).map((fact) => element("span", null, fact)));
}

function hit(found) {
  const link = address({ document: found.id });
  const title = found.titlePieces.length ? pieces(found.titlePieces) : [found.url];
  return element(
    "li",
    { lang: found.language },
    element("h2", null, element("a", { href: link }, ...title)),
    meta(found),
    element(
      "ul",
      { className: "passages" },
      ...found.passages.map((passage) =>
        element(
          "li",
          null,
          element(
            "a",
            { href: link + "#b" + passage.block, tabIndex: -1 },
            passage.speaker ? element("b", null, passage.speaker + ": ") : null,
            ...pieces(passage.pieces),
          ),
        ),
      ),
    ),
  );
}

function paging(result) {
  const last = Math.ceil(Math.min(result.total, DEEPEST) / result.size);
  if (last < 2) return [];
  const to = (page, text, rel) =>
    page >= 1 && page <= last
      ? element("a", { href: address({ page: page === 1 ? null : page }), rel }, text)
      : element("span");
  return [
    element(
      "nav",
      { className: "pages", ariaLabel: "Pages of results" },
      to(result.page - 1, "← Previous", "prev"),
      element("span", null, `Page ${count.format(result.page)} of ${count.format(last)}`),
      to(result.page + 1, "Next →", "next"),
    ),
  ];
}

/* ---- one document ---- */

async function showDocument(id) {
  const read = await ask("/api/documents/" + encodeURIComponent(id));
  document.title = `${read.title || read.url} · Onrecord`;
  say("");
  const title = element("h1", { tabIndex: -1 }, read.title || read.url);
  const article = element("article", { className: "document", lang: read.language }, title, meta(read));
  article.append(tools(read, article), text(read), about(read));
  view.replaceChildren(backLink(), article);
  aim();
  if (!location.hash) title.focus({ preventScroll: true });
}

function backLink() {
  return element("a", { href: address({ document: null }), className: "back", id: "back" }, "← Back to the results");
}

function tools(read, article) {
  const page = `/api/documents/${encodeURIComponent(read.id)}`;
  const original = webAddress(read.url);
  const row = element("div", { className: "tools" });
  if (read.removed.length) {
    const toggle = element("input", { type: "checkbox", id: "show-removed" });
    toggle.addEventListener("change", () => {
      article.classList.toggle("show-removed", toggle.checked);
    });
    row.append(element("label", null, toggle, `Show what was removed (${read.removed.length})`));
  }
  if (original) row.append(element("a", { href: original, rel: "noreferrer noopener" }, "Original"));
  if (read.provenance.topic) row.append(element("a", { href: page + "/page" }, "Page as fetched"));
  row.append(element("a", { href: page }, "JSON"));
  return row;
}

function text(read) {
  const body = element("div", { className: "text" });
  const taken = new Map();
  for (const removed of read.removed) {
    const after = Math.max(0, Math.min(removed.after, read.blocks.length));
    taken.set(after, [...(taken.get(after) || []), removed]);
  }
  let turn = null;
  let list = null;
  const showTaken = (after) => {
    for (const removed of taken.get(after) || []) {
      list = null;
      body.append(removedText(removed));
    }
  };
  read.blocks.forEach((block, index) => {
    showTaken(index);
    const made = blockElement(block, index);
    if (block.type !== "list-item") list = null;
    if (block.turn !== undefined && block.turn !== null && block.turn !== turn) {
      const spoken = read.turns[block.turn];
      list = null;
      if (spoken) body.append(speaker(spoken));
    }
    turn = block.turn ?? null;
    if (block.type === "list-item") {
      if (!list) body.append((list = element("ul")));
      list.append(made);
    } else {
      body.append(made);
    }
  });
  showTaken(read.blocks.length);
  if (!read.blocks.length) {
    body.append(element("p", { className: "nothing" }, read.text || "Nothing of this page is an interview: everything was removed."));
  }
  return body;
}

function speaker(turn) {
  const asks = turn.role === "interviewer" ? " asks" : "";
  return element("p", { className: "speaker" + asks }, turn.speaker || turn.label);
}

function blockElement(block, index) {
  const names = { heading: "h" + Math.min(4, Math.max(2, block.level || 2)), "list-item": "li", quote: "blockquote", code: "pre", table: "pre" };
  const made = element(names[block.type] || "p", { id: "b" + index, lang: block.language }, block.text);
  if (block.type === "caption") made.classList.add("caption");
  if (block.translationOf !== undefined && block.translationOf !== null) made.classList.add("translation");
  return made;
}

function removedText(removed) {
  return element(
    "aside",
    { className: "removed", ariaLabel: "Removed: " + removed.category },
    element("b", null, `Removed: ${removed.category.replaceAll("-", " ")}, ${Math.round(removed.confidence * 100)} % sure, rule `, element("code", null, removed.rule)),
    removed.text,
  );
}

function about(read) {
  const encoding = read.encoding;
  const place = read.provenance;
  const facts = [
    ["Address", read.canonicalUrl],
    ["By", read.byline.join(", ")],
    ["Published", [read.publishedAt, read.publishedAtText && `printed as “${read.publishedAtText}”`].filter(Boolean).join(", ")],
    ["Fetched", read.fetchedAt],
    ["Languages", read.languages.map((l) => `${languageName(l.tag)} ${Math.round(l.share * 100)} %`).join(", ")],
    ["Programme", read.interview.programme],
    ["Reports on", read.interview.originals.join(" ")],
    ["Encoding", `${encoding.charset}, decided by ${encoding.decidedBy}` + (encoding.declared && encoding.declared.toLowerCase() !== encoding.charset.toLowerCase() ? `, declared as ${encoding.declared}` : "")],
    ["Raw page", place.topic ? `${place.topic}, partition ${place.partition}, offset ${place.offset}` : "not kept in a topic"],
    ["Normalizer", place.normalizer],
    ["Document", read.id],
  ];
  const section = element("section", { className: "about", ariaLabel: "About this document" }, element("h2", null, "About this document"));
  const list = element("dl");
  for (const [name, value] of facts) {
    if (value) list.append(element("dt", null, name), element("dd", null, value));
  }
  section.append(list);
  if (read.repairs.length) section.append(element("h2", null, "Repaired"), repairs(read.repairs));
  return section;
}

function repairs(list) {
  const rows = list.map((repair) =>
    element(
      "tr",
      null,
      element("td", null, repair.kind.replaceAll("-", " ")),
      element("td", null, count.format(repair.count)),
      element("td", null, ...repair.examples.flatMap(example)),
    ),
  );
  const head = ["Damage", "Places", "For example"].map((name) => element("th", { scope: "col" }, name));
  return element("table", null, element("thead", null, element("tr", null, ...head)), element("tbody", null, ...rows));
}

function example([before, after], index) {
  const gap = index ? ", " : "";
  return before === after ? [gap, before] : [gap, element("del", null, before), " → ", element("ins", null, after)];
}

/** Brings the block that the address names into view. */
function aim() {
  const block = /^#b\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (block) {
    block.classList.add("aimed");
    block.scrollIntoView({ block: "center" });
  }
}

/* ---- all together ---- */

async function render(isNew) {
  const parameters = new URLSearchParams(location.search);
  fillForm(parameters);
  const scroll = (history.state && history.state.scroll) || 0;
  try {
    const id = parameters.get("document");
    if (id) await showDocument(id);
    else await showResults(parameters);
    if (!location.hash) scrollTo(0, isNew ? 0 : scroll);
  } catch (error) {
    if (error.name === "AbortError") return;
    say(error instanceof TypeError ? "The service does not answer. Is it running?" : error.message, true);
    view.replaceChildren();
  }
  view.classList.remove("loading");
}

async function showStanding() {
  const response = await fetch("/api/status");
  if (!response.ok) return;
  const state = await response.json();
  const waiting = state.lag ? `, ${plural(state.lag, "record")} to come` : "";
  const readiness = state.ready ? "" : ` (not ready: ${state.parts.filter((part) => !part.endsWith(": ready")).join("; ")})`;
  document.getElementById("sources").hidden = !state.sources;
  document.getElementById("standing").textContent = plural(state.documents, "document") + " in the index" + waiting + readiness;
}

function submitted() {
  const changes = { page: null, document: null, q: form.q.value.trim() };
  for (const name of FILTERS) changes[name] = form.elements[name].value.trim();
  const next = address(changes);
  if (next !== location.pathname + location.search) go(next);
  else render(true);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submitted();
});
document.getElementById("filters").addEventListener("change", submitted);
document.getElementById("clear").addEventListener("click", () => {
  for (const name of FILTERS) form.elements[name].value = "";
  submitted();
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (link && plain && link.origin === location.origin && link.pathname === "/" && !link.classList.contains("skip")) {
    event.preventDefault();
    if (link.id === "back" && history.state?.inside) history.back();
    else go(link.href);
  }
});
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    form.q.focus();
    form.q.select();
  }
});
addEventListener("popstate", () => render(false));
history.scrollRestoration = "manual";
if (matchMedia("(min-width: 60rem)").matches && filtersInUse(new URLSearchParams(location.search)).length) {
  document.getElementById("filters").open = true;
}
render(false);
showStanding().catch(() => {});
