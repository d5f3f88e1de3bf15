"""The script that remembers a page while it is scrolled, so that each look costs as much as what is new.

A copy of the page, which nobody sees, follows what changes. Lists that take old entries away are written down
from it before it follows, as they stood; lists that only grow are written down once, at their end. The copy
lives in a document without a window: in it no picture loads, no script runs and nothing can be found.
"""

from __future__ import annotations

LONG = 500
"""A list of more entries than these is written down in stretches, each a page of its own."""

MEMORY = r"""secrets => {
  const blank = document.implementation.createHTMLDocument('');
  const top = blank.createDocumentFragment();
  const copies = new WeakMap([[document, top]]), shades = new WeakSet(), homes = new WeakMap();
  const long = new Set();
  const counts = new Map(), known = new Set(), kept = new Set(), touched = new Set([document]);
  const unread = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']);
  const observer = new MutationObserver(records => records.forEach(record => touched.add(record.target)));
  const watch = tree => observer.observe(
    tree, {subtree: true, childList: true, characterData: true, attributes: true});
  const inside = copy => shades.has(copy) ? copy.content : copy;
  const depth = node => {
    let steps = 0;
    for (; node; node = node.parentNode || node.host) steps++;
    return steps;
  };
  const above = copy => copy.parentNode || homes.get(copy);
  const stands = copy => { while (above(copy)) copy = above(copy); return copy === top; };
  const blocks = new Set(['ARTICLE', 'DETAILS', 'DIV', 'FIGURE', 'LI', 'SECTION', 'TBODY', 'TR']);
  const isEntry = child => child.nodeType === 1
    && (blocks.has(child.nodeName) || child.nodeName.includes('-'));
  const entriesOf = list => [...inside(list).childNodes].filter(isEntry);

  const bare = copy => { if (copy.matches && copy.matches(secrets)) copy.removeAttribute('value'); };
  const shaded = root => {
    const shade = blank.createElement('template');
    shade.setAttribute('shadowrootmode', root.mode);
    shades.add(shade);
    homes.set(shade.content, shade);
    watch(root);
    return filled(root, shade);
  };
  const filled = (node, copy) => {
    copies.set(node, copy);
    for (const child of node.childNodes) inside(copy).append(copied(child));
    if (inside(copy).childNodes.length > LONG) long.add(copy);
    return copy;
  };
  const copied = node => {
    const copy = blank.importNode(node, false);
    bare(copy);
    if (node.localName === 'template') copy.content.append(blank.importNode(node.content, true));
    if (node.shadowRoot) copy.append(shaded(node.shadowRoot));
    return filled(node, copy);
  };

  const hides = parent => parent && unread.has(parent.nodeName) && !shades.has(parent);
  const mark = (node, parent) => {
    const address = {A: 'href', IMG: 'src'}[node.nodeName];
    const said = node.nodeType === 3 ? node.data.trim() : address ? node.getAttribute(address) : '';
    if (!said || (node.nodeType === 3 && (said.length < 12 || hides(parent)))) return '';
    return said.length > 160 ? said.slice(0, 160) + said.length : said;
  };
  const add = (sums, said, step) => { if (said) sums.set(said, (sums.get(said) || 0) + step); };
  const count = (sums, copy, parent, step) => {
    add(sums, mark(copy, parent), step);
    for (const child of inside(copy).childNodes) count(sums, child, copy, step);
  };

  const childrenOf = node => node === document ? [document.documentElement].filter(Boolean)
    : [...(node.shadowRoot ? [node.shadowRoot] : []), ...node.childNodes];
  const plan = () => {
    observer.takeRecords().forEach(record => touched.add(record.target));
    const nodes = [...touched].filter(node => node.isConnected && copies.has(node));
    touched.clear();
    const depths = new Map(nodes.map(node => [node, depth(node)]));
    const sums = new Map(), changes = [];
    for (const node of nodes.sort((one, other) => depths.get(one) - depths.get(other))) {
      const copy = copies.get(node), place = inside(copy);
      const wanted = childrenOf(node).map(child => {
        const old = copies.get(child);
        return old && old.parentNode === place ? old : child.nodeType === 11 ? shaded(child) : copied(child);
      });
      const staying = new Set(wanted), going = [];
      for (const child of place.childNodes) if (!staying.has(child)) going.push(child);
      add(sums, mark(copy, node.parentNode), -1);
      add(sums, mark(node, node.parentNode), 1);
      going.forEach(child => count(sums, child, copy, -1));
      wanted.forEach(child => { if (child.parentNode !== place) count(sums, child, copy, 1); });
      changes.push({node, copy, place, wanted, going});
    }
    return {sums, changes};
  };
  const follow = ({node, copy, place, wanted, going}) => {
    if (node.nodeType === 3 || node.nodeType === 8) copy.data = node.data;
    if (node.attributes) {
      for (const {name} of [...copy.attributes]) if (!node.hasAttribute(name)) copy.removeAttribute(name);
      for (const {name, value} of node.attributes)
        if (copy.getAttribute(name) !== value) copy.setAttributeNode(node.getAttributeNode(name).cloneNode());
      bare(copy);
    }
    going.forEach(child => { if (child.parentNode === place) child.remove(); });
    let at = place.firstChild;
    for (const child of wanted) {
      if (child === at) at = at.nextSibling;
      else place.insertBefore(child, at);
    }
    if (wanted.length > LONG) long.add(copy);
  };

  const written = stays => {
    const out = [];
    for (const list of long) {
      const entries = entriesOf(list);
      if (entries.length <= LONG || !stands(list)) long.delete(list);
      else out.push(...entries.filter((entry, number) => !stays(entry, number)).map(
        entry => [inside(list), entry, entry.nextSibling]));
    }
    out.forEach(([, entry]) => entry.remove());
    const page = top.firstElementChild ? top.firstElementChild.outerHTML : '';
    out.reverse().forEach(([place, entry, next]) => place.insertBefore(entry, next));
    return page;
  };
  const asItStood = changes => {
    const held = new Set();
    for (const {copy, going} of changes)
      for (let node of [copy, ...going]) for (; node && !held.has(node); node = above(node)) held.add(node);
    return written((entry, number) => number < 20 || held.has(entry));
  };

  const state = {panes: null, stretch: null, counts};
  state.notice = everywhere => {
    if (everywhere) state.seek([document]);
    const {sums, changes} = plan();
    let fresh = 0, vanished = false;
    for (const [said, step] of sums) {
      if (step > 0 && !known.has(said)) fresh++;
      if (step < 0 && !kept.has(said) && counts.get(said) + step <= 0) vanished = true;
    }
    state.stretch = vanished ? {page: asItStood(changes)} : null;
    if (vanished) for (const said of counts.keys()) kept.add(said);
    changes.forEach(follow);
    for (const [said, step] of sums) {
      const left = (counts.get(said) || 0) + step;
      if (left > 0) counts.set(said, left); else counts.delete(said);
      if (step > 0) known.add(said);
    }
    return {fresh, vanished};
  };
  state.seek = trees => {
    for (const tree of trees)
      for (const element of tree.querySelectorAll('*')) {
        if (!element.shadowRoot) continue;
        if (!copies.has(element.shadowRoot)) touched.add(element);
        trees.push(element.shadowRoot);
      }
  };
  state.stretches = () => {
    let most = 0;
    for (const list of long) if (stands(list)) most = Math.max(most, entriesOf(list).length);
    return most > LONG ? Math.ceil(most / LONG) : 0;
  };
  state.stretchOf = number => ({page: written((entry, place) => Math.floor(place / LONG) === number)});
  state.end = () => observer.disconnect();
  watch(document);
  return state;
}""".replace("LONG", str(LONG))
"""What the other scripts of this module are given. Its page finds nothing of ours in its own names."""

