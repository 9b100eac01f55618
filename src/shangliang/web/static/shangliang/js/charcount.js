// "82／1500 字": counts, never cuts. Too long stays readable and is said once.
import { say } from './dom.js';

export function init(out) {
  const field = document.getElementById(out.dataset.countFor);
  const max = Number(out.dataset.max);
  if (!field) return;
  let over = false;
  function draw() {
    const n = [...field.value].length;
    out.textContent = n > max ? `${n}／${max} 字，多 ${n - max} 字` : `${n}／${max} 字`;
    out.classList.toggle('over', n > max);
    if (n > max && !over) say(`超过 ${max} 字了`);
    over = n > max;
  }
  field.addEventListener('input', draw);
  draw();
}
