/** Source: OCSF schema 1.4, class Detection Finding (2004) and Compliance Finding (2003), read 2026-11-22. */
import type { Json, Severity, Status } from '@kumomori/model';
import { itemsAt, jsonAt, textOf } from '@kumomori/model';
import type { ReadFinding } from './read-external.ts';

/** severity_id; 6 is fatal, 0 and 99 are unknown. */
const SEVERITIES: readonly (Severity | undefined)[] = [undefined, 'info', 'low', 'medium', 'high', 'critical', 'critical'];

const STATUSES: Readonly<Record<string, Status>> = {
  PASS: 'pass',
  FAIL: 'fail',
  FAILED: 'fail',
  PASSED: 'pass',
  MANUAL: 'unknown',
  WARNING: 'unknown',
};

/** One for each resource; empty when check or resource is not said. */
export function ocsfFinding(json: Json): readonly ReadFinding[] {
  const product = textOf(json, 'metadata.product.name') ?? '';
  const check = textOf(json, 'metadata.event_code') ?? textOf(json, 'finding_info.uid');
  if (check === undefined) return [];
  const status = STATUSES[(textOf(json, 'status_code') ?? textOf(json, 'compliance.status') ?? '').toUpperCase()] ?? 'unknown';
  const version = textOf(json, 'metadata.product.version');
  return itemsAt(json, 'resources').flatMap((resource): readonly ReadFinding[] => {
    const id = textOf(resource, 'uid') ?? textOf(resource, 'name');
    if (id === undefined) return [];
    return [
      {
        finding: {
          tool: version === undefined ? product : `${product} ${version}`,
          id: textOf(json, 'finding_info.uid') ?? textOf(json, 'metadata.uid') ?? `${check} ${id}`,
          check,
          title: textOf(json, 'finding_info.title') ?? check,
          status,
          severity: SEVERITIES[Number(jsonAt(json, 'severity_id'))] ?? 'info',
          message: textOf(json, 'status_detail') ?? textOf(json, 'message') ?? '',
          resource: {
            id,
            name: textOf(resource, 'name') ?? id,
            type: textOf(resource, 'type') ?? '',
            account: textOf(json, 'cloud.account.uid') ?? null,
            region: textOf(resource, 'region') ?? textOf(json, 'cloud.region') ?? null,
          },
        },
        names: [`${product.toLowerCase()}:${check}`, check],
      },
    ];
  });
}
