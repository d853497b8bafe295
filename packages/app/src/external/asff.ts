/** Source: AWS Security Finding Format, Security Hub User Guide, read 2026-11-22. */
import type { Json, Severity, Status } from '@kumomori/model';
import { itemsAt, memberOf, textOf } from '@kumomori/model';
import type { ReadFinding } from './read-external.ts';

const SEVERITIES: Readonly<Record<string, Severity>> = {
  INFORMATIONAL: 'info',
  LOW: 'low',
  MEDIUM: 'medium',
  HIGH: 'high',
  CRITICAL: 'critical',
};

const STATUSES: Readonly<Record<string, Status>> = { PASSED: 'pass', FAILED: 'fail', WARNING: 'unknown', NOT_AVAILABLE: 'not-applicable' };

/** One for each resource; archived ones, and those that are no verdict on a configuration, are left out. */
export function asffFinding(json: Json): readonly ReadFinding[] {
  const generator = textOf(json, 'GeneratorId') ?? '';
  if (textOf(json, 'RecordState') === 'ARCHIVED' || memberOf(json, 'Compliance') === undefined) return [];
  const control =
    textOf(json, 'Compliance.SecurityControlId') ?? /(?:^security-control\/|\/)([A-Z][A-Za-z0-9]*\.\d+)$/.exec(generator)?.[1];
  const check = control ?? generator.replace(/^prowler-/, '');
  const fields = memberOf(json, 'ProductFields');
  const maker = textOf(json, 'ProductName') ?? textOf(fields, 'ProviderName') ?? textOf(json, 'CompanyName') ?? 'ASFF';
  const version = textOf(fields, 'ProviderVersion');
  return itemsAt(json, 'Resources').flatMap((resource): readonly ReadFinding[] => {
    const id = textOf(resource, 'Id');
    if (id === undefined || check === '') return [];
    return [
      {
        finding: {
          tool: version === undefined ? maker : `${maker} ${version}`,
          id: textOf(json, 'Id') ?? `${check} ${id}`,
          check,
          title: textOf(json, 'Title') ?? check,
          status: STATUSES[textOf(json, 'Compliance.Status') ?? ''] ?? 'unknown',
          severity: SEVERITIES[textOf(json, 'Severity.Label') ?? ''] ?? 'info',
          message: textOf(json, 'Description') ?? '',
          resource: {
            id: id.replace(/^AWS::::Account:/, ''),
            name: id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1),
            type: textOf(resource, 'Type') ?? '',
            account: textOf(json, 'AwsAccountId') ?? null,
            region: textOf(resource, 'Region') ?? textOf(json, 'Region') ?? null,
          },
        },
        names: [check, `prowler:${check}`],
      },
    ];
  });
}
