import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OtherScanner } from './catalogue.ts';
import { productCatalogue } from './index.ts';

const versioning = ['aws-s3-bucket-versioning'];
const remoteAccess = ['aws-ec2-sg-no-rdp-from-internet', 'aws-ec2-sg-no-ssh-from-internet'];

const cases: readonly (readonly [scanner: OtherScanner, id: string, checks: readonly string[]])[] = [
  ['tfsec', 'aws-s3-enable-versioning', versioning],
  ['tfsec', 'tfsec:aws-s3-enable-versioning', versioning],
  ['trivy', 's3-enable-versioning', versioning],
  ['trivy', 'AVD-AWS-0090', versioning],
  ['tfsec', 'aws-0090', versioning],
  ['tfsec', 'aws-vpc-no-public-ingress-sgr', remoteAccess],
  ['trivy', 'aws-ec2-no-public-ingress-sgr', remoteAccess],
  ['checkov', 'ckv_aws_21', versioning],
  ['terrascan', 'AC_AWS_0214', versioning],
  ['terrascan', 'aws-s3-enable-versioning', []],
  ['checkov', 'AVD-AWS-0090', []],
  ['tfsec', 'S3.14', []],
  ['tfsec', '', []],
];

test('the id of another scanner means the checks that stand for it, and only as an id of that scanner', () => {
  for (const [scanner, id, checks] of cases) {
    const found = productCatalogue()
      .findOf(scanner, id)
      .map((entry) => entry.id);
    assert.deepEqual(found.toSorted(), checks, `${scanner} ${id}`);
  }
});

test('a check that stands for a numbered id of Trivy names its long id too, which is what comments of tfsec hold', () => {
  const silent = productCatalogue().checks.filter(({ check: { equivalents } }) => {
    const has = (start: string): boolean => equivalents.some((each) => each.startsWith(start));
    return has('AVD-AWS-') && !has('tfsec:aws-');
  });
  assert.deepEqual(
    silent.map(({ id }) => id),
    [],
  );
});

test('a long id of tfsec is no id of ours, so that one name never means two things', () => {
  const { checks, byId } = productCatalogue();
  const shared = checks.flatMap(({ check }) => check.equivalents.filter((each) => byId.has(each.replace(/^tfsec:/, ''))));
  assert.deepEqual(shared, []);
});
