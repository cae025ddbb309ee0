const numbers = new Intl.NumberFormat('en');

/** "1,234" */
export const number = (count: number): string =>
  count >= 0 && count < 1000 && Number.isInteger(count) ? String(count) : numbers.format(count);

/** "1 record", "1,234 records"; `many`: where an s does not make it many. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;
