/** Single sign-on with any provider of OpenID Connect. */
export { changeOidc, oidcSettingsSchema, readOidc } from './settings.ts';
export { beginOidc, signInByOidc } from './sign-in.ts';
