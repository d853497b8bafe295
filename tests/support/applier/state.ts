/** The states that Terraform would have written for what was made. */
import type { Applied } from './apply.ts';

/** Content of a `.tfstate` by root. Throws for an address that is none. */
export function statesOf({ created }: Applied): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const [root, made] of Map.groupBy(created, ({ rootDir }) => rootDir)) {
    const resources = made.map(({ resource: { address, type }, outputs }) => {
      const [, module, name, key] = /^(?:(module\..+)\.)?[a-z0-9_]+\.([\w-]+)(?:\[(.*)\])?$/.exec(address) ?? [];
      if (name === undefined) throw new Error(`${address} is no address`);
      const { live, ...attributes } = outputs;
      return {
        ...(module !== undefined && { module }),
        mode: 'managed',
        type,
        name,
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        instances: [
          {
            ...(key !== undefined && { index_key: JSON.parse(key) as unknown }),
            attributes: { ...attributes, ...(typeof live === 'string' && { id: live }) },
          },
        ],
      };
    });
    states.set(root, JSON.stringify({ version: 4, terraform_version: '1.9.0', serial: 1, lineage: root, resources }));
  }
  return states;
}
