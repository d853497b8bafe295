/** Arguments → exit code. */
import { CommanderError } from 'commander';
import { AppError } from '../errors.ts';
import { messagesIn, plain } from '../use-cases/index.ts';
import type { CliEnvironment } from './environment.ts';
import { chooseLanguage } from './language.ts';
import { createProgram } from './program.ts';

/** Runs one command. Never throws: what goes wrong is said on stderr and gives 2. */
export async function runCli(argv: readonly string[], environment: CliEnvironment): Promise<number> {
  const language = chooseLanguage(argv, environment.variables);
  const messages = messagesIn(language);
  const { stderr } = environment;
  let exitCode = 0;
  const program = createProgram({ environment, language, messages, finish: (code) => (exitCode = code) });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof AppError) {
      // Messages quote what stands in scanned files.
      stderr.write([`kumomori: ${plain(error.message)}`, ...error.details.map((line) => `  ${plain(line)}`), ''].join('\n'));
      return 2;
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    stderr.write(`kumomori: ${messages.cli.internal}\n${trace.split('\n').map(plain).join('\n')}\n`);
    return 2;
  }
}
