/** The stages of a Dockerfile and the commands of its lines, with their places. */
import type { Source } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import type { Instruction, Word } from './parse-dockerfile.ts';
import { PREFIXES } from './shell.ts';

/** What stands in the stage with an address (`stage:build`, or the line of its FROM); null when there is none. */
export function stageAt(instructions: readonly Instruction[], source: Source, address: string): readonly Instruction[] | null {
  const starts = instructions.flatMap(({ keyword }, index) => (keyword === 'FROM' ? [index] : []));
  const found = starts.findIndex((start) => {
    const { words = [], range } = instructions[start] ?? {};
    const [, as, alias] = words;
    if (as?.text.toUpperCase() === 'AS' && alias) return address === `stage:${alias.text}`;
    return range !== undefined && address === String(startLine({ ...range, source }));
  });
  const start = starts[found];
  return start === undefined ? null : instructions.slice(start + 1, starts[found + 1] ?? instructions.length);
}

/** Program and words of each command of a RUN line in shell form; what stands in quotes is not looked into. */
export function commandsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const commands: Word[][] = [[]];
  for (const word of words) {
    const end = /;+$/.exec(word.text);
    const own = end ? { ...word, text: word.text.slice(0, end.index), end: word.end - end[0].length } : word;
    if (/^(?:&&|\|\||[|&])$/.test(own.text)) commands.push([]);
    else if (own.text !== '') commands.at(-1)?.push(own);
    if (end) commands.push([]);
  }
  return commands.map(withoutPrefix).filter((each) => each.length > 0);
}

/** As `shellCommands` takes it away. */
function withoutPrefix(words: readonly Word[]): readonly Word[] {
  let isSudo = false;
  const at = words.findIndex(({ text }) => {
    if (/^[A-Za-z_]\w*=/.test(text)) return false;
    if (!PREFIXES.has(text)) return !(isSudo && text.startsWith('-'));
    isSudo ||= text === 'sudo';
    return false;
  });
  return at === -1 ? [] : words.slice(at);
}
