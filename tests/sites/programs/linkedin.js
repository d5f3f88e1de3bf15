const holder = document.getElementById('updates');
function update(one) {
  const old = MARKUP === 'voyager';
  const post = make(holder, 'div', old ? {role: 'article', 'data-urn': one.urn} : {role: 'listitem'});
  post.style.height = '420px';
  if (one.header) {
    const line = make(post, 'div', {});
    make(line, 'a', {href: one.header.href}, one.header.name);
    make(line, 'span', {}, ' ' + one.header.words);
  }
  const author = make(post, 'div', {});
  make(make(author, 'a', {href: one.author.href + '?miniProfile=x'}), 'span', {dir: 'ltr'}, one.author.name);
  make(author, 'span', {'aria-label': 'Visible to ' + one.seen}, '3w \u2022 ' + one.seen);
  if (!old) make(author, 'a', {href: '/feed/update/' + one.urn + '/'}, '3w');
  const text = make(post, 'div', old ? {} : {'data-view-name': 'feed-commentary'});
  make(text, old ? 'span' : 'p', {dir: old ? 'ltr' : 'auto'}, one.text);
  if (one.photo) make(post, 'img', {src: one.photo, width: 50});
  for (const said of one.comments) {
    const below = make(post, 'div', old ? {'data-id': 'urn:li:comment:(activity:1,2)'} : {role: 'article'});
    make(below, 'a', {href: said.href}, said.name);
    make(below, old ? 'span' : 'p', {dir: old ? 'ltr' : 'auto'}, said.text);
  }
  make(post, 'button', {onclick: "fetch('/change/like', {method: 'POST'})"}, 'Like');
}
function connection(one) {
  const row = make(holder, old ? 'li' : 'div', old ? {} : {role: 'listitem'});
  row.style.height = '150px';
  make(make(row, 'a', {href: one.href}), 'img', {alt: one.name});
  const link = make(row, 'a', {href: one.href});
  make(link, 'p', {}, one.name);
  make(link, 'p', {}, one.about);
}
const old = MARKUP === 'voyager', draw = LIST === 'updates' ? update : connection;
GIVEN.forEach(draw);
let start = GIVEN.length;
lazily(async () => {
  if (start >= TOTAL) return false;
  const got = old
    ? await (await fetch('/voyager/api/graphql?queryId=voyager' + LIST + '.1&variables=(start:' + start + ')')).json()
    : JSON.parse((await (await fetch('/flagship-web/rsc-action/actions/pagination?list=' + LIST,
        {method: 'POST', body: JSON.stringify({start})})).text()).slice(2));
  const items = old ? got.included.map(one => one.kept) : got.children.map(one => one.props);
  items.forEach(draw);
  start += items.length;
  return true;
});
