import { defineTerraform } from '../../../code/index.ts';
import type { DeploymentGroup } from './shape.ts';

export const terraform = defineTerraform<DeploymentGroup>({
  types: ['aws_codedeploy_deployment_group'],
  identity: ['deployment_group_name'],
  read: (group) => ({
    rollsBack: group.block('auto_rollback_configuration').boolean('enabled', { default: false }),
  }),
});