NOTICE = "(state, everywhere) => state.notice(everywhere)"
"""How much is new, and whether something is gone: ``stretch`` is then the page as it stood.

What a page shows in shadow roots that it opened late is looked for when ``everywhere`` is set.
"""

STRETCHES = "state => state.stretches()"
"""In how many stretches the page has to be written; none where it is short."""

STRETCH = "(state, number) => state.stretchOf(number)"
"""One of them: the whole page, but of each long list only its own entries."""

END = "state => state.end()"
"""The page is not followed any more."""

SCROLL = r"""async (state, nudge) => {
  const page = document.scrollingElement || document.documentElement;
  const tall = innerHeight * innerWidth / 4, asked = 'dialog,[role=dialog],[aria-modal=true]';
  if (nudge || !state.panes || state.panes.some(pane => !pane.isConnected))
    state.panes = [page, ...[...document.querySelectorAll('*')].filter(element =>
      element !== page && element.scrollHeight > element.clientHeight + 20
      && (element.clientHeight * element.clientWidth > tall || element.closest(asked))
      && /auto|scroll|overlay/.test(getComputedStyle(element).overflowY))];
  let moved = false;
  for (const pane of state.panes) {
    const step = (pane === page ? innerHeight : pane.clientHeight) * 0.85;
    const before = pane.scrollTop;
    if (nudge) {
      pane.scrollBy({top: -step / 2, behavior: 'instant'});
      await new Promise(resolve => setTimeout(resolve, 40));
    }
    pane.scrollBy({top: nudge ? step * 2 : step, behavior: 'instant'});
    moved = moved || pane.scrollTop > before + 1;
  }
  const frame = () => new Promise(resolve => { requestAnimationFrame(resolve); setTimeout(resolve, 200); });
  await frame();
  await frame();
  return moved;
}"""
"""Scrolls the page, and any large pane inside it, by most of a screen; whether that moved anything.

In a dialog small panes count too: Instagram lists followers in one. Panes are looked for again only where
nothing came any more, since a look at every element of a long list takes long.

Two frames later the page has seen it, and what it asks for on seeing it has been asked for.
"""
