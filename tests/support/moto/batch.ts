import { BatchClient, RegisterJobDefinitionCommand } from '@aws-sdk/client-batch';
import type { Connection, Expectation } from './estate.ts';
import { pairs } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const batch = new BatchClient(connection);
  for (const [jobDefinitionName, privileged] of [
    ['orders-batch', false],
    ['leaflets-batch', true],
  ] as const)
    await batch.send(
      new RegisterJobDefinitionCommand({
        jobDefinitionName,
        type: 'container',
        containerProperties: { image: 'public.ecr.aws/docker/library/busybox', vcpus: 1, memory: 128, privileged },
      }),
    );
}

export const expected: readonly Expectation[] = [...pairs('orders-batch', 'leaflets-batch', ['aws-batch-job-no-privileged'])];
