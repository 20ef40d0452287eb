// Keeps the page of status as it is now: parts that change come as server-sent events.
"use strict";
(() => {
  const live = document.getElementById("live");
  const text = live.querySelector(".live-text");
  const units = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60]];
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "always" });

  const tell = (element) => {
    const seconds = (new Date(element.dateTime) - Date.now()) / 1000;
    const [unit, size] = units.find((one) => Math.abs(seconds) >= one[1]) || units[units.length - 1];
    if (Math.abs(seconds) < 45) return;
    const said = words.format(Math.sign(seconds) * Math.max(1, Math.round(Math.abs(seconds) / size)), unit);
    if (element.textContent !== said) element.textContent = said;
  };
  const tellAll = () => document.querySelectorAll("time[data-since]").forEach(tell);

  const replace = (section, html) => {
    const open = new Set([...section.querySelectorAll("details[open]")].map((one) => one.id));
    const focused = section.contains(document.activeElement) ? document.activeElement : null;
    const place = focused ? [...section.querySelectorAll("a, summary, [tabindex]")].indexOf(focused) : -1;
    const scrolled = [...section.querySelectorAll(".scroll")].map((one) => one.scrollLeft);
    section.innerHTML = html;
    section.querySelectorAll("details").forEach((one) => { one.open = open.has(one.id); });
    section.querySelectorAll(".scroll").forEach((one, n) => { one.scrollLeft = scrolled[n] || 0; });
    if (place >= 0) section.querySelectorAll("a, summary, [tabindex]")[place]?.focus({ preventScroll: true });
  };

  const shown = new Map();
  const take = (parts) => {
    for (const [name, html] of Object.entries(parts)) {
      const section = document.getElementById(`part-${name}`);
      if (section && shown.get(name) !== html) replace(section, html);
      shown.set(name, html);
    }
    tellAll();
  };

  const mark = (on) => {
    live.classList.toggle("on", on);
    text.textContent = on ? live.dataset.on : live.dataset.off;
  };

  const listen = () => {
    const stream = new EventSource(live.dataset.src);
    stream.addEventListener("open", () => mark(true));
    stream.addEventListener("parts", (event) => take(JSON.parse(event.data)));
    stream.addEventListener("error", () => {
      mark(false);
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 15000);
    });
  };
  listen();
  tellAll();
  setInterval(tellAll, 15000);
})();
