/** Properties of a Glue connection. Only one is looked at: the map holds passwords. */
import type { Leaf, Place } from '../../../code/index.ts';
import { absentAt, placeWithin, textLeaf, unresolved } from '../../../code/index.ts';
import type { Value } from '../../../value.ts';

/** `JDBC_ENFORCE_SSL`, when it is written. */
export function enforced(properties: Value | undefined, place: Place): Leaf<string> {
  if (!properties || properties.kind === 'null') return absentAt(place);
  if (properties.kind !== 'map') {
    const detail = 'the properties are not a map that can be read';
    return unresolved(properties.kind === 'unknown' ? properties.reason : { code: 'unsupported', detail }, place);
  }
  const value = properties.entries.get('JDBC_ENFORCE_SSL');
  if (value) return textLeaf(value, placeWithin(place, value));
  return properties.rest ? unresolved(properties.rest.reason, place) : absentAt(place);
}
