import { defineKubernetes } from '../../../code/index.ts';
import type { AdmissionConfiguration } from './shape.ts';

export const kubernetes = defineKubernetes<AdmissionConfiguration>({
  types: ['apiserver.config.k8s.io/AdmissionConfiguration', 'apiserver.k8s.io/AdmissionConfiguration'],
  identity: ['name'],
  read: (configuration) => ({
    plugins: configuration.list<string>('plugins', (plugin) => plugin.string('name', { default: '' })),
  }),
});
