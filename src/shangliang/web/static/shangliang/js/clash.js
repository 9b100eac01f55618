// Two people wrote the same text: show both, word for word, and let the writer choose.
import { make } from './dom.js';

/** Called with true for "store mine", false after the other text was put into the form. */
export function askWhich(form, said, choose) {
  form.querySelector('.clash')?.remove();
  const theirs = said.fields || {};
  const names = Object.keys(theirs).filter((n) => form.elements[n] && form.elements[n].value !== theirs[n]);
  const mine = make('button', { class: 'btn btn-primary', type: 'button' }, '存我的');
  const other = make('button', { class: 'btn', type: 'button' }, '换成对方的');
  const box = make(
    'section',
    { class: 'clash', role: 'alert', tabindex: '-1', 'aria-label': '两份不同的文字' },
    make('p', { class: 'strong' }, `${said.by || '另一个人'}在您写的时候也改了这一件。两份都在这里，可以复制。`),
  );
  for (const name of names) {
    const label = form.querySelector(`label[for="${form.elements[name].id}"]`)?.firstChild?.textContent || name;
    for (const [head, text] of [[`您写的：${label}`, form.elements[name].value], [`对方的：${label}`, theirs[name]]]) {
      box.append(make('div', {}, make('h3', { class: 'form-label' }, head), make('pre', { tabindex: '0' }, text)));
    }
  }
  box.append(make('p', { class: 'buttons' }, mine, other));
  mine.addEventListener('click', () => { box.remove(); choose(true); });
  other.addEventListener('click', () => {
    names.forEach((name) => { form.elements[name].value = theirs[name]; });
    box.remove();
    choose(false);
  });
  form.prepend(box);
  box.focus();
}
