/** Container definitions: JSON with small first letters in Terraform, objects with capital ones in CloudFormation. */
import type { EnvironmentValue } from '../../../secrets/index.ts';
import { environmentCredentials } from '../../../secrets/index.ts';
import type { BlockReader, Leaf, MapNode, NodeOf } from '../../../code/index.ts';
import { explicit, byDefault, identityOf, object, placeWithin, unresolved } from '../../../code/index.ts';
import type { Value } from '../../../value.ts';
import type { Container } from './shape.ts';

/** How the format writes an attribute whose API name is `readonlyRootFilesystem`. */
export type Spelling = (attribute: string) => string;

export function container(reader: BlockReader, spell: Spelling): NodeOf<Container> {
  return object<Container>(
    {
      label: reader.string(spell('name')),
      isPrivileged: reader.boolean(spell('privileged'), { default: false }),
      isReadOnly: reader.boolean(spell('readonlyRootFilesystem'), { default: false }),
      user: reader.string(spell('user')),
      logs: reader.block(spell('logConfiguration')).isSet(spell('logDriver')),
      credentials: credentials(reader, spell),
    },
    reader.place,
  );
}

/** `environment` is a list of names and values. */
function credentials(reader: BlockReader, spell: Spelling): MapNode<string> {
  const attribute = spell('environment');
  const value = reader.value(attribute);
  const place = reader.placeOf(attribute);
  if (!value) {
    const hidden = reader.missing(attribute);
    return environmentCredentials([], hidden.state === 'absent' ? null : hidden, place);
  }
  if (value.kind === 'unknown') return environmentCredentials([], unresolved(value.reason, place), place);
  if (value.kind !== 'list' && value.kind !== 'set') return environmentCredentials([], null, place);
  const variables = value.items.map((item) => variableOf(item, spell));
  const unread = value.rest ?? value.items.find((item) => item.kind === 'unknown');
  const rest: Leaf<never> | null = unread?.kind === 'unknown' ? unresolved(unread.reason, placeWithin(place, unread)) : null;
  return environmentCredentials(
    variables.filter((variable) => variable !== null),
    rest,
    place,
  );
}

function variableOf(item: Value, spell: Spelling): EnvironmentValue | null {
  if (item.kind !== 'map') return null;
  const name = item.entries.get(spell('name'));
  const value = item.entries.get(spell('value'));
  return name?.kind === 'string' && value ? { variable: name.value, value } : null;
}

/** Do both attributes name the same role? Roles that are not known yet are told apart by where they come from. */
export function sharesRole(task: BlockReader, execution: string, own: string): Leaf<boolean> {
  const [first, second] = [task.value(execution), task.value(own)];
  if (!first || !second) {
    const hidden = task.missing(first ? own : execution);
    return hidden.state === 'absent' ? byDefault(false, task.place) : hidden;
  }
  const place = task.placeOf(own);
  const [one, other] = [identityOf(first), identityOf(second)];
  if (one === null || other === null) return unresolved({ code: 'computed', detail: 'the roles are not known' }, place);
  const isText = first.kind === 'string' && second.kind === 'string';
  if (one !== other && !isText && (first.kind === 'string' || second.kind === 'string'))
    return unresolved({ code: 'computed', detail: 'one of the roles is not known' }, place);
  return explicit(one === other, place);
}
