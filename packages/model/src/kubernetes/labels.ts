/** Labels and selectors, as far as they are known. */
import type { BlockReader } from '../code/index.ts';
import { identityOf } from '../code/index.ts';
import type { Value } from '../value.ts';
import type { Dialect } from './dialect.ts';

/** Key → what the value certainly is; equal texts mean equal values, also of variables nobody knows. */
export type Labels = ReadonlyMap<string, string>;

export function labelsOf(value: Value | undefined): Labels {
  if (value?.kind !== 'map') return new Map();
  return new Map([...value.entries].map(([key, each]) => [key, identityOf(each) ?? '']));
}

/** True when every label that is asked for is there. */
export function hasLabels(labels: Labels, wanted: Labels): boolean {
  for (const [key, value] of wanted) if (labels.get(key) !== value) return false;
  return true;
}

/** A label selector (`matchLabels`, `matchExpressions`); an empty one selects everything. */
export function selects(selector: BlockReader, labels: Labels, dialect: Dialect): boolean {
  if (!hasLabels(labels, labelsOf(selector.value(dialect('matchLabels'))))) return false;
  return selector.blocks(dialect('matchExpressions')).readers.every((expression) => meets(expression, labels));
}

function meets(expression: BlockReader, labels: Labels): boolean {
  const key = expression.string('key').value ?? '';
  const values = expression.strings('values').items.map(({ node }) => ('value' in node ? String(node.value) : ''));
  const label = labels.get(key);
  switch (expression.string('operator').value) {
    case 'In':
      return label !== undefined && values.includes(label);
    case 'NotIn':
      return label === undefined || !values.includes(label);
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    default:
      return true;
  }
}
