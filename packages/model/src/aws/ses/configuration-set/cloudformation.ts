import { defineCloudFormation } from '../../../code/index.ts';
import type { MailConfigurationSet } from './shape.ts';

export const cloudformation = defineCloudFormation<MailConfigurationSet>({
  types: ['AWS::SES::ConfigurationSet'],
  identity: ['Name'],
  read: (configuration) => ({
    tlsPolicy: configuration.block('DeliveryOptions').string('TlsPolicy', { default: 'Optional' }),
  }),
});
