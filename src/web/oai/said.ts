import type { OaiFault } from '../../formats/oai/faults.ts';
import type { OaiAnswer } from '../../formats/oai/write-answer.ts';

/** What a request comes to: an answer, or what is wrong with it once the archive was asked. */
export type OaiSaid = OaiAnswer | readonly OaiFault[];
