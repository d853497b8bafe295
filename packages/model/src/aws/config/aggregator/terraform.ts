import { defineTerraform, firstPresent } from '../../../code/index.ts';
import type { Aggregator } from './shape.ts';

export const terraform = defineTerraform<Aggregator>({
  types: ['aws_config_configuration_aggregator'],
  identity: ['name'],
  read(aggregator) {
    const source = firstPresent(aggregator.block('account_aggregation_source'), aggregator.block('organization_aggregation_source'));
    return { allRegions: source.boolean('all_regions', { default: false }) };
  },
});
