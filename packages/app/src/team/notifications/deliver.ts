/** Sends what waits, one after the other; what does not come through is tried again, then lies among the dead letters. */
import { sql } from 'kysely';
import type { ChannelTools, DeliveryResult, NotificationEvent } from '../../notify/index.ts';
import { channels, composeMessage, deliver } from '../../notify/index.ts';
import type { DeliveryRow } from '../../store/index.ts';
import type { Team } from '../context.ts';
import { channelsIn, openChannel } from '../settings/index.ts';

/** In one go: the queue comes back for more. */
const MOST = 200;
/** Who dies while it sends leaves the message to others after this. */
const LEASE_MS = 300_000;

export interface DeliverOptions {
  /** Where people open the console; null: messages have no links. */
  readonly consoleUrl: string | null;
  /** 0 to 1. */
  readonly random: () => number;
  readonly endpoints?: ChannelTools['endpoints'];
  readonly signal?: AbortSignal;
}

/** How many attempts were made. Several processes may do so at once. */
export async function deliverWaiting(team: Team, options: DeliverOptions): Promise<number> {
  let made = 0;
  while (made < MOST && !options.signal?.aborted) {
    const taken = await takeNext(team);
    if (!taken) break;
    made += 1;
    await keepResult(team, taken.id, await attempt(team, taken, options));
  }
  if (made === MOST) await team.jobs.send('deliveries', {});
  return made;
}

type Taken = Pick<DeliveryRow, 'channel' | 'recipient' | 'subject' | 'message'> & {
  readonly id: string;
  readonly attempts: number;
  readonly previous: string | null;
};

async function takeNext({ store, now }: Team): Promise<Taken | null> {
  const at = now();
  return store.system(async (tx) => {
    const row = await tx
      .selectFrom('deliveries')
      .select(['id', 'channel', 'recipient', 'subject', 'message', 'attempts'])
      .where('state', '=', 'waiting')
      .where('next_at', '<=', at)
      .orderBy('next_at')
      .orderBy('created_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!row) return null;
    const attempts = row.attempts + 1;
    await tx
      .updateTable('deliveries')
      .set({ attempts, next_at: new Date(at.getTime() + LEASE_MS) })
      .where('id', '=', row.id)
      .execute();
    const earlier = await tx
      .selectFrom('deliveries')
      .select('external_id')
      .where('channel', '=', row.channel)
      .where('subject', '=', row.subject)
      .where('external_id', 'is not', null)
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return { ...row, message: row.message as never, attempts, previous: earlier?.external_id ?? null };
  });
}

async function attempt(team: Team, taken: Taken, { consoleUrl, random, endpoints, signal }: DeliverOptions): Promise<DeliveryResult> {
  const setting = (await team.store.system(channelsIn)).find(({ id, enabled }) => id === taken.channel && enabled);
  const opened = setting ? openChannel(setting, team.secretKey) : 'the channel was removed or is switched off';
  if (!setting || typeof opened === 'string')
    return { kind: 'dead', outcome: { kind: 'refused', reason: 'settings', guard: null, detail: String(opened) } };
  const settings = taken.recipient === null ? opened : { ...opened, to: [taken.recipient] };
  // `tell` wrote it from an event.
  const event = taken.message as unknown as NotificationEvent;
  const message = composeMessage(event, { language: setting.language, timeZone: setting.timeZone, consoleUrl });
  const tools = { policy: team.outgoing, now: team.now, random, ...(endpoints ? { endpoints } : {}), ...(signal ? { signal } : {}) };
  return deliver(channels[setting.kind], { message, attempt: taken.attempts, previous: taken.previous }, settings, tools);
}

async function keepResult({ store, now }: Team, id: string, result: DeliveryResult): Promise<void> {
  const columns =
    result.kind === 'delivered'
      ? {
          state: 'delivered' as const,
          delivered_at: now(),
          external_id: result.reference,
          last_error: result.detail === '' ? null : result.detail,
        }
      : result.kind === 'again'
        ? { next_at: result.at, last_error: sentenceOf(result.outcome) }
        : { state: 'dead' as const, last_error: sentenceOf(result.outcome) };
  await store.system((tx) => tx.updateTable('deliveries').set(columns).where('id', '=', id).where('state', '=', 'waiting').execute());
}

function sentenceOf(outcome: Extract<DeliveryResult, { readonly kind: 'dead' }>['outcome']): string {
  const reason = outcome.kind === 'delivered' ? '' : outcome.reason;
  return [reason, outcome.detail].filter((each) => each !== '').join(': ');
}

/** What channels collected since their last digest, as one message for each. */
export async function sendCollected({ store, now }: Team): Promise<number> {
  const at = now();
  return store.system(async (tx) => {
    const rows = await tx.selectFrom('deliveries').selectAll().where('state', '=', 'collected').orderBy('created_at').execute();
    const groups = Map.groupBy(rows, ({ channel, recipient }) => JSON.stringify([channel, recipient]));
    for (const group of groups.values()) {
      const [first] = group;
      if (!first) continue;
      const event = digestOf(group, { at: at.toISOString(), from: first.created_at });
      await tx
        .insertInto('deliveries')
        .values({
          ...{
            channel: first.channel,
            recipient: first.recipient,
            subject: `digest:${first.channel}`,
            state: 'waiting',
            message: JSON.stringify(event),
          },
          ...{ next_at: at, created_at: at },
        })
        .execute();
    }
    await tx.updateTable('deliveries').set({ state: 'delivered', delivered_at: at }).where('state', '=', 'collected').execute();
    return groups.size;
  });
}

function digestOf(
  rows: readonly { readonly message: unknown; readonly channel: string }[],
  { at, from }: { readonly at: string; readonly from: Date },
): NotificationEvent {
  const events = rows.map(({ message }) => message as NotificationEvent);
  const findings = events.flatMap((event) => ('finding' in event ? [event.finding] : []));
  const open = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of findings) open[severity] += 1;
  const count = (...kinds: readonly string[]): number => events.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    ...{
      id: `digest-${rows[0]?.channel ?? ''}-${at}`,
      at,
      kind: 'digest',
      department: rows[0]?.channel ?? '',
      from: from.toISOString().slice(0, 10),
    },
    ...{ to: at.slice(0, 10), opened: count('finding-opened', 'finding-reopened'), fixed: count('finding-verified'), open },
    ...{ overdue: count('overdue'), dueSoon: count('due-soon'), findings },
  };
}

