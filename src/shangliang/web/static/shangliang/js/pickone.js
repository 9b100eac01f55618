// A text field over a long select: what is typed is looked up by name, alias or pinyin. The select
// stays what is sent; without script it is all there is. What each option is found by stands once
// on the page, as JSON in #unit-keys.
import { make, say } from './dom.js';

const MOST = 8;
let count = 0;
let keys;

function keysOf(value) {
  keys ||= JSON.parse(document.getElementById('unit-keys')?.textContent || '{}');
  return (keys[value] || '').toLowerCase();
}

/** Better matches first: the label begins with it, contains it, then aliases and pinyin. */
export function rank(label, also, word) {
  if (label.startsWith(word)) return 0;
  if (label.includes(word)) return 1;
  if (/^[a-z]+$/.test(word)) {
    const keys = also.split(' ');
    if (keys.includes(word)) return 1;
    if (keys.some((k) => k.startsWith(word))) return 2;
    return word.length > 1 && keys.some((k) => k.includes(word)) ? 3 : -1;
  }
  return also.includes(word) ? 2 : -1;
}

export function init(select) {
  count += 1;
  const list = make('ul', { role: 'listbox', id: `pick-list-${count}`, 'aria-label': '单位', hidden: '' });
  const box = make('input', {
    type: 'text', class: 'form-control', role: 'combobox', autocomplete: 'off', spellcheck: 'false',
    'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false',
    placeholder: select.options[0].text === '不指定' ? '不指定；可打简称、拼音' : '打简称、别名或拼音来选',
  });
  const frame = make('div', { class: 'unitpick' }, box, list);
  const label = select.labels?.[0];
  box.id = `${select.id}_box`;
  if (label) label.htmlFor = box.id;
  select.after(frame);
  select.hidden = true;

  const named = () => (select.value ? select.selectedOptions[0].text : '');
  const shut = () => {
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };
  const settle = () => { box.value = named(); shut(); };

  function take(value) {
    const before = select.value;
    select.value = value;
    settle();
    if (select.value === before) return;
    say(value ? `已选 ${named()}` : '已改为不选');
    select.dispatchEvent(new Event('input', { bubbles: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function draw() {
    const word = box.value.trim().toLowerCase();
    const found = [...select.options].filter((o) => o.value)
      .map((o) => ({ o, at: word ? rank(o.text.toLowerCase(), keysOf(o.value), word) : 4 }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    const items = found.slice(0, MOST).map(({ o }, i) => {
      const item = make('li', { role: 'option', id: `${list.id}-${i}`, 'data-value': o.value, 'aria-selected': i === 0 && word ? 'true' : 'false' }, o.text);
      item.addEventListener('mousedown', (event) => { event.preventDefault(); take(o.value); });
      return item;
    });
    const rest = found.length - items.length;
    if (!found.length) items.push(make('li', { class: 'note', role: 'option', 'aria-disabled': 'true' }, '名册里没有，换个叫法试试'));
    else if (rest > 0) items.push(make('li', { class: 'note', role: 'option', 'aria-disabled': 'true' }, `还有 ${rest} 个，再打一个字`));
    list.replaceChildren(...items);
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
    if (found.length && word) box.setAttribute('aria-activedescendant', `${list.id}-0`);
    else box.removeAttribute('aria-activedescendant');
  }

  function move(by) {
    const items = [...list.querySelectorAll('[data-value]')];
    if (!items.length) return;
    const at = items.findIndex((i) => i.getAttribute('aria-selected') === 'true');
    const next = items[at < 0 && by < 0 ? items.length - 1 : (at + by + items.length) % items.length];
    items.forEach((i) => i.setAttribute('aria-selected', String(i === next)));
    next.scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', next.id);
  }

  box.addEventListener('focus', () => { box.select(); draw(); });
  box.addEventListener('input', (event) => { event.stopPropagation(); draw(); });
  box.addEventListener('blur', () => {
    const word = box.value.trim();
    const same = [...select.options].find((o) => o.value && o.text === word);
    if (!word) take('');
    else if (same) take(same.value);
    else settle();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') { if (list.hidden) draw(); move(1); }
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') {
      const chosen = list.querySelector('[aria-selected=true]');
      if (!list.hidden && chosen) take(chosen.dataset.value); // and never send the form by accident
    } else if (event.key === 'Escape' && !list.hidden) settle();
    else return;
    event.preventDefault();
  });
  // Set from elsewhere (put back after a crash, or the other text taken over): show what it says now.
  select.form?.addEventListener('input', (event) => { if (event.target !== box && document.activeElement !== box) settle(); });
  settle();
}
