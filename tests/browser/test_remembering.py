"""What is remembered of a page while it is scrolled: all that stood there, at the price of what is new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, JSHandle, Page

from selfaudit.browser import mirror, scripts
from selfaudit.browser.session import fresh_context

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with fresh_context(browser, headless=True) as context:
        yield context.new_page()


def remembered(page: Page) -> JSHandle:
    memory = page.evaluate_handle(mirror.MEMORY, scripts.PASSWORDS)
    notice(memory)
    return memory


def notice(memory: JSHandle, *, everywhere: bool = False) -> tuple[int, bool]:
    seen: dict[str, Any] = memory.evaluate(mirror.NOTICE, everywhere)
    return seen["fresh"], seen["vanished"]


def entries_in(html: str) -> list[int]:
    return [int(number) for number in re.findall(r"Entry number (\d+) of", html)]


def stretch(memory: JSHandle) -> str:
    return str(memory.evaluate("state => state.stretch.page"))


LIST = """<title>A list</title><nav><a href=/a>Somewhere else</a></nav>
<main id=list></main><p id=clock></p><script>
const entry = number => {
  const made = document.createElement('article');
  made.innerHTML = `<a href="/entry/${number}"><b>Entry number ${number} of the list</b></a>`;
  return made;
};
const add = (from, to) => { for (let number = from; number < to; number++) list.append(entry(number)); };
</script>"""

CHANGES = r"""seed => {
  const random = most => { seed = (seed * 48271) % 2147483647; return seed % most; };
  const root = document.querySelector('main'), trees = [root];
  for (const tree of trees)
    for (const one of tree.querySelectorAll('*')) if (one.shadowRoot) trees.push(one.shadowRoot);
  const all = trees.flatMap(tree => [tree, ...tree.querySelectorAll('*')]);
  const any = () => all[random(all.length)];
  const kinds = ['div', 'p', 'a', 'img', 'span', 'x-one', 'template', 'script'];
  const made = () => {
    const one = document.createElement(kinds[random(8)]);
    one.setAttribute(['href', 'src', 'class', 'value'][random(4)], '/place-' + random(40));
    one.append('Words that are said ' + random(40));
    if (one.content) one.content.append('Nobody sees this text ' + random(9));
    if (['DIV', 'X-ONE'].includes(one.nodeName) && random(3) === 0)
      one.attachShadow({mode: 'open'}).innerHTML = `<p>Words in the shade ${random(40)}</p><slot></slot>`;
    return one;
  };
  for (let change = 0; change < 12; change++) {
    const one = any(), other = any();
    try {
      [
        () => one.append(made()),
        () => { const outer = made();
          outer.append(one === root ? '' : one, made()); other.append(outer); },
        () => one !== root && one.remove(),
        () => one !== root && other.prepend(one),
        () => one.firstChild && (one.firstChild.data = 'Words that changed ' + random(40)),
        () => one.setAttribute('href', '/elsewhere-' + random(40)),
        () => one.removeAttribute('class'),
        () => { const last = one.lastChild; last.remove(); one.append(made()); other.append(last); },
      ][random(8)]();
    } catch (error) { if (!(error instanceof DOMException || error instanceof TypeError)) throw error; }
  }
}"""
"""Twelve changes at random: things come, go, move with all they hold, are worded anew, in shadows too."""


@pytest.mark.parametrize("seed", range(1, 5))
def test_the_copy_follows_whatever_a_page_does(page: Page, seed: int) -> None:
    page.set_content("<main><div>The first words of all</div><input type=password value=hunter2></main>")
    memory = remembered(page)
    for round_ in range(25):
        page.evaluate(CHANGES, seed * 1000 + round_)
        notice(memory, everywhere=True)
        assert memory.evaluate(mirror.STRETCH, 0) == {
            "page": page.evaluate(scripts.MARKUP, scripts.PASSWORDS)
        }
        anew = page.evaluate_handle(mirror.MEMORY, scripts.PASSWORDS)
        notice(anew)
        assert memory.evaluate(MARKS) == anew.evaluate(MARKS)


MARKS = "state => [...state.counts].sort()"


def test_what_is_gone_is_written_down_as_it_stood(page: Page) -> None:
    page.set_content(LIST)
    page.evaluate("add(0, 30)")
    memory = remembered(page)
    assert notice(memory) == (0, False)
    page.evaluate("for (let number = 0; number < 10; number++) list.firstElementChild.remove(); add(30, 40)")
    assert notice(memory) == (20, True)
    assert entries_in(stretch(memory)) == list(range(30))
    page.evaluate("list.prepend(entry(9))")
    assert notice(memory) == (0, False)
    page.evaluate("list.firstElementChild.remove()")
    assert notice(memory) == (0, False)


def test_what_only_moves_or_is_drawn_anew_is_not_gone(page: Page) -> None:
    page.set_content(LIST)
    page.evaluate("add(0, 30)")
    memory = remembered(page)
    page.evaluate("list.prepend(list.lastElementChild); clock.append(list.children[3])")
    page.evaluate("list.innerHTML += ''")
    page.evaluate("list.replaceWith(list.cloneNode(true))")
    assert notice(memory) == (0, False)


def test_rows_that_are_used_again_for_other_entries_are_written_down_before(page: Page) -> None:
    page.set_content(LIST)
    page.evaluate("add(0, 3)")
    memory = remembered(page)
    page.evaluate(
        "document.querySelectorAll('b').forEach((b, n) => { b.firstChild.data = `Entry number ${n + 3} of` })"
    )
    assert notice(memory) == (3, True)
    assert entries_in(stretch(memory)) == [0, 1, 2]


def test_a_list_that_grows_long_is_written_in_stretches_that_hold_each_entry_once(page: Page) -> None:
    page.set_content(LIST)
    page.evaluate("add(0, 400)")
    memory = remembered(page)
    assert memory.evaluate(mirror.STRETCHES) == 0
    page.evaluate("add(400, 1234)")
    assert notice(memory) == (2 * 834, False)
    assert memory.evaluate(mirror.STRETCHES) == 3
    pages = [memory.evaluate(mirror.STRETCH, number)["page"] for number in range(3)]
    assert [entries_in(one) for one in pages] == [
        list(range(500)),
        list(range(500, 1000)),
        list(range(1000, 1234)),
    ]
    assert all("Somewhere else" in one and "const add" in one for one in pages)
    page.evaluate("add(1234, 1240)")
    assert notice(memory) == (12, False)
    assert entries_in(memory.evaluate(mirror.STRETCH, 2)["page"]) == list(range(1000, 1240))


def test_a_clock_beside_a_long_list_does_not_write_the_list_down_at_each_tick(page: Page) -> None:
    page.set_content(LIST)
    page.evaluate("add(0, 1234); clock.textContent = 'It is 12:00:00 now'")
    memory = remembered(page)
    page.evaluate("clock.textContent = 'It is 12:00:01 now'; list.children[700].remove()")
    assert notice(memory) == (1, True)
    assert entries_in(stretch(memory)) == [*range(20), 700]
    assert "12:00:00" in stretch(memory)


def test_a_shadow_root_that_opens_late_is_found_when_it_is_looked_for(page: Page) -> None:
    page.set_content("<div id=host>The words outside of it</div>")
    memory = remembered(page)
    page.evaluate("host.attachShadow({mode: 'open'}).innerHTML = '<p>The words inside of it</p>'")
    assert notice(memory, everywhere=True) == (1, False)
    page.evaluate("host.shadowRoot.innerHTML = '<p>Other words inside of it</p>'")
    assert notice(memory) == (1, True)
    assert '<template shadowrootmode="open"><p>The words inside of it</p>' in stretch(memory)


def test_an_entry_of_a_long_list_that_changes_in_the_shade_is_kept_with_its_old_words(page: Page) -> None:
    page.set_content(LIST)
    page.evaluate(
        "add(0, 800); list.children[750].attachShadow({mode: 'open'}).innerHTML = '<p>Old words here</p>'"
    )
    memory = remembered(page)
    page.evaluate("list.children[750].shadowRoot.firstChild.textContent = 'New words here'")
    assert notice(memory) == (1, True)
    assert "Old words here" in stretch(memory)
    assert entries_in(stretch(memory)) == [*range(20), 750]


def test_a_page_finds_nothing_of_ours(page: Page) -> None:
    page.set_content(LIST)
    before = page.evaluate("Object.getOwnPropertyNames(window).length")
    html = page.content()
    memory = remembered(page)
    page.evaluate("add(0, 600)")
    notice(memory)
    page.evaluate("list.replaceChildren()")
    assert page.content() == html
    assert page.evaluate("Object.getOwnPropertyNames(window).length") == before
