'use strict';
// Replays with their last comparison; whatever a document says is shown as text.

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function table(head, rows) {
  const made = document.createElement('table');
  const first = document.createElement('tr');
  head.forEach(text => first.append(element('th', text)));
  made.append(first);
  for (const cells of rows) {
    const row = document.createElement('tr');
    cells.forEach(text => row.append(element('td', text)));
    made.append(row);
  }
  return made;
}

function pair(worst) {
  const made = document.createElement('details');
  made.append(element('summary', worst.similarity.toFixed(3) + ' · ' + worst.title));
  made.append(element('p', worst.url));
  made.append(table(['live', 'replayed'], worst.rows.map(row => [row.live, row.replayed])));
  return made;
}

function replay(state) {
  const made = document.createElement('article');
  made.append(element('h2', state.name));
  made.append(element('p', state.status.toLowerCase() + ' · made ' + state.made + ' · normalizer ' + state.normalizer));
  const report = state.report;
  if (!report) {
    made.append(element('p', 'Not compared yet.'));
    return made;
  }
  const counts = report.counts;
  made.append(table(
    ['same', 'changed', 'new', 'gone', 'newer live', 'lost', 'failed'],
    [[counts.same, counts.changed, counts.added, counts.gone, counts.newer, counts.lost, counts.failed]]));
  made.append(element('h3', 'How alike the changed texts are'));
  made.append(table(['at least', 'documents'], report.similarity.map(bin => [bin.least, bin.documents])));
  if (report.worst.length) made.append(element('h3', 'The least alike'));
  report.worst.forEach(worst => made.append(pair(worst)));
  for (const [title, examples] of [['Lost', report.lost], ['Failed', report.failed]]) {
    if (!examples.length) continue;
    made.append(element('h3', title));
    made.append(table(['id', 'page', 'why'], examples.map(e => [e.id, e.url, e.why])));
  }
  return made;
}

async function show() {
  const answer = await fetch('/api/replays');
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail);
  document.getElementById('status').textContent = body.replays.length ? '' : 'No replay has been made.';
  document.getElementById('view').replaceChildren(...body.replays.map(replay));
}

show().catch(problem => { document.getElementById('status').textContent = problem.message; });
