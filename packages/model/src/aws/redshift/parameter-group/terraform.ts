import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { ParameterGroup } from './shape.ts';

export const terraform = defineTerraform<ParameterGroup>({
  types: ['aws_redshift_parameter_group'],
  identity: ['name'],
  read(group) {
    const family = group.string('family', { required: true });
    return {
      family,
      requiresTls: parameter(group, 'require_ssl', family.value === 'redshift-2.0'),
      logsStatements: parameter(group, 'enable_user_activity_logging', false),
    };
  },
});

function parameter(group: BlockReader, name: string, fallback: boolean): Leaf<boolean> {
  const { readers, rest } = group.blocks('parameter');
  const found = readers.find((each) => each.string('name').value?.toLowerCase() === name);
  if (found && !found.uncertain) {
    const value = found.string('value', { required: true });
    return value.value === undefined
      ? unresolved(value.reason ?? notKnown, value.place)
      : explicit(value.value.toLowerCase() === 'true', value.place);
  }
  const open = rest ?? readers.map((each) => each.string('name')).find(({ state }) => state === 'unresolved');
  return open || found ? unresolved(open?.reason ?? notKnown, open?.place ?? group.place) : byDefault(fallback, group.place);
}

const notKnown = { code: 'computed', detail: 'it is not known' } as const;
