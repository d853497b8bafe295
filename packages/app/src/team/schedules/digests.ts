/** What each department is told each morning. */
import { dayIn, departmentDigests } from '@kumomori/engine';
import type { StoreTransaction } from '../../store/index.ts';
import type { Notice } from '../notifications/index.ts';
import { newsOf, tell, toldFindings } from '../notifications/index.ts';
import { settingIn } from '../settings/index.ts';

/** The worst are listed, all are counted. */
const LISTED = 20;

/** How many messages wait. The transaction needs the rights of the system. */
export async function sendDigests(tx: StoreTransaction, { at, since }: { readonly at: Date; readonly since: Date }): Promise<number> {
  const calendar = await settingIn(tx, 'calendar');
  const rows = await tx
    .selectFrom('findings')
    .select(['id', 'severity', 'state', 'state_since', 'first_seen', 'department_id', 'due_at'])
    .where((builder) => builder.or([builder('is_open', '=', true), builder('state_since', '>', since)]))
    .execute();
  const findings = rows.map((row) => ({
    ...{
      key: row.id,
      severity: row.severity,
      state: row.state,
      stateSince: row.state_since.toISOString(),
      firstSeenAt: row.first_seen.toISOString(),
    },
    ...{ department: row.department_id, dueDay: row.due_at && dayIn(row.due_at.toISOString(), calendar.timeZone) },
  }));
  const time = at.toISOString();
  const digests = departmentDigests(findings, { at: time, since: since.toISOString(), calendar, limit: LISTED });
  const names = new Map((await tx.selectFrom('departments').select(['id', 'name']).execute()).map(({ id, name }) => [id, name.ja]));
  const notices: Notice[] = [];
  for (const { department, counts, items } of digests) {
    const told = await toldFindings(
      tx,
      items.filter(({ section }) => section !== 'fixed').map(({ key }) => key),
    );
    const open = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
    for (const each of rows)
      if (each.department_id === department && each.state !== 'verified' && each.state !== 'exception' && each.state !== 'false-positive')
        open[each.severity] += 1;
    const worst = (['critical', 'high', 'medium', 'low'] as const).find((severity) => open[severity] > 0) ?? 'info';
    const news = newsOf('digest', `department:${department ?? '-'}`, { at: time, severity: worst, department });
    notices.push({
      news,
      event: {
        ...{ id: news.id, at: time, kind: 'digest', department: department === null ? '-' : (names.get(department) ?? department) },
        ...{
          from: dayIn(since.toISOString(), calendar.timeZone),
          to: dayIn(time, calendar.timeZone),
          opened: counts.new + counts.reopened,
          fixed: counts.fixed,
        },
        ...{ open, overdue: counts.overdue, dueSoon: counts['due-soon'] },
        findings: items.flatMap(({ key }) => told.get(key)?.facts ?? []),
      },
    });
  }
  return tell(tx, notices, at);
}
