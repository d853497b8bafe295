/** Sentences of users' checks: observed values in the place of expressions. */
import type { Tracker } from '@kumomori/model';
import { HOLE, SECRET_MASK } from '@kumomori/model';
import type { CelProgram, CelValue } from '@kumomori/engine';
import { CelFault, CelList, CelMap, CelTime, CelUint } from '@kumomori/engine';

const MAX_VALUE = 200;
const MAX_ITEMS = 5;

/** What is read for the sentence is no evidence; what is secret is masked, what is not known or missing says so. */
export function renderTemplate(parts: readonly (string | CelProgram)[], values: readonly CelValue[], tracker: Tracker): string {
  const reads = [...tracker.reads];
  const text = parts.map((part) => (typeof part === 'string' ? part : shown(part, values, tracker))).join('');
  tracker.reads.splice(0, tracker.reads.length, ...reads);
  return text;
}

function shown(program: CelProgram, values: readonly CelValue[], tracker: Tracker): string {
  const before = tracker.reads.length;
  const text = textOf(program.evaluate(values, tracker));
  const isSecret = tracker.reads.slice(before).some(({ node }) => node.node === 'leaf' && node.sensitive);
  return isSecret ? SECRET_MASK : text;
}

/** A value for people. */
function textOf(value: CelValue): string {
  if (typeof value === 'string') return value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value.replaceAll(HOLE, '…');
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return 'null';
  if (value instanceof CelUint) return String(value.value);
  if (value instanceof CelFault) return '–';
  if (value instanceof CelList) {
    const items = Array.from({ length: Math.min(value.length, MAX_ITEMS) }, (_, index) => textOf(value.at(index)));
    return [...items, ...(value.length > MAX_ITEMS || value.open ? ['…'] : [])].join(', ');
  }
  if (value instanceof CelMap) return value.keys().slice(0, MAX_ITEMS).map(String).join(', ');
  return value instanceof CelTime ? `${value.nanoseconds / 1_000_000_000n}s` : '?';
}
