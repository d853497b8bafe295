import { byDefault, defineKubernetes, explicit } from '../../../code/index.ts';
import type { ServiceAccount } from './shape.ts';

export const kubernetes = defineKubernetes<ServiceAccount>({
  types: ['ServiceAccount'],
  identity: ['name'],
  read(account) {
    const metadata = account.block('metadata');
    const name = metadata.string('name');
    return {
      namespace: metadata.string('namespace', { default: 'default' }),
      isDefault: name.state === 'explicit' ? explicit(name.value === 'default', name.place) : byDefault(false, metadata.place),
      mountsToken: account.boolean('automountServiceAccountToken', { default: true }),
      annotations: metadata.stringMap('annotations'),
    };
  },
});
