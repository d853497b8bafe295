/** `kumomori answer`, hidden: the server's own process for one question. Takes it as JSON on standard input, prints the answer as JSON. */
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { answerQuestion } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import type { CliContext } from './program.ts';

const targets = z.array(z.string()).min(1);
const questionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('who-can'), targets, action: z.string(), resource: z.string() }),
  z.object({ kind: z.literal('can'), targets, principal: z.string() }),
  z.object({ kind: z.literal('review'), targets, people: z.string().nullable(), events: z.array(z.string()) }),
  z.object({ kind: z.literal('drift'), code: z.string(), live: z.string() }),
]);
const orderSchema = z.object({ question: questionSchema, language: z.enum(['en', 'ja']) });

export function addAnswerCommand(program: CliCommand, { environment }: CliContext): void {
  program.subcommand('answer', { hidden: true }).action(async () => {
    const { cwd, now, stdin, stdout } = environment;
    const { question, language } = orderSchema.parse(JSON.parse(stdin ? await text(stdin()) : ''));
    stdout.write(JSON.stringify(await answerQuestion(question, { cwd, language, now })));
  });
}
