import { listen } from '../../src/cli/listen.ts';
import { openArchive } from '../../src/compose.ts';
import { loadSettings } from '../../src/config.ts';

/** Serves the archive of a folder as `unsealed serve` does, behind one proxy; says its port to whoever began it. */
const folder = process.argv[2] ?? '.';
const settings = await loadSettings(folder);
if (!settings.ok) throw new Error(settings.problem.map(({ code }) => code).join());
const archive = await openArchive(folder, { ...settings.value, proxies: 1 });
if (!archive.ok) throw new Error(archive.problem.code);
const { port } = await listen(archive.value.app, '127.0.0.1', 0);
process.send?.({ port });
process.on('disconnect', () => process.exit());
