/** Where the whole data are told of; as files they are the same in every language. */
export const addressOfData = '/data';
export const addressOfDataFile = (date: string, name: string): string =>
  `${addressOfData}/${date}/${encodeURIComponent(name)}`;
