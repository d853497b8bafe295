/** Credentials in what a build project is told in plain text. */
import type { BlockReader, Leaf, MapNode, Place } from '../../../code/index.ts';
import { absentAt, explicit, toTextWithHoles } from '../../../code/index.ts';
import type { EnvironmentValue } from '../../../secrets/index.ts';
import { environmentCredentials } from '../../../secrets/index.ts';

/** Names of the attributes of a variable, which differ between formats. */
interface VariableAttributes {
  readonly name: string;
  readonly value: string;
  readonly type: string;
}

/** Variables that are plain text, which is the default; those of other types only name a parameter or secret. */
export function variableCredentials(
  { readers, rest }: { readonly readers: readonly BlockReader[]; readonly rest: Leaf<never> | null },
  attributes: VariableAttributes,
  place: Place,
): MapNode<string> {
  const variables = readers.map((reader): EnvironmentValue | null => {
    const variable = reader.string(attributes.name).value;
    const value = reader.value(attributes.value);
    const isPlain = reader.string(attributes.type, { default: 'PLAINTEXT' }).value === 'PLAINTEXT';
    return variable !== undefined && value && isPlain ? { variable, value } : null;
  });
  return environmentCredentials(
    variables.filter((variable) => variable !== null),
    rest,
    place,
  );
}

/** True for `https://user:password@host/…` and `https://token@host/…`; the text itself never enters the node. */
export function sourceCredentials(source: BlockReader, attribute: string): Leaf<boolean> {
  const value = source.value(attribute);
  const place = source.placeOf(attribute);
  const text = value && toTextWithHoles(value);
  if (typeof text !== 'string') return absentAt(place);
  return explicit(/^https?:\/\/[^/@\s]+@/.test(text), place, true);
}
