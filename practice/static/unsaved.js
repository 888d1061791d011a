// Words that a button saves: leaving the page while some of them are not saved is asked about first.
(() => {
  const form = document.querySelector("main form");
  const words = () => [...form.querySelectorAll("textarea")].map((each) => each.value).join("\n");
  const kept = document.querySelector(".error-summary") ? null : words(); // what came back with an error is saved nowhere
  let going = false;
  form.addEventListener("submit", () => { going = true; });
  document.addEventListener("homeward:leaving", () => { going = true; });
  window.addEventListener("beforeunload", (event) => { if (!going && words() !== kept) event.preventDefault(); });
})();
