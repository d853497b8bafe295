/** `kumomori lsp` */
import type { CliCommand } from './command.ts';
import type { CliContext } from './program.ts';

export function addLspCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language, finish } = context;
  const command = program.subcommand('lsp');
  command.description(messages.editor.description).option('--stdio', messages.editor.stdio);
  command.action(async () => {
    const { serveEditor } = await import('../server/lsp/index.ts');
    const { stdin, stdout, now } = environment;
    finish(await serveEditor({ input: stdin?.() ?? nothing(), write: (text) => stdout.write(text), language, now }));
  });
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
