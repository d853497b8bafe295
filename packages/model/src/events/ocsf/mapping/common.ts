/** Pieces that mappings share. Attributes as in schema.ocsf.io/1.8.0. */
import type { OcsfCast, OcsfCondition, OcsfField } from '../types.ts';

export const VERSION = '1.8.0';

type Paths = string | readonly string[];
const listOf = (paths: Paths): readonly string[] => (typeof paths === 'string' ? [paths] : paths);

/** `to` is the text at the first of the paths, or what `as` makes of it. */
export function take(to: string, from: Paths, as: OcsfCast = 'text'): OcsfField {
  return { to, from: listOf(from), as };
}

/** Only in these classes. */
export function only(classes: readonly number[], ...fields: readonly OcsfField[]): readonly OcsfField[] {
  return fields.map((field) => ({ ...field, classes }));
}

export function constant(to: string, value: string | number | boolean, when?: readonly OcsfCondition[]): OcsfField {
  return when ? { to, otherwise: value, when } : { to, otherwise: value };
}

interface Product {
  readonly name: string;
  readonly vendor: string;
  /** `cloud.provider`, for logs of a cloud. */
  readonly provider?: string;
  /** The log says what a control has let through or not. */
  readonly isControl?: boolean;
}

/** What is the same in all events of a log: version, product, profile, severity. */
export function about({ name, vendor, provider, isControl = false }: Product): readonly OcsfField[] {
  const profiles = [...(provider === undefined ? [] : ['cloud']), ...(isControl ? ['security_control'] : [])];
  return [
    constant('metadata.version', VERSION),
    constant('metadata.product.name', name),
    constant('metadata.product.vendor_name', vendor),
    ...(profiles.length === 0 ? [] : [{ to: 'metadata.profiles', constant: profiles }]),
    ...(provider === undefined ? [] : [constant('cloud.provider', provider)]),
    constant('severity_id', 1),
  ];
}

/** The source's own id of the event. */
export function eventId(paths: Paths): readonly OcsfField[] {
  return [take('metadata.uid', paths), take('metadata.original_event_uid', paths)];
}

/** Where a call came from: an address, else the name that stands in its place. The attribute is required of API and datastore activity. */
export function source(paths: Paths, classes?: readonly number[]): readonly OcsfField[] {
  const from = listOf(paths);
  const fields: readonly OcsfField[] = [
    { to: 'src_endpoint.ip', from, as: 'address' },
    { to: 'src_endpoint.svc_name', from, as: 'name' },
    { to: 'src_endpoint.name', otherwise: 'unknown', when: from.map((path) => ({ path, exists: false })) },
  ];
  return classes ? only(classes, ...fields) : fields;
}

/** The name of somebody who is not told, where nothing tells them. */
export function unknownUser(to: string, paths: readonly string[]): OcsfField {
  return { to: `${to}.name`, otherwise: 'unknown', when: paths.map((path) => ({ path, exists: false })) };
}

/** The id of a request: an API request must have one, and not every log tells it. */
export function requestId(paths: Paths): readonly OcsfField[] {
  return [take('api.request.uid', paths), constant('api.request.uid', 'unknown')];
}

/** Rules of `api_activity` by the first word of the operation. */
export const API_VERBS = {
  create: ['Create', 'Run', 'Allocate', 'Register', 'Import', 'Copy', 'Launch', 'Generate', 'Issue', 'Request'],
  read: [
    'Get',
    'List',
    'Describe',
    'Head',
    'Lookup',
    'Search',
    'BatchGet',
    'Scan',
    'Query',
    'Select',
    'View',
    'Check',
    'Simulate',
    'Test',
    'Decode',
  ],
  update: [
    ...[
      'Update',
      'Put',
      'Modify',
      'Set',
      'Add',
      'Attach',
      'Detach',
      'Associate',
      'Disassociate',
      'Enable',
      'Disable',
      'Change',
      'Replace',
      'Reset',
    ],
    ...[
      'Start',
      'Stop',
      'Reboot',
      'Tag',
      'Untag',
      'Authorize',
      'Revoke',
      'Restore',
      'Invite',
      'Accept',
      'Share',
      'Assign',
      'Unassign',
      'Move',
    ],
  ],
  remove: ['Delete', 'Terminate', 'Remove', 'Deregister', 'Release', 'Purge', 'Cancel', 'Destroy', 'BatchDelete', 'Schedule'],
} as const;

/** How a request ended by its code of HTTP: below 400 it succeeded. */
export function httpStatus(path: string): readonly OcsfField[] {
  return [
    { to: 'status_id', otherwise: 2, when: [{ path, startsWith: ['4', '5'] }] },
    { to: 'status_id', otherwise: 1, when: [{ path, startsWith: ['1', '2', '3'] }] },
  ];
}

/** `activity_id` of `http_activity`, by method. */
export const HTTP_METHODS: Readonly<Record<string, number>> = {
  CONNECT: 1,
  DELETE: 2,
  GET: 3,
  HEAD: 4,
  OPTIONS: 5,
  POST: 6,
  PUT: 7,
  TRACE: 8,
  PATCH: 9,
};

/** `action_id` and `disposition_id` of the profile security_control: what was let through and what was not. */
export function verdict(path: string, allowed: readonly string[], denied: readonly string[]): readonly OcsfField[] {
  const values = (yes: number, no: number): Readonly<Record<string, number>> => ({
    ...Object.fromEntries(allowed.map((word) => [word, yes])),
    ...Object.fromEntries(denied.map((word) => [word, no])),
  });
  return [
    { to: 'action_id', from: [path], values: values(1, 2) },
    { to: 'disposition_id', from: [path], values: values(1, 2) },
  ];
}
