import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, explicit, unresolved } from '../../../code/index.ts';
import type { ParameterGroup } from './shape.ts';

export const cloudformation = defineCloudFormation<ParameterGroup>({
  types: ['AWS::Redshift::ClusterParameterGroup'],
  identity: ['ParameterGroupName'],
  read: (group) => ({
    family: group.string('ParameterGroupFamily', { required: true }),
    requiresTls: parameter(group, 'require_ssl', group.string('ParameterGroupFamily').value === 'redshift-2.0'),
    logsStatements: parameter(group, 'enable_user_activity_logging', false),
  }),
});

function parameter(group: BlockReader, name: string, fallback: boolean): Leaf<boolean> {
  const { readers, rest } = group.blocks('Parameters');
  const found = readers.find((each) => each.string('ParameterName').value?.toLowerCase() === name);
  if (found) {
    const value = found.string('ParameterValue', { required: true });
    return value.value === undefined
      ? unresolved(value.reason ?? notKnown, value.place)
      : explicit(value.value.toLowerCase() === 'true', value.place);
  }
  const open = rest ?? readers.map((each) => each.string('ParameterName')).find(({ state }) => state === 'unresolved');
  return open ? unresolved(open.reason ?? notKnown, open.place) : byDefault(fallback, group.place);
}

const notKnown = { code: 'computed', detail: 'it is not known' } as const;
