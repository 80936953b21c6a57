// Tells when a page comes back whole, as it was left, by Back or On. Its fields may come back empty: WebKit resets those that it may
// not complete (autocomplete="off"), and does so after it has said that the page is back.
/** @param {() => void} act */
export function returned(act) {
  addEventListener("pageshow", (event) => event.persisted && setTimeout(act));
}
