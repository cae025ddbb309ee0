/**
 * What a harvest costs: records a CPU second, from the first part of the list to the last, through the whole app,
 * packed as harvesters ask for it.
 *
 *   npm run bench:oai -- FOLDER        an archive, for instance with volumes of FRUS
 */
import { openFolder } from '../src/cli/opened.ts';
import { machine, printTable } from './table.ts';

const ROUNDS = 3;
const LISTS = [
  'verb=ListIdentifiers&metadataPrefix=oai_dc',
  'verb=ListRecords&metadataPrefix=oai_dc',
  'verb=ListRecords&metadataPrefix=mods',
  'verb=ListRecords&metadataPrefix=tei',
] as const;

interface Harvested {
  readonly records: number;
  readonly parts: number;
  readonly bytes: number;
  readonly cpuMs: number;
}

type App = Awaited<ReturnType<typeof openFolder>>['app'];

async function harvest(app: App, list: string): Promise<Harvested> {
  const verb = list.split('&')[0] ?? '';
  let [records, parts, bytes, token] = [0, 0, 0, ''];
  const began = process.cpuUsage();
  do {
    const query = token === '' ? list : `${verb}&resumptionToken=${encodeURIComponent(token)}`;
    const text = await (await app.request(`/oai?${query}`)).text();
    token = /<resumptionToken[^>]*>([^<\s]+)</.exec(text)?.[1] ?? '';
    records += text.split('</header>').length - 1;
    bytes += text.length;
    parts += 1;
  } while (token !== '');
  const { user, system } = process.cpuUsage(began);
  return { records, parts, bytes, cpuMs: (user + system) / 1000 };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('npm run bench:oai -- FOLDER');
const archive = await openFolder(folder);
const rows: string[][] = [];
for (const list of LISTS) {
  const tries: Harvested[] = [];
  for (let round = 0; round < ROUNDS; round++) tries.push(await harvest(archive.app, list));
  const [best] = tries.sort((a, b) => a.cpuMs - b.cpuMs);
  if (best === undefined) continue;
  const { records, parts, bytes, cpuMs } = best;
  rows.push([
    list.replace('verb=', '').replace('&metadataPrefix=', ' '),
    String(records),
    String(parts),
    `${(bytes / 1e6).toFixed(1)} MB`,
    `${(cpuMs / records).toFixed(3)} ms`,
    Math.round((1000 * records) / cpuMs).toLocaleString('en'),
  ]);
}
await archive.close();
printTable(`OAI-PMH, ${machine()}`, ['', 'records', 'parts', 'sent', 'CPU each', 'records a CPU second'], rows);
