/** What differed between code and the account made from it. */
import type { LiveCase } from '../testing/index.ts';
import { here, testLiveCases } from '../testing/index.ts';
import { runExample } from './test-checks.ts';

const address = { AllocationId: 'eipalloc-1', PublicIp: '192.0.2.10', Domain: 'vpc' };
const lambda = { FunctionArn: 'arn:aws:lambda:ap-northeast-1:123456789012:function:orders', FunctionName: 'orders' };

const cases: readonly LiveCase[] = [
  ['aws-ec2-eip-unassociated', 'nobody uses it', [here('ec2:DescribeAddresses', { Addresses: [address] })], 'fail'],
  [
    'aws-ec2-eip-unassociated',
    'a gateway uses it, and the instance is an empty text',
    [
      here('ec2:DescribeAddresses', {
        Addresses: [{ ...address, InstanceId: '', NetworkInterfaceId: 'eni-1', AssociationId: 'eipassoc-1' }],
      }),
    ],
    'pass',
  ],
  ['aws-lambda-no-secrets-in-code', 'answers hold no code', [here('lambda:ListFunctions', { Functions: [lambda] })], 'not-applicable'],
];

testLiveCases(cases, runExample);
