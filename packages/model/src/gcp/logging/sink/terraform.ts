import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { Sink } from './shape.ts';

export const terraform = defineTerraform<Sink>({
  types: [
    'google_logging_project_sink',
    'google_logging_folder_sink',
    'google_logging_organization_sink',
    'google_logging_billing_account_sink',
  ],
  identity: ['name'],
  read: (sink, context) => ({
    isToBucket: isToBucket(sink),
    bucket: context.ref(sink, 'destination', 'gcp.storage.bucket'),
  }),
});

/** `storage.googleapis.com/NAME`, or any text made from a bucket of the code. */
function isToBucket(sink: BlockReader): Leaf<boolean> {
  const place = sink.placeOf('destination');
  const text = sink.text('destination');
  if (text.value?.startsWith('storage.googleapis.com/') === true) return explicit(true, place);
  const refs = sink.value('destination')?.refs ?? [];
  if (refs.some(({ address }) => /(^|\.)google_storage_bucket\./.test(address))) return explicit(true, place);
  if (/^(?:bigquery|pubsub|logging)\.googleapis\.com\//.test(text.value ?? '') || refs.length > 0) return explicit(false, place);
  if (text.value !== undefined) return explicit(false, place);
  return unresolved(text.reason ?? { code: 'computed', detail: 'the destination is not known' }, place);
}
