import { defineService } from '../service.ts';

/** Source: Amazon GuardDuty API reference, read 2026-11-22. */
export const service = defineService({
  id: 'guardduty',
  load: async () => await import('@aws-sdk/client-guardduty'),
  client: 'GuardDutyClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListDetectors',
      each: {
        items: 'DetectorIds',
        calls: [
          { operation: 'GetDetector', input: (id) => ({ DetectorId: id }) },
          // Who is not the administrator is refused so.
          { operation: 'DescribeOrganizationConfiguration', input: (id) => ({ DetectorId: id }), absent: ['BadRequestException'] },
          {
            operation: 'ListFindings',
            input: (id) => ({
              DetectorId: id,
              FindingCriteria: { Criterion: { severity: { GreaterThanOrEqual: 7 }, 'service.archived': { Equals: ['false'] } } },
            }),
            firstPage: true,
          },
        ],
      },
    },
  ],
});
