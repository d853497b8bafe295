import { defineKubernetes } from '../../../code/index.ts';
import { entriesInPlainSight } from '../../credentials.ts';
import type { Secret } from './shape.ts';

export const kubernetes = defineKubernetes<Secret>({
  types: ['Secret'],
  identity: ['name'],
  read(secret) {
    const encoded = entriesInPlainSight(secret.value('data'), { place: secret.placeOf('data'), isEncoded: true });
    const plain = entriesInPlainSight(secret.value('stringData'), { place: secret.placeOf('stringData'), isEncoded: false });
    return {
      namespace: secret.block('metadata').string('namespace', { default: 'default' }),
      type: secret.string('type', { default: 'Opaque' }),
      contents: { ...encoded, entries: new Map([...encoded.entries, ...plain.entries]) },
    };
  },
});
