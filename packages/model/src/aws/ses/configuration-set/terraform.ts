import { defineTerraform } from '../../../code/index.ts';
import type { MailConfigurationSet } from './shape.ts';

export const terraform = defineTerraform<MailConfigurationSet>({
  types: ['aws_ses_configuration_set', 'aws_sesv2_configuration_set'],
  identity: ['name', 'configuration_set_name'],
  read: (configuration) => ({
    tlsPolicy: configuration.block('delivery_options').string('tls_policy', { default: 'Optional' }),
  }),
});
