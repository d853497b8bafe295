import { defineTerraform } from '../../../code/index.ts';
import type { InspectorEnabler } from './shape.ts';

export const terraform = defineTerraform<InspectorEnabler>({
  types: ['aws_inspector2_enabler'],
  read: (enabler) => ({
    resourceTypes: enabler.strings('resource_types'),
  }),
});
