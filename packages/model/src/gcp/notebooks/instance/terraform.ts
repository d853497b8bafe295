import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { NotebookInstance } from './shape.ts';

export const terraform = defineTerraform<NotebookInstance>({
  types: ['google_notebooks_instance', 'google_notebooks_runtime', 'google_workbench_instance'],
  identity: ['name'],
  read: (block) => ({
    hasPublicAddress: publicAddress(block),
    hasCustomerKey: customerKey(block),
    vtpm: shielded(block).boolean('enable_vtpm', { default: true }),
    integrityMonitoring: shielded(block).boolean('enable_integrity_monitoring', { default: true }),
    secureBoot: shielded(block).boolean('enable_secure_boot', { default: false }),
  }),
});

/** The machine's settings lie in a block but for user-managed instances. */
function machine(block: BlockReader): BlockReader {
  const type = block.resource?.type;
  if (type === 'google_workbench_instance') return block.block('gce_setup');
  return type === 'google_notebooks_runtime' ? block.block('virtual_machine').block('virtual_machine_config') : block;
}

function shielded(block: BlockReader): BlockReader {
  return machine(block).block('shielded_instance_config');
}

function publicAddress(block: BlockReader): Leaf<boolean> {
  const attribute =
    { google_workbench_instance: 'disable_public_ip', google_notebooks_runtime: 'internal_ip_only' }[block.resource?.type ?? ''] ??
    'no_public_ip';
  const isOff = machine(block).boolean(attribute, { default: false });
  if (isOff.value === undefined) return unresolved(isOff.reason ?? { code: 'computed', detail: 'it is not known' }, isOff.place);
  return isOff.state === 'default' ? byDefault(true, isOff.place) : explicit(!isOff.value, isOff.place);
}

/** Of every disk of a Workbench machine; the boot disk speaks for those that are not written. */
function customerKey(block: BlockReader): Leaf<boolean> {
  const setup = machine(block);
  if (block.resource?.type === 'google_notebooks_runtime') return setup.block('encryption_config').isSet('kms_key');
  if (block.resource?.type !== 'google_workbench_instance') return userManaged(setup);
  const boot = setup.block('boot_disk').isSet('kms_key');
  const data = setup.blocks('data_disks').readers.map((disk) => disk.isSet('kms_key'));
  return [boot, ...data].find(({ value }) => value !== true) ?? boot;
}

/** The key only counts where `disk_encryption` asks for it; the default is a key of Google. */
function userManaged(block: BlockReader): Leaf<boolean> {
  const method = block.string('disk_encryption', { default: 'GMEK' });
  if (method.value === 'CMEK') return block.isSet('kms_key');
  if (method.value !== undefined) return method.state === 'default' ? byDefault(false, method.place) : explicit(false, method.place);
  return unresolved(method.reason ?? { code: 'computed', detail: 'it is not known' }, method.place);
}
