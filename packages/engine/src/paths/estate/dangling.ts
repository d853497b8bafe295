/**
 * Records that point at names of services which nobody of the estate holds, and which whoever asks for them gets. Sources: "Protection from
 * dangling delegation records in Route 53" and Azure's "Prevent dangling DNS entries and avoid subdomain takeover", read 2026-11-22.
 */
import type { DnsEntry, Estate } from '@kumomori/model';
import { HOLE, isUndecided } from '@kumomori/model';
import type { PathCondition, PathDangling } from '../inputs.ts';
import { conditionText } from '../conditions.ts';
import type { Building } from './context.ts';
import { decided, evidenceOf } from './context.ts';

/** Distributions of CloudFront and Front Door are not among them: their names are made up by the service, and nobody else is given one. */
const SERVICES: readonly (readonly [service: string, host: RegExp])[] = [
  ['aws.s3', /^([a-z0-9.-]{3,63})\.s3(?:-website)?(?:[.-][a-z0-9-]{5,20})?\.amazonaws\.com$/],
  ['aws.s3', /^s3-website[.-][a-z0-9-]{5,20}\.amazonaws\.com$/],
  // Names of public addresses say the address and its region.
  ['aws.ec2', /^ec2-(\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})\.(?:compute-1|([a-z0-9-]{5,20})\.compute)\.amazonaws\.com$/],
  ['aws.elasticbeanstalk', /^([a-z0-9-]{4,63})\.[a-z0-9-]{5,20}\.elasticbeanstalk\.com$/],
  ['azure.web', /^([a-z0-9-]{2,60})\.azurewebsites\.net$/],
  ['azure.trafficmanager', /^([a-z0-9-]{1,63})\.trafficmanager\.net$/],
  ['azure.public-ip', /^([a-z0-9-]{3,63})\.[a-z0-9]{4,24}\.cloudapp\.azure\.com$/],
  ['azure.storage', /^([a-z0-9]{3,24})\.(?:blob|z\d{1,2}\.web)\.core\.windows\.net$/],
  ['azure.cdn', /^([a-z0-9-]{1,50})\.azureedge\.net$/],
  ['azure.container', /^([a-z0-9-]{5,63})\.[a-z0-9]{4,24}\.azurecontainer\.io$/],
  ['azure.api', /^([a-z0-9-]{1,50})\.azure-api\.net$/],
];

/** Block types that hold names of a service: where one of them was not read in full, nothing is said of its names. */
const HOLDERS: Readonly<Record<string, RegExp>> = {
  'aws.s3': /^(?:aws_s3_bucket|AWS::S3::Bucket)$/,
  'aws.ec2': /^AWS::EC2::(?:EIP|NetworkInterface|Instance)$/,
  'aws.elasticbeanstalk': /^(?:aws_elastic_beanstalk_environment|AWS::ElasticBeanstalk::Environment)$/,
  'azure.web': /^microsoft\.web\/sites$/i,
  'azure.trafficmanager': /^microsoft\.network\/trafficmanagerprofiles$/i,
  'azure.public-ip': /^microsoft\.network\/publicipaddresses$/i,
  'azure.storage': /^microsoft\.storage\/storageaccounts$/i,
  'azure.cdn': /^microsoft\.cdn\//i,
  'azure.container': /^microsoft\.containerinstance\//i,
  'azure.api': /^microsoft\.apimanagement\/service$/i,
};

/** Records whose targets are written out; a name that a thing of the estate has, or may have, is held. O(records + names). */
export function danglingFor(building: Building): readonly PathDangling[] {
  const names = heldNames(building.estate);
  return building.estate.all('dns-entry').flatMap((entry): readonly PathDangling[] => {
    if (entry.uncertain || entry.recordType === 'TXT' || entry.recordType === 'CAA') return [];
    for (const target of entry.targets.items) {
      const wanted = wantedOf(entry, target.toLowerCase());
      if (wanted === null || !names.isFree(wanted)) continue;
      return [danglingOf(building, entry, target)];
    }
    return [];
  });
}

