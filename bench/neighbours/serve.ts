import { listen } from '../../src/cli/listen.ts';
import { openArchive } from '../../src/compose.ts';
import { loadSettings } from '../../src/config.ts';

/** What the addresses of readers begin with. */
const READERS = '198.51.100.';

/** Serves the archive of a folder as `unsealed serve` does, behind one proxy; says its port to whoever began it. */
const folder = process.argv[2] ?? '.';
const settings = await loadSettings(folder);
if (!settings.ok) throw new Error(settings.problem.map(({ code }) => code).join());
const archive = await openArchive(folder, { ...settings.value, proxies: 1 });
if (!archive.ok) throw new Error(archive.problem.code);

/** What the thread worked between a reader's question and its answer: what is waited where nothing else has the cores. */
const workedMs: number[] = [];
const { app } = archive.value;
const fetch = async (request: Request, from?: string): Promise<Response> => {
  const before = process.threadCpuUsage();
  const answer = await app.fetch(request, from);
  const { user, system } = process.threadCpuUsage(before);
  if (request.headers.get('x-forwarded-for')?.startsWith(READERS) === true)
    workedMs.push((user + system) / 1000);
  return answer;
};

const { port } = await listen({ fetch }, '127.0.0.1', 0);
process.send?.({ port });
process.on('message', () => process.send?.({ workedMs: workedMs.splice(0) }));
process.on('disconnect', () => process.exit());
