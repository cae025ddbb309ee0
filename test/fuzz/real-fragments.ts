import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawn } from '../corpora/draw.ts';
import { documentsIn } from '../corpora/expected-text.ts';

const VOLUMES = 6;
const DOCUMENTS = 3;
const SEED = 1949;

/** Documents of real volumes, each as a small volume of its own; none where there are no corpora. */
export function realFragments(corpora: string | undefined): readonly Uint8Array[] {
  const folder = corpora === undefined ? '' : join(corpora, 'frus');
  if (folder === '' || !existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.xml'));
  return drawn(files.sort(), VOLUMES, SEED).flatMap((name) => {
    const xml = readFileSync(join(folder, name), 'utf8');
    const documents = drawn([...documentsIn(xml)], DOCUMENTS, SEED);
    return documents.map((one) => Buffer.from(volumeOf(one.xml.slice(0, 40_000))));
  });
}

const volumeOf = (xml: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="frus1949v09"><teiHeader><fileDesc><titleStmt><title type="complete">A volume</title></titleStmt></fileDesc></teiHeader><text><body><div type="compilation" xml:id="comp1"><head>A part</head>${xml}</div></body></text></TEI>`;
