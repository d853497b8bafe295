import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editCode, placeAt, removeResource } from './index.ts';

const HCL = `resource "aws_iam_role_policy" "app" {
  role = aws_iam_role.app.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "*" },
      { Effect = "Allow", Action = "sqs:*", Resource = "*" },
    ]
  })
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["123456789012", var.other]
    }
  }
}
`;

const TEMPLATE = `Resources:
  Orders:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: orders
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: [s3:GetObject, s3:PutObject]
                Resource: "*"
              - Effect: Allow
                Action: sqs:*
                Resource: "*"
  Other:
    Type: AWS::SQS::Queue
`;

test('statements of a line, with what they hold', () => {
  const place = placeAt('main.tf', HCL, 6);
  assert.equal(place?.address, 'aws_iam_role_policy.app');
  assert.deepEqual(
    place.statements.map(({ path, isHere, actions }) => [path, isHere, actions?.values, actions?.isList]),
    [
      ['policy.Statement[0]', true, ['s3:GetObject', 's3:PutObject'], true],
      ['policy.Statement[1]', false, ['sqs:*'], false],
    ],
  );
  const [trust] = placeAt('main.tf', HCL, 13)?.statements ?? [];
  assert.deepEqual(
    [trust?.path, trust?.isOnly, trust?.principals[0]?.values, trust?.principals[0]?.count],
    ['statement[0]', true, ['123456789012'], 2],
  );
  const orders = placeAt('template.yaml', TEMPLATE, 9);
  assert.deepEqual(
    [orders?.address, orders?.type, orders?.statements[0]?.path],
    ['Orders', 'AWS::IAM::Role', 'Policies[0].PolicyDocument.Statement[0]'],
  );
  assert.equal(orders?.statements[0]?.isHere, true);
  assert.equal(placeAt('main.tf', HCL, 99), null);
  assert.equal(placeAt('main.tf', '}{'.repeat(1000), 1), null);
});

test('a statement is taken out once, not every one that takes its place', () => {
  const path = 'policy.Statement[0]';
  const target = { format: 'terraform', file: 'main.tf', address: 'aws_iam_role_policy.app' } as const;
  const outcome = editCode(new Map([['main.tf', HCL]]), target, [{ remove: path }]);
  assert.equal(outcome.kind, 'edited');
  assert.equal(outcome.changed.get('main.tf'), HCL.replace(/\{ Effect = "Allow", Action = \["s3.*\n +/, ''));
  const yaml = editCode(new Map([['t.yaml', TEMPLATE]]), { format: 'cloudformation', file: 't.yaml', address: 'S/Orders' }, [
    { remove: 'Policies[0].PolicyDocument.Statement[0]' },
  ]);
  assert.equal(yaml.kind, 'edited');
  assert.match(yaml.changed.get('t.yaml') ?? '', /Statement:\n +- Effect: Allow\n +Action: sqs/);
});

test('a resource goes with its lines, unless others refer to it or it stands for several', () => {
  const target = { format: 'terraform', file: 'main.tf', address: 'aws_iam_role_policy.app' } as const;
  const gone = removeResource(new Map([['main.tf', HCL]]), target);
  assert.equal(gone.kind, 'edited');
  assert.match(gone.changed.get('main.tf') ?? '', /^data "aws_iam_policy_document"/);
  const used = new Map([
    ['main.tf', HCL],
    ['more.tf', 'output "id" {\n  value = aws_iam_role_policy.app.id\n}\n'],
  ]);
  assert.deepEqual(removeResource(used, target), {
    kind: 'refused',
    code: 'expression',
    what: 'more.tf refers to aws_iam_role_policy.app',
    at: { file: 'main.tf', start: 0 },
  });
  const several = HCL.replace('  role =', '  count = 2\n  role =');
  assert.equal(removeResource(new Map([['main.tf', several]]), target).kind, 'refused');
  const other = removeResource(new Map([['t.yaml', TEMPLATE]]), { format: 'cloudformation', file: 't.yaml', address: 'S/Other' });
  assert.equal(other.kind, 'edited');
  assert.ok(!other.changed.get('t.yaml')?.includes('Other'));
  const two = 'kind: A\nmetadata: { name: a }\n---\nkind: B\nmetadata: { name: b }\n---\nkind: C\nmetadata: { name: c }\n';
  const left = removeResource(new Map([['m.yaml', two]]), { format: 'kubernetes', file: 'm.yaml', address: 'shop/B/b' });
  assert.equal(left.kind, 'edited');
  assert.equal(left.changed.get('m.yaml'), 'kind: A\nmetadata: { name: a }\n---\nkind: C\nmetadata: { name: c }\n');
});
