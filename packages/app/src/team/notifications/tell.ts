/** Notices → deliveries, in the transaction of what they tell of: a message is sent when, and only when, it happened. */
import type { NotificationDecision, RoutingMemory } from '@kumomori/engine';
import { routeNotifications } from '@kumomori/engine';
import type { StoreTransaction } from '../../store/index.ts';
import type { Team } from '../context.ts';
import type { ChannelSetting } from '../settings/index.ts';
import { channelsIn, settingIn } from '../settings/index.ts';
import type { Notice } from './notices.ts';

const DAY_MS = 86_400_000;

/** How many messages wait now. The transaction needs the rights of the system. */
export async function tell(tx: StoreTransaction, notices: readonly Notice[], at: Date): Promise<number> {
  if (notices.length === 0) return 0;
  const { routes } = await settingIn(tx, 'routing');
  const channels = new Map((await channelsIn(tx)).filter(({ enabled }) => enabled).map((each) => [each.id, each]));
  if (routes.length === 0 || channels.size === 0) return 0;
  const windowMinutes = Math.max(0, ...routes.map(({ dedupeMinutes }) => dedupeMinutes));
  const memory = await memoryOf(tx, notices, new Date(at.getTime() - windowMinutes * 60_000));
  const { decisions } = routeNotifications(
    notices.map(({ news }) => news),
    routes,
    memory,
  );
  const byId = new Map(notices.map((notice) => [notice.news.id, notice]));
  const mails = await mailsOf(tx);
  const rows = decisions.flatMap((decision) => {
    const notice = byId.get(decision.event);
    const channel = channels.get(decision.channel);
    return notice && channel && decision.action !== 'drop-duplicate' ? [rowOf(notice, { decision, channel, mails, at })] : [];
  });
  for (let from = 0; from < rows.length; from += 200)
    await tx
      .insertInto('deliveries')
      .values(rows.slice(from, from + 200))
      .execute();
  return rows.filter(({ state }) => state === 'waiting').length;
}

/** After the transaction: somebody sends them now rather than in a minute. */
export async function sendSoon({ jobs }: Team, waiting: number): Promise<void> {
  if (waiting > 0) await jobs.send('deliveries', {});
}

type Mails = ReadonlyMap<string, { readonly mail: string | null; readonly manager_mail: string | null }>;

function rowOf(
  { news, event, toManager = false }: Notice,
  {
    decision,
    channel,
    mails,
    at,
  }: { readonly decision: NotificationDecision; readonly channel: ChannelSetting; readonly mails: Mails; readonly at: Date },
) {
  const department = news.department === null ? undefined : mails.get(news.department);
  const recipient =
    channel.kind === 'mail' && channel.toDepartment ? ((toManager ? department?.manager_mail : null) ?? department?.mail ?? null) : null;
  return {
    ...{
      channel: channel.id,
      recipient,
      subject: news.subject,
      dedup_key: decision.dedupeKey,
      message: JSON.stringify(event),
      created_at: at,
    },
    state: decision.action === 'digest' ? ('collected' as const) : ('waiting' as const),
    next_at: decision.action === 'hold' ? (decision.until ?? new Date(at.getTime() + DAY_MS)) : at,
  };
}

async function memoryOf(tx: StoreTransaction, notices: readonly Notice[], since: Date): Promise<RoutingMemory> {
  const subjects = [...new Set(notices.map(({ news }) => news.subject))];
  const rows = await tx
    .selectFrom('deliveries')
    .select('dedup_key')
    .select((builder) => builder.fn.max('created_at').as('last'))
    .where('subject', 'in', subjects)
    .where('created_at', '>=', since)
    .groupBy('dedup_key')
    .execute();
  return new Map(rows.flatMap(({ dedup_key, last }) => (dedup_key === null ? [] : [[dedup_key, new Date(last).toISOString()] as const])));
}

async function mailsOf(tx: StoreTransaction): Promise<Mails> {
  const rows = await tx.selectFrom('departments').select(['id', 'mail', 'manager_mail']).execute();
  return new Map(rows.map((row) => [row.id, row]));
}
