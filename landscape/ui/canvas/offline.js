// Draws the map of a page that stands alone: all that it draws is in the page.
const held = (id) => document.getElementById(id).textContent;
const bytes = (id) => Uint8Array.from(atob(held(id)), (letter) => letter.charCodeAt(0));
const root = document.getElementById("map").attachShadow({ mode: "open" });
const style = document.createElement("style");
const parentElement = document.createElement("div");
// Nothing in the panel leads to other pages: there are none.
style.textContent = `${held("style")}\n.panel .actions { display: none; }`;
root.append(style, parentElement);
const draw = (id) => component({ data: bytes(id), parentElement, setStateValue: () => undefined });
for (const id of ["people", "places", "looks", "head"]) draw(id);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw("head"));
