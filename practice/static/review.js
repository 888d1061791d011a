// Keys for reading through the queue, and a word of warning before typed words are left behind.
(() => {
  "use strict";
  const items = Array.from(document.querySelectorAll("[data-item]"));
  const keys = document.querySelector("details.fold");
  const step = (by) => {
    const at = items.indexOf(document.activeElement);
    const to = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
    if (to) to.focus();
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !items.length) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?" && keys) keys.open = !keys.open;
    else return;
    event.preventDefault();
  });

  const words = document.querySelector("#write-back textarea");
  if (!words) return;
  let sending = false;
  words.form.addEventListener("submit", () => { sending = true; });
  window.addEventListener("beforeunload", (event) => {
    if (!sending && words.value.trim()) event.preventDefault();
  });
})();
