/**
 * Who can make a condition on a key true. Source of what the keys mean: IAM User Guide, "AWS global condition context keys"; the classes are our own
 * judgement and stand in docs/iam.md.
 */
import type { KeyClass } from './types.ts';

/** The caller writes these into the request. */
const SETTABLE = new Set([
  ...['aws:useragent', 'aws:referer', 'aws:requestedregion', 'aws:tagkeys', 'aws:securetransport', 'aws:currenttime', 'aws:epochtime'],
  // From any machine that he has, unless the range is one he cannot get at.
  ...['aws:sourceip', 'sts:rolesessionname', 'sts:sourceidentity', 'sts:durationseconds', 'sts:externalid', 'sts:transitivetagkeys'],
  ...['aws:sourceidentity', 's3:prefix', 's3:delimiter', 's3:max-keys', 's3:authtype', 's3:signatureversion', 's3:signatureage'],
  ...['s3:tlsversion', 's3:versionid', 'kms:requestalias', 'iam:passedtoservice'],
]);
const SETTABLE_BELOW = ['aws:requesttag/', 's3:x-amz-', 's3:requestobjecttag', 'kms:encryptioncontext', 'iam:awsservicename'];

/** An attacker gets there by a further right: a second factor of his own, a tag that he may write, a service that calls for him. */
const ATTAINABLE = new Set([
  ...['aws:multifactorauthpresent', 'aws:multifactorauthage', 'aws:tokenissuetime', 'aws:viaawsservice', 'aws:calledvia'],
  ...['aws:calledviafirst', 'aws:calledvialast', 'kms:viaservice', 'kms:grantisforawsresource', 'lambda:sourcefunctionarn'],
  ...['ec2:sourceinstancearn', 'ssm:sourceinstancearn', 'aws:assumedroot', 'aws:ec2instancesourcevpc', 'aws:ec2instancesourceprivateipv4'],
  'ec2:roledelivery',
]);
const ATTAINABLE_BELOW = [
  'aws:principaltag/',
  'aws:resourcetag/',
  's3:existingobjecttag/',
  'iam:resourcetag/',
  'ec2:resourcetag/',
  'secretsmanager:resourcetag/',
];

/** Decided by where things are: organization, account, network, and the identity itself. */
const ENVIRONMENT = new Set([
  ...['aws:principalarn', 'aws:principalaccount', 'aws:principaltype', 'aws:principalorgid', 'aws:principalorgpaths', 'aws:userid'],
  ...['aws:username', 'aws:principalisawsservice', 'aws:principalservicename', 'aws:principalservicenameslist', 'aws:federatedprovider'],
  ...['aws:resourceaccount', 'aws:resourceorgid', 'aws:resourceorgpaths', 'aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid'],
  ...['aws:sourceorgpaths', 'aws:sourceowner', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn', 'aws:vpcsourceip', 'aws:vpceaccount'],
  ...['aws:vpceorgid', 'aws:vpceorgpaths', 'kms:calleraccount', 's3:resourceaccount', 's3:dataaccesspointaccount', 's3:dataaccesspointarn'],
  's3:accesspointnetworkorigin',
]);

/** Case does not matter. Keys of identity providers (`token.actions.githubusercontent.com:sub`) are decided there: environment. */
export function classifyKey(key: string): KeyClass {
  const name = key.toLowerCase();
  if (SETTABLE.has(name)) return 'attacker-settable';
  if (ATTAINABLE.has(name)) return 'attainable';
  if (ENVIRONMENT.has(name)) return 'environment';
  if (ATTAINABLE_BELOW.some((prefix) => name.startsWith(prefix)) || /^[a-z0-9-]+:resourcetag\//.test(name)) return 'attainable';
  if (SETTABLE_BELOW.some((prefix) => name.startsWith(prefix)) || /^[a-z0-9-]+:requesttag\//.test(name)) return 'attacker-settable';
  return /^[a-z0-9.-]+\.[a-z]{2,}(?:\/[^:]*)?:(?:aud|sub|amr|email|oaud|azp|actor|repository.*|ref|environment|job_workflow_ref)$/.test(
    name,
  ) || name.startsWith('saml:')
    ? 'environment'
    : 'unknown';
}
