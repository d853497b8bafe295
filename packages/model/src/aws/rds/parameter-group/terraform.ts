import { defineTerraform } from '../../../code/index.ts';
import { parameterMap } from '../../core/parameters.ts';
import type { ParameterGroup } from './shape.ts';

export const terraform = defineTerraform<ParameterGroup>({
  types: ['aws_db_parameter_group', 'aws_rds_cluster_parameter_group'],
  identity: ['name'],
  read: (group) => ({ family: group.string('family', { default: '' }), parameters: parameterMap(group) }),
});
