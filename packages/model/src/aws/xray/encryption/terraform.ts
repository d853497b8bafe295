import { defineTerraform } from '../../../code/index.ts';
import type { TraceEncryption } from './shape.ts';

export const terraform = defineTerraform<TraceEncryption>({
  types: ['aws_xray_encryption_config'],
  read: (encryption) => ({
    type: encryption.string('type'),
  }),
});
