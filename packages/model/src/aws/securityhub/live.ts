/** Security Hub of an account and region, in the words of CloudFormation. Source: AWS Security Hub API reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { textOf } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'securityhub:DescribeHub',
    items: '',
    types: ['AWS::SecurityHub::Hub'],
    absent: ['InvalidAccessException', 'ResourceNotFoundException'],
    declare(hub) {
      const id = textOf(hub, 'HubArn');
      return id === undefined ? null : { type: 'AWS::SecurityHub::Hub', id, properties: {} };
    },
  },
];
