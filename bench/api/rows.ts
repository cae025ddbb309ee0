/** A kind of address whose answers are measured. */
export interface ApiRow {
  readonly name: string;
  /** The addresses that are asked, one after the other and over again. */
  addresses(ask: (address: string) => Promise<string>): Promise<readonly string[]>;
  /** Who asks has the answer already: it is asked for by its tag. */
  readonly isHad?: boolean;
  /** The most CPU that an answer may cost. */
  readonly mostMs?: number;
  /** How many records an answer has, where these are what counts; and how many there must be to a CPU second. */
  readonly records?: (answer: string) => number;
  readonly leastRecords?: number;
}
