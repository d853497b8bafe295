/** The inputs of a Session Manager document, from its JSON. Source: Systems Manager User Guide, "Session document schema", read 2026-11-22. */
import type { BlockReader, Leaf, ObjectNode } from '../../code/index.ts';
import { absent, explicit, object, placeWithin, structureOf, textLeaf, unresolved } from '../../code/index.ts';
import type { Value } from '../../value.ts';
import type { SessionSettings } from './document/shape.ts';

export function sessionSettings(document: BlockReader, attribute: string): ObjectNode<SessionSettings> | Leaf<never> {
  const value = document.value(attribute);
  const place = document.placeOf(attribute);
  if (!value) return document.missing(attribute);
  const root = structureOf(value);
  if (root?.kind === 'unknown') return unresolved(root.reason, place);
  if (root?.kind !== 'map') return unresolved({ code: 'unsupported', detail: 'the document is not JSON that can be read' }, place);
  const inputs = root.entries.get('inputs');
  const text = (key: string): Leaf<string | undefined> => {
    const written = inputs?.kind === 'map' ? inputs.entries.get(key) : undefined;
    const isEmpty = !written || written.kind === 'null' || (written.kind === 'string' && written.value === '');
    return isEmpty ? absent(place) : textLeaf(written, place);
  };
  const flag = (key: string): Leaf<boolean> => flagOf(inputs?.kind === 'map' ? inputs.entries.get(key) : undefined, document, attribute);
  const key = inputs?.kind === 'map' ? inputs.entries.get('kmsKeyId') : undefined;
  return object<SessionSettings>(
    {
      hasKmsKey: explicit(key !== undefined && key.kind !== 'null' && !(key.kind === 'string' && key.value === ''), place),
      logGroup: text('cloudWatchLogGroupName'),
      logGroupEncrypted: flag('cloudWatchEncryptionEnabled'),
      logBucket: text('s3BucketName'),
      logBucketEncrypted: flag('s3EncryptionEnabled'),
    },
    place,
  );
}

/** Both switches are off unless written. */
function flagOf(value: Value | undefined, document: BlockReader, attribute: string): Leaf<boolean> {
  const place = document.placeOf(attribute);
  if (!value || value.kind === 'null') return explicit(false, place);
  if (value.kind === 'unknown') return unresolved(value.reason, place);
  const isOn = (value.kind === 'bool' && value.value) || (value.kind === 'string' && value.value === 'true');
  return explicit(isOn, placeWithin(place, value));
}
