/** What the team decides once, departments and business systems. */
import { z } from 'zod';
import type { OwnershipSetting } from '../../../team/index.ts';
import {
  TeamError,
  changeSetting,
  channelSchema,
  isSettingKey,
  listChannels,
  listDepartments,
  listSettings,
  listSystems,
  parseOwnership,
  previewOwnership,
  removeChannel,
  removeDepartment,
  removeSystem,
  requestPlacement,
  saveChannel,
  saveDepartment,
  saveSystem,
} from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

const textSchema = z.object({ en: z.string().trim().min(1).max(200), ja: z.string().trim().min(1).max(200) });
const idSchema = z.string().regex(/^[\w.-]{1,60}$/);
const idParams = z.object({ id: idSchema });
const patterns = z.array(z.string().min(1).max(300)).max(200);

const departmentSchema = z.object({
  id: idSchema,
  name: textSchema,
  mail: z.email().nullable(),
  managerMail: z.email().nullable(),
  aliases: patterns,
});
const systemSchema = z.object({
  id: idSchema,
  name: textSchema,
  departmentId: z.string().max(100).nullable(),
  tier: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  environment: z.enum(['production', 'staging', 'development', 'sandbox']).nullable(),
  match: z.object({
    types: patterns.exactOptional(),
    resources: patterns.exactOptional(),
    accounts: patterns.exactOptional(),
    units: patterns.exactOptional(),
    regions: patterns.exactOptional(),
    repositories: patterns.exactOptional(),
    tags: z.record(z.string().max(200), z.string().max(300)).exactOptional(),
  }),
});
const tag = 'settings';

const settingRoutesOnly: readonly RouteDefinition[] = [
  route({
    ...{ id: 'listSettings', method: 'get', path: '/settings', access: 'settings.read', tag, summary: 'Every setting with its value' },
    response: z.object({
      settings: z.array(
        z.object({
          key: z.string(),
          value: z.unknown(),
          isUsual: z.boolean(),
          updatedAt: z.string().nullable(),
          updatedBy: z.string().nullable(),
        }),
      ),
    }),
    handle: async ({ team, asking }) => ({ settings: [...(await listSettings(team, asking))] }),
  }),
  route({
    ...{
      id: 'changeSetting',
      method: 'put',
      path: '/settings/{key}',
      access: 'settings.manage',
      tag,
      summary: 'Changes a setting; null: as it was',
    },
    params: z.object({ key: z.string().max(50) }),
    body: z.object({ value: z.unknown() }),
    handle: async ({ team, asking, params, body }) => {
      if (!isSettingKey(params.key)) throw new TeamError('not-found', 'no such setting');
      await changeSetting(team, asking, { key: params.key, value: body.value ?? null });
    },
  }),
  route({
    ...{
      id: 'listChannels',
      method: 'get',
      path: '/channels',
      access: 'settings.read',
      tag,
      summary: 'Ways to tell people, without secrets',
    },
    response: z.object({ channels: z.array(channelSchema) }),
    handle: async ({ team, asking }) => ({ channels: [...(await listChannels(team, asking))] }),
  }),
  route({
    ...{
      id: 'saveChannel',
      method: 'put',
      path: '/channels/{id}',
      access: 'notifications.manage',
      tag,
      summary: 'Adds or changes a channel',
    },
    params: idParams,
    body: channelSchema.omit({ id: true }),
    handle: ({ team, asking, params, body }) => saveChannel(team, asking, { ...body, id: params.id }),
  }),
  route({
    ...{ id: 'removeChannel', method: 'delete', path: '/channels/{id}', access: 'notifications.manage', tag, summary: 'Removes a channel' },
    params: idParams,
    handle: ({ team, asking, params }) => removeChannel(team, asking, params.id),
  }),
];

const ownerRoutes: readonly RouteDefinition[] = [
  route({
    ...{ id: 'listDepartments', method: 'get', path: '/departments', access: 'departments.read', tag, summary: 'Departments' },
    response: z.object({ departments: z.array(departmentSchema) }),
    handle: async ({ team, asking }) => ({
      departments: (await listDepartments(team, asking)).map((each) => ({ ...each, aliases: [...each.aliases] })),
    }),
  }),
  route({
    ...{
      id: 'saveDepartment',
      method: 'put',
      path: '/departments/{id}',
      access: 'settings.manage',
      tag,
      summary: 'Adds or changes a department',
    },
    params: idParams,
    body: departmentSchema.omit({ id: true }),
    handle: ({ team, asking, params, body }) => saveDepartment(team, asking, { ...body, id: params.id }),
  }),
  route({
    ...{
      id: 'removeDepartment',
      method: 'delete',
      path: '/departments/{id}',
      access: 'settings.manage',
      tag,
      summary: 'Removes a department',
    },
    params: idParams,
    handle: ({ team, asking, params }) => removeDepartment(team, asking, params.id),
  }),
  route({
    ...{ id: 'listSystems', method: 'get', path: '/systems', access: 'departments.read', tag, summary: 'Business systems' },
    response: z.object({ systems: z.array(systemSchema.extend({ environment: z.string().nullable(), match: z.unknown() })) }),
    handle: async ({ team, asking }) => ({ systems: [...(await listSystems(team, asking))] }),
  }),
  route({
    ...{
      id: 'saveSystem',
      method: 'put',
      path: '/systems/{id}',
      access: 'settings.manage',
      tag,
      summary: 'Adds or changes a business system',
    },
    params: idParams,
    body: systemSchema.omit({ id: true }),
    handle: ({ team, asking, params, body }) => saveSystem(team, asking, { ...body, id: params.id }),
  }),
  route({
    ...{
      id: 'removeSystem',
      method: 'delete',
      path: '/systems/{id}',
      access: 'settings.manage',
      tag,
      summary: 'Removes a business system',
    },
    params: idParams,
    handle: ({ team, asking, params }) => removeSystem(team, asking, params.id),
  }),
  route({
    ...{
      id: 'previewOwnership',
      method: 'post',
      path: '/ownership/preview',
      access: 'settings.read',
      tag,
      summary: 'Whom rules would give things to',
    },
    body: z.object({ rules: z.unknown().optional() }),
    response: z.object({
      looked: z.number().int(),
      isPartial: z.boolean(),
      byDepartment: z.array(z.object({ departmentId: z.string().nullable(), count: z.number().int() })),
      changed: z.number().int(),
      sample: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          type: z.string(),
          account: z.string().nullable(),
          from: z.string().nullable(),
          to: z.string().nullable(),
          reason: z.unknown(),
        }),
      ),
    }),
    handle: async ({ team, asking, body }) => {
      const draft: OwnershipSetting | null = body.rules === undefined || body.rules === null ? null : parseOwnership(body.rules);
      const { byDepartment, sample, ...rest } = await previewOwnership(team, asking, draft);
      return { ...rest, byDepartment: [...byDepartment], sample: [...sample] };
    },
  }),
  route({
    ...{
      id: 'applyOwnership',
      method: 'post',
      path: '/ownership/apply',
      access: 'settings.manage',
      tag,
      summary: 'Applies the rules again to everything',
    },
    handle: ({ team, asking }) => requestPlacement(team, asking),
  }),
];

export const settingRoutes: readonly RouteDefinition[] = [...settingRoutesOnly, ...ownerRoutes];
