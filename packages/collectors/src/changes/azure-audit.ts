/** Azure: the activity log (REST, diagnostic settings, Event Hubs), and the directory's audit log. Source: Azure Monitor, read 2026-11-22. */
import type { Json } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import type { AuditEvent, NoChange } from './audit-event.ts';
import { namesIn } from './audit-event.ts';

/** Stands for the directory, which has events of its own kind. */
export const DIRECTORY = 'Microsoft.Graph';

export function azureEvent(json: Json): AuditEvent | NoChange {
  if (isOfDirectory(json)) return directoryEvent(json);
  const name = textOf(json, 'operationName.value') ?? textOf(json, 'operationName');
  const id = (textOf(json, 'resourceId') ?? textOf(json, 'resourceUri'))?.toLowerCase().replace(/\/+$/, '');
  if (name === undefined || id === undefined) return 'foreign';
  if (/\/read$/i.test(name)) return 'read';
  const status = (textOf(json, 'status.value') ?? textOf(json, 'resultType') ?? textOf(json, 'status') ?? '').toLowerCase();
  if (status.startsWith('fail')) return 'failed';
  // What begins or was accepted may change something until it ends.
  return {
    account: /^\/subscriptions\/([0-9a-f-]{36})/.exec(id)?.[1] ?? null,
    region: null,
    source: name.split('/')[0] ?? name,
    name,
    ...namesIn([id]),
    resourceId: id,
  };
}

function isOfDirectory(json: Json): boolean {
  return (
    textOf(json, 'activityDisplayName') !== undefined ||
    textOf(json, 'properties.activityDisplayName') !== undefined ||
    textOf(json, 'category') === 'AuditLogs'
  );
}

function directoryEvent(json: Json): AuditEvent | NoChange {
  const result = (textOf(json, 'result') ?? textOf(json, 'properties.result') ?? '').toLowerCase();
  if (result.startsWith('fail')) return 'failed';
  const name = textOf(json, 'activityDisplayName') ?? textOf(json, 'properties.activityDisplayName') ?? 'directory change';
  return { account: textOf(json, 'tenantId') ?? null, region: null, source: DIRECTORY, name, texts: new Set(), handles: new Set() };
}
