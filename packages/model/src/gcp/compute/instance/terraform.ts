import { textCredential } from '../../../secrets/index.ts';
import type { FieldsOf, Leaf, ListNode, ObjectNode, ReaderContext } from '../../../code/index.ts';
import { BlockReader, absentAt, byDefault, defineTerraform, explicit, object, textLeaf, unresolved } from '../../../code/index.ts';
import { identityOf } from '../../../code/index.ts';
import { isMetadataTrue } from '../metadata.ts';
import { namedServiceAccounts } from '../../iam/index.ts';
import type { AttachedServiceAccount, Instance, InstanceDisk, NetworkInterface } from './shape.ts';

const templates = ['google_compute_instance_template', 'google_compute_region_instance_template'];

/** Source: hashicorp/google provider documentation of the four resources, read 2026-11-22. */
export const terraform = defineTerraform<Instance>({
  types: ['google_compute_instance', 'google_compute_instance_from_template', ...templates],
  identity: ['name', 'self_link'],
  read(block, context): FieldsOf<Instance> {
    /** Where an argument is read: a machine made from a template has those that it does not write from there. */
    const at = (name: string): BlockReader => holder(block, name, context);
    const shielded = at('shielded_instance_config').block('shielded_instance_config');
    const scheduling = at('scheduling').block('scheduling');
    const confidential = at('confidential_instance_config').block('confidential_instance_config');
    return {
      isTemplate: explicit(templates.includes(block.resource?.type ?? ''), block.place),
      hostName: block.string('name'),
      labels: context.tags(block),
      networkInterfaces: at('network_interface').list<NetworkInterface>('network_interface', networkInterface),
      serviceAccounts: at('service_account').list<AttachedServiceAccount>('service_account', serviceAccount),
      metadata: at('metadata').stringMap('metadata'),
      hasProjectOsLogin: projectOsLogin(block, context),
      canIpForward: at('can_ip_forward').boolean('can_ip_forward', { default: false }),
      hasShieldedConfig: at('shielded_instance_config').has('shielded_instance_config'),
      secureBoot: shielded.boolean('enable_secure_boot', { default: false }),
      vtpm: shielded.boolean('enable_vtpm', { default: true }),
      integrityMonitoring: shielded.boolean('enable_integrity_monitoring', { default: true }),
      isConfidential: isConfidential(confidential),
      deletionProtection: at('deletion_protection').boolean('deletion_protection', { default: false }),
      isPreemptible: scheduling.boolean('preemptible', { default: false }),
      restartsAutomatically: scheduling.boolean('automatic_restart', { default: true }),
      onHostMaintenance: scheduling.string('on_host_maintenance', { default: 'MIGRATE' }),
      disks: disks(at),
      scriptCredential: scriptCredential(at),
    };
  },
});

function holder(block: BlockReader, name: string, context: ReaderContext): BlockReader {
  if (block.resource?.type !== 'google_compute_instance_from_template') return block;
  if (block.value(name) || block.block(name).exists) return block;
  const [template] = context.targets(block.value('source_instance_template'), templates);
  if (template) return template;
  const reason = { code: 'unresolved-reference', detail: 'the template is not in this code' } as const;
  return new BlockReader({ kind: 'unsure', reason }, block.place, block.resource);
}

function networkInterface(block: BlockReader): ObjectNode<NetworkInterface> {
  const ipv4 = block.has('access_config');
  return object<NetworkInterface>(
    { hasExternalAddress: ipv4.value === true ? ipv4 : either(ipv4, block.has('ipv6_access_config')) },
    block.place,
  );
}

function either(first: Leaf<boolean>, second: Leaf<boolean>): Leaf<boolean> {
  return second.value === true || first.state !== 'unresolved' ? second : first;
}

function serviceAccount(block: BlockReader): ObjectNode<AttachedServiceAccount> {
  const value = block.value('email');
  return object<AttachedServiceAccount>(
    {
      email: value ? certainlyOther(value, block) : block.string('email'),
      scopes: block.strings('scopes'),
    },
    block.place,
  );
}

