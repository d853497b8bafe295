import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { ServerlessWorkgroup } from './shape.ts';

export const terraform = defineTerraform<ServerlessWorkgroup>({
  types: ['aws_redshiftserverless_workgroup'],
  identity: ['workgroup_name'],
  read: (workgroup) => ({
    isPublic: workgroup.boolean('publicly_accessible', { default: false }),
    enhancedVpcRouting: workgroup.boolean('enhanced_vpc_routing', { default: false }),
    requiresTls: parameter(workgroup),
  }),
});

function parameter(workgroup: BlockReader): Leaf<boolean> {
  const { readers, rest } = workgroup.blocks('config_parameter');
  const found = readers.find((each) => each.string('parameter_key').value === 'require_ssl');
  if (!found) return rest ?? byDefault(false, workgroup.place);
  const value = found.string('parameter_value', { required: true });
  if (value.value === undefined) return unresolved(value.reason ?? { code: 'computed', detail: 'it is not known' }, value.place);
  return explicit(value.value.toLowerCase() === 'true', value.place);
}
