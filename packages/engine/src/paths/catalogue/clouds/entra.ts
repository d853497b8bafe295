/**
 * Ways to gain rights in the directory. Sources: Microsoft Entra documentation, "Privileged roles: who can reset passwords", "Use Microsoft Entra
 * groups to manage role assignments", "Microsoft Entra built-in roles"; Microsoft Graph permissions reference, read 2026-11-22. The words of
 * permissions to reset privileged people's passwords and to change groups with roles are our own: the roles have them by what is written of them.
 */
import { azureRows } from './rows.ts';
import type { CloudEscalation } from './types.ts';

const ROOT = 'entra.directory';
const APP = 'entra.application';
const USER = 'entra.user';
/** People with roles of the directory, and members and owners of groups that may have them. */
const PRIVILEGED = 'entra.privileged-user';
const GROUP = 'entra.group';
/** Groups that roles of the directory may be given to. */
const ROLE_GROUP = 'entra.role-group';

const NO_SECOND_FACTOR = 'no second factor stops who signs in as {0}';

export const entraEscalations: readonly CloudEscalation[] = azureRows({
  'entra-assign-role': {
    ...{ title: 'Assign oneself every role of the directory', edge: 'CAN_GRANT_SELF', over: ROOT, gains: 'admin' },
    needs: 'directory:roleAssignments/allProperties/allTasks@target',
  },
  'entra-graph-role': {
    ...{ title: 'Assign a role of the directory by the permission of the application', edge: 'CAN_GRANT_SELF', over: ROOT, gains: 'admin' },
    needs: 'graph:RoleManagement.ReadWrite.Directory@target',
  },
  'entra-graph-grant': {
    ...{ title: 'Consent to every permission of Microsoft Graph for oneself', edge: 'CAN_GRANT_SELF', over: ROOT, gains: 'admin' },
    needs: 'graph:AppRoleAssignment.ReadWrite.All@target',
  },
  'entra-app-credential': {
    ...{ title: 'Add a credential to the application', edge: 'CAN_CREATE_KEY', over: APP, gains: 'has' },
    needs: 'directory:applications/credentials/update@directory',
  },
  'entra-graph-credential': {
    ...{ title: 'Add a credential to the application', edge: 'CAN_CREATE_KEY', over: APP, gains: 'has' },
    needs: 'graph:Application.ReadWrite.All@directory',
  },
  'entra-password': {
    ...{ title: 'Set the password of the user', edge: 'CAN_SET_PASSWORD', over: USER, gains: 'has' },
    ...{ needs: 'directory:users/password/update@directory', condition: NO_SECOND_FACTOR },
  },
  'entra-privileged-password': {
    ...{ title: 'Set the password of the administrator', edge: 'CAN_SET_PASSWORD', over: PRIVILEGED, gains: 'has' },
    ...{ needs: 'directory:users.privileged/password/update@directory', condition: NO_SECOND_FACTOR },
  },
  'entra-group': {
    ...{ title: 'Join the group', edge: 'CAN_GRANT_SELF', over: GROUP, gains: 'has', flag: 'takes-no-roles' },
    needs: 'directory:groups/members/update@directory',
  },
  'entra-role-group': {
    ...{ title: 'Join the group that roles are given to', edge: 'CAN_GRANT_SELF', over: ROLE_GROUP, gains: 'has' },
    needs: 'directory:groups.assignableToRoles/members/update@directory',
  },
  'entra-graph-group': {
    ...{ title: 'Join the group', edge: 'CAN_GRANT_SELF', over: GROUP, gains: 'has', flag: 'takes-no-roles' },
    needs: 'graph:GroupMember.ReadWrite.All@directory',
  },
  'entra-graph-group-all': {
    ...{ title: 'Join the group', edge: 'CAN_GRANT_SELF', over: GROUP, gains: 'has', flag: 'takes-no-roles' },
    needs: 'graph:Group.ReadWrite.All@directory',
  },
  'entra-graph-directory': {
    ...{ title: 'Join the group', edge: 'CAN_GRANT_SELF', over: GROUP, gains: 'has', flag: 'takes-no-roles' },
    needs: 'graph:Directory.ReadWrite.All@directory',
  },
});
