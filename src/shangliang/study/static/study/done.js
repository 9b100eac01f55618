// A contest that was handed in, or is over: nothing of it stays on this phone.
const mark = document.querySelector('[data-quiz-done]');
if (mark) {
  try { localStorage.removeItem(mark.dataset.quizDone); } catch { /* nothing kept */ }
}
