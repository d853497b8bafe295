import type { BlockReader, FieldsOf, Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object, outside, present } from '../../../code/index.ts';
import { textCredential } from '../../../secrets/index.ts';
import { hasIdentity, mapLeaf, not, writtenName } from '../../core/index.ts';
import { systemOf } from '../images.ts';
import type { Extension, Machine } from './shape.ts';

/** Source: hashicorp/azurerm documentation of the resources named, read 2026-11-22. `azurerm_virtual_machine` and its scale set are the older ones. */
export const terraform = defineTerraform<Machine>({
  types: [
    'azurerm_linux_virtual_machine',
    'azurerm_windows_virtual_machine',
    'azurerm_virtual_machine',
    'azurerm_linux_virtual_machine_scale_set',
    'azurerm_windows_virtual_machine_scale_set',
    'azurerm_virtual_machine_scale_set',
  ],
  satellites: {
    azurerm_virtual_machine_extension: 'virtual_machine_id',
    azurerm_virtual_machine_scale_set_extension: 'virtual_machine_scale_set_id',
    azurerm_backup_protected_vm: 'source_vm_id',
  },
  identity: ['name'],
  read: (machine, context): FieldsOf<Machine> => ({
    ...common(machine, context),
    ...(isOld(machine) ? older(machine) : newer(machine)),
  }),
});

function typeOf(machine: BlockReader): string {
  return machine.resource?.type ?? '';
}

function isOld(machine: BlockReader): boolean {
  return ['azurerm_virtual_machine', 'azurerm_virtual_machine_scale_set'].includes(typeOf(machine));
}

type Common =
  | 'isScaleSet'
  | 'label'
  | 'hasBootDiagnostics'
  | 'networkInterfaces'
  | 'extensions'
  | 'isBackedUp'
  | 'isJustInTime'
  | 'hasIdentity'
  | 'tags';

function common(machine: BlockReader, context: ReaderContext): Pick<FieldsOf<Machine>, Common> {
  return {
    isScaleSet: explicit(typeOf(machine).endsWith('scale_set'), machine.place),
    label: machine.string('name'),
    hasBootDiagnostics: machine.has('boot_diagnostics'),
    networkInterfaces: context.refs(machine, 'network_interface_ids', 'azure.network.network-interface'),
    extensions: extensions(machine, context),
    isBackedUp: context.satellite('azurerm_backup_protected_vm').isSet('source_vm_id'),
    isJustInTime: outside('azurerm has no resource for it', machine.place),
    hasIdentity: hasIdentity(machine),
    tags: context.tags(machine),
  };
}

function newer(machine: BlockReader): Omit<FieldsOf<Machine>, Common> {
  const isLinux = typeOf(machine).includes('linux');
  const disk = machine.block('os_disk');
  return {
    os: machine.resource ? explicit(isLinux ? 'linux' : 'windows', machine.place) : machine.string('os'),
    acceptsPasswords: not(machine.boolean('disable_password_authentication', { default: isLinux })),
    hasSshKey: machine.has('admin_ssh_key'),
    hasHostEncryption: machine.boolean('encryption_at_host_enabled', { default: false }),
    hasSecureBoot: machine.boolean('secure_boot_enabled', { default: false }),
    hasVtpm: machine.boolean('vtpm_enabled', { default: false }),
    allowsExtensions: machine.boolean(writtenName(machine, 'allow_extension_operations', 'extension_operations_enabled'), {
      default: true,
    }),
    hasAgent: machine.boolean('provision_vm_agent', { default: true }),
    patchMode: machine.string('patch_mode', { default: 'ImageDefault' }),
    hasAutomaticUpdates: machine.boolean(writtenName(machine, 'automatic_updates_enabled', 'enable_automatic_updates'), { default: true }),
    hasAutomaticImageUpgrade: automaticImages(machine),
    hasUnmanagedDisk: anyWritten(machine, ['storage_os_disk', 'storage_data_disk'], 'vhd_uri'),
    hasOsDiskKey: disk.isSet(writtenName(disk, 'disk_encryption_set_id', 'secure_vm_disk_encryption_set_id')),
    customDataCredential: textCredential(machine.value('custom_data') ?? machine.value('user_data'), machine.placeOf('custom_data')),
    hasOwnImage: machine.isSet('source_image_id'),
    imagePublisher: machine.block('source_image_reference').string('publisher'),
  };
}

