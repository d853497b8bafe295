import { defineCloudFormation, firstPresent } from '../../../code/index.ts';
import type { Aggregator } from './shape.ts';

export const cloudformation = defineCloudFormation<Aggregator>({
  types: ['AWS::Config::ConfigurationAggregator'],
  identity: ['ConfigurationAggregatorName'],
  read(aggregator) {
    const source = firstPresent(aggregator.block('AccountAggregationSources'), aggregator.block('OrganizationAggregationSource'));
    return { allRegions: source.boolean('AllAwsRegions', { default: false }) };
  },
});
