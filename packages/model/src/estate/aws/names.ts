/**
 * How ARNs and ids of AWS resources follow from what is written. Sources: the service authorization reference (ARN formats), hashicorp/aws
 * documentation (attributes), CloudFormation template reference (return values), read 2026-11-22.
 */
import type { NameRule } from '../naming.ts';
import { computeNames } from './names-compute.ts';
import { dataNames } from './names-data.ts';
import { identityNames } from './names-identity.ts';
import { networkNames } from './names-network.ts';

export const awsNames: readonly (readonly [type: string, rule: NameRule])[] = [
  ...identityNames,
  ...dataNames,
  ...computeNames,
  ...networkNames,
].flatMap(([types, rule]) => types.map((type) => [type, rule] as const));
