"""The few lines that run inside a page. They read; none of them changes the page, clicks or types.

What runs while a page is scrolled is in `selfaudit.browser.mirror`.
"""

from __future__ import annotations

PARSING = "() => document.readyState === 'loading'"

MARKUP = r"""(secrets) => {
  const root = document.documentElement;
  if (!root) return '';
  const shaded = [...document.querySelectorAll('*')].some(element => element.shadowRoot);
  if (!shaded && !document.querySelector(secrets)) return root.outerHTML;
  const blank = document.implementation.createHTMLDocument('');
  const copied = nodes => {
    const copy = blank.createDocumentFragment();
    nodes.forEach(node => copy.append(blank.importNode(node, true)));
    const below = node => node.querySelectorAll ? [node, ...node.querySelectorAll('*')] : [];
    const copies = [...copy.querySelectorAll('*')];
    copy.querySelectorAll(secrets).forEach(field => field.removeAttribute('value'));
    nodes.flatMap(below).forEach((element, place) => {
      if (!element.shadowRoot) return;
      const shade = blank.createElement('template');
      shade.setAttribute('shadowrootmode', element.shadowRoot.mode);
      shade.content.append(copied([...element.shadowRoot.childNodes]));
      copies[place].prepend(shade);
    });
    return copy;
  };
  return copied([root]).firstElementChild.outerHTML;
}"""
"""The page as it stands, with open shadow roots written down as the standard writes them, and without what
was typed into fields that match ``secrets``.

Some sites copy each typed letter into the mark-up; a password must not come along.
"""

PAGE = f"secrets => ({{page: ({MARKUP})(secrets)}})"
"""The same, held in the browser: `LENGTH` and `SLICE` fetch it in pieces, since a page may be very long."""

LENGTH = "held => held.page.length"
SLICE = "(held, [start, end]) => held.page.slice(start, end)"

PASSWORDS = "input[type=password][value]"
TYPED = (
    "input[value]:not([type=hidden]):not([type=submit]):not([type=button]):not([type=radio])"
    ":not([type=checkbox])"
)

LOOK = r"""() => {
  const visible = element => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1
      && element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  };
  const ends = text => text.length > MOST ? text.slice(0, MOST / 2) + '\n' + text.slice(-MOST / 2) : text;
  const content = 'article,[role=article],[role=feed]';
  const modal = 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true]';
  const all = selector => [...document.querySelectorAll(selector)].filter(visible);
  const words = elements => elements.map(element => element.innerText || element.value || '').join('\n');
  const dialogs = all(modal).filter(dialog => !dialog.querySelector(content));
  return {
    url: location.href,
    text: ends(document.body ? document.body.innerText : ''),
    title: document.title || '',
    headings: words(all('h1,h2,h3').filter(heading => !heading.closest(content))),
    buttons: words(all('button,input[type=submit],[role=button]').slice(0, 40)),
    dialogs: words(dialogs),
    passwords: all('input[type=password]').length,
    asking: dialogs.some(dialog => [...dialog.querySelectorAll('input[type=password]')].some(visible)),
    frames: all('iframe').filter(frame => frame.offsetHeight > 40).map(frame => frame.src),
    items: all(content).length,
  };
}""".replace("MOST", "200000")
"""What a person would see at a glance; `walls.Look` is made of it."""

PICTURES = r"""() => [...document.images]
  .filter(image => image.currentSrc && image.src && image.currentSrc !== image.src)
  .map(image => [image.src, image.currentSrc])"""
"""Pictures that the browser took in another size than the mark-up names first."""

UNPRESSED = r"""(offers) => {
  const words = new RegExp('^[^\\p{L}\\p{N}]*(?:' + offers + ')(?![\\p{L}\\p{N}]).{0,30}$', 'iu');
  const named = /(load|show|view|see|fetch)[-_]?more|more[-_]?(posts|items|results|comments|photos)/i;
  const own = 'article,[role=article],dialog,[role=dialog],header,aside,form';
  const items = [...document.querySelectorAll('article,[role=article],[role=feed] > *')]
    .filter(item => item.checkVisibility() && !item.closest('aside,dialog,[role=dialog]'));
  const last = items[items.length - 1];
  const middle = document.documentElement.scrollHeight / 2;
  const at = element => element.getBoundingClientRect();
  const ends = element => last
    ? last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING
    : at(element).top + scrollY > middle;
  const leads = element => element.tagName === 'A' && /^https?:/.test(element.href)
    && !element.getAttribute('href').startsWith('#') && element.getAttribute('role') !== 'button';
  const signed = element => !element.closest('footer,nav') && !leads(element)
    && ['id', 'class', 'name', 'data-testid', 'data-test-id', 'data-e2e', 'data-action']
      .some(name => named.test(element.getAttribute(name) || ''));
  const follows = element => items.length > 1 && leads(element)
    && (element.getAttribute('rel') || '').split(/\s+/).includes('next');
  const found = [...document.querySelectorAll('button,[role=button],a,input[type=button],input[type=submit]')]
    .filter(element => (follows(element) || signed(element)
        || words.test((element.innerText || element.value || element.ariaLabel || '').trim()))
      && !element.disabled && element.getAttribute('aria-disabled') !== 'true' && !element.closest(own)
      && element.checkVisibility({visibilityProperty: true, opacityProperty: true})
      && at(element).width > 1 && at(element).height > 1 && ends(element));
  const told = name => Number(last && last.getAttribute(name)) || 0;
  const short = told('aria-posinset') > 0 && told('aria-setsize') > told('aria-posinset') ? [''] : [];
  return [...found.map(element => leads(element) ? element.href : ''), ...short];
}"""
"""Buttons at a list's end that would load more of it (''), and links to more, which a walk may follow.

First by what no language changes: ``rel=next``, the names that programmers give to such buttons, a list that
tells screen readers that it is longer than what stands there; then by the words in ``offers``.
"""

ASK = r"""async ([address, headers, most]) => {
  const answer = await fetch(address, {method: 'GET', headers, credentials: 'same-origin'});
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let text = '';
  for (let start = 0; start < Math.min(bytes.length, most); start += 32768)
    text += String.fromCharCode(...bytes.subarray(start, start + 32768));
  return {
    url: answer.url, status: answer.status, type: answer.headers.get('content-type') || '', body: btoa(text),
    size: bytes.length,
  };
}"""
"""Asks the site for data as the page itself could: same cookies, same rules, GET alone."""

DRAWN = r"""() => new Promise(resolve => {
  requestAnimationFrame(() => resolve(true));
  setTimeout(() => resolve(false), 2000);
})"""
"""Whether the window is being drawn. A minimised one is not, and then long lists stop loading."""
