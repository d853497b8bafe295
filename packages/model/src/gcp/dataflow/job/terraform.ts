import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { DataflowJob } from './shape.ts';

export const terraform = defineTerraform<DataflowJob>({
  types: ['google_dataflow_job', 'google_dataflow_flex_template_job'],
  identity: ['name'],
  read: (block) => ({
    hasCustomerKey: block.isSet('kms_key_name'),
    hasPublicAddresses: publicAddresses(block),
  }),
});

function publicAddresses(block: BlockReader): Leaf<boolean> {
  const leaf = block.string('ip_configuration', { default: 'WORKER_IP_PUBLIC' });
  if (leaf.value === undefined) return unresolved(leaf.reason ?? { code: 'computed', detail: 'it is not known' }, leaf.place);
  return leaf.state === 'default' ? byDefault(true, leaf.place) : explicit(leaf.value !== 'WORKER_IP_PRIVATE', leaf.place);
}
