const H = 340, rows = [], column = make(document.getElementById('column'), 'div', {style: 'position:relative'});
function draw() {
  const from = Math.max(0, Math.floor(scrollY / H) - 1);
  column.style.height = rows.length * H + 'px';
  column.replaceChildren();
  rows.slice(from, from + 5).forEach((build, place) => build(make(column, 'div', {'data-testid': 'cellInnerDiv',
    style: `position:absolute;top:${(from + place) * H}px;height:${H}px;width:600px;overflow:hidden`})));
}
addEventListener('scroll', draw);
const named = user => user.core || user.legacy;
function post(cell, result, ad) {
  result = result.tweet || result;
  const again = result.legacy.retweeted_status_result, shown = again ? again.result || result : result;
  const user = named(shown.core.user_results.result), article = make(cell, 'article', {'data-testid': 'tweet'});
  if (again && !again.result) return;
  if (again) make(make(article, 'a', {href: '/' + named(result.core.user_results.result).screen_name}), 'span',
    {'data-testid': 'socialContext'}, 'reposted');
  const name = make(article, 'div', {'data-testid': 'User-Name'});
  make(name, 'a', {href: '/' + user.screen_name}, user.name);
  if (!ad) make(make(name, 'a', {href: '/' + user.screen_name + '/status/' + shown.rest_id}), 'time',
    {datetime: new Date(shown.legacy.created_at).toISOString()}, 'ago');
  make(article, 'div', {'data-testid': 'tweetText'}, shown.legacy.full_text);
  for (const medium of (shown.legacy.extended_entities || {media: []}).media)
    make(make(make(article, 'a', {href: '/' + user.screen_name + '/status/' + shown.rest_id + '/photo/1'}), 'div',
      {'data-testid': 'tweetPhoto'}), 'img', {src: medium.media_url_https, width: 40});
  make(article, 'button', {onclick: "fetch('/change/like', {method: 'POST'})"}, 'Like');
}
function person(cell, user) {
  const link = make(make(cell, 'div', {'data-testid': 'UserCell'}), 'a', {href: '/' + named(user).screen_name});
  make(link, 'span', {}, named(user).name);
  make(link, 'span', {}, '@' + named(user).screen_name);
}
function item(content) {
  const tweet = content.tweet_results && content.tweet_results.result;
  if (tweet && tweet.__typename !== 'TweetTombstone') rows.push(cell => post(cell, tweet, content.promotedMetadata));
  if (content.user_results) rows.push(cell => person(cell, content.user_results.result));
}
let cursor;
async function load() {
  const variables = JSON.stringify({...ASK.variables, count: 20, ...(cursor ? {cursor} : {})});
  const got = await fetch('/i/api/graphql/' + ASK.key + '/' + ASK.operation + '?variables=' +
    encodeURIComponent(variables), {headers: {'x-csrf-token': 'x'}});
  let next, before = rows.length;
  for (const step of find(await got.json(), 'instructions')) {
    for (const entry of [...(step.entries || []), ...(step.entry ? [step.entry] : [])]) {
      if (entry.content.cursorType === 'Bottom') next = entry.content.value;
      if (entry.content.itemContent) item(entry.content.itemContent);
      for (const inner of entry.content.items || []) item(inner.item.itemContent);
    }
    for (const inner of step.moduleItems || []) item(inner.item.itemContent);
  }
  const on = next && next !== cursor && rows.length > before;
  cursor = next;
  draw();
  return on;
}
