/** Who comes in, and who may do what. */
export { mappingRuleSchema } from './mapping.ts';
export { beginOidc, changeOidc, oidcSettingsSchema, readOidc, signInByOidc } from './oidc/index.ts';
export { endOwnSession, listSessions } from './own-sessions.ts';
export { addPasskey, beginPasskey, beginPasskeySignIn, listPasskeys, removePasskey, signInByPasskey } from './passkeys.ts';
export { addPerson, changeOwnLanguage, changePerson, givePassword, listFactors, resetFactors } from './people.ts';
export { isAllowed, isPermission, permissions } from './permissions.ts';
export type { Permission } from './permissions.ts';
export { beginTotp, confirmTotp, removeTotp, renewRecoveryCodes } from './second-factor.ts';
export { beginSession, endSession, openSession } from './sessions.ts';
export type { Factor, OpenedSession } from './sessions.ts';
export { openSetUp, setUp } from './set-up.ts';
export { changePassword, signIn } from './sign-in.ts';
export { addToken, listTokens, openToken, revokeToken } from './tokens.ts';
export type { ApiToken, NewToken } from './tokens.ts';
export { addUser, audit, isFresh, listUsers } from './users.ts';
export type { NewUser, User } from './users.ts';
