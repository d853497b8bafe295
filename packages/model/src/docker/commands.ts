/** Questions about the shell commands of a build stage. */
import { any, find } from '../check/index.ts';
import type { Command, Stage } from './image/stage/shape.ts';

/** The first command of a stage that matches. */
export function findCommand(stage: Stage, matches: (command: Command) => boolean): Command | undefined {
  const run = find(stage.runs, (each) => any(each.commands, matches));
  return run && find(run.commands, matches);
}

/** True for a call of one of the programs with every one of the words. */
export function calls(command: Command, programs: readonly string[], ...words: readonly string[]): boolean {
  return programs.includes(command.program) && words.every((word) => any(command.words, (each) => each === word));
}

/** Long options (`--yes`, also `--yes=true`) and letters among joined short ones (`-qy`). */
export function hasOption(command: Command, ...options: readonly string[]): boolean {
  return any(command.words, (word) =>
    options.some((option) =>
      option.startsWith('--')
        ? word === option || word.startsWith(`${option}=`)
        : /^-[A-Za-z]+$/.test(word) && word.includes(option.slice(1)),
    ),
  );
}
