import type { BlockReader, Leaf } from '../../../code/index.ts';
import { absent, defineKubernetes, explicit } from '../../../code/index.ts';
import type { EncryptionConfiguration } from './shape.ts';

const PROVIDERS = ['kms', 'secretbox', 'aesgcm', 'aescbc', 'identity'] as const;

export const kubernetes = defineKubernetes<EncryptionConfiguration>({
  types: ['apiserver.config.k8s.io/EncryptionConfiguration'],
  identity: ['name'],
  read: (configuration) => ({ secretsProvider: secretsProvider(configuration) }),
});

/** The first entry that is about Secrets counts, and of it the first provider. */
function secretsProvider(configuration: BlockReader): Leaf<string | undefined> {
  const entry = configuration.blocks('resources').readers.find((each) => isAboutSecrets(each));
  const [first] = entry?.blocks('providers').readers ?? [];
  const provider = first && PROVIDERS.find((each) => first.block(each).exists);
  return first && provider ? explicit<string | undefined>(provider, first.place) : absent(entry?.place ?? configuration.place);
}

function isAboutSecrets(entry: BlockReader): boolean {
  return entry.strings('resources').items.some(({ node }) => 'value' in node && ['secrets', '*.', '*.*'].includes(String(node.value)));
}
