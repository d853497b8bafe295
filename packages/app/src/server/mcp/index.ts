/** `kumomori mcp`: the Model Context Protocol over standard input and output. */
import { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Language } from '@kumomori/model';
import { messagesIn } from '../../use-cases/index.ts';
import { toolVersion } from '../../version.ts';
import type { ServerOptions } from './of-server.ts';
import { answersOfServer } from './of-server.ts';
import type { TargetOptions } from './of-targets.ts';
import { answersOfTargets } from './of-targets.ts';
import { addTools } from './tools.ts';

export interface ServeMcpOptions {
  readonly from:
    | { readonly kind: 'targets'; readonly options: TargetOptions }
    | { readonly kind: 'server'; readonly options: ServerOptions };
  readonly language: Language;
  readonly input: AsyncIterable<Uint8Array>;
  readonly write: (text: string) => void;
}

/** Until the input ends; what was asked before that is answered. Throws AppErrors for targets, addresses and tokens that are no good. */
export async function serveMcp({ from, language, input, write }: ServeMcpOptions): Promise<void> {
  const answers = from.kind === 'targets' ? await answersOfTargets(from.options) : await answersOfServer(from.options);
  const server = new McpServer({ name: 'kumomori', version: toolVersion() }, { instructions: messagesIn(language).mcp.instructions });
  const answered = addTools(server, answers, language);
  const reader = Readable.from(input, { objectMode: false });
  const writer = new Writable({
    write: (piece: Uint8Array, _encoding, done) => {
      write(Buffer.from(piece).toString('utf8'));
      done();
    },
  });
  await server.connect(new StdioServerTransport(reader, writer));
  await finished(reader).catch(() => undefined);
  // A request that came last is taken up before this goes on, and its answer is written.
  await setImmediate();
  await answered();
  await setImmediate();
  await server.close();
}
