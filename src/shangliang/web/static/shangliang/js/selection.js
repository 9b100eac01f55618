// Tick boxes that survive a swap and a page turn: kept in this tab under the list's own filter.
import { make } from './dom.js';

const PASSING = ['page', 'sort', 'case', 'item'];

function filterKey(name) {
  const query = new URLSearchParams(location.search);
  PASSING.forEach((p) => query.delete(p));
  query.sort();
  return `selection:${document.body.dataset.who}:${name}:${location.pathname}?${query}`;
}

export function init(root) {
  const key = filterKey(root.dataset.selection);
  const area = root.closest('[data-queue]') || root.closest('.card') || document;
  const boxes = [...root.querySelectorAll('input[type=checkbox][name=selected]')];
  const form = boxes[0]?.form || (root.matches('form') ? root : null);
  const all = area.querySelector('[data-select-all]');
  const bar = area.querySelector('[data-bulk]');
  const chosen = new Set(JSON.parse(sessionStorage.getItem(key) || '[]'));
  // A list on one page: what is no longer on it was dealt with. With data-pages it may be on another.
  const values = new Set(boxes.map((box) => box.value));
  if (!('pages' in root.dataset)) chosen.forEach((value) => { if (!values.has(value)) chosen.delete(value); });
  boxes.forEach((box) => { if (box.checked) chosen.add(box.value); else box.checked = chosen.has(box.value); });

  function draw() {
    const here = boxes.filter((box) => box.checked).length;
    const away = chosen.size - here;
    sessionStorage.setItem(key, JSON.stringify([...chosen]));
    if (all) {
      all.checked = boxes.length > 0 && here === boxes.length;
      all.indeterminate = here > 0 && here < boxes.length;
    }
    if (!bar) return;
    bar.toggleAttribute('data-on', chosen.size > 0);
    const count = bar.querySelector('[data-bulk-count]');
    if (count) count.textContent = chosen.size ? `已选 ${chosen.size} 件${away ? `，其中 ${away} 件不在本页` : ''}` : '勾选后一起办';
    bar.querySelectorAll('[data-bulk-clear]').forEach((b) => { b.hidden = !chosen.size; });
  }

  boxes.forEach((box) => box.addEventListener('change', () => {
    if (box.checked) chosen.add(box.value); else chosen.delete(box.value);
    draw();
  }));
  // onchange and onclick, not listeners: the bar and the box may outlive a swap of the list
  if (all) all.onchange = () => {
    boxes.forEach((box) => { box.checked = all.checked; if (all.checked) chosen.add(box.value); else chosen.delete(box.value); });
    draw();
  };
  bar?.querySelectorAll('[data-bulk-clear]').forEach((b) => {
    b.onclick = () => { chosen.clear(); boxes.forEach((box) => { box.checked = false; }); draw(); };
  });
  // What was chosen on other pages goes along; what the server could not do it ticks again itself.
  if (form) form.onsubmit = () => {
    form.querySelectorAll('[data-carried]').forEach((el) => el.remove());
    chosen.forEach((value) => {
      if (!values.has(value)) form.append(make('input', { type: 'hidden', name: 'selected', value, 'data-carried': '' }));
    });
    sessionStorage.removeItem(key);
  };
  draw();
}