interface Wanted {
  readonly service: string;
  readonly label: string;
  /** Where the name is held, when it says so: what was not read there nobody knows. */
  readonly region?: string;
}

/** An alias to the website endpoint of a region leads to the bucket that is called like the record. */
function wantedOf({ host, isLive }: DnsEntry, target: string): Wanted | null {
  for (const [service, pattern] of SERVICES) {
    const match = pattern.exec(target);
    if (!match) continue;
    // Only an account knows its addresses.
    if (service === 'aws.ec2')
      return isLive ? { service, label: match[1]?.replaceAll('-', '.') ?? '', region: match[2] ?? 'us-east-1' } : null;
    const label = match[1] ?? decided(host)?.toLowerCase().replace(/\.$/, '');
    return label === undefined || !/^[a-z0-9.-]+$/.test(label) ? null : { service, label };
  }
  return null;
}

function heldNames(estate: Estate) {
  const held = new Map<string, Set<string>>();
  const hidden = new Set<string>();
  for (const { service, label, uncertain } of estate.all('held-name')) {
    const name = decided(label);
    // What a service makes up by itself nobody has written into a record.
    if (label === undefined) continue;
    if (uncertain || isUndecided(label) || name === undefined || name.startsWith('~')) hidden.add(service);
    else held.set(service, (held.get(service) ?? new Set()).add(name.toLowerCase()));
  }
  const incomplete = [...estate.incomplete.keys()];
  const clouds = new Set(cloudsOf(estate));
  const regions = new Set(
    [...estate.all('held-name'), ...estate.all('aws.vpc'), ...estate.all('aws.interface')].map((each) => each.region),
  );
  const isFree = ({ service, label, region }: Wanted): boolean => {
    const [cloud = ''] = service.split('.');
    if (region !== undefined && !regions.has(region)) return false;
    if (!clouds.has(cloud) || hidden.has(service) || incomplete.some((type) => HOLDERS[service]?.test(type))) return false;
    // A record may be written without its zone: then the bucket's name only begins with it.
    return ![...(held.get(service) ?? [])].some((name) => mayBe(name, label) || name.startsWith(`${label}.`));
  };
  return { isFree };
}

/** Parts of a name that are not known may be anything. */
function mayBe(name: string, label: string): boolean {
  const parts = name.split(HOLE);
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  return parts.length === 1 ? name === label : label.startsWith(first) && label.endsWith(last);
}

/** Clouds of which anything was read: of the others nobody knows what one holds there. */
function cloudsOf(estate: Estate): readonly string[] {
  const kinds = [
    ...estate.all('held-name').map(({ service }) => service),
    ...estate.all('data-store').map(({ storeKind }) => storeKind),
    ...estate.all('workload').map(({ workloadKind }) => workloadKind),
    ...estate.all('cloud-identity').map(({ identityKind }) => identityKind),
  ].map((each) => each.split('.')[0] ?? '');
  const records = estate
    .all('dns-entry')
    .map(({ type }) => (/^(?:azurerm_|microsoft\.)/i.test(type) ? 'azure' : /^aws/i.test(type) ? 'aws' : 'gcp'));
  return [...kinds, ...records];
}

function danglingOf(building: Building, { id, node, host, place, isLive }: DnsEntry, target: string): PathDangling {
  const evidence = evidenceOf(building, place);
  // Code knows what it makes, an account what it has; neither knows of other accounts of one's own.
  const condition: PathCondition = {
    text: conditionText({ id: 'held-by-nobody', args: [target] }),
    likelihood: isLive ? 'attainable' : 'unknown',
    tags: [],
  };
  const setting = { id: `record ${id}`, kind: 'exposure' as const, summary: `Delete the record ${node}`, evidence };
  return { id, node, host: decided(host) ?? node, target, condition, setting, evidence };
}
