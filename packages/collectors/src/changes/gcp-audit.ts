/** Google Cloud: entries of the admin activity log. Source: Cloud Audit Logs, `AuditLog`, read 2026-11-22. */
import type { Json } from '@kumomori/model';
import { jsonAt, textOf } from '@kumomori/model';
import type { AuditEvent, NoChange } from './audit-event.ts';
import { namesIn } from './audit-event.ts';

const READS = /(?:^|[./])(?:get|list|aggregatedlist|search|test|batchget|query|read|fetch|describe|lookup|wait)[a-z]*$/i;

export function gcpEvent(json: Json): AuditEvent | NoChange {
  const source = textOf(json, 'protoPayload.serviceName');
  const name = textOf(json, 'protoPayload.methodName');
  if (source === undefined || name === undefined) return 'foreign';
  const log = textOf(json, 'logName') ?? '';
  if (log.includes('data_access') || (!log.includes('activity') && READS.test(name))) return 'read';
  const code = jsonAt(json, 'protoPayload.status.code');
  if (typeof code === 'number' && code !== 0) return 'failed';
  return {
    account: accountOf(json, log),
    region: null,
    source,
    name,
    ...namesIn([textOf(json, 'protoPayload.resourceName') ?? null]),
  };
}

/** As snapshots call it: `orders`, `organizations-123`. */
function accountOf(json: Json, log: string): string | null {
  const [, kind, name] = /^(projects|folders|organizations)\/([^/]+)\//.exec(log) ?? [];
  if (kind !== undefined && name !== undefined) return kind === 'projects' ? name : `${kind}-${name}`;
  return textOf(json, 'resource.labels.project_id') ?? null;
}
