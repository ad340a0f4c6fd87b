// What hands do while somebody answers: digits choose a sentence, what is typed is kept after a
// pause and when the page is left, and the next question begins at its top and heads the page.
//
// Streamlit keeps a text box when it is left or with Ctrl+Enter; a reload in the middle of typing
// would lose what stands there. Pressing Ctrl+Enter for the writer after a pause keeps it, and what
// was typed in the last moment before a reload waits in this one tab until it is kept.

const PAUSE = 600;
const ON_ITS_WAY = 3000; // by then what was sent is kept
const WRITING = '[class*="st-key-typing"] textarea';
const SENTENCES = '[class*="st-key-sentences"] input[type="radio"]';
const PASSED_ON = /^[bnpx]$/i;
const PAGE = '[data-testid="stMain"]';
const HEADER = 68; // what the bar at the top covers, in pixels
const TOP = '[class*="st-key-answering-top"]';

let waiting = new Map();
let listening = false;
let place = null;

function nameOf(box) {
    const classes = box.closest('[class*="st-key-typing"]')?.classList ?? [];
    return [...classes].find((name) => name.startsWith("st-key-typing")) ?? null;
}

function keep(box) {
    clearTimeout(waiting.get(box));
    // A box that has left the page cannot be kept any more: its words wait until it comes back.
    if (waiting.delete(box) && box.isConnected) {
        box.dispatchEvent(
            new KeyboardEvent("keydown", { key: "Enter", keyCode: 13, ctrlKey: true, bubbles: true }),
        );
        const name = nameOf(box);
        const typed = box.value;
        setTimeout(() => {
            if (sessionStorage.getItem(name) === typed) sessionStorage.removeItem(name);
        }, ON_ITS_WAY);
    }
}

function bringBack() {
    for (const box of document.querySelectorAll(WRITING)) {
        const typed = sessionStorage.getItem(nameOf(box));
        if (typed === null || box === document.activeElement) continue;
        if (typed !== box.value) {
            const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
            set.call(box, typed);
            box.dispatchEvent(new Event("input", { bubbles: true }));
        } else if (!waiting.has(box)) {
            sessionStorage.removeItem(nameOf(box));
        }
    }
}

function onInput(event) {
    const box = event.target;
    if (event.isComposing || !box.matches?.(WRITING)) return;
    clearTimeout(waiting.get(box));
    waiting.set(box, setTimeout(() => keep(box), PAUSE));
    sessionStorage.setItem(nameOf(box), box.value);
}

function keepAll() {
    for (const box of [...waiting.keys()]) keep(box);
}

function isTyping(spot) {
    if (spot.isContentEditable || spot.matches?.("textarea, select")) return true;
    return Boolean(spot.matches?.("input:not([type=radio]):not([type=checkbox])"));
}

function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (isTyping(event.target) || document.querySelector('[role="dialog"]')) return;
    const key = event.key.toLowerCase();
    const pressed = document.querySelector(`[class*="st-key-pressed-by-${CSS.escape(key)}"] button`);
    if (pressed && !event.target.matches?.("button, a, summary")) {
        event.preventDefault();
        pressed.click();
    } else if (/^[1-9]$/.test(event.key)) {
        const sentence = document.querySelectorAll(SENTENCES)[Number(event.key) - 1];
        if (sentence && !sentence.checked) sentence.click();
    } else if (event.target.matches?.(SENTENCES) && PASSED_ON.test(event.key)) {
        // Streamlit's keys rest while a sentence that was clicked has the focus; ours do not.
        event.preventDefault();
        const { key, code, keyCode } = event;
        document.body.dispatchEvent(
            new KeyboardEvent("keydown", { key, code, keyCode, bubbles: true }),
        );
    }
}

function listen() {
    if (listening) return;
    listening = true;
    document.addEventListener("input", onInput, true);
    document.addEventListener("compositionend", onInput, true);
    document.addEventListener("keydown", onKey, true);
    document.body.dataset.answeringHands = "ready";
    window.addEventListener("pagehide", keepAll);
    document.addEventListener("visibilitychange", keepAll);
}

function comeToTheTop() {
    const top = document.querySelector(TOP)?.getBoundingClientRect().top;
    const page = document.querySelector(PAGE);
    if (top !== undefined && page && top < HEADER) {
        page.scrollTo({ top: page.scrollTop + top - HEADER });
    }
}

// A question is headed in the size of a part, to leave room for the sentences; it is still what the
// screen is about, and who hears the page looks for that first.
function headThePage() {
    const headings = document.querySelector(PAGE)?.querySelectorAll("h1, h2, h3") ?? [];
    const headed = [...headings].some((heading) => heading.tagName === "H1");
    for (const [at, heading] of [...headings].entries()) {
        if (at === 0 && !headed) heading.setAttribute("aria-level", "1");
        else heading.removeAttribute("aria-level");
    }
}

export default function ({ data }) {
    listen();
    if (place !== data.place) setTimeout(bringBack, PAUSE);
    if (place !== data.place) requestAnimationFrame(comeToTheTop);
    requestAnimationFrame(headThePage);
    place = data.place;
}
