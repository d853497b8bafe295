/** Answers of the Managed Streaming for Apache Kafka API, in the words of CloudFormation. Source: Amazon MSK API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { jsonAt, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'kafka:ListClustersV2', items: 'ClusterInfoList', types: ['AWS::MSK::Cluster', 'AWS::MSK::ClusterPolicy'], declare: cluster },
];

/** Serverless clusters leave nothing to configure that is judged here. */
function cluster(item: Json, context: LiveContext): readonly LiveThing[] {
  const [id, name] = [textOf(item, 'ClusterArn'), textOf(item, 'ClusterName')];
  const provisioned = jsonAt(item, 'Provisioned');
  if (id === undefined || name === undefined) return [];
  const policy = whenKnown(context.answer('kafka:GetClusterPolicy', { ClusterArn: id }, ['NotFoundException']), (json) =>
    policyJson(jsonAt(json, 'Policy')),
  );
  const policies: readonly LiveThing[] =
    policy === undefined
      ? []
      : [{ type: 'AWS::MSK::ClusterPolicy', id: `${id}#policy`, name, properties: { ClusterArn: id, Policy: policy } }];
  if (provisioned === undefined) return policies;
  const own: LiveThing = {
    type: 'AWS::MSK::Cluster',
    id,
    name,
    properties: {
      ClusterName: name,
      EncryptionInfo: encryption(provisioned, context),
      LoggingInfo: jsonAt(provisioned, 'LoggingInfo'),
      BrokerNodeGroupInfo: jsonAt(provisioned, 'BrokerNodeGroupInfo'),
      ClientAuthentication: jsonAt(provisioned, 'ClientAuthentication'),
      Tags: tagPairs(jsonAt(item, 'Tags') ?? {}),
    },
  };
  return [own, ...policies];
}

function encryption(provisioned: Json, context: LiveContext): LiveValue {
  const key = jsonAt(provisioned, 'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId');
  return {
    EncryptionAtRest: { DataVolumeKMSKeyId: keyName(key, context) },
    EncryptionInTransit: jsonAt(provisioned, 'EncryptionInfo.EncryptionInTransit'),
  };
}
