const find = (value, name) => {
  if (!value || typeof value !== 'object') return undefined;
  if (name in value) return value[name];
  for (const inner of Object.values(value)) {
    const found = find(inner, name);
    if (found !== undefined) return found;
  }
};
const make = (where, tag, attributes, text) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  where.append(made);
  return made;
};
function lazily(load) {
  const end = make(document.body, 'div', {style: 'height:1px'});
  let busy = false, done = false;
  const more = async () => {
    if (busy || done || end.getBoundingClientRect().top > innerHeight + 100) return;
    busy = true;
    done = !(await load());
    busy = false;
  };
  addEventListener('scroll', more, true);
  setInterval(more, 60);
}
