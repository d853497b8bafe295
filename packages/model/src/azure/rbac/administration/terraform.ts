import { defineTerraform } from '../../../code/index.ts';
import { administrationOf, anchorOf } from '../administration.ts';
import type { Administration } from './shape.ts';

const types = { assignments: 'azurerm_role_assignment', definitions: 'azurerm_role_definition' };

export const terraform = defineTerraform<Administration>({
  types: [],
  anchor: (context) => anchorOf(context, types),
  read: (anchor, context) =>
    administrationOf(context, {
      ...types,
      anchor,
      actionsOf: (role) => role.blocks('permissions').readers.map((each) => each.strings('actions')),
    }),
});
