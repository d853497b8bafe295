/** A request made ready for many decisions: principal and resource taken apart, condition keys found by any case. */
import type { ActionCatalogue } from './catalogue.ts';
import type { ResourceText } from './arn.ts';
import { accountOf, resourceText } from './arn.ts';
import type { Principal } from './principal.ts';
import { isOfAccount, readPrincipal } from './principal.ts';
import type { AccessRequest, ContextValue, RequestOptions } from './types.ts';

/** The value of a key that was not given, in discovery mode. */
export const UNKNOWN = Symbol('unknown');

/** Values of a key by its lower-case name; null: absent. */
export interface RequestContext {
  get(key: string): readonly string[] | null | typeof UNKNOWN;
  /** Keys below a prefix (`kms:encryptioncontext:`) with their values; for grants. */
  below(prefix: string): ReadonlyMap<string, readonly string[]>;
}

export interface PreparedRequest {
  readonly principal: Principal;
  /** Lower case. */
  readonly action: string;
  readonly service: string;
  readonly resource: ResourceText;
  readonly resourceAccount: string | null;
  /** The resource belongs to the principal's account, as far as is known. */
  readonly isSameAccount: boolean;
  /** Roles and KMS keys, which do not trust their account by themselves. */
  readonly isTrustOrKey: boolean;
  readonly isRcpCovered: boolean;
  readonly isStrict: boolean;
  readonly context: RequestContext;
}

const ASSUME_ACTIONS = new Set([
  ...['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity', 'sts:tagsession', 'sts:setsourceidentity'],
  'sts:setcontext',
]);

/** Hand in a `Principal` instead of its text to take it apart only once. */
export function prepareRequest(request: AccessRequest, options: RequestOptions, known?: Principal): PreparedRequest {
  const principal = known ?? readPrincipal(request.principal);
  const action = actionName(request.action);
  const service = action.slice(0, Math.max(action.indexOf(':'), 0));
  const resource = resourceText(isWithoutResource(action, options.catalogue) ? '*' : request.resource);
  const resourceAccount = request.resourceAccount ?? accountOfResource(resource, principal);
  const isKey = service === 'kms' && resource.parts?.[2] === 'kms' && resource.parts[5]?.startsWith('key/') === true;
  const isTrust = ASSUME_ACTIONS.has(action) && resource.parts?.[2] === 'iam' && resource.parts[5]?.startsWith('role/') === true;
  return {
    principal,
    action,
    service,
    resource,
    resourceAccount,
    isSameAccount: principal.account !== null && principal.account === resourceAccount && isOfAccount(principal),
    isTrustOrKey: isKey || isTrust,
    isRcpCovered: options.catalogue === null || !options.catalogue.hasService(service) || options.catalogue.supportsRcp(service),
    isStrict: options.mode === 'strict',
    context: new GivenContext(request.context, { principal, service, resourceAccount, isStrict: options.mode === 'strict' }),
  };
}

const MAX_NAMES = 50_000;
const MAX_NAME_LENGTH = 200;
const names = new Map<string, string>();

/** In lower case, and the same string object each time: tables of many policies are asked for it, and a new string would be hashed anew for each. */
export function actionName(action: string): string {
  const known = names.get(action);
  if (known !== undefined) return known;
  const name = action.toLowerCase();
  if (name.length > MAX_NAME_LENGTH) return name;
  if (names.size >= MAX_NAMES) names.clear();
  names.set(action, name);
  return name;
}

/** Actions that know no resource are asked for `*`, whatever the request names: an ARN in a statement never covers them. */
function isWithoutResource(action: string, catalogue: ActionCatalogue | null): boolean {
  const index = catalogue?.indexOf(action);
  return catalogue !== null && index !== undefined && catalogue.isWithoutResource(index) && !ASSUME_ACTIONS.has(action);
}

/** What is asked of no resource concerns the caller's own account. An ARN without an account (S3) says nothing. */
function accountOfResource(resource: ResourceText, principal: Principal): string | null {
  return resource.text === '*' ? principal.account : accountOf(resource.text);
}

interface ContextFacts {
  readonly principal: Principal;
  readonly service: string;
  readonly resourceAccount: string | null;
  readonly isStrict: boolean;
}

/** Keys are put in lower case when the first one is asked for: most statements have no condition. */
class GivenContext implements RequestContext {
  readonly #given: AccessRequest['context'];
  readonly #facts: ContextFacts;
  #values: Map<string, readonly string[] | null> | null = null;

  constructor(given: AccessRequest['context'], facts: ContextFacts) {
    this.#given = given;
    this.#facts = facts;
  }

  get(key: string): readonly string[] | null | typeof UNKNOWN {
    const values = (this.#values ??= this.#read());
    const known = values.get(key);
    if (known !== undefined) return known;
    const derived = derivedValue(key, this.#facts);
    const found = derived === undefined ? (this.#facts.isStrict ? null : UNKNOWN) : derived === null ? null : [derived];
    if (found !== UNKNOWN) values.set(key, found);
    return found;
  }

  below(prefix: string): ReadonlyMap<string, readonly string[]> {
    const values = (this.#values ??= this.#read());
    return new Map([...values].flatMap(([key, value]) => (key.startsWith(prefix) && value ? [[key.slice(prefix.length), value]] : [])));
  }

  #read(): Map<string, readonly string[] | null> {
    const values = new Map<string, readonly string[] | null>();
    for (const key of Object.keys(this.#given)) values.set(key.toLowerCase(), valuesOf(this.#given[key] ?? null));
    return values;
  }
}

function valuesOf(value: ContextValue): readonly string[] | null {
  if (value === null) return null;
  return typeof value === 'object' ? value.map(String) : [String(value)];
}

/**
 * What the request itself says; undefined: nothing. Source: IAM User Guide, "AWS global condition context keys" and "Where you can use policy variables"
 * (the table of principal key values).
 */
function derivedValue(key: string, { principal, service, resourceAccount }: ContextFacts): string | null | undefined {
  switch (key) {
    case 'aws:principalarn':
      return principal.arn;
    case 'aws:principalaccount':
      return principal.kind === 'anonymous' ? 'anonymous' : isOfAccount(principal) ? principal.account : null;
    case 'aws:principaltype':
      return PRINCIPAL_TYPES[principal.kind];
    case 'aws:username':
      return principal.kind === 'user' ? principal.name : null;
    case 'aws:userid':
      return userId(principal);
    case 'aws:principalisawsservice':
      return principal.kind === 'anonymous' ? null : String(principal.kind === 'service');
    case 'aws:principalservicename':
      return principal.kind === 'service' ? principal.id : null;
    case 'aws:resourceaccount':
      return resourceAccount ?? undefined;
    case 'kms:calleraccount':
      return service === 'kms' ? (principal.account ?? undefined) : undefined;
    default:
      return undefined;
  }
}

const PRINCIPAL_TYPES: Readonly<Record<Principal['kind'], string | null>> = {
  user: 'User',
  role: 'AssumedRole',
  session: 'AssumedRole',
  'federated-user': 'FederatedUser',
  root: 'Account',
  service: null,
  federated: null,
  anonymous: 'Anonymous',
};

/** The unique ids of users and roles (AIDA…, AROA…) are known only from outside. */
function userId(principal: Principal): string | undefined {
  if (principal.kind === 'anonymous') return 'anonymous';
  if (principal.kind === 'root') return principal.account ?? undefined;
  return principal.kind === 'federated-user' ? `${principal.account}:${principal.name}` : undefined;
}
