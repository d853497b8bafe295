import { defineTerraform } from '../../../code/index.ts';
import type { EbsDefaultEncryption } from './shape.ts';

export const terraform = defineTerraform<EbsDefaultEncryption>({
  types: ['aws_ebs_encryption_by_default'],
  read: (setting) => ({ isEnabled: setting.boolean('enabled', { default: true }) }),
});
