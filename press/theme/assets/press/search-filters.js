// The filters of the search: each value with how many results it would leave.

// The options stay the same ones: one of the lists may be open.
/** @param {HTMLSelectElement[]} selects @param {Counts} all */
export function offer(selects, all, left = all) {
  for (const { name, value: kept, options } of selects) {
    for (const option of [...options].filter((each) => each.value)) {
      option.text = `${option.value} (${(kept ? all : left)[name]?.[option.value] ?? 0})`;
    }
  }
}
