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

export interface Adoption {
  readonly edits: readonly LineEdit[];
  /** Those that no line alone can say: blocks, policies, texts made of parts, what is not written. */
  readonly others: readonly AttributeDrift[];
}

/** The lines of the code that would say what is live. Changes on one line become one edit. */
export function adoption(changes: readonly AttributeDrift[]): Adoption {
  const edits = new Map<string, LineEdit>();
  const others: AttributeDrift[] = [];
  for (const change of changes) {
    const { range } = change.codePlace;
    const key = range ? `${range.source.path}:${startLine(range)}` : '';
    const edit = editOf(change, edits.get(key));
    if (edit) edits.set(key, edit);
    else others.push(change);
  }
  return { edits: [...edits.values()], others };
}

/** `earlier`: what another change made of the line. */
function editOf({ code, live, codeState, codePlace }: AttributeDrift, earlier: LineEdit | undefined): LineEdit | null {
  const { range } = codePlace;
  if (codeState !== 'explicit' || !range || !isScalar(code) || !isScalar(live)) return null;
  const before = lineAt(range);
  const current = earlier?.after ?? before;
  const literal = literalIn(current, code);
  if (literal === null) return null;
  const after = current.replace(literal, () => (literal.startsWith("'") ? `'${String(live)}'` : written(live, literal)));
  return after === before ? null : { range, line: startLine(range), before, after };
}

function lineAt({ source: { text }, start }: Range): string {
  const begin = text.lastIndexOf('\n', start - 1) + 1;
  const end = text.indexOf('\n', start);
  return text.slice(begin, end === -1 ? text.length : end).trim();
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
