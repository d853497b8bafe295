/** Answers of the DynamoDB Accelerator API, in the words of CloudFormation. Source: Amazon DAX API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { jsonAt, textOf } from '../../live/index.ts';
import { askedTags } from '../core/answers.ts';

export const live: readonly LiveSource[] = [
  { call: 'dax:DescribeClusters', items: 'Clusters', types: ['AWS::DAX::Cluster'], declare: cluster },
];

function cluster(item: Json, context: LiveContext): LiveThing | null {
  const [id, name] = [textOf(item, 'ClusterArn'), textOf(item, 'ClusterName')];
  if (id === undefined || name === undefined) return null;
  return {
    type: 'AWS::DAX::Cluster',
    id,
    name,
    properties: {
      ClusterName: name,
      SSESpecification: { SSEEnabled: /^ENABL(?:ED|ING)$/.test(textOf(item, 'SSEDescription.Status') ?? '') },
      ClusterEndpointEncryptionType: textOf(item, 'ClusterEndpointEncryptionType') ?? 'NONE',
      ReplicationFactor: jsonAt(item, 'TotalNodes'),
      Tags: askedTags(context, 'dax:ListTags', { ResourceName: id }),
    },
  };
}
