const grid = document.getElementById('grid');
async function ask(question, variables) {
  const sent = new URLSearchParams({fb_api_req_friendly_name: question, variables: JSON.stringify(variables), doc_id: '1'});
  return (await fetch('/graphql/query', {method: 'POST', body: sent})).json();
}
const get = async address => (await fetch(address, {headers: {'X-IG-App-ID': '1'}})).json();
function tile(node) {
  const code = node.code || node.shortcode, made = make(grid, 'div', {style: 'height:420px'});
  const link = make(made, 'a', {href: (OLD ? '' : '/' + HANDLE) + '/p/' + code + '/'});
  const image = node.display_url || (find(node, 'candidates') || [{}])[0].url;
  if (image) make(link, 'img', {src: image, width: 80, alt: 'Photo by ' + HANDLE});
  if (!OLD && grid.children.length > 6) grid.firstChild.remove();
}
let mark, shown = 0;
function take(value) {
  const list = find(value, OLD ? 'edge_owner_to_timeline_media' : 'xdt_api__v1__feed__user_timeline_graphql_connection');
  list.edges.forEach(edge => tile(edge.node));
  shown += list.edges.length;
  mark = list.page_info;
}
async function profile() {
  if (OLD) take(await get('/api/v1/users/web_profile_info/?username=' + HANDLE));
  else {
    await ask('PolarisProfilePageContentQuery', {id: ID, render_surface: 'PROFILE'});
    await ask('PolarisProfileSuggestedUsersWithPreloadableQuery', {target_id: ID});
    take(await ask('PolarisProfilePostsQuery', {data: {count: 12}, username: HANDLE}));
  }
  lazily(async () => {
    if (LIMIT && shown >= LIMIT) { document.getElementById('modal').showModal(); return false; }
    if (!mark.has_next_page) return false;
    if (OLD) take(await get('/graphql/query/?query_hash=abc&variables=' +
      encodeURIComponent(JSON.stringify({id: ID, first: 12, after: mark.end_cursor}))));
    else take(await ask('PolarisProfilePostsTabContentQuery_connection', {after: mark.end_cursor, first: 12, username: HANDLE}));
    return true;
  });
}
async function people(which) {
  const pane = document.getElementById('people');
  let next = '', more = true, busy = false;
  const load = async () => {
    if (busy || !more || pane.scrollTop + pane.clientHeight < pane.scrollHeight - 60) return;
    busy = true;
    const value = OLD
      ? await get('/graphql/query/?query_hash=' + which + '&variables=' + encodeURIComponent(JSON.stringify({id: ID, after: next})))
      : await get('/api/v1/friendships/' + ID + '/' + which + '/?count=12' + (next ? '&max_id=' + next : ''));
    const list = OLD ? find(value, which === 'followers' ? 'edge_followed_by' : 'edge_follow') : value;
    for (const one of OLD ? list.edges.map(edge => edge.node) : list.users)
      make(make(pane, 'div', {style: 'height:90px'}), 'a', {href: '/' + one.username + '/'}, one.username);
    next = OLD ? list.page_info.end_cursor : list.next_max_id;
    more = Boolean(next);
    busy = false;
  };
  pane.addEventListener('scroll', load);
  setInterval(load, 60);
}
if (WHICH) people(WHICH); else profile();
