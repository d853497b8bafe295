import { defineLive, outside, textLeaf } from '../../../code/index.ts';
import type { DataStore } from './shape.ts';

/** Where a live store is, its answer says. */
export const live = defineLive<DataStore>({
  types: [
    'AWS::S3::Bucket',
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
    'AWS::DynamoDB::Table',
    'AWS::EFS::FileSystem',
    'AWS::Redshift::Cluster',
    'AWS::OpenSearchService::Domain',
    'AWS::Elasticsearch::Domain',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::EC2::Volume',
    'AWS::SecretsManager::Secret',
    'AWS::SQS::Queue',
    'AWS::Kinesis::Stream',
    'AWS::FSx::FileSystem',
    'AWS::DocDB::DBCluster',
    'AWS::Neptune::DBCluster',
  ],
  read: (block, context) => ({
    region: block.resource ? textLeaf(block.resource.region, block.place) : outside('it was not collected', block.place),
    tags: context.tags(block),
  }),
});
