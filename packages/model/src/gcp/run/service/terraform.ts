import { environmentCredentials } from '../../../secrets/index.ts';
import type { BlockReader, Leaf, MapNode } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { RunService } from './shape.ts';

export const terraform = defineTerraform<RunService>({
  types: ['google_cloud_run_service', 'google_cloud_run_v2_service', 'google_cloud_run_v2_job'],
  satellites: {
    ...iamSatellites('google_cloud_run_service', 'service'),
    ...iamSatellites('google_cloud_run_v2_service', 'name'),
    ...iamSatellites('google_cloud_run_v2_job', 'name'),
  },
  identity: ['name', 'id'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    isJob: explicit(block.resource?.type === 'google_cloud_run_v2_job', block.place),
    ingress: ingress(block),
    usesDefaultAccount: usesDefaultAccount(block),
    credentials: credentials(block),
    hasBinaryAuthorization: block.has('binary_authorization'),
    hasCustomerKey: customerKey(block),
    iam: bindingsOf(context, block.place, 'google_cloud_run_service', 'google_cloud_run_v2_service', 'google_cloud_run_v2_job'),
  }),
});

const ANNOTATION = 'run.googleapis.com/ingress';

function ingress(block: BlockReader): Leaf<string> {
  if (block.resource?.type !== 'google_cloud_run_service') return block.string('ingress', { default: 'INGRESS_TRAFFIC_ALL' });
  const annotations = block.block('metadata').stringMap('annotations');
  const written = annotations.entries.get(ANNOTATION);
  if (written) return written;
  return annotations.rest
    ? unresolved(annotations.rest.reason ?? { code: 'computed', detail: 'it is not known' }, annotations.place)
    : byDefault('all', block.place);
}

/** Where containers are written: one level deeper in jobs and in the first version. */
function revision(block: BlockReader): BlockReader {
  const template = block.block('template');
  if (block.resource?.type === 'google_cloud_run_service') return template.block('spec');
  return block.resource?.type === 'google_cloud_run_v2_job' ? template.block('template') : template;
}

function usesDefaultAccount(block: BlockReader): Leaf<boolean> {
  const name = block.resource?.type === 'google_cloud_run_service' ? 'service_account_name' : 'service_account';
  const written = revision(block).isSet(name);
  return written.value === undefined ? written : explicit(!written.value, written.place);
}

function credentials(block: BlockReader): MapNode<string> {
  const { readers, rest } = revision(block).blocks('containers');
  const variables = readers.flatMap((container) =>
    container.blocks('env').readers.flatMap((each) => {
      const variable = each.string('name').value;
      const value = each.value('value');
      return variable !== undefined && value ? [{ variable, value }] : [];
    }),
  );
  const open = readers.map((container) => container.blocks('env').rest).find((each) => each !== null) ?? rest;
  return environmentCredentials(variables, open, block.place);
}

function customerKey(block: BlockReader): Leaf<boolean> {
  if (block.resource?.type !== 'google_cloud_run_service') {
    const own = revision(block).isSet('encryption_key');
    return own;
  }
  const annotations = block.block('template').block('metadata').stringMap('annotations');
  const key = annotations.entries.get('run.googleapis.com/encryption-key');
  return key ? explicit(true, key.place) : byDefault(false, block.place);
}
