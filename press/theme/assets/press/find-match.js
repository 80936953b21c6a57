// What of a list matches, worked out from its index: for each facet its values, and for each entry their places among them.

// The numbers of the entries that have every value chosen.
/** @param {ListIndex} data @param {Record<string, string>} filters */
export function matches(data, filters) {
  /** @type {[number[][], number][]} */
  const asked = Object.entries(filters).map(([name, value]) => {
    const { values, of } = data.facets[name];
    return [of, values.indexOf(value)];
  });
  const found = [];
  for (let number = 0; number < data.entries; number++) {
    if (asked.every(([of, place]) => of[number].includes(place))) found.push(number);
  }
  return found;
}

// Say beside each value how many entries it would leave with the other filters as they are.
/** @param {HTMLSelectElement} select @param {ListIndex} data @param {Record<string, string>} filters */
export function offer(select, data, filters) {
  const { [select.name]: own, ...others } = filters;
  const { values, of } = data.facets[select.name];
  const counts = new Array(values.length).fill(0);
  for (const number of matches(data, others)) for (const place of of[number]) counts[place]++;
  for (const option of select.options) {
    if (option.value) option.textContent = `${option.dataset.words} (${counts[values.indexOf(option.value)]})`;
  }
}
