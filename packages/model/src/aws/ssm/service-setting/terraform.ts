import { defineTerraform } from '../../../code/index.ts';
import type { ServiceSetting } from './shape.ts';

export const terraform = defineTerraform<ServiceSetting>({
  types: ['aws_ssm_service_setting'],
  identity: ['setting_id'],
  read: (setting) => ({
    settingId: setting.text('setting_id', { required: true }),
    value: setting.string('setting_value', { required: true }),
  }),
});
