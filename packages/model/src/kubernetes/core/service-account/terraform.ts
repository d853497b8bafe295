import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import { MANIFEST, acceptsKinds, manifestIn } from '../../terraform-manifest.ts';
import { kubernetes } from './kubernetes.ts';
import type { ServiceAccount } from './shape.ts';

export const terraform = defineTerraform<ServiceAccount>({
  types: [
    'kubernetes_service_account',
    'kubernetes_service_account_v1',
    'kubernetes_default_service_account',
    'kubernetes_default_service_account_v1',
    MANIFEST,
  ],
  accepts: acceptsKinds('ServiceAccount'),
  read(account, context) {
    const manifest = manifestIn(account);
    if (manifest) return kubernetes.read(manifest, context);
    const metadata = account.block('metadata');
    const name = metadata.string('name');
    const isDefaultResource = account.resource?.type.startsWith('kubernetes_default_') === true;
    return {
      namespace: metadata.string('namespace', { default: 'default' }),
      isDefault: isDefaultResource
        ? explicit(true, account.place)
        : name.state === 'explicit'
          ? explicit(name.value === 'default', name.place)
          : name.state === 'unresolved' && name.reason
            ? unresolved(name.reason, name.place)
            : byDefault(false, metadata.place),
      mountsToken: account.boolean('automount_service_account_token', { default: true }),
      annotations: metadata.stringMap('annotations'),
    };
  },
});
