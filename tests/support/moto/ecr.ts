import { CreateRepositoryCommand, ECRClient, PutLifecyclePolicyCommand, SetRepositoryPolicyCommand } from '@aws-sdk/client-ecr';
import type { Connection, Expectation } from './estate.ts';
import { CUSTOMER_KEY, pairs, policyText } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const ecr = new ECRClient(connection);
  await ecr.send(
    new CreateRepositoryCommand({
      repositoryName: 'orders-images',
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: 'KMS', kmsKey: CUSTOMER_KEY },
    }),
  );
  await ecr.send(
    new PutLifecyclePolicyCommand({
      repositoryName: 'orders-images',
      lifecyclePolicyText: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 },
            action: { type: 'expire' },
          },
        ],
      }),
    }),
  );
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'leaflets-images' }));
  await ecr.send(
    new SetRepositoryPolicyCommand({
      repositoryName: 'leaflets-images',
      policyText: policyText({ Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }),
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-images', 'leaflets-images', [
    'aws-ecr-cmk',
    'aws-ecr-lifecycle-policy',
    'aws-ecr-not-public',
    'aws-ecr-scan-on-push',
    'aws-ecr-tag-immutability',
  ]),
];
