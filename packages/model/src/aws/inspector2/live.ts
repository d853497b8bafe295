/** Amazon Inspector of an account and region, in the words of Terraform: templates have none. Source: Amazon Inspector API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, textOf } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'inspector2:BatchGetAccountStatus', items: 'accounts', types: ['aws_inspector2_enabler'], declare: account },
];

/** Member of the answer → resource type as it is switched on. */
const SCANS = { ec2: 'EC2', ecr: 'ECR', lambda: 'LAMBDA', lambdaCode: 'LAMBDA_CODE', codeRepository: 'CODE_REPOSITORY' } as const;

export function scannedTypes(json: Json): readonly string[] {
  const states = jsonAt(json, 'resourceState');
  return Object.entries(SCANS).flatMap(([key, type]) => (textOf(jsonAt(states, key), 'status') === 'ENABLED' ? [type] : []));
}

/** Where nothing is scanned there is no Inspector: the region says so. */
function account(item: Json, { partition, region, account }: LiveContext): LiveThing | null {
  const types = scannedTypes(item);
  if (types.length === 0 || itemsAt(item, 'resourceState').length === 0) return null;
  return {
    type: 'aws_inspector2_enabler',
    id: `arn:${partition}:inspector2:${region}:${account}:status`,
    name: `Inspector in ${region}`,
    properties: { resource_types: types },
  };
}