/** What tickets say now; a change stands in the history of the finding. */
export async function syncTickets(team: Team, options: DeliverOptions): Promise<number> {
  const { store, now, outgoing: policy } = team;
  const settings = new Map((await store.system(channelsIn)).filter(({ enabled }) => enabled).map((each) => [each.id, each]));
  const rows = await store.system(async (tx) => {
    const { rows: found } = await sql<{
      id: string;
      channel: string;
      subject: string;
      external_id: string;
      ticket: { state?: string } | null;
    }>`
      select distinct on (channel, subject) id, channel, subject, external_id, ticket from deliveries
      where external_id is not null and coalesce(ticket->>'state', 'open') not in ('done', 'missing') order by channel, subject, created_at desc`.execute(
      tx,
    );
    return found;
  });
  let changed = 0;
  for (const row of rows) {
    const setting = settings.get(row.channel);
    const channel = setting && channels[setting.kind];
    const opened = setting && openChannel(setting, team.secretKey);
    if (!channel?.ticket || !opened || typeof opened === 'string') continue;
    const answer = await channel.ticket(row.external_id, opened, { policy, now, ...(options.signal ? { signal: options.signal } : {}) });
    if (answer.kind !== 'ticket' && answer.kind !== 'missing') continue;
    const ticket = answer.kind === 'missing' ? { state: 'missing' } : { state: answer.state, status: answer.status, url: answer.url };
    if (ticket.state === row.ticket?.state) continue;
    changed += 1;
    await store.system(async (tx) => {
      await tx
        .updateTable('deliveries')
        .set({ ticket: JSON.stringify(ticket) })
        .where('id', '=', row.id)
        .execute();
      const finding = /^finding:([\da-f-]{36})$/.exec(row.subject)?.[1];
      if (finding === undefined) return;
      await sql`insert into finding_events (finding_id, at, actor, kind, detail) select id, ${now()}::timestamptz, ${row.channel}, 'ticket',
        ${JSON.stringify({ ticket: row.external_id, ...ticket })}::jsonb from findings where id = ${finding}::uuid`.execute(tx);
    });
  }
  return changed;
}
