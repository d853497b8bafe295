import { BlockReader, defineKubernetes } from '../../../code/index.ts';
import { isLacking } from '../../by-namespace.ts';
import { nameOf } from '../../metadata.ts';
import type { PersistentVolume } from './shape.ts';

export const kubernetes = defineKubernetes<PersistentVolume>({
  types: ['PersistentVolume'],
  identity: ['name'],
  read(volume, context) {
    const storageClass = volume.block('spec').string('storageClassName');
    const classes = context.all('storage.k8s.io/StorageClass');
    const found = classes.find((each) => nameOf(each) === storageClass.value) ?? classes.find(isLacking);
    const parameters = storageClass.value === undefined ? undefined : found;
    const source = parameters ?? BlockReader.outside(`StorageClass ${storageClass.value ?? ''} is not in this code`, volume.place);
    return {
      storageClass,
      provisioner: source.string('provisioner'),
      parameters: source.stringMap('parameters'),
    };
  },
});
