/** Both ways out of drift: the code takes over what is live, or what is live goes back to what the code says. */
import type { Json, Range } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import type { AttributeDrift } from './compare.ts';
import type { Thing } from './thing.ts';

export interface LineEdit {
  readonly range: Range;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** The line of the code that would say what is live; null when one line alone cannot say it (blocks, policies, texts made of parts). */
export function adoptingEdit({ code, live, codeState, codePlace }: AttributeDrift): LineEdit | null {
  const { range } = codePlace;
  if (codeState !== 'explicit' || !range || !isScalar(code) || !isScalar(live)) return null;
  const { text } = range.source;
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  const end = text.indexOf('\n', range.start);
  const before = text.slice(start, end === -1 ? text.length : end);
  const literal = literalIn(before, code);
  if (literal === null) return null;
  const after = before.replace(literal, () => (literal.startsWith("'") ? `'${String(live)}'` : written(live, literal)));
  return after === before ? null : { range, line: startLine(range), before: before.trim(), after: after.trim() };
}

/** The value as the line writes it, when it stands there exactly once. */
function literalIn(line: string, value: string | number | boolean): string | null {
  const forms = typeof value === 'string' ? [JSON.stringify(value), `'${value}'`, value] : [String(value)];
  for (const form of forms) {
    const first = line.indexOf(form);
    if (form === '' || first === -1) continue;
    const isWhole =
      form.startsWith('"') ||
      form.startsWith("'") ||
      (!/[\w-]/.test(line[first - 1] ?? ' ') && !/[\w-]/.test(line[first + form.length] ?? ' '));
    if (isWhole && line.indexOf(form, first + 1) === -1) return form;
  }
  return null;
}

function written(value: string | number | boolean, literal: string): string {
  return literal.startsWith('"') ? JSON.stringify(String(value)) : String(value);
}

function isScalar(json: Json): json is string | number | boolean {
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean';
}

/** The command that brings a live resource back to its code; null where no single command does. */
export function revertCommand({ root, declared }: Thing): string | null {
  switch (root.kind) {
    case 'terraform':
    case 'terraform-plan':
      return `terraform${root.dir === '' || root.dir === '.' ? '' : ` -chdir=${shell(root.dir)}`} apply -target=${shell(declared.address)}`;
    case 'kubernetes':
      return `kubectl apply -f ${shell(declared.block.range.source.path)}`;
    default:
      return null;
  }
}

function shell(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
