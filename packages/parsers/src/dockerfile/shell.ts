/** The commands of a shell script, as far as they can be told apart without running it. */

export interface ShellCommand {
  /** Without its folder: `/usr/bin/apt-get` is `apt-get`. `sudo`, `env`, `exec` and assignments before it are taken away. */
  readonly program: string;
  /** Everything after the program, quotes taken away. */
  readonly words: readonly string[];
  readonly isSudo: boolean;
  /** `NAME=value` before the program. */
  readonly assignments: readonly string[];
}

const MAX_COMMANDS = 2000;
/** Words that may stand before a program. */
export const PREFIXES: ReadonlySet<string> = new Set([
  'sudo',
  'env',
  'exec',
  'command',
  'nohup',
  'time',
  'then',
  'do',
  'else',
  '!',
  '{',
  '(',
  'if',
  'while',
  'until',
  'elif',
]);

/** Pipelines, lists and lines give one command each; what stands inside `$(…)` or a quoted text is not looked into. O(length). */
export function shellCommands(script: string): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let words: string[] = [];
  const finish = (): void => {
    const command = commandOf(words);
    if (command && commands.length < MAX_COMMANDS) commands.push(command);
    words = [];
  };
  for (const token of tokens(script)) {
    if (token === null) finish();
    else words.push(token);
  }
  finish();
  return commands;
}

function commandOf(words: readonly string[]): ShellCommand | null {
  const assignments: string[] = [];
  let isSudo = false;
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (/^[A-Za-z_]\w*=/.test(word)) assignments.push(word);
    else if (PREFIXES.has(word)) isSudo ||= word === 'sudo';
    else if (!(isSudo && word.startsWith('-'))) break;
  }
  const program = words[at];
  if (program === undefined || program === '')
    return isSudo || assignments.length > 0 ? { program: '', words: [], isSudo, assignments } : null;
  return { program: program.slice(program.lastIndexOf('/') + 1), words: words.slice(at + 1), isSudo, assignments };
}

/** Words, and null where a command ends. */
function* tokens(script: string): Iterable<string | null> {
  let word: string | null = null;
  let at = 0;
  while (at < script.length) {
    const character = script[at] ?? '';
    if (character === '\\' && at + 1 < script.length) {
      if (script[at + 1] !== '\n') word = (word ?? '') + (script[at + 1] ?? '');
      at += 2;
    } else if (character === "'" || character === '"') {
      const end = quoteEnd(script, at);
      word = (word ?? '') + script.slice(at + 1, end);
      at = end + 1;
    } else if (character === '$' && script[at + 1] === '(') {
      const end = nestingEnd(script, at + 1);
      word = (word ?? '') + script.slice(at, end);
      at = end;
    } else if (character === '#' && word === null) {
      const end = script.indexOf('\n', at);
      at = end === -1 ? script.length : end;
    } else if (character === '&' && (script[at - 1] === '>' || script[at + 1] === '>')) {
      word = `${word ?? ''}&`; // `2>&1` and `&>file` do not end a command
      at++;
    } else if (character === '\n' || character === ';' || character === '&' || character === '|') {
      if (word !== null) yield word;
      word = null;
      yield null;
      at++;
    } else if (character === ' ' || character === '\t' || character === '\r') {
      if (word !== null) yield word;
      word = null;
      at++;
    } else {
      word = (word ?? '') + character;
      at++;
    }
  }
  if (word !== null) yield word;
}

function quoteEnd(script: string, open: number): number {
  const quote = script[open];
  let at = open + 1;
  while (at < script.length && script[at] !== quote) at += quote === '"' && script[at] === '\\' ? 2 : 1;
  return Math.min(at, script.length);
}

function nestingEnd(script: string, open: number): number {
  let depth = 0;
  for (let at = open; at < script.length; at++) {
    if (script[at] === '(') depth++;
    else if (script[at] === ')' && --depth === 0) return at + 1;
  }
  return script.length;
}
