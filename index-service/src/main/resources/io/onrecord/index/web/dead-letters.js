'use strict';
// The dead letters: a list by conditions, and what can be done with those that it shows.
// Whatever a letter says is shown as text.

const form = document.getElementById('conditions');
const view = document.getElementById('view');
const line = document.getElementById('status');

function conditions() {
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value.trim()) chosen.set(name, value.trim());
  }
  return chosen.toString();
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

async function ask(path, method = 'GET') {
  const token = document.getElementById('token').value;
  const headers = token ? { Authorization: 'Bearer ' + token } : {};
  const answer = await fetch(path, { method, headers });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail);
  return body;
}

function entry(letter) {
  const item = document.createElement('article');
  const place = letter.place.topic + '/' + letter.place.partition + '/' + letter.place.offset;
  item.append(element('h2', letter.url || letter.id || place));
  item.append(element('p', letter.stage + ' · ' + letter.error + ' · attempt ' + letter.attempt + ' · ' + letter.time));
  item.append(element('p', letter.message));
  const more = document.createElement('details');
  more.append(element('summary', place + ', ' + letter.bytes + ' bytes'));
  more.append(element('pre', letter.stacktrace));
  const value = element('a', 'its value');
  value.href = '/api/dead-letters/' + place + '/value';
  more.append(value);
  item.append(more);
  return item;
}

async function show() {
  const found = await ask('/api/dead-letters?' + conditions());
  line.textContent = found.count === 1 ? '1 open dead letter' : found.count + ' open dead letters';
  view.replaceChildren(...found.letters.slice(0, 200).map(entry));
}

async function act(path, say) {
  try {
    const done = await ask(path + '?' + conditions(), 'POST');
    await show();
    line.textContent = say(done) + ' ' + line.textContent;
  } catch (problem) {
    line.textContent = problem.message;
  }
}

form.addEventListener('submit', event => {
  event.preventDefault();
  show().catch(problem => { line.textContent = problem.message; });
});
document.getElementById('redrive').addEventListener('click', () =>
  act('/api/dead-letters/redrive', done => done.redriven + ' put back, ' + done.superseded + ' superseded.'));
document.getElementById('purge').addEventListener('click', () => {
  if (window.confirm('Give up the letters that these conditions mean?')) {
    act('/api/dead-letters/purge', done => done.purged + ' given up.');
  }
});
show().catch(problem => { line.textContent = problem.message; });
