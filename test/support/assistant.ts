import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { McpError } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';

interface Answers {
  fetch(request: Request): Response | Promise<Response>;
}

/** A call as its answer tells of it: what was said, what was quoted, and how long it was. */
export interface Told {
  readonly isRefusal: boolean;
  readonly said: Readonly<Record<string, unknown>>;
  readonly material: unknown;
  readonly text: string;
}

const answer = z.looseObject({
  notice: z.string(),
  archive: z.looseObject({}),
  material: z.unknown().optional(),
});

/** An assistant as the library has it, whose requests go to an app and nowhere else. */
export class Assistant {
  readonly client = new Client({ name: 'test', version: '1.0.0' });

  async over(app: Answers, origin: string): Promise<this> {
    const transport = new StreamableHTTPClientTransport(new URL('/mcp', origin), {
      fetch: async (url, init) => app.fetch(new Request(url, init)),
    });
    // The library's own types disagree where a property may be undefined.
    await this.client.connect(transport as Transport);
    return this;
  }

  /** A resource, or why there is none, with all that was told of it. */
  async read(uri: string): Promise<string> {
    try {
      return JSON.stringify(await this.client.readResource({ uri }));
    } catch (reason) {
      if (reason instanceof McpError) return `${reason.message} ${JSON.stringify(reason.data)}`;
      throw reason;
    }
  }

  /** What a tool answers; wrong arguments are told as plain text, in `said.text`. */
  async ask(name: string, given: object = {}): Promise<Told> {
    const result = await this.client.callTool({ name, arguments: { ...given } });
    const content = z.array(z.looseObject({ text: z.string() })).parse(result.content);
    const text = content.map((one) => one.text).join('');
    const isRefusal = result.isError === true;
    if (!text.startsWith('{')) return { isRefusal, said: { text }, material: undefined, text };
    const { material, ...said } = answer.parse(JSON.parse(text));
    return { isRefusal, said, material, text };
  }
}
