// Counts down until a report that was given is there. Without it the page says the time, and all works alike.
(() => {
  "use strict";
  const place = document.querySelector("[data-giving]");
  if (!place) return;
  const told = place.querySelector("[data-giving-in]");
  const until = Date.now() + Number(place.dataset.giving) * 1000;
  const tick = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    if (left <= 0) { window.location.reload(); return; }
    told.textContent = left === 1 ? "in 1 second" : `in ${left} seconds`;
    window.setTimeout(tick, 250);
  };
  tick();
})();
