/** `AWS::Region` and the like: known when the user says where a template is deployed, else decided at deployment. */
import type { Value } from '@kumomori/model';
import { stringValue, unknownValue } from '@kumomori/model';

export interface Deployment {
  readonly region?: string;
  readonly accountId?: string;
}

/** Each with the word by which policies tell that it names something and is no wildcard. */
const names: Readonly<Record<string, string>> = {
  'AWS::AccountId': 'account_id',
  'AWS::NotificationARNs': 'arns',
  'AWS::Partition': 'partition',
  'AWS::Region': 'region',
  'AWS::StackId': 'id',
  'AWS::StackName': 'name',
  'AWS::URLSuffix': 'suffix',
};

/** Null when there is no pseudo parameter of this name. What is not known is still the same wherever it stands. */
export function pseudoParameter(name: string, { region, accountId }: Deployment): Value | null {
  const attribute = names[name];
  if (attribute === undefined) return null;
  if (name === 'AWS::Region' && region !== undefined) return stringValue(region);
  if (name === 'AWS::AccountId' && accountId !== undefined) return stringValue(accountId);
  if (name === 'AWS::Partition' && region !== undefined) return stringValue(partitionOf(region));
  if (name === 'AWS::URLSuffix' && region !== undefined)
    return stringValue(partitionOf(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com');
  const unknown = unknownValue('data-source', `${name} is known when the stack is made`);
  return { ...unknown, refs: [{ address: name, attribute }] };
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
