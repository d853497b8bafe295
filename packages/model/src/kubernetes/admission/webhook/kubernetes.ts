import { defineKubernetes, explicit, object } from '../../../code/index.ts';
import type { Hook, Webhook } from './shape.ts';

export const kubernetes = defineKubernetes<Webhook>({
  types: ['admissionregistration.k8s.io/ValidatingWebhookConfiguration', 'admissionregistration.k8s.io/MutatingWebhookConfiguration'],
  identity: ['name'],
  read: (configuration) => ({
    isMutating: explicit(configuration.resource?.type.endsWith('/MutatingWebhookConfiguration') === true, configuration.place),
    webhooks: configuration.list<Hook>('webhooks', (webhook) =>
      object<Hook>(
        {
          label: webhook.string('name'),
          failurePolicy: webhook.string('failurePolicy', { default: 'Fail' }),
          url: webhook.block('clientConfig').string('url'),
        },
        webhook.place,
      ),
    ),
  }),
});
