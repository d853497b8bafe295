import { defineArm } from '../../../code/index.ts';
import { administrationOf, anchorOf } from '../administration.ts';
import type { Administration } from './shape.ts';

const types = { assignments: 'Microsoft.Authorization/roleAssignments', definitions: 'Microsoft.Authorization/roleDefinitions' };

export const arm = defineArm<Administration>({
  types: [],
  anchor: (context) => anchorOf(context, types),
  read: (anchor, context) =>
    administrationOf(context, {
      ...types,
      anchor,
      actionsOf: (role) =>
        role
          .block('properties')
          .blocks('permissions')
          .readers.map((each) => each.strings('actions')),
    }),
});
