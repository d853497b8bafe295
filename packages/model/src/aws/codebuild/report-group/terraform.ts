import { defineTerraform } from '../../../code/index.ts';
import type { ReportGroup } from './shape.ts';

export const terraform = defineTerraform<ReportGroup>({
  types: ['aws_codebuild_report_group'],
  identity: ['name'],
  read: (group) => ({
    encryptionDisabled: group.block('export_config').block('s3_destination').boolean('encryption_disabled', { default: false }),
  }),
});
