// Watches a report being made: asks now and then how far it is, and shows the page anew once it is ready.
(() => {
  "use strict";
  const place = document.querySelector("[data-report]");
  if (!place) return;
  const told = place.querySelector("[data-report-told]");
  const bar = place.querySelector("[data-report-progress]");
  const pauses = [300, 300, 500, 500, 1000];
  const until = Date.now() + 5 * 60 * 1000; // a page left open does not keep its reader signed in

  const look = async (times) => {
    if (Date.now() > until) return;
    try {
      const answer = await fetch(place.dataset.report, { headers: { Accept: "application/json" }, cache: "no-store" });
      if (!answer.ok) return; // signed out, or gone: the link on the page tells which
      const now = await answer.json();
      if (!now.under_way) { window.location.reload(); return; }
      if (told.textContent !== now.told) told.textContent = now.told;
      bar.value = now.progress;
    } catch { /* away for a moment */ }
    window.setTimeout(look, pauses[Math.min(times, pauses.length - 1)], times + 1);
  };
  look(0);
})();
