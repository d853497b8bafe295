/** Server parameters of PostgreSQL and MySQL: each is a resource of its own beside the server. */
import type { BlockReader, Leaf, ReaderContext } from '../../code/index.ts';
import { HOLE, absent, unresolved } from '../../code/index.ts';

/**
 * The value of a parameter, set by one of the server's satellites of the given types; absent when none sets it. Unknown when one of them
 * sets a parameter that is not known by name. O(satellites).
 */
export function serverParameter(
  server: BlockReader,
  context: ReaderContext,
  types: readonly string[],
  name: string,
): Leaf<string | undefined> {
  const all = types.flatMap((type) => context.satellites(type).map((each) => readParameter(each, type.includes('/'))));
  const found = all.find(({ label }) => label.value === name);
  if (found)
    return found.isSure
      ? found.value
      : unresolved({ code: 'computed', detail: `it is not known whether ${name} is set` }, found.value.place);
  const open = all.find(({ label }) => label.state === 'unresolved');
  if (open) return unresolved({ code: 'computed', detail: 'a parameter is set whose name is not known' }, open.label.place);
  return server.resource === null ? server.string(name) : absent(server.place);
}

export interface ServerParameter {
  readonly label: Leaf<string>;
  readonly value: Leaf<string | undefined>;
  readonly isSure: boolean;
}

/** Name and value of a parameter resource; Resource Manager puts the server's name before (`orders/log_checkpoints`). */
export function readParameter(parameter: BlockReader, isArm: boolean): ServerParameter {
  return {
    label: isArm ? lastSegment(parameter) : parameter.string('name', { required: true }),
    value: isArm ? parameter.block('properties').string('value') : parameter.string('value'),
    isSure: !parameter.uncertain,
  };
}

function lastSegment(parameter: BlockReader): Leaf<string> {
  const path = parameter.text('name', { required: true });
  const name = path.value?.split('/').at(-1);
  if (name?.includes(HOLE)) return parameter.string('name', { required: true });
  return { ...path, value: name };
}
