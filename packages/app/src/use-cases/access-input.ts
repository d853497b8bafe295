/** A line of `iam evaluate` → what the engine takes (contracts.md section 3). Layers that are not given are none. */
import type { PrincipalInput, PrincipalObject } from '@kumomori/engine';
import { isKnownPrincipal, readPrincipal } from '@kumomori/engine';
import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const contextValue = z.union([scalar, z.null(), z.array(scalar)]);

/** `{ "type": "Service", "id": "lambda.amazonaws.com" }`, or as policies write it: `{ "Service": "lambda.amazonaws.com" }`. */
const principalObject = z.record(z.string(), z.unknown());
const principal = z.union([z.string().max(2048), principalObject]).transform((given, context): PrincipalInput => {
  const read = typeof given === 'string' ? fromText(given) : fromObject(given);
  if (read !== null && isKnownPrincipal(readPrincipal(read))) return read;
  context.addIssue({ code: 'custom', message: 'principal' });
  return z.NEVER;
});

function fromText(text: string): PrincipalInput {
  return text === '*' || text.toLowerCase() === 'anonymous' ? { type: 'Anonymous' } : text;
}

const TYPES: Readonly<Record<string, PrincipalObject['type']>> = {
  anonymous: 'Anonymous',
  service: 'Service',
  awsservice: 'Service',
  serviceprincipal: 'Service',
  federated: 'Federated',
  webidentity: 'Federated',
  saml: 'Federated',
  federateduser: 'FederatedUser',
  canonicaluser: 'CanonicalUser',
  aws: 'AWS',
  user: 'AWS',
  role: 'AWS',
  assumedrole: 'AWS',
  session: 'AWS',
  root: 'AWS',
  account: 'AWS',
};

function fromObject(given: Readonly<Record<string, unknown>>): PrincipalObject | null {
  const [name] = Object.keys(given);
  const kind = given['type'] ?? name;
  if (typeof kind !== 'string') return null;
  const type = TYPES[kind.toLowerCase().replaceAll(/[^a-z]/g, '')];
  if (type === undefined) return null;
  const candidates = [given['id'], given['arn'], given['value'], given['service'], given['name'], given['provider'], given[kind]];
  const id = candidates.find((each) => typeof each === 'string');
  const canonicalUserId = given['canonicalUserId'];
  if (type !== 'Anonymous' && id === undefined) return null;
  return { type, id, canonicalUserId: typeof canonicalUserId === 'string' ? canonicalUserId : undefined };
}

const policyLevel = z.object({ level: z.string().default(''), policies: z.array(z.unknown()).default([]) });
const levels = z
  .array(policyLevel)
  .nullish()
  .transform((all) => all ?? null);
const layer = z
  .unknown()
  .optional()
  .transform((given): unknown => given ?? null);

const settings = z
  .object({
    s3BlockPublicAccess: z
      .union([z.boolean(), z.object({ ignorePublicAcls: z.boolean().optional(), restrictPublicBuckets: z.boolean().optional() })])
      .nullish(),
    acl: z
      .array(
        z.object({
          grantee: z.string(),
          permission: z.enum(['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL']),
          on: z.enum(['bucket', 'object']),
        }),
      )
      .nullish(),
    kmsGrants: z
      .array(
        z.object({
          grantee: z.string(),
          operations: z.array(z.string()),
          encryptionContext: z.object({ kind: z.enum(['subset', 'equals']), pairs: z.record(z.string(), z.string()) }).optional(),
        }),
      )
      .nullish(),
    managementAccount: z.string().nullish(),
  })
  .nullish()
  .transform((given) => given ?? {});

export const accessInputSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  request: z.object({
    principal,
    action: z.string().regex(/^[\w-]+:[\w-]+$/),
    resource: z.string().min(1).max(8192),
    resourceAccount: z
      .string()
      .nullish()
      .transform((account) => account ?? null),
    context: z
      .record(z.string(), contextValue)
      .nullish()
      .transform((context) => context ?? {}),
  }),
  policies: z
    .object({
      identity: z
        .unknown()
        .optional()
        .transform((given): readonly unknown[] => (Array.isArray(given) ? given : given === undefined || given === null ? [] : [given])),
      resource: layer,
      boundary: layer,
      session: layer,
      scp: levels,
      rcp: levels,
      vpce: layer,
    })
    .prefault({}),
  settings,
  mode: z.enum(['strict', 'discovery']).default('strict'),
});
