// Counts down until a report that was given is there. Without it the page says the time, and all works alike.
(() => {
  "use strict";
  const place = document.querySelector("[data-giving]");
  if (!place) return;
  const told = place.querySelector("[data-giving-in]");
  const until = Date.now() + Number(place.dataset.giving) * 1000;
  const tick = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    if (left <= -2) { window.location.reload(); return; } // there is a moment between the last undo and the first look
    if (left > 0) told.textContent = left === 1 ? "in 1 second" : `in ${left} seconds`;
    else told.textContent = "in a moment";
    window.setTimeout(tick, 250);
  };
  tick();
})();
