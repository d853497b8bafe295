import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { EmrBlockPublicAccess, PermittedPorts } from './shape.ts';

export const terraform = defineTerraform<EmrBlockPublicAccess>({
  types: ['aws_emr_block_public_access_configuration'],
  read: (settings) => ({
    isBlocked: settings.boolean('block_public_security_group_rules', { default: true }),
    permitted: settings.list<PermittedPorts>('permitted_public_security_group_rule_range', ports),
  }),
});

function ports(range: BlockReader): NodeOf<PermittedPorts> {
  return object<PermittedPorts>({ from: range.number('min_range'), to: range.number('max_range') }, range.place);
}
