// Streamlit speaks English and has no setting for it. This script runs before Streamlit's own, keeps the
// page's language in step with `lang` in the address, and says Streamlit's words in that language.
// `window.samspill` comes from the server: the languages, and for each what Streamlit says → what we say.
"use strict";
((samspill) => {
  // Without this, a page below the root asks its own address for the server first and gets two 404s.
  window.__streamlit = { BACKEND_BASE_URL: `${location.origin}/` };

  // What the style sheet needs to know stands on the root element.
  const root = document.documentElement.dataset;

  // ---- Which language ----

  let language = asked() ?? samspill.standard;
  let path = location.pathname;

  function asked() {
    const name = new URLSearchParams(location.search).get("lang");
    return Object.hasOwn(samspill.locales, name ?? "") ? name : null;
  }

  function follow() {
    const moved = location.pathname !== path;
    path = location.pathname;
    // A link to another page leaves `lang` out for a moment; the app keeps the language and writes it back.
    const wanted = asked() ?? (moved ? language : samspill.standard);
    if (wanted !== language) speak(wanted);
  }

  for (const name of ["pushState", "replaceState"]) {
    const original = history[name];
    history[name] = function (...given) {
      original.apply(this, given);
      follow();
    };
  }
  addEventListener("popstate", follow);

  // Streamlit writes numbers and calendars in the browser's language, and React Aria says its own words in it.
  Object.defineProperty(navigator, "language", { configurable: true, get: () => samspill.locales[language] });
  Object.defineProperty(navigator, "languages", {
    configurable: true,
    get: () => [samspill.locales[language], language],
  });

  function speak(wanted) {
    language = wanted;
    document.documentElement.lang = wanted;
    learn();
    if (document.body) say(document.body);
    observer.takeRecords();
    dispatchEvent(new Event("languagechange"));
  }

  // ---- What to say ----

  // What may stand in a hole, where not anything may.
  const HOLES = { size: "\\d+(?:\\.\\d+)?[KMGT]?B", count: "\\d+", all: "\\d+", code: "\\d+" };
  let exact = new Map();
  let patterns = [];

  function learn() {
    const words = Object.entries(samspill.words[language]);
    const holed = ([original]) => original.includes("{");
    exact = new Map(words.filter((word) => !holed(word)));
    patterns = words.filter(holed).map(([original, said]) => [pattern(original), said]);
  }

  function pattern(original) {
    const parts = original.split(/\{(\w+)\}/).map((part, index) =>
      index % 2 ? `(?<${part}>${HOLES[part] ?? ".+?"})` : part.replace(/[.*+?^$()|[\]\\/]/g, "\\$&"));
    return new RegExp(`^${parts.join("")}$`, "su");
  }

  // A number and its unit as the reader writes them: 53.5MB → 53,5 MB.
  function size(text) {
    const [, number, unit] = /^([\d.]+)(.*)$/.exec(text);
    const written = new Intl.NumberFormat(samspill.locales[language], { maximumFractionDigits: 1 }).format(number);
    return `${written}\u00a0${unit.replace("KB", "kB")}`;
  }

  function translated(text) {
    const said = exact.get(text);
    if (said !== undefined) return said;
    for (const [original, ours] of patterns) {
      const found = original.exec(text)?.groups;
      const filled = (_, hole) => (hole === "size" ? size(found.size) : found[hole]);
      if (found) return ours.replace(/\{(\w+)\}/g, filled);
    }
    // Buttons above a chart are named "what it does: what the chart shows".
    const colon = text.indexOf(": ");
    const what = exact.get(text.slice(0, Math.max(colon, 0)));
    return what === undefined ? text : what + text.slice(colon);
  }

  // Spaces around the words stay as they are.
  function wordsFor(text) {
    const bare = text.trim();
    return bare ? text.replace(bare, () => translated(bare)) : text;
  }

  // ---- Where to say it ----

  const test = (...names) => names.map((name) => `[data-testid="${name}"]`);
  // What people have written is left alone: texts, tables, file names. So are icons, whose names are their text.
  const PEOPLES = ["table", "script", "style", "textarea", '[role="img"]',
    ...test("stMarkdownContainer", "stCaptionContainer", "stFileChipName", "stIconMaterial")].join();
  // Streamlit's own words that look like people's.
  const STREAMLITS = ['[data-testid="stFileUploaderDropzone"] button',
    ...test("stTooltipContent", "stTableStyledEmptyTableCell", "stDataFrameColumnFormattingMenu")].join();
  const ATTRIBUTES = ["aria-label", "aria-roledescription", "title", "placeholder", "alt", "data-tooltip",
    "aria-valuetext"];
  // Node or element → what it said in English and what we made of it, so that English can be had back.
  const kept = new WeakMap();

  function renew(owner, name, now, write) {
    const before = kept.get(owner)?.[name];
    const original = before && before.said === now ? before.original : now;
    const said = wordsFor(original);
    if (said !== original) kept.set(owner, { ...kept.get(owner), [name]: { original, said } });
    if (said !== now) write(said);
  }

  function sayText(node) {
    const place = node.parentElement;
    if (!place || (place.closest(PEOPLES) && !place.closest(STREAMLITS))) return;
    renew(node, "text", node.data, (said) => { node.data = said; });
  }

  function sayAttributes(element) {
    if (element.dataset?.testid === "stFileChipName") return;
    for (const name of ATTRIBUTES) {
      const now = element.getAttribute(name);
      if (now) renew(element, name, now, (said) => element.setAttribute(name, said));
    }
  }

  // Drawings and canvases hold thousands of nodes and nothing of Streamlit's: not even looked into.
  const drawn = (node) => node instanceof SVGElement || node instanceof HTMLCanvasElement;
  const filter = (node) => (drawn(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);

  function say(root) {
    if (filter(root) === NodeFilter.FILTER_REJECT) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, filter);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) sayText(node);
      else if (node.nodeType === Node.ELEMENT_NODE) sayAttributes(node);
    }
  }

  // ---- What a screen reader would stumble over in Streamlit's page ----

  const OWNERS = '[class*="st-key-goal-"], [class*="st-key-decision-"], [class*="st-key-note-"]';
  const MENDS = [
    // A list of pages in sections is a list in each section, and none around them.
    ['ul[data-testid="stSidebarNavItems"]:has(> div)', (list) => list.setAttribute("role", "none")],
    ['ul[data-testid="stSidebarNavItems"] > div', (section) => {
      section.setAttribute("role", "list");
      section.setAttribute("aria-label", section.querySelector("header p")?.textContent ?? "");
    }],
    // A thing cannot both be nothing and have a name.
    ['section[data-testid="stFileUploaderDropzone"]', (zone) => zone.setAttribute("role", "group")],
    // Streamlit takes drawings out of a page's HTML; ours lie in an attribute, made by our own server, and are put in.
    ["[data-drawn]", (place) => {
      const drawing = new DOMParser().parseFromString(place.dataset.drawn, "text/html").body;
      for (const told of drawing.querySelectorAll("[data-tip]")) {
        const tip = drawing.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "title");
        tip.textContent = told.dataset.tip;
        told.prepend(tip);
      }
      place.replaceChildren(...drawing.children);
      place.removeAttribute("data-drawn");
    }],
    // What scrolls sideways can be scrolled from the keyboard.
    ['[data-testid="stTable"] > div', scrollable],
    // "Endre" says nothing in a list of buttons: each is called by what it belongs to, too.
    [OWNERS, owned],
    // What is wrong with a field is tied to it.
    ['[class*="st-key-fault-"]', tied],
  ];

  function owned(group) {
    const owner = group.querySelector("h2, h3, strong")?.textContent.trim();
    if (!owner) return;
    for (const pressed of group.querySelectorAll('[data-testid="stButton"] button')) {
      const inner = pressed.closest(OWNERS);
      if (inner !== group && inner?.querySelector("h2, h3, strong")) continue; // it belongs to something nearer
      const icon = pressed.querySelector('[data-testid="stIconMaterial"]')?.textContent ?? "";
      pressed.setAttribute("aria-label", `${pressed.textContent.replace(icon, "").trim()}: ${owner}`);
    }
  }

  function tied(fault) {
    const field = fault.closest('[class*="st-key-field-"], [data-testid="stColumn"]')?.querySelector("input");
    if (!field || (fault.id && field.getAttribute("aria-describedby") === fault.id)) return;
    fault.id ||= [...fault.classList].find((name) => name.startsWith("st-key-fault-"));
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", fault.id);
    field.focus();
  }

  // A picture is called by its finding, which stands unseen beside it: so it can change without a new drawing.
  function named(picture) {
    const beside = picture.closest('[data-testid="stElementContainer"]')?.nextElementSibling;
    const said = beside?.querySelector(".finding")?.textContent ?? "";
    if (said) picture.querySelector("svg.marks")?.setAttribute("aria-label", said);
  }

  // A place to drop files grows with the files that lie in it.
  function full(place) {
    place.toggleAttribute("data-files", place.querySelector('[data-testid="stFileChips"]') !== null);
  }

  function scrollable(frame) {
    const wide = frame.scrollWidth > frame.clientWidth;
    if (wide) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  }

  function mend(place) {
    if (place.nodeType !== Node.ELEMENT_NODE || drawn(place)) return;
    for (const [selector, how] of MENDS) {
      place.querySelectorAll(selector).forEach(how);
      const around = place.closest(selector);
      if (around) how(around);
    }
  }

  addEventListener("resize", () => document.querySelectorAll('[data-testid="stTable"] > div').forEach(scrollable));

  // ---- When to say it: once a frame, before it is painted ----

  const fresh = new Set();
  const changed = new Set();

  function sayNews() {
    for (const node of changed) (node.nodeType === Node.TEXT_NODE ? sayText : sayAttributes)(node);
    for (const node of fresh) if (node.isConnected) { say(node); mend(node); }
    document.querySelectorAll('[data-testid="stVegaLiteChart"]').forEach(named);
    document.querySelectorAll('[class*="st-key-upload-"]').forEach(full);
    goToAsked();
    goToSlide();
    fresh.clear();
    changed.clear();
    observer.takeRecords(); // our own changes are no news
  }

  const observer = new MutationObserver((records) => {
    const idle = !fresh.size && !changed.size;
    for (const record of records) {
      if (drawn(record.target) || record.target.closest?.("canvas")) continue;
      if (record.type === "childList") record.addedNodes.forEach((node) => fresh.add(node));
      else changed.add(record.target);
    }
    if (idle && (fresh.size || changed.size)) requestAnimationFrame(sayNews);
  });

  // ---- A page is shown when it no longer jumps: its parts come one by one, each with a height of its own ----

  const MOST_HIDDEN = 6000; // ms after its first part; whatever is there then is shown
  // What in sight waits for its own code, or to be drawn.
  const WAITING = '[data-testid="stMain"] :is([data-testid="stSkeleton"], [data-drawn])';
  const inSight = (part) => part.getBoundingClientRect().top < innerHeight;
  const done = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning"
    && ![...document.querySelectorAll(WAITING)].some(inSight);

  // Three frames in a row of the same height: what has just come may still ask for its code, and what stands still
  // is first then seen.
  function settle(begun = null, frames = 0, height = 0) {
    const since = begun ?? (document.querySelector('[data-testid="stMain"] .stElementContainer') && performance.now());
    const stands = document.querySelector('[data-testid="stMain"]')?.scrollHeight;
    const still = done() && stands === height ? frames + 1 : 0;
    if (still > 2 || (since && performance.now() - since > MOST_HIDDEN)) root.settled = "yes";
    else setTimeout(() => requestAnimationFrame(() => settle(since, still, stands)), 20);
  }

  // ---- Links in drawn tables lead to other pages without a reload; `?mal=` leads to a goal on its page ----

  let wanted = new URLSearchParams(location.search).get("mal");

  addEventListener("click", (event) => {
    const link = event.target.closest?.('[data-testid="stHtml"] a[href^="/"]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    wanted = new URL(link.href).searchParams.get("mal");
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  });

  function goToAsked() {
    const heading = wanted && document.getElementById(`mal-${wanted}`);
    if (!heading) return;
    wanted = null;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }

  // A new slide is where the reader now is: its heading has focus, and so it is read aloud.
  let shown = null;

  function goToSlide() {
    const counter = document.querySelector(".st-key-meeting-counter")?.textContent;
    if (!counter) shown = null;
    const heading = document.querySelector('[data-testid="stMain"] h1');
    if (!counter || !heading || counter === shown || coming()) return;
    const first = shown === null;
    shown = counter;
    if (first || document.activeElement?.closest(".st-key-meeting-decide")) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  // ---- Read once, and gone for good: remembered in this browser, and nowhere else ----

  const READ = "samspill:tour";

  function readBefore() {
    try { return localStorage.getItem(READ) === "done"; } catch { return false; } // a browser may forbid it
  }

  function readNow() {
    try { localStorage.setItem(READ, "done"); } catch { /* then it comes back next time */ }
    root.tour = "done";
    // The button is gone, and so would the reader's place be.
    const title = document.querySelector('[data-testid="stMain"] h1');
    title?.setAttribute("tabindex", "-1");
    title?.focus({ preventScroll: true });
  }

  if (readBefore()) root.tour = "done";
  addEventListener("click", (event) => event.target.closest?.(".st-key-tour-done button") && readNow());

  // ---- Paper is white: the style sheet needs to know what the pictures were drawn for ----

  addEventListener("beforeprint", () => {
    const app = document.querySelector('[data-testid="stApp"]') ?? document.body;
    root.ground = /dark/.test(getComputedStyle(app).colorScheme) ? "dark" : "light";
  });

  learn();
  document.documentElement.lang = language;
  observer.observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });

  // ---- Keys and links: what is pressed here are the page's own buttons ----

  const button = (name) => document.querySelector(`.st-key-${name} button:not(:disabled)`);
  const MOVES = { ArrowRight: "next", PageDown: "next", ArrowLeft: "back", PageUp: "back", Home: "first",
    End: "last", Escape: "leave" };
  // Whoever types, or chooses from a list, has the keys to themselves; Esc gives them back.
  const TYPING = "input, textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=dialog]";
  const PRESSED = "button, a, summary, [role=button]";

  // What is pressed while a screen is on its way waits for it, so that no step and no letter falls between two.
  const coming = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "running";
  const whenHere = (act, tries = 40) =>
    coming() && tries ? setTimeout(() => whenHere(act, tries - 1), 50) : act();

  // A field may come late, and be drawn anew while its screen settles: whoever asked for it stands in the newest,
  // until they go elsewhere.
  function standInTheField(tries = 60, stood = null) {
    if (!tries || (stood?.isConnected && document.activeElement !== stood)) return;
    const field = coming() ? null : document.querySelector(".st-key-meeting-decide input");
    if (field && field !== stood) field.focus();
    setTimeout(standInTheField, 50, coming() ? tries : tries - 1, field ?? stood);
  }

  settle();

  addEventListener("keydown", (event) => {
    if (!document.querySelector(".st-key-meeting-foot") || event.ctrlKey || event.altKey || event.metaKey) return;
    const at = event.target instanceof Element ? event.target : document.body;
    if (at.closest(TYPING)) {
      if (event.key === "Escape") at.blur();
      return;
    }
    if (event.key === " " && at.closest(PRESSED)) return;
    if ("vd".includes(event.key.toLowerCase())) {
      event.preventDefault();
      standInTheField();
      return;
    }
    const move = event.key === " " ? (event.shiftKey ? "back" : "next") : MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    whenHere(() => button(`meeting-${move}`)?.click());
  });

  // A municipality chosen with the mouse gives the keys back to the meeting; whoever chose it by key still has them.
  addEventListener("pointerup", (event) => {
    if (!document.querySelector(".st-key-meeting-foot") || !event.target.closest?.('[data-testid="stButtonGroup"]')) return;
    setTimeout(() => document.activeElement?.blur(), 100);
  }, true);

  addEventListener("click", (event) => {
    if (!event.target.closest?.('[class*="st-key-copy-link"] button')) return;
    const link = location.href;
    (navigator.clipboard?.writeText(link) ?? Promise.reject()).catch(() => copyOldWay(link));
  }, true);

  // Without https a browser has no clipboard for scripts, but still copies what is selected.
  function copyOldWay(link) {
    const field = Object.assign(document.createElement("textarea"), { value: link });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
})(window.samspill);
