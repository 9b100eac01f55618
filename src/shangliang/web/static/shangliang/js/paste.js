// Text pasted from Word: the words stay at once, paragraphs and numbers kept; the server cleans the
// rest and says what it left out.
import { make, post, say } from './dom.js';

const LIMIT = 3 * 1024 * 1024;

export function plain(text) {
  return text.replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ').replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').trim();
}

/** Insert so that Ctrl+Z still works where the browser allows it. */
function insert(area, text) {
  area.focus();
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

export function init(area) {
  const note = make('p', { class: 'note', role: 'status' });
  area.after(note);
  area.addEventListener('paste', async (event) => {
    const html = event.clipboardData?.getData('text/html') || '';
    const text = plain(event.clipboardData?.getData('text/plain') || '');
    if (!html || html.length > LIMIT || !text) return; // plain text: the browser does it well
    event.preventDefault();
    const start = area.selectionStart;
    insert(area, text);
    const after = area.value;
    const data = new FormData();
    data.append('html', html);
    note.textContent = '正在整理粘贴的文字…';
    try {
      const answer = await post(area.dataset.pasteUrl, data, { signal: AbortSignal.timeout?.(5000) });
      if (!answer.ok) throw new Error(String(answer.status));
      const said = await answer.json();
      if (area.value === after && said.text && said.text !== text) {
        area.setSelectionRange(start, start + text.length);
        insert(area, said.text);
      }
      note.textContent = said.dropped?.length
        ? `只留文字、段落和编号；没有带进来：${said.dropped.join('、')}`
        : '已按段落和编号整理';
    } catch {
      note.textContent = '已贴入文字；格式没有带进来';
    }
    say(note.textContent);
  });
}
