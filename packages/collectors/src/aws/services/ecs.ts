import type { Json, JsonObject } from '@kumomori/model';
import type { AwsCallScope } from '../service.ts';
import { itself, named, together } from '../inputs.ts';
import { defineService } from '../service.ts';

const SECRETS = [
  'taskDefinition.containerDefinitions[].environment[].value',
  'taskDefinition.containerDefinitions[].logConfiguration.options.*',
  'taskDefinition.containerDefinitions[].command',
  'taskDefinition.containerDefinitions[].entryPoint',
];

/** `above`: the cluster. */
function services(arns: Json, { above }: AwsCallScope): JsonObject | null {
  return { cluster: above[0] ?? null, services: arns, include: ['TAGS'] };
}

/** Source: Amazon ECS API reference, read 2026-11-22. */
export const service = defineService({
  id: 'ecs',
  load: async () => await import('@aws-sdk/client-ecs'),
  client: 'ECSClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListClusters',
      each: {
        items: 'clusterArns',
        calls: [
          { operation: 'DescribeClusters', input: together('clusters', { include: ['SETTINGS', 'CONFIGURATIONS', 'TAGS'] }), batch: 100 },
          {
            operation: 'ListServices',
            input: itself('cluster', { maxResults: 100 }),
            absent: ['ClusterNotFoundException'],
            each: {
              items: 'serviceArns',
              calls: [
                {
                  operation: 'DescribeServices',
                  input: services,
                  batch: 10,
                  absent: ['ClusterNotFoundException'],
                  each: {
                    items: 'services',
                    calls: [
                      {
                        operation: 'DescribeTaskDefinition',
                        input: named('taskDefinition', 'taskDefinition', { include: ['TAGS'] }),
                        redact: SECRETS,
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    // What a new task would be: the newest revision of each family. Families are named by nothing but their names.
    {
      operation: 'ListTaskDefinitionFamilies',
      input: { status: 'ACTIVE' },
      each: {
        items: 'families',
        calls: [{ operation: 'DescribeTaskDefinition', input: itself('taskDefinition', { include: ['TAGS'] }), redact: SECRETS }],
      },
    },
  ],
});
