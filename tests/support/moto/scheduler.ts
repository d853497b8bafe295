import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, CUSTOMER_KEY, pairs } from './expectation.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/example`;

export async function build(connection: Connection): Promise<void> {
  const scheduler = new SchedulerClient(connection);
  const schedule = {
    ScheduleExpression: 'rate(1 day)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: `arn:aws:sqs:us-east-1:${ACCOUNT}:orders-queue`, RoleArn: ROLE },
  } as const;
  await scheduler.send(new CreateScheduleCommand({ ...schedule, Name: 'orders-schedule', KmsKeyArn: CUSTOMER_KEY }));
  await scheduler.send(new CreateScheduleCommand({ ...schedule, Name: 'leaflets-schedule' }));
}

export const expected: readonly Expectation[] = [...pairs('orders-schedule', 'leaflets-schedule', ['aws-scheduler-cmk'])];
