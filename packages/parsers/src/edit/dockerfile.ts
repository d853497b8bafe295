/** Edits of one stage of a Dockerfile: words of its lines, nothing else. No line is added or taken away: stages without a name are told by theirs. */
import type { CallEdit, InstructionEdit, VariableEdit } from '@kumomori/model';
import type { Instruction, Word } from '../dockerfile/index.ts';
import { commandsOf, parseDockerfile, stageAt } from '../dockerfile/index.ts';
import { Refused } from './edit.ts';
import type { Replacement } from './hcl-text.ts';
import { replaced } from './hcl-text.ts';

export type StageEdit = CallEdit | InstructionEdit | VariableEdit;

/** The text with one edit of the stage carried out. Throws Refused. */
export function editStage(file: string, text: string, address: string, edit: StageEdit): string {
  const { instructions } = parseDockerfile({ path: file, text });
  const stage = stageAt(instructions, { path: file, text }, address);
  if (!stage) throw new Refused('not-found', address);
  const place: Place = { file, text };
  const changes = stage.flatMap((each) =>
    'call' in edit ? inRun(place, each, edit) : 'variable' in edit ? inEnv(place, each, edit) : inOther(place, each, edit),
  );
  return replaced(text, changes);
}

interface Place {
  readonly file: string;
  readonly text: string;
}

/** Where one of the programs is called, one after the other: only calls that are written out word by word. */
function inRun(place: Place, instruction: Instruction, edit: CallEdit): readonly Replacement[] {
  const { keyword, json, heredocs, words } = instruction;
  if (keyword !== 'RUN' || words.length === 0) return [];
  const calls = json || heredocs.length > 0 ? [] : commandsOf(words).filter((each) => isCall(each, edit));
  if (calls.length === 0) {
    const isHidden =
      [instruction.text, ...heredocs].some((each) => each.includes(edit.call[0] ?? '')) && (json !== null || heredocs.length > 0);
    if (isHidden)
      throw new Refused('unsupported', json ? 'RUN as a list' : 'a heredoc', { file: place.file, start: instruction.range.start });
    return [];
  }
  const changes = calls.flatMap((each) => inCall(place, each, edit));
  const last = words.at(-1);
  if (edit.andThen === undefined || !last || words.some((_, at) => isThere(words, at, edit.andThen ?? ''))) return changes;
  const end = last.text.endsWith(';') ? last.end - 1 : last.end;
  return [...changes, { start: end, end, by: ` && ${edit.andThen}` }];
}

function isThere(words: readonly Word[], at: number, script: string): boolean {
  return script.split(' ').every((word, index) => words[at + index]?.text === word);
}

function isCall([program, ...words]: readonly Word[], { call, when = [] }: CallEdit): boolean {
  const name = program?.text.slice(program.text.lastIndexOf('/') + 1) ?? '';
  return call.includes(name) && (when.length === 0 || words.some(({ text }) => when.includes(text)));
}

function inCall({ text }: Place, command: readonly Word[], edit: CallEdit): readonly Replacement[] {
  const [program, ...words] = command;
  if (!program) return [];
  const { add, unless = [], take = [], takeValue = false, swap = {}, when = [], becomes } = edit;
  const changes: Replacement[] = [];
  if (becomes !== undefined)
    changes.push({ start: program.end - (program.text.length - program.text.lastIndexOf('/') - 1), end: program.end, by: becomes });
  if (add !== undefined && !words.some(({ text: word }) => [add, ...unless].some((option) => has(word, option)))) {
    const behind = words.find((each) => when.includes(each.text)) ?? program;
    changes.push({ start: behind.end, end: behind.end, by: ` ${add}` });
  }
  for (const word of words) {
    const by = Object.hasOwn(swap, word.text) ? swap[word.text] : undefined;
    if (by !== undefined && text.slice(word.start, word.end) === word.text) changes.push({ start: word.start, end: word.end, by });
  }
  for (const [index, word] of words.entries()) {
    if (take.some((option) => isLong(word.text, option))) {
      const value = takeValue && !word.text.includes('=') ? words[index + 1] : undefined;
      changes.push({ start: command[index]?.end ?? word.start, end: (value ?? word).end, by: '' });
      continue;
    }
    const written = text.slice(word.start, word.end);
    if (written !== word.text || !/^-[A-Za-z]{2,}$/.test(written)) continue;
    const flags = joinedFlags(written);
    const kept =
      take.reduce((left, option) => (/^-\w$/.test(option) ? left.replaceAll(option.slice(1), '') : left), flags) +
      written.slice(flags.length);
    if (kept !== written && kept.length > 1) changes.push({ start: word.start, end: word.end, by: kept });
  }
  return changes;
}

/** `-fsSLo` → `-fsSLo`, `-ok` → `-o`: what stands behind a letter that takes a value is that value (options of curl(1), read 2026-11-22). */
function joinedFlags(word: string): string {
  const at = word.search(/[AbcCdDeEFHKmoPQrTtuUwXxYyz]/);
  return at === -1 ? word : word.slice(0, at + 1);
}

function has(word: string, option: string): boolean {
  return isLong(word, option) || (/^-\w$/.test(option) && /^-[A-Za-z]+$/.test(word) && word.includes(option.slice(1)));
}

function isLong(word: string, option: string): boolean {
  return word === option || word.startsWith(`${option}=`);
}

/** `NAME=value` of ENV and ARG. */
function inEnv({ file, text }: Place, { keyword, words }: Instruction, { variable, value }: VariableEdit): readonly Replacement[] {
  if (keyword !== 'ENV' && keyword !== 'ARG') return [];
  const [first, second] = words;
  const pair = words.find((each) => each.text.toUpperCase().startsWith(`${variable}=`));
  if (pair) return [{ start: text.indexOf('=', pair.start) + 1, end: pair.end, by: value }];
  if (first?.text.toUpperCase() !== variable || !second) return [];
  if (words.length > 2) throw new Refused('unsupported', `ENV ${variable}`, { file, start: first.start });
  return [{ start: second.start, end: second.end, by: value }];
}

function inOther({ text }: Place, { keyword, range, words, json }: Instruction, edit: InstructionEdit): readonly Replacement[] {
  if (keyword !== edit.instruction) return [];
  const all = json ?? words;
  const [first, last] = [all[0], all.at(-1)];
  const head = { start: range.start, end: range.start + keyword.length };
  if (!first || !last || (edit.except !== undefined && all.some((word) => new RegExp(edit.except ?? '', 'i').test(word.text)))) return [];
  if ('endWith' in edit) {
    if (all.length < 3 || last.text.endsWith(edit.endWith)) return [];
    const isQuoted = /["']$/.test(text.slice(last.start, last.end));
    const at = isQuoted ? last.end - 1 : last.end;
    return [{ start: at, end: at, by: edit.endWith }];
  }
  if (edit.label === undefined) return [{ ...head, by: edit.becomes }];
  const value = text.slice(first.start, last.end).replaceAll(/^"|"$/g, '').replaceAll('"', '\\"');
  return value.includes('\n') ? [] : [{ start: head.start, end: last.end, by: `${edit.becomes} ${edit.label}="${value}"` }];
}
