/** Label selectors over labels that may be known in part. */
import type { LabelRequirement, LabelSelector, MapValue, Value } from '@kumomori/model';
import { mapValue } from '@kumomori/model';
import { unknownCel } from '../cel/index.ts';
import type { Answer } from './three-valued.ts';
import { allOf, not } from './three-valued.ts';
import { valueAt } from './resources.ts';

/** The labels of an object; empty when it has none. */
export function labelsOf(object: MapValue): MapValue {
  const labels = valueAt(object, ['metadata', 'labels']);
  if (labels?.kind === 'map') return labels;
  return mapValue(new Map(), null, labels?.kind === 'unknown' ? labels : null);
}

export function selects(selector: LabelSelector, labels: MapValue): Answer {
  return allOf(selector.map((requirement) => meets(requirement, labels)));
}

function meets({ key, operator, values }: LabelRequirement, labels: MapValue): Answer {
  const found = labels.entries.get(key);
  const isThere: Answer = found !== undefined || (labels.rest ? unknownCel(`metadata.labels.${key}`, labels.rest.reason) : false);
  switch (operator) {
    case 'Exists':
      return isThere;
    case 'DoesNotExist':
      return not(isThere);
    case 'In':
      return found ? isOneOf(found, values) : isThere;
    case 'NotIn':
      return not(found ? isOneOf(found, values) : isThere);
  }
}

function isOneOf(value: Value, values: readonly string[]): Answer {
  if (value.kind === 'string') return values.includes(value.value);
  if (value.kind === 'number' || value.kind === 'bool') return values.includes(String(value.value));
  if (value.kind === 'unknown') return unknownCel('metadata.labels', value.reason);
  return value.kind === 'template' ? unknownCel('metadata.labels', { code: 'computed', detail: 'parts of it are not known' }) : false;
}
