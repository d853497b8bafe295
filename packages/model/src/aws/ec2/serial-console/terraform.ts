import { defineTerraform } from '../../../code/index.ts';
import type { SerialConsole } from './shape.ts';

export const terraform = defineTerraform<SerialConsole>({
  types: ['aws_ec2_serial_console_access'],
  read: (setting) => ({
    isEnabled: setting.boolean('enabled', { default: true }),
  }),
});