/** The address of an account that the code makes is not known yet, but certainly that of no default account. */
function certainlyOther(value: NonNullable<ReturnType<BlockReader['value']>>, block: BlockReader): Leaf<string> {
  const place = block.placeOf('email');
  const named = namedServiceAccounts(value);
  const isOwn =
    named.kind === 'unknown' && named.refs.length > 0 && named.refs.every(({ address }) => /(^|\.)google_service_account\./.test(address));
  return isOwn ? textLeaf({ ...named, kind: 'template', parts: [named], structure: null }, place) : textLeaf(named, place);
}

function isConfidential(block: BlockReader): Leaf<boolean> {
  const type = block.isSet('confidential_instance_type');
  return type.value === true ? type : block.boolean('enable_confidential_compute', { default: false });
}

function disks(at: (name: string) => BlockReader): ListNode<InstanceDisk> {
  const boot = at('boot_disk').list<InstanceDisk>('boot_disk', disk);
  const attached = at('attached_disk').list<InstanceDisk>('attached_disk', disk);
  const ofTemplate = at('disk').list<InstanceDisk>('disk', disk);
  const lists = [boot, attached, ofTemplate];
  return { ...boot, items: lists.flatMap(({ items }) => items), rest: lists.find(({ rest }) => rest)?.rest ?? null };
}

function disk(block: BlockReader): ObjectNode<InstanceDisk> {
  const key = block.block('disk_encryption_key');
  const raw = block.isSet('disk_encryption_key_raw');
  const kms = [block.isSet('kms_key_self_link'), key.isSet('kms_key_self_link'), raw];
  const named = block.isSet('source');
  return object<InstanceDisk>(
    {
      hasCustomerKey: kms.find(({ value }) => value === true) ?? kms.find(({ state }) => state === 'unresolved') ?? kms[0] ?? raw,
      hasPlainTextKey: plainText(block),
      isAttached: named.value === true ? named : byDefault(false, block.place),
    },
    block.place,
  );
}

/** A literal, or the default of a variable: what is in the code is in its repository. */
function plainText(block: BlockReader): Leaf<boolean> {
  const raw = block.value('disk_encryption_key_raw');
  if (!raw) return byDefault(false, block.place);
  const place = block.placeOf('disk_encryption_key_raw');
  if (raw.kind === 'unknown') return raw.refs.length > 0 ? explicit(false, place, true) : unresolved(raw.reason, place);
  return explicit(true, place, true);
}

/** Of the same project, as both name it; two that name none are in that of the provider. */
function projectOsLogin(block: BlockReader, context: ReaderContext): Leaf<boolean> {
  const project = block.value('project');
  const own = project ? identityOf(project) : '';
  const isHere = (each: BlockReader): boolean => {
    const value = each.value('project');
    return own !== null && (value ? identityOf(value) : '') === own;
  };
  const whole = context
    .all('google_compute_project_metadata')
    .slice(0, MAX_PROJECTS)
    .find((each) => !each.uncertain && isHere(each) && isMetadataTrue(each.stringMap('metadata').entries.get('enable-oslogin')?.value));
  const item = context
    .all('google_compute_project_metadata_item')
    .slice(0, MAX_PROJECTS)
    .find(
      (each) =>
        !each.uncertain && isHere(each) && each.string('key').value === 'enable-oslogin' && isMetadataTrue(each.string('value').value),
    );
  const found = whole ?? item;
  return found ? explicit(true, found.place) : byDefault(false, block.place);
}

/** Metadata of projects that are looked at for each machine. */
const MAX_PROJECTS = 50;

function scriptCredential(at: (name: string) => BlockReader): FieldsOf<Instance>['scriptCredential'] {
  const script = at('metadata_startup_script');
  const found = textCredential(script.value('metadata_startup_script'), script.placeOf('metadata_startup_script'));
  if (found.node === 'object' || found.state === 'unresolved') return found;
  const metadata = at('metadata');
  const map = metadata.value('metadata');
  const place = metadata.placeOf('metadata');
  if (map?.kind === 'unknown') return unresolved(map.reason, place);
  if (map?.kind !== 'map') return absentAt(place);
  for (const key of ['startup-script', 'user-data', 'windows-startup-script-ps1']) {
    const inside = textCredential(map.entries.get(key), place);
    if (inside.node === 'object' || inside.state === 'unresolved') return inside;
  }
  return absentAt(place);
}
