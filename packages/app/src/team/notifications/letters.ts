/** What was sent, what waits, and the dead letters. */
import { randomUUID } from 'node:crypto';
import type { NotificationEvent } from '../../notify/index.ts';
import { composeMessage } from '../../notify/index.ts';
import type { Language } from '@kumomori/model';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { TeamError } from '../errors.ts';
import { channelsIn } from '../settings/index.ts';

export type LetterState = 'waiting' | 'collected' | 'delivered' | 'dead';

export interface Letter {
  readonly id: string;
  readonly channel: string;
  readonly recipient: string | null;
  readonly subject: string;
  readonly kind: string;
  readonly title: string;
  readonly state: LetterState;
  readonly attempts: number;
  readonly nextAt: string;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly deliveredAt: string | null;
  readonly reference: string | null;
  readonly ticket: unknown;
}

/** The newest first. */
export async function listDeliveries(
  { store }: Team,
  { actor }: Asking,
  { state, limit, language }: { readonly state?: LetterState | undefined; readonly limit: number; readonly language: Language },
): Promise<readonly Letter[]> {
  const rows = await store.as(actor, (tx) => {
    const all = tx.selectFrom('deliveries').selectAll();
    return (state ? all.where('state', '=', state) : all).orderBy('created_at', 'desc').orderBy('id').limit(limit).execute();
  });
  return rows.map((row) => {
    // `tell` wrote it from an event.
    const event = row.message as NotificationEvent;
    return {
      ...{
        id: row.id,
        channel: row.channel,
        recipient: row.recipient,
        subject: row.subject,
        kind: event.kind,
        state: row.state,
        attempts: row.attempts,
      },
      ...{
        title: composeMessage(event, { language, consoleUrl: null }).title,
        nextAt: row.next_at.toISOString(),
        lastError: row.last_error,
      },
      ...{
        createdAt: row.created_at.toISOString(),
        deliveredAt: row.delivered_at?.toISOString() ?? null,
        reference: row.external_id,
        ticket: row.ticket,
      },
    };
  });
}

/** A dead letter is tried again from its first attempt. */
export async function retryDelivery(team: Team, asking: Asking, id: string): Promise<void> {
  await change(team, asking, async (tx, at) => {
    const row = await tx
      .updateTable('deliveries')
      .set({ state: 'waiting', attempts: 0, next_at: at })
      .where('id', '=', id)
      .where('state', '=', 'dead')
      .returning('channel')
      .executeTakeFirst();
    if (!row) throw new TeamError('not-found', 'no such dead letter');
    return { result: undefined, audit: { action: 'delivery.retry', object: `delivery:${id}`, detail: { channel: row.channel } } };
  });
  await team.jobs.send('deliveries', {});
}

/** Sends a digest of nothing, so that one sees whether a channel works; what became of it stands in the list. The id of the delivery. */
export async function testChannel(team: Team, asking: Asking, channel: string): Promise<string> {
  const sent = await change(team, asking, async (tx, at) => {
    if (!(await channelsIn(tx)).some(({ id }) => id === channel)) throw new TeamError('not-found', 'no such channel');
    const day = at.toISOString().slice(0, 10);
    const event: NotificationEvent = {
      ...{ id: randomUUID(), at: at.toISOString(), kind: 'digest', department: 'kumomori', from: day, to: day, opened: 0, fixed: 0 },
      ...{ open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 }, overdue: 0, dueSoon: 0, findings: [] },
    };
    const { id } = await tx
      .insertInto('deliveries')
      .values({ channel, subject: `test:${channel}`, message: JSON.stringify(event), state: 'waiting', next_at: at, created_at: at })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { result: id, audit: { action: 'channel.test', object: `channel:${channel}` } };
  });
  await team.jobs.send('deliveries', {});
  return sent;
}
