import type { Json, JsonObject } from '@kumomori/model';
import { jsonAt, textOf } from '@kumomori/model';
import { defineService } from '../service.ts';

/** `/hostedzone/Z1` in answers, `Z1` in questions. */
function idOf(zone: Json): string | null {
  return textOf(zone, 'Id')?.replace('/hostedzone/', '') ?? null;
}

function byId(zone: Json): JsonObject {
  return { HostedZoneId: idOf(zone) };
}

function tagged(zones: Json): JsonObject {
  return { ResourceType: 'hostedzone', ResourceIds: (zones as readonly Json[]).map(idOf) };
}

/** Source: Amazon Route 53 API reference, read 2026-11-22. */
export const service = defineService({
  id: 'route53',
  load: async () => await import('@aws-sdk/client-route-53'),
  client: 'Route53Client',
  scope: 'global',
  calls: [
    {
      operation: 'ListHostedZones',
      each: {
        items: 'HostedZones',
        calls: [
          // Private zones cannot be signed.
          {
            operation: 'GetDNSSEC',
            input: (zone) => (jsonAt(zone, 'Config.PrivateZone') === true ? null : byId(zone)),
            absent: ['NoSuchHostedZone'],
          },
          {
            operation: 'ListResourceRecordSets',
            input: byId,
            absent: ['NoSuchHostedZone'],
            next: { NextRecordName: 'StartRecordName', NextRecordType: 'StartRecordType', NextRecordIdentifier: 'StartRecordIdentifier' },
            redact: ['ResourceRecordSets[Type=TXT].ResourceRecords[].Value'],
          },
          { operation: 'ListTagsForResources', input: tagged, batch: 10 },
        ],
      },
    },
    { operation: 'ListQueryLoggingConfigs' },
  ],
});
