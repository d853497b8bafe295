import type { BlockReader, ListNode, ObjectNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { Dataset, DatasetAccess } from './shape.ts';

export const terraform = defineTerraform<Dataset>({
  types: ['google_bigquery_dataset'],
  satellites: { ...iamSatellites('google_bigquery_dataset', 'dataset_id'), google_bigquery_dataset_access: 'dataset_id' },
  identity: ['dataset_id', 'id'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    access: access(block, context),
    hasCustomerKey: block.block('default_encryption_configuration').isSet('kms_key_name'),
    iam: bindingsOf(context, block.place, 'google_bigquery_dataset'),
  }),
});

function access(block: BlockReader, context: ReaderContext): ListNode<DatasetAccess> {
  const entry = (each: BlockReader): ObjectNode<DatasetAccess> =>
    object<DatasetAccess>({ specialGroup: each.string('special_group'), member: each.text('iam_member') }, each.place);
  const inline = block.list<DatasetAccess>('access', entry);
  const separate = context.satellites('google_bigquery_dataset_access').map((each) => ({ node: entry(each), uncertain: each.uncertain }));
  return { ...inline, items: [...inline.items, ...separate], rest: block.resource ? inline.rest : null };
}
