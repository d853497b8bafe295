import { mapCredentials } from '../../../secrets/index.ts';
import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, textLeaf, unresolved } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { CloudFunction } from './shape.ts';

export const terraform = defineTerraform<CloudFunction>({
  types: ['google_cloudfunctions_function', 'google_cloudfunctions2_function'],
  satellites: {
    ...iamSatellites('google_cloudfunctions_function', 'cloud_function'),
    ...iamSatellites('google_cloudfunctions2_function', 'cloud_function'),
  },
  identity: ['name', 'id'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    isHttp: http(block),
    ingress: settings(block).string('ingress_settings', { default: 'ALLOW_ALL' }),
    hasVpcConnector: settings(block).isSet('vpc_connector'),
    httpsOnly: httpsOnly(block),
    serviceAccount: account(settings(block)),
    credentials: mapCredentials(settings(block).value('environment_variables'), settings(block).placeOf('environment_variables')),
    hasCustomerKey: block.isSet('kms_key_name'),
    iam: bindingsOf(context, block.place, 'google_cloudfunctions_function', 'google_cloudfunctions2_function'),
  }),
});

/** The second generation has its settings in a block. */
function settings(block: BlockReader): BlockReader {
  return block.resource?.type === 'google_cloudfunctions2_function' ? block.block('service_config') : block;
}

function http(block: BlockReader): Leaf<boolean> {
  if (block.resource?.type !== 'google_cloudfunctions2_function') return block.boolean('trigger_http', { default: false });
  const event = block.block('event_trigger');
  return event.exists ? explicit(false, event.place) : byDefault(true, block.place);
}

function httpsOnly(block: BlockReader): Leaf<boolean> {
  if (block.resource?.type === 'google_cloudfunctions2_function') return byDefault(true, block.place);
  const level = block.string('https_trigger_security_level');
  if (level.value === undefined)
    return level.state === 'absent'
      ? byDefault(false, level.place)
      : unresolved(level.reason ?? { code: 'computed', detail: 'it is not known' }, level.place);
  return explicit(level.value === 'SECURE_ALWAYS', level.place);
}

/** An account that the code makes is not known yet but is written. */
function account(settings: BlockReader): Leaf<string | undefined> {
  const value = settings.value('service_account_email');
  if (value?.kind !== 'unknown' || value.refs.length === 0) return settings.string('service_account_email');
  return textLeaf({ ...value, kind: 'template', parts: [value], structure: null }, settings.placeOf('service_account_email'));
}
