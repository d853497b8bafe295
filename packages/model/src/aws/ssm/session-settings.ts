/** The inputs of a Session Manager document, from its JSON or YAML. Source: Systems Manager User Guide, "Session document schema", read 2026-11-22. */
import type { BlockReader, Leaf, ObjectNode, Place } from '../../code/index.ts';
import { HOLE, absent, explicit, object, placeWithin, structureOf, textLeaf, unresolved } from '../../code/index.ts';
import type { Value } from '../../value.ts';
import type { SessionSettings } from './document/shape.ts';

/** Looks a setting up; undefined: not written. */
type Lookup = (key: string) => Leaf<string> | undefined;

export function sessionSettings(document: BlockReader, attribute: string): ObjectNode<SessionSettings> | Leaf<never> {
  const value = document.value(attribute);
  const place = document.placeOf(attribute);
  if (!value) {
    const gap = document.missing(attribute);
    // The provider requires it: code without it says nothing about the session.
    return gap.state === 'absent' ? unresolved({ code: 'unresolved-reference', detail: `${attribute} is not written` }, gap.place) : gap;
  }
  const root = structureOf(value);
  if (root?.kind === 'unknown') return unresolved(root.reason, place);
  if (root?.kind === 'map') return settings(inputsOf(root.entries.get('inputs'), place), place);
  const text = document.text(attribute).value;
  if (text === undefined) return unresolved({ code: 'unsupported', detail: 'the document cannot be read' }, place);
  return settings((key) => lineOf(text, key, place), place);
}

function settings(find: Lookup, place: Place): ObjectNode<SessionSettings> {
  const text = (key: string): Leaf<string | undefined> => find(key) ?? absent(place);
  const flag = (key: string): Leaf<boolean> => {
    const found = find(key);
    if (!found) return explicit(false, place);
    return found.value === undefined
      ? unresolved(found.reason ?? { code: 'computed', detail: 'it is not known' }, found.place)
      : explicit(found.value.toLowerCase() === 'true', found.place);
  };
  return object<SessionSettings>(
    {
      hasKmsKey: explicit(find('kmsKeyId') !== undefined, find('kmsKeyId')?.place ?? place),
      logGroup: text('cloudWatchLogGroupName'),
      logGroupEncrypted: flag('cloudWatchEncryptionEnabled'),
      logBucket: text('s3BucketName'),
      logBucketEncrypted: flag('s3EncryptionEnabled'),
    },
    place,
  );
}

function inputsOf(inputs: Value | undefined, place: Place): Lookup {
  return (key) => {
    const written = inputs?.kind === 'map' ? inputs.entries.get(key) : undefined;
    const isEmpty = !written || written.kind === 'null' || (written.kind === 'string' && written.value === '');
    return isEmpty ? undefined : textLeaf(written, placeWithin(place, written));
  };
}

/** YAML: the inputs of a session are a flat list of keys, one a line. O(text). */
function lineOf(text: string, key: string, place: Place): Leaf<string> | undefined {
  const line = text.split('\n').find((each) => each.trimStart().startsWith(`${key}:`));
  const written = line
    ?.slice(line.indexOf(':') + 1)
    .replace(/\s#.*$/, '')
    .trim()
    .replaceAll(/^["']|["']$/g, '');
  if (written === undefined || written === '') return undefined;
  return written.includes(HOLE) && written !== HOLE
    ? unresolved({ code: 'computed', detail: 'a part of it is not known' }, place)
    : explicit(written, place);
}
