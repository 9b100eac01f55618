// Several units in one box: what is typed after the last 、 is looked up by name, alias or pinyin.
import { make, say } from './dom.js';

const BETWEEN = /[、，,；;]/;
const MOST = 8;
let count = 0;

const exact = (option, word) => option.value === word || ` ${option.label.toLowerCase()} `.includes(` ${word} `);

export function init(box) {
  const names = document.querySelector(box.dataset.unitMulti);
  if (!names) return;
  count += 1;
  const list = make('ul', { class: 'unit-list', role: 'listbox', id: `unit-list-${count}`, 'aria-label': '单位', hidden: '' });
  box.after(list);
  Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })
    .forEach(([name, value]) => box.setAttribute(name, value));

  const close = () => { list.hidden = true; list.replaceChildren(); box.setAttribute('aria-expanded', 'false'); box.removeAttribute('aria-activedescendant'); };
  const parts = () => box.value.split(BETWEEN);

  function take(name) {
    const before = parts().slice(0, -1).map((p) => p.trim()).filter(Boolean);
    box.value = [...new Set([...before, name])].join('、');
    close();
    say(`已加 ${name}`);
    box.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function draw() {
    const word = parts().at(-1).trim().toLowerCase();
    const had = new Set(parts().map((p) => p.trim()));
    const found = word ? [...names.options].filter((o) => !had.has(o.value)
      && (o.value.includes(word) || ` ${o.label.toLowerCase()}`.includes(/^[a-z]+$/.test(word) ? ` ${word}` : word)))
      // What was typed whole comes before what only begins so: czj is 财政局 first.
      .sort((a, b) => exact(b, word) - exact(a, word)).slice(0, MOST) : [];
    if (!found.length) { close(); return; }
    list.replaceChildren(...found.map((o, i) => {
      const item = make('li', { role: 'option', id: `${list.id}-${i}`, 'aria-selected': i === 0 ? 'true' : 'false' }, o.value);
      item.addEventListener('mousedown', (event) => { event.preventDefault(); take(o.value); });
      return item;
    }));
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
    box.setAttribute('aria-activedescendant', `${list.id}-0`);
  }

  function move(by) {
    const items = [...list.children];
    const at = items.findIndex((i) => i.getAttribute('aria-selected') === 'true');
    const next = items[(at + by + items.length) % items.length];
    items.forEach((i) => i.setAttribute('aria-selected', String(i === next)));
    box.setAttribute('aria-activedescendant', next.id);
  }

  box.addEventListener('input', draw);
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') take(list.querySelector('[aria-selected=true]').textContent);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
