import { defineTerraform } from '../../../code/index.ts';
import type { OrganizationsFeatures } from './shape.ts';

export const terraform = defineTerraform<OrganizationsFeatures>({
  types: ['aws_iam_organizations_features'],
  read: (features) => ({ enabledFeatures: features.strings('enabled_features') }),
});
