import { defineKubernetes } from '../../../code/index.ts';
import { entriesWithCredentials } from '../../credentials.ts';
import type { ConfigMap } from './shape.ts';

export const kubernetes = defineKubernetes<ConfigMap>({
  types: ['ConfigMap'],
  identity: ['name'],
  read: (map) => ({
    namespace: map.block('metadata').string('namespace', { default: 'default' }),
    data: map.stringMap('data'),
    credentials: entriesWithCredentials(map.value('data'), map.placeOf('data')),
  }),
});
