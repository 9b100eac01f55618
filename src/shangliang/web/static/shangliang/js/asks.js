// Rows of a formset (asks, units, people): add, remove, put in order. Without script the page offers
// blank rows, a number for the order, a tick to delete and a button that posts "add one".
import { say } from './dom.js';

/** As many rows as a kept or newer text has, so that every one of its fields finds its place. */
export function grow(form, values) {
  for (const [name, given] of values) {
    const total = /-TOTAL_FORMS$/.test(name) && form.elements[name];
    const add = total && total.closest('[data-rows-area]')?.querySelector('[data-row-add]');
    for (let left = Number(given) - Number(total?.value); add && left > 0 && left < 60; left -= 1) add.click();
  }
}

export function init(list) {
  const area = list.closest('[data-rows-area]') || list.parentElement;
  const total = area.querySelector('input[name$=-TOTAL_FORMS]');
  const blank = area.querySelector('template[data-row-blank]');
  const add = area.querySelector('[data-row-add]');
  const name = list.dataset.rows || '条';
  const shown = () => [...list.querySelectorAll(':scope > [data-row]:not([hidden])')];
  const changed = () => list.dispatchEvent(new Event('input', { bubbles: true }));

  function renumber(first = false) {
    shown().forEach((row, i, rows) => {
      const order = row.querySelector('input[name$=-ORDER]');
      if (order) order.value = i + 1;
      if (order && first) order.defaultValue = i + 1; // not a change of the writer's
      const up = row.querySelector('[data-row-up]');
      const down = row.querySelector('[data-row-down]');
      if (up) { up.hidden = false; up.disabled = i === 0; up.setAttribute('aria-label', `第 ${i + 1} ${name}上移`); }
      if (down) { down.hidden = false; down.disabled = i === rows.length - 1; down.setAttribute('aria-label', `第 ${i + 1} ${name}下移`); }
      const gone = row.querySelector('[data-row-remove]');
      if (gone) { gone.hidden = false; gone.setAttribute('aria-label', `去掉第 ${i + 1} ${name}`); }
    });
  }
  // The plain controls that stand in when there is no script
  list.querySelectorAll('[data-row-plain]').forEach((el) => { el.hidden = true; });

  add?.addEventListener('click', (event) => {
    if (!blank || !total) return;
    event.preventDefault();
    const n = Number(total.value);
    const holder = document.createElement('template');
    holder.innerHTML = blank.innerHTML.replaceAll('__prefix__', n);
    const row = holder.content.querySelector('[data-row]');
    row.querySelectorAll('[data-row-plain]').forEach((el) => { el.hidden = true; });
    total.value = n + 1;
    list.append(row);
    row.dispatchEvent(new Event('row:added', { bubbles: true }));
    renumber();
    row.querySelector('input:not([type=hidden]),textarea,select')?.focus();
    say(`加了第 ${shown().length} ${name}`);
    changed();
  });

  function remove(row) {
    const at = shown().indexOf(row);
    const flag = row.querySelector('input[name$=-DELETE]');
    if (flag) {
      flag.checked = true;
      row.hidden = true;
      const back = document.createElement('li');
      back.className = 'toast';
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-sm', textContent: '放回来' });
      back.append(`去掉了第 ${at + 1} ${name}，保存后生效`, button);
      button.addEventListener('click', () => {
        flag.checked = false;
        row.hidden = false;
        back.remove();
        renumber();
        changed();
        row.querySelector('input:not([type=hidden]),textarea')?.focus();
      });
      row.after(back);
      button.focus();
    } else {
      row.querySelectorAll('input,textarea,select').forEach((el) => { el.value = ''; });
      row.hidden = true;
      (shown()[at] || shown()[at - 1])?.querySelector('textarea,input:not([type=hidden])')?.focus();
    }
    say(`去掉了第 ${at + 1} ${name}`);
  }

  list.addEventListener('click', (event) => {
    const row = event.target.closest('[data-row]');
    const button = event.target.closest('[data-row-up],[data-row-down],[data-row-remove]');
    if (!row || !button) return;
    event.preventDefault();
    const rows = shown();
    const at = rows.indexOf(row);
    if (button.matches('[data-row-remove]')) remove(row);
    else {
      const up = button.matches('[data-row-up]');
      if (up && at > 0) rows[at - 1].before(row);
      if (!up && at < rows.length - 1) rows[at + 1].after(row);
      say(`现在是第 ${shown().indexOf(row) + 1} ${name}`);
    }
    renumber();
    if (button.disabled) row.querySelector('[data-row-up]:not(:disabled),[data-row-down]:not(:disabled)')?.focus();
    else if (!row.hidden) button.focus();
    changed();
  });
  renumber(true);
}
