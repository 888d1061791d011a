// Lists: one more line, or one less, without leaving the page. Without this script the same buttons ask the server.
(() => {
  const lines = (asked) => [...asked.querySelectorAll("[data-line]")];

  const number = (asked) => lines(asked).forEach((line, index) => {
    line.querySelectorAll("[data-number]").forEach((place) => { place.textContent = index + 1; });
    const renamed = (text) => text.replace(/^(q-[a-z0-9_]+-)\d+/, `$1${index}`);
    [line, ...line.querySelectorAll("[id], [name], [for], [aria-describedby]")].forEach((part) => {
      for (const name of ["id", "name", "for", "aria-describedby"]) {
        if (part.hasAttribute(name)) part.setAttribute(name, renamed(part.getAttribute(name)));
      }
    });
    line.querySelector("[name=remove]").value = `${asked.dataset.prompt}-${index}`;
  });

  const empty = (line) => {
    line.querySelectorAll("input, textarea").forEach((field) => { field.value = ""; });
    line.querySelectorAll(".field-error").forEach((told) => told.remove());
  };

  const tell = (asked) => asked.dispatchEvent(new Event("input", { bubbles: true }));

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[name=add], [name=remove]");
    const asked = button?.closest("[data-prompt]");
    if (!asked) return;
    event.preventDefault();
    const all = lines(asked);
    let next = button;
    if (button.name === "add") {
      const line = all.at(-1).cloneNode(true);
      empty(line);
      all.at(-1).after(line);
      number(asked);
      next = line.querySelector("input, textarea");
    } else if (all.length === 1) {
      empty(all[0]);
      next = all[0].querySelector("input, textarea");
    } else {
      const gone = button.closest("[data-line]");
      const at = all.indexOf(gone);
      gone.remove();
      number(asked);
      next = lines(asked)[Math.max(0, at - 1)];
    }
    next.focus();
    tell(asked);
  });
})();
