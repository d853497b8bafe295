/** People and how they come in, for administrators. */
import { z } from 'zod';
import {
  addPerson,
  changeOidc,
  changePerson,
  givePassword,
  isAllowed,
  listFactors,
  listUsers,
  mappingRuleSchema,
  oidcSettingsSchema,
  readOidc,
  resetFactors,
} from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';
import { languageSchema, roleSchema } from './session.ts';

const idParams = z.object({ id: z.uuid() });
const departmentsSchema = z.array(z.string().max(100)).max(100);
const factorsSchema = z.object({ password: z.boolean(), totp: z.boolean(), passkeys: z.number().int(), recoveryCodes: z.number().int() });

const personSchema = z.object({
  ...{ id: z.string(), email: z.string(), name: z.string(), role: roleSchema, departments: z.array(z.string()), language: languageSchema },
  ...{ origin: z.enum(['local', 'oidc', 'scim']), active: z.boolean(), lastLoginAt: z.string().nullable() },
  /** For those who may change them. */
  factors: factorsSchema.nullable(),
});

const ssoSchema = oidcSettingsSchema.extend({ rules: z.array(mappingRuleSchema).max(500) });

export const peopleRoutes: readonly RouteDefinition[] = [
  route({
    ...{
      id: 'listPeople',
      method: 'get',
      path: '/people',
      access: 'users.read',
      tag: 'people',
      summary: 'Everybody who may come in, or could',
    },
    response: z.object({ people: z.array(personSchema) }),
    async handle({ team, asking }) {
      const factors = isAllowed(asking.actor, 'users.manage') ? await listFactors(team) : [];
      const byId = new Map(factors.map(({ userId, ...each }) => [userId, each]));
      const people = await listUsers(team, asking);
      return { people: people.map((each) => ({ ...each, departments: [...each.departments], factors: byId.get(each.id) ?? null })) };
    },
  }),
  route({
    ...{ id: 'addPerson', method: 'post', path: '/people', access: 'users.manage', tag: 'people', summary: 'Adds somebody' },
    body: z.object({
      ...{ email: z.email().max(320), name: z.string().trim().min(1).max(100), role: roleSchema, language: languageSchema },
      departments: departmentsSchema,
      /** To be replaced at the first sign-in; null: comes in by single sign-on. */
      password: z.string().max(1_000).nullable(),
    }),
    response: z.object({ id: z.string() }),
    handle: async ({ team, asking, body }) => ({ id: await addPerson(team, asking, { ...body, mustChange: body.password !== null }) }),
  }),
  route({
    ...{
      id: 'changePerson',
      method: 'patch',
      path: '/people/{id}',
      access: 'users.manage',
      tag: 'people',
      summary: 'Changes name, role, departments, or lets somebody in no more',
    },
    params: idParams,
    body: z.object({
      name: z.string().trim().min(1).max(100).optional(),
      role: roleSchema.optional(),
      departments: departmentsSchema.optional(),
      active: z.boolean().optional(),
    }),
    async handle({ team, asking, params, body: { name, role, departments, active } }) {
      const given = {
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role }),
        ...(departments === undefined ? {} : { departments }),
        ...(active === undefined ? {} : { active }),
      };
      await changePerson(team, asking, params.id, given);
    },
  }),
  route({
    ...{
      id: 'givePassword',
      method: 'put',
      path: '/people/{id}/password',
      access: 'users.manage',
      tag: 'people',
      summary: 'A password that has to be replaced at the next sign-in',
    },
    params: idParams,
    body: z.object({ password: z.string().max(1_000) }),
    handle: async ({ team, asking, params, body }) => givePassword(team, asking, params.id, body.password),
  }),
  route({
    ...{
      id: 'resetFactors',
      method: 'delete',
      path: '/people/{id}/factors',
      access: 'users.manage',
      tag: 'people',
      summary: 'Takes away authenticator app and passkeys of somebody who lost them',
    },
    params: idParams,
    handle: async ({ team, asking, params }) => resetFactors(team, asking, params.id),
  }),
  route({
    ...{ id: 'getSso', method: 'get', path: '/sso', access: 'users.manage', tag: 'people', summary: 'Single sign-on, without its secret' },
    response: z.object({ settings: ssoSchema.extend({ hasSecret: z.boolean() }).nullable(), callback: z.string() }),
    handle: async ({ team, origin }) => ({ settings: await readOidc(team), callback: `${origin}/api/v1/oidc/callback` }),
  }),
  route({
    ...{ id: 'changeSso', method: 'put', path: '/sso', access: 'users.manage', tag: 'people', summary: 'Changes single sign-on' },
    body: ssoSchema.extend({ secret: z.string().min(1).max(2_000).nullable().optional() }),
    async handle({ team, asking, body: { secret, ...settings } }) {
      await changeOidc(team, asking, { ...settings, ...(secret === undefined ? {} : { secret }) });
    },
  }),
];
