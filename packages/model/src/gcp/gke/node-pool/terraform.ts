import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { absentAt, byDefault, defineTerraform, explicit, textLeaf, unresolved } from '../../../code/index.ts';
import type { NodePool } from './shape.ts';

/** Source: hashicorp/google provider documentation of google_container_node_pool and google_container_cluster, read 2026-11-22. */
export const terraform = defineTerraform<NodePool>({
  types: ['google_container_node_pool', 'google_container_cluster'],
  identity: ['name'],
  read(block, context): FieldsOf<NodePool> {
    const isDefault = block.resource?.type === 'google_container_cluster';
    const inline = block.block('node_pool');
    const config =
      isDefault && !block.block('node_config').exists && inline.exists ? inline.block('node_config') : block.block('node_config');
    const shielded = config.block('shielded_instance_config');
    return {
      isDefaultPool: explicit(isDefault, block.place),
      hasNoNodes: noNodes(block, isDefault),
      serviceAccount: serviceAccount(config),
      scopes: config.strings('oauth_scopes'),
      imageType: config.string('image_type'),
      autoRepair: managed(block, context, 'auto_repair'),
      autoUpgrade: managed(block, context, 'auto_upgrade'),
      cluster: isDefault ? absentAt(block.place) : context.ref(block, 'cluster', 'gcp.gke.cluster'),
      secureBoot: shielded.boolean('enable_secure_boot', { default: false }),
      integrityMonitoring: shielded.boolean('enable_integrity_monitoring', { default: true }),
      metadataMode: metadataMode(config),
      hasLegacyEndpoints: legacyEndpoints(config),
      hasBootDiskKey: config.isSet('boot_disk_kms_key'),
      hasPrivateNodes: block.block('network_config').boolean('enable_private_nodes', { default: false }),
    };
  },
});

function noNodes(block: BlockReader, isDefault: boolean): Leaf<boolean> {
  if (!isDefault) return byDefault(false, block.place);
  const removed = block.boolean('remove_default_node_pool', { default: false });
  return removed.value === false ? block.boolean('enable_autopilot', { default: false }) : removed;
}

/** An account that the code makes is not known yet but is written. `default` is the default account. */
function serviceAccount(config: BlockReader): FieldsOf<NodePool>['serviceAccount'] {
  const value = config.value('service_account');
  if (value?.kind !== 'unknown' || value.refs.length === 0) return config.string('service_account');
  return textLeaf({ ...value, kind: 'template', parts: [value], structure: null }, config.placeOf('service_account'));
}

/** Inside a written `management` both are on by default since version 5 of the provider. */
function managed(block: BlockReader, context: ReaderContext, name: string): Leaf<boolean | undefined> {
  const management = block.block('management');
  if (!management.exists) return management.boolean(name);
  return management.boolean(name, { default: context.providerMajor('google') >= 5 });
}

/** `mode`; `node_metadata` before version 4 of the provider. */
function metadataMode(config: BlockReader): Leaf<string | undefined> {
  const block = config.block('workload_metadata_config');
  return block.value('node_metadata') ? block.string('node_metadata') : block.string('mode');
}

function legacyEndpoints(config: BlockReader): Leaf<boolean> {
  if (!config.value('metadata')) {
    const missing = config.missing('metadata');
    return missing.state === 'absent' ? byDefault(false, config.place) : missing;
  }
  const metadata = config.stringMap('metadata');
  const written = metadata.entries.get('disable-legacy-endpoints');
  if (!written) return metadata.rest ? unresolved(metadata.rest.reason ?? notKnown, metadata.place) : explicit(true, metadata.place);
  if (written.value === undefined) return unresolved(written.reason ?? notKnown, written.place);
  return explicit(written.value.toLowerCase() !== 'true', written.place);
}

const notKnown = { code: 'computed', detail: 'the metadata is not known' } as const;
