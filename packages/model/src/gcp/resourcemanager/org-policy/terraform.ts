import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform, explicit } from '../../../code/index.ts';
import type { OrgPolicy } from './shape.ts';

export const terraform = defineTerraform<OrgPolicy>({
  types: [
    'google_organization_policy',
    'google_folder_organization_policy',
    'google_project_organization_policy',
    'google_org_policy_policy',
  ],
  identity: ['constraint', 'name'],
  read: (block) => ({
    constraint: constraint(block),
    isEnforced: enforced(block),
    allowsAll: allowsAll(block),
  }),
});

/** `constraints/x.y`, or `organizations/1/policies/x.y` in the newer resource. */
function constraint(block: BlockReader): Leaf<string> {
  const leaf = block.text(block.value('constraint') ? 'constraint' : 'name', { required: true });
  if (leaf.value === undefined) return leaf;
  return explicit(leaf.value.replace(/^.*\/policies\//, '').replace(/^constraints\//, ''), leaf.place);
}

function enforced(block: BlockReader): Leaf<boolean | undefined> {
  const old = block.block('boolean_policy');
  return old.exists ? old.boolean('enforced') : block.block('spec').block('rules').boolean('enforce');
}

function allowsAll(block: BlockReader): Leaf<boolean> {
  const old = block.block('list_policy').block('allow');
  return old.exists ? old.boolean('all', { default: false }) : block.block('spec').block('rules').boolean('allow_all', { default: false });
}
