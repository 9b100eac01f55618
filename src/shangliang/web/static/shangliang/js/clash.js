// Two people wrote the same text: show both, word for word, and let the writer choose.
import { grow } from './asks.js';
import { make } from './dom.js';

/** Called with true for "store mine", false after the other text was put into the form. */
export function askWhich(form, said, choose) {
  form.querySelector('.clash')?.remove();
  const theirs = said.fields || {};
  grow(form, new Map(Object.entries(theirs)));
  const names = Object.keys(theirs).filter((n) => form.elements[n] && !/-TOTAL_FORMS$/.test(n) && form.elements[n].value !== theirs[n]);
  const shown = names.filter((n) => form.elements[n].type !== 'hidden');
  const read = (el, value) => (el.options ? [...el.options].find((o) => o.value === value)?.text || '' : value);
  const mine = make('button', { class: 'btn btn-primary', type: 'button' }, '存我的');
  const other = make('button', { class: 'btn', type: 'button' }, '换成另一份');
  const box = make(
    'section',
    { class: 'clash', role: 'alert', tabindex: '-1', 'aria-label': '两份不同的文字' },
    make('p', { class: 'strong' }, `${said.words || `${said.by || '另一个人'}在您写的时候也改了这一件。`}两份都在这里，可以复制。`),
  );
  for (const name of shown) {
    const el = form.elements[name];
    const row = /-(\d+)-/.exec(name);
    const plain = form.querySelector(`label[for="${el.id}"],label[for="${el.id}_box"]`)?.firstChild?.textContent || name;
    const label = row ? `${plain} ${Number(row[1]) + 1}` : plain;
    for (const [head, text] of [[`您写的：${label}`, read(el, el.value)], [`另一份：${label}`, read(el, theirs[name])]]) {
      box.append(make('div', {}, make('h3', { class: 'form-label' }, head), make('pre', { tabindex: '0' }, text)));
    }
  }
  box.append(make('p', { class: 'buttons' }, mine, other));
  mine.addEventListener('click', () => { box.remove(); choose(true); });
  other.addEventListener('click', () => {
    names.forEach((name) => { form.elements[name].value = theirs[name]; });
    box.remove();
    choose(false);
    form.dispatchEvent(new Event('input', { bubbles: true }));
  });
  form.prepend(box);
  box.focus();
}
