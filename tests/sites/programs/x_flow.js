const dialog = make(document.body, 'div', {role: 'dialog'});
let token = '';
async function step(name, text) {
  const got = await fetch('/1.1/onboarding/task.json', {method: 'POST', body: new URLSearchParams({step: name, text, token})});
  const told = await got.json();
  token = told.flow_token;
  if (told.error) { document.getElementById('told').textContent = told.error; return; }
  if (told.next === 'done') { dialog.replaceChildren(); make(dialog, 'a', {id: 'skip', href: '/home'}, 'Skip for now'); }
  else ask(told.next);
}
function ask(name) {
  dialog.replaceChildren();
  make(dialog, 'h1', {}, name);
  make(dialog, 'p', {id: 'told'});
  const box = make(dialog, 'input', {id: name, type: name === 'password' ? 'password' : 'text', autocomplete: name});
  make(dialog, 'button', {id: 'go'}, 'Next').onclick = () => step(name, box.value);
}
ask('user');
