import { defineTerraform } from '../../../code/index.ts';
import type { CodeRepository } from './shape.ts';

export const terraform = defineTerraform<CodeRepository>({
  types: ['aws_codecommit_repository'],
  satellites: { aws_codecommit_approval_rule_template_association: 'repository_name' },
  identity: ['repository_name'],
  lonelySatellites: 'ignored',
  read: (_repository, context) => ({
    hasApprovalRule: context.satellite('aws_codecommit_approval_rule_template_association').isSet('approval_rule_template_name'),
  }),
});
