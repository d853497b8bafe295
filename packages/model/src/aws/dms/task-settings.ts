/** Settings of a replication task, a JSON text in every format. */
import type { Leaf } from '../../code/index.ts';
import { BlockReader, byDefault, structureOf, unresolved } from '../../code/index.ts';

export function taskLogging(task: BlockReader, attribute: string): Leaf<boolean> {
  const value = task.value(attribute);
  if (!value) return task.boolean(attribute, { default: false });
  const place = task.placeOf(attribute);
  const settings = structureOf(value);
  if (settings === null) return unresolved({ code: 'unsupported', detail: 'the settings are not a JSON document that can be read' }, place);
  if (settings.kind === 'unknown') return unresolved(settings.reason, place);
  const [reader] = BlockReader.ofValue(settings, place).readers;
  return reader ? reader.block('Logging').boolean('EnableLogging', { default: false }) : byDefault(false, place);
}
