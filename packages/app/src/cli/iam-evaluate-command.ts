/** `kumomori iam evaluate FILE.jsonl|-` */
import { evaluateAccess } from '../use-cases/index.ts';
import type { AccessAnswer } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addCommonOptions } from './common-options.ts';
import { accessTable } from './iam-evaluate-text.ts';
import type { CliContext } from './program.ts';
import { writeResult } from './write.ts';

/** Each piece costs a call of the system. */
const PIECE = 64 * 1024;

export function addIamEvaluateCommand(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.iam.evaluate;
  const command = parent.subcommand('evaluate');
  command.description(texts.description).argument('<file>', texts.file).option('--explain', texts.explain);
  const common = addCommonOptions(command, ['json', 'table'], messages);
  command.action(async (file: string) => {
    const { outputs } = common(language);
    const { explain = false } = command.opts<{ explain?: boolean }>();
    const answers = evaluateAccess(file, { cwd: environment.cwd, language, stdin: environment.stdin?.() ?? null });
    const [only] = outputs;
    if (outputs.length === 1 && only?.format === 'json' && only.file === null) return streamLines(answers, context);
    const all: AccessAnswer[] = [];
    for await (const answer of answers) all.push(answer);
    for (const { format, file: target } of outputs) {
      const pieces = format === 'json' ? all.map(lineOf) : [accessTable(all, { ...context, explain })];
      if (target === null) for (const piece of pieces) environment.stdout.write(piece);
      else writeResult(target, pieces, { cwd: environment.cwd, messages });
    }
  });
}

function lineOf({ answer }: AccessAnswer): string {
  return `${JSON.stringify(answer)}\n`;
}

/** Answers as they are made: nothing waits for the end of the input. */
async function streamLines(answers: AsyncIterable<AccessAnswer>, { environment }: CliContext): Promise<void> {
  let waiting = '';
  for await (const answer of answers) {
    waiting += lineOf(answer);
    if (waiting.length < PIECE) continue;
    environment.stdout.write(waiting);
    waiting = '';
  }
  if (waiting !== '') environment.stdout.write(waiting);
}
