import { createAdaptorServer } from '@hono/node-server';
import { refuseHead } from './refuse-head.ts';

/** What answers: one function, as the app is. */
export interface Answerer {
  /** `from`: the address that the connection comes from. */
  fetch(request: Request, from?: string): Response | Promise<Response>;
}

export interface Listening {
  readonly port: number;
  /** Takes no more requests, answers those under way, then ends. */
  close(): Promise<void>;
}

/** How long requests that are under way may take when the server is asked to stop. */
const PATIENCE_MS = 5000;

/** A question of 2,000 characters in any script fits into an address, with what a browser says of itself. */
const LONGEST_HEAD_BYTES = 128 * 1024;
/** Listens; fails as `node:net` does (EADDRINUSE, EACCES). Port 0 takes a free one. */
export function listen(app: Answerer, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => app.fetch(request, incoming.socket.remoteAddress),
    serverOptions: { maxHeaderSize: LONGEST_HEAD_BYTES },
  });
  server.on('clientError', refuseHead);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : port,
        close: () => closed(server),
      });
    });
  });
}

function closed(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, PATIENCE_MS);
    server.close((reason) => {
      clearTimeout(patience);
      if (reason) reject(reason);
      else resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
