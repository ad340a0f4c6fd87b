// Says what the colours, shapes and lines mean.
import { BASIS, STATUS } from "./columns";
import { element, lineSample, swatch } from "./elements";
import type { Scene } from "./scene";
import { WORDS } from "./words";

export function drawLegend(host: HTMLElement, scene: Scene, dark: boolean, open: boolean, emphasise: (group: number) => void): void {
  const { columns } = scene;
  const groups = element("ul", { "aria-label": WORDS.groups });
  columns.groups.forEach((group, i) => {
    if (!group.count) return;
    const entry = element(
      "button",
      { type: "button", "aria-pressed": "false" },
      swatch(group.shape, dark ? group.colour_dark : group.colour),
      element("span", { class: "name" }, group.label),
      element("span", { class: "count" }, WORDS.count(group.count)),
    );
    entry.addEventListener("click", () => {
      const pressed = entry.getAttribute("aria-pressed") !== "true";
      for (const other of groups.querySelectorAll("button")) other.setAttribute("aria-pressed", "false");
      entry.setAttribute("aria-pressed", String(pressed));
      emphasise(pressed ? i : -1);
    });
    groups.append(element("li", {}, entry));
  });
  const lines = element("ul", { "aria-label": WORDS.lines });
  for (const [kind, label] of lineKinds(scene)) {
    lines.append(element("li", {}, element("span", { class: "line" }, lineSample(kind), element("span", { class: "name" }, label))));
  }
  const fold = element("details", { open }, element("summary", {}, WORDS.legend));
  if (groups.childElementCount) fold.append(groups);
  if (lines.childElementCount) fold.append(lines);
  host.replaceChildren(...(fold.childElementCount > 1 ? [fold] : []));
}

function lineKinds(scene: Scene): [kind: string, label: string][] {
  const { basis, status, crossing } = scene.columns;
  const kinds: [string, string][] = [];
  if (crossing.includes(0) && scene.columns.groups.length) kinds.push(["within", WORDS.within]);
  if (scene.bands.length) kinds.push(["band", WORDS.bands]);
  else if (crossing.includes(1)) kinds.push(["between", WORDS.between]);
  if (basis.includes(BASIS.assumed)) kinds.push(["assumed", WORDS.assumed]);
  if (status.includes(STATUS.dormant) || status.includes(STATUS.broken)) kinds.push(["dormant", WORDS.dormant]);
  return kinds;
}
