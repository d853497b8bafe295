/** Who comes in, and who may do what. */
export { isAllowed, isPermission, permissions } from './permissions.ts';
export type { Permission } from './permissions.ts';
export { hashPassword } from './password.ts';
export { beginSession, endSession, endSessionsOf, hashOfSecret, openSession } from './sessions.ts';
export type { Factor, OpenedSession } from './sessions.ts';
export { openSetUp, setUp } from './set-up.ts';
export { forgetThrottle, throttle } from './throttle.ts';
export { addToken, listTokens, openToken, revokeToken } from './tokens.ts';
export type { ApiToken, NewToken } from './tokens.ts';
export { addUser, audit, isFresh, listUsers, signInByPassword } from './users.ts';
export type { NewUser, User } from './users.ts';
