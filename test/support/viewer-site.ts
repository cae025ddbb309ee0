import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Cleanup } from './temp-archive.ts';
import { ROOT } from './source-files.ts';

/** Programs of others that open images and manifests, as their packages bring them, each one file. */
const SCRIPTS = {
  mirador: 'node_modules/mirador/dist/mirador.min.js',
  openseadragon: 'node_modules/openseadragon/build/openseadragon/openseadragon.min.js',
} as const;

/** Tiles of another site are drawn only where that site allows it: a viewer that asks so would show nothing else. */
const ALLOWED = `crossOriginPolicy: 'Anonymous'`;

/** What each begins with, told what to open. The viewer is `window.viewer` afterwards. */
const BEGINNINGS = {
  mirador: (manifest: string): string =>
    `window.viewer = Mirador.viewer({ id: 'viewer', osdConfig: { ${ALLOWED} }, windows: [{ manifestId: ${manifest} }] });`,
  openseadragon: (info: string): string =>
    `window.viewer = OpenSeadragon({ id: 'viewer', tileSources: [${info}], showNavigationControl: false, animationTime: 0.1, ${ALLOWED} });`,
} as const satisfies Readonly<Record<keyof typeof SCRIPTS, (what: string) => string>>;

const pageOf = (viewer: keyof typeof SCRIPTS, open: string): string =>
  `<!doctype html><html lang="en"><title>Viewer</title><link rel="icon" href="data:,"><style>html,body,#viewer{margin:0;height:100%;position:relative}</style><div id="viewer"></div><script src="/${viewer}.js"></script><script>${BEGINNINGS[viewer](JSON.stringify(open))}</script></html>`;

/**
 * A site of its own that has nothing but viewers: `/mirador` with a manifest open, `/openseadragon` with an
 * image. What comes back is its origin.
 */
export async function viewerSite(
  cleanup: Cleanup,
  opened: Readonly<Record<keyof typeof SCRIPTS, string>>,
): Promise<string> {
  const server = createServer((request, response) => {
    const [, viewer, isScript] = /^\/(mirador|openseadragon)(\.js)?$/.exec(request.url ?? '') ?? [];
    if (viewer !== 'mirador' && viewer !== 'openseadragon') {
      response.writeHead(404).end();
      return;
    }
    const type = isScript ? 'text/javascript' : 'text/html';
    const body = isScript ? readFileSync(join(ROOT, SCRIPTS[viewer])) : pageOf(viewer, opened[viewer]);
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanup.after(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return `http://127.0.0.1:${address.port}`;
}
