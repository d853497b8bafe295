import { defineCloudFormation } from '../../../code/index.ts';
import type { LogGroup } from './shape.ts';

/** Source: CloudFormation template reference, AWS::Logs::LogGroup, read 2026-11-22: without RetentionInDays events never expire. */
export const cloudformation = defineCloudFormation<LogGroup>({
  types: ['AWS::Logs::LogGroup'],
  identity: ['LogGroupName'],
  read: (group) => ({
    retentionDays: group.number('RetentionInDays', { default: 0 }),
    hasKmsKey: group.isSet('KmsKeyId'),
  }),
});
