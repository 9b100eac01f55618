// A file is measured before it travels; then its progress is shown.
import { say } from './dom.js';

const size = (bytes) => (bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

export function init(box) {
  const input = box.querySelector('input[type=file]');
  const note = box.querySelector('[data-upload-note]');
  const bar = box.querySelector('progress');
  const max = Number(box.dataset.maxBytes);
  if (!input) return;

  function check() {
    const files = [...input.files];
    const over = files.find((file) => file.size > max);
    note.classList.toggle('late', Boolean(over));
    if (over) {
      input.value = '';
      note.textContent = `“${over.name}”有 ${size(over.size)}，超过 ${size(max)}，没有选上。请压小，或分成几份。`;
    } else {
      note.textContent = files.map((file) => `${file.name}，${size(file.size)}`).join('；');
    }
    say(note.textContent);
  }
  input.addEventListener('change', check);
  if (input.files.length) check();

  box.addEventListener('dragover', (event) => { event.preventDefault(); box.classList.add('over'); });
  box.addEventListener('dragleave', () => box.classList.remove('over'));
  box.addEventListener('drop', (event) => {
    event.preventDefault();
    box.classList.remove('over');
    if (!event.dataTransfer.files.length) return;
    if (event.dataTransfer.files.length > 1 && !input.multiple) {
      note.textContent = '这里一次只放一份文件。';
      return;
    }
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });

  input.form?.addEventListener('submit', () => {
    if (!input.files.length || !bar) return;
    bar.hidden = false;
    bar.removeAttribute('value'); // a plain post tells no percentage: the bar only says it is moving
    note.textContent = '正在上传，请不要关闭本页…';
  });
  input.form?.addEventListener('htmx:xhr:progress', (event) => {
    if (!event.detail.lengthComputable) return;
    bar.hidden = false;
    bar.value = Math.round((100 * event.detail.loaded) / event.detail.total);
  });
}
