/** `kumomori judge`, hidden: the server's own process for one scan. Takes its order as JSON on standard input, tells its progress as JSON lines. */
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { judgeSource } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import type { CliContext } from './program.ts';

const orderSchema = z.object({
  targets: z.array(z.string()).min(1),
  output: z.string(),
  temporaryFolder: z.string(),
  configFile: z.string().nullable(),
  paths: z.boolean(),
  people: z.string().nullable(),
});

/** Progress is told at most this often. */
const EVERY_MS = 200;

export function addJudgeCommand(program: CliCommand, { environment }: CliContext): void {
  program.subcommand('judge', { hidden: true }).action(async () => {
    const { cwd, now, stdin, stdout } = environment;
    const order = orderSchema.parse(JSON.parse(stdin ? await text(stdin()) : ''));
    let told = 0;
    await judgeSource({
      ...{ ...order, cwd, now },
      onProgress: (progress) => {
        if (now().getTime() - told < EVERY_MS) return;
        told = now().getTime();
        stdout.write(`${JSON.stringify(progress)}\n`);
      },
    });
  });
}
