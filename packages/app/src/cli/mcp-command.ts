/** `kumomori mcp TARGET…` and `kumomori mcp --url URL` */
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';
import type { CliContext } from './program.ts';

interface McpFlags {
  readonly url?: string;
  readonly lake?: string;
  readonly people?: string;
  readonly allowWrites?: boolean;
}

export function addMcpCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.mcp;
  const command = program.subcommand('mcp');
  command
    .description(texts.description)
    .argument('[target...]', texts.targets)
    .option('--url <URL>', texts.options.url)
    .option('--lake <DIR>', texts.options.lake)
    .option('--people <FILE>', texts.options.people)
    .option('--allow-writes', texts.options.allowWrites);
  addLanguageOption(command, messages);
  command.action(async (targets: string[]) => {
    const from = sourceOf(targets, command.opts<McpFlags>(), context);
    const { serveMcp } = await import('../server/index.ts');
    await serveMcp({ from, language, input: environment.stdin?.() ?? nothing(), write: (text) => environment.stdout.write(text) });
  });
}

function sourceOf(targets: readonly string[], flags: McpFlags, { messages, environment, language }: CliContext) {
  const { url, lake = null, people = null, allowWrites = false } = flags;
  const { cwd, now, variables } = environment;
  const texts = messages.mcp;
  if (url === undefined) {
    if (targets.length === 0) throw usage(texts.needsOne);
    if (allowWrites) throw usage(texts.writesNeedServer);
    return { kind: 'targets', options: { targets, cwd, language, now, lake, people } } as const;
  }
  if (targets.length > 0) throw usage(texts.notBoth);
  if (lake !== null) throw usage(texts.lakeIsLocal);
  const token = variables['KUMOMORI_TOKEN'] ?? '';
  if (token === '') throw usage(texts.needsToken);
  return { kind: 'server', options: { url: originOf(url, messages), token, language, cwd, allowWrites } } as const;
}

const THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u;

function originOf(text: string, { mcp, server }: CliContext['messages']): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw usage(server.badUrl(text));
  if (url.protocol === 'http:' && !THIS_MACHINE.test(url.hostname)) throw usage(mcp.needsHttps(url.origin));
  return url.origin;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
