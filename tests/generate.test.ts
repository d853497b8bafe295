import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { generate } from '../scripts/generate.ts';
import { temporaryFolder } from './support/temporary.ts';

const CHECKS = 'packages/content/src/checks.generated.ts';
const FRAMEWORKS = 'packages/content/src/frameworks.generated.ts';
const TYPES = 'packages/model/src/resource-types.generated.ts';
const LIVE = 'packages/model/src/live-sources.generated.ts';
const SERVICES = 'packages/collectors/src/aws/services.generated.ts';
const DETECTIONS = 'packages/content/src/detections.generated.ts';
const SHAPES = 'packages/content/src/resource-shapes.generated.ts';

function withoutHeader(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8').replace(/^\/\/.*\n/, '');
}

test('a check gets its id from its path; examples, tests and files elsewhere are no checks', () => {
  const root = temporaryFolder('generate', {
    'packages/content/checks/aws/s3/bucket-versioning.ts': '',
    'packages/content/checks/aws/s3/bucket-versioning.examples.ts': '',
    'packages/content/checks/aws/s3/bucket-versioning.test.ts': '',
    'packages/content/checks/aws/helpers.ts': '',
    'packages/content/checks/aws/ec2/sg-no-ssh.ts': '',
  });
  generate(root);
  assert.equal(
    withoutHeader(root, CHECKS),
    `import type { CatalogueEntry } from '@kumomori/model';
import { check as check0 } from '../checks/aws/ec2/sg-no-ssh.ts';
import { check as check1 } from '../checks/aws/s3/bucket-versioning.ts';

export const checks: readonly (CatalogueEntry & { readonly path: string })[] = [
  { id: 'aws-ec2-sg-no-ssh', path: 'packages/content/checks/aws/ec2/sg-no-ssh.ts', check: check0 },
  { id: 'aws-s3-bucket-versioning', path: 'packages/content/checks/aws/s3/bucket-versioning.ts', check: check1 },
];
`,
  );
});

test('a resource type is a folder with a shape; a reader that is not written is left out', () => {
  const root = temporaryFolder('generate', {
    'packages/model/src/aws/s3/bucket/shape.ts': 'export interface AclGrant {}\nexport interface S3Bucket {}\n',
    'packages/model/src/aws/s3/bucket/terraform.ts': '',
    'packages/model/src/aws/account/shape.ts': 'not three folders deep',
    'packages/model/src/aws/iam/access-key/shape.ts': 'export interface IamAccessKey {}\n',
    'packages/model/src/aws/iam/access-key/live.ts': '',
  });
  generate(root);
  assert.equal(
    withoutHeader(root, TYPES),
    `import type { RegisteredReader } from './code/index.ts';
import type { IamAccessKey as AwsIamAccessKey } from './aws/iam/access-key/shape.ts';
import { live as liveOfAwsIamAccessKey } from './aws/iam/access-key/live.ts';
import type { S3Bucket as AwsS3Bucket } from './aws/s3/bucket/shape.ts';
import { terraform as terraformOfAwsS3Bucket } from './aws/s3/bucket/terraform.ts';

export interface ResourceShapes {
  readonly 'aws.iam.access-key': AwsIamAccessKey;
  readonly 'aws.s3.bucket': AwsS3Bucket;
}

export type ResourceType = keyof ResourceShapes;

export const resourceReaders: readonly RegisteredReader[] = [
  { type: 'aws.iam.access-key', live: liveOfAwsIamAccessKey },
  { type: 'aws.s3.bucket', terraform: terraformOfAwsS3Bucket },
];
`,
  );
});

test('a registry is written only when its content changes', () => {
  const check = 'packages/content/checks/aws/s3/bucket-versioning.ts';
  const root = temporaryFolder('generate', { [check]: '', 'packages/content/frameworks/cis-aws-5-0.ts': '' });
  assert.deepEqual(generate(root), [CHECKS, FRAMEWORKS, TYPES, LIVE, SERVICES, DETECTIONS, SHAPES]);
  assert.deepEqual(generate(root), []);
  rmSync(join(root, check));
  assert.deepEqual(generate(root), [CHECKS]);
});
