/** Scans for tests of the team's work: what one would say of a source, put into the database as a run does. */
import type { Severity } from '@kumomori/model';
import { placementIn, recordFindings } from '../team/findings/index.ts';
import type { Asking, Team } from '../team/index.ts';
import { addSource, afterScan } from '../team/index.ts';
import type { JudgedFinding } from '../use-cases/index.ts';

export interface TestFinding {
  /** Names it, and its bucket. */
  readonly name: string;
  readonly checkId?: string;
  readonly severity?: Severity;
  readonly account?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly file?: string;
  readonly exposed?: boolean;
  readonly suppressed?: JudgedFinding['suppressed'];
}

export interface TestSource {
  readonly id: string;
  /** At the time of the team: everything that is not listed any more is fixed. The ids of all findings by their names. */
  readonly scan: (findings: readonly TestFinding[]) => Promise<ReadonlyMap<string, string>>;
}

/** A repository of that name. */
export async function testSource(team: Team, asking: Asking, name = 'orders'): Promise<TestSource> {
  const id = await addSource(team, asking, {
    ...{ kind: 'code', name, settings: { path: '/srv/orders' }, schedule: null, departmentId: null, enabled: true },
  });
  return {
    id,
    scan: async (findings) => {
      const at = team.now().toISOString();
      await team.store.system(async (tx) => {
        const source = await tx
          .selectFrom('sources')
          .select(['id', 'kind', 'name', 'department_id'])
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        const run = await tx
          .insertInto('runs')
          .values({ source_id: id, state: 'done', requested_by: 'test', reason: 'manual', created_at: team.now(), finished_at: team.now() })
          .returning('id')
          .executeTakeFirstOrThrow();
        const place = await placementIn(tx, source);
        const { changes } = await recordFindings({
          ...{ tx, runId: run.id, findings: () => findings.map(judged), isPresent: () => true, place: place.finding },
          scope: {
            ...{ scanId: run.id, target: id, startedAt: at, finishedAt: at, accounts: null, regions: null, checks: null, gaps: [] },
            isComplete: true,
          },
        });
        await afterScan(tx, { sourceId: id, changes, at: team.now() });
      });
      const rows = await team.store.system((tx) =>
        tx.selectFrom('findings').select(['id', 'resource_name']).where('source_id', '=', id).execute(),
      );
      return new Map(rows.map((row) => [row.resource_name ?? '', row.id]));
    },
  };
}

function judged({ name, checkId = 'aws-s3-bucket-versioning', severity = 'medium', ...given }: TestFinding): JudgedFinding {
  const { account = '123456789012', tags = {}, file = 'main.tf', exposed, suppressed = null } = given;
  const origin = { kind: 'terraform', target: '.', address: `aws_s3_bucket.${name}`, file, startLine: 1, endLine: 3 } as const;
  const message = { en: `${name} is not as it should be`, ja: `${name} に問題があります` };
  const exposure = {
    ...{ state: exposed ? ('reachable' as const) : ('not-reachable' as const), nodes: [], because: [], originalSeverity: severity },
    reason: message,
  };
  return {
    ...{
      fingerprint: `f-${name}`,
      checkId,
      title: { en: 'A bucket', ja: 'バケット' },
      status: 'fail',
      severity,
      message,
      origin,
      evidence: [],
    },
    resource: { type: 'aws.s3.bucket', id: `arn:aws:s3:::${name}`, name, provider: 'aws', account, region: 'ap-northeast-1', tags },
    instances: [
      {
        ...{ address: origin.address, name, status: 'fail', message, evidence: [], suppressed },
        ...(exposed === undefined ? {} : { exposure }),
      },
    ],
    ...{ frameworks: [], equivalents: [], suppressed, fix: { summary: message, patch: null }, fixLine: null, frames: [] },
  } as JudgedFinding;
}
