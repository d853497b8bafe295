import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, explicit, unresolved } from '../../../code/index.ts';
import type { ServerlessWorkgroup } from './shape.ts';

export const cloudformation = defineCloudFormation<ServerlessWorkgroup>({
  types: ['AWS::RedshiftServerless::Workgroup'],
  identity: ['WorkgroupName'],
  read: (workgroup) => ({
    isPublic: workgroup.boolean('PubliclyAccessible', { default: false }),
    enhancedVpcRouting: workgroup.boolean('EnhancedVpcRouting', { default: false }),
    requiresTls: parameter(workgroup),
  }),
});

function parameter(workgroup: BlockReader): Leaf<boolean> {
  const { readers, rest } = workgroup.blocks('ConfigParameters');
  const found = readers.find((each) => each.string('ParameterKey').value === 'require_ssl');
  if (!found) return rest ?? byDefault(false, workgroup.place);
  const value = found.string('ParameterValue', { required: true });
  if (value.value === undefined) return unresolved(value.reason ?? { code: 'computed', detail: 'it is not known' }, value.place);
  return explicit(value.value.toLowerCase() === 'true', value.place);
}
