// 念给我听: reads the page aloud in elder mode, where the device has a voice.

export function init(button) {
  if (!('speechSynthesis' in window) || document.documentElement.dataset.elder !== '1') return;
  const label = button.textContent;
  const source = document.querySelector(button.dataset.speak || 'main');
  if (!source) return;
  button.hidden = false;
  function stop() {
    speechSynthesis.cancel();
    button.textContent = label;
    button.setAttribute('aria-pressed', 'false');
  }
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) { stop(); return; }
    const words = source.innerText.split(/\n+/).map((line) => line.trim()).filter((line) => line && line !== label);
    words.forEach((line, i) => { // line by line: long texts are cut off by some voices
      const part = new SpeechSynthesisUtterance(line);
      part.lang = 'zh-CN';
      part.rate = 0.9;
      if (i === words.length - 1) part.onend = stop;
      speechSynthesis.speak(part);
    });
    button.textContent = '停';
    button.setAttribute('aria-pressed', 'true');
  });
  window.addEventListener('pagehide', stop);
}
