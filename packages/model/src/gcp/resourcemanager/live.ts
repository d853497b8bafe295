/** Answers about projects, folders and organizations in the words of the Terraform provider. Source: Resource Manager API v3 reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { Missing, itemsAt, textOf } from '../../live/index.ts';
import type { GcpThing, Granted } from '../inventory/index.ts';
import { auditConfigsOf, everyBody, gcpSources, grantTypes, grantsOf, lastPart, pathOf, policyOf } from '../inventory/index.ts';

const SERVICE = 'cloudresourcemanager.googleapis.com';
const ANCESTORS = `${SERVICE}:ancestors`;

export const live: readonly LiveSource[] = [
  ...gcpSources(SERVICE, {
    projects: {
      asset: 'Project',
      items: '',
      type: 'google_project',
      id: (_body, account) => `//${SERVICE}/projects/${account}`,
      names: ({ body }) => [textOf(body, 'projectId') ?? '', textOf(body, 'projectNumber') ?? ''],
      properties: ({ body, context }) => ({
        project_id: textOf(body, 'projectId') ?? context.account,
        name: textOf(body, 'projectId') ?? context.account,
        auto_create_network: hasDefaultNetwork(context),
      }),
      also: {
        types: [
          ...grantTypes('google_project'),
          'google_project_iam_audit_config',
          'google_folder_iam_audit_config',
          'google_organization_iam_audit_config',
          'google_project_services',
        ],
        things: (thing) => [...policyOfProject(thing), ...auditOfAncestors(thing), ...services(thing)],
      },
    },
    folders: {
      asset: 'Folder',
      items: '',
      type: 'google_folder',
      also: {
        types: [...grantTypes('google_folder'), 'google_folder_iam_audit_config'],
        things: (thing) => policyOfParent(thing, 'folder'),
      },
    },
    organizations: {
      asset: 'Organization',
      items: '',
      type: 'google_organization',
      also: {
        types: grantTypes('google_organization'),
        things: (thing) => policyOfParent(thing, 'organization'),
      },
    },
  }),
  ...gcpSources('cloudbilling.googleapis.com', {
    billingAccounts: { asset: 'BillingAccount', type: 'google_billing_account', grantsBy: 'billing_account_id' },
  }),
  ...gcpSources('essentialcontacts.googleapis.com', {
    contacts: { asset: 'Contact', type: 'google_essential_contacts_contact' },
  }),
  ...gcpSources('orgpolicy.googleapis.com', {
    policies: { asset: 'Policy', type: 'google_org_policy_policy' },
  }),
];

function hasDefaultNetwork(context: LiveContext): LiveValue {
  const networks = everyBody(context, 'compute.googleapis.com:networks', 'items');
  if (networks.some((each) => !(each instanceof Missing) && textOf(each, 'name') === 'default')) return true;
  return networks.find((each) => each instanceof Missing) ?? false;
}

function policyOfProject({ id, context }: GcpThing): readonly LiveThing[] {
  const project: Granted = { type: 'google_project', attribute: 'project', value: context.account, id, name: context.account };
  const policy = policyOf(context, `${SERVICE}:projects`, `//${SERVICE}/projects/${context.account}`);
  const known = policy instanceof Missing ? policyOf(context, `${SERVICE}:projects`, id) : policy;
  return [...grantsOf(project, known), ...auditConfigsOf({ ...project, value: id }, known)];
}

function policyOfParent({ id, name, context }: GcpThing, level: 'folder' | 'organization'): readonly LiveThing[] {
  const attribute = level === 'folder' ? 'folder' : 'org_id';
  const parent: Granted = { type: `google_${level}`, attribute, value: lastPart(id), id, name };
  return grantsOf(parent, policyOf(context, `${SERVICE}:${level}s`, id));
}

/** What is logged in a project is also what its folders and organization say. */
function auditOfAncestors({ context }: GcpThing): readonly LiveThing[] {
  const ancestry = context.answer(`${SERVICE}:projects.getAncestry`, { project: context.account });
  if (ancestry instanceof Missing) {
    const unknown: Granted = {
      type: 'google_organization',
      attribute: 'org_id',
      value: '',
      id: `//${SERVICE}/organizations/-`,
      name: 'the organization',
    };
    return auditConfigsOf(unknown, ancestry);
  }
  return itemsAt(ancestry, 'ancestor').flatMap((each: Json) => {
    const level = textOf(each, 'resourceId.type');
    const number = textOf(each, 'resourceId.id') ?? '';
    if (level !== 'folder' && level !== 'organization') return [];
    const id = `//${SERVICE}/${level}s/${number}`;
    const policy = policyOf(context, ANCESTORS, id);
    const attribute = level === 'folder' ? 'folder' : 'org_id';
    return auditConfigsOf({ type: `google_${level}`, attribute, value: number, id, name: pathOf(id) }, policy);
  });
}

/** All APIs that are switched on. */
function services({ id, context }: GcpThing): readonly LiveThing[] {
  const listed = everyBody(context, 'serviceusage.googleapis.com:services', 'services');
  const names = listed.flatMap((each): readonly LiveValue[] => {
    if (each instanceof Missing) return [each];
    return textOf(each, 'state') === 'DISABLED' ? [] : [lastPart(textOf(each, 'name') ?? textOf(each, 'config.name') ?? '')];
  });
  return [
    {
      type: 'google_project_services',
      id: `${id}/services`,
      name: context.account,
      properties: { project: context.account, services: names },
    },
  ];
}
