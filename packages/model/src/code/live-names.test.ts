import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclaredResource } from '../declared.ts';
import { resourceReaders } from '../resource-types.generated.ts';
import { stringValue } from '../value.ts';
import { normalizeCode } from './normalize.ts';
import { resourceAt } from './testing.ts';

interface Live {
  readonly id: string;
  readonly region?: string;
  readonly names?: readonly string[];
}

function live(type: string, { id, region = 'eu-west-1', names = [] }: Live, attributes = {}): DeclaredResource {
  const made = resourceAt(`${type.replaceAll('::', '_').toLowerCase()}.x`, attributes);
  return { ...made, type, name: id, address: id, reference: `${type} ${id}`, names: [id, ...names], region: stringValue(region) };
}

const group = (region: string): DeclaredResource =>
  live('AWS::Logs::LogGroup', { id: `arn:aws:logs:${region}:123456789012:log-group:flow`, region, names: ['flow'] });

test('a name that is taken in two regions means the thing in the region of who says it', () => {
  const log = live('AWS::EC2::FlowLog', { id: 'fl-1' }, { LogGroupName: 'flow' });
  const resources = normalizeCode(
    { kind: 'live', cloud: 'aws', dir: 'aws:123456789012', resources: [group('us-east-1'), group('eu-west-1'), log] },
    resourceReaders,
  );
  const link = resources.find(({ type }) => type === 'aws.vpc.flow-log')?.fields.fields as unknown as {
    logGroup: { target: string | null };
  };
  assert.match(link.logGroup.target ?? '', /eu-west-1/);
});

test('a group is used when another thing names it by its id, not when its display name is a word somewhere', () => {
  const groupOf = (id: string): DeclaredResource => ({
    ...live('AWS::EC2::SecurityGroup', { id: `arn:${id}`, names: [id, 'web'] }),
    label: 'web',
  });
  const user = live('AWS::EC2::NetworkInterface', { id: 'eni-1' }, { GroupSet: ['sg-1'], Description: 'web' });
  const resources = normalizeCode(
    { kind: 'live', cloud: 'aws', dir: 'aws:123456789012', resources: [groupOf('sg-1'), groupOf('sg-2'), user] },
    resourceReaders,
  );
  const used = resources
    .filter(({ type }) => type === 'aws.ec2.security-group')
    .map(({ origin, fields }) => [origin.address, (fields.fields as unknown as { isUsed: { value: boolean } }).isUsed.value]);
  assert.deepEqual(used, [
    ['arn:sg-1', true],
    ['arn:sg-2', false],
  ]);
});
