/** Which passages of accounts of one meeting tell of the same, as a reader decided; counted from 0. */
export const ACCOUNTS: readonly {
  readonly one: string;
  readonly other: string;
  readonly rendition: string;
  readonly pairs: readonly (readonly [readonly number[], readonly number[]])[];
}[] = [
  {
    one: 'meeting-halvern',
    other: 'meeting-velgora',
    rendition: 't-en',
    pairs: [
      [[0], [0]],
      [[1], [1]],
      [[3], [2]],
      [[4], [3]],
      [[5], [4]],
      [[7], [7]],
    ],
  },
  {
    one: 'meeting-halvern',
    other: 'meeting-marsa-nur',
    rendition: 't-en',
    pairs: [
      [[1], [1]],
      [[3], [2]],
      [[4], [3, 4, 5]],
      [[5], [6]],
      [[7], [7]],
    ],
  },
  {
    one: 'meeting-velgora',
    other: 'meeting-marsa-nur',
    rendition: 't-en',
    pairs: [
      [[1], [1]],
      [[2], [2]],
      [[3], [3, 4, 5]],
      [[4], [6]],
      [[7], [7]],
    ],
  },
];
