"""What a reader may do to a page, and what their browser can tell of it: how far it jumps, and what text is cut."""

# How far what is on the screen has jumped by itself (Chromium's layout shift): 0.1 is felt, and 0.05 is our limit.
JUMPS = """window.jumped = 0;
const add = (jump) => { if (!jump.hadRecentInput) jumped += jump.value; };
new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type: "layout-shift", buffered: true });"""
MOST_JUMPED = 0.05
# As far apart as a reader may set it (WCAG 1.4.12).
APART = "html * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
APART += " html p { margin-bottom: 2em !important; }"
# Text that is seen, and that something around it cuts or that lies on other text. A thing that scrolls is not cut, and
# what stands still at the window's edge may lie on what is scrolled under it.
CUT = """() => {
  const faults = new Set(), lines = [];
  const name = (node) => `${node.parentElement.tagName} ${node.data.trim().slice(0, 40)}`;
  const folded = (element) => {
    const fold = element.closest("details:not([open])");
    return fold && element.closest("summary")?.parentElement !== fold;
  };
  const UNSEEN = ".unseen, svg title, [aria-hidden=true], [data-testid=stIconMaterial], script, style, noscript";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const own = node.parentElement;
    if (!node.data.trim() || !own || own.closest(UNSEEN) || folded(own)) continue;
    if (!own.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const places = [...range.getClientRects()].filter((place) => place.width > 1 && place.height > 1);
    let still = false, kept = true;
    for (let around = own; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around), frame = around.getBoundingClientRect();
      if (style.clipPath !== "none" || (style.overflow === "hidden" && frame.width < 3)) { kept = false; break; }
      still ||= /fixed|sticky/.test(style.position);
      if (style.position === "fixed" || around.dataset.testid === "stMain" || /auto|scroll/.test(style.overflow)) break;
      for (const place of places) {
        const part = place.height * 0.45;
        const aside = place.right > frame.right + 2 || place.left < frame.left - 2;
        const above = place.bottom > frame.bottom + part || place.top < frame.top - part;
        if ((aside && /hidden|clip/.test(style.overflowX)) || (above && /hidden|clip/.test(style.overflowY)))
          faults.add(`cut: ${name(node)}`);
      }
    }
    if (kept) for (const { left, right, top, bottom, height } of places)
      lines.push({ node, still, left: left + 1, right: right - 1, top: top + height / 4, bottom: bottom - height / 4 });
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((one, at) => {
    for (const other of lines.slice(at + 1)) {
      if (other.top >= one.bottom) break;
      if (one.node === other.node || one.still !== other.still) continue;
      if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2)
        faults.add(`on each other: ${name(one.node)} / ${name(other.node)}`);
    }
  });
  return [...faults];
}"""

# How far a slide scrolls, the room between what can be pressed and the meeting's foot, and the picture's height.
FIT = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const bottom = (thing) => thing.getBoundingClientRect().bottom;
  const lowest = Math.max(...[...document.querySelectorAll(".slide, .st-key-meeting-decide")].map(bottom));
  const foot = document.querySelector(".st-key-meeting-foot").getBoundingClientRect().top;
  return [main.scrollHeight - main.clientHeight, foot - lowest,
    document.querySelector(".slide-picture svg").getBoundingClientRect().height];
}"""
