const list = document.getElementById('list');
let mark;
function show(value) {
  const items = find(value, 'pageItems');
  for (const edge of items.edges) {
    const row = make(list, 'div', {style: 'height:180px'});
    make(row, 'a', {href: edge.node.url}, edge.node.title.text);
  }
  mark = items.page_info;
}
show(JSON.parse(document.querySelector('[data-friends]').textContent));
lazily(async () => {
  if (!mark.has_next_page) return false;
  (await ask('ProfileCometAppCollectionListRendererPaginationQuery', {cursor: mark.end_cursor, id: OWNER})).forEach(show);
  return true;
});
