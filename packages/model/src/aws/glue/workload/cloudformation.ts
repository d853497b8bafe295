import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import type { GlueWorkload } from './shape.ts';

export const cloudformation = defineCloudFormation<GlueWorkload>({
  types: ['AWS::Glue::Job', 'AWS::Glue::Crawler', 'AWS::Glue::DevEndpoint'],
  identity: ['Name', 'EndpointName'],
  read: (workload) => ({
    hasSecurityConfiguration: configured(workload),
  }),
});

/** A crawler calls it otherwise. */
function configured(workload: BlockReader): Leaf<boolean> {
  return workload.isSet(workload.resource?.type === 'AWS::Glue::Crawler' ? 'CrawlerSecurityConfiguration' : 'SecurityConfiguration');
}
