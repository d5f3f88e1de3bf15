const drawn = new Set();
function draw(story) {
  drawn.add(story);
  const actor = find(story, 'actors')[0], article = make(feed, 'div', {role: 'article', style: 'height:420px'});
  const heading = make(article, 'h3', {});
  make(heading, 'a', {href: actor.url || '/profile.php?id=' + actor.id}, actor.name);
  make(article, 'a', {href: find(story, 'wwwURL') + '&__tn__=%2CO'}, 'a while ago');
  const scope = find(story, 'privacy_scope');
  if (scope) make(article, 'span', {role: 'img', 'aria-label': 'Shared with ' + scope.description});
  const message = find(story, 'message');
  make(article, 'div', {'data-ad-comet-preview': 'message'}, message ? message.text : '');
  const photo = find(story, 'viewer_image');
  if (photo) make(article, 'img', {src: photo.uri, width: 60});
  for (const one of find(story, 'interesting_top_level_comments') || []) {
    const comment = make(feed, 'div', {role: 'article', 'aria-label': 'Comment by ' + one.comment.author.name});
    make(comment, 'a', {href: one.comment.url}, one.comment.author.name);
    make(comment, 'div', {}, one.comment.body.text);
  }
  if (VIRTUAL && feed.children.length > 6) feed.firstChild.remove();
}
const feed = make(document.querySelector('[role=main]'), 'div', {role: 'feed'});
let info = {};
function take(value) {
  const units = find(value, 'timeline_list_feed_units');
  for (const edge of units ? units.edges : []) draw(edge.node);
  if (value.path && value.data.node) draw(value.data.node);
  info = find(value, 'page_info') || info;
}
document.querySelectorAll('[data-timeline]').forEach(script => take(JSON.parse(script.textContent)));
const strange = document.querySelector('[data-strange]');
if (strange) { draw(JSON.parse(strange.textContent).suggestion); drawn.delete([...drawn].pop()); }
async function ask(question, variables) {
  const sent = new URLSearchParams({fb_api_req_friendly_name: question, variables: JSON.stringify(variables),
    doc_id: String(Math.floor(Math.random() * 1e12))});
  const got = await fetch('/api/graphql/', {method: 'POST', body: sent});
  return (await got.text()).replace('for (;;);', '').split('\n').map(JSON.parse);
}
if (document.querySelector('[data-timeline]')) lazily(async () => {
  if (!info.has_next_page) return false;
  const values = await ask('ProfileCometTimelineFeedRefetchQuery', {cursor: info.end_cursor, count: 3, id: OWNER});
  values.forEach(take);
  if (LIMIT && drawn.size >= LIMIT) { document.getElementById('modal').showModal(); return false; }
  return true;
});
