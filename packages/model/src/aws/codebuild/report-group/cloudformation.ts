import { defineCloudFormation } from '../../../code/index.ts';
import type { ReportGroup } from './shape.ts';

export const cloudformation = defineCloudFormation<ReportGroup>({
  types: ['AWS::CodeBuild::ReportGroup'],
  identity: ['Name'],
  read: (group) => ({
    encryptionDisabled: group.block('ExportConfig').block('S3Destination').boolean('EncryptionDisabled', { default: false }),
  }),
});
