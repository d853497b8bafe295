import { defineTerraform } from '../../../code/index.ts';
import { parameterMap } from '../../core/parameters.ts';
import type { DocumentParameterGroup } from './shape.ts';

export const terraform = defineTerraform<DocumentParameterGroup>({
  types: ['aws_docdb_cluster_parameter_group'],
  identity: ['name'],
  read: (group) => ({
    parameters: parameterMap(group),
  }),
});
