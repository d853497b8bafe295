/** Members of answers → values; texts that are ids of resources refer to these, whatever case they are written in. */
import { REDACTED } from '../../live/index.ts';
import type { LiveValue } from '../../live/index.ts';
import { Missing } from '../../live/index.ts';
import type { Range } from '../../source.ts';
import type { Reference, Value } from '../../value.ts';
import { boolValue, listValue, mapValue, nullValue, numberValue, stringValue, unknownValue } from '../../value.ts';

/** Answers are not deeper than this; what is counts as unknown. */
const MAX_DEPTH = 60;

export function azureValue(written: LiveValue, range: Range, depth = 0): Value {
  if (written === null || written === undefined) return nullValue(range);
  if (depth > MAX_DEPTH) return unknownValue('limit', 'the answer is nested too deeply', range);
  if (written instanceof Missing) return unknownValue('not-collected', written.detail, range);
  if (typeof written === 'string') return { ...stringValue(written, range), refs: referencesIn(written) };
  if (typeof written === 'number') return numberValue(written, range);
  if (typeof written === 'boolean') return boolValue(written, range);
  if (isList(written)) {
    const items = written.map((each) => azureValue(each, range, depth + 1));
    return listValue(items, range);
  }
  if (REDACTED in written) return { ...unknownValue('redacted', 'it was redacted when it was collected', range), sensitive: true };
  const entries = Object.entries(written).filter(([, each]) => each !== undefined);
  const map = mapValue(new Map(entries.map(([key, each]) => [key, azureValue(each, range, depth + 1)])), range);
  // User-assigned identities are named by keys.
  const refs = entries.flatMap(([key]) => referencesIn(key));
  return refs.length === 0 ? map : { ...map, refs };
}

/** What a text that is the id of a resource refers to; also an id below one of the services of a storage account. */
export function referencesIn(text: string): readonly Reference[] {
  if (!/^\/subscriptions\//i.test(text)) return [];
  const address = referenceTo(text);
  const [, account] = /^(.*)\/(?:blob|queue|table|file)services\/default$/.exec(address) ?? [];
  return [address, ...(account === undefined ? [] : [account])].map((each) => ({ address: each, attribute: 'id' }));
}

/** Ids are the same in any case, with or without a slash at the end. */
export function referenceTo(id: string): string {
  return id.toLowerCase().replace(/\/+$/, '');
}

function isList(written: LiveValue): written is readonly LiveValue[] {
  return Array.isArray(written);
}
