/** Whom a call to AWS names and lets in. */
import type { Raw } from '../facts/index.ts';
import { child, text } from '../facts/index.ts';
import { grantsEveryone } from '../../policy/index.ts';
import type { PolicyStatement } from '../../policy/index.ts';
import { isRecord } from '../../record.ts';
import { documentIn, isDocument, statementsOf } from './policies.ts';

/** Values that are looked at; a request has far fewer. */
const MAX_VALUES = 5000;
const MAX_DEPTH = 32;
const MAX_TEXT = 100_000;

/**
 * Parameters that name whom something is shared with, in lower case: launchPermission and createVolumePermission of EC2, valuesToAdd of RDS, granteePrincipal
 * of KMS grants, principal of Lambda, principals of RAM, accountIdsToAdd of Systems Manager, aWSAccountId(s) of SNS and SQS, accountWithRestoreAccess,
 * account and consumerIdentifier of Redshift. Source: the API reference of each service, read 2026-11-22.
 */
const SHARED_WITH: ReadonlySet<string> = new Set(
  (
    'userid userids group groups groupnames valuestoadd granteeprincipal principal principals accountidstoadd awsaccountid awsaccountids ' +
    'accountwithrestoreaccess account consumeridentifier'
  ).split(' '),
);

/** Canned access control lists of S3 that let others in than the account. Source: Amazon S3 User Guide, "Canned ACL". */
const OPEN_LISTS: ReadonlySet<string> = new Set(['public-read', 'public-read-write', 'authenticated-read']);
const EVERYBODY = /groups\/global\/(?:AllUsers|AuthenticatedUsers)$/;

/**
 * Accounts from which AWS itself writes the logs of load balancers into buckets, by region: bucket policies have to let them in, and nobody else sits there.
 * Source: Elastic Load Balancing User Guide, "Enable access logs for your Application Load Balancer", read 2026-11-22.
 */
const LOG_DELIVERY: ReadonlySet<string> = new Set(
  (
    '127311923021 033677994240 027434742980 797873946194 098369216593 754344448648 589379963580 718504428378 383597477331 600734575887 ' +
    '114774131450 783225319266 582318560864 985666609251 054676820928 156460612806 652711504416 635631232127 009996457667 897822967062 ' +
    '076674570225 507241528517'
  ).split(' '),
);

interface Named {
  /** Account ids anywhere in the request. */
  readonly accounts: Set<string>;
  /** Those that something is shared with. */
  readonly granted: Set<string>;
  everybody: boolean;
  left: number;
}

/** The record's own account is left out; where it is not known, nobody is foreign for certain. */
export function cloudTrailFields(record: Raw): Readonly<Record<string, readonly (string | boolean)[]>> {
  const named: Named = { accounts: new Set(), granted: new Set(), everybody: false, left: MAX_VALUES };
  const request = child(record, 'requestParameters');
  if (request['operationType'] === 'remove')
    return { namesEverybody: [false], foreignAccounts: foreign(record, accountsIn(request, named)) };
  walk(request, { key: '', depth: 0, isTaken: false }, named);
  return {
    foreignAccounts: foreign(record, named.accounts),
    grantedAccounts: foreign(record, named.granted),
    namesEverybody: [named.everybody],
  };
}

function accountsIn(request: Raw, named: Named): ReadonlySet<string> {
  walk(request, { key: '', depth: 0, isTaken: true }, named);
  return named.accounts;
}

function foreign(record: Raw, accounts: ReadonlySet<string>): readonly string[] {
  const own = text(record['recipientAccountId']) ?? text(child(record, 'userIdentity')['accountId']);
  return own === null ? [] : [...accounts].filter((account) => account !== own && !LOG_DELIVERY.has(account));
}

interface Where {
  /** The nearest key, in lower case. */
  readonly key: string;
  readonly depth: number;
  /** Below something that is taken away, or inside of a policy: no parameter that shares. */
  readonly isTaken: boolean;
}

function walk(value: unknown, where: Where, named: Named): void {
  if (named.left-- <= 0 || where.depth > MAX_DEPTH) return;
  if (typeof value === 'string') {
    look(value, where, named);
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) walk(item, { ...where, depth: where.depth + 1 }, named);
    return;
  }
  if (!isRecord(value)) return;
  const isPolicy = !where.isTaken && isDocument(value);
  if (isPolicy) for (const statement of statementsOf(value)) grants(statement, named);
  for (const [name, inner] of Object.entries(value)) {
    const key = name.toLowerCase();
    walk(inner, { key, depth: where.depth + 1, isTaken: where.isTaken || isPolicy || key.startsWith('remove') }, named);
  }
}

const ACCOUNT = /^\d{12}$/;
const ARN = /arn:aws[a-z-]{0,20}:[a-z0-9-]{1,40}:[a-z0-9-]{0,40}:(\d{12}):/g;
const PRINCIPAL = /^arn:aws[a-z-]{0,20}:(?:iam|sts)::(\d{12}):/;

function look(written: string, where: Where, named: Named): void {
  if (written.length > MAX_TEXT) return;
  const document = documentIn(written);
  if (document !== null) {
    walk(document, { ...where, depth: where.depth + 1 }, named);
    return;
  }
  if (ACCOUNT.test(written)) named.accounts.add(written);
  else for (const [, account = ''] of written.matchAll(ARN)) named.accounts.add(account);
  if (where.isTaken) return;
  if (EVERYBODY.test(written) || (where.key === 'x-amz-acl' && OPEN_LISTS.has(written))) named.everybody = true;
  if (!SHARED_WITH.has(where.key)) return;
  if (written === 'all' || written === '*') named.everybody = true;
  const account = accountOf(written);
  if (account !== null) named.granted.add(account);
}

function accountOf(principal: string): string | null {
  return ACCOUNT.test(principal) ? principal : (PRINCIPAL.exec(principal)?.[1] ?? null);
}

function grants(statement: PolicyStatement, named: Named): void {
  if (statement.effect !== 'Allow') return;
  if (grantsEveryone(statement)) named.everybody = true;
  for (const { type, value } of statement.principals) {
    const account = type === 'Service' ? null : accountOf(value);
    if (account !== null) named.granted.add(account);
  }
}
