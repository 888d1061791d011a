// Leaving quickly: the link, or Shift three times within five seconds. The page goes blank at once, drafts are told first.
(() => {
  const link = document.querySelector("[data-leave]");
  if (!link) return;
  let pressed = [];

  const leave = () => {
    const saving = []; // whoever still holds words adds a promise here
    document.dispatchEvent(new CustomEvent("homeward:leaving", { detail: saving }));
    document.documentElement.classList.add("leaving");
    document.title = " ";
    const away = () => window.location.replace(link.href);
    if (!saving.length) { away(); return; }
    // The page is blank already. Going away ends the sign-in, so the last words get a moment to arrive before it.
    Promise.race([Promise.allSettled(saving), new Promise((enough) => { setTimeout(enough, 700); })]).then(away);
  };

  document.querySelectorAll("[data-leave]").forEach((each) => each.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  }));

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") { pressed = []; return; } // a capital letter is not a call for help
    if (event.repeat) return;
    pressed = [...pressed, event.timeStamp].filter((moment) => event.timeStamp - moment <= 5000);
    if (pressed.length >= 3) leave();
  });
})();
