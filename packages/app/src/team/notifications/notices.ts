/** What happened, once for those who decide who hears of it and once for those who read it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { NotificationEvent as News, NotificationKind } from '@kumomori/engine';
import { dayIn } from '@kumomori/engine';
import type { Severity } from '@kumomori/model';
import type { FindingFacts, NotificationEvent } from '../../notify/index.ts';
import type { StoreTransaction } from '../../store/index.ts';
import { settingIn } from '../settings/index.ts';

export interface Notice {
  readonly news: News;
  readonly event: NotificationEvent;
  /** Of mail that goes to the department: its manager instead. */
  readonly toManager?: boolean;
}

export interface ToldFinding {
  readonly facts: FindingFacts;
  readonly department: string | null;
  readonly environment: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** As messages tell of them, by id. The id is that of the console's page. */
export async function toldFindings(tx: StoreTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, ToldFinding>> {
  if (ids.length === 0) return new Map();
  const { timeZone } = await settingIn(tx, 'calendar');
  const rows = await tx
    .selectFrom('findings')
    .leftJoin('departments', 'departments.id', 'findings.department_id')
    .select([
      'findings.id',
      'check_id',
      'title',
      'message',
      'severity',
      'resource_name',
      'resource_id',
      'account',
      'region',
      'department_id',
      'environment',
    ])
    .select(['due_at', 'departments.name as department_name'])
    .select(sql<Readonly<Record<string, string>> | null>`document->'resource'->'tags'`.as('tags'))
    .where('findings.id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map((row) => {
      const facts: FindingFacts = {
        ...{ id: row.id, checkId: row.check_id, title: row.title, message: row.message, severity: row.severity },
        ...{
          resource: row.resource_name ?? row.resource_id,
          account: row.account,
          region: row.region,
          owner: row.department_name?.en ?? null,
        },
        due: row.due_at && dayIn(row.due_at.toISOString(), timeZone),
      };
      return [row.id, { facts, department: row.department_id, environment: row.environment, tags: row.tags ?? {} }] as const;
    }),
  );
}

export function newsOfFinding(kind: NotificationKind, { facts, department, environment, tags }: ToldFinding, at: string): News {
  const { id, checkId, severity, account } = facts;
  return {
    id: randomUUID(),
    kind,
    at,
    severity,
    subject: `finding:${id}`,
    checkId,
    department,
    account,
    environment: environment ?? 'unknown',
    tags,
  };
}

export function newsOf(
  kind: NotificationKind,
  subject: string,
  about: { readonly at: string; readonly severity: Severity; readonly department: string | null },
): News {
  return { id: randomUUID(), kind, subject, checkId: null, account: null, environment: null, tags: {}, ...about };
}
