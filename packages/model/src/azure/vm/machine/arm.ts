import type { BlockReader, FieldsOf, Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineArm, explicit, object, outside, present } from '../../../code/index.ts';
import { textCredential } from '../../../secrets/index.ts';
import type { Naming } from '../../core/index.ts';
import { hasIdentity, linksOf, mapLeaf, not, unseenAmong } from '../../core/index.ts';
import { systemOf } from '../images.ts';
import type { Extension, Machine } from './shape.ts';

const types = ['Microsoft.Compute/virtualMachines', 'Microsoft.Compute/virtualMachineScaleSets'];

/** Source: Azure template reference of the two types, read 2026-11-22. A scale set says the same in its `virtualMachineProfile`. */
export const arm = defineArm<Machine>({
  types,
  satellites: Object.fromEntries(types.map((type) => [`${type}/extensions`, 'parent'])),
  identity: ['name'],
  read(machine, context): FieldsOf<Machine> {
    const isScaleSet = machine.resource?.type === 'Microsoft.Compute/virtualMachineScaleSets';
    const properties = machine.block('properties');
    const profile = isScaleSet ? properties.block('virtualMachineProfile') : properties;
    const security = profile.block('securityProfile');
    const storage = profile.block('storageProfile');
    const disk = storage.block('osDisk').block('managedDisk');
    return {
      ...system(profile),
      isScaleSet: explicit(isScaleSet, machine.place),
      label: machine.string('name'),
      hasHostEncryption: security.boolean('encryptionAtHost', { default: false }),
      hasSecureBoot: security.block('uefiSettings').boolean('secureBootEnabled', { default: false }),
      hasVtpm: security.block('uefiSettings').boolean('vTpmEnabled', { default: false }),
      hasAutomaticImageUpgrade: properties
        .block('upgradePolicy')
        .block('automaticOSUpgradePolicy')
        .boolean('enableAutomaticOSUpgrade', { default: false }),
      hasUnmanagedDisk: unmanagedDisk(storage),
      hasOsDiskKey: disk.has('diskEncryptionSet'),
      hasBootDiagnostics: profile.block('diagnosticsProfile').block('bootDiagnostics').boolean('enabled', { default: false }),
      hasOwnImage: storage.block('imageReference').isSet('id'),
      imagePublisher: storage.block('imageReference').string('publisher'),
      networkInterfaces: networkInterfaces(profile, context),
      extensions: extensions(machine, profile, context),
      isBackedUp: backup(machine, context),
      isJustInTime: justInTime(machine, context),
      hasIdentity: hasIdentity(machine),
      tags: context.tags(machine),
    };
  },
});

type System =
  | 'os'
  | 'acceptsPasswords'
  | 'hasSshKey'
  | 'allowsExtensions'
  | 'hasAgent'
  | 'hasAutomaticUpdates'
  | 'patchMode'
  | 'customDataCredential';

/** What the profile of the operating system says. */
function system(profile: BlockReader): Pick<FieldsOf<Machine>, System> {
  const os = profile.block('osProfile');
  const [linux, windows] = [os.block('linuxConfiguration'), os.block('windowsConfiguration')];
  return {
    os: systemName(profile, linux, windows),
    acceptsPasswords: not(linux.boolean('disablePasswordAuthentication', { default: false })),
    hasSshKey: sshKey(linux.block('ssh').block('publicKeys')),
    allowsExtensions: os.boolean('allowExtensionOperations', { default: true }),
    hasAgent: (windows.exists ? windows : linux).boolean('provisionVMAgent', { default: true }),
    patchMode: (windows.exists ? windows : linux).block('patchSettings').string('patchMode', { default: 'ImageDefault' }),
    hasAutomaticUpdates: windows.boolean('enableAutomaticUpdates', { default: true }),
    customDataCredential: textCredential(os.value('customData') ?? profile.value('userData'), os.placeOf('customData')),
  };
}

/** A parameter without a value must be given one: then there is a key. */
function sshKey(key: BlockReader): Leaf<boolean> {
  return key.value('keyData') === undefined ? key.isSet('keyData') : explicit(true, key.placeOf('keyData'));
}

function systemName(profile: BlockReader, linux: BlockReader, windows: BlockReader): Leaf<string | undefined> {
  if (linux.exists) return explicit('linux', linux.place);
  if (windows.exists) return explicit('windows', windows.place);
  const storage = profile.block('storageProfile');
  const written = present(storage.block('osDisk').string('osType'));
  return written ? mapLeaf(written, (text) => text.toLowerCase()) : systemOf(storage.block('imageReference').string('publisher'));
}

function unmanagedDisk(storage: BlockReader): Leaf<boolean> {
  const disks = [storage.block('osDisk'), ...storage.blocks('dataDisks').readers];
  const own = disks.map((disk) => (disk.isSet('vhdContainers').value ? disk.isSet('vhdContainers') : disk.has('vhd')));
  return own.find(({ value }) => value === true) ?? own.find(({ state }) => state === 'unresolved') ?? byDefault(false, storage.place);
}

function networkInterfaces(profile: BlockReader, context: ReaderContext): FieldsOf<Machine>['networkInterfaces'] {
  // A link stands for whatever type the shape links to; the compiler cannot see it in a list built by hand.
  return profile
    .block('networkProfile')
    .list('networkInterfaces', (each) =>
      context.requiredRef(each, 'id', 'azure.network.network-interface'),
    ) as FieldsOf<Machine>['networkInterfaces'];
}

/** Extensions as resources of their own; of a scale set in its profile. */
function extensions(machine: BlockReader, profile: BlockReader, context: ReaderContext): ListNode<Extension> {
  const inline = profile.block('extensionProfile').blocks('extensions');
  const separate = types.flatMap((type) => context.satellites(`${type}/extensions`));
  const items = [...separate, ...inline.readers].map((block) => ({
    node: extension(block.block('properties'), block.place),
    uncertain: block.uncertain,
  }));
  return { node: 'list', items, rest: machine.resource ? inline.rest : null, place: machine.place };
}

function extension(properties: BlockReader, place: BlockReader['place']): ReturnType<typeof object<Extension>> {
  return object<Extension>(
    {
      publisher: properties.string('publisher', { required: true }),
      kind: properties.string('type', { required: true }),
      autoUpgradesMinor: properties.boolean('autoUpgradeMinorVersion', { default: false }),
    },
    place,
  );
}

function backup(machine: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (!machine.resource) return machine.boolean('backup', { default: false });
  const items = context.all('Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems');
  const namings = (item: BlockReader): readonly Naming<BlockReader>[] => {
    const properties = item.block('properties');
    return [{ value: properties.value('sourceResourceId'), from: properties }];
  };
  const own = linksOf(items, types, { context, namings }).to.get(machine.resource)?.[0];
  return own ? explicit(true, own.placeOf('sourceResourceId')) : (unseenAmong(items) ?? byDefault(false, machine.place));
}

function justInTime(machine: BlockReader, context: ReaderContext): Leaf<boolean> {
  const policies = context.all('Microsoft.Security/locations/jitNetworkAccessPolicies');
  if (!machine.resource || policies.length === 0) return outside('no policy for just-in-time access is set up here', machine.place);
  const namings = (policy: BlockReader): readonly Naming<BlockReader>[] =>
    policy
      .block('properties')
      .blocks('virtualMachines')
      .readers.map((each) => ({ value: each.value('id'), from: each }));
  const own = linksOf(policies, types, { context, namings }).to.get(machine.resource)?.[0];
  return own ? explicit(true, own.placeOf('id')) : (unseenAmong(policies) ?? byDefault(false, machine.place));
}
