/** The lines around a piece of evidence, with the columns to underline. Values that may be secret are masked. */
import type { Evidence, Finding } from '@kumomori/model';
import { maskSecretLine } from '@kumomori/model';
import { decidingEvidence } from './finding-view.ts';

export interface FrameLine {
  readonly number: number;
  readonly text: string;
  /** Columns to underline, from 0, `to` exclusive; both 0: not marked. */
  readonly from: number;
  readonly to: number;
}

export interface CodeFrame {
  readonly file: string;
  readonly lines: readonly FrameLine[];
  /** Null when the frame shows only the head of the block. */
  readonly evidence: Evidence | null;
  /** The attribute is not there: the frame shows the head of the block that lacks it. */
  readonly absent: boolean;
}

type LinesOf = (file: string) => readonly string[] | null;

const CONTEXT_LINES = 2;
/** Of a marked value over many lines (a policy document), its first lines are enough to find it. */
const MARKED_LINES = 6;
const LINE_CHARACTERS = 400;
const MASK = '••••••';

/** Two lines before and after the evidence that decided; null when the file is not at hand. */
export function codeFrame(finding: Finding, linesOf: LinesOf): CodeFrame | null {
  const evidence = decidingEvidence(finding);
  const file = evidence?.file ?? finding.origin.file;
  const source = linesOf(file);
  const first = evidence?.line ?? finding.origin.startLine;
  if (source === null || first < 1 || first > source.length) return null;
  const absent = evidence?.state === 'absent' || evidence?.state === 'default';
  const last = evidence === null || absent ? first : Math.min(evidence.endLine ?? first, first + MARKED_LINES - 1, source.length);
  const top = Math.max(1, absent ? first : first - CONTEXT_LINES);
  const bottom = Math.min(source.length, last + CONTEXT_LINES);
  const lines: FrameLine[] = [];
  for (let number = top; number <= bottom; number += 1) {
    const marked = number >= first && number <= last;
    const hidden = marked && evidence?.state === 'redacted';
    const text = maskSecrets((source[number - 1] ?? '').replaceAll('\t', '  '), hidden).slice(0, LINE_CHARACTERS);
    lines.push({ number, text, ...(marked ? markedColumns(text, number === first ? (evidence?.column ?? 1) : 1) : { from: 0, to: 0 }) });
  }
  return { file, lines: withoutBlankEdges(lines), evidence, absent };
}

function withoutBlankEdges(lines: readonly FrameLine[]): readonly FrameLine[] {
  const says = (line: FrameLine): boolean => line.to > 0 || line.text.trim() !== '';
  return lines.slice(lines.findIndex(says), lines.findLastIndex(says) + 1);
}

/** From the column (or the first character that is not blank) to the end of the code, without a comment behind it. */
function markedColumns(text: string, column: number): { from: number; to: number } {
  const code = text.replace(/\s+(?:#|\/\/)[^"]*$/, '').trimEnd();
  const indent = text.length - text.trimStart().length;
  const from = Math.min(Math.max(column - 1, indent), Math.max(code.length - 1, 0));
  return { from, to: from + Math.max(1, withoutForeignEnds(code.slice(from)).length) };
}

const OPENERS = { ')': '(', ']': '[', '}': '{' } as const;

/** Drops what closes something that began before: `"*" }` → `"*"`, `22,` → `22`. */
function withoutForeignEnds(text: string): string {
  let code = text.trimEnd();
  for (;;) {
    const last = code.at(-1) ?? '';
    if (last === ',') code = code.slice(0, -1).trimEnd();
    else if ((last === ')' || last === ']' || last === '}') && code.split(last).length > code.split(OPENERS[last]).length) {
      code = code.slice(0, -1).trimEnd();
    } else return code;
  }
}

/** Hides a literal behind a key that names a secret, known key formats anywhere and, when `all` is true, everything after the sign. */
function maskSecrets(line: string, all: boolean): string {
  if (all) return line.replace(/^(\s*"?[\w.-]+"?\s*[=:]\s*)?.*$/, (_whole, key: string | undefined) => `${key ?? ''}${MASK}`);
  return maskSecretLine(line);
}
