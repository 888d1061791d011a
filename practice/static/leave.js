// Leaving quickly: the link, or Shift three times within five seconds. The page goes blank at once, drafts are told first.
(() => {
  const link = document.querySelector("[data-leave]");
  if (!link) return;
  let pressed = [];

  const leave = () => {
    document.dispatchEvent(new CustomEvent("homeward:leaving"));
    document.documentElement.classList.add("leaving");
    document.title = " ";
    window.location.replace(link.href);
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
