const numbers = new Intl.NumberFormat('en');

/** "1,234" */
export const number = (count: number): string =>
  count >= 0 && count < 1000 && Number.isInteger(count) ? String(count) : numbers.format(count);

/** "1 record", "1,234 records"; `many`: where an s does not make it many. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

/** "1 document", "1,204 documents" */
export const plural = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** "12 documents, 3 of them known but not held" */
export const countedHeld = (count: number, notHeld: number): string => {
  const all = counted(count, 'document');
  if (notHeld === 0) return all;
  return notHeld === count
    ? `${all}, known but not held`
    : `${all}, ${number(notHeld)} of them known but not held`;
};
