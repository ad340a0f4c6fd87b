// What a hand does on a map, from within the page: ours and the bare one get the same events.
({
  told: () => window.__landscapeMap ?? window.__bareSigma,
  now: () => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now()))),

  /** The element that is seen at a place, through shadow roots. */
  seenAt(x, y) {
    let seen = document.elementFromPoint(x, y);
    while (seen?.shadowRoot) {
      const within = seen.shadowRoot.elementFromPoint(x, y);
      if (!within || within === seen) break;
      seen = within;
    }
    return seen;
  },

  stage() {
    const find = (root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.matches(".stage")) return element;
        const within = element.shadowRoot && find(element.shadowRoot);
        if (within) return within;
      }
      return null;
    };
    return find(document);
  },

  fire(type, target, x, y, buttons = 0) {
    const told = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, button: 0 };
    target.dispatchEvent(new MouseEvent(type, { ...told, buttons, view: window }));
  },

  /** A place on the map where nobody stands and nothing lies over it. */
  free(ids) {
    const box = this.stage().getBoundingClientRect();
    const marks = ids.map((id) => this.told().at(id));
    for (let y = box.height - 60; y > 60; y -= 16) {
      for (let x = 320; x < box.width - 120; x += 16) {
        const seen = this.seenAt(box.x + x, box.y + y);
        if (seen?.closest(".stage") && !marks.some((mark) => Math.hypot(mark.x - x, mark.y - y) < 14)) {
          return { x: box.x + x, y: box.y + y };
        }
      }
    }
    throw new Error("Somebody stands everywhere.");
  },

  /** Milliseconds from frame to frame while a hand drags the map to and fro. */
  async pan(ids, frames) {
    const { x, y } = this.free(ids);
    const target = this.seenAt(x, y);
    this.fire("mousedown", target, x, y, 1);
    const stamps = [await this.now()];
    for (let i = 1; i <= frames; i++) {
      this.fire("mousemove", target, x + 40 * Math.sin(i / 4), y + 20 * Math.cos(i / 4) - 20, 1);
      stamps.push(await this.now());
    }
    this.fire("mouseup", target, x, y);
    return (stamps.at(-1) - stamps[0]) / frames;
  },

  hovered() {
    const { hovered } = this.told();
    return hovered ?? this.stage().style.cursor === "pointer";
  },

  /** Milliseconds from the pointer's arrival on each mark to the frame that answers it. */
  async hover(ids) {
    const box = this.stage().getBoundingClientRect();
    const away = this.free(ids);
    const took = [];
    for (const id of ids) {
      const mark = this.told().at(id);
      const [x, y] = [box.x + mark.x, box.y + mark.y];
      const target = this.seenAt(x, y);
      if (!target?.closest(".stage")) continue;
      const began = performance.now();
      this.fire("mousemove", target, x, y);
      let at = await this.now();
      for (let frames = 0; !this.hovered() && frames < 60; frames++) at = await this.now();
      if (this.hovered()) took.push((await this.now()) - began);
      this.fire("mousemove", this.seenAt(away.x, away.y), away.x, away.y);
      for (let frames = 0; this.hovered() && frames < 60; frames++) at = await this.now();
    }
    if (!took.length) throw new Error("No mark was hovered over.");
    took.sort((a, b) => a - b);
    return took[Math.floor(took.length / 2)];
  },
})
