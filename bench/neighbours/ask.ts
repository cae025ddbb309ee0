import { Agent, request } from 'node:http';

export interface Asked {
  readonly status: number;
  readonly mediaType: string;
  readonly location?: string;
  readonly retryAfterSeconds?: number;
  readonly text: string;
  readonly ms: number;
}

/** Asks a server as one client, over so many connections. */
export function client(port: number, connections: number, localAddress: string, forwardedFor?: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = {
    'accept-encoding': 'identity',
    ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
  };
  return (path: string): Promise<Asked> =>
    new Promise((resolve, reject) => {
      const startMs = performance.now();
      const asked = request({ port, host: '127.0.0.1', path, agent, localAddress, headers }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('error', reject);
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
      asked.on('error', reject);
      asked.end();
    });
}
