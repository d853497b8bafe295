import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform } from '../../../code/index.ts';
import type { ComposerEnvironment } from './shape.ts';

export const terraform = defineTerraform<ComposerEnvironment>({
  types: ['google_composer_environment'],
  identity: ['name'],
  read: (block) => ({
    isPrivate: isPrivate(block.block('config')),
    hasCustomerKey: block.block('config').block('encryption_config').isSet('kms_key_name'),
    webServerRanges: block
      .block('config')
      .block('web_server_network_access_control')
      .list<string>('allowed_ip_range', (range) => range.string('value', { required: true })),
  }),
});

/** `enable_private_environment` of version 3, the block of versions 1 and 2. */
function isPrivate(config: BlockReader): Leaf<boolean> {
  if (config.value('enable_private_environment')) return config.boolean('enable_private_environment', { default: false });
  const old = config.block('private_environment_config');
  return old.exists ? old.boolean('enable_private_endpoint', { default: true }) : byDefault(false, config.place);
}
