// Light or dark: the person's own choice on this device, taken before the page is painted. Nothing else is kept here.
(() => {
  const root = document.documentElement;
  const wanted = window.matchMedia("(prefers-color-scheme: dark)");
  const kept = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const isDark = () => root.dataset.bsTheme === "dark" || (root.dataset.bsTheme !== "light" && wanted.matches);

  if (["light", "dark"].includes(kept())) root.dataset.bsTheme = kept();

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-switch]");
    if (!button) return;
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.bsTheme = isDark() ? "light" : "dark";
      try { localStorage.setItem("theme", root.dataset.bsTheme); } catch { /* a private window keeps nothing, and that is fine */ }
      show();
    });
    wanted.addEventListener("change", show);
    show();
  });
})();