function automaticImages(machine: BlockReader): Leaf<boolean> {
  const policy = machine.block('automatic_os_upgrade_policy');
  return policy.boolean('enable_automatic_os_upgrade', { default: false });
}

function older(machine: BlockReader): Omit<FieldsOf<Machine>, Common> {
  const [linux, windows] = [machine.block('os_profile_linux_config'), machine.block('os_profile_windows_config')];
  const profile = machine.block('os_profile');
  const image = machine.block('storage_image_reference').exists
    ? machine.block('storage_image_reference')
    : machine.block('storage_profile_image_reference');
  return {
    os: oldSystem(machine, image),
    acceptsPasswords: not(linux.boolean('disable_password_authentication', { default: false })),
    hasSshKey: linux.has('ssh_keys'),
    hasHostEncryption: byDefault(false, machine.place),
    hasSecureBoot: byDefault(false, machine.place),
    hasVtpm: byDefault(false, machine.place),
    allowsExtensions: byDefault(true, machine.place),
    hasAgent: windows.exists ? windows.boolean('provision_vm_agent', { default: false }) : byDefault(true, machine.place),
    patchMode: byDefault('ImageDefault', machine.place),
    hasAutomaticUpdates: windows.boolean('enable_automatic_upgrades', { default: false }),
    hasAutomaticImageUpgrade: machine.boolean('automatic_os_upgrade', { default: false }),
    hasUnmanagedDisk: anyWritten(machine, ['storage_os_disk', 'storage_data_disk'], 'vhd_uri'),
    hasOsDiskKey: byDefault(false, machine.place),
    customDataCredential: textCredential(profile.value('custom_data'), profile.placeOf('custom_data')),
    hasOwnImage: image.isSet('id'),
    imagePublisher: image.string('publisher'),
  };
}

function oldSystem(machine: BlockReader, image: BlockReader): Leaf<string | undefined> {
  if (machine.block('os_profile_linux_config').exists) return explicit('linux', machine.block('os_profile_linux_config').place);
  if (machine.block('os_profile_windows_config').exists) return explicit('windows', machine.block('os_profile_windows_config').place);
  const written = present(machine.block('storage_os_disk').string('os_type'));
  return written ? mapLeaf(written, (text) => text.toLowerCase()) : systemOf(image.string('publisher'));
}

/** Is the attribute written in one of the blocks of the types? */
function anyWritten(machine: BlockReader, types: readonly string[], attribute: string): Leaf<boolean> {
  const leaves = types.flatMap((type) => machine.blocks(type).readers.map((block) => block.isSet(attribute)));
  return (
    leaves.find(({ value }) => value === true) ?? leaves.find(({ state }) => state === 'unresolved') ?? byDefault(false, machine.place)
  );
}

function extensions(machine: BlockReader, context: ReaderContext): ListNode<Extension> {
  const separate = ['azurerm_virtual_machine_extension', 'azurerm_virtual_machine_scale_set_extension'].flatMap((type) =>
    context.satellites(type),
  );
  const inline = machine.blocks('extension');
  const items = [...separate, ...inline.readers].map((block) => ({ node: extension(block), uncertain: block.uncertain }));
  return { node: 'list', items, rest: machine.resource ? inline.rest : null, place: machine.place };
}

function extension(block: BlockReader): ReturnType<typeof object<Extension>> {
  return object<Extension>(
    {
      publisher: block.string('publisher', { required: true }),
      kind: block.string('type', { required: true }),
      autoUpgradesMinor: block.boolean('auto_upgrade_minor_version', { default: false }),
    },
    block.place,
  );
}
