import { Agent, request } from 'node:http';

export interface Asked {
  /** 0: the connection broke, as one does that was left idle. */
  readonly status: number;
  readonly mediaType: string;
  readonly location?: string;
  readonly retryAfterSeconds?: number;
  readonly text: string;
  readonly ms: number;
}

/** Asks a server as one client, over so many connections. */
export function client(port: number, connections: number, localAddress: string, forwardedFor?: string) {
  const agent = new Agent({ keepAlive: connections > 1, maxSockets: connections });
  const headers = {
    'accept-encoding': 'identity',
    ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
  };
  return (path: string): Promise<Asked> =>
    new Promise((resolve) => {
      const startMs = performance.now();
      const broke = (): void =>
        resolve({ status: 0, mediaType: '', text: '', ms: performance.now() - startMs });
      const asked = request({ port, host: '127.0.0.1', path, agent, localAddress, headers }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('error', broke);
        answer.on('end', () => {
          const { location, 'retry-after': again, 'content-type': mediaType = '' } = answer.headers;
          const isPage = mediaType.startsWith('text/html');
          resolve({
            status: answer.statusCode ?? 0,
            mediaType,
            ...(location === undefined ? {} : { location }),
            ...(again === undefined ? {} : { retryAfterSeconds: Number(again) }),
            text: isPage ? Buffer.concat(pieces).toString() : '',
            ms: performance.now() - startMs,
          });
        });
      });
      asked.on('error', broke);
      asked.end();
    });
}
