// The button for dark or light colors. The choice stays in this browser; no cookie.
const root = document.documentElement;
const button = document.querySelector("[data-colors-button]");
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

const now = () => root.dataset.colors ?? (systemIsDark.matches ? "dark" : "light");

button?.addEventListener("click", () => {
  root.dataset.colors = now() === "dark" ? "light" : "dark";
  try {
    localStorage.setItem("press.colors", root.dataset.colors);
  } catch {
    // The choice then holds for this page only.
  }
});
