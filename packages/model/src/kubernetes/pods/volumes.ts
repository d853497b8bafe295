import type { BlockReader } from '../../code/index.ts';
import type { Leaf, ListNode, NodeOf } from '../../node.ts';
import { byDefault, explicit, object } from '../../node.ts';
import type { Dialect } from '../dialect.ts';
import type { Volume } from '../workload/pod/shape.ts';

/** Sources of a volume. Source: Kubernetes API reference v1.37, Volume, read 2026-11-22. */
const SOURCES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
  'image',
  'hostPath',
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'gitRepo',
  'glusterfs',
  'iscsi',
  'nfs',
  'photonPersistentDisk',
  'portworxVolume',
  'quobyte',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume',
] as const;

export function volumesOf(spec: BlockReader, dialect: Dialect): ListNode<Volume> {
  return spec.list<Volume>(dialect('volumes'), (volume) => volumeOf(volume, dialect));
}

function volumeOf(volume: BlockReader, dialect: Dialect): NodeOf<Volume> {
  return object<Volume>(
    {
      label: volume.string('name'),
      source: sourceOf(volume, dialect),
      hostPath: volume.block(dialect('hostPath')).string('path'),
    },
    volume.place,
  );
}

/** A volume without any source is an emptyDir. */
function sourceOf(volume: BlockReader, dialect: Dialect): Leaf<string> {
  for (const source of SOURCES) {
    const written = volume.block(dialect(source));
    if (written.exists && !written.uncertain) return explicit<string>(source, written.place);
  }
  const hidden = volume.missing('source');
  return hidden.state === 'absent' ? byDefault<string>('emptyDir', volume.place) : hidden;
}
