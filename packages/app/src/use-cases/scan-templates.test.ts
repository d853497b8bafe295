/** CloudFormation templates through the whole scan. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanFiles } from '../testing/index.ts';

const check = 'aws-s3-bucket-versioning';

async function statuses(files: Readonly<Record<string, string>>): Promise<readonly (readonly [string, string])[]> {
  const { report } = await scanFiles(files, { checks: [check], include: ['pass'] });
  return report.findings
    .map(({ origin, status, suppressed }) => [origin.address, suppressed ? 'suppressed' : status] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const bucket = (name: string, more = ''): string => `  ${name}:\n    Type: AWS::S3::Bucket\n${more}`;

test('comments and metadata of other scanners suppress findings of the resource they stand in', async () => {
  const files = {
    'template.yaml': `Resources:
  # checkov:skip=CKV_AWS_21:rebuilt every night
${bucket('Above')}${bucket('Inside', '    # trivy:ignore:AVD-AWS-0090\n')}${bucket('Metadata', '    Metadata: { checkov: { skip: [{ id: CKV_AWS_21, comment: logs }] } }\n')}${bucket('Open')}`,
    'template.json': JSON.stringify({
      Resources: { Json: { Type: 'AWS::S3::Bucket', Metadata: { checkov: { skip: [{ id: 'CKV_AWS_21', comment: 'logs' }] } } } },
    }),
  };
  assert.deepEqual(await statuses(files), [
    ['Above', 'suppressed'],
    ['Inside', 'suppressed'],
    ['Json', 'suppressed'],
    ['Metadata', 'suppressed'],
    ['Open', 'fail'],
  ]);
});

const nested = {
  'main.yaml': `Resources:
  Storage:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./storage.yaml, Parameters: { Status: Enabled } }
`,
  'storage.yaml': `Parameters: { Status: { Type: String } }
Resources:
${bucket('Orders', '    Properties: { VersioningConfiguration: { Status: !Ref Status } }\n')}${bucket('Logs')}`,
};

test('nested stacks are judged with what they are given', async () => {
  assert.deepEqual(await statuses(nested), [
    ['Storage/Logs', 'fail'],
    ['Storage/Orders', 'pass'],
  ]);
});

test('a comment at the resource that nests a stack speaks for all of the stack', async () => {
  const main = nested['main.yaml'].replace('Type:', '# checkov:skip=CKV_AWS_21:a sandbox\n    Type:');
  assert.deepEqual(await statuses({ ...nested, 'main.yaml': main }), [
    ['Storage/Logs', 'suppressed'],
    ['Storage/Orders', 'pass'],
  ]);
});

test('what a condition may leave out fails when it is wrong as soon as it is there, and passes only with certainty', async () => {
  const files = {
    'template.yaml': `Parameters: { Audit: { Type: String } }
Conditions: { IsAudited: !Equals [!Ref Audit, "yes"] }
Resources:
${bucket('Perhaps', '    Condition: IsAudited\n')}`,
  };
  assert.deepEqual(await statuses(files), [['Perhaps', 'fail']]);
});
